//! The guide's six rows: what was answered, and what it means.

use serde::Serialize;

use super::Basis;
use crate::law::{Citation, citations};
use crate::record::{Answer, Cadence, Destination, ElectionMode, TransferTiming};
use crate::worksheets::feasibility::Cause;
use crate::worksheets::feasibility::words;

/// How many rows there are.
pub const ROWS: usize = 6;

/// The places of the rows.
pub(super) const AFTER_TAX: usize = 0;
pub(super) const WITHDRAWAL: usize = 1;
pub(super) const IN_PLAN: usize = 2;
pub(super) const TIMING: usize = 3;
pub(super) const DESTINATION: usize = 4;
pub(super) const CADENCE: usize = 5;

/// How a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// As it should be.
    Good,
    /// It works, with something that slows it.
    Friction,
    /// Not known yet.
    Open,
    /// The plan cannot do it because of this.
    Stops,
    /// It does not matter here, because another row decides.
    Aside,
}

/// A row of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The guide's name.
    pub name: &'static str,
    /// The guide's question.
    pub question: &'static str,
    /// The person's answer in words.
    pub answer: String,
    /// What it means for them.
    pub means: String,
    /// Where to look.
    pub look: &'static str,
    /// The words that plan papers use.
    pub words: &'static [&'static str],
    /// How the row stands.
    pub mark: Mark,
    /// Where the law or the plan says so.
    pub citation: Citation,
}

pub(super) fn rows(basis: &Basis<'_>) -> [Row; ROWS] {
    [after_tax(basis), withdrawal(basis), in_plan(basis), timing(basis), destination(basis), cadence(basis)]
}

const NOT_KNOWN: &str = "Not known yet";

fn yes_or_no(answer: Answer) -> &'static str {
    match answer {
        Answer::Unknown => NOT_KNOWN,
        Answer::Yes => "Yes",
        Answer::No => "No",
    }
}

/// The mark of a row that the verdict does not turn on.
fn lesser_mark(basis: &Basis<'_>, row: usize, open: bool) -> Mark {
    match basis.cause {
        Some(_) => Mark::Aside,
        None if basis.slows(row) => Mark::Friction,
        None if open => Mark::Open,
        None => Mark::Good,
    }
}

fn after_tax(basis: &Basis<'_>) -> Row {
    let plan = &basis.entry.plan;
    let (answer, means, mark, citation) = match (basis.cause, plan.after_tax) {
        (Some(Cause::Kind(barred)), _) => {
            (format!("No: {}", words::a_name(plan.kind)), barred.why(), Mark::Stops, barred.citation())
        }
        (_, answer) => {
            let (means, mark) = match answer {
                Answer::Yes => (
                    "The plan has the source that you need: voluntary contributions out of taxed pay, beside your deferrals.",
                    lesser_mark(basis, AFTER_TAX, false),
                ),
                Answer::No => (
                    "Without after-tax contributions there is nothing to convert, and the plan takes no more from you than deferrals and catch-up.",
                    Mark::Stops,
                ),
                Answer::Unknown => (
                    "All hangs on this. The law allows such contributions; whether a plan takes them, its document says, and many do not.",
                    lesser_mark(basis, AFTER_TAX, true),
                ),
            };
            (yes_or_no(answer).to_owned(), means, mark, citations::AFTER_TAX_CONTRIBUTIONS)
        }
    };
    Row {
        name: "After-tax contributions",
        question: "Does the plan allow contributions after the regular elective deferral limit is reached?",
        answer,
        means: means.to_owned(),
        look: "The summary plan description under “Contributions”, and the list of sources on the page where you change your contributions. Roth deferrals are something else, although they too come out of taxed pay.",
        words: &["voluntary after-tax", "non-Roth after-tax", "employee after-tax", "traditional after-tax"],
        mark,
        citation,
    }
}

/// How one way out stands, given the other.
fn exit_mark(basis: &Basis<'_>, row: usize, this: Answer, other: Answer) -> Mark {
    match (basis.cause, this, other) {
        (Some(Cause::NoExit), ..) => Mark::Stops,
        (Some(_), ..) | (None, Answer::No, Answer::Yes) => Mark::Aside,
        (None, Answer::No | Answer::Unknown, _) => Mark::Open,
        (None, Answer::Yes, _) => lesser_mark(basis, row, false),
    }
}

fn exit_means(this: Answer, other: Answer, yes: &str, other_way: &str) -> String {
    match (this, other) {
        (Answer::Yes, _) => yes.to_owned(),
        (Answer::No, Answer::Yes) => format!("This way is closed. You do not need it: {other_way} is enough."),
        (Answer::No, Answer::Unknown) => format!("This way is closed, so all hangs on {other_way}."),
        (Answer::No, Answer::No) => {
            "Both ways are closed: after-tax money would stay until you leave the employer or reach the plan's retirement age, and what it earns would be taxable.".to_owned()
        }
        (Answer::Unknown, Answer::Yes) => format!("Good to know, but {other_way} is enough."),
        (Answer::Unknown, Answer::No) => "The other way is closed, so all hangs on this one.".to_owned(),
        (Answer::Unknown, Answer::Unknown) => format!("One way out is enough: this one or {other_way}."),
    }
}

fn withdrawal(basis: &Basis<'_>) -> Row {
    let (this, other) = (basis.exits.withdrawal, basis.exits.in_plan);
    Row {
        name: "In-service withdrawal",
        question: "Can after-tax money leave the plan before termination?",
        answer: yes_or_no(this).to_owned(),
        means: exit_means(
            this,
            other,
            "After-tax money can go straight to your Roth IRA while you work here. The law sets no age for it, unlike for deferrals, which are barred before 59½.",
            "the conversion inside the plan",
        ),
        look: "The summary plan description under “Withdrawals while employed”. Look at the rule for the after-tax source; that for deferrals is stricter.",
        words: &[
            "in-service withdrawal of after-tax employee contributions",
            "non-hardship withdrawal",
            "in-service distribution",
        ],
        mark: exit_mark(basis, WITHDRAWAL, this, other),
        citation: citations::IN_SERVICE_WITHDRAWAL,
    }
}

fn in_plan(basis: &Basis<'_>) -> Row {
    let plan = &basis.entry.plan;
    let (this, other) = (basis.exits.in_plan, basis.exits.withdrawal);
    let mut means = exit_means(
        this,
        other,
        "After-tax money can move to the plan's own Roth account and stays in the plan.",
        "the withdrawal to a Roth IRA",
    );
    if plan.roth_deferrals == Answer::No {
        means.insert_str(0, "The plan takes no Roth deferrals, so it has no Roth account to convert into. ");
    }
    Row {
        name: "In-plan Roth conversion",
        question: "Can the after-tax bucket be moved into a Roth subaccount inside the plan?",
        answer: yes_or_no(plan.in_plan_rollover).to_owned(),
        means,
        look: "The summary plan description under “Roth” or “Rollovers”, and the plan's web site under “Convert” or “Withdrawals and loans”. Ask whether it covers the after-tax source and can run by itself.",
        words: &["in-plan Roth rollover", "in-plan Roth conversion", "Roth in-plan conversion", "automatic conversion"],
        mark: exit_mark(basis, IN_PLAN, this, other),
        citation: citations::IN_PLAN_ROLLOVER,
    }
}

fn timing(basis: &Basis<'_>) -> Row {
    let (answer, means) = match basis.entry.plan.transfer_timing {
        TransferTiming::Unknown => {
            (NOT_KNOWN, "The shorter the wait, the less the money earns before it moves, and only that is taxed.")
        }
        TransferTiming::Automatic => (
            "With each contribution, by itself",
            "Next to nothing can be earned before the money moves, so next to nothing is taxed.",
        ),
        TransferTiming::AnyDay => (
            "On any day, when you ask",
            "Ask right after each contribution, and next to nothing is earned before the money moves.",
        ),
        TransferTiming::Monthly => ("Once a month", "What the money earns in up to a month is taxed when it moves."),
        TransferTiming::Quarterly => {
            ("Once a quarter", "What the money earns in up to three months is taxed when it moves.")
        }
        TransferTiming::Yearly => ("Once a year", "What the money earns in up to a year is taxed when it moves."),
    };
    Row {
        name: "Transfer timing",
        question: "How quickly can money be converted after contribution?",
        answer: answer.to_owned(),
        means: means.to_owned(),
        look: "The fine print beside the conversion or the withdrawal: how often, how much at least, what it costs, by web site or by phone.",
        words: &["frequency", "daily", "automatic", "limit of withdrawals per plan year", "minimum amount"],
        mark: lesser_mark(basis, TIMING, basis.entry.plan.transfer_timing == TransferTiming::Unknown),
        citation: citations::CONVERSION_INCOME,
    }
}

fn destination(basis: &Basis<'_>) -> Row {
    let plan = &basis.entry.plan;
    let by_the_exits = match (basis.exits.withdrawal, basis.exits.in_plan) {
        (Answer::Yes, Answer::Yes) => Some("The ways out above lead to either: you choose."),
        (Answer::Yes, Answer::No) => Some("The way out above leads to a Roth IRA of yours."),
        (Answer::No, Answer::Yes) => Some("The way out above leads to the plan's own Roth account."),
        _ => None,
    };
    let (answer, means) = match plan.destination {
        Destination::Unknown => (NOT_KNOWN, by_the_exits.unwrap_or("It follows from the ways out above.")),
        Destination::RothIra => (
            "A Roth IRA",
            "You choose the provider and the investments, and may take the converted after-tax money out again at any time.",
        ),
        Destination::Roth401k => (
            "The plan's Roth account",
            "The money stays in the plan, with its investments, its fees and its rules on withdrawals.",
        ),
        Destination::Both => (
            "Either",
            "You choose. A Roth IRA gives more freedom; the plan's Roth account is simpler and can run by itself.",
        ),
    };
    let open = plan.destination == Destination::Unknown && by_the_exits.is_none();
    Row {
        name: "Conversion destination",
        question: "Roth IRA, Roth 401(k), or both?",
        answer: answer.to_owned(),
        means: means.to_owned(),
        look: "The form or the page for the conversion or the withdrawal: where it lets the money go. Choose a direct rollover, never a check to yourself.",
        words: &["direct rollover to a Roth IRA", "designated Roth account", "Roth source"],
        mark: lesser_mark(basis, DESTINATION, open),
        citation: if plan.destination == Destination::Roth401k {
            citations::IN_PLAN_ROLLOVER
        } else {
            citations::IN_SERVICE_WITHDRAWAL
        },
    }
}

fn cadence(basis: &Basis<'_>) -> Row {
    let mode = basis.entry.plan.election_mode;
    let often = match basis.entry.payroll.cadence {
        Cadence::Unknown => NOT_KNOWN,
        Cadence::Weekly => "Weekly",
        Cadence::Biweekly => "Every second week",
        Cadence::Semimonthly => "Twice a month",
        Cadence::Monthly => "Monthly",
        Cadence::Manual => "On dates that you list",
    };
    let (by, means) = match mode {
        ElectionMode::Unknown => ("", "Ask whether an election goes on by itself once it is made."),
        ElectionMode::Standing => (
            ", by an election that stays in force",
            "After-tax money is taken from each paycheck until you change the election. Payroll may not stop it at the limit for you.",
        ),
        ElectionMode::EachTime => {
            (", each contribution by hand", "Nothing is taken by itself, so each contribution needs you.")
        }
    };
    let open = basis.entry.payroll.cadence == Cadence::Unknown || mode == ElectionMode::Unknown;
    Row {
        name: "Payroll cadence",
        question: "Weekly, biweekly, monthly, or manual election?",
        answer: format!("{often}{by}"),
        means: means.to_owned(),
        look: "Your pay stub for the pay dates, and the page where you change your contributions for the steps, the most and from which paycheck on a change works.",
        words: &["pay frequency", "payroll deduction", "contribution election", "spillover"],
        mark: lesser_mark(basis, CADENCE, open),
        citation: citations::PLAN_DOCUMENT,
    }
}
