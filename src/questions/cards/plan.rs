//! The Plan Feature Checklist.

use super::Item::{Grid, Year};
use super::{Card, ask};
use crate::questions::Field;

/// All cards of the page.
pub const PLAN: &[Card] = &[KIND, FEATURES, DETAILS, ELECTION, MATCH, CAPS];

const KIND: Card = Card {
    id: "kind",
    title: "Your plan",
    hint: "Everything here is about the plan’s rules, not about you: it can be shared without your pay.",
    folded: false,
    items: &[Year, ask(Field::PlanKind), ask(Field::Employer)],
};

const FEATURES: Card = Card {
    id: "features",
    title: "The six features",
    hint: "Look in the *summary plan description*, which every plan must give you, and on the page where you change your contributions. “I don’t know” is a good answer: the letter on this page asks for you.",
    folded: false,
    items: &[
        ask(Field::PlanAfterTax),
        ask(Field::InServiceWithdrawal),
        ask(Field::InPlanRollover),
        ask(Field::RothDeferrals),
        ask(Field::TransferTiming),
        ask(Field::Destination),
        ask(Field::Cadence),
        ask(Field::ElectionMode),
    ],
};

const DETAILS: Card = Card {
    id: "transfer-details",
    title: "How money moves to Roth",
    hint: "Leave empty what your plan does not have.",
    folded: true,
    items: &[
        ask(Field::TransferBy),
        ask(Field::SeparateAccounting),
        ask(Field::SuspendsContributions),
        ask(Field::DeferralsFirst),
        Grid(&[ask(Field::TransfersPerYear), ask(Field::LeastTransfer), ask(Field::TransferFee)]),
        ask(Field::HighlyCompensated),
        ask(Field::OthersAverage),
    ],
};

const ELECTION: Card = Card {
    id: "election-rules",
    title: "How payroll takes an election",
    hint: "",
    folded: true,
    items: &[
        ask(Field::ElectionStep),
        Grid(&[ask(Field::ElectionLimit), ask(Field::ChangeLeadDays)]),
        ask(Field::Spillover),
    ],
};

const MATCH: Card = Card {
    id: "match-rules",
    title: "The match and profit sharing",
    hint: "They take room as well, so the paychecks need their formulas.",
    folded: true,
    items: &[
        ask(Field::MatchOffered),
        Grid(&[
            ask(Field::MatchRate1),
            ask(Field::MatchUpTo1),
            ask(Field::MatchRate2),
            ask(Field::MatchUpTo2),
            ask(Field::MatchRate3),
            ask(Field::MatchUpTo3),
            ask(Field::MatchDollarCap),
        ]),
        ask(Field::MatchTiming),
        ask(Field::TrueUp),
        ask(Field::MatchOnCatchUp),
        ask(Field::MatchOnAfterTax),
        ask(Field::ProfitSharingPercent),
    ],
};

/// The plan's own limits, which the room's page asks as well.
pub(super) const CAPS: Card = Card {
    id: "plan-rules",
    title: "The plan’s own limits",
    hint: "Only what your plan’s summary or HR says. Leave empty what it does not have.",
    folded: true,
    items: &[
        Grid(&[
            ask(Field::DeferralLimit),
            ask(Field::AfterTaxDollars),
            ask(Field::AfterTaxPercent),
            ask(Field::CombinedPercent),
        ]),
        ask(Field::PercentOfCountedPay),
        ask(Field::ReservedMatch),
    ],
};
