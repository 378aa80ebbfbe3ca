//! The guide's six items, each ticked by what the ledger shows where it can know, and by
//! hand where it cannot.

use serde::Serialize;

use super::case::Case;
use super::reconciliation::Check;
use super::waiting::Waiting;
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::record::Answer;
use crate::worksheets::ledger::EntryKind;

/// How many items there are.
pub const ROWS: usize = 6;

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Done.
    Done,
    /// Still to do.
    Open,
    /// Something does not agree.
    Differs,
    /// Nothing to do in this year.
    Aside,
}

/// An item of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The guide's words.
    pub name: &'static str,
    /// What the guide says of it in its steps.
    pub question: &'static str,
    /// What the ledger shows, or the person ticked.
    pub answer: String,
    /// What it means for them.
    pub means: String,
    /// Where to look.
    pub look: &'static str,
    /// How it stands.
    pub mark: Mark,
    /// Where the law or the plan says so.
    pub citation: Citation,
}

pub(super) fn rows(
    case: &Case<'_>,
    checks: &[Check],
    waiting: &Waiting,
    (contributed, converted, taxable): (Money, Money, Money),
) -> [Row; ROWS] {
    [
        logged(case, checks, contributed),
        happened(case, waiting, converted),
        confirmed(case),
        saved(case),
        understood(case, taxable),
        rechecked(case),
    ]
}

/// A count with its noun: `1 contribution`, `3 contributions`.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

fn logged(case: &Case<'_>, checks: &[Check], contributed: Money) -> Row {
    let year = case.year();
    let lines = case.pools.iter().flat_map(|pool| &pool.entries);
    let number = lines.filter(|line| line.kind == EntryKind::Contribution && line.date.year() == year).count();
    let (mark, means) = match (number, checks.iter().find(|check| !check.agrees()), checks) {
        (_, Some(check), _) => {
            (Mark::Differs, format!("They differ from another count by {}. {}", absolute(check.difference), check.look))
        }
        (0, ..) => (Mark::Aside, format!("Nothing went in during {year} so far.")),
        (_, None, []) => (
            Mark::Open,
            "Enter the after-tax money so far of your latest stub, or the plan’s own total: then this page sees whether a row is missing.".to_owned(),
        ),
        _ => (Mark::Done, "They agree to the cent with the figures of your stub or your plan.".to_owned()),
    };
    Row {
        name: "Log each after-tax contribution date and amount",
        question: "Once you know the room is there, direct payroll or manual contributions into the after-tax source and move them out promptly through the allowed conversion route.",
        answer: format!("{} of {contributed} together", count(number, "contribution")),
        means,
        look: "Each pay stub, under deductions: “after-tax 401(k)”, not “Roth”. The plan’s transaction history shows the same amount a few days later.",
        mark,
        citation: citations::PAY_STUB,
    }
}

/// An amount without its sign.
pub(super) fn absolute(amount: Money) -> Money {
    if amount.is_negative() { Money::ZERO.minus(amount).unwrap_or_default() } else { amount }
}

fn happened(case: &Case<'_>, waiting: &Waiting, converted: Money) -> Row {
    let number = case.distributions.len();
    let answer = match number {
        0 => format!("None in {} so far", case.year()),
        _ => format!("{} of {converted} together", count(number, "conversion")),
    };
    let (mark, means) = match (waiting.any(), number) {
        (true, _) => (Mark::Open, format!("{} still waits.", waiting.value)),
        (false, 0) => (Mark::Aside, "Nothing waits to be converted.".to_owned()),
        (false, _) => (Mark::Done, "Nothing waits any more.".to_owned()),
    };
    Row {
        name: "Record when the conversion or withdrawal happened",
        question: "Do not leave the after-tax bucket sitting unconverted for months unless the plan rules or processing delays absolutely force it.",
        answer,
        means,
        look: "The plan’s transaction history: “Roth in-plan conversion”, “rollover” or “withdrawal”, with the date on which it was made and not the one on which you asked.",
        mark,
        citation: citations::YEAR_OF_CONVERSION,
    }
}

fn confirmed(case: &Case<'_>) -> Row {
    let number = case.distributions.len();
    let missing = case.distributions.iter().filter(|made| made.entered.confirmation.is_empty()).count();
    let (mark, answer, means) = match (number, missing) {
        (0, _) => (Mark::Aside, "No conversion yet".to_owned(), "There is nothing to confirm.".to_owned()),
        (_, 0) => (
            Mark::Done,
            format!("{} kept", count(number, "confirmation")),
            "It proves the day and that the money went straight to Roth.".to_owned(),
        ),
        _ => (
            Mark::Open,
            format!("{} of {} missing", missing, count(number, "confirmation")),
            "Enter the number of each, or where you keep it.".to_owned(),
        ),
    };
    Row {
        name: "Keep the confirmation showing the Roth destination",
        question: "Make that decision before the transfer so the paperwork matches the intent.",
        answer,
        means,
        look: "The message or letter after the transfer, with its number, the gross amount and the receiving account. Save it as a file: plans take them down when you leave.",
        mark,
        citation: citations::PLAN_STATEMENT,
    }
}

fn saved(case: &Case<'_>) -> Row {
    let (year, next) = (case.year(), case.year().saturating_add(1));
    let (mark, answer, means) = match (case.entry.ledger.forms_saved, case.distributions.is_empty()) {
        (Answer::Yes, _) => {
            (Mark::Done, "Saved", "Keep them as long as you have a Roth account: they prove what was taxed.".to_owned())
        }
        (_, true) => (
            Mark::Aside,
            "No conversion yet",
            format!(
                "A year without a conversion brings no Form 1099-R. Save the plan’s statement of the end of {year}."
            ),
        ),
        (_, false) if case.is_over() => (
            Mark::Open,
            "Not saved yet",
            format!(
                "The form for {year} was due by January 31, {next}, or the next business day. The Tax forms page says what must stand in it."
            ),
        ),
        (_, false) => (
            Mark::Open,
            "Not saved yet",
            format!(
                "The form for {year} comes by January 31, {next}, or the next business day. Save the statements as they come."
            ),
        ),
    };
    Row {
        name: "Save the 1099-R and any plan statements that show basis and earnings separately",
        question: "Keep it with your year-end statements and note the basis moved, the earnings generated before conversion, and the exact date of transfer.",
        answer: answer.to_owned(),
        means,
        look: "The plan’s web site under “Tax forms” and “Statements”.",
        mark,
        citation: citations::PLAN_STATEMENT,
    }
}

fn understood(case: &Case<'_>, taxable: Money) -> Row {
    let year = case.year();
    let (mark, answer) = match (case.entry.ledger.earnings_understood, case.distributions.is_empty()) {
        (Answer::Yes, _) => (Mark::Done, "Understood"),
        (_, true) => (Mark::Aside, "No conversion yet"),
        (_, false) => (Mark::Open, "Not ticked yet"),
    };
    let means = match (mark, taxable == Money::ZERO) {
        (Mark::Aside, _) => "There is nothing to tax.".to_owned(),
        (_, true) => format!(
            "By the ledger nothing of the conversions of {year} is taxable. Make sure that the plan counts it so, too."
        ),
        (_, false) => format!(
            "{taxable} is ordinary income of {year}, with no withholding from a direct rollover. The rest is money that was taxed before."
        ),
    };
    Row {
        name: "Confirm the taxable earnings, if any, are understood before filing",
        question: "But the conversion is not magic: earnings can still be taxable, and you still need to report the transaction correctly, usually with Form 1099-R and your return.",
        answer: answer.to_owned(),
        means,
        look: "Box 2a of Form 1099-R beside “Taxable” on this page. They should be the same to the cent, or differ by a cent of rounding.",
        mark,
        citation: citations::CONVERSION_INCOME,
    }
}

fn rechecked(case: &Case<'_>) -> Row {
    let (mark, answer, means) = match case.entry.ledger.plan_rechecked {
        Answer::Yes => (Mark::Done, "Looked at again", "The Plan page has the answers of this year."),
        Answer::No => {
            (Mark::Aside, "Nothing changed", "Look again when your employer, the plan’s provider or payroll changes.")
        }
        Answer::Unknown => (
            Mark::Open,
            "Not ticked yet",
            "A new employer, provider or payroll system can end an election or a conversion that ran by itself. Say whether anything changed.",
        ),
    };
    Row {
        name: "Recheck the plan after any employer change or payroll update",
        question: "If your employer changes, revisit the plan from scratch because the feature set can change dramatically.",
        answer: answer.to_owned(),
        means: means.to_owned(),
        look: "The first stub after the change, and the plan’s list of sources.",
        mark,
        citation: citations::PLAN_DOCUMENT,
    }
}
