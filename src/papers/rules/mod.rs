//! What a sentence answers, by rules of grammar, a file a subject.

mod conversion;
mod features;
mod limits;
mod matching;
mod payroll;
mod terms;
mod withdrawal;

use super::parsed::Parsed;
use super::topic::Topic;

/// What a rule finds in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is about.
    pub topic: Topic,
    /// The answer; none where the sentence only speaks of it.
    pub answer: Option<String>,
    /// Whether the rule is known to be safe on a whole sentence.
    pub safe: bool,
    /// Why it is not sure.
    pub why: Option<&'static str>,
}

impl Found {
    fn of(topic: Topic, answer: &str, safe: bool, why: Option<&'static str>) -> Self {
        Self { topic, answer: Some(answer.to_owned()), safe, why }
    }

    fn value(topic: Topic, answer: String) -> Self {
        Self { topic, answer: Some(answer), safe: false, why: Some("It is a figure; look at what it counts.") }
    }
}

/// Everything that a sentence says or speaks of.
#[must_use]
pub fn found(parsed: &Parsed) -> Vec<Found> {
    let mut found = Vec::new();
    features::after_tax(parsed, &mut found);
    features::roth(parsed, &mut found);
    withdrawal::withdrawal(parsed, &mut found);
    conversion::conversion(parsed, &mut found);
    terms::terms(parsed, &mut found);
    limits::limits(parsed, &mut found);
    matching::matching(parsed, &mut found);
    payroll::payroll(parsed, &mut found);
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        match kept.iter_mut().find(|other| other.topic == one.topic) {
            None => kept.push(one),
            Some(other) if other.answer.is_none() => *other = one,
            // Two clauses that answer differently answer nothing together.
            Some(other) if one.answer.is_some() && other.answer != one.answer => {
                *other =
                    Found { topic: one.topic, answer: None, safe: false, why: Some("It says more than one thing.") };
            }
            Some(_) => {}
        }
    }
    kept
}
