//! A backdoor Roth IRA: a contribution that is not deducted, and its conversion, taxed by the
//! share of basis in all IRAs together (IRC 408(d)(2)). It is another thing than after-tax
//! money of a plan, and the IRAs of this rule do not touch that.

use serde::Serialize;

use crate::law::alternatives::{IRA, IRA_CATCH_UP, taxable_of_ira_conversion};
use crate::law::{Citation, ages};
use crate::money::Money;
use crate::worksheets::year::Year;

/// A backdoor Roth IRA in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backdoor {
    /// The limit on IRA contributions at the person's age.
    pub limit: Money,
    /// What is left of it, and would be contributed and converted.
    pub contribution: Money,
    /// Basis of earlier years.
    pub basis_before: Money,
    /// All other IRAs on December 31; none where that is not told.
    pub others: Option<Money>,
    /// What of the conversion is taxed; none where the other IRAs are not told.
    pub taxable: Option<Money>,
    /// Basis that is left for later years.
    pub basis_left: Option<Money>,
    /// What published the limit.
    pub source: Citation,
}

/// None in a year whose limit is not on file, or before the birth date is entered.
pub(super) fn backdoor(year: &Year<'_>) -> Option<Backdoor> {
    let told = &year.entry.beyond;
    let base = IRA.of(year.year).ok()?;
    let catch_up =
        if year.age().ok()? >= ages::CATCH_UP { IRA_CATCH_UP.of(year.year).ok()?.amount } else { Money::ZERO };
    let limit = base.amount + catch_up;
    let contribution = (limit - told.ira_contributed.unwrap_or_default()).or_zero();
    let basis_before = told.ira_basis.unwrap_or_default();
    let taxable =
        told.other_iras.map(|others| taxable_of_ira_conversion(contribution, basis_before + contribution, others));
    let basis_left = taxable.map(|taxable| (basis_before + contribution - (contribution - taxable)).or_zero());
    Some(Backdoor {
        limit,
        contribution,
        basis_before,
        others: told.other_iras,
        taxable,
        basis_left,
        source: base.source,
    })
}

impl Backdoor {
    /// Form 8606 line by line, where the other IRAs are told.
    #[must_use]
    pub fn form_8606(&self) -> Vec<(&'static str, &'static str, Money)> {
        let (Some(others), Some(taxable), Some(left)) = (self.others, self.taxable, self.basis_left) else {
            return Vec::new();
        };
        let basis = self.basis_before + self.contribution;
        vec![
            ("1", "Contribution that you do not deduct", self.contribution),
            ("2", "Basis of earlier years", self.basis_before),
            ("3 and 5", "Basis in all", basis),
            ("6", "All traditional, SEP and SIMPLE IRAs on December 31", others),
            ("8", "Converted to Roth", self.contribution),
            ("9", "Lines 6 to 8 together", others + self.contribution),
            ("11", "Not taxed: line 8 times line 5 over line 9", self.contribution - taxable),
            ("14", "Basis for later years", left),
            ("18", "Taxable, to Form 1040, line 4b", taxable),
        ]
    }
}
