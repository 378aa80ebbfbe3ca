//! A year with its room and its paychecks, and the elections chosen for them.

use super::Entry;
use super::payroll_plan::{Elections, Outcome, PayrollPlan};
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
    pub left: room::Left,
    pub plan: PayrollPlan,
    /// Nothing where even no election at all goes over.
    pub chosen: Option<Elections>,
    pub outcome: Outcome,
}

impl Case {
    /// The year as it is worked out for every worksheet.
    pub fn of(year: &Year<'_>) -> Result<Self, NotReady> {
        let &Year { entry, today, .. } = year;
        let (limits, age) = (year.limits()?, year.age()?);
        refuse_own_business(entry)?;
        let (paychecks, projected) = year.paychecks()?.zip(year.projected()?).ok_or(NotReady::Paychecks)?;
        let left = room::left(projected, limits, age, today)?;
        Self::choose(entry, limits.clone(), PayrollPlan::new(entry, paychecks.clone(), left, today, None), left)
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
        Self::choose(entry, limits, PayrollPlan::new(entry, paychecks, left, today, from), left)
    }

    fn choose(entry: &YearRecord, limits: YearLimits, plan: PayrollPlan, left: room::Left) -> Result<Self, NotReady> {
        let chosen = plan.elections(entry.payroll.strategy, entry.payroll.fill_by);
        let nothing = [(plan.start, 0)];
        let outcome = plan.outcome(chosen.as_deref().unwrap_or(&nothing));
        Ok(Self { limits, left, plan, chosen, outcome })
    }

    /// The elections; with nothing taken from the first paycheck that can change,
    /// where all go over.
    pub fn elections(&self) -> Elections {
        self.chosen.clone().unwrap_or_else(|| vec![(self.plan.start, 0)])
    }

    /// What is entered for the elections that were chosen.
    pub fn entries(&self, today: Date, before: Option<Date>) -> Vec<Entry> {
        self.plan.entries(&self.elections(), today, before)
    }

    /// The date by which the room is to be filled, where no change can work by then.
    pub fn date_too_early(&self) -> Option<Date> {
        let payroll = &self.plan.entry.payroll;
        let first = self.plan.date(self.plan.start)?;
        payroll.fill_by.filter(|date| payroll.strategy == Strategy::ByDate && first > *date)
    }

    /// What stays unused of the room.
    pub fn unused(&self) -> Money {
        self.plan.unused(&self.elections()).or_zero()
    }

    /// Over without after-tax money, and by what it adds.
    pub fn over(&self) -> Money {
        let unused = self.plan.unused(&self.elections());
        self.left.over + (-unused).or_zero()
    }

    /// Whether what goes over goes over the law's limit, and not over a cap of the plan's alone.
    pub fn over_by_law(&self) -> bool {
        self.left.over.is_positive() || self.plan.left_by_law(&self.elections()).is_negative()
    }
}

/// The person's own business has no payroll to plan.
fn refuse_own_business(entry: &YearRecord) -> Result<(), NotReady> {
    match entry.income {
        Some(Income::SelfEmployed { .. }) => Err(NotReady::OwnBusiness),
        _ if entry.plan.limitation_year == LimitationYearKind::Other => Err(NotReady::LimitationYear),
        _ => Ok(()),
    }
}
