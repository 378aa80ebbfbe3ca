//! How a text is laid out: what parts its cells, which tables it has, and where they begin.

use super::cells;
use super::columns::Columns;
use super::commas::joined;
use super::names::is_running;
use crate::exchange::csv::{Cell, Delimiter, Row, Rows};

/// How many rows at the beginning are looked at for a header and for what parts cells.
const LOOKED_AT: usize = 40;
/// How many bytes these may have.
const LONGEST_BEGINNING: usize = 64 << 10;
/// The most tables of different columns in one text.
const MOST_TABLES: usize = 8;

/// The tables of a text.
pub(super) struct Tables {
    pub delimiter: Delimiter,
    /// The columns of each, in the order in which they come first.
    pub all: Vec<Columns>,
    /// The table of the first rows, which have no header whose names are known.
    first: Option<usize>,
    /// How many rows stand before them.
    skipped: usize,
}

impl Tables {
    /// The tables of a text; none if its beginning has neither a header nor a row with a
    /// date and an amount.
    pub fn of(text: &str) -> Option<Self> {
        let beginning = text.get(..text.floor_char_boundary(LONGEST_BEGINNING)).unwrap_or_default();
        let with_header = Delimiter::ALL.into_iter().find(|delimiter| {
            let mut headers = Headers::default();
            Rows::of(beginning, *delimiter).take(LOOKED_AT).any(|row| headers.next(&row).is_some())
        });
        let mut tables = match with_header {
            Some(delimiter) => Self { delimiter, all: Vec::new(), first: None, skipped: 0 },
            None => Self::without_header(beginning)?,
        };
        let mut headers = Headers::default();
        for row in Rows::of(text, tables.delimiter) {
            let Some(columns) = headers.next(&row) else { continue };
            if tables.place(&columns).is_none() && tables.all.len() < MOST_TABLES {
                tables.all.push(columns);
            }
        }
        Some(tables)
    }

    fn without_header(text: &str) -> Option<Self> {
        let rows = |delimiter| Rows::of(text, delimiter).take(LOOKED_AT).map(move |row| joined(row, delimiter, None).0);
        let readable = |delimiter: &Delimiter| rows(*delimiter).filter(|row| Columns::found(row).is_some()).count();
        // Of those that read as many rows, the one that is tried first.
        let delimiter = Delimiter::ALL.into_iter().rev().max_by_key(readable)?;
        let all: Vec<Row> = rows(delimiter).collect();
        let place = all.iter().position(|row| Columns::found(row).is_some())?;
        let (before, from) = all.split_at_checked(place)?;
        let above = before.iter().enumerate().rfind(|(_, row)| !row.is_blank());
        let named = above.and_then(|(place, above)| Some((Columns::of_unknown_header(&above.cells, from)?, place + 1)));
        let (columns, skipped) = match named {
            Some(named) => named,
            None => (Columns::found(from.first()?)?, 0),
        };
        Some(Self { delimiter, all: vec![columns], first: Some(0), skipped })
    }

    fn place(&self, columns: &Columns) -> Option<usize> {
        self.all.iter().position(|own| own.named.is_some() && own.shape == columns.shape)
    }

    /// What its headers name, all of them.
    pub fn shape(&self) -> String {
        self.all.iter().map(|columns| columns.shape.as_str()).collect::<Vec<_>>().join("|")
    }

    /// Does something with each row and its table. What stands above the first table, and
    /// the headers, are no rows.
    pub fn each(&self, text: &str, mut does: impl FnMut(usize, Row, bool)) {
        let (mut table, mut headers) = (self.first, Headers::default());
        for row in Rows::of(text, self.delimiter).skip(self.skipped) {
            if let Some(place) = headers.next(&row).and_then(|columns| self.place(&columns)) {
                table = Some(place);
                continue;
            }
            let Some(columns) = table.and_then(|table| self.all.get(table)) else { continue };
            let (row, torn) = joined(row, self.delimiter, Some(columns));
            does(table.unwrap_or_default(), row, torn);
        }
    }
}

/// Finds headers among rows that come one by one.
#[derive(Default)]
struct Headers {
    above: Vec<Cell>,
}

impl Headers {
    /// The columns that a row names; nothing if it is no header.
    fn next(&mut self, row: &Row) -> Option<Columns> {
        let above = std::mem::take(&mut self.above);
        let columns = in_two_rows(&above, row).or_else(|| Columns::of_header(&row.cells));
        if columns.is_none() && is_of_words(&row.cells) {
            self.above.clone_from(&row.cells);
        }
        columns
    }
}

/// A header in two rows, as pay tables have one: the names of deductions above, and below
/// each of them “Current” and “YTD”.
fn in_two_rows(above: &[Cell], row: &Row) -> Option<Columns> {
    let is_bare = |cell: &Cell| cell.text.split_whitespace().count() <= 3 && is_running(&cell.text);
    if above.is_empty() || !row.cells.iter().any(is_bare) {
        return None;
    }
    let mut over = "";
    let both = row.cells.iter().enumerate().map(|(place, cell)| {
        let name = above.get(place).map_or("", |cell| cell.text.trim());
        over = if name.is_empty() { over } else { name };
        let below = cell.text.trim();
        let text = if below.is_empty() { name.to_owned() } else { format!("{over} {below}").trim().to_owned() };
        Cell { text, quoted: false }
    });
    Columns::of_header(&both.collect::<Vec<_>>())
}

fn is_of_words(cells: &[Cell]) -> bool {
    let filled = || cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    let reads = |text: &str| cells::date(text).is_some() || cells::money(text).is_ok();
    filled().count() > 1 && !filled().any(reads)
}
