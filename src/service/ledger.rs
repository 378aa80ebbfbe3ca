//! The worksheets of what went in, and the ways to bring rows into their ledger: what
//! was converted, where it lands, and which tax forms come of it.

use super::{Worksheet, day, is_of_the_ledger, json, read, report};
use crate::exchange::{Imported, ImportedRow};
use crate::report::{Import, ImportedRow as Row};
use crate::worksheets::{conversions, forms, landing};

const WORKSHEETS: &[Worksheet] = &[
    Worksheet {
        page: "conversions",
        needs: is_of_the_ledger,
        report: |draft, record, today| report(conversions::worksheet(record, draft.year, today)),
    },
    Worksheet {
        page: "landing",
        needs: is_of_the_ledger,
        report: |draft, record, today| report(landing::worksheet(record, draft.year, today)),
    },
    Worksheet {
        page: "forms",
        needs: is_of_the_ledger,
        report: |draft, record, today| report(forms::worksheet(record, draft.year, today)),
    },
];

/// What a page of these worksheets shows of a draft: a [`Reply`](crate::report::Reply).
///
/// # Errors
/// A sentence about a text that is no draft, no day or no page's name.
pub fn answer(draft: &str, today: &str, page: &str) -> Result<String, String> {
    super::answer(WORKSHEETS, draft, today, page)
}

/// What a text of rows would add to the ledger: an [`Import`].
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn import(draft: &str, today: &str, text: &str) -> Result<String, String> {
    json(&shown(read(draft)?.import(day(today)?, text)))
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
    }
}
