//! Each form beside the one expected.

use serde::Serialize;

use super::Work;
use super::boxes::{BoxLine, boxes};
use super::differences::{self, Difference};
use super::expected::{Expected, Way};
use super::matching::matched;
use crate::explain::Severity;
use crate::money::{Money, Overflow};
use crate::record::Form1099R;

/// How a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Expected, and nothing typed to compare.
    Open,
    /// It agrees; what still differs does not matter.
    Match,
    /// It differs where it matters.
    Differs,
    /// Nothing in the ledger explains it.
    Unexplained,
}

/// A form, with all its boxes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The form's name, with what it is for.
    pub title: String,
    /// Who sends it.
    pub from: String,
    /// What to know about it.
    pub note: String,
    /// The forms expected that it answers, by their places in `Forms::expected`.
    pub expected: Vec<usize>,
    /// The forms typed, by their places in the record.
    pub typed: Vec<usize>,
    /// How it stands.
    pub state: State,
    /// It in a few words.
    pub verdict: String,
    /// Its boxes.
    pub boxes: Vec<BoxLine>,
    /// What differs, the gravest first.
    pub differences: Vec<Difference>,
}

impl Sheet {
    /// The differences that matter.
    pub(super) fn grave(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|difference| difference.severity != Severity::Note)
    }
}

pub(super) fn sheets(work: &Work<'_>, expected: &[Expected]) -> Result<Vec<Sheet>, Overflow> {
    let forms = &work.entry.forms;
    let mut sheets = Vec::new();
    for group in matched(expected, forms)? {
        let due: Vec<&Expected> = group.expected.iter().filter_map(|place| expected.get(*place)).collect();
        let came: Vec<&Form1099R> = group.typed.iter().filter_map(|place| forms.get(*place)).collect();
        let (whole, form) = (Expected::combined(&due)?, together(&came)?);
        let found = match (&whole, &form) {
            (Some(whole), Some(form)) => {
                let mut found = differences::between(work, whole, form)?;
                if due.len() > 1 {
                    differences::combined(&mut found, &due);
                }
                if came.len() > 1 {
                    differences::one_by_one(&mut found, came.len());
                }
                found
            }
            (Some(whole), None) => differences::missing(work, whole),
            (None, Some(form)) => {
                let before = group.typed.first().and_then(|place| forms.get(..*place)).unwrap_or_default();
                differences::unexplained(work, form, before)?
            }
            (None, None) => continue,
        };
        let differences = found.0;
        let matters = differences.iter().filter(|difference| difference.severity != Severity::Note).count();
        let state = match (&whole, &form) {
            (Some(_), None) => State::Open,
            (None, _) => State::Unexplained,
            _ if matters > 0 => State::Differs,
            _ => State::Match,
        };
        sheets.push(Sheet {
            title: title(&due, form.as_ref()),
            from: from(whole.as_ref(), form.as_ref()),
            note: note(work, whole.as_ref()),
            boxes: boxes(work.year, whole.as_ref(), form.as_ref(), &differences),
            verdict: verdict(work, state, matters),
            expected: group.expected,
            typed: group.typed,
            state,
            differences,
        });
    }
    Ok(sheets)
}

/// Several forms that came as one: sums, and every mark that any of them has.
fn together(forms: &[&Form1099R]) -> Result<Option<Form1099R>, Overflow> {
    let Some((first, others)) = forms.split_first() else { return Ok(None) };
    let mut whole = (*first).clone();
    let add = |one: Option<Money>, other: Option<Money>| match (one, other) {
        (Some(one), Some(other)) => one.plus(other).map(Some),
        (one, other) => Ok(one.or(other)),
    };
    for form in others {
        whole.gross = add(whole.gross, form.gross)?;
        // A single blank leaves the sum unknown.
        whole.taxable =
            if whole.taxable.is_some() && form.taxable.is_some() { add(whole.taxable, form.taxable)? } else { None };
        whole.withheld = add(whole.withheld, form.withheld)?;
        whole.basis = add(whole.basis, form.basis)?;
        whole.within_5_years = add(whole.within_5_years, form.within_5_years)?;
        whole.first_roth_year = whole.first_roth_year.or(form.first_roth_year);
        whole.not_determined |= form.not_determined;
        whole.total |= form.total;
        whole.ira |= form.ira;
        for code in form.codes.chars().filter(|code| !first.codes.contains(*code)) {
            whole.codes.push(code);
        }
    }
    Ok(Some(whole))
}

fn title(due: &[&Expected], form: Option<&Form1099R>) -> String {
    let mut names: Vec<&str> = due.iter().map(|part| part.way.name()).collect();
    names.dedup();
    match (names.as_slice(), form) {
        ([], Some(form)) => format!("Form 1099-R, {} in box 1", form.gross.unwrap_or_default()),
        (names, _) => format!("Form 1099-R: {}", names.join("; ")),
    }
}

fn from(expected: Option<&Expected>, form: Option<&Form1099R>) -> String {
    let typed = form.map(|form| form.payer.trim()).filter(|payer| !payer.is_empty());
    match (typed, expected) {
        (Some(payer), _) => format!("From {payer}"),
        (None, Some(expected)) => format!("From {}", expected.payer()),
        (None, None) => "No payer entered".to_owned(),
    }
}

fn note(work: &Work<'_>, expected: Option<&Expected>) -> String {
    let Some(expected) = expected else { return String::new() };
    let year = work.year;
    let mut sentences = Vec::new();
    if let Some(sent) = work.sent {
        sentences.push(format!("Payers send it by {}.", sent.long()));
    }
    if expected.way.is_direct() {
        sentences.push(match expected.payments {
            1 => format!("It is for one conversion of {year}."),
            count => format!("It is for {count} conversions of {year}, which are usually on one form."),
        });
    }
    match expected.way {
        Way::SplitRoth | Way::SplitPreTax => sentences.push(
            "A split rollover usually has two forms, one for each account that received a part. Some payers send one with both.".to_owned(),
        ),
        Way::PaidOut => sentences.push(
            "The form is the same whether you put the money into a Roth IRA within 60 days or not.".to_owned(),
        ),
        _ => {}
    }
    if expected.lost.is_positive() {
        sentences.push(format!(
            "The account was emptied at a loss. Box 5 may show {} more, all of the after-tax contributions, and box 2a may be blank; both are right then. The loss cannot be deducted.",
            expected.lost
        ));
    }
    sentences.join(" ")
}

fn verdict(work: &Work<'_>, state: State, matters: usize) -> String {
    match state {
        State::Open if work.sent.is_some_and(|sent| work.today > sent) => "Not typed in yet, and due".to_owned(),
        State::Open => "Not typed in yet".to_owned(),
        State::Match => "Agrees with your ledger".to_owned(),
        State::Differs if matters == 1 => "Differs in one place".to_owned(),
        State::Differs => format!("Differs in {matters} places"),
        State::Unexplained => "Nothing in your ledger explains it".to_owned(),
    }
}
