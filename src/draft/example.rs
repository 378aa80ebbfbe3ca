//! An example to try: one job, one pay stub, in the year on show.

use super::{Draft, Field, Key};
use crate::date::Date;
use crate::money::Money;
use crate::rules::limits;

impl Draft {
    /// This draft with the example in the year on show; other years stay.
    #[must_use]
    pub fn with_example(&self, today: Date) -> Self {
        let mut example = Self::example(self.year, today);
        let others = self.sheets.iter().filter(|(year, _)| **year != self.year);
        example.sheets.extend(others.map(|(year, sheet)| (*year, sheet.clone())));
        example
    }

    /// A draft of nothing but the example, in the given year.
    ///
    /// The person of the example defers exactly up to the year's limit.
    #[must_use]
    pub fn example(year: i16, today: Date) -> Self {
        let mut draft = Self { year, ..Self::new(today) };
        draft.birth_date = "3/31/1985".to_owned();
        let so_far = Money::dollars(18_000);
        let limit = limits::ELECTIVE_DEFERRALS.on_file(year).map_or(so_far, |amount| amount.value);
        let to_come = limit.minus(so_far).unwrap_or_default().or_zero();
        for (field, text) in [
            (Field::Pay, "185,000"),
            (Field::PreTaxSoFar, "18,000"),
            (Field::MatchSoFar, "6,166.70"),
            (Field::MatchToCome, "1,233.30"),
            (Field::AfterTax, "9,000"),
        ] {
            draft.set(Key::Sheet(field), text.to_owned());
        }
        draft.set(Key::Sheet(Field::PreTaxToCome), to_come.to_string().trim_start_matches('$').to_owned());
        draft
    }
}
