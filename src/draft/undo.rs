//! What was done to a draft, so that it can be taken back and done again.
//!
//! A step keeps only what it changed, in the state before it; taking it back swaps the
//! two. So a step costs what it touched, however long the ledger is.

use std::collections::VecDeque;

use super::{Draft, Sheet};
use crate::questions::{Key, List};

/// The most steps that can be taken back.
pub const MOST_STEPS: usize = 200;

/// What was done in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Something was typed or chosen in a field.
    Typed(Key),
    /// A row was added to a list.
    Added(List),
    /// A row was taken out of a list.
    Removed(List),
    /// This year was shown, with answers that were taken over from the other one, if any.
    Showed(i16, Option<i16>),
    /// Another job of the year was shown.
    ShowedJob,
    /// A job got a sheet of its own.
    AddedJob,
    /// The sheet of a job was removed.
    RemovedJob,
    /// A plan's rules were filled in from a link.
    Rules,
    /// An answer was taken from a plan's paper.
    Paper,
    /// Rows were added from a file, a pasted text or the paychecks.
    Rows,
    /// A copy of a whole record took the place of what stood there.
    Opened,
    /// What another tab had saved took that place.
    OtherTab,
    /// A whole year was removed.
    RemovedYear(i16),
    /// Everything was cleared.
    Cleared,
}

impl Change {
    /// What it is called after the word “Undo”.
    #[must_use]
    pub fn name(self) -> String {
        let name = match self {
            Self::Typed(key) => return format!("“{}”", key.title()),
            Self::Added(list) => return format!("the new {}", list.id()),
            Self::Removed(list) => return format!("removing the {}", list.id()),
            Self::RemovedYear(year) => return format!("removing {year}"),
            Self::Showed(year, _) => return format!("showing {year}"),
            Self::ShowedJob => "showing the other job",
            Self::AddedJob => "the job’s own sheet",
            Self::RemovedJob => "removing the job’s sheet",
            Self::Rules => "the rules from the link",
            Self::Paper => "the answer from your paper",
            Self::Rows => "the added rows",
            Self::Opened => "opening the copy",
            Self::OtherTab => "loading from the other tab",
            Self::Cleared => "clearing everything",
        };
        name.to_owned()
    }

    /// What the person should hear of it at once, since it changes more than the place
    /// that they look at, or takes something away.
    #[must_use]
    pub fn notice(self) -> Option<String> {
        let notice = match self {
            Self::Typed(_) | Self::Added(_) | Self::Showed(_, None) | Self::ShowedJob => return None,
            Self::Removed(list) => return Some(format!("That {} is removed.", list.id())),
            Self::RemovedYear(year) => return Some(format!("{year} is removed.")),
            Self::Showed(_, Some(from)) => return Some(format!("We copied your plan answers from {from}.")),
            Self::AddedJob => "This is the sheet of the new job. At the top you choose which job you see.",
            Self::RemovedJob => "The job’s sheet is removed.",
            Self::Rules => "The plan’s rules are filled in from the link.",
            Self::Paper => "The answer is filled in.",
            Self::Rows => "The rows are added.",
            Self::Opened => "The copy has replaced the figures that were here.",
            Self::OtherTab => "What the other tab saved is loaded.",
            Self::Cleared => "Everything is cleared.",
        };
        Some(notice.to_owned())
    }
}

/// The steps that can be taken back, and those that can be done again.
///
/// ```
/// use planner::date::Date;
/// use planner::draft::{Change, Draft, History};
/// use planner::questions::{Field, Key};
/// let (mut draft, mut history) = (Draft::new(Date::new(2026, 11, 24)?), History::default());
/// let pay = Key::Sheet(Field::Pay);
/// for text in ["2", "20", "200"] {
///     history.set(&mut draft, pay, text.to_owned());
/// }
/// // What is typed in one go is one step.
/// assert_eq!(history.undo(&mut draft), Some(Change::Typed(pay)));
/// assert_eq!(draft.text(pay), "");
/// assert_eq!(history.redo(&mut draft), Some(Change::Typed(pay)));
/// assert_eq!(draft.text(pay), "200");
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The newest step is the last.
    done: VecDeque<Step>,
    /// The step taken back last is the last.
    undone: Vec<Step>,
    /// Whether the newest step is a typing that may go on.
    typing: bool,
}

#[derive(Clone, Debug)]
struct Step {
    change: Change,
    other: Other,
}

/// The state on the other side of a step.
#[derive(Clone, Debug)]
enum Other {
    /// One field's text, in a draft that shows this year.
    Text { year: i16, key: Key, text: String },
    /// The sheets that differ; none for a year that has none.
    Sheets { year: i16, birth_date: String, sheets: Vec<(i16, Option<Sheet>)> },
}

impl Other {
    /// Puts this state into the draft and gives the one that stood there.
    fn swap(self, draft: &mut Draft) -> Self {
        match self {
            Self::Text { year, key, text } => {
                draft.year = year;
                let before = draft.text(key).to_owned();
                draft.set(key, text);
                Self::Text { year, key, text: before }
            }
            Self::Sheets { year, birth_date, sheets } => {
                let swap = |(year, sheet): (i16, Option<Sheet>)| match sheet {
                    Some(sheet) => (year, draft.sheets.insert(year, sheet)),
                    None => (year, draft.sheets.remove(&year)),
                };
                let sheets = sheets.into_iter().map(swap).collect();
                let year = std::mem::replace(&mut draft.year, year);
                let birth_date = std::mem::replace(&mut draft.birth_date, birth_date);
                Self::Sheets { year, birth_date, sheets }
            }
        }
    }
}

impl History {
    /// Keeps a field's text in the draft. Typing on in the same field, with nothing in
    /// between, is one step.
    pub fn set(&mut self, draft: &mut Draft, key: Key, text: String) {
        let change = Change::Typed(key);
        let year = draft.year;
        let goes_on = self.typing
            && self.done.back().is_some_and(|step| match &step.other {
                Other::Text { year: then, key: before, .. } => (*then, *before) == (year, key),
                Other::Sheets { .. } => false,
            });
        if !goes_on {
            self.keep(change, Other::Text { year, key, text: draft.text(key).to_owned() });
        }
        self.undone.clear();
        self.typing = true;
        draft.set(key, text);
    }

    /// Changes the draft in any other way, and says whether anything changed, which is a
    /// step.
    pub fn change<T>(&mut self, draft: &mut Draft, change: Change, does: impl FnOnce(&mut Draft) -> T) -> (T, bool) {
        let before = draft.clone();
        let given = does(draft);
        let mut years: Vec<i16> = before.sheets.keys().copied().collect();
        years.extend(draft.sheets.keys().filter(|year| !before.sheets.contains_key(*year)));
        years.retain(|year| before.sheets.get(year) != draft.sheets.get(year));
        let is_step = !years.is_empty() || before.birth_date != draft.birth_date || before.year != draft.year;
        if is_step {
            let Draft { year, birth_date, mut sheets } = before;
            let sheets = years.into_iter().map(|year| (year, sheets.remove(&year))).collect();
            self.keep(change, Other::Sheets { year, birth_date, sheets });
            self.undone.clear();
        }
        (given, is_step)
    }

    /// Takes the newest step back and says which one it was.
    pub fn undo(&mut self, draft: &mut Draft) -> Option<Change> {
        let Step { change, other } = self.done.pop_back()?;
        self.typing = false;
        self.undone.push(Step { change, other: other.swap(draft) });
        Some(change)
    }

    /// Does again what was taken back last, and says which step it was.
    pub fn redo(&mut self, draft: &mut Draft) -> Option<Change> {
        let Step { change, other } = self.undone.pop()?;
        self.keep(change, other.swap(draft));
        Some(change)
    }

    /// What [`undo`](Self::undo) would take back.
    #[must_use]
    pub fn to_undo(&self) -> Option<Change> {
        self.done.back().map(|step| step.change)
    }

    /// What [`redo`](Self::redo) would do again.
    #[must_use]
    pub fn to_redo(&self) -> Option<Change> {
        self.undone.last().map(|step| step.change)
    }

    fn keep(&mut self, change: Change, other: Other) {
        if self.done.len() == MOST_STEPS {
            self.done.pop_front();
        }
        self.done.push_back(Step { change, other });
        self.typing = false;
    }
}
