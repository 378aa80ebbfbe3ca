//! An entry of the list: what, when, where, and how it stands.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::Act;
use crate::date::Date;
use crate::law::Citation;
use crate::law::deadlines::paid_by;
use crate::worksheets::Worksheet;

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The person's to do.
    Yours,
    /// It happens by itself.
    ByItself,
    /// The last day for something that may have to be done.
    Deadline,
}

/// How it stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The person's to do, and late.
    Overdue,
    /// Still to come, or to be done now.
    Open,
    /// Done, by what is entered.
    Done,
    /// The day has passed.
    Past,
}

/// Where it is seen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The worksheet.
    #[serde(serialize_with = "slug")]
    pub worksheet: Worksheet,
    /// The id of the field or table there; empty for the page as a whole.
    pub at: &'static str,
}

fn slug<S: Serializer>(worksheet: &Worksheet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(worksheet.slug())
}

/// Something to do, or that happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// What it is told from the others by; it stays while figures and dates change.
    pub id: String,
    /// The year that it is for.
    pub year: i16,
    /// The day, or the last day; none where no day is known or set.
    pub date: Option<Date>,
    /// The last business day before, where that day is none and nothing moves it.
    pub before: Option<Date>,
    /// What to do or what happens, as a short sentence without its end.
    pub what: String,
    /// Why, and what to know, in sentences.
    pub why: String,
    /// Where it is seen to.
    pub place: Place,
    /// Whose it is.
    pub kind: Kind,
    /// How it stands.
    pub state: State,
    /// Where the law or the plan says so.
    pub citation: Citation,
    /// The job that it is of, where the year has several; empty for what is the person's.
    #[serde(skip)]
    pub job: String,
    /// That job's number.
    #[serde(skip)]
    pub job_number: u32,
    /// It as data.
    #[serde(skip)]
    pub act: Act,
}

/// What was found to do, when, and whether it is done.
pub(super) struct Due {
    pub act: Act,
    pub date: Option<Date>,
    pub done: bool,
}

impl Due {
    /// Not known to be done.
    pub fn new(act: Act, date: impl Into<Option<Date>>) -> Self {
        Self { act, date: date.into(), done: false }
    }

    /// Done, if that is known.
    pub fn done(self, done: bool) -> Self {
        Self { done, ..self }
    }
}

impl Action {
    /// Tells it from the same of other jobs: by its words where the year has several, and by its
    /// id in any case, so that this stays when jobs come and go.
    pub(super) fn name_job(&mut self, id: u32, name: &str) {
        if self.act.is_of_person() {
            return;
        }
        if id != 0 {
            self.id = format!("job-{id}-{}", self.id);
        }
        if !name.is_empty() {
            self.what = format!("{name}: {}", self.what);
            name.clone_into(&mut self.job);
            self.job_number = id;
        }
    }

    /// Entries for what was found for a year, as they stand on a day.
    pub(super) fn all(due: Vec<Due>, year: i16, today: Date) -> Vec<Self> {
        let mut seen = BTreeMap::new();
        let each = due.into_iter().map(|Due { act, date, done }| {
            let year = if act.of_next_year() { year.saturating_add(1) } else { year };
            let number: &mut u32 = seen.entry((act.id(), year)).or_default();
            *number += 1;
            let id = match *number {
                1 => format!("{}-{year}", act.id()),
                number => format!("{}-{year}-{number}", act.id()),
            };
            let kind = act.kind();
            let state = match date {
                _ if done => State::Done,
                Some(date) if date < today && kind == Kind::Yours => State::Overdue,
                Some(date) if date < today => State::Past,
                _ => State::Open,
            };
            let before = date.filter(|_| act.is_unmoved()).and_then(paid_by).filter(|before| Some(*before) != date);
            Self {
                id,
                year,
                date,
                before,
                what: act.what(year),
                why: act.why(year),
                place: act.place(),
                kind,
                state,
                citation: act.citation(),
                job: String::new(),
                job_number: 0,
                act,
            }
        });
        each.collect()
    }
}
