//! The after-tax money of the paychecks to come under the present election.

use super::{Paycheck, Paychecks, elected};
use crate::money::Money;
use crate::record::YearRecord;

impl Paychecks {
    /// What goes in from each paycheck if the elections stay as they are: no more than the
    /// paycheck leaves, and nothing before the plan takes any.
    #[must_use]
    pub fn after_tax_as_elected(&self, entry: &YearRecord) -> Vec<Money> {
        let mut deferred = entry.contributions.deferrals().so_far;
        let mut each = Vec::with_capacity(self.to_come.len());
        for check in &self.to_come {
            let waits = self.after_tax_waits(&entry.plan, deferred);
            deferred += check.deferral();
            let takes = check.takes_after_tax && !waits;
            let elected = if takes { elected(entry.payroll.after_tax, check.kind, check.pay) } else { Money::ZERO };
            each.push(elected.min(self.most_after_tax(entry, check)) + check.set_after_tax());
        }
        each
    }

    /// The most that an election for after-tax money can take from a paycheck.
    fn most_after_tax(&self, entry: &YearRecord, check: &Paycheck) -> Money {
        let payroll = &entry.payroll;
        let taken = elected(payroll.after_tax, check.kind, self.latest_pay);
        let cash = payroll.take_home.filter(|_| check.is_regular());
        let cash = cash.map(|cash| (cash + taken - check.spillover).or_zero());
        [Some(check.pay_left()), check.highest_left, cash].into_iter().flatten().min().unwrap_or_default()
    }
}
