//! How much money a record can be about.

use std::fmt;

use super::{Record, YearRecord};
use crate::money::Money;

/// The amounts of a record add up to more than [`Money::LARGEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountsTooLarge;

impl fmt::Display for AmountsTooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("These amounts add up to more than a trillion dollars. Check the largest one for extra digits.")
    }
}

impl std::error::Error for AmountsTooLarge {}

impl Record {
    /// Whether all that the ledgers say went in and out is less than a trillion dollars.
    ///
    /// Only a ledger can come so far: it goes on from year to year, while the amounts that
    /// another list holds are of one year and too few. One statement follows another and
    /// is not added to it, so that balances do not count. What the plan returned only takes
    /// out what went in.
    ///
    /// ```
    /// use planner::record::Record;
    /// assert!(Record::default().bounded().is_ok());
    /// ```
    ///
    /// # Errors
    /// [`AmountsTooLarge`], whose text tells the person what to do.
    pub fn bounded(&self) -> Result<(), AmountsTooLarge> {
        let ledgers = || self.years.iter().flat_map(YearRecord::jobs).map(|job| &job.ledger);
        let contributions = ledgers().flat_map(|ledger| &ledger.contributions).map(|row| row.amount);
        let conversions = ledgers().flat_map(|ledger| &ledger.conversions).map(|row| row.amount);
        let opening = ledgers().flat_map(|ledger| [ledger.opening.basis, ledger.opening.value]).flatten();
        let all: Money = contributions.chain(conversions).chain(opening).sum();
        if all > Money::LARGEST { Err(AmountsTooLarge) } else { Ok(()) }
    }
}
