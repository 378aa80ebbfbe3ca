//! What the worksheet finds in a person's figures. How each finding reads is in `words`.

use super::{Case, additions};
use crate::explain::Found;
use crate::findings;
use crate::law::{Citation, Standing, ages};
use crate::money::Money;
use crate::record::{Answer, CatchUpOffer, PlanKind, Relation};
use crate::worksheets::feasibility::{Cause, Feasibility};
use crate::worksheets::year::RothCatchUp;

findings! {
    /// What the worksheet can find.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// Annual additions exceed the limit.
        OverLimit = "R01" { used: Money, limit: Money, over: Money, posted: Money, may_be_catch_up: Money },
        /// Deferrals exceed the limit per person.
        ExcessDeferrals = "R02" { year: i16, excess: Money, room_if_returned: Money },
        /// Deferrals exceed the plan's own limit and are no catch-up.
        OverPlanDeferralLimit = "R03" { over: Money, limit: Money },
        /// Deferrals exceed pay.
        DeferralsExceedPay = "R04" { pay: Money },
        /// Catch-up must be Roth, and too little of it is.
        CatchUpNotRoth = "R05" { wages_of: i16, threshold: Money, catch_up: Money, roth: Money },
        /// Catch-up must be Roth, and the plan takes no Roth deferrals.
        NoRothNoCatchUp = "R06" { wages_of: i16, threshold: Money, limit: Money },
        /// Catch-up must be Roth, and is.
        CatchUpIsRoth = "R07" { wages_of: i16, threshold: Money, catch_up: Money, roth: Money },
        /// Last year's box 3 wages are needed to know whether catch-up must be Roth.
        PriorWagesNeeded = "R08" { wages_of: i16, threshold: Money, has_catch_up: bool },
        /// The plan may offer the higher catch-up for ages 60 to 63: ask.
        HigherCatchUpOpen = "R09" { age: i16, higher: Money, used_here: Money },
        /// Pay, not the dollar limit, sets the limit.
        PaySetsLimit = "R10" { pay: Money },
        /// Pay left is less than the room.
        PayCannotFill = "R11" { pay_left: Money, room: Money },
        /// The plan's own cap is lower than the law's room.
        PlanCap = "R12" { by_law: Money, room: Money, cap: String },
        /// Unused catch-up might make more room (contested).
        UnusedCatchUp = "R13" { room: Money, room_with_it: Money, must_be_roth: bool },
        /// Another, unrelated job has a limit of its own.
        UnrelatedJob = "R14" { job: String, left: Money, catch_up_left: Money },
        /// Related employers share one limit.
        RelatedJob = "R15" { job: String },
        /// A 403(b) and the person's own business share one limit (contested).
        JoinedPlan = "R16" { joined: Money, room: Money, room_if_own_only: Money },
        /// Deferrals above the limit per person still use this plan's room.
        CatchUpElsewhere = "R17" { above: Money, limit: Money },
        /// An employer dollar costs a self-employed person two (contested).
        EmployerDollarCostsTwo = "R18" { room: Money, room_if_once: Money },
        /// Employer money exceeds what a self-employed person may put in.
        OverEmployerShare = "R19" { employer: Money, most: Money },
        /// The limitation year is short.
        ShortYear = "R20" { months: u8 },
        /// The limits are not official.
        NotOfficial = "R21" { year: i16, standing: Standing, source: Citation },
        /// A 403(b)'s 15-year catch-up is not worked out here.
        FifteenYearCatchUp = "R22",
        /// The plan cannot do it, so the room is the law's only.
        PlanCannot = "R23" { cause: Cause },
    }
}

pub(super) fn findings(case: &Case<'_>) -> Vec<Found<Finding>> {
    let mut found = Vec::new();
    found.extend(Feasibility::of(&case.entry.plan).cause.map(|cause| Finding::PlanCannot { cause }));
    limit(case, &mut found);
    room(case, &mut found);
    deferrals(case, &mut found);
    found.extend(roth_catch_up(case));
    catch_up(case, &mut found);
    other_jobs(case, &mut found);
    own_business(case, &mut found);
    plan_and_year(case, &mut found);
    Found::sorted(found)
}

fn limit(case: &Case<'_>, found: &mut Vec<Finding>) {
    let over = case.over.value;
    if over.is_positive() {
        let (used, limit) = case.used_and_limit();
        let may_be_catch_up = case.unused_catch_up.min(over);
        found.push(Finding::OverLimit { used, limit, over, posted: case.over_posted, may_be_catch_up });
    }
    let pay = case.pay.with_related;
    if pay < additions::applicable_dollars(case.entry, case.limits, case.additions.joined) {
        found.push(Finding::PaySetsLimit { pay });
    }
}

fn room(case: &Case<'_>, found: &mut Vec<Finding>) {
    let (by_law, room) = (case.room_by_law.value, case.room.value);
    if case.room_within_pay < room {
        found.push(Finding::PayCannotFill { pay_left: case.pay_left, room });
    }
    if room < by_law {
        let binding = case.plan_caps.iter().min_by_key(|cap| cap.value);
        found.push(Finding::PlanCap { by_law, room, cap: binding.map(|cap| cap.label.clone()).unwrap_or_default() });
    }
}

fn deferrals(case: &Case<'_>, found: &mut Vec<Finding>) {
    let excess = case.deferrals.excess.value;
    if excess.is_positive() {
        let room_if_returned = case.room_if_excess_returned;
        found.push(Finding::ExcessDeferrals { year: case.limits.year, excess, room_if_returned });
    }
    let over = case.deferrals.over_plan_limit;
    if over.is_positive() {
        found.push(Finding::OverPlanDeferralLimit { over, limit: case.deferrals.limit_here });
    }
    let pay = case.pay.here;
    if case.deferrals.here.total() > pay {
        found.push(Finding::DeferralsExceedPay { pay });
    }
}

fn roth_catch_up(case: &Case<'_>) -> Option<Finding> {
    let threshold = case.limits.roth_catch_up_wages?.value;
    let wages_of = case.limits.year - 1;
    let (catch_up, roth) = (case.deferrals.catch_up.value, case.deferrals.roth_here);
    let plan = &case.entry.plan;
    match case.deferrals.roth_catch_up {
        RothCatchUp::NotApplicable | RothCatchUp::Free => None,
        RothCatchUp::Unknown => {
            Some(Finding::PriorWagesNeeded { wages_of, threshold, has_catch_up: catch_up.is_positive() })
        }
        // A plan without catch-up has none to be Roth.
        RothCatchUp::Required if plan.catch_up == CatchUpOffer::None => None,
        RothCatchUp::Required if plan.roth_deferrals == Answer::No => {
            Some(Finding::NoRothNoCatchUp { wages_of, threshold, limit: case.limits.elective_deferrals.value })
        }
        RothCatchUp::Required if roth < catch_up => {
            Some(Finding::CatchUpNotRoth { wages_of, threshold, catch_up, roth })
        }
        RothCatchUp::Required => Some(Finding::CatchUpIsRoth { wages_of, threshold, catch_up, roth }),
    }
}

fn catch_up(case: &Case<'_>, found: &mut Vec<Finding>) {
    if ages::HIGHER_CATCH_UP.contains(&case.age)
        && case.entry.plan.catch_up == CatchUpOffer::Unknown
        && let Some(higher) = case.limits.catch_up_60_to_63
    {
        let used_here = case.limits.catch_up.value;
        found.push(Finding::HigherCatchUpOpen { age: case.age, higher: higher.value, used_here });
    }
    let (room, room_with_it) = (case.room.value, case.room_with_reclassification);
    if room_with_it > room {
        let must_be_roth = case.deferrals.roth_catch_up == RothCatchUp::Required;
        found.push(Finding::UnusedCatchUp { room, room_with_it, must_be_roth });
    }
}

fn other_jobs(case: &Case<'_>, found: &mut Vec<Finding>) {
    let of = |relation: Relation| case.entry.other_jobs.iter().filter(move |job| job.relation == relation);
    found.extend(of(Relation::Unrelated).chain(of(Relation::Same403b)).map(|job| Finding::UnrelatedJob {
        job: job.name.clone(),
        left: case.deferrals.left,
        catch_up_left: case.deferrals.catch_up_left,
    }));
    found.extend(of(Relation::Related).map(|job| Finding::RelatedJob { job: job.name.clone() }));
    found.extend(catch_up_elsewhere(case));
    if of(Relation::Own403b).next().is_some() {
        found.push(joined_plan(case));
    }
}

fn catch_up_elsewhere(case: &Case<'_>) -> Option<Finding> {
    let deferrals = &case.deferrals;
    let limit = case.limits.elective_deferrals.value;
    let elsewhere = deferrals.everywhere - deferrals.here.total();
    let above = (deferrals.everywhere - limit).or_zero();
    let not_catch_up_here = above - deferrals.catch_up.value - deferrals.excess.value;
    let found = elsewhere.is_positive() && not_catch_up_here.is_positive();
    found.then_some(Finding::CatchUpElsewhere { above, limit })
}

/// The 403(b) rule, with the room by each reading of the non-profit's own money.
fn joined_plan(case: &Case<'_>) -> Finding {
    let used = case.additions.used.value;
    let joined = case.additions.joined;
    let dollars = |joined: Money| additions::applicable_dollars(case.entry, case.limits, joined);
    let room_if_own_only = if case.entry.plan.kind == PlanKind::Plan403b {
        let shared = case.room_if(dollars(joined), used - case.additions.employer.value);
        shared.min(case.room_if(dollars(Money::ZERO).min(case.pay.with_related), used))
    } else {
        let own = joined - case.additions.joined_employer;
        case.room_if(dollars(own).min(case.pay.with_related), used)
    };
    Finding::JoinedPlan { joined, room: case.room.value, room_if_own_only }
}

fn own_business(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(own) = case.pay.own_business else { return };
    let employer = case.additions.employer_here.total();
    if employer > own.most_employer {
        found.push(Finding::OverEmployerShare { employer, most: own.most_employer });
    }
    let related_pay = case.pay.with_related - case.pay.here;
    let dollars = additions::applicable_dollars(case.entry, case.limits, case.additions.joined);
    let once = dollars.min(own.before_employer + related_pay);
    let room_if_once = case.room_if(once, case.additions.used.value);
    let room = case.room.value;
    if room_if_once != room {
        found.push(Finding::EmployerDollarCostsTwo { room, room_if_once });
    }
}

fn plan_and_year(case: &Case<'_>, found: &mut Vec<Finding>) {
    let plan = &case.entry.plan;
    found.extend(plan.limitation_year_months.map(|months| Finding::ShortYear { months }));
    let (year, standing) = (case.limits.year, case.limits.standing);
    if standing != Standing::Official {
        found.push(Finding::NotOfficial { year, standing, source: case.limits.annual_additions.source });
    }
    if plan.kind == PlanKind::Plan403b {
        found.push(Finding::FifteenYearCatchUp);
    }
}
