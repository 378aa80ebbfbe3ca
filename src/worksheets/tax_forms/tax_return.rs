//! What goes on Form 1040, by the lines that the form had in each year.

use serde::Serialize;

use super::case::Case;
use super::codes;
use super::expected_forms::{ExpectedForm, FormReason};
use super::sheets::{Sheet, SheetStatus};
use crate::law::{Citation, form_1040, rates};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Form1099R, Path, ReturnKind};

/// The dollars of the return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// All that moved or was returned and goes on the pension lines, by the ledger.
    pub gross: Money,
    /// What of it is taxable, by the ledger.
    pub taxable: Money,
    /// The after-tax contributions in it, by the ledger.
    pub basis: Money,
    /// Tax withheld, by the ledger.
    pub withheld: Money,
    /// Pre-tax deferrals of the year above the limit, and earnings of such deferrals
    /// that came back in it: both go on the line for wages.
    pub wages: Money,
    /// The same by the forms that came; none where none is matched. A form not typed
    /// counts by the ledger, one that nothing explains does not count.
    pub by_forms: Option<ByForms>,
    /// Earnings in payments before age 59½ that were not rolled over within 60 days.
    pub early: Money,
    /// The additional tax of 10% on it.
    pub additional_tax: Money,
    /// Whether anything was rolled over, so that the mark is due.
    pub rolled_over: bool,
}

/// The dollars of the return by the forms that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ByForms {
    /// Sum of box 1.
    pub gross: Money,
    /// Sum of box 2a; by the ledger where it is blank.
    pub taxable: Money,
    /// Sum of box 4.
    pub withheld: Money,
}

/// A line of the return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReturnLine {
    /// The form and its line.
    pub line: String,
    /// What it is for.
    pub what: &'static str,
    /// What goes on it.
    pub enter: String,
    /// The same by the forms that came, where it differs.
    pub by_forms: Option<String>,
    /// What to know about it.
    pub note: String,
    /// Where the instructions or the law say so.
    pub citation: Citation,
}

/// Whether a form is for pre-tax deferrals, which are wages and no pension.
fn is_wages(form: &ExpectedForm) -> bool {
    form.reason == FormReason::Deferrals && !form.codes.contains('B')
}

/// Pre-tax deferrals above the limit are wages of the year in which they were deferred,
/// whenever they come back; their earnings, of the year in which they come back.
fn wages(case: &Case<'_>, expected: &[ExpectedForm]) -> Money {
    let this_year = expected.iter().filter(|form| is_wages(form) && form.codes == "8").map(|form| form.gross.value);
    let later = case.entry.returned.iter().filter(|row| {
        row.kind == ReturnKind::Deferrals
            && row.roth != Answer::Yes
            && row.paid_on.is_none_or(|paid| paid.year() > case.year)
    });
    this_year.chain(later.filter_map(|row| row.excess)).sum()
}

pub(super) fn amounts(case: &Case<'_>, expected: &[ExpectedForm], sheets: &[Sheet]) -> Amounts {
    let on_pensions = |form: &&ExpectedForm| !is_wages(form);
    let sum = |part: fn(&ExpectedForm) -> Money| expected.iter().filter(on_pensions).map(part).sum::<Money>();
    let mut early = Money::ZERO;
    let mut rolled_over = false;
    for made in case.all_moves() {
        if made.path != Path::PaidOut {
            rolled_over = true;
            continue;
        }
        rolled_over |= made.paid_out.is_some_and(|paid| paid.rolled_over().is_positive());
        // Without a birth date a payment may be early or not; the worksheet says so elsewhere.
        if case.code_on(made.entered.date) == codes::EARLY && !made.can_be_rolled_over(case.today) {
            early += made.kept_earnings();
        }
    }
    Amounts {
        gross: sum(|form| form.gross.value),
        taxable: sum(|form| form.taxable.value),
        basis: sum(|form| form.basis.value),
        withheld: sum(|form| form.withheld.value),
        wages: wages(case, expected),
        by_forms: by_forms(case, expected, sheets),
        early,
        additional_tax: early.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero),
        rolled_over,
    }
}

fn by_forms(case: &Case<'_>, expected: &[ExpectedForm], sheets: &[Sheet]) -> Option<ByForms> {
    let mut sums = ByForms::default();
    let mut any = false;
    for sheet in sheets.iter().filter(|sheet| sheet.status != SheetStatus::Unexplained) {
        let due: Vec<&ExpectedForm> = sheet.expected.iter().filter_map(|place| expected.get(*place)).collect();
        if due.iter().any(|form| is_wages(form)) {
            continue;
        }
        let due_of = |part: fn(&ExpectedForm) -> Money| due.iter().map(|form| part(form)).sum::<Money>();
        let came: Vec<&Form1099R> = sheet.typed.iter().filter_map(|place| case.entry.forms.get(*place)).collect();
        any |= !came.is_empty();
        let came_of = |part: fn(&Form1099R) -> Option<Money>, blank: Money| -> Money {
            let parts: Option<Vec<Money>> = came.iter().map(|form| part(form)).collect();
            parts.filter(|parts| !parts.is_empty()).map_or(blank, |parts| parts.into_iter().sum())
        };
        let without = |due: Money| if came.is_empty() { due } else { Money::ZERO };
        sums.gross += came_of(|form| form.gross, due_of(|form| form.gross.value));
        let undetermined = came.iter().any(|form| form.not_determined && form.taxable == form.gross);
        let taxable = due_of(|form| form.taxable.value);
        let taxable = if undetermined { taxable } else { came_of(|form| form.taxable, taxable) };
        sums.taxable += taxable;
        let withheld: Money = came.iter().filter_map(|form| form.withheld).sum();
        sums.withheld += withheld + without(due_of(|form| form.withheld.value));
    }
    any.then_some(sums)
}

/// A line of the return, as data.
pub(super) enum ReturnEntry {
    /// Pensions and annuities.
    Gross { line: &'static str, amount: Money, by_forms: Option<Money>, year: i16 },
    /// The taxable part of them.
    Taxable { line: &'static str, amount: Money, by_forms: Option<Money> },
    /// The mark that it was rolled over: a box, or in earlier years a word.
    RolloverMark { line: &'static str, checkbox: bool },
    /// The lines for IRAs, on which nothing goes.
    Ira { lines: &'static str },
    /// Tax withheld.
    Withheld { line: &'static str, amount: Money, by_forms: Option<Money> },
    /// Excess deferrals.
    Wages { line: &'static str, amount: Money },
    /// The additional tax on early payments.
    EarlyTax { earnings: Money, tax: Money },
}

/// The return's lines, in the order of the form.
pub(super) fn entries(year: i16, amounts: &Amounts) -> Vec<ReturnEntry> {
    let layout = form_1040::lines(year);
    let &Amounts { gross, taxable, withheld, wages, early, additional_tax, .. } = amounts;
    let differing =
        |ledger: Money, part: fn(&ByForms) -> Money| amounts.by_forms.as_ref().map(part).filter(|by| *by != ledger);
    let gross_by_forms = differing(gross, |forms| forms.gross);
    let taxable_by_forms = differing(taxable, |forms| forms.taxable);
    let withheld_by_forms = differing(withheld, |forms| forms.withheld);
    let mut entries = vec![
        ReturnEntry::Gross { line: layout.gross, amount: gross, by_forms: gross_by_forms, year },
        ReturnEntry::Taxable { line: layout.taxable, amount: taxable, by_forms: taxable_by_forms },
    ];
    if amounts.rolled_over {
        let checkbox = year >= form_1040::FIRST_CHECKBOX;
        entries.push(ReturnEntry::RolloverMark { line: layout.taxable, checkbox });
    }
    if !layout.ira.is_empty() {
        entries.push(ReturnEntry::Ira { lines: layout.ira });
    }
    if withheld.is_positive() || withheld_by_forms.is_some() {
        entries.push(ReturnEntry::Withheld { line: layout.withheld, amount: withheld, by_forms: withheld_by_forms });
    }
    if wages.is_positive() {
        entries.push(ReturnEntry::Wages { line: layout.wages, amount: wages });
    }
    if early.is_positive() {
        entries.push(ReturnEntry::EarlyTax { earnings: early, tax: additional_tax });
    }
    entries
}
