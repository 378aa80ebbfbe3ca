//! How the yearly limits follow prices: the statute's formula, and the figures that go in.
//!
//! A limit starts at an amount of the law, for a base quarter. For each later year it is
//! that amount times the price index of the third quarter before the year, divided by that
//! of the base quarter; the increase is rounded down to whole steps, and no limit falls
//! (IRC 415(d), which the other sections follow).
//!
//! The index is the CPI-U, all items, U.S. city average, not seasonally adjusted. A test
//! holds the formula against every limit that the IRS has published since 2023.

use super::citations::{self, Citation};
use crate::money::Money;

/// Where an indexed limit starts.
#[derive(Clone, Copy, Debug)]
pub struct Base {
    /// The law's own amount, in dollars.
    pub dollars: u32,
    /// The year whose third quarter is the base quarter.
    pub quarter: i16,
    /// Where the law says so.
    pub statute: Citation,
}

/// The price index in the months of a third quarter, in thousandths of a point.
#[derive(Clone, Copy, Debug)]
pub struct ThirdQuarter {
    /// The calendar year.
    pub year: i16,
    /// July, August and September.
    pub months: [u32; 3],
    /// How the figures are known.
    pub known: Known,
}

/// How the figures of a quarter are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// All three months are published.
    Published,
    /// September is reckoned, and at least this much by what is published elsewhere, in
    /// thousandths of a point.
    SeptemberReckoned {
        /// The least that it can have been.
        at_least: u32,
    },
}

/// The quarters that limits are worked out from: the base quarters, and since 2021 every
/// one (BLS, series CUUR0000SA0; to tenths until 2006, as published).
///
/// July and August 2026 are the published figures by two secondary sources; September was
/// not found. It follows from the Social Security increase of 3.6% for 2027, which is
/// published and counts the CPI-W of the same months: with 327.104 in July and 328.481 in
/// August, September's CPI-W was at least 329.998, or 0.46% above August. The CPI-U is
/// reckoned to have risen alike, from 334.980 to 336.527, and at the least not to have
/// fallen short of half of that.
pub const THIRD_QUARTERS: [ThirdQuarter; 9] = [
    published(1996, [157_000, 157_300, 157_800]),
    published(2001, [177_500, 177_500, 178_300]),
    published(2005, [195_400, 196_400, 198_800]),
    published(2021, [273_003, 273_567, 274_310]),
    published(2022, [296_276, 296_171, 296_808]),
    published(2023, [305_691, 307_026, 307_789]),
    published(2024, [314_540, 314_796, 315_301]),
    published(2025, [323_048, 323_976, 324_800]),
    ThirdQuarter {
        year: 2026,
        months: [333_918, 334_980, 336_527],
        known: Known::SeptemberReckoned { at_least: 335_750 },
    },
];

const fn published(year: i16, months: [u32; 3]) -> ThirdQuarter {
    ThirdQuarter { year, months, known: Known::Published }
}

/// The third quarter of a year, where it is on file.
#[must_use]
pub fn third_quarter(year: i16) -> Option<ThirdQuarter> {
    THIRD_QUARTERS.into_iter().find(|quarter| quarter.year == year)
}

impl ThirdQuarter {
    /// The sum of its months. The formula's quarters are averages, whose thirds cancel out.
    #[must_use]
    pub fn sum(self) -> u64 {
        self.months.iter().map(|month| u64::from(*month)).sum()
    }
}

impl Base {
    /// The amount by the formula with the prices of a quarter, in whole dollars: the increase
    /// over the law's amount is rounded down to whole steps of this many dollars.
    ///
    /// ```
    /// use planner::law::citations;
    /// use planner::law::indexing::{Base, third_quarter};
    /// let annual_additions = Base { dollars: 40_000, quarter: 2001, statute: citations::INDEXED_ADDITIONS };
    /// // 40,000 × 971.824 ÷ 533.3 = 72,891.20: official for 2026 is 72,000.
    /// let prices = third_quarter(2025).ok_or("not on file")?;
    /// assert_eq!(annual_additions.with(prices, 1_000), Some(72_000));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn with(self, prices: ThirdQuarter, step: u32) -> Option<u32> {
        let base = third_quarter(self.quarter)?;
        let indexed = u64::from(self.dollars) * prices.sum() / base.sum();
        let increase = indexed.saturating_sub(u64::from(self.dollars));
        let steps = increase.checked_div(u64::from(step))?;
        u32::try_from(u64::from(self.dollars) + steps * u64::from(step)).ok()
    }

    /// The amount of a year by the formula, where the prices of the year before are on
    /// file.
    #[must_use]
    pub fn amount(self, year: i16, step: u32) -> Option<Money> {
        self.with(third_quarter(year.checked_sub(1)?)?, step).map(Money::dollars)
    }
}

/// Where the indexed limits start, each with its law.
pub mod bases {
    use super::{Base, citations};

    /// IRC 402(g)(1)(B), (4).
    pub const ELECTIVE_DEFERRALS: Base = Base { dollars: 15_000, quarter: 2005, statute: citations::INDEXED_DEFERRALS };
    /// IRC 414(v)(2)(B)(i), (C)(i).
    pub const CATCH_UP: Base = Base { dollars: 5_000, quarter: 2005, statute: citations::INDEXED_CATCH_UP };
    /// IRC 414(v)(2)(C)(iii), (E): 150% of the 7,500 of 2024. It is no whole number of steps,
    /// so that it matters that the increase is rounded and not the amount.
    pub const CATCH_UP_60_TO_63: Base = Base { dollars: 11_250, quarter: 2024, statute: citations::INDEXED_CATCH_UP };
    /// IRC 415(c)(1)(A), (d)(1)(C), (3)(D), (4)(B).
    pub const ANNUAL_ADDITIONS: Base = Base { dollars: 40_000, quarter: 2001, statute: citations::INDEXED_ADDITIONS };
    /// IRC 401(a)(17)(B).
    pub const PAY_COUNTED: Base = Base { dollars: 200_000, quarter: 2001, statute: citations::PAY_COUNTED };
    /// IRC 414(v)(7)(E).
    pub const ROTH_CATCH_UP_WAGES: Base = Base { dollars: 145_000, quarter: 2023, statute: citations::ROTH_CATCH_UP };
    /// IRC 414(q)(1), whose 80,000 is adjusted as 415(d) is.
    pub const HIGHLY_COMPENSATED_PAY: Base =
        Base { dollars: 80_000, quarter: 1996, statute: citations::HIGHLY_COMPENSATED };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Standing;
    use crate::law::limits::{self, Limit};

    fn indexed() -> impl Iterator<Item = (&'static Limit, Base)> {
        limits::ALL.into_iter().filter_map(|limit| Some((limit, limit.base?)))
    }

    #[test]
    fn the_formula_gives_every_limit_that_is_published() {
        let mut held = 0;
        for (limit, base) in indexed() {
            for published in limit.values {
                // An amount begins as the law sets it.
                let by_formula = match base.amount(published.year, limit.step) {
                    Some(amount) if published.year > base.quarter + 1 => amount,
                    _ => Money::dollars(base.dollars),
                };
                assert_eq!(by_formula, published.amount, "{} {}", limit.name, published.year);
                held += 1;
            }
        }
        assert_eq!(held, 5 + 4 * 4 + 2 + 1, "a limit or a year was passed over");
    }

    #[test]
    fn what_2027_hangs_on() {
        let quarter = third_quarter(2026).expect("on file");
        let Known::SeptemberReckoned { at_least } = quarter.known else { panic!("take the projection back") };
        let with = |september: u32, limit: &Limit, base: Base| {
            let [july, august, _] = quarter.months;
            let prices = ThirdQuarter { months: [july, august, september], ..quarter };
            base.with(prices, limit.step).map(Money::dollars)
        };
        let mut hang_on_september = Vec::new();
        for (limit, base) in indexed() {
            let projected = limit.on_file(2027).expect("projected");
            assert_eq!(projected.standing, Standing::Projected, "{}", limit.name);
            assert_eq!(with(at_least, limit, base), Some(projected.value), "{}", limit.name);
            // Far above what is reckoned, nothing changes either.
            assert_eq!(with(340_000, limit, base), Some(projected.value), "{}", limit.name);
            if with(quarter.months[1], limit, base) != Some(projected.value) {
                hang_on_september.push(limit.name);
                assert_eq!(with(335_122, limit, base), Some(projected.value), "{}", limit.name);
                assert_ne!(with(335_121, limit, base), Some(projected.value), "{}", limit.name);
            }
        }
        // All the others hold even if prices did not rise in September at all.
        assert_eq!(hang_on_september, [limits::ELECTIVE_DEFERRALS.name, limits::CATCH_UP.name]);
    }

    #[test]
    fn no_limit_falls_with_prices() {
        let base = bases::CATCH_UP_60_TO_63;
        let fallen = ThirdQuarter { year: 2027, months: [1_000; 3], known: Known::Published };
        assert_eq!(base.with(fallen, 500), Some(base.dollars));
        assert_eq!(base.with(fallen, 0), None);
        assert_eq!(base.amount(i16::MIN, 500), None);
        assert_eq!(base.amount(2031, 500), None, "no prices are on file");
    }
}
