//! The days on which forms, returns and corrections are due.

use crate::date::Date;
use crate::worksheets::paychecks::calendar::is_business_day;

/// No business day is further than this from any day.
const FARTHEST: i32 = 7;

/// By when the payer sends Form 1099-R, and the employer Form W-2: January 31 of the
/// next year, or the next business day (IRC 6047(d), 7503).
pub(super) fn forms_sent(year: i16) -> Option<Date> {
    business_day(Date::new(year + 1, 1, 31).ok()?)
}

/// By when the IRA's trustee sends Form 5498: May 31, or the next business day.
pub(super) fn ira_statement(year: i16) -> Option<Date> {
    business_day(Date::new(year + 1, 5, 31).ok()?)
}

/// When the return is due: April 15, or the next day that is neither a weekend nor a
/// holiday of the District of Columbia, which keeps Emancipation Day on April 16.
pub(super) fn return_due(year: i16) -> Option<Date> {
    business_day(Date::new(year + 1, 4, 15).ok()?)
}

/// When the return is due with its extension: October 15, or the next business day.
pub(super) fn extended_return(year: i16) -> Option<Date> {
    business_day(Date::new(year + 1, 10, 15).ok()?)
}

fn business_day(due: Date) -> Option<Date> {
    let days = (0..=FARTHEST).filter_map(|days| due.plus_days(days).ok());
    days.into_iter().find(|day| is_business_day(*day) && !is_emancipation_day(*day))
}

/// April 16, kept on Friday if it is a Saturday and on Monday if it is a Sunday.
fn is_emancipation_day(date: Date) -> bool {
    const FRIDAY: u8 = 4;
    match (date.month(), date.day()) {
        (4, 15) => date.weekday() == FRIDAY,
        (4, 16) => true,
        (4, 17) => date.weekday() == 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_move_off_weekends_and_holidays() {
        let day = |text: &str| text.parse().ok();
        // January 31, 2027 is a Sunday; May 31, 2027 is Memorial Day.
        assert_eq!(forms_sent(2026), day("2027-02-01"));
        assert_eq!(forms_sent(2024), day("2025-01-31"));
        assert_eq!(ira_statement(2026), day("2027-06-01"));
        assert_eq!(ira_statement(2023), day("2024-05-31"));
        assert_eq!(return_due(2026), day("2027-04-15"));
        // April 15, 2028 is a Saturday, and Emancipation Day is kept on Monday.
        assert_eq!(return_due(2027), day("2028-04-18"));
        // April 16, 2022 was a Saturday, and Emancipation Day was kept on Friday.
        assert_eq!(return_due(2021), day("2022-04-18"));
        assert_eq!(extended_return(2026), day("2027-10-15"));
        assert_eq!(extended_return(2021), day("2022-10-17"));
    }
}
