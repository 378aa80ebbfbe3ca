//! What is said of forms that came without reason, or did not come.

use super::{plan_name, tax_at_rate};
use crate::explain::Severity::{Attention, Note, Problem};
use crate::law::citations;
use crate::law::limits::LEAST_REPORTED;
use crate::money::Money;
use crate::worksheets::tax_forms::case::TaxAtRate;
use crate::worksheets::tax_forms::codes::meanings;
use crate::worksheets::tax_forms::differences::{DifferenceWords, MissingForm, Unexplained};

/// A form that nothing in the ledger explains.
pub fn unexplained(
    gross: Money,
    codes: &[char],
    year: i16,
    kind: Unexplained,
    tax: Option<TaxAtRate>,
) -> DifferenceWords {
    let its_code = if codes.is_empty() { String::new() } else { format!(" Its code means {}.", meanings(codes)) };
    let words = DifferenceWords {
        severity: Problem,
        citation: citations::FORM_1099R_BOX_1,
        title: format!("Nothing in your ledger explains this form of {gross}"),
        means: format!(
            "No conversion and no returned money in {year} matches it.{its_code} A conversion may be missing from the ledger, or the form is for other money from the plan."
        ),
        matters: format!("The IRS has it, so your return must account for it. {}", tax_at_rate(tax)),
        ask: "Find the payment in the plan’s list of transactions. If it was a conversion, enter it. If it was other money from the plan, enter that as other money on the form. If you don’t recognize the payment, ask the payer.".into(),
        request: format!("Form 1099-R for {year} shows {gross} in box 1. Please tell me which payments, with their dates, it is for."),
    };
    match kind {
        Unexplained::OfThePlan => words,
        Unexplained::OtherYear { on } => DifferenceWords {
            severity: Attention,
            means: format!("Your ledger has a conversion of {gross} on {}. A conversion belongs to the year in which the plan made it, and one asked for in the last days of a year is often made in January.", on.long()),
            ask: format!("Look up the day in the plan’s list of transactions. If it is in {year}, correct the date in the ledger. If it is {}, ask the payer for a form of {}.", on.long(), on.year()),
            request: String::new(),
            ..words
        },
        Unexplained::Correction => DifferenceWords {
            severity: Attention,
            means: format!("You entered no returned money for {year} that matches it.{its_code}"),
            ask: "If the plan returned excess money, enter it under “Money the plan returned,” and the form is compared with that. If you know of no such refund, ask the payer which payment the form is for.".into(),
            request: String::new(),
            ..words
        },
        Unexplained::Elsewhere => DifferenceWords {
            severity: Attention,
            means: format!("No conversion in {year} matches it.{its_code} If the form is for an IRA, a loan, a pension or anything else other than your after-tax money in the plan, it can be right, but this page does not cover it."),
            matters: "The IRS has it, so it belongs on your return anyway. It is not in the lines here.".into(),
            ask: "If the form is not for your after-tax money, remove it here and enter it on your return separately. If it is, check that you typed the code and the IRA box as printed.".into(),
            request: String::new(),
            ..words
        },
    }
}

/// A form that did not come.
pub fn missing(form: &MissingForm) -> DifferenceWords {
    let MissingForm { payer, reason, gross, year, sent, late, small, other_year } = form;
    let (reason, sent) = (reason.name(), sent.long());
    let (severity, matters, request) = match (small, late) {
        (true, _) => (Note, format!("A payer doesn’t have to send a form for less than {}. The taxable part is income anyway.", LEAST_REPORTED.in_dollars()), String::new()),
        (false, false) => (Note, format!("Payers have until {sent}."), String::new()),
        (false, true) => (
            Attention,
            "Your return must be right even without the form, and the IRS may have it already. Forms are often only on the payer’s website.".into(),
            format!("By my records {gross} left in {year} ({reason}), and I have no Form 1099-R for it. Please send it, or tell me where it is."),
        ),
    };
    let words = DifferenceWords {
        severity,
        citation: if *late { citations::FORM_1099R_WRONG } else { citations::FORM_1099R_SENT },
        title: format!("The form for {gross} ({reason}) is not here"),
        means: format!("According to your ledger, {} should send a form with {gross} in box 1.", plan_name(payer)),
        matters,
        ask: format!(
            "Look on the plan’s website under tax forms. If it is not there after {sent}, ask the plan’s administrator to send it. If it has not come by the end of February, the IRS can ask for it."
        ),
        request,
    };
    match other_year {
        Some(other) => DifferenceWords {
            ask: format!(
                "You entered a form of {other} for as much. Look up the day in the plan’s list of transactions: if the plan made the conversion in {other}, correct its date in the ledger, and no form of {year} is due."
            ),
            request: String::new(),
            ..words
        },
        None => words,
    }
}
