//! A row of a checklist as a report shows it.

use super::{Row, Shown};
use crate::report;

impl<Mark: Shown> From<Row<Mark>> for report::Row {
    fn from(row: Row<Mark>) -> Self {
        let (look, mark) = row.mark.shown();
        let words = match row.words {
            [] => String::new(),
            words => format!("Words that plan papers use: {}.", words.join(", ")),
        };
        Self {
            look: look.to_owned(),
            mark: mark.to_owned(),
            name: row.name.to_owned(),
            answer: row.answer,
            means: row.means,
            question: row.question.to_owned(),
            source: row.look.to_owned(),
            words,
            citation: row.citation.into(),
        }
    }
}
