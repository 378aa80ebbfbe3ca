//! The results of all worksheets of one year, worked out once.

use crate::worksheets::conversions::{self, Conversions};
use crate::worksheets::landing::{self, LandingSpot};
use crate::worksheets::pace::{self, Pace};
use crate::worksheets::plan::{self, Plan};
use crate::worksheets::room::{self, Room};
use crate::worksheets::tax_forms::{self, TaxForms};
use crate::worksheets::year::{NotReady, Year};

/// The results of all worksheets of one year; each may still wait for something.
pub struct Worked<'y, 'r> {
    /// The year.
    pub year: &'y Year<'r>,
    /// Whether the plan can do it.
    pub plan: Result<Plan, NotReady>,
    /// How much still fits.
    pub room: Result<Room, NotReady>,
    /// What to enter on the payroll site.
    pub pace: Result<Pace, NotReady>,
    /// What went to Roth.
    pub conversions: Result<Conversions, NotReady>,
    /// Where it lands.
    pub landing: Result<LandingSpot, NotReady>,
    /// What the forms should say.
    pub forms: Result<TaxForms, NotReady>,
}

impl<'y, 'r> Worked<'y, 'r> {
    /// Works all of them out.
    #[must_use]
    pub fn of(year: &'y Year<'r>) -> Self {
        Self {
            year,
            plan: plan::worksheet(year),
            room: room::worksheet(year),
            pace: pace::worksheet(year),
            conversions: conversions::worksheet(year),
            landing: landing::worksheet(year),
            forms: tax_forms::worksheet(year),
        }
    }
}
