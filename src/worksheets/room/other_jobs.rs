//! Findings on other jobs: whose limit their contributions use.

use super::findings::Finding;
use super::{Case, additions};
use crate::law::limits::FIFTEEN_YEARS;
use crate::money::Money;
use crate::record::{Answer, OtherJob, PlanKind, Relation};

/// The room where an open or contested point is against the person: another employer's 403(b)
/// shares the limit of this one, and deferrals above the limit use the room.
pub(super) fn room_at_worst(case: &Case<'_>) -> Money {
    let mut room = case.room.value;
    if case.entry.plan.kind == PlanKind::Plan403b {
        let is_joined = |job: &&OtherJob| job.relation == Relation::Unrelated && job.is_403b == Answer::Yes;
        let jobs = case.entry.other_jobs.iter().filter(is_joined);
        room = jobs.map(|job| room_if_joined(case, job)).fold(room, Money::min);
        if case.entry.contributions.fifteen_year.is_none() {
            room = (room - case.deferrals.catch_up.value.min(FIFTEEN_YEARS)).or_zero();
        }
    }
    room
}

pub(super) fn other_jobs(case: &Case<'_>, found: &mut Vec<Finding>) {
    let of = |relation: Relation| case.entry.other_jobs.iter().filter(move |job| job.relation == relation);
    for job in of(Relation::Unrelated).chain(of(Relation::Same403b)) {
        let (left, catch_up_left) = (case.deferrals.left, case.deferrals.catch_up_left);
        let job_name = job.name.clone();
        found.push(
            if case.entry.plan.kind == PlanKind::Plan403b
                && job.relation == Relation::Unrelated
                && job.is_403b != Answer::No
            {
                let room_if_joined = (job.is_403b == Answer::Yes).then(|| room_if_joined(case, job));
                Finding::Another403b { job: job_name, room: case.room.value, room_if_joined, left }
            } else {
                Finding::UnrelatedJob { job: job_name, left, catch_up_left }
            },
        );
    }
    found.extend(of(Relation::Related).map(|job| Finding::RelatedJob { job: job.name.clone() }));
    found.extend(catch_up_elsewhere(case));
    if of(Relation::Own403b).next().is_some() {
        found.push(joined_plan(case));
    }
}

/// What a job's own sheet claims here.
pub(super) fn claimed(job: &OtherJob) -> Finding {
    let shares = matches!(job.relation, Relation::Related | Relation::Own403b);
    let deferrals = job.deferrals.total();
    let additions = shares.then(|| job.employer.total() + job.after_tax);
    Finding::ClaimedElsewhere { job: job.name.clone(), deferrals, additions }
}

/// The room if the 403(b) of another job shares the limit.
fn room_if_joined(case: &Case<'_>, job: &OtherJob) -> Money {
    let deferrals = job.deferrals.total();
    let catch_up = (deferrals - case.limits.elective_deferrals.value).or_zero();
    let there = deferrals - catch_up.min(case.deferrals.allowance) + job.employer.total() + job.after_tax;
    let whole = additions::applicable_dollars(case.entry, case.limits, case.additions.joined) - there;
    case.room_if(whole.min(case.pay.with_related), case.additions.used.value)
}

fn catch_up_elsewhere(case: &Case<'_>) -> Option<Finding> {
    let deferrals = &case.deferrals;
    let limit = case.limits.elective_deferrals.value;
    let above = (deferrals.everywhere - limit).or_zero();
    // What another plan took above its own limit is catch-up there.
    let unrelated = case.entry.other_jobs.iter().filter(|job| job.relation == Relation::Unrelated);
    let there: Money = unrelated.map(|job| (job.deferrals.total() - limit).or_zero()).sum();
    let settled = deferrals.catch_up.value + deferrals.fifteen_year + deferrals.excess.value + there;
    let here = (above - settled).min(deferrals.regular.value - deferrals.related);
    let elsewhere = deferrals.everywhere > deferrals.here.total();
    (elsewhere && here.is_positive()).then_some(Finding::CatchUpElsewhere { above, limit, here })
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
