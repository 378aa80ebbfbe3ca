//! A Form 1099-R that was read, beside the forms of the year on show.

use super::{Booklet, Draft, Quote, Reading, words};
use crate::exchange::plan_link::as_read;
use crate::questions::{Field, Key, Kind, List, RowField};

/// What to know before any box is taken.
const CHECK: &str = "Compare each box with your paper, and the year above with the year printed on the form. Boxes to check, and the payer, are not read.";

impl Draft {
    /// The boxes of a form beside this draft. The next form is filled in if the last one is
    /// another one.
    pub(super) fn form_boxes(&self, reading: &Reading) -> Booklet {
        let row = self.row_of(reading);
        let mut notes = reading.paper.notes.clone();
        notes.push(CHECK.to_owned());
        let question = |(place, of): (usize, &crate::papers::Boxed)| {
            let field = RowField::ALL.iter().copied().find(|field| field.id() == of.field)?;
            let key = row.map(|row| Key::Row(List::Forms, row, field));
            let own = key.map(|key| self.text(key)).unwrap_or_default();
            let value = read(field, &of.value);
            let quote = Quote {
                key: place.to_string(),
                says: format!("The form says: {value}"),
                text: format!("{}: {}", of.label, of.value),
                page: words::page(of.page),
                ..Quote::default()
            };
            let title = Key::Row(List::Forms, 0, field).question().label;
            let is_open = own.trim().is_empty();
            let own = if is_open { String::new() } else { read(field, own) };
            let enter = is_open.then_some(value.as_str());
            Some(words::figure(title, key.map(Key::id).unwrap_or_default(), &own, quote, enter))
        };
        Booklet {
            title: "Boxes of your Form 1099-R".to_owned(),
            notes,
            questions: reading.boxes.iter().enumerate().filter_map(question).collect(),
            ..Booklet::default()
        }
    }

    /// This draft with one of the boxes entered, where nothing stands in it.
    pub(super) fn with_form_box(&self, reading: &Reading, place: usize) -> Option<Self> {
        let of = reading.boxes.get(place)?;
        let field = RowField::ALL.iter().copied().find(|field| field.id() == of.field)?;
        let mut draft = self.clone();
        let row = match self.row_of(reading) {
            Some(row) => row,
            // A full list takes no more, and what stands in it stays.
            None if draft.sheet().is_some_and(|sheet| sheet.rows(List::Forms).len() >= List::Forms.most()) => {
                return None;
            }
            None => draft.add_row(List::Forms),
        };
        let key = Key::Row(List::Forms, row, field);
        if !draft.text(key).trim().is_empty() {
            return None;
        }
        draft.set(key, of.value.clone());
        Some(draft)
    }

    /// The last form of the year, unless something in it says otherwise.
    fn row_of(&self, reading: &Reading) -> Option<u32> {
        let row = self.sheet()?.rows(List::Forms).last()?;
        let fits = |of: &crate::papers::Boxed| {
            let field = RowField::ALL.iter().copied().find(|field| field.id() == of.field);
            field.is_none_or(|field| {
                let own = row.text(field);
                own.trim().is_empty() || read(field, own) == read(field, &of.value)
            })
        };
        reading.boxes.iter().all(fits).then_some(row.id)
    }
}

/// A value as a person reads it.
fn read(field: RowField, text: &str) -> String {
    // Money is read alike in every field.
    if field.kind() == Kind::Money { as_read(Field::Pay, text) } else { text.trim().to_owned() }
}
