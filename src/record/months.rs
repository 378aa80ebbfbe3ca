//! Months of the year, as a plan names those in which something may be done.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::date::{Date, month_name};

/// Months of the year; none of them stands for no such rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Months(u16);

impl Months {
    /// Whether no month is named.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a day is in one of them, or none is named.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::record::Months;
    /// let twice: Months = "June, 12".parse().map_err(|month: String| month)?;
    /// assert!(twice.allow(Date::new(2026, 12, 31)?) && !twice.allow(Date::new(2026, 7, 1)?));
    /// assert_eq!(twice.named().collect::<Vec<_>>(), ["June", "December"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn allow(self, date: Date) -> bool {
        self.is_empty() || self.names(date.month())
    }

    /// Whether a month is among them, by its number.
    fn names(self, month: u8) -> bool {
        (1..=12).contains(&month) && self.0 & (1 << month) != 0
    }

    /// The same with another month, by its number from 1 to 12.
    #[must_use]
    const fn with(self, month: u8) -> Self {
        Self(self.0 | (1 << month))
    }

    /// Their numbers, in order.
    fn numbers(self) -> impl Iterator<Item = u8> {
        (1..=12).filter(move |month| self.names(*month))
    }

    /// Their names, in order.
    pub fn named(self) -> impl Iterator<Item = &'static str> {
        self.numbers().map(month_name)
    }
}

impl FromStr for Months {
    type Err = String;

    /// Reads names, their first three letters or more, and numbers.
    ///
    /// # Errors
    /// The part that names no month.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut months = Self::default();
        let parts =
            text.split([',', ';', '/', ' ', '.', '&', '\u{a0}', '\n', '\r', '\t']).filter(|part| !part.is_empty());
        for part in parts.filter(|part| !part.eq_ignore_ascii_case("and")) {
            months = months.with(month(part).ok_or_else(|| part.to_owned())?);
        }
        Ok(months)
    }
}

/// The number of a month that a person names.
fn month(part: &str) -> Option<u8> {
    if let Ok(number) = part.parse() {
        return (1..=12).contains(&number).then_some(number);
    }
    let starts =
        |month: &u8| month_name(*month).get(..part.len()).is_some_and(|start| start.eq_ignore_ascii_case(part));
    (1..=12).find(|month| part.len() >= 3 && starts(month))
}

impl Serialize for Months {
    /// `[6, 12]`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.numbers())
    }
}

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut months = Self::default();
        for month in super::lists::up_to::<12, u8, D>(deserializer)? {
            if !(1..=12).contains(&month) {
                return Err(serde::de::Error::custom(format!("{month} is not a month from 1 to 12")));
            }
            months = months.with(month);
        }
        Ok(months)
    }
}
