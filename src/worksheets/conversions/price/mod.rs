//! The price of waiting: tax on growth that came before the conversion, and what other
//! rhythms of converting would cost.

pub(super) mod report;

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::Serialize;

use super::case::Case;
use super::waiting::Waiting;
use crate::date::Date;
use crate::explain::{Figure, Step};
use crate::law::citations;
use crate::money::{Money, RoundingStrategy};
use crate::percent::Percent;
use crate::worksheets::ledger::EntryKind;

/// The growth a year that is taken where the person gives none, in
/// ten-thousandths of a percent. It is an assumption and shown as one.
const USUAL_GROWTH: u32 = 70_000;

/// What waiting costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Price {
    /// The person's own tax rate; without it no tax is given.
    pub tax_rate: Option<Percent>,
    /// The growth a year.
    pub growth_rate: Percent,
    /// Whether that is assumed, for want of the person's own.
    pub growth_assumed: bool,
    /// Growth that this year's conversions made taxable.
    pub taxable: Money,
    /// The tax on it.
    pub tax: Option<Figure>,
    /// The tax on the growth that waits now.
    pub tax_waiting: Option<Figure>,
    /// What the year's contributions would cost under each rhythm, the slowest first.
    pub rhythms: Vec<Rhythm>,
}

/// How often to convert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Often {
    /// Once, on December 31.
    Yearly,
    /// On the last day of each quarter.
    Quarterly,
    /// On the day of each contribution.
    EachPayday,
}

/// What the year's contributions would cost under one rhythm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rhythm {
    /// Which.
    pub often: Often,
    /// How many conversions it takes.
    pub conversions: u32,
    /// Growth before they are converted.
    pub growth: Money,
    /// Tax on it at the person's own rate.
    pub tax: Option<Money>,
    /// The plan's fees for so many transfers.
    pub fees: Money,
    /// What it saves against the rhythm before it, less than nothing where fees eat more
    /// than the tax.
    pub saves: Option<Money>,
}

/// Tax at the person's own rate, rounded half up to the cent.
fn tax(label: &str, of: (&str, Money), rate: Option<Percent>) -> Option<Figure> {
    let rate = rate?;
    let factor = (rate.to_string(), rate.fraction());
    let step = Step::times(label, citations::OWN_TAX_RATE, of, factor, RoundingStrategy::MidpointAwayFromZero);
    Some(Figure::new([], step))
}

pub(super) fn price(case: &Case<'_>, taxable: Money, waiting: &Waiting) -> Price {
    let ledger = &case.entry.ledger;
    let rate = ledger.tax_rate;
    let growth_rate = ledger.growth.unwrap_or_else(|| Percent::ten_thousandths(USUAL_GROWTH));
    let mut rhythms: Vec<Rhythm> = Vec::new();
    for often in [Often::Yearly, Often::Quarterly, Often::EachPayday] {
        let mut rhythm = Rhythm::of(case, often, growth_rate);
        let before = rhythms.last().and_then(Rhythm::costs);
        rhythm.saves = before.zip(rhythm.costs()).map(|(before, now)| before - now);
        rhythms.push(rhythm);
    }
    Price {
        tax_rate: rate,
        growth_rate,
        growth_assumed: ledger.growth.is_none(),
        taxable,
        tax: tax("Tax on the year’s taxable part", ("taxable", taxable), rate),
        tax_waiting: tax("Tax on the growth that waits", ("growth", waiting.growth), rate),
        rhythms,
    }
}

impl Rhythm {
    fn of(case: &Case<'_>, often: Often, growth_rate: Percent) -> Self {
        let year = case.year();
        let mut dollar_days = Decimal::ZERO;
        let mut days_of_conversion = BTreeSet::new();
        let lines = case.pools.iter().flat_map(|pool| &pool.entries);
        for line in lines.filter(|line| line.kind == EntryKind::Contribution && line.date.year() == year) {
            let on = often.converts(line.date);
            days_of_conversion.insert(on);
            let days = Decimal::from(on.day_number() - line.date.day_number());
            dollar_days += line.amount.to_decimal() * days;
        }
        let growth = dollar_days * growth_rate.fraction() / Decimal::from(365);
        let growth = Money::rounded(growth, RoundingStrategy::MidpointAwayFromZero);
        let conversions = u32::try_from(days_of_conversion.len()).unwrap_or(u32::MAX);
        let fee = case.entry.plan.transfer_fee.unwrap_or_default();
        let rate = case.entry.ledger.tax_rate;
        let tax = rate.map(|rate| growth.times(rate.fraction(), RoundingStrategy::MidpointAwayFromZero));
        Self {
            often,
            conversions,
            growth,
            tax,
            fees: fee.times(Decimal::from(conversions), RoundingStrategy::ToZero),
            saves: None,
        }
    }

    /// Tax and fees.
    fn costs(&self) -> Option<Money> {
        self.tax.map(|tax| tax + self.fees)
    }
}

impl Often {
    /// The day on which a contribution is converted.
    fn converts(self, paid_in: Date) -> Date {
        let month = match self {
            Self::Yearly => 12,
            Self::Quarterly => paid_in.month().div_ceil(3) * 3,
            Self::EachPayday => return paid_in,
        };
        (30..=31).rev().find_map(|day| Date::new(paid_in.year(), month, day).ok()).unwrap_or(paid_in)
    }
}
