//! What a person enters, as data: versioned, readable JSON.
//!
#![doc = include_str!("format.md")]

mod beyond;
mod bound;
mod choice;
mod forms;
mod job;
mod landing;
mod ledger;
mod lists;
mod matching;
mod months;
mod path;
mod payroll;
mod plan;
mod plan_answers;
mod plan_name;
mod year;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::text;
pub use beyond::{Beyond, BusinessKind, FilingStatus, HsaCoverage};
pub use bound::AmountsTooLarge;
pub use choice::{Answers, Choice};
pub use forms::{Form1099R, MOST_FORMS, ReturnKind, Returned};
pub use job::{Job, MOST_SHEETS};
pub use landing::{Better, Landing, Spot, Withdrawal};
pub use ledger::{Balance, Contribution, Conversion, Ledger, MOST_LEDGER_ROWS, Opening};
use lists::up_to;
pub use matching::{CountedPay, MOST_TIERS, MatchKind, MatchRules, MatchTier, MatchTiming};
pub use months::Months;
pub use path::Path;
pub use payroll::{Bonus, Cadence, Certainty, Election, MOST_ROWS, PayBasis, Payroll, Raise, Shift, Strategy};
pub use plan::PlanRules;
pub use plan_answers::{
    Answer, CatchUpOffer, Destination, ElectionMode, ElectionStep, EmployerKind, LimitCovers, LimitationYearKind,
    MatchTested, PlanKind, TransferBy, TransferTiming, may_have_acp_test,
};
pub use plan_name::PlanName;
pub use year::{Amounts, Contributions, Income, IncomeKind, LimitationYear, OtherJob, Relation, YearRecord};

/// The version of the record's format that this planner writes where no year has further
/// jobs. Format 2 is format 3 without the ledger, the landing spot and the tax forms; format 1
/// is format 2 without the plan's features and the payroll.
pub const FORMAT: u32 = 3;

/// The version that it writes where one has, and the newest that it reads: an older planner
/// would not know what they are.
pub const FORMAT_OF_JOBS: u32 = 4;

/// The largest record read, in bytes: ten thousand rows of a ledger and some.
pub const LARGEST: usize = 4 << 20;

/// The most letters of what is wrong in a text: it may repeat a name or a value out of it.
const LONGEST_WHY: usize = 1_000;

/// The first and last year of a record: catch-up began in 2002, and dates end in 2199.
pub const YEARS: (i16, i16) = (2002, 2198);

/// Whether a record can have this year.
#[must_use]
pub fn is_year(year: i16) -> bool {
    (YEARS.0..=YEARS.1).contains(&year)
}

/// The most other jobs in one year.
pub const MOST_JOBS: usize = 50;

/// The most years: each of [`YEARS`] once.
const MOST_YEARS: usize = (YEARS.1 - YEARS.0 + 1) as usize;

/// Everything that a person has entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of the format, [`FORMAT`] or [`FORMAT_OF_JOBS`].
    pub format: u32,
    /// The person's birth date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// One entry per calendar year.
    #[serde(default, deserialize_with = "up_to::<MOST_YEARS, _, _>")]
    pub years: Vec<YearRecord>,
}

impl Default for Record {
    fn default() -> Self {
        Self { format: FORMAT, birth_date: None, years: Vec::new() }
    }
}

/// Why a text is not a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Larger than [`LARGEST`].
    TooLarge,
    /// It ends before what was begun in it does.
    CutOff,
    /// Not JSON, or a field that the format does not have or cannot hold.
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there, ending in a full stop.
        why: String,
    },
    /// Written by a newer planner.
    Newer(u64),
    /// No such version of the format.
    UnknownFormat(u64),
    /// The same year twice.
    YearTwice(i16),
    /// A year with more than [`MOST_JOBS`] other jobs.
    TooManyJobs(i16),
    /// A year outside [`YEARS`].
    Year(i16),
    /// A count of months that is no part of a year.
    Months(i16),
    /// A day of the month outside 1 to 31.
    Day(i16),
    /// A year with more pay dates, raises or bonuses than [`MOST_ROWS`], or more
    /// than [`MOST_TIERS`] of a match.
    TooManyRows(i16),
    /// A year with more rows in its ledger than [`MOST_LEDGER_ROWS`].
    TooLongLedger(i16),
    /// A year with more forms or returns than [`MOST_FORMS`].
    TooManyForms(i16),
    /// A year whose ledger has a date of another year.
    LedgerYear(i16),
    /// A year whose further jobs are too many, have the number of another one, are of another
    /// year, or hold what is the person's.
    FurtherJobs(i16),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "This record is larger than four megabytes. Check that it is the right file."),
            Self::CutOff => write!(f, "This file was cut off: its end is missing."),
            Self::Unreadable { line, column, why } => {
                write!(f, "This is not a record of this planner (line {line}, column {column}): {why}")
            }
            Self::Newer(format) => write!(
                f,
                "This record has format {format}; this planner reads up to format {FORMAT_OF_JOBS}. Use the newest planner."
            ),
            Self::UnknownFormat(format) => write!(f, "There is no record format {format}. Use format {FORMAT}."),
            Self::YearTwice(year) => write!(f, "The year {year} appears twice in this record. Keep one of the two."),
            Self::TooManyJobs(year) => write!(f, "The year {year} has more than {MOST_JOBS} other jobs."),
            Self::Year(year) => write!(f, "There is no year {year} in this planner. Use {} to {}.", YEARS.0, YEARS.1),
            Self::Months(year) => write!(
                f,
                "In {year}, months left go from 0 to 12, the months of a short limitation year from 1 to 11, and the month in which one begins from 1 to 12."
            ),
            Self::Day(year) => write!(f, "In {year}, a day of the month goes from 1 to 31."),
            Self::TooManyRows(year) => write!(
                f,
                "In {year}, a list of pay dates, raises or bonuses has more than {MOST_ROWS} entries, or the match more than {MOST_TIERS} tiers."
            ),
            Self::TooLongLedger(year) => write!(
                f,
                "In {year}, the ledger has more than {MOST_LEDGER_ROWS} contributions, balances or conversions."
            ),
            Self::LedgerYear(year) => {
                write!(f, "The ledger of {year} has a date of another year. Put that row under its own year.")
            }
            Self::FurtherJobs(year) => write!(
                f,
                "In {year}, there can be up to {} further jobs, each with an id and with what is that job’s alone.",
                MOST_SHEETS - 1
            ),
            Self::TooManyForms(year) => {
                write!(f, "In {year}, there are more than {MOST_FORMS} forms or amounts returned.")
            }
        }
    }
}

impl std::error::Error for RecordError {}

impl RecordError {
    fn unreadable(text: &str, error: &serde_json::Error) -> Self {
        if error.is_eof() && !text.trim().is_empty() {
            return Self::CutOff;
        }
        let (line, column) = (error.line(), error.column());
        let place = format!(" at line {line} column {column}");
        let why = error.to_string();
        let why = text::cleaned(why.strip_suffix(&place).unwrap_or(&why), LONGEST_WHY);
        let why = why.trim_end_matches('.');
        Self::Unreadable { line, column, why: format!("{why}.") }
    }
}

impl Record {
    /// Reads a record from JSON.
    ///
    /// ```
    /// use planner::record::Record;
    /// let record = Record::from_json(r#"{"format": 1, "birth_date": "1985-03-31"}"#)?;
    /// assert_eq!(Record::from_json(&record.to_json())?, record);
    /// assert!(Record::from_json(r#"{"format": 99}"#).is_err());
    /// # Ok::<(), planner::record::RecordError>(())
    /// ```
    ///
    /// # Errors
    /// A [`RecordError`], whose text says what is wrong and where.
    pub fn from_json(text: &str) -> Result<Self, RecordError> {
        const CURRENT: u64 = FORMAT_OF_JOBS as u64;
        /// The version alone, so that a newer record is told from a broken one.
        #[derive(Deserialize)]
        struct Header {
            format: u64,
        }
        // Some editors begin a file with a byte order mark.
        let text = text.trim_start_matches('\u{feff}');
        if text.len() > LARGEST {
            return Err(RecordError::TooLarge);
        }
        let header: Header = serde_json::from_str(text).map_err(|error| RecordError::unreadable(text, &error))?;
        match header.format {
            0 => return Err(RecordError::UnknownFormat(0)),
            1..=CURRENT => {}
            newer => return Err(RecordError::Newer(newer)),
        }
        let record: Self = serde_json::from_str(text).map_err(|error| RecordError::unreadable(text, &error))?;
        record.in_its_format().checked()
    }

    /// The record as indented JSON, ending in a line feed.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings, numbers and lists only: nothing here can fail to serialise.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The record in the least format that has all of it.
    #[must_use]
    pub(crate) fn in_its_format(self) -> Self {
        Self { format: if self.has_several_jobs() { FORMAT_OF_JOBS } else { FORMAT }, ..self }
    }

    /// Whether any year says which of several jobs it is of.
    #[must_use]
    pub(crate) fn has_several_jobs(&self) -> bool {
        self.years.iter().any(|entry| entry.job != Job::default() || !entry.further.is_empty())
    }

    /// The entry of one year.
    #[must_use]
    pub fn year(&self, year: i16) -> Option<&YearRecord> {
        self.years.iter().find(|entry| entry.year == year)
    }

    fn checked(self) -> Result<Self, RecordError> {
        for (place, entry) in self.years.iter().enumerate() {
            if self.years.iter().skip(place + 1).any(|other| other.year == entry.year) {
                return Err(RecordError::YearTwice(entry.year));
            }
            if !is_year(entry.year) {
                return Err(RecordError::Year(entry.year));
            }
            if !entry.has_sound_jobs() {
                return Err(RecordError::FurtherJobs(entry.year));
            }
            std::iter::once(entry).chain(&entry.further).try_for_each(YearRecord::checked)?;
        }
        Ok(self)
    }
}

impl YearRecord {
    /// Whether the figures of one job are such as can be.
    fn checked(&self) -> Result<(), RecordError> {
        if self.other_jobs.len() > MOST_JOBS {
            return Err(RecordError::TooManyJobs(self.year));
        }
        let short = self.plan.limitation_year_months.is_none_or(|months| (1..=11).contains(&months));
        let begins = self.plan.limitation_year_begins.is_none_or(|month| (1..=12).contains(&month));
        if !begins || !short || self.months_left.is_some_and(|months| months > 12) {
            return Err(RecordError::Months(self.year));
        }
        let payroll = &self.payroll;
        if [payroll.first_day, payroll.second_day].into_iter().flatten().any(|day| !(1..=31).contains(&day)) {
            return Err(RecordError::Day(self.year));
        }
        let longest = payroll.pay_dates.len().max(payroll.raises.len()).max(payroll.bonuses.len());
        if longest > MOST_ROWS || self.plan.matching.tiers.len() > MOST_TIERS {
            return Err(RecordError::TooManyRows(self.year));
        }
        let Ledger { contributions, balances, conversions, .. } = &self.ledger;
        if contributions.len().max(balances.len()).max(conversions.len()) > MOST_LEDGER_ROWS {
            return Err(RecordError::TooLongLedger(self.year));
        }
        if self.forms.len().max(self.returned.len()) > MOST_FORMS {
            return Err(RecordError::TooManyForms(self.year));
        }
        if self.ledger.days().any(|day| day.year() != self.year) {
            return Err(RecordError::LedgerYear(self.year));
        }
        Ok(())
    }
}

/// Whether a field holds what it holds when nothing was entered.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
