//! The year if a bonus comes that is not sure: what goes over then, and what to do for its
//! payday.

use super::payroll_plan::{Elections, PayrollPlan};
use crate::date::Date;
use crate::law::YearLimits;
use crate::law::business_days::last_of;
use crate::money::Money;
use crate::order;
use crate::record::{Bonus, Election, YearRecord};
use crate::worksheets::room;
use crate::worksheets::year::NotReady;
use crate::worksheets::year::paychecks::Paychecks;

/// The most bonuses of which every combination is tried.
const MOST_COMBINED: usize = 3;

/// So many bonuses are tried each alone.
const MOST_ALONE: usize = 8;

/// The year if some of the bonuses come that are not sure.
pub(super) struct Unsure {
    pub bonuses: Vec<Bonus>,
    pub plan: PayrollPlan,
}

/// The bonuses of the year to come that are not sure.
pub(super) fn may_come(entry: &YearRecord, today: Date) -> impl Iterator<Item = Bonus> {
    let year = entry.year;
    entry
        .payroll
        .bonuses
        .iter()
        .copied()
        .filter(move |bonus| bonus.unsure && bonus.date.year() == year && bonus.date > today)
}

/// The year with one after the other of some bonuses, and with all of them.
pub(super) fn unsure(
    plan: &PayrollPlan,
    limits: &YearLimits,
    age: i16,
    today: Date,
    bonuses: &[Bonus],
) -> Result<Vec<Unsure>, NotReady> {
    let mut sets: Vec<Vec<Bonus>> = bonuses.iter().take(MOST_ALONE).map(|bonus| vec![*bonus]).collect();
    if bonuses.len() > 1 {
        sets.push(bonuses.to_vec());
    }
    if bonuses.len() == MOST_COMBINED {
        sets.extend((0..MOST_COMBINED).map(|without| {
            let others = bonuses.iter().enumerate().filter(|(place, _)| *place != without);
            others.map(|(_, bonus)| *bonus).collect()
        }));
    }
    sets.into_iter().map(|bonuses| with(plan, limits, age, today, bonuses)).collect()
}

/// The bonuses that are not sure and for which no election can be entered: by the time one is
/// known, what is planned stands.
pub(super) fn sudden(plan: &PayrollPlan, today: Date) -> Vec<Bonus> {
    may_come(&plan.entry, today).filter(|bonus| !plan.can_follow(bonus.date, today)).collect()
}

fn with(
    plan: &PayrollPlan,
    limits: &YearLimits,
    age: i16,
    today: Date,
    bonuses: Vec<Bonus>,
) -> Result<Unsure, NotReady> {
    let mut entry = plan.entry.clone();
    for bonus in &bonuses {
        if let Some(unsure) = entry.payroll.bonuses.iter_mut().find(|other| *other == bonus) {
            unsure.unsure = false;
        }
    }
    let paychecks = Paychecks::of(&entry, limits, age, today).ok_or(NotReady::Paychecks)?;
    let left = room::left(&paychecks.projected(&entry), limits, age, today)?;
    Ok(Unsure { bonuses, plan: PayrollPlan::new(&entry, paychecks, left, today, None) })
}

/// A bonus that is not sure and would carry the year over a limit, as things are planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threat {
    /// Its payday.
    pub date: Date,
    /// Before taxes.
    pub amount: Money,
    /// The election that stands then.
    pub standing: Election,
    /// By how much the year would go over.
    pub over: Money,
    /// The highest election for that payday with which nothing goes over, and the last day
    /// to enter it; none where no election can be entered for it.
    pub remedy: Option<Remedy>,
}

/// What to enter for the payday of a bonus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// The election.
    pub election: Election,
    /// The last day to enter it.
    pub by: Date,
    /// What still goes over unless the elections after it are lowered as well.
    pub still_over: Money,
}

/// The bonuses that would carry the year over a limit under elections, in order.
pub(super) fn threats(base: &PayrollPlan, unsure: &[Unsure], elections: &Elections) -> Vec<Threat> {
    let single = |one: &Unsure| match one.bonuses.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let mut threats: Vec<Threat> = unsure.iter().filter_map(|one| threat(base, one, single(one)?, elections)).collect();
    order::sort_by_key(&mut threats, |threat| threat.date);
    threats
}

fn threat(base: &PayrollPlan, one: &Unsure, bonus: Bonus, elections: &Elections) -> Option<Threat> {
    let plan = &one.plan;
    let planned = base.as_of(plan, elections);
    let over = (-plan.left_by_outcome(&planned)).or_zero();
    let place = plan.place_on(bonus.date);
    let standing = planned.iter().rev().find(|(from, _)| *from <= place);
    let standing = standing.map_or(plan.entry.payroll.after_tax, |(_, steps)| plan.election(*steps));
    if !over.is_positive() || base.left_by_outcome(elections).is_negative() {
        return None;
    }
    let remedy = plan.window(place).map(|(opens, by)| {
        let by = last_of(opens, by);
        let next = plan.day_after(place);
        let with = |steps: u32| set_on(&planned, place, next, steps, plan.offers.len());
        let fits = |steps: u32| !plan.left_by_outcome(&with(steps)).is_negative();
        let (mut low, mut high) = (0, plan.ceiling(place, next).saturating_add(1));
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if fits(middle) { low = middle } else { high = middle }
        }
        Remedy { election: plan.election(low), by, still_over: (-plan.left_by_outcome(&with(low))).or_zero() }
    });
    Some(Threat { date: bonus.date, amount: bonus.amount, standing, over, remedy })
}

/// Elections with another one on the paychecks of one day.
fn set_on(planned: &Elections, place: usize, next: usize, steps: u32, end: usize) -> Elections {
    let after = planned.iter().rev().find(|(from, _)| *from <= next).map(|(_, steps)| *steps);
    let mut set: Elections = planned.iter().copied().filter(|(from, _)| *from < place).collect();
    set.push((place, steps));
    if next < end {
        set.extend(after.map(|steps| (next, steps)));
    }
    set.extend(planned.iter().copied().filter(|(from, _)| *from > next));
    set
}

/// The highest election from the first paycheck that can be changed to the end of the year
/// with which nothing goes over, whichever of the bonuses come.
pub(super) fn safe(base: &PayrollPlan, unsure: &[Unsure]) -> Option<Election> {
    let fits = |steps: u32| {
        let elections = vec![(base.start, steps)];
        base.fits(&elections) && unsure.iter().all(|one| base.fits_in(&one.plan, &elections))
    };
    if !base.changeable() || !fits(0) {
        return None;
    }
    let (mut low, mut high) = (0, base.ceiling(base.start, base.offers.len()).saturating_add(1));
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle) { low = middle } else { high = middle }
    }
    Some(base.election(low))
}
