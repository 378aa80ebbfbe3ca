//! What is said of a paper and its sentences.

use super::Kind;
use super::answers::field;
use crate::papers::{Paper, Proposal, Topic, Trouble, Wording};
use crate::report::{Booklet, BookletQuestion, Quote};

/// What was found, in a few words.
pub fn title(paper: &Paper, questions: usize) -> String {
    match (paper.trouble, questions) {
        (Trouble::Locked, _) => "This file is locked".to_owned(),
        (Trouble::NoText | Trouble::NotRead, _) => "It cannot be read".to_owned(),
        (_, 0) => "No sentence about these questions was found".to_owned(),
        (_, 1) => "Sentences about 1 question".to_owned(),
        (_, count) => format!("Sentences about {count} questions"),
    }
}

/// What is said of a paper that another page reads.
pub fn elsewhere(is: Kind, wanted: Kind) -> Booklet {
    let (title, note) = match (is, wanted) {
        (Kind::Form, _) => {
            ("This is a Form 1099-R", "Read it on the page “Tax forms”, under the forms that you received.")
        }
        (Kind::Stub, _) => ("This is a pay stub", "Read it on the page “Pace”, under your latest pay stub."),
        (Kind::Booklet, Kind::Stub) => (
            "No pay stub was found in it",
            "It takes a PDF with text, not a scan, and a table whose heading names the year to date. Copy the figures from your stub, or read a plan’s booklet on the page “Plan”.",
        ),
        (Kind::Booklet, _) => (
            "No Form 1099-R was found in it",
            "Only a PDF with text can be read here, not a scan. Copy the boxes from your paper, or read a plan’s booklet on the page “Plan”.",
        ),
    };
    Booklet { title: title.to_owned(), notes: vec![note.to_owned()], ..Booklet::default() }
}

/// The question that a topic is.
pub fn question(topic: Topic) -> String {
    match topic {
        Topic::Match => "What does your employer match?",
        Topic::HceLimit => "Is there a limit for highly compensated employees?",
        Topic::EligiblePay => "Do bonuses count as pay for the match and the limits?",
        Topic::TransfersPerYear => "How many conversions or withdrawals a year?",
        Topic::LeastTransfer => "Smallest conversion or withdrawal",
        Topic::TransferFee => "Fee for a conversion or withdrawal",
        other => field(other).map_or("", |field| field.question().label),
    }
    .to_owned()
}

/// What no sentence was found about.
pub fn missing(topics: &[Topic]) -> String {
    let name = |topic: &Topic| match topic {
        Topic::AfterTax => "after-tax contributions",
        Topic::InPlanRollover => "conversions inside the plan",
        Topic::InServiceWithdrawal => "withdrawals of after-tax money while you work",
        _ => "Roth deferrals",
    };
    if topics.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = topics.iter().map(name).collect();
    format!("Nothing was found about {}. That is not a No: the letter on this page asks for it.", listed(&names))
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The person's own answer.
pub fn answered(answer: &str) -> String {
    if answer.is_empty() { String::new() } else { format!("Your answer: {answer}") }
}

/// What a sentence is taken to say.
pub fn says(topic: Topic, proposal: &Proposal, read: Option<&str>) -> String {
    let unasked = || proposal.answer.as_deref().map(|answer| unasked(topic, answer));
    let answer = read.map(str::to_owned).or_else(unasked);
    match (proposal.words, answer) {
        (Wording::Says, Some(answer)) => format!("The paper says: {answer}"),
        (Wording::Seems, Some(answer)) => format!("It seems: {answer}"),
        (Wording::Differs, _) => "Two places differ".to_owned(),
        _ => "It mentions this".to_owned(),
    }
}

/// An answer that no field of the page holds.
fn unasked(topic: Topic, answer: &str) -> String {
    match (topic, answer) {
        (Topic::HceLimit, "0") => "No after-tax contributions".to_owned(),
        (Topic::HceLimit, percent) => format!("{percent} of pay"),
        (Topic::EligiblePay, "without bonus") => "Bonuses don’t count".to_owned(),
        (Topic::EligiblePay, "with bonus") => "Bonuses count".to_owned(),
        (_, other) => other.to_owned(),
    }
}

/// Why a sentence is not sure.
pub fn doubt(proposal: &Proposal) -> String {
    match (&proposal.only_for, &proposal.why_not_sure) {
        (Some(group), _) => format!("It is only for {group}. Are you one of them? Then answer the question yourself."),
        (None, Some(why)) => why.to_string(),
        (None, None) => String::new(),
    }
}

/// A figure that was read, beside the field that it would be entered in, as which it is read:
/// with a button that enters it, if it can be.
pub fn figure(title: &str, field: String, own: &str, quote: Quote, enter: Option<&str>) -> BookletQuestion {
    BookletQuestion {
        title: title.to_owned(),
        field,
        answered: if own.is_empty() { String::new() } else { format!("Entered: {own}") },
        quotes: vec![Quote { take: enter.map(|value| format!("Enter: {value}")).unwrap_or_default(), ..quote }],
    }
}

/// Where a sentence or a figure stands.
pub fn page(number: usize) -> String {
    format!("Page {number}")
}

/// What the button says that takes an answer.
pub fn take(answer: &str) -> String {
    format!("Answer: {answer}")
}
