//! One paycheck still to come: its pay and what is deferred from it.

use serde::Serialize;

use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Bonus, Election, YearRecord};

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
    /// What the elections ask for, whatever the limits leave of it.
    pub asked: Asked,
    /// Of both, what is catch-up: what goes above the limit on deferrals, by whatever election.
    pub catch_up: Money,
    /// Of both, what goes in by an election of its own for catch-up.
    pub by_catch_up_election: Money,
    /// What spills over from the deferral election into after-tax money.
    pub spillover: Money,
    /// After-tax money by an election of its own for bonuses.
    pub by_bonus_election: Money,
    /// Social Security and Medicare tax withheld from it.
    pub fica: Money,
    /// How much more than the latest regular paycheck it leaves before after-tax money, never
    /// less than nothing; of regular paychecks alone.
    pub rise: Money,
    /// What the plan's highest election leaves for after-tax contributions, where it covers
    /// more than their election alone.
    pub highest_left: Option<Money>,
    /// Whether the after-tax election of regular pay is taken from it.
    pub takes_after_tax: bool,
    /// Whether it is pay for the match.
    pub matched: bool,
    /// Whether the plan's percentages count it as pay.
    pub eligible: bool,
}

/// What the elections ask of a paycheck, but for after-tax money of regular pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Pre-tax deferrals.
    pub pre_tax: Money,
    /// Roth deferrals.
    pub roth: Money,
    /// Pre-tax, by an election of its own for catch-up.
    pub catch_up_pre_tax: Money,
    /// Roth, by an election of its own for catch-up.
    pub catch_up_roth: Money,
    /// After-tax money, by an election of its own for bonuses.
    pub after_tax_of_bonus: Money,
}

impl Paycheck {
    const fn of(date: Date, kind: Kind, pay: Money) -> Self {
        Self {
            date,
            kind,
            pay,
            pre_tax: Money::ZERO,
            roth: Money::ZERO,
            asked: Asked::NOTHING,
            catch_up: Money::ZERO,
            by_catch_up_election: Money::ZERO,
            spillover: Money::ZERO,
            by_bonus_election: Money::ZERO,
            fica: Money::ZERO,
            rise: Money::ZERO,
            highest_left: None,
            takes_after_tax: true,
            matched: true,
            eligible: true,
        }
    }

    /// A regular paycheck, with the elections on it.
    pub(super) fn regular(entry: &YearRecord, date: Date, pay: Money) -> Self {
        Self { asked: Asked::regular(entry, pay), ..Self::of(date, Kind::Regular, pay) }
    }

    /// A bonus, with the elections on it where deferrals and after-tax money are taken from it.
    pub(super) fn bonus(entry: &YearRecord, bonus: &Bonus) -> Self {
        let payroll = &entry.payroll;
        let separate = entry.plan.bonus_elections == Answer::Yes;
        let (pre_tax, roth) =
            if separate { (payroll.bonus_pre_tax, payroll.bonus_roth) } else { (payroll.pre_tax, payroll.roth) };
        let of = |election: Election, taken: Answer| match (taken, separate) {
            (Answer::No, _) => Money::ZERO,
            // Of the dollars elected for a bonus, no more than there is.
            (_, true) => elected(election, Kind::Regular, bonus.amount).min(bonus.amount),
            (_, false) => elected(election, Kind::Bonus, bonus.amount),
        };
        let asked = Asked {
            pre_tax: of(pre_tax, bonus.deferrals),
            roth: of(roth, bonus.deferrals),
            after_tax_of_bonus: if separate { of(payroll.bonus_after_tax, bonus.after_tax) } else { Money::ZERO },
            ..Asked::NOTHING
        };
        Self {
            asked,
            takes_after_tax: bonus.after_tax != Answer::No && !separate,
            matched: bonus.matched != Answer::No,
            eligible: bonus.is_eligible(),
            ..Self::of(bonus.date, Kind::Bonus, bonus.amount)
        }
    }

    /// Whether it is a regular paycheck.
    #[must_use]
    pub fn is_regular(&self) -> bool {
        self.kind == Kind::Regular
    }

    /// Both kinds of deferrals.
    #[must_use]
    pub fn deferral(&self) -> Money {
        self.pre_tax + self.roth
    }

    /// After-tax money that comes whatever the after-tax election of regular pay.
    #[must_use]
    pub fn set_after_tax(&self) -> Money {
        self.spillover + self.by_bonus_election
    }

    /// The pay that deferrals and their spillover leave for after-tax contributions.
    #[must_use]
    pub fn pay_left(&self) -> Money {
        (self.pay - self.deferral() - self.spillover).or_zero()
    }
}

impl Asked {
    /// Nothing at all.
    pub const NOTHING: Self = Self {
        pre_tax: Money::ZERO,
        roth: Money::ZERO,
        catch_up_pre_tax: Money::ZERO,
        catch_up_roth: Money::ZERO,
        after_tax_of_bonus: Money::ZERO,
    };

    /// What the elections ask of regular pay.
    pub(super) fn regular(entry: &YearRecord, pay: Money) -> Self {
        let payroll = &entry.payroll;
        let of = |election| elected(election, Kind::Regular, pay);
        let regular = Self { pre_tax: of(payroll.pre_tax), roth: of(payroll.roth), ..Self::NOTHING };
        if entry.plan.catch_up_election != Answer::Yes {
            return regular;
        }
        Self { catch_up_pre_tax: of(payroll.catch_up_pre_tax), catch_up_roth: of(payroll.catch_up_roth), ..regular }
    }

    /// Deferrals without those by an election for catch-up.
    #[must_use]
    pub fn deferral(self) -> Money {
        self.pre_tax + self.roth
    }

    /// Deferrals by an election of its own for catch-up.
    #[must_use]
    pub fn catch_up(self) -> Money {
        self.catch_up_pre_tax + self.catch_up_roth
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
