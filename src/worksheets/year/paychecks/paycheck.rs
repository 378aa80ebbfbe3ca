//! One paycheck still to come: its pay and what is deferred from it.

use serde::Serialize;

use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Bonus, Election, Payroll};

/// What a paycheck is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Regular pay.
    Regular,
    /// A bonus on a date of its own.
    Bonus,
}

/// One paycheck still to come, before after-tax contributions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paycheck {
    /// The day on which it is paid.
    pub date: Date,
    /// What it is.
    pub kind: Kind,
    /// Gross pay.
    pub pay: Money,
    /// Pre-tax deferrals.
    pub pre_tax: Money,
    /// Roth deferrals.
    pub roth: Money,
    /// Of both, what is catch-up.
    pub catch_up: Money,
    /// What spills over from the deferral election into after-tax money.
    pub spillover: Money,
    /// Social Security and Medicare tax withheld from it.
    pub fica: Money,
    /// Whether a percentage election of after-tax money is taken from it.
    pub takes_after_tax: bool,
    /// Whether it is pay for the match.
    pub matched: bool,
}

impl Paycheck {
    /// A regular paycheck, with deferrals as elected.
    pub(super) fn regular(payroll: &Payroll, date: Date, pay: Money) -> Self {
        Self {
            date,
            kind: Kind::Regular,
            pay,
            pre_tax: elected(payroll.pre_tax, Kind::Regular, pay),
            roth: elected(payroll.roth, Kind::Regular, pay),
            catch_up: Money::ZERO,
            spillover: Money::ZERO,
            fica: Money::ZERO,
            takes_after_tax: true,
            matched: true,
        }
    }

    /// A bonus, with deferrals as elected where they are taken from it.
    pub(super) fn bonus(payroll: &Payroll, bonus: &Bonus) -> Self {
        let deferred = if bonus.deferrals == Answer::No { Money::ZERO } else { bonus.amount };
        Self {
            date: bonus.date,
            kind: Kind::Bonus,
            pay: bonus.amount,
            pre_tax: elected(payroll.pre_tax, Kind::Bonus, deferred),
            roth: elected(payroll.roth, Kind::Bonus, deferred),
            catch_up: Money::ZERO,
            spillover: Money::ZERO,
            fica: Money::ZERO,
            takes_after_tax: bonus.after_tax != Answer::No,
            matched: bonus.matched != Answer::No,
        }
    }

    /// Both kinds of deferrals.
    #[must_use]
    pub fn deferral(&self) -> Money {
        self.pre_tax + self.roth
    }

    /// The pay that deferrals and their spillover leave for after-tax contributions.
    #[must_use]
    pub fn pay_left(&self) -> Money {
        (self.pay - self.deferral() - self.spillover).or_zero()
    }
}

/// An election's amount on pay, rounded half up to the cent as payroll rounds it.
/// Dollars are taken from regular paychecks only.
#[must_use]
pub fn elected(election: Election, kind: Kind, pay: Money) -> Money {
    match election {
        Election::Percent(percent) => pay.times(percent.fraction(), RoundingStrategy::MidpointAwayFromZero),
        Election::Dollars(dollars) if kind == Kind::Regular => dollars,
        Election::Dollars(_) => Money::ZERO,
    }
}
