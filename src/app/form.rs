//! The state behind all pages: the draft, what the engine says of it, and what was
//! replaced.

use leptos::prelude::*;
use planner::date::Date;
use planner::draft::{Draft, Key, List, Shown};
use planner::report::{Offer, Problem};

use super::answer::Answer;
use super::browser;
use super::engine::{self, Engine, Said};
use super::pages::Page;
use super::storage::{self, Keeping};

/// A draft that was replaced, and in which words.
#[derive(Clone)]
pub struct Replaced {
    what: &'static str,
    draft: Draft,
}

/// The handle that every part of the page holds.
#[derive(Clone, Copy)]
pub struct Form {
    /// The day on which the page was opened.
    pub today: Date,
    /// How changes are kept.
    pub keeping: RwSignal<Keeping>,
    /// Something to tell about what was saved.
    pub notice: RwSignal<Option<String>>,
    /// The page on show.
    pub page: RwSignal<&'static Page>,
    /// Where texts are read and worksheets worked out.
    pub engine: Engine,
    /// What the engine says of the draft to the page on show.
    pub answer: Memo<Answer>,
    draft: RwSignal<Draft>,
    /// The draft as it is saved, which is also how the engine takes it.
    saved: Memo<String>,
    year: Memo<i16>,
    shown: Memo<Shown>,
    replaced: RwSignal<Option<Replaced>>,
}

impl Form {
    /// Takes up what an earlier visit saved, and saves every change from here on. The
    /// engine is not asked for before there is anything to read.
    pub fn new(today: Date, page: RwSignal<&'static Page>) -> Self {
        let found = storage::load();
        let draft = RwSignal::new(found.draft.unwrap_or_else(|| Draft::new(today)));
        let keeping = RwSignal::new(found.keeping);
        let notice = RwSignal::new(found.error.map(|error| error.to_string()));
        let saved = Memo::new(move |_| draft.with(Draft::to_saved));
        let engine = Engine::new();
        // Every change may change any figure: comparing two answers would cost more
        // than showing the new one.
        let always = |_: Option<&Answer>, _: Option<&Answer>| true;
        let day = today.to_string();
        let answer = move |_: Option<&Answer>| {
            saved.with(|saved| Answer::of(engine, engine.ask("answer", &[saved, &day, page.get().slug])))
        };
        Effect::new(move |before: Option<()>| {
            let text = saved.get();
            if before.is_some() && keeping.get_untracked() != Keeping::ReadOnly {
                keeping.set(storage::save(&text));
            }
            if before.is_some() || !draft.with_untracked(Draft::is_empty) {
                engine.want();
            }
        });
        Self {
            today,
            keeping,
            notice,
            page,
            engine,
            answer: Memo::new_with_compare(answer, always),
            draft,
            saved,
            year: Memo::new(move |_| draft.with(|draft| draft.year)),
            shown: Memo::new(move |_| draft.with(|draft| draft.shown(today))),
            replaced: RwSignal::new(None),
        }
    }

    /// A field's text as typed.
    pub fn text(self, key: Key) -> String {
        self.draft.with(|draft| draft.text(key).to_owned())
    }

    /// Keeps a field's text.
    pub fn set(self, key: Key, text: String) {
        self.draft.update(|draft| draft.set(key, text));
    }

    /// The year on show.
    pub fn year(self) -> i16 {
        self.year.get()
    }

    /// Shows another year, with the plan's answers of the nearest one if it has none.
    pub fn set_year(self, year: i16) {
        let before = self.draft.get_untracked();
        if self.draft.try_update(|draft| draft.show_year(year)).flatten().is_some() {
            self.replaced
                .set(Some(Replaced {
                    what: "The plan’s answers of the nearest year are taken over.", draft: before
                }));
        }
    }

    /// What is wrong with the text of the field with this id.
    pub fn problem(self, id: &str) -> Option<Problem> {
        let problem = |answer: &Answer| answer.reply()?.problems.iter().find(|problem| problem.field == id).cloned();
        self.answer.with(problem)
    }

    /// What the engine says beside the field with this id.
    pub fn hint(self, id: &str) -> String {
        let hint = |answer: &Answer| {
            let hint = answer.reply()?.hints.iter().find(|hint| hint.field == id)?;
            Some(hint.text.clone())
        };
        self.answer.with(hint).unwrap_or_default()
    }

    /// Which questions apply.
    pub fn shown(self) -> Shown {
        self.shown.get()
    }

    /// Whether a field's question applies, which is whether the engine reads it.
    pub fn asks(self, key: Key) -> bool {
        match key {
            Key::BirthDate => true,
            Key::Sheet(field) => self.shown().asks(field),
            Key::Row(list, id, field) => self.draft.with(|draft| draft.asks_row(list, id, field)),
        }
    }

    /// The numbers of a list's rows.
    pub fn rows(self, list: List) -> Vec<u32> {
        let numbers = |draft: &Draft| draft.sheet().map(|sheet| sheet.rows(list).iter().map(|row| row.id).collect());
        self.draft.with(numbers).unwrap_or_default()
    }

    /// Adds a row to a list and returns its number.
    pub fn add_row(self, list: List) -> u32 {
        self.draft.try_update(|draft| draft.add_row(list)).unwrap_or_default()
    }

    /// Takes a row out of a list; it can be brought back.
    pub fn remove_row(self, list: List, id: u32) {
        self.remember(match list {
            List::Jobs => "That job is removed.",
            List::Raises => "That raise is removed.",
            List::Bonuses => "That bonus is removed.",
        });
        self.draft.update(|draft| draft.remove_row(list, id));
    }

    /// What a link would fill in or replace; nothing while the engine is not here.
    pub fn offer(self, link: &str) -> Option<Result<Offer, String>> {
        let said = self.saved.with_untracked(|saved| self.engine.ask("offer", &[saved, link]))?;
        Some(said.and_then(|offer| serde_json::from_str(&offer).map_err(|_| engine::stopped())))
    }

    /// Fills in the rules that a link brought; what was there can be brought back.
    pub fn take_plan(self, link: &str) {
        if let Some(Ok(offer)) = untrack(|| self.offer(link)) {
            self.replace("The plan’s rules are filled in from the link.", Ok(offer.draft));
        }
    }

    /// Fills the page with the example; what was there can be brought back.
    pub fn try_example(self) {
        self.once_said("example", move |said| self.replace("The example is filled in.", said));
    }

    /// Empties the page; what was there can be brought back.
    pub fn clear(self) {
        self.remember("The page is cleared.");
        self.draft.set(Draft::new(self.today));
    }

    /// What was just replaced, in words.
    pub fn replaced(self) -> Option<&'static str> {
        self.replaced.with(|replaced| replaced.as_ref().map(|replaced| replaced.what))
    }

    /// Brings back what was replaced last.
    pub fn undo(self) {
        if let Some(replaced) = self.replaced.try_update(Option::take).flatten() {
            self.draft.set(replaced.draft);
        }
    }

    /// Lets go of what was replaced.
    pub fn forget_replaced(self) {
        self.replaced.set(None);
    }

    /// Whether nothing was typed yet.
    pub fn is_empty(self) -> bool {
        self.draft.with(Draft::is_empty)
    }

    /// Hands over the record as a file.
    pub fn download_record(self) {
        self.once_said("record", move |said| match said {
            Ok(record) => self.download("mega-backdoor-roth.json", "application/json", &record),
            Err(sentence) => self.notice.set(Some(sentence)),
        });
    }

    /// Hands over a text as a file.
    pub fn download(self, name: &str, kind: &str, text: &str) {
        if browser::download(name, kind, text).is_err() {
            self.notice.set(Some("The browser did not allow the download.".to_owned()));
        }
    }

    /// Does something with what the engine says of the draft today, once it is here.
    fn once_said(self, function: &'static str, does: impl FnOnce(Said) + 'static) {
        self.engine.then(move || {
            let (saved, today) = (self.saved.get_untracked(), self.today.to_string());
            if let Some(said) = untrack(|| self.engine.ask(function, &[&saved, &today])) {
                does(said);
            }
        });
    }

    /// Puts a saved draft in the place of this one, or says why not.
    fn replace(self, what: &'static str, saved: Said) {
        match saved.and_then(|saved| Draft::from_saved(&saved).map_err(|_| engine::stopped())) {
            Ok(draft) => {
                self.remember(what);
                self.draft.set(draft);
            }
            Err(sentence) => self.notice.set(Some(sentence)),
        }
    }

    fn remember(self, what: &'static str) {
        let draft = self.draft.get_untracked();
        self.replaced.set((!draft.is_empty()).then_some(Replaced { what, draft }));
    }
}
