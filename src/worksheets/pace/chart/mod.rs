//! The year as a chart: how the limit fills up, paycheck by paycheck.

mod report;

use serde::Serialize;

pub(super) use report::drawing;

use super::{Case, Line};
use crate::date::Date;
use crate::money::Money;

/// How the limit fills up. All measures are in thousandths of the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// A bar for what is in so far, if anything is, and one after each paycheck.
    pub bars: Vec<Bar>,
    /// How high the limit stands.
    pub limit_at: u16,
    /// What it shows, in a sentence.
    pub description: String,
    /// What fills the limit so far and is catch-up so far, by the parts of a bar.
    #[serde(skip)]
    pub so_far: [Money; 4],
    /// Up to when that is, by the latest pay stub.
    #[serde(skip)]
    pub so_far_until: Option<Date>,
    /// The limit, as far as it is known what fills it.
    #[serde(skip)]
    pub limit: Money,
    /// What fills it after the last paycheck.
    #[serde(skip)]
    pub filled: Money,
}

/// What is in after a paycheck: heights of its parts, from the bottom up. All but
/// catch-up fill the limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Where it starts, from the left.
    pub start: u16,
    /// How wide it is.
    pub width: u16,
    /// Deferrals.
    pub deferral: u16,
    /// Employer money.
    pub employer: u16,
    /// After-tax money.
    pub after_tax: u16,
    /// Catch-up.
    pub catch_up: u16,
}

/// Deferrals, employer money, after-tax money and catch-up, in this order.
type Parts = [Money; 4];

pub(super) fn chart(case: &Case, lines: &[Line]) -> Chart {
    let plan = &case.plan;
    let money = &plan.entry.contributions;
    let deferred = money.deferrals().so_far;
    // Above the limit and above what may be catch-up, a deferral fills the limit all the same.
    let above = (deferred - plan.paychecks.deferral_limit).or_zero();
    let regular = deferred - above.min(plan.paychecks.catch_up.allowance);
    let mut parts = [regular, money.employer().so_far, money.after_tax, deferred - regular];
    let so_far = parts;
    // Beside what is in already, this much more may come.
    let filled = |parts: &Parts| parts.iter().take(3).copied().sum::<Money>();
    let limit = (filled(&parts) + case.left.cap - case.left.posted).or_zero();
    let mut heights = Vec::with_capacity(lines.len() + 1);
    if parts.into_iter().sum::<Money>().is_positive() {
        heights.push(parts);
    }
    for line in lines {
        let [deferral, employer, after_tax, catch_up] = parts;
        parts = [
            deferral + line.deferral,
            employer + line.employer_match,
            after_tax + line.after_tax,
            catch_up + line.catch_up,
        ];
        heights.push(parts);
    }
    let whole = limit.max(parts.into_iter().sum::<Money>());
    let edge = |place: usize| u16::try_from(place * 1_000 / heights.len().max(1)).unwrap_or_default();
    let bar = |(place, parts): (usize, &Parts)| {
        let [deferral, employer, after_tax, catch_up] = parts.map(|part| part.thousandths_of(whole));
        Bar { start: edge(place), width: edge(place + 1) - edge(place), deferral, employer, after_tax, catch_up }
    };
    Chart {
        so_far,
        so_far_until: plan.paychecks.last_stub,
        limit,
        filled: filled(&parts),
        bars: heights.iter().enumerate().map(bar).collect(),
        limit_at: limit.thousandths_of(whole),
        description: match heights.first().filter(|_| heights.len() > lines.len()) {
            Some(so_far) => format!(
                "{} of the limit of {limit} is in so far; after the last paycheck {} is.",
                filled(so_far),
                filled(&parts)
            ),
            None => format!("After the last paycheck {} of the limit of {limit} is in.", filled(&parts)),
        },
    }
}
