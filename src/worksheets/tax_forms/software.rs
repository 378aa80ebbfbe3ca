//! How to type each form into tax software: the boxes, one entry for each destination, and
//! what its screens ask.

use serde::Serialize;

use super::case::Case;
use super::differences::Part;
use super::expected_forms::{ExpectedForm, FormReason, OtherMoney};
use super::sheets::{Sheet, SheetStatus};
use super::words;
use crate::money::Money;
use crate::record::{Form1099R, Path};

/// A form as it is typed into tax software.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SoftwareEntry {
    /// Which form, or which part of one.
    pub form: String,
    /// What the screens ask, in the order in which they usually come.
    pub screens: Vec<Screen>,
}

/// What a screen asks, and what to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Screen {
    /// What it asks.
    pub asks: &'static str,
    /// The answer.
    pub answer: String,
}

/// What one entry goes by.
pub(super) struct EntryFacts<'a> {
    /// The entry’s number and of how many, where one form is entered as several.
    pub(super) of_several: Option<(usize, usize)>,
    /// How many forms came for this one expected, where each is entered by itself.
    pub(super) came: usize,
    /// Who sends the form.
    pub(super) payer: &'a str,
    pub(super) part: Part,
    /// Money of it that the ledger does not hold.
    pub(super) other: Money,
    pub(super) withheld: Money,
    pub(super) codes: &'a str,
    pub(super) destination: Destination,
    /// Whether the form that came says something else.
    pub(super) differs: bool,
    /// The line for wages in the year’s return.
    pub(super) year: i16,
}

/// Where the money of an entry went, as software asks.
pub(super) enum Destination {
    /// Into the Roth account of the same plan.
    InPlan,
    /// Straight to a Roth IRA.
    RothIra,
    /// Straight to a traditional IRA or a pre-tax account.
    PreTax,
    /// To the person, who put a part into a Roth IRA in time.
    PaidOut { rolled_over: Money, early: Option<Money> },
    /// Nowhere: it was returned as too much.
    Returned,
}

/// The parts of a form that came for several expected, with the other money on it where it
/// belongs: what of it is taxable went to Roth, and the rest to a pre-tax account.
pub(super) fn parts(due: &[&ExpectedForm], other: OtherMoney) -> Vec<Part> {
    let pre_tax = due.iter().position(|form| form.reason == FormReason::SplitPreTax);
    let roth = due.iter().position(|form| form.reason != FormReason::SplitPreTax).unwrap_or_default();
    let untaxed = other.amount - other.taxable;
    let part = |(place, form): (usize, &&ExpectedForm)| {
        let here = |wanted: usize, amount: Money| if place == wanted { amount } else { Money::ZERO };
        Part {
            reason: form.reason,
            gross: form.gross.value + here(roth, other.taxable) + here(pre_tax.unwrap_or(roth), untaxed),
            taxable: form.taxable.value + here(roth, other.taxable),
            basis: form.basis.value,
        }
    };
    due.iter().enumerate().map(part).collect()
}

/// An entry for each destination of each form expected.
pub(super) fn entries(case: &Case<'_>, expected: &[ExpectedForm], sheets: &[Sheet]) -> Vec<SoftwareEntry> {
    sheets.iter().flat_map(|sheet| of_sheet(case, expected, sheet)).collect()
}

fn of_sheet(case: &Case<'_>, expected: &[ExpectedForm], sheet: &Sheet) -> Vec<SoftwareEntry> {
    let due: Vec<&ExpectedForm> = sheet.expected.iter().filter_map(|place| expected.get(*place)).collect();
    let came: Vec<&Form1099R> = sheet.typed.iter().filter_map(|place| case.entry.forms.get(*place)).collect();
    let withheld = |form: &ExpectedForm| {
        let by_forms = came.iter().map(|form| form.withheld.unwrap_or_default()).sum();
        if came.is_empty() { form.withheld.value } else { by_forms }
    };
    let parts = parts(&due, sheet.other);
    let count = parts.len();
    let mut facts = Vec::new();
    for (place, (part, form)) in parts.into_iter().zip(due).enumerate() {
        let codes = came.first().filter(|_| form.reason == FormReason::PaidOut).map(|came| came.codes.trim());
        facts.push(EntryFacts {
            of_several: (count > 1).then_some((place + 1, count)),
            came: came.len(),
            payer: form.payer(),
            other: part.gross - form.gross.value,
            withheld: if place == 0 { withheld(form) } else { Money::ZERO },
            codes: codes.filter(|codes| !codes.is_empty()).unwrap_or(form.codes),
            destination: destination(case, form, sheet),
            differs: sheet.status == SheetStatus::Differs,
            year: case.year,
            part,
        });
    }
    facts.iter().map(words::software::entry).collect()
}

fn destination(case: &Case<'_>, form: &ExpectedForm, sheet: &Sheet) -> Destination {
    match form.reason {
        FormReason::InPlan => Destination::InPlan,
        FormReason::RothIra | FormReason::SplitRoth => Destination::RothIra,
        FormReason::SplitPreTax | FormReason::TraditionalIra => Destination::PreTax,
        FormReason::AnnualAdditions | FormReason::Deferrals | FormReason::AcpTest => Destination::Returned,
        FormReason::PaidOut if sheet.is_direct(case) => Destination::RothIra,
        FormReason::PaidOut => {
            let of_form = case.all_moves().filter(|made| {
                made.path == Path::PaidOut
                    && made.entered.plan == form.payer
                    && case.code_on(made.entered.date) == form.codes
            });
            let (mut rolled_over, mut kept) = (Money::ZERO, Money::ZERO);
            for made in of_form {
                rolled_over += made.rolled_in_time();
                kept += made.kept_earnings();
            }
            let early = (form.codes == super::codes::EARLY && kept.is_positive()).then_some(kept);
            Destination::PaidOut { rolled_over, early }
        }
    }
}
