//! The year's totals, line by line, each with its arithmetic.

use serde::Serialize;

use super::case::Case;
use super::months::Month;
use super::waiting::Waiting;
use crate::explain::{Figure, Step};
use crate::law::citations;
use crate::money::{Money, Overflow};
use crate::record::Answer;

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

/// The months' amounts of one kind that are not nothing, by the names of the months.
fn monthly<'a>(months: &'a [Month], of: fn(&Month) -> Money) -> impl Iterator<Item = (String, Money)> + 'a {
    months.iter().map(move |month| (month.name(), of(month))).filter(|(_, amount)| amount.is_positive())
}

pub(super) fn lines(case: &Case<'_>, months: &[Month], waiting: &Waiting) -> Result<[Line; LINES], Overflow> {
    let year = case.year();
    let by_month = |label, citation, of| Step::sum(label, citation, monthly(months, of));
    let contributed = by_month("Contributed", citations::YOUR_LEDGER, |month| month.contributed)?;
    let converted = by_month("Converted", citations::YOUR_LEDGER, |month| month.converted)?;
    let basis = by_month("Basis moved", citations::SEPARATE_CONTRACT, |month| month.basis)?;
    let earnings = converted.value.minus(basis.value)?;
    let taxable = Money::sum(months.iter().map(|month| month.taxable))?;
    let mut parts = vec![("converted", converted.value), ("basis moved", basis.value)];
    let apart = earnings.minus(taxable)?;
    if apart.is_positive() {
        parts.push(("earnings sent to a pre-tax account", apart));
    }
    let taxable = Step::difference("Taxable", citations::CONVERSION_INCOME, parts)?;
    let held = [("basis", waiting.basis), ("growth on it", waiting.growth)];
    let unconverted = Step::sum("Unconverted", citations::YOUR_LEDGER, held)?;
    let whole = if case.entry.plan.separate_accounting == Answer::No {
        " This plan has one pool, so pre-tax money comes along and is in the taxable part."
    } else {
        ""
    };
    Ok([
        Line {
            name: "Contributed",
            amount: Figure::new([], contributed),
            guide: "Log each after-tax contribution date and amount.",
            law: "It is taxed pay, so it comes out again untaxed: it is your basis.".to_owned(),
        },
        Line {
            name: "Converted",
            amount: Figure::new([], converted),
            guide: "Record when the conversion or withdrawal happened.",
            law: format!("All that left the after-tax money in {year}, whenever it had been paid in. Form 1099-R has it in box 1."),
        },
        Line {
            name: "Basis moved",
            amount: Figure::new([], basis),
            guide: "Note the basis moved.",
            law: "Each payment takes basis along in the proportion of basis to value, or as the plan itself reckoned; a payment of everything takes all. Form 1099-R has it in box 5.".to_owned(),
        },
        Line {
            name: "Taxable",
            amount: Figure::new([], taxable),
            guide: "Confirm the taxable earnings, if any, are understood before filing.",
            law: format!("Ordinary income of {year}, with no 10% on what was converted. Form 1099-R has it in box 2a.{whole}"),
        },
        Line {
            name: "Unconverted",
            amount: Figure::new([], unconverted),
            guide: "The longer the money stays unconverted, the more taxable earnings can build up and muddy the result.",
            law: "Its growth is known only as far as balances were entered.".to_owned(),
        },
    ])
}
