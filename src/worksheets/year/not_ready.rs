//! Why a worksheet has no result yet.

use std::fmt;

use super::Monthly;
use crate::date::Date;
use crate::english::counted;
use crate::law::UnknownYear;
use crate::record::AmountsTooLarge;

/// The same dollars from each paycheck that is left in a limitation year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvenPaychecks {
    /// The last day of the limitation year.
    pub ends: Date,
    /// The paychecks, and what fits from each.
    pub even: Monthly,
}

/// Why a worksheet has no result yet. Its text says what is still to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotReady {
    /// The record has no entry for the year.
    NoSuchYear {
        /// The year asked for.
        year: i16,
    },
    /// The birth date is not entered.
    BirthDate,
    /// The birth date lies after today or after the year.
    NotBorn,
    /// The pay is not entered.
    Pay,
    /// The pay at a related employer is not entered.
    RelatedPay {
        /// The job's name; empty if it has none.
        job: String,
    },
    /// The Social Security wage base of a year without an official one is not entered.
    WageBase {
        /// The year.
        year: i16,
    },
    /// Some limit of the year is not known.
    UnknownYear(UnknownYear),
    /// How often and what the job pays is not entered.
    Paychecks,
    /// The job is the person's own business, which has no paychecks.
    OwnBusiness,
    /// The limitation year is not the calendar year, and paychecks are planned by that.
    LimitationYear {
        /// What can be taken from each paycheck all the same.
        even: Option<EvenPaychecks>,
    },
    /// No paycheck of the year is still to come.
    NoneToCome {
        /// The year.
        year: i16,
    },
    /// Nothing is in the ledger up to the year's end.
    EmptyLedger,
    /// Neither a conversion nor a form nor returned money is entered.
    NoForms {
        /// The year asked for.
        year: i16,
    },
    /// The amounts are too large together.
    TooLarge(AmountsTooLarge),
}

impl fmt::Display for NotReady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchYear { year } => write!(f, "Nothing is entered for {year} yet."),
            Self::BirthDate => f.write_str("Enter your birth date: catch-up and access to the money depend on your age."),
            Self::NotBorn => f.write_str("Check the birth date: it is in the future."),
            Self::Pay => f.write_str("Enter your pay for the year: the limit is never more than 100% of pay."),
            Self::RelatedPay { job } if job.is_empty() => {
                f.write_str("Enter your pay at the related employer: the two share one limit.")
            }
            Self::RelatedPay { job } => write!(f, "Enter your pay at {job}: a related employer shares one limit."),
            Self::WageBase { year } => write!(f, "Enter the Social Security wage base of {year}."),
            Self::UnknownYear(error) => error.fmt(f),
            Self::Paychecks => f.write_str(
                "Enter how often you are paid, one pay date, and your gross pay: they give the paychecks still to come.",
            ),
            Self::OwnBusiness => f.write_str(
                "Your own business has no payroll for you. The Room page says how much you can deposit, and by when.",
            ),
            Self::LimitationYear { even: None } => f.write_str(
                "The plan’s limitation year is not the calendar year, so this page cannot plan its paychecks. The Room page says how much you can contribute, and by when: divide that by the paychecks until its last day, rounded down, and elect no more from each.",
            ),
            Self::LimitationYear { even: Some(EvenPaychecks { ends, even }) } => write!(
                f,
                "The plan’s limitation year is not the calendar year, so this page does not plan each paycheck. It ends on {}; {} {} in it, and {} of the room can go in by then. Elect at most {} of after-tax money from each. If your plan accepts only percentages, divide that by your largest paycheck, bonuses included, and round down. Set a new election for the first payday after that day: it counts for the next limitation year.",
                ends.long(),
                counted(even.contributions, "payday", "paydays"),
                if even.contributions == 1 { "is left" } else { "are left" },
                even.total,
                even.each
            ),
            Self::NoneToCome { year } => write!(
                f,
                "No paycheck of {year} is still to come, so nothing can be taken from one. Choose the next year on the Room page."
            ),
            Self::EmptyLedger => f.write_str(
                "Enter your first after-tax contribution, with the date and the amount on your pay stub. Then this page follows it to Roth.",
            ),
            Self::NoForms { year } => write!(
                f,
                "Enter a conversion of {year} on the Conversions page, or the first Form 1099-R that came: each gives what the other should say."
            ),
            Self::TooLarge(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NotReady {}

impl From<AmountsTooLarge> for NotReady {
    fn from(error: AmountsTooLarge) -> Self {
        Self::TooLarge(error)
    }
}

impl From<UnknownYear> for NotReady {
    fn from(error: UnknownYear) -> Self {
        Self::UnknownYear(error)
    }
}
