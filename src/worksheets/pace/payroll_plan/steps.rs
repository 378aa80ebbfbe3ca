//! Elections in whole steps of the plan.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::PayrollPlan;
use crate::money::Money;
use crate::percent::Percent;
use crate::record::{Election, ElectionStep};
use crate::worksheets::year::paychecks::{Kind, elected};

impl PayrollPlan {
    /// Whether elections are in dollars.
    pub fn in_dollars(&self) -> bool {
        self.entry.plan.election_step.in_dollars()
    }

    /// One step, as a fraction of pay or in dollars.
    pub fn step_size(&self) -> Decimal {
        match self.entry.plan.election_step {
            ElectionStep::Percent => Decimal::new(1, 2),
            ElectionStep::HalfPercent => Decimal::new(5, 3),
            ElectionStep::TenthPercent => Decimal::new(1, 3),
            ElectionStep::Dollars => Decimal::ONE,
            ElectionStep::Cents => Decimal::new(1, 2),
        }
    }

    /// How many whole steps a share of pay has; without bound for dollars.
    pub fn steps_of(&self, share: Decimal) -> u32 {
        if self.in_dollars() {
            return u32::MAX;
        }
        share.checked_div(self.step_size()).and_then(|steps| steps.trunc().to_u32()).unwrap_or(u32::MAX)
    }

    /// The election of so many steps.
    pub fn election(&self, steps: u32) -> Election {
        let percent =
            |ten_thousandths: u32| Election::Percent(Percent::ten_thousandths(steps.saturating_mul(ten_thousandths)));
        match self.entry.plan.election_step {
            ElectionStep::Percent => percent(10_000),
            ElectionStep::HalfPercent => percent(5_000),
            ElectionStep::TenthPercent => percent(1_000),
            ElectionStep::Dollars => Election::Dollars(Money::dollars(steps)),
            ElectionStep::Cents => Election::Dollars(Money::cents(steps)),
        }
    }

    /// The percentage of every paycheck that can be changed which would fill the room to the
    /// cent, with two decimals; none where payroll accepts dollars, or where no such
    /// percentage is up to 100.
    pub fn exact(&self) -> Option<Percent> {
        let mut pay = Money::ZERO;
        for (offer, check) in self.offers.iter().zip(&self.paychecks.to_come).skip(self.start) {
            pay += if offer.takes { check.pay } else { Money::ZERO };
        }
        let left = (self.room - self.fixed).or_zero().to_decimal();
        let hundredths = left.checked_div(pay.to_decimal())?.checked_mul(Decimal::from(10_000))?.trunc().to_u32()?;
        let possible = !self.in_dollars() && (1..=10_000).contains(&hundredths);
        possible.then(|| Percent::ten_thousandths(hundredths.saturating_mul(100)))
    }

    /// The most steps that take no more than an amount from a paycheck.
    pub(super) fn steps_within(&self, kind: Kind, pay: Money, most: Money) -> u32 {
        if self.in_dollars() {
            let whole = most.to_decimal() / self.step_size();
            return whole.trunc().to_u32().unwrap_or(u32::MAX);
        }
        let Some(share) = most.to_decimal().checked_div(pay.to_decimal()) else { return u32::MAX };
        let mut steps = self.steps_of(share.min(Decimal::ONE)).saturating_add(1).min(self.steps_of(Decimal::ONE));
        while steps > 0 && elected(self.election(steps), kind, pay) > most {
            steps -= 1;
        }
        steps
    }

    /// The least that one more step would take from a paycheck that can be changed.
    pub fn smallest_step(&self) -> Option<Money> {
        let step = self.election(1);
        let mut smallest = None::<Money>;
        for place in self.start..self.offers.len() {
            let taken = self.taken(step, place);
            if taken.is_positive() {
                smallest = Some(smallest.map_or(taken, |least| least.min(taken)));
            }
        }
        smallest
    }
}
