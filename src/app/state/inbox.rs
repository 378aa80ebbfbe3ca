//! Whatever comes into the page as a whole: files, links, the example.

use leptos::prelude::*;
use planner::draft::Change;
use planner::report::{Booklet, Import, Offer, Opened};
use wasm_bindgen::JsValue;

use super::draft::OpenDraft;
use super::example::Example;
use super::notices::Notices;
use super::requests::Requests;
use super::saved::read_saved;
use super::storage;
use crate::app::engine::loader::stopped;
use crate::app::engine::wire::read;

/// What came from outside and is not decided about yet.
#[derive(Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A copy of a record: a file's text, or a link's fragment.
    Copy(String),
    /// Rows for the ledger.
    Rows(String),
    /// A file that could not be read, in a sentence.
    Unread(String),
}

impl Incoming {
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

/// The handle on what comes in.
pub struct Inbox {
    /// What came and waits for the page that it is for.
    pub incoming: RwSignal<Option<Incoming>>,
    /// A plan's paper, a file, that waits for its card, and the page to which it leads, if it
    /// leads to one.
    pub paper: RwSignal<Option<(JsValue, Option<&'static str>)>, LocalStorage>,
    /// What a copy brings, until the person has decided about it.
    pub opened: RwSignal<Option<Result<Opened, String>>>,
    /// The fragment of a link that brings a plan's rules, until the person has decided
    /// about it.
    pub link: RwSignal<Option<String>>,
    draft: &'static OpenDraft,
    example: &'static Example,
    requests: &'static Requests,
    notices: &'static Notices,
}

impl Inbox {
    pub(super) fn new(
        draft: &'static OpenDraft,
        example: &'static Example,
        requests: &'static Requests,
        notices: &'static Notices,
    ) -> Self {
        let (incoming, opened, link) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        let paper = RwSignal::new_local(None);
        Self { incoming, paper, opened, link, draft, example, requests, notices }
    }

    /// Takes in a link that brings a plan's rules, which are the person's own.
    pub fn take_link(&self, link: String) {
        self.example.leave();
        self.link.set(Some(link));
    }

    /// Begins the next year with this one's pay and elections; it can be taken back.
    pub fn start_next_year(&'static self) {
        let year = untrack(|| self.draft.year());
        let change = Change::Showed(year + 1, Some(year));
        self.requests.once_here("start_next_year", "", move |raw| self.replace(change, read(raw)));
    }

    /// Does something with what one of the engine's ways to bring rows in would add, by what
    /// was said of files so far and one more answer.
    pub fn rows(
        &self,
        function: &'static str,
        texts: [String; 3],
        does: impl FnOnce(Result<Import, String>) + 'static,
    ) {
        self.requests.once_here_with(function, texts, |raw| does(read(raw)));
    }

    /// Does something with what a paper says: a file, or a text.
    pub fn read_paper(&self, paper: JsValue, password: String, does: impl FnOnce(Result<String, String>) + 'static) {
        self.requests.read_paper(paper, password, does);
    }

    /// Shows what was read in a paper beside the draft, and fills in the answer with that key
    /// if there is one; it can be taken back.
    pub fn booklet(&'static self, reading: String, take: String, does: impl FnOnce(Result<Booklet, String>) + 'static) {
        self.requests.booklet(reading, take, move |raw| {
            let shown: Result<Booklet, String> = read(raw);
            if let Ok(booklet) = &shown
                && !booklet.draft.is_empty()
            {
                self.replace(Change::Paper, Ok(booklet.draft.clone()));
            }
            does(shown);
        });
    }

    /// What was said of the columns and words of earlier files.
    pub fn said_of_files(&self) -> String {
        storage::read(storage::FILES).ok().flatten().unwrap_or_default()
    }

    /// Adds the rows that an import brought; what was there can be brought back. What was
    /// said of the file is kept for the next one like it, if the browser has room for it.
    pub fn take_rows(&self, import: Import) {
        if !import.kept.is_empty() {
            let _ = storage::write(storage::FILES, &import.kept);
        }
        self.replace(Change::Rows, Ok(import.draft));
    }

    /// Asks for the engine, which reads links.
    pub fn want_offer(&self) {
        self.requests.want_engine();
    }

    /// What a link would fill in or replace; nothing while the engine is not here.
    pub fn offer(&self, link: &str) -> Option<Result<Offer, String>> {
        self.requests.offer(link).map(read)
    }

    /// Fills in the rules that a link brought; what was there can be brought back.
    pub fn take_plan(&self, link: &str) {
        if let Some(Ok(offer)) = untrack(|| self.offer(link)) {
            self.replace(Change::Rules, Ok(offer.draft));
        }
    }

    /// Does something with what a copy of a record brings to the person's own figures.
    pub fn open_copy(&self, text: &str, does: impl FnOnce(Result<Opened, String>) + 'static) {
        self.example.leave();
        self.requests.or_lost("open_copy", text, |raw| does(read(raw)));
    }

    /// Puts a copy in the place of what stands here, which can be brought back.
    pub fn take_copy(&self, opened: Opened) {
        self.draft.keep_aside();
        self.replace(Change::Opened, Ok(opened.draft));
    }

    /// Shows the job of the year that has this number.
    pub fn show_job(&'static self, number: &str) {
        self.change_jobs(Change::ShowedJob, &format!("show {number}"));
    }

    /// Shows, adds or removes a job of the year, as the engine's function reads it.
    pub fn change_jobs(&'static self, change: Change, what: &str) {
        self.requests.once_here("change_jobs", what, move |raw| self.replace(change, read(raw)));
    }

    /// Puts a saved draft in the place of this one, or says why not.
    fn replace(&self, change: Change, saved: Result<String, String>) {
        match saved.and_then(|saved| read_saved(&saved).map_err(|_| stopped())) {
            Ok(draft) => self.draft.replace(change, draft),
            Err(sentence) => self.notices.tell(sentence),
        }
    }
}
