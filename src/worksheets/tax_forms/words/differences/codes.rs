//! Differences of box 7.

use super::ASK_FOR_G;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::rates::shown::{EARLY, WITHHOLDING};
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::worksheets::tax_forms::codes::meanings;
use crate::worksheets::tax_forms::differences::{Codes, DifferenceWords};
use crate::worksheets::tax_forms::expected_forms::FormReason;

const BOX_7: Citation = citations::FORM_1099R_BOX_7;

pub fn paid_out(codes: &Codes, earnings: Money, early_tax: Option<Money>) -> DifferenceWords {
    let looks_for =
        early_tax.map(|tenth| format!(" With code 1 the IRS also looks for {EARLY} more tax, {tenth} on box 2a."));
    DifferenceWords {
        severity: Problem,
        citation: BOX_7,
        title: format!("Code {} says that the money was paid to you", typed(codes)),
        means: format!("{} A rollover straight to Roth has code G.", stands_for(codes)),
        matters: format!(
            "A payment to you must reach a Roth IRA within {DAYS_TO_ROLL_OVER} days to count as a rollover, and {WITHHOLDING} of its taxable part is withheld.{}",
            looks_for.unwrap_or_default()
        ),
        ask: format!(
            "{ASK_FOR_G} If the check was made out to you, change the conversion in the ledger to “paid to you.” If your return is due first, or the IRS writes to you about it: the {earnings} of earnings is income, but it is not an early payment, because all of it was rolled over. File that way, answer the letter by its deadline, and send copies of the Form 5498 or statement from the account that received the money, and of the plan’s statement, as proof."
        ),
        request: request(codes),
    }
}

pub fn h(codes: &Codes, earnings: Money, basis: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Problem,
        citation: BOX_7,
        title: "Code H is for money that was Roth already".into(),
        means: "H is a direct rollover from the plan’s Roth account to a Roth IRA. After-tax money is not Roth until it is converted.".into(),
        matters: format!("Software treats an H rollover as tax-free, so it would leave out the {earnings} of earnings and count the basis as Roth contributions."),
        ask: format!("Ask the payer for a corrected form with code G, {earnings} in box 2a and {basis} in box 5."),
        request: request(codes),
    }
}

pub fn b(codes: &Codes, earnings: Money) -> DifferenceWords {
    DifferenceWords {
        severity: Problem,
        citation: BOX_7,
        title: "Code B is for payments from a Roth account".into(),
        means: "B says that the money came out of the plan’s Roth account. After-tax money is in a different account, and an in-plan conversion moves it into the Roth account.".into(),
        matters: format!("Software would ask for the Roth account’s first year and may treat the {earnings} of earnings as tax-free."),
        ask: ASK_FOR_G.into(),
        request: request(codes),
    }
}

pub fn correction(codes: &Codes) -> DifferenceWords {
    DifferenceWords {
        severity: Problem,
        citation: BOX_7,
        title: format!("Code {} says that the plan returned excess money", typed(codes)),
        means: format!("{} Such money was never allowed to stay, and it cannot be rolled over.", stands_for(codes)),
        matters: "If that is true, whatever went into a Roth IRA must come out again. If it is not, the code would tax it in the wrong year or place.".into(),
        ask: "Ask the plan whether it failed a limit or a test. If so, enter the amount under “Money the plan returned”; if not, ask for a corrected form with code G.".into(),
        request: request(codes),
    }
}

pub fn ira(codes: &Codes) -> DifferenceWords {
    DifferenceWords {
        severity: Problem,
        citation: BOX_7,
        title: format!("Code {} is for an IRA", typed(codes)),
        means: format!("{} Money from a 401(k) or 403(b) never has it.", stands_for(codes)),
        matters: "It would put the payment on the IRA lines and bring in Form 8606, which does not apply here.".into(),
        ask: "Check that this form is for the conversion and not for one of your IRAs. If it is, ask the payer for a corrected form with code G.".into(),
        request: request(codes),
    }
}

pub fn does_not_fit(codes: &Codes) -> DifferenceWords {
    let words = DifferenceWords {
        severity: Problem,
        citation: BOX_7,
        title: format!("Code {} does not fit a rollover", typed(codes)),
        means: format!("{} A rollover straight to Roth has code G.", stands_for(codes)),
        matters: "The IRS reads the form by its code, and would expect other figures on your return.".into(),
        ask: format!("Check that you typed it as printed. {ASK_FOR_G}"),
        request: request(codes),
    };
    if codes.reason != FormReason::PaidOut {
        return words;
    }
    DifferenceWords {
        title: format!("Code {} does not fit a payment to you", typed(codes)),
        means: format!("{} A payment to you has code {}.", stands_for(codes), codes.due),
        ask: format!(
            "Check that you typed it as printed, and ask the payer for a corrected form with code {}.",
            codes.due
        ),
        ..words
    }
}

pub fn with_another(codes: &Codes) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_7,
        title: format!("Code G comes with another code: {}", typed(codes)),
        means: format!("The codes mean {}. G is only ever combined with 4, for an heir, or B, for a Roth account.", meanings(&codes.came)),
        matters: "G alone is right for your own conversion. The other code may make software ask for things that do not apply.".into(),
        ask: ASK_FOR_G.into(),
        request: request(codes),
    }
}

pub fn missing(codes: &Codes) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_7,
        title: "Box 7 is empty".into(),
        means: format!("Box 7 should show code {}. Without a code, nobody can tell what the payment was.", codes.due),
        matters: "Tax software asks for the code, and the IRS reads the form by it.".into(),
        ask: "Type the code. If it is blank on paper, ask the payer for a corrected form.".into(),
        request: request(codes),
    }
}

pub fn direct(codes: &Codes, withheld: Option<Money>) -> DifferenceWords {
    let asks = withheld.map(|withheld| format!("Box 7 shows {}, a direct rollover, but box 4 shows {withheld} of tax withheld. Please tell me whether the money was paid to me, and correct the form.", typed(codes)));
    DifferenceWords {
        severity: if withheld.is_some() { Attention } else { Note },
        citation: citations::CUSTODIAN_CHECK,
        title: "Code G says that it went straight to Roth".into(),
        means: "Your ledger says that the money was paid to you. G is a rollover that never passed through your hands."
            .into(),
        matters: format!(
            "A direct rollover has no {DAYS_TO_ROLL_OVER}-day limit, and nothing is withheld. The tax on the earnings is the same."
        ),
        ask: format!(
            "Look at the check or the transfer. If it was made out to the new account “for the benefit of” you, it was a direct rollover and code G is right: choose “Straight to a Roth IRA” for it in the ledger. If it was made out to you, the code is wrong, and the {DAYS_TO_ROLL_OVER} days count."
        ),
        request: asks.unwrap_or_default(),
    }
}

pub fn age(codes: &Codes, exception: bool, early_tax: Money) -> DifferenceWords {
    DifferenceWords {
        severity: if exception { Note } else { Attention },
        citation: BOX_7,
        title: format!("Code {} instead of {}", typed(codes), codes.due),
        means: format!(
            "Codes 1 and 2 are for payments before age 59½, 7 for those after. Your birth date makes it {}; code {} means {}.",
            codes.due,
            typed(codes),
            meanings(&codes.came)
        ),
        matters: if exception {
            format!("With code {}, no additional {EARLY} tax is due.", typed(codes))
        } else {
            format!(
                "Before age 59½, earnings that were not rolled over cost {EARLY} more tax: {early_tax} at most here."
            )
        },
        ask: if exception {
            "Check that the exception fits you, and your birth date here. If both are right, there is nothing to ask."
        } else {
            "Check your birth date here. If it is right, ask the payer which birth date it has."
        }
        .into(),
        request: if exception { String::new() } else { request(codes) },
    }
}

pub fn of_correction(codes: &Codes) -> DifferenceWords {
    DifferenceWords {
        severity: Attention,
        citation: BOX_7,
        title: format!("Code {} on money that was returned", typed(codes)),
        means: format!("Excess money that a plan returns has code {}. {}", codes.due, stands_for(codes)),
        matters: format!("The code decides the year of the tax and keeps the {EARLY} tax away."),
        ask: format!("Ask the payer for a corrected form with code {}.", codes.due),
        request: request(codes),
    }
}

/// Box 7 as it came, in one word.
fn typed(codes: &Codes) -> String {
    codes.came.iter().collect()
}

fn stands_for(codes: &Codes) -> String {
    format!("Code {} means {}.", typed(codes), meanings(&codes.came))
}

fn request(codes: &Codes) -> String {
    let shows = if codes.came.is_empty() { "is blank".into() } else { format!("shows {}", typed(codes)) };
    format!("Box 7 {shows}. By my records this was {}: the code should be {}.", codes.reason.with_article(), codes.due)
}
