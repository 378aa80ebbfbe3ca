//! What may still come this year and is not entered: an estimate from what is known, so that
//! room is not taken for free that the rest of the year will use.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Case, NotReady, match_drawn};
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, LimitationYearKind, YearRecord};
use crate::worksheets::year::paychecks::{Matcher, Practice};

/// What may still come and is not entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StillToCome {
    /// Deferrals, if they go on as so far, up to the limit.
    pub deferrals: Money,
    /// Match, by its formula or in proportion to the deferrals.
    pub employer_match: Money,
    /// Profit sharing that the plan fixes as a share of pay.
    pub profit_sharing: Money,
    /// The room that would then be left, with the match that after-tax money in it draws.
    pub room: Money,
}

/// An estimate where "still to come" is empty in a year that goes on; none where paychecks
/// are entered, since everything follows from them.
pub(super) fn still_to_come(case: &Case<'_>) -> Result<Option<StillToCome>, NotReady> {
    let entry = case.entry;
    let goes_on = case.months > 0 && entry.plan.limitation_year != LimitationYearKind::Other;
    let Some((elapsed, left)) = days(entry, case.today) else { return Ok(None) };
    if !goes_on || case.paychecks.is_some() || case.pay.own_business.is_some() {
        return Ok(None);
    }
    let money = &entry.contributions;
    let mut likely = entry.clone();
    let deferred = money.deferrals();
    let mut deferrals = Money::ZERO;
    if deferred.to_come == Money::ZERO {
        deferrals = in_proportion(deferred.so_far, left, elapsed).min(case.deferrals.left);
        likely.contributions.pre_tax.to_come = deferrals;
    }
    let employer_match = employer_match(case, deferred.to_come + deferrals);
    likely.contributions.employer_match.to_come += employer_match;
    let profit_sharing = profit_sharing(case);
    likely.contributions.profit_sharing.to_come += profit_sharing;
    if !(deferrals + employer_match + profit_sharing).is_positive() {
        return Ok(None);
    }
    let later = Case::new(&likely, case.limits, case.age, case.today, None)?;
    let room = match_drawn::by_year(&later).map_or(later.room.value, |drawn| drawn.matched);
    Ok(Some(StillToCome { deferrals, employer_match, profit_sharing, room }))
}

/// Days of the year up to the latest pay stub or today, and those after; none outside it.
fn days(entry: &YearRecord, today: Date) -> Option<(i32, i32)> {
    let day = entry.payroll.last_stub.filter(|stub| stub.year() == entry.year && *stub <= today).unwrap_or(today);
    let (first, last) = (Date::new(entry.year, 1, 1).ok()?, Date::year_end(entry.year).ok()?);
    let elapsed = day.day_number() - first.day_number() + 1;
    let left = last.day_number() - day.day_number();
    (day.year() == entry.year && left > 0).then_some((elapsed, left))
}

fn in_proportion(amount: Money, part: i32, whole: i32) -> Money {
    let exact = amount.to_decimal() * Decimal::from(part) / Decimal::from(whole);
    Money::rounded(exact, RoundingStrategy::MidpointAwayFromZero)
}

/// Match on all deferrals of the year, less what is in: by the formula where it is known.
fn employer_match(case: &Case<'_>, to_come: Money) -> Money {
    let (money, rules) = (&case.entry.contributions, &case.entry.plan.matching);
    let so_far = money.match_of_the_year().so_far;
    if money.employer_match.to_come != Money::ZERO || rules.offered == Answer::No {
        return Money::ZERO;
    }
    let deferred = money.deferrals().so_far;
    if rules.offered == Answer::Yes && !rules.tiers.is_empty() {
        let matcher = Matcher::new(rules, Practice::WholeYear, case.limits.pay_counted.value, Money::ZERO, Money::ZERO);
        let after_tax = if rules.matches_after_tax() { money.after_tax } else { Money::ZERO };
        return (matcher.year(case.pay.here, deferred + to_come + after_tax) - so_far).or_zero();
    }
    if !deferred.is_positive() {
        return Money::ZERO;
    }
    let exact = so_far.to_decimal() * (to_come.to_decimal() / deferred.to_decimal());
    let more = Money::rounded(exact, RoundingStrategy::MidpointAwayFromZero);
    rules.dollar_cap.map_or(more, |most| more.min((most - so_far).or_zero()))
}

fn profit_sharing(case: &Case<'_>) -> Money {
    let money = case.entry.contributions.profit_sharing;
    let Some(share) = case.entry.plan.profit_sharing_percent.filter(|_| money.to_come == Money::ZERO) else {
        return Money::ZERO;
    };
    let counted = case.pay.here.min(case.limits.pay_counted.value);
    (counted.times(share.fraction(), RoundingStrategy::MidpointAwayFromZero) - money.so_far).or_zero()
}
