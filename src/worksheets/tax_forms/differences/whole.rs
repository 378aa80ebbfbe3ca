//! Forms that came without reason, or did not come.

use super::{Difference, MissingForm};
use crate::law::limits::LEAST_REPORTED;
use crate::record::Form1099R;
use crate::worksheets::tax_forms::case::Case;
use crate::worksheets::tax_forms::codes;
use crate::worksheets::tax_forms::expected_forms::ExpectedForm;

/// A form that nothing in the ledger explains. `others` came before it.
pub fn unexplained(case: &Case<'_>, form: &Form1099R, others: &[Form1099R]) -> Difference {
    if others.contains(form) {
        return Difference::Twice;
    }
    let gross = form.gross.unwrap_or_default();
    let tax = case.tax_on(form.taxable.unwrap_or(gross));
    Difference::Unexplained { gross, codes: codes::read(&form.codes), year: case.year, tax }
}

/// An expected form that is not among those typed. None while nothing was typed and the
/// form is not due.
pub fn missing(case: &Case<'_>, expected: &ExpectedForm) -> Option<Difference> {
    let late = case.forms_are_due();
    let sent = case.sent.filter(|_| late || !case.entry.forms.is_empty())?;
    let gross = expected.gross.value;
    let ExpectedForm { payer, reason, .. } = expected;
    let (payer, reason, year, small) = (payer.clone(), *reason, case.year, gross < LEAST_REPORTED);
    Some(Difference::Missing { form: MissingForm { payer, reason, gross, year, sent, late, small } })
}
