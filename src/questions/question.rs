//! How a page asks a question.

use super::Key;
use crate::record::Answers;

/// How a page asks a question.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The question; `{year}` in it is the year on show and `{last_year}` the one before it.
    pub label: &'static str,
    /// What stands below that.
    pub hint: Hint,
    /// What to look for in the plan's papers, point by point.
    pub look_for: &'static [&'static str],
    /// The answers to choose from, if there are such. The first is taken if none was chosen.
    pub answers: Answers,
    /// How it is answered.
    pub input: Input,
}

/// What stands below a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Nothing.
    None,
    /// These words.
    Said(&'static str),
    /// What the engine says, by the law's figures or the day.
    Reckoned,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// In one line of text.
    Line,
    /// In several lines of text.
    Lines,
    /// By one of a few answers, all in sight.
    Choice,
    /// By one of many answers, in a list that opens.
    Select,
    /// By a box to check: `yes`, or nothing.
    Check,
}

/// A question, in these words.
pub(super) const fn ask(label: &'static str) -> Question {
    Question { label, hint: Hint::None, look_for: &[], answers: &[], input: Input::Line }
}

impl Question {
    /// With a hint below its label.
    pub(super) const fn hint(self, hint: &'static str) -> Self {
        Self { hint: Hint::Said(hint), ..self }
    }

    /// With a hint that depends on the law's figures or the day: the engine gives it.
    pub(super) const fn reckoned(self) -> Self {
        Self { hint: Hint::Reckoned, ..self }
    }

    /// With what to look for, point by point.
    pub(super) const fn look_for(self, points: &'static [&'static str]) -> Self {
        Self { look_for: points, ..self }
    }

    /// With labels that fit this question, where those of its type would not.
    pub(super) const fn answers(self, answers: Answers) -> Self {
        Self { answers, ..self }
    }

    /// As what its text is read as asks for. Answers of its own stay.
    pub(super) const fn read_as(self, input: Input, answers: Answers) -> Self {
        Self { input, answers: if self.answers.is_empty() { answers } else { self.answers }, ..self }
    }
}

/// Two amounts under one heading: so far, and still to come.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The amount so far.
    pub so_far: Key,
    /// The amount still to come.
    pub to_come: Key,
    /// The heading.
    pub label: &'static str,
    /// What stands below that.
    pub hint: Hint,
}

impl Pair {
    pub(super) const fn new(so_far: Key, to_come: Key, label: &'static str) -> Self {
        Self { so_far, to_come, label, hint: Hint::None }
    }

    /// With a hint below its label.
    pub(super) const fn hint(self, hint: &'static str) -> Self {
        Self { hint: Hint::Said(hint), ..self }
    }
}
