//! What the reports share: how a result explains itself, and how a table is made.

use super::{Citation, Closing, Finding, Reading, Step, Table};
use crate::explain::{self, Severity};
use crate::law;

impl From<explain::Closing> for Closing {
    fn from(closing: explain::Closing) -> Self {
        Self {
            decision: whole_dollars(&closing.decision),
            rule: whole_dollars(&closing.rule),
            citations: closing.citations.into_iter().map(Citation::from).collect(),
            next_action: whole_dollars(&closing.next_action),
            by: closing.by.map(|by| format!("By {}", by.long())).unwrap_or_default(),
            words: closing.words.unwrap_or_default(),
            mail: false,
        }
    }
}

impl<F> From<explain::Found<F>> for Finding {
    fn from(found: explain::Found<F>) -> Self {
        let explain::Words { severity, citation, title, text, readings } = found.words;
        let (look, severity) = in_words(severity);
        let readings = readings.into_iter().map(Reading::from).collect();
        let (title, text) = (whole_dollars(&title), whole_dollars(&text));
        Self { look, severity, title, text, citation: citation.into(), readings }
    }
}

/// A sentence with whole dollars in the place of those with no cents: `$72,000`.
pub(crate) fn whole_dollars(text: &str) -> String {
    let mut pieces = text.split(".00");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let amount = whole.rsplit('$').next().filter(|_| whole.contains('$')).unwrap_or_default();
        let is_amount = !amount.is_empty() && amount.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        if !is_amount || piece.starts_with(|letter: char| letter.is_ascii_digit()) {
            whole.push_str(".00");
        }
        whole.push_str(piece);
    }
    whole
}

/// The class of a severity, and how much it matters in words.
pub(crate) fn in_words(severity: Severity) -> (String, String) {
    let (look, words) = match severity {
        Severity::Problem => ("problem", "Fix this"),
        Severity::Attention => ("attention", "Needs action"),
        Severity::Note => ("note", "Good to know"),
    };
    (look.to_owned(), words.to_owned())
}

impl From<explain::Reading> for Reading {
    fn from(reading: explain::Reading) -> Self {
        Self { says: reading.says, room: reading.room.to_string(), used_here: reading.used_here }
    }
}

impl From<explain::Step> for Step {
    fn from(step: explain::Step) -> Self {
        let parts = step.operands.iter().map(|operand| format!("{} {}", operand.label, operand.value));
        Self {
            sum: step.arithmetic(),
            parts: parts.collect::<Vec<_>>().join("; "),
            label: step.label,
            citation: step.citation.into(),
        }
    }
}

impl From<law::Citation> for Citation {
    fn from(citation: law::Citation) -> Self {
        Self { reference: citation.reference.to_owned(), says: citation.says.to_owned(), url: citation.url.to_owned() }
    }
}

impl Table {
    /// An open table without a note or a file.
    pub(crate) fn new(id: &str, title: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Self {
        let columns = columns.iter().map(|column| (*column).to_owned()).collect();
        Self { id: id.to_owned(), title: title.to_owned(), columns, rows, ..Self::default() }
    }

    /// In a narrow window a row is one line: without these columns, until all are asked for.
    pub(crate) fn narrow_without(mut self, minor: &[i16]) -> Self {
        minor.clone_into(&mut self.minor);
        self
    }

    /// Without the columns in which nothing ever stands, such as catch-up for
    /// somebody under 50.
    pub(crate) fn without_idle_columns(self) -> Self {
        self.without(|cell| cell.is_empty() || cell == "$0.00")
    }

    /// Without the columns in which every cell is empty; amounts of nothing stay.
    pub(crate) fn without_empty_columns(self) -> Self {
        self.without(str::is_empty)
    }

    fn without(mut self, idle: fn(&str) -> bool) -> Self {
        for place in (0..self.columns.len()).rev() {
            if self.rows.iter().filter_map(|row| row.get(place)).all(|cell| idle(cell)) {
                self.columns.remove(place);
                let gone = i16::try_from(place).unwrap_or(i16::MAX);
                self.minor.retain(|minor| *minor != gone);
                self.minor.iter_mut().filter(|minor| **minor > gone).for_each(|minor| *minor -= 1);
                for row in self.rows.iter_mut().filter(|row| place < row.len()) {
                    row.remove(place);
                }
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::whole_dollars;

    #[test]
    fn whole_dollars_lose_their_cents_and_nothing_else_does() {
        for (text, shown) in [
            ("$72,000.00 of $1,200.50 and $0.00.", "$72,000 of $1,200.50 and $0."),
            ("version 2.00 of 5.00%", "version 2.00 of 5.00%"),
            ("$5.005", "$5.005"),
            ("$.00", "$.00"),
            (".00", ".00"),
            ("", ""),
        ] {
            assert_eq!(whole_dollars(text), shown);
        }
    }
}
