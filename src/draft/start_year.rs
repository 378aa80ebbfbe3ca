//! Starting the next year with what this one leaves.

use super::{Draft, Sheet};
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
        let jobs = self.sheet().map(Sheet::jobs_of_year).unwrap_or_default();
        let Some(last) = self.sheets.get(&before).cloned() else { return };
        let shown = self.job();
        for job in jobs {
            let mut of_job = last.clone();
            of_job.show(job);
            if of_job.job == job {
                self.show_job(job);
                self.go_on_from(before, &of_job);
            }
        }
        self.show_job(shown);
        for (field, text) in [(Field::AfterTaxElection, after_tax), (Field::TakeHome, take_home)] {
            if let Some(text) = text.filter(|_| last.job == shown) {
                self.set(Key::Sheet(field), text);
            }
        }
    }

    /// Takes over what goes on from a year's sheet to the one on show, of the same job.
    fn go_on_from(&mut self, before: i16, last: &Sheet) {
        for field in GOES_ON {
            let text = last.text(field);
            if self.text(Key::Sheet(field)).trim().is_empty() && !text.is_empty() {
                self.set(Key::Sheet(field), text.to_owned());
            }
        }
        let raise = |row: &super::Row| {
            let from = Date::typed(row.text(RowField::From)).ok().filter(|from| from.year() == before)?;
            Some((from, row.text(RowField::NewPay).to_owned()))
        };
        let latest = last.rows(List::Raises).iter().filter_map(raise).max_by_key(|(from, _)| *from);
        if let Some((_, pay)) = latest.filter(|(_, pay)| !pay.trim().is_empty()) {
            self.set(Key::Sheet(Field::PayRate), pay);
        }
    }
}
