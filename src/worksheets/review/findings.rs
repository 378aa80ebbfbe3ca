//! What the review finds, each under a stable code.

use super::{Backdoor, Case, JobChange, Mistake, MistakeKind, Status};
use crate::date::Date;
use crate::explain::Found;
use crate::law::Standing;
use crate::law::limits::ANNUAL_ADDITIONS;
use crate::money::Money;
use crate::worksheets::agenda::State;
use crate::worksheets::feasibility::Cause;

/// From this month on the next year should be begun.
const FIRST_MONTH: u8 = 11;

crate::findings! {
    /// What the review can find.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// After-tax money goes in while it is not sure that it can move (the guide's first mistake).
        TakenForGranted = "Y01" { mistake: Mistake },
        /// All money together goes over the limit (the guide's second mistake).
        TotalLimit = "Y02" { mistake: Mistake },
        /// After-tax money waits too long (the guide's third mistake).
        Waiting = "Y03" { mistake: Mistake },
        /// A form treats the money as an IRA's (the guide's fourth mistake).
        IraRule = "Y04" { mistake: Mistake },
        /// Boxes 10 or 11 are filled for a conversion inside the plan.
        Boxes10And11 = "Y05" { mistake: Mistake },
        /// A figure is exactly the limit of an earlier year.
        StaleLimits = "Y06" { mistake: Mistake },
        /// The limit plus catch-up does not hold: nothing deferred is catch-up.
        CatchUpByAge = "Y07" { mistake: Mistake },
        /// Things that are overdue.
        Overdue = "Y08" { count: usize, first: String, by: Date },
        /// The job changed in the year.
        JobChanged = "Y09" { change: JobChange },
        /// After-tax money waits in the plan of another job.
        OldPlanWaits = "Y10" { plan: String, amount: Money },
        /// The next year is near and not begun.
        NextYear = "Y11" { next: i16 },
        /// The next year's limits are not official.
        NextLimits = "Y12" { next: i16, known: bool },
        /// A backdoor Roth IRA would be taxed in part.
        BackdoorTaxed = "Y13" { backdoor: Backdoor },
        /// The plan cannot do it: what else there is.
        WhatElse = "Y14" { cause: Cause },
        /// A year between two others is not in the record.
        YearMissing = "Y15" { missing: i16 },
    }
}

/// The findings, the gravest first.
pub(super) fn findings(case: &Case<'_, '_>) -> Vec<Found<Finding>> {
    let mut found: Vec<Finding> = case.mistakes.iter().filter_map(|mistake| of_mistake(*mistake)).collect();
    found.extend(overdue(case));
    of_jobs(case, &mut found);
    of_next_year(case, &mut found);
    let taxed = case.backdoor.as_ref().filter(|backdoor| backdoor.taxable.is_some_and(Money::is_positive));
    found.extend(taxed.map(|backdoor| Finding::BackdoorTaxed { backdoor: backdoor.clone() }));
    found.extend(case.year.feasibility.cause.map(|cause| Finding::WhatElse { cause }));
    found.extend(missing(case).map(|missing| Finding::YearMissing { missing }));
    Found::sorted(found)
}

/// A mistake that is made, and catch-up by age alone, which only seems to be room.
fn of_mistake(mistake: Mistake) -> Option<Finding> {
    Some(match (mistake.kind, mistake.status) {
        (MistakeKind::TakenForGranted, Status::Made) => Finding::TakenForGranted { mistake },
        (MistakeKind::TotalLimit, Status::Made) => Finding::TotalLimit { mistake },
        (MistakeKind::Waiting, Status::Made) => Finding::Waiting { mistake },
        (MistakeKind::IraRule, Status::Made) => Finding::IraRule { mistake },
        (MistakeKind::Boxes10And11, Status::Made) => Finding::Boxes10And11 { mistake },
        (MistakeKind::StaleLimits, Status::Made) => Finding::StaleLimits { mistake },
        (MistakeKind::CatchUpByAge, Status::Beware) => Finding::CatchUpByAge { mistake },
        _ => return None,
    })
}

fn overdue(case: &Case<'_, '_>) -> Option<Finding> {
    let late: Vec<_> = case.agenda.actions.iter().filter(|action| action.state == State::Overdue).collect();
    let first = late.first()?;
    Some(Finding::Overdue { count: late.len(), first: first.what.clone(), by: first.date? })
}

fn of_jobs(case: &Case<'_, '_>, found: &mut Vec<Finding>) {
    let Some(change) = &case.job_change else { return };
    if change.started_on.is_some() || change.deferred_elsewhere.is_positive() {
        found.push(Finding::JobChanged { change: change.clone() });
    }
    found.extend(
        change.waiting.iter().map(|(plan, amount)| Finding::OldPlanWaits { plan: plan.clone(), amount: *amount }),
    );
}

fn of_next_year(case: &Case<'_, '_>, found: &mut Vec<Finding>) {
    let (year, today) = (case.year.year, case.year.today);
    let next = year.saturating_add(1);
    if year != today.year() {
        return;
    }
    let begun = case.year.record.year(next).is_some_and(|next| next.payroll.is_entered() || next.income.is_some());
    if today.month() >= FIRST_MONTH && !begun {
        found.push(Finding::NextYear { next });
    }
    let standing = ANNUAL_ADDITIONS.on_file(next).map(|amount| amount.standing);
    if standing != Some(Standing::Official) {
        found.push(Finding::NextLimits { next, known: standing.is_some() });
    }
}

/// The first year between two others that the record does not have.
fn missing(case: &Case<'_, '_>) -> Option<i16> {
    let years: Vec<i16> = case.years.iter().map(|line| line.year).collect();
    years.windows(2).find_map(|pair| match pair {
        [one, next] if one + 1 < *next => Some(one + 1),
        _ => None,
    })
}
