//! What an import would add, as the person sees it before taking it.

use super::left_out::rows_of;
use super::naming::Namings;
use super::rows::Entry;
use crate::date::Date;
use crate::draft::Draft;
use crate::english::listed;
use crate::money::Money;
use crate::questions::List;
use crate::report::Ask;

/// What an import would add to the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What it is of, and what becomes of it, in sentences.
    pub says: String,
    /// The rows that it adds, in order of their dates.
    pub rows: Vec<ImportedRow>,
    /// What is left out, in sentences, a few at most.
    pub left_out: Vec<String>,
    /// How many rows were read. Each is added or left out.
    pub read: usize,
    /// How many are left out.
    pub rows_left_out: usize,
    /// What is asked of the file, the open questions first, and what its columns are.
    pub asks: Vec<Ask>,
    /// What was said of files so far, with the answer to one of those questions.
    pub namings: Namings,
    /// The draft with those rows; none if there are none.
    pub draft: Option<Draft>,
}

/// A row that an import adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRow {
    /// The day.
    pub date: Date,
    /// What it is: a contribution, a balance, or a conversion and how it went; and the
    /// plan where the row names one.
    pub what: String,
    /// How much.
    pub amount: Money,
}

impl Imported {
    /// Nothing to add, and why.
    pub(in crate::exchange) fn nothing(says: impl Into<String>) -> Self {
        Self { says: says.into(), ..Self::default() }
    }
}

/// `12 rows can be added: 10 contributions, $3,557.70 in all, …`
pub(in crate::exchange) fn summary(entries: &[Entry]) -> String {
    let days = || entries.iter().map(|entry| entry.date);
    let of = |list: List| {
        let amounts =
            entries.iter().filter(|entry| entry.list == list && entry.opening.is_none()).map(|entry| entry.amount);
        let count = amounts.clone().count();
        let name = match count {
            1 => rows_of(list).trim_end_matches('s'),
            _ => rows_of(list),
        };
        match count {
            0 => None,
            // The sum of balances says nothing.
            2.. if list != List::Balances => Some(format!("{count} {name} ({} in all)", amounts.sum::<Money>())),
            _ => Some(format!("{count} {name}")),
        }
    };
    let mut parts: Vec<String> = List::LEDGER.into_iter().filter_map(of).collect();
    if entries.iter().any(|entry| entry.opening.is_some()) {
        parts.push("the money from before this ledger".to_owned());
    }
    let parts = listed(parts);
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first < last => {
            format!("{parts} can be added, from {} to {}.", first.long(), last.long())
        }
        (Some(day), _) => format!("{parts} can be added, of {}.", day.long()),
        _ => String::new(),
    }
}
