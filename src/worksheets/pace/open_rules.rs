//! Rules of the plan that are not known and change the figures, and what each answer would give.

use super::Case;
use super::findings::Finding;
use super::match_lost::passes_counted_pay;
use crate::date::Date;
use crate::money::Money;
use crate::percent::Percent;
use crate::record::{Answer, Election, LimitCovers};
use crate::worksheets::year::paychecks::{Kind, Paycheck, Practices, elected};

/// How the match goes on above the pay that a plan may count, where it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchAbove {
    /// The pay that counts.
    pub limit: Money,
    /// The payday on which pay passes it.
    pub date: Date,
    /// The match still to come under each practice.
    pub to_come: Practices,
    /// Whether a true-up makes up for what single paychecks miss.
    pub true_up: Answer,
}

/// What would be the most if the highest election covered all contributions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HighestOfAll {
    /// The highest election.
    pub limit: Percent,
    /// From the first paycheck that would be above it.
    pub from: Date,
    /// What the plan takes from that paycheck now.
    pub taken: Money,
    /// The most of that paycheck.
    pub each: Money,
    /// The most of the year, with what is in so far.
    pub year: Money,
}

/// A bonus from which its own election takes more than taxes may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BonusTaken {
    /// Its payday.
    pub date: Date,
    /// What the election takes.
    pub taken: Money,
    /// What taxes leave of it, with the allowance for income tax.
    pub left: Money,
}

/// Finds them.
pub(super) fn open_rules(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let rules = &plan.entry.plan;
    if let Some((to_come, date)) = plan.paychecks.practices.zip(passes_counted_pay(case)) {
        let limit = plan.paychecks.pay_counted;
        let true_up = rules.matching.true_up;
        found.push(Finding::MatchAboveOpen { above: MatchAbove { limit, date, to_come, true_up } });
    }
    if rules.matching.has_only_a_cap() {
        found.push(Finding::OnlyCapKnown { cap: rules.matching.dollar_cap.unwrap_or_default() });
    }
    if let Some(date) = passes_counted_pay(case).filter(|_| rules.stops_at_counted_pay == Answer::Yes) {
        let after = plan.paychecks.to_come.iter().any(|check| check.date > date);
        if after {
            found.push(Finding::ContributionsEnd { limit: plan.paychecks.pay_counted, date });
        }
    }
    found.extend(plan.paychecks.pay_in_doubt(&plan.entry).map(|pay| Finding::EligiblePayOpen { pay }));
    let above = |check: &&Paycheck| check.by_bonus_election > check.left_by_taxes();
    found.extend(plan.paychecks.to_come.iter().find(above).map(|check| {
        let (taken, left) = (check.by_bonus_election, check.left_by_taxes());
        Finding::BonusElectionHigh { bonus: BonusTaken { date: check.date, taken, left } }
    }));
    found.extend(highest_of_all(case).map(|highest| Finding::HighestElectionOpen { highest }));
}

fn highest_of_all(case: &Case) -> Option<HighestOfAll> {
    let plan = &case.plan;
    let rules = &plan.entry.plan;
    let limit = rules.election_limit.filter(|_| rules.election_limit_covers == LimitCovers::Unknown)?;
    let most = |check: &Paycheck| elected(Election::Percent(limit), Kind::Regular, check.pay);
    let taken = |check: &Paycheck, after_tax: Money| check.deferral() + after_tax;
    let mut checks = plan.paychecks.to_come.iter().zip(&case.outcome.each);
    let (above, after_tax) = checks.find(|(check, after_tax)| taken(check, **after_tax) > most(check))?;
    let money = &plan.entry.contributions;
    let to_come: Money = plan.paychecks.to_come.iter().map(most).sum();
    Some(HighestOfAll {
        limit,
        from: above.date,
        taken: taken(above, *after_tax),
        each: most(above),
        year: money.deferrals().so_far + money.after_tax + to_come,
    })
}
