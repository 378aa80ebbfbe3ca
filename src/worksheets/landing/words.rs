//! What the findings say.

use super::{Account, Finding};
use crate::date::Date;
use crate::english::counted;
use crate::explain::{Explain, Severity, Words};
use crate::law::citations;
use crate::law::rates::shown::EARLY;
use crate::money::Money;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::NotChosen => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "Choose before the next transfer",
                "The transfer form asks where the money goes, and a conversion cannot be undone. Choose first, and note your reason and the date, so that the form says what you mean.",
            ),
            Self::ChosenClosed { chosen, open } => Words::new(
                Severity::Problem,
                citations::PLAN_DOCUMENT,
                format!("Your plan does not allow {}", chosen.name()),
                format!(
                    "You chose {}, but your answers on the Plan page say that money cannot go there while you have this job.{} Change your choice, or check those answers.",
                    chosen.name(),
                    open.map(|open| format!(" The same answers say that {} is open.", open.name())).unwrap_or_default()
                ),
            ),
            Self::OnlyOne { open } => Words::new(
                Severity::Note,
                citations::PLAN_DOCUMENT,
                format!("Only {} is open", open.name()),
                match open {
                    Account::RothIra => {
                        "The plan makes no conversions inside, so the money can go only to a Roth IRA. There is nothing to choose; the facts below tell you what to expect."
                    }
                    Account::Plan => {
                        "Nothing can leave the plan while you work there, so the money can go only to its own Roth account. There is nothing to choose; once the plan pays out, you can roll that account over to a Roth IRA."
                    }
                },
            ),
            Self::NoneOpen { stopped } => Words::new(
                Severity::Problem,
                citations::PLAN_DOCUMENT,
                "No landing spot is open",
                match stopped {
                    Some(cause) => format!(
                        "{} Money that was converted before stays where it is, and the dates here apply to it.",
                        cause.why()
                    ),
                    None => "Your answers say that money can go neither to a Roth IRA nor to the plan’s Roth account while you work there. Check what you answered on the Plan page about conversions, withdrawals and the destination.".to_owned(),
                },
            ),
            Self::AskFirst { unknown } => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "Ask first what the plan allows",
                format!(
                    "You haven’t found out yet whether money can go to {} while you work there. What a plan says about destinations in general may apply only after you leave, so ask about after-tax money, and about now.",
                    unknown.iter().map(|spot| spot.name()).collect::<Vec<_>>().join(" and to ")
                ),
            ),
            Self::Contradiction { between } => Words::new(
                Severity::Attention,
                citations::DIRECT_ROLLOVER,
                "Two answers about the plan do not fit together",
                between.in_words(),
            ),
            Self::Elsewhere { chosen, amount, conversions, since, in_plan } => Words::new(
                Severity::Attention,
                citations::MOVING_LATER,
                format!("Not all conversions went to {}", chosen.name()),
                format!(
                    "You chose {}, but {amount} of {} went somewhere else. Check the confirmation and your next request.{}",
                    chosen.name(),
                    match conversions {
                        1 => format!("the conversion of {}", since.long()),
                        _ => format!("{conversions} conversions since {}", since.long()),
                    },
                    if *in_plan {
                        " Money in the plan’s Roth account can move to a Roth IRA once the plan pays it out."
                    } else {
                        " Money in a Roth IRA cannot go back into a plan."
                    }
                ),
            ),
            Self::ChosenAfter { chosen_on, conversions } => Words::new(
                Severity::Note,
                citations::PLAN_DOCUMENT,
                "You chose after the first conversion of the year",
                format!(
                    "You chose on {}, after {} of the year. What landed before that stays where it is; your choice applies to the transfers since.",
                    chosen_on.long(),
                    counted(*conversions, "conversion", "conversions")
                ),
            ),
            Self::Undated { year } => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "Add the date of your choice",
                format!("With the date, only conversions after your choice are compared with it. Without it, all conversions of {year} are."),
            ),
            Self::DatedAhead { chosen_on } => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "The date of your choice is in the future",
                format!(
                    "You entered {}. Enter the day you chose; until then, no conversion is compared with your choice.",
                    chosen_on.long()
                ),
            ),
            Self::RothIraNotStarted { would_start, met_on, outlasts_59_and_a_half } => Words::new(
                if *outlasts_59_and_a_half { Severity::Attention } else { Severity::Note },
                citations::ROTH_IRA_CLOCK,
                "Start the Roth IRA’s clock",
                format!(
                    "You entered no first year for a Roth IRA. Any amount starts its five years, even a small one: if they begin in {would_start}, they end on {}. This matters even if you choose the plan, because a later rollover to a Roth IRA goes by this clock. Direct contributions have an income limit; a rollover has none.",
                    on(*met_on)
                ),
            ),
            Self::PlanClockAtLeaving { met_on, roth_ira } => Words::new(
                Severity::Attention,
                citations::ROTH_ACCOUNT_CLOCK,
                "The plan’s clock is not met yet",
                format!(
                    "Its five years end on {}. They keep running after you leave, as long as the money stays in the plan. If you roll it over to a Roth IRA, the plan’s years are lost and the Roth IRA’s count instead; those end on {}{}.",
                    on(*met_on),
                    on(roth_ira.met_on),
                    if roth_ira.started() { String::new() } else { format!(" if they begin in {}", roth_ira.since) }
                ),
            ),
            Self::NeededEarlyInPlan { only_the_plan } => Words::new(
                Severity::Attention,
                citations::ROTH_ACCOUNT_PRO_RATA,
                "Money you may need early would be in the plan",
                if *only_the_plan {
                    "You may need the money before 59½, but your plan allows only its own Roth account. Ask when it pays from that account while you work there. If it doesn’t, don’t contribute money you may need soon."
                } else {
                    "You may need the money before 59½, but you chose the plan’s Roth account. Each payment from it carries a share of earnings, which is income. After-tax money that you could withdraw before a conversion inside the plan often stays available after it: ask before the next transfer when the plan pays."
                },
            ),
            Self::LeavingFrom55 { from, chose_roth_ira } => Words::new(
                if *chose_roth_ira { Severity::Attention } else { Severity::Note },
                citations::LEAVING_FROM_55,
                "Leaving at 55 or later favors the plan",
                format!(
                    "If you leave on or after {}, payments from this plan carry no {EARLY} tax before 59½; payments from an IRA do. Earnings are still income. The rule covers only money that is still in this plan. Ask whether the plan pays in installments: some pay all or nothing.",
                    on(*from)
                ),
            ),
            Self::RequiredDistributions => Words::new(
                Severity::Note,
                citations::NO_LIFETIME_DISTRIBUTIONS,
                "One reason in the guide no longer holds",
                "The guide says that a Roth IRA has no required distributions for its owner, as if a Roth 401(k) had them. Until 2023 it did. Since 2024 neither has any during the owner’s life, so this favors neither.",
            ),
            Self::UnderRecapture { open, parts, roth_ira } => {
                let parts = match parts.as_slice() {
                    [_] => String::new(),
                    [(first, taxable), rest @ ..] => {
                        let later: Money = rest.iter().map(|(_, taxable)| *taxable).sum();
                        format!(" For the conversion of {}, that is {taxable}; for later ones, {later}.", first.long())
                    }
                    [] => String::new(),
                };
                let before = if *roth_ira { " Regular contributions to a Roth IRA come out before any conversion." } else { "" };
                Words::new(
                    Severity::Note,
                    citations::CONVERSION_RECAPTURE,
                    format!("{EARLY} tax on the first {} of conversions if taken out early", open.taxable),
                    format!(
                        "The part of each conversion that was taxable comes out first, starting with the oldest conversion.{parts} If you take it out before {}, before age 59½ and without an exception such as disability, it costs a {EARLY} tax: {} at most.{before} The after-tax part never does.",
                        on(open.until),
                        open.tax
                    ),
                )
            }
            Self::OwnPlan => Words::new(
                Severity::Note,
                citations::OUTSIDE_ERISA,
                "A plan of your own has less protection from creditors",
                "A plan that covers only an owner and spouse is not under the federal law that keeps creditors away from plans (ERISA). In bankruptcy it is safe anyway; outside bankruptcy your state’s law decides, just as for a Roth IRA.",
            ),
            Self::Lends => Words::new(
                Severity::Note,
                citations::LOANS,
                "Your plan offers loans; a Roth IRA cannot",
                "Money you move to a Roth IRA no longer counts toward what the plan may lend you. Ask whether the plan lends from its Roth account.",
            ),
            Self::Suspends { chose_roth_ira } => Words::new(
                if *chose_roth_ira { Severity::Attention } else { Severity::Note },
                citations::PLAN_DOCUMENT,
                "A withdrawal to a Roth IRA suspends your contributions",
                "You said that the plan stops contributions after a withdrawal. Before you send money to a Roth IRA, ask for how long, and whether you lose match. A conversion inside the plan is not such a withdrawal.",
            ),
            Self::ReturnedUnknown { returned, paid_on } => Words::new(
                Severity::Attention,
                citations::YOUR_LEDGER,
                format!("Had the {returned} that came back been converted?"),
                format!(
                    "The plan returned {returned} on {}. If that money had been converted before, less of your conversions is left in the Roth account than this page shows. Answer the question on the Tax forms page.",
                    paid_on.long()
                ),
            ),
            Self::EarlierInLedger { account, entered, ledger } => Words::new(
                Severity::Attention,
                match account {
                    Account::RothIra => citations::ROTH_IRA_CLOCK,
                    Account::Plan => citations::ROTH_ACCOUNT_CLOCK,
                },
                format!("Check the first year of {}", account.name()),
                format!(
                    "You entered {entered}, but the ledger has a conversion that reached {} in {ledger}. The earlier year counts here.",
                    account.name()
                ),
            ),
        }
    }
}

/// A day in a sentence.
pub(super) fn on(day: Option<Date>) -> String {
    day.map_or_else(|| "a day after 2199".to_owned(), Date::long)
}
