//! Differences of the check boxes, and of how many forms came.

use super::{NO_TAX_CHANGES, NOTHING_TO_ASK, SAME_LINES};
use crate::explain::Severity::{Attention, Note, Problem};
use crate::law::citations;
use crate::worksheets::tax_forms::differences::{DifferenceWords, Part};
use crate::worksheets::tax_forms::words::other_money;

pub fn ira_checked() -> DifferenceWords {
    DifferenceWords {
        severity: Problem,
        citation: citations::FORM_1099R_BOX_7,
        title: "The IRA/SEP/SIMPLE box is checked".into(),
        means: "The box says that the money came from an IRA. It came from your employer’s plan.".into(),
        matters: "Software would put it on the IRA lines and ask for Form 8606, which adds all your IRAs together. That pro-rata rule does not apply here.".into(),
        ask: "Ask the payer for a corrected form without the check mark.".into(),
        request: "The IRA/SEP/SIMPLE box is checked. By my records the payment came from an employer’s plan, so it should not be.".into(),
    }
}

pub fn roth_boxes() -> DifferenceWords {
    DifferenceWords {
        severity: Note,
        citation: citations::FORM_1099R_BOXES_10_11,
        title: "Box 10 or 11 is filled in".into(),
        means: "Both boxes are for payments from the plan’s Roth account. Some payers fill them in on conversions as well.".into(),
        matters: "Neither changes this year’s tax.".into(),
        ask: "There is nothing to ask. If box 11 shows the first year of your Roth account in the plan, note it: its five years start then.".into(),
        request: String::new(),
    }
}

pub fn total_distribution(checked: bool) -> DifferenceWords {
    let (title, means) = if checked {
        (
            "“Total distribution” is checked",
            "According to your ledger, the account was not emptied for good. The payer may count the after-tax account by itself as the account.",
        )
    } else {
        (
            "“Total distribution” is not checked",
            "According to your ledger, the account was emptied. The payer may still hold some of your money.",
        )
    };
    DifferenceWords {
        severity: Note,
        citation: citations::FORM_1099R_BOX_2B,
        title: title.into(),
        means: means.into(),
        matters: NO_TAX_CHANGES.into(),
        ask: NOTHING_TO_ASK.into(),
        request: String::new(),
    }
}

pub fn combined(parts: &[Part]) -> DifferenceWords {
    DifferenceWords {
        severity: Note,
        citation: citations::FORM_1099R_BOX_7,
        title: "One form for what could be several".into(),
        means: format!(
            "The payer put these together: {}. The form is compared with their totals.",
            parts.iter().map(|part| part.reason.name()).collect::<Vec<_>>().join("; ")
        ),
        matters: format!(
            "{SAME_LINES} But tax software allows one destination for each form, so enter it once for each:{}.",
            other_money::entered_as(parts)
        ),
        ask: format!("{NOTHING_TO_ASK} The table on tax software below shows what its screens ask."),
        request: String::new(),
    }
}

pub fn one_by_one(forms: usize) -> DifferenceWords {
    DifferenceWords {
        severity: Note,
        citation: citations::FORM_1099R_BOX_7,
        title: format!("{forms} forms for what is usually on one"),
        means: "The payer sent a form for each payment. Their totals are compared.".into(),
        matters: SAME_LINES.into(),
        ask: format!("{NOTHING_TO_ASK} Enter each form separately in tax software."),
        request: String::new(),
    }
}

pub fn twice() -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: citations::FORM_1099R_SENT,
        title: "The same form is typed twice".into(),
        means: "It agrees in every box with another one here. A copy for the state return looks the same.".into(),
        matters: "Counted twice, it would double the figures on your return.".into(),
        ask: "Delete one of the two, unless two forms really came; in that case ask the payer whether both were sent to the IRS.".into(),
        request: String::new(),
    }
}
