//! The five-year clocks after which earnings are free of tax.
//!
//! A Roth IRA has one clock for all Roth IRAs of a person, from January 1 of the first
//! year of any (IRC 408A(d)(2)(B)). Each plan's Roth account has one of its own
//! (IRC 402A(d)(2)(B)). Earnings are free once the clock is met and the owner is 59½.

use serde::Serialize;

use super::roth_layers::RothLayer;
use super::{Account, Case, dates};
use crate::date::Date;
use crate::order;
use crate::record::{Landing, PlanName};

/// Roth IRAs began in 1998, Roth accounts of plans in 2006.
const FIRST_ROTH_IRA: i16 = 1998;
const FIRST_ROTH_ACCOUNT: i16 = 2006;

/// What a clock's start is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StartedBy {
    /// The first year that the person entered.
    Entered,
    /// The first conversion in the ledger.
    Ledger,
    /// Nothing: it has not started, and counts as if it did this year.
    NotStarted,
}

/// A five-year clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// The kind of account.
    pub account: Account,
    /// The plan whose account it is; a Roth IRA is of none, and written like that of this job.
    pub plan: PlanName,
    /// The first year.
    pub since: i16,
    /// How the start is known.
    pub by: StartedBy,
    /// When five taxable years are over. None beyond the calendar.
    pub met_on: Option<Date>,
    /// Whether they are over today.
    pub met: bool,
    /// When both the clock and age 59½ hold, so that earnings are free of tax.
    pub qualified_on: Option<Date>,
    /// Whether both hold today.
    pub qualified: bool,
}

impl Clock {
    fn new(
        account: Account,
        plan: &PlanName,
        (since, by): (i16, StartedBy),
        turns_59_and_a_half: Option<Date>,
        today: Date,
    ) -> Self {
        let met_on = dates::five_years_from(since);
        let qualified_on = dates::later(met_on, turns_59_and_a_half);
        // A clock that has not started is met at no day yet.
        let started = by != StartedBy::NotStarted;
        Self {
            account,
            plan: plan.clone(),
            since,
            by,
            met_on,
            met: started && dates::reached(met_on, today),
            qualified_on,
            qualified: started && dates::reached(qualified_on, today),
        }
    }

    /// Whether it has started.
    #[must_use]
    pub fn started(&self) -> bool {
        self.by != StartedBy::NotStarted
    }
}

/// All clocks of a person: the Roth IRA's, this plan's, and those of other plans in the ledger.
pub(super) struct Clocks {
    pub roth_ira: Clock,
    pub plan: Clock,
    pub others: Vec<Clock>,
}

impl Clocks {
    pub(super) fn of(
        landing: &Landing,
        layers: &[RothLayer],
        turns_59_and_a_half: Option<Date>,
        (year, today): (i16, Date),
    ) -> Self {
        let clock = |account, plan: &PlanName, entered: Option<i16>| {
            let start = start(entered, first_year(layers, account, plan), year.max(today.year()));
            Clock::new(account, plan, start, turns_59_and_a_half, today)
        };
        let mut plans: Vec<&PlanName> = layers
            .iter()
            .filter(|layer| layer.account == Some(Account::Plan) && !layer.is_of_this_plan())
            .map(|layer| &layer.plan)
            .collect();
        order::sort(&mut plans);
        plans.dedup();
        Self {
            roth_ira: clock(
                Account::RothIra,
                &PlanName::ThisJob,
                landing.roth_ira_since.map(|since| since.max(FIRST_ROTH_IRA)),
            ),
            plan: clock(
                Account::Plan,
                &PlanName::ThisJob,
                landing.plan_roth_since.map(|since| since.max(FIRST_ROTH_ACCOUNT)),
            ),
            others: plans.into_iter().map(|plan| clock(Account::Plan, plan, None)).collect(),
        }
    }

    pub(super) fn of_account(&self, account: Account) -> &Clock {
        match account {
            Account::RothIra => &self.roth_ira,
            Account::Plan => &self.plan,
        }
    }
}

/// The earlier of what was entered and what the ledger shows.
fn start(entered: Option<i16>, ledger: Option<i16>, otherwise: i16) -> (i16, StartedBy) {
    match (entered, ledger) {
        (Some(entered), Some(ledger)) if ledger < entered => (ledger, StartedBy::Ledger),
        (Some(entered), _) => (entered, StartedBy::Entered),
        (None, Some(ledger)) => (ledger, StartedBy::Ledger),
        (None, None) => (otherwise, StartedBy::NotStarted),
    }
}

/// The year of the first conversion in the ledger that reached an account. All Roth IRAs
/// are one, whichever plan the money came from.
pub(super) fn first_year(layers: &[RothLayer], account: Account, plan: &PlanName) -> Option<i16> {
    let reached =
        |layer: &&RothLayer| layer.account == Some(account) && (account == Account::RothIra || layer.plan == *plan);
    layers.iter().filter(reached).map(|layer| layer.arrived.year()).min()
}

/// The clocks in the order in which they are shown.
pub(super) fn listed(case: &Case<'_>) -> Vec<Clock> {
    let clocks = &case.clocks;
    [&clocks.roth_ira, &clocks.plan].into_iter().chain(&clocks.others).cloned().collect()
}
