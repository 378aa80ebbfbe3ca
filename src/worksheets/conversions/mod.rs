//! The Conversion Tracking Checklist: what went in, what was converted, what of it is
//! taxable, what still waits and what waiting costs.
//!
//! It goes by the posted [`ledger`] up to today, or up to the end of a
//! year that is over. A conversion counts in the calendar year in which it is made,
//! whenever its money was paid in (IRC 402A(c)(4), 408A(d)(3)).

mod case;
mod checklist;
mod closing;
mod conversion;
mod findings;
mod ledger_lines;
mod months;
mod page;
mod price;
mod reconciliation;
mod report;
mod request;
mod totals;
mod waiting;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Found};
use crate::money::Money;
use crate::record::Landing;
use crate::worksheets::ledger::{self, average_days};
use crate::worksheets::year::{NotReady, Year};

use case::Case;
use checklist::Checklist;
pub use checklist::{Mark, ROWS, Row};
use closing::{Ending, Outcome};
pub use conversion::ConversionFigures;
pub use findings::{BasisShare, Code, Finding, Kept, LossOf, Missed, Receipt, Unvalued};
pub use ledger_lines::{COLUMNS, LedgerLine, LedgerLineKind, csv};
pub use months::{Bar, Chart, Month};
pub(super) use page::PAGE;
pub use price::{Often, Price, Rhythm};
pub use reconciliation::{Against, Check, Clue, Gap};
pub(super) use report::headline;
pub use request::Way;
use totals::Totals;
pub use totals::{LINES, Line};
pub use waiting::{PlanWaiting, Waiting};
pub use words::TRACKED;

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conversions {
    /// The calendar year.
    pub year: i16,
    /// The last day that counts: today, or the end of a year that is over.
    pub as_of: Date,
    /// Whether the year is over.
    pub is_over: bool,
    /// After-tax contributions of the year.
    pub contributed: Money,
    /// All that left the after-tax money in the year.
    pub left: Money,
    /// What of it went to Roth; of a split rollover both parts.
    pub converted: Money,
    /// What of it was paid to the person and is in no IRA.
    pub kept: Money,
    /// The basis in that.
    pub basis: Money,
    /// What of that is taxable.
    pub taxable: Money,
    /// The year's totals, explained.
    pub lines: [Line; LINES],
    /// What is not converted yet.
    pub waiting: Waiting,
    /// How long the year's converted basis had waited on average, in days.
    pub average_days: Option<u32>,
    /// The landing spot chosen by that day.
    pub landing: Option<Landing>,
    /// Each conversion of the year.
    pub conversions: Vec<ConversionFigures>,
    /// The year's ledger line by line.
    pub ledger: Vec<LedgerLine>,
    /// The year month by month, up to that day.
    pub months: Vec<Month>,
    /// The same as a picture.
    pub chart: Chart,
    /// What waiting costs.
    pub price: Price,
    /// The ledger against other counts of the same money.
    pub checks: Vec<Check>,
    /// The guide's six items, in its order.
    pub rows: [Row; ROWS],
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// Follows the after-tax money of one year to Roth.
///
/// ```
/// use planner::date::Date;
/// use planner::money::Money;
/// use planner::record::Record;
/// use planner::worksheets::conversions;
/// use planner::worksheets::year::Year;
/// let record = Record::from_json(r#"{"format": 3, "years": [{"year": 2026, "ledger": {
///     "contributions": [{"date": "2026-01-16", "amount": "1596.15"}],
///     "balances": [{"date": "2026-03-31", "value": "1601.02"}],
///     "conversions": [{"date": "2026-03-31", "amount": "1000.00"}]
/// }}]}"#)?;
/// let year = Year::of(&record, 2026, Date::new(2026, 4, 15)?)?;
/// let result = conversions::worksheet(&year)?;
/// assert_eq!(result.conversions[0].basis.value, Money::cents(99_696));
/// assert_eq!(result.taxable, Money::cents(304));
/// assert_eq!(result.waiting.value, Money::cents(60_102));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NotReady`] says what is still to be entered, as a sentence.
pub fn worksheet(of: &Year<'_>) -> Result<Conversions, NotReady> {
    let &Year { record, entry, year, today, .. } = of;
    let year_end = Date::year_end(year).map_err(|_| NotReady::NoSuchYear { year })?;
    let as_of = today.min(year_end);
    let pools = ledger::posted_until(record, as_of);
    let has_days_to_come = entry.ledger.days().any(|day| day > as_of);
    if pools.is_empty() && !has_days_to_come {
        return Err(NotReady::EmptyLedger);
    }
    let case = Case::new(of, as_of, &pools);
    let months = months::months(&case);
    let waiting = Waiting::of(&case);
    let totals = Totals::of(&case, &months, &waiting);
    let [contributed, converted, basis, taxable] =
        [&totals.contributed, &totals.converted, &totals.basis, &totals.taxable].map(|figure| figure.value);
    let (left, kept) = (totals.left, totals.kept);
    let checks = reconciliation::checks(&case);
    let findings = findings::findings(&case, &checks, &waiting);
    let outcome = Outcome { waiting: &waiting, converted, taxable, kept, checks: &checks, findings: &findings };
    let closing = Ending::of(&case, &outcome).words();
    let mut result = Conversions {
        year,
        as_of,
        is_over: case.is_over(),
        contributed,
        left,
        converted,
        kept,
        basis,
        taxable,
        rows: Checklist::of(&case, &checks, &waiting, &totals).rows(),
        lines: totals.lines(),
        average_days: average_days(case.distributions.iter().copied()),
        landing: case.chosen_by(as_of).cloned(),
        conversions: conversion::conversions(&case),
        ledger: Vec::new(),
        chart: months::chart(&months),
        price: price::price(&case, taxable, &waiting),
        months,
        waiting,
        checks,
        findings,
        closing,
    };
    // What is dated after today stands in the table only.
    let whole = if has_days_to_come { ledger::post_on(record, pools, as_of, year_end) } else { pools };
    result.ledger = ledger_lines::lines(&whole, entry, as_of);
    Ok(result)
}
