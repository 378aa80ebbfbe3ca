//! The ages that the law turns on, and the days on which they are reached.

use std::ops::RangeInclusive;

use crate::date::Date;

/// From this age by the end of the year a person may make catch-up contributions
/// (IRC 414(v)(5)(A)).
pub const CATCH_UP: i16 = 50;

/// The ages by the end of the year with the higher catch-up (IRC 414(v)(2)(E)).
pub const HIGHER_CATCH_UP: RangeInclusive<i16> = 60..=63;

/// Who leaves the employer in or after the year of this age may take money from its plan
/// without the additional tax (IRC 72(t)(2)(A)(v)).
pub const SEPARATION: i16 = 55;

/// The age from which payments bear no additional tax, as texts name it.
pub const FREE: &str = "59½";

/// Since this year a plan's Roth account has no required distributions while its owner lives,
/// as a Roth IRA never had (IRC 402A(d)(5)).
pub const NO_LIFETIME_DISTRIBUTIONS_SINCE: i16 = 2024;

/// The day on which a person turns 59½: 59 years and six months after birth, and the
/// last day of a month that is too short. None beyond the calendar.
///
/// From that day on payments bear no additional tax (IRC 72(t)(2)(A)(i)), and Roth
/// earnings can be free of tax (IRC 408A(d)(2)(A)(i), 402A(d)(2)).
///
/// ```
/// use planner::date::Date;
/// use planner::law::ages;
/// assert_eq!(ages::turns_59_and_a_half(Date::new(1970, 8, 31)?), Date::new(2030, 2, 28).ok());
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[must_use]
pub fn turns_59_and_a_half(birth_date: Date) -> Option<Date> {
    let (later, month) =
        if birth_date.month() > 6 { (60, birth_date.month() - 6) } else { (59, birth_date.month() + 6) };
    let year = birth_date.year().checked_add(later)?;
    // No month is more than three days shorter than another.
    (0..=3).find_map(|short| Date::new(year, month, birth_date.day().checked_sub(short)?).ok())
}

/// Whether somebody born on one day was under 59½ on another. The calendar's end is
/// never reached.
#[must_use]
pub fn is_under_59_and_a_half(birth_date: Date, on: Date) -> bool {
    turns_59_and_a_half(birth_date).is_none_or(|turns| on < turns)
}
