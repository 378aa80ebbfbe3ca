//! The Plan Feature Checklist.

use crate::questions::Field;
use crate::questions::cards::Item::{self, Grid};
use crate::questions::cards::{CAPS, Card, Page, Part, ask};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Plan",
    question: "Can your plan do a mega backdoor Roth?",
    invitation: "Check what your plan offers",
    worksheet: "Plan Feature Checklist",
    cards: CARDS,
};

const CARDS: &[Card] = &[KIND, BOOKLET, FEATURES, DETAILS, ELECTION, MATCH, CAPS];

const KIND: Card = Card {
    id: "kind",
    title: "Your plan",
    hint: "A *mega backdoor Roth* works if your 401(k) or 403(b) accepts *after-tax contributions* on top of your regular deferrals and lets you move them to Roth while you still work there. Answer what you know; the letter asks for the rest. You can share these rules by a link that leaves out your pay. This planner doesn’t cover nonresident aliens (Form 1042-S).",
    folded: false,
    items: &[ask(Field::PlanKind), ask(Field::Employer)],
};

const BOOKLET: Card = Card {
    id: "booklet",
    title: "Read my plan’s booklet",
    hint: "Paste text from your *summary plan description*, or choose its file. The planner finds the sentences about these questions; you read each one and decide. It doesn’t interpret your plan. The text stays in this browser and is forgotten when you leave.",
    folded: true,
    items: &[Item::Part(Part::Booklet)],
};

const FEATURES: Card = Card {
    id: "features",
    title: "The six features",
    hint: "Look in the *summary plan description*, which every plan must give you, and on the page where you change your contributions. If you don’t know, say so: the letter on this page asks for you.",
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
    hint: "Leave blank what your plan doesn’t have.",
    folded: true,
    items: &[
        ask(Field::TransferBy),
        ask(Field::SeparateAccounting),
        ask(Field::SuspendsContributions),
        ask(Field::DeferralsFirst),
        Grid(&[ask(Field::TransfersPerYear), ask(Field::LeastTransfer), ask(Field::TransferFee)]),
        ask(Field::HighlyCompensated),
        ask(Field::UnionContract),
        ask(Field::OthersAverage),
        ask(Field::TestedAlone),
        ask(Field::AutomaticArrangement),
        ask(Field::PlanYearEnds),
    ],
};

const ELECTION: Card = Card {
    id: "election-rules",
    title: "How your payroll site accepts elections",
    hint: "",
    folded: true,
    items: &[
        ask(Field::ElectionStep),
        Grid(&[ask(Field::ElectionLimit), ask(Field::ChangeLeadDays)]),
        ask(Field::ChangeMonths),
        ask(Field::ElectionLimitCovers),
        ask(Field::Spillover),
        ask(Field::StopsAtCountedPay),
        ask(Field::BonusElections),
        ask(Field::CatchUpElection),
    ],
};

const MATCH: Card = Card {
    id: "match-rules",
    title: "The match and profit sharing",
    hint: "They use room as well, so the planner needs their formulas.",
    folded: true,
    items: &[
        ask(Field::MatchOffered),
        ask(Field::MatchKind),
        Grid(&[
            ask(Field::MatchRate1),
            ask(Field::MatchUpTo1),
            ask(Field::MatchRate2),
            ask(Field::MatchUpTo2),
            ask(Field::MatchRate3),
            ask(Field::MatchUpTo3),
            ask(Field::MatchDollarCap),
            ask(Field::MatchLeast),
        ]),
        ask(Field::MatchTiming),
        ask(Field::TrueUp),
        ask(Field::MatchAbove),
        ask(Field::MatchOnCatchUp),
        ask(Field::MatchOnAfterTax),
        ask(Field::ProfitSharingPercent),
    ],
};
