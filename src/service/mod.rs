//! The engine as a service: a saved draft in, JSON out.
//!
//! The page and the engine share nothing but these texts. The functions are pure, and
//! whatever text they are given, they answer or say in a sentence why they cannot.
//!
//! The page loads it as a wasm module of its own, when it first needs it: see [`Module`].

mod booklet;
mod confirm;
mod copies;
mod hints;
mod missing;
mod module;
mod notes;
mod rows;
mod standing;

pub use booklet::booklet;
pub use copies::{link, offer, open, record};
pub use rows::{import, import_named, take_over};
pub use standing::standing;

use serde::Serialize;

use crate::date::Date;
use crate::draft::{Draft, SavedError};
use crate::exchange::calendar;
use crate::money::Money;
use crate::questions::{Field, Key, List, Whose};
use crate::reading::Reading;
use crate::report::{Problem, Reply};
use crate::text;
use crate::worksheets::agenda::Agenda;
use crate::worksheets::jobs::Jobs;
use crate::worksheets::year::Year;
use crate::worksheets::{Reads, Worksheet, pace};

/// What to do where page and engine do not fit each other.
const RELOAD: &str = "Reload the page to get the newest planner.";

/// The modules of the page's engine, each loaded when it is first needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// All worksheets, and whatever comes in or goes out as a whole.
    Engine,
    /// The reader of papers, which knows nothing of what is typed.
    Papers,
}

impl Module {
    /// Every module.
    pub const ALL: &[Self] = &[Self::Engine, Self::Papers];

    /// Its name: that of its files, and what the page asks for it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Engine => "engine",
            Self::Papers => "papers",
        }
    }
}

/// What the page of a worksheet shows of a draft: a [`Reply`].
/// The rows of a table that is closed are left out, unless its id is among those that are
/// `open`, with spaces between them.
///
/// ```
/// use planner::date::Date;
/// use planner::draft::Draft;
/// use planner::report::Reply;
/// use planner::service;
/// let empty = Draft::new(Date::new(2026, 11, 24)?).to_saved();
/// let reply: Reply = serde_json::from_str(&service::answer(&empty, "2026-11-24", "room", "")?)?;
/// assert_eq!(reply.wait, "Enter your birth date: catch-up and access to the money depend on your age.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A sentence about a text that is no draft, no day or no page's name.
pub fn answer(draft: &str, today: &str, page: &str, open: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    let worksheet = Worksheet::from_slug(page).ok_or_else(|| unknown(page))?;
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
        missing: Vec::new(),
        answered: missing::answered(worksheet, &draft, applies),
        report: None,
    };
    let jobs = Jobs::of(&record, draft.year, today);
    let year = jobs.year(draft.year, today);
    if let Ok(year) = &year {
        reply.hints.extend(confirm::records(&draft, year));
        if !matches!(worksheet.reads(), Reads::Posted | Reads::Anything) {
            tell(&mut reply, &draft, year);
        }
    }
    if reply.in_the_way().next().is_none() {
        match year.and_then(|year| worksheet.report(&year)) {
            Ok(report) => {
                let mut report = report.without_closed(open);
                if worksheet == Worksheet::Plan {
                    report.link = draft.plan_link();
                }
                reply.report = Some(report);
            }
            Err(wait) => reply.wait = wait.to_string(),
        }
    }
    reply.missing = missing::missing(worksheet, &draft, applies, reply.report.is_some());
    json(&reply)
}

/// What each card was understood to say, and what of the paychecks does not count.
fn tell(reply: &mut Reply, draft: &Draft, year: &Year<'_>) {
    reply.hints.extend(confirm::confirmations(draft, year));
    reply.problems.extend(notes::notes(draft, year));
}

/// The file of a worksheet's page on a draft: comma-separated values, or for the review a
/// calendar.
///
/// # Errors
/// A sentence about a text that is no draft, no day or no name of a page with a file, or
/// about what is still to be entered.
pub fn file(draft: &str, today: &str, page: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    let worksheet = Worksheet::from_slug(page).ok_or_else(|| unknown(page))?;
    let record = draft.read(today).record;
    let jobs = Jobs::of(&record, draft.year, today);
    let file = jobs.year(draft.year, today).and_then(|year| match worksheet {
        // The review's dates are a file for a calendar.
        Worksheet::Review => Ok(Some(calendar::file(&Agenda::of(&year), today))),
        _ => worksheet.file(&year),
    });
    file.map_err(|wait| wait.to_string())?.ok_or_else(|| unknown(page))
}

fn unknown(page: &str) -> String {
    format!("There is no worksheet “{}”. {RELOAD}", text::cleaned(page, 40))
}

/// The example as of this day, as a draft is saved.
///
/// # Errors
/// A sentence about a text that is no day.
pub fn example(today: &str) -> Result<String, String> {
    Ok(Draft::example_of(day(today)?).to_saved())
}

/// The draft with the next year on show, begun with this one's pay and elections, as it is
/// saved.
///
/// # Errors
/// A sentence about a text that is no draft or no day, or about what is still to be entered.
pub fn start_next_year(draft: &str, today: &str) -> Result<String, String> {
    let (mut draft, today) = (read(draft)?, day(today)?);
    let record = draft.read(today).record;
    let jobs = Jobs::of(&record, draft.year, today);
    let pace = jobs.year(draft.year, today).and_then(|year| pace::worksheet(&year));
    let next = pace.map_err(|wait| wait.to_string())?.next_year;
    let after_tax = next.as_ref().map(|next| next.carried.to_string());
    let take_home = next.and_then(|next| next.take_home).map(Money::plain);
    draft.start_next_year(after_tax, take_home);
    Ok(draft.to_saved())
}

/// The draft after a change of the jobs of the year on show, as it is saved: `show 1` shows that
/// job, `add 0` gives the one in that row a sheet of its own, and `remove` takes away the sheet
/// of the one on show.
///
/// # Errors
/// A sentence about a text that is no draft, or no such change.
pub fn change_jobs(draft: &str, _today: &str, what: &str) -> Result<String, String> {
    let mut draft = read(draft)?;
    let (what, number) = what.split_once(' ').unwrap_or((what, "0"));
    match (what, number.parse()) {
        ("show", Ok(job)) => draft.show_job(job),
        ("add", Ok(row)) => draft.add_job(row),
        ("remove", _) => draft.remove_job(),
        _ => return Err(format!("There is no such change. {RELOAD}")),
    }
    Ok(draft.to_saved())
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
    if is_beyond(key) {
        return worksheet == Worksheet::Review;
    }
    match worksheet.reads() {
        Reads::Anything => false,
        Reads::Rules => is_rule_of_the_plan(key),
        Reads::Planned => !is_of_the_ledger(key),
        Reads::Posted => is_of_the_ledger(key),
    }
}

/// Whether a text is of what else a person could do, which only the review reads.
fn is_beyond(key: Key) -> bool {
    matches!(key, Key::Sheet(field) if field.place().starts_with("beyond."))
}

/// Whether a text belongs to the ledger, the landing spot or the tax forms, which the
/// other worksheets do not read.
fn is_of_the_ledger(key: Key) -> bool {
    match key {
        Key::BirthDate => false,
        Key::Sheet(field) => matches!(field.whose(), Whose::Person | Whose::Account | Whose::Ledger),
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
