//! What goes into a difference: an amount beside another, a cause, a form.

use crate::date::Date;
use crate::money::Money;
use crate::record::PlanName;
use crate::worksheets::tax_forms::expected_forms::FormReason;

/// An amount on the form beside that of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// On the form that came.
    pub came: Money,
    /// By the ledger.
    pub due: Money,
    /// How far the two are apart.
    pub gap: Money,
}

/// A difference up to this is a matter of rounding, one payment at a time.
const ROUNDING: Money = Money::dollars(1);

/// Whether a gap is one of rounding.
pub(in crate::worksheets::tax_forms) fn is_rounding(gap: Money) -> bool {
    gap <= ROUNDING
}

impl Compared {
    pub(super) fn new(came: Money, due: Money) -> Self {
        Self { came, due, gap: (came - due).abs() }
    }

    /// Whether the form has more than the ledger.
    #[must_use]
    pub fn is_higher(&self) -> bool {
        self.came > self.due
    }

    /// Whether the two differ by rounding only.
    #[must_use]
    pub fn is_rounding(&self) -> bool {
        is_rounding(self.gap)
    }
}

/// Why box 2a may be higher than the ledger has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Higher {
    /// A split rollover is not taxed; these earnings went to a pre-tax account.
    Split {
        /// The earnings.
        earnings: Money,
    },
    /// Nothing is taxed in a rollover of all to a traditional IRA.
    TraditionalIra,
    /// Nothing says why.
    Unknown,
}

/// What a form may be for that nothing in the ledger explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unexplained {
    /// A conversion or another payment of the plan.
    OfThePlan,
    /// Money returned as too much, which can be entered.
    Correction,
    /// An IRA, a loan, a pension: money that this worksheet has no part in.
    Elsewhere,
    /// Exactly this moved in the year before or after.
    OtherYear {
        /// When, by the ledger.
        on: Date,
    },
}

/// A form expected, as one part of a form that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is for.
    pub reason: FormReason,
    /// Its box 1.
    pub gross: Money,
    /// Its box 2a.
    pub taxable: Money,
    /// Its box 5.
    pub basis: Money,
}

/// How box 2a is, where the form does not determine it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undetermined {
    /// It is blank, and “not determined” is not checked.
    Blank,
    /// “Not determined” is checked, and no amount or a wrong one stands in it.
    Checked,
    /// “Not determined” is checked beside the right amount.
    CheckedButRight,
}

/// Box 7 of a form that came beside what it should say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes {
    /// As it came, code by code.
    pub came: Vec<char>,
    /// As it should be.
    pub due: &'static str,
    /// What the form is for.
    pub reason: FormReason,
}

/// An expected form that is not among those typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingForm {
    /// The plan, as the person calls it; empty for the plan of the year's job.
    pub payer: PlanName,
    /// What it is for.
    pub reason: FormReason,
    /// Its box 1.
    pub gross: Money,
    /// The year it is of.
    pub year: i16,
    /// By when payers send it.
    pub sent: Date,
    /// Whether that day is over.
    pub late: bool,
    /// Whether it is for so little that no form need be sent.
    pub small: bool,
    /// The year before or after that has a form for as much.
    pub other_year: Option<i16>,
}
