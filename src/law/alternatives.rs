//! What the law allows beside an employer's plan, year by year: IRAs and Roth IRAs with their
//! phase-outs, and health savings accounts. A year without a published figure is an error.
//!
//! What has the same amount as a limit of [`limits`](super::limits) has none here: deferrals
//! to a 457(b) follow the limit on elective deferrals (IRC 457(e)(15)), and a SEP that on annual
//! additions.

use super::citations::{
    self, Citation, NOTICE_2022_55, NOTICE_2023_75, NOTICE_2024_80, NOTICE_2025_67, REV_PROC_2024_25, REV_PROC_2025_19,
    REV_PROC_2026_24,
};
use super::limits::{Dated, dated};
use crate::money::{Money, RoundingStrategy};
use rust_decimal::Decimal;

/// An amount of the law and its published values.
#[derive(Debug)]
pub struct Allowance {
    /// What people call it.
    pub name: &'static str,
    /// Where the law sets it.
    pub statute: Citation,
    /// Its published values, oldest first.
    pub values: &'static [Dated],
}

/// A range of income over which an allowance falls to nothing.
#[derive(Debug)]
pub struct PhaseOut {
    /// What people call it.
    pub name: &'static str,
    /// Where the law sets it.
    pub statute: Citation,
    /// Its published values, oldest first.
    pub values: &'static [DatedRange],
}

/// A range of modified adjusted gross income in one year.
#[derive(Debug)]
pub struct DatedRange {
    /// The calendar year.
    pub year: i16,
    /// Up to this the allowance is whole.
    pub from: Money,
    /// From this on it is nothing.
    pub to: Money,
    /// What published it.
    pub source: Citation,
}

/// A year for which an amount is not published, or not on file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPublished {
    /// The amount.
    pub name: &'static str,
    /// The year.
    pub year: i16,
}

const fn range(year: i16, from: u32, to: u32, source: Citation) -> DatedRange {
    DatedRange { year, from: Money::dollars(from), to: Money::dollars(to), source }
}

/// Contributions to all IRAs of a person together.
pub const IRA: Allowance = Allowance {
    name: "limit on IRA contributions",
    statute: citations::IRA_LIMIT,
    values: &[
        dated(2023, 6_500, NOTICE_2022_55),
        dated(2024, 7_000, NOTICE_2023_75),
        dated(2025, 7_000, NOTICE_2024_80),
        dated(2026, 7_500, NOTICE_2025_67),
    ],
};

/// What is added to it from the year of the 50th birthday.
pub const IRA_CATCH_UP: Allowance = Allowance {
    name: "IRA catch-up from age 50",
    statute: citations::IRA_LIMIT,
    values: &[
        dated(2023, 1_000, NOTICE_2022_55),
        dated(2024, 1_000, NOTICE_2023_75),
        dated(2025, 1_000, NOTICE_2024_80),
        dated(2026, 1_100, NOTICE_2025_67),
    ],
};

/// The income over which a Roth IRA closes, single and head of household.
pub const ROTH_IRA_SINGLE: PhaseOut = PhaseOut {
    name: "Roth IRA phase-out, single and head of household",
    statute: citations::ROTH_IRA_PHASE_OUT,
    values: &[
        range(2023, 138_000, 153_000, NOTICE_2022_55),
        range(2024, 146_000, 161_000, NOTICE_2023_75),
        range(2025, 150_000, 165_000, NOTICE_2024_80),
        range(2026, 153_000, 168_000, NOTICE_2025_67),
    ],
};

/// The same for a joint return.
pub const ROTH_IRA_JOINT: PhaseOut = PhaseOut {
    name: "Roth IRA phase-out, joint return",
    statute: citations::ROTH_IRA_PHASE_OUT,
    values: &[
        range(2023, 218_000, 228_000, NOTICE_2022_55),
        range(2024, 230_000, 240_000, NOTICE_2023_75),
        range(2025, 236_000, 246_000, NOTICE_2024_80),
        range(2026, 242_000, 252_000, NOTICE_2025_67),
    ],
};

/// The same for a separate return of those who lived together; it is not indexed.
pub const ROTH_IRA_SEPARATE: PhaseOut = PhaseOut {
    name: "Roth IRA phase-out, separate return",
    statute: citations::ROTH_IRA_PHASE_OUT,
    values: &[
        range(2023, 0, 10_000, NOTICE_2022_55),
        range(2024, 0, 10_000, NOTICE_2023_75),
        range(2025, 0, 10_000, NOTICE_2024_80),
        range(2026, 0, 10_000, NOTICE_2025_67),
    ],
};

/// The income over which the deduction of an IRA contribution closes for who is covered by a
/// plan at work, single and head of household.
pub const DEDUCTION_SINGLE: PhaseOut = PhaseOut {
    name: "IRA deduction phase-out, covered by a plan, single and head of household",
    statute: citations::IRA_DEDUCTION,
    values: &[range(2025, 79_000, 89_000, NOTICE_2024_80), range(2026, 81_000, 91_000, NOTICE_2025_67)],
};

/// The same for a joint return.
pub const DEDUCTION_JOINT: PhaseOut = PhaseOut {
    name: "IRA deduction phase-out, covered by a plan, joint return",
    statute: citations::IRA_DEDUCTION,
    values: &[range(2025, 126_000, 146_000, NOTICE_2024_80), range(2026, 129_000, 149_000, NOTICE_2025_67)],
};

/// The same for a separate return; it is not indexed.
pub const DEDUCTION_SEPARATE: PhaseOut = PhaseOut {
    name: "IRA deduction phase-out, separate return",
    statute: citations::IRA_DEDUCTION,
    values: &[range(2025, 0, 10_000, NOTICE_2024_80), range(2026, 0, 10_000, NOTICE_2025_67)],
};

/// A health savings account, with a plan for the person alone.
pub const HSA_SELF: Allowance = Allowance {
    name: "HSA limit, self-only coverage",
    statute: citations::HSA,
    values: &[
        dated(2025, 4_300, REV_PROC_2024_25),
        dated(2026, 4_400, REV_PROC_2025_19),
        dated(2027, 4_500, REV_PROC_2026_24),
    ],
};

/// The same with a plan for the family.
pub const HSA_FAMILY: Allowance = Allowance {
    name: "HSA limit, family coverage",
    statute: citations::HSA,
    values: &[
        dated(2025, 8_550, REV_PROC_2024_25),
        dated(2026, 8_750, REV_PROC_2025_19),
        dated(2027, 9_000, REV_PROC_2026_24),
    ],
};

/// What is added from age [`HSA_CATCH_UP_AGE`] on, in every year (IRC 223(b)(3)(B)).
pub const HSA_CATCH_UP: Money = Money::dollars(1_000);

/// The age by the end of the year from which it is.
pub const HSA_CATCH_UP_AGE: i16 = 55;

/// A reduced IRA allowance is rounded up to this (IRC 219(g)(2)(C)) …
const ROUNDED_UP_TO: Decimal = Decimal::TEN;

/// … and is no less than this, as long as anything is left (IRC 219(g)(2)(B)).
const LEAST_LEFT: Money = Money::dollars(200);

/// All amounts.
pub const ALLOWANCES: [&Allowance; 4] = [&IRA, &IRA_CATCH_UP, &HSA_SELF, &HSA_FAMILY];

/// All ranges.
pub const PHASE_OUTS: [&PhaseOut; 6] =
    [&ROTH_IRA_SINGLE, &ROTH_IRA_JOINT, &ROTH_IRA_SEPARATE, &DEDUCTION_SINGLE, &DEDUCTION_JOINT, &DEDUCTION_SEPARATE];

impl Allowance {
    /// The published amount of a year, with its source.
    ///
    /// ```
    /// use planner::law::alternatives::IRA;
    /// use planner::money::Money;
    /// assert_eq!(IRA.of(2026).map(|dated| dated.amount), Ok(Money::dollars(7_500)));
    /// assert!(IRA.of(2027).is_err());
    /// ```
    ///
    /// # Errors
    /// [`NotPublished`] for a year that is not on file.
    pub fn of(&self, year: i16) -> Result<&'static Dated, NotPublished> {
        self.values.iter().find(|dated| dated.year == year).ok_or(NotPublished { name: self.name, year })
    }
}

impl PhaseOut {
    /// The published range of a year, with its source.
    ///
    /// # Errors
    /// [`NotPublished`] for a year that is not on file.
    pub fn of(&self, year: i16) -> Result<&'static DatedRange, NotPublished> {
        self.values.iter().find(|range| range.year == year).ok_or(NotPublished { name: self.name, year })
    }
}

impl DatedRange {
    /// What an income in this range leaves of an allowance: all of it up to its start, nothing
    /// from its end on, and in between its share, rounded up to ten dollars and no less than
    /// 200 (IRC 408A(c)(3)(A), 219(g)(2)).
    ///
    /// ```
    /// use planner::law::alternatives::ROTH_IRA_SINGLE;
    /// use planner::money::Money;
    /// let range = ROTH_IRA_SINGLE.of(2026)?;
    /// let left = |income| range.left_of(Money::dollars(7_500), Money::dollars(income));
    /// assert_eq!(left(153_000), Money::dollars(7_500));
    /// // 7,500 × 4,000 ÷ 15,000.
    /// assert_eq!(left(164_000), Money::dollars(2_000));
    /// assert_eq!((left(167_900), left(168_000)), (Money::dollars(200), Money::dollars(0)));
    /// # Ok::<(), planner::law::alternatives::NotPublished>(())
    /// ```
    #[must_use]
    pub fn left_of(&self, allowance: Money, income: Money) -> Money {
        if income <= self.from {
            return allowance;
        }
        if income >= self.to {
            return Money::ZERO;
        }
        let (left, width) = ((self.to - income).to_decimal(), (self.to - self.from).to_decimal());
        let share = (allowance.to_decimal() * left).checked_div(width).unwrap_or_default();
        let tens = share.checked_div(ROUNDED_UP_TO).unwrap_or_default().ceil() * ROUNDED_UP_TO;
        Money::rounded(tens, RoundingStrategy::MidpointAwayFromZero).max(LEAST_LEFT).min(allowance)
    }
}

/// The taxable part of an IRA conversion: all traditional, SEP and SIMPLE IRAs count as one
/// (IRC 408(d)(2)), so what is not taxed is the converted amount times the basis in them over
/// their value on December 31 and what was converted together. Rounded half up to the cent.
///
/// ```
/// use planner::law::alternatives::taxable_of_ira_conversion;
/// use planner::money::Money;
/// let dollars = Money::dollars;
/// // No other IRA: nothing is taxed.
/// assert_eq!(taxable_of_ira_conversion(dollars(7_500), dollars(7_500), dollars(0)), dollars(0));
/// // 92,500 in other IRAs: 7,500 ÷ 100,000 of it is basis.
/// assert_eq!(taxable_of_ira_conversion(dollars(7_500), dollars(7_500), dollars(92_500)), Money::cents(693_750));
/// ```
#[must_use]
pub fn taxable_of_ira_conversion(converted: Money, basis: Money, others_at_year_end: Money) -> Money {
    let all = others_at_year_end + converted;
    if basis >= all {
        return Money::ZERO;
    }
    (converted - converted.pro_rata(basis, all)).or_zero()
}
