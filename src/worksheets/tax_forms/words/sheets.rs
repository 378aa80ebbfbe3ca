//! How a form beside the one expected is called, and how it compares.

use crate::english::counted;
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::record::Form1099R;
use crate::worksheets::ledger::words::LOST_BASIS;
use crate::worksheets::tax_forms::case::Case;
use crate::worksheets::tax_forms::expected_forms::{ExpectedForm, FormReason};
use crate::worksheets::tax_forms::sheets::SheetStatus;

/// The form's name, with what it is for.
pub fn title(due: &[&ExpectedForm], form: Option<&Form1099R>) -> String {
    let mut names: Vec<&str> = due.iter().map(|part| part.reason.name()).collect();
    names.dedup();
    match (names.as_slice(), form) {
        ([], Some(form)) => format!("Form 1099-R, {} in box 1", form.gross.unwrap_or_default()),
        (names, _) => format!("Form 1099-R: {}", names.join("; ")),
    }
}

/// Who sends it.
pub fn from(expected: Option<&ExpectedForm>, form: Option<&Form1099R>) -> String {
    let typed = form.map(|form| form.payer.trim()).filter(|payer| !payer.is_empty());
    match (typed, expected) {
        (Some(payer), _) => format!("From {payer}"),
        (None, Some(expected)) => format!("From {}", expected.payer()),
        (None, None) => "No payer entered".to_owned(),
    }
}

/// What to know about an expected form.
pub fn note(case: &Case<'_>, expected: &ExpectedForm) -> String {
    let sent = case.sent.map(|sent| format!("Payers send it by {}.", sent.long()));
    let lost = expected.lost.is_positive().then(|| {
        format!("The account was emptied at a loss. Box 5 may show {} more, which is all of the after-tax contributions, and box 2a may be blank; both are right then. {LOST_BASIS}", expected.lost)
    });
    let sentences = [sent, payments(case.year, expected), custom(expected.reason), lost];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many conversions are on it.
fn payments(year: i16, expected: &ExpectedForm) -> Option<String> {
    expected.reason.is_direct().then(|| match expected.payments {
        1 => format!("It is for one conversion of {year}."),
        count => format!("It is for {count} conversions of {year}, which are usually on one form."),
    })
}

/// What payers do with such a form.
fn custom(reason: FormReason) -> Option<String> {
    match reason {
        FormReason::SplitRoth | FormReason::SplitPreTax => Some(
            "A split rollover usually has two forms, one for each account that received a part. Some payers send one with both.".to_owned(),
        ),
        FormReason::TraditionalIra => Some(
            "Box 5 may show your after-tax contributions or be blank; neither is wrong. They are now basis in the traditional IRA.".to_owned(),
        ),
        FormReason::PaidOut => {
            Some(format!("The form is the same whether or not you put the money into a Roth IRA within {DAYS_TO_ROLL_OVER} days."))
        }
        _ => None,
    }
}

/// How it compares, in a few words.
pub fn verdict(status: SheetStatus, boxes: usize, due: bool) -> String {
    match status {
        SheetStatus::Open if due => "Not typed in yet, and due".to_owned(),
        SheetStatus::Open => "Not typed in yet".to_owned(),
        SheetStatus::Match => "Agrees with your ledger".to_owned(),
        SheetStatus::Differs => {
            format!("{} from your ledger", counted(boxes, "box differs", "boxes differ"))
        }
        SheetStatus::Unexplained => "Nothing in your ledger explains it".to_owned(),
        SheetStatus::Asked => "Please say what this form is for".to_owned(),
        SheetStatus::Other => "For other money; not compared with your ledger".to_owned(),
        SheetStatus::Replaced => "Replaced by a corrected form".to_owned(),
    }
}
