//! Starting the next year with what this one leaves.

use super::Draft;
use crate::date::Date;
use crate::questions::{Field, Key, List, RowField};

/// What goes on from year to year besides the plan's rules: pay and elections. Whatever is
/// of one year alone, such as year-to-date figures, stays in it.
const GOES_ON: [Field; 14] = [
    Field::Income,
    Field::PayBasis,
    Field::PayRate,
    Field::PreTaxElection,
    Field::RothElection,
    Field::AfterTaxElection,
    Field::BonusPreTax,
    Field::BonusRoth,
    Field::BonusAfterTax,
    Field::CatchUpPreTax,
    Field::CatchUpRoth,
    Field::TakeHome,
    Field::LeastTakeHome,
    Field::WhatIfRaise,
];

impl Draft {
    /// Shows the year after the one on show, with this one's pay and elections wherever that
    /// year has none of its own. Pay is that after the last raise; after-tax election and
    /// take-home pay are those with which this year ends, where they are known.
    pub fn start_next_year(&mut self, after_tax: Option<String>, take_home: Option<String>) {
        let before = self.year;
        self.show_year(before.saturating_add(1));
        let texts: Vec<(Field, String)> =
            GOES_ON.iter().map(|field| (*field, self.text_in(before, Key::Sheet(*field)).to_owned())).collect();
        for (field, text) in texts {
            if self.text(Key::Sheet(field)).trim().is_empty() && !text.is_empty() {
                self.set(Key::Sheet(field), text);
            }
        }
        for (field, text) in [(Field::AfterTaxElection, after_tax), (Field::TakeHome, take_home)] {
            if let Some(text) = text {
                self.set(Key::Sheet(field), text);
            }
        }
        let raises = self.sheets.get(&before).map(|sheet| sheet.rows(List::Raises)).unwrap_or_default();
        let raise = |row: &super::Row| {
            let from = Date::typed(row.text(RowField::From)).ok().filter(|from| from.year() == before)?;
            Some((from, row.text(RowField::NewPay).to_owned()))
        };
        let last = raises.iter().filter_map(raise).max_by_key(|(from, _)| *from);
        if let Some((_, pay)) = last.filter(|(_, pay)| !pay.trim().is_empty()) {
            self.set(Key::Sheet(Field::PayRate), pay);
        }
    }
}
