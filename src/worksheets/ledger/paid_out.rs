//! What became of a payment to the person, who has 60 days to roll it over
//! (IRC 402(c)(3)(A)).

use crate::date::Date;
use crate::law::deadlines;
use crate::money::Money;
use crate::record::{Conversion, Path};

/// A payment to the person, and what of it went into a Roth IRA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidOut {
    /// The last day on which it could be rolled over.
    pub deadline: Date,
    /// What was rolled over by then. Only this is a rollover.
    pub in_time: Money,
    /// What went into a Roth IRA afterwards: an excess contribution there, unless the
    /// IRS accepts the reason for the delay.
    pub late: Money,
    /// What is not in a Roth IRA.
    pub left: Money,
}

impl PaidOut {
    /// What became of a conversion as entered, if it was paid to the person. A rollover
    /// without a day counts as one in time.
    pub(super) fn of(entered: &Conversion) -> Option<Self> {
        if entered.path != Path::PaidOut {
            return None;
        }
        let deadline = deadlines::rollover(entered.date);
        let amount = entered.rolled_over.unwrap_or_default().min(entered.amount);
        let is_late = entered.rolled_over_on.is_some_and(|on| on > deadline);
        let (in_time, late) = if is_late { (Money::ZERO, amount) } else { (amount, Money::ZERO) };
        Some(Self { deadline, in_time, late, left: entered.amount - amount })
    }

    /// Whether something can still be rolled over.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        self.left.is_positive() && today <= self.deadline
    }
}
