//! The days that the Roth rules turn on.

use crate::date::Date;

/// Taxable years of a five-year clock.
const CLOCK_YEARS: i16 = 5;

/// January 1 after the five taxable years that begin with a year. None beyond the calendar.
pub(super) fn five_years_from(year: i16) -> Option<Date> {
    year_start(year.checked_add(CLOCK_YEARS)?)
}

/// January 1 of a year. None beyond the calendar.
pub(super) fn year_start(year: i16) -> Option<Date> {
    Date::new(year, 1, 1).ok()
}

/// Whether a day has come; one beyond the calendar never does.
pub(super) fn reached(day: Option<Date>, by: Date) -> bool {
    day.is_some_and(|day| day <= by)
}

/// The later of two days; none if either lies beyond the calendar.
pub(super) fn later(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    Some(one?.max(other?))
}

/// The earlier of two days, of which one beyond the calendar is the later.
pub(super) fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
