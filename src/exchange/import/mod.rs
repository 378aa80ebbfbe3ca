//! Taking rows of a CSV text into the ledger, typed, pasted or from a file.
//!
//! A draft is never changed in place: the person sees what an import would add and what
//! it leaves out before taking it. The text is anybody's, and nothing in it is trusted.

mod asks;
mod cells;
mod columns;
mod commas;
mod kinds;
mod left_out;
mod names;
mod naming;
mod ofx;
mod preview;
mod reader;
mod reading;
mod rows;
mod tables;
mod telling;

use std::collections::{BTreeMap, BTreeSet};

use crate::date::Date;
use crate::draft::{Draft, Row, Sheet, free_numbers, typed};
use crate::english::{by_count, counted};
use crate::money::Money;
use crate::order;
use crate::order::Map;
use crate::questions::{Field, Key, List, RowField};
use crate::record::{Answer, Choice};
use left_out::Reason;
pub use naming::Namings;
pub(super) use preview::summary;
pub use preview::{Imported, ImportedRow};
use reading::Reading;
pub(super) use rows::Entry;
use tables::Tables;

/// The longest text that is read, in bytes.
pub const LONGEST_IMPORT: usize = 4 << 20;

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
        self.import_named(today, text, Namings::default(), None)
    }

    /// The same by what was said of files so far, and by an answer to one of the questions
    /// that such an import asked: the question's key and the word of a choice.
    ///
    /// Rows of which nobody knows whether they are after-tax money, or what they are, wait
    /// for such answers. What was said is kept by the names of a file's columns, so that it
    /// holds for the next file with the same.
    #[must_use]
    pub fn import_named(&self, today: Date, text: &str, mut said: Namings, answer: Option<(&str, &str)>) -> Imported {
        if text.len() > LONGEST_IMPORT {
            return Imported::nothing("This text is larger than four megabytes. Check that it is the right file.");
        }
        if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
            return Imported::nothing(
                "Nothing is entered yet. Paste rows of a date and an amount, such as 1/16/2026, 355.77, or choose a CSV file.",
            );
        }
        let of_ofx = ofx::as_table(text);
        let text = of_ofx.as_deref().unwrap_or(text);
        let Some(tables) = Tables::of(text) else {
            return Imported::nothing(
                "No row with a date and an amount was found. Write each row as 1/16/2026, 355.77, or let the first line name the columns: Date, Amount.",
            );
        };
        if let Some((key, word)) = answer {
            said.answer(&tables.shape(), key, word);
        }
        said.keep_rows_of(text);
        let keeps_plans = self.sheets.keys().any(|year| self.has_several_plans(*year));
        let reading = reading::read(text, &tables, &said, keeps_plans);
        let mut imported = self.imported(today, reading);
        if of_ofx.is_some() && !imported.left_out.is_empty() {
            imported.says.push_str(" Line 2 is the first transaction of the file, line 3 the second, and so on.");
        }
        Imported { namings: said, ..imported }
    }

    fn imported(&self, today: Date, reading: Reading) -> Imported {
        let Reading { entries, mut left_out, rows, asks, says_how, .. } = reading;
        let naming_plans =
            order::set(entries.iter().filter(|entry| !entry.plan.is_empty()).map(|entry| entry.date.year()));
        let mut standing = self.standing(&naming_plans);
        let mut places: BTreeMap<(i16, List), usize> = BTreeMap::new();
        let mut seen: BTreeSet<Same> = BTreeSet::new();
        let (mut again, mut to_come) = (0_usize, 0_usize);
        let mut new = Vec::new();
        for entry in entries {
            let (year, list) = (entry.date.year(), entry.list);
            if entry.opening.is_some() {
                let first = !new.iter().any(|other: &Entry| other.opening.is_some() && other.date.year() == year);
                match self.opening(year) {
                    Some(there) if there == (typed::date(entry.date), typed::money(entry.amount)) => {
                        left_out.leave(entry.line, &Reason::Stands);
                    }
                    None if first => new.push(entry),
                    _ => left_out.cannot(
                        entry.line,
                        &format!(
                            "The ledger of {year} has another line of money from before it. Correct that one by hand."
                        ),
                    ),
                }
                continue;
            }
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
        let (waiting, rows_left_out) = (left_out.waiting(), left_out.rows());
        let wait = by_count(waiting, "waits for your answer", "wait for your answers");
        if new.is_empty() {
            let says = match left_out.only_what_stands() {
                true => "Every row is already in the ledger.".to_owned(),
                false if waiting > 0 => format!("{} {wait}.", counted(waiting, "row", "rows")),
                false => "None of its rows can be added.".to_owned(),
            };
            let left_out = left_out.into_sentences();
            return Imported { left_out, read: rows, rows_left_out, asks, ..Imported::nothing(says) };
        }
        let mut says = summary(&new);
        if waiting > 0 {
            says.push_str(&format!(" {} {wait}.", counted(waiting, "more row", "more rows")));
        }
        if new.iter().any(|entry| entry.assumed && entry.list != List::Balances) {
            says.push_str(
                " Nothing says which money these rows are. They count as after-tax money: make sure that all of them are.",
            );
        }
        if again > 0 {
            says.push_str(&format!(
                " {} the same as another row of this text. Check that both happened.",
                counted(again, "row is", "rows are")
            ));
        }
        if to_come > 0 {
            says.push_str(&format!(" {} dated after today.", counted(to_come, "row is", "rows are")));
        }
        if !says_how && new.iter().any(|entry| entry.list == List::Conversions) {
            says.push_str(" How each conversion went is taken from the words next to it, so check that as well.");
        }
        if asks.iter().any(|ask| ask.asked && !ask.chosen.is_empty()) {
            says.push_str(" Your answers are kept in this browser for the next file with these columns.");
        }
        if naming_plans.iter().any(|year| !self.has_several_plans(*year)) {
            says.push_str(" The rows name their plans, so the ledger will hold several plans.");
        }
        let left_out = left_out.into_sentences();
        Imported { left_out, read: rows, rows_left_out, asks, ..self.with_entries(says, new) }
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

    /// The day and the basis of a year's opening line, as they are typed; none if neither is.
    fn opening(&self, year: i16) -> Option<(String, String)> {
        let sheet = self.sheets.get(&year)?;
        let (on, basis) = (sheet.text(Field::OpeningOn).trim(), sheet.text(Field::OpeningBasis).trim());
        let on_as_typed = Date::typed(on).map_or_else(|_| on.to_owned(), typed::date);
        let basis_as_typed = basis.parse::<Money>().map_or_else(|_| basis.to_owned(), typed::money);
        (!on.is_empty() || !basis.is_empty()).then_some((on_as_typed, basis_as_typed))
    }

    pub(super) fn has_several_plans(&self, year: i16) -> bool {
        self.sheets.get(&year).is_some_and(|sheet| sheet.text(Field::SeveralPlans) == Answer::Yes.word())
    }

    /// This draft with these rows, and what is to be said of them. A year that had nothing
    /// yet takes over the answers that it would if it were shown.
    pub(super) fn with_entries(&self, says: String, mut entries: Vec<Entry>) -> Imported {
        order::sort_by_key(&mut entries, |entry| entry.date);
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
            let (openings, rows): (Vec<Entry>, Vec<Entry>) =
                entries.into_iter().partition(|entry| entry.opening.is_some());
            for (field, text) in openings.into_iter().flat_map(Entry::opening_texts) {
                draft.set(Key::Sheet(field), text);
            }
            draft.sheet_mut().extend(list, rows.into_iter().map(Entry::texts));
        }
        draft.year = self.year;
        Imported { says, rows, draft: Some(draft), ..Imported::default() }
    }
}

impl Sheet {
    /// Adds rows to a list, each under a number of its own.
    fn extend(&mut self, list: List, texts: impl Iterator<Item = Map<RowField, String>>) {
        let rows = self.rows_mut(list);
        let free = free_numbers(rows);
        rows.extend(free.zip(texts).map(|(id, texts)| Row { id, texts }));
    }
}

/// The day and the amount of a row of the ledger, once both are typed.
pub(super) fn dated_sum(row: &Row) -> Option<(Date, Money)> {
    let money = |field| row.text(field).parse::<Money>().ok();
    // The two parts of a conversion come to the whole, where that is left blank.
    let parts = || Some(money(RowField::PlanBasis)? + money(RowField::PlanEarnings)?);
    let whole = if row.text(RowField::Sum).is_empty() { parts() } else { money(RowField::Sum) };
    Some((Date::typed(row.text(RowField::On)).ok()?, whole?))
}
