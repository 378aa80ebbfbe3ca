//! How the worksheet ends, and by when to act. How that reads is in `closing_words`.

use super::letter::Letter;
use super::{Case, Finding, Friction, closing_words};
use crate::date::Date;
use crate::explain::{Closing, Found, Severity};
use crate::law::deadlines;
use crate::record::{Income, PlanKind};
use crate::worksheets::feasibility::{Cause, Exits, Open, Verdict};

/// Days in which a plan can be expected to answer.
const DAYS_TO_ANSWER: i32 = 14;

/// How the worksheet ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending<'a> {
    /// The plan cannot do it.
    Cannot { cause: Cause, kind: PlanKind },
    /// What decides is not known yet.
    AskFirst { open: Open, questions: usize },
    /// The plan can do it.
    Works { exits: Exits, frictions: &'a [Friction], wrong: Option<&'a str>, next: Next },
}

/// What to do next where the plan can do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Look at the new year.
    NewYear,
    /// Work out the room.
    Room,
    /// Work out the room, and ask what is still open.
    RoomAndLetter,
}

/// By when to act so that it still counts for the year (26 CFR 1.415(c)-1(b)(6)):
/// for who must ask first, by when to have an answer; none once the year is over.
pub(super) fn by(case: &Case<'_>, today: Date) -> Option<Date> {
    let owner = matches!(case.entry.income, Some(Income::SelfEmployed { .. }));
    let end = deadlines::last_contribution(case.entry.year, owner)?;
    // A change of the election needs its time before the last payday.
    let lead = if owner { 0 } else { case.entry.plan.change_lead_days.unwrap_or(0) };
    let last = end.plus_days(-i32::from(lead)).ok()?;
    let answered = today.plus_days(DAYS_TO_ANSWER).ok()?;
    match case.verdict {
        _ if today > last => None,
        Verdict::AskFirst => Some(answered.min(last)),
        _ => Some(last),
    }
}

pub(super) fn closing(case: &Case<'_>, findings: &[Found<Finding>], letter: Option<&Letter>) -> Closing {
    closing_words::closing(ending(case, findings), case.by, letter)
}

fn ending<'a>(case: &'a Case<'_>, findings: &'a [Found<Finding>]) -> Ending<'a> {
    let exits = case.exits;
    if let Some(cause) = case.cause {
        return Ending::Cannot { cause, kind: case.entry.plan.kind };
    }
    if let Some(open) = case.open {
        return Ending::AskFirst { open, questions: case.open_questions.iter().filter(|open| open.decides).count() };
    }
    let next = match case.by {
        None => Next::NewYear,
        Some(_) if case.open_questions.is_empty() => Next::Room,
        Some(_) => Next::RoomAndLetter,
    };
    // A problem does not stop a plan that can do it, and is told before anything else.
    let wrong = findings.iter().map(|found| &found.words).find(|words| words.severity == Severity::Problem);
    Ending::Works { exits, frictions: &case.frictions, wrong: wrong.map(|words| words.title.as_str()), next }
}
