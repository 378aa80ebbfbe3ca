//! What is not known while take-home pay is not entered.

use rust_decimal::Decimal;

use super::Case;
use super::payroll_plan::Constraint;
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};

/// What is not known because take-home pay is not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeHomeGap {
    /// The least to keep is entered, and nothing to hold it against.
    Least {
        /// The least to keep.
        least: Money,
    },
    /// Taxes hold the election back, or may take all that is left.
    Taxes {
        /// The pay date.
        date: Date,
        /// Gross pay.
        pay: Money,
        /// What contributions leave of it.
        left: Money,
        /// Social Security and Medicare tax on it.
        fica: Money,
        /// The allowance for income tax.
        allowance: Money,
    },
}

/// What cannot be held within take-home pay because it is not entered.
pub(super) fn gap(case: &Case) -> Option<TakeHomeGap> {
    let payroll = &case.plan.entry.payroll;
    match (payroll.take_home, payroll.least_take_home) {
        (Some(_), _) => None,
        (None, Some(least)) => Some(TakeHomeGap::Least { least }),
        (None, None) => taxes_first(case),
    }
}

/// Income and Social Security taxes come out of a paycheck before after-tax money does.
fn taxes_first(case: &Case) -> Option<TakeHomeGap> {
    // Under this share of pay left over, taxes alone may well take most of it.
    let needed = Decimal::new(35, 2);
    let plan = &case.plan;
    let mut checks = plan.paychecks.to_come.iter().zip(&case.outcome.each).zip(&plan.offers).enumerate();
    checks.find_map(|(place, ((check, after_tax), offer))| {
        let left = check.pay - check.deferral() - *after_tax;
        let full = |most: u32| *after_tax >= plan.taken(plan.election(most), place);
        let held = offer.ceiling.is_some_and(|(most, held)| held == Constraint::Taxes && full(most));
        let low = left < check.pay.times(needed, RoundingStrategy::ToZero);
        (after_tax.is_positive() && (low || held)).then(|| TakeHomeGap::Taxes {
            date: check.date,
            pay: check.pay,
            left,
            fica: check.fica,
            allowance: check.income_tax_allowance(),
        })
    })
}
