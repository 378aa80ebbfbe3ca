//! Forms that came without reason, did not come, or came otherwise than one by one.

use super::DifferenceCode as Code;
use super::Found;
use crate::explain::Severity;
use crate::law::citations;
use crate::money::{Money, Overflow};
use crate::record::Form1099R;
use crate::worksheets::tax_forms::Work;
use crate::worksheets::tax_forms::codes::{read, says};
use crate::worksheets::tax_forms::expected::Expected;

/// A payer need not send a form for less (General Instructions for Certain Information Returns).
const LEAST_SENT: Money = Money::dollars(10);

/// A form that nothing in the ledger explains. `others` came before it.
pub(in crate::worksheets::tax_forms) fn unexplained(
    work: &Work<'_>,
    form: &Form1099R,
    others: &[Form1099R],
) -> Result<Found, Overflow> {
    let mut found = Found::default();
    let year = work.year;
    if others.contains(form) {
        found.add(
            Code::Twice,
            Severity::Attention,
            &[],
            citations::FORM_1099R_SENT,
            [
                "The same form is typed twice",
                "It agrees in every box with another one here. A copy for the state return looks the same.",
                "Counted twice, it would double the figures of your return.",
                "Delete one of the two, unless two forms really came; then ask the payer whether both were sent to the IRS.",
                "",
            ]
            .map(str::to_owned),
        );
        return Ok(found);
    }
    let amount = form.gross.unwrap_or_default();
    let codes = read(&form.codes);
    let code = match codes.as_slice() {
        [] => String::new(),
        some => {
            let each: Vec<&str> = some.iter().map(|code| says(*code)).collect();
            format!(" Its code stands for {}.", each.join(", and "))
        }
    };
    let taxable = form.taxable.unwrap_or(amount);
    found.add(
        Code::Unexplained,
        Severity::Problem,
        &[],
        citations::FORM_1099R_BOX_1,
        [
            format!("Nothing in your ledger explains this form of {amount}"),
            format!("No conversion and no returned money of {year} fits it.{code} A conversion may be missing in the ledger, or the form is for something else, such as a loan, an IRA or other money of the plan."),
            format!("The IRS has it, so your return must account for it. {}", work.stake(taxable)?),
            "Find the payment in the plan’s list of transactions. If it was a conversion, enter it; if it was not, this worksheet has no part in the form. If you do not know the payment, ask the payer.".to_owned(),
            format!("Form 1099-R for {year} shows {amount} in box 1. Please tell me which payments, with their dates, it is for."),
        ],
    );
    Ok(found)
}

/// An expected form that is not among those typed. None while nothing was typed and the
/// form is not due.
pub(in crate::worksheets::tax_forms) fn missing(work: &Work<'_>, expected: &Expected) -> Found {
    let mut found = Found::default();
    let Some(due) = work.sent else { return found };
    let late = work.today > due;
    if !late && work.entry.forms.is_empty() {
        return found;
    }
    let amount = expected.gross.value;
    let small = amount < LEAST_SENT;
    let (severity, matters) = match (small, late) {
        (true, _) => (Severity::Note, "A payer need not send a form for less than $10. What is taxable in it is income all the same.".to_owned()),
        (_, false) => (Severity::Note, format!("Payers have until {}.", due.long())),
        (_, true) => (
            Severity::Attention,
            "The return must be right without the form too, and the IRS may have it already. Forms are often only on the payer’s site.".to_owned(),
        ),
    };
    let way = expected.way.name();
    let payer = expected.payer();
    found.add(
        Code::Missing,
        severity,
        &[],
        if late { citations::FORM_1099R_WRONG } else { citations::FORM_1099R_SENT },
        [
            format!("The form for {amount} ({way}) is not here"),
            format!("By your ledger {payer} should send a form with {amount} in box 1."),
            matters,
            format!("Look on the plan’s site under tax forms. If it is not there after {}, ask the plan’s administrator to send it. If it has not come by the end of February, the IRS can ask for it.", due.long()),
            if severity == Severity::Attention { format!("I have no Form 1099-R for the {way} of {amount} in {}. Please send it, or tell me where it is.", work.year) } else { String::new() },
        ],
    );
    found
}

/// One form in place of several expected.
pub(in crate::worksheets::tax_forms) fn combined(found: &mut Found, parts: &[&Expected]) {
    let names: Vec<&str> = parts.iter().map(|part| part.way.name()).collect();
    found.add(
        Code::Combined,
        Severity::Note,
        &[],
        citations::FORM_1099R_BOX_7,
        [
            "One form for what could be several".to_owned(),
            format!("The payer put these together: {}. The form is compared with their sums.", names.join("; ")),
            "It changes no tax: the lines of Form 1040 are the same.".to_owned(),
            "There is nothing to ask.".to_owned(),
            String::new(),
        ],
    );
}

/// Several forms in place of one.
pub(in crate::worksheets::tax_forms) fn one_by_one(found: &mut Found, count: usize) {
    found.add(
        Code::OneByOne,
        Severity::Note,
        &[],
        citations::FORM_1099R_BOX_7,
        [
            format!("{count} forms for what is usually on one"),
            "The payer sent a form for each conversion. Their sums are compared.".to_owned(),
            "It changes no tax: the lines of Form 1040 are the same.".to_owned(),
            "There is nothing to ask. Enter each form by itself in tax software.".to_owned(),
            String::new(),
        ],
    );
}
