//! The ways to bring rows into the ledger: a file, a pasted text, the paydays so far.

use super::{day, json, read};
use crate::exchange::{Imported, ImportedRow, Namings};
use crate::report::{Import, ImportedRow as Row};

/// What a text of rows would add to the ledger: an [`Import`].
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn import(draft: &str, today: &str, text: &str) -> Result<String, String> {
    import_named(draft, today, text, "", "")
}

/// The same by what was kept of earlier files and their answers, and by one more answer:
/// the question's key and the word chosen, a line each, or nothing.
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn import_named(draft: &str, today: &str, text: &str, kept: &str, answer: &str) -> Result<String, String> {
    let namings = Namings::from_text(kept);
    json(&shown(read(draft)?.import_named(day(today)?, text, namings, answer.split_once('\n'))))
}

/// What the paydays so far would add to the ledger of the year on show: an [`Import`].
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn take_over(draft: &str, today: &str) -> Result<String, String> {
    json(&shown(read(draft)?.take_over_paydays(day(today)?)))
}

fn shown(imported: Imported) -> Import {
    let row = |row: ImportedRow| Row { date: row.date.long(), what: row.what, amount: row.amount.to_string() };
    Import {
        says: imported.says,
        rows: imported.rows.into_iter().map(row).collect(),
        left_out: imported.left_out,
        draft: imported.draft.map(|draft| draft.to_saved()).unwrap_or_default(),
        asks: imported.asks,
        kept: imported.namings.to_text(),
    }
}
