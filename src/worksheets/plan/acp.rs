//! The arithmetic of the actual contribution percentage (ACP) test.
//!
//! Match and after-tax money of the highly compensated, as a share of their
//! pay, may on average not exceed a bound that follows from the average of the
//! others (IRC 401(m)(2)). What exceeds it comes back, after-tax money first.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::date::Date;
use crate::english::uncapitalized;
use crate::explain::{Figure, Step};
use crate::law::{citations, rates};
use crate::money::{Money, RoundingStrategy};
use crate::percent::{InPercent, Percent};
use crate::record::MatchTested;

/// What one highly compensated person has in the test of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tested {
    /// Pay of the year.
    pub pay: Money,
    /// The most of it that a plan may count (IRC 401(a)(17)).
    pub pay_counted: Money,
    /// Match of the year.
    pub matched: Money,
    /// After-tax contributions of the year.
    pub after_tax: Money,
    /// What of the match is tested.
    pub match_tested: MatchTested,
}

impl Tested {
    /// The match that is tested. The share of pay that may be left out is rounded down, so
    /// that the refund is never shown too small.
    fn matched(self) -> Money {
        let counted = self.pay.min(self.pay_counted);
        let above = |share| (self.matched - counted.times(share, RoundingStrategy::ToZero)).or_zero();
        match self.match_tested {
            MatchTested::None => Money::ZERO,
            MatchTested::AboveFour => above(rates::ACP_MATCH_LEFT_OUT),
            MatchTested::AboveThreeAndAHalf => above(rates::ACP_MATCH_LEFT_OUT_AUTOMATIC),
            MatchTested::Unknown | MatchTested::All => self.matched,
        }
    }
}

/// What is tested, as a step names it; in a sentence it is not capitalized.
pub(super) fn what_is_tested(tested: MatchTested) -> &'static str {
    match tested {
        MatchTested::None => "After-tax money",
        MatchTested::AboveFour => "Match above 4% of pay and after-tax money",
        MatchTested::AboveThreeAndAHalf => "Match above 3.5% of pay and after-tax money",
        MatchTested::Unknown | MatchTested::All => "Match and after-tax money",
    }
}

/// The test's bound, and what it means for one person who is tested alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Acp {
    /// The average of those who are not highly compensated.
    pub others: Percent,
    /// The most that the highly compensated may average, as text: `6%`.
    pub most_percent: String,
    /// What is tested as a share of pay that counts, as text.
    pub own_percent: String,
    /// That most, in dollars of this person's pay.
    pub most: Figure,
    /// After-tax money that can stay, in addition to the match where it is tested as well.
    pub stays: Money,
    /// After-tax money that would come back, with its earnings.
    pub refund: Figure,
    /// The last day on which it comes back without a tax on the employer.
    pub by: Option<Date>,
}

/// The most that the highly compensated may average, as a fraction of pay: the
/// greater of 1.25 times the others' average, and the lesser of twice that and
/// two points more (IRC 401(m)(2)(A)).
///
/// ```
/// use planner::worksheets::plan::acp;
/// assert_eq!(acp::most("4".parse()?).to_string(), "0.06");
/// assert_eq!(acp::most("10".parse()?).normalize().to_string(), "0.125");
/// # Ok::<(), planner::percent::PercentError>(())
/// ```
#[must_use]
pub fn most(others: Percent) -> Decimal {
    // At most 1 with six decimals: none of these can leave a Decimal's range.
    let others = others.fraction();
    let times = |factor: Decimal| others.checked_mul(factor).unwrap_or_default();
    let more = others.checked_add(rates::ACP_MORE).unwrap_or_default();
    times(rates::ACP_FACTOR).max(times(rates::ACP_MORE_UP_TO).min(more)).normalize()
}

impl Acp {
    /// The test of one person in a year, as if nobody else were highly compensated; refunds
    /// come by a day.
    #[must_use]
    pub fn of(by: Option<Date>, others: Percent, tested: Tested) -> Self {
        let Tested { pay, pay_counted, after_tax, match_tested, .. } = tested;
        let (matched, what) = (tested.matched(), what_is_tested(match_tested));
        let bound = most(others);
        let most_percent = in_percent(bound);
        let counted = Step::least(
            "Pay that counts",
            citations::PAY_COUNTED,
            [("your pay", pay), ("the pay that a plan may count", pay_counted)],
        );
        // Rounded down, so that the refund is never shown too small.
        let most = Step::times(
            format!("Maximum {}", uncapitalized(what)),
            citations::ACP_TEST,
            ("pay that counts", counted.value),
            (most_percent.clone(), bound),
            RoundingStrategy::ToZero,
        );
        let part = match match_tested {
            MatchTested::AboveFour | MatchTested::AboveThreeAndAHalf => "match that is tested",
            _ => "match",
        };
        let parts = [(part, matched), ("after-tax money", after_tax)];
        let together = if match_tested == MatchTested::None {
            Step::given(what, citations::ACP_TEST_ALONE, after_tax)
        } else {
            Step::sum(what, citations::ACP_TEST, parts)
        };
        let above = Step::difference(
            "Above the maximum",
            citations::ACP_TEST,
            [(uncapitalized(what), together.value), ("the maximum".to_owned(), most.value)],
        );
        let refund = Step::least(
            "After-tax money that comes back",
            citations::ACP_REFUND,
            [("after-tax money", after_tax), ("above the maximum, or nothing", above.value.or_zero())],
        );
        let own = together.value.to_decimal().checked_div(counted.value.to_decimal()).unwrap_or_default();
        Self {
            others,
            most_percent,
            own_percent: in_percent(own),
            stays: (most.value - matched).or_zero(),
            most: Figure::new([counted], most),
            refund: Figure::new([together, above], refund),
            by,
        }
    }
}

/// A fraction in percent to its hundredths, as the test computes it.
fn in_percent(fraction: Decimal) -> String {
    InPercent(fraction.round_dp(4)).to_string()
}
