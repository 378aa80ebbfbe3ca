//! What a person has typed, kept to the letter, year by year.
//!
//! A draft never loses or changes a text. [`reading`](crate::reading) turns it into a
//! record.

mod jobs;
mod saved;
mod start_year;
pub(crate) mod typed;
mod undo;
mod years;

use serde::Deserialize;

pub use saved::{FORMAT, FORMAT_OF_JOBS, SavedError};
pub use undo::{Change, History, MOST_STEPS};

use crate::date::Date;
use crate::law::limits::OFFICIAL_YEARS;
use crate::order::Map;
use crate::questions::{Applies, Field, Key, List, RowField, Whose};
use crate::record::{YEARS, is_year};

/// Answers about the plan that hold for one year only.
const OF_ONE_YEAR: [Field; 1] = [Field::PayDates];

/// All typed texts, year by year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Draft {
    /// The year on show.
    pub year: i16,
    /// The birth date, the same for every year.
    #[serde(default)]
    pub birth_date: String,
    /// A sheet per year that was ever typed in.
    #[serde(default)]
    pub sheets: Map<i16, Sheet>,
}

/// The texts of one year, with one of its jobs on show; a field without a text is not in the
/// map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Sheet {
    /// The number of the job on show, the same in every year.
    #[serde(default)]
    pub job: u32,
    /// Texts and choices by field.
    #[serde(default)]
    pub texts: Map<Field, String>,
    /// Other jobs, in the order in which they were added.
    #[serde(default)]
    pub jobs: Vec<Row>,
    /// Raises, in the order in which they were added.
    #[serde(default)]
    pub raises: Vec<Row>,
    /// Bonuses, in the order in which they were added.
    #[serde(default)]
    pub bonuses: Vec<Row>,
    /// After-tax contributions of the ledger, in the order in which they were added.
    #[serde(default)]
    pub contributions: Vec<Row>,
    /// Balances of the ledger, in the order in which they were added.
    #[serde(default)]
    pub balances: Vec<Row>,
    /// Conversions of the ledger, in the order in which they were added.
    #[serde(default)]
    pub conversions: Vec<Row>,
    /// Forms 1099-R, in the order in which they were added.
    #[serde(default)]
    pub forms: Vec<Row>,
    /// Money that the plan returned, in the order in which it was added.
    #[serde(default)]
    pub returns: Vec<Row>,
    /// The sheets of the year's other jobs that have one, in the order of their numbers, each
    /// with what is the job's alone.
    #[serde(default)]
    pub others: Vec<Sheet>,
}

/// The texts of one row of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// A number of its own within its list, for as long as the row stands.
    pub id: u32,
    /// Texts and choices by field.
    #[serde(default)]
    pub texts: Map<RowField, String>,
}

impl Sheet {
    /// The rows of a list.
    #[must_use]
    pub fn rows(&self, list: List) -> &[Row] {
        match list {
            List::Jobs => &self.jobs,
            List::Raises => &self.raises,
            List::Bonuses => &self.bonuses,
            List::Contributions => &self.contributions,
            List::Balances => &self.balances,
            List::Conversions => &self.conversions,
            List::Forms => &self.forms,
            List::Returns => &self.returns,
        }
    }

    /// The rows of a list, to be changed.
    pub fn rows_mut(&mut self, list: List) -> &mut Vec<Row> {
        match list {
            List::Jobs => &mut self.jobs,
            List::Raises => &mut self.raises,
            List::Bonuses => &mut self.bonuses,
            List::Contributions => &mut self.contributions,
            List::Balances => &mut self.balances,
            List::Conversions => &mut self.conversions,
            List::Forms => &mut self.forms,
            List::Returns => &mut self.returns,
        }
    }

    /// A field's text, empty if none was typed.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// The text under a key, empty if none was typed; the birth date is of no sheet.
    pub(crate) fn text_of(&self, key: Key) -> &str {
        match key {
            Key::BirthDate => "",
            Key::Sheet(field) => self.text(field),
            Key::Row(list, id, field) => self.row(list, id).map_or("", |row| row.text(field)),
        }
    }

    fn row(&self, list: List, id: u32) -> Option<&Row> {
        self.rows(list).iter().find(|row| row.id == id)
    }

    fn is_empty(&self) -> bool {
        self.texts.is_empty() && List::ALL.iter().all(|list| self.rows(*list).is_empty()) && self.others.is_empty()
    }

    /// Which questions apply.
    pub(crate) fn applies(&self, year: i16, birth_date: Option<Date>) -> Applies {
        let applies = Applies::of(year, &self.texts, birth_date);
        Applies { several_jobs: !self.others.is_empty(), further_job: self.is_further(), ..applies }
    }

    /// Whether no list is too long or has two rows under one number.
    fn is_sound(&self) -> bool {
        List::ALL.iter().all(|list| {
            let rows = self.rows(*list);
            let mut seen = Map::new();
            rows.len() <= list.most() && rows.iter().all(|row| seen.insert(row.id, ()).is_none())
        })
    }
}

impl Row {
    /// A field's text, empty if none was typed.
    #[must_use]
    pub fn text(&self, field: RowField) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }
}

impl Draft {
    /// An empty draft for the year of a date.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::Draft;
    /// use planner::questions::{Field, Key};
    /// let today = Date::new(2026, 11, 24)?;
    /// let mut draft = Draft::new(today);
    /// draft.set(Key::Sheet(Field::Pay), "2O0,000".to_owned());
    /// let problem = &draft.read(today).problems[0];
    /// assert_eq!(problem.message, "Enter dollars and cents in digits, such as 1,234.50.");
    /// assert_eq!(draft.text(Key::Sheet(Field::Pay)), "2O0,000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self { year: today.year().max(OFFICIAL_YEARS.0), birth_date: String::new(), sheets: Map::new() }
    }

    /// The years that a person can choose: the official ones, on to the year after
    /// today's, and every other one in which something is typed or shown.
    #[must_use]
    pub fn years(&self, today: Date) -> Vec<i16> {
        let mut years = Map::new();
        for year in OFFICIAL_YEARS.0..=(today.year() + 1).max(OFFICIAL_YEARS.1 + 1) {
            years.insert(year, ());
        }
        years.extend(self.sheets.keys().chain([&self.year]).map(|year| (*year, ())));
        years.keys().copied().collect()
    }

    /// The years that a ledger can go back to, on to the year after today's.
    #[must_use]
    pub fn ledger_years(&self, today: Date) -> Vec<i16> {
        let last = self.years(today).into_iter().next_back().unwrap_or(self.year);
        (YEARS.0..=last).collect()
    }

    /// Shows another year. A year without any answer about the plan takes over
    /// those of the year nearest before it, or else nearest after it, since a plan
    /// seldom changes; and one without any about the landing spot those of the year
    /// nearest before it. A year from which something was taken is returned.
    pub fn show_year(&mut self, year: i16) -> Option<i16> {
        self.year = year;
        let before: Vec<i16> = self.sheets.keys().rev().copied().filter(|other| *other < year).collect();
        let after = self.sheets.keys().copied().filter(|other| *other >= year);
        let nearest: Vec<i16> = before.iter().copied().chain(after).collect();
        let plan = self.take_over(|whose| whose == Whose::Plan, &nearest);
        let landing = self.take_over(|whose| matches!(whose, Whose::Person | Whose::Account), &before);
        if let Some(from) = plan {
            self.take_jobs(from);
        }
        plan.or(landing)
    }

    /// Takes over the texts of these fields from the first of these years that has any
    /// of them, unless the year on show has.
    fn take_over(&mut self, is_of: fn(Whose) -> bool, years: &[i16]) -> Option<i16> {
        let has_any = |sheet: &Sheet| sheet.texts.keys().any(|field| is_of(field.whose()));
        if self.sheet().is_some_and(has_any) {
            return None;
        }
        let mut sheets = years.iter().filter_map(|year| Some((*year, self.sheets.get(year)?)));
        let (from, sheet) = sheets.find(|(_, sheet)| has_any(sheet))?;
        for (field, text) in lasting(sheet, is_of).iter() {
            self.set(Key::Sheet(*field), text.clone());
        }
        Some(from)
    }

    /// The sheet of the year on show, if anything was ever typed in it.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.sheets.get(&self.year)
    }

    /// A field's text, empty if none was typed.
    #[must_use]
    pub fn text(&self, key: Key) -> &str {
        self.text_in(self.year, key)
    }

    /// A field's text in some year, empty if none was typed.
    #[must_use]
    pub fn text_in(&self, year: i16, key: Key) -> &str {
        match key {
            Key::BirthDate => &self.birth_date,
            _ => self.sheets.get(&year).map_or("", |sheet| sheet.text_of(key)),
        }
    }

    /// Keeps a field's text. A row that no longer stands takes none.
    pub fn set(&mut self, key: Key, text: String) {
        match key {
            Key::BirthDate => self.birth_date = text,
            Key::Sheet(field) => keep(&mut self.sheet_mut().texts, field, text),
            Key::Row(list, id, field) => {
                if let Some(row) = self.sheet_mut().rows_mut(list).iter_mut().find(|row| row.id == id) {
                    keep(&mut row.texts, field, text);
                }
            }
        }
    }

    /// Adds an empty row to a list of the year on show and returns its number.
    /// A full list takes none more and returns its last row's.
    pub fn add_row(&mut self, list: List) -> u32 {
        let rows = self.sheet_mut().rows_mut(list);
        if let Some(last) = rows.last().filter(|_| rows.len() >= list.most()) {
            return last.id;
        }
        let free = free_numbers(rows).next().unwrap_or_default();
        rows.push(Row { id: free, texts: Map::new() });
        free
    }

    /// Takes a row out of a list of the year on show.
    pub fn remove_row(&mut self, list: List, id: u32) {
        self.sheet_mut().rows_mut(list).retain(|row| row.id != id);
    }

    /// Which questions apply, on this day. It is what [`Draft::read`] goes by too, and
    /// can be had without reading the rest.
    #[must_use]
    pub fn applies(&self, today: Date) -> Applies {
        let birth_date = Date::typed(self.text(Key::BirthDate));
        let birth_date = birth_date.ok().filter(|date| *date <= today);
        let applies = self.sheet().map_or_else(
            || Applies::of(self.year, &Map::new(), birth_date),
            |sheet| sheet.applies(self.year, birth_date),
        );
        Applies { past: self.year < today.year(), ..applies }
    }

    /// Whether a question of a row applies, by what else its row says. None does of a
    /// row that no longer stands.
    #[must_use]
    pub fn asks_row(&self, applies: Applies, list: List, id: u32, field: RowField) -> bool {
        self.row(list, id).is_some_and(|row| applies.asks_of(&row.texts, field))
    }

    /// Whether nothing at all was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.birth_date.is_empty() && self.sheets.values().all(Sheet::is_empty)
    }

    /// Whether every year is one that a record can have, with sound lists.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        is_year(self.year)
            && self.sheets.iter().all(|(year, sheet)| is_year(*year) && sheet.is_sound() && sheet.has_sound_jobs())
    }

    fn row(&self, list: List, id: u32) -> Option<&Row> {
        self.sheet()?.row(list, id)
    }

    pub(crate) fn sheet_mut(&mut self) -> &mut Sheet {
        self.sheets.or_insert_with(self.year, Sheet::default)
    }
}

/// The texts of these fields that hold until they change.
fn lasting(sheet: &Sheet, is_of: fn(Whose) -> bool) -> Map<Field, String> {
    let mut texts = sheet.texts.clone();
    texts.retain(|field, _| {
        let whose = field.whose();
        is_of(whose) && !matches!(whose, Whose::Job | Whose::Ledger | Whose::Year) && !OF_ONE_YEAR.contains(field)
    });
    texts
}

/// The numbers that no row has, from the least on.
pub(crate) fn free_numbers(rows: &[Row]) -> impl Iterator<Item = u32> + use<> {
    let used: Map<u32, ()> = rows.iter().map(|row| (row.id, ())).collect();
    (0..).filter(move |number| !used.contains_key(number))
}

pub(crate) fn keep<F: Ord>(texts: &mut Map<F, String>, field: F, text: String) {
    if text.is_empty() {
        texts.remove(&field);
    } else {
        texts.insert(field, text);
    }
}
