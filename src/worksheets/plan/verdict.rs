//! Whether a plan can do it: the two features, and what stands in their way.

use serde::Serialize;

use super::kinds;
use crate::record::{Answer, PlanRules};

/// Whether the plan can do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Both features are there, and nothing slows them.
    Works,
    /// Both features are there, with something that slows them.
    Friction,
    /// A feature that decides is not known yet.
    AskFirst,
    /// A feature is missing.
    Cannot,
}

/// The ways out of the after-tax source to Roth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exits {
    /// Conversion to the plan's own Roth account.
    pub in_plan: Answer,
    /// Withdrawal during employment, to a Roth IRA.
    pub withdrawal: Answer,
}

impl Exits {
    pub(super) fn of(plan: &PlanRules) -> Self {
        // A plan without a Roth account has nothing to convert into (IRC 402A(c)(4)(B)).
        let in_plan = if plan.roth_deferrals == Answer::No { Answer::No } else { plan.in_plan_rollover };
        Self { in_plan, withdrawal: plan.in_service_withdrawal }
    }

    /// One of the two is sure.
    pub(super) fn sure(self) -> bool {
        self.in_plan == Answer::Yes || self.withdrawal == Answer::Yes
    }

    /// Both are closed.
    pub(super) fn closed(self) -> bool {
        self.in_plan == Answer::No && self.withdrawal == Answer::No
    }

    /// Both are known.
    pub(super) fn known(self) -> bool {
        self.in_plan != Answer::Unknown && self.withdrawal != Answer::Unknown
    }
}

/// Why a plan cannot do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// Its kind takes no after-tax contributions.
    Kind(kinds::Barred),
    /// It takes none, though its kind could.
    NoAfterTax,
    /// It takes them, and they cannot move.
    NoExit,
}

impl Cause {
    pub(super) fn of(plan: &PlanRules, exits: Exits) -> Option<Self> {
        if let Some(barred) = kinds::barred(plan.kind) {
            Some(Self::Kind(barred))
        } else if plan.after_tax == Answer::No {
            Some(Self::NoAfterTax)
        } else if exits.closed() {
            Some(Self::NoExit)
        } else {
            None
        }
    }
}

impl Verdict {
    /// The verdict on a plan that nothing stops.
    pub(super) fn of(plan: &PlanRules, exits: Exits, slowed: bool) -> Self {
        match (plan.after_tax == Answer::Yes && exits.sure(), slowed) {
            (false, _) => Self::AskFirst,
            (true, true) => Self::Friction,
            (true, false) => Self::Works,
        }
    }
}
