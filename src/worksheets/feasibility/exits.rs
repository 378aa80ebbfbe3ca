//! The ways out of the after-tax source to Roth.

use crate::record::{Answer, PlanRules};

/// The ways out of the after-tax source to Roth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exits {
    /// Conversion to the plan's own Roth account.
    pub in_plan: Answer,
    /// Withdrawal during employment, to a Roth IRA.
    pub withdrawal: Answer,
}

impl Exits {
    /// The ways out that a plan's rules leave.
    #[must_use]
    pub fn of(plan: &PlanRules) -> Self {
        // A plan without a Roth account has nothing to convert into (IRC 402A(c)(4)(B)).
        let in_plan = if plan.roth_deferrals == Answer::No { Answer::No } else { plan.in_plan_rollover };
        Self { in_plan, withdrawal: plan.in_service_withdrawal }
    }

    /// One of the two is sure.
    pub fn sure(self) -> bool {
        self.in_plan == Answer::Yes || self.withdrawal == Answer::Yes
    }

    /// Both are closed.
    pub fn closed(self) -> bool {
        self.in_plan == Answer::No && self.withdrawal == Answer::No
    }

    /// Both are known.
    pub fn known(self) -> bool {
        self.in_plan != Answer::Unknown && self.withdrawal != Answer::Unknown
    }
}
