//! Where the converted money is to land, and what decides it.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::is_default;
use crate::date::Date;
use crate::money::Money;
use crate::record::Answer;

choices! {
    /// Where the person wants conversions to go.
    Spot {
        /// Not chosen yet.
        Open = "open" => "Not chosen yet",
        /// A Roth IRA.
        RothIra = "roth_ira" => "A Roth IRA",
        /// The plan's own Roth account.
        Roth401k = "roth_401k" => "The plan’s own Roth account",
    }
}

choices! {
    /// Which of the two the person finds better in some respect.
    Better {
        /// Not known, or no matter.
        Unknown = "unknown" => "I don’t know, or it doesn’t matter",
        /// A Roth IRA.
        RothIra = "roth_ira" => "In a Roth IRA",
        /// The plan.
        Plan = "plan" => "In the plan",
        /// Both alike.
        Alike = "alike" => "Alike in both",
    }
}

/// The choice of the landing spot and what it goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Landing {
    /// Where conversions are to go.
    #[serde(skip_serializing_if = "is_default")]
    pub spot: Spot,
    /// Why, in the person's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// When the person chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen_on: Option<Date>,
    /// The first year for which money went into any Roth IRA of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roth_ira_since: Option<i16>,
    /// The first year in which money went into this plan's Roth account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_roth_since: Option<i16>,
    /// Whether the money may be needed before age 59½.
    #[serde(skip_serializing_if = "is_default")]
    pub needed_early: Answer,
    /// Whether the person means to leave this job between the year of turning 55 and 59½.
    #[serde(skip_serializing_if = "is_default")]
    pub leaves_from_55: Answer,
    /// Whether the plan lends to its participants.
    #[serde(skip_serializing_if = "is_default")]
    pub plan_loans: Answer,
    /// Where the investments are better.
    #[serde(skip_serializing_if = "is_default")]
    pub investments: Better,
    /// Where the costs are lower.
    #[serde(skip_serializing_if = "is_default")]
    pub lower_costs: Better,
    /// Contributions that went straight into Roth IRAs, less what came out of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roth_ira_contributions: Option<Money>,
    /// A withdrawal that the person thinks of.
    #[serde(skip_serializing_if = "is_default")]
    pub withdrawal: Withdrawal,
}

/// A withdrawal that the person thinks of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Withdrawal {
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// When; open counts as today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Out of which account; open counts as a Roth IRA.
    #[serde(skip_serializing_if = "is_default")]
    pub from: Spot,
    /// Of the plan's Roth account: all that it is worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_value: Option<Money>,
    /// Of the plan's Roth account: the Roth deferrals in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_deferrals: Option<Money>,
    /// Whether an exception to the 10% tax applies.
    #[serde(skip_serializing_if = "is_default")]
    pub exception: Answer,
}
