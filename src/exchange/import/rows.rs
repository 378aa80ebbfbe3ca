//! A row of cells as an entry of the ledger.

use super::cells::{self, Day, quoted, words};
use super::columns::Columns;
use crate::date::Date;
use crate::draft::typed;
use crate::exchange::csv::Row;
use crate::money::{Money, MoneyError};
use crate::order::Map;
use crate::questions::{Field, List, RowField};
use crate::record::{Answer, Choice, Path, YEARS, is_year};

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
    /// What a row has beside its date and amount.
    pub more: Option<Box<More>>,
    /// The texts of the opening line, which is no row of a list.
    pub opening: Option<[String; 3]>,
}

/// What a row has beside its date and amount: a conversion most of it.
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
            (self.to_traditional, RowField::ToTraditional),
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
        for (column, field) in [(self.rolled_over_on, RowField::RolledOverOn), (self.received_on, RowField::ReceivedOn)]
        {
            let text = column.map_or("", |column| row.text(column));
            if !text.is_empty() {
                let date = cells::date(text).ok_or_else(|| no_date(text))?;
                texts.insert(field, typed::date(date));
            }
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

impl Columns {
    /// What a contribution has: whether it was made for the year before.
    pub fn of_contribution(&self, row: &Row) -> Option<More> {
        let said = self.for_last_year.is_some_and(|column| row.text(column) == Answer::Yes.word());
        let mark = (RowField::ForYearBefore, Answer::Yes.word().to_owned());
        said.then(|| More { texts: Map::from_iter([mark]), ..More::default() })
    }

    /// The value, the part from before 1987, and whether that leaves alone, as typed.
    pub fn of_opening(&self, row: &Row) -> Result<[String; 3], String> {
        let [value, before, alone] = self.opening.map(|column| column.map_or("", |column| row.text(column)));
        let money = |text: &str| match text {
            "" => Ok(String::new()),
            _ => amount(text).map(|(part, _)| typed::money(part)),
        };
        let alone = Answer::from_word(alone).map(Answer::word).unwrap_or_default();
        Ok([money(value)?, money(before)?, alone.to_owned()])
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

    /// The texts of an opening line, as a person types them.
    pub fn opening_texts(self) -> impl Iterator<Item = (Field, String)> {
        let [value, before_1987, alone] = self.opening.unwrap_or_default();
        let texts = [
            (Field::OpeningOn, typed::date(self.date)),
            (Field::OpeningBasis, typed::money(self.amount)),
            (Field::OpeningValue, value),
            (Field::OpeningPlan, self.plan),
            (Field::Before1987, before_1987),
            (Field::Before1987Alone, alone),
        ];
        texts.into_iter().filter(|(_, text)| !text.is_empty())
    }

    /// What a preview calls it.
    pub fn name(&self) -> String {
        let name = match (self.list, &self.more) {
            _ if self.opening.is_some() => "Money from before this ledger",
            (List::Balances, _) => "Balance",
            (List::Conversions, Some(more)) => more.path.as_read(),
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
