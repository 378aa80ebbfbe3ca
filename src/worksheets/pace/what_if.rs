//! The same plan if something changes, beside the first and without losing it.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Planned, closing};
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Bonus, Raise, YearRecord};
use crate::worksheets::year::NotReady;

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

pub(super) fn what_ifs(entry: &YearRecord, base: &Planned, age: i16, today: Date) -> Result<Vec<WhatIf>, NotReady> {
    let mut what_ifs = Vec::new();
    let mut add = |change: String, entry: &YearRecord, from: Option<Date>| -> Result<(), NotReady> {
        let planned = Planned::new(entry, base.limits.clone(), age, today, from)?;
        let entries = planned.entries(today, planned.course.paychecks.last_stub)?;
        let mut words = closing::in_words(&entries, entry.payroll.after_tax);
        let over = planned.over()?;
        if over.is_positive() {
            words.push_str(&format!("; even so, {over} too much goes in"));
        }
        what_ifs.push(WhatIf {
            change,
            entries: words,
            room: planned.left.room,
            planned: planned.brought.total,
            unused: planned.unused()?,
        });
        Ok(())
    };
    let next_month = next_month(today);
    let changeable = base.course.paychecks.to_come.get(base.course.start).map(|check| check.date);
    let later = base.course.paychecks.to_come.iter().any(|check| check.date >= next_month);
    if later && changeable.is_some_and(|date| date < next_month) {
        add(format!("If the change starts on {} or later", next_month.long()), entry, Some(next_month))?;
    }
    let may_come = |bonus: &Bonus| bonus.unsure && bonus.date.year() == entry.year && bonus.date > today;
    for (place, bonus) in entry.payroll.bonuses.iter().enumerate().filter(|(_, bonus)| may_come(bonus)) {
        let mut with = entry.clone();
        if let Some(unsure) = with.payroll.bonuses.get_mut(place) {
            *unsure = Bonus { unsure: false, ..*bonus };
        }
        add(format!("If the bonus of {} comes on {}", bonus.amount, bonus.date.long()), &with, None)?;
    }
    let percent = entry.payroll.what_if_raise.map_or(Decimal::new(USUAL_RAISE, 2), |percent| percent.fraction());
    let regular = base.course.paychecks.to_come.iter().find(|check| check.date >= next_month);
    if let Some((from, pay)) = regular.map(|check| check.date).zip(entry.payroll.pay_on(next_month)) {
        let mut with = entry.clone();
        let factor = Decimal::ONE.checked_add(percent).unwrap_or(Decimal::ONE);
        let raised = pay.times(factor, RoundingStrategy::MidpointAwayFromZero)?;
        with.payroll.raises.push(Raise { from, pay: raised });
        let shown = percent.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default().normalize();
        add(format!("If you get a raise of {shown}% from {}", from.long()), &with, None)?;
    }
    Ok(what_ifs)
}

/// The first day of the month after a date.
fn next_month(date: Date) -> Date {
    let (year, month) = if date.month() == 12 { (date.year() + 1, 1) } else { (date.year(), date.month() + 1) };
    Date::new(year, month, 1).unwrap_or(date)
}
