//! By when the owner of a business with a plan of one's own must do something, besides what
//! everybody must. Days that the law moves off weekends and holidays are moved (IRC 7503).

use super::business_days::due_on_or_after;
use super::deadlines::{self, MonthDay};
use crate::date::Date;
use crate::money::Money;

/// Form 5500-EZ is due where the assets of all one-participant plans of the employer are above
/// this at the end of the year (Instructions for Form 5500-EZ).
pub const FORM_5500_EZ_ASSETS: Money = Money::dollars(250_000);

/// When a partnership's or an S corporation's return is due (IRC 6072(b)).
const BUSINESS_RETURN: MonthDay = MonthDay { month: 3, day: 15 };

/// The same with its extension (26 CFR 1.6081-2, 1.6081-3).
const EXTENDED_BUSINESS_RETURN: MonthDay = MonthDay { month: 9, day: 15 };

/// When Forms 1099-R on paper are filed with the IRS, and when electronic ones are.
const FORMS_FILED_ON_PAPER: MonthDay = MonthDay { month: 2, day: 28 };
const FORMS_FILED_ELECTRONICALLY: MonthDay = MonthDay { month: 3, day: 31 };

/// When Form 5500-EZ is due: seven months after the plan year (IRC 6058(a)).
const FORM_5500_EZ: MonthDay = MonthDay { month: 7, day: 31 };

/// By when the plan of a year is adopted, and the owner's election to defer made in writing.
/// None beyond the calendar.
#[must_use]
pub fn plan_adopted(year: i16) -> Option<Date> {
    Date::year_end(year).ok()
}

/// By when a sole proprietor without staff may still elect deferrals for the first year of
/// the plan: when the return is due, whatever its extension (IRC 401(b)(2)).
#[must_use]
pub fn first_deferrals(year: i16) -> Option<Date> {
    deadlines::return_due(year)
}

/// When a partnership's or an S corporation's return of a year is due, or the next business
/// day.
#[must_use]
pub fn business_return(year: i16) -> Option<Date> {
    due_on_or_after(BUSINESS_RETURN.after(year)?)
}

/// The same with its extension.
#[must_use]
pub fn extended_business_return(year: i16) -> Option<Date> {
    due_on_or_after(EXTENDED_BUSINESS_RETURN.after(year)?)
}

/// When Form 1099-R for a conversion of a year is filed with the IRS, on paper, or the next
/// business day. The owner's own copy is due when [every payer's](deadlines::forms_sent) is.
#[must_use]
pub fn forms_filed_on_paper(year: i16) -> Option<Date> {
    due_on_or_after(FORMS_FILED_ON_PAPER.after(year)?)
}

/// The same electronically.
#[must_use]
pub fn forms_filed_electronically(year: i16) -> Option<Date> {
    due_on_or_after(FORMS_FILED_ELECTRONICALLY.after(year)?)
}

/// When Form 5500-EZ for a plan year that is the calendar year is due, or the next business
/// day.
#[must_use]
pub fn form_5500_ez(year: i16) -> Option<Date> {
    due_on_or_after(FORM_5500_EZ.after(year)?)
}

/// By when deferrals and employer money of a sole proprietor are in the plan: when the return
/// with its extension is due (IRC 404(a)(6)).
#[must_use]
pub fn employer_money(year: i16) -> Option<Date> {
    deadlines::extended_return(year)
}
