//! What is said of a form that may be right as it is: of other money, corrected, or in parts.

use super::differences::NOTHING_TO_ASK;
use crate::explain::Severity::{Attention, Note};
use crate::law::citations;
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::rates::shown::EARLY;
use crate::money::Money;
use crate::worksheets::tax_forms::differences::{Compared, DifferenceWords, Part};
use crate::worksheets::tax_forms::expected_forms::{FormReason, OtherMoney};

/// One of two forms may be the other corrected.
pub fn alike(gross: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: citations::FORM_1099R_WRONG,
        title: format!("Is one of the two forms for {gross} a corrected one?"),
        means: "It has the same box 1 and code as another form here. Payers send a second form when the first was wrong, with “CORRECTED” checked at the top.".into(),
        matters: "Only the last one counts. Until you say which one that is, this one is left out, and the other, which is closer to your ledger, counts.".into(),
        ask: "Check “Corrected” for the one that says so at the top. If neither does, ask the payer whether it meant to send both.".into(),
        request: String::new(),
    }
}

/// It has no after-tax money.
pub fn without_basis(gross: Money, taxable: Money, direct: bool, basis: Money) -> DifferenceWords {
    let (title, right) = match (direct, taxable.is_positive()) {
        (true, true) => (
            format!("Is this form for employer money or pre-tax money of {gross}?"),
            "A form with code G, all of box 1 in box 2a and nothing in box 5 is right for employer contributions you chose to receive as Roth, and for pre-tax money you converted. Both are income of the year.",
        ),
        (true, false) => (
            format!("Is this form for pre-tax money of {gross}?"),
            "A form with code G, 0.00 in box 2a and nothing in box 5 is right for pre-tax money that went straight to a traditional IRA or another plan. None of it is taxed now.",
        ),
        (false, _) => (
            format!("Is this form for pre-tax money of {gross} that was paid to you?"),
            "A form with code 1, 2 or 7, all of box 1 in box 2a and nothing in box 5 is right for pre-tax money you took out of the plan.",
        ),
    };
    DifferenceWords {
        severity: Attention,
        citation: if direct && taxable.is_positive() {
            citations::EMPLOYER_ROTH_FORM
        } else {
            citations::FORM_1099R_BOX_5
        },
        title,
        means: format!("{right} Then this is not the form for your after-tax money."),
        matters: "Until you say so, it is not compared with anything, and it is left out of lines 5a and 5b here."
            .into(),
        ask: format!(
            "If so, enter {gross} as other money on the form, and {taxable} as its taxable part. {}",
            if basis.is_positive() {
                format!(
                    "If not, it is the form for your conversion, and it is wrong: box 5 should show your after-tax contributions, {basis} according to your ledger. Then compare box 1 with the plan’s list of transactions, and ask the payer for a corrected form."
                )
            } else {
                "If not, ask the payer which payments it is for.".into()
            }
        ),
        request: String::new(),
    }
}

/// A corrected form took its place.
pub fn replaced() -> DifferenceWords {
    DifferenceWords {
        severity: Note,
        citation: citations::FORM_1099R_WRONG,
        title: "A corrected form replaced it".into(),
        means: "The corrected form counts; this one no longer does.".into(),
        matters: "Nothing from it goes on your return.".into(),
        ask: format!("{NOTHING_TO_ASK} Keep both."),
        request: String::new(),
    }
}

/// The contributions may be from before 1987.
pub fn before_1987(box_2a: &Compared) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: citations::BEFORE_1987,
        title: format!("Were these contributions made before 1987? Box 2a shows {}", box_2a.came),
        means: format!(
            "Contributions made before 1987 may come out alone and untaxed, if the plan could pay them out on May 5, 1986, and keeps track of them. Then the form is right, and the {} of earnings that your ledger counts did not move.",
            box_2a.due
        ),
        matters: "Unless you say otherwise, the ledger counts a share of the earnings in every payment, as the law requires for later contributions.".into(),
        ask: "Ask the plan whether it paid out contributions from before 1987. If it did, say so on the Conversions page under “Money from before this ledger,” or enter the plan’s own figures with the conversion. If it did not, answer “No” there, and this page writes the request for a corrected form.".into(),
        request: String::new(),
    }
}

/// All of it is other money.
pub fn all_other(other: OtherMoney) -> DifferenceWords {
    let OtherMoney { amount, taxable } = other;
    DifferenceWords {
        severity: Note,
        citation: citations::FORM_1099R_BOX_1,
        title: "Other money, as you entered it".into(),
        means: format!("All {amount} is money that is not in your ledger. It is not compared with anything."),
        matters: format!("{amount} is in line 5a, and {taxable} in line 5b."),
        ask: NOTHING_TO_ASK.into(),
        request: String::new(),
    }
}

/// Other money may be on the form, which then is right.
pub fn other_money_on_it(amount: Money, taxable: Money) -> DifferenceWords {
    let (title, went) = if taxable.is_positive() {
        (
            format!("Was {amount} of pre-tax money converted too?"),
            "Boxes 1 and 2a exceed your ledger by the same amount, and box 5 is right. That is how a form looks when pre-tax or employer money was converted to Roth along with your after-tax money.",
        )
    } else {
        (
            format!("Did {amount} of pre-tax money move too?"),
            "Only box 1 exceeds your ledger. That is how a form looks when other pre-tax money from the plan went to a traditional IRA along with your earnings.",
        )
    };
    DifferenceWords {
        severity: Attention,
        citation: citations::FORM_1099R_BOX_1,
        title,
        means: went.into(),
        matters: format!("If so, the form is right, and lines 5a and 5b increase by {amount} and {taxable}."),
        ask: format!(
            "If you moved such money, enter {amount} as other money on the form, and {taxable} as its taxable part. If you did not, compare box 1 with the plan’s list of transactions, and ask the payer which payments are in box 1."
        ),
        request: String::new(),
    }
}

/// It is of the plan’s Roth account.
pub fn of_roth_account(gross: Money, taxable: Money, lost: Money, box_10: Money) -> DifferenceWords {
    let means = if lost.is_positive() {
        format!(
            "Codes B and H are for the plan’s Roth account, which is not in this ledger. With nothing in box 1 and {lost} in box 5, it shows Roth contributions that were lost when that account was emptied: nothing was paid."
        )
    } else {
        "Codes B and H are for the plan’s Roth account, which is not in this ledger: H for a direct rollover to a Roth IRA, B for a payment. Such a form is right in addition to the one for your after-tax money.".into()
    };
    let recapture = if box_10.is_positive() {
        format!(
            " Box 10 shows {box_10} that you converted in the plan within the last five years. If you were under 59½ and no exception applies, {EARLY} may be due on the part that was taxed then: the worksheet in Publication 575 shows how much, which is not simply box 10, and Form 5329 reports it."
        )
    } else {
        String::new()
    };
    DifferenceWords {
        severity: Note,
        citation: citations::FORM_1099R_BOXES_10_11,
        title: "This form is for the plan’s Roth account".into(),
        means,
        matters: if gross.is_positive() {
            format!(
                "Lines 5a and 5b here cover your after-tax money only. This form adds {gross} to line 5a and {taxable} to line 5b.{recapture}"
            )
        } else {
            "Nothing from it goes on lines 5a and 5b.".into()
        },
        ask: if gross.is_positive() {
            format!(
                "{NOTHING_TO_ASK} To include it in the lines here, enter {gross} as other money on the form. If it is meant for your after-tax conversion, compare box 1 with the ledger: its code should be G."
            )
        } else {
            NOTHING_TO_ASK.into()
        },
        request: String::new(),
    }
}

/// A part of a direct rollover was withheld.
pub fn part_withheld(direct: Money, paid: Money, earnings: Money, code: &str) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: citations::FORMS_SPLIT,
        title: format!("{paid} of the conversion was withheld, on a form of its own"),
        means: format!(
            "The two forms add up to your conversion: {direct} went straight to Roth, and {paid} counts as paid to you, with code {code}, because it was withheld."
        ),
        matters: format!(
            "Lines 5a and 5b get the totals of both forms, and line 25b what was withheld. Whether {EARLY} more can be due on the {paid} is not settled. Under Notice 2014-54, the earnings, {earnings} here, count toward the direct rollover first, so the {paid} is after-tax money and nothing more is due. Going by the forms, it is earnings if box 2a says so."
        ),
        ask: format!(
            "Within {DAYS_TO_ROLL_OVER} days of the payment you can put {paid} of your own money into the Roth IRA, and then you have kept nothing. If you did not ask for withholding, ask the payer why it withheld from a direct rollover."
        ),
        request: String::new(),
    }
}

/// A form for several destinations as software takes it: box 1, 2a, 5 and the code of each.
pub fn entered_as(parts: &[Part]) -> String {
    let one = |part: &Part| {
        let to = match part.reason {
            FormReason::InPlan => "in the plan’s Roth account",
            FormReason::SplitPreTax | FormReason::TraditionalIra => "to the traditional IRA",
            FormReason::PaidOut => "to you",
            _ => "to the Roth IRA",
        };
        format!(" {} / {} / {} / G {to}", part.gross, part.taxable, part.basis)
    };
    parts.iter().map(one).collect::<Vec<_>>().join(" and")
}
