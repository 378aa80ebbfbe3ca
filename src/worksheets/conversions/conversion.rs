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
    /// All that left the after-tax money, but for what was returned as too much.
    pub amount: Money,
    /// What of the payment was returned as too much.
    #[serde(skip_serializing_if = "is_nothing")]
    pub returned: Money,
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

fn is_nothing(amount: &Money) -> bool {
    *amount == Money::ZERO
}

pub(super) fn conversions(case: &Case<'_>) -> Vec<ConversionFigures> {
    let each = case.distributions.iter().map(|distribution| {
        let entered = &distribution.entered;
        ConversionFigures {
            date: entered.date,
            amount: distribution.moved,
            returned: distribution.refunded.total(),
            path: distribution.path,
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
    match (spot, distribution.path) {
        (Spot::RothIra, path) => path == Path::InPlan,
        (Spot::Roth401k, path) => path != Path::InPlan,
        (Spot::Open, _) => false,
    }
}

/// The law by which a pool's basis is worked out.
fn pool_citation(distribution: &Distribution) -> Citation {
    if distribution.whole_account { citations::ONE_POOL } else { citations::PRO_RATA_PAYMENT }
}

/// The basis that the payments of the day would take along by the ledger alone, as a step.
/// The ledger comes to the same: a test holds the two together.
fn by_the_ledger(distribution: &Distribution) -> Step {
    let (basis, value, old) = (distribution.basis_before, distribution.value_before, distribution.before_1987);
    let (amount, what, payment) = match distribution.same_day {
        None => (distribution.entered.amount, "Basis in it", "the payment"),
        Some(day) => (day.gross, "Basis in all payments of the day", "the payments"),
    };
    let citation = pool_citation(distribution);
    let least =
        |why: &str| Step::least(format!("{what}: {why}"), citation, [("basis in the pool", basis), (payment, amount)]);
    if amount >= value {
        least("everything leaves, and so all basis that it can hold")
    } else if old.is_positive() {
        let first = old.min(amount);
        let (rest, basis, value) = (amount - first, basis - first, value - first);
        let pro_rata = if rest.is_positive() { rest.pro_rata(basis, value).min(rest).min(basis) } else { rest };
        let shown = format!("{first} from before 1987 + {rest} × {basis} ÷ {value}, rounded half up to the cent");
        Step::formula(what, citations::BEFORE_1987, shown, first + pro_rata)
    } else if basis >= value {
        least("the pool is worth no more than its basis")
    } else {
        let shown = format!("{amount} × {basis} ÷ {value}, rounded half up to the cent");
        Step::formula(what, citation, shown, amount.pro_rata(basis, value))
    }
}

/// The basis of the day by the plan's own figures, and by the ledger alone.
pub(super) fn basis_by_plan_and_ledger(distribution: &Distribution) -> (Money, Money) {
    let own = distribution.basis + distribution.refunded.basis;
    (distribution.same_day.map_or(own, |day| day.basis), by_the_ledger(distribution).value)
}

fn basis(distribution: &Distribution) -> Figure {
    let entered = &distribution.entered;
    let (left, refunded) = (distribution.basis + distribution.refunded.basis, distribution.refunded.basis);
    let mut steps = Vec::new();
    let mut last = match (distribution.by, entered.plan_basis, entered.plan_earnings) {
        (BasisBy::Plan, None, Some(earnings)) => {
            let parts = [("the payment", entered.amount), ("earnings", earnings.min(entered.amount))];
            Step::difference("Basis in it, by the plan’s earnings", citations::PLAN_STATEMENT, parts)
        }
        (BasisBy::Plan, ..) => Step::given("Basis in it, by the plan’s own figures", citations::PLAN_STATEMENT, left),
        _ => by_the_ledger(distribution),
    };
    if distribution.by != BasisBy::Plan && distribution.same_day.is_some() {
        steps.push(last);
        let taken = if distribution.whole_account { "pre-tax money and earnings in it" } else { "earnings in it" };
        let parts = [("this payment", entered.amount), (taken, entered.amount - left)];
        let label = "Basis in this payment: what goes straight on carries the earnings of the day first";
        last = Step::difference(label, citations::SPLIT_ROLLOVER, parts);
    }
    if distribution.refunded.total().is_positive() {
        steps.push(last);
        let parts = [("basis in it", left), ("returned as too much", refunded)];
        last = Step::difference("Basis in it, without what was returned", citations::YOUR_LEDGER, parts);
    }
    Figure::new(steps, last)
}

fn taxable(distribution: &Distribution) -> Figure {
    let parts = [("the payment", distribution.moved), ("basis in it", distribution.basis)];
    let untaxed = distribution.earnings - distribution.taxable;
    if distribution.path != Path::Split && distribution.path != Path::TraditionalIra && !untaxed.is_positive() {
        let label =
            if distribution.whole_account { "Taxable: earnings and pre-tax money" } else { "Taxable: the earnings" };
        return Figure::new([], Step::difference(label, citations::CONVERSION_INCOME, parts));
    }
    let (label, name) = if distribution.whole_account {
        ("Earnings and pre-tax money in it", "earnings and pre-tax money")
    } else {
        ("Earnings in it", "earnings")
    };
    let earnings = Step::difference(label, citations::SPLIT_ROLLOVER, parts);
    let apart = [(name, earnings.value), ("to a pre-tax account", untaxed)];
    let last = Step::difference("Taxable now: they went to a pre-tax account", citations::SPLIT_ROLLOVER, apart);
    Figure::new([earnings], last)
}
