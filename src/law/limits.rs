//! The yearly dollar limits: a table per limit, a source per value.
//!
//! To add a year, add its published figure with its notice to each table, move
//! `OFFICIAL_YEARS`, and add the price index of the next third quarter to
//! [`indexing`](super::indexing): the next projection follows from it.
//! A year that is neither published nor projected is an error unless the person fills it in.

use serde::Serialize;

use super::citations::{
    self, Citation, NOTICE_2021_61, NOTICE_2022_55, NOTICE_2023_75, NOTICE_2024_80, NOTICE_2025_67, PROJECTION,
    SSA_WAGE_BASE,
};
use super::indexing::{Base, bases};
use crate::money::Money;

/// One limit of the law and its dated values.
#[derive(Debug)]
pub struct Limit {
    /// What people call it.
    pub name: &'static str,
    /// Where the law sets it.
    pub statute: Citation,
    /// The first year in which the law has this limit.
    pub since: i16,
    /// It moves in whole steps of this many dollars, rounded down.
    pub step: u32,
    /// Where it starts, if it follows prices.
    pub base: Option<Base>,
    /// Its published values, oldest first.
    pub values: &'static [Dated],
}

/// A limit's value in one calendar year, in dollars a year.
#[derive(Debug)]
pub struct Dated {
    /// The calendar year.
    pub year: i16,
    /// The amount.
    pub amount: Money,
    /// The notice that published it.
    pub source: Citation,
}

pub(super) const fn dated(year: i16, dollars: u32, source: Citation) -> Dated {
    Dated { year, amount: Money::dollars(dollars), source }
}

/// Elective deferrals, per person.
pub const ELECTIVE_DEFERRALS: Limit = Limit {
    name: "limit on elective deferrals",
    statute: citations::ELECTIVE_DEFERRALS,
    since: 1987,
    step: 500,
    base: Some(bases::ELECTIVE_DEFERRALS),
    values: &[
        dated(2023, 22_500, NOTICE_2022_55),
        dated(2024, 23_000, NOTICE_2023_75),
        dated(2025, 23_500, NOTICE_2024_80),
        dated(2026, 24_500, NOTICE_2025_67),
    ],
};

/// Catch-up from the year of the 50th birthday.
pub const CATCH_UP: Limit = Limit {
    name: "catch-up amount from age 50",
    statute: citations::CATCH_UP,
    since: 2002,
    step: 500,
    base: Some(bases::CATCH_UP),
    values: &[
        dated(2023, 7_500, NOTICE_2022_55),
        dated(2024, 7_500, NOTICE_2023_75),
        dated(2025, 7_500, NOTICE_2024_80),
        dated(2026, 8_000, NOTICE_2025_67),
    ],
};

/// Catch-up in the years of the 60th to 63rd birthdays; the plan may offer it.
/// It moves in steps from 11,250, which is no whole number of them.
pub const CATCH_UP_60_TO_63: Limit = Limit {
    name: "catch-up amount for ages 60 to 63",
    statute: citations::CATCH_UP_60_TO_63,
    since: 2025,
    step: 500,
    base: Some(bases::CATCH_UP_60_TO_63),
    values: &[dated(2025, 11_250, NOTICE_2024_80), dated(2026, 11_250, NOTICE_2025_67)],
};

/// Annual additions, per group of related employers.
pub const ANNUAL_ADDITIONS: Limit = Limit {
    name: "limit on annual additions",
    statute: citations::ANNUAL_ADDITIONS,
    since: 1975,
    step: 1_000,
    base: Some(bases::ANNUAL_ADDITIONS),
    values: &[
        dated(2023, 66_000, NOTICE_2022_55),
        dated(2024, 69_000, NOTICE_2023_75),
        dated(2025, 70_000, NOTICE_2024_80),
        dated(2026, 72_000, NOTICE_2025_67),
    ],
};

/// Pay that a plan may count.
pub const PAY_COUNTED: Limit = Limit {
    name: "pay that a plan may count",
    statute: citations::PAY_COUNTED,
    since: 1989,
    step: 5_000,
    base: Some(bases::PAY_COUNTED),
    values: &[
        dated(2023, 330_000, NOTICE_2022_55),
        dated(2024, 345_000, NOTICE_2023_75),
        dated(2025, 350_000, NOTICE_2024_80),
        dated(2026, 360_000, NOTICE_2025_67),
    ],
};

/// Last year's Social Security wages above which this year's catch-up must be Roth.
/// The rule began with catch-up of 2026. A value stands here under the year of the
/// catch-up; the notice that has it names it for the year of the wages.
pub const ROTH_CATCH_UP_WAGES: Limit = Limit {
    name: "wages above which catch-up must be Roth",
    statute: citations::ROTH_CATCH_UP,
    since: 2026,
    step: 5_000,
    base: Some(bases::ROTH_CATCH_UP_WAGES),
    values: &[dated(2026, 150_000, NOTICE_2025_67)],
};

/// Earnings subject to Social Security tax. It follows average wages and not prices (42 U.S.C.
/// 430(b)), and is published in October, before the other limits: hence its own
/// [`WAGE_BASE_YEARS`].
pub const SOCIAL_SECURITY_WAGE_BASE: Limit = Limit {
    name: "Social Security wage base",
    statute: citations::SELF_EMPLOYMENT_TAX,
    since: 1937,
    step: 300,
    base: None,
    values: &[
        dated(2023, 160_200, SSA_WAGE_BASE),
        dated(2024, 168_600, SSA_WAGE_BASE),
        dated(2025, 176_100, SSA_WAGE_BASE),
        dated(2026, 184_500, SSA_WAGE_BASE),
        dated(2027, 192_300, SSA_WAGE_BASE),
    ],
};

/// Pay in the given year above which one is highly compensated in the next.
/// The 2022 amount decides for 2023.
pub const HIGHLY_COMPENSATED_PAY: Limit = Limit {
    name: "pay that makes one highly compensated",
    statute: citations::HIGHLY_COMPENSATED,
    since: 1997,
    step: 5_000,
    base: Some(bases::HIGHLY_COMPENSATED_PAY),
    values: &[
        dated(2022, 135_000, NOTICE_2021_61),
        dated(2023, 150_000, NOTICE_2022_55),
        dated(2024, 155_000, NOTICE_2023_75),
        dated(2025, 160_000, NOTICE_2024_80),
        dated(2026, 160_000, NOTICE_2025_67),
    ],
};

/// The pay of the year before above which one is highly compensated in a year
/// (IRC 414(q)(1)(B)(i)): the amount of the year in which it was paid.
///
/// ```
/// use planner::money::Money;
/// use planner::law::limits::highly_compensated_above;
/// // The test of 2025 looks at pay of 2024.
/// assert_eq!(highly_compensated_above(2025).map(|amount| amount.value), Some(Money::dollars(155_000)));
/// ```
#[must_use]
pub fn highly_compensated_above(year: i16) -> Option<Amount> {
    HIGHLY_COMPENSATED_PAY.on_file(year.checked_sub(1)?)
}

/// Every limit.
pub const ALL: [&Limit; 8] = [
    &ELECTIVE_DEFERRALS,
    &CATCH_UP,
    &CATCH_UP_60_TO_63,
    &ANNUAL_ADDITIONS,
    &PAY_COUNTED,
    &ROTH_CATCH_UP_WAGES,
    &SOCIAL_SECURITY_WAGE_BASE,
    &HIGHLY_COMPENSATED_PAY,
];

/// Net earnings under this bear no self-employment tax (IRC 1402(b)(2)).
pub const LEAST_NET_EARNINGS: Money = Money::dollars(400);

/// The most that the 15-year rule of a 403(b) lets a person defer above the limit in a
/// year (IRC 402(g)(7)(A)(i)).
pub const FIFTEEN_YEARS: Money = Money::dollars(3_000);

/// Catch-up of no more than this that should have been Roth needs no correction
/// (26 CFR 1.414(v)-2(c)(4)).
pub const ROTH_CATCH_UP_SMALL: Money = Money::dollars(250);

/// A plan that pays a person less than this in a year need not withhold from it
/// (26 CFR 31.3405(c)-1, Q&A-14).
pub const LEAST_WITHHELD: Money = Money::dollars(200);

/// A payer need not send Form 1099-R for less than this (General Instructions for Certain
/// Information Returns).
pub const LEAST_REPORTED: Money = Money::dollars(10);

/// The most that an IRA's owner may take out for a first home without the additional tax, in
/// a lifetime (IRC 72(t)(8)(B)).
pub const FIRST_HOME: Money = Money::dollars(10_000);

/// The most that a plan may lend (IRC 72(p)(2)(A)(i)).
pub const PLAN_LOAN: Money = Money::dollars(50_000);

/// The first and last year with official figures.
pub const OFFICIAL_YEARS: (i16, i16) = (2023, 2026);

/// The first and last year with an official Social Security wage base.
pub const WAGE_BASE_YEARS: (i16, i16) = (2023, 2027);

/// How sure a year's limits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Published by the IRS.
    Official,
    /// The planner's estimate. Not official.
    Projected,
    /// Filled in by the person. Not official.
    Own,
}

/// A limit's amount in the year at hand, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// Dollars a year.
    pub value: Money,
    /// How sure it is.
    pub standing: Standing,
    /// Where it comes from.
    pub source: Citation,
}

impl Limit {
    /// The value on file for a year: published, or else projected by the formula of the law
    /// where the prices it needs are on file.
    ///
    /// ```
    /// use planner::law::Standing;
    /// use planner::law::limits::ANNUAL_ADDITIONS;
    /// use planner::money::Money;
    /// let next = ANNUAL_ADDITIONS.on_file(2027).ok_or("not on file")?;
    /// assert_eq!((next.value, next.standing), (Money::dollars(75_000), Standing::Projected));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn on_file(&self, year: i16) -> Option<Amount> {
        let published = self.values.iter().find(|dated| dated.year == year);
        let official =
            |dated: &Dated| Amount { value: dated.amount, standing: Standing::Official, source: dated.source };
        published.map(official).or_else(|| self.projected(year))
    }

    /// The formula's value for a year after the last that is published, and no less than
    /// that one.
    fn projected(&self, year: i16) -> Option<Amount> {
        let last = self.values.last().filter(|last| last.year < year)?;
        let value = self.base?.amount(year, self.step)?.max(last.amount);
        Some(Amount { value, standing: Standing::Projected, source: PROJECTION })
    }

    /// The published amount of a year, or the last one published before it, without how it is
    /// known. It is for the page, which carries no projection: one no higher than this year's
    /// serves where it only decides what is asked.
    #[must_use]
    pub fn published(&self, year: i16) -> Option<Money> {
        self.values.iter().rev().find(|dated| dated.year <= year).map(|dated| dated.amount)
    }

    /// What holds in a year: the published value, else the person's own, else the projection.
    pub(super) fn in_force(&self, year: i16, own: Option<Money>) -> Option<Amount> {
        let own = own.map(|value| Amount { value, standing: Standing::Own, source: citations::OWN_FIGURE });
        match self.on_file(year) {
            Some(amount) if amount.standing == Standing::Official => Some(amount),
            projected => own.or(projected),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn every_official_year_has_every_limit_with_a_source() {
        for limit in ALL {
            for year in OFFICIAL_YEARS.0.max(limit.since)..=OFFICIAL_YEARS.1 {
                let amount = limit.on_file(year);
                assert_eq!(amount.map(|amount| amount.standing), Some(Standing::Official), "{} {year}", limit.name);
                assert!(amount.is_some_and(|amount| amount.source.url.starts_with("https://")), "{}", limit.name);
            }
            for dated in limit.values {
                let base = limit.base.map_or(0, |base| base.dollars);
                let steps = (dated.amount - Money::dollars(base)).to_decimal() % Decimal::from(limit.step);
                assert!(steps.is_zero(), "{} {} is not in whole steps", limit.name, dated.year);
                assert!(dated.year >= limit.since);
            }
            let years: Vec<i16> = limit.values.iter().map(|dated| dated.year).collect();
            assert!(years.is_sorted_by(|one, next| one + 1 == *next), "{}", limit.name);
        }
        let wage_bases = SOCIAL_SECURITY_WAGE_BASE.values;
        let years = (wage_bases.first().map(|first| first.year), wage_bases.last().map(|last| last.year));
        assert_eq!(years, (Some(WAGE_BASE_YEARS.0), Some(WAGE_BASE_YEARS.1)));
    }

    #[test]
    fn the_year_after_the_official_ones_is_projected_but_for_the_wage_base() {
        let next = OFFICIAL_YEARS.1 + 1;
        let on_file = |limit: &Limit| limit.on_file(next).map(|amount| (amount.value, amount.standing));
        for (limit, dollars) in [
            (&ELECTIVE_DEFERRALS, 25_500),
            (&CATCH_UP, 8_500),
            (&CATCH_UP_60_TO_63, 11_750),
            (&ANNUAL_ADDITIONS, 75_000),
            (&PAY_COUNTED, 375_000),
            (&ROTH_CATCH_UP_WAGES, 155_000),
            (&HIGHLY_COMPENSATED_PAY, 170_000),
        ] {
            assert_eq!(on_file(limit), Some((Money::dollars(dollars), Standing::Projected)), "{}", limit.name);
            assert_eq!(limit.on_file(next + 1), None, "{}", limit.name);
            assert_eq!(limit.on_file(limit.values[0].year - 1), None, "{}", limit.name);
        }
        assert_eq!(on_file(&SOCIAL_SECURITY_WAGE_BASE), Some((Money::dollars(192_300), Standing::Official)));
    }

    #[test]
    fn highly_compensated_goes_by_the_pay_of_the_year_before() {
        let above = |year| highly_compensated_above(year).map(|amount| (amount.value, amount.standing));
        for (year, dollars) in [(2023, 135_000), (2024, 150_000), (2025, 155_000), (2026, 160_000), (2027, 160_000)] {
            assert_eq!(above(year), Some((Money::dollars(dollars), Standing::Official)), "{year}");
        }
        assert_eq!(above(2028).map(|(_, standing)| standing), Some(Standing::Projected));
        assert_eq!((above(2030), above(i16::MIN)), (None, None));
    }
}
