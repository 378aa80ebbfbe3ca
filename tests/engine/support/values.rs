//! Values as a table writes them, and the day on which most tests stand.

use planner::date::Date;
use planner::money::Money;
use planner::record::Amounts;

pub const TODAY: &str = "2026-11-24";

pub fn today() -> Date {
    day(TODAY)
}

#[track_caller]
pub fn money(text: &str) -> Money {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[track_caller]
pub fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// Paid in, and nothing to come.
#[track_caller]
pub fn so_far(amount: &str) -> Amounts {
    Amounts { so_far: money(amount), to_come: Money::ZERO }
}

#[track_caller]
pub fn sum(amounts: impl IntoIterator<Item = Money>) -> Money {
    amounts.into_iter().sum::<Money>()
}

/// An amount as a count of cents, for reckonings apart from the engine.
pub fn cents(money: Money) -> i128 {
    money.plain().replace('.', "").parse().expect("digits")
}
