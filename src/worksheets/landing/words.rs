//! What the findings say, and what accounts, clocks and ways are called.

use serde::{Serialize, Serializer};

use super::{Account, Clock, Contradiction, Finding, Went};
use crate::date::Date;
use crate::english::counted;
use crate::explain::{Explain, Severity, Words};
use crate::law::citations;
use crate::law::rates::shown::EARLY;
use crate::money::Money;
use crate::record::PlanName;
use crate::worksheets::feasibility::Cause;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::NotChosen => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "Choose before the next transfer",
                "The form for a transfer asks where the money goes, and a conversion cannot be undone. Choose the spot first, and note your reason and the date, so that the form says what you mean.",
            ),
            Self::ChosenClosed { chosen, open } => Words::new(
                Severity::Problem,
                citations::PLAN_DOCUMENT,
                format!("Your plan does not allow {}", chosen.name()),
                format!(
                    "You chose {}, and by your answers in the Plan worksheet money cannot go there while you work there.{} Change the choice, or check the answers.",
                    chosen.name(),
                    open.map(|open| format!(" By the same answers {} is open.", open.name())).unwrap_or_default()
                ),
            ),
            Self::OnlyOne { open } => Words::new(
                Severity::Note,
                citations::PLAN_DOCUMENT,
                format!("Only {} is open", open.name()),
                match open {
                    Account::RothIra => {
                        "The plan converts nothing inside, so that the money can go to a Roth IRA only. There is nothing to choose; the facts tell what to expect."
                    }
                    Account::Plan => {
                        "Nothing can leave the plan while you work there, so that the money can go to its own Roth account only. There is nothing to choose; once the plan pays out, you can roll that account over to a Roth IRA."
                    }
                },
            ),
            Self::NoneOpen { stopped } => Words::new(
                Severity::Problem,
                citations::PLAN_DOCUMENT,
                "No landing spot is open",
                match stopped {
                    Some(cause) => format!(
                        "{} What was converted before stays where it is, and the dates here hold for it.",
                        cause.why()
                    ),
                    None => "By your answers money can go neither to a Roth IRA nor to the plan’s Roth account while you work there. Check the answers about the ways out and the destination in the Plan worksheet.".to_owned(),
                },
            ),
            Self::AskFirst { unknown } => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "Ask first what the plan allows",
                format!(
                    "It is not known yet whether money can go to {} while you work there. What a plan says about its destinations in general may hold only after you leave; ask about the after-tax money, and about now.",
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
                    "You chose {}, and {amount} of {} went elsewhere. Check the confirmation and your next request.{}",
                    chosen.name(),
                    match conversions {
                        1 => format!("the conversion of {}", since.long()),
                        _ => format!("{conversions} conversions since {}", since.long()),
                    },
                    if *in_plan {
                        " Money in the plan’s Roth account can follow to a Roth IRA once the plan pays it out."
                    } else {
                        " What is in a Roth IRA cannot come back into a plan."
                    }
                ),
            ),
            Self::ChosenAfter { chosen_on, conversions } => Words::new(
                Severity::Note,
                citations::PLAN_DOCUMENT,
                "The choice came after the first conversion of the year",
                format!(
                    "You chose on {}, after {} of the year. What landed before stays where it is; the choice holds for the transfers since.",
                    chosen_on.long(),
                    counted(*conversions, "conversion", "conversions")
                ),
            ),
            Self::Undated { year } => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "Add the date of your choice",
                format!("With it, only conversions after your choice are compared. Without it, all of {year} are."),
            ),
            Self::DatedAhead { chosen_on } => Words::new(
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "The date of your choice lies ahead",
                format!(
                    "You gave {}. Enter the day on which you chose; until then no conversion is compared with the choice.",
                    chosen_on.long()
                ),
            ),
            Self::RothIraNotStarted { would_start, met_on, outlasts_59_and_a_half } => Words::new(
                if *outlasts_59_and_a_half { Severity::Attention } else { Severity::Note },
                citations::ROTH_IRA_CLOCK,
                "Start the Roth IRA’s clock",
                format!(
                    "You entered no first year of a Roth IRA. Any amount starts its five years, even a small one: begun in {would_start}, they are over on {}. It matters even if you choose the plan, since a later rollover to a Roth IRA goes by this clock. Direct contributions have an income limit; a rollover has none.",
                    on(*met_on)
                ),
            ),
            Self::PlanClockAtLeaving { met_on, roth_ira } => Words::new(
                Severity::Attention,
                citations::ROTH_ACCOUNT_CLOCK,
                "The plan’s clock is not met yet",
                format!(
                    "Its five years are over on {}. They go on running after you leave, as long as the money stays in the plan. If you roll it over to a Roth IRA, the plan’s years are lost and those of the Roth IRA count, which are over on {}{}.",
                    on(*met_on),
                    on(roth_ira.met_on),
                    if roth_ira.started() { String::new() } else { format!(" if they begin in {}", roth_ira.since) }
                ),
            ),
            Self::NeededEarlyInPlan { only_the_plan } => Words::new(
                Severity::Attention,
                citations::ROTH_ACCOUNT_PRO_RATA,
                "Money that you may need early would be in the plan",
                if *only_the_plan {
                    "You may need the money before 59½, and your plan allows its own Roth account only. Ask when it pays from that account while you work there; if it does not, keep what you may need soon out of this."
                } else {
                    "You may need the money before 59½, and chose the plan’s Roth account. From there each payment carries a share of earnings, which is income. After-tax money that you could withdraw before often stays available after a conversion inside the plan: ask when the plan pays before the next transfer."
                },
            ),
            Self::LeavingFrom55 { from, chose_roth_ira } => Words::new(
                if *chose_roth_ira { Severity::Attention } else { Severity::Note },
                citations::LEAVING_FROM_55,
                "Leaving from 55 on speaks for the plan",
                format!(
                    "If you leave on or after {}, this plan’s payments bear no {EARLY} tax before 59½; those of an IRA do. Earnings are still income. It holds for money that is still in this plan, and ask whether it pays in parts: some pay all or nothing.",
                    on(*from)
                ),
            ),
            Self::RequiredDistributions => Words::new(
                Severity::Note,
                citations::NO_LIFETIME_DISTRIBUTIONS,
                "One reason in the guide no longer holds",
                "The guide says that a Roth IRA has no required distributions for its owner, as if a Roth 401(k) had them. Until 2023 it did. Since 2024 neither has any while the owner lives, so this speaks for neither.",
            ),
            Self::UnderRecapture { open, parts, roth_ira } => {
                let parts = match parts.as_slice() {
                    [_] => String::new(),
                    [(first, taxable), rest @ ..] => {
                        let later: Money = rest.iter().map(|(_, taxable)| *taxable).sum();
                        format!(" Of the conversion of {}, that is {taxable}; of later ones, {later}.", first.long())
                    }
                    [] => String::new(),
                };
                let before = if *roth_ira { " Regular contributions to a Roth IRA come out before any conversion." } else { "" };
                Words::new(
                    Severity::Note,
                    citations::CONVERSION_RECAPTURE,
                    format!("{EARLY} on the first {} of conversions that comes out early", open.taxable),
                    format!(
                        "Of each conversion the part that was taxable comes out first, the oldest conversion before the next.{parts} Taken out before {}, before age 59½ and without an exception such as disability, it bears a tax of {EARLY}: {} at most.{before} The after-tax part never bears it.",
                        on(open.until),
                        open.tax
                    ),
                )
            }
            Self::OwnPlan => Words::new(
                Severity::Note,
                citations::OUTSIDE_ERISA,
                "A plan of your own has less protection from creditors",
                "A plan that covers only an owner and spouse is not under the federal law that keeps creditors away from plans (ERISA). In bankruptcy it is safe all the same; outside bankruptcy your state’s law decides, for it as for a Roth IRA.",
            ),
            Self::Lends => Words::new(
                Severity::Note,
                citations::LOANS,
                "Your plan lends, a Roth IRA cannot",
                "What leaves for a Roth IRA no longer counts toward what the plan may lend you. Ask whether the plan lends out of its Roth account.",
            ),
            Self::Suspends { chose_roth_ira } => Words::new(
                if *chose_roth_ira { Severity::Attention } else { Severity::Note },
                citations::PLAN_DOCUMENT,
                "A withdrawal to a Roth IRA suspends your contributions",
                "By your answers the plan stops contributions after a withdrawal. Ask for how long, and whether match is lost, before you send money to a Roth IRA. A conversion inside the plan is no such withdrawal.",
            ),
            Self::EarlierInLedger { account, entered, ledger } => Words::new(
                Severity::Attention,
                match account {
                    Account::RothIra => citations::ROTH_IRA_CLOCK,
                    Account::Plan => citations::ROTH_ACCOUNT_CLOCK,
                },
                format!("Check the first year of {}", account.name()),
                format!(
                    "You entered {entered}, and the ledger has a conversion that reached {} in {ledger}. The earlier year counts here.",
                    account.name()
                ),
            ),
        }
    }
}

impl Account {
    /// What a sentence calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RothIra => "the Roth IRA",
            Self::Plan => "the plan’s Roth account",
        }
    }
}

impl Clock {
    /// What the account is called.
    #[must_use]
    pub fn name(&self) -> String {
        match self.account {
            Account::RothIra => "Roth IRA".to_owned(),
            Account::Plan => match &self.plan {
                PlanName::ThisJob => "This plan’s Roth account".to_owned(),
                PlanName::Named(plan) => format!("Roth account of {plan}"),
            },
        }
    }

    /// Since when, and when it is met, in a sentence.
    #[must_use]
    pub fn says(&self) -> String {
        let met_on = on(self.met_on);
        match (self.started(), self.met) {
            (false, _) => format!("Not started; with the first dollar in {}, it is met on {met_on}.", self.since),
            (true, true) => format!("Started with {}, and met since {met_on}.", self.since),
            (true, false) => format!("Started with {}, and met on {met_on}.", self.since),
        }
    }
}

impl Contradiction {
    /// The two answers, and what counts until the person knows which is right.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::RothIraWithoutWithdrawal => {
                "You answered that money can go to a Roth IRA, and that none can leave the plan while you work there. Until you know, the Roth IRA counts as closed."
            }
            Self::PlanRothWithoutDeferrals => {
                "You answered that money can go to the plan’s Roth account, and that the plan takes no Roth deferrals. Without Roth deferrals a plan has no Roth account, so it counts as closed until you know."
            }
            Self::PlanRothWithoutConversion => {
                "You answered that money can go to the plan’s Roth account, and that none can be converted inside the plan. Until you know, that account counts as closed."
            }
            Self::WithdrawalWithoutRothIra => {
                "You answered that after-tax money can leave the plan while you work there, and that it can go only to the plan’s Roth account. A plan that pays money out must offer a direct rollover to an IRA, so ask which answer is right."
            }
            Self::ConversionWithoutPlanRoth => {
                "You answered that money can be converted inside the plan, and that it can go only to a Roth IRA. Ask which answer is right."
            }
        }
    }
}

impl Went {
    /// It as a table shows it.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::PlanRoth => "The plan’s Roth account",
            Self::RothIra => "A Roth IRA",
            Self::PreTax => "A pre-tax account",
            Self::RothIraAndPreTax => "A Roth IRA, its earnings to a pre-tax account",
            Self::PaidOut => "Paid to you, and not rolled over",
            Self::PartlyPaidOut => "Paid to you, and this part not rolled over",
            Self::PaidOutThenRothIra => "Paid to you, then to a Roth IRA",
        }
    }
}

/// A day in a sentence.
pub(super) fn on(day: Option<Date>) -> String {
    day.map_or_else(|| "a day after 2199".to_owned(), Date::long)
}

// Results for scripts have these in words.

impl Serialize for Contradiction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.in_words())
    }
}

impl Serialize for Went {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.in_words())
    }
}

/// Why the plan cannot do it at all, in a sentence.
pub(super) fn why<S: Serializer>(stopped: &Option<Cause>, serializer: S) -> Result<S::Ok, S::Error> {
    stopped.map(Cause::why).serialize(serializer)
}
