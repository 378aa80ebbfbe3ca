//! Where the deferrals of a year stop, and which election would last.

use rust_decimal::Decimal;

use super::payroll_plan::PayrollPlan;
use crate::date::Date;
use crate::money::{Money, Overflow};
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
    pub(super) fn deferral_stop(&self) -> Result<Option<DeferralStop>, Overflow> {
        let limit = self.paychecks.deferral_limit.plus(self.paychecks.catch_up.allowance)?;
        let left = limit.minus(self.entry.contributions.deferrals()?.so_far)?.or_zero();
        let last = self.paychecks.to_come.last().map_or(Date::LAST, |check| check.date);
        let mut so_far = Money::ZERO;
        for check in &self.paychecks.to_come {
            so_far = so_far.plus(check.deferral()?)?;
            if so_far >= left && so_far.is_positive() {
                let (date, lasting) = (check.date, self.lasting_election(left)?);
                return Ok(Some(DeferralStop { date, limit, is_early: date < last, lasting }));
            }
        }
        Ok(None)
    }

    /// The highest deferral election in percent that does not reach its limit early.
    fn lasting_election(&self, left: Money) -> Result<Option<Election>, Overflow> {
        if self.in_dollars() {
            return Ok(None);
        }
        let whole = |steps: u32| -> Result<Money, Overflow> {
            let election = self.election(steps);
            let each = self.paychecks.to_come.iter().map(|check| elected(election, check.kind, check.pay));
            Money::sum(each.collect::<Result<Vec<_>, _>>()?)
        };
        let pay = Money::sum(self.paychecks.to_come.iter().map(|check| check.pay))?.to_decimal();
        let share = left.to_decimal().checked_div(pay).unwrap_or_default();
        let all = self.steps_of(Decimal::ONE);
        // The plain share, but for what rounding adds on the single paychecks.
        let mut steps = self.steps_of(share.min(Decimal::ONE));
        while steps > 0 && whole(steps)? > left {
            steps -= 1;
        }
        Ok((steps > 0 && steps < all).then(|| self.election(steps)))
    }
}
