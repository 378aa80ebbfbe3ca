//! A payment out of the after-tax money, posted: what of it is basis, and what became of it.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{PaidOut, Refund};
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Conversion, Path};

/// How the basis in a conversion was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BasisBy {
    /// The plan's own figures.
    Plan,
    /// Pro rata: the payment times basis over value.
    ProRata,
    /// Contributions from before 1987 first, and the rest pro rata (IRC 72(e)(8)(D)).
    Before1987,
    /// Everything left, and so all basis that the payment can hold.
    Everything,
}

/// Several payments of one day, which are one distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SameDay {
    /// All of them.
    pub gross: Money,
    /// The basis in all of them.
    pub basis: Money,
}

/// A conversion, posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Distribution {
    /// The conversion as entered.
    #[serde(flatten)]
    pub entered: Conversion,
    /// How it left, by the forms as well: a check that the plan made out to an IRA's
    /// custodian went straight, whatever was entered.
    #[serde(skip)]
    pub path: Path,
    /// What left for good: all of it but what the plan declared to be a refund afterwards.
    pub moved: Money,
    /// What the plan declared to be a refund of too much, which is no conversion.
    #[serde(skip)]
    pub refunded: Refund,
    /// Where it is one of several payments of a day: all of them.
    #[serde(skip)]
    pub same_day: Option<SameDay>,
    /// The basis in the pool just before the payments of the day.
    pub basis_before: Money,
    /// The value of the pool just before them, at least what left.
    pub value_before: Money,
    /// What of the basis was from before 1987 and comes out first.
    #[serde(skip)]
    pub before_1987: Money,
    /// The latest balance that the value goes by; none where no statement was entered
    /// since the pool was last empty.
    pub valued_on: Option<Date>,
    /// How the basis was found.
    pub by: BasisBy,
    /// After-tax contributions in what moved.
    pub basis: Money,
    /// Earnings in it; out of a whole account, pre-tax money as well.
    pub earnings: Money,
    /// What of it is income now: the earnings, unless they went to a pre-tax account.
    pub taxable: Money,
    /// The basis left in the pool after the payments of the day.
    pub basis_left: Money,
    /// The value left in the pool.
    pub value_left: Money,
    /// Basis that the plan's figures have and the ledger's contributions do not.
    pub missing: Money,
    /// Of a payment to the person, what became of it.
    #[serde(skip)]
    pub paid_out: Option<PaidOut>,
    /// Whether the pool is the whole account, pre-tax money included.
    pub whole_account: bool,
    /// The oldest contribution in it, the oldest being taken first.
    pub oldest: Option<Date>,
    /// The basis in it of which the ledger knows when it was paid in.
    #[serde(skip)]
    pub dated: Money,
    /// How long that waited: each contribution's dollars times its days.
    #[serde(skip)]
    pub dollar_days: Decimal,
}

impl Distribution {
    /// Whether nothing that is entered was there before it: no contributions, no balance, and no
    /// figures of the plan. What of it is taxable is not known then.
    #[must_use]
    pub fn has_nothing_before(&self) -> bool {
        self.basis_before == Money::ZERO
            && self.valued_on.is_none()
            && self.by != BasisBy::Plan
            && self.entered.amount.is_positive()
    }

    /// Of a payment to the person, what was put into a Roth IRA in time.
    #[must_use]
    pub fn rolled_in_time(&self) -> Money {
        self.paid_out.map_or(Money::ZERO, |paid| paid.in_time)
    }

    /// Of a payment to the person, the earnings that were not rolled over in time. What
    /// is rolled over counts as earnings first (IRC 402(c)(2)).
    #[must_use]
    pub fn kept_earnings(&self) -> Money {
        match self.paid_out {
            Some(paid) => (self.earnings - paid.rolled_over()).or_zero(),
            None => Money::ZERO,
        }
    }

    /// What reached a Roth account: all, the basis alone, or what was rolled over in time.
    #[must_use]
    pub fn to_roth(&self) -> Money {
        match self.path {
            Path::InPlan | Path::RothIra => self.moved,
            Path::Split => self.basis,
            Path::TraditionalIra => Money::ZERO,
            Path::PaidOut => self.rolled_in_time(),
        }
    }

    /// The earnings that reached a Roth account. Where a part went to a traditional IRA,
    /// that took them first.
    #[must_use]
    pub fn earnings_to_roth(&self) -> Money {
        self.taxable.min(self.to_roth())
    }

    /// What was converted: what reached a Roth account, and of a split rollover both parts.
    /// Money that was paid out and kept is none.
    #[must_use]
    pub fn converted(&self) -> Money {
        if self.path == Path::Split { self.moved } else { self.to_roth() }
    }

    /// What went to a traditional IRA or a pre-tax account: the earnings, and the basis.
    #[must_use]
    pub fn to_traditional(&self) -> (Money, Money) {
        match (self.path, self.paid_out) {
            (Path::Split, _) => (self.earnings, Money::ZERO),
            (Path::TraditionalIra, _) => (self.earnings, self.basis),
            (_, Some(paid)) => {
                let earnings = self.earnings.min(paid.to_traditional);
                (earnings, paid.to_traditional - earnings)
            }
            _ => (Money::ZERO, Money::ZERO),
        }
    }

    /// Whether it was entered as paid to the person, and a form shows that it went straight.
    #[must_use]
    pub fn went_straight_by_form(&self) -> bool {
        self.path != self.entered.path
    }

    /// Whether something of it, paid to the person, can still be rolled over.
    #[must_use]
    pub fn can_be_rolled_over(&self, today: Date) -> bool {
        self.paid_out.is_some_and(|paid| paid.is_open(today))
    }
}

/// The average of days that converted basis waited, in whole days rounded half up; none
/// where none was converted.
#[must_use]
pub fn average_days<'a>(distributions: impl IntoIterator<Item = &'a Distribution>) -> Option<u32> {
    let (mut days, mut dollars) = (Decimal::ZERO, Decimal::ZERO);
    for distribution in distributions {
        days = days.checked_add(distribution.dollar_days)?;
        dollars = dollars.checked_add(distribution.dated.to_decimal())?;
    }
    let average = days.checked_div(dollars)?;
    let whole = average.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    u32::try_from(whole).ok()
}
