//! Real pay dates: from a cadence and one known date, moved off weekends and
//! bank holidays. Pay counts in the year in which it is paid.

use crate::date::Date;
use crate::law::business_days::{FARTHEST, is_business_day};
use crate::order;
use crate::record::{Cadence, Payroll, Shift};

/// The regular pay dates that fall in a calendar year, in order; those before the first
/// day in the job are none of its own.
///
/// ```
/// use planner::date::Date;
/// use planner::record::{Cadence, Payroll};
/// use planner::worksheets::year::paychecks::calendar::pay_dates;
/// // Every second Friday from January 2: the payday of New Year's Day 2027 is paid in 2026.
/// let known_pay_date = Some(Date::new(2026, 1, 2)?);
/// let payroll = Payroll { cadence: Cadence::Biweekly, known_pay_date, ..Payroll::default() };
/// let dates = pay_dates(&payroll, 2026);
/// assert_eq!(dates.len(), 27);
/// assert_eq!(dates.last(), Some(&Date::new(2026, 12, 31)?));
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[must_use]
pub fn pay_dates(payroll: &Payroll, year: i16) -> Vec<Date> {
    let nominal = match payroll.cadence {
        Cadence::Weekly => every(7, payroll.known_pay_date, year),
        Cadence::Biweekly => every(14, payroll.known_pay_date, year),
        Cadence::Semimonthly => monthly(&[payroll.first_day.unwrap_or(15), payroll.second_day.unwrap_or(31)], year),
        Cadence::Monthly => monthly(&[payroll.first_day.unwrap_or(31)], year),
        Cadence::Manual => payroll.pay_dates.clone(),
        Cadence::Unknown => Vec::new(),
    };
    let shift = if payroll.cadence == Cadence::Manual { Shift::None } else { payroll.shift };
    let mut dates: Vec<Date> = nominal.into_iter().filter_map(|date| paid(date, shift)).collect();
    let begun = |date: &Date| payroll.started_on.is_none_or(|started| *date >= started);
    let goes_on = |date: &Date| payroll.ended_on.is_none_or(|ended| *date <= ended);
    dates.retain(|date| date.year() == year && begun(date) && goes_on(date));
    order::sort(&mut dates);
    dates.dedup();
    dates
}

/// Dates in whole steps of days from a known one, from a little before the year
/// to a little after it.
fn every(days: i32, known: Option<Date>, year: i16) -> Vec<Date> {
    let (Some(known), Ok(first)) = (known, Date::new(year, 1, 1)) else { return Vec::new() };
    let offset = (known.day_number() - first.day_number()).rem_euclid(days);
    // A year has 366 days at most; one step more on either side may be moved into it.
    let steps = 366 / days + 2;
    (-1..=steps).filter_map(|step| first.plus_days(offset + step * days).ok()).collect()
}

/// The same days of each month; a day that a month does not have is its last.
fn monthly(days: &[u8], year: i16) -> Vec<Date> {
    let before = std::iter::once((year - 1, 12));
    let after = std::iter::once((year + 1, 1));
    let months = before.chain((1..=12).map(|month| (year, month))).chain(after);
    months
        .flat_map(|(year, month)| {
            days.iter().filter_map(move |day| (1..=*day).rev().find_map(|day| Date::new(year, month, day).ok()))
        })
        .collect()
}

/// The day on which a payday is paid.
fn paid(date: Date, shift: Shift) -> Option<Date> {
    let step = match shift {
        Shift::Before => -1,
        Shift::After => 1,
        Shift::None => return Some(date),
    };
    let mut paid = date;
    for _ in 0..FARTHEST {
        if is_business_day(paid) {
            break;
        }
        paid = paid.plus_days(step).ok()?;
    }
    Some(paid)
}
