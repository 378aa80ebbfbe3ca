//! The card of the plan’s own limits, which the Plan and the Room page both ask.

use super::Item::Grid;
use super::{Card, ask};
use crate::questions::Field;

/// The plan's own limits, which the room's page asks as well.
pub const CAPS: Card = Card {
    id: "plan-rules",
    title: "The plan’s own limits",
    hint: "Only what your plan’s summary or HR tells you. Leave blank what it doesn’t have.",
    folded: true,
    items: &[
        Grid(&[
            ask(Field::DeferralLimit),
            ask(Field::AfterTaxDollars),
            ask(Field::AfterTaxPercent),
            ask(Field::CombinedPercent),
        ]),
        ask(Field::PercentOfCountedPay),
        ask(Field::EligiblePay),
        ask(Field::ReservedMatch),
    ],
};
