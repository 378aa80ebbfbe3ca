//! The engine as a service: a saved draft in, JSON out.
//!
//! The page and the engine are two modules that share nothing but these texts. The
//! functions are pure, and whatever text they are given, they answer or say in a
//! sentence why they cannot.

use std::fmt;

use serde::Serialize;

use crate::date::Date;
use crate::draft::{
    Draft, Field, Imported, ImportedRow, Key, List, Reading, SavedError, SharedPlan, SharedRule, Shown,
};
use crate::record::Record;
use crate::report::{self, Hint, Import, Offer, Problem, Reply, Report, Rule};
use crate::rules::limits::{self, Limit};
use crate::worksheets::{conversions, forms, landing, pace, plan, room};

/// The worksheets, by the name that their page has in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worksheet {
    Plan,
    Room,
    Pace,
    Conversions,
    Landing,
    Forms,
}

impl Worksheet {
    fn of(page: &str) -> Result<Self, String> {
        match page {
            "plan" => Ok(Self::Plan),
            "room" => Ok(Self::Room),
            "pace" => Ok(Self::Pace),
            "conversions" => Ok(Self::Conversions),
            "landing" => Ok(Self::Landing),
            "forms" => Ok(Self::Forms),
            _ => Err(format!("There is no worksheet “{page}”. {RELOAD}")),
        }
    }

    /// Whether the worksheet cannot do without this text, so that it stands in the
    /// way if it cannot be read.
    fn needs(self, key: Key) -> bool {
        match self {
            Self::Plan => is_rule_of_the_plan(key),
            Self::Room | Self::Pace => !is_of_the_ledger(key),
            Self::Conversions | Self::Landing | Self::Forms => is_of_the_ledger(key),
        }
    }

    /// The result, or what is still to be entered.
    fn report(self, record: &Record, year: i16, today: Date) -> Result<Report, String> {
        fn done<R: Into<Report>, E: fmt::Display>(result: Result<R, E>) -> Result<Report, String> {
            result.map(R::into).map_err(|wait| wait.to_string())
        }
        match self {
            Self::Plan => done(plan::worksheet(record, year, today)),
            Self::Room => done(room::worksheet(record, year, today)),
            Self::Pace => done(pace::worksheet(record, year, today)),
            Self::Conversions => done(conversions::worksheet(record, year, today)),
            Self::Landing => done(landing::worksheet(record, year, today)),
            Self::Forms => done(forms::worksheet(record, year, today)),
        }
    }
}

/// What to do where page and engine do not fit each other.
const RELOAD: &str = "Reload the page to get the newest planner.";

/// What a page shows of a draft: a [`Reply`].
///
/// ```
/// use planner::date::Date;
/// use planner::draft::Draft;
/// use planner::report::Reply;
/// use planner::service;
/// let empty = Draft::new(Date::new(2026, 11, 24)?).to_saved();
/// let reply: Reply = serde_json::from_str(&service::answer(&empty, "2026-11-24", "room")?)?;
/// assert_eq!(reply.wait, "Enter your birth date: the catch-up rules go by age.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A sentence about a text that is no draft, no day or no page's name.
pub fn answer(draft: &str, today: &str, page: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    let worksheet = Worksheet::of(page)?;
    let Reading { record, problems, shown, unread_years } = draft.read(today);
    let problem = |problem: crate::draft::Problem| Problem {
        field: problem.key.id(),
        title: problem.key.title().to_owned(),
        message: problem.message,
        unfinished: problem.unfinished,
        in_the_way: worksheet.needs(problem.key),
    };
    let mut reply = Reply {
        problems: problems.into_iter().map(problem).collect(),
        unread_years,
        hints: hints(draft.year, today, shown),
        wait: String::new(),
        report: None,
    };
    if reply.in_the_way().next().is_none() {
        match worksheet.report(&record, draft.year, today) {
            Ok(report) => reply.report = Some(report),
            Err(wait) => reply.wait = wait,
        }
    }
    if let Some(report) = reply.report.as_mut().filter(|_| worksheet == Worksheet::Plan) {
        report.link = draft.plan_link();
    }
    json(&reply)
}

/// The record, as the page hands it over and the command reads it.
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn record(draft: &str, today: &str) -> Result<String, String> {
    Ok(read(draft)?.read(day(today)?).record.to_json())
}

/// The draft with the example in the year on show, as it is saved.
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn example(draft: &str, today: &str) -> Result<String, String> {
    Ok(read(draft)?.with_example(day(today)?).to_saved())
}

/// What a text of rows would add to the ledger: an [`Import`].
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn import(draft: &str, today: &str, text: &str) -> Result<String, String> {
    json(&shown(read(draft)?.import(day(today)?, text)))
}

/// What the paydays so far would add to the ledger of the year on show: an [`Import`].
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn take_over(draft: &str, today: &str) -> Result<String, String> {
    json(&shown(read(draft)?.take_over_paydays(day(today)?)))
}

/// What a link to a plan's rules would fill in: an [`Offer`].
///
/// # Errors
/// A sentence about a text that is no draft, or a link that cannot be used.
pub fn offer(draft: &str, link: &str) -> Result<String, String> {
    let draft = read(draft)?;
    let shared = SharedPlan::from_link(link).map_err(|error| error.to_string())?;
    let rule = |rule: SharedRule| Rule {
        title: rule.title.to_owned(),
        text: rule.text,
        replaces: rule.replaces.unwrap_or_default(),
    };
    json(&Offer {
        rules: draft.preview(&shared).into_iter().map(rule).collect(),
        note: shared.note().unwrap_or_default(),
        draft: draft.with_plan(&shared).to_saved(),
    })
}

fn shown(imported: Imported) -> Import {
    let row = |row: ImportedRow| report::ImportedRow {
        date: row.date.long(),
        what: row.what,
        amount: row.amount.to_string(),
    };
    Import {
        says: imported.says,
        rows: imported.rows.into_iter().map(row).collect(),
        left_out: imported.left_out,
        draft: imported.draft.map(|draft| draft.to_saved()).unwrap_or_default(),
    }
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

/// Whether a text gives a rule of the plan, which is all that the checklist needs.
/// The paydays are shared with the plan's rules and yet are none of them.
fn is_rule_of_the_plan(key: Key) -> bool {
    let Key::Sheet(field) = key else { return false };
    match field {
        Field::HighlyCompensated | Field::OthersAverage | Field::ReservedMatch => true,
        Field::KnownPayDate | Field::FirstDay | Field::SecondDay | Field::Shift | Field::PayDates => false,
        field => Field::PLAN.contains(&field),
    }
}

/// Whether a text belongs to the ledger, the landing spot or the tax forms, which the
/// other worksheets do not read.
fn is_of_the_ledger(key: Key) -> bool {
    match key {
        Key::BirthDate => false,
        Key::Sheet(field) => Field::LANDING.contains(&field) || Field::LEDGER.contains(&field),
        Key::Row(list, ..) => List::LEDGER.contains(&list) || matches!(list, List::Forms | List::Returns),
    }
}

/// The hints that need the law's figures or the day.
fn hints(year: i16, today: Date, shown: Shown) -> Vec<Hint> {
    const LIMITS: [(Field, &Limit); 7] = [
        (Field::OwnElectiveDeferrals, &limits::ELECTIVE_DEFERRALS),
        (Field::OwnAnnualAdditions, &limits::ANNUAL_ADDITIONS),
        (Field::OwnCatchUp, &limits::CATCH_UP),
        (Field::OwnCatchUpHigher, &limits::CATCH_UP_60_TO_63),
        (Field::OwnPayCounted, &limits::PAY_COUNTED),
        (Field::OwnRothWages, &limits::ROTH_CATCH_UP_WAGES),
        (Field::OwnWageBase, &limits::SOCIAL_SECURITY_WAGE_BASE),
    ];
    let hint = |field: Field, text| Hint { field: field.id().to_owned(), text };
    let on_file = |limit: &Limit| match limit.on_file(year) {
        Some(amount) => format!("Projected: {}. Leave empty to use it.", amount.value),
        None => "Not known to this planner: fill it in.".to_owned(),
    };
    let months = pace::months_left(year, today);
    let mut hints = vec![
        hint(Field::MonthsLeft, format!("By today’s date {months}, this month included.")),
        hint(Field::HighlyCompensated, highly_compensated(year)),
    ];
    if shown.own_limits {
        hints.extend(LIMITS.iter().map(|(field, limit)| hint(*field, on_file(limit))));
    }
    hints
}

fn highly_compensated(year: i16) -> String {
    match limits::highly_compensated_above(year) {
        Some(amount) => format!(
            "You are if this employer paid you more than {} in {}, or you own more than 5% of it.",
            amount.value,
            year - 1
        ),
        None => "You are above a pay that the IRS sets for each year, or if you own more than 5%.".to_owned(),
    }
}
