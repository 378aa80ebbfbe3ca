//! Dates and amounts that their own commas have torn apart.

use super::cells;
use super::columns::Columns;
use super::kinds;
use crate::exchange::csv::{Delimiter, Row};

/// A row with the parts of a date or an amount joined that an unquoted comma has torn
/// apart, as in `Jan 15, 2026, 1,234.56`; and whether it is not clear if it was torn.
pub(super) fn joined(mut row: Row, delimiter: Delimiter, columns: Option<&Columns>) -> (Row, bool) {
    if delimiter != Delimiter::Comma {
        return (row, false);
    }
    let whole = row.cells.len();
    while row.cells.last().is_some_and(|cell| cell.text.trim().is_empty()) {
        row.cells.pop();
    }
    let blank = whole - row.cells.len();
    let named = columns.and_then(|columns| columns.named);
    let has_spare = |row: &Row| named.is_none_or(|named| row.cells.len() + blank > named);
    let places = match columns.filter(|_| named.is_some()) {
        Some(columns) => columns.date..columns.date + 1,
        None => 0..row.cells.len(),
    };
    for place in places {
        let year_follows = has_spare(&row) && bare(&row, place + 1).is_some_and(is_year);
        if year_follows && bare(&row, place).is_some_and(is_month_and_day) {
            join(&mut row, place, ", ");
        }
    }
    let amount = match columns {
        Some(columns) => columns.amount,
        None => (0..row.cells.len()).find(|place| bare(&row, *place).is_some_and(begins_an_amount)),
    };
    let Some(amount) = amount.filter(|place| bare(&row, *place).is_some_and(begins_an_amount)) else {
        return (row, false);
    };
    let groups = (amount + 1..row.cells.len()).take_while(|place| bare(&row, *place).is_some_and(is_thousands)).count();
    let is_torn = match named {
        // Blank cells at the end may be the header's own, or stand beyond them.
        Some(named) => (0..=blank).any(|blank| row.cells.len() + blank == named + groups),
        None => row.cells.len() == amount + 1 + groups,
    };
    if is_torn {
        for _ in 0..groups {
            join(&mut row, amount, ",");
        }
    }
    (row, groups > 0 && !is_torn)
}

/// A cell's text, if it stood in no quotes.
fn bare(row: &Row, place: usize) -> Option<&str> {
    row.cells.get(place).filter(|cell| !cell.quoted).map(|cell| cell.text.as_str())
}

fn join(row: &mut Row, place: usize, between: &str) {
    if place + 1 < row.cells.len() {
        let next = row.cells.remove(place + 1);
        if let Some(cell) = row.cells.get_mut(place) {
            cell.text = format!("{}{between}{}", cell.text.trim_end(), next.text.trim_start());
        }
    }
}

/// `Jan 15`
fn is_month_and_day(text: &str) -> bool {
    cells::date(&format!("{}, 2024", text.trim())).is_some() && kinds::spaced(text).bytes().any(|byte| byte > b'9')
}

/// ` 2026`
fn is_year(text: &str) -> bool {
    let text = text.trim();
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `$1`, with nothing after the digits.
fn begins_an_amount(text: &str) -> bool {
    let digits = text.trim_start().trim_start_matches(['$', '(', '-', '+', ' ']);
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `234` or `234.56`, with nothing before the digits.
fn is_thousands(text: &str) -> bool {
    let (whole, cents) = text.trim_end().trim_end_matches([')', '-']).split_once('.').unwrap_or((text.trim_end(), ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = whole.trim_end_matches([')', '-']);
    whole.len() == 3 && digits(whole) && cents.len() <= 4 && digits(cents)
}
