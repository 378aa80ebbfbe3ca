//! Each form beside the one expected.

use serde::Serialize;

use super::boxes::{BoxLine, boxes};
use super::case::Case;
use super::differences::{self, Difference, FoundDifference};
use super::expected_forms::ExpectedForm;
use super::matches::{Match, matches};
use super::words;
use crate::money::Money;
use crate::record::Form1099R;

/// How a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetStatus {
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
    /// The forms expected that it answers, by their places in `TaxForms::expected`.
    pub expected: Vec<usize>,
    /// The forms typed, by their places in the record.
    pub typed: Vec<usize>,
    /// How it stands.
    #[serde(rename = "state")]
    pub status: SheetStatus,
    /// It in a few words.
    pub verdict: String,
    /// Its boxes.
    pub boxes: Vec<BoxLine>,
    /// What differs, the gravest first.
    pub differences: Vec<FoundDifference>,
}

impl Sheet {
    /// The differences that matter.
    pub(super) fn grave(&self) -> impl Iterator<Item = &FoundDifference> {
        self.differences.iter().filter(|difference| difference.matters())
    }

    /// What to ask the payer about it.
    pub(super) fn requests(&self) -> impl Iterator<Item = &str> {
        self.grave().map(|difference| difference.words.request.as_str()).filter(|request| !request.is_empty())
    }
}

pub(super) fn sheets(case: &Case<'_>, expected: &[ExpectedForm]) -> Vec<Sheet> {
    matches(expected, &case.entry.forms).into_iter().map(|group| sheet(case, expected, group)).collect()
}

fn sheet(case: &Case<'_>, expected: &[ExpectedForm], group: Match) -> Sheet {
    let forms = &case.entry.forms;
    let due: Vec<&ExpectedForm> = group.expected.iter().filter_map(|place| expected.get(*place)).collect();
    let came: Vec<&Form1099R> = group.typed.iter().filter_map(|place| forms.get(*place)).collect();
    let (whole, form) = (ExpectedForm::combined(&due), together(&came));
    let differences = match (&whole, &form) {
        (Some(whole), Some(form)) => {
            let mut differences = differences::between(case, whole, form);
            if due.len() > 1 {
                let reasons = due.iter().map(|part| part.reason).collect();
                differences.push(Difference::Combined { reasons });
            }
            if came.len() > 1 {
                differences.push(Difference::OneByOne { forms: came.len() });
            }
            differences
        }
        (Some(whole), None) => differences::missing(case, whole).into_iter().collect(),
        (None, Some(form)) => {
            let before = group.typed.first().and_then(|place| forms.get(..*place)).unwrap_or_default();
            vec![differences::unexplained(case, form, before)]
        }
        // Every group has a form.
        (None, None) => Vec::new(),
    };
    let differences = FoundDifference::sorted(differences);
    let matter = differences.iter().filter(|difference| difference.matters()).count();
    let status = match (&whole, &form) {
        (Some(_), None) => SheetStatus::Open,
        (None, _) => SheetStatus::Unexplained,
        _ if matter > 0 => SheetStatus::Differs,
        _ => SheetStatus::Match,
    };
    Sheet {
        title: words::sheets::title(&due, form.as_ref()),
        from: words::sheets::from(whole.as_ref(), form.as_ref()),
        note: whole.as_ref().map(|whole| words::sheets::note(case, whole)).unwrap_or_default(),
        boxes: boxes(case.year, whole.as_ref(), form.as_ref(), &differences),
        verdict: words::sheets::verdict(status, matter, case.forms_are_due()),
        expected: group.expected,
        typed: group.typed,
        status,
        differences,
    }
}

/// Several forms that came as one: sums, and every mark that any of them has.
fn together(forms: &[&Form1099R]) -> Option<Form1099R> {
    let (first, others) = forms.split_first()?;
    let mut whole = (*first).clone();
    let add = |one: Option<Money>, other: Option<Money>| match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    };
    for form in others {
        whole.gross = add(whole.gross, form.gross);
        // A single blank leaves the sum unknown.
        whole.taxable =
            if whole.taxable.is_some() && form.taxable.is_some() { add(whole.taxable, form.taxable) } else { None };
        whole.withheld = add(whole.withheld, form.withheld);
        whole.basis = add(whole.basis, form.basis);
        whole.within_5_years = add(whole.within_5_years, form.within_5_years);
        whole.first_roth_year = whole.first_roth_year.or(form.first_roth_year);
        whole.not_determined |= form.not_determined;
        whole.total |= form.total;
        whole.ira |= form.ira;
        for code in form.codes.chars().filter(|code| !first.codes.contains(*code)) {
            whole.codes.push(code);
        }
    }
    Some(whole)
}
