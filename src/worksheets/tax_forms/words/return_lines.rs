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
                note: format!("The sum of box 1. Other pensions of yours go here as well.{}", if_unknown(*year)),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::Taxable { line, amount, by_forms } => ReturnLine {
                line: named(line),
                what: "Taxable amount",
                enter: amount.to_string(),
                by_forms: by_forms.as_ref().map(Money::to_string),
                note: "The sum of box 2a: the earnings. Enter 0.00 as well, so that the line is not blank.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::RolloverMark { line, checkbox: true } => ReturnLine {
                line: named(line),
                what: "Rollover mark",
                enter: "check the rollover box".into(),
                by_forms: None,
                note: "From the 2025 form on a box is checked where “Rollover” was written before. By secondary sources it is on line 5c.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::RolloverMark { line, checkbox: false } => ReturnLine {
                line: named(line),
                what: "Rollover mark",
                enter: "write “Rollover”".into(),
                by_forms: None,
                note: "It tells the IRS why the taxable part is less than the whole.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::Ira { lines } => ReturnLine {
                line: format!("Form 1040, lines {lines}"),
                what: "IRA distributions",
                enter: "nothing".into(),
                by_forms: None,
                note: "These lines are for money out of an IRA. Money out of a plan is not, even if it goes into one.".into(),
                citation: citations::FORM_1040_PENSIONS,
            },
            Self::Withheld { line, amount, by_forms } => ReturnLine {
                line: named(line),
                what: "Federal income tax withheld",
                enter: amount.to_string(),
                by_forms: by_forms.as_ref().map(Money::to_string),
                note: "Box 4. It is a payment toward your tax.".into(),
                citation: citations::FORM_1099R_BOX_4,
            },
            Self::Wages { line, amount } => ReturnLine {
                line: named(line),
                what: "Wages: excess deferrals",
                enter: amount.to_string(),
                by_forms: None,
                note: "Pre-tax deferrals above the limit are wages of the year in which they were deferred, so what a form marks with P belongs on the return before. Their earnings, marked with 8, are wages of the year in which they came back.".into(),
                citation: citations::FORM_1040_CORRECTIONS,
            },
            Self::EarlyTax { earnings, tax } => ReturnLine {
                line: "Form 5329, Part I".into(),
                what: "Additional tax on early payments",
                enter: tax.to_string(),
                by_forms: None,
                note: format!("{EARLY} of the {earnings} of earnings that you kept. Form 5329 itself is needed only where an exception applies or the code is wrong."),
                citation: citations::FORMS_EARLY,
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
