//! Which spots the plan leaves open.

use serde::Serialize;

use super::{Account, names};
use crate::record::{Answer, Destination, PlanRules};
use crate::worksheets::feasibility::{Cause, Exits, Feasibility};

/// What the plan allows, by the answers about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Allowed {
    /// Whether after-tax money can go to a Roth IRA while the person works there.
    pub roth_ira: Answer,
    /// Whether it can go to the plan's own Roth account.
    pub roth_401k: Answer,
    /// Why the plan cannot do it at all, so that no spot is open; none while it may.
    #[serde(serialize_with = "names::why")]
    pub stopped: Option<Cause>,
    /// What two answers say against each other.
    pub contradiction: Option<Contradiction>,
}

/// Two answers about the plan that do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// It may go to a Roth IRA, and nothing can leave the plan.
    RothIraWithoutWithdrawal,
    /// It may go to the plan's Roth account, and the plan takes no Roth deferrals.
    PlanRothWithoutDeferrals,
    /// It may go to the plan's Roth account, and the plan converts nothing inside.
    PlanRothWithoutConversion,
    /// It can leave the plan, and only the plan's Roth account is named.
    WithdrawalWithoutRothIra,
    /// The plan converts inside, and only a Roth IRA is named.
    ConversionWithoutPlanRoth,
}

impl Allowed {
    /// The ways out decide. The answer about the destination can only make a way doubtful
    /// or close one that is not known.
    pub(super) fn of(rules: &PlanRules, feasibility: Feasibility) -> Self {
        let stopped = feasibility.cause;
        let Exits { in_plan, withdrawal } = feasibility.exits;
        let (to_ira, to_plan) = match rules.destination {
            Destination::Unknown => (Answer::Unknown, Answer::Unknown),
            Destination::RothIra => (Answer::Yes, Answer::No),
            Destination::Roth401k => (Answer::No, Answer::Yes),
            Destination::Both => (Answer::Yes, Answer::Yes),
        };
        let open = |exit, named| match (exit, named) {
            _ if stopped.is_some() => Answer::No,
            (Answer::No, _) | (Answer::Unknown, Answer::No) => Answer::No,
            (Answer::Yes, Answer::Yes | Answer::Unknown) => Answer::Yes,
            (Answer::Yes, Answer::No) | (Answer::Unknown, _) => Answer::Unknown,
        };
        let contradiction = match (withdrawal, to_ira, in_plan, to_plan) {
            _ if stopped.is_some() => None,
            (Answer::No, Answer::Yes, ..) => Some(Contradiction::RothIraWithoutWithdrawal),
            (.., Answer::No, Answer::Yes) if rules.roth_deferrals == Answer::No => {
                Some(Contradiction::PlanRothWithoutDeferrals)
            }
            (.., Answer::No, Answer::Yes) => Some(Contradiction::PlanRothWithoutConversion),
            (Answer::Yes, Answer::No, ..) => Some(Contradiction::WithdrawalWithoutRothIra),
            (.., Answer::Yes, Answer::No) => Some(Contradiction::ConversionWithoutPlanRoth),
            _ => None,
        };
        Self { roth_ira: open(withdrawal, to_ira), roth_401k: open(in_plan, to_plan), stopped, contradiction }
    }

    /// Whether one spot is open.
    #[must_use]
    pub fn to(self, account: Account) -> Answer {
        match account {
            Account::RothIra => self.roth_ira,
            Account::Plan => self.roth_401k,
        }
    }

    /// Whether both spots are surely open, so that there is a choice.
    #[must_use]
    pub fn choice(self) -> bool {
        self.roth_ira == Answer::Yes && self.roth_401k == Answer::Yes
    }

    /// The only spot that is open, with the other surely closed.
    #[must_use]
    pub fn only(self) -> Option<Account> {
        match (self.roth_ira, self.roth_401k) {
            (Answer::Yes, Answer::No) => Some(Account::RothIra),
            (Answer::No, Answer::Yes) => Some(Account::Plan),
            _ => None,
        }
    }

    /// Whether both spots are surely closed.
    #[must_use]
    pub fn closed(self) -> bool {
        self.roth_ira == Answer::No && self.roth_401k == Answer::No
    }

    /// The spots of which it is not known whether they are open.
    pub(super) fn unknown(self) -> impl Iterator<Item = Account> {
        [Account::RothIra, Account::Plan].into_iter().filter(move |account| self.to(*account) == Answer::Unknown)
    }
}
