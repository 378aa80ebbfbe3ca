//! Deferral elections: what the year comes to under others than the present ones, how low
//! they must be where too much would go in, and how they fill their limit without missing
//! match.

mod advice;
mod ladder;
mod lowering;
mod trial;

use std::fmt;

use serde::Serialize;

use super::payroll_plan::PayrollPlan;
use crate::date::Date;
use crate::law::business_days::last_of;
use crate::record::{Election, YearRecord};

pub use advice::Advice;
pub(super) use advice::{Gap, advice, lasting};
pub(super) use ladder::Ladder;
pub use lowering::Lowering;
pub(super) use lowering::within_person;
pub(super) use trial::Trial;

/// The deferral elections in force together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Deferrals {
    /// Pre-tax.
    pub pre_tax: Election,
    /// Roth.
    pub roth: Election,
}

/// Deferral elections one after the other, each from a paycheck on by its place; before the
/// first of them the present ones are in force.
pub(super) type Changes = Vec<(usize, Deferrals)>;

impl Deferrals {
    /// None at all.
    pub const NOTHING: Self = Self { pre_tax: Election::NOTHING, roth: Election::NOTHING };

    /// The present ones.
    pub fn present(entry: &YearRecord) -> Self {
        Self { pre_tax: entry.payroll.pre_tax, roth: entry.payroll.roth }
    }
}

impl fmt::Display for Deferrals {
    /// `10% pre-tax and 5% Roth`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pre_tax.is_nothing(), self.roth.is_nothing()) {
            (true, true) => f.write_str("zero"),
            (false, true) => write!(f, "{} pre-tax", self.pre_tax),
            (true, false) => write!(f, "{} Roth", self.roth),
            (false, false) => write!(f, "{} pre-tax and {} Roth", self.pre_tax, self.roth),
        }
    }
}

/// Deferral elections to enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DeferralEntry {
    /// What to enter.
    #[serde(flatten)]
    pub deferrals: Deferrals,
    /// The pay date of the first paycheck on which it works.
    pub from: Date,
    /// The first day on which it can be entered without working a paycheck early.
    pub not_before: Date,
    /// The last business day on which it can be entered; the last day where none is one.
    pub enter_by: Date,
}

impl PayrollPlan {
    /// Deferral elections as they are entered; none for a paycheck on which no change can
    /// work first.
    pub(super) fn deferral_entry(&self, place: usize, deferrals: Deferrals) -> Option<DeferralEntry> {
        let (from, (not_before, enter_by)) = self.date(place).zip(self.window(place))?;
        Some(DeferralEntry { deferrals, from, not_before, enter_by: last_of(not_before, enter_by) })
    }
}
