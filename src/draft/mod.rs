//! What a person has typed, kept to the letter, and how it is read into a record.
//!
//! A draft never loses or changes a text. Reading it gives a record of all that
//! can be read and, for each text that cannot, a problem with a sentence for
//! the place beside its field.

mod example;
mod fields;
mod read;
mod saved;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use fields::{Field, JobField, Key, Kind};
pub use read::{Problem, Reading, Shown};
pub use saved::{FORMAT, SavedError};

use crate::date::Date;
use crate::record::{MOST_JOBS, is_year};
use crate::rules::limits::OFFICIAL_YEARS;

/// All typed texts, year by year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The year on show.
    pub year: i16,
    /// The birth date, the same for every year.
    #[serde(default)]
    pub birth_date: String,
    /// A sheet per year that was ever typed in.
    #[serde(default)]
    pub sheets: BTreeMap<i16, Sheet>,
}

/// The texts of one year; a field without a text is not in the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Texts and choices by field.
    #[serde(default)]
    pub texts: BTreeMap<Field, String>,
    /// Other jobs, in the order in which they were added.
    #[serde(default)]
    pub jobs: Vec<JobSheet>,
}

/// The texts of one other job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobSheet {
    /// A number of its own within the year, for as long as the job stands.
    pub id: u32,
    /// Texts and choices by field.
    #[serde(default)]
    pub texts: BTreeMap<JobField, String>,
}

impl Draft {
    /// An empty draft for the year of a date.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::{Draft, Field, Key};
    /// let today = Date::new(2026, 11, 24)?;
    /// let mut draft = Draft::new(today);
    /// draft.set(Key::Sheet(Field::Pay), "2O0,000".to_owned());
    /// let problem = &draft.read(today).problems[0];
    /// assert_eq!(problem.message, "Enter dollars and cents in digits, such as 1,234.50.");
    /// assert_eq!(draft.text(Key::Sheet(Field::Pay)), "2O0,000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self { year: today.year().max(OFFICIAL_YEARS.0), birth_date: String::new(), sheets: BTreeMap::new() }
    }

    /// The years that a person can choose: the official ones, and on to the year
    /// after today's.
    #[must_use]
    pub fn years(today: Date) -> Vec<i16> {
        (OFFICIAL_YEARS.0..=(today.year() + 1).max(OFFICIAL_YEARS.1 + 1)).collect()
    }

    /// The sheet of the year on show, if anything was ever typed in it.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.sheets.get(&self.year)
    }

    /// A field's text, empty if none was typed.
    #[must_use]
    pub fn text(&self, key: Key) -> &str {
        let text = match key {
            Key::BirthDate => Some(&self.birth_date),
            Key::Sheet(field) => self.sheet().and_then(|sheet| sheet.texts.get(&field)),
            Key::Job(id, field) => self.job(id).and_then(|job| job.texts.get(&field)),
        };
        text.map_or("", String::as_str)
    }

    /// Keeps a field's text. A job that no longer stands takes none.
    pub fn set(&mut self, key: Key, text: String) {
        match key {
            Key::BirthDate => self.birth_date = text,
            Key::Sheet(field) => keep(&mut self.sheet_mut().texts, field, text),
            Key::Job(id, field) => {
                if let Some(job) = self.sheet_mut().jobs.iter_mut().find(|job| job.id == id) {
                    keep(&mut job.texts, field, text);
                }
            }
        }
    }

    /// Adds an empty job to the year on show and returns its number. Where
    /// [`MOST_JOBS`] stand already it adds none and returns the last one's.
    pub fn add_job(&mut self) -> u32 {
        let jobs = &mut self.sheet_mut().jobs;
        if let Some(last) = jobs.last().filter(|_| jobs.len() >= MOST_JOBS) {
            return last.id;
        }
        let free = (0..).find(|id| jobs.iter().all(|job| job.id != *id)).unwrap_or_default();
        jobs.push(JobSheet { id: free, texts: BTreeMap::new() });
        free
    }

    /// Takes a job out of the year on show.
    pub fn remove_job(&mut self, id: u32) {
        self.sheet_mut().jobs.retain(|job| job.id != id);
    }

    /// Whether nothing at all was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.birth_date.is_empty() && self.sheets.values().all(|sheet| sheet.texts.is_empty() && sheet.jobs.is_empty())
    }

    /// Whether every year is one that a record can have, and no year has too
    /// many jobs or two under one number.
    fn is_sound(&self) -> bool {
        let sound = |sheet: &Sheet| {
            let twice =
                |(place, job): (usize, &JobSheet)| sheet.jobs.iter().skip(place + 1).any(|other| other.id == job.id);
            sheet.jobs.len() <= MOST_JOBS && !sheet.jobs.iter().enumerate().any(twice)
        };
        is_year(self.year) && self.sheets.iter().all(|(year, sheet)| is_year(*year) && sound(sheet))
    }

    fn job(&self, id: u32) -> Option<&JobSheet> {
        self.sheet()?.jobs.iter().find(|job| job.id == id)
    }

    fn sheet_mut(&mut self) -> &mut Sheet {
        self.sheets.entry(self.year).or_default()
    }
}

fn keep<F: Ord>(texts: &mut BTreeMap<F, String>, field: F, text: String) {
    if text.is_empty() {
        texts.remove(&field);
    } else {
        texts.insert(field, text);
    }
}
