//! One field at a time: what a person would type for it.

use std::fmt;

use crate::date::Date;
use crate::draft::{keep, typed};
use crate::money::Money;
use crate::order::Map;
use crate::percent::Percent;
use crate::record::{Choice, Election, Months};

/// Writes the places of rows of the [catalogue](crate::questions) in a part of the record.
macro_rules! write {
    ($texts:ident $entry:ident $fields:ident:
        $($(#[$doc:meta])* $field:ident = $id:literal: [$($as:tt)+] at $($place:ident).+ $(, of $whose:ident)?
            $(if |$a:ident| $when:expr)?, $title:literal, $question:expr;)*) => {
        $($crate::reading::write::texts::put!([$($place).+] [$($as)+] $texts $entry $fields::$field);)*
    };
}
pub(super) use write;

macro_rules! put {
    ([by_hand] $($rest:tt)*) => {};
    ([$($place:ident).+] [$($as:tt)+] $texts:ident $entry:ident $field:expr) => {
        $crate::reading::write::texts::text!([$($as)+] $texts $field, $entry.$($place).+)
    };
}
pub(super) use put;

/// What is typed for a value, by what its text is read as.
macro_rules! text {
    ([Money] $texts:ident $field:expr, $value:expr) => {
        $texts.money($field, $value)
    };
    ([Sum] $texts:ident $field:expr, $value:expr) => {
        $texts.sum($field, $value)
    };
    ([Percent] $texts:ident $field:expr, $value:expr) => {
        $texts.percent($field, $value)
    };
    ([Count $range:expr] $texts:ident $field:expr, $value:expr) => {
        $texts.count($field, $value)
    };
    ([Date] $texts:ident $field:expr, $value:expr) => {
        $texts.date($field, $value)
    };
    ([DateOfYear] $texts:ident $field:expr, $value:expr) => {
        $texts.date($field, $value)
    };
    ([Dates] $texts:ident $field:expr, $value:expr) => {
        $texts.dates($field, &$value)
    };
    ([Months] $texts:ident $field:expr, $value:expr) => {
        $texts.months($field, $value)
    };
    ([Election] $texts:ident $field:expr, $value:expr) => {
        $texts.election($field, $value)
    };
    ([Year $first:literal] $texts:ident $field:expr, $value:expr) => {
        $texts.count($field, $value)
    };
    ([YearSoFar $first:literal] $texts:ident $field:expr, $value:expr) => {
        $texts.count($field, $value)
    };
    ([Choice $answer:ty] $texts:ident $field:expr, $value:expr) => {
        $texts.choice($field, $value)
    };
    ([Select $answer:ty] $texts:ident $field:expr, $value:expr) => {
        $texts.choice($field, $value)
    };
    ([Checked] $texts:ident $field:expr, $value:expr) => {
        $texts.checked($field, $value)
    };
    ([Words] $texts:ident $field:expr, $value:expr) => {
        $texts.words($field, &$value)
    };
    ([Lines] $texts:ident $field:expr, $value:expr) => {
        $texts.words($field, &$value)
    };
}
pub(super) use text;

/// The texts of a sheet or of a row, by field. What is not entered has none.
pub(super) struct Texts<F>(Map<F, String>);

impl<F> Default for Texts<F> {
    fn default() -> Self {
        Self(Map::new())
    }
}

impl<F: Ord> Texts<F> {
    pub(super) fn into_map(self) -> Map<F, String> {
        self.0
    }

    pub(super) fn words(&mut self, field: F, words: impl AsRef<str>) {
        keep(&mut self.0, field, words.as_ref().to_owned());
    }

    /// An answer. The first of its list stands for an open question.
    pub(super) fn choice<C: Choice>(&mut self, field: F, answer: C) {
        if answer != C::default() {
            self.words(field, answer.word());
        }
    }

    /// A box that is checked or not.
    pub(super) fn checked(&mut self, field: F, checked: bool) {
        if checked {
            self.words(field, "yes");
        }
    }

    pub(super) fn money(&mut self, field: F, amount: Option<Money>) {
        self.words(field, amount.map(typed::money).unwrap_or_default());
    }

    /// An amount that is nothing where none is entered.
    pub(super) fn sum(&mut self, field: F, amount: Money) {
        self.money(field, Some(amount).filter(|amount| *amount != Money::ZERO));
    }

    pub(super) fn percent<const MOST: u32>(&mut self, field: F, percent: Option<Percent<MOST>>) {
        let text = percent.map(|percent| percent.to_string()).unwrap_or_default();
        self.words(field, text.trim_end_matches('%'));
    }

    /// An election, with the sign that tells dollars from a share.
    pub(super) fn election(&mut self, field: F, election: Election) {
        if election != Election::NOTHING {
            self.words(field, election.to_string());
        }
    }

    pub(super) fn date(&mut self, field: F, date: Option<Date>) {
        self.words(field, date.map(typed::date).unwrap_or_default());
    }

    pub(super) fn months(&mut self, field: F, months: Months) {
        self.words(field, months.named().collect::<Vec<_>>().join(", "));
    }

    pub(super) fn dates(&mut self, field: F, dates: &[Date]) {
        let dates: Vec<String> = dates.iter().copied().map(typed::date).collect();
        self.words(field, dates.join(", "));
    }

    /// A count or a calendar year.
    pub(super) fn count<N: fmt::Display>(&mut self, field: F, count: Option<N>) {
        self.words(field, count.map(|count| count.to_string()).unwrap_or_default());
    }
}
