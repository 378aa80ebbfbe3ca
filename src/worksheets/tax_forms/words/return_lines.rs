//! What goes on each line of the return, and what to know about it.

use crate::law::rates::shown::EARLY;
use crate::law::{citations, form_1040};
use crate::money::Money;
use crate::worksheets::tax_forms::tax_return::{ReturnEntry, ReturnLine};

impl ReturnEntry {
    /// It in words.
    pub fn words(&self) -> ReturnLine {
        match self {
            Self::Gross { line, amount, by_forms, year } => ReturnLine {
                line: named(line),
                what: "Pensions and annuities",
                enter: amount.to_string(),
                by_forms: by_forms.as_ref().map(Money::to_string),
                note: format!("The total of box 1. Your other pensions go here too.{}", if_unknown(*year)),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::Taxable { line, amount, by_forms } => ReturnLine {
                line: named(line),
                what: "Taxable amount",
                enter: amount.to_string(),
                by_forms: by_forms.as_ref().map(Money::to_string),
                note: "The total of box 2a. If it is zero, enter 0.00 so that the line is not blank.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::RolloverMark { line, checkbox: true } => ReturnLine {
                line: named(line),
                what: "Rollover mark",
                enter: "check the rollover box".into(),
                by_forms: None,
                note: "Since the 2025 form, this box takes the place of the word “Rollover.” It tells the IRS why the taxable part is less than the total.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::RolloverMark { line, checkbox: false } => ReturnLine {
                line: named(line),
                what: "Rollover mark",
                enter: "write “Rollover”".into(),
                by_forms: None,
                note: "It tells the IRS why the taxable part is less than the total.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::Ira { lines } => ReturnLine {
                line: format!("Form 1040, lines {lines}"),
                what: "IRA distributions",
                enter: "nothing".into(),
                by_forms: None,
                note: "These lines are for money from an IRA. Money from a plan does not go here, even if it goes into an IRA.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::Withheld { line, amount, by_forms } => ReturnLine {
                line: named(line),
                what: "Federal income tax withheld",
                enter: amount.to_string(),
                by_forms: by_forms.as_ref().map(Money::to_string),
                note: "Box 4 of every form, whatever was withheld. It is a payment toward your tax. For a form that has not come, this is the amount the law requires.".into(),
                citation: citations::FORM_1099R_BOX_4,
            },
            Self::Wages { line, amount } => ReturnLine {
                line: named(line),
                what: "Corrective distributions",
                enter: amount.to_string(),
                by_forms: None,
                note: "Excess deferrals and refunds after the ACP test are income here and not on the pension lines: the earnings in the year they came back, pre-tax deferrals in the year you deferred them. So an amount with code P belongs on the return for the year before.".into(),
                citation: citations::FORM_1040_CORRECTIONS,
            },
            Self::EarlyTax { line, earnings, tax, form_5329 } => ReturnLine {
                line: if line.is_empty() { "Form 5329, Part I".into() } else { (*line).to_owned() },
                what: "Additional tax on early payments",
                enter: tax.to_string(),
                by_forms: None,
                note: format!("{EARLY} of the {earnings} of earnings you kept. {}", if *form_5329 {
                    "File Form 5329, Part I, with it: the tax is not owed on the full taxable amount, or box 7 does not show code 1."
                } else {
                    "It is owed on the full amount, so with code 1 in box 7 no Form 5329 is needed. If an exception applies, file Form 5329 to claim it."
                }),
                citation: citations::EARLY_TAX_LINE,
            },
        }
    }
}

/// A line of Form 1040; no number for one that this planner does not name.
fn named(line: &str) -> String {
    if line.is_empty() { "Form 1040".into() } else { format!("Form 1040, line {line}") }
}

/// A warning for a year whose form is not known yet, as a further sentence.
fn if_unknown(year: i16) -> String {
    let last = form_1040::LAST_KNOWN;
    if year > last {
        format!(" These are the lines of the {last} form; check them against that of {year}.")
    } else {
        String::new()
    }
}
