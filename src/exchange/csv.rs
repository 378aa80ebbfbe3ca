//! Comma-separated values (RFC 4180) and what goes under that name: cells parted by
//! commas, semicolons, tabs or blanks, with or without quotes, with any line breaks.
//!
//! Any text has some reading. It takes time and memory in proportion to its length, and
//! of a cell no more is kept than [`LONGEST_CELL`].
//!
//! The reading is our own. `csv-core` 0.1 is not in the tree, and even without what it cannot
//! tell it makes `ledger` larger: 725,173 bytes, and 722,290 with these lines. It does not say
//! whether a cell stood in quotes, by which a torn amount is known, nor that a quote is never
//! closed: there it takes the rest of the file for one cell, where a person is to read which
//! line to correct. Cells parted by blanks would stay here in any case.

/// The most bytes kept of a cell: far more than any date, amount or name.
const LONGEST_CELL: usize = 1_000;
/// The most cells kept of a row.
const MOST_CELLS: usize = 100;

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimiter {
    Tab,
    Semicolon,
    Comma,
    /// The last blank of each line, for what was typed by hand. Quotes are letters here.
    Blank,
}

impl Delimiter {
    /// In the order in which they are tried: the rarer within dates and amounts first.
    pub const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Comma, Self::Blank];

    const fn letter(self) -> char {
        match self {
            Self::Tab => '\t',
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Blank => ' ',
        }
    }
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub text: String,
    /// Whether it stood in quotes.
    pub quoted: bool,
}

impl Cell {
    fn push(&mut self, text: &str) {
        let room = LONGEST_CELL.saturating_sub(self.text.len());
        self.text.push_str(text.get(..text.floor_char_boundary(room)).unwrap_or_default());
    }
}

/// A row, which may run over several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The line in which it begins, from 1.
    pub line: usize,
    /// How many lines it has.
    pub lines: usize,
    pub cells: Vec<Cell>,
    /// Whether a quote in it is opened and never closed. It counts as a letter then, so
    /// that it does not swallow the rest of the text.
    pub unclosed: bool,
}

impl Row {
    /// A cell's text without the blanks around it; empty where there is no such cell.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

/// The rows of a text, one after the other.
pub(super) struct Rows<'a> {
    rest: &'a str,
    line: usize,
    delimiter: Delimiter,
}

impl<'a> Rows<'a> {
    pub fn of(text: &'a str, delimiter: Delimiter) -> Self {
        Self { rest: text.trim_start_matches('\u{feff}'), line: 1, delimiter }
    }

    /// Takes the text up to a place.
    fn take(&mut self, place: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(place).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Takes a line break, if one comes next.
    fn take_break(&mut self) -> bool {
        let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r']));
        self.rest = rest.unwrap_or(self.rest);
        self.line += usize::from(rest.is_some());
        rest.is_some()
    }

    /// Takes what stands in quotes, the first of which comes next; nothing if they are
    /// never closed.
    fn take_quoted(&mut self, cell: &mut Cell) -> Option<()> {
        let mut rest = self.rest.strip_prefix('"')?;
        let mut breaks = 0;
        loop {
            let (part, after) = rest.split_once('"')?;
            cell.push(part);
            breaks += line_breaks(part);
            match after.strip_prefix('"') {
                // Two quotes within quotes are one.
                Some(after) => {
                    cell.push("\"");
                    rest = after;
                }
                None => {
                    cell.quoted = true;
                    self.rest = after;
                    self.line += breaks;
                    return Some(());
                }
            }
        }
    }

    fn take_cell(&mut self, unclosed: &mut bool) -> Cell {
        let mut cell = Cell::default();
        let blanks = self.rest.len() - self.rest.trim_start_matches(' ').len();
        if self.rest.get(blanks..).is_some_and(|rest| rest.starts_with('"')) {
            let before = self.take(blanks);
            if self.take_quoted(&mut cell).is_none() {
                *unclosed = true;
                cell = Cell::default();
                cell.push(before);
            }
        }
        let ends = [self.delimiter.letter(), '\n', '\r'];
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let text = self.take(end);
        // What follows a closed quote belongs to the cell, unless it is blank.
        cell.push(if cell.quoted { text.trim_end() } else { text });
        cell
    }

    /// A line in two cells: all up to its last blank, and the rest.
    fn take_line(&mut self) -> Vec<Cell> {
        let end = self.rest.find(['\n', '\r']).unwrap_or(self.rest.len());
        let line = self.take(end).trim();
        self.take_break();
        let (before, after) = line.rsplit_once(char::is_whitespace).unwrap_or((line, ""));
        let cell = |text| {
            let mut cell = Cell::default();
            cell.push(text);
            cell
        };
        [before, after].map(cell).into()
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.rest.is_empty() {
            return None;
        }
        let mut row = Row { line: self.line, ..Row::default() };
        if self.delimiter == Delimiter::Blank {
            row.cells = self.take_line();
        } else {
            loop {
                let cell = self.take_cell(&mut row.unclosed);
                if row.cells.len() < MOST_CELLS {
                    row.cells.push(cell);
                }
                match self.rest.strip_prefix(self.delimiter.letter()) {
                    Some(rest) => self.rest = rest,
                    None => break,
                }
            }
            self.take_break();
        }
        row.lines = self.line - row.line;
        Some(row)
    }
}

fn line_breaks(text: &str) -> usize {
    let ends = text.bytes().zip(text.bytes().skip(1).chain([0]));
    ends.filter(|(byte, next)| *byte == b'\n' || (*byte == b'\r' && *next != b'\n')).count()
}
