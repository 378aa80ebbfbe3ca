//! Pay of which it is not known whether the plan's percentages count it.

use super::{Paycheck, Paychecks};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, YearRecord};

/// Pay of which it is not known whether the plan's percentages count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayInDoubt {
    /// Bonuses from which nothing is taken and which are not matched: left out.
    Bonuses {
        /// The first payday of them.
        date: Date,
        /// All of them.
        amount: Money,
    },
    /// Pay so far above the regular paychecks: counted.
    SoFar {
        /// Above them.
        above: Money,
    },
}

impl Paychecks {
    /// Pay in doubt, where the plan has caps that are a share of pay.
    #[must_use]
    pub fn pay_in_doubt(&self, entry: &YearRecord) -> Option<PayInDoubt> {
        let (plan, payroll) = (&entry.plan, &entry.payroll);
        if plan.after_tax_percent.is_none() && plan.combined_percent.is_none() {
            return None;
        }
        let doubted = |check: &&Paycheck| {
            !check.eligible
                && payroll.bonuses.iter().any(|bonus| bonus.date == check.date && bonus.eligible == Answer::Unknown)
        };
        let bonuses = || self.to_come.iter().filter(doubted);
        if let Some(first) = bonuses().next() {
            return Some(PayInDoubt::Bonuses { date: first.date, amount: bonuses().map(|check| check.pay).sum() });
        }
        let entered = payroll.pay_so_far.filter(|_| payroll.eligible_so_far.is_none())?;
        let above = (entered - self.regular_pay_so_far).or_zero();
        // Overtime and the like are below a paycheck.
        (above > self.latest_pay).then_some(PayInDoubt::SoFar { above })
    }
}
