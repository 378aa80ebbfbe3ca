//! A copy of what somebody typed, out of a file or a link: the record, a saved draft, what
//! the start-up script rescued, or a link with the whole record.
//!
//! The text is anybody's, and nothing in it is trusted: it is refused before it is parsed
//! where it is too large, and letters that are not seen are taken out of it.

use std::fmt;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{SharedPlan, WholeLinkError};
use crate::date::Date;
use crate::draft::{Draft, SavedError, Sheet};
use crate::order::Map;
use crate::questions::{Key, Kind, List};
use crate::record::{LARGEST, Record, RecordError};
use crate::text;

/// A copy, read but not yet in the place of anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedCopy {
    /// What it was read from.
    pub source: Source,
    /// What it holds.
    pub draft: Draft,
    /// The texts, with their year, that had letters which are not seen or were longer than
    /// any that is typed, and are kept without.
    pub cleaned: Vec<(i16, Key)>,
}

/// What a copy was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A record, as the page's download writes it.
    Record,
    /// A draft, as it is saved in a browser.
    Saved,
    /// What the start-up script hands over when the planner has stopped.
    Rescued,
    /// A link with the whole record.
    Link,
}

/// Why a text is no copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing but blanks.
    Empty,
    /// Larger than [`LARGEST`].
    TooLarge,
    /// Rows of a ledger.
    Csv,
    /// A link to a plan's rules.
    PlanLink,
    /// A link to a whole record, which cannot be used.
    Link(WholeLinkError),
    /// A saved draft, which cannot be used.
    Saved(SavedError),
    /// A record, which cannot be used, or no copy at all.
    Record(RecordError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "There is nothing in it. Choose the file again, or paste all of the text.",
            Self::TooLarge => "This is larger than four megabytes. Check that it is the right file.",
            Self::Csv => {
                "This looks like rows of a ledger (CSV), not like a copy of the record. Import it on the Conversions page."
            }
            Self::PlanLink => {
                "This link carries a plan’s rules only. Open it as an address in the browser to see what it would fill in."
            }
            Self::Link(error) => return error.fmt(f),
            Self::Saved(SavedError::Newer) => {
                "These figures were saved by a newer planner. Reload the page to get the newest planner, and open them again."
            }
            Self::Saved(SavedError::Unreadable) => {
                "These figures were saved by the planner, but they are damaged and cannot be read. Open another copy."
            }
            Self::Record(RecordError::CutOff) => {
                "This file was cut off: its end is missing. Download or copy it again, and open all of it."
            }
            // The planner's own files have lines. What is wrong in others, the command says.
            Self::Record(RecordError::Unreadable { line: 1, .. }) => {
                "This is not a copy that this planner made. Choose a file from “Download a copy”."
            }
            Self::Record(RecordError::Unreadable { line, .. }) => {
                return write!(
                    f,
                    "This file was changed or damaged: line {line} is not as the planner wrote it. Open another copy."
                );
            }
            Self::Record(error) => return error.fmt(f),
        })
    }
}

impl std::error::Error for OpenError {}

impl OpenedCopy {
    /// Reads a copy. On show in it is the year that was when it was saved or, in a record,
    /// the latest one up to today's.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::exchange::{OpenedCopy, Source};
    /// let today = Date::new(2026, 11, 24)?;
    /// let copy = OpenedCopy::read(r#"{"format": 3, "years": [{"year": 2025, "months_left": 3}]}"#, today)?;
    /// assert_eq!((copy.source, copy.draft.year), (Source::Record, 2025));
    /// assert!(OpenedCopy::read("1/16/2026,355.77", today).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// An [`OpenError`], whose text tells the person what is wrong and what to do.
    pub fn read(text: &str, today: Date) -> Result<Self, OpenError> {
        if text.len() > LARGEST {
            return Err(OpenError::TooLarge);
        }
        // Some editors begin a file with a byte order mark.
        let text = text.trim_start_matches('\u{feff}');
        let (source, mut draft) = match Form::of(text)? {
            Form::Record => (Source::Record, of_record(&Record::from_json(text).map_err(OpenError::Record)?, today)),
            Form::Link => (Source::Link, of_record(&Record::from_link(text).map_err(OpenError::Link)?, today)),
            Form::Saved => (Source::Saved, Draft::from_saved(text).map_err(OpenError::Saved)?),
            Form::Rescued(saved) => (Source::Rescued, Draft::from_saved(&saved).map_err(OpenError::Saved)?),
        };
        let cleaned = draft.clean();
        Ok(Self { source, draft, cleaned })
    }
}

/// What a text looks like.
enum Form {
    Record,
    Saved,
    Rescued(String),
    Link,
}

impl Form {
    fn of(text: &str) -> Result<Self, OpenError> {
        /// The names that tell one JSON object from another; what else is in it is passed over.
        #[derive(Deserialize)]
        struct Names {
            draft: Option<IgnoredAny>,
            /// The name under which the page saves: see src/app/storage.rs.
            #[serde(rename = "mbr.plan")]
            saved: Option<String>,
        }
        let begun = text.trim_start();
        if begun.starts_with('{') {
            // What is no JSON at all is told by the record's reader, with line and column.
            return Ok(match serde_json::from_str(text) {
                Ok(Names { saved: Some(saved), .. }) => Self::Rescued(saved),
                Ok(Names { draft: Some(_), .. }) => Self::Saved,
                _ => Self::Record,
            });
        }
        let first_line = begun.lines().next().unwrap_or_default();
        if begun.is_empty() {
            Err(OpenError::Empty)
        } else if Record::is_link(begun) {
            Ok(Self::Link)
        } else if SharedPlan::is_link(begun) {
            Err(OpenError::PlanLink)
        } else if !begun.starts_with(['[', '<']) && first_line.contains([',', ';', '\t']) {
            Err(OpenError::Csv)
        } else {
            Ok(Self::Record)
        }
    }
}

/// A record as a draft, with its latest year up to today's on show.
fn of_record(record: &Record, today: Date) -> Draft {
    let mut draft = Draft::from_record(record, Draft::new(today).year);
    let held: Vec<i16> = draft.years_held().into_iter().map(|(year, _)| year).collect();
    let latest = held.iter().rfind(|year| **year <= today.year()).or(held.first());
    draft.year = latest.copied().unwrap_or(draft.year);
    draft
}

impl Draft {
    /// Takes out of all texts the letters that are not seen, and what is longer than any
    /// text that is typed. Returns which texts had such.
    fn clean(&mut self) -> Vec<(i16, Key)> {
        let mut cleaned = Vec::new();
        if clean(&mut self.birth_date, Kind::Date) {
            cleaned.push((self.year, Key::BirthDate));
        }
        for (year, sheet) in self.sheets.iter_mut() {
            sheet.clean(&mut |key| cleaned.push((*year, key)));
        }
        cleaned
    }
}

impl Sheet {
    /// The same of a year's sheet and of those behind it.
    fn clean(&mut self, found: &mut dyn FnMut(Key)) {
        clean_all(&mut self.texts, |field| field.kind()).into_iter().map(Key::Sheet).for_each(&mut *found);
        for list in List::ALL {
            for row in self.rows_mut(*list) {
                let of_row = clean_all(&mut row.texts, |field| field.kind());
                of_row.into_iter().for_each(|field| found(Key::Row(*list, row.id, field)));
            }
        }
        self.others.iter_mut().for_each(|other| other.clean(found));
    }
}

/// Cleans texts and returns the fields of those that needed it.
fn clean_all<F: Ord + Copy>(texts: &mut Map<F, String>, kind: fn(F) -> Kind) -> Vec<F> {
    let mut cleaned = Vec::new();
    texts.retain(|field, text| {
        if clean(text, kind(*field)) {
            cleaned.push(*field);
        }
        !text.is_empty()
    });
    cleaned
}

/// Cleans a text, and says whether it needed it.
fn clean(text: &mut String, kind: Kind) -> bool {
    let stands = text::can_stand(text, kind.longest(), kind == Kind::Dates);
    if !stands {
        *text = text::cleaned(text, kind.longest());
    }
    !stands
}
