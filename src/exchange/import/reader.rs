//! What becomes of a row: an entry of the ledger, left out for a reason, or asked about.

use super::asks::{Asks, Topic};
use super::cells::{self, Day, quoted, words};
use super::columns::Columns;
use super::kinds::{self, RowKind, Source};
use super::left_out::Reason;
use super::naming::Naming;
use super::rows::{Entry, amount, days};
use super::telling::Of;
use crate::date::Date;
use crate::exchange::csv::Row;
use crate::money::Money;
use crate::questions::List;

/// The most lines of one row. A row with more has lost a quote.
const MOST_LINES: usize = 50;

/// What becomes of a row.
pub(super) enum Outcome {
    Entry(Entry),
    LeftOut(Reason),
    /// It cannot be read, for this reason.
    Cannot(String),
    /// It waits for an answer. Whether it may be what a conversion brings to the Roth account.
    Asked {
        topic: Topic,
        arrives: bool,
    },
    /// It is no row: it holds nothing, or is a note.
    Nothing,
}

/// A row that is read, and what was said of tables like its own.
pub(super) struct Reader<'a> {
    pub table: usize,
    pub columns: &'a Columns,
    pub naming: &'a Naming,
    /// The text that the row is of, for what was said of it alone.
    pub text: &'a str,
}

impl Reader<'_> {
    /// Reads a row; `torn` where it is not clear which cells belong together.
    pub fn outcome(&self, row: &Row, torn: bool, asks: &mut Asks) -> Outcome {
        if row.is_blank() || self.is_note(row) {
            return Outcome::Nothing;
        }
        self.read(row, torn, asks).unwrap_or_else(Outcome::Cannot)
    }

    /// A line of words below or between the rows of a table of several columns.
    fn is_note(&self, row: &Row) -> bool {
        let columns = self.columns;
        let mut cells = (0..row.cells.len()).filter(|place| !row.text(*place).is_empty());
        let only = cells.next().filter(|_| cells.next().is_none() && !row.unclosed);
        columns.named.is_some_and(|named| named > 2) && only.is_some_and(|place| cells::day(row.text(place)).is_none())
    }

    fn read(&self, row: &Row, torn: bool, asks: &mut Asks) -> Result<Outcome, String> {
        let columns = self.columns;
        if row.unclosed {
            return Err("A quote is opened and never closed. Close it, or take it out.".to_owned());
        }
        if row.lines > MOST_LINES {
            return Err(format!("One row runs over {} lines. Look for a quote that is not closed.", row.lines));
        }
        if is_total(columns, row) {
            return Ok(Outcome::LeftOut(Reason::Total));
        }
        let days = days(row.text(columns.date))?;
        if torn {
            return Err(
                "A comma inside the amount separates its cells as well. Leave the comma out, or put the amount in quotes.".to_owned()
            );
        }
        if self.is_opening(row) {
            return self.opening(row, days.posted);
        }
        let (what, named) = self.what(row)?;
        let of = self.money(row, what, named);
        if !matches!(what, RowKind::Neither | RowKind::Reversal) {
            self.note_source(row, asks);
        }
        match of {
            Of::Other(name) => return Ok(Outcome::LeftOut(Reason::OtherMoney(name))),
            Of::Unclear(name) => return Ok(Outcome::LeftOut(Reason::UnclearMoney(name))),
            _ => {}
        }
        if named {
            asks.note(self.table, &Topic::Activity(self.activity_of(row)), row, false);
        }
        match what {
            RowKind::Neither if named => return Ok(Outcome::LeftOut(Reason::Declined)),
            RowKind::Neither => return Ok(Outcome::LeftOut(Reason::Neither(self.words_of(row, RowKind::Neither)))),
            RowKind::Reversal => {
                let words = self.words_of(row, RowKind::Reversal);
                return Err(format!(
                    "{} takes back or corrects another row. Correct that one by hand.",
                    quoted(&words)
                ));
            }
            RowKind::Balance if self.is_of_whole_account(row) => return Ok(Outcome::LeftOut(Reason::WholeAccount)),
            _ => {}
        }
        let Some(place) = columns.amount else {
            if !self.naming.is("amount", "none") {
                return Ok(Outcome::Asked { topic: Topic::Amount, arrives: false });
            }
            asks.note(self.table, &Topic::Amount, row, false);
            return Ok(Outcome::LeftOut(Reason::Declined));
        };
        let (amount, negative) = amount(row.text(place))?;
        let list = what.list();
        if amount == Money::ZERO && list != List::Balances {
            return Ok(Outcome::LeftOut(Reason::Zero));
        }
        let asked = |topic| Ok(Outcome::Asked { topic, arrives: list == List::Conversions && !negative });
        if what == RowKind::Unclear {
            return asked(Topic::Activity(self.activity_of(row)));
        }
        if negative && list != List::Conversions {
            return Err(format!(
                "-{amount} is below zero. If it is a conversion, write “conversion” in a column named Kind; if it takes a contribution back, correct that contribution by hand."
            ));
        }
        let (assumed, named) = match of {
            Of::AfterTax { assumed, named } => {
                if assumed {
                    asks.note(self.table, &Topic::NoSource, row, false);
                }
                (assumed, named)
            }
            _ => match self.without_source(row, asks) {
                Ok(taken) if taken => (false, true),
                Ok(_) => return Ok(Outcome::LeftOut(Reason::Declined)),
                Err(topic) => return asked(topic),
            },
        };
        let date = match self.date(&days) {
            Ok(date) => {
                if days.effective.is_some() && !self.naming.said("as of").is_empty() {
                    asks.note(self.table, &Topic::AsOf, row, false);
                }
                date
            }
            Err(topic) => return asked(topic),
        };
        let plan = columns.plan.map(|column| words(row.text(column))).unwrap_or_default();
        let more = match what {
            RowKind::Conversion(path) => Some(Box::new(columns.more(row, path)?)),
            RowKind::Balance => None,
            _ => columns.of_contribution(row).map(Box::new),
        };
        Ok(Outcome::Entry(Entry {
            line: row.line,
            list,
            date,
            amount,
            negative,
            assumed,
            named,
            plan,
            more,
            opening: None,
        }))
    }

    /// Whether a row of the planner's own export is the opening line.
    fn is_opening(&self, row: &Row) -> bool {
        let kind = self.columns.hints.first().map_or("", |column| row.text(*column));
        self.columns.own && kind.eq_ignore_ascii_case("opening")
    }

    fn opening(&self, row: &Row, date: Date) -> Result<Outcome, String> {
        let columns = self.columns;
        let (amount, negative) = amount(columns.amount.map_or("", |column| row.text(column)))?;
        if negative {
            return Err(format!("-{amount} is below zero. Write it without the minus sign."));
        }
        let plan = columns.plan.map(|column| words(row.text(column))).unwrap_or_default();
        Ok(Outcome::Entry(Entry {
            line: row.line,
            list: List::Balances,
            date,
            amount,
            negative,
            assumed: false,
            named: true,
            plan,
            more: None,
            opening: Some(columns.of_opening(row)?),
        }))
    }

    /// Whether a row that names no source is taken, by what was said of such rows or of it.
    fn without_source(&self, row: &Row, asks: &mut Asks) -> Result<bool, Topic> {
        let said = self.naming.said("source");
        // A row without a word in the column that says which money it is.
        let by_column = self.naming.column("source").is_some_and(|place| self.columns.source == Some(place));
        if !["all", "rows", "no"].contains(&said) && !by_column {
            return Err(Topic::NoSource);
        }
        asks.note(self.table, &Topic::NoSource, row, false);
        let topic = Topic::Row(row.line);
        match (said, self.naming.said(&topic.key(self.text))) {
            ("all", _) => Ok(true),
            ("rows", word @ ("yes" | "no")) => {
                asks.note(self.table, &topic, row, false);
                Ok(word == "yes")
            }
            ("rows", _) => Err(topic),
            _ => Ok(false),
        }
    }

    /// The day that counts of those that a row has. In one month it makes no difference, at
    /// a turn of the year it does.
    fn date(&self, days: &Day) -> Result<Date, Topic> {
        let Some(effective) = days.effective else { return Ok(days.posted) };
        match self.naming.said("as of") {
            "effective" => Ok(effective),
            "posted" => Ok(days.posted),
            _ if effective.year() == days.posted.year() => Ok(days.posted),
            _ => Err(Topic::AsOf),
        }
    }

    /// Notes a source whose words are not known: it is left out, and may be taken in.
    fn note_source(&self, row: &Row, asks: &mut Asks) {
        let name = self.columns.source.map(|column| words(row.text(column))).unwrap_or_default();
        if name.is_empty() {
            return;
        }
        let is_unclear = kinds::source(&name) == Source::Unclear;
        let topic = Topic::Source(name);
        if is_unclear || !self.naming.said(&topic.key("")).is_empty() {
            asks.note(self.table, &topic, row, true);
        }
    }

    /// Whether a balance is of more than the after-tax money.
    fn is_of_whole_account(&self, row: &Row) -> bool {
        let columns = self.columns;
        let hint = |wanted: fn(&str) -> bool| columns.hints.iter().any(|column| wanted(row.text(*column)));
        let after_tax = columns.after_tax
            || columns.source.is_some_and(|column| kinds::source(row.text(column)) == Source::AfterTax)
            || hint(|text| kinds::source_by_hint(text, RowKind::Balance) == Source::AfterTax);
        !columns.own && !after_tax && (columns.of_an_account || hint(kinds::is_of_whole_account))
    }
}

/// Whether a row adds up those above it: it has a sum, and words in the place of its day.
fn is_total(columns: &Columns, row: &Row) -> bool {
    let first = row.cells.iter().map(|cell| cell.text.trim()).find(|text| !text.is_empty()).unwrap_or_default();
    let words = kinds::spaced(first);
    let sums = [" total ", " totals ", " subtotal ", " sum ", " grand total"];
    cells::day(row.text(columns.date)).is_none() && sums.iter().any(|sum| words.contains(sum))
}
