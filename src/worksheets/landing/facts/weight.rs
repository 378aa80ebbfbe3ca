//! Which spot a fact speaks for, and whether it matters for the person.

use serde::Serialize;

use super::Fact;
use crate::money::Money;
use crate::record::{Answer, Better};
use crate::worksheets::landing::{Account, Clock, Protection};

/// Which spot a fact speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Favors {
    /// The Roth IRA.
    RothIra,
    /// The plan's Roth account.
    Plan,
    /// Neither.
    Neither,
}

impl Favors {
    /// Whether it speaks for a spot.
    #[must_use]
    pub fn speaks_for(self, account: Account) -> bool {
        matches!((self, account), (Self::RothIra, Account::RothIra) | (Self::Plan, Account::Plan))
    }
}

impl Fact {
    /// Which spot it speaks for.
    #[must_use]
    pub fn favors(&self) -> Favors {
        match self {
            Self::Reach { young: false, plan_qualified: true, .. } => Favors::Neither,
            Self::Reach { .. } => Favors::RothIra,
            Self::Clocks { roth_ira, plan, .. } => sooner_free(roth_ira, plan),
            Self::LeavingFrom55 { leaves: Answer::Yes | Answer::Unknown, .. }
            | Self::Loans { plan_lends: Answer::Yes }
            | Self::Suspension { plan_suspends: Answer::Yes }
            | Self::Effort { automatic: true }
            | Self::MovingLater { .. }
            | Self::Creditors { protection: Protection::Erisa } => Favors::Plan,
            Self::FirstHome { needed_early: Answer::Yes | Answer::Unknown } => Favors::RothIra,
            Self::Investments { better } | Self::Costs { better } => match better {
                Better::RothIra => Favors::RothIra,
                Better::Plan => Favors::Plan,
                Better::Unknown | Better::Alike => Favors::Neither,
            },
            Self::Recapture { .. }
            | Self::LeavingFrom55 { .. }
            | Self::FirstHome { .. }
            | Self::Loans { .. }
            | Self::Suspension { .. }
            | Self::TransferFee { .. }
            | Self::Effort { .. }
            | Self::Creditors { .. }
            | Self::RequiredDistributions
            | Self::IncomeLimit
            | Self::Beneficiaries => Favors::Neither,
        }
    }

    /// Whether it matters for this person.
    #[must_use]
    pub fn matters(&self) -> bool {
        match self {
            Self::Reach { needed_early, .. } => *needed_early != Answer::No,
            Self::Clocks { one_decides, .. } => *one_decides,
            Self::Recapture { open, needed_early, .. } => open.taxable.is_positive() && *needed_early != Answer::No,
            Self::LeavingFrom55 { leaves, near, .. } => *leaves == Answer::Yes || (*leaves == Answer::Unknown && *near),
            Self::FirstHome { needed_early: answer }
            | Self::Loans { plan_lends: answer }
            | Self::Suspension { plan_suspends: answer } => *answer == Answer::Yes,
            Self::Investments { better } | Self::Costs { better } => matches!(better, Better::RothIra | Better::Plan),
            Self::TransferFee { fee } => fee.is_some_and(Money::is_positive),
            Self::Effort { automatic } => *automatic,
            Self::MovingLater { undecided } => *undecided,
            Self::Creditors { protection } => *protection == Protection::OwnersOnly,
            Self::RequiredDistributions | Self::IncomeLimit | Self::Beneficiaries => false,
        }
    }
}

/// The spot in which earnings are free of tax sooner.
fn sooner_free(roth_ira: &Clock, plan: &Clock) -> Favors {
    // No day at all is later than any.
    let sooner = |one: &Clock, other: &Clock| match (one.qualified_on, other.qualified_on) {
        (Some(one), Some(other)) => one < other,
        (one, _) => one.is_some(),
    };
    match (roth_ira.qualified && plan.qualified, sooner(roth_ira, plan), sooner(plan, roth_ira)) {
        (false, true, _) => Favors::RothIra,
        (false, _, true) => Favors::Plan,
        _ => Favors::Neither,
    }
}
