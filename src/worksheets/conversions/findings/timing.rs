//! Findings on waiting, and on the plan's own rules for conversions.

use super::{Finding, days_of};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, Destination, Path, ReturnKind, TransferTiming};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::conversions::conversion::is_elsewhere;
use crate::worksheets::conversions::request::Way;
use crate::worksheets::conversions::waiting::{PlanWaiting, Waiting};
use crate::worksheets::ledger::{self, Distribution, EntryKind, PostedEntry};

/// How many days money may wait in a plan whose timing is not known.
const PATIENCE: i32 = 38;

pub(super) fn findings(case: &Case<'_>, waiting: &Waiting, found: &mut Vec<Finding>) {
    too_long(case, waiting, found);
    found.extend(returned_unknown(case));
    transfers(case, found);
    ways(case, found);
    let is_of_earlier_year =
        |distribution: &&Distribution| distribution.oldest.is_some_and(|oldest| oldest.year() < case.year());
    let days = days_of(case.distributions.iter().copied().filter(is_of_earlier_year));
    found.extend(days.map(|days| Finding::EarlierMoney { days, year: case.year() }));
}

fn too_long(case: &Case<'_>, waiting: &Waiting, found: &mut Vec<Finding>) {
    let days_waited = |plan: &PlanWaiting| plan.since.map_or(0, |since| case.as_of.day_number() - since.day_number());
    let automatic = case.entry.plan.transfer_timing == TransferTiming::Automatic;
    let (mut amount, mut growth, mut longest, mut oldest) = (Money::ZERO, Money::ZERO, 0, None);
    for plan in &waiting.plans {
        let own = plan.plan.is_this_job();
        if own
            && !case.is_over()
            && let Some(cause) = case.feasibility.cause
        {
            let (amount, way) = (plan.basis + plan.growth, Way::of(case.feasibility, cause));
            found.push(Finding::Stuck { amount, growth: plan.growth, cause, way });
            continue;
        }
        let waited = days_waited(plan);
        if waited <= if own { case.patience() } else { PATIENCE } {
            continue;
        }
        let value = plan.basis + plan.growth;
        if own && automatic {
            found.push(Finding::AutomaticMissing { amount: value, waited });
            continue;
        }
        amount += value;
        growth += plan.growth;
        if waited > longest {
            (longest, oldest) = (waited, plan.since);
        }
    }
    found.extend(oldest.map(|since| Finding::WaitsTooLong { amount, growth, since, waited: longest }));
    if waiting.plans.iter().any(|plan| plan.plan.is_this_job() && plan.basis.is_positive()) {
        found.extend(maybe_returned(case));
    }
}

/// What came back in the year of which it is not known whether it had been converted.
fn returned_unknown(case: &Case<'_>) -> Option<Finding> {
    let last = ledger::returned_unknown(case.record, case.as_of).filter(|paid| paid.on.year() == case.year()).last()?;
    let of_the_day = |entry: &&PostedEntry| entry.kind == EntryKind::Refund && entry.date == last.on;
    let taken = case.own_pool().into_iter().flat_map(|pool| &pool.entries).filter(of_the_day).map(|entry| entry.amount);
    let returned = last.refund.total();
    Some(Finding::ReturnedUnknown { returned, paid_on: last.on, taken: taken.sum::<Money>().min(returned) })
}

/// What the plan paid back of money that is said to have been converted, where some still
/// waits: that may have been part of it.
fn maybe_returned(case: &Case<'_>) -> Option<Finding> {
    let rows = case.record.years.iter().flat_map(|year| &year.returned);
    let unclear = rows.filter(|row| row.kind != ReturnKind::Deferrals && row.converted == Answer::Yes);
    let mut paid = unclear.filter_map(|row| Some((row.excess?, row.paid_on?)));
    let carved = |on: Date| {
        case.pools
            .iter()
            .flat_map(|pool| &pool.distributions)
            .any(|made| made.refunded.total().is_positive() && made.entered.date.year() == on.year())
    };
    let (returned, paid_on) = paid.rfind(|(_, on)| *on <= case.as_of && !carved(*on))?;
    Some(Finding::MaybeReturned { returned, paid_on })
}

/// The plan's rules on how often, how much, and what follows a withdrawal.
fn transfers(case: &Case<'_>, found: &mut Vec<Finding>) {
    let plan = &case.entry.plan;
    let made = case.own_distributions().count();
    if let Some(limit) = plan.transfers_per_year.map(usize::from)
        && made > 0
        && made + 1 >= limit
    {
        found.push(Finding::TransfersUsed { made, limit, year: case.year() });
    }
    if let Some(least) = plan.least_transfer {
        let under = case.own_distributions().filter(|distribution| distribution.entered.amount < least);
        found.extend(days_of(under).map(|days| Finding::UnderLeast { days, least }));
    }
    if plan.suspends_contributions == Answer::Yes {
        let last = case.own_distributions().filter(|distribution| distribution.path != Path::InPlan).last();
        found.extend(last.map(|withdrawal| Finding::Suspended { withdrawn_on: withdrawal.entered.date }));
    }
}

/// The ways that conversions took, against the chosen one and the plan's.
fn ways(case: &Case<'_>, found: &mut Vec<Finding>) {
    let elsewhere = case.distributions.iter().copied().filter(|distribution| is_elsewhere(case, distribution));
    found.extend(days_of(elsewhere).map(|days| Finding::Elsewhere { days }));
    let plan = &case.entry.plan;
    let no_roth_account = plan.roth_deferrals == Answer::No || plan.in_plan_rollover == Answer::No;
    let ruled_out = |distribution: &&Distribution| match distribution.path {
        Path::InPlan => no_roth_account || plan.destination == Destination::RothIra,
        _ => plan.in_service_withdrawal == Answer::No || plan.destination == Destination::Roth401k,
    };
    found.extend(days_of(case.own_distributions().filter(ruled_out)).map(|days| Finding::RuledOut { days }));
}
