//! What the findings of the review say.

use super::{Finding, JobChange, Mistake};
use crate::english::{counted, listed};
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Severity, Words};
use crate::law::citations;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::TakenForGranted { mistake } => of_mistake(Problem, *mistake),
            Self::TotalLimit { mistake } | Self::IraRule { mistake } | Self::Boxes10And11 { mistake } => {
                of_mistake(Problem, *mistake)
            }
            Self::Waiting { mistake } | Self::StaleLimits { mistake } => of_mistake(Attention, *mistake),
            Self::CatchUpByAge { mistake } => of_mistake(Note, *mistake),
            Self::Overdue { count, first, by } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                format!("{} overdue", counted(*count, "thing is", "things are")),
                format!("First: {first}. It was due by {}.", by.long()),
            ),
            Self::JobChanged { change } => Words::new(
                Attention,
                citations::EACH_EMPLOYER,
                "Tell your new payroll what you deferred elsewhere",
                changed(change),
            ),
            Self::OldPlanWaits { plan, amount } => Words::new(
                Attention,
                citations::SPLIT_ROLLOVER,
                format!("{amount} of after-tax money waits in {plan}"),
                "Before that plan pays out or moves anywhere, ask for a direct rollover in two parts: after-tax contributions to a Roth IRA, their earnings to a traditional IRA or the new plan. Then nothing is taxed. Once all of it is in a traditional IRA, the IRA pro-rata rule does apply.",
            ),
            Self::NextYear { next } => Words::new(
                Attention,
                citations::NO_CARRYING_OVER,
                format!("{next} is near: set its elections now"),
                format!(
                    "Choose {next} on the Room page. The plan’s rules carry over; you enter pay and elections again. What this year leaves unused is lost."
                ),
            ),
            Self::NextLimits { next, known } => Words::new(
                Note,
                citations::LIMITS_PUBLISHED,
                format!("The limits of {next} are not official here"),
                if *known {
                    "They are worked out from published prices with the law’s own formula. Check them against the IRS notice."
                } else {
                    "They are not known to this planner yet."
                },
            ),
            Self::BackdoorTaxed { backdoor } => Words::new(
                Attention,
                citations::BACKDOOR_IRA,
                "A backdoor Roth IRA would be taxed in part",
                format!(
                    "Of {} converted, {} would be income, because {} of other IRA money counts with it. Pre-tax IRA money that moves into your plan before December 31 no longer counts. The plan’s after-tax money is untouched by this rule.",
                    backdoor.contribution,
                    backdoor.taxable.unwrap_or_default(),
                    backdoor.others.unwrap_or_default()
                ),
            ),
            Self::WhatElse { cause } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Your plan can’t do this. What else there is",
                format!(
                    "{} The table of what else you could do has this year’s figures, in order of use.",
                    cause.why()
                ),
            ),
            Self::YearMissing { missing } => Words::new(
                Note,
                citations::YOUR_LEDGER,
                format!("{missing} is not in your record"),
                "Basis and five-year clocks carry on from year to year. Enter that year’s ledger, or an opening balance for the year after it.",
            ),
        }
    }
}

fn of_mistake(severity: Severity, mistake: Mistake) -> Words {
    let kind = mistake.kind;
    Words::new(severity, kind.citation(), kind.title(), format!("{} {}", mistake.says(), kind.fix()))
}

fn changed(change: &JobChange) -> String {
    let mut said = Vec::new();
    if change.deferred_elsewhere.is_positive() {
        said.push(format!(
            "{} was deferred at other employers. It counts toward your one deferral limit, and payroll here doesn’t know about it.",
            change.deferred_elsewhere
        ));
    } else {
        said.push("If you deferred at another employer this year, it counts toward your one deferral limit: enter that job on the Room page.".to_owned());
    }
    if let Some(left) = change.deferrals_left {
        said.push(format!("{left} of deferrals is left."));
    }
    if let Some(limit) = change.limit {
        said.push(format!("Additions at another employer use nothing here: this plan’s full limit is {limit}."));
    }
    let plans: Vec<&str> = change.waiting.iter().map(|(plan, _)| plan.as_str()).collect();
    if !plans.is_empty() {
        said.push(format!("After-tax money still waits in {}.", listed(plans)));
    }
    said.join(" ")
}
