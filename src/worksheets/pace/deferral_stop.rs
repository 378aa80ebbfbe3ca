//! Where the deferrals of a year stop.

use super::payroll_plan::PayrollPlan;
use crate::date::Date;
use crate::money::Money;
use crate::worksheets::year::paychecks::Paycheck;

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
        let so_far = self.entry.contributions.deferrals().so_far;
        let most = self.paychecks.deferral_limit + self.paychecks.catch_up.allowance;
        // Catch-up that must be Roth and is not elected so does not go in.
        let refused = self.paychecks.catch_up_refused.is_positive();
        let to_come = || self.paychecks.to_come.iter().map(Paycheck::deferral).sum::<Money>();
        let limit = if refused { so_far + to_come() } else { most };
        let left = (limit - so_far).or_zero();
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
