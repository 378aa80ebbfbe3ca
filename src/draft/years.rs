//! What each year holds, in words, and taking a year away.

use super::{Draft, Row, Sheet};
use crate::english::counted;
use crate::questions::List;

impl Draft {
    /// The years that hold anything, in order, each with what it holds in words.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::Draft;
    /// let example = Draft::example(2026, Date::new(2026, 11, 24)?);
    /// assert_eq!(example.years_held(), [(2026, "32 answers, 30 rows of the ledger".to_owned())]);
    /// # Ok::<(), planner::date::DateError>(())
    /// ```
    #[must_use]
    pub fn years_held(&self) -> Vec<(i16, String)> {
        let held = self.sheets.iter().map(|(year, sheet)| (*year, sheet.holds()));
        held.filter(|(_, words)| !words.is_empty()).collect()
    }

    /// Takes away all that a year holds. The year on show stays on show.
    pub fn remove_year(&mut self, year: i16) {
        self.sheets.remove(&year);
    }
}

impl Sheet {
    /// What stands in it in words, such as `18 answers, 24 rows of the ledger, 2 forms`;
    /// empty if nothing does. Texts of nothing but blanks do not count.
    fn holds(&self) -> String {
        let sheets = || std::iter::once(self).chain(&self.others);
        let typed = sheets().flat_map(|sheet| sheet.texts.values());
        let answers = typed.filter(|text| !text.trim().is_empty()).count();
        let rows = |lists: &[List]| {
            let typed = |row: &&Row| row.texts.values().any(|text| !text.trim().is_empty());
            sheets().flat_map(|sheet| lists.iter().flat_map(|list| sheet.rows(*list))).filter(typed).count()
        };
        let jobs = if self.others.is_empty() { 0 } else { self.others.len() + 1 };
        let counts: [(usize, &str, &str); 7] = [
            (jobs, "job with a plan", "jobs with a plan"),
            (answers, "answer", "answers"),
            (rows(&[List::Jobs]), "other job", "other jobs"),
            (rows(&[List::Raises, List::Bonuses]), "raise or bonus", "raises and bonuses"),
            (rows(&List::LEDGER), "row of the ledger", "rows of the ledger"),
            (rows(&[List::Forms]), "form", "forms"),
            (rows(&[List::Returns]), "amount returned", "amounts returned"),
        ];
        let words =
            counts.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| counted(count, one, many));
        words.collect::<Vec<_>>().join(", ")
    }
}
