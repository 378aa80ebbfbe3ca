//! The figures of a pay stub that was read, beside those of the year on show.

use super::{Booklet, Draft, Quote, Reading, words};
use crate::date::Date;
use crate::exchange::plan_link::as_read;
use crate::papers::{PAY_DATE, StubFigure};
use crate::questions::{Applies, Field, Key};

/// What to know before any figure is taken.
const CHECK: &str =
    "Compare each figure with the year-to-date column of your stub. Money from an earlier employer isn’t in it.";
/// The same where the stub does not say when it was paid.
const UNDATED: &str = "No pay date was found on it. Only a stub of the year above belongs here.";

impl Draft {
    /// The figures of a stub beside this draft.
    pub(super) fn stub_figures(&self, today: Date, reading: &Reading) -> Booklet {
        let paid = paid_in(reading);
        let mut notes = vec![CHECK.to_owned()];
        match paid {
            None => notes.push(UNDATED.to_owned()),
            Some(year) if year != self.year => notes.push(format!(
                "This stub was paid in {year}, and the year above is {}. Show {year}, or read a stub of {}.",
                self.year, self.year
            )),
            Some(_) => {}
        }
        let applies = self.applies(today);
        let question = |(place, of): (usize, &StubFigure)| {
            let field = Field::from_id(&of.field)?;
            let own = self.text(Key::Sheet(field)).trim();
            let value = as_read(field, &of.value);
            let quote = Quote {
                key: place.to_string(),
                says: if of.value.is_empty() { "Not certain".to_owned() } else { format!("The stub says: {value}") },
                text: of.lines.join(" + "),
                page: words::page(of.page),
                doubt: of.doubt.as_deref().unwrap_or_default().to_owned(),
                ..Quote::default()
            };
            let id = if applies.asks(field) { field.id().to_owned() } else { String::new() };
            let own = if own.is_empty() { String::new() } else { as_read(field, own) };
            let enter = self.takes(applies, paid, of).then_some(value.as_str());
            Some(words::figure(field.title(), id, &own, quote, enter))
        };
        Booklet {
            title: "Figures of your pay stub".to_owned(),
            notes,
            questions: reading.stub.iter().enumerate().filter_map(question).collect(),
            ..Booklet::default()
        }
    }

    /// This draft with one of the figures entered, where nothing stands in its field.
    pub(super) fn with_stub_figure(&self, today: Date, reading: &Reading, place: usize) -> Option<Self> {
        let of = reading.stub.get(place).filter(|of| self.takes(self.applies(today), paid_in(reading), of))?;
        let mut draft = self.clone();
        draft.set(Key::Sheet(Field::from_id(&of.field)?), of.value.clone());
        Some(draft)
    }

    /// Whether a figure of a stub paid in that year can be taken: it is certain, of the year on
    /// show, asked and not yet entered.
    fn takes(&self, applies: Applies, paid: Option<i16>, of: &StubFigure) -> bool {
        let open = |field: Field| applies.asks(field) && self.text(Key::Sheet(field)).trim().is_empty();
        let of_year = paid.is_none_or(|year| year == self.year);
        !of.value.is_empty() && of_year && Field::from_id(&of.field).is_some_and(open)
    }
}

/// The year in which a stub was paid, by its pay date.
fn paid_in(reading: &Reading) -> Option<i16> {
    let day = reading.stub.iter().find(|of| of.field == PAY_DATE)?;
    Date::typed(&day.value).ok().map(Date::year)
}
