//! The texts that are typed and yet not in the record.

use std::collections::BTreeSet;

use super::Reader;
use crate::date::Date;
use crate::draft::{Draft, Row, Sheet};
use crate::questions::{Applies, Key, List};

/// The texts that are not in the record: year by year, a text of nothing but blanks
/// not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Texts that are asked for: they cannot be read, or what they belong to is not complete.
    pub asked: Vec<(i16, Key)>,
    /// Texts of questions that do not apply, and so are not asked.
    pub not_asked: Vec<(i16, Key)>,
}

impl LeftOut {
    /// Whether every text is in the record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty() && self.not_asked.is_empty()
    }

    /// Adds what a sheet leaves out, of these keys.
    fn of(&mut self, year: i16, sheet: &Sheet, birth_date: Option<Date>, counts: fn(Key) -> bool) {
        let mut reader = Reader::of(year, sheet);
        reader.year(birth_date);
        let mut seen = BTreeSet::new();
        let unread = reader.problems.into_iter().map(|problem| problem.key).chain(reader.left_out);
        let typed = unread.filter(|key| counts(*key) && is_typed(sheet.text_of(*key)) && seen.insert(*key));
        self.asked.extend(typed.map(|key| (year, key)));
        let not_asked = not_asked(sheet, reader.applies).filter(|key| counts(*key));
        self.not_asked.extend(not_asked.map(|key| (year, key)));
    }
}

impl Draft {
    /// The texts that [`Draft::read`] leaves out. The birth date, which is of no year, counts
    /// as one of the year on show.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::Draft;
    /// use planner::questions::{Field, Key};
    /// let today = Date::new(2026, 11, 24)?;
    /// let mut draft = Draft::new(today);
    /// draft.set(Key::Sheet(Field::Pay), "2O0,000".to_owned());
    /// draft.set(Key::Sheet(Field::NetProfit), "90,000".to_owned());
    /// let left_out = draft.left_out(today);
    /// assert_eq!(left_out.asked, [(2026, Key::Sheet(Field::Pay))]);
    /// assert_eq!(left_out.not_asked, [(2026, Key::Sheet(Field::NetProfit))]);
    /// # Ok::<(), planner::date::DateError>(())
    /// ```
    #[must_use]
    pub fn left_out(&self, today: Date) -> LeftOut {
        let nothing = Sheet::default();
        let mut left_out = LeftOut::default();
        let mut reader = Reader::of(self.year, &nothing);
        let birth_date = reader.birth_date(&self.birth_date, today);
        if birth_date.is_none() && is_typed(&self.birth_date) {
            left_out.asked.push((self.year, Key::BirthDate));
        }
        for (year, sheet) in &self.sheets {
            left_out.of(*year, sheet, birth_date, |_| true);
            for behind in sheet.behind() {
                left_out.of(*year, &behind, birth_date, Key::is_of_job);
            }
        }
        left_out
    }
}

/// The texts of a sheet that stand under questions which do not apply.
fn not_asked(sheet: &Sheet, applies: Applies) -> impl Iterator<Item = Key> {
    let texts = sheet.texts.iter().filter(move |(field, text)| is_typed(text) && !applies.asks(**field));
    let rows = List::ALL.iter().flat_map(move |list| {
        let of_list = sheet.rows(*list).iter().flat_map(|row| row.texts.iter().map(move |text| (row, text)));
        let asks = move |row: &Row, field| applies.lists(*list) && applies.asks_of(&row.texts, field);
        let not_asked = of_list.filter(move |(row, (field, text))| is_typed(text) && !asks(row, **field));
        not_asked.map(move |(row, (field, _))| Key::Row(*list, row.id, *field))
    });
    texts.map(|(field, _)| Key::Sheet(*field)).chain(rows)
}

/// Whether anything but blanks is typed.
fn is_typed(text: &str) -> bool {
    !text.trim().is_empty()
}
