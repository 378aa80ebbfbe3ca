//! Differences of boxes 1, 2a, 4 and 5.

use super::if_old;
use crate::date::Date;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::law::limits::LEAST_WITHHELD;
use crate::law::rates::shown::{EARLY, WITHHOLDING};
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::worksheets::tax_forms::case::TaxAtRate;
use crate::worksheets::tax_forms::differences::{Compared, DifferenceWords, Undetermined};
use crate::worksheets::tax_forms::words::differences::NOTHING_TO_ASK;
use crate::worksheets::tax_forms::words::tax_at_rate;

const BOX_1: Citation = citations::FORM_1099R_BOX_1;
const BOX_2A: Citation = citations::FORM_1099R_BOX_2A;
const BOX_2B: Citation = citations::FORM_1099R_BOX_2B;
const BOX_5: Citation = citations::FORM_1099R_BOX_5;

const ENTER_THE_PLANS_FIGURES: &str = "Ask the plan for the contributions and earnings in each conversion, and enter them as the plan’s own figures. If they bear out your ledger, ask for a corrected form.";

pub fn gross_higher(box_1: &Compared, year: i16, conversion: Option<Date>) -> DifferenceWords {
    let means = match conversion {
        Some(day) => format!(
            "That is exactly your conversion of {}, which the payer counts in {year}. A conversion belongs to the year in which the plan made it.",
            day.long()
        ),
        None => format!(
            "More left the plan than you entered. A conversion may be missing from the ledger, one made around New Year may count in the other year, or other money from the plan is on the same form. A conversion belongs to the year in which the plan made it; everything from {year} is usually on one form."
        ),
    };
    gross_differs(box_1, year, "higher", means)
}

pub fn gross_lower(box_1: &Compared, year: i16, conversion: Option<Date>) -> DifferenceWords {
    let means = match conversion {
        Some(day) => format!(
            "That is exactly your conversion of {}. The plan may have made it in another year, or put it on a form of its own. A conversion belongs to the year in which the plan made it.",
            day.long()
        ),
        None => format!(
            "Less left the plan than you entered. A conversion may be in the ledger twice, may be on a form of its own, or may count in a year other than {year} because the plan made it then."
        ),
    };
    gross_differs(box_1, year, "lower", means)
}

fn gross_differs(box_1: &Compared, year: i16, word: &str, means: String) -> DifferenceWords {
    let Compared { came, due, gap } = box_1;
    let words = DifferenceWords {
        severity: Problem,
        citation: BOX_1,
        title: format!("Box 1 is {gap} {word} than your ledger"),
        means,
        matters: "Box 1 itself is not taxed; box 2a is. But the IRS has this figure, and the ledger is your proof of what was taxed before.".into(),
        ask: format!("Compare box 1 with the plan’s list of transactions for {year} and correct the ledger. If the list agrees with your ledger, ask the payer which payments are in box 1."),
        request: format!("Box 1 shows {came}. By my records {due} left the account this way in {year}. Please tell me which payments, with their dates, are in box 1."),
    };
    unless_rounding(box_1, words)
}

pub fn all_taxable(basis: Money, taxable: Money, too_much: Money, tax: Option<TaxAtRate>) -> DifferenceWords {
    DifferenceWords {
        severity: Problem,
        citation: BOX_5,
        title: "The payer treats all of it as taxable".into(),
        means: format!(
            "Box 2a equals box 1 and box 5 is empty, as if there were no after-tax money. Your ledger shows {basis} that was taxed before you contributed it."
        ),
        matters: format!("If you file that way, {too_much} too much counts as income. {}", tax_at_rate(tax)),
        ask: format!(
            "Ask the payer for a corrected form with {basis} in box 5 and {taxable} in box 2a. Have the statements ready that show your after-tax contributions."
        ),
        request: format!(
            "Box 2a shows the whole of box 1 and box 5 is blank. By my records {basis} is after-tax contributions: box 5 should show {basis} and box 2a {taxable}."
        ),
    }
}

pub fn not_determined(taxable: Money, basis: Money, box_2a: Undetermined) -> DifferenceWords {
    let right = box_2a == Undetermined::CheckedButRight;
    DifferenceWords {
        severity: if right { Note } else { Attention },
        citation: BOX_2B,
        title: match box_2a {
            Undetermined::Blank => "Box 2a is blank".into(),
            _ => "“Taxable amount not determined” is checked".into(),
        },
        means: format!(
            "The payer says that it does not know the taxable part. A plan that tracks after-tax money should know it. Your ledger shows {taxable}."
        ),
        matters: if right {
            "The figure in box 2a is right, and you can use it.".into()
        } else {
            format!(
                "A blank is not the same as 0.00. Tax software may treat all of box 1 as income, and then you must show the {basis} of after-tax money yourself."
            )
        },
        ask: format!(
            "Ask the payer to find the amount and correct the form. If it does not, enter {taxable} as the taxable amount and keep the statements that show your contributions."
        ),
        request: if right {
            String::new()
        } else {
            format!(
                "The taxable amount is not determined. By my records box 2a should show {taxable} and box 5 {basis}."
            )
        },
    }
}

pub fn taxable_zero(box_2a: &Compared, old: bool, tax: Option<TaxAtRate>) -> DifferenceWords {
    unless_rounding(box_2a, DifferenceWords {
        severity: Problem,
        citation: BOX_2A,
        title: format!("Box 2a is zero, but {} of earnings moved", box_2a.due),
        means: format!("According to your ledger, part of what moved was growth, which is income in the year it moves to Roth. The plan may count the growth differently, or the form is wrong.{}", if_old(old)),
        matters: format!("A zero on the form does not make growth tax-free: your return must be right whatever the form says. {}", tax_at_rate(tax)),
        ask: "Ask the plan how much of each conversion was earnings. If its own figure is zero, enter that with the conversion; if not, ask for a corrected form.".into(),
        request: taxable_request(box_2a),
    })
}

pub fn split_taxed(box_2a: &Compared, earnings: Money, tax: Option<TaxAtRate>) -> DifferenceWords {
    unless_rounding(box_2a, DifferenceWords {
        severity: Problem,
        citation: BOX_2A,
        title: format!("Box 2a shows {}, though a split rollover is not taxed", box_2a.came),
        means: "The earnings went to a pre-tax account, where they are taxed only later. The payer may have sent them to Roth, or filled in the form as if it had.".into(),
        matters: too_much(box_2a, tax),
        ask: "Ask the payer where each part went. If the earnings went to a pre-tax account, ask for a corrected form with 0.00 in box 2a. If the payer refuses, enter the form in your tax software as two, one for each account, as the table below shows: that gives the right figures.".into(),
        request: format!("Box 2a shows {}. By my records the earnings of {earnings} went by direct rollover to a traditional IRA or pre-tax account, and the after-tax contributions to a Roth IRA (Notice 2014-54), so box 2a should show $0.00.", box_2a.came),
    })
}

pub fn traditional_taxed(box_2a: &Compared, tax: Option<TaxAtRate>) -> DifferenceWords {
    unless_rounding(box_2a, DifferenceWords {
        severity: Problem,
        citation: BOX_2A,
        title: format!("Box 2a shows {}, though a rollover to a traditional IRA is not taxed", box_2a.came),
        means: "According to your ledger, all of it went straight to a traditional IRA or another pre-tax account, where the earnings are taxed only later.".into(),
        matters: too_much(box_2a, tax),
        ask: "Check where the money went. If it went to a Roth IRA, change the conversion in the ledger; if not, ask for a corrected form with 0.00 in box 2a.".into(),
        request: format!("Box 2a shows {}. By my records all of it went by direct rollover to a traditional IRA, so box 2a should show $0.00.", box_2a.came),
    })
}

pub fn taxable_higher(box_2a: &Compared, tax: Option<TaxAtRate>) -> DifferenceWords {
    unless_rounding(box_2a, DifferenceWords {
        severity: Problem,
        citation: BOX_2A,
        title: format!("Box 2a is {} higher than your ledger", box_2a.gap),
        means: "The payer counts more as earnings than your ledger does. A contribution or a balance may be missing or wrong in your ledger: the plan’s own record usually decides.".into(),
        matters: format!("If you file by the form, {} more counts as income. {}", box_2a.gap, tax_at_rate(tax)),
        ask: ENTER_THE_PLANS_FIGURES.into(),
        request: taxable_request(box_2a),
    })
}

pub fn taxable_lower(box_2a: &Compared, old: bool, tax: Option<TaxAtRate>) -> DifferenceWords {
    unless_rounding(
        box_2a,
        DifferenceWords {
            severity: Problem,
            citation: BOX_2A,
            title: format!("Box 2a is {} lower than your ledger", box_2a.gap),
            means: format!(
                "The payer counts less as earnings than your ledger does. A balance may be wrong in your ledger: the plan’s own record usually decides.{}",
                if_old(old)
            ),
            matters: format!(
                "If your ledger is right, {} of income is missing from the form and still taxed. {}",
                box_2a.gap,
                tax_at_rate(tax)
            ),
            ask: ENTER_THE_PLANS_FIGURES.into(),
            request: taxable_request(box_2a),
        },
    )
}

fn too_much(box_2a: &Compared, tax: Option<TaxAtRate>) -> String {
    format!("If you file by the form, {} too much counts as income. {}", box_2a.gap, tax_at_rate(tax))
}

/// What a difference of box 1 or 2a says, unless it is one of rounding.
fn unless_rounding(amounts: &Compared, words: DifferenceWords) -> DifferenceWords {
    if !amounts.is_rounding() {
        return words;
    }
    DifferenceWords {
        severity: Note,
        means: "The two differ by rounding only. Lines 5a and 5b here follow the form.".into(),
        matters: "It does not matter.".into(),
        ask: NOTHING_TO_ASK.into(),
        request: String::new(),
        ..words
    }
}

fn taxable_request(Compared { came, due, .. }: &Compared) -> String {
    format!(
        "Box 2a shows {came}. By my records the earnings were {due}. Please tell me how much of each payment was after-tax contributions and how much was earnings, or correct the form."
    )
}

pub fn basis_missing(basis: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_5,
        title: format!("Box 5 is empty, but {basis} of after-tax money moved"),
        means: "Box 5 shows the after-tax contributions in the payment. Without it, nothing on the form explains why box 2a is less than box 1.".into(),
        matters: format!("Your tax follows box 2a. Box 5 is your proof for it, and for what you can later take out of a Roth IRA without the {EARLY} tax."),
        ask: format!("Ask the payer for a corrected form with {basis} in box 5."),
        request: format!("Box 5 is blank; by my records it should show {basis} of after-tax contributions."),
    }
}

/// Of a split rollover on one form.
pub fn split_without_basis(basis: Money) -> DifferenceWords {
    DifferenceWords {
        means: "That is how the form looks when all of it went to the traditional IRA. After a split rollover box 5 shows the after-tax contributions.".into(),
        ask: format!("Look where the money went. If all of it went to the traditional IRA, choose “All of it straight to a traditional IRA” in the ledger: then nothing is wrong with the form. If {basis} went to the Roth IRA, ask the payer for a corrected form with that in box 5."),
        request: String::new(),
        ..basis_missing(basis)
    }
}

/// The payer may count basis that was lost before.
pub fn loss_counted(box_2a: &Compared, lost: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_2A,
        title: format!("Does the plan count the {lost} that was lost?"),
        means: format!("Box 2a is {} lower than your ledger. The account was emptied before for {lost} less than you had contributed. Whether that lowers what is taxable later is not settled; this page does not count it, and the payer may.", box_2a.gap),
        matters: "If the payer counts it, the form can be right as it is.".into(),
        ask: "Ask the plan how much of each conversion was after-tax contributions and how much was earnings, and enter its figures with the conversion.".into(),
        request: String::new(),
    }
}

pub fn basis_differs(came: Money, due: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_5,
        title: format!("Box 5 shows {came}, your ledger {due}"),
        means: "Box 5 is the after-tax contributions in the payment. The two records count them differently.".into(),
        matters: "Your tax follows box 2a. Box 5 is your proof for it in later years.".into(),
        ask: "Compare the ledger’s contributions with your last pay stub and the plan’s statement. If they agree, ask the payer how it arrived at box 5.".into(),
        request: format!("Box 5 shows {came}. By my records {due} is after-tax contributions. Please tell me how you arrived at box 5, or correct the form."),
    }
}

pub fn withheld_on_direct(withheld: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: citations::FORMS_WITHHOLDING,
        title: format!("{withheld} of tax was withheld from a direct rollover"),
        means: "Nothing is withheld when the money goes straight to Roth. These dollars went to the IRS for you, so they did not reach the Roth account.".into(),
        matters: format!("They count toward your tax, so they are not lost. But as money paid to you they are not a rollover, and before age 59½ their taxable part may cost {EARLY} more."),
        ask: "Ask the payer why tax was withheld, and whether the conversion was made as a payment to you.".into(),
        request: format!("Box 4 shows {withheld}. By my records this was a direct rollover, from which nothing is withheld. Please tell me why, or correct the form."),
    }
}

pub fn nothing_withheld(due: Money, small: bool) -> DifferenceWords {
    DifferenceWords {
        severity: if small { Note } else { Attention },
        citation: citations::FORMS_WITHHOLDING,
        title: "No tax was withheld from a payment to you".into(),
        means: format!("The plan withholds {WITHHOLDING} of the taxable part, which is {due} here, unless the year’s payments stay under {}.", LEAST_WITHHELD.in_dollars()),
        matters: "You owe the tax on box 2a anyway, and nothing has been paid toward it.".into(),
        ask: "Compare the form with the amount that arrived. If nothing was withheld, set the tax aside; if something was, ask for a corrected form.".into(),
        request: if small { String::new() } else { format!("Box 4 is blank. Please confirm whether {due} of tax was withheld, and correct the form if it was.") },
    }
}

pub fn withheld_differs(withheld: Money, due: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Note,
        citation: citations::FORMS_WITHHOLDING,
        title: format!("Box 4 is {withheld}; {WITHHOLDING} of the taxable part is {due}"),
        means: format!(
            "You may ask for more than {WITHHOLDING}, and a payer that does not know the basis withholds more."
        ),
        matters: "Whatever was withheld counts toward your tax, on line 25b.".into(),
        ask: "Compare box 4 with the amount that arrived. The two add up to box 1.".into(),
        request: String::new(),
    }
}

pub fn not_adding_up(gross: Money, both: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_5,
        title: "The boxes do not add up".into(),
        means: format!(
            "Boxes 2a and 5 together are {both}; box 1 is {gross}. Whatever was not taxed before is taxable, so the two should add up to box 1."
        ),
        matters: "One of the three is wrong, or you mistyped one.".into(),
        ask: "Check what you typed against the paper. If it is right, ask the payer how it arrived at the three boxes."
            .into(),
        request: format!(
            "Box 1 shows {gross}, boxes 2a and 5 together {both}. Please tell me how you arrived at the three, or correct the form."
        ),
    }
}

pub fn gross_missing(due: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_1,
        title: "Box 1 is empty".into(),
        means: format!("Box 1 should show {due}. Without it the form cannot be compared."),
        matters: "A plan’s form always has an amount in box 1.".into(),
        ask: "Type the amount in box 1. If it is blank on paper, ask the payer for a corrected form.".into(),
        request: format!("Box 1 is blank; by my records it should show {due}."),
    }
}
