//! Each conversion of the year with the arithmetic of its basis and its taxable part.

use serde::Serialize;

use super::case::Case;
use crate::date::Date;
use crate::explain::{Figure, Step};
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::record::{Path, PlanName, Spot};
use crate::worksheets::ledger::{BasisBy, Distribution, average_days};

/// A conversion, explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConversionFigures {
    /// When the plan made it.
    pub date: Date,
    /// All that left the after-tax money.
    pub amount: Money,
    /// How it left.
    pub path: Path,
    /// The plan.
    pub plan: PlanName,
    /// The account that received it, as the person calls it.
    pub destination: String,
    /// The confirmation's number, or a note where it is kept.
    pub confirmation: String,
    /// How its basis was found.
    pub by: BasisBy,
    /// The after-tax contributions in it.
    pub basis: Figure,
    /// What of it is income of the year.
    pub taxable: Figure,
    /// How long its basis waited on average, in days.
    pub days_waited: Option<u32>,
    /// Whether it went elsewhere than to the landing spot chosen before it.
    pub elsewhere: bool,
}

pub(super) fn conversions(case: &Case<'_>) -> Vec<ConversionFigures> {
    let each = case.distributions.iter().map(|distribution| {
        let entered = &distribution.entered;
        ConversionFigures {
            date: entered.date,
            amount: entered.amount,
            path: entered.path,
            plan: entered.plan.clone(),
            destination: entered.destination.clone(),
            confirmation: entered.confirmation.clone(),
            by: distribution.by,
            basis: basis(distribution),
            taxable: taxable(distribution),
            days_waited: average_days([*distribution]),
            elsewhere: is_elsewhere(case, distribution),
        }
    });
    each.collect()
}

/// Whether a conversion went elsewhere than to the landing spot chosen by then.
pub(super) fn is_elsewhere(case: &Case<'_>, distribution: &Distribution) -> bool {
    let spot = case.chosen_by(distribution.entered.date).map_or(Spot::Open, |landing| landing.spot);
    match (spot, distribution.entered.path) {
        (Spot::RothIra, path) => path == Path::InPlan,
        (Spot::Roth401k, path) => path != Path::InPlan,
        (Spot::Open, _) => false,
    }
}

/// The law by which a pool's basis is worked out.
fn pool_citation(distribution: &Distribution) -> Citation {
    if distribution.whole_account { citations::ONE_POOL } else { citations::PRO_RATA_PAYMENT }
}

/// The basis that a payment would take along by the ledger alone, as a step. The ledger
/// comes to the same: a test holds the two together.
fn by_the_ledger(distribution: &Distribution) -> Step {
    let (amount, basis, value) = (distribution.entered.amount, distribution.basis_before, distribution.value_before);
    let (citation, label) = (pool_citation(distribution), "Basis in it");
    if amount >= value {
        let label = "Basis in it: everything leaves, and so all basis that the payment can hold";
        Step::least(label, citation, [("basis in the pool", basis), ("the payment", amount)])
    } else if basis >= value {
        let label = "Basis in it: the pool is worth no more than its basis";
        Step::least(label, citation, [("basis in the pool", basis), ("the payment", amount)])
    } else {
        let shown = format!("{amount} × {basis} ÷ {value}, rounded half up to the cent");
        Step::formula(label, citation, shown, amount.pro_rata(basis, value))
    }
}

/// The basis that a conversion would have by the ledger alone.
pub(super) fn basis_by_the_ledger(distribution: &Distribution) -> Money {
    by_the_ledger(distribution).value
}

fn basis(distribution: &Distribution) -> Figure {
    let entered = &distribution.entered;
    let step = match (distribution.by, entered.plan_basis, entered.plan_earnings) {
        (BasisBy::Plan, None, Some(earnings)) => {
            let parts = [("the payment", entered.amount), ("earnings", earnings.min(entered.amount))];
            Step::difference("Basis in it, by the plan’s earnings", citations::PLAN_STATEMENT, parts)
        }
        (BasisBy::Plan, ..) => {
            Step::given("Basis in it, by the plan’s own figures", citations::PLAN_STATEMENT, distribution.basis)
        }
        _ => by_the_ledger(distribution),
    };
    Figure::new([], step)
}

fn taxable(distribution: &Distribution) -> Figure {
    let parts = [("the payment", distribution.entered.amount), ("basis in it", distribution.basis)];
    let citation = citations::CONVERSION_INCOME;
    if !matches!(distribution.entered.path, Path::Split | Path::TraditionalIra) {
        let label =
            if distribution.whole_account { "Taxable: earnings and pre-tax money" } else { "Taxable: the earnings" };
        return Figure::new([], Step::difference(label, citation, parts));
    }
    let earnings = Step::difference("Earnings in it", citations::SPLIT_ROLLOVER, parts);
    let apart = [("earnings", earnings.value), ("to a pre-tax account", earnings.value)];
    let last = Step::difference("Taxable now: they went to a pre-tax account", citations::SPLIT_ROLLOVER, apart);
    Figure::new([earnings], last)
}
