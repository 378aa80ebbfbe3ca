//! What of an excess is certain, and what turns on an answer that is still open.

use super::{Case, additions};
use crate::law::ages;
use crate::law::limits::FIFTEEN_YEARS;
use crate::money::Money;
use crate::record::{CatchUpOffer, LimitationYearKind, PlanKind};

/// What of an excess turns on an open answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Doubts {
    /// Of the deferrals above the limit per person, what the higher catch-up for ages 60 to
    /// 63 would let in.
    pub by_higher_catch_up: Money,
    /// Of those, what the 15-year rule of a 403(b) would let in.
    pub by_fifteen_years: Money,
    /// Of the additions above the limit, what would be catch-up.
    pub by_catch_up: Money,
    /// Of those, what a whole limitation year would let in, where one of fewer months is
    /// entered and not confirmed.
    pub by_whole_year: Money,
}

impl Doubts {
    /// Of the deferrals above the limit per person, what is in excess whatever the answers.
    pub fn certain_excess(self, case: &Case<'_>) -> Money {
        case.deferrals.excess.value - self.by_higher_catch_up - self.by_fifteen_years
    }

    /// Of the additions above the limit, what is in excess whatever the answers.
    pub fn certain_over(self, case: &Case<'_>) -> Money {
        case.over.value - self.by_whole_year - self.by_catch_up
    }
}

pub(super) fn doubts(case: &Case<'_>) -> Doubts {
    let (excess, over) = (case.deferrals.excess.value, case.over.value);
    let by_higher_catch_up = higher_catch_up(case).min(excess);
    let by_fifteen_years = fifteen_years(case).min(excess - by_higher_catch_up);
    let by_whole_year = over - over_in_a_whole_year(case);
    let by_catch_up = (case.unused_catch_up + by_higher_catch_up).min(over - by_whole_year);
    Doubts { by_higher_catch_up, by_fifteen_years, by_catch_up, by_whole_year }
}

/// By how much the higher catch-up is above the usual one, where the plan may offer it.
fn higher_catch_up(case: &Case<'_>) -> Money {
    let open = ages::HIGHER_CATCH_UP.contains(&case.age)
        && case.entry.plan.catch_up == CatchUpOffer::Unknown
        && case.deferrals.allowance.is_positive();
    let higher = case.limits.catch_up_60_to_63.filter(|_| open).map(|amount| amount.value);
    higher.map_or(Money::ZERO, |higher| (higher - case.limits.catch_up.value).or_zero())
}

/// What the 15-year rule may let in, where it is not known.
fn fifteen_years(case: &Case<'_>) -> Money {
    let open = case.entry.plan.kind == PlanKind::Plan403b && case.entry.contributions.fifteen_year.is_none();
    if open { FIFTEEN_YEARS.min(case.deferrals.here.total()) } else { Money::ZERO }
}

/// What would be over if the limitation year had twelve months after all.
fn over_in_a_whole_year(case: &Case<'_>) -> Money {
    let plan = &case.entry.plan;
    if plan.limitation_year != LimitationYearKind::Unknown || plan.short_year_months().is_none() {
        return case.over.value;
    }
    let whole = case.limits.annual_additions.value - case.additions.joined;
    (case.additions.used.value - whole.min(case.pay.with_related)).or_zero().min(case.over.value)
}

/// The dollar limit that applies here.
pub(super) fn dollars(case: &Case<'_>) -> Money {
    additions::applicable_dollars(case.entry, case.limits, case.additions.joined)
}
