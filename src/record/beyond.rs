//! What a person tells about what else they could do beside the plan, and about the year as a
//! whole. All of it may stay open.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::is_default;
use crate::money::Money;
use crate::percent::Percent;
use crate::record::Answer;

choices! {
    /// How the person files the federal return.
    FilingStatus {
        /// Not told.
        Unknown = "unknown" => "I’d rather not say",
        /// Single.
        Single = "single" => "Single",
        /// Head of household.
        HeadOfHousehold = "head_of_household" => "Head of household",
        /// Married filing jointly, or a qualifying surviving spouse.
        Joint = "joint" => "Married filing jointly",
        /// Married filing separately, having lived with the spouse in the year.
        Separate = "separate" => "Married filing separately",
    }
}

choices! {
    /// Which high-deductible health plan the person has, which a health savings account needs.
    HsaCoverage {
        /// Not told.
        Unknown = "unknown" => "I don’t know",
        /// None, so that nothing may go in.
        None = "none" => "No such plan",
        /// For the person alone.
        SelfOnly = "self_only" => "Yes, for me alone",
        /// For the family.
        Family = "family" => "Yes, for my family",
    }
}

choices! {
    /// What kind of business a person owns, whose return sets the last days.
    BusinessKind {
        /// Not told.
        Unknown = "unknown" => "I don’t know",
        /// A sole proprietor, or an LLC that is taxed like one.
        SoleProprietor = "sole_proprietor" => "Sole proprietor (Schedule C)",
        /// A partnership.
        Partnership = "partnership" => "Partnership",
        /// An S corporation.
        SCorporation = "s_corporation" => "S corporation",
    }
}

/// What else a person could do, and the year as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Beyond {
    /// How the person files.
    #[serde(skip_serializing_if = "is_default")]
    pub filing_status: FilingStatus,
    /// Modified adjusted gross income of the year, without what conversions add.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub magi: Option<Money>,
    /// The health plan.
    #[serde(skip_serializing_if = "is_default")]
    pub hsa_coverage: HsaCoverage,
    /// What all traditional, SEP and SIMPLE IRAs are worth on December 31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_iras: Option<Money>,
    /// Of that, what was not deducted: basis by the last Form 8606.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ira_basis: Option<Money>,
    /// What went into IRAs for the year so far, Roth IRAs included; rollovers do not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ira_contributed: Option<Money>,
    /// Whether the employer has a 457(b) plan as well.
    #[serde(skip_serializing_if = "is_default")]
    pub offers_457b: Answer,
    /// What kind of business the person owns.
    #[serde(skip_serializing_if = "is_default")]
    pub business: BusinessKind,
    /// Whether the return of the year was filed in time.
    #[serde(skip_serializing_if = "is_default")]
    pub filed_in_time: Answer,
    /// Years over which a projection runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projected_years: Option<u8>,
    /// The tax rate when the money comes out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_rate_later: Option<Percent>,
    /// Dividends a year of a taxable account, as a share of its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dividends: Option<Percent>,
    /// The tax rate on dividends and gains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gains_tax: Option<Percent>,
}
