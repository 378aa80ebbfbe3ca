//! When a job pays, what it pays, and what is taken from each paycheck.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::choice::choices;
use super::{Answer, is_default};
use crate::date::Date;
use crate::money::Money;
use crate::percent::Percent;

/// The most pay dates, raises or bonuses entered for one year.
pub const MOST_ROWS: usize = 60;

choices! {
    /// How often a job pays.
    Cadence {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// Every week.
        Weekly = "weekly" => "Every week",
        /// Every second week.
        Biweekly = "biweekly" => "Every two weeks",
        /// Twice a month, on fixed days.
        Semimonthly = "semimonthly" => "Twice a month",
        /// Once a month.
        Monthly = "monthly" => "Once a month",
        /// On dates that the person lists.
        Manual = "manual" => "On dates that I list",
    }
}

impl Cadence {
    /// How many paydays a year usually has; none where they are listed.
    #[must_use]
    pub const fn usual_paydays(self) -> Option<u32> {
        match self {
            Self::Weekly => Some(52),
            Self::Biweekly => Some(26),
            Self::Semimonthly => Some(24),
            Self::Monthly => Some(12),
            Self::Manual | Self::Unknown => None,
        }
    }
}

choices! {
    /// When a payday is paid that falls on a weekend or a bank holiday.
    Shift {
        /// On the business day before.
        Before = "before" => "on the business day before",
        /// On the business day after.
        After = "after" => "on the business day after",
        /// On the day itself.
        None = "none" => "on the day",
    }
}

/// What is taken from each paycheck: a share of it, or dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Election {
    /// A share of the paycheck.
    Percent(Percent),
    /// Dollars a paycheck.
    Dollars(Money),
}

impl Election {
    /// Nothing at all.
    pub const NOTHING: Self = Self::Dollars(Money::ZERO);

    /// Whether nothing is taken.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        match self {
            Self::Percent(percent) => percent == Percent::ZERO,
            Self::Dollars(dollars) => dollars == Money::ZERO,
        }
    }
}

impl Default for Election {
    fn default() -> Self {
        Self::NOTHING
    }
}

impl fmt::Display for Election {
    /// `17%` or `$1,596.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => percent.fmt(f),
            Self::Dollars(dollars) => dollars.fmt(f),
        }
    }
}

impl FromStr for Election {
    type Err = String;

    /// Reads `17%` as a share and `1596.00` as dollars.
    ///
    /// # Errors
    /// The sentence of the percentage's or the amount's error.
    fn from_str(text: &str) -> Result<Self, String> {
        if text.contains('%') {
            text.parse().map(Self::Percent).map_err(|error: crate::percent::PercentError| error.to_string())
        } else {
            text.parse().map(Self::Dollars).map_err(|error: crate::money::MoneyError| error.to_string())
        }
    }
}

impl Serialize for Election {
    /// `"17%"` or `"1596.00"`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Percent(percent) => serializer.collect_str(percent),
            Self::Dollars(dollars) => serializer.serialize_str(&dollars.plain()),
        }
    }
}

impl<'de> Deserialize<'de> for Election {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| serde::de::Error::custom(format!("{text:?} is not an election. {error}")))
    }
}

/// A change of pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raise {
    /// The first pay date at the new rate.
    pub from: Date,
    /// The new pay, a year or a paycheck as [`Payroll::pay`] has it.
    pub pay: Money,
}

/// A bonus, commission or other pay on a date of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bonus {
    /// When it is paid.
    pub date: Date,
    /// Before taxes and deductions.
    pub amount: Money,
    /// Whether percentage elections of deferrals are taken from it; open counts as yes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deferrals: Answer,
    /// Whether the percentage election of after-tax money is taken from it; open counts as yes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after_tax: Answer,
    /// Whether it is pay for the match; open counts as yes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub matched: Answer,
    /// Whether it is pay that the plan's percentages count; open counts as yes, unless the
    /// bonus takes no part in the plan at all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub eligible: Answer,
    /// A bonus that may not come stands only among the what-ifs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unsure: bool,
}

impl Bonus {
    /// A sure bonus of this day and amount, of which no more is known.
    #[must_use]
    pub fn new(date: Date, amount: Money) -> Self {
        let open = Answer::default();
        Self { date, amount, deferrals: open, after_tax: open, matched: open, eligible: open, unsure: false }
    }

    /// Whether the plan's percentages count it. Nothing says so where the plan neither takes
    /// from it nor matches it: then it is taken not to count, which never lets too much in.
    #[must_use]
    pub fn is_eligible(&self) -> bool {
        match self.eligible {
            Answer::Yes => true,
            Answer::No => false,
            Answer::Unknown => [self.deferrals, self.after_tax, self.matched] != [Answer::No; 3],
        }
    }
}

choices! {
    /// Whether a bonus will come; a record has [`Bonus::unsure`] for it.
    Certainty {
        /// It will.
        Sure = "sure" => "Sure",
        /// It may not.
        Unsure = "unsure" => "Not sure: only as a what-if",
    }
}

choices! {
    /// What [`Payroll::pay`] is.
    PayBasis {
        /// Pay per regular paycheck.
        Paycheck = "paycheck" => "gross pay per paycheck",
        /// A yearly salary, split over the year's usual number of paychecks.
        Salary = "salary" => "a yearly salary",
    }
}

choices! {
    /// How the after-tax money is spread over the paychecks.
    Strategy {
        /// Evenly to the end of the year.
        Even = "even" => "evenly to the end of the year",
        /// As early as pay allows.
        FrontLoaded = "front_loaded" => "as early as pay allows",
        /// Evenly up to a date.
        ByDate = "by_date" => "evenly up to a date",
    }
}

/// A job's payroll in one year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Payroll {
    /// How often it pays.
    #[serde(skip_serializing_if = "is_default")]
    pub cadence: Cadence,
    /// One pay date, for pay every week or every second week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_pay_date: Option<Date>,
    /// The day of the month, for monthly and semimonthly pay; 31 is the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<u8>,
    /// The second day of the month, for semimonthly pay; 31 is the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_day: Option<u8>,
    /// When a payday on a weekend or holiday is paid.
    #[serde(skip_serializing_if = "is_default")]
    pub shift: Shift,
    /// The pay dates, where the person lists them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pay_dates: Vec<Date>,
    /// The first day of work in this job, where it lies in the year: a payday before it is
    /// none of this job's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_on: Option<Date>,
    /// The day of the last paycheck, if the job ended in the year; later paydays are not this
    /// job's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
    /// Whether [`Payroll::pay`] is a paycheck's or a year's.
    #[serde(skip_serializing_if = "is_default")]
    pub basis: PayBasis,
    /// Gross pay at the start of the schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Money>,
    /// Changes of pay.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raises: Vec<Raise>,
    /// Pay beside the regular paychecks, still to come.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bonuses: Vec<Bonus>,
    /// The pay date of the latest pay stub, whose year-to-date figures are those so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_stub: Option<Date>,
    /// Gross pay so far in the year, by that stub.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_so_far: Option<Money>,
    /// Of that, the pay that the plan's percentages count, where it is not all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligible_so_far: Option<Money>,
    /// Pre-tax deferrals from each paycheck.
    #[serde(skip_serializing_if = "is_default")]
    pub pre_tax: Election,
    /// Roth deferrals from each paycheck.
    #[serde(skip_serializing_if = "is_default")]
    pub roth: Election,
    /// After-tax contributions from each paycheck, as elected now.
    #[serde(skip_serializing_if = "is_default")]
    pub after_tax: Election,
    /// Pre-tax deferrals from bonuses, where payroll takes elections of their own for them.
    #[serde(skip_serializing_if = "is_default")]
    pub bonus_pre_tax: Election,
    /// Roth deferrals from bonuses, likewise.
    #[serde(skip_serializing_if = "is_default")]
    pub bonus_roth: Election,
    /// After-tax contributions from bonuses, likewise.
    #[serde(skip_serializing_if = "is_default")]
    pub bonus_after_tax: Election,
    /// Pre-tax catch-up from each paycheck, where payroll takes an election of its own for it.
    #[serde(skip_serializing_if = "is_default")]
    pub catch_up_pre_tax: Election,
    /// Roth catch-up from each paycheck, likewise.
    #[serde(skip_serializing_if = "is_default")]
    pub catch_up_roth: Election,
    /// Of the deferrals so far, what went in by the election for catch-up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catch_up_so_far: Option<Money>,
    /// Take-home pay of the latest regular paycheck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub take_home: Option<Money>,
    /// The least take-home pay that the person wants to keep in a regular paycheck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_take_home: Option<Money>,
    /// How to spread the after-tax money.
    #[serde(skip_serializing_if = "is_default")]
    pub strategy: Strategy,
    /// The date by which it is to be in, for [`Strategy::ByDate`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill_by: Option<Date>,
    /// The most after-tax money that the person wants to put in this year, in dollars, what
    /// is in already included; all the room if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_target: Option<Money>,
    /// Whether the person wants no after-tax money but what spills over from deferrals.
    #[serde(skip_serializing_if = "is_default")]
    pub spillover_only: bool,
    /// A raise to try out among the what-ifs, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what_if_raise: Option<Percent>,
}

impl Payroll {
    /// Pay on a date after the raises up to it, a year's or a paycheck's as
    /// [`Payroll::basis`] has it.
    #[must_use]
    pub fn pay_on(&self, date: Date) -> Option<Money> {
        let raises = self.raises.iter().filter(|raise| raise.from <= date);
        raises.max_by_key(|raise| raise.from).map(|raise| raise.pay).or(self.pay)
    }

    /// Whether enough is entered to list paychecks.
    #[must_use]
    pub fn is_entered(&self) -> bool {
        let dated = match self.cadence {
            Cadence::Weekly | Cadence::Biweekly => self.known_pay_date.is_some(),
            Cadence::Semimonthly | Cadence::Monthly => true,
            Cadence::Manual => !self.pay_dates.is_empty(),
            Cadence::Unknown => false,
        };
        dated && self.pay.is_some()
    }
}
