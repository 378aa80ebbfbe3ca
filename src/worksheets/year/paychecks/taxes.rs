//! What taxes leave of a paycheck. Social Security and Medicare tax are known to the cent;
//! income tax is not, and has a stated allowance.

use crate::law::{YearLimits, rates};
use crate::money::{Money, RoundingStrategy};

use super::{Asked, Paycheck, Paychecks};
use crate::record::YearRecord;

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
        allowance(self.pay - self.pre_tax)
    }

    /// What the pay leaves: after deferrals, what spills over from them, Social Security and
    /// Medicare tax, and the allowance for income tax.
    #[must_use]
    pub fn left_by_taxes(&self) -> Money {
        (self.left_by_fica() - self.income_tax_allowance()).or_zero()
    }
}

/// The allowance for income tax on pay after pre-tax deferrals.
fn allowance(taxable: Money) -> Money {
    taxable.or_zero().times(rates::BONUS_WITHHOLDING, RoundingStrategy::MidpointAwayFromZero)
}

/// What is left of pay after deferrals, Social Security and Medicare tax, and the allowance
/// for income tax; after-tax money comes out of it.
fn left(pay: Money, pre_tax: Money, roth: Money, fica: Money) -> Money {
    pay - pre_tax - roth - fica - allowance(pay - pre_tax)
}

impl Paychecks {
    /// Works out Social Security and Medicare tax of the paychecks to come.
    pub(super) fn withhold(&mut self, limits: &YearLimits) {
        let mut paid = self.pay_so_far;
        for check in &mut self.to_come {
            check.fica = fica(paid, check.pay, limits);
            paid += check.pay;
        }
    }

    /// Works out how much more each paycheck leaves than the latest one: pay may have risen,
    /// deferrals or Social Security tax may have stopped.
    pub(super) fn compare(&mut self, entry: &YearRecord, limits: &YearLimits) {
        let most = self.deferral_limit + self.catch_up.allowance;
        // Where deferrals have reached their limit, nobody knows what the latest one was.
        let deferring = entry.contributions.deferrals().so_far < most;
        let asked = if deferring { Asked::regular(entry, self.latest_pay) } else { Asked::NOTHING };
        let paid = if self.last_stub.is_some() { (self.pay_so_far - self.latest_pay).or_zero() } else { Money::ZERO };
        let pre_tax = asked.pre_tax + asked.catch_up_pre_tax;
        let roth = asked.roth + asked.catch_up_roth;
        self.latest_left = left(self.latest_pay, pre_tax, roth, fica(paid, self.latest_pay, limits));
        self.find_rises();
    }

    /// How much more each paycheck leaves than the latest one.
    pub(super) fn find_rises(&mut self) {
        let latest = self.latest_left;
        for check in self.to_come.iter_mut().filter(|check| check.is_regular()) {
            check.rise = (left(check.pay, check.pre_tax, check.roth, check.fica) - latest).or_zero();
        }
    }
}
