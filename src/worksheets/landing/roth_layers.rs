//! Where the conversions of the ledger landed: each became a layer of a Roth account, with
//! a taxable part and an after-tax part of its own.

use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::record::{Path, PlanName, Record};
use crate::worksheets::ledger::{self, Distribution, Paid, Pool, Refund};

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
        // Of a payment to the person, what came later than the law allows is no rollover, but
        // an excess contribution: it starts no clock, and is no conversion.
        let (landed, arrived) = (made.to_roth(), made.paid_out.and(entered.rolled_over_on).unwrap_or(entered.date));
        let account = if made.path == Path::InPlan { Account::Plan } else { Account::RothIra };
        // What is rolled over counts as taxable money first (IRC 402(c)(2)).
        let taxable = made.earnings_to_roth();
        Self {
            date: entered.date,
            arrived,
            plan: entered.plan.clone(),
            path: made.path,
            account: (landed.is_positive() || made.path == Path::InPlan || made.path == Path::RothIra)
                .then_some(account),
            amount: made.moved,
            kept: made.paid_out.map_or(Money::ZERO, |_| made.moved - landed),
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

/// The layers of all conversions in order of their dates, without what came back of them by
/// a day.
pub(super) fn roth_layers(record: &Record, pools: &[Pool], until: Date) -> Vec<RothLayer> {
    let mut layers: Vec<RothLayer> = pools.iter().flat_map(|pool| &pool.distributions).map(RothLayer::of).collect();
    order::sort_by_key(&mut layers, |layer| layer.date);
    for paid in ledger::returned_after_conversion(record, until) {
        take_back(&mut layers, &paid);
    }
    layers
}

/// Takes out of the layers what came back as too much: out of the plan's Roth account, where
/// it is, and else out of a Roth IRA, in which it is an excess contribution and no
/// conversion. The latest come first, as those that passed the limit.
fn take_back(layers: &mut [RothLayer], paid: &Paid) {
    let Refund { mut basis, mut earnings } = paid.refund;
    for account in [Account::Plan, Account::RothIra] {
        let of_this =
            |layer: &&mut RothLayer| layer.account == Some(account) && layer.is_of_this_plan() && layer.date <= paid.on;
        for layer in layers.iter_mut().rev().filter(of_this) {
            let part = layer.basis.min(basis);
            // Its earnings before the conversion came back with it, not those of the rest.
            let taxed = layer.taxable.pro_rata(part, layer.basis).min(earnings);
            layer.basis -= part;
            layer.taxable -= taxed;
            basis -= part;
            earnings -= taxed;
        }
    }
}
