//! What to enter on the payroll site, and in which days.

use serde::Serialize;

use super::payroll_plan::{PayrollPlan, lead_days};
use crate::date::Date;
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
    /// The last day on which it can be entered.
    pub enter_by: Date,
    /// What it takes from that paycheck.
    pub takes: Money,
    /// Take-home pay of that paycheck, at least, where it is known.
    pub take_home: Option<Money>,
}

impl PayrollPlan {
    /// What is entered for elections. One equal to the one in force before it is
    /// none to enter. `before` is the paycheck before the first.
    pub(super) fn entries(&self, elections: &[(usize, u32)], today: Date, before: Option<Date>) -> Vec<Entry> {
        let mut in_force = self.entry.payroll.after_tax;
        let mut entries = Vec::new();
        for (place, steps) in elections {
            let (place, election) = (*place, self.election(*steps));
            let same = election == in_force || (election.is_nothing() && in_force.is_nothing());
            if let Some(from) = self.date(place).filter(|_| !same) {
                in_force = election;
                let (not_before, enter_by) = self.window(place, from, today, before);
                let takes = self.taken(election, place);
                let take_home = self.take_home(place, takes);
                entries.push(Entry { election, from, not_before, enter_by, takes, take_home });
            }
        }
        entries
    }

    /// The first and the last day on which a change can be entered that works first on
    /// the paycheck of a day.
    fn window(&self, place: usize, from: Date, today: Date, before: Option<Date>) -> (Date, Date) {
        let lead = i32::from(lead_days(&self.entry));
        let previous = place.checked_sub(1).and_then(|place| self.date(place)).or(before);
        // Where the lead is not known, a change must not reach the paycheck before, however few days it
        // needs; room is kept for that only from the latest stub to the first change.
        let covered = place == self.start && (place > 0 || before == self.paychecks.last_stub);
        let ahead = if covered || self.entry.plan.change_lead_days.is_some() { lead - 1 } else { 0 };
        let open = previous.and_then(|date| date.plus_days(-ahead).ok()).unwrap_or(today);
        let enter_by = from.plus_days(-lead).unwrap_or(from).max(today);
        (open.max(today).min(enter_by), enter_by)
    }

    /// Take-home pay of a regular paycheck from which so much after-tax money is taken, where
    /// that of the latest one is known.
    pub(super) fn take_home(&self, place: usize, after_tax: Money) -> Option<Money> {
        let check = self.paychecks.to_come.get(place).filter(|check| check.kind == Kind::Regular)?;
        self.whole_take_home().map(|whole| whole + check.rise - after_tax)
    }
}
