//! Whether payroll seems to have left out an election, and what the employer owes then; and
//! whether match posted this year belongs to the last one.

use super::deferrals::Deferrals;
use super::payroll_plan::PayrollPlan;
use crate::law::rates::{MISSED_AFTER_TAX, MISSED_DEFERRAL};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Election, MatchTiming};
use crate::worksheets::year::paychecks::{Kind, Matcher, Practice, elected};

/// More paychecks than these are rather a change of the election than a mistake.
const MOST_LEFT_OUT: u32 = 3;

/// What the figures so far lack as if payroll had left out the elections on some paychecks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// On how many.
    pub paychecks: u32,
    /// Deferrals that are missing.
    pub deferrals: Money,
    /// Match that is missing.
    pub employer_match: Money,
    /// After-tax money of as many paychecks.
    pub after_tax: Money,
    /// What is left of the room as planned.
    pub unused: Money,
}

impl LeftOut {
    /// At most what the employer pays in for the deferrals.
    pub fn for_deferrals(&self) -> Money {
        self.deferrals.times(MISSED_DEFERRAL, RoundingStrategy::MidpointAwayFromZero)
    }

    /// What it pays in for the after-tax money.
    pub fn for_after_tax(&self) -> Money {
        self.after_tax.times(MISSED_AFTER_TAX, RoundingStrategy::MidpointAwayFromZero)
    }

    /// All of it at most.
    pub fn owed(&self) -> Money {
        self.employer_match + self.for_deferrals() + self.for_after_tax()
    }
}

/// What is missing so far, as far as the figures tell: deferrals and match that both lack the
/// same whole number of paychecks.
pub(super) fn left_out(plan: &PayrollPlan, unused: Money) -> Option<LeftOut> {
    let (entry, paychecks) = (&plan.entry, &plan.paychecks);
    let rules = &entry.plan.matching;
    let regular = |election: Election| elected(election, Kind::Regular, paychecks.latest_pay);
    if paychecks.pay_assumed || paychecks.stub_assumed {
        return None;
    }
    // With elections of their own, or where they ended, one election does not give the deferrals so far.
    let own = entry.plan.bonus_elections == Answer::Yes || entry.plan.catch_up_election == Answer::Yes;
    let ended = entry.plan.stops_at_counted_pay == Answer::Yes && paychecks.pay_so_far > paychecks.pay_counted;
    if own || ended {
        return None;
    }
    let stub = paychecks.last_stub?;
    let paid = paychecks.dates.iter().filter(|date| **date <= stub).count();
    let Deferrals { pre_tax, roth } = Deferrals::present(entry);
    let each = regular(pre_tax) + regular(roth);
    let so_far = entry.contributions.deferrals().so_far;
    let expected = so_far_by(pre_tax, paychecks.pay_so_far, paid) + so_far_by(roth, paychecks.pay_so_far, paid);
    if !each.is_positive() || expected > paychecks.deferral_limit {
        return None;
    }
    let rounding = Money::cents(u32::try_from(paid).unwrap_or(u32::MAX).saturating_add(1));
    let missing = expected - so_far;
    let count = u32::try_from(paid).unwrap_or(u32::MAX);
    let number = (1..=MOST_LEFT_OUT.min(count.saturating_sub(1)))
        .find(|number| (missing - many(each, *number)).abs() <= rounding)?;
    let mut employer_match = Money::ZERO;
    if rules.offered == Answer::Yes && rules.timing == MatchTiming::EachPaycheck {
        let mut counted = each;
        if rules.matches_after_tax() {
            counted += regular(entry.payroll.after_tax);
        }
        let of_one = Matcher::new(rules, Practice::Stops, paychecks.pay_counted, Money::ZERO, Money::ZERO)
            .paycheck(paychecks.latest_pay, counted);
        employer_match = many(of_one, number);
        let all = many(of_one, count);
        // A match that is all there speaks against it.
        let lacks = all - entry.contributions.match_of_the_year().so_far;
        if (lacks - employer_match).abs() > rounding {
            return None;
        }
    }
    let after_tax = many(regular(entry.payroll.after_tax), number);
    Some(LeftOut { paychecks: number, deferrals: missing, employer_match, after_tax, unused })
}

fn many(amount: Money, number: u32) -> Money {
    amount.times(number.into(), RoundingStrategy::ToZero)
}

/// What an election gives on all the pay so far.
fn so_far_by(election: Election, pay: Money, paid: usize) -> Money {
    match election {
        Election::Percent(percent) => pay.times(percent.fraction(), RoundingStrategy::MidpointAwayFromZero),
        Election::Dollars(dollars) => many(dollars, u32::try_from(paid).unwrap_or(u32::MAX)),
    }
}

/// The most match that the formula gives so far, where more is posted.
pub(super) fn match_above_formula(plan: &PayrollPlan) -> Option<Money> {
    let (entry, paychecks) = (&plan.entry, &plan.paychecks);
    let (rules, money) = (&entry.plan.matching, &entry.contributions);
    if rules.offered != Answer::Yes || paychecks.pay_assumed || paychecks.last_stub.is_none() {
        return None;
    }
    let after_tax = if rules.matches_after_tax() { money.after_tax } else { Money::ZERO };
    let rising = rules.tiers.windows(2).any(|pair| match pair {
        [one, next] => one.rate < next.rate,
        _ => false,
    });
    let contributed = if rising { paychecks.pay_so_far } else { money.deferrals().so_far + after_tax };
    let most = Matcher::new(rules, Practice::Stops, paychecks.pay_counted, Money::ZERO, Money::ZERO)
        .year(paychecks.pay_so_far, contributed);
    let rounding = Money::cents(u32::try_from(paychecks.dates.len()).unwrap_or(u32::MAX));
    (money.match_of_the_year().so_far > most + rounding).then_some(most)
}

/// What so far is above a cap on a share of pay, where that is held paycheck by paycheck.
pub(super) fn above_cap_so_far(plan: &PayrollPlan) -> Option<(Money, crate::percent::Percent)> {
    let (rules, paychecks) = (&plan.entry.plan, &plan.paychecks);
    let cap = rules.after_tax_percent?;
    if paychecks.pay_assumed {
        return None;
    }
    let pay = match rules.percent_of_counted_pay {
        Answer::No => paychecks.pay_so_far,
        Answer::Yes | Answer::Unknown => paychecks.pay_so_far.min(paychecks.pay_counted),
    };
    let most = Money::rounded(pay.to_decimal() * cap.fraction(), RoundingStrategy::MidpointAwayFromZero);
    let above = plan.entry.contributions.after_tax - most;
    (above > Money::dollars(1)).then_some((above, cap))
}
