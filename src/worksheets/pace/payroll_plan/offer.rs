//! What a paycheck can give, and what sets the bound.

use super::PayrollPlan;
use crate::money::{Money, RoundingStrategy};
use crate::worksheets::year::paychecks::{Kind, Paycheck};

/// What holds an election back on a paycheck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::worksheets::pace) enum Constraint {
    /// Pay after deferrals.
    Pay,
    /// What taxes leave of the pay, where take-home pay is not known.
    Taxes,
    /// Take-home pay.
    TakeHome,
    /// The least take-home pay that the person wants to keep.
    LeastTakeHome,
    /// The highest election that payroll takes.
    Highest,
}

/// What a paycheck can give.
#[derive(Clone, Copy, Debug)]
pub(in crate::worksheets::pace) struct Offer {
    /// Whether it gives anything.
    pub takes: bool,
    /// The most that payroll can take from it, whatever the person wants to keep.
    pub most: Money,
    /// The most steps that leave what the person wants to keep, and what holds them
    /// there; none where no election takes anything.
    pub ceiling: Option<(u32, Constraint)>,
}

impl Offer {
    /// The most steps that leave what the person wants to keep.
    pub fn steps(&self) -> Option<u32> {
        self.ceiling.map(|(most, _)| most)
    }
}

/// An amount that an election may not pass, and why.
type Bound = (Money, Constraint);

/// The first of the lowest bounds; every paycheck has its pay as one.
fn lowest(bounds: &[Bound]) -> Bound {
    bounds.iter().copied().min_by_key(|(most, _)| *most).unwrap_or((Money::ZERO, Constraint::Pay))
}

impl PayrollPlan {
    /// What each paycheck can give.
    pub(super) fn offers(&self) -> Vec<Offer> {
        let take_home = self.whole_take_home();
        let mut deferred = self.entry.contributions.deferrals().so_far;
        let mut offers = Vec::with_capacity(self.paychecks.to_come.len());
        for check in &self.paychecks.to_come {
            let waits = self.paychecks.after_tax_waits(&self.entry.plan, deferred);
            deferred += check.deferral();
            let takes = check.takes_after_tax && check.pay.is_positive() && !waits;
            offers.push(self.offer(check, takes, take_home));
        }
        offers
    }

    fn offer(&self, check: &Paycheck, takes: bool, take_home: Option<Money>) -> Offer {
        let cash = take_home.filter(|_| check.kind == Kind::Regular).map(|cash| cash - check.spillover);
        let mut bounds = vec![(check.pay_left(), Constraint::Pay)];
        bounds.extend(cash.map(|cash| (cash.or_zero(), Constraint::TakeHome)));
        bounds.extend(check.highest_left.map(|most| (most, Constraint::Highest)));
        // Payroll takes the present election whatever the person wants to keep.
        let (most, _) = lowest(&bounds);
        if cash.is_none() {
            bounds.push((check.left_by_taxes(), Constraint::Taxes));
        }
        let least = self.entry.payroll.least_take_home.unwrap_or_default();
        if let Some(cash) = cash.filter(|_| least.is_positive()) {
            bounds.push(((cash - least).or_zero(), Constraint::LeastTakeHome));
        }
        if let Some(limit) = self.entry.plan.election_limit.filter(|_| self.in_dollars()) {
            bounds.push((check.pay.times(limit.fraction(), RoundingStrategy::ToZero), Constraint::Highest));
        }
        // Dollars are taken from regular paychecks only.
        let ceiling = if takes && (check.kind == Kind::Regular || !self.in_dollars()) {
            Some(self.ceiling_within(check, lowest(&bounds)))
        } else {
            None
        };
        Offer { takes, most, ceiling }
    }

    /// The most steps within a bound and the highest election that payroll takes.
    fn ceiling_within(&self, check: &Paycheck, (wanted, constraint): Bound) -> (u32, Constraint) {
        let most = self.steps_within(check.kind, check.pay, wanted);
        let highest = self.entry.plan.election_limit.map(|limit| self.steps_of(limit.fraction()));
        match highest {
            Some(highest) if highest <= most => (highest, Constraint::Highest),
            _ => (most, constraint),
        }
    }

    /// The most steps that every paycheck in a stretch can give.
    pub fn ceiling(&self, from: usize, to: usize) -> u32 {
        self.constraint(from, to).map_or(0, |(most, _)| most)
    }

    /// The same with what holds it back; none where no election takes anything.
    pub fn constraint(&self, from: usize, to: usize) -> Option<(u32, Constraint)> {
        let stretch = self.offers.get(from..to).unwrap_or_default();
        stretch.iter().filter_map(|offer| offer.ceiling).min_by_key(|(most, _)| *most)
    }
}
