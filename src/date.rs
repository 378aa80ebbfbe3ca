//! Civil dates: a day on the calendar, with no clock and no time zone.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the Gregorian calendar from 1900 to 2199.
///
/// ```
/// use planner::date::Date;
/// let deadline = Date::new(2026, 12, 31)?.plus_days(30)?;
/// assert_eq!(deadline.to_string(), "2027-01-30");
/// assert_eq!(deadline.long(), "January 30, 2027");
/// # Ok::<(), planner::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Saturday or Sunday.
    #[must_use]
    pub const fn is_weekend(self) -> bool {
        matches!(self, Self::Saturday | Self::Sunday)
    }

    /// `Fri`.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::Monday => "Mon",
            Self::Tuesday => "Tue",
            Self::Wednesday => "Wed",
            Self::Thursday => "Thu",
            Self::Friday => "Fri",
            Self::Saturday => "Sat",
            Self::Sunday => "Sun",
        }
    }
}

/// Why a text or a triple of numbers is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Nothing was written.
    Empty,
    /// Not month, day and year in digits.
    NotADate,
    /// A year outside 1900 to 2199.
    Year,
    /// A month outside 1 to 12.
    Month,
    /// A day that its month does not have.
    Day,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter a date as month/day/year, such as 3/31/1985.",
            Self::NotADate => "Enter month, day and year, such as 3/31/1985.",
            Self::Year => "Enter a year from 1900 to 2199, with all four digits.",
            Self::Month => "Enter a month from 1 to 12, before the day, such as 3/31/1985.",
            Self::Day => "Enter a day that this month has, such as 3/31/1985.",
        })
    }
}

impl std::error::Error for DateError {}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month from 1 to 12.
pub(crate) fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// The number of the month whose name, or at least its first three letters, stands in a text
/// as its only word.
fn named_month(text: &str) -> Option<u8> {
    let mut words = text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 2);
    let (word, None) = (words.next()?, words.next()) else { return None };
    let is = |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    (1..=12).find(|month| is(&month_name(*month)))
}

impl Date {
    /// The last day that this calendar knows.
    pub const LAST: Self = Self { year: 2199, month: 12, day: 31 };

    /// The day with these numbers.
    ///
    /// # Errors
    /// A [`DateError`] naming the first number out of range.
    pub const fn new(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        if year < 1900 || year > 2199 {
            return Err(DateError::Year);
        }
        if month < 1 || month > 12 {
            return Err(DateError::Month);
        }
        if day < 1 || day > days_in_month(year, month) {
            return Err(DateError::Day);
        }
        Ok(Self { year, month, day })
    }

    /// The last day of a year.
    ///
    /// # Errors
    /// [`DateError::Year`] outside 1900 to 2199.
    pub const fn year_end(year: i16) -> Result<Self, DateError> {
        Self::new(year, 12, 31)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day this many days later (or earlier, if negative).
    ///
    /// # Errors
    /// [`DateError::Year`] outside 1900 to 2199.
    pub fn plus_days(self, days: i32) -> Result<Self, DateError> {
        Self::from_day_number(self.day_number().checked_add(days).ok_or(DateError::Year)?)
    }

    /// Reads a date as a person types one: `3/31/1985`, `3-31-85`, `1985-03-31` or
    /// `March 31, 1985`. A year of two digits is one from 1950 to 2049.
    ///
    /// # Errors
    /// A [`DateError`], whose text tells the person what to do.
    pub fn typed(text: &str) -> Result<Self, DateError> {
        let text = text.trim_matches(' ');
        if text.is_empty() {
            return Err(DateError::Empty);
        }
        if let Some(month) = named_month(text) {
            let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
            return match [numbers.next(), numbers.next(), numbers.next()] {
                [Some(day), Some(year), None] => Self::from_texts(year, &month.to_string(), day),
                _ => Err(DateError::NotADate),
            };
        }
        if matches!(text.len(), 6 | 8) && text.bytes().all(|byte| byte.is_ascii_digit()) {
            // As a keyboard of numbers alone writes it: 03141992.
            let (month, rest) = text.split_at(2);
            let (day, year) = rest.split_at(2);
            return Self::from_texts(year, month, day);
        }
        let mut parts = text.split(['/', '-', '.']).map(|part| part.trim_matches(' '));
        match [parts.next(), parts.next(), parts.next(), parts.next()] {
            [Some(year), Some(month), Some(day), None] if year.len() == 4 => Self::from_texts(year, month, day),
            [Some(month), Some(day), Some(year), None] => Self::from_texts(year, month, day),
            _ => Err(DateError::NotADate),
        }
    }

    /// `April 15, 2027`.
    #[must_use]
    pub fn long(self) -> String {
        format!("{} {}, {}", month_name(self.month), self.day, self.year)
    }

    /// `Jul 3`.
    #[must_use]
    pub fn short(self) -> String {
        format!("{} {}", month_name(self.month).get(..3).unwrap_or_default(), self.day)
    }

    /// `Fri, Jul 3`.
    #[must_use]
    pub fn with_weekday(self) -> String {
        format!("{}, {}", self.weekday().short(), self.short())
    }

    /// Days since 1 January 1970, by whole eras of 400 years.
    #[must_use]
    pub const fn day_number(self) -> i32 {
        let from_march = (self.month as i32 + 9) % 12;
        let year = self.year as i32 - (self.month <= 2) as i32;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * from_march + 2) / 5 + self.day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day of the week.
    ///
    /// ```
    /// # use planner::date::{Date, Weekday};
    /// assert_eq!(Date::new(2026, 11, 24)?.weekday(), Weekday::Tuesday);
    /// # Ok::<(), planner::date::DateError>(())
    /// ```
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        // January 1, 1970 was a Thursday.
        match self.day_number().rem_euclid(7) {
            0 => Weekday::Thursday,
            1 => Weekday::Friday,
            2 => Weekday::Saturday,
            3 => Weekday::Sunday,
            4 => Weekday::Monday,
            5 => Weekday::Tuesday,
            _ => Weekday::Wednesday,
        }
    }

    fn from_day_number(number: i32) -> Result<Self, DateError> {
        let shifted = number.checked_add(719_468).ok_or(DateError::Year)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        let narrow = |value: i32| u8::try_from(value).map_err(|_| DateError::Day);
        let day = narrow(day_of_year - (153 * from_march + 2) / 5 + 1)?;
        Self::new(i16::try_from(year).map_err(|_| DateError::Year)?, narrow(month)?, day)
    }

    fn from_texts(year: &str, month: &str, day: &str) -> Result<Self, DateError> {
        let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        if ![year, month, day].into_iter().all(digits) || !matches!(year.len(), 2 | 4) {
            return Err(DateError::NotADate);
        }
        let century = match (year.len(), year < "50") {
            (4, _) => 0,
            (_, true) => 2000,
            (_, false) => 1900,
        };
        Self::new(
            century + year.parse::<i16>().map_err(|_| DateError::Year)?,
            month.parse().map_err(|_| DateError::Month)?,
            day.parse().map_err(|_| DateError::Day)?,
        )
    }
}

const fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    /// `2027-04-15`, as records and results write dates.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `YYYY-MM-DD` and nothing else.
    ///
    /// # Errors
    /// A [`DateError`].
    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
                Self::from_texts(year, month, day)
            }
            _ => Err(DateError::NotADate),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|_: DateError| serde::de::Error::custom(format!("{text:?} is not a date written YYYY-MM-DD")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_agrees_with_an_independent_calendar() -> Result<(), Box<dyn std::error::Error>> {
        let mut oracle = jiff::civil::date(1900, 1, 1);
        let mut day = Date::new(1900, 1, 1)?;
        loop {
            assert_eq!((oracle.year(), oracle.month(), oracle.day()), (day.year, day.month as i8, day.day as i8));
            assert_eq!(Date::from_day_number(day.day_number()), Ok(day));
            assert_eq!(day.to_string().parse(), Ok(day));
            assert_eq!(format!("{:?}", day.weekday()), format!("{:?}", oracle.weekday()));
            assert_eq!(Date::typed(&format!("{}/{}/{}", day.month, day.day, day.year)), Ok(day));
            let Ok(next) = day.plus_days(1) else { break };
            day = next;
            oracle = oracle.tomorrow()?;
        }
        assert_eq!(day, Date::year_end(2199)?);
        Ok(())
    }

    #[test]
    fn refuses_what_is_no_day() {
        use DateError::{Day, Empty, Month, NotADate, Year};
        for (text, error) in [
            ("", Empty),
            ("1985", NotADate),
            ("3/31/5", NotADate),
            ("3/31/985", NotADate),
            ("99/31/85", Month),
            ("0331198", NotADate),
            ("Marching 3 1985", NotADate),
            ("March 1985", NotADate),
            ("March 3 4 1985", NotADate),
            ("March April 3 1985", NotADate),
            ("Marzo 3 1985", NotADate),
            ("13311985", Month),
            ("03/31", NotADate),
            ("31/3/1985", Month),
            ("2/29/2023", Day),
            ("4/31/2026", Day),
            ("1/1/1899", Year),
            ("1/1/9999", Year),
            ("0/1/2000", Month),
            ("1/0/2000", Day),
            ("1/\t1/2000", NotADate),
            ("+1/1/2000", NotADate),
            ("99999999999/1/2000", NotADate),
        ] {
            assert_eq!(Date::typed(text), Err(error), "{text:?}");
        }
        assert_eq!(Date::typed("2/29/2024"), Date::new(2024, 2, 29));
        assert_eq!(Date::typed(" 1985-03-31 "), Date::new(1985, 3, 31));
    }

    #[test]
    fn reads_dates_as_people_write_them() {
        for text in
            ["March 14, 1992", "14 Mar 1992", "mar. 14th 92", "3-14-92", "3.14.92", "3/14/1992", "03141992", "031492"]
        {
            assert_eq!(Date::typed(text), Date::new(1992, 3, 14), "{text:?}");
        }
        assert_eq!(Date::typed("12/18/26"), Date::new(2026, 12, 18));
        assert_eq!(Date::typed("1/1/49"), Date::new(2049, 1, 1));
        assert_eq!(Date::typed("1/1/50"), Date::new(1950, 1, 1));
        assert_eq!(Date::typed("May 2, 1965"), Date::new(1965, 5, 2));
    }
}
