//! Whatever leaves the page or comes into it as a whole: files, links, other tabs; and
//! erasing it all.

use leptos::prelude::*;
use leptos::task::spawn_local;
use planner::draft::{Change, Draft};
use planner::report::{Copy as Handed, Offer, Opened};

use super::Form;
use crate::app::browser;
use crate::app::engine::{Module, Said};
use crate::app::keeping::Told;
use crate::app::read::read;
use crate::app::{erasing, storage};

/// What came from outside and is not decided about yet.
#[derive(Clone, PartialEq, Eq)]
pub enum Brought {
    /// A copy of a record: a file's text, or a link's fragment.
    Copy(String),
    /// Rows for the ledger.
    Rows(String),
    /// A file that could not be read, in a sentence.
    Unread(String),
}

impl Brought {
    /// A file that is to be a copy.
    pub fn copy(read: Result<String, String>) -> Self {
        read.map_or_else(Self::Unread, Self::Copy)
    }

    /// A file that may be either: copies are JSON.
    pub fn dropped(read: Result<String, String>) -> Self {
        match read {
            Ok(text) if !text.trim_start_matches('\u{feff}').trim_start().starts_with('{') => Self::Rows(text),
            read => Self::copy(read),
        }
    }
}

/// The name of the file with everything as it was typed.
const AS_TYPED: &str = "mega-backdoor-roth-as-typed";

impl Form {
    /// Tells the person a sentence about what was saved or handed over.
    pub fn tell(self, words: String) {
        self.told.set(Some(Told { words, aside: None }));
    }

    /// Hands over the record as a file, and tells what it lacks.
    pub fn download_record(self) {
        self.of_copies("record", "", move |said| match said.and_then(|copy| read::<Handed>(&copy)) {
            Ok(Handed { text, note }) => {
                self.download(&self.file_name("mega-backdoor-roth"), "application/json", &text);
                if !note.is_empty() {
                    self.tell(note);
                }
            }
            Err(sentence) => self.tell(sentence),
        });
    }

    /// Hands over every text as it was typed.
    pub fn download_as_typed(self) {
        self.settle_now();
        let text = self.saved.get_untracked();
        self.download(&self.file_name(AS_TYPED), "application/json", &text);
    }

    /// Hands over a text that is saved under this key, whatever it is.
    pub fn download_saved(self, key: &str) {
        match storage::read(key) {
            Ok(Some(text)) => self.download(&self.file_name("mega-backdoor-roth-saved"), "application/json", &text),
            _ => self.tell("That text is no longer saved in this browser.".to_owned()),
        }
    }

    /// Hands over a text as a file.
    pub fn download(self, name: &str, kind: &str, text: &str) {
        if browser::download(name, kind, text).is_err() {
            self.tell("The browser did not allow the download.".to_owned());
        }
    }

    fn file_name(self, what: &str) -> String {
        format!("{what}-{}.json", self.today)
    }

    /// Asks for the module that reads links.
    pub fn want_offer(self) {
        self.engines.of(Module::Copies).want();
    }

    /// What a link would fill in or replace; nothing while the engine is not here.
    pub fn offer(self, link: &str) -> Option<Result<Offer, String>> {
        self.settle_now();
        let said = self.saved.with_untracked(|saved| self.engines.of(Module::Copies).ask("offer", &[saved, link]))?;
        Some(said.and_then(|offer| read(&offer)))
    }

    /// Fills in the rules that a link brought; what was there can be brought back.
    pub fn take_plan(self, link: &str) {
        if let Some(Ok(offer)) = untrack(|| self.offer(link)) {
            self.replace(Change::Rules, Ok(offer.draft));
        }
    }

    /// Does something with what a copy of a record brings.
    pub fn open_copy(self, text: &str, does: impl FnOnce(Result<Opened, String>) + 'static) {
        self.of_copies("openCopy", text, move |said| does(said.and_then(|opened| read(&opened))));
    }

    /// Puts a copy in the place of what stands here, which can be brought back.
    pub fn take_copy(self, opened: Opened) {
        self.draft.with_untracked(|draft| self.keeper.set_before(draft));
        self.replace(Change::Opened, Ok(opened.draft));
    }

    /// Does something with the link to everything.
    pub fn link(self, does: impl FnOnce(Said) + 'static) {
        self.of_copies("link", "", does);
    }

    /// Follows every change of what is entered.
    pub fn follow(self) {
        self.typed.track();
        self.draft.track();
    }

    /// The years that hold anything, and what.
    pub fn years_held(self) -> Vec<(i16, String)> {
        self.typed.track();
        self.draft.with(Draft::years_held)
    }

    /// Loads what another tab saved, in the place of what stands here.
    pub fn take_theirs(self) {
        self.draft.with_untracked(|draft| self.keeper.set_before(draft));
        match self.keeper.take_theirs() {
            Ok(draft) => self.change(Change::OtherTab, |now| *now = draft),
            Err(sentence) => self.tell(sentence),
        }
    }

    /// Saves what stands here over what another tab saved, or where nothing is any more.
    pub fn keep_ours(self) {
        self.keeper.may_overwrite();
        self.settle();
    }

    /// Clears this tab too, where what was saved is gone.
    pub fn clear_too(self) {
        self.keeper.may_overwrite();
        self.empty();
    }

    /// Tries again to save what stands here.
    pub fn save_again(self) {
        self.settle();
    }

    /// Erases everything for good, here and in the browser; then says what became of it.
    pub fn erase(self, does: impl FnOnce(bool) + 'static) {
        self.draft.set(Draft::new(self.today));
        self.forget_history();
        self.told.set(None);
        self.opened.set(None);
        self.settle_now();
        spawn_local(async move {
            let erased = erasing::erase(self.keeper).await;
            does(erased);
        });
    }

    /// Does something with what the module for files and links says.
    fn of_copies(self, function: &'static str, text: &str, does: impl FnOnce(Said) + 'static) {
        let (engine, text) = (self.engines.of(Module::Copies), text.to_owned());
        engine.then_or_lost(move || {
            self.settle_now();
            let (saved, today) = (self.saved.get_untracked(), self.today.to_string());
            if let Some(said) = untrack(|| engine.ask(function, &[&saved, &today, &text])) {
                does(said);
            }
        });
    }
}
