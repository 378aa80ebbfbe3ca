//! By when something must be done. Each day stands here once, with the law that sets
//! it; days that the law moves off weekends and holidays are moved.

use super::business_days::due_on_or_after;
use crate::date::Date;

/// Days within which a payment to the person must reach a Roth IRA (IRC 402(c)(3)(A)).
pub const DAYS_TO_ROLL_OVER: i32 = 60;

/// Days after the limitation year in which an owner's own contribution still counts for
/// it (26 CFR 1.415(c)-1(b)(6)(i)(B)).
pub const OWNER_DAYS: i32 = 30;

/// The last day on which a payment to the person can be rolled over, counted from the
/// day of the payment; the calendar's last where it ends before.
#[must_use]
pub fn rollover(paid: Date) -> Date {
    paid.plus_days(DAYS_TO_ROLL_OVER).unwrap_or(Date::LAST)
}

/// The last day on which a contribution of one's own counts for a year: the year's end
/// for payroll, [`OWNER_DAYS`] later for an owner. None beyond the calendar.
#[must_use]
pub fn last_contribution(year: i16, is_owner: bool) -> Option<Date> {
    let end = Date::year_end(year).ok()?;
    if is_owner { end.plus_days(OWNER_DAYS).ok() } else { Some(end) }
}

/// By when the payer sends Form 1099-R, and the employer Form W-2: January 31 of the
/// next year, or the next business day (IRC 6047(d), 7503).
#[must_use]
pub fn forms_sent(year: i16) -> Option<Date> {
    due_on_or_after(in_the_next(year, 1, 31)?)
}

/// By when the IRA's trustee sends Form 5498: May 31, or the next business day.
#[must_use]
pub fn ira_statement(year: i16) -> Option<Date> {
    due_on_or_after(in_the_next(year, 5, 31)?)
}

/// When the return is due: April 15, or the next business day (IRC 6072(a), 7503).
#[must_use]
pub fn return_due(year: i16) -> Option<Date> {
    due_on_or_after(in_the_next(year, 4, 15)?)
}

/// When the return is due with its extension: October 15, or the next business day.
#[must_use]
pub fn extended_return(year: i16) -> Option<Date> {
    due_on_or_after(in_the_next(year, 10, 15)?)
}

/// By when an excess over the limit on annual additions is corrected by the usual rule,
/// nine and a half months after the year (Rev. Proc. 2021-30, 6.06(2)). Nothing moves it.
#[must_use]
pub fn additions_corrected(year: i16) -> Option<Date> {
    in_the_next(year, 10, 15)
}

/// By when deferrals above the limit must be out of the plan (IRC 402(g)(2)(A)). Neither
/// an extension of the return nor, for certain, a weekend moves it.
#[must_use]
pub fn excess_deferrals_out(year: i16) -> Option<Date> {
    in_the_next(year, 4, 15)
}

/// By when the plan returns what failed the ACP test, so that the employer owes no tax
/// of 10% (IRC 4979(f)). Nothing moves it.
#[must_use]
pub fn acp_refund(year: i16) -> Option<Date> {
    in_the_next(year, 3, 15)
}

fn in_the_next(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year.checked_add(1)?, month, day).ok()
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

    #[test]
    fn some_days_nothing_moves() {
        let day = |text: &str| text.parse().ok();
        // April 15, 2028 is a Saturday, March 15, 2026 a Sunday, October 15, 2022 a Saturday.
        assert_eq!(excess_deferrals_out(2027), day("2028-04-15"));
        assert_eq!(acp_refund(2025), day("2026-03-15"));
        assert_eq!(additions_corrected(2021), day("2022-10-15"));
        assert_eq!(last_contribution(2026, false), day("2026-12-31"));
        assert_eq!(last_contribution(2026, true), day("2027-01-30"));
        assert_eq!(rollover("2025-04-10".parse().unwrap_or(Date::LAST)), "2025-06-09".parse().unwrap_or(Date::LAST));
    }
}
