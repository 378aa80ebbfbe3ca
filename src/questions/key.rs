//! Where a text stands.

use super::ledger::in_list;
use super::{Field, Kind, List, Question, RowField, ask};
use crate::record::Answers;

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

    /// Whether it goes with the job, and not with the person.
    #[must_use]
    pub const fn is_of_job(self) -> bool {
        match self {
            Self::BirthDate => false,
            Self::Sheet(field) => field.whose().is_of_job(),
            Self::Row(list, ..) => list.is_of_job(),
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
        const BIRTH_DATE: &Question = &ask("Birth date");
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
