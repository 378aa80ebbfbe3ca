//! Reads a plan's papers with a person: it finds sentences that speak of the planner's
//! questions, quotes them, and proposes an answer where a rule is known to be safe.
//!
//! It never decides. Each proposal is confirmed by the person; what is not found is never
//! a No; a rule for a group is a question and no answer. Nothing of a text is kept.

mod clause;
mod file;
mod mask;
mod paper;
mod paragraphs;
mod parsed;
mod pattern;
mod pay_columns;
mod pay_labels;
mod pay_stub;
pub mod pdf;
mod rules;
mod sentences;
mod signs;
mod tax_form;
mod topic;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use file::{read_file, reading};
pub use mask::masked;
pub use paper::{Paper, PaperKind, Trouble};
pub use pay_stub::{PAY_DATE, StubFigure};
pub use sentences::MOST_LETTERS;
pub use tax_form::Boxed;
pub use topic::Topic;

use crate::date::Date;
use crate::order;
use parsed::Parsed;
use sentences::Sentence;

/// The most proposals of one question.
const MOST_OF_A_TOPIC: usize = 6;

/// Why the first place of an answer that differs is not sure.
const ANOTHER_PLACE: &str = "Another place says otherwise.";
/// Why one more place of the same answer is not.
const OTHER_PLACES: &str = "Other places say otherwise.";

/// How a proposal is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// “The paper says:” one whole sentence by a rule known to be safe, and none against it.
    Says,
    /// “It seems:” a figure, or words with known traps.
    Seems,
    /// Two places answer differently, and both are quoted.
    Differs,
    /// The sentence speaks of it and gives no answer.
    SpeaksOf,
}

/// What a paper may answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What it answers, written by its [`Topic::name`].
    pub field: Topic,
    /// The proposed answer, as the record has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// The sentence, masked.
    pub quote: String,
    /// The sentence before it.
    pub before: String,
    /// The sentence after it.
    pub after: String,
    /// Its page, from 1.
    pub page: usize,
    /// How it is worded.
    pub words: Wording,
    /// The group that it is for; then it is a question and is never applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_for: Option<Cow<'static, str>>,
    /// Why it is not sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not_sure: Option<Cow<'static, str>>,
}

/// A paper as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The paper.
    pub paper: Paper,
    /// What it proposes, by question, the three that decide first.
    pub proposals: Vec<Proposal>,
    /// What stands in the boxes of a Form 1099-R, if it is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub boxes: Vec<Boxed>,
    /// What the year-to-date column says, if it is a pay stub.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stub: Vec<StubFigure>,
}

/// Reads a text. `today` tells what is past, what is to come, and how old it is.
///
/// Any text is read in time that grows with its length, up to [`MOST_LETTERS`] letters;
/// then the paper says where it was cut off.
///
/// ```
/// use planner::date::Date;
/// use planner::papers::{Wording, read};
///
/// let reading = read("The Plan does not accept Roth elective deferrals.", Date::new(2026, 11, 26)?);
/// let proposal = &reading.proposals[0];
/// assert_eq!((proposal.field.name(), proposal.answer.as_deref()), ("roth_deferrals", Some("no")));
/// assert_eq!(proposal.words, Wording::Says);
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[must_use]
pub fn read(text: &str, today: Date) -> Reading {
    read_rows(text, text, today)
}

/// The same of a text whose tables are there once more, row by row.
fn read_rows(text: &str, rows: &str, today: Date) -> Reading {
    let (sentences, cut) = sentences::sentences(text);
    let paper = Paper::of(text, &sentences, cut, today);
    let general = paper.kind == PaperKind::Template;
    let mut by_topic: order::Map<Topic, Vec<Proposal>> = order::Map::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if !worth_reading(&sentence.text) {
            continue;
        }
        for (topic, proposal) in proposals(&sentences, at, sentence, general, today) {
            by_topic.or_insert_with(topic, Vec::new).push(proposal);
        }
    }
    let proposals: Vec<Proposal> = by_topic.into_iter().flat_map(|(_, proposals)| weighed(proposals)).collect();
    let mut reading = Reading { paper, proposals, boxes: Vec::new(), stub: Vec::new() };
    // A booklet may have a stub in it; a stub has no sentences that answer.
    if reading.proposals.iter().all(|proposal| proposal.answer.is_none()) {
        reading.stub = pay_stub::figures(rows);
    }
    if !reading.stub.is_empty() {
        reading.proposals.clear();
        reading.paper.notes.clear();
    }
    reading
}

/// Words without which no rule looks at a sentence.
fn worth_reading(text: &str) -> bool {
    const STEMS: [&str; 21] = [
        "paid",
        "tax",
        "roth",
        "match",
        "withdraw",
        "service",
        "conver",
        "rollover",
        "defer",
        "contribut",
        "elect",
        "true-up",
        "true up",
        "spill",
        "bonus",
        "paycheck",
        "payroll",
        "adjustment",
        "percent",
        "distribution",
        "difference",
    ];
    let lower = text.to_ascii_lowercase();
    STEMS.iter().any(|stem| lower.contains(stem)) || lower.contains(['%', '$'])
}

fn proposals(
    sentences: &[Sentence],
    at: usize,
    sentence: &Sentence,
    general: bool,
    today: Date,
) -> Vec<(Topic, Proposal)> {
    let parsed = Parsed::of(&sentence.text, u64::try_from(today.year()).unwrap_or(0));
    let neighbor = |place: Option<usize>| {
        place.and_then(|place| sentences.get(place)).map(|one| one.text.clone()).unwrap_or_default()
    };
    let proposal = |found: rules::Found| {
        let group = parsed.group.filter(|_| !parsed.but_group || found.topic == Topic::HceLimit);
        // A group's rule keeps its answer only where the question is about that group.
        let for_group = group.is_some() && found.topic != Topic::HceLimit;
        let answer = found.answer.filter(|_| sentence.whole && !general && !for_group);
        let why = if !sentence.whole {
            Some("It may not be a whole sentence.")
        } else if general {
            Some("The text is about plans in general.")
        } else if group.is_some() {
            Some("It is for a group. Are you in it?")
        } else {
            found.why
        };
        let safe = found.safe
            && !parsed.turned_condition()
            && parsed.no_rule().is_none()
            && !parsed.bracketed
            && !sentence.answered
            && group.is_none();
        let words = match (&answer, safe) {
            (None, _) => Wording::SpeaksOf,
            (Some(_), true) => Wording::Says,
            (Some(_), false) => Wording::Seems,
        };
        let proposal = Proposal {
            field: found.topic,
            answer,
            quote: sentence.text.clone(),
            before: neighbor(at.checked_sub(1)),
            after: neighbor(at.checked_add(1)),
            page: sentence.page,
            words,
            only_for: group.map(Cow::Borrowed),
            why_not_sure: if words == Wording::Says { None } else { why.map(Cow::Borrowed) },
        };
        (found.topic, proposal)
    };
    rules::found(&parsed).into_iter().map(proposal).collect()
}

/// The proposals of one question: those that answer before those that only speak of it, one
/// a sentence, and no answer where two places differ.
fn weighed(mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    // The same kind of map as that of running heads, so that it is compiled once.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    proposals.retain(|proposal| seen.insert(proposal.quote.clone(), 0).is_none());
    let first = proposals.iter().find_map(|proposal| proposal.answer.clone());
    let differs = proposals.iter().any(|proposal| proposal.answer.is_some() && proposal.answer != first);
    order::sort_by_key(&mut proposals, |proposal| proposal.words);
    if differs {
        // One place of each answer comes first, so that none is cut off.
        let mut answers: BTreeMap<String, usize> = BTreeMap::new();
        for proposal in &mut proposals {
            if let Some(answer) = proposal.answer.take() {
                proposal.words = Wording::Differs;
                let first_of_it = answers.insert(answer, 0).is_none();
                proposal.why_not_sure = Some(Cow::Borrowed(if first_of_it { ANOTHER_PLACE } else { OTHER_PLACES }));
            }
        }
        order::sort_by_key(&mut proposals, |proposal| {
            (proposal.words != Wording::Differs, proposal.why_not_sure.as_deref() == Some(OTHER_PLACES))
        });
    }
    proposals.truncate(MOST_OF_A_TOPIC);
    proposals
}
