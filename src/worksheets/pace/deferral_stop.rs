//! Where the deferrals of a year stop.

use super::payroll_plan::PayrollPlan;
use crate::date::Date;
use crate::money::Money;

/// When deferrals stop.
pub(super) struct DeferralStop {
    /// The pay date on which they reach the limit.
    pub date: Date,
    /// The limit in this plan, catch-up included.
    pub limit: Money,
    /// Whether that is before the last paycheck.
    pub is_early: bool,
}

impl PayrollPlan {
    /// The paycheck on which deferrals reach their limit, if they do.
    pub(super) fn deferral_stop(&self) -> Option<DeferralStop> {
        let limit = self.paychecks.deferral_limit + self.paychecks.catch_up.allowance;
        let left = (limit - self.entry.contributions.deferrals().so_far).or_zero();
        let last = self.paychecks.to_come.last().map_or(Date::LAST, |check| check.date);
        let mut so_far = Money::ZERO;
        for check in &self.paychecks.to_come {
            so_far += check.deferral();
            if so_far >= left && so_far.is_positive() {
                return Some(DeferralStop { date: check.date, limit, is_early: check.date < last });
            }
        }
        None
    }
}
