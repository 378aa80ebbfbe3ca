//! A row of cells as an entry of the ledger, or why it is none.

use std::collections::BTreeMap;

use super::cells::{self, quoted, words};
use super::columns::Columns;
use super::kinds::{self, RowKind, Source};
use super::left_out::Reason;
use crate::date::Date;
use crate::draft::typed;
use crate::exchange::csv::Row;
use crate::money::{Money, MoneyError};
use crate::questions::{List, RowField};
use crate::record::{Choice, Path, YEARS, is_year};

/// The most lines of one row. A row with more has lost a quote.
const MOST_LINES: usize = 50;

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Entry {
    /// The line in which it begins.
    pub line: usize,
    pub list: List,
    pub date: Date,
    pub amount: Money,
    /// Whether a minus sign stood before it, as sites write what leaves an account.
    pub negative: bool,
    pub plan: String,
    /// What only a conversion has.
    pub more: Option<Box<More>>,
}

/// What a conversion has beside its date and amount.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::exchange) struct More {
    pub path: Path,
    /// The other texts, as a person types them.
    pub texts: BTreeMap<RowField, String>,
}

/// What becomes of a row.
pub(super) enum Outcome {
    Entry(Entry),
    LeftOut(Reason),
    /// It cannot be read, for this reason.
    Cannot(String),
    /// It holds nothing.
    Nothing,
}

impl Columns {
    /// Reads a row; `torn` where it is not clear which cells belong together.
    pub fn entry(&self, row: &Row, torn: bool) -> Outcome {
        if row.is_blank() || self.is_header(row) {
            return Outcome::Nothing;
        }
        match self.read(row, torn) {
            Ok(outcome) => outcome,
            Err(says) => Outcome::Cannot(says),
        }
    }

    /// A header may stand in the middle, where two files were put together.
    fn is_header(&self, row: &Row) -> bool {
        self.named.is_some() && Self::of_header(&row.cells).is_some_and(|again| again == *self)
    }

    fn read(&self, row: &Row, torn: bool) -> Result<Outcome, String> {
        if row.unclosed {
            return Err("A quote is opened and never closed. Close it, or take it out.".to_owned());
        }
        if row.lines > MOST_LINES {
            return Err(format!("One row runs over {} lines. Look for a quote that is not closed.", row.lines));
        }
        let date = day(row.text(self.date))?;
        if torn {
            return Err(
                "A comma stands within the amount and parts its cells as well. Leave the comma out, or put the amount in quotes.".to_owned()
            );
        }
        let what = self.what(row)?;
        if let Some(reason) = self.not_after_tax(row, what) {
            return Ok(Outcome::LeftOut(reason));
        }
        let (amount, negative) = amount(row.text(self.amount))?;
        let list = what.list();
        if amount == Money::ZERO && list != List::Balances {
            return Ok(Outcome::LeftOut(Reason::Zero));
        }
        if negative && list != List::Conversions {
            return Err(format!(
                "-{amount} is below zero. If it is a conversion, write “conversion” in a column named Kind; if it takes a contribution back, correct that contribution by hand."
            ));
        }
        let plan = self.plan.map(|column| words(row.text(column))).unwrap_or_default();
        let more = match what {
            RowKind::Conversion(path) => Some(Box::new(self.more(row, path)?)),
            _ => None,
        };
        Ok(Outcome::Entry(Entry { line: row.line, list, date, amount, negative, plan, more }))
    }

    fn what(&self, row: &Row) -> Result<RowKind, String> {
        let usual = if self.balances { RowKind::Balance } else { RowKind::Contribution };
        let mut hints = self.hints.iter().map(|column| row.text(*column));
        let what = match self.own {
            true => {
                let kind = hints.next().unwrap_or_default();
                match kinds::what(kind) {
                    _ if kind.is_empty() => usual,
                    RowKind::Neither | RowKind::Unknown => {
                        return Err(format!("{} is no kind. Write contribution, balance or conversion.", quoted(kind)));
                    }
                    what => what,
                }
            }
            false => hints.map(kinds::what).find(|what| *what != RowKind::Unknown).unwrap_or(usual),
        };
        let how = self.how.map(|column| row.text(column));
        match (what, how) {
            (RowKind::Conversion(_), Some(how)) => kinds::path(how).map(RowKind::Conversion).ok_or_else(|| {
                format!("{} is no way of a conversion. Write in_plan, roth_ira, split or paid_out.", quoted(how))
            }),
            _ => Ok(what),
        }
    }

    /// Why a row does not belong in the ledger, by its words.
    fn not_after_tax(&self, row: &Row, what: RowKind) -> Option<Reason> {
        if self.own {
            return None;
        }
        let hint = |wanted: fn(&str, RowKind) -> bool| {
            self.hints.iter().map(|column| row.text(*column)).find(|text| wanted(text, what)).map(str::to_owned)
        };
        let named = self.source.map_or("", |column| row.text(column));
        match kinds::source(named) {
            Source::Other => return Some(Reason::OtherMoney(named.to_owned())),
            Source::Unknown if !self.after_tax => {
                let after_tax = hint(|text, what| kinds::source_by_hint(text, what) == Source::AfterTax);
                let other = hint(|text, what| kinds::source_by_hint(text, what) == Source::Other);
                if let Some(other) = other.filter(|_| after_tax.is_none()) {
                    return Some(Reason::OtherMoney(other));
                }
            }
            Source::AfterTax | Source::Unknown => {}
        }
        let neither = || hint(|text, _| kinds::what(text) == RowKind::Neither).unwrap_or_default();
        (what == RowKind::Neither).then(|| Reason::Neither(neither()))
    }

    fn more(&self, row: &Row, path: Path) -> Result<More, String> {
        let mut texts = BTreeMap::new();
        for (column, field) in [
            (self.basis, RowField::PlanBasis),
            (self.earnings, RowField::PlanEarnings),
            (self.rolled_over, RowField::RolledOver),
        ] {
            let text = column.map_or("", |column| row.text(column));
            if text.is_empty() {
                continue;
            }
            let (part, negative) = amount(text)?;
            if negative {
                return Err(format!("{} is below zero. Write it without the minus sign.", quoted(text)));
            }
            texts.insert(field, typed::money(part));
        }
        let rolled_over_on = self.rolled_over_on.map_or("", |column| row.text(column));
        if !rolled_over_on.is_empty() {
            let date = cells::date(rolled_over_on).ok_or_else(|| no_date(rolled_over_on))?;
            texts.insert(RowField::RolledOverOn, typed::date(date));
        }
        for (column, field) in [(self.account, RowField::Destination), (self.confirmation, RowField::Confirmation)] {
            let text = column.map(|column| words(row.text(column))).unwrap_or_default();
            if !text.is_empty() {
                texts.insert(field, text);
            }
        }
        Ok(More { path, texts })
    }
}

impl Entry {
    /// The texts of its row, as a person types them.
    pub fn texts(self) -> BTreeMap<RowField, String> {
        let mut texts =
            BTreeMap::from([(RowField::On, typed::date(self.date)), (RowField::Sum, typed::money(self.amount))]);
        if !self.plan.is_empty() {
            texts.insert(RowField::Plan, self.plan);
        }
        if let Some(more) = self.more {
            if more.path != Path::default() {
                texts.insert(RowField::How, more.path.word().to_owned());
            }
            texts.extend(more.texts);
        }
        texts
    }

    /// What a preview calls it.
    pub fn name(&self) -> String {
        let name = match (self.list, &self.more) {
            (List::Balances, _) => "Balance",
            (_, Some(more)) => more.path.as_read(),
            _ => "Contribution",
        };
        if self.plan.is_empty() { name.to_owned() } else { format!("{name}, {}", self.plan) }
    }
}

/// The day of a row.
fn day(text: &str) -> Result<Date, String> {
    match cells::date(text) {
        _ if text.is_empty() => Err("There is no date. Write it as 1/15/2026.".to_owned()),
        None => Err(no_date(text)),
        Some(date) if !is_year(date.year()) => {
            Err(format!("{} is in no year of this ledger, which goes from {} to {}.", quoted(text), YEARS.0, YEARS.1))
        }
        Some(date) => Ok(date),
    }
}

fn no_date(text: &str) -> String {
    format!("{} is not a date. Write it as 1/15/2026.", quoted(text))
}

fn amount(text: &str) -> Result<(Money, bool), String> {
    cells::money(text).map_err(|error| match error {
        MoneyError::Empty => "There is no amount. Write it as 1,234.56.".to_owned(),
        MoneyError::NotAnAmount | MoneyError::Negative => {
            format!("{} is not an amount. Write it as 1,234.56.", quoted(text))
        }
        MoneyError::TooFine | MoneyError::Grouping | MoneyError::TooLarge => format!("{}: {error}", quoted(text)),
    })
}
