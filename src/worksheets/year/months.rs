//! The monthly pace, where no paychecks are entered: an amount spread over equal contributions, never over by a cent.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::date::Date;
use crate::money::{Money, RoundingStrategy};

/// Equal contributions that fill an amount exactly; the last takes the remainder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Monthly {
    /// How many contributions.
    pub contributions: u32,
    /// Each but the last, rounded down to the cent.
    pub each: Money,
    /// The last one.
    pub last: Money,
    /// All together.
    pub total: Money,
}

impl Monthly {
    /// Spreads an amount evenly; none if there is no contribution left to make.
    ///
    /// ```
    /// use planner::money::Money;
    /// use planner::worksheets::year::Monthly;
    /// let pace = Monthly::even(Money::dollars(41_500), 26).ok_or("no pay left")?;
    /// assert_eq!(pace.each, Money::cents(159_615));
    /// assert_eq!(pace.last, Money::cents(159_625));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn even(amount: Money, contributions: u32) -> Option<Self> {
        let count = Decimal::from(contributions);
        let exact = amount.to_decimal().checked_div(count)?;
        let each = Money::rounded(exact, RoundingStrategy::ToZero);
        let but_last = each.times(Decimal::from(contributions.saturating_sub(1)), RoundingStrategy::ToZero);
        Some(Self { contributions, each, last: amount - but_last, total: amount })
    }
}

/// The months of a year in which a monthly contribution can still be made,
/// this month included.
#[must_use]
pub fn months_left(year: i16, today: Date) -> u8 {
    match year.cmp(&today.year()) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => 13 - today.month(),
        std::cmp::Ordering::Greater => 12,
    }
}
