//! The limits of one year together: official where published, else the person's own, else a
//! projection.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::limits::{
    ANNUAL_ADDITIONS, Amount, CATCH_UP, CATCH_UP_60_TO_63, ELECTIVE_DEFERRALS, Limit, PAY_COUNTED, ROTH_CATCH_UP_WAGES,
    SOCIAL_SECURITY_WAGE_BASE, Standing,
};
use crate::money::Money;

/// The person's own figures for a year that has no official ones.
/// In official years they are not used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnLimits {
    /// Elective deferrals per person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elective_deferrals: Option<Money>,
    /// Catch-up from age 50.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catch_up: Option<Money>,
    /// Catch-up for ages 60 to 63.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catch_up_60_to_63: Option<Money>,
    /// Annual additions per group of related employers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_additions: Option<Money>,
    /// Pay that a plan may count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_counted: Option<Money>,
    /// Last year's wages above which catch-up must be Roth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roth_catch_up_wages: Option<Money>,
    /// Social Security wage base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub social_security_wage_base: Option<Money>,
}

/// The limits of one calendar year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearLimits {
    /// The calendar year.
    pub year: i16,
    /// The least sure standing among the amounts.
    pub standing: Standing,
    /// Elective deferrals per person.
    pub elective_deferrals: Amount,
    /// Catch-up from age 50.
    pub catch_up: Amount,
    /// Catch-up for ages 60 to 63; none before 2025.
    pub catch_up_60_to_63: Option<Amount>,
    /// Annual additions per group of related employers.
    pub annual_additions: Amount,
    /// Pay that a plan may count.
    pub pay_counted: Amount,
    /// Last year's wages above which catch-up must be Roth; none before 2026.
    pub roth_catch_up_wages: Option<Amount>,
    /// Social Security wage base; none where nobody filled it in. Only the
    /// self-employed need it.
    pub social_security_wage_base: Option<Amount>,
}

/// A year for which some limit is neither official nor projected nor filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownYear {
    /// The year.
    pub year: i16,
    /// The names of the limits that are missing.
    pub missing: Vec<&'static str>,
}

impl fmt::Display for UnknownYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The limits of {} are not known to this planner. Fill in: {}.", self.year, self.missing.join(", "))
    }
}

impl std::error::Error for UnknownYear {}

impl YearLimits {
    /// The limits of a year: official where published; else the person's own
    /// figure; else a projection.
    ///
    /// ```
    /// use planner::money::Money;
    /// use planner::law::{OwnLimits, Standing, YearLimits};
    /// let limits = YearLimits::of(2026, &OwnLimits::default())?;
    /// assert_eq!(limits.annual_additions.value, Money::dollars(72_000));
    /// assert_eq!(limits.standing, Standing::Official);
    /// assert!(YearLimits::of(2031, &OwnLimits::default()).is_err());
    /// # Ok::<(), planner::law::UnknownYear>(())
    /// ```
    ///
    /// # Errors
    /// [`UnknownYear`] names the limits that are missing.
    pub fn of(year: i16, own: &OwnLimits) -> Result<Self, UnknownYear> {
        let mut missing = Vec::new();
        let mut standing = Standing::Official;
        let mut find = |limit: &Limit, own: Option<Money>| {
            if year < limit.since {
                return None;
            }
            let found = limit.in_force(year, own);
            match found {
                None => missing.push(limit.name),
                Some(amount) if amount.standing == Standing::Official => {}
                Some(amount) if standing != Standing::Projected => standing = amount.standing,
                Some(_) => {}
            }
            found
        };
        let elective_deferrals = find(&ELECTIVE_DEFERRALS, own.elective_deferrals);
        let catch_up = find(&CATCH_UP, own.catch_up);
        let catch_up_60_to_63 = find(&CATCH_UP_60_TO_63, own.catch_up_60_to_63);
        let annual_additions = find(&ANNUAL_ADDITIONS, own.annual_additions);
        let pay_counted = find(&PAY_COUNTED, own.pay_counted);
        let roth_catch_up_wages = find(&ROTH_CATCH_UP_WAGES, own.roth_catch_up_wages);
        match (elective_deferrals, catch_up, annual_additions, pay_counted) {
            (Some(elective_deferrals), Some(catch_up), Some(annual_additions), Some(pay_counted))
                if missing.is_empty() =>
            {
                Ok(Self {
                    year,
                    standing,
                    elective_deferrals,
                    catch_up,
                    catch_up_60_to_63,
                    annual_additions,
                    pay_counted,
                    roth_catch_up_wages,
                    social_security_wage_base: SOCIAL_SECURITY_WAGE_BASE.in_force(year, own.social_security_wage_base),
                })
            }
            _ => Err(UnknownYear { year, missing }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_figures_serve_unknown_years_and_never_change_official_ones() -> Result<(), UnknownYear> {
        let own = OwnLimits { annual_additions: Some(Money::dollars(76_000)), ..OwnLimits::default() };
        assert_eq!(YearLimits::of(2026, &own)?.annual_additions.value, Money::dollars(72_000));
        let next = YearLimits::of(2027, &own)?;
        assert_eq!(next.annual_additions.value, Money::dollars(76_000));
        assert_eq!(next.annual_additions.standing, Standing::Own);
        assert_eq!(next.standing, Standing::Projected);
        assert_eq!(YearLimits::of(2031, &own).map_err(|error| error.missing.len()), Err(5));
        Ok(())
    }

    #[test]
    fn rules_begin_when_the_law_has_them() -> Result<(), UnknownYear> {
        let none = OwnLimits::default();
        assert_eq!(YearLimits::of(2024, &none)?.catch_up_60_to_63, None);
        assert!(YearLimits::of(2025, &none)?.catch_up_60_to_63.is_some());
        assert_eq!(YearLimits::of(2025, &none)?.roth_catch_up_wages, None);
        assert!(YearLimits::of(2026, &none)?.roth_catch_up_wages.is_some());
        Ok(())
    }
}
