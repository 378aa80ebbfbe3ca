//! Each form beside the one expected.

use serde::Serialize;

use super::boxes::{BoxLine, BoxStatus, boxes};
use super::case::Case;
use super::codes;
use super::differences::{self, Difference, DifferenceCode, FoundDifference};
use super::expected_forms::{ExpectedForm, OtherMoney};
use super::matches::{Match, is_paid_out, matches};
use super::software;
use super::standing::{Standing, other_money, standings};
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
    /// It may be right, and what it is for is asked.
    Asked,
    /// It is for other money, and right as far as the ledger can tell.
    Other,
    /// A corrected form took its place.
    Replaced,
}

impl SheetStatus {
    /// Whether something of it is open before the return is filed.
    #[must_use]
    pub const fn is_grave(self) -> bool {
        matches!(self, Self::Differs | Self::Unexplained | Self::Asked)
    }
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
    /// Money on it that the ledger does not hold, as the person entered it.
    #[serde(skip)]
    pub other: OtherMoney,
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

    /// Whether a payment that the ledger has as paid to the person was a direct rollover by
    /// its form: code G, and nothing withheld. So is a check made out to the new account
    /// (26 CFR 1.401(a)(31)-1, Q&A-3 and 4).
    pub(super) fn is_direct(&self, case: &Case<'_>) -> bool {
        let mut came = self.typed.iter().filter_map(|place| case.entry.forms.get(*place)).peekable();
        let direct =
            |form: &Form1099R| codes::read(&form.codes) == ['G'] && !form.withheld.is_some_and(Money::is_positive);
        came.peek().is_some() && came.all(direct)
    }

    /// Whether by its codes an exception to the tax on early payments applies: 2, or 3 for
    /// disability.
    pub(super) fn is_excepted(&self, case: &Case<'_>) -> bool {
        let mut came = self.typed.iter().filter_map(|place| case.entry.forms.get(*place)).peekable();
        let excepted = |form: &Form1099R| matches!(codes::read(&form.codes).as_slice(), ['2' | '3']);
        came.peek().is_some() && came.all(excepted)
    }

    /// What to ask the payer about it.
    pub(super) fn requests(&self) -> impl Iterator<Item = &str> {
        self.grave().map(|difference| difference.words.request.as_str()).filter(|request| !request.is_empty())
    }
}

/// All sheets, in the order of the forms expected, then what came besides.
pub(super) fn sheets(case: &Case<'_>, expected: &[ExpectedForm]) -> Vec<Sheet> {
    let forms = &case.entry.forms;
    let standings = standings(expected, forms);
    let counts: Vec<bool> = standings.iter().map(|standing| *standing == Standing::Counts).collect();
    let groups = matches(expected, forms, &counts);
    let open: Vec<&ExpectedForm> = groups
        .iter()
        .filter(|group| group.typed.is_empty())
        .filter_map(|group| expected.get(*group.expected.first()?))
        .collect();
    let matched = |place: usize| groups.iter().any(|group| !group.expected.is_empty() && group.typed.contains(&place));
    let all = All { case, expected, standings: &standings, open: &open };
    groups.iter().map(|group| all.sheet(group, &matched)).collect()
}

/// What every sheet goes by.
struct All<'a> {
    case: &'a Case<'a>,
    expected: &'a [ExpectedForm],
    standings: &'a [Standing],
    /// The forms expected that have not come.
    open: &'a [&'a ExpectedForm],
}

impl All<'_> {
    fn sheet(&self, group: &Match, matched: &dyn Fn(usize) -> bool) -> Sheet {
        let case = self.case;
        let forms = &case.entry.forms;
        let due: Vec<&ExpectedForm> = group.expected.iter().filter_map(|place| self.expected.get(*place)).collect();
        let came: Vec<&Form1099R> = group.typed.iter().filter_map(|place| forms.get(*place)).collect();
        let form = together(&came);
        let other = form.as_ref().zip(ExpectedForm::combined(&due));
        let other = match (group.typed.first().and_then(|place| self.standings.get(*place)), other) {
            (Some(Standing::AllOther(other)), _) => *other,
            (_, Some((form, due))) => other_money(form, due.taxable.value),
            _ => OtherMoney::default(),
        };
        let whole = ExpectedForm::combined(&due).map(|whole| whole.with_other(other));
        let differences = match (&whole, &form) {
            (Some(whole), Some(form)) => compared(case, whole, form, &due, &came, other),
            (Some(whole), None) => differences::missing(case, whole).into_iter().collect(),
            (None, Some(form)) => vec![self.alone(form, group, matched)],
            // Every group has a form.
            (None, None) => Vec::new(),
        };
        let differences = FoundDifference::sorted(differences, whole.as_ref().is_none_or(|whole| whole.sure));
        let boxes = boxes(whole.as_ref(), form.as_ref(), &differences);
        let differing = boxes.iter().filter(|line| line.status == BoxStatus::Differs).count();
        let status = match (&whole, &form) {
            (Some(_), None) => SheetStatus::Open,
            (None, _) => status_alone(&differences),
            _ if differences.iter().any(FoundDifference::matters) => SheetStatus::Differs,
            _ => SheetStatus::Match,
        };
        Sheet {
            title: words::sheets::title(&due, form.as_ref()),
            from: words::sheets::from(whole.as_ref(), form.as_ref()),
            note: whole.as_ref().map(|whole| words::sheets::note(case, whole)).unwrap_or_default(),
            verdict: words::sheets::verdict(status, differing, case.forms_are_due()),
            boxes,
            expected: group.expected.clone(),
            typed: group.typed.clone(),
            other,
            status,
            differences,
        }
    }

    /// What is said of a form that answers none of those expected.
    fn alone(&self, form: &Form1099R, group: &Match, matched: &dyn Fn(usize) -> bool) -> Difference {
        let forms = &self.case.entry.forms;
        let place = group.typed.first().copied().unwrap_or_default();
        let standing = self.standings.get(place).copied().unwrap_or(Standing::Counts);
        if let Some(elsewhere) = differences::counted_elsewhere(standing) {
            return elsewhere;
        }
        let before = forms.get(..place).unwrap_or_default();
        let is_alike = |(number, other): (usize, &Form1099R)| matched(number) && differences::alike(form, other);
        if !before.contains(form) && forms.iter().enumerate().any(is_alike) {
            return Difference::Alike { gross: form.gross.unwrap_or_default() };
        }
        differences::unexplained(self.case, form, before, self.open)
    }
}

/// What differs between the forms expected and those that came for them.
fn compared(
    case: &Case<'_>,
    whole: &ExpectedForm,
    form: &Form1099R,
    due: &[&ExpectedForm],
    came: &[&Form1099R],
    other: OtherMoney,
) -> Vec<Difference> {
    let withheld_part = came.iter().copied().find(|form| came.len() == 2 && is_paid_out(form));
    let withheld_part = withheld_part.filter(|_| whole.reason.is_direct());
    let mut differences = differences::between(case, whole, form, withheld_part);
    if due.len() > 1 {
        differences.push(Difference::Combined { parts: software::parts(due, other) });
    }
    if came.len() > 1 && withheld_part.is_none() {
        differences.push(Difference::OneByOne { forms: came.len() });
    }
    differences
}

/// How a form stands that answers none of those expected.
fn status_alone(differences: &[FoundDifference]) -> SheetStatus {
    match differences.first().map(FoundDifference::code) {
        Some(DifferenceCode::Replaced) => SheetStatus::Replaced,
        Some(DifferenceCode::AllOther | DifferenceCode::OfRothAccount) => SheetStatus::Other,
        Some(DifferenceCode::Alike | DifferenceCode::WithoutBasis | DifferenceCode::Twice) => SheetStatus::Asked,
        _ => SheetStatus::Unexplained,
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
        whole.other_money = add(whole.other_money, form.other_money);
        whole.other_taxable = add(whole.other_taxable, form.other_taxable);
        whole.ira |= form.ira;
        for code in form.codes.chars().filter(|code| !first.codes.contains(*code)) {
            whole.codes.push(code);
        }
    }
    Some(whole)
}
