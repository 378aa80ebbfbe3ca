//! The page's state: the draft, how it reads, and the worksheet's outcome.

use leptos::prelude::*;
use planner::date::Date;
use planner::draft::{Draft, Key, Problem, Reading, Shown};
use planner::worksheets::room::{self, NotReady, Room};

use super::browser;
use super::storage::{self, Keeping};

/// What the worksheet says just now.
pub enum Outcome {
    /// Some texts cannot be read; these are they.
    Fix(Vec<Problem>),
    /// Something is still to be entered.
    Wait(NotReady),
    /// The result.
    Ready(Box<Room>),
}

impl Outcome {
    /// The result, if there is one.
    pub fn room(&self) -> Option<&Room> {
        match self {
            Self::Ready(room) => Some(room),
            Self::Fix(_) | Self::Wait(_) => None,
        }
    }
}

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
    /// What the worksheet says.
    pub outcome: Memo<Outcome>,
    /// How changes are kept.
    pub keeping: RwSignal<Keeping>,
    /// Something to tell about what was saved.
    pub notice: RwSignal<Option<String>>,
    draft: RwSignal<Draft>,
    reading: Memo<Reading>,
    replaced: RwSignal<Option<Replaced>>,
}

impl Form {
    /// Takes up what an earlier visit saved, and saves every change from here on.
    pub fn new(today: Date) -> Self {
        let found = storage::load();
        let draft = RwSignal::new(found.draft.unwrap_or_else(|| Draft::new(today)));
        let keeping = RwSignal::new(found.keeping);
        let notice = RwSignal::new(found.error.map(|error| error.to_string()));
        let reading = Memo::new(move |_| draft.with(|draft| draft.read(today)));
        // Every change of the draft may change any figure: comparing two results
        // would cost more than showing the new one.
        let always = |_: Option<&Outcome>, _: Option<&Outcome>| true;
        let work_out = move |_: Option<&Outcome>| {
            let year = draft.with(|draft| draft.year);
            reading.with(|reading| match reading.problems.as_slice() {
                [] => match room::worksheet(&reading.record, year, today) {
                    Ok(room) => Outcome::Ready(Box::new(room)),
                    Err(wait) => Outcome::Wait(wait),
                },
                problems => Outcome::Fix(problems.to_vec()),
            })
        };
        let outcome = Memo::new_with_compare(work_out, always);
        Effect::new(move |before: Option<()>| {
            draft.with(|draft| {
                if before.is_some() && keeping.get_untracked() != Keeping::ReadOnly {
                    keeping.set(storage::save(draft));
                }
            });
        });
        Self { today, outcome, keeping, notice, draft, reading, replaced: RwSignal::new(None) }
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
        self.draft.with(|draft| draft.year)
    }

    /// Shows another year.
    pub fn set_year(self, year: i16) {
        self.draft.update(|draft| draft.year = year);
    }

    /// What is wrong with a field's text.
    pub fn problem(self, key: Key) -> Option<Problem> {
        self.reading.with(|reading| reading.problems.iter().find(|problem| problem.key == key).cloned())
    }

    /// Which questions apply.
    pub fn shown(self) -> Shown {
        self.reading.with(|reading| reading.shown)
    }

    /// The numbers of the other jobs.
    pub fn jobs(self) -> Vec<u32> {
        self.draft
            .with(|draft| draft.sheet().map(|sheet| sheet.jobs.iter().map(|job| job.id).collect()).unwrap_or_default())
    }

    /// Adds another job and returns its number.
    pub fn add_job(self) -> u32 {
        self.draft.try_update(Draft::add_job).unwrap_or_default()
    }

    /// Takes another job out; it can be brought back.
    pub fn remove_job(self, id: u32) {
        self.remember("That job is removed.");
        self.draft.update(|draft| draft.remove_job(id));
    }

    /// Fills the page with the example; what was there can be brought back.
    pub fn try_example(self) {
        self.remember("The example is filled in.");
        self.draft.update(|draft| *draft = draft.with_example(self.today));
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

    /// Other years with texts that a downloaded record leaves out.
    pub fn unread_years(self) -> Vec<i16> {
        self.reading.with(|reading| reading.unread_years.clone())
    }

    /// Hands over the record as a file.
    pub fn download_record(self) {
        let text = self.reading.with_untracked(|reading| reading.record.to_json());
        if browser::download("mega-backdoor-roth.json", &text).is_err() {
            self.notice.set(Some("The browser did not allow the download.".to_owned()));
        }
    }

    fn remember(self, what: &'static str) {
        let draft = self.draft.get_untracked();
        self.replaced.set((!draft.is_empty()).then_some(Replaced { what, draft }));
    }
}
