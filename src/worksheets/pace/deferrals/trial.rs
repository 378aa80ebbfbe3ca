//! A year under other deferral elections than the present ones.

use super::{Changes, Deferrals};
use crate::money::Money;
use crate::record::{Election, YearRecord};
use crate::worksheets::pace::case::Case;
use crate::worksheets::pace::payroll_plan::PayrollPlan;
use crate::worksheets::room::{self, Left};
use crate::worksheets::year::NotReady;
use crate::worksheets::year::paychecks::{Kind, elected};

/// A year under other deferral elections.
pub(in crate::worksheets::pace) struct Trial {
    pub plan: PayrollPlan,
    pub left: Left,
}

impl Trial {
    pub fn of(case: &Case, changes: &Changes, entry: &YearRecord) -> Result<Self, NotReady> {
        let changes: Vec<(usize, Election, Election)> =
            changes.iter().map(|(from, deferrals)| (*from, deferrals.pre_tax, deferrals.roth)).collect();
        let paychecks = case.plan.paychecks.deferring(entry, &changes);
        let left = room::left(&paychecks.projected(entry), &case.limits, case.age, case.today)?;
        let mut entry = entry.clone();
        let latest = paychecks.latest_pay;
        let most = changes.iter().map(|(_, pre_tax, roth)| on(*pre_tax, *roth, latest)).max().unwrap_or_default();
        let present = Deferrals::present(&entry);
        // What is deferred in addition does not reach the bank. Pre-tax money lowers the tax as well.
        let more = (most - on(present.pre_tax, present.roth, latest)).or_zero();
        entry.payroll.take_home = entry.payroll.take_home.map(|home| (home - more).or_zero());
        let mut plan = PayrollPlan::new(&entry, paychecks, left, case.today, None);
        for other in &case.plan.alternatives {
            plan.alternatives.extend(Self::alternative(case, other, &changes)?);
        }
        Ok(Self { plan, left })
    }

    /// The same if bonuses come for which no election can be entered any more; none where
    /// that alone goes over.
    fn alternative(
        case: &Case,
        other: &PayrollPlan,
        changes: &[(usize, Election, Election)],
    ) -> Result<Option<PayrollPlan>, NotReady> {
        let place = |place: usize| case.plan.date(place).map_or(other.offers.len(), |date| other.place_on(date));
        let changes: Vec<_> = changes.iter().map(|(from, pre_tax, roth)| (place(*from), *pre_tax, *roth)).collect();
        let paychecks = other.paychecks.deferring(&other.entry, &changes);
        let left = room::left(&paychecks.projected(&other.entry), &case.limits, case.age, case.today)?;
        let plan = PayrollPlan::new(&other.entry, paychecks, left, case.today, None);
        Ok((!plan.left_by_outcome(&[(plan.start, 0)]).is_negative()).then_some(plan))
    }

    /// The same without any spillover from a paycheck on.
    pub fn opted_out(case: &Case, from: usize) -> Result<Self, NotReady> {
        let entry = &case.plan.entry;
        let mut paychecks = case.plan.paychecks.clone();
        for check in paychecks.to_come.iter_mut().skip(from) {
            check.spillover = Money::ZERO;
        }
        let left = room::left(&paychecks.projected(entry), &case.limits, case.age, case.today)?;
        Ok(Self { plan: PayrollPlan::new(entry, paychecks, left, case.today, None), left })
    }

    /// What goes over a limit with no after-tax money from the first paycheck that can be
    /// changed on.
    pub fn over(&self) -> Money {
        self.left.over + (-self.plan.left(&[(self.plan.start, 0)])).or_zero()
    }

    /// What spills over.
    pub fn spilled(&self) -> Money {
        self.plan.spillover()
    }
}

fn on(pre_tax: Election, roth: Election, pay: Money) -> Money {
    elected(pre_tax, Kind::Regular, pay) + elected(roth, Kind::Regular, pay)
}
