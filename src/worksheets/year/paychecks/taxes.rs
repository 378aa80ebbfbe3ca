//! What taxes leave of a paycheck. Social Security and Medicare tax are known to the cent;
//! income tax is not, and has a stated allowance.

use crate::law::{YearLimits, rates};
use crate::money::{Money, RoundingStrategy};

use super::Paycheck;

/// Social Security and Medicare tax of a paycheck, after so much pay in the year.
///
/// Deferrals bear both (IRC 3121(v)(1)(A)), so that all pay counts. Some payrolls round each
/// tax to the cent and some their sum: the larger is given, so that no more is counted on
/// than either leaves. Without a wage base, Social Security tax is counted on all pay.
///
/// ```
/// use planner::law::{OwnLimits, YearLimits};
/// use planner::money::Money;
/// use planner::worksheets::year::paychecks::fica;
/// let limits = YearLimits::of(2026, &OwnLimits::default())?;
/// assert_eq!(fica(Money::ZERO, Money::dollars(10_000), &limits), Money::dollars(765));
/// assert_eq!(fica(Money::dollars(200_000), Money::dollars(10_000), &limits), Money::dollars(235));
/// # Ok::<(), planner::law::UnknownYear>(())
/// ```
#[must_use]
pub fn fica(paid_before: Money, pay: Money, limits: &YearLimits) -> Money {
    let within = |limit: Money| pay.min((limit - paid_before).or_zero());
    let social_security = limits.social_security_wage_base.map_or(pay, |base| within(base.value)).to_decimal();
    let above = (pay - within(rates::ADDITIONAL_MEDICARE_ABOVE)).to_decimal();
    let medicare = pay.to_decimal() * rates::EMPLOYEE_MEDICARE + above * rates::ADDITIONAL_MEDICARE;
    let social_security = social_security * rates::EMPLOYEE_SOCIAL_SECURITY;
    let cents = |exact| Money::rounded(exact, RoundingStrategy::MidpointAwayFromZero);
    (cents(social_security) + cents(medicare)).max(cents(social_security + medicare))
}

impl Paycheck {
    /// What is left for after-tax contributions once deferrals, what spills over from them,
    /// Social Security and Medicare tax are out: no election can take more.
    #[must_use]
    pub fn left_by_fica(&self) -> Money {
        (self.pay_left() - self.fica).or_zero()
    }

    /// An allowance for income tax: what may be withheld from a bonus, of the pay that pre-tax
    /// deferrals leave. Somebody's own withholding may be more or less.
    #[must_use]
    pub fn income_tax_allowance(&self) -> Money {
        let taxable = (self.pay - self.pre_tax).or_zero();
        taxable.times(rates::BONUS_WITHHOLDING, RoundingStrategy::MidpointAwayFromZero)
    }

    /// What the pay leaves: after deferrals, what spills over from them, Social Security and
    /// Medicare tax, and the allowance for income tax.
    #[must_use]
    pub fn left_by_taxes(&self) -> Money {
        (self.left_by_fica() - self.income_tax_allowance()).or_zero()
    }
}
