//! A row of cells as an entry of the ledger.

use super::cells::{self, Day, quoted, words};
use super::columns::Columns;
use crate::date::Date;
use crate::draft::typed;
use crate::exchange::csv::Row;
use crate::money::{Money, MoneyError};
use crate::order::Map;
use crate::questions::{List, RowField};
use crate::record::{Choice, Path, YEARS, is_year};

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
    /// Whether nothing tells that it is of after-tax money.
    pub assumed: bool,
    /// Whether the person said so of its source or its activity.
    pub named: bool,
    pub plan: String,
    /// What only a conversion has.
    pub more: Option<Box<More>>,
}

/// What a conversion has beside its date and amount.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::exchange) struct More {
    pub path: Path,
    /// The other texts, as a person types them.
    pub texts: Map<RowField, String>,
}

impl Columns {
    pub fn more(&self, row: &Row, path: Path) -> Result<More, String> {
        let mut texts = Map::new();
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
    pub fn texts(self) -> Map<RowField, String> {
        let mut texts =
            Map::from_iter([(RowField::On, typed::date(self.date)), (RowField::Sum, typed::money(self.amount))]);
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

/// The day of a row, or both days.
pub(super) fn days(text: &str) -> Result<Day, String> {
    let is_in_ledger = |day: &Day| is_year(day.posted.year()) && day.effective.is_none_or(|day| is_year(day.year()));
    match cells::day(text) {
        _ if text.is_empty() => Err("There is no date. Write it as 1/15/2026.".to_owned()),
        None => Err(no_date(text)),
        Some(day) if !is_in_ledger(&day) => {
            Err(format!("{} is in no year of this ledger, which goes from {} to {}.", quoted(text), YEARS.0, YEARS.1))
        }
        Some(day) => Ok(day),
    }
}

fn no_date(text: &str) -> String {
    format!("{} is not a date. Write it as 1/15/2026.", quoted(text))
}

pub(super) fn amount(text: &str) -> Result<(Money, bool), String> {
    cells::money(text).map_err(|error| match error {
        MoneyError::Empty => "There is no amount. Write it as 1,234.56.".to_owned(),
        MoneyError::NotAnAmount | MoneyError::Negative => {
            format!("{} is not an amount. Write it as 1,234.56.", quoted(text))
        }
        MoneyError::TooFine | MoneyError::Grouping | MoneyError::TooLarge => format!("{}: {error}", quoted(text)),
    })
}
