//! One dated list of what a person does and what happens by itself, over all worksheets, and
//! how each worksheet stands.
//!
//! Each date is taken from where it is worked out: an election's from the pace, the
//! conversion's from the ledger, the law's from [`law`](crate::law). So no two pages give two
//! dates for one thing.
//!
//! | part | what it tells |
//! |---|---|
//! | [`Worked`] | the results of all worksheets of one year, worked out once |
//! | [`Act`] | what is to be done, or happens, as data |
//! | [`Action`] | that with its date, its state, its place and its words |
//! | [`Standing`] | how a worksheet stands: not begun, questions open, needs action, wrong, done |

mod act;
mod action;
mod by_law;
mod open;
mod owners;
mod planned;
pub mod report;
mod standing;
mod words;
mod worked;

use serde::Serialize;

use crate::worksheets::year::Year;

pub use act::Act;
pub use action::{Action, Kind, Place, State};
pub use standing::{Stage, Standing};
pub use worked::Worked;

/// What is to be done for a year, and how its worksheets stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agenda {
    /// The calendar year.
    pub year: i16,
    /// What is to be done or happens for the year and, where the record has it, what the year
    /// before leaves to do: by date, what has none last.
    pub actions: Vec<Action>,
    /// How each worksheet stands, in the order of the guide, for the job on show.
    pub standings: Vec<Standing>,
}

impl Agenda {
    /// The list of a year and of what the year before leaves to do, for all jobs of the year
    /// that have a plan of their own. What is of one job then begins with its name.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::record::{Record, YearRecord};
    /// use planner::worksheets::agenda::Agenda;
    /// use planner::worksheets::year::Year;
    /// let record = Record { years: vec![YearRecord::new(2027)], ..Record::default() };
    /// let agenda = Agenda::of(&Year::of(&record, 2027, Date::new(2027, 11, 24)?)?);
    /// let filed = agenda.actions.iter().find(|action| action.id == "return-2027").ok_or("no return")?;
    /// assert_eq!(filed.date, Some(Date::new(2028, 4, 18)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(year: &Year<'_>) -> Self {
        Self::worked(&Worked::of(year))
    }

    /// The same of a year whose worksheets are worked out already.
    #[must_use]
    pub fn worked(worked: &Worked<'_, '_>) -> Self {
        let year = worked.year;
        let mut actions = actions(worked);
        let mut standings = Standing::all(worked, &actions);
        actions.extend(left_of_year_before(year));
        standings.iter_mut().for_each(|standing| standing.count(&actions));
        actions.iter_mut().for_each(|action| action.name_job(year.entry.job.id, year.job));
        for beside in year.beside {
            let Ok(other) = Year::of(&beside.record, year.year, year.today) else { continue };
            let mut of_job = self::actions(&Worked::of(&other));
            of_job.extend(left_of_year_before(&other));
            of_job.iter_mut().for_each(|action| action.name_job(other.entry.job.id, &beside.name));
            actions.extend(of_job.into_iter().filter(|action| !action.act.is_of_person()));
        }
        Self { year: year.year, actions: sorted(actions), standings }
    }

    /// What can still be done or is still to happen, overdue things first of all.
    pub fn ahead(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| matches!(action.state, State::Open | State::Overdue))
    }
}

/// What the year before leaves to do.
fn left_of_year_before(year: &Year<'_>) -> Vec<Action> {
    let before = year.year.checked_sub(1).and_then(|before| year.other(before).ok());
    let mut left = before.map(|before| self::actions(&Worked::of(&before))).unwrap_or_default();
    left.retain(|action| matches!(action.state, State::Open | State::Overdue));
    left
}

/// What is to be done for one year alone.
fn actions(worked: &Worked<'_, '_>) -> Vec<Action> {
    let mut acts = planned::acts(worked);
    acts.extend(by_law::acts(worked));
    acts.extend(owners::acts(worked));
    let year = worked.year;
    sorted(Action::all(acts, year.year, year.today))
}

/// By date; what has none comes last, and what falls on one day stays as it was found.
fn sorted(mut actions: Vec<Action>) -> Vec<Action> {
    actions.sort_by_key(|action| (action.date.is_none(), action.date));
    actions
}
