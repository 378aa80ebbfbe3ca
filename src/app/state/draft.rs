//! What is typed, and whatever changes it.

use leptos::prelude::*;
use planner::date::Date;
use planner::draft::{Change, Draft, Sheet};
use planner::order::Map;
use planner::questions::{Applies, Key, List};

use super::aside::Aside;
use super::guard::Guard;
use super::today::Today;
use super::undo::Undo;
use crate::app::dom::reactive::memo;
use crate::app::embed;

/// A draft without anything in it, of the year that a frame begins with or else of today.
pub(super) fn fresh(today: Date) -> Draft {
    let mut draft = Draft::new(today);
    let asked = embed::options().and_then(|options| options.year);
    if let Some(year) = asked.filter(|year| draft.years(today).contains(year)) {
        draft.year = year;
    }
    draft
}

/// The handle on the draft that is open in the page.
pub struct OpenDraft {
    today: Today,
    /// The draft. Typing does not notify it, since hundreds of fields may follow it.
    draft: RwSignal<Draft>,
    /// Notified when a text was typed, whichever it is.
    typed: Trigger,
    /// Notified when that field's text was typed.
    typed_in: StoredValue<Map<Key, ArcTrigger>>,
    year: Memo<i16>,
    shown: Memo<Applies>,
    undo: &'static Undo,
    aside: &'static Aside,
    guard: Guard,
}

impl OpenDraft {
    /// Opens a draft, whose changes go by this handle on undoing.
    pub(super) fn new(
        today: Today,
        draft: RwSignal<Draft>,
        undo: &'static Undo,
        aside: &'static Aside,
        guard: Guard,
    ) -> Self {
        let typed = Trigger::new();
        Self {
            today,
            draft,
            typed,
            typed_in: StoredValue::new(Map::new()),
            year: memo(move || draft.with(|draft| draft.year)),
            shown: memo(move || {
                typed.track();
                draft.with(|draft| draft.applies(today.get()))
            }),
            undo,
            aside,
            guard,
        }
    }

    /// A field's text as typed.
    pub fn text(&self, key: Key) -> String {
        let typed = self.typed_in.try_update_value(|all| all.or_insert_with(key, ArcTrigger::new).clone());
        if let Some(typed) = typed {
            typed.track();
        }
        self.draft.with(|draft| draft.text(key).to_owned())
    }

    /// Keeps a field's text.
    pub fn set(&self, key: Key, text: String) {
        self.undo.typed(key, text);
        if let Some(typed) = self.typed_in.with_value(|all| all.get(&key).cloned()) {
            typed.notify();
        }
        self.typed.notify();
    }

    /// The year on show.
    pub fn year(&self) -> i16 {
        self.year.get()
    }

    /// Shows another year, with the plan's answers of the nearest one if it has none.
    pub fn set_year(&self, year: i16) {
        let from = self.draft.with_untracked(|draft| draft.clone().show_year(year));
        self.change(Change::Showed(year, from), |draft| draft.show_year(year));
    }

    /// The years to choose from: those with limits, or all that a ledger can have.
    pub fn years(&self, of_ledger: bool) -> Vec<i16> {
        self.draft
            .with(|draft| if of_ledger { draft.ledger_years(self.today.get()) } else { draft.years(self.today.get()) })
    }

    /// The years that hold anything, and what.
    pub fn years_held(&self) -> Vec<(i16, String)> {
        self.follow();
        self.draft.with(Draft::years_held)
    }

    /// Removes a whole year; it can be brought back.
    pub fn remove_year(&self, year: i16) {
        self.change(Change::RemovedYear(year), |draft| draft.remove_year(year));
    }

    /// The number of the job on show.
    pub fn job(&self) -> u32 {
        self.draft.with(Draft::job)
    }

    /// The numbers of the year's jobs that have a sheet of their own.
    pub fn jobs(&self) -> Vec<u32> {
        self.draft.with(|draft| draft.sheet().map(Sheet::jobs_of_year)).unwrap_or_default()
    }

    /// What a job of the year is called.
    pub fn job_name(&self, id: u32) -> String {
        self.follow();
        self.draft.with(|draft| draft.job_name(id))
    }

    /// Whether the year takes one more job with a sheet.
    pub fn takes_job(&self) -> bool {
        self.draft.with(Draft::takes_job)
    }

    /// Which questions apply.
    pub fn shown(&self) -> Applies {
        self.shown.get()
    }

    /// Whether a field's question applies, which is whether the engine reads it.
    pub fn asks(&self, key: Key) -> bool {
        match key {
            Key::BirthDate => true,
            Key::Sheet(field) => self.shown().asks(field),
            // The lines of the ledger are many, and nothing in them decides on the rest of them.
            Key::Row(List::Contributions | List::Balances, _, field) => self.shown().asks_in_list(field),
            Key::Row(list, id, field) => {
                self.typed.track();
                self.draft.with(|draft| draft.asks_row(self.shown(), list, id, field))
            }
        }
    }

    /// The numbers of a list's rows.
    pub fn rows(&self, list: List) -> Vec<u32> {
        let numbers = |draft: &Draft| draft.sheet().map(|sheet| sheet.rows(list).iter().map(|row| row.id).collect());
        self.draft.with(numbers).unwrap_or_default()
    }

    /// Adds a row to a list and returns its number.
    pub fn add_row(&self, list: List) -> u32 {
        self.change(Change::Added(list), |draft| draft.add_row(list))
    }

    /// Takes a row out of a list; it can be brought back.
    pub fn remove_row(&self, list: List, id: u32) {
        self.change(Change::Removed(list), |draft| draft.remove_row(list, id));
    }

    /// Empties the page; what was there can be brought back.
    pub fn clear(&self) {
        self.keep_aside();
        self.empty();
    }

    /// Whether nothing was typed yet.
    pub fn is_empty(&self) -> bool {
        self.follow();
        self.draft.with(Draft::is_empty)
    }

    /// Follows every change of what is entered.
    pub fn follow(&self) {
        self.typed.track();
        self.draft.track();
    }

    /// The same as [`clear`](Self::clear), setting nothing aside.
    pub(super) fn empty(&self) {
        self.change(Change::Cleared, |draft| *draft = fresh(self.today.now()));
    }

    /// Puts another draft in the place of this one, which can be brought back.
    pub(super) fn replace(&self, change: Change, draft: Draft) {
        self.change(change, |now| *now = draft);
    }

    /// Sets this draft aside, for a later visit too.
    pub(super) fn keep_aside(&self) {
        let (text, is_empty) = self.to_saved();
        // The example is nobody's.
        if !is_empty && !untrack(|| self.guard.shows_example()) {
            self.aside.keep(&text);
        }
    }

    /// The text to save, and whether nothing is in it.
    pub(super) fn to_saved(&self) -> (String, bool) {
        self.draft.with_untracked(|draft| (draft.to_saved(), draft.is_empty()))
    }

    /// Lets go of everything for good: nothing can be brought back.
    pub(super) fn erase(&self) {
        self.draft.set(fresh(self.today.now()));
        self.undo.forget();
    }

    /// All of it.
    pub(super) fn whole(&self) -> Draft {
        self.draft.get_untracked()
    }

    /// Shows another draft, which is no change of this one.
    pub(super) fn put(&self, draft: Draft) {
        self.draft.set(draft);
    }

    fn change<T: Default>(&self, change: Change, does: impl FnOnce(&mut Draft) -> T) -> T {
        self.undo.change(change, does)
    }
}
