//! Where the deferrals of a year stop, and which election would last.

use rust_decimal::Decimal;

use super::course::Course;
use crate::date::Date;
use crate::money::{Money, Overflow};
use crate::record::Election;
use crate::worksheets::year::paychecks::elected;

/// When deferrals stop.
pub(super) struct Stops {
    /// The pay date on which they reach the limit.
    pub date: Date,
    /// The limit in this plan, catch-up included.
    pub limit: Money,
    /// What was left of it before the first paycheck to come.
    pub left: Money,
}

impl Course {
    /// All after-tax money to come if the present election stays.
    pub(super) fn left_as_it_is(&self) -> Result<Money, Overflow> {
        let checks = self.paychecks.to_come.iter().zip(&self.takes).zip(&self.most);
        let mut sum = Money::ZERO;
        for ((check, takes), most) in checks {
            let taken =
                if *takes { elected(self.entry.payroll.after_tax, check.kind, check.pay)? } else { Money::ZERO };
            sum = sum.plus(taken.min(*most))?.plus(check.spillover)?;
        }
        Ok(sum)
    }

    pub(super) fn last_date(&self) -> Date {
        self.paychecks.to_come.last().map_or_else(|| Date::LAST, |check| check.date)
    }

    /// The paycheck on which deferrals reach their limit, if they do.
    pub(super) fn deferrals_stop(&self) -> Result<Option<Stops>, Overflow> {
        let limit = self.paychecks.deferral_limit.plus(self.paychecks.catch_up.allowance)?;
        let left = limit.minus(self.entry.contributions.deferrals()?.so_far)?.or_zero();
        let mut so_far = Money::ZERO;
        for check in &self.paychecks.to_come {
            so_far = so_far.plus(check.deferral()?)?;
            if so_far >= left && so_far.is_positive() {
                return Ok(Some(Stops { date: check.date, limit, left }));
            }
        }
        Ok(None)
    }

    /// The deferral election that would not stop early, as advice.
    pub(super) fn lasting_advice(&self, stops: &Stops) -> Result<String, Overflow> {
        Ok(match self.lasting_election(stops.left)? {
            Some(election) => format!(" An election of {election} in all would last to the end of the year."),
            None => String::new(),
        })
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
