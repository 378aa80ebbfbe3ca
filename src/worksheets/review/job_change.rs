//! What a change of jobs in the year means: what of the old job counts here, what the new
//! payroll must be told, and what to do with after-tax money in the old plan.

use serde::Serialize;

use crate::date::Date;
use crate::money::Money;
use crate::record::{PlanName, Relation};
use crate::worksheets::agenda::Worked;

/// A change of jobs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JobChange {
    /// The year.
    pub year: i16,
    /// The first day in this job, where it lies in the year.
    pub started_on: Option<Date>,
    /// What was deferred at other, unrelated employers.
    pub deferred_elsewhere: Money,
    /// Their additions as far as they are entered, which use nothing of this plan's limit.
    pub additions_elsewhere: Money,
    /// The dollar limit of each unrelated employer's plan, which is a limit of its own.
    pub limit_elsewhere: Option<Money>,
    /// Deferrals that are left for this job, catch-up included; none while Room waits.
    pub deferrals_left: Option<Money>,
    /// This plan's limit on annual additions, whole.
    pub limit: Option<Money>,
    /// After-tax money that still waits in another plan: the plan's name, and how much.
    pub waiting: Vec<(String, Money)>,
}

/// None where the job did not begin in the year and nothing was deferred elsewhere.
pub(super) fn job_change(worked: &Worked<'_, '_>) -> Option<JobChange> {
    let (year, entry) = (worked.year, worked.year.entry);
    let started_on = entry.payroll.started_on.filter(|day| day.year() == year.year);
    let others = || entry.other_jobs.iter().filter(|job| job.relation == Relation::Unrelated);
    let deferred_elsewhere: Money = others().map(|job| job.deferrals.total()).sum();
    let other_money: Money = others().map(|job| job.employer.total() + job.after_tax).sum();
    let waiting: Vec<(String, Money)> = worked
        .conversions
        .iter()
        .flat_map(|done| &done.waiting.plans)
        .filter_map(|plan| match &plan.plan {
            PlanName::Named(name) => Some((name.clone(), plan.basis + plan.growth)),
            PlanName::ThisJob => None,
        })
        .collect();
    if started_on.is_none() && !deferred_elsewhere.is_positive() && waiting.is_empty() {
        return None;
    }
    let room = worked.room.as_ref().ok();
    Some(JobChange {
        year: year.year,
        started_on,
        deferred_elsewhere,
        additions_elsewhere: deferred_elsewhere + other_money,
        limit_elsewhere: year.limits().ok().map(|limits| limits.annual_additions.value),
        deferrals_left: room.map(|room| room.deferrals_left + room.catch_up_left),
        limit: room.map(|room| room.cap.value),
        waiting,
    })
}
