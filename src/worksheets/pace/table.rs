//! The year paycheck by paycheck: a table, and the same as CSV.

use serde::Serialize;

use super::Case;
use crate::date::Date;
use crate::money::Money;
use crate::worksheets::year::paychecks::Kind;

/// One paycheck of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The day on which it is paid.
    pub date: Date,
    /// Regular pay or a bonus.
    pub kind: Kind,
    /// Gross pay.
    pub pay: Money,
    /// Elective deferrals that are no catch-up.
    pub deferral: Money,
    /// Catch-up.
    pub catch_up: Money,
    /// The employer's match.
    pub employer_match: Money,
    /// After-tax money, spillover included.
    pub after_tax: Money,
    /// Take-home pay, about, where it is known for the latest paycheck.
    pub take_home: Option<Money>,
    /// Left of the limit on elective deferrals in this plan.
    pub deferrals_left: Money,
    /// Left of the catch-up that this plan takes.
    pub catch_up_left: Money,
    /// Left of the limit on annual additions. Employer money that comes after the
    /// last paycheck is still in it.
    pub additions_left: Money,
}

pub(super) fn lines(case: &Case) -> Vec<Line> {
    let Case { plan, left, outcome, .. } = case;
    let money = &plan.entry.contributions;
    let deferred = money.deferrals().so_far;
    let limit = plan.paychecks.deferral_limit;
    let mut deferrals_left = (limit - deferred).or_zero();
    let mut catch_up_left = (plan.paychecks.catch_up.allowance - (deferred - limit).or_zero()).or_zero();
    let mut additions_left = left.cap - left.posted;
    let with_after_tax = plan.matched(&outcome.each);
    let mut lines = Vec::with_capacity(outcome.each.len());
    for (place, (check, after_tax)) in plan.paychecks.to_come.iter().zip(&outcome.each).enumerate() {
        let deferral = check.deferral() - check.catch_up;
        let employer_match = with_after_tax.get(place).copied().unwrap_or_default();
        deferrals_left -= deferral;
        catch_up_left -= check.catch_up;
        additions_left -= deferral + employer_match + *after_tax;
        let take_home = plan.take_home(place, *after_tax).map(Money::or_zero);
        lines.push(Line {
            date: check.date,
            kind: check.kind,
            pay: check.pay,
            deferral,
            catch_up: check.catch_up,
            employer_match,
            after_tax: *after_tax,
            take_home,
            deferrals_left,
            catch_up_left,
            additions_left,
        });
    }
    lines
}

/// The table as CSV (RFC 4180): a header, then a line for each paycheck, money in
/// plain digits.
#[must_use]
pub fn csv(lines: &[Line]) -> String {
    const HEADER: &str = "date,kind,pay,deferral,catch_up,match,after_tax,take_home,deferrals_left,catch_up_left,annual_additions_left\r\n";
    let mut text = HEADER.to_owned();
    for line in lines {
        let kind = match line.kind {
            Kind::Regular => "regular",
            Kind::Bonus => "bonus",
        };
        let take_home = line.take_home.map(Money::plain).unwrap_or_default();
        let amounts = [line.pay, line.deferral, line.catch_up, line.employer_match, line.after_tax].map(Money::plain);
        let left = [line.deferrals_left, line.catch_up_left, line.additions_left].map(Money::plain);
        text.push_str(&format!("{},{kind},{},{take_home},{}\r\n", line.date, amounts.join(","), left.join(",")));
    }
    text
}
