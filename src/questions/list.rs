//! The lists of a year, whose rows ask the same questions again.

use super::{RowField, bonuses, conversions, deposits, entries, forms, jobs, raises, returns};
use crate::record::{MOST_FORMS, MOST_JOBS, MOST_LEDGER_ROWS, MOST_ROWS};

/// The fields out of rows.
macro_rules! fields_of {
    ($($(#[$doc:meta])* $field:ident = $id:literal: [$($as:tt)+] at $($place:ident).+
        $(if |$a:ident| $when:expr)?, $title:literal, $question:expr;)*) => { &[$(RowField::$field),*] };
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
            Self::Contributions => entries! { deposits! fields_of! },
            Self::Balances => entries! { fields_of! },
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

    /// Whether it goes with the job, and not with the person.
    #[must_use]
    pub const fn is_of_job(self) -> bool {
        !matches!(self, Self::Jobs)
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
