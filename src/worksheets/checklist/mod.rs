//! A checklist of the guide: its rows, and how each stands for the person.

mod report;

use serde::Serialize;

use crate::law::Citation;

/// A row of a checklist. Each worksheet has marks of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row<Mark> {
    /// The guide's name.
    pub name: &'static str,
    /// What the guide asks, or says of it in its steps.
    pub question: &'static str,
    /// The person's answer, or what the record shows, in words.
    pub answer: String,
    /// What it means for them.
    pub means: String,
    /// Where to look.
    pub look: &'static str,
    /// The words that plan papers use, if any are worth knowing.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub words: &'static [&'static str],
    /// How the row stands.
    pub mark: Mark,
    /// Where the law or the plan says so.
    pub citation: Citation,
}

/// A mark as a report shows it.
pub trait Shown {
    /// The class that colours it, and it in words.
    fn shown(self) -> (&'static str, &'static str);
}
