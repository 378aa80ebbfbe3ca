//! Findings on catch-up: whether it must be Roth, how much of it there is, and what is unused.

use super::Case;
use super::findings::Finding;
use crate::law::ages;
use crate::record::{Answer, CatchUpOffer};
use crate::worksheets::year::RothCatchUp;

pub(super) fn roth_catch_up(case: &Case<'_>) -> Option<Finding> {
    let threshold = case.limits.roth_catch_up_wages?.value;
    let wages_of = case.limits.year - 1;
    let catch_up = case.deferrals.catch_up.value;
    let (roth, deemed) = case.roth_deferrals();
    let plan = &case.entry.plan;
    match case.deferrals.roth_catch_up {
        RothCatchUp::NotApplicable | RothCatchUp::Free => None,
        RothCatchUp::Unknown => {
            let (has_catch_up, owner) = (catch_up.is_positive(), case.pay.own_business.is_some());
            // Few owners had wages from the same business, so they are asked where it matters.
            (has_catch_up || !owner).then_some(Finding::PriorWagesNeeded { wages_of, threshold, has_catch_up, owner })
        }
        // A plan without catch-up has none to be Roth.
        RothCatchUp::Required if plan.catch_up == CatchUpOffer::None => None,
        RothCatchUp::Required if plan.roth_deferrals == Answer::No => {
            Some(Finding::NoRothNoCatchUp { wages_of, threshold, limit: case.limits.elective_deferrals.value })
        }
        RothCatchUp::Required if roth + deemed < catch_up => {
            Some(Finding::CatchUpNotRoth { wages_of, threshold, catch_up, roth })
        }
        RothCatchUp::Required => Some(Finding::CatchUpIsRoth { wages_of, threshold, catch_up, roth, deemed }),
    }
}

/// Catch-up that the paychecks would bring before tax, where it must be Roth.
pub(super) fn pre_tax_stops(case: &Case<'_>) -> Option<Finding> {
    let refused = case.paychecks?.catch_up_refused;
    let threshold = case.limits.roth_catch_up_wages?.value;
    refused.is_positive().then_some(Finding::PreTaxStops {
        wages_of: case.limits.year - 1,
        threshold,
        limit: case.deferrals.limit_here,
        refused,
        known: case.entry.plan.deemed_roth == Answer::No,
    })
}

pub(super) fn higher_catch_up(case: &Case<'_>, found: &mut Vec<Finding>) {
    if ages::HIGHER_CATCH_UP.contains(&case.age)
        && case.entry.plan.catch_up == CatchUpOffer::Unknown
        && let Some(higher) = case.limits.catch_up_60_to_63
    {
        let used_here = case.limits.catch_up.value;
        let deferred = case.deferrals.here.total();
        let above = deferred > case.limits.elective_deferrals.value + used_here;
        found.push(Finding::HigherCatchUpOpen { age: case.age, higher: higher.value, used_here, deferred, above });
    }
}

pub(super) fn unused_catch_up(case: &Case<'_>, found: &mut Vec<Finding>) {
    let (room, room_with_it) = (case.room.value, case.room_with_reclassification);
    if room_with_it > room {
        let must_be_roth = case.deferrals.roth_catch_up == RothCatchUp::Required;
        found.push(Finding::UnusedCatchUp { room, room_with_it, must_be_roth });
    }
}
