//! What accounts, clocks and ways are called.

use serde::{Serialize, Serializer};

use super::words::on;
use super::{Account, Clock, Contradiction, Went};
use crate::record::PlanName;
use crate::worksheets::feasibility::Cause;

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
            (false, _) => format!(
                "Not started yet: if the first dollar goes in during {}, the five years end on {met_on}.",
                self.since
            ),
            (true, true) => format!("It started in {}, and the five years ended on {met_on}.", self.since),
            (true, false) => format!("It started in {}, and the five years end on {met_on}.", self.since),
        }
    }
}

impl Contradiction {
    /// The two answers, and what counts until the person knows which is right.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::RothIraWithoutWithdrawal => {
                "You said that money can go to a Roth IRA, but also that none can leave the plan while you work there. Until you know, this page treats the Roth IRA as closed."
            }
            Self::PlanRothWithoutDeferrals => {
                "You said that money can go to the plan’s Roth account, but also that the plan accepts no Roth deferrals. Without Roth deferrals a plan has no Roth account, so this page treats it as closed until you know."
            }
            Self::PlanRothWithoutConversion => {
                "You said that money can go to the plan’s Roth account, but also that none can be converted inside the plan. Until you know, this page treats that account as closed."
            }
            Self::WithdrawalWithoutRothIra => {
                "You said that after-tax money can leave the plan while you work there, but also that it can go only to the plan’s Roth account. A plan that pays money out must offer a direct rollover to an IRA, so ask which answer is right."
            }
            Self::ConversionWithoutPlanRoth => {
                "You said that money can be converted inside the plan, but also that it can go only to a Roth IRA. Ask which answer is right."
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
            Self::RothIraAndPreTax => "A Roth IRA, with its earnings to a pre-tax account",
            Self::PaidOut => "Paid to you, and not rolled over",
            Self::PartlyPaidOut => "Paid to you, and this part not rolled over",
            Self::PaidOutThenRothIra => "Paid to you, then to a Roth IRA",
        }
    }
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
