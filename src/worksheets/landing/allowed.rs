//! Which spots the plan leaves open.

use serde::Serialize;

use super::Account;
use crate::record::{Answer, Destination, PlanRules};
use crate::worksheets::feasibility::{Exits, Feasibility};

/// What the plan allows, by the answers about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Allowed {
    /// Whether after-tax money can go to a Roth IRA while the person works there.
    pub roth_ira: Answer,
    /// Whether it can go to the plan's own Roth account.
    pub roth_401k: Answer,
    /// Why no spot is open, in a sentence; none while one may be.
    pub stopped: Option<&'static str>,
    /// What two answers say against each other, in a sentence.
    pub contradiction: Option<&'static str>,
}

impl Allowed {
    /// The ways out decide. The answer about the destination can only make a way doubtful
    /// or close one that is not known.
    pub(super) fn of(rules: &PlanRules, feasibility: Feasibility) -> Self {
        let stopped = feasibility.stopped();
        let no_account = rules.roth_deferrals == Answer::No;
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
            (Answer::No, Answer::Yes, ..) => Some(
                "You answered that money can go to a Roth IRA, and that none can leave the plan while you work there. Until you know, the Roth IRA counts as closed.",
            ),
            (.., Answer::No, Answer::Yes) => Some(if no_account {
                "You answered that money can go to the plan’s Roth account, and that the plan takes no Roth deferrals. Without Roth deferrals a plan has no Roth account, so it counts as closed until you know."
            } else {
                "You answered that money can go to the plan’s Roth account, and that none can be converted inside the plan. Until you know, that account counts as closed."
            }),
            (Answer::Yes, Answer::No, ..) => Some(
                "You answered that after-tax money can leave the plan while you work there, and that it can go only to the plan’s Roth account. A plan that pays money out must offer a direct rollover to an IRA, so ask which answer is right.",
            ),
            (.., Answer::Yes, Answer::No) => Some(
                "You answered that money can be converted inside the plan, and that it can go only to a Roth IRA. Ask which answer is right.",
            ),
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
