//! The months in which contributions can still be made, and what pay brings in them.

use rust_decimal::Decimal;

use super::pay::Pay;
use crate::date::Date;
use crate::law::deadlines;
use crate::money::{Money, RoundingStrategy};
use crate::record::YearRecord;
use crate::worksheets::year;
use crate::worksheets::year::paychecks::{Paycheck, Paychecks};

/// The last day on which a contribution of one's own counts for a year.
pub(super) fn last_contribution(entry: &YearRecord, year: i16, pay: &Pay) -> Option<Date> {
    match entry.plan.begins_in() {
        // The day before the next limitation year begins.
        Some(month) => Date::new(year, month, 1).ok()?.plus_days(-1).ok(),
        None => deadlines::last_contribution(year, pay.own_business.is_some()),
    }
}

/// Months in which a contribution can still be made, as entered or by today's date.
pub(super) fn months_left(entry: &YearRecord, year: i16, pay: &Pay, today: Date) -> u8 {
    let by_calendar = match entry.plan.begins_in() {
        Some(begins) => months_to(begins, year, today),
        None => year::months_left(year, today),
    };
    let by_calendar = match by_calendar {
        0 if last_contribution(entry, year, pay).is_some_and(|last| today <= last) => 1,
        months => months,
    };
    entry.months_left.filter(|months| *months <= 12).unwrap_or(by_calendar)
}

/// Months to the end of a limitation year that ends before this month of a year, this month
/// included.
fn months_to(begins: u8, year: i16, today: Date) -> u8 {
    let months = (i32::from(year) - i32::from(today.year())) * 12 + i32::from(begins) - i32::from(today.month());
    u8::try_from(months.clamp(0, 12)).unwrap_or_default()
}

/// What pay still brings for after-tax contributions, beside the deferrals to come: that of
/// the paychecks, or the year's pay spread over its months.
pub(super) fn pay_to_come(
    entry: &YearRecord,
    pay: &Pay,
    pay_left: Money,
    months: u8,
    paychecks: Option<&Paychecks>,
) -> Money {
    if let Some(paychecks) = paychecks {
        return paychecks.to_come.iter().map(Paycheck::pay_left).sum::<Money>().min(pay_left);
    }
    if pay.own_business.is_some() {
        return pay_left;
    }
    let exact = pay.here.to_decimal() * Decimal::from(months) / Decimal::from(12);
    let to_come = Money::rounded(exact, RoundingStrategy::ToZero) - entry.contributions.deferrals().to_come;
    to_come.or_zero().min(pay_left)
}
