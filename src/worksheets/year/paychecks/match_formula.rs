//! The employer match: tiers, the pay that a plan may count, the dollar cap, the
//! true-up.

use rust_decimal::Decimal;

use super::{Paychecks, lost_without_true_up};
use crate::money::{Money, Overflow, RoundingStrategy};
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
    /// assert_eq!(matcher.paycheck(Money::dollars(8_000), Money::dollars(1_000))?, Money::dollars(240));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Overflow`] beyond what [`Money`] holds.
    pub fn paycheck(&mut self, pay: Money, contributions: Money) -> Result<Money, Overflow> {
        let counted = pay.min(self.pay_counted.minus(self.paid)?.or_zero());
        self.paid = self.paid.plus(pay)?;
        let earned = self.within_cap(tiered(self.rules, counted, contributions)?, self.matched)?;
        self.matched = self.matched.plus(earned)?;
        Ok(earned)
    }

    /// The match of a whole year's pay and contributions.
    ///
    /// # Errors
    /// [`Overflow`] beyond what [`Money`] holds.
    pub fn year(&self, pay: Money, contributions: Money) -> Result<Money, Overflow> {
        self.within_cap(tiered(self.rules, pay.min(self.pay_counted), contributions)?, Money::ZERO)
    }

    fn within_cap(&self, earned: Money, before: Money) -> Result<Money, Overflow> {
        match self.rules.dollar_cap {
            Some(cap) => Ok(earned.min(cap.minus(before)?.or_zero())),
            None => Ok(earned),
        }
    }
}

/// Each tier's rate on its slice of the contributions, rounded half up once.
fn tiered(rules: &MatchRules, pay: Money, contributions: Money) -> Result<Money, Overflow> {
    // Tiers may be left over from an answer that was changed.
    if rules.offered != Answer::Yes {
        return Ok(Money::ZERO);
    }
    let mut earned = Decimal::ZERO;
    let mut below = Decimal::ZERO;
    for tier in &rules.tiers {
        let bound = match tier.up_to {
            Some(share) => pay.to_decimal().checked_mul(share.fraction()).ok_or(Overflow)?,
            // Without a bound by pay, pay still must count for there to be a match.
            None if pay.is_positive() => contributions.to_decimal(),
            None => Decimal::ZERO,
        };
        let reached = contributions.to_decimal().min(bound).max(below);
        let slice = reached.checked_sub(below).ok_or(Overflow)?;
        let part = slice.checked_mul(tier.rate.fraction()).ok_or(Overflow)?;
        earned = earned.checked_add(part).ok_or(Overflow)?;
        below = reached;
    }
    Money::rounded(earned, RoundingStrategy::MidpointAwayFromZero)
}

/// The match of each paycheck to come with these after-tax contributions on
/// them, and what the year as a whole earns beyond its paychecks: never less
/// than nothing, since a plan does not take back a few cents of surplus.
///
/// # Errors
/// [`Overflow`] beyond what [`Money`] holds.
pub fn matched(
    paychecks: &Paychecks,
    entry: &YearRecord,
    after_tax: &[Money],
) -> Result<(Vec<Money>, Money), Overflow> {
    let rules = &entry.plan.matching;
    let money = &entry.contributions;
    let on_after_tax = rules.matches_after_tax();
    let matched_so_far = money.employer_match.so_far;
    let mut matcher = Matcher::new(rules, paychecks.pay_counted, paychecks.pay_so_far, matched_so_far);
    let mut each = Vec::with_capacity(paychecks.to_come.len());
    let mut sum = matched_so_far;
    let mut pay = paychecks.pay_so_far;
    let so_far = money.deferrals()?.so_far;
    let mut contributions = match rules.on_catch_up {
        Answer::No => so_far.min(paychecks.deferral_limit),
        Answer::Yes | Answer::Unknown => so_far,
    };
    if on_after_tax {
        contributions = contributions.plus(money.after_tax)?;
    }
    for (check, after_tax) in paychecks.to_come.iter().zip(after_tax) {
        let mut counts = check.deferral()?;
        if rules.on_catch_up == Answer::No {
            counts = counts.minus(check.catch_up)?;
        }
        if on_after_tax {
            counts = counts.plus(*after_tax)?;
        }
        contributions = contributions.plus(counts)?;
        let on_this = if check.matched { check.pay } else { Money::ZERO };
        pay = pay.plus(on_this)?;
        let earned = match rules.timing {
            MatchTiming::EachPaycheck => matcher.paycheck(on_this, counts)?,
            MatchTiming::Yearly => Money::ZERO,
        };
        sum = sum.plus(earned)?;
        each.push(earned);
    }
    let beyond = matcher.year(pay, contributions)?.minus(sum)?.or_zero();
    Ok((each, beyond))
}

/// The match still to come with these after-tax contributions, a true-up that
/// may come included.
///
/// # Errors
/// [`Overflow`] beyond what [`Money`] holds.
pub(in crate::worksheets) fn match_to_come(
    paychecks: &Paychecks,
    entry: &YearRecord,
    after_tax: &[Money],
) -> Result<Money, Overflow> {
    let (each, beyond) = matched(paychecks, entry, after_tax)?;
    let each = Money::sum(each)?;
    if lost_without_true_up(entry) { Ok(each) } else { each.plus(beyond) }
}
