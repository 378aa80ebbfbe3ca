//! Results that explain themselves: figures with their arithmetic and citation,
//! findings, and the decision, rule and next action that end a worksheet.

mod steps;

use serde::Serialize;
use serde::ser::SerializeStruct;

use crate::date::Date;
use crate::law::Citation;
use crate::money::Money;
use crate::order;
pub use steps::{Figure, Operand, Operation, Step};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something must be corrected.
    Problem,
    /// Something to see to or to ask.
    Attention,
    /// Something to know.
    Note,
}

/// One of two ways in which a contested rule is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// What this reading says.
    pub says: String,
    /// The after-tax room under it.
    pub room: Money,
    /// Whether the worksheet uses it.
    pub used_here: bool,
}

/// The end of a worksheet: what is so, why, and what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Closing {
    /// The answer in one sentence, with its figure.
    pub decision: String,
    /// The rule behind it in one sentence.
    pub rule: String,
    /// Where the law says so.
    pub citations: Vec<Citation>,
    /// What to do next, in one or two sentences.
    pub next_action: String,
    /// By when.
    pub by: Option<Date>,
    /// Words to use, ready to copy, where somebody must be written to.
    pub words: Option<String>,
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// How much it matters.
    pub severity: Severity,
    /// Where the law says so.
    pub citation: Citation,
    /// It in a few words.
    pub title: String,
    /// What it means and what to do.
    pub text: String,
    /// For a contested point, its two readings.
    pub readings: Vec<Reading>,
}

impl Words {
    /// A finding's words, without two readings.
    #[must_use]
    pub fn new(severity: Severity, citation: Citation, title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { severity, citation, title: title.into(), text: text.into(), readings: Vec::new() }
    }

    /// The same with the two ways in which the rule is read.
    #[must_use]
    pub fn contested(self, readings: impl Into<Vec<Reading>>) -> Self {
        Self { readings: readings.into(), ..self }
    }
}

/// What has a code that is stable over versions. [`findings!`](crate::findings) gives it.
pub trait Coded {
    /// The type of its code.
    type Code: Copy + Serialize;

    /// Its code.
    fn code(&self) -> Self::Code;
}

/// A finding as data, which can say itself.
pub trait Explain: Coded {
    /// It in words, with its severity and where the law says so.
    fn words(&self) -> Words;
}

/// A finding as a result holds it: what was found, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<F> {
    /// What was found, as data.
    pub finding: F,
    /// How it reads.
    pub words: Words,
}

impl<F: Explain> Found<F> {
    /// Findings with their words, the gravest first and otherwise as they were found.
    #[must_use]
    pub fn sorted(findings: impl IntoIterator<Item = F>) -> Vec<Self> {
        let found = |finding: F| Self { words: finding.words(), finding };
        let mut sorted: Vec<Self> = findings.into_iter().map(found).collect();
        order::sort_by_key(&mut sorted, |found| found.words.severity);
        sorted
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> F::Code {
        self.finding.code()
    }
}

impl<F: Explain> Serialize for Found<F> {
    /// The code and the words, which is all that is promised to scripts.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Words { severity, citation, title, text, readings } = &self.words;
        let mut fields = serializer.serialize_struct("Found", 6)?;
        fields.serialize_field("code", &self.code())?;
        fields.serialize_field("severity", severity)?;
        fields.serialize_field("title", title)?;
        fields.serialize_field("text", text)?;
        fields.serialize_field("citation", citation)?;
        fields.serialize_field("readings", readings)?;
        fields.end()
    }
}

/// Declares what a worksheet can find: an enum of findings with their data, and the enum
/// of their codes. The one line of documentation above each is its row in the table of
/// codes.
///
/// ```
/// use planner::explain::{Explain, Severity, Words};
/// use planner::law::citations;
/// use planner::money::Money;
///
/// planner::findings! {
///     /// What this worksheet can find.
///     Finding,
///     /// The code of a finding, stable over versions.
///     Code {
///         /// Annual additions exceed the limit.
///         OverLimit = "R01" { over: Money },
///         /// Nothing is left.
///         Full = "R02",
///     }
/// }
///
/// impl Explain for Finding {
///     fn words(&self) -> Words {
///         match self {
///             Self::OverLimit { over } => Words::new(
///                 Severity::Problem,
///                 citations::ANNUAL_ADDITIONS,
///                 "Over the limit",
///                 format!("{over} too much."),
///             ),
///             Self::Full => Words::new(Severity::Note, citations::ANNUAL_ADDITIONS, "Full", "Nothing is left."),
///         }
///     }
/// }
///
/// assert_eq!(Finding::OverLimit { over: Money::CENT }.words().text, "$0.01 too much.");
/// assert_eq!((Code::Full.id(), Code::Full.about()), ("R02", "Nothing is left."));
/// ```
#[macro_export]
macro_rules! findings {
    ($(#[$of:meta])* $Finding:ident,
     $(#[$of_code:meta])* $Code:ident {
        $(#[doc = $about:literal] $Kind:ident = $id:literal $({ $($field:ident: $Type:ty),* $(,)? })?,)*
    }) => {
        $(#[$of])*
        #[allow(missing_docs, reason = "a field is named for what the line of its finding says")]
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $Finding {
            $(#[doc = $about] $Kind $({ $($field: $Type),* })?,)*
        }

        $(#[$of_code])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $Code {
            $(#[doc = $about] $Kind,)*
        }

        impl $crate::explain::Coded for $Finding {
            type Code = $Code;

            fn code(&self) -> $Code {
                match self { $(Self::$Kind { .. } => $Code::$Kind,)* }
            }
        }

        impl $Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$Kind),*];

            /// As results and the documentation write it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$Kind => $id,)* }
            }

            /// What it stands for, in a line.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$Kind => $about,)* }.trim()
            }
        }

        impl ::serde::Serialize for $Code {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}
