//! The engine as a service: a saved draft in, JSON out.
//!
//! The page and the engine share nothing but these texts. The functions are pure, and
//! whatever text they are given, they answer or say in a sentence why they cannot.
//!
//! Most of the engine is its worksheets, and nobody fills in all of them at once. So
//! they are in two modules, [`planning`] and [`ledger`], and a page loads the one that
//! has its worksheet. A third, [`copies`], comes when a copy is made or opened. What they
//! have in common is here.

pub mod copies;
mod hints;
pub mod ledger;
mod module;
mod notes;
pub mod planning;

use serde::Serialize;

use crate::date::Date;
use crate::draft::{Draft, SavedError};
use crate::questions::{Field, Key, List, Whose};
use crate::reading::Reading;
use crate::report::{Problem, Reply, Report};
use crate::text;
use crate::worksheets::year::{NotReady, Year};
use crate::worksheets::{Module, Worksheet};

/// What to do where page and engine do not fit each other.
const RELOAD: &str = "Reload the page to get the newest planner.";

/// The worksheets of one module of the engine: what one of them gives on a year.
type OfModule<T> = fn(Worksheet, &Year<'_>) -> Result<Option<T>, NotReady>;

/// What a page shows of a draft, if it is the page of a worksheet of this module. Of what is
/// closed, `open` has the ids that are open, with spaces between them.
/// `tell` adds what this module alone says beside the fields.
fn answer(
    report: OfModule<Report>,
    tell: fn(&mut Reply, &Draft, &Year<'_>),
    draft: &str,
    today: &str,
    page: &str,
    open: &str,
) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    let unknown = || unknown(page);
    let worksheet = Worksheet::from_slug(page).ok_or_else(unknown)?;
    let Reading { record, problems, applies, unread_years } = draft.read(today);
    let problem = |problem: crate::reading::Problem| Problem {
        field: problem.key.id(),
        title: problem.key.title().to_owned(),
        message: problem.message,
        unfinished: problem.unfinished,
        in_the_way: needs(worksheet, problem.key),
    };
    let mut reply = Reply {
        problems: problems.into_iter().map(problem).collect(),
        unread_years,
        hints: hints::hints(draft.year, today, applies),
        wait: String::new(),
        report: None,
    };
    if let Ok(year) = Year::of(&record, draft.year, today) {
        tell(&mut reply, &draft, &year);
    }
    if reply.in_the_way().next().is_none() {
        match Year::of(&record, draft.year, today).and_then(|year| report(worksheet, &year)) {
            Ok(Some(report)) => {
                let mut report = report.without_closed(open);
                if worksheet == Worksheet::Plan {
                    report.link = draft.plan_link();
                }
                reply.report = Some(report);
            }
            Ok(None) => return Err(unknown()),
            Err(wait) => reply.wait = wait.to_string(),
        }
    }
    json(&reply)
}

/// The file of a page on a draft, if it is the page of a worksheet of this module.
fn file(file: OfModule<String>, draft: &str, today: &str, page: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    let worksheet = Worksheet::from_slug(page).ok_or_else(|| unknown(page))?;
    let record = draft.read(today).record;
    let file = Year::of(&record, draft.year, today).and_then(|year| file(worksheet, &year));
    file.map_err(|wait| wait.to_string())?.ok_or_else(|| unknown(page))
}

fn unknown(page: &str) -> String {
    format!("There is no worksheet “{}”. {RELOAD}", text::cleaned(page, 40))
}

/// The draft with the example in the year on show, as it is saved.
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn example(draft: &str, today: &str) -> Result<String, String> {
    Ok(read(draft)?.with_example(day(today)?).to_saved())
}

fn read(draft: &str) -> Result<Draft, String> {
    Draft::from_saved(draft).map_err(|error| {
        let what = match error {
            SavedError::Newer => "These figures were written by a newer planner.",
            SavedError::Unreadable => "These figures cannot be read.",
        };
        format!("{what} {RELOAD}")
    })
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("Today’s date is not a day. {RELOAD}"))
}

fn json(reply: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(reply).map_err(|error| error.to_string())
}

/// Whether a worksheet cannot do without a text, so that it stands in the way if it
/// cannot be read.
fn needs(worksheet: Worksheet, key: Key) -> bool {
    match worksheet {
        Worksheet::Plan => is_rule_of_the_plan(key),
        _ => (worksheet.module() == Module::Ledger) == is_of_the_ledger(key),
    }
}

/// Whether a text belongs to the ledger, the landing spot or the tax forms, which the
/// other worksheets do not read.
fn is_of_the_ledger(key: Key) -> bool {
    match key {
        Key::BirthDate => false,
        Key::Sheet(field) => matches!(field.whose(), Whose::Person | Whose::Ledger),
        Key::Row(list, ..) => List::LEDGER.contains(&list) || matches!(list, List::Forms | List::Returns),
    }
}

/// Whether a text gives a rule of the plan, which is all that the checklist needs.
/// The paydays are shared with the plan's rules and yet are none of them.
fn is_rule_of_the_plan(key: Key) -> bool {
    let Key::Sheet(field) = key else { return false };
    match field {
        Field::HighlyCompensated | Field::OthersAverage | Field::ReservedMatch => true,
        Field::KnownPayDate | Field::FirstDay | Field::SecondDay | Field::Shift | Field::PayDates => false,
        field => field.whose() == Whose::Plan,
    }
}
