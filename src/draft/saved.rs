//! The draft as it is kept between visits: JSON with a version.
//!
#![doc = include_str!("saved.md")]

use std::fmt::{self, Write};

use serde::Deserialize;

use super::{Draft, Row, Sheet};
use crate::questions::{Field, List};

/// The version of the saved text that this planner writes where no year has further jobs. Format 2 is format 3 without
/// the ledger, the landing spot and the forms; format 1 is format 2 without the fields
/// of the plan and the paychecks.
pub const FORMAT: u32 = 3;

/// The version that it writes where one has, and the newest that it reads: an older planner
/// would drop them.
pub const FORMAT_OF_JOBS: u32 = 4;

#[derive(Deserialize)]
struct Saved {
    format: u32,
    draft: Draft,
}

/// Why a saved text cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// Written by a newer planner: it must not be overwritten.
    Newer,
    /// Not a draft of this planner.
    Unreadable,
}

impl fmt::Display for SavedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Newer => {
                "The figures saved in this browser were written by a newer planner. They are left as they are; reload to get the newest planner. What you type now is not saved."
            }
            Self::Unreadable => {
                "The figures saved in this browser could not be read. They are set aside in this browser, and you start with an empty page."
            }
        })
    }
}

impl std::error::Error for SavedError {}

impl Draft {
    /// The text to save.
    ///
    /// It is written here, letter by letter, since the page saves at every change and
    /// needs nothing else of a whole library for it.
    #[must_use]
    pub fn to_saved(&self) -> String {
        let mut text = String::new();
        // A string takes whatever is written to it.
        let _ = self.write_saved(&mut text);
        text
    }

    fn write_saved(&self, out: &mut String) -> fmt::Result {
        let format = if self.sheets.values().any(Sheet::tells_jobs) { FORMAT_OF_JOBS } else { FORMAT };
        write!(out, "{{\"format\":{format},\"draft\":{{\"year\":{},\"birth_date\":", self.year)?;
        quote(out, &self.birth_date);
        out.push_str(",\"sheets\":{");
        let mut between = "";
        for (year, sheet) in &self.sheets {
            write!(out, "{between}\"{year}\":")?;
            sheet.write_saved(out)?;
            between = ",";
        }
        out.push_str("}}}");
        Ok(())
    }

    /// Reads a saved text.
    ///
    /// # Errors
    /// A [`SavedError`], whose text tells the person what becomes of it.
    pub fn from_saved(text: &str) -> Result<Self, SavedError> {
        #[derive(Deserialize)]
        struct Header {
            format: u64,
        }
        // A newer text may be written quite otherwise, so that its version alone tells. One of
        // this format is gone through once only, since every change in the page comes by here.
        let newer = |format: u64| format > u64::from(FORMAT_OF_JOBS);
        let saved: Saved = serde_json::from_str(text).map_err(|_| {
            let is_newer = serde_json::from_str(text).is_ok_and(|header: Header| newer(header.format));
            if is_newer { SavedError::Newer } else { SavedError::Unreadable }
        })?;
        if newer(saved.format.into()) {
            return Err(SavedError::Newer);
        }
        let sound = saved.format >= 1 && saved.draft.is_sound();
        if sound { Ok(saved.draft) } else { Err(SavedError::Unreadable) }
    }
}

impl Sheet {
    /// Whether anything in it is about several jobs.
    fn tells_jobs(&self) -> bool {
        let told = |field| self.texts.contains_key(&field);
        self.job != 0 || !self.others.is_empty() || told(Field::JobName) || told(Field::JobRelation)
    }

    fn write_saved(&self, out: &mut String) -> fmt::Result {
        out.push_str("{\"texts\":");
        write_texts(out, self.texts.iter().map(|(field, text)| (field.id(), text.as_str())));
        for list in List::ALL {
            let rows = self.rows(*list);
            // The jobs stood there from the first format on, with or without any.
            if rows.is_empty() && *list != List::Jobs {
                continue;
            }
            write!(out, ",\"{}\":[", list.name())?;
            let mut between = "";
            for Row { id, texts } in rows {
                write!(out, "{between}{{\"id\":{id},\"texts\":")?;
                write_texts(out, texts.iter().map(|(field, text)| (field.id(), text.as_str())));
                out.push('}');
                between = ",";
            }
            out.push(']');
        }
        if self.job != 0 {
            write!(out, ",\"job\":{}", self.job)?;
        }
        let mut before = ",\"others\":[";
        for other in &self.others {
            out.push_str(before);
            other.write_saved(out)?;
            before = ",";
        }
        out.push_str(if self.others.is_empty() { "}" } else { "]}" });
        Ok(())
    }
}

fn write_texts<'a>(out: &mut String, texts: impl Iterator<Item = (&'a str, &'a str)>) {
    out.push('{');
    let mut between = "";
    for (id, text) in texts {
        out.push_str(between);
        quote(out, id);
        out.push(':');
        quote(out, text);
        between = ",";
    }
    out.push('}');
}

/// Writes a text in quotes, as JSON has them (RFC 8259, section 7).
fn quote(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' => {
                // A string takes whatever is written to it.
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
