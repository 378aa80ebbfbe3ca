//! The fields that a person can fill in, out of the rows of the subjects.

use serde::Deserialize;

use super::applies::{Applies, InRow};
use super::ledger::in_list;
use super::{Input, Question, ask};
use super::{
    bonuses, conversions, entries, forms, goes_in, jobs, landing, ledger, matching, own_limits, paychecks, paydays,
    plan, plan_limits, raises, returns,
};
use crate::record::{
    Answer, Answers, Better, Cadence, CatchUpOffer, Certainty, Choice, Destination, ElectionMode, ElectionStep,
    EmployerKind, IncomeKind, MOST_FORMS, MOST_JOBS, MOST_LEDGER_ROWS, MOST_ROWS, MOST_TIERS, MatchTiming, Path,
    PayBasis, PlanKind, Relation, ReturnKind, Shift, Spot, Strategy, TransferBy, TransferTiming,
};

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
    /// An election: a percentage of the paycheck or dollars.
    Election,
    /// A calendar year.
    Year,
    /// One of a closed list of words.
    Choice,
    /// Any words.
    Words,
}

/// Whose a field of a year's sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The plan's rules and its payroll calendar, which alone a link carries. They hold
    /// until they change.
    ///
    /// Not among them is whatever says something of the person: birth date, pay,
    /// contributions, elections, who is highly compensated. Neither is the match that a
    /// plan keeps room for, since it follows from one's pay.
    Plan,
    /// The person's own about the landing spot and the ledger, which hold until they change.
    Person,
    /// The ledger's, of its year alone.
    Ledger,
    /// The person's own, of that year alone.
    Year,
}

/// The amounts of a [`Pair`](super::Pair).
const SO_FAR: Question = ask("So far");
const TO_COME: Question = ask("Still to come");

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

/// An enum of fields, out of their rows.
macro_rules! fields {
    ($(#[$about:meta])* $name:ident, asked by $by:ty;
        $($(#[$doc:meta])* $field:ident = $id:literal: [$($as:tt)+] at $($place:ident).+ $(, of $whose:ident)?
            $(if |$a:ident| $when:expr)?, $title:literal, $question:expr;)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $id)] $field,)*
        }

        impl $name {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// The field's name in the page and in what is saved.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$field => $id,)* }
            }

            /// The field with this name.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.id() == id)
            }

            /// What its text is read as.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$field => kind!($($as)+),)* }
            }

            /// What a list of mistakes calls it.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$field => $title,)* }
            }

            /// The answers that it allows: of each its word, and how a person reads it.
            /// Fields that are typed have none.
            #[must_use]
            pub const fn answers(self) -> Answers {
                match self { $(Self::$field => const { $question.read_as(input!($($as)+), labels!($($as)+)).answers },)* }
            }

            /// How a page asks for it.
            #[must_use]
            pub const fn question(self) -> &'static Question {
                // One table by place, and not a `match`: that would be a table of pointers more.
                const QUESTIONS: &[Question] = &[$($question.read_as(input!($($as)+), labels!($($as)+))),*];
                &QUESTIONS[self as usize]
            }

            /// Where in the record its text is read into and written from; `by_hand` where
            /// the record holds it in another shape.
            #[must_use]
            pub const fn place(self) -> &'static str {
                match self { $(Self::$field => stringify!($($place).+),)* }
            }

            /// Whether its question applies.
            pub(super) fn applies(self, by: $by) -> bool {
                match self { $(Self::$field => applies!(by $(, |$a| $when)?),)* }
            }

            fields!(@whose $($field $($whose)?),*);
        }
    };
    (@whose $($field:ident $whose:ident),*) => {
        /// Whose it is.
        #[must_use]
        pub const fn whose(self) -> Whose {
            match self { $(Self::$field => Whose::$whose,)* }
        }
    };
    // A row's fields are its list's.
    (@whose $($field:ident),*) => {};
}

/// Whether a row's condition holds; without one it does.
macro_rules! applies {
    ($by:ident) => {
        true
    };
    ($by:ident, |$a:ident| $when:expr) => {{
        let $a = $by;
        $when
    }};
}

goes_in! { plan! matching! plan_limits! paydays! paychecks! ledger! landing! own_limits! fields!
    /// A field of a year's sheet.
    Field, asked by Applies;
}

jobs! { raises! bonuses! entries! conversions! forms! returns! fields!
    /// A field of a row in one of the year's lists.
    RowField, asked by InRow<'_>;
}

/// The fields out of rows.
macro_rules! fields_of {
    ($($(#[$doc:meta])* $field:ident = $id:literal: [$($as:tt)+] at $($place:ident).+
        $(if |$a:ident| $when:expr)?, $title:literal, $question:expr;)*) => { &[$(RowField::$field),*] };
}

impl Field {
    /// The fields that are the plan's, or the person's, or the ledger's, or the year's.
    pub fn of(whose: Whose) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |field| field.whose() == whose)
    }

    /// The tiers of a match, lowest first: the rate of each, and its bound.
    pub(crate) const TIERS: [(Self, Self); MOST_TIERS] = [
        (Self::MatchRate1, Self::MatchUpTo1),
        (Self::MatchRate2, Self::MatchUpTo2),
        (Self::MatchRate3, Self::MatchUpTo3),
    ];
}

/// A list in a year's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Other jobs and businesses.
    Jobs,
    /// Changes of pay.
    Raises,
    /// Bonuses still to come.
    Bonuses,
    /// After-tax contributions of the ledger.
    Contributions,
    /// Balances of the ledger.
    Balances,
    /// Conversions of the ledger.
    Conversions,
    /// Forms 1099-R as they arrived.
    Forms,
    /// Money that the plan returned as too much.
    Returns,
}

impl List {
    /// Every list.
    pub const ALL: &[Self] = &[
        Self::Jobs,
        Self::Raises,
        Self::Bonuses,
        Self::Contributions,
        Self::Balances,
        Self::Conversions,
        Self::Forms,
        Self::Returns,
    ];

    /// The lists of the ledger.
    pub const LEDGER: [Self; 3] = [Self::Contributions, Self::Balances, Self::Conversions];

    /// The fields of its rows.
    #[must_use]
    pub const fn fields(self) -> &'static [RowField] {
        match self {
            Self::Jobs => jobs! { fields_of! },
            Self::Raises => raises! { fields_of! },
            Self::Bonuses => bonuses! { fields_of! },
            Self::Contributions | Self::Balances => entries! { fields_of! },
            Self::Conversions => entries! { conversions! fields_of! },
            Self::Forms => forms! { fields_of! },
            Self::Returns => returns! { fields_of! },
        }
    }

    /// What a row of it is called, with which the ids of its fields begin.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Jobs => "job",
            Self::Raises => "raise",
            Self::Bonuses => "bonus",
            Self::Contributions => "contribution",
            Self::Balances => "balance",
            Self::Conversions => "conversion",
            Self::Forms => "form",
            Self::Returns => "return",
        }
    }

    /// What a saved draft calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Raises => "raises",
            Self::Bonuses => "bonuses",
            Self::Contributions => "contributions",
            Self::Balances => "balances",
            Self::Conversions => "conversions",
            Self::Forms => "forms",
            Self::Returns => "returns",
        }
    }

    /// The most rows that it takes.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Jobs => MOST_JOBS,
            Self::Raises | Self::Bonuses => MOST_ROWS,
            Self::Contributions | Self::Balances | Self::Conversions => MOST_LEDGER_ROWS,
            Self::Forms | Self::Returns => MOST_FORMS,
        }
    }
}

/// Stands for the number of the row that a question is asked of.
pub const ROW: u32 = 0;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The birth date.
    BirthDate,
    /// A field of the year on show.
    Sheet(Field),
    /// A field of a row in one of that year's lists, by the row's number.
    Row(List, u32, RowField),
}

impl Key {
    /// The id of its input in the page.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::BirthDate => "birth-date".to_owned(),
            Self::Sheet(field) => field.id().to_owned(),
            Self::Row(list, row, field) => format!("{}-{row}-{}", list.id(), field.id()),
        }
    }

    /// What its text is read as.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::BirthDate => Kind::Date,
            Self::Sheet(field) => field.kind(),
            Self::Row(_, _, field) => field.kind(),
        }
    }

    /// The answers that it allows; none where it is typed or checked.
    #[must_use]
    pub const fn answers(self) -> Answers {
        match self {
            Self::BirthDate => &[],
            Self::Sheet(field) => field.answers(),
            Self::Row(_, _, field) => field.answers(),
        }
    }

    /// How a page asks for it.
    #[must_use]
    pub const fn question(self) -> &'static Question {
        const BIRTH_DATE: &Question = &ask("Birth date").hint("Month/day/year");
        match self {
            Self::BirthDate => BIRTH_DATE,
            Self::Sheet(field) => field.question(),
            Self::Row(list, _, field) => match in_list(list, field) {
                Some(question) => question,
                None => field.question(),
            },
        }
    }

    /// The same of another row of its list.
    #[must_use]
    pub const fn of_row(self, row: u32) -> Self {
        match self {
            Self::BirthDate | Self::Sheet(_) => self,
            Self::Row(list, _, field) => Self::Row(list, row, field),
        }
    }

    /// What a list of mistakes calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::BirthDate => "Birth date",
            Self::Sheet(field) => field.title(),
            Self::Row(_, _, field) => field.title(),
        }
    }
}
