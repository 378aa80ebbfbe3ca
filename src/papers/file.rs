//! A paper as it comes: the bytes of a file, or a text that was pasted.

use super::pdf::{self, Unread};
use super::{Paper, Reading, Trouble, read, read_rows};
use crate::date::Date;

/// What a PDF begins with, somewhere in its first kilobyte.
const PDF: &[u8] = b"%PDF-";

/// Reads a file or a pasted text, and writes what it says as JSON. Whatever the bytes are, it
/// answers: a file that cannot be read is a [`Reading`] that says so.
///
/// # Errors
/// A sentence about a text that is no day.
pub fn read_file(bytes: &[u8], password: &str, today: &str) -> Result<String, String> {
    let today: Date = today.parse().map_err(|_| "Today’s date is not a day. Reload the page.".to_owned())?;
    serde_json::to_string(&reading(bytes, password, today))
        .map_err(|_| "What was read cannot be shown. Reload the page.".to_owned())
}

/// What a file or a pasted text says.
#[must_use]
pub fn reading(bytes: &[u8], password: &str, today: Date) -> Reading {
    if bytes.windows(PDF.len()).take(1_024).any(|start| start == PDF) {
        return match pdf::text(bytes, password) {
            Ok(found) => of_pdf(&found, today),
            Err(Unread::Locked) => {
                let mut reading = unread(Trouble::Locked, today);
                if !password.is_empty() {
                    reading.paper.notes = vec!["This password does not open it. Check it and try again.".to_owned()];
                }
                reading
            }
            Err(Unread::Damaged) => unread(Trouble::NotRead, today),
        };
    }
    match text(bytes) {
        Some(text) => read(&text, today),
        None => unread(Trouble::NotRead, today),
    }
}

/// What a PDF says, with what is missing of it.
fn of_pdf(found: &pdf::Text, today: Date) -> Reading {
    let mut reading = read_rows(&found.text, &found.rows, today);
    reading.paper.pages = found.pages;
    if !found.boxes.is_empty() {
        reading.boxes.clone_from(&found.boxes);
        // A tax form answers nothing about a plan.
        reading.proposals.clear();
        reading.stub.clear();
        reading.paper.notes.clear();
        if found.more_forms {
            reading.paper.notes.push("This file holds more than one form. Only the first is shown.".to_owned());
        }
        return reading;
    }
    if reading.paper.trouble == Trouble::None {
        if found.cut {
            reading.paper.trouble = Trouble::CutOff;
            reading.paper.notes.push("This file is very long, and only a part of it was read.".to_owned());
        } else if found.without_text > 0 {
            let (without, pages) = (found.without_text, found.pages);
            reading
                .paper
                .notes
                .push(format!("{without} of its {pages} pages have no text, as scans have none. They were not read."));
        }
    }
    reading
}

/// A paper that has no sentences, and why.
fn unread(trouble: Trouble, today: Date) -> Reading {
    Reading { paper: Paper::unread(trouble, today), proposals: Vec::new(), boxes: Vec::new(), stub: Vec::new() }
}

/// The text in some bytes: UTF-8, UTF-16 by its mark, or the letters of Windows. None where
/// so many are no letters that it is no text.
fn text(bytes: &[u8]) -> Option<String> {
    let wide = |low: usize| {
        let units = bytes.get(2..).unwrap_or_default().chunks_exact(2);
        String::from_utf16_lossy(
            &units.map(|unit| u16::from(unit[low]) | u16::from(unit[1 - low]) << 8).collect::<Vec<_>>(),
        )
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(0),
        [0xfe, 0xff, ..] => wide(1),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
        },
    };
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')).count();
    (odd * 100 <= text.len()).then_some(text)
}

/// A letter of Windows-1252.
pub(super) fn windows(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        other => char::from(other),
    }
}
