//! What the worksheet finds in the answers and the ledger, each under a stable code.

use super::clocks::{StartedBy, first_year};
use super::{Account, Case, Choice, Clock, Contradiction, Open, Protection, Went, recapture};
use crate::date::Date;
use crate::explain::Found;
use crate::money::Money;
use crate::record::{Answer, PlanName};
use crate::worksheets::feasibility::Cause;
use crate::worksheets::ledger;

crate::findings! {
    /// What the landing spot can find.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// Nothing is chosen yet, and both spots are or may be open.
        NotChosen = "L01",
        /// The plan does not allow the spot chosen: it is surely closed.
        ChosenClosed = "L02" { chosen: Account, open: Option<Account> },
        /// Only one spot is open, and the other is not.
        OnlyOne = "L03" { open: Account },
        /// No spot is open: the plan cannot do it, or both are closed.
        NoneOpen = "L04" { stopped: Option<Cause> },
        /// Ask first what the plan allows: of some spot it is not known.
        AskFirst = "L05" { unknown: Vec<Account> },
        /// Two answers about the plan contradict each other: the destination and a way out.
        Contradiction = "L06" { between: Contradiction },
        /// Conversions from this plan went elsewhere than chosen, after the choice.
        Elsewhere = "L07" { chosen: Account, amount: Money, conversions: usize, since: Date, in_plan: bool },
        /// The choice came after conversions of the year.
        ChosenAfter = "L08" { chosen_on: Date, conversions: usize },
        /// The choice has no date.
        Undated = "L09" { year: i16 },
        /// The choice lies ahead: its date is later than today.
        DatedAhead = "L10" { chosen_on: Date },
        /// The Roth IRA's clock has not started: no first year is entered, and none is in the ledger.
        RothIraNotStarted = "L11" { would_start: i16, met_on: Option<Date>, outlasts_59_and_a_half: bool },
        /// The plan's clock is not met, and leaving from 55 on is planned.
        PlanClockAtLeaving = "L12" { met_on: Option<Date>, roth_ira: Clock },
        /// Money needed before 59½ goes, or must go, to the plan.
        NeededEarlyInPlan = "L13" { only_the_plan: bool },
        /// Leaving from 55 on speaks for the plan.
        LeavingFrom55 = "L14" { from: Option<Date>, chose_roth_ira: bool },
        /// The guide's point on required distributions no longer holds.
        RequiredDistributions = "L15",
        /// Taxable parts of conversions are under the 10% tax: within five years, and under 59½.
        UnderRecapture = "L16" { open: Open, parts: Vec<(Date, Money)>, roth_ira: bool },
        /// A plan of one's own is not under ERISA: a solo 401(k), or an own business.
        OwnPlan = "L17",
        /// The plan lends.
        Lends = "L18",
        /// A withdrawal to a Roth IRA suspends contributions, and the Roth IRA is not closed.
        Suspends = "L19" { chose_roth_ira: bool },
        /// The ledger shows an earlier first year than entered, for the Roth IRA or this plan.
        EarlierInLedger = "L20" { account: Account, entered: i16, ledger: i16 },
        /// Whether money that the plan returned had been converted is not known.
        ReturnedUnknown = "L21" { returned: Money, paid_on: Date },
    }
}

/// The findings, the gravest first.
pub(super) fn findings(case: &Case<'_>) -> Vec<Found<Finding>> {
    let mut found = Vec::new();
    of_the_plan(case, &mut found);
    of_the_choice(case, &mut found);
    found.extend(returned_unknown(case));
    of_the_clocks(case, &mut found);
    of_the_person(case, &mut found);
    Found::sorted(found)
}

fn of_the_plan(case: &Case<'_>, found: &mut Vec<Finding>) {
    let allowed = case.allowed;
    // What the plan allows is no question of a year whose money has landed.
    if case.is_over() {
        return;
    }
    if allowed.closed() {
        found.push(Finding::NoneOpen { stopped: allowed.stopped });
    }
    if let Some(open) = allowed.only() {
        found.push(Finding::OnlyOne { open });
    }
    let unknown: Vec<Account> = allowed.unknown().collect();
    if !unknown.is_empty() {
        found.push(Finding::AskFirst { unknown });
    }
    if let Some(between) = allowed.contradiction {
        found.push(Finding::Contradiction { between });
    }
    if case.entry.plan.suspends_contributions == Answer::Yes && allowed.roth_ira != Answer::No {
        found.push(Finding::Suspends { chose_roth_ira: case.chosen() == Some(Account::RothIra) });
    }
}

fn of_the_choice(case: &Case<'_>, found: &mut Vec<Finding>) {
    let allowed = case.allowed;
    let Some(choice) = &case.choice else {
        if !allowed.closed() && allowed.only().is_none() && !case.is_over() {
            found.push(Finding::NotChosen);
        }
        return;
    };
    if choice.allowed == Answer::No && !case.is_over() {
        found.push(Finding::ChosenClosed { chosen: choice.account, open: allowed.only() });
    }
    if let Some(first) = choice.elsewhere.first() {
        found.push(Finding::Elsewhere {
            chosen: choice.account,
            amount: choice.total_elsewhere(),
            conversions: choice.elsewhere.len(),
            since: first.date,
            in_plan: choice.elsewhere.iter().any(|elsewhere| elsewhere.went == Went::PlanRoth),
        });
    }
    found.extend(of_its_date(choice, case));
}

fn of_its_date(choice: &Choice, case: &Case<'_>) -> Option<Finding> {
    match (choice.chosen_on, choice.conversions_before) {
        // What happened in a year that is over is no decision any more.
        (None, _) if case.is_over() => None,
        (None, _) => Some(Finding::Undated { year: case.entry.year }),
        (Some(chosen_on), _) if chosen_on > case.today => Some(Finding::DatedAhead { chosen_on }),
        (Some(_), 0) => None,
        (Some(chosen_on), conversions) => Some(Finding::ChosenAfter { chosen_on, conversions }),
    }
}

fn of_the_clocks(case: &Case<'_>, found: &mut Vec<Finding>) {
    let (roth_ira, plan) = (&case.clocks.roth_ira, &case.clocks.plan);
    if !roth_ira.started() {
        found.push(Finding::RothIraNotStarted {
            would_start: roth_ira.since,
            met_on: roth_ira.met_on,
            // A clock that starts now and outlasts age 59½ makes earnings wait.
            outlasts_59_and_a_half: is_later(roth_ira.met_on, case.turns_59_and_a_half),
        });
    }
    let landing = &case.entry.landing;
    found.extend(earlier_in_ledger(case, Account::RothIra, landing.roth_ira_since));
    found.extend(earlier_in_ledger(case, Account::Plan, landing.plan_roth_since));
    if case.leaves_from_55() == Answer::Yes && !plan.met && case.allowed.roth_401k != Answer::No {
        found.push(Finding::PlanClockAtLeaving { met_on: plan.met_on, roth_ira: roth_ira.clone() });
    }
    if case.open.taxable.is_positive() {
        let recaptures = recapture::recaptures(&case.layers, case.turns_59_and_a_half, case.today);
        let open = || recaptures.iter().filter(|recapture| recapture.open);
        let parts = open().map(|recapture| (recapture.date, recapture.taxable)).collect();
        let roth_ira = open().any(|recapture| recapture.account == Account::RothIra);
        found.push(Finding::UnderRecapture { open: case.open, parts, roth_ira });
    }
}

/// What came back after a conversion, of which it is not known whether it was of it.
fn returned_unknown(case: &Case<'_>) -> Option<Finding> {
    let last = ledger::returned_unknown(case.record, case.today).last()?;
    let landed = case.layers.iter().any(|layer| layer.account.is_some() && layer.date <= last.on);
    landed.then(|| Finding::ReturnedUnknown { returned: last.refund.total(), paid_on: last.on })
}

/// Whether a day comes after another one; one beyond the calendar comes after any in it.
fn is_later(day: Option<Date>, than: Option<Date>) -> bool {
    match (day, than) {
        (Some(day), Some(than)) => day > than,
        (None, than) => than.is_some(),
        (Some(_), None) => false,
    }
}

fn earlier_in_ledger(case: &Case<'_>, account: Account, entered: Option<i16>) -> Option<Finding> {
    let by_ledger = case.clocks.of_account(account).by == StartedBy::Ledger;
    let (entered, ledger) = (entered?, first_year(&case.layers, account, &PlanName::ThisJob)?);
    by_ledger.then_some(Finding::EarlierInLedger { account, entered, ledger })
}

fn of_the_person(case: &Case<'_>, found: &mut Vec<Finding>) {
    found.push(Finding::RequiredDistributions);
    if Protection::of(&case.entry.plan) == Protection::OwnersOnly {
        found.push(Finding::OwnPlan);
    }
    // These speak for one spot or the other, which is decided.
    if case.is_over() {
        return;
    }
    let (allowed, chosen) = (case.allowed, case.chosen());
    let only_the_plan = allowed.only() == Some(Account::Plan);
    if case.needed_early() == Answer::Yes && (only_the_plan || chosen == Some(Account::Plan)) {
        found.push(Finding::NeededEarlyInPlan { only_the_plan });
    }
    if case.leaves_from_55() == Answer::Yes && allowed.roth_401k != Answer::No {
        let chose_roth_ira = chosen == Some(Account::RothIra);
        found.push(Finding::LeavingFrom55 { from: case.year_of_55(), chose_roth_ira });
    }
    if case.entry.landing.plan_loans == Answer::Yes {
        found.push(Finding::Lends);
    }
}
