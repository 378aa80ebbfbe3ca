//! What the room is worth: the same money each year, converted at once, left to wait, or in a
//! taxable account. It is a projection by stated assumptions and no forecast.
//!
//! The year's room goes in at the start of each year. Growth is compounded yearly. Nothing is
//! rounded but what is shown, half up to the cent.

pub(super) mod report;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::money::{Money, RoundingStrategy};
use crate::percent::Percent;
use crate::worksheets::agenda::Worked;

/// Years, where none are told.
const YEARS: u8 = 20;
/// Growth a year, where none is told.
const GROWTH: Decimal = hundredths(6);
/// The tax rate on income, where none is told.
const TAX: Decimal = hundredths(24);
/// Dividends of a taxable account a year as a share of its value, where none are told.
const DIVIDENDS: Decimal = Decimal::from_parts(15, 0, 0, false, 3);
/// The tax rate on dividends and gains, where none is told: what most people pay
/// (IRC 1(h)(1)(C)).
const GAINS_TAX: Decimal = hundredths(15);
/// How far the low and the high growth are from the middle.
const SPREAD: Decimal = hundredths(2);

const fn hundredths(count: u32) -> Decimal {
    Decimal::from_parts(count, 0, 0, false, 2)
}

/// A rate as its digits.
fn digits<S: Serializer>(rate: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&rate.normalize())
}

/// What the projection goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Assumptions {
    /// What goes in each year.
    pub each_year: Money,
    /// For how many years.
    pub years: u8,
    /// Growth a year.
    #[serde(serialize_with = "digits")]
    pub growth: Decimal,
    /// The tax rate today.
    #[serde(serialize_with = "digits")]
    pub tax_today: Decimal,
    /// The tax rate when the money comes out: today's, where none is told.
    #[serde(serialize_with = "digits")]
    pub tax_later: Decimal,
    /// Dividends a year as a share of the value, of a taxable account.
    #[serde(serialize_with = "digits")]
    pub dividends: Decimal,
    /// The tax rate on dividends and gains.
    #[serde(serialize_with = "digits")]
    pub gains_tax: Decimal,
    /// Whether any of it is the planner's own.
    pub assumed: bool,
}

/// What is there at the end, after tax, at one rate of growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Scenario {
    /// Growth a year.
    #[serde(serialize_with = "digits")]
    pub growth: Decimal,
    /// All that went in.
    pub paid_in: Money,
    /// Converted each year, so that nothing is taxed any more.
    pub converted: Money,
    /// Left as after-tax money and converted at the end, when all its growth is income.
    pub waited: Money,
    /// In a taxable account: dividends taxed each year, the gain at the end.
    pub taxable: Money,
}

/// What the room is worth, from low to high growth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Projection {
    /// What it goes by.
    pub assumptions: Assumptions,
    /// Low, middle and high growth.
    pub scenarios: [Scenario; 3],
}

/// None where there is no room, or the figures grow beyond what money can be.
pub(super) fn projection(worked: &Worked<'_, '_>) -> Option<Projection> {
    let room = worked.room.as_ref().ok()?;
    let each_year = room.room.value + room.after_tax;
    if !each_year.is_positive() || worked.year.feasibility.cause.is_some() {
        return None;
    }
    let entry = worked.year.entry;
    let (told, ledger) = (&entry.beyond, &entry.ledger);
    let tax_today = ledger.tax_rate.map_or(TAX, Percent::fraction);
    let assumptions = Assumptions {
        each_year,
        years: told.projected_years.filter(|years| *years > 0).unwrap_or(YEARS),
        growth: ledger.growth.map_or(GROWTH, Percent::fraction),
        tax_today,
        tax_later: told.tax_rate_later.map_or(tax_today, Percent::fraction),
        dividends: told.dividends.map_or(DIVIDENDS, Percent::fraction),
        gains_tax: told.gains_tax.map_or(GAINS_TAX, Percent::fraction),
        assumed: [ledger.growth, told.tax_rate_later.or(ledger.tax_rate), told.dividends, told.gains_tax]
            .contains(&None)
            || told.projected_years.is_none(),
    };
    Projection::of(assumptions)
}

impl Projection {
    /// Projects by these assumptions.
    ///
    /// ```
    /// use planner::money::Money;
    /// use planner::worksheets::review::{Assumptions, Projection};
    /// use rust_decimal::Decimal;
    /// let percent = |count| Decimal::new(count, 2);
    /// let assumptions = Assumptions {
    ///     each_year: Money::dollars(10_000),
    ///     years: 2,
    ///     growth: percent(10),
    ///     tax_today: percent(24),
    ///     tax_later: percent(30),
    ///     dividends: percent(2),
    ///     gains_tax: percent(15),
    ///     assumed: false,
    /// };
    /// let [_, middle, _] = Projection::of(assumptions).ok_or("too much")?.scenarios;
    /// // By hand: 10,000 × 1.1² + 10,000 × 1.1.
    /// assert_eq!(middle.converted, Money::dollars(23_100));
    /// // 3,100 of growth, taxed at 30%.
    /// assert_eq!(middle.waited, Money::dollars(22_170));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(assumptions: Assumptions) -> Option<Self> {
        let growth = assumptions.growth;
        let low = (growth - SPREAD).max(Decimal::ZERO);
        let at = |growth| Scenario::at(&assumptions, growth);
        Some(Self { scenarios: [at(low)?, at(growth)?, at(growth + SPREAD)?], assumptions })
    }
}

impl Scenario {
    fn at(assumptions: &Assumptions, growth: Decimal) -> Option<Self> {
        let each = assumptions.each_year.to_decimal();
        let dividends = assumptions.dividends.min(growth);
        let (mut paid_in, mut sheltered) = (Decimal::ZERO, Decimal::ZERO);
        let (mut taxable, mut basis) = (Decimal::ZERO, Decimal::ZERO);
        for _ in 0..assumptions.years {
            paid_in = paid_in.checked_add(each)?;
            sheltered = grown(sheltered.checked_add(each)?, growth)?;
            let value = taxable.checked_add(each)?;
            let paid = value.checked_mul(dividends)?;
            let tax = paid.checked_mul(assumptions.gains_tax)?;
            taxable = grown(value, growth)?.checked_sub(tax)?;
            // What is reinvested after tax is not taxed again.
            basis = basis.checked_add(each)?.checked_add(paid)?.checked_sub(tax)?;
        }
        let growth_of = |value: Decimal, basis: Decimal| (value - basis).max(Decimal::ZERO);
        let waited = sheltered.checked_sub(growth_of(sheltered, paid_in).checked_mul(assumptions.tax_later)?)?;
        let sold = taxable.checked_sub(growth_of(taxable, basis).checked_mul(assumptions.gains_tax)?)?;
        Some(Self {
            growth,
            paid_in: money(paid_in)?,
            converted: money(sheltered)?,
            waited: money(waited)?,
            taxable: money(sold)?,
        })
    }
}

/// A value after a year.
fn grown(value: Decimal, growth: Decimal) -> Option<Decimal> {
    // Ten places are far below a cent, and keep the digits from running out.
    value.checked_mul(Decimal::ONE.checked_add(growth)?).map(|value| value.round_dp(10))
}

fn money(exact: Decimal) -> Option<Money> {
    let within = exact <= Money::LARGEST.to_decimal();
    within.then(|| Money::rounded(exact, RoundingStrategy::MidpointAwayFromZero))
}
