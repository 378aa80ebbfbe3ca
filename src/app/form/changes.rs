//! Whatever changes the draft otherwise than by typing, and taking it back.

use leptos::prelude::*;
use planner::draft::{Change, Draft, History};
use planner::questions::List;
use planner::report::Import;

use super::Form;
use crate::app::engine::{Said, stopped};
use crate::app::read::read;
use crate::app::saved::read_saved;

/// What was just done or undone.
#[derive(Clone, PartialEq, Eq)]
pub struct Notice {
    /// It in words.
    pub words: String,
    /// Whether it was undone, so that it can be done again.
    pub undone: bool,
    /// The id of the field in which it was, if it was in one.
    pub place: Option<String>,
}

impl Form {
    /// Shows another year, with the plan's answers of the nearest one if it has none.
    pub fn set_year(self, year: i16) {
        self.change(Change::TookOver, |draft| draft.show_year(year));
    }

    /// Adds a row to a list and returns its number.
    pub fn add_row(self, list: List) -> u32 {
        self.change(Change::Added(list), |draft| draft.add_row(list))
    }

    /// Takes a row out of a list; it can be brought back.
    pub fn remove_row(self, list: List, id: u32) {
        self.change(Change::Removed(list), |draft| draft.remove_row(list, id));
    }

    /// Removes a whole year; it can be brought back.
    pub fn remove_year(self, year: i16) {
        self.change(Change::RemovedYear(year), |draft| draft.remove_year(year));
    }

    /// Fills the page with the example; what was there can be brought back.
    pub fn try_example(self) {
        self.once_said("example", "", move |said| self.replace(Change::Example, said));
    }

    /// Empties the page; what was there can be brought back.
    pub fn clear(self) {
        self.draft.with_untracked(|draft| self.keeper.set_before(draft));
        self.empty();
    }

    /// The same, setting nothing aside.
    pub(super) fn empty(self) {
        self.change(Change::Cleared, |draft| *draft = Draft::new(self.today));
    }

    /// Does something with what one of the engine's ways to bring rows in would add.
    pub fn import(self, function: &'static str, text: &str, does: impl FnOnce(Result<Import, String>) + 'static) {
        self.once_said(function, text, move |said| {
            does(said.and_then(|import| read(&import)));
        });
    }

    /// Adds the rows that an import brought; what was there can be brought back.
    pub fn take_rows(self, import: Import) {
        self.replace(Change::Rows, Ok(import.draft));
    }

    /// Takes back what was done last.
    pub fn undo(self) {
        self.step(History::undo, true);
    }

    /// Does again what was taken back last.
    pub fn redo(self) {
        self.step(History::redo, false);
    }

    /// What would be taken back, if anything.
    pub fn to_undo(self) -> Option<Change> {
        self.stepped.track();
        self.history.with_value(History::to_undo)
    }

    /// What would be done again, if anything.
    pub fn to_redo(self) -> Option<Change> {
        self.stepped.track();
        self.history.with_value(History::to_redo)
    }

    /// What was just done or undone.
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// Has told it for long enough.
    pub fn forget_notice(self) {
        self.notice.set(None);
    }

    /// Puts a saved draft in the place of this one, or says why not.
    pub(super) fn replace(self, deed: Change, saved: Said) {
        match saved.and_then(|saved| read_saved(&saved).map_err(|_| stopped())) {
            Ok(draft) => self.change(deed, |now| *now = draft),
            Err(sentence) => self.tell(sentence),
        }
    }

    /// Changes the draft so that it can be taken back, and tells what should be told.
    pub(super) fn change<T: Default>(self, deed: Change, does: impl FnOnce(&mut Draft) -> T) -> T {
        let change = |history: &mut History| {
            self.draft.try_update(|draft| history.change(draft, deed, does)).unwrap_or_default()
        };
        let (given, is_step) = self.history.try_update_value(change).unwrap_or_default();
        if is_step {
            let notice = |words| Notice { words, undone: false, place: None };
            self.notice.set(deed.notice().map(notice));
            self.stepped.notify();
        }
        given
    }

    /// Lets go of all that could be taken back.
    pub(super) fn forget_history(self) {
        self.history.set_value(History::default());
        self.notice.set(None);
        self.stepped.notify();
    }

    fn step(self, step: fn(&mut History, &mut Draft) -> Option<Change>, undone: bool) {
        let deed = |history: &mut History| self.draft.try_update(|draft| step(history, draft)).flatten();
        let Some(deed) = self.history.try_update_value(deed).flatten() else { return };
        let words = format!("{}: {}.", if undone { "Undone" } else { "Done again" }, deed.name());
        let place = if let Change::Typed(key) = deed { Some(key.id()) } else { None };
        self.notice.set(Some(Notice { words, undone, place }));
        self.stepped.notify();
    }
}
