//! A year with its room and its paychecks, and the elections chosen for them.

use super::Entry;
use super::deferrals::{Lowering, Trial};
use super::other_year;
use super::payroll_plan::{Constraint, Elections, Outcome, PayrollPlan, USUAL_LEAD_DAYS};
use super::unsure::{self, Unsure};
use crate::date::Date;
use crate::law::YearLimits;
use crate::money::Money;
use crate::record::{Income, LimitationYearKind, Strategy, YearRecord};
use crate::worksheets::room;
use crate::worksheets::year::paychecks::Paychecks;
use crate::worksheets::year::{NotReady, Year};

/// A year with its room and its paychecks, and the elections chosen for them.
pub(super) struct Case {
    pub limits: YearLimits,
    pub age: i16,
    pub today: Date,
    pub left: room::Left,
    pub plan: PayrollPlan,
    /// Nothing where even no election at all goes over.
    pub chosen: Option<Elections>,
    pub outcome: Outcome,
    /// What goes over without any more after-tax money by election, and how lower deferrals
    /// would prevent it.
    excess: Money,
    pub lowering: Option<Lowering>,
}

impl Case {
    /// The year as it is worked out for every worksheet.
    pub fn of(year: &Year<'_>) -> Result<Self, NotReady> {
        let &Year { entry, today, .. } = year;
        let (limits, age) = (year.limits()?, year.age()?);
        other_year::refuse(year)?;
        refuse_own_business(entry)?;
        let (paychecks, projected) = year.paychecks()?.zip(year.projected()?).ok_or(NotReady::Paychecks)?;
        let left = room::left(projected, limits, age, today)?;
        let plan = PayrollPlan::new(entry, paychecks.clone(), left, today, None);
        Self::choose(limits.clone(), age, today, plan, left)
    }

    /// A year that is tried, with no change before a date, where one is given.
    pub fn tried(
        entry: &YearRecord,
        limits: YearLimits,
        age: i16,
        today: Date,
        from: Option<Date>,
    ) -> Result<Self, NotReady> {
        refuse_own_business(entry)?;
        let paychecks = Paychecks::of(entry, &limits, age, today).ok_or(NotReady::Paychecks)?;
        let left = room::left(&paychecks.projected(entry), &limits, age, today)?;
        let plan = PayrollPlan::new(entry, paychecks, left, today, from);
        Self::choose(limits, age, today, plan, left)
    }

    fn choose(
        limits: YearLimits,
        age: i16,
        today: Date,
        mut plan: PayrollPlan,
        left: room::Left,
    ) -> Result<Self, NotReady> {
        let nothing = [(plan.start, 0)];
        let sudden = unsure::sudden(&plan, today);
        let sudden = unsure::unsure(&plan, &limits, age, today, &sudden)?.into_iter().map(|one| one.plan);
        plan.alternatives = sudden.filter(|other| plan.fits_in(other, &nothing)).collect();
        let payroll = &plan.entry.payroll;
        let chosen = plan.elections(payroll.strategy, payroll.fill_by);
        let outcome = plan.outcome(chosen.as_deref().unwrap_or(&nothing));
        let excess = left.over + (-plan.left(chosen.as_deref().unwrap_or(&nothing))).or_zero();
        let mut case = Self { limits, age, today, left, plan, chosen, outcome, excess, lowering: None };
        if case.excess.is_positive() {
            case.lowering = Lowering::of(&case)?;
        }
        Ok(case)
    }

    /// Leaves the present election in force: the plan cannot do it, and no other is given.
    pub fn leave_as_it_is(&mut self) {
        self.outcome = self.plan.outcome(&[]);
        self.chosen = Some(Vec::new());
        self.plan.alternatives.clear();
    }

    /// What the person wants in all for the year, where that is less than the room.
    pub fn target(&self) -> Option<Money> {
        let payroll = &self.plan.entry.payroll;
        let in_already = self.plan.entry.contributions.after_tax;
        (payroll.spillover_only || payroll.own_target.is_some())
            .then(|| self.plan.room + in_already)
            .filter(|target| *target < self.left.room + in_already)
    }

    /// The year if bonuses come that are not sure.
    pub fn unsure(&self) -> Result<Vec<Unsure>, NotReady> {
        let bonuses: Vec<_> = unsure::may_come(&self.plan.entry, self.today).collect();
        unsure::unsure(&self.plan, &self.limits, self.age, self.today, &bonuses)
    }

    /// What stays unused because it is not known how many days a change needs.
    pub fn cost_of_lead(&self) -> Result<Money, NotReady> {
        let entry = &self.plan.entry;
        if entry.plan.change_lead_days.is_some() || !self.plan.changeable() {
            return Ok(Money::ZERO);
        }
        let mut known = entry.clone();
        known.plan.change_lead_days = Some(USUAL_LEAD_DAYS);
        let known = Self::tried(&known, self.limits.clone(), self.age, self.today, None)?;
        Ok((self.unused() - known.unused()).or_zero())
    }

    /// The year with other deferral elections, each from a paycheck on by its place.
    pub fn trial(&self, elections: &super::deferrals::Changes) -> Result<Trial, NotReady> {
        Trial::of(self, elections, &self.plan.entry)
    }

    /// The elections; with nothing taken from the first paycheck that can change,
    /// where all go over.
    pub fn elections(&self) -> Elections {
        self.chosen.clone().unwrap_or_else(|| vec![(self.plan.start, 0)])
    }

    /// What is entered for the elections that were chosen.
    pub fn entries(&self) -> Vec<Entry> {
        self.plan.entries(&self.elections())
    }

    /// The date by which the room is to be filled, where no change can work by then.
    pub fn date_too_early(&self) -> Option<Date> {
        let payroll = &self.plan.entry.payroll;
        let first = self.plan.date(self.plan.start)?;
        payroll.fill_by.filter(|date| payroll.strategy == Strategy::ByDate && first > *date)
    }

    /// Whether what taxes leave holds an election back, by an allowance.
    pub fn held_by_taxes(&self) -> bool {
        let elections = self.elections();
        elections.iter().enumerate().any(|(number, (from, steps))| {
            let to = elections.get(number + 1).map_or(self.plan.offers.len(), |(next, _)| *next);
            *steps > 0 && self.plan.constraint(*from, to) == Some((*steps, Constraint::Taxes))
        })
    }

    /// What stays unused of what the person wants to fill.
    pub fn unused(&self) -> Money {
        self.plan.unused(&self.elections()).or_zero()
    }

    /// What goes over a limit whatever is entered now: posted, or from paychecks that can no
    /// longer be changed.
    pub fn over(&self) -> Money {
        self.lowering.as_ref().map_or(self.excess, |lowering| lowering.stays)
    }

    /// What goes over besides unless deferrals are lowered in time.
    pub fn preventable(&self) -> Money {
        self.excess - self.over()
    }

    /// Whether what goes over goes over the law's limit, and not over a cap of the plan's alone.
    pub fn over_by_law(&self) -> bool {
        self.left.over.is_positive() || self.plan.passes_the_law(&self.elections())
    }
}

/// The person's own business has no payroll to plan.
fn refuse_own_business(entry: &YearRecord) -> Result<(), NotReady> {
    match entry.income {
        Some(Income::SelfEmployed { .. }) => Err(NotReady::OwnBusiness),
        _ if entry.plan.limitation_year == LimitationYearKind::Other => Err(NotReady::LimitationYear { even: None }),
        _ => Ok(()),
    }
}
