//! Where the conversions of the ledger landed: each became a layer of a Roth account, with
//! a taxable part and an after-tax part of its own.

use crate::date::Date;
use crate::money::Money;
use crate::record::{Path, PlanName};
use crate::worksheets::ledger::{Distribution, Pool};

use super::Account;

/// The layer that a conversion became, as far as it landed in a Roth account.
pub(super) struct RothLayer {
    /// When the plan made it.
    pub date: Date,
    /// When it reached the Roth account; clocks go by this day's year.
    pub arrived: Date,
    /// The plan that it came from.
    pub plan: PlanName,
    /// How it left the plan.
    pub path: Path,
    /// Where it landed; none if it was paid out and kept.
    pub account: Option<Account>,
    /// All that left the after-tax money.
    pub amount: Money,
    /// What was paid out and not rolled over.
    pub kept: Money,
    /// The part that was income, so far as it landed.
    pub taxable: Money,
    /// The part that was not income, so far as it landed.
    pub basis: Money,
    /// The account that received it, as the person calls it.
    pub destination: String,
}

impl RothLayer {
    fn of(made: &Distribution) -> Self {
        let entered = &made.entered;
        let amount = entered.amount;
        // Of a payment to the person, what is rolled over counts as taxable money first (IRC 402(c)(2)).
        let (account, landed, arrived) = match entered.path {
            Path::InPlan => (Some(Account::Plan), amount, entered.date),
            Path::RothIra => (Some(Account::RothIra), amount, entered.date),
            Path::Split => (made.basis.is_positive().then_some(Account::RothIra), made.basis, entered.date),
            Path::TraditionalIra => (None, Money::ZERO, entered.date),
            Path::PaidOut => {
                // What came later than the law allows is no rollover, but an excess
                // contribution: it starts no clock, and is no conversion.
                let rolled = made.rolled_in_time();
                let account = rolled.is_positive().then_some(Account::RothIra);
                (account, rolled, entered.rolled_over_on.unwrap_or(entered.date))
            }
        };
        let taxable = made.taxable.or_zero().min(landed);
        Self {
            date: entered.date,
            arrived,
            plan: entered.plan.clone(),
            path: entered.path,
            account,
            amount,
            kept: if entered.path == Path::PaidOut { amount - landed } else { Money::ZERO },
            taxable,
            basis: landed - taxable,
            destination: entered.destination.clone(),
        }
    }

    /// Whether it came from the plan of the year's job.
    pub fn is_of_this_plan(&self) -> bool {
        self.plan.is_this_job()
    }
}

/// The layers of all conversions in order of their dates.
pub(super) fn roth_layers(pools: &[Pool]) -> Vec<RothLayer> {
    let mut layers: Vec<RothLayer> = pools.iter().flat_map(|pool| &pool.distributions).map(RothLayer::of).collect();
    layers.sort_by_key(|layer| layer.date);
    layers
}
