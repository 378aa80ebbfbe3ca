//! Why a box of Form 1099-R should say what it should.

use crate::law::rates::shown::WITHHOLDING;
use crate::law::{Citation, citations};
use crate::worksheets::tax_forms::boxes::FormBox;
use crate::worksheets::tax_forms::expected_forms::FormReason;

/// Why a box should be so, on a form with this reason, if it is known.
pub fn why(form_box: FormBox, reason: Option<FormReason>) -> (String, Citation) {
    let (text, citation) = match form_box {
        FormBox::Gross => (
            "Everything that left the account, after-tax money and earnings together. A direct rollover counts too.",
            citations::FORM_1099R_BOX_1,
        ),
        FormBox::Taxable => taxable(reason),
        FormBox::NotDetermined => {
            ("The plan tracks after-tax money, so it can say what is taxable.", citations::FORM_1099R_BOX_2B)
        }
        FormBox::Total => (
            "Checked only if the payments of one day emptied the whole account, not just the after-tax part. It does not affect your tax.",
            citations::FORM_1099R_BOX_2B,
        ),
        FormBox::Withheld => return withheld(reason),
        FormBox::Basis => (
            "The after-tax contributions in the payment. They were taxed when you earned them and are not taxed again.",
            citations::FORM_1099R_BOX_5,
        ),
        FormBox::Codes => return (codes(reason).to_owned(), citations::FORM_1099R_BOX_7),
        FormBox::Ira => ("A 401(k) or 403(b) is not an IRA.", citations::FORM_1099R_BOX_7),
        FormBox::Within5Years | FormBox::FirstRothYear => {
            ("Only for payments out of the plan’s Roth account, not into it.", citations::FORM_1099R_BOXES_10_11)
        }
    };
    (text.to_owned(), citation)
}

const fn taxable(reason: Option<FormReason>) -> (&'static str, Citation) {
    match reason {
        Some(FormReason::SplitRoth | FormReason::SplitPreTax) => (
            "Nothing is taxed: the basis was taxed before, and the earnings stay in a pre-tax account. The box shows 0.00 and is not blank.",
            citations::FORMS_SPLIT,
        ),
        Some(FormReason::TraditionalIra) => (
            "Nothing is taxed: all of it stays in a pre-tax account. The box shows 0.00 and is not blank.",
            citations::FORMS_60_DAYS,
        ),
        Some(FormReason::Deferrals | FormReason::AcpTest | FormReason::AnnualAdditions) => {
            ("Whatever was not taxed before is income.", citations::FORM_1099R_CORRECTIONS)
        }
        _ => (
            "The part that was never taxed, normally the earnings, which is income of the year. If there is none, the box shows 0.00 and is not blank.",
            citations::FORM_1099R_BOX_2A,
        ),
    }
}

fn withheld(reason: Option<FormReason>) -> (String, Citation) {
    match reason {
        Some(FormReason::PaidOut) => (
            format!("{WITHHOLDING} of the taxable part is withheld from a payment to you. It counts toward your tax."),
            citations::FORMS_WITHHOLDING,
        ),
        Some(FormReason::Deferrals | FormReason::AcpTest | FormReason::AnnualAdditions) => {
            ("Nothing has to be withheld from a correction.".to_owned(), citations::FORM_1099R_BOX_4)
        }
        _ => ("Nothing is withheld from a direct rollover.".to_owned(), citations::FORMS_WITHHOLDING),
    }
}

const fn codes(reason: Option<FormReason>) -> &'static str {
    match reason {
        Some(FormReason::PaidOut) => {
            "1 is a payment before age 59½, 7 a payment after that; the day of the payment decides."
        }
        Some(FormReason::AnnualAdditions) => "E is for annual additions above the limit.",
        Some(FormReason::Deferrals | FormReason::AcpTest) => {
            "8 means that it is taxed in the year of payment, P that it is taxed in the year before; B is added for Roth money."
        }
        _ => "G is a direct rollover, to an IRA or within the plan.",
    }
}
