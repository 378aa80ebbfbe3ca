//! Which of the forms that came count: one that was corrected does not, and one that is
//! for other money altogether is compared with nothing.

use super::codes;
use super::expected_forms::{ExpectedForm, OtherMoney};
use crate::money::Money;
use crate::record::Form1099R;

/// Whether a form that came is compared with those expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is.
    Counts,
    /// A corrected form took its place.
    Replaced,
    /// All of it is money that the ledger does not hold.
    AllOther(OtherMoney),
}

/// How each of the forms that came stands.
pub(super) fn standings(expected: &[ExpectedForm], typed: &[Form1099R]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = typed.iter().map(by_itself).collect();
    for (place, corrected) in typed.iter().enumerate().filter(|(_, form)| form.corrected) {
        let free = |number: usize| standings.get(number).is_some_and(|standing| *standing != Standing::Replaced);
        let before = |number: usize, form: &Form1099R| number != place && (!form.corrected || number < place);
        let replaced = typed
            .iter()
            .enumerate()
            .filter(|(number, form)| before(*number, form) && free(*number))
            .filter_map(|(number, form)| Some((likeness(corrected, form, expected)?, place.abs_diff(number), number)))
            .min();
        if let Some(standing) = replaced.and_then(|(.., number)| standings.get_mut(number)) {
            *standing = Standing::Replaced;
        }
    }
    standings
}

fn by_itself(form: &Form1099R) -> Standing {
    match (form.other_money, form.gross) {
        (Some(amount), Some(gross)) if gross.is_positive() && amount >= gross => {
            let taxable = form.other_taxable.or(form.taxable).unwrap_or_default().min(gross);
            Standing::AllOther(OtherMoney { amount: gross, taxable })
        }
        _ => Standing::Counts,
    }
}

/// How like a corrected form is to one that it may correct, the less the better. Box 1
/// may be what was corrected, if the ledger does not explain the earlier one.
fn likeness(corrected: &Form1099R, form: &Form1099R, expected: &[ExpectedForm]) -> Option<u8> {
    let name = |form: &Form1099R| form.payer.trim().to_lowercase();
    let (one, other) = (name(corrected), name(form));
    if one != other && !one.is_empty() && !other.is_empty() {
        return None;
    }
    let gross = |form: &Form1099R| form.gross.unwrap_or_default();
    let same_code = codes::read(&corrected.codes) == codes::read(&form.codes);
    let explained = expected.iter().any(|due| due.gross.value == gross(form));
    match (gross(corrected) == gross(form), same_code) {
        (true, true) => Some(0),
        (true, false) => Some(1),
        (false, true) if !explained => Some(2),
        _ => None,
    }
}

/// The other money on a form that has some of the ledger's as well. What of it is taxable is
/// what box 2a shows beyond the ledger, where the person left that open.
pub(super) fn other_money(form: &Form1099R, taxable_due: Money) -> OtherMoney {
    let amount = form.other_money.unwrap_or_default().min(form.gross.unwrap_or_default());
    let beyond = || (form.taxable.unwrap_or_default() - taxable_due).or_zero();
    OtherMoney { amount, taxable: form.other_taxable.unwrap_or_else(beyond).min(amount) }
}
