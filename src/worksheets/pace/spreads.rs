//! Each way to spread the money, in short.

use serde::Serialize;

use super::{Case, words};
use crate::date::Date;
use crate::money::Money;
use crate::record::Strategy;

/// One way to spread the money, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// Which.
    pub strategy: Strategy,
    /// What to enter, in words.
    pub entries: String,
    /// After-tax money to come.
    pub planned: Money,
    /// What stays unused.
    pub unused: Money,
    /// The date of the last paycheck that gives anything.
    pub last: Option<Date>,
    /// The match that it loses.
    pub match_lost: Money,
}

/// Each way to spread the money, in short.
pub(super) fn spreads(case: &Case) -> Vec<Spread> {
    let plan = &case.plan;
    let payroll = &plan.entry.payroll;
    let mut spreads = Vec::new();
    for strategy in [Strategy::Even, Strategy::FrontLoaded, Strategy::ByDate] {
        if strategy == Strategy::ByDate && payroll.fill_by.is_none() {
            continue;
        }
        let elections =
            if strategy == payroll.strategy { case.chosen.clone() } else { plan.elections(strategy, payroll.fill_by) };
        let Some(elections) = elections else { continue };
        let outcome = plan.outcome(&elections);
        let last = outcome.each.iter().rposition(|amount| amount.is_positive());
        spreads.push(Spread {
            strategy,
            entries: words::entries(&plan.entries(&elections), payroll.after_tax),
            planned: outcome.total,
            unused: plan.unused(&elections).or_zero(),
            last: last.and_then(|place| plan.date(place)),
            match_lost: plan.match_lost(&outcome.each),
        });
    }
    spreads
}
