//! What goes on Form 1040, by the lines that the form had in each year.

use serde::Serialize;

use super::case::Case;
use super::codes;
use super::differences::{Difference, FoundDifference, is_rounding};
use super::expected_forms::{ExpectedForm, FormReason, OtherMoney};
use super::sheets::Sheet;
use crate::law::{Citation, form_1040, rates};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Form1099R, Path, ReturnKind};
use crate::worksheets::ledger::Distribution;

/// The dollars of the return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// All that moved or was returned and goes on the pension lines, by the ledger (by the form
    /// where the two differ by rounding), with the other money that the person entered with a
    /// form.
    pub gross: Money,
    /// What of it is taxable, by the ledger; by the form where the two differ by rounding.
    pub taxable: Money,
    /// The after-tax contributions in it, by the ledger.
    pub basis: Money,
    /// Tax withheld: box 4 of the forms that came, and for others what the law has withheld.
    pub withheld: Money,
    /// Corrective distributions, which go on the line for wages: pre-tax deferrals of the
    /// year above the limit, and what is taxable in the deferrals and after-tax
    /// contributions that came back in it.
    pub wages: Money,
    /// The same by the forms that came; none where none is matched. A form not typed
    /// counts by the ledger, one that nothing explains does not count.
    pub by_forms: Option<ByForms>,
    /// Earnings in payments before age 59½ that were not rolled over within 60 days.
    pub early: Money,
    /// The additional tax of 10% on it.
    pub additional_tax: Money,
    /// Whether Form 5329 is filed besides: the tax is not owed on the full amount, or the
    /// form’s code is not 1.
    pub form_5329: bool,
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

/// Whether a form is for a corrective distribution of deferrals or after the ACP test: its
/// taxable part is income on the line for wages, and nothing of it goes on the pension
/// lines (Instructions for Form 1040, lines 1h, 5a and 5b).
const fn is_wages(form: &ExpectedForm) -> bool {
    matches!(form.reason, FormReason::Deferrals | FormReason::AcpTest)
}

/// Pre-tax deferrals above the limit are wages of the year in which they were deferred,
/// whenever they come back; all else that is taxable, of the year in which it comes back.
fn wages(case: &Case<'_>, expected: &[ExpectedForm]) -> Money {
    let of_this_year = |form: &&ExpectedForm| is_wages(form) && form.codes != codes::YEAR_BEFORE;
    let this_year = expected.iter().filter(of_this_year).map(|form| form.taxable.value);
    let later = case.entry.returned.iter().filter(|row| {
        row.kind == ReturnKind::Deferrals
            && row.roth != Answer::Yes
            && row.paid_on.is_none_or(|paid| paid.year() > case.year)
    });
    this_year.chain(later.filter_map(|row| row.excess)).sum()
}

pub(super) fn amounts(case: &Case<'_>, expected: &[ExpectedForm], sheets: &[Sheet]) -> Amounts {
    let all = sheets.iter().map(|sheet| of_sheet(case, expected, sheet));
    let sum = |sums: Sums, one: Sums| sums.and(&one);
    let sums = all.fold(Sums::default(), sum);
    let Early { earnings: early, form_5329, rolled_over } = early(case, expected, sheets);
    Amounts {
        gross: sums.gross,
        taxable: sums.taxable,
        basis: sums.basis,
        withheld: sums.withheld,
        wages: wages(case, expected),
        by_forms: sums.came.then_some(sums.by_forms),
        early,
        additional_tax: early.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero),
        form_5329,
        rolled_over,
    }
}

/// What goes on the pension lines, by the ledger and by the forms.
#[derive(Default)]
struct Sums {
    gross: Money,
    taxable: Money,
    basis: Money,
    withheld: Money,
    by_forms: ByForms,
    /// Whether any form came.
    came: bool,
}

impl Sums {
    fn and(mut self, other: &Self) -> Self {
        self.gross += other.gross;
        self.taxable += other.taxable;
        self.basis += other.basis;
        self.withheld += other.withheld;
        self.by_forms.gross += other.by_forms.gross;
        self.by_forms.taxable += other.by_forms.taxable;
        self.by_forms.withheld += other.by_forms.withheld;
        self.came |= other.came;
        self
    }
}

fn of_sheet(case: &Case<'_>, expected: &[ExpectedForm], sheet: &Sheet) -> Sums {
    let due: Vec<&ExpectedForm> = sheet.expected.iter().filter_map(|place| expected.get(*place)).collect();
    let came: Vec<&Form1099R> = sheet.typed.iter().filter_map(|place| case.entry.forms.get(*place)).collect();
    let box_4 = || came.iter().map(|form| form.withheld.unwrap_or_default()).sum::<Money>();
    if due.is_empty() {
        return alone(sheet, box_4());
    }
    let due_of = |part: fn(&ExpectedForm) -> Money| due.iter().map(|form| part(form)).sum::<Money>();
    let withheld = if came.is_empty() { due_of(|form| form.withheld.value) } else { box_4() };
    if due.iter().any(|form| is_wages(form)) {
        let by_forms = ByForms { withheld, ..ByForms::default() };
        return Sums { withheld, by_forms, ..Sums::default() };
    }
    let came_of = |part: fn(&Form1099R) -> Option<Money>, blank: Money| -> Money {
        let parts: Option<Vec<Money>> = came.iter().map(|form| part(form)).collect();
        parts.filter(|parts| !parts.is_empty()).map_or(blank, |parts| parts.into_iter().sum())
    };
    let gross = due_of(|form| form.gross.value) + sheet.other.amount;
    let taxable = due_of(|form| form.taxable.value) + sheet.other.taxable;
    let undetermined = came.iter().any(|form| form.not_determined && form.taxable == form.gross);
    let by_forms = ByForms {
        gross: came_of(|form| form.gross, gross),
        taxable: if undetermined { taxable } else { came_of(|form| form.taxable, taxable) },
        withheld,
    };
    // What went into a traditional IRA in time is in box 2a, and not on the line.
    let untaxed = due_of(|form| form.untaxed);
    let by_form = is_rounding((by_forms.taxable - taxable).abs());
    let gross = if is_rounding((by_forms.gross - gross).abs()) { by_forms.gross } else { gross };
    Sums {
        gross,
        taxable: (if by_form { by_forms.taxable } else { taxable } - untaxed).or_zero(),
        basis: due_of(|form| form.basis.value),
        withheld,
        by_forms: ByForms { taxable: (by_forms.taxable - untaxed).or_zero(), ..by_forms },
        came: !came.is_empty(),
    }
}

/// What a form brings that answers none of those expected. Only of other money is it known
/// what goes on the pension lines, while what was withheld counts whatever the form is for.
fn alone(sheet: &Sheet, box_4: Money) -> Sums {
    // Of a form that is here twice, or corrected, only one counts.
    let again = |found: &FoundDifference| {
        matches!(found.difference, Difference::Replaced | Difference::Alike { .. } | Difference::Twice)
    };
    let withheld = if sheet.differences.iter().any(again) { Money::ZERO } else { box_4 };
    let OtherMoney { amount: gross, taxable } = sheet.other;
    let by_forms = ByForms { gross, taxable, withheld };
    Sums { gross, taxable, withheld, by_forms, ..Sums::default() }
}

/// What was paid to the person and not rolled over.
#[derive(Default)]
struct Early {
    /// Earnings in payments before age 59½ that were kept.
    earnings: Money,
    form_5329: bool,
    /// Whether anything at all was rolled over.
    rolled_over: bool,
}

fn early(case: &Case<'_>, expected: &[ExpectedForm], sheets: &[Sheet]) -> Early {
    let mut early = Early::default();
    for made in case.all_moves() {
        let sheet = sheet_of(case, expected, sheets, made);
        if made.path != Path::PaidOut || sheet.is_some_and(|sheet| sheet.is_direct(case)) {
            early.rolled_over = true;
            continue;
        }
        early.rolled_over |= made.paid_out.is_some_and(|paid| paid.rolled_over().is_positive());
        // Without a birth date a payment may be early or not; the worksheet says so elsewhere.
        if case.code_on(made.entered.date) == codes::EARLY && !made.can_be_rolled_over(case.today) {
            // By its form an exception to the tax applies.
            if sheet.is_some_and(|sheet| sheet.is_excepted(case)) {
                continue;
            }
            early.earnings += made.kept_earnings();
            early.form_5329 |= made.kept_earnings() != made.earnings;
            let forms = sheet.iter().flat_map(|sheet| &sheet.typed).filter_map(|place| case.entry.forms.get(*place));
            early.form_5329 |= forms.into_iter().any(|form| codes::read(&form.codes) != ['1']);
        }
    }
    early.form_5329 &= early.earnings.is_positive();
    early
}

/// The sheet of the form on which a payment to the person is.
pub(super) fn sheet_of<'a>(
    case: &Case<'_>,
    expected: &[ExpectedForm],
    sheets: &'a [Sheet],
    made: &Distribution,
) -> Option<&'a Sheet> {
    let is_its = |form: &ExpectedForm| {
        form.reason == FormReason::PaidOut
            && form.payer == made.entered.plan
            && form.codes == case.code_on(made.entered.date)
    };
    sheets.iter().find(|sheet| sheet.expected.iter().any(|place| expected.get(*place).is_some_and(is_its)))
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
    /// Corrective distributions.
    Wages { line: &'static str, amount: Money },
    /// The additional tax on early payments.
    EarlyTax { line: &'static str, earnings: Money, tax: Money, form_5329: bool },
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
        entries.push(ReturnEntry::RolloverMark { line: layout.rollover, checkbox });
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
        let form_5329 = amounts.form_5329;
        let line = layout.early_tax;
        entries.push(ReturnEntry::EarlyTax { line, earnings: early, tax: additional_tax, form_5329 });
    }
    entries
}
