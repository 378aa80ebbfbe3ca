//! The year's totals, each with its arithmetic.

use serde::Serialize;

use super::case::Case;
use super::months::Month;
use super::waiting::Waiting;
use crate::explain::{Figure, Step};
use crate::law::citations;
use crate::money::Money;

/// How many lines the worksheet has.
pub const LINES: usize = 5;

/// One line of the worksheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The line's name.
    pub name: &'static str,
    /// Its amount and how it came about.
    pub amount: Figure,
    /// What the guide asks for.
    pub guide: &'static str,
    /// What the law says, or what to know about it.
    pub law: String,
}

/// The year's totals.
pub(super) struct Totals {
    pub year: i16,
    /// Whether the plan keeps all its money in one pool.
    pub is_one_pool: bool,
    /// After-tax contributions.
    pub contributed: Figure,
    /// What went to Roth.
    pub converted: Figure,
    /// All that left the after-tax money.
    pub left: Money,
    /// What of that was paid to the person, and is in no IRA.
    pub kept: Money,
    /// The basis in that.
    pub basis: Figure,
    /// What of that is taxable.
    pub taxable: Figure,
    /// What still waits.
    pub unconverted: Figure,
}

impl Totals {
    pub(super) fn of(case: &Case<'_>, months: &[Month], waiting: &Waiting) -> Self {
        let by_month = |label, citation, of| Step::sum(label, citation, monthly(months, of));
        let contributed = by_month("Contributed", citations::YOUR_LEDGER, |month| month.contributed);
        let converted = by_month("Converted", citations::YOUR_LEDGER, |month| month.converted);
        let basis = by_month("Basis moved", citations::SEPARATE_CONTRACT, |month| month.basis);
        let left: Money = case.distributions.iter().map(|made| made.moved).sum();
        let kept: Money = case.distributions.iter().filter_map(|made| made.paid_out).map(|paid| paid.left).sum();
        let taxable = taxable(months, left, basis.value);
        let waits = [("basis", waiting.basis), ("growth on it", waiting.growth)];
        let unconverted = Step::sum("Unconverted", citations::YOUR_LEDGER, waits);
        let figure = |step| Figure::new([], step);
        Self {
            year: case.year(),
            is_one_pool: case.is_one_pool(),
            contributed: figure(contributed),
            converted: figure(converted),
            left,
            kept,
            basis: figure(basis),
            taxable: figure(taxable),
            unconverted: figure(unconverted),
        }
    }
}

/// The months' amounts of one kind that are not nothing, by the names of the months.
fn monthly<'a>(months: &'a [Month], of: fn(&Month) -> Money) -> impl Iterator<Item = (String, Money)> + 'a {
    months.iter().map(move |month| (month.name(), of(month))).filter(|(_, amount)| amount.is_positive())
}

fn taxable(months: &[Month], left: Money, basis: Money) -> Step {
    let taxable: Money = months.iter().map(|month| month.taxable).sum();
    let to_pre_tax = left - basis - taxable;
    let mut parts = vec![("left the after-tax money", left), ("basis moved", basis)];
    if to_pre_tax.is_positive() {
        parts.push(("earnings sent to a pre-tax account", to_pre_tax));
    }
    Step::difference("Taxable", citations::CONVERSION_INCOME, parts)
}
