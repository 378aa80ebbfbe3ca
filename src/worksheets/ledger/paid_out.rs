//! What became of a payment to the person, who has 60 days to roll it over
//! (IRC 402(c)(3)(A)).

use crate::date::Date;
use crate::law::deadlines;
use crate::money::Money;
use crate::record::Conversion;

/// A check is no longer on its way than this, in days. The 60 days run from its receipt: a
/// rollover that is late by no more, counted from the plan’s date, may be in time.
pub const DAYS_IN_THE_MAIL: i32 = 14;

/// A payment to the person, and what of it was rolled over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidOut {
    /// The last day on which it can be rolled over, from the day of receipt if that is
    /// known and else from the plan's date.
    pub deadline: Date,
    /// The day from which the 60 days run: that of receipt if it is known.
    pub from: Date,
    /// Whether the day of receipt is known.
    pub receipt_known: bool,
    /// What went into a Roth IRA by then.
    pub in_time: Money,
    /// What went into a traditional IRA or a pre-tax account by then.
    pub to_traditional: Money,
    /// What went into a Roth IRA or a traditional one afterwards: an excess contribution
    /// there, unless the IRS accepts the reason for the delay.
    pub late: Money,
    /// What is in no IRA.
    pub left: Money,
    /// The first day of receipt by which the rollover is in time, where only the plan's
    /// date is known and the rollover is a few days late by it. It counts as in time until
    /// the day is known.
    pub in_time_if_received_from: Option<Date>,
}

impl PaidOut {
    /// What became of a payment of this amount, which was entered so. A rollover without a
    /// day counts as one in time.
    pub(super) fn of(entered: &Conversion, amount: Money) -> Self {
        let received = entered.received_on.map(|received| received.max(entered.date));
        let deadline = deadlines::rollover(received.unwrap_or(entered.date));
        let to_roth = entered.rolled_over.unwrap_or_default().min(amount);
        let to_traditional = entered.to_traditional.unwrap_or_default().min(amount - to_roth);
        let rolled = to_roth + to_traditional;
        let after = entered.rolled_over_on.filter(|on| *on > deadline && rolled.is_positive());
        let days_late = after.map(|on| on.day_number() - deadline.day_number());
        let is_unclear = received.is_none() && days_late.is_some_and(|days| days <= DAYS_IN_THE_MAIL);
        let is_late = after.is_some() && !is_unclear;
        let in_time = |amount| if is_late { Money::ZERO } else { amount };
        Self {
            deadline,
            from: received.unwrap_or(entered.date),
            receipt_known: received.is_some(),
            in_time: in_time(to_roth),
            to_traditional: in_time(to_traditional),
            late: if is_late { rolled } else { Money::ZERO },
            left: amount - rolled,
            in_time_if_received_from: days_late
                .filter(|_| is_unclear)
                .and_then(|days| entered.date.plus_days(days).ok()),
        }
    }

    /// All that was rolled over in time.
    #[must_use]
    pub fn rolled_over(self) -> Money {
        self.in_time + self.to_traditional
    }

    /// Whether something can still be rolled over.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        self.left.is_positive() && today <= self.deadline
    }

    /// Whether something could still be rolled over if the payment came some days after the
    /// plan's date.
    #[must_use]
    pub fn may_be_open(&self, today: Date) -> bool {
        let days_over = today.day_number() - self.deadline.day_number();
        self.left.is_positive() && !self.receipt_known && (1..=DAYS_IN_THE_MAIL).contains(&days_over)
    }
}
