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
pub mod planning;

use std::fmt;

use serde::Serialize;

use crate::date::Date;
use crate::draft::{Draft, SavedError};
use crate::questions::{Key, List, Whose};
use crate::reading::Reading;
use crate::record::Record;
use crate::report::{Problem, Reply, Report};
use crate::text;

/// A worksheet as its page calls it.
struct Worksheet {
    /// The name that its page has in the address.
    page: &'static str,
    /// Whether it cannot do without this text, so that it stands in the way if it
    /// cannot be read.
    needs: fn(Key) -> bool,
    /// The result for the draft's year on show, or what is still to be entered.
    report: fn(&Draft, &Record, Date) -> Result<Report, String>,
}

/// What to do where page and engine do not fit each other.
const RELOAD: &str = "Reload the page to get the newest planner.";

/// What a page shows of a draft, if it is the page of one of these worksheets.
fn answer(worksheets: &[Worksheet], draft: &str, today: &str, page: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    let Some(worksheet) = worksheets.iter().find(|worksheet| worksheet.page == page) else {
        return Err(format!("There is no worksheet “{}”. {RELOAD}", text::cleaned(page, 40)));
    };
    let Reading { record, problems, applies, unread_years } = draft.read(today);
    let problem = |problem: crate::reading::Problem| Problem {
        field: problem.key.id(),
        title: problem.key.title().to_owned(),
        message: problem.message,
        unfinished: problem.unfinished,
        in_the_way: (worksheet.needs)(problem.key),
    };
    let mut reply = Reply {
        problems: problems.into_iter().map(problem).collect(),
        unread_years,
        hints: hints::hints(draft.year, today, applies),
        wait: String::new(),
        report: None,
    };
    if reply.in_the_way().next().is_none() {
        match (worksheet.report)(&draft, &record, today) {
            Ok(report) => reply.report = Some(report),
            Err(wait) => reply.wait = wait,
        }
    }
    json(&reply)
}

/// A worksheet's result in the page's terms, or in words what it waits for.
fn report<R: Into<Report>, E: fmt::Display>(result: Result<R, E>) -> Result<Report, String> {
    result.map(R::into).map_err(|wait| wait.to_string())
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

/// Whether a text belongs to the ledger, the landing spot or the tax forms, which the
/// other worksheets do not read.
fn is_of_the_ledger(key: Key) -> bool {
    match key {
        Key::BirthDate => false,
        Key::Sheet(field) => matches!(field.whose(), Whose::Person | Whose::Ledger),
        Key::Row(list, ..) => List::LEDGER.contains(&list) || matches!(list, List::Forms | List::Returns),
    }
}
