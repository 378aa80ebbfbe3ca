//! The year to print and keep.

use serde::Serialize;

use super::case::Case;
use super::words;
use crate::date::Date;
use crate::law::Citation;
use crate::money::Money;
use crate::order;
use crate::record::{Contribution, Ledger, Record};
use crate::worksheets::ledger::{self, Distribution, Pool};

/// The year's record, for the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dossier {
    /// The day on which it was made.
    pub made_on: Date,
    /// The year's after-tax contributions by date.
    pub contributions: Vec<Contribution>,
    /// Their sum.
    pub contributed: Money,
    /// The year's conversions by date.
    pub conversions: Vec<Distribution>,
    /// All that moved.
    pub moved: Money,
    /// The after-tax contributions in it.
    pub basis: Money,
    /// The earnings in it.
    pub earnings: Money,
    /// What of it is income of the year.
    pub taxable: Money,
    /// After-tax contributions that had not moved by the year's end.
    pub unconverted: Money,
    /// Where conversions were to land, why, and since when, in a sentence.
    pub landing: String,
    /// What to keep, and how long.
    pub keep: Vec<Keep>,
}

/// A paper to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// Which.
    pub what: &'static str,
    /// How long, and why.
    pub how_long: &'static str,
    /// Where the law says so.
    pub citation: Citation,
}

pub(super) fn dossier(record: &Record, case: &Case<'_>) -> Dossier {
    let mut contributions = case.entry.ledger.contributions.clone();
    order::sort_by(&mut contributions, |one, other| {
        (one.date, &one.plan, one.amount).cmp(&(other.date, &other.plan, other.amount))
    });
    let mut conversions: Vec<Distribution> = case.all_moves().cloned().collect();
    order::sort_by_key(&mut conversions, |made| made.entered.date);
    let sum = |part: fn(&Distribution) -> Money| conversions.iter().map(part).sum::<Money>();
    // What later years took out was still in at the year's end.
    let later = record.years.iter().any(|entry| entry.year > case.year && entry.ledger != Ledger::default());
    let at_year_end = later.then(|| ledger::posted_until(record, Date::year_end(case.year).unwrap_or(Date::LAST)));
    let pools = at_year_end.as_deref().unwrap_or(case.pools);
    Dossier {
        made_on: case.today,
        contributed: contributions.iter().map(|row| row.amount).sum(),
        moved: sum(|made| made.moved),
        basis: sum(|made| made.basis),
        earnings: sum(|made| made.earnings),
        taxable: sum(|made| made.taxable),
        unconverted: pools.iter().map(Pool::waits).sum(),
        landing: words::dossier::landing(&case.entry.landing),
        keep: words::dossier::KEEP.to_vec(),
        contributions,
        conversions,
    }
}
