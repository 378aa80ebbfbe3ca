//! What to enter on the payroll site, and in which days.

use serde::Serialize;

use super::payroll_plan::PayrollPlan;
use crate::date::Date;
use crate::law::business_days::last_of;
use crate::money::Money;
use crate::record::Election;
use crate::worksheets::year::paychecks::Kind;

/// An election to enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What to enter.
    pub election: Election,
    /// The pay date of the first paycheck on which it works.
    pub from: Date,
    /// The first day on which it can be entered without working a paycheck early.
    pub not_before: Date,
    /// The last business day on which it can be entered; the last day where none is one.
    pub enter_by: Date,
    /// What it takes from that paycheck.
    pub takes: Money,
    /// Take-home pay of that paycheck, at least, where it is known.
    pub take_home: Option<Money>,
}

impl PayrollPlan {
    /// What is entered for elections. One equal to the one in force before it is
    /// none to enter.
    pub(super) fn entries(&self, elections: &[(usize, u32)]) -> Vec<Entry> {
        let mut in_force = self.entry.payroll.after_tax;
        let mut entries = Vec::new();
        for (place, steps) in elections {
            let (place, election) = (*place, self.election(*steps));
            let same = election == in_force || (election.is_nothing() && in_force.is_nothing());
            if let Some((from, (not_before, enter_by))) = self.date(place).zip(self.window(place)).filter(|_| !same) {
                in_force = election;
                let enter_by = last_of(not_before, enter_by);
                let takes = self.taken(election, place);
                let take_home = self.take_home(place, takes);
                entries.push(Entry { election, from, not_before, enter_by, takes, take_home });
            }
        }
        entries
    }

    /// Take-home pay of a regular paycheck from which so much after-tax money is taken, where
    /// that of the latest one is known.
    pub(super) fn take_home(&self, place: usize, after_tax: Money) -> Option<Money> {
        let check = self.paychecks.to_come.get(place).filter(|check| check.kind == Kind::Regular)?;
        self.whole_take_home().map(|whole| whole + check.rise - after_tax)
    }
}
