//! The browser's clock.

use planner::date::Date;

/// Today's civil date where the person is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let number = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(planner::law::limits::OFFICIAL_YEARS.1);
    Date::new(year, number(now.get_month() + 1), number(now.get_date())).unwrap_or_else(|_| last_official_day())
}

/// What stands in for a clock beyond the calendar that the engine knows.
fn last_official_day() -> Date {
    let (_, last) = planner::law::limits::OFFICIAL_YEARS;
    Date::year_end(last).expect("the last official year is on the calendar")
}

/// The time of the browser's clock, in milliseconds.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}
