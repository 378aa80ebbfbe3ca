//! The tax forms of a year as they arrived, and money that the plan returned.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::is_default;
use crate::date::Date;
use crate::money::Money;
use crate::record::Answer;

/// The most forms, and the most returns, in one year.
pub const MOST_FORMS: usize = 40;

/// A Form 1099-R, box by box. What is empty on paper is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Form1099R {
    /// Who sent it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub payer: String,
    /// The box “CORRECTED” at the top: the form takes the place of an earlier one.
    #[serde(skip_serializing_if = "is_default")]
    pub corrected: bool,
    /// Box 1: gross distribution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gross: Option<Money>,
    /// Box 2a: taxable amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxable: Option<Money>,
    /// Box 2b: taxable amount not determined.
    #[serde(skip_serializing_if = "is_default")]
    pub not_determined: bool,
    /// Box 2b: total distribution.
    #[serde(skip_serializing_if = "is_default")]
    pub total: bool,
    /// Box 4: federal income tax withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withheld: Option<Money>,
    /// Box 5: employee contributions, designated Roth contributions or insurance premiums.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Money>,
    /// Box 7: the distribution codes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub codes: String,
    /// The IRA/SEP/SIMPLE box beside box 7.
    #[serde(skip_serializing_if = "is_default")]
    pub ira: bool,
    /// Box 10: amount allocable to an in-plan Roth rollover within 5 years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within_5_years: Option<Money>,
    /// Box 11: first year of designated Roth contributions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_roth_year: Option<i16>,
    /// How much of box 1 is money that the ledger does not hold, such as pre-tax money
    /// converted along, or a Roth account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_money: Option<Money>,
    /// What of that is taxable; open counts as what box 2a shows beyond the ledger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_taxable: Option<Money>,
}

choices! {
    /// Why a plan returns money.
    ReturnKind {
        /// Annual additions above the limit of IRC 415(c).
        AnnualAdditions = "annual_additions" => "Total contributions went over the yearly limit",
        /// Elective deferrals above the limit of IRC 402(g).
        Deferrals = "deferrals" => "Deferrals went over their yearly limit",
        /// Excess aggregate contributions: the ACP test failed.
        AcpTest = "acp_test" => "The plan failed its ACP test",
    }
}

/// Money of the year that the plan returned, or will return, as too much.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Returned {
    /// Why.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: ReturnKind,
    /// The excess, without its earnings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excess: Option<Money>,
    /// Pre-tax deferrals in the excess, which are taxable; for [`ReturnKind::AnnualAdditions`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pre_tax: Option<Money>,
    /// The earnings that came with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earnings: Option<Money>,
    /// When it was paid; open if it has not come yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<Date>,
    /// Whether the money had been converted before.
    #[serde(skip_serializing_if = "is_default")]
    pub converted: Answer,
    /// Whether the excess deferrals were Roth; for [`ReturnKind::Deferrals`].
    #[serde(skip_serializing_if = "is_default")]
    pub roth: Answer,
}
