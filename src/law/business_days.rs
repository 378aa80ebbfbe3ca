//! Days on which banks move money, and days on which the IRS's deadlines fall.

use crate::date::{Date, Weekday};

/// No business day is further than this from any day.
pub const FARTHEST: i32 = 7;

/// Whether banks move money on a day: neither a weekend nor a holiday of the
/// Federal Reserve. A holiday on a Sunday is kept on Monday, one on a Saturday is
/// not moved.
#[must_use]
pub fn is_business_day(date: Date) -> bool {
    !date.weekday().is_weekend() && !is_holiday(date)
}

/// The day itself, or else the next on which the IRS's deadlines can fall (IRC 7503):
/// neither a weekend nor a holiday of the District of Columbia, which keeps
/// Emancipation Day on April 16. None beyond the calendar.
///
/// ```
/// use planner::date::Date;
/// use planner::law::business_days::due_on_or_after;
/// // A Saturday, and Emancipation Day is kept on Monday.
/// assert_eq!(due_on_or_after(Date::new(2028, 4, 15)?), Date::new(2028, 4, 18).ok());
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[must_use]
pub fn due_on_or_after(day: Date) -> Option<Date> {
    let days = (0..=FARTHEST).filter_map(|days| day.plus_days(days).ok());
    days.into_iter().find(|day| is_business_day(*day) && !is_emancipation_day(*day))
}

/// The last business day of some days; the last of them where none is one.
///
/// ```
/// use planner::date::Date;
/// use planner::law::business_days::last_of;
/// // A Sunday after Thanksgiving.
/// let (today, sunday) = (Date::new(2026, 11, 25)?, Date::new(2026, 11, 29)?);
/// assert_eq!(last_of(today, sunday), Date::new(2026, 11, 27)?);
/// assert_eq!(last_of(Date::new(2026, 11, 28)?, sunday), sunday);
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[must_use]
pub fn last_of(first: Date, last: Date) -> Date {
    let days = (0..=FARTHEST).filter_map(|days| last.plus_days(-days).ok());
    days.take_while(|day| *day >= first).find(|day| is_business_day(*day)).unwrap_or(last)
}

fn is_holiday(date: Date) -> bool {
    let on_day = |date: Date| {
        matches!((date.month(), date.day()), (1, 1) | (7, 4) | (11, 11) | (12, 25))
            || ((date.month(), date.day()) == (6, 19) && date.year() >= 2021)
    };
    let moved = date.weekday() == Weekday::Monday && date.plus_days(-1).is_ok_and(on_day);
    let week = (date.day() - 1) / 7 + 1;
    let last_week = date.plus_days(7).map_or(true, |next| next.month() != date.month());
    on_day(date)
        || moved
        || match (date.month(), date.weekday()) {
            (1 | 2, Weekday::Monday) => week == 3,
            (5, Weekday::Monday) => last_week,
            (9, Weekday::Monday) => week == 1,
            (10, Weekday::Monday) => week == 2,
            (11, Weekday::Thursday) => week == 4,
            _ => false,
        }
}

/// April 16, kept on Friday if it is a Saturday and on Monday if it is a Sunday.
fn is_emancipation_day(date: Date) -> bool {
    match (date.month(), date.day()) {
        (4, 15) => date.weekday() == Weekday::Friday,
        (4, 16) => true,
        (4, 17) => date.weekday() == Weekday::Monday,
        _ => false,
    }
}
