//! What is found of the match: whether some of it is lost, and why.

use super::deferrals::Gap;
use super::findings::Finding;
use super::{Case, left_out};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, MatchTiming};
use crate::worksheets::year::paychecks::Paycheck;

/// Why match is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchCause {
    /// Pay passes what the plan may count, and in most payrolls the match stops there.
    CountedPay {
        /// The pay that counts.
        limit: Money,
        /// The payday on which pay passes it.
        date: Date,
        /// Whether after-tax money is matched and the limit leaves no room for more of it.
        full: bool,
    },
    /// Deferrals are full before the last paycheck.
    DeferralsFull {
        /// The payday on which they are.
        date: Date,
    },
    /// Deferrals are full already.
    AlreadyFull,
    /// Some paychecks defer less than the match counts.
    TooLittle,
}

/// What is found of the match.
pub(super) fn employer_match(case: &Case, gap: Option<&Gap>, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let rules = &plan.entry.plan.matching;
    if rules.is_open() {
        found.push(Finding::MatchOpen);
    }
    let beyond = plan.paychecks.match_beyond_paychecks;
    if rules.offered == Answer::Yes
        && rules.timing == MatchTiming::EachPaycheck
        && rules.true_up == Answer::Unknown
        && !rules.has_only_a_cap()
        && !plan.is_rounding(beyond)
    {
        found.push(Finding::TrueUpOpen { beyond });
    }
    // Deferrals that must be lowered decide it anew.
    let lost = if case.lowering.is_some() { Money::ZERO } else { unowed_loss(case) };
    if lost.is_positive() {
        let advice = gap.and_then(|gap| gap.advice.clone()).filter(|advice| advice.more_match.is_positive());
        found.push(Finding::MatchLost { lost, cause: match_cause(case), advice });
    }
    if rules.matches_after_tax() {
        found.push(Finding::AfterTaxMatched);
    }
}

/// The match that is lost, unless all of it is owed because payroll left out an election.
pub(super) fn unowed_loss(case: &Case) -> Money {
    let plan = &case.plan;
    let lost = plan.match_lost(&case.outcome.each);
    let owed = left_out::left_out(plan, case.unused()).map_or(Money::ZERO, |left_out| left_out.employer_match);
    if plan.is_rounding((lost - owed).or_zero()) { Money::ZERO } else { lost }
}

/// Why match is lost.
fn match_cause(case: &Case) -> MatchCause {
    let plan = &case.plan;
    let stop = plan.deferral_stop().filter(|stop| stop.is_early);
    let passed = passes_counted_pay(case);
    match (passed, stop) {
        (Some(date), stop) if stop.as_ref().is_none_or(|stop| stop.date > date) => {
            // More after-tax money would earn more, if the limit left room for it.
            let enough = plan.smallest_step().unwrap_or_default() + Money::dollars(1);
            let full = plan.entry.plan.matching.matches_after_tax() && case.unused() <= enough;
            MatchCause::CountedPay { limit: case.limits.pay_counted.value, date, full }
        }
        (_, Some(stop)) => MatchCause::DeferralsFull { date: stop.date },
        _ if none_left(case)
            || plan.paychecks.to_come.iter().all(|check| check.deferral() < check.asked.deferral()) =>
        {
            MatchCause::AlreadyFull
        }
        _ => MatchCause::TooLittle,
    }
}

/// Whether no deferral is left to raise, and none is to come.
fn none_left(case: &Case) -> bool {
    let to_come: Money = case.plan.paychecks.to_come.iter().map(Paycheck::deferral).sum();
    to_come == Money::ZERO && !case.left.deferrals_left.is_positive()
}

/// The payday on which pay passes what the plan may count.
pub(super) fn passes_counted_pay(case: &Case) -> Option<Date> {
    let mut paid = case.plan.paychecks.pay_so_far;
    let limit = case.limits.pay_counted.value;
    case.plan.paychecks.to_come.iter().find_map(|check| {
        let before = paid;
        paid += check.pay;
        (before <= limit && paid > limit).then_some(check.date)
    })
}

/// The paycheck on which pay passes what the plan may count.
pub(super) fn pay_limit(case: &Case, found: &mut Vec<Finding>) {
    let limit = case.limits.pay_counted.value;
    let rules = &case.plan.entry.plan;
    let (above, ends) = (rules.matching.above_counted_pay, rules.stops_at_counted_pay);
    if rules.matching.offered == Answer::Yes {
        found.extend(passes_counted_pay(case).map(|date| Finding::PayLimitPassed { limit, date, above, ends }));
    }
}
