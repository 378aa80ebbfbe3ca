//! What proposals are about.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A question that papers can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the question that its id names")]
pub enum Topic {
    AfterTax,
    InServiceWithdrawal,
    InPlanRollover,
    TransferTiming,
    TransferBy,
    Destination,
    TransfersPerYear,
    LeastTransfer,
    TransferFee,
    SeparateAccounting,
    SuspendsContributions,
    DeferralsFirst,
    RothDeferrals,
    AfterTaxPercent,
    AfterTaxDollars,
    CombinedPercent,
    PercentOfCountedPay,
    HceLimit,
    MatchOffered,
    Match,
    MatchDollarCap,
    MatchTiming,
    TrueUp,
    MatchOnCatchUp,
    MatchOnAfterTax,
    ProfitSharingPercent,
    ElectionMode,
    ElectionStep,
    ChangeLeadDays,
    Spillover,
    Cadence,
    EligiblePay,
    BonusElection,
}

impl Topic {
    /// All of them, the three that decide first.
    pub const ALL: &[Self] = &[
        Self::AfterTax,
        Self::InServiceWithdrawal,
        Self::InPlanRollover,
        Self::TransferTiming,
        Self::TransferBy,
        Self::Destination,
        Self::TransfersPerYear,
        Self::LeastTransfer,
        Self::TransferFee,
        Self::SeparateAccounting,
        Self::SuspendsContributions,
        Self::DeferralsFirst,
        Self::RothDeferrals,
        Self::AfterTaxPercent,
        Self::AfterTaxDollars,
        Self::CombinedPercent,
        Self::PercentOfCountedPay,
        Self::HceLimit,
        Self::MatchOffered,
        Self::Match,
        Self::MatchDollarCap,
        Self::MatchTiming,
        Self::TrueUp,
        Self::MatchOnCatchUp,
        Self::MatchOnAfterTax,
        Self::ProfitSharingPercent,
        Self::ElectionMode,
        Self::ElectionStep,
        Self::ChangeLeadDays,
        Self::Spillover,
        Self::Cadence,
        Self::EligiblePay,
        Self::BonusElection,
    ];

    /// Its name: that of the record's field, where there is one.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AfterTax => "after_tax",
            Self::InServiceWithdrawal => "in_service_withdrawal",
            Self::InPlanRollover => "in_plan_rollover",
            Self::TransferTiming => "transfer_timing",
            Self::TransferBy => "transfer_by",
            Self::Destination => "destination",
            Self::TransfersPerYear => "transfers_per_year",
            Self::LeastTransfer => "least_transfer",
            Self::TransferFee => "transfer_fee",
            Self::SeparateAccounting => "separate_accounting",
            Self::SuspendsContributions => "suspends_contributions",
            Self::DeferralsFirst => "deferrals_first",
            Self::RothDeferrals => "roth_deferrals",
            Self::AfterTaxPercent => "after_tax_percent",
            Self::AfterTaxDollars => "after_tax_dollars",
            Self::CombinedPercent => "combined_percent",
            Self::PercentOfCountedPay => "percent_of_counted_pay",
            Self::HceLimit => "hce_limit",
            Self::MatchOffered => "match_offered",
            Self::Match => "match",
            Self::MatchDollarCap => "match_dollar_cap",
            Self::MatchTiming => "match_timing",
            Self::TrueUp => "true_up",
            Self::MatchOnCatchUp => "match_on_catch_up",
            Self::MatchOnAfterTax => "match_on_after_tax",
            Self::ProfitSharingPercent => "profit_sharing_percent",
            Self::ElectionMode => "election_mode",
            Self::ElectionStep => "election_step",
            Self::ChangeLeadDays => "change_lead_days",
            Self::Spillover => "spillover",
            Self::Cadence => "cadence",
            Self::EligiblePay => "eligible_pay",
            Self::BonusElection => "bonus_election",
        }
    }

    /// The id of its question on the Plan page; none for what no single question asks.
    #[must_use]
    pub fn question(self) -> Option<String> {
        match self {
            Self::AfterTax => Some("plan-after-tax".to_owned()),
            Self::Match | Self::HceLimit | Self::EligiblePay | Self::BonusElection => None,
            other => Some(other.name().replace('_', "-")),
        }
    }
}

impl Serialize for Topic {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Topic {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        let topic = Self::ALL.iter().copied().find(|topic| topic.name() == name);
        topic.ok_or_else(|| serde::de::Error::custom("no such topic"))
    }
}
