//! What is not converted yet, and since when.

use serde::Serialize;

use super::case::Case;
use crate::date::Date;
use crate::money::Money;
use crate::record::PlanName;
use crate::worksheets::ledger::Pool;

/// What waits. Value is basis and growth together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// What of it is basis, which a conversion does not tax.
    pub basis: Money,
    /// Growth on it, which a conversion taxes; as far as statements tell. That of a pool
    /// which is the whole account is not in it.
    pub growth: Money,
    /// All of it.
    pub value: Money,
    /// By how much it is worth less than was paid in.
    pub loss: Money,
    /// The oldest contribution in it.
    pub since: Option<Date>,
    /// How many days ago that was.
    pub days: i32,
    /// Each plan in which something waits.
    pub plans: Vec<PlanWaiting>,
}

/// What waits in one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanWaiting {
    /// The plan.
    pub plan: PlanName,
    /// What of it is basis.
    pub basis: Money,
    /// Growth on it, as far as statements tell.
    pub growth: Money,
    /// By how much it is worth less than was paid in.
    pub loss: Money,
    /// The oldest contribution in it.
    pub since: Option<Date>,
    /// The latest balance that its value goes by.
    pub valued_on: Option<Date>,
    /// Whether the plan keeps it in one pool with all other money.
    pub whole_account: bool,
}

/// Basis and growth in what a pool is worth.
pub(super) fn parts(basis: Money, value: Money, whole_account: bool) -> (Money, Money) {
    if whole_account {
        return (basis, Money::ZERO);
    }
    let basis = basis.min(value);
    (basis, value - basis)
}

impl PlanWaiting {
    fn of(pool: &Pool, whole_account: bool) -> Option<Self> {
        let (basis, growth) = parts(pool.basis, pool.value, whole_account);
        if basis == Money::ZERO && growth == Money::ZERO {
            return None;
        }
        let loss = if whole_account { Money::ZERO } else { (pool.waits() - pool.value).or_zero() };
        Some(Self {
            plan: pool.plan.clone(),
            basis,
            growth,
            loss,
            since: pool.waiting.front().map(|lot| lot.date),
            valued_on: pool.valued_on,
            whole_account,
        })
    }
}

impl Waiting {
    pub(super) fn of(case: &Case<'_>) -> Self {
        let each = case.pools.iter().filter_map(|pool| PlanWaiting::of(pool, case.is_whole_account(pool)));
        let plans: Vec<PlanWaiting> = each.collect();
        let basis: Money = plans.iter().map(|plan| plan.basis).sum();
        let growth: Money = plans.iter().map(|plan| plan.growth).sum();
        let since = plans.iter().filter_map(|plan| plan.since).min();
        Self {
            basis,
            growth,
            value: basis + growth,
            loss: plans.iter().map(|plan| plan.loss).sum(),
            since,
            days: since.map_or(0, |since| case.as_of.day_number() - since.day_number()),
            plans,
        }
    }

    /// Whether anything waits.
    pub(super) fn any(&self) -> bool {
        self.value.is_positive()
    }

    /// Whether something waits in the plan of the year's job, whose rules are known.
    pub(super) fn in_own_plan(&self) -> bool {
        self.any() && self.plans.iter().any(|plan| plan.plan.is_this_job())
    }
}
