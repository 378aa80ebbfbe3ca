//! The fields that a person can fill in, out of the rows of the subjects.

use serde::Deserialize;

use super::applies::{Applies, InRow};
use super::kind::{input, kind, labels};
use super::{Input, Kind, Question, ask};
use super::{
    beyond, bonuses, contributions, conversions, deposits, entries, forms, job, jobs, landing, ledger, matching,
    own_limits, paychecks, paydays, plan, plan_limits, raises, returns,
};
use crate::record::{
    Answer, Answers, Better, BusinessKind, Cadence, CatchUpOffer, Certainty, Choice, CountedPay, Destination,
    ElectionMode, ElectionStep, EmployerKind, FilingStatus, HsaCoverage, IncomeKind, LimitCovers, LimitationYearKind,
    MOST_TIERS, MatchKind, MatchTested, MatchTiming, Path, PayBasis, PlanKind, Relation, ReturnKind, Shift, Spot,
    Strategy, TransferBy, TransferTiming,
};

/// Whose a field of a year's sheet is. Where a year has sheets of several jobs, what is the
/// person's is the same in all of them: see [`Whose::is_of_job`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The plan's rules and its payroll calendar, which alone a link carries. They hold
    /// until they change.
    ///
    /// Not among them is whatever says something of the person: birth date, pay,
    /// contributions, elections, who is highly compensated. Neither is the match that a
    /// plan keeps room for, since it follows from one's pay.
    Plan,
    /// The job's in this year alone: pay, contributions, elections.
    Job,
    /// Of the person's account in the job's plan, which hold until they change.
    Account,
    /// The ledger's, of its year alone.
    Ledger,
    /// The person's own, about the landing spot and taxes, which hold until they change.
    Person,
    /// The person's own, of that year alone.
    Year,
}

impl Whose {
    /// Whether it goes with the job, and not with the person.
    #[must_use]
    pub const fn is_of_job(self) -> bool {
        matches!(self, Self::Plan | Self::Job | Self::Account | Self::Ledger)
    }
}

/// The amounts of a [`Pair`](super::Pair).
const SO_FAR: Question = ask("So far");
const TO_COME: Question = ask("Still to come");

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

contributions! { plan! matching! plan_limits! paydays! paychecks! ledger! landing! own_limits! beyond! job! fields!
    /// A field of a year's sheet.
    Field, asked by Applies;
}

jobs! { raises! bonuses! entries! deposits! conversions! forms! returns! fields!
    /// A field of a row in one of the year's lists.
    RowField, asked by InRow<'_>;
}

impl Field {
    /// The fields that are the plan's, or the person's, or somebody else's.
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
