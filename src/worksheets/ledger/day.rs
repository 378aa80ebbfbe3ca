//! The payments of one day out of one plan, which are one distribution.
//!
//! What goes to several places at one time is treated as one payment: its pre-tax part is
//! worked out once, and assigned to what goes straight on first, then to what is rolled
//! over within 60 days, and last to what is kept (Notice 2014-54, III). Among direct
//! rollovers the person may choose; here a pre-tax account takes it first.

use super::{PaidOut, plan_basis};
use crate::money::Money;
use crate::record::{Conversion, Path};

/// A payment as entered, with what else the record says of it.
#[derive(Clone, Debug)]
pub(super) struct Payment<'a> {
    pub entered: &'a Conversion,
    /// How it left, by the forms as well.
    pub path: Path,
    /// Whether the pool is the whole account.
    pub whole_account: bool,
    /// What of it the plan declared to be a refund afterwards.
    pub refund: Refund,
}

/// Money that the plan returned as too much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refund {
    /// After-tax contributions.
    pub basis: Money,
    /// Their earnings.
    pub earnings: Money,
}

impl Refund {
    /// Both parts.
    #[must_use]
    pub fn total(self) -> Money {
        self.basis + self.earnings
    }
}

/// Who takes the pre-tax part first.
const CLASSES: u8 = 5;

impl Payment<'_> {
    pub(super) fn plan_basis(&self) -> Option<Money> {
        plan_basis(self.entered)
    }

    /// How much of the pre-tax part it can take in one class of the order.
    fn takes(&self, class: u8) -> Money {
        let amount = self.entered.amount;
        let rolled =
            || if self.path == Path::PaidOut { PaidOut::of(self.entered, amount).rolled_over() } else { amount };
        match (class, self.path) {
            (0, Path::TraditionalIra) | (1, Path::Split) | (2, Path::RothIra | Path::InPlan) => amount,
            (3, Path::PaidOut) => rolled(),
            (4, Path::PaidOut) => amount - rolled(),
            _ => Money::ZERO,
        }
    }
}

/// The earnings and pre-tax money in each of a day's payments, `total` together.
pub(super) fn assigned(payments: &[&Payment<'_>], total: Money) -> Vec<Money> {
    let mut earnings = vec![Money::ZERO; payments.len()];
    let mut left = total;
    for class in 0..CLASSES {
        let most: Money = payments.iter().map(|payment| payment.takes(class)).sum();
        let here = left.min(most);
        if !here.is_positive() {
            continue;
        }
        // Within a class in proportion, by running sums so that no cent is lost.
        let (mut taken, mut running) = (Money::ZERO, Money::ZERO);
        for (payment, earned) in payments.iter().zip(&mut earnings) {
            running += payment.takes(class);
            let so_far = here.pro_rata(running, most);
            *earned += so_far - taken;
            taken = so_far;
        }
        left -= here;
    }
    earnings
}
