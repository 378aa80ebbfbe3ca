//! How a text is laid out: what parts its cells, and where its first row stands.

use super::columns::Columns;
use super::commas::joined;
use crate::exchange::csv::{Delimiter, Rows};

/// How many rows at the beginning are looked at for a header and for what parts cells.
const LOOKED_AT: usize = 40;
/// How many bytes these may have.
const LONGEST_BEGINNING: usize = 64 << 10;

/// How a text is laid out, and how many rows stand before the first that counts. Nothing
/// if its beginning has neither a header nor a row with a date and an amount.
pub(super) fn layout(text: &str) -> Option<(Delimiter, Columns, usize)> {
    let text = text.get(..text.floor_char_boundary(LONGEST_BEGINNING)).unwrap_or_default();
    let header = |delimiter: Delimiter| {
        let mut rows = Rows::of(text, delimiter).take(LOOKED_AT).enumerate();
        rows.find_map(|(place, row)| Some((delimiter, Columns::of_header(&row.cells)?, place + 1)))
    };
    if let Some(layout) = Delimiter::ALL.into_iter().find_map(header) {
        return Some(layout);
    }
    let rows = |delimiter| Rows::of(text, delimiter).take(LOOKED_AT).map(move |row| joined(row, delimiter, None).0);
    let readable = |delimiter: &Delimiter| rows(*delimiter).filter(|row| Columns::found(row).is_some()).count();
    // Of those that read as many rows, the one that is tried first.
    let delimiter = Delimiter::ALL.into_iter().rev().max_by_key(readable)?;
    Some((delimiter, rows(delimiter).find_map(|row| Columns::found(&row))?, 0))
}
