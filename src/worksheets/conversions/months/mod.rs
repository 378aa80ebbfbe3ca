//! The year month by month: what came in, what was converted, and what waited at the
//! end of each month; the same as bars.

pub(super) mod report;

use serde::Serialize;

use super::case::Case;
use super::waiting::parts;
use super::words;
use crate::date::{Date, month_name};
use crate::money::Money;
use crate::worksheets::ledger::{EntryKind, Pool};

/// A month of the year, up to its end or to today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Month {
    /// Its last day that counts.
    pub until: Date,
    /// After-tax contributions in it.
    pub contributed: Money,
    /// All that left the after-tax money in it.
    pub converted: Money,
    /// The basis in that.
    pub basis: Money,
    /// What of that is taxable.
    pub taxable: Money,
    /// Converted from the start of the year to its end.
    pub converted_so_far: Money,
    /// Basis that waited at its end.
    pub waiting: Money,
    /// Growth on that, as far as statements tell.
    pub growth: Money,
}

/// The year as a picture. All measures are in thousandths of the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// A bar for each month up to today. A whole year takes the whole width.
    pub bars: Vec<Bar>,
    /// What it shows, in a sentence.
    pub description: String,
}

/// What a month's end shows: heights of its parts, from the bottom up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Where it starts, from the left.
    pub start: u16,
    /// How wide it is.
    pub width: u16,
    /// Converted so far in the year.
    pub converted: u16,
    /// Basis that waits.
    pub waiting: u16,
    /// Growth on it.
    pub growth: u16,
}

pub(super) fn months(case: &Case<'_>) -> Vec<Month> {
    let mut months: Vec<Month> = (1..=12).map_while(|month| Month::empty(case, month)).collect();
    for pool in case.pools {
        flows(&mut months, pool, case.year());
        states(&mut months, pool, case.is_whole_account(pool));
    }
    let mut so_far = Money::ZERO;
    for month in &mut months {
        so_far += month.converted;
        month.converted_so_far = so_far;
    }
    months
}

impl Month {
    /// A month with nothing in it; none after the last day that counts.
    fn empty(case: &Case<'_>, month: u8) -> Option<Self> {
        let first = Date::new(case.year(), month, 1).ok()?;
        let last = (28..=31).rev().find_map(|day| Date::new(case.year(), month, day).ok())?;
        let zero = Money::ZERO;
        (first <= case.as_of).then_some(Self {
            until: last.min(case.as_of),
            contributed: zero,
            converted: zero,
            basis: zero,
            taxable: zero,
            converted_so_far: zero,
            waiting: zero,
            growth: zero,
        })
    }

    /// Its name: `March`.
    pub(super) fn name(&self) -> String {
        month_name(self.until.month()).to_owned()
    }
}

/// What went in and out of a pool in each month.
fn flows(months: &mut [Month], pool: &Pool, year: i16) {
    for line in pool.entries.iter().filter(|line| line.date.year() == year) {
        let Some(month) = months.get_mut(usize::from(line.date.month()) - 1) else { continue };
        match line.kind {
            EntryKind::Contribution => month.contributed += line.amount,
            EntryKind::Opening | EntryKind::Balance | EntryKind::Refund => {}
            EntryKind::Conversion(place) => {
                let Some(distribution) = pool.distributions.get(place) else { continue };
                month.converted += distribution.converted();
                month.basis += distribution.basis;
                month.taxable += distribution.taxable;
            }
        }
    }
}

/// What a pool held at the end of each month.
fn states(months: &mut [Month], pool: &Pool, whole_account: bool) {
    let mut lines = pool.entries.iter().peekable();
    let mut held = (Money::ZERO, Money::ZERO);
    for month in months {
        while let Some(line) = lines.next_if(|line| line.date <= month.until) {
            held = (line.basis, line.value);
        }
        let (basis, growth) = parts(held.0, held.1, whole_account);
        month.waiting += basis;
        month.growth += growth;
    }
}

pub(super) fn chart(months: &[Month]) -> Chart {
    let mut most = Money::ZERO;
    for month in months {
        most = most.max(month.converted_so_far + month.waiting + month.growth);
    }
    let bars = months.iter().zip(0_u16..).map(|(month, place)| {
        let [start, end] = [place, place + 1].map(|edge| edge * 1_000 / 12);
        Bar {
            start,
            width: end - start,
            converted: month.converted_so_far.thousandths_of(most),
            waiting: month.waiting.thousandths_of(most),
            growth: month.growth.thousandths_of(most),
        }
    });
    let description = months.last().map(words::chart);
    Chart { bars: bars.collect(), description: description.unwrap_or_default() }
}
