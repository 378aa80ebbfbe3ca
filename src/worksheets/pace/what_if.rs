//! The same plan if something changes, beside the first and without losing it.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Case, unsure, words};
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Bonus, Raise, YearRecord};
use crate::worksheets::year::{NotReady, Year};

/// A raise to try where the person names none, in percent.
const USUAL_RAISE: i64 = 5;

/// The plan under one change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// What changes.
    pub change: String,
    /// What to enter then, in words.
    pub entries: String,
    /// After-tax room then.
    pub room: Money,
    /// After-tax money to come then.
    pub planned: Money,
    /// What stays unused then.
    pub unused: Money,
}

/// A change to try.
pub(super) enum Change {
    /// The elections change no earlier than on a day.
    Later { from: Date },
    /// A bonus comes that is not sure.
    Bonus(Bonus),
    /// Pay rises by a share of it from a payday on, and with it the raises entered for later.
    Raise { share: Decimal, from: Date, pay: Money },
}

impl Change {
    /// The entry of the year under the change.
    fn of(&self, entry: &YearRecord) -> YearRecord {
        let mut changed = entry.clone();
        let payroll = &mut changed.payroll;
        match self {
            Self::Later { .. } => {}
            Self::Bonus(bonus) => {
                if let Some(unsure) = payroll.bonuses.iter_mut().find(|other| *other == bonus) {
                    unsure.unsure = false;
                }
            }
            Self::Raise { share, from, pay } => {
                let later = payroll.raises.iter_mut().filter(|raise| raise.from > *from);
                later.for_each(|raise| raise.pay = raised(raise.pay, *share));
                payroll.raises.push(Raise { from: *from, pay: *pay });
            }
        }
        changed
    }
}

/// The same plan under each change that may come.
pub(super) fn what_ifs(of: &Year<'_>, base: &Case) -> Result<Vec<WhatIf>, NotReady> {
    changes(of, base)?.iter().map(|change| what_if(of, base, change)).collect()
}

fn what_if(of: &Year<'_>, base: &Case, change: &Change) -> Result<WhatIf, NotReady> {
    let entry = change.of(of.entry);
    let from = if let Change::Later { from } = change { Some(*from) } else { None };
    let case = Case::tried(&entry, base.limits.clone(), of.age()?, of.today, from)?;
    let entries = case.entries();
    Ok(WhatIf {
        change: words::change(change),
        entries: words::entries_and_over(&entries, entry.payroll.after_tax, case.over() + case.preventable()),
        room: case.left.room,
        planned: case.outcome.total,
        unused: case.unused(),
    })
}

/// The changes that may come: a later start, each bonus that is not sure, a raise.
fn changes(of: &Year<'_>, base: &Case) -> Result<Vec<Change>, NotReady> {
    let &Year { entry, today, .. } = of;
    let plan = &base.plan;
    let next_month = next_month(today);
    let from_then = plan.paychecks.to_come.iter().map(|check| check.date).find(|date| *date >= next_month);
    let mut changes = Vec::new();
    if from_then.is_some() && plan.date(plan.start).is_some_and(|date| date < next_month) {
        changes.push(Change::Later { from: next_month });
    }
    changes.extend(unsure::may_come(entry, today).map(Change::Bonus));
    if let Some((from, pay)) = from_then.and_then(|from| Some((from, entry.payroll.pay_on(from)?))) {
        let usual = Decimal::new(USUAL_RAISE, 2);
        let share = entry.payroll.what_if_raise.map_or(usual, |percent| percent.fraction());
        changes.push(Change::Raise { share, from, pay: raised(pay, share) });
    }
    Ok(changes)
}

/// Pay after a raise by a share of it.
fn raised(pay: Money, share: Decimal) -> Money {
    let factor = Decimal::ONE.checked_add(share).unwrap_or(Decimal::ONE);
    pay.times(factor, RoundingStrategy::MidpointAwayFromZero)
}

/// The first day of the month after a date.
fn next_month(date: Date) -> Date {
    let (year, month) = if date.month() == 12 { (date.year() + 1, 1) } else { (date.year(), date.month() + 1) };
    Date::new(year, month, 1).unwrap_or(date)
}
