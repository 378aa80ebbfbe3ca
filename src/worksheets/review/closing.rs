//! How the review ends: what is next, the rule, and the message to a new payroll.

use super::{Case, Finding, JobChange};
use crate::english::{counted, uncapitalized};
use crate::explain::{Closing, Found, Severity};
use crate::law::citations;
use crate::worksheets::agenda::{Action, Kind, State};

pub(super) fn closing(case: &Case<'_, '_>, findings: &[Found<Finding>]) -> Closing {
    let year = case.year.year;
    let mine: Vec<&Action> = case.agenda.ahead().filter(|action| action.kind == Kind::Yours).collect();
    let late = mine.iter().filter(|action| action.state == State::Overdue).count();
    let wrong = findings.iter().find(|found| found.words.severity == Severity::Problem);
    let decision = match (wrong, mine.len(), late) {
        (Some(wrong), ..) => format!("Something in {year} is wrong: {}.", uncapitalized(&wrong.words.title)),
        (None, 0, _) => format!("You have nothing to do for {year} right now."),
        (None, count, 0) => format!("{} yours to do for {year}.", counted(count, "thing is", "things are")),
        (None, count, late) => {
            format!("{} yours to do for {year}, {late} of them overdue.", counted(count, "thing is", "things are"))
        }
    };
    let next = mine.first();
    Closing {
        decision,
        rule: "Each year has its own limits, and what is left unused is not carried over. Deferrals add up per person, annual additions per employer, and a conversion counts in the calendar year in which it is made.".to_owned(),
        citations: vec![citations::NO_CARRYING_OVER, citations::EACH_EMPLOYER, citations::YEAR_OF_CONVERSION],
        next_action: next.map_or_else(
            || "Come back when the IRS has published the next limits, or when your pay or your plan changes.".to_owned(),
            |action| format!("{}. {}", action.what, action.why),
        ),
        by: next.and_then(|action| action.date),
        words: case.job_change.as_ref().and_then(message),
    }
}

/// What to tell the new payroll.
fn message(change: &JobChange) -> Option<String> {
    if !change.deferred_elsewhere.is_positive() {
        return None;
    }
    let JobChange { year, deferred_elsewhere, .. } = change;
    let left = change.deferrals_left.map_or_else(String::new, |left| {
        format!(" By my count {left} is left for me to defer here this year; please stop my deferrals there.")
    });
    Some(format!(
        "Subject: Deferrals at an earlier employer in {year}\n\nIn {year} I have deferred {deferred_elsewhere} to the plan of another, unrelated employer. It counts toward my limit under section 402(g), which covers all plans together.{left}\n\nIt does not count toward this plan’s limit under section 415(c). Please confirm that my after-tax contributions are measured against that limit with the contributions of this plan alone."
    ))
}
