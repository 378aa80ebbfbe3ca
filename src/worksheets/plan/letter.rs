//! What is still to be asked, and the letter that asks it.
//!
//! Nothing personal goes into the letter: no name, pay, age or amount.

use serde::Serialize;

use super::rows::{AFTER_TAX, CADENCE, DESTINATION, IN_PLAN, TIMING, WITHDRAWAL};
use super::{Basis, testing};
use crate::record::{Answer, Destination, ElectionMode, MatchTiming, TransferBy, TransferTiming};
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::feasibility::{is_without_deferrals, words};

/// A question for the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OpenQuestion {
    /// The question as the letter asks it.
    pub question: &'static str,
    /// Whether the verdict hangs on it.
    pub decides: bool,
    /// The place of its row in [`super::Plan::rows`].
    pub row: usize,
}

/// A letter to the plan or to human resources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// The subject line.
    pub subject: String,
    /// The text, with line feeds.
    pub body: String,
}

/// What is open, the questions that decide first.
pub(super) fn open_questions(basis: &Basis<'_>) -> Vec<OpenQuestion> {
    let plan = &basis.entry.plan;
    let exits = basis.exits;
    let matching = &plan.matching;
    let has_deferrals = !is_without_deferrals(plan.kind);
    let asks_about_match = matching.offered == Answer::Yes;
    let decides = !exits.sure();
    let test_is_open = testing::has_acp_test(basis.entry)
        && basis.entry.highly_compensated != Answer::No
        && plan.others_average.is_none();
    let open = |answer: Answer| answer == Answer::Unknown;
    let all = [
        (
            open(plan.after_tax),
            true,
            AFTER_TAX,
            "Does the plan take voluntary after-tax contributions (employee contributions that are neither pre-tax nor Roth)? Is there a cap on them?",
        ),
        (
            open(exits.in_plan),
            decides,
            IN_PLAN,
            "May I convert after-tax contributions and their earnings to Roth inside the plan (in-plan Roth rollover) while I work here? Can that run by itself?",
        ),
        (
            open(exits.withdrawal),
            decides,
            WITHDRAWAL,
            "May I withdraw after-tax contributions and their earnings while I work here and roll them over directly to a Roth IRA?",
        ),
        (
            open(plan.roth_deferrals) && open(exits.in_plan),
            false,
            IN_PLAN,
            "Does the plan take Roth deferrals, and so have a Roth account?",
        ),
        (
            plan.transfer_timing == TransferTiming::Unknown,
            false,
            TIMING,
            "How soon after a contribution can it be converted or withdrawn, and how often in a year? Is there a least amount or a fee?",
        ),
        (
            plan.transfer_by == TransferBy::Unknown && plan.transfer_timing != TransferTiming::Automatic,
            false,
            TIMING,
            "Do I ask for a conversion or a withdrawal on the web site, by phone or on a form?",
        ),
        (
            plan.destination == Destination::Unknown && !exits.known(),
            false,
            DESTINATION,
            "Where can the money go: to a Roth IRA, to the plan's Roth account, or to either?",
        ),
        (
            open(plan.separate_accounting),
            false,
            DESTINATION,
            "Are after-tax contributions and their earnings accounted for separately from the rest of my account?",
        ),
        (
            open(plan.suspends_contributions) && exits.withdrawal != Answer::No,
            false,
            WITHDRAWAL,
            "Does a withdrawal of after-tax money suspend my contributions or the match?",
        ),
        (
            has_deferrals && open(plan.deferrals_first),
            false,
            AFTER_TAX,
            "Can after-tax contributions begin before my deferrals reach their limit?",
        ),
        (
            plan.election_mode == ElectionMode::Unknown,
            false,
            CADENCE,
            "Does an after-tax election stay in force for each paycheck? In which steps and up to what is it entered, and how many days before payday?",
        ),
        (
            has_deferrals && open(plan.spillover),
            false,
            CADENCE,
            "When my deferrals reach their limit, do they go on as after-tax contributions by themselves (spillover)?",
        ),
        (
            open(matching.offered),
            false,
            CADENCE,
            "Is there an employer match, by which formula, and is it reckoned for each paycheck or for the year?",
        ),
        (
            asks_about_match && open(matching.true_up) && matching.timing == MatchTiming::EachPaycheck,
            false,
            CADENCE,
            "If single paychecks miss match, is it made good after the end of the year (true-up)?",
        ),
        (asks_about_match && open(matching.on_after_tax), false, CADENCE, "Are after-tax contributions matched?"),
        (
            test_is_open,
            false,
            AFTER_TAX,
            "Does the plan limit or refund after-tax contributions of highly compensated employees because of the ACP test under section 401(m)? What was the average of the other employees in the last test?",
        ),
    ];
    let questions = all.into_iter().filter(|(open, ..)| *open).map(|(_, decides, row, question)| OpenQuestion {
        question,
        decides,
        row,
    });
    let (mut first, rest): (Vec<_>, Vec<_>) = questions.partition(|question| question.decides);
    first.extend(rest);
    first
}

/// The letter with the open questions, if there are any.
pub(super) fn letter(basis: &Basis<'_>) -> Option<Letter> {
    if basis.open_questions.is_empty() {
        return None;
    }
    let mut body = format!(
        "Hello,\n\nI would like to know how our {} handles after-tax contributions and their conversion to Roth. Please answer the following, or point me to the page of the summary plan description that does:\n\n",
        words::name(basis.entry.plan.kind)
    );
    for (place, open) in basis.open_questions.iter().enumerate() {
        body.push_str(&format!("{}. {}\n", place + 1, open.question));
    }
    if let Some(by) = basis.by.filter(|_| basis.verdict == Verdict::AskFirst) {
        body.push_str(&format!("\nAn answer by {} would let me set my election in time.\n", by.long()));
    }
    body.push_str("\nThank you.\n");
    Some(Letter { subject: "After-tax contributions and Roth conversions in our plan".to_owned(), body })
}
