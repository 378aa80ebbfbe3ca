//! The formula of the employer match: tiers, the pay that a plan may count, the dollar
//! cap, the true-up.

use rust_decimal::Decimal;

use super::{Paycheck, Paychecks};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, MatchRules, MatchTiming, YearRecord};

/// A match as it runs through the year.
#[derive(Clone, Debug)]
pub struct Matcher<'a> {
    rules: &'a MatchRules,
    pay_counted: Money,
    paid: Money,
    matched: Money,
}

impl<'a> Matcher<'a> {
    /// A match under a limit on the pay that counts, in dollars a year, after
    /// what was paid and matched so far.
    #[must_use]
    pub fn new(rules: &'a MatchRules, pay_counted: Money, paid: Money, matched: Money) -> Self {
        Self { rules, pay_counted, paid, matched }
    }

    /// The match of one paycheck on what the person puts in, rounded half up to
    /// the cent. It stops when the pay so far passes what a plan may count
    /// (IRC 401(a)(17)).
    ///
    /// ```
    /// use planner::money::Money;
    /// use planner::record::{Answer, MatchRules, MatchTier};
    /// use planner::worksheets::year::paychecks::Matcher;
    /// // Half of what is deferred up to 6% of pay.
    /// let tiers = vec![MatchTier { rate: "50".parse()?, up_to: Some("6".parse()?) }];
    /// let rules = MatchRules { offered: Answer::Yes, tiers, ..MatchRules::default() };
    /// let mut matcher = Matcher::new(&rules, Money::dollars(360_000), Money::ZERO, Money::ZERO);
    /// assert_eq!(matcher.paycheck(Money::dollars(8_000), Money::dollars(1_000)), Money::dollars(240));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn paycheck(&mut self, pay: Money, contributions: Money) -> Money {
        let counted = pay.min((self.pay_counted - self.paid).or_zero());
        self.paid += pay;
        let earned = self.within_cap(tiered(self.rules, counted, contributions), self.matched);
        self.matched += earned;
        earned
    }

    /// The match of a whole year's pay and contributions.
    #[must_use]
    pub fn year(&self, pay: Money, contributions: Money) -> Money {
        self.within_cap(tiered(self.rules, pay.min(self.pay_counted), contributions), Money::ZERO)
    }

    fn within_cap(&self, earned: Money, before: Money) -> Money {
        match self.rules.dollar_cap {
            Some(cap) => earned.min((cap - before).or_zero()),
            None => earned,
        }
    }
}

/// Each tier's rate on its slice of the contributions, rounded half up once.
fn tiered(rules: &MatchRules, pay: Money, contributions: Money) -> Money {
    // Tiers may be left over from an answer that was changed.
    if rules.offered != Answer::Yes {
        return Money::ZERO;
    }
    let mut earned = Decimal::ZERO;
    let mut below = Decimal::ZERO;
    for tier in &rules.tiers {
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

/// The match of the paychecks to come, and what the year as a whole earns beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearMatch {
    /// The match of each paycheck to come.
    pub each: Vec<Money>,
    /// What the year as a whole earns above what its paychecks bring: the true-up, or
    /// what is lost without one, or the yearly match itself. Never less than nothing,
    /// since a plan does not take back a few cents of surplus.
    pub beyond: Money,
}

impl YearMatch {
    /// The match with these after-tax contributions on the paychecks to come.
    #[must_use]
    pub fn with(paychecks: &Paychecks, entry: &YearRecord, after_tax: &[Money]) -> Self {
        let rules = &entry.plan.matching;
        let so_far = entry.contributions.match_of_the_year().so_far;
        let mut matcher = Matcher::new(rules, paychecks.pay_counted, paychecks.pay_so_far, so_far);
        let mut pay = paychecks.pay_so_far;
        let mut contributions = counted_so_far(paychecks, entry);
        let mut each = Vec::with_capacity(paychecks.to_come.len());
        for (check, after_tax) in paychecks.to_come.iter().zip(after_tax) {
            let counted = counted(rules, check, *after_tax);
            contributions += counted;
            let on_this = if check.matched { check.pay } else { Money::ZERO };
            pay += on_this;
            each.push(match rules.timing {
                MatchTiming::EachPaycheck => matcher.paycheck(on_this, counted),
                MatchTiming::Yearly => Money::ZERO,
            });
        }
        let by_paychecks = so_far + each.iter().copied().sum();
        let beyond = (matcher.year(pay, contributions) - by_paychecks).or_zero();
        Self { each, beyond }
    }

    /// All of it that is still to come, a true-up that may come included.
    #[must_use]
    pub fn to_come(&self, entry: &YearRecord) -> Money {
        let each: Money = self.each.iter().copied().sum();
        if lost_without_true_up(entry) { each } else { each + self.beyond }
    }
}

/// Whether a match that the single paychecks miss is lost for good.
#[must_use]
pub fn lost_without_true_up(entry: &YearRecord) -> bool {
    let rules = &entry.plan.matching;
    rules.timing == MatchTiming::EachPaycheck && rules.true_up == Answer::No
}

/// The contributions so far that the match counts.
fn counted_so_far(paychecks: &Paychecks, entry: &YearRecord) -> Money {
    let (rules, money) = (&entry.plan.matching, &entry.contributions);
    let deferrals = money.deferrals().so_far;
    let deferrals = match rules.on_catch_up {
        Answer::No => deferrals.min(paychecks.deferral_limit),
        Answer::Yes | Answer::Unknown => deferrals,
    };
    if rules.matches_after_tax() { deferrals + money.after_tax } else { deferrals }
}

/// The contributions of a paycheck that the match counts.
fn counted(rules: &MatchRules, check: &Paycheck, after_tax: Money) -> Money {
    let deferrals = check.deferral();
    let deferrals = match rules.on_catch_up {
        Answer::No => deferrals - check.catch_up,
        Answer::Yes | Answer::Unknown => deferrals,
    };
    if rules.matches_after_tax() { deferrals + after_tax } else { deferrals }
}
