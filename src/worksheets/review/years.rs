//! The years of the record side by side.

use serde::Serialize;

use crate::law::Standing;
use crate::money::Money;
use crate::worksheets::ledger::Pool;
use crate::worksheets::room;
use crate::worksheets::year::Year;

/// A year of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearLine {
    /// The calendar year.
    pub year: i16,
    /// Whether it is over.
    pub is_over: bool,
    /// The limit and what used it; none while the year waits for something.
    pub limit: Option<Filled>,
    /// After-tax contributions by the ledger.
    pub contributed: Money,
    /// What of it went to Roth in the year.
    pub converted: Money,
    /// What of that is income of the year.
    pub taxed: Money,
    /// Basis that went to Roth in the year.
    pub basis: Money,
    /// Basis that went to Roth up to the end of the year.
    pub basis_so_far: Money,
}

/// A job of the year, where it has several with a plan of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JobLine {
    /// What the person calls it.
    pub name: String,
    /// The limit of its plan and what used it; none while it waits for something.
    pub limit: Option<Filled>,
    /// What went to Roth out of its plan in the year, by the ledger.
    pub converted: Money,
}

/// How a year's limit is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// How sure the limits are.
    pub standing: Standing,
    /// The limit that applies.
    pub limit: Money,
    /// Deferrals that count.
    pub deferrals: Money,
    /// Employer money.
    pub employer: Money,
    /// After-tax contributions.
    pub after_tax: Money,
    /// What is left of the limit by law.
    pub unused: Money,
}

/// Each year of the record in order, up to the day. The ledger is posted once for all.
pub(super) fn years(year: &Year<'_>) -> Vec<YearLine> {
    let (record, today) = (year.record, year.today);
    let mut lines = Vec::new();
    let mut basis_so_far = Money::ZERO;
    let mut numbers: Vec<i16> = record.years.iter().map(|entry| entry.year).collect();
    numbers.sort_unstable();
    for number in numbers {
        let Posted { contributed, converted, taxed, basis } = Posted::of(year.pools(), number, year);
        basis_so_far += basis;
        let limit = year.other(number).ok().and_then(|of| filled(&of));
        let is_over = number < today.year();
        lines.push(YearLine { year: number, is_over, limit, contributed, converted, taxed, basis, basis_so_far });
    }
    lines
}

/// The jobs of the year, the one on show first; none where it has just one.
pub(super) fn jobs(year: &Year<'_>) -> Vec<JobLine> {
    let line = |name: &str, of: &Year<'_>| JobLine {
        name: name.to_owned(),
        limit: filled(of),
        converted: Posted::of(of.pools(), of.year, of).converted,
    };
    let beside = year.beside.iter().filter_map(|beside| {
        let of = Year::of(&beside.record, year.year, year.today).ok()?;
        Some(line(&beside.name, &of))
    });
    let mut lines: Vec<JobLine> = beside.collect();
    if !lines.is_empty() {
        lines.insert(0, line(year.job, year));
    }
    lines
}

fn filled(year: &Year<'_>) -> Option<Filled> {
    let room = room::worksheet(year).ok()?;
    Some(Filled {
        standing: room.standing,
        limit: room.cap.value,
        deferrals: room.regular_deferrals.value,
        employer: room.employer.value,
        after_tax: room.after_tax,
        unused: room.room_by_law.value,
    })
}

/// What the ledger says of one year, up to today.
#[derive(Default)]
struct Posted {
    contributed: Money,
    converted: Money,
    taxed: Money,
    basis: Money,
}

impl Posted {
    fn of(pools: &[Pool], number: i16, year: &Year<'_>) -> Self {
        let mut posted = Self::default();
        let entries = year.record.year(number).into_iter().flat_map(|entry| &entry.ledger.contributions);
        posted.contributed = entries.filter(|row| row.date <= year.today).map(|row| row.amount).sum();
        let made = pools.iter().flat_map(|pool| &pool.distributions);
        for made in made.filter(|made| made.entered.date.year() == number && made.entered.date <= year.today) {
            posted.converted += made.converted();
            posted.taxed += made.taxable;
            posted.basis += made.basis.min(made.to_roth());
        }
        posted
    }
}
