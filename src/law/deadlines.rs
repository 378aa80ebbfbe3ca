//! By when something must be done. Each day stands here once, with the law that sets
//! it; days that the law moves off weekends and holidays are moved.

use std::fmt;

use super::business_days::{FARTHEST, due_on_or_after, is_business_day};
use crate::date::{Date, month_name};

/// Days within which a payment to the person must reach a Roth IRA (IRC 402(c)(3)(A)).
pub const DAYS_TO_ROLL_OVER: i32 = 60;

/// Days after the limitation year in which an owner's own contribution still counts for
/// it (26 CFR 1.415(c)-1(b)(6)(i)(B)).
pub const OWNER_DAYS: i32 = 30;

/// By when payers send Form 1099-R, and employers Form W-2 (IRC 6047(d)).
pub const FORMS_SENT: MonthDay = MonthDay { month: 1, day: 31 };

/// When the return is due (IRC 6072(a)).
const RETURN_DUE: MonthDay = MonthDay { month: 4, day: 15 };

/// When it is due with its extension (26 CFR 1.6081-4).
const EXTENDED_RETURN: MonthDay = MonthDay { month: 10, day: 15 };

/// By when the IRA's trustee sends Form 5498.
const IRA_STATEMENT: MonthDay = MonthDay { month: 5, day: 31 };

/// By when deferrals above the limit must be out of the plan (IRC 402(g)(2)(A)).
pub const EXCESS_DEFERRALS_OUT: MonthDay = MonthDay { month: 4, day: 15 };

/// By when an excess over the limit on annual additions is corrected by the usual rule
/// (Rev. Proc. 2021-30, 6.06(2)).
pub const ADDITIONS_CORRECTED: MonthDay = MonthDay { month: 10, day: 15 };

/// When the fourth payment of estimated tax is due (IRC 6654(c)(2)).
const ESTIMATED_TAX: MonthDay = MonthDay { month: 1, day: 15 };

/// By when many plans want to hear of excess deferrals. The plan sets the day (26 CFR
/// 1.402(g)-1(e)(2)(i)).
const EXCESS_TOLD: MonthDay = MonthDay { month: 3, day: 1 };

/// When the money of a tax-exempt or governmental employer is in at the latest so that it
/// counts for the year before (26 CFR 1.415(c)-1(b)(6)(i)(B)).
const TAX_EXEMPT_MONEY: MonthDay = MonthDay { month: 10, day: 15 };

/// By when the IRS has usually published the limits of the next year.
const LIMITS_OUT: MonthDay = MonthDay { month: 11, day: 15 };

/// How long after the year [`ADDITIONS_CORRECTED`] is, as the rule says it.
pub const ADDITIONS_CORRECTED_WITHIN: &str = "nine and a half months";

/// Months after the plan year in which what failed the ACP test comes back; half a month
/// more is allowed (IRC 4979(f)(1)).
const ACP_REFUND_MONTHS: u8 = 2;

/// The same, whole, for a plan with an eligible automatic contribution arrangement.
const ACP_REFUND_AUTOMATIC_MONTHS: u8 = 6;

/// A day that comes every year, as a sentence names it: `March 15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    pub(super) month: u8,
    pub(super) day: u8,
}

impl MonthDay {
    /// That day of the year after this one. None beyond the calendar.
    pub(super) fn after(self, year: i16) -> Option<Date> {
        Date::new(year.checked_add(1)?, self.month, self.day).ok()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", month_name(self.month), self.day)
    }
}

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

/// When Forms 1099-R and W-2 of a year are sent at the latest: [`FORMS_SENT`], or the next
/// business day (IRC 7503).
#[must_use]
pub fn forms_sent(year: i16) -> Option<Date> {
    due_on_or_after(FORMS_SENT.after(year)?)
}

/// By when the IRA's trustee sends Form 5498, or the next business day.
#[must_use]
pub fn ira_statement(year: i16) -> Option<Date> {
    due_on_or_after(IRA_STATEMENT.after(year)?)
}

/// When the return of a year is due, or the next business day (IRC 7503).
#[must_use]
pub fn return_due(year: i16) -> Option<Date> {
    due_on_or_after(RETURN_DUE.after(year)?)
}

/// When the return of a year is due with its extension, or the next business day.
#[must_use]
pub fn extended_return(year: i16) -> Option<Date> {
    due_on_or_after(EXTENDED_RETURN.after(year)?)
}

/// When the fourth payment of estimated tax for a year is due, or the next business day.
#[must_use]
pub fn estimated_tax(year: i16) -> Option<Date> {
    due_on_or_after(ESTIMATED_TAX.after(year)?)
}

/// The last day to contribute to an IRA, a Roth IRA or an HSA for a year: when the return is
/// due, whatever its extension (IRC 219(f)(3), 408A(c)(7), 223(d)(4)(B)).
#[must_use]
pub fn ira_contribution(year: i16) -> Option<Date> {
    return_due(year)
}

/// By when many plans want to hear of excess deferrals of a year. Nothing moves it.
#[must_use]
pub fn excess_told(year: i16) -> Option<Date> {
    EXCESS_TOLD.after(year)
}

/// By when catch-up of a year that had to be Roth can be corrected on Form W-2: before that
/// is issued (26 CFR 1.414(v)-2(c)). Nothing moves it.
#[must_use]
pub fn roth_catch_up_corrected(year: i16) -> Option<Date> {
    FORMS_SENT.after(year)
}

/// The last day on which the money of a tax-exempt or governmental employer still counts for
/// a year. Nothing moves it. That of others follows the employer's own return.
#[must_use]
pub fn tax_exempt_money(year: i16) -> Option<Date> {
    TAX_EXEMPT_MONEY.after(year)
}

/// By when, in a year, the limits of the next one are usually published.
#[must_use]
pub fn next_limits(year: i16) -> Option<Date> {
    LIMITS_OUT.after(year.checked_sub(1)?)
}

/// [`ADDITIONS_CORRECTED`] for an excess of this year. Nothing moves it.
#[must_use]
pub fn additions_corrected(year: i16) -> Option<Date> {
    ADDITIONS_CORRECTED.after(year)
}

/// The same for a limitation year that ends in this month of the year, 1 to 12:
/// [`ADDITIONS_CORRECTED_WITHIN`] later.
#[must_use]
pub fn additions_corrected_after(year: i16, month: u8) -> Option<Date> {
    if month == 12 {
        return additions_corrected(year);
    }
    let (years, month) = if month > 2 { (1, month - 2) } else { (0, month + 10) };
    Date::new(year.checked_add(years)?, month, 15).ok()
}

/// The last day on which banks move money up to a day on which something must be paid and
/// that nothing moves.
#[must_use]
pub fn paid_by(day: Date) -> Option<Date> {
    let days = (0..=FARTHEST).filter_map(|days| day.plus_days(-days).ok());
    days.into_iter().find(|day| is_business_day(*day))
}

/// [`EXCESS_DEFERRALS_OUT`] for deferrals of this year. Neither an extension of the return
/// nor, for certain, a weekend moves it.
#[must_use]
pub fn excess_deferrals_out(year: i16) -> Option<Date> {
    EXCESS_DEFERRALS_OUT.after(year)
}

/// By when a plan returns what failed the ACP test of the plan year that ends with this month
/// (1 to 12) of a year: two and a half months later, or six with an eligible automatic
/// contribution arrangement. Nothing moves it.
///
/// ```
/// use planner::date::Date;
/// use planner::law::deadlines::acp_refund;
/// assert_eq!(acp_refund(2026, 6, false), Date::new(2026, 9, 15).ok());
/// assert_eq!(acp_refund(2026, 6, true), Date::new(2026, 12, 31).ok());
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[must_use]
pub fn acp_refund(year: i16, last_month: u8, automatic: bool) -> Option<Date> {
    if automatic {
        month_end(year, last_month.checked_add(ACP_REFUND_AUTOMATIC_MONTHS)?)
    } else {
        month_end(year, last_month.checked_add(ACP_REFUND_MONTHS)?)?.plus_days(15).ok()
    }
}

/// The last day of a month, counted on from January of a year: 13 is the next January.
#[must_use]
pub fn month_end(year: i16, month: u8) -> Option<Date> {
    let before = month.checked_sub(1)?;
    let year = year.checked_add(i16::from(before / 12))?;
    (28..=31).rev().find_map(|day| Date::new(year, before % 12 + 1, day).ok())
}

/// The last day for it, with the tax on the employer: twelve months after the plan year
/// (IRC 401(m)(6)(A)).
#[must_use]
pub fn acp_refund_last(year: i16, last_month: u8) -> Option<Date> {
    month_end(year.checked_add(1)?, last_month)
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
    fn refunds_go_by_the_plan_year() {
        let day = |text: &str| text.parse().ok();
        for (last_month, by, automatic) in [
            (12, "2027-03-15", "2027-06-30"),
            (6, "2026-09-15", "2026-12-31"),
            (8, "2026-11-15", "2027-02-28"),
            (10, "2027-01-15", "2027-04-30"),
            (11, "2027-02-15", "2027-05-31"),
            (1, "2026-04-15", "2026-07-31"),
        ] {
            assert_eq!(acp_refund(2026, last_month, false), day(by), "{last_month}");
            assert_eq!(acp_refund(2026, last_month, true), day(automatic), "{last_month}");
        }
        assert_eq!((acp_refund_last(2026, 12), acp_refund_last(2026, 6)), (day("2027-12-31"), day("2027-06-30")));
        assert_eq!((month_end(2027, 0), acp_refund(2026, 255, true)), (None, None));
        assert_eq!(month_end(2028, 2), day("2028-02-29"));
    }

    #[test]
    fn some_days_nothing_moves() {
        let day = |text: &str| text.parse().ok();
        // April 15, 2028 is a Saturday, March 15, 2026 a Sunday, October 15, 2022 a Saturday.
        assert_eq!(excess_deferrals_out(2027), day("2028-04-15"));
        assert_eq!(acp_refund(2025, 12, false), day("2026-03-15"));
        assert_eq!(additions_corrected(2021), day("2022-10-15"));
        assert_eq!(last_contribution(2026, false), day("2026-12-31"));
        assert_eq!(last_contribution(2026, true), day("2027-01-30"));
        assert_eq!(additions_corrected_after(2026, 12), day("2027-10-15"));
        assert_eq!(additions_corrected_after(2026, 6), day("2027-04-15"));
        assert_eq!(additions_corrected_after(2026, 2), day("2026-12-15"));
        assert_eq!(additions_corrected_after(2026, 3), day("2027-01-15"));
        // January 30, 2027 is a Saturday.
        assert_eq!(paid_by("2027-01-30".parse().unwrap_or(Date::LAST)), day("2027-01-29"));
        assert_eq!(rollover("2025-04-10".parse().unwrap_or(Date::LAST)), "2025-06-09".parse().unwrap_or(Date::LAST));
    }
}
