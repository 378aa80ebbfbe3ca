//! Catch-up contributions by age, and whether they must be Roth.

use serde::Serialize;

use crate::law::{Amount, YearLimits, ages};
use crate::money::Money;
use crate::record::{Answer, CatchUpOffer, YearRecord};

/// Whether catch-up must be Roth (IRC 414(v)(7)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RothCatchUp {
    /// No catch-up at this age, or the year is before the rule.
    NotApplicable,
    /// Wages did not exceed the threshold, or there were none that count.
    Free,
    /// Wages exceeded the threshold.
    Required,
    /// Last year's box 3 wages are not entered.
    Unknown,
}

/// What this plan lets in as catch-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatchUpRule {
    /// The most, in dollars a year.
    pub allowance: Money,
    /// Whether it must be Roth.
    pub must_be_roth: bool,
    /// Whether pre-tax deferrals stop at the limit on deferrals: catch-up must be Roth, and
    /// the plan is not known to turn it into Roth without an election.
    pub pre_tax_stops: bool,
}

/// The catch-up that this plan lets in at an age: nothing where it takes none, or
/// where it must be Roth (IRC 414(v)(7)) and the plan has no Roth deferrals.
#[must_use]
pub fn catch_up_rule(year: &YearRecord, limits: &YearLimits, age: i16) -> CatchUpRule {
    let must_be_roth = roth_catch_up(year, limits, age) == RothCatchUp::Required;
    let closed = year.plan.catch_up == CatchUpOffer::None || (must_be_roth && year.plan.roth_deferrals == Answer::No);
    let by_age = catch_up_amount(limits, age, year.plan.catch_up).map_or(Money::ZERO, |amount| amount.value);
    let pre_tax_stops = must_be_roth && year.plan.deemed_roth != Answer::Yes;
    CatchUpRule { allowance: if closed { Money::ZERO } else { by_age }, must_be_roth, pre_tax_stops }
}

/// The catch-up amount by age at the end of the year: nothing under 50, the
/// higher amount from 60 to 63 where the plan offers it.
#[must_use]
pub fn catch_up_amount(limits: &YearLimits, age: i16, offer: CatchUpOffer) -> Option<Amount> {
    if age < ages::CATCH_UP {
        return None;
    }
    let higher =
        limits.catch_up_60_to_63.filter(|_| offer == CatchUpOffer::Higher && ages::HIGHER_CATCH_UP.contains(&age));
    higher.or(Some(limits.catch_up))
}

/// Whether catch-up must be Roth, by the wages of the year before (IRC 414(v)(7)). This
/// year's kind of income does not matter: a partner may have had wages from the same
/// employer last year.
#[must_use]
pub fn roth_catch_up(year: &YearRecord, limits: &YearLimits, age: i16) -> RothCatchUp {
    let Some(threshold) = limits.roth_catch_up_wages.filter(|_| age >= ages::CATCH_UP) else {
        return RothCatchUp::NotApplicable;
    };
    match year.prior_year_box_3_wages {
        None => RothCatchUp::Unknown,
        Some(wages) if wages > threshold.value => RothCatchUp::Required,
        Some(_) => RothCatchUp::Free,
    }
}
