//! Where the deferrals of a year stop, and which election would last.

use rust_decimal::Decimal;

use super::payroll_plan::PayrollPlan;
use crate::date::Date;
use crate::money::Money;
use crate::record::Election;
use crate::worksheets::year::paychecks::elected;

/// When deferrals stop.
pub(super) struct DeferralStop {
    /// The pay date on which they reach the limit.
    pub date: Date,
    /// The limit in this plan, catch-up included.
    pub limit: Money,
    /// Whether that is before the last paycheck.
    pub is_early: bool,
    /// The highest deferral election in percent that would last to the end of the year.
    pub lasting: Option<Election>,
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
                let (date, lasting) = (check.date, self.lasting_election(left));
                return Some(DeferralStop { date, limit, is_early: date < last, lasting });
            }
        }
        None
    }

    /// The highest deferral election in percent that does not reach its limit early.
    fn lasting_election(&self, left: Money) -> Option<Election> {
        if self.in_dollars() {
            return None;
        }
        let whole = |steps: u32| -> Money {
            let election = self.election(steps);
            self.paychecks.to_come.iter().map(|check| elected(election, check.kind, check.pay)).sum()
        };
        let pay: Money = self.paychecks.to_come.iter().map(|check| check.pay).sum();
        let share = left.to_decimal().checked_div(pay.to_decimal()).unwrap_or_default();
        let all = self.steps_of(Decimal::ONE);
        // The plain share, but for what rounding adds on the single paychecks.
        let mut steps = self.steps_of(share.min(Decimal::ONE));
        while steps > 0 && whole(steps) > left {
            steps -= 1;
        }
        (steps > 0 && steps < all).then(|| self.election(steps))
    }
}
