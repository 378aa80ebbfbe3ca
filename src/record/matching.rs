//! The rules of a match.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::{Answer, is_default};
use crate::money::Money;
use crate::percent::{MatchRate, Percent};

choices! {
    /// What is known of a match's formula.
    MatchKind {
        /// A share of what is contributed, up to a percentage of pay.
        PercentOfPay = "percent_of_pay" => "A share of each dollar, up to a percentage of my pay",
        /// A share of what is contributed, up to dollars a year.
        Dollars = "dollars" => "A share of each dollar, up to a dollar amount a year",
        /// No more than the most that it pays in a year.
        CapOnly = "cap_only" => "I only know its annual maximum",
    }
}

choices! {
    /// How a match that is worked out with each paycheck keeps to the pay that a plan may
    /// count in a year (IRC 401(a)(17)). The law has one limit for the year; the practice is
    /// the plan's.
    CountedPay {
        /// Not known yet: room is kept for the practice that gives the most.
        Unknown = "unknown" => "I don’t know",
        /// It ends with the paycheck on which pay reaches the limit.
        Stops = "stops" => "It stops once my pay reaches the limit",
        /// Each paycheck counts at most its share of the limit.
        Spread = "spread" => "Each paycheck counts at most its share of the limit",
        /// It goes on to what the limit gives for the whole year.
        WholeYear = "whole_year" => "It continues up to the year’s maximum",
    }
}

choices! {
    /// When the match is reckoned and posted.
    MatchTiming {
        /// With each paycheck, on that paycheck alone.
        EachPaycheck = "each_paycheck" => "With each paycheck",
        /// Once, on the whole year.
        Yearly = "yearly" => "Once a year, on the whole year",
    }
}

/// One tier of a match: a rate on deferrals up to a share of pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchTier {
    /// The employer's share of each dollar deferred, in percent.
    pub rate: MatchRate,
    /// Up to this share of pay, counted from the first dollar; without it there is no such bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Percent>,
}

/// The most tiers of a match.
pub const MOST_TIERS: usize = 3;

/// Whether and how the employer matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MatchRules {
    /// Whether there is a match at all; where it is not known the person's own
    /// figure of the match to come is used.
    pub offered: Answer,
    /// What is known of its formula.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: MatchKind,
    /// Its tiers, lowest first, at most [`MOST_TIERS`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<MatchTier>,
    /// The most match in a year, in dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dollar_cap: Option<Money>,
    /// The least share of a paycheck that must be contributed for there to be any match on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_deferral: Option<Percent>,
    /// How it keeps to the pay that a plan may count.
    #[serde(skip_serializing_if = "is_default")]
    pub above_counted_pay: CountedPay,
    /// When it is reckoned.
    #[serde(skip_serializing_if = "is_default")]
    pub timing: MatchTiming,
    /// Whether a match that single paychecks missed is made good after the year.
    #[serde(skip_serializing_if = "is_default")]
    pub true_up: Answer,
    /// Whether catch-up is matched; open counts as yes, so that room is kept for it.
    #[serde(skip_serializing_if = "is_default")]
    pub on_catch_up: Answer,
    /// Whether after-tax contributions are matched; open counts as no.
    #[serde(skip_serializing_if = "is_default")]
    pub on_after_tax: Answer,
}

impl MatchRules {
    /// Whether after-tax contributions are matched.
    #[must_use]
    pub fn matches_after_tax(&self) -> bool {
        self.on_after_tax == Answer::Yes
    }

    /// The tiers that count: none where only the most of a year is known, and without their
    /// shares of pay where dollars alone are the bound.
    pub fn tiers_in_force(&self) -> impl Iterator<Item = MatchTier> {
        let tiers = if self.kind == MatchKind::CapOnly { &[][..] } else { &self.tiers };
        let in_dollars = self.kind == MatchKind::Dollars;
        tiers.iter().map(move |tier| MatchTier { up_to: tier.up_to.filter(|_| !in_dollars), ..*tier })
    }

    /// Whether there is a match of which only the most in a year is known.
    #[must_use]
    pub fn has_only_a_cap(&self) -> bool {
        self.offered == Answer::Yes && self.dollar_cap.is_some() && self.tiers_in_force().next().is_none()
    }

    /// Whether the match to come cannot be worked out: it is not known whether there is one,
    /// or neither its rate nor the most that it pays is.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.offered {
            Answer::Unknown => true,
            Answer::No => false,
            Answer::Yes => self.dollar_cap.is_none() && self.tiers_in_force().next().is_none(),
        }
    }
}
