//! What a cell says: a date, an amount, or words.

use crate::date::Date;
use crate::money::{Money, MoneyError};
use crate::text::cleaned;

/// The most letters kept of words.
const LONGEST_WORDS: usize = 200;
/// The most letters of a cell that a sentence repeats.
const LONGEST_QUOTE: usize = 40;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a date as people and plan sites write one, month before day: `1/15/2026`,
/// `1/15/26`, `2026-01-15`, `Jan 15, 2026`, `15-Jan-2026`, each with or without a time.
pub(super) fn date(text: &str) -> Option<Date> {
    if text.len() > LONGEST_QUOTE || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let by_name = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    // `2026-01-15T00:00:00`
    let text = text.split_once(['T', 't']).filter(|(day, _)| is_ended(day)).map_or(text, |(day, _)| day);
    let parts = text.split(|letter: char| "/-. ".contains(letter) || by_name && letter == ',');
    let mut parts = parts.filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let is_time = |part: &str| part.contains(':') || ["am", "pm"].contains(&part.to_ascii_lowercase().as_str());
    if !parts.all(is_time) {
        return None;
    }
    let (year, month, day) = match (month(first), month(second)) {
        (Some(month), _) => (year(third)?, month, number(second)?),
        (None, Some(month)) => (year(third)?, month, number(first)?),
        (None, None) if first.len() == 4 => (year(first)?, number(second)?, number(third)?),
        (None, None) => (year(third)?, number(first)?, number(second)?),
    };
    Date::new(year, month, day).ok()
}

/// The day of a row, and the one before it where a site has two: `10/30/2026 as of
/// 10/29/2026`, posted on the first and in effect from the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub posted: Date,
    pub effective: Option<Date>,
}

/// Reads a day, as [`date`] does, or two of them.
pub(super) fn day(text: &str) -> Option<Day> {
    const AS_OF: &str = " as of ";
    if let Some(posted) = date(text) {
        return Some(Day { posted, effective: None });
    }
    if text.len() > 3 * LONGEST_QUOTE {
        return None;
    }
    let place = text.as_bytes().windows(AS_OF.len()).position(|part| part.eq_ignore_ascii_case(AS_OF.as_bytes()))?;
    let (posted, effective) = (text.get(..place)?.trim(), text.get(place + AS_OF.len()..)?.trim());
    Some(Day { posted: date(posted)?, effective: Some(date(effective)?) })
}

/// Whether a text ends in a digit, as a date does before its time.
fn is_ended(day: &str) -> bool {
    day.ends_with(|letter: char| letter.is_ascii_digit()) && day.contains('-')
}

fn month(part: &str) -> Option<u8> {
    let part = part.to_ascii_lowercase();
    let start = part.get(..3)?;
    let place = MONTHS.iter().position(|month| *month == start)?;
    u8::try_from(place + 1).ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn number(part: &str) -> Option<u8> {
    part.parse().ok().filter(|_| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A year with four digits, or with the last two of this century.
fn year(part: &str) -> Option<i16> {
    let year: i16 = part.parse().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()))?;
    match part.len() {
        4 => Some(year),
        2 => Some(2_000 + year),
        _ => None,
    }
}

/// Reads an amount, and whether it is below nothing: `$1,234.56`, `(1,234.56)`,
/// `-1,234.56`, `1,234.56-`, `1234.5600`, each with or without `USD`.
///
/// # Errors
/// A [`MoneyError`].
pub(super) fn money(text: &str) -> Result<(Money, bool), MoneyError> {
    const MINUS: [char; 3] = ['-', '\u{2212}', '\u{2013}'];
    let text = text.trim().trim_start_matches("USD").trim_end_matches("USD").trim();
    if text.len() > LONGEST_QUOTE {
        return Err(MoneyError::NotAnAmount);
    }
    let within = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let (text, mut negative) = within.map_or((text, false), |within| (within.trim(), true));
    let mut text = text;
    for sign in ["$", "", "$"] {
        text = text.strip_prefix(sign).unwrap_or(text).trim_start();
        if let Some(rest) = text.strip_prefix(MINUS).filter(|_| !negative) {
            (text, negative) = (rest, true);
        }
    }
    text = text.strip_prefix('+').filter(|_| !negative).unwrap_or(text);
    if let Some(rest) = text.strip_suffix(MINUS).filter(|_| !negative) {
        (text, negative) = (rest, true);
    }
    // Some sites write four digits of cents, the last of them zeros.
    if let Some((whole, cents)) = text.split_once('.')
        && cents.len() > 2
    {
        let kept = cents.trim_end_matches('0').len().max(2);
        text = text.get(..whole.len() + 1 + kept).unwrap_or(text);
    }
    text.parse().map(|money| (money, negative))
}

/// The words of a cell, cleaned and no longer than a name is. An apostrophe that keeps a
/// spreadsheet from taking them for a formula is no part of them.
pub(super) fn words(text: &str) -> String {
    let bare = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    cleaned(bare.unwrap_or(text), LONGEST_WORDS)
}

/// A cell as a sentence repeats it.
pub(super) fn quoted(text: &str) -> String {
    let text = cleaned(text, LONGEST_QUOTE + 1);
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("“{}…”", text.get(..end).unwrap_or_default()),
        None => format!("“{text}”"),
    }
}
