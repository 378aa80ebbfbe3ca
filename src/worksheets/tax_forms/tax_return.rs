//! What goes on Form 1040, by the lines that the form had in each year.

use serde::Serialize;

use super::Work;
use super::expected::{Expected, Way};
use super::sheets::{Sheet, State};
use crate::law::{Citation, citations, form_1040, rates};
use crate::money::{Money, Overflow, RoundingStrategy};
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
fn is_wages(form: &Expected) -> bool {
    form.way == Way::Deferrals && !form.codes.contains('B')
}

/// Pre-tax deferrals above the limit are wages of the year in which they were deferred,
/// whenever they come back; their earnings, of the year in which they come back.
fn wages(work: &Work<'_>, expected: &[Expected]) -> Result<Money, Overflow> {
    let this_year = expected.iter().filter(|form| is_wages(form) && form.codes == "8").map(|form| form.gross.value);
    let later = work.entry.returned.iter().filter(|row| {
        row.kind == ReturnKind::Deferrals
            && row.roth != Answer::Yes
            && row.paid_on.is_none_or(|paid| paid.year() > work.year)
    });
    Money::sum(this_year.chain(later.filter_map(|row| row.excess)))
}

pub(super) fn amounts(work: &Work<'_>, expected: &[Expected], sheets: &[Sheet]) -> Result<Amounts, Overflow> {
    let on_pensions = |form: &&Expected| !is_wages(form);
    let sum = |part: fn(&Expected) -> Money| Money::sum(expected.iter().filter(on_pensions).map(part));
    let mut early = Money::ZERO;
    let mut rolled_over = false;
    for made in work.all_moves() {
        if made.entered.path != Path::PaidOut {
            rolled_over = true;
            continue;
        }
        rolled_over |= made.rolled_in_time().is_positive();
        // Without a birth date a payment may be early or not; the worksheet says so elsewhere.
        if work.code_on(made.entered.date) == "1" && !made.can_be_rolled_over(work.today) {
            early = early.plus(made.kept_earnings()?)?;
        }
    }
    Ok(Amounts {
        gross: sum(|form| form.gross.value)?,
        taxable: sum(|form| form.taxable.value)?,
        basis: sum(|form| form.basis.value)?,
        withheld: sum(|form| form.withheld.value)?,
        wages: wages(work, expected)?,
        by_forms: by_forms(work, expected, sheets)?,
        early,
        additional_tax: early.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero)?,
        rolled_over,
    })
}

fn by_forms(work: &Work<'_>, expected: &[Expected], sheets: &[Sheet]) -> Result<Option<ByForms>, Overflow> {
    let mut sums = ByForms::default();
    let mut any = false;
    for sheet in sheets.iter().filter(|sheet| sheet.state != State::Unexplained) {
        let due: Vec<&Expected> = sheet.expected.iter().filter_map(|place| expected.get(*place)).collect();
        if due.iter().any(|form| is_wages(form)) {
            continue;
        }
        let due_of = |part: fn(&Expected) -> Money| Money::sum(due.iter().map(|form| part(form)));
        let came: Vec<&Form1099R> = sheet.typed.iter().filter_map(|place| work.entry.forms.get(*place)).collect();
        any |= !came.is_empty();
        let came_of = |part: fn(&Form1099R) -> Option<Money>, blank: Money| -> Result<Money, Overflow> {
            let parts: Option<Vec<Money>> = came.iter().map(|form| part(form)).collect();
            parts.filter(|parts| !parts.is_empty()).map_or(Ok(blank), Money::sum)
        };
        let without = |due: Money| if came.is_empty() { due } else { Money::ZERO };
        sums.gross = sums.gross.plus(came_of(|form| form.gross, due_of(|form| form.gross.value)?)?)?;
        let undetermined = came.iter().any(|form| form.not_determined && form.taxable == form.gross);
        let taxable = due_of(|form| form.taxable.value)?;
        let taxable = if undetermined { taxable } else { came_of(|form| form.taxable, taxable)? };
        sums.taxable = sums.taxable.plus(taxable)?;
        let withheld = Money::sum(came.iter().filter_map(|form| form.withheld))?;
        sums.withheld = sums.withheld.plus(withheld)?.plus(without(due_of(|form| form.withheld.value)?))?;
    }
    Ok(any.then_some(sums))
}

pub(super) fn lines(work: &Work<'_>, amounts: &Amounts) -> Vec<ReturnLine> {
    let layout = form_1040::lines(work.year);
    let year = work.year;
    let differing = |ledger: Money, forms: fn(&ByForms) -> Money| {
        amounts.by_forms.as_ref().map(forms).filter(|by_forms| *by_forms != ledger).map(|amount| amount.to_string())
    };
    let line = |line: &str| if line.is_empty() { "Form 1040".to_owned() } else { format!("Form 1040, line {line}") };
    let mut lines = Vec::new();
    let mut add = |line, what, enter, by_forms, note: String, citation| {
        lines.push(ReturnLine { line, what, enter, by_forms, note, citation });
    };
    let newer = if year > form_1040::LAST_KNOWN {
        format!(" These are the lines of the {} form; check them against that of {year}.", form_1040::LAST_KNOWN)
    } else {
        String::new()
    };
    let pensions = citations::FORM_1040_PENSIONS;
    add(
        line(layout.gross),
        "Pensions and annuities",
        amounts.gross.to_string(),
        differing(amounts.gross, |forms| forms.gross),
        format!("The sum of box 1. Other pensions of yours go here as well.{newer}"),
        pensions,
    );
    add(
        line(layout.taxable),
        "Taxable amount",
        amounts.taxable.to_string(),
        differing(amounts.taxable, |forms| forms.taxable),
        "The sum of box 2a: the earnings. Enter 0.00 as well, so that the line is not blank.".to_owned(),
        pensions,
    );
    if amounts.rolled_over {
        let (enter, note) = if year >= form_1040::FIRST_CHECKBOX {
            (
                "check the rollover box".to_owned(),
                "From the 2025 form on a box is checked where “Rollover” was written before. By secondary sources it is on line 5c.",
            )
        } else {
            ("write “Rollover”".to_owned(), "It tells the IRS why the taxable part is less than the whole.")
        };
        add(line(layout.taxable), "Rollover mark", enter, None, note.to_owned(), pensions);
    }
    if !layout.ira.is_empty() {
        add(
            format!("Form 1040, lines {}", layout.ira),
            "IRA distributions",
            "nothing".to_owned(),
            None,
            "These lines are for money out of an IRA. Money out of a plan is not, even if it goes into one.".to_owned(),
            pensions,
        );
    }
    let forms_withheld = differing(amounts.withheld, |forms| forms.withheld);
    if amounts.withheld.is_positive() || forms_withheld.is_some() {
        add(
            line(layout.withheld),
            "Federal income tax withheld",
            amounts.withheld.to_string(),
            forms_withheld,
            "Box 4. It is a payment toward your tax.".to_owned(),
            citations::FORM_1099R_BOX_4,
        );
    }
    if amounts.wages.is_positive() {
        add(
            line(layout.wages),
            "Wages: excess deferrals",
            amounts.wages.to_string(),
            None,
            "Pre-tax deferrals above the limit are wages of the year in which they were deferred, so what a form marks with P belongs on the return before. Their earnings, marked with 8, are wages of the year in which they came back.".to_owned(),
            citations::FORM_1040_CORRECTIONS,
        );
    }
    if amounts.early.is_positive() {
        add(
            "Form 5329, Part I".to_owned(),
            "Additional tax on early payments",
            amounts.additional_tax.to_string(),
            None,
            format!(
                "10% of the {} of earnings that you kept. Form 5329 itself is needed only where an exception applies or the code is wrong.",
                amounts.early
            ),
            citations::FORMS_EARLY,
        );
    }
    lines
}
