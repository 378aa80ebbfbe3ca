//! Forms that came without reason, that do not count, or that did not come.

use super::{Difference, MissingForm, Unexplained};
use crate::law::limits::LEAST_REPORTED;
use crate::money::Money;
use crate::record::Form1099R;
use crate::worksheets::tax_forms::case::Case;
use crate::worksheets::tax_forms::codes::{self, Group, group};
use crate::worksheets::tax_forms::expected_forms::ExpectedForm;
use crate::worksheets::tax_forms::matches::{is_of_roth_account, is_without_basis};
use crate::worksheets::tax_forms::standing::Standing;

/// A form that counts elsewhere or not at all.
pub fn counted_elsewhere(standing: Standing) -> Option<Difference> {
    match standing {
        Standing::Counts => None,
        Standing::Replaced => Some(Difference::Replaced),
        Standing::AllOther(other) => Some(Difference::AllOther { other }),
    }
}

/// A form that nothing in the ledger explains. `others` came before it, and of those
/// expected none is answered yet in `open`.
pub fn unexplained(case: &Case<'_>, form: &Form1099R, others: &[Form1099R], open: &[&ExpectedForm]) -> Difference {
    if others.contains(form) {
        return Difference::Twice;
    }
    let gross = form.gross.unwrap_or_default();
    let taxable = form.taxable.unwrap_or_default();
    if is_of_roth_account(form) {
        let lost = if gross == Money::ZERO { form.basis.unwrap_or_default() } else { Money::ZERO };
        let box_10 = form.within_5_years.unwrap_or_default();
        return Difference::OfRothAccount { gross, taxable, lost, box_10 };
    }
    if is_without_basis(form) {
        let basis = open.iter().map(|expected| expected.basis.value).sum();
        let direct = codes::read(&form.codes) == ['G'];
        return Difference::WithoutBasis { gross, taxable, direct, basis };
    }
    let tax = case.tax_on(form.taxable.unwrap_or(gross));
    let codes = codes::read(&form.codes);
    let of = |wanted: Group| codes.iter().any(|code| group(*code) == wanted);
    let moved_on = case.moved_in_another_year(gross).filter(|_| codes == ['G']);
    let kind = if let Some(on) = moved_on {
        Unexplained::OtherYear { on }
    } else if form.ira || of(Group::Ira) || of(Group::Other) {
        Unexplained::Elsewhere
    } else if of(Group::Correction) {
        Unexplained::Correction
    } else {
        Unexplained::OfThePlan
    };
    Difference::Unexplained { gross, codes, year: case.year, kind, tax }
}

/// Whether two forms are alike in payer, box 1 and code, so that one may be the other
/// corrected.
pub fn alike(one: &Form1099R, other: &Form1099R) -> bool {
    let name = |form: &Form1099R| form.payer.trim().to_lowercase();
    let same_codes = codes::read(&one.codes) == codes::read(&other.codes);
    one.gross.is_some() && one.gross == other.gross && same_codes && name(one) == name(other)
}

/// An expected form that is not among those typed. None while nothing was typed and the
/// form is not due.
pub fn missing(case: &Case<'_>, expected: &ExpectedForm) -> Option<Difference> {
    let late = case.forms_are_due();
    let sent = case.sent.filter(|_| late || !case.entry.forms.is_empty())?;
    let gross = expected.gross.value;
    let ExpectedForm { payer, reason, .. } = expected;
    let (payer, reason, year, small) = (payer.clone(), *reason, case.year, gross < LEAST_REPORTED);
    let other_year = case.year_of_such_a_form(gross);
    Some(Difference::Missing { form: MissingForm { payer, reason, gross, year, sent, late, small, other_year } })
}
