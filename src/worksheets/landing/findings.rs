//! What the worksheet finds in the answers and the ledger, each under a stable code.
//!
//! | code | finding | when |
//! |---|---|---|
//! | L01 | nothing is chosen yet | no spot, and both are or may be open |
//! | L02 | the plan does not allow the spot chosen | a spot, and it is surely closed |
//! | L03 | only one spot is open | one is, the other is not |
//! | L04 | no spot is open | the plan cannot do it, or both are closed |
//! | L05 | ask first what the plan allows | of some spot it is not known |
//! | L06 | two answers about the plan contradict each other | the destination and a way out |
//! | L07 | conversions went elsewhere than chosen | after the choice, from this plan |
//! | L08 | the choice came after conversions of the year | its date is later than theirs |
//! | L09 | the choice has no date | a spot without a date |
//! | L10 | the choice lies ahead | its date is later than today |
//! | L11 | the Roth IRA's clock has not started | no first year, none in the ledger |
//! | L12 | the plan's clock is not met, and leaving is planned | leaving from 55 on: yes |
//! | L13 | money needed early goes, or must go, to the plan | needed before 59½: yes |
//! | L14 | leaving from 55 on speaks for the plan | leaving from 55 on: yes |
//! | L15 | the guide's point on required distributions no longer holds | always |
//! | L16 | taxable parts of conversions are under the 10% tax | within five years, under 59½ |
//! | L17 | a plan of one's own is not under ERISA | solo 401(k), or own business |
//! | L18 | the plan lends | loans: yes |
//! | L19 | a withdrawal to a Roth IRA suspends contributions | suspension: yes, Roth IRA not closed |
//! | L20 | the ledger shows an earlier first year than entered | for the Roth IRA or this plan |

use serde::Serialize;

use super::clocks::{StartedBy, first_year};
use super::facts::Protection;
use super::{Account, Basis, dates};
use crate::explain::{Finding, Severity};
use crate::law::{Citation, citations};
use crate::money::{Money, Overflow};
use crate::record::Answer;

/// The code of a finding; the module's table says what each stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// Nothing is chosen yet.
    #[serde(rename = "L01")]
    NotChosen,
    /// The plan does not allow the spot chosen.
    #[serde(rename = "L02")]
    ChosenClosed,
    /// Only one spot is open.
    #[serde(rename = "L03")]
    OnlyOne,
    /// No spot is open.
    #[serde(rename = "L04")]
    NoneOpen,
    /// Ask first what the plan allows.
    #[serde(rename = "L05")]
    AskFirst,
    /// Two answers contradict each other.
    #[serde(rename = "L06")]
    Contradiction,
    /// Conversions went elsewhere.
    #[serde(rename = "L07")]
    Elsewhere,
    /// The choice came after conversions.
    #[serde(rename = "L08")]
    ChosenAfter,
    /// The choice has no date.
    #[serde(rename = "L09")]
    Undated,
    /// The choice lies ahead.
    #[serde(rename = "L10")]
    DatedAhead,
    /// The Roth IRA's clock has not started.
    #[serde(rename = "L11")]
    RothIraNotStarted,
    /// The plan's clock is not met, and leaving is planned.
    #[serde(rename = "L12")]
    PlanClockAtLeaving,
    /// Money needed early goes to the plan.
    #[serde(rename = "L13")]
    NeededEarlyInPlan,
    /// Leaving from 55 on speaks for the plan.
    #[serde(rename = "L14")]
    LeavingFrom55,
    /// Required distributions are no reason any more.
    #[serde(rename = "L15")]
    RequiredDistributions,
    /// Taxable parts are under the 10% tax.
    #[serde(rename = "L16")]
    UnderRecapture,
    /// A plan of one's own is not under ERISA.
    #[serde(rename = "L17")]
    OwnPlan,
    /// The plan lends.
    #[serde(rename = "L18")]
    Lends,
    /// A withdrawal suspends contributions.
    #[serde(rename = "L19")]
    Suspends,
    /// The ledger shows an earlier first year.
    #[serde(rename = "L20")]
    EarlierInLedger,
}

/// The findings so far, as they come.
struct Findings(Vec<Finding<Code>>);

impl Findings {
    fn add(
        &mut self,
        code: Code,
        severity: Severity,
        citation: Citation,
        title: impl Into<String>,
        text: impl Into<String>,
    ) {
        let (title, text, readings) = (title.into(), text.into(), Vec::new());
        let place = self.0.partition_point(|finding| finding.severity <= severity);
        self.0.insert(place, Finding { code, severity, title, text, citation, readings });
    }
}

pub(super) fn findings(basis: &Basis<'_>) -> Result<Vec<Finding<Code>>, Overflow> {
    let mut found = Findings(Vec::new());
    of_the_plan(basis, &mut found);
    of_the_choice(basis, &mut found)?;
    of_the_clocks(basis, &mut found);
    of_the_person(basis, &mut found);
    Ok(found.0)
}

fn of_the_plan(basis: &Basis<'_>, found: &mut Findings) {
    let allowed = basis.allowed;
    if let Some(why) = allowed.stopped {
        found.add(
            Code::NoneOpen,
            Severity::Problem,
            citations::PLAN_DOCUMENT,
            "No landing spot is open",
            format!("{why} What was converted before stays where it is, and the dates here hold for it."),
        );
    } else if allowed.closed() {
        found.add(
            Code::NoneOpen,
            Severity::Problem,
            citations::PLAN_DOCUMENT,
            "No landing spot is open",
            "By your answers money can go neither to a Roth IRA nor to the plan’s Roth account while you work there. Check the answers about the ways out and the destination in the Plan worksheet.",
        );
    }
    if let Some(only) = allowed.only() {
        let text = match only {
            Account::RothIra => {
                "The plan converts nothing inside, so that the money can go to a Roth IRA only. There is nothing to choose; the facts tell what to expect."
            }
            Account::Plan => {
                "Nothing can leave the plan while you work there, so that the money can go to its own Roth account only. There is nothing to choose; once the plan pays out, you can roll that account over to a Roth IRA."
            }
        };
        found.add(
            Code::OnlyOne,
            Severity::Note,
            citations::PLAN_DOCUMENT,
            format!("Only {} is open", only.name()),
            text,
        );
    }
    let unknown: Vec<&str> = allowed.unknown().map(Account::name).collect();
    if !unknown.is_empty() {
        found.add(
            Code::AskFirst,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "Ask first what the plan allows",
            format!(
                "It is not known yet whether money can go to {} while you work there. What a plan says about its destinations in general may hold only after you leave; ask about the after-tax money, and about now.",
                unknown.join(" and to ")
            ),
        );
    }
    if let Some(contradiction) = allowed.contradiction {
        found.add(
            Code::Contradiction,
            Severity::Attention,
            citations::DIRECT_ROLLOVER,
            "Two answers about the plan do not fit together",
            contradiction,
        );
    }
    if basis.entry.plan.suspends_contributions == Answer::Yes && allowed.roth_ira != Answer::No {
        let chosen = basis.chosen() == Some(Account::RothIra);
        found.add(
            Code::Suspends,
            if chosen { Severity::Attention } else { Severity::Note },
            citations::PLAN_DOCUMENT,
            "A withdrawal to a Roth IRA suspends your contributions",
            "By your answers the plan stops contributions after a withdrawal. Ask for how long, and whether match is lost, before you send money to a Roth IRA. A conversion inside the plan is no such withdrawal.",
        );
    }
}

fn of_the_choice(basis: &Basis<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let allowed = basis.allowed;
    let Some(choice) = &basis.choice else {
        if !allowed.closed() && allowed.only().is_none() {
            found.add(
                Code::NotChosen,
                Severity::Attention,
                citations::PLAN_DOCUMENT,
                "Choose before the next transfer",
                "The form for a transfer asks where the money goes, and a conversion cannot be undone. Choose the spot first, and note your reason and the date, so that the form says what you mean.",
            );
        }
        return Ok(());
    };
    let name = choice.account.name();
    if choice.allowed == Answer::No {
        let instead = match allowed.only() {
            Some(only) => format!(" By the same answers {} is open.", only.name()),
            None => String::new(),
        };
        found.add(
            Code::ChosenClosed,
            Severity::Problem,
            citations::PLAN_DOCUMENT,
            format!("Your plan does not allow {name}"),
            format!("You chose {name}, and by your answers in the Plan worksheet money cannot go there while you work there.{instead} Change the choice, or check the answers."),
        );
    }
    if let (Some(first), count) = (choice.elsewhere.first(), choice.elsewhere.len()) {
        let sum = Money::sum(choice.elsewhere.iter().map(|elsewhere| elsewhere.amount))?;
        let which = match count {
            1 => format!("{sum} of the conversion of {}", first.date.long()),
            _ => format!("{sum} of {count} conversions since {}", first.date.long()),
        };
        found.add(
            Code::Elsewhere,
            Severity::Attention,
            citations::MOVING_LATER,
            format!("Not all conversions went to {name}"),
            format!("You chose {name}, and {which} went elsewhere. Check the confirmation and your next request. Money in the plan’s Roth account can follow to a Roth IRA once the plan pays it out; from a Roth IRA there is no way back."),
        );
    }
    match choice.chosen_on {
        None => found.add(
            Code::Undated,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "Add the date of your choice",
            format!("With it, only conversions after your choice are compared. Without it, all of {} are.", basis.entry.year),
        ),
        Some(chosen_on) if chosen_on > basis.today => found.add(
            Code::DatedAhead,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "The date of your choice lies ahead",
            format!("You gave {}. Enter the day on which you chose; until then no conversion is compared with the choice.", chosen_on.long()),
        ),
        Some(chosen_on) if choice.conversions_before > 0 => found.add(
            Code::ChosenAfter,
            Severity::Note,
            citations::PLAN_DOCUMENT,
            "The choice came after the first conversion of the year",
            format!(
                "You chose on {}, after {} of the year. What landed before stays where it is; the choice holds for the transfers since.",
                chosen_on.long(),
                counted(choice.conversions_before)
            ),
        ),
        Some(_) => {}
    }
    Ok(())
}

fn counted(count: usize) -> String {
    if count == 1 { "1 conversion".to_owned() } else { format!("{count} conversions") }
}

fn of_the_clocks(basis: &Basis<'_>, found: &mut Findings) {
    let (roth_ira, plan) = (&basis.clocks.roth_ira, &basis.clocks.plan);
    if !roth_ira.started() {
        // A clock that starts now and outlasts age 59½ makes earnings wait.
        let waits = roth_ira.met_on > basis.half_age;
        found.add(
            Code::RothIraNotStarted,
            if waits { Severity::Attention } else { Severity::Note },
            citations::ROTH_IRA_CLOCK,
            "Start the Roth IRA’s clock",
            format!(
                "You entered no first year of a Roth IRA. Any amount starts its five years, even a small one: begun in {}, they are over on {}. It matters even if you choose the plan, since a later rollover to a Roth IRA goes by this clock. Direct contributions have an income limit; a rollover has none.",
                roth_ira.since,
                dates::on(roth_ira.met_on)
            ),
        );
    }
    for (account, entered) in
        [(Account::RothIra, basis.entry.landing.roth_ira_since), (Account::Plan, basis.entry.landing.plan_roth_since)]
    {
        let ledger = first_year(&basis.conversions, account, "");
        if let (Some(entered), Some(ledger), StartedBy::Ledger) = (entered, ledger, basis.clocks.of_account(account).by)
        {
            found.add(
                Code::EarlierInLedger,
                Severity::Attention,
                if account == Account::Plan { citations::ROTH_ACCOUNT_CLOCK } else { citations::ROTH_IRA_CLOCK },
                format!("Check the first year of {}", account.name()),
                format!("You entered {entered}, and the ledger has a conversion that reached {} in {ledger}. The earlier year counts here.", account.name()),
            );
        }
    }
    if basis.leaves_from_55() == Answer::Yes && !plan.met && basis.allowed.roth_401k != Answer::No {
        found.add(
            Code::PlanClockAtLeaving,
            Severity::Attention,
            citations::ROTH_ACCOUNT_CLOCK,
            "The plan’s clock is not met yet",
            format!(
                "Its five years are over on {}. They go on running after you leave, as long as the money stays in the plan. If you roll it over to a Roth IRA, the plan’s years are lost and those of the Roth IRA count, which are over on {}{}.",
                dates::on(plan.met_on),
                dates::on(roth_ira.met_on),
                if roth_ira.started() { String::new() } else { format!(" if they begin in {}", roth_ira.since) }
            ),
        );
    }
    let open = basis.open;
    if open.taxable.is_positive() {
        found.add(
            Code::UnderRecapture,
            Severity::Note,
            citations::CONVERSION_RECAPTURE,
            format!("Leave {} of your conversions in place", open.taxable),
            format!(
                "That is the part of them that was taxable. Taken out now it would cost a tax of 10%, {} in all. Each is free after five taxable years or at 59½, the last on {}. The after-tax part never bears this tax, but of each conversion the taxable part comes out first.",
                open.tax,
                dates::on(open.until)
            ),
        );
    }
}

fn of_the_person(basis: &Basis<'_>, found: &mut Findings) {
    let (allowed, chosen) = (basis.allowed, basis.chosen());
    if basis.needed_early() == Answer::Yes {
        let text = if allowed.only() == Some(Account::Plan) {
            "You may need the money before 59½, and your plan allows its own Roth account only. Ask when it pays from that account while you work there; if it does not, keep what you may need soon out of this."
        } else if chosen == Some(Account::Plan) {
            "You may need the money before 59½, and chose the plan’s Roth account. From there it comes out only when the plan pays, with a share of earnings that is income. Ask when it pays before the next transfer."
        } else {
            ""
        };
        if !text.is_empty() {
            found.add(
                Code::NeededEarlyInPlan,
                Severity::Attention,
                citations::ROTH_ACCOUNT_PRO_RATA,
                "Money that you may need early would be in the plan",
                text,
            );
        }
    }
    if basis.leaves_from_55() == Answer::Yes && allowed.roth_401k != Answer::No {
        let to_ira = chosen == Some(Account::RothIra);
        found.add(
            Code::LeavingFrom55,
            if to_ira { Severity::Attention } else { Severity::Note },
            citations::LEAVING_FROM_55,
            "Leaving from 55 on speaks for the plan",
            format!(
                "If you leave on or after {}, this plan’s payments bear no 10% tax before 59½; those of an IRA do. Earnings are still income. It holds for money that is still in this plan, and ask whether it pays in parts: some pay all or nothing.",
                dates::on(basis.year_of_55())
            ),
        );
    }
    found.add(
        Code::RequiredDistributions,
        Severity::Note,
        citations::NO_LIFETIME_DISTRIBUTIONS,
        "One reason in the guide no longer holds",
        "The guide says that a Roth IRA has no required distributions for its owner, as if a Roth 401(k) had them. Until 2023 it did. Since 2024 neither has any while the owner lives, so this speaks for neither.",
    );
    if Protection::of(&basis.entry.plan) == Protection::OwnersOnly {
        found.add(
            Code::OwnPlan,
            Severity::Note,
            citations::OUTSIDE_ERISA,
            "A plan of your own has less protection from creditors",
            "A plan that covers only an owner and spouse is not under the federal law that keeps creditors away from plans (ERISA). In bankruptcy it is safe all the same; outside bankruptcy your state’s law decides, for it as for a Roth IRA.",
        );
    }
    if basis.entry.landing.plan_loans == Answer::Yes {
        found.add(
            Code::Lends,
            Severity::Note,
            citations::LOANS,
            "Your plan lends, a Roth IRA cannot",
            "What leaves for a Roth IRA no longer counts toward what the plan may lend you. Ask whether the plan lends out of its Roth account.",
        );
    }
}
