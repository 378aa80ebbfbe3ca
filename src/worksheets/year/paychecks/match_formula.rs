//! The formula of the employer match: its tiers, the pay that a plan may count, the dollar cap.

use rust_decimal::Decimal;

use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, CountedPay, MatchRules};

/// How the match of a paycheck keeps to the pay that a plan may count in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practice {
    /// It counts pay until the limit is reached.
    Stops,
    /// It counts at most this much of each paycheck, until the limit is reached.
    Spread {
        /// The share of a paycheck in the limit.
        each: Money,
    },
    /// It counts all pay, until the match is what the limit gives for the whole year.
    WholeYear,
}

impl Practice {
    /// The practice of a plan whose year has so many paychecks; none where it is not known.
    #[must_use]
    pub fn of(above: CountedPay, pay_counted: Money, paychecks: usize) -> Option<Self> {
        match above {
            CountedPay::Unknown => None,
            CountedPay::Stops => Some(Self::Stops),
            CountedPay::Spread => Some(Self::spread(pay_counted, paychecks)),
            CountedPay::WholeYear => Some(Self::WholeYear),
        }
    }

    /// The limit spread evenly over so many paychecks.
    pub(super) fn spread(pay_counted: Money, paychecks: usize) -> Self {
        let share = pay_counted.to_decimal().checked_div(Decimal::from(paychecks)).unwrap_or_default();
        Self::Spread { each: Money::rounded(share, RoundingStrategy::MidpointAwayFromZero) }
    }
}

/// A match as it runs through the year.
#[derive(Clone, Debug)]
pub struct Matcher<'a> {
    rules: &'a MatchRules,
    practice: Practice,
    /// The pay that a plan may count in the year.
    pay_counted: Money,
    /// What of it is not counted yet.
    left: Money,
    matched: Money,
}

impl<'a> Matcher<'a> {
    /// A match under a limit on the pay that counts, in dollars a year, after what was counted
    /// of pay and matched so far.
    #[must_use]
    pub fn new(rules: &'a MatchRules, practice: Practice, pay_counted: Money, counted: Money, matched: Money) -> Self {
        Self { rules, practice, pay_counted, left: (pay_counted - counted).or_zero(), matched }
    }

    /// The match of one paycheck on what the person puts in, rounded half up to the cent. It
    /// keeps to the pay that a plan may count (IRC 401(a)(17)) as the plan's practice has it.
    ///
    /// ```
    /// use planner::money::Money;
    /// use planner::record::{Answer, MatchRules, MatchTier};
    /// use planner::worksheets::year::paychecks::{Matcher, Practice};
    /// // Half of what is deferred up to 6% of pay.
    /// let tiers = vec![MatchTier { rate: "50".parse()?, up_to: Some("6".parse()?) }];
    /// let rules = MatchRules { offered: Answer::Yes, tiers, ..MatchRules::default() };
    /// let limit = Money::dollars(360_000);
    /// let mut matcher = Matcher::new(&rules, Practice::Stops, limit, Money::ZERO, Money::ZERO);
    /// assert_eq!(matcher.paycheck(Money::dollars(8_000), Money::dollars(1_000)), Money::dollars(240));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn paycheck(&mut self, pay: Money, contributions: Money) -> Money {
        let counted = match self.practice {
            Practice::Stops => pay.min(self.left),
            Practice::Spread { each } => pay.min(each).min(self.left),
            Practice::WholeYear => pay,
        };
        self.left = (self.left - counted).or_zero();
        let most = match self.practice {
            Practice::WholeYear => self.most_of_year(),
            Practice::Stops | Practice::Spread { .. } => None,
        };
        let earned = tiered(self.rules, counted, contributions);
        let most = least_of(most, self.rules.dollar_cap);
        let earned = most.map_or(earned, |most| earned.min((most - self.matched).or_zero()));
        self.matched += earned;
        earned
    }

    /// The match of a whole year's pay and contributions.
    #[must_use]
    pub fn year(&self, pay: Money, contributions: Money) -> Money {
        if self.rules.has_only_a_cap() {
            return self.rules.dollar_cap.unwrap_or_default();
        }
        let earned = tiered(self.rules, pay.min(self.pay_counted), contributions);
        self.rules.dollar_cap.map_or(earned, |cap| earned.min(cap))
    }

    /// What the pay that counts gives at most in a year; without bound where a tier has none.
    #[must_use]
    pub fn most_of_year(&self) -> Option<Money> {
        most_on(self.rules, self.pay_counted)
    }
}

/// The most match that a pay can draw, whatever is put in; none where a tier goes on without
/// bound.
pub(super) fn most_on(rules: &MatchRules, pay: Money) -> Option<Money> {
    let bounded = rules.tiers_in_force().all(|tier| tier.up_to.is_some());
    bounded.then(|| tiered(rules, pay, pay))
}

/// The lower of two bounds, each of which may not be there.
fn least_of(one: Option<Money>, other: Option<Money>) -> Option<Money> {
    [one, other].into_iter().flatten().min()
}

/// Each tier's rate on its slice of the contributions, rounded half up once.
fn tiered(rules: &MatchRules, pay: Money, contributions: Money) -> Money {
    // Tiers may be left over from an answer that was changed.
    if rules.offered != Answer::Yes {
        return Money::ZERO;
    }
    let mut earned = Decimal::ZERO;
    let mut below = Decimal::ZERO;
    for tier in rules.tiers_in_force() {
        let bound = match tier.up_to {
            Some(share) => pay.to_decimal() * share.fraction(),
            // Without a bound by pay, pay still must count for there to be a match.
            None if pay.is_positive() => contributions.to_decimal(),
            None => Decimal::ZERO,
        };
        let reached = contributions.to_decimal().min(bound).max(below);
        earned += (reached - below) * tier.rate.fraction();
        below = reached;
    }
    Money::rounded(earned, RoundingStrategy::MidpointAwayFromZero)
}

/// Whether contributions are enough of a pay for there to be a match; a share that payroll
/// rounded down to the cent is.
pub(super) fn is_enough(rules: &MatchRules, pay: Money, contributions: Money) -> bool {
    rules.least_deferral.is_none_or(|least| contributions >= pay.times(least.fraction(), RoundingStrategy::ToZero))
}
