//! One text at a time: what each kind of field reads, and the sentence if it cannot.

use std::ops::RangeInclusive;

use super::Reader;
use crate::date::{Date, DateError};
use crate::money::{Money, MoneyError};
use crate::order;
use crate::percent::{Percent, PercentError};
use crate::questions::{Field, Key};
use crate::record::{Answer, Choice, Election, ElectionStep, MOST_ROWS, Months};
use crate::text;

/// Reads the texts of rows of the [catalogue](crate::questions) into their places in a part
/// of the record.
macro_rules! read {
    ($reader:ident $entry:ident $fields:ident $key:ident:
        $($(#[$doc:meta])* $field:ident = $id:literal: [$($as:tt)+] at $($place:ident).+ $(, of $whose:ident)?
            $(if |$a:ident| $when:expr)?, $title:literal, $question:expr;)*) => {
        $($crate::reading::texts::put!([$($place).+] [$($as)+] $entry $reader $key($fields::$field));)*
    };
}
pub(super) use read;

macro_rules! put {
    ([by_hand] $($rest:tt)*) => {};
    ([$($place:ident).+] [$($as:tt)+] $entry:ident $reader:ident $key:expr) => {
        $entry.$($place).+ = $crate::reading::texts::value!([$($as)+] $reader $key)
    };
}
pub(super) use put;

/// What a text is read as, in the catalogue's words.
macro_rules! value {
    ([Money] $reader:ident $key:expr) => {
        $reader.money($key)
    };
    ([Sum] $reader:ident $key:expr) => {
        $reader.money($key).unwrap_or_default()
    };
    ([Percent] $reader:ident $key:expr) => {
        $reader.percent($key)
    };
    ([Count $range:expr] $reader:ident $key:expr) => {
        $reader.count($key, $range)
    };
    ([Date] $reader:ident $key:expr) => {
        $reader.date($key, None)
    };
    ([DateOfYear] $reader:ident $key:expr) => {
        $reader.date($key, Some($reader.year))
    };
    ([Dates] $reader:ident $key:expr) => {
        $reader.dates($key)
    };
    ([Months] $reader:ident $key:expr) => {
        $reader.months($key)
    };
    ([Election] $reader:ident $key:expr) => {
        $reader.election($key)
    };
    ([Year $first:literal] $reader:ident $key:expr) => {
        $reader.year_number($key, $first..=$crate::record::YEARS.1)
    };
    ([YearSoFar $first:literal] $reader:ident $key:expr) => {
        $reader.year_number($key, $first..=$reader.year)
    };
    ([Choice $answer:ty] $reader:ident $key:expr) => {
        $reader.choice($key)
    };
    ([Select $answer:ty] $reader:ident $key:expr) => {
        $reader.choice($key)
    };
    ([Checked] $reader:ident $key:expr) => {
        $reader.checked($key)
    };
    ([Words] $reader:ident $key:expr) => {
        $reader.words($key)
    };
    ([Lines] $reader:ident $key:expr) => {
        $reader.words($key)
    };
}
pub(super) use value;

impl<'a> Reader<'a> {
    /// The text of a question that is asked; a question that is not has none.
    pub(super) fn asked(&self, key: Key) -> &'a str {
        let text = match key {
            Key::Sheet(field) if self.applies.asks(field) => self.sheet.text(field),
            Key::Row(_, id, field) => {
                let row = self.row.filter(|row| row.id == id && self.applies.asks_of(&row.texts, field));
                row.map_or("", |row| row.text(field))
            }
            Key::BirthDate | Key::Sheet(_) => "",
        };
        text.trim_matches(' ')
    }

    /// Any words, without the blanks around them.
    pub(super) fn words<'b, T: From<&'b str>>(&'b self, key: Key) -> T {
        self.asked(key).trim().into()
    }

    pub(super) fn choice<C: Choice>(&mut self, key: Key) -> C {
        let answer = C::from_word(self.asked(key));
        if answer.is_none() {
            self.leave_out([key]);
        }
        answer.unwrap_or_default()
    }

    /// A box that is checked or not.
    pub(super) fn checked(&mut self, key: Key) -> bool {
        self.choice::<Answer>(key) == Answer::Yes
    }

    /// Months, by name or number.
    pub(super) fn months(&mut self, key: Key) -> Months {
        match self.asked(key).parse() {
            Ok(months) => months,
            Err(part) => {
                let message =
                    format!("“{}” is not a month. Enter names or numbers, such as June, December.", shortened(&part));
                self.problem(key, message, true).unwrap_or_default()
            }
        }
    }

    pub(super) fn money(&mut self, key: Key) -> Option<Money> {
        let text = self.asked(key);
        match text.parse() {
            Ok(money) => Some(money),
            Err(MoneyError::Empty) if text.is_empty() => None,
            Err(error) => {
                let unfinished = matches!(error, MoneyError::Grouping | MoneyError::Empty) || text == ".";
                self.problem(key, error.to_string(), unfinished)
            }
        }
    }

    pub(super) fn percent<const MOST: u32>(&mut self, key: Key) -> Option<Percent<MOST>> {
        let text = self.asked(key);
        if text.is_empty() {
            return None;
        }
        match text.parse() {
            Ok(percent) => Some(percent),
            Err(error) => {
                let unfinished = error == PercentError::Empty || text == ".";
                self.problem(key, error.to_string(), unfinished)
            }
        }
    }

    /// An election, in dollars or percent as its sign says or, without a sign,
    /// as payroll takes elections.
    pub(super) fn election(&mut self, key: Key) -> Election {
        let step = ElectionStep::from_word(self.asked(Key::Sheet(Field::ElectionStep))).unwrap_or_default();
        let in_dollars = step.in_dollars();
        let text = self.asked(key);
        let dollars = !text.contains('%') && (in_dollars || text.starts_with('$'));
        if dollars {
            self.money(key).map_or(Election::NOTHING, Election::Dollars)
        } else {
            self.percent(key).map_or(Election::NOTHING, Election::Percent)
        }
    }

    /// A date; within one calendar year where that is asked for.
    pub(super) fn date(&mut self, key: Key, year: Option<i16>) -> Option<Date> {
        let text = self.asked(key);
        match (Date::typed(text), year) {
            (Ok(date), Some(year)) if date.year() != year => {
                self.problem(key, format!("Enter a date in {year}."), true)
            }
            (Ok(date), _) => Some(date),
            (Err(DateError::Empty), _) => None,
            (Err(error), _) => {
                let unfinished = is_unfinished(text, error);
                self.problem(key, error.to_string(), unfinished)
            }
        }
    }

    /// Dates of the year on show, in order, parted by commas, blanks or lines.
    /// A list that cannot be read whole counts as none.
    pub(super) fn dates(&mut self, key: Key) -> Vec<Date> {
        let year = self.year;
        let mut dates = Vec::new();
        for text in self.asked(key).split([',', ';', ' ', '\n', '\r', '\t']).filter(|text| !text.is_empty()) {
            let message = match Date::typed(text) {
                Ok(date) if date.year() == year => {
                    dates.push(date);
                    continue;
                }
                Ok(_) => format!("“{}” is not in {year}. Enter pay dates of that year.", shortened(text)),
                Err(error) => format!("“{}”: {error}", shortened(text)),
            };
            self.problem::<()>(key, message, true);
            return Vec::new();
        }
        if dates.is_empty() {
            self.leave_out([key]);
        }
        order::sort(&mut dates);
        dates.dedup();
        if dates.len() > MOST_ROWS {
            self.problem::<()>(key, format!("Enter at most {MOST_ROWS} pay dates."), false);
            dates.clear();
        }
        dates
    }

    /// A calendar year.
    pub(super) fn year_number(&mut self, key: Key, range: RangeInclusive<i16>) -> Option<i16> {
        let text = self.asked(key);
        if text.is_empty() {
            return None;
        }
        let digits = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(year) if digits && range.contains(&year) => Some(year),
            _ => {
                let message = format!("Enter a year from {} to {}.", range.start(), range.end());
                self.problem(key, message, digits && text.len() < 4)
            }
        }
    }

    pub(super) fn count(&mut self, key: Key, range: RangeInclusive<u8>) -> Option<u8> {
        let text = self.asked(key);
        if text.is_empty() {
            return None;
        }
        let digits = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(count) if digits && range.contains(&count) => Some(count),
            _ => {
                let message = format!("Enter a whole number from {} to {}.", range.start(), range.end());
                self.problem(key, message, false)
            }
        }
    }
}

/// Whether the text of a date may only be half typed.
pub(super) fn is_unfinished(text: &str, error: DateError) -> bool {
    error == DateError::NotADate || ["/0", "-0", ".0"].iter().any(|end| text.ends_with(end))
}

/// The beginning of a text, for a sentence about it.
fn shortened(text: &str) -> String {
    text::cleaned(text, 20)
}
