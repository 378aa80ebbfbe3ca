//! Which deferral election to enter: one that fills the limit on deferrals and misses no
//! match, as far as pay can bear it and every limit leaves it.
//!
//! Match comes first, then deferrals, then the fewest changes, then what is nearest to the
//! present election. Each election stands from the first paycheck that can be changed to
//! the end of the year, or to the last paycheck, which may take another one.

use std::cmp::Reverse;

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Changes, DeferralEntry, Deferrals, Ladder, Trial};
use crate::money::Money;
use crate::order;
use crate::record::{Answer, YearRecord};
use crate::worksheets::pace::Entry;
use crate::worksheets::pace::case::Case;
use crate::worksheets::pace::payroll_plan::PayrollPlan;
use crate::worksheets::pace::strategy::ALIKE;
use crate::worksheets::year::NotReady;
use crate::worksheets::year::paychecks::{Kind, Paycheck, Paychecks, YearMatch, elected};

/// Below so many elections each is tried; of more only those at which something changes.
const MOST_TRIED: u32 = 200;

/// Of the best elections so many are tried against every limit.
const MOST_WEIGHED: usize = 24;

/// The deferral election to enter, and what it gains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// What to enter, in order.
    pub entries: Vec<DeferralEntry>,
    /// Deferrals to come then.
    pub deferred: Money,
    /// That is so much more than now; negative where it is less.
    pub more_deferred: Money,
    /// So much more match, that on after-tax money included.
    pub more_match: Money,
    /// What is then left of the limit on deferrals.
    pub unused: Money,
    /// Whether it is known what the paychecks can bear.
    pub bearable: bool,
    /// After-tax room then.
    pub room: Money,
    /// Whether match on the after-tax money comes out of that room as well.
    pub room_is_shared: bool,
    /// The after-tax elections that go with it, in order: the present ones would not fit.
    pub after_tax: Vec<Entry>,
    /// After-tax money to come then.
    pub after_tax_planned: Money,
}

/// What the present deferral election leaves.
#[derive(Clone, Debug)]
pub(in crate::worksheets::pace) struct Gap {
    /// Deferrals that stay unused.
    pub unused: Money,
    /// The election that would use them and miss no match, where there is a better one.
    pub advice: Option<Advice>,
    /// The election for the last paycheck that fills the limit where the present one stands
    /// until then.
    pub last: Option<DeferralEntry>,
}

/// What elections bring.
#[derive(Clone, Debug)]
struct Brings {
    changes: Changes,
    steps: u32,
    /// By how much the last paycheck takes more than those before it.
    jump: u32,
    deferred: Money,
    matched: Money,
    spilled: Money,
}

/// Of elections that leave something of the limit so many are tried with the last paycheck.
const MOST_FILLED: usize = 6;

/// What the present deferral election leaves; none where nothing can be changed, or too much
/// goes in already.
pub(in crate::worksheets::pace) fn advice(case: &Case) -> Result<Option<Gap>, NotReady> {
    let plan = &case.plan;
    if !plan.changeable() || case.preventable().is_positive() || case.over().is_positive() {
        return Ok(None);
    }
    if case.left.excess_deferrals.is_positive() || has_catch_up_election(case) {
        return Ok(None);
    }
    let search = Search::of(case);
    let unused = (search.most - search.now.deferred).or_zero();
    let lost = plan.match_lost(&case.outcome.each);
    if unused < ALIKE && !lost.is_positive() {
        return Ok(None);
    }
    let advice = search.best()?;
    let last = if unused >= ALIKE { search.last_fills() } else { None };
    // Where the advice is just that, once is enough.
    let last = last.filter(|last| advice.as_ref().is_none_or(|advice| advice.entries.first() != Some(last)));
    Ok(Some(Gap { unused, advice, last }))
}

/// The highest deferral elections that would last to the end of the year, where they miss no
/// match, and what they leave of the limit.
pub(in crate::worksheets::pace) fn lasting(case: &Case) -> Option<(Deferrals, Money)> {
    if !case.plan.changeable() || has_catch_up_election(case) {
        return None;
    }
    Search::of(case).lasting()
}

/// Whether catch-up has an election of its own: then no single election fills the limit.
fn has_catch_up_election(case: &Case) -> bool {
    case.plan.entry.plan.catch_up_election == Answer::Yes
}

struct Search<'a> {
    case: &'a Case,
    plan: &'a PayrollPlan,
    ladder: Ladder,
    /// The most that can be deferred from the paychecks to come.
    most: Money,
    now: Brings,
}

impl<'a> Search<'a> {
    fn of(case: &'a Case) -> Self {
        let plan = &case.plan;
        let ladder = Ladder::of(&plan.entry);
        let now = brings(&plan.entry, &plan.paychecks, Changes::new(), ladder.present());
        let most = now.deferred + case.left.deferrals_left;
        Self { case, plan, ladder, most, now }
    }

    /// The highest elections below the present ones that do not stop early, miss no match by
    /// it and leave what spills over as it is.
    fn lasting(&self) -> Option<(Deferrals, Money)> {
        let stops_early = |steps: u32| {
            let deferrals = self.ladder.at(steps);
            let list = [(self.plan.start, deferrals.pre_tax, deferrals.roth)];
            let paychecks = self.plan.paychecks.deferring(&self.plan.entry, &list);
            let brings = brings(&self.plan.entry, &paychecks, Changes::new(), steps);
            let last = paychecks.to_come.last().is_some_and(|check| check.deferral().is_positive());
            (brings.deferred >= self.most && !last, brings)
        };
        let (mut low, mut high) = (0, self.ladder.present().saturating_add(1));
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if stops_early(middle).0 { high = middle } else { low = middle }
        }
        let (early, brings) = stops_early(low);
        let as_good = brings.matched >= self.now.matched - ALIKE && !self.now.spilled.is_positive();
        (low > 0 && !early && as_good).then(|| (self.ladder.at(low), (self.most - brings.deferred).or_zero()))
    }

    /// The best elections, if they are better than the present ones.
    fn best(&self) -> Result<Option<Advice>, NotReady> {
        let present = self.ladder.present();
        let mut all = Vec::new();
        for steps in self.to_try() {
            let steady: Changes = vec![(self.plan.start, self.ladder.at(steps))];
            match self.bearable(steady, steps) {
                Some(brings) => all.push(brings),
                // What a paycheck cannot bear, it cannot bear with a higher election.
                None if steps > present => break,
                None => {}
            }
        }
        // A cent of rounding is no reason to prefer one to another.
        let as_good = |amount: Money, best: Money| amount >= best - ALIKE;
        let best = |all: &[Brings]| all.iter().map(|brings| brings.matched).max();
        let Some(best_match) = best(&all) else { return Ok(None) };
        let mut good: Vec<&Brings> = all.iter().filter(|brings| as_good(brings.matched, best_match)).collect();
        if good.iter().all(|brings| !as_good(brings.deferred, self.most)) {
            // The last paycheck may take what the others leave.
            order::sort_by_key(&mut good, |brings| (Reverse(brings.deferred), brings.steps.abs_diff(present)));
            let filled: Vec<Brings> = good
                .into_iter()
                .take(MOST_FILLED)
                .filter_map(|brings| {
                    let (changes, last) = self.last(brings.steps)?;
                    let filled = self.bearable(changes, brings.steps)?;
                    Some(Brings { jump: last - brings.steps, ..filled })
                })
                .collect();
            all.extend(filled);
        }
        let best_match = best(&all).unwrap_or(best_match);
        order::sort_by_key(&mut all, |brings| {
            let matched = if as_good(brings.matched, best_match) { best_match } else { brings.matched };
            let deferred = if as_good(brings.deferred, self.most) { self.most } else { brings.deferred };
            let ease = (brings.changes.len(), brings.spilled, brings.jump, brings.steps.abs_diff(present));
            (Reverse(matched), Reverse(deferred), ease)
        });
        for brings in all.into_iter().take(MOST_WEIGHED) {
            let gains = brings.matched - self.now.matched >= ALIKE
                || (brings.matched >= self.now.matched - ALIKE && brings.deferred - self.now.deferred >= ALIKE);
            if !gains {
                break;
            }
            if let Some(advice) = self.weighed(&brings)? {
                return Ok(Some(advice));
            }
        }
        Ok(None)
    }

    /// Elections as advice, with the after-tax elections that go with them; none where they
    /// do not fit, or leave less match than the present ones.
    fn weighed(&self, brings: &Brings) -> Result<Option<Advice>, NotReady> {
        let trial: Trial = self.case.trial(&brings.changes)?;
        if trial.over().is_positive() {
            return Ok(None);
        }
        let payroll = &self.plan.entry.payroll;
        let Some(elections) = trial.plan.elections(payroll.strategy, payroll.fill_by) else { return Ok(None) };
        let outcome = trial.plan.outcome(&elections);
        let more_match = trial.plan.sure_match(&outcome) - self.plan.sure_match(&self.case.outcome);
        let more_deferred = brings.deferred - self.now.deferred;
        if more_match < -ALIKE || (more_match < ALIKE && more_deferred < ALIKE) {
            return Ok(None);
        }
        let entries = brings
            .changes
            .iter()
            .filter_map(|(place, deferrals)| self.plan.deferral_entry(*place, *deferrals))
            .collect();
        Ok(Some(Advice {
            entries,
            deferred: brings.deferred,
            more_deferred,
            more_match,
            unused: (self.most - brings.deferred).or_zero(),
            bearable: payroll.take_home.is_some()
                || brings.changes.iter().all(|(_, deferrals)| self.is_no_more(*deferrals)),
            room: trial.left.room,
            room_is_shared: trial.plan.most_matched.is_positive(),
            after_tax: trial.plan.entries(&elections),
            after_tax_planned: outcome.total,
        }))
    }

    /// Whether elections take no more of a paycheck than the present ones.
    fn is_no_more(&self, deferrals: Deferrals) -> bool {
        let taken = |of: Deferrals| {
            let pay = self.plan.paychecks.latest_pay;
            elected(of.pre_tax, Kind::Regular, pay) + elected(of.roth, Kind::Regular, pay)
        };
        taken(deferrals) <= taken(Deferrals::present(&self.plan.entry))
    }

    /// What elections bring, where every paycheck can bear them.
    fn bearable(&self, changes: Changes, steps: u32) -> Option<Brings> {
        let entry = &self.plan.entry;
        let list: Vec<_> = changes.iter().map(|(from, deferrals)| (*from, deferrals.pre_tax, deferrals.roth)).collect();
        let paychecks = self.plan.paychecks.deferring(entry, &list);
        let mut checks = paychecks.to_come.iter().zip(&self.plan.paychecks.to_come);
        if !checks.all(|(check, now)| self.bears(check, now)) {
            return None;
        }
        let brings = brings(entry, &paychecks, changes, steps);
        // Payroll knows no limit but its own.
        (brings.deferred <= self.most).then_some(brings)
    }

    /// Whether a paycheck can bear what is deferred from it: what the bank gets now, or what
    /// taxes leave where that is not known.
    fn bears(&self, check: &Paycheck, now: &Paycheck) -> bool {
        let out = |check: &Paycheck| check.deferral() + check.spillover;
        let more = out(check) - out(now);
        if !more.is_positive() {
            return true;
        }
        let least = self.plan.entry.payroll.least_take_home.unwrap_or_default();
        match self.plan.whole_take_home().filter(|_| check.kind == Kind::Regular) {
            Some(home) => more <= home - least,
            None => !(check.pay - out(check) - check.fica - check.income_tax_allowance()).is_negative(),
        }
    }

    /// The present steps of a paycheck on all but the last, and on the last the lowest that
    /// fills the limit; with that.
    fn last(&self, steps: u32) -> Option<(Changes, u32)> {
        let plan = self.plan;
        let place = (plan.start..plan.offers.len()).rfind(|place| plan.window(*place).is_some())?;
        let mut before: Changes = vec![(plan.start, self.ladder.at(steps))];
        if self.ladder.at(steps) == Deferrals::present(&plan.entry) {
            before.clear();
        }
        let with = |last: u32| {
            let mut changes = before.clone();
            changes.retain(|(from, _)| *from < place);
            changes.push((place, self.ladder.at(last)));
            changes
        };
        let deferred = |last: u32| self.bearable(with(last), steps).map(|brings| brings.deferred);
        // The highest that can be borne, and the lowest that fills as much.
        // The present elections together may be more than all of pay.
        let top = self.ladder.top().min(steps.saturating_add(1_000_000)).saturating_add(1);
        let (mut low, mut high) = (steps, top.max(steps));
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if deferred(middle).is_some() { low = middle } else { high = middle }
        }
        let most = deferred(low)?;
        let (mut under, mut fills) = (steps, low);
        while fills - under > 1 {
            let middle = under + (fills - under) / 2;
            if deferred(middle) == Some(most) { fills = middle } else { under = middle }
        }
        (fills > steps && most >= self.now_or_steady(steps) + ALIKE).then(|| (with(fills), fills))
    }

    /// The election for the last paycheck that fills the limit where the present one stands
    /// until then.
    fn last_fills(&self) -> Option<DeferralEntry> {
        let present = self.ladder.present();
        let (changes, _) = self.last(present)?;
        let brings = self.bearable(changes, present).filter(|brings| brings.deferred >= self.most - ALIKE)?;
        let (place, deferrals) = brings.changes.last()?;
        self.plan.deferral_entry(*place, *deferrals)
    }

    /// What the steps alone defer.
    fn now_or_steady(&self, steps: u32) -> Money {
        let steady = self.bearable(vec![(self.plan.start, self.ladder.at(steps))], steps);
        steady.map_or(Money::ZERO, |brings| brings.deferred)
    }

    /// The steps to try: each, or those at which what they bring changes its course.
    fn to_try(&self) -> Vec<u32> {
        let ladder = self.ladder;
        if ladder.top() <= MOST_TRIED {
            return (0..=ladder.top() + ladder.offset()).collect();
        }
        let mut kinks = vec![ladder.present()];
        let probe = 1 + ladder.offset();
        let probed = self.plan.paychecks.deferring(
            &self.plan.entry,
            &[{
                let deferrals = ladder.at(probe);
                (self.plan.start, deferrals.pre_tax, deferrals.roth)
            }],
        );
        let fixed = |check: &Paycheck| if ladder.is_mixed() { check.roth } else { Money::ZERO };
        let before: Money = self.plan.paychecks.to_come.iter().take(self.plan.start).map(Paycheck::deferral).sum();
        let limit_alone = self.most - self.plan.paychecks.catch_up.allowance;
        let (mut base, mut stays) = (Decimal::ZERO, Money::ZERO);
        for check in probed.to_come.iter().skip(self.plan.start) {
            let step = check.deferral() + check.spillover - fixed(check);
            base += step.to_decimal();
            stays += fixed(check);
            for left in [self.most, limit_alone] {
                let whole = (left - before - stays).or_zero().to_decimal();
                kinks.extend(steps(whole, base));
            }
            for tier in &self.plan.entry.plan.matching.tiers {
                let Some(up_to) = tier.up_to else { continue };
                let whole = check.pay.to_decimal() * up_to.fraction() - fixed(check).to_decimal();
                kinks.extend(steps(whole.max(Decimal::ZERO), step.to_decimal()));
            }
        }
        let around = |kink: u32| kink.saturating_sub(1)..=kink.saturating_add(2);
        let offset = ladder.offset();
        let mut tried: Vec<u32> =
            kinks.into_iter().flat_map(around).map(|steps| (steps + offset).min(ladder.top())).collect();
        order::sort(&mut tried);
        tried.dedup();
        tried
    }
}

/// How many steps of a size an amount has.
fn steps(whole: Decimal, size: Decimal) -> Option<u32> {
    use rust_decimal::prelude::ToPrimitive;
    whole.checked_div(size).and_then(|steps| steps.trunc().to_u32()).filter(|steps| *steps < u32::MAX / 4)
}

/// What elections bring on the paychecks to come, before any after-tax election.
fn brings(entry: &YearRecord, paychecks: &Paychecks, changes: Changes, steps: u32) -> Brings {
    let set: Vec<Money> = paychecks.to_come.iter().map(Paycheck::set_after_tax).collect();
    Brings {
        changes,
        steps,
        jump: 0,
        deferred: paychecks.to_come.iter().map(Paycheck::deferral).sum(),
        matched: YearMatch::with(paychecks, entry, &set).sure(entry),
        spilled: paychecks.to_come.iter().map(|check| check.spillover).sum(),
    }
}
