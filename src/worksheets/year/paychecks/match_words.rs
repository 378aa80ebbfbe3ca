//! The match read back in words and money, so that a person can hold it against the plan's
//! summary.

use rust_decimal::Decimal;

use super::{Matcher, Practice};
use crate::money::{Money, RoundingStrategy};
use crate::percent::MatchRate;
use crate::record::{Answer, Income, MatchRules, MatchTier};
use crate::worksheets::year::Year;

/// The match in words, with what it is worth at most in the year where pay is known: `50¢ for
/// each $1 on the first 6% of pay: worth up to $6,300.00 in 2026.` None where there is no
/// match, or nothing of it is entered.
#[must_use]
pub fn match_in_words(year: &Year<'_>) -> Option<String> {
    let rules = &year.entry.plan.matching;
    if rules.offered != Answer::Yes || rules.is_open() {
        return None;
    }
    let in_year = year.year;
    if rules.has_only_a_cap() {
        let cap = rules.dollar_cap.unwrap_or_default();
        return Some(format!("Up to {cap} in {in_year}. Room is kept for all of it."));
    }
    let mut words = formula(rules);
    if let Some(worth) = worth(year) {
        words.push_str(&format!(": worth up to {worth} in {in_year}"));
    }
    words.push('.');
    if let Some(least) = rules.least_deferral {
        words.push_str(&format!(" No match if you defer less than {least} of pay."));
    }
    Some(words)
}

/// What the match is worth at most: on all deferrals that the limits let in.
fn worth(year: &Year<'_>) -> Option<Money> {
    let rules = &year.entry.plan.matching;
    let limits = year.limits().ok()?;
    let paychecks = year.paychecks().ok()?;
    let pay = match (paychecks, year.entry.income) {
        (Some(paychecks), _) => paychecks.pay(),
        (None, Some(Income::Wages { pay })) => pay,
        _ => return None,
    };
    let mut most = year.entry.plan.deferrals_up_to(limits.elective_deferrals.value);
    if rules.on_catch_up != Answer::No {
        most += paychecks.map_or(Money::ZERO, |paychecks| paychecks.catch_up.allowance);
    }
    if rules.matches_after_tax() {
        most = pay;
    }
    let matcher = Matcher::new(rules, Practice::Stops, limits.pay_counted.value, Money::ZERO, Money::ZERO);
    Some(matcher.year(pay, most.min(pay)))
}

/// Each tier: `$1 for each $1 on the first 3% of pay, then 50¢ up to 5%`.
fn formula(rules: &MatchRules) -> String {
    let mut words = String::new();
    for MatchTier { rate, up_to } in rules.tiers_in_force() {
        let rate = per_dollar(rate);
        match (words.is_empty(), up_to) {
            (true, Some(up_to)) => words.push_str(&format!("{rate} for each $1 on the first {up_to} of pay")),
            (true, None) => words.push_str(&format!("{rate} for each $1 you contribute")),
            (false, Some(up_to)) => words.push_str(&format!(", then {rate} up to {up_to}")),
            (false, None) => words.push_str(&format!(", then {rate} on all above")),
        }
    }
    if let Some(cap) = rules.dollar_cap {
        words.push_str(&format!(", at most {cap} a year"));
    }
    words
}

/// What a dollar brings: `50¢`, `$1`, `$1.50`; a share that is no whole number of cents stays one.
fn per_dollar(rate: MatchRate) -> String {
    let cents = rate.fraction() * Decimal::ONE_HUNDRED;
    let amount = Money::rounded(rate.fraction(), RoundingStrategy::ToZero);
    match (cents.is_integer(), cents < Decimal::ONE_HUNDRED) {
        (false, _) => rate.to_string(),
        (true, true) => format!("{}¢", cents.normalize()),
        (true, false) => amount.to_string().trim_end_matches(".00").to_owned(),
    }
}
