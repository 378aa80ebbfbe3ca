//! Taking rows of a CSV text into the ledger, typed, pasted or from a file.
//!
//! A draft is never changed in place: the person sees what an import would add and what
//! it leaves out before taking it. The text is anybody's, and nothing in it is trusted.

mod cells;
mod columns;
mod kinds;
mod left_out;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use super::csv;
use crate::date::Date;
use crate::draft::{Draft, Row, Sheet, free_numbers};
use crate::english::{counted, listed};
use crate::money::Money;
use crate::questions::{Field, Key, List, RowField};
use crate::record::{Answer, Choice};
use columns::Columns;
use left_out::{LeftOut, Reason, rows_of};
pub(super) use rows::Entry;
use rows::Outcome;

/// The longest text that is read, in bytes.
pub const LONGEST_IMPORT: usize = 4 << 20;

/// What an import would add to the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What it is of, and what becomes of it, in sentences.
    pub says: String,
    /// The rows that it adds, in order of their dates.
    pub rows: Vec<ImportedRow>,
    /// What is left out, in sentences, a few at most.
    pub left_out: Vec<String>,
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
    pub(super) fn nothing(says: impl Into<String>) -> Self {
        Self { says: says.into(), ..Self::default() }
    }
}

/// What makes two rows the same: list, day, amount and plan.
type Same = (List, Date, Money, String);

impl Draft {
    /// What a CSV text would add to the ledger, each row in the sheet of its own year.
    ///
    /// It may be the planner's own export, the export of a plan's site, or rows of a date
    /// and an amount typed by hand. A row that already stands in the ledger is left out.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::Draft;
    /// let today = Date::new(2026, 11, 24)?;
    /// let text = "Date,Source,Amount\n1/16/2026,After-Tax,$355.77\n1/16/2026,Match,$213.46\n";
    /// let imported = Draft::new(today).import(today, text);
    /// assert_eq!(imported.rows.len(), 1);
    /// assert_eq!(imported.left_out, ["Line 3 is of other money (“Match”). Only after-tax money belongs in this ledger."]);
    /// assert!(imported.draft.is_some());
    /// # Ok::<(), planner::date::DateError>(())
    /// ```
    #[must_use]
    pub fn import(&self, today: Date, text: &str) -> Imported {
        if text.len() > LONGEST_IMPORT {
            return Imported::nothing("This text is larger than four megabytes. Check that it is the right file.");
        }
        if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
            return Imported::nothing(
                "Nothing is entered yet. Paste rows of a date and an amount, such as 1/16/2026, 355.77, or choose a CSV file.",
            );
        }
        let Some((delimiter, columns, first)) = columns::layout(text) else {
            return Imported::nothing(
                "No row with a date and an amount was found. Write each row as 1/16/2026, 355.77, or let the first line name the columns: Date, Amount.",
            );
        };
        let mut left_out = LeftOut::default();
        let entries = self.entries(text, delimiter, &columns, first, &mut left_out);
        self.imported(today, &columns, entries, left_out)
    }

    /// Reads all rows. Of those of one list and year no more are kept than can matter.
    fn entries(
        &self,
        text: &str,
        delimiter: csv::Delimiter,
        columns: &Columns,
        first: usize,
        left_out: &mut LeftOut,
    ) -> Vec<Entry> {
        let keeps_plans = columns.own || self.sheets.keys().any(|year| self.has_several_plans(*year));
        let mut entries: Vec<Entry> = Vec::new();
        let mut kept: BTreeMap<(i16, List), usize> = BTreeMap::new();
        for row in csv::Rows::of(text, delimiter).skip(first) {
            let (row, torn) = columns::joined(row, delimiter, Some(columns));
            match columns.entry(&row, torn) {
                Outcome::Entry(mut entry) => {
                    // A site names the plan in every row, which is the plan of this job.
                    if !keeps_plans {
                        entry.plan.clear();
                    }
                    let kept = kept.entry((entry.date.year(), entry.list)).or_default();
                    // As many may already stand in the ledger, and as many more be new.
                    if *kept < 2 * entry.list.most() {
                        *kept += 1;
                        entries.push(entry);
                    } else {
                        left_out.leave(entry.line, &Reason::Full(entry.date.year(), entry.list));
                    }
                }
                Outcome::LeftOut(reason) => left_out.leave(row.line, &reason),
                Outcome::Cannot(says) => left_out.cannot(row.line, &says),
                Outcome::Nothing => {}
            }
        }
        // Sites list a conversion twice, out of the one account and into the other.
        let leaves = |entry: &Entry| entry.list == List::Conversions && entry.negative;
        if !columns.own && entries.iter().any(leaves) {
            entries.retain(|entry| {
                let comes = entry.list == List::Conversions && !entry.negative;
                if comes {
                    left_out.leave(entry.line, &Reason::Incoming);
                }
                !comes
            });
        }
        entries
    }

    fn imported(&self, today: Date, columns: &Columns, entries: Vec<Entry>, mut left_out: LeftOut) -> Imported {
        let naming_plans: BTreeSet<i16> =
            entries.iter().filter(|entry| !entry.plan.is_empty()).map(|entry| entry.date.year()).collect();
        let mut standing = self.standing(&naming_plans);
        let mut places: BTreeMap<(i16, List), usize> = BTreeMap::new();
        let mut seen: BTreeSet<Same> = BTreeSet::new();
        let (mut again, mut to_come) = (0_usize, 0_usize);
        let mut new = Vec::new();
        for entry in entries {
            let (year, list) = (entry.date.year(), entry.list);
            let same = (list, entry.date, entry.amount, entry.plan.clone());
            if let Some(count) = standing.get_mut(&same).filter(|count| **count > 0) {
                *count -= 1;
                left_out.leave(entry.line, &Reason::Stands);
                continue;
            }
            let rows = || self.sheets.get(&year).map_or(0, |sheet| sheet.rows(list).len());
            let place = places.entry((year, list)).or_insert_with(|| list.most().saturating_sub(rows()));
            if *place == 0 {
                left_out.leave(entry.line, &Reason::Full(year, list));
                continue;
            }
            *place -= 1;
            again += usize::from(!seen.insert(same));
            to_come += usize::from(entry.date > today);
            new.push(entry);
        }
        if new.is_empty() {
            let says = match left_out.only_what_stands() {
                true => "All of it already stands in the ledger.",
                false => "No row of it can be added.",
            };
            return Imported { left_out: left_out.into_sentences(), ..Imported::nothing(says) };
        }
        let mut says = summary(&new);
        if again > 0 {
            says.push_str(&format!(
                " {} the same as another row of this text. Check that both happened.",
                counted(again, "row is", "rows are")
            ));
        }
        if to_come > 0 {
            says.push_str(&format!(" {} dated after today.", counted(to_come, "row is", "rows are")));
        }
        if columns.how.is_none() && new.iter().any(|entry| entry.list == List::Conversions) {
            says.push_str(" How each conversion went is taken from the words beside it: check that as well.");
        }
        if naming_plans.iter().any(|year| !self.has_several_plans(*year)) {
            says.push_str(" The rows name their plans, so the ledger will hold several plans.");
        }
        let left_out = left_out.into_sentences();
        Imported { left_out, ..self.with_entries(says, new) }
    }

    /// The rows that stand in the ledger, and how many of each are the same.
    fn standing(&self, naming_plans: &BTreeSet<i16>) -> BTreeMap<Same, usize> {
        let mut standing = BTreeMap::new();
        for (year, sheet) in &self.sheets {
            let several = naming_plans.contains(year) || self.has_several_plans(*year);
            for list in List::LEDGER {
                for row in sheet.rows(list) {
                    let Some((date, amount)) = dated_sum(row) else { continue };
                    let plan = if several { row.text(RowField::Plan).trim() } else { "" };
                    *standing.entry((list, date, amount, plan.to_owned())).or_default() += 1;
                }
            }
        }
        standing
    }

    pub(super) fn has_several_plans(&self, year: i16) -> bool {
        self.sheets.get(&year).is_some_and(|sheet| sheet.text(Field::SeveralPlans) == Answer::Yes.word())
    }

    /// This draft with these rows, and what is to be said of them. A year that had nothing
    /// yet takes over the answers that it would if it were shown.
    pub(super) fn with_entries(&self, says: String, mut entries: Vec<Entry>) -> Imported {
        entries.sort_by_key(|entry| entry.date);
        let name = |entry: &Entry| ImportedRow { date: entry.date, what: entry.name(), amount: entry.amount };
        let rows = entries.iter().map(name).collect();
        let mut draft = self.clone();
        let mut lists: BTreeMap<(i16, List), Vec<Entry>> = BTreeMap::new();
        for entry in entries {
            lists.entry((entry.date.year(), entry.list)).or_default().push(entry);
        }
        for ((year, list), entries) in lists {
            if !draft.sheets.contains_key(&year) {
                draft.show_year(year);
            }
            draft.year = year;
            if entries.iter().any(|entry| !entry.plan.is_empty()) {
                draft.set(Key::Sheet(Field::SeveralPlans), Answer::Yes.word().to_owned());
            }
            draft.sheet_mut().extend(list, entries.into_iter().map(Entry::texts));
        }
        draft.year = self.year;
        Imported { says, rows, left_out: Vec::new(), draft: Some(draft) }
    }
}

impl Sheet {
    /// Adds rows to a list, each under a number of its own.
    fn extend(&mut self, list: List, texts: impl Iterator<Item = BTreeMap<RowField, String>>) {
        let rows = self.rows_mut(list);
        let free = free_numbers(rows);
        rows.extend(free.zip(texts).map(|(id, texts)| Row { id, texts }));
    }
}

/// The day and the amount of a row of the ledger, once both are typed.
pub(super) fn dated_sum(row: &Row) -> Option<(Date, Money)> {
    Some((Date::typed(row.text(RowField::On)).ok()?, row.text(RowField::Sum).parse().ok()?))
}

/// `12 rows can be added: 10 contributions, $3,557.70 in all, …`
pub(super) fn summary(entries: &[Entry]) -> String {
    let days = || entries.iter().map(|entry| entry.date);
    let of = |list: List| {
        let amounts = entries.iter().filter(|entry| entry.list == list).map(|entry| entry.amount);
        let count = amounts.clone().count();
        let rows = counted(count, rows_of(list).trim_end_matches('s'), rows_of(list));
        match Money::sum(amounts) {
            _ if count == 0 => None,
            // The sum of balances says nothing.
            Ok(sum) if list != List::Balances && count > 1 => Some(format!("{rows} ({sum} in all)")),
            _ => Some(rows),
        }
    };
    let parts = listed(List::LEDGER.into_iter().filter_map(of));
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first < last => {
            format!("{parts} can be added, from {} to {}.", first.long(), last.long())
        }
        (Some(day), _) => format!("{parts} can be added, of {}.", day.long()),
        _ => String::new(),
    }
}
