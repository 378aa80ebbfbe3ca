//! Findings on waiting, and on the plan's own rules for conversions.

use super::{Code, Findings, days_of};
use crate::explain::Severity;
use crate::law::citations;
use crate::money::{Money, Overflow};
use crate::record::{Answer, Destination, Path, TransferTiming};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::conversions::conversion::is_elsewhere;
use crate::worksheets::conversions::waiting::{PlanWaiting, Waiting};
use crate::worksheets::ledger::Distribution;

/// How many days money may wait in a plan whose timing is not known.
const PATIENCE: i32 = 38;

pub(super) fn findings(case: &Case<'_>, waiting: &Waiting, found: &mut Findings) -> Result<(), Overflow> {
    too_long(case, waiting, found)?;
    transfers(case, found);
    ways(case, found);
    let earlier = |made: &&Distribution| made.oldest.is_some_and(|oldest| oldest.year() < case.year());
    if let Some(days) = days_of(case.distributions.iter().copied().filter(earlier)) {
        found.add(
            Code::EarlierMoney,
            Severity::Note,
            citations::YEAR_OF_CONVERSION,
            format!("Money of an earlier year counts in {}", case.year()),
            format!(
                "The conversion of {days} holds contributions of an earlier year. That does not matter: a conversion is reported and its earnings are taxed in the calendar year in which it is made, here {}.",
                case.year()
            ),
        );
    }
    Ok(())
}

fn too_long(case: &Case<'_>, waiting: &Waiting, found: &mut Findings) -> Result<(), Overflow> {
    let waited = |plan: &PlanWaiting| plan.since.map_or(0, |since| case.as_of.day_number() - since.day_number());
    let automatic = case.entry.plan.transfer_timing == TransferTiming::Automatic;
    let (mut longest, mut amount, mut since) = (0, Money::ZERO, None);
    for plan in &waiting.plans {
        let own = plan.plan.is_empty();
        let days = waited(plan);
        let value = plan.basis.plus(plan.growth)?;
        if days <= if own { case.patience() } else { PATIENCE } {
            continue;
        }
        if own && automatic {
            found.add(
                Code::AutomaticMissing,
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "The automatic conversion has not happened",
                format!(
                    "Your plan converts each contribution by itself, but by the ledger {value} has waited for {days} days. Either conversions are missing in the ledger, or the automatic conversion is not switched on for the after-tax source. Look at the plan’s web site, and call if it is off."
                ),
            );
            continue;
        }
        amount = amount.plus(value)?;
        if days > longest {
            (longest, since) = (days, plan.since);
        }
    }
    if let Some(since) = since {
        let growth = if waiting.growth.is_positive() {
            format!(" So far {} of growth on it would be taxable.", waiting.growth)
        } else {
            String::new()
        };
        found.add(
            Code::WaitsTooLong,
            Severity::Attention,
            citations::CONVERSION_INCOME,
            format!("{amount} waits too long"),
            format!(
                "The oldest of it has waited since {}, {longest} days.{growth} All that it earns until it moves is taxed as income, instead of never. To let it sit is the guide’s third common mistake.",
                since.long()
            ),
        );
    }
    Ok(())
}

fn transfers(case: &Case<'_>, found: &mut Findings) {
    let plan = &case.entry.plan;
    let made = case.own_distributions().count();
    if let Some(limit) = plan.transfers_per_year.map(usize::from).filter(|limit| made > 0 && made + 1 >= *limit) {
        let year = case.year();
        let (severity, title, text) = if made > limit {
            (
                Severity::Problem,
                format!("{made} conversions, where the plan allows {limit} a year"),
                "Either the plan’s answer is wrong, or a row is no conversion of its own. Plans often count one request as one, whatever parts it is paid in.".to_owned(),
            )
        } else if made == limit {
            (
                Severity::Attention,
                format!("All {limit} conversions of {year} are used"),
                format!(
                    "What comes in from now on waits until {}. Ask whether the plan counts by the calendar year.",
                    year.saturating_add(1)
                ),
            )
        } else {
            (
                Severity::Attention,
                format!("One conversion of {year} is left"),
                format!(
                    "The plan allows {limit} a year, and {made} are made. Keep the last one for after the year’s last contribution."
                ),
            )
        };
        found.add(Code::TransfersUsed, severity, citations::PLAN_DOCUMENT, title, text);
    }
    let under = |made: &&Distribution| plan.least_transfer.is_some_and(|least| made.entered.amount < least);
    if let (Some(days), Some(least)) = (days_of(case.own_distributions().filter(under)), plan.least_transfer) {
        found.add(
            Code::UnderLeast,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            format!("A conversion is under the plan’s least amount of {least}"),
            format!(
                "That of {days} is smaller than the plan takes, by your answers. Check the amount, and the plan’s rule."
            ),
        );
    }
    let withdrawal = case.own_distributions().filter(|made| made.entered.path != Path::InPlan).last();
    if let Some(made) = withdrawal.filter(|_| plan.suspends_contributions == Answer::Yes) {
        found.add(
            Code::Suspended,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "Contributions are suspended after a withdrawal",
            format!(
                "By your answers the plan takes none for a while after a withdrawal, the last one being of {}. Ask until when, and whether the match is lost meanwhile. A conversion inside the plan is usually no withdrawal.",
                made.entered.date.long()
            ),
        );
    }
}

/// The ways that conversions took, against the chosen one and the plan's.
fn ways(case: &Case<'_>, found: &mut Findings) {
    let elsewhere = case.distributions.iter().copied().filter(|made| is_elsewhere(case, made));
    if let Some(days) = days_of(elsewhere) {
        found.add(
            Code::Elsewhere,
            Severity::Attention,
            citations::YOUR_LEDGER,
            "A conversion went elsewhere than you chose",
            format!(
                "That of {days} did not go to the landing spot that you had chosen by then. If it was meant so, change the choice on the Landing spot page, with the reason; if not, tell the plan before the next one. A conversion cannot be undone."
            ),
        );
    }
    let plan = &case.entry.plan;
    let no_roth_account = plan.roth_deferrals == Answer::No || plan.in_plan_rollover == Answer::No;
    let ruled_out = |made: &&Distribution| match made.entered.path {
        Path::InPlan => no_roth_account || plan.destination == Destination::RothIra,
        _ => plan.in_service_withdrawal == Answer::No || plan.destination == Destination::Roth401k,
    };
    if let Some(days) = days_of(case.own_distributions().filter(ruled_out)) {
        found.add(
            Code::RuledOut,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "By your answers the plan does not allow this way",
            format!(
                "The conversion of {days} took a way that the Plan page has as closed. One of the two is wrong: check how the money really moved, because Form 1099-R depends on it. After you have left the employer, a payment out of the plan is always possible."
            ),
        );
    }
}
