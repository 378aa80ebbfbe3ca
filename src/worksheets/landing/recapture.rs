//! The tax on taking out the taxable part of a conversion too soon.
//!
//! Ten percent of it, within five taxable years from January 1 of the conversion's year
//! and before age 59½ (IRC 408A(d)(3)(F); for a plan's Roth account 402A(c)(4)(D)). The
//! part that was after-tax money before is free of it.

use serde::Serialize;

use super::roth_layers::RothLayer;
use super::{Account, dates};
use crate::date::Date;
use crate::law::rates;
use crate::money::{Money, RoundingStrategy};
use crate::record::PlanName;

/// A conversion's clock of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recapture {
    /// When the plan made the conversion.
    pub date: Date,
    /// The plan that it was made in.
    pub plan: PlanName,
    /// Where it landed.
    pub account: Account,
    /// The part that was income.
    pub taxable: Money,
    /// The part that was after-tax money, which is free of this tax.
    pub basis: Money,
    /// From when on the taxable part is free of it: January 1 after five taxable years
    /// or age 59½, whichever comes first. None beyond the calendar.
    pub free_on: Option<Date>,
    /// Whether taking the taxable part out today would cost the tax.
    pub open: bool,
    /// The tax on all of the taxable part.
    pub tax: Money,
}

/// From when on a conversion that arrived on a day is free of this tax.
pub(super) fn free_on(arrived: Date, turns_59_and_a_half: Option<Date>) -> Option<Date> {
    let free = dates::earlier(dates::five_years_from(arrived.year()), turns_59_and_a_half)?;
    Some(free.max(arrived))
}

/// The clock of each conversion that has a taxable part and landed.
pub(super) fn recaptures(layers: &[RothLayer], turns_59_and_a_half: Option<Date>, today: Date) -> Vec<Recapture> {
    let taxable = layers.iter().filter(|layer| layer.taxable.is_positive());
    let landed = taxable.filter_map(|layer| Some((layer, layer.account?)));
    landed
        .map(|(layer, account)| {
            let free_on = free_on(layer.arrived, turns_59_and_a_half);
            Recapture {
                date: layer.date,
                plan: layer.plan.clone(),
                account,
                taxable: layer.taxable,
                basis: layer.basis,
                free_on,
                open: !dates::reached(free_on, today),
                tax: tenth(layer.taxable),
            }
        })
        .collect()
}

/// What is still under this tax.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Open {
    /// The taxable parts of conversions.
    pub taxable: Money,
    /// The tax if all of them came out today.
    pub tax: Money,
    /// When the last of them is free. None beyond the calendar, or if there are none.
    pub until: Option<Date>,
}

/// What of the conversions is still under this tax.
pub(super) fn open(recaptures: &[Recapture]) -> Open {
    let open = || recaptures.iter().filter(|recapture| recapture.open);
    let taxable: Money = open().map(|recapture| recapture.taxable).sum();
    let beyond = open().any(|recapture| recapture.free_on.is_none());
    let until = open().filter_map(|recapture| recapture.free_on).max().filter(|_| !beyond);
    Open { taxable, tax: tenth(taxable), until }
}

/// Ten percent (IRC 72(t)(1)), half up to the cent.
pub(super) fn tenth(amount: Money) -> Money {
    amount.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero)
}
