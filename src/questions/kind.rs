//! What a text is read as, and so how a page asks for it.

/// What a field's text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Dollars and cents.
    Money,
    /// A percentage of pay.
    Percent,
    /// A share of a matched dollar, in percent.
    MatchRate,
    /// A whole number.
    Count,
    /// A date.
    Date,
    /// Dates, one after the other.
    Dates,
    /// Months of the year.
    Months,
    /// An election: a percentage of the paycheck or dollars.
    Election,
    /// A calendar year.
    Year,
    /// One of a closed list of words.
    Choice,
    /// Any words.
    Words,
}

impl Kind {
    /// The most letters that a field's text has: many times what anybody means to type.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Words | Self::Dates | Self::Months => 4_000,
            _ => 100,
        }
    }
}

/// What a field's text is read as, without where it goes.
macro_rules! kind {
    (Money) => {
        Kind::Money
    };
    (Sum) => {
        Kind::Money
    };
    (Percent) => {
        Kind::Percent
    };
    (MatchRate) => {
        Kind::MatchRate
    };
    (Count $most:expr) => {
        Kind::Count
    };
    (Date) => {
        Kind::Date
    };
    (DateOfYear) => {
        Kind::Date
    };
    (Dates) => {
        Kind::Dates
    };
    (Months) => {
        Kind::Months
    };
    (Election) => {
        Kind::Election
    };
    (Year $first:literal) => {
        Kind::Year
    };
    (YearSoFar $first:literal) => {
        Kind::Year
    };
    (Choice $answer:ty) => {
        Kind::Choice
    };
    (Select $answer:ty) => {
        Kind::Choice
    };
    (Checked) => {
        Kind::Choice
    };
    (Words) => {
        Kind::Words
    };
    (Lines) => {
        Kind::Words
    };
}
pub(super) use kind;

/// How it is answered.
macro_rules! input {
    (Choice $answer:ty) => {
        Input::Choice
    };
    (Select $answer:ty) => {
        Input::Select
    };
    (Checked) => {
        Input::Check
    };
    (Dates) => {
        Input::Lines
    };
    (Lines) => {
        Input::Lines
    };
    ($($as:tt)+) => {
        Input::Line
    };
}
pub(super) use input;

/// The answers to choose from.
macro_rules! labels {
    (Choice $answer:ty) => {
        <$answer as Choice>::LABELS
    };
    (Select $answer:ty) => {
        <$answer as Choice>::LABELS
    };
    ($($as:tt)+) => {
        &[]
    };
}
pub(super) use labels;
