//! What a person said of the columns and words of a file, kept for the next one like it.
//!
//! A file is like another if its headers have the same names. What is kept are the
//! choices, and the words that they are about; no row and no amount.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::cleaned;

/// The version of the text that is kept.
const FORMAT: u32 = 1;
/// The longest text that is read, in bytes.
const LONGEST: usize = 256 << 10;
/// The most kinds of files that are kept, the latest.
const MOST_FILES: usize = 20;
/// The most answers that are kept for one.
const MOST_ANSWERS: usize = 200;
/// The most letters of an answer, and of what it is about.
const LONGEST_WORDS: usize = 300;
/// The most bytes of what tells tables of one kind from others.
const LONGEST_SHAPE: usize = 400;
/// What the answers begin with that are about rows of one text alone.
const OF_ONE_TEXT: &str = "row ";

/// What was said of files, by what their headers name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Namings {
    files: Vec<File>,
}

/// The text that is kept.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    format: u32,
    files: Vec<File>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct File {
    columns: String,
    answers: BTreeMap<String, String>,
}

/// What was said of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Naming {
    /// Which of a file's tables it is, from 1; 0 if it is the only one.
    pub table: usize,
    answers: BTreeMap<String, String>,
}

impl Namings {
    /// Reads the text that was kept. One that cannot be read is as good as none: the
    /// person is asked again.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        if text.len() > LONGEST {
            return Self::default();
        }
        let Kept { format, files } = serde_json::from_str(text).unwrap_or_default();
        if format == FORMAT { Self { files } } else { Self::default() }
    }

    /// The text to keep.
    #[must_use]
    pub fn to_text(&self) -> String {
        let kept = Kept { format: FORMAT, files: self.files.clone() };
        if self.files.is_empty() { String::new() } else { serde_json::to_string(&kept).unwrap_or_default() }
    }

    /// What was said of a file with these headers.
    pub(super) fn of(&self, columns: &str) -> Naming {
        let file = self.files.iter().find(|file| file.columns == columns);
        Naming { table: 0, answers: file.map(|file| file.answers.clone()).unwrap_or_default() }
    }

    /// Takes an answer down. The file becomes the latest, and those beyond what is kept go.
    pub(super) fn answer(&mut self, columns: &str, key: &str, word: &str) {
        let place = self.files.iter().position(|file| file.columns == columns);
        let mut file = place.map_or_else(File::default, |place| self.files.remove(place));
        file.columns = columns.to_owned();
        let key = cleaned(key, LONGEST_WORDS);
        if word.is_empty() {
            file.answers.remove(&key);
        } else if file.answers.len() < MOST_ANSWERS || file.answers.contains_key(&key) {
            file.answers.insert(key, cleaned(word, LONGEST_WORDS));
        }
        if !file.answers.is_empty() {
            self.files.push(file);
        }
        let surplus = self.files.len().saturating_sub(MOST_FILES);
        self.files.drain(..surplus);
    }

    /// Drops what was said of single rows of other texts than this one.
    pub(super) fn keep_rows_of(&mut self, text: &str) {
        let own = row_key(text, "");
        for file in &mut self.files {
            let is_kept = |key: &str| {
                let topic = key.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start_matches(": ");
                !topic.starts_with(OF_ONE_TEXT) || topic.starts_with(own.trim_end())
            };
            file.answers.retain(|key, _| is_kept(key));
        }
        self.files.retain(|file| !file.answers.is_empty());
    }
}

impl Naming {
    /// The same for one of several tables of the file.
    pub fn of_table(&self, table: usize) -> Self {
        Self { table, answers: self.answers.clone() }
    }

    /// Under which words an answer is kept: the topic and what it is about, after the
    /// table's number where there are several.
    pub fn key(&self, topic: &str) -> String {
        let key = if self.table == 0 { topic.to_owned() } else { format!("{}: {topic}", self.table) };
        cleaned(&key, LONGEST_WORDS)
    }

    /// What was said on a topic; empty if nothing was.
    pub fn said(&self, topic: &str) -> &str {
        if self.answers.is_empty() {
            return "";
        }
        self.answers.get(&self.key(topic)).map_or("", String::as_str)
    }

    pub fn is(&self, topic: &str, word: &str) -> bool {
        self.said(topic) == word
    }

    /// The column that was named: `c2` is the third.
    pub fn column(&self, topic: &str) -> Option<usize> {
        self.said(topic).strip_prefix('c')?.parse().ok()
    }
}

/// What a column is called among answers.
pub(super) fn column(place: usize) -> String {
    format!("c{place}")
}

/// What an answer about a row of a text is kept under.
pub(super) fn row_key(text: &str, line: &str) -> String {
    format!("{OF_ONE_TEXT}{:x} {line}", hash(text))
}

/// What tells tables of one kind from others.
pub(super) fn shape(names: &[String]) -> String {
    let shape = names.join(",");
    match shape.get(..shape.floor_char_boundary(LONGEST_SHAPE)) {
        Some(start) if start.len() < shape.len() => format!("{start} {:x}", hash(&shape)),
        _ => shape,
    }
}

/// A number for a text, another one for nearly any other (FNV-1a).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
