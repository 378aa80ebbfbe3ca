//! What to ask of the plan about money that waits: the request to convert it, and how it can
//! move where the plan cannot do it.

use super::case::Case;
use super::waiting::Waiting;
use crate::money::Money;
use crate::record::{Answer, Destination, Path, Spot};
use crate::worksheets::feasibility::{Cause, Feasibility};

/// How money that is already there can move to Roth while the person works there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Into the plan's Roth account.
    InPlan,
    /// Out to a Roth IRA.
    ToRothIra,
    /// It is not known.
    Open,
    /// Not at all.
    Closed,
}

impl Way {
    /// That of a plan which cannot do it for this cause.
    pub(super) fn of(feasibility: Feasibility, cause: Cause) -> Self {
        let exits = feasibility.exits;
        match cause {
            Cause::NoExit => Self::Closed,
            // What such a plan holds cannot be after-tax money of this kind: that is asked.
            Cause::Kind(_) => Self::Open,
            Cause::NoAfterTax if exits.in_plan == Answer::Yes => Self::InPlan,
            Cause::NoAfterTax if exits.withdrawal == Answer::Yes => Self::ToRothIra,
            Cause::NoAfterTax if exits.closed() => Self::Closed,
            Cause::NoAfterTax => Self::Open,
        }
    }
}

/// The request to the plan's administrator. Nothing personal is in it but the amount.
pub(super) struct Request {
    /// To a Roth IRA, or else to the plan's Roth account; none where either will do.
    pub to_roth_ira: Option<bool>,
    pub basis: Money,
    pub value: Money,
    /// Whether the money is in one pool with pre-tax money.
    pub whole_account: bool,
}

impl Request {
    pub(super) fn of(case: &Case<'_>, waiting: &Waiting) -> Self {
        let chosen = case.chosen_by(case.today).map_or(Spot::Open, |landing| landing.spot);
        let last = case.distributions.last().map(|distribution| distribution.entered.path);
        let to_roth_ira = match (chosen, case.entry.plan.destination) {
            (Spot::RothIra, _) | (Spot::Open, Destination::RothIra) => Some(true),
            (Spot::Roth401k, _) | (Spot::Open, Destination::Roth401k) => Some(false),
            (Spot::Open, _) => last.map(|path| path != Path::InPlan),
        };
        Self {
            to_roth_ira,
            basis: waiting.basis,
            value: waiting.value,
            whole_account: waiting.plans.iter().any(|plan| plan.whole_account),
        }
    }
}
