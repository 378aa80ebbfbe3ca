//! The contribution pace: paydays, pay, what is taken, and how to spread it.

use crate::questions::cards::Item::{Ask, Beside, Fold, Grid};
use crate::questions::cards::{Card, Item, Look, Page, READ_STUB, Rows, ask, figure, of};
use crate::questions::{Field, Key, List, RowField};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Pace",
    question: "What to enter on your payroll site, and by when",
    invitation: "Turn it into an election, paycheck by paycheck",
    worksheet: "Contribution pace",
    cards: CARDS,
};

const CARDS: &[Card] = &[PAYDAYS, PAY, SO_FAR, READ_STUB, ELECTIONS, TAKE_HOME, MATCH, ALLOWED, PAYROLL_SITE, SPREAD];

const PAYDAYS: Card = Card {
    id: "paydays",
    title: "You and your paydays",
    hint: "",
    folded: false,
    items: &[
        Grid(&[Ask(Key::BirthDate), ask(Field::Cadence), ask(Field::KnownPayDate)]),
        Beside(&[ask(Field::FirstDay), ask(Field::SecondDay)]),
        ask(Field::PayDates),
        Fold(
            "Began or ended this year, or paydays on weekends",
            &[ask(Field::StartedOn), ask(Field::EndedOn), ask(Field::Shift)],
        ),
    ],
};

const PAY: Card = Card {
    id: "pay-rates",
    title: "Your pay",
    hint: "",
    folded: false,
    items: &[ask(Field::PayBasis), ask(Field::PayRate), Item::Rows(&RAISES), Item::Rows(&BONUSES)],
};

const RAISES: Rows = Rows {
    list: List::Raises,
    id: "add-raise",
    add: "Add a raise",
    remove: "Remove this raise",
    look: Look::Framed("A raise"),
    latest: 12,
    items: &[Beside(&[of(List::Raises, RowField::From), of(List::Raises, RowField::NewPay)])],
};

const fn bonus(field: RowField) -> Item {
    of(List::Bonuses, field)
}

const BONUSES: Rows = Rows {
    list: List::Bonuses,
    id: "add-bonus",
    add: "Add a bonus",
    remove: "Remove this bonus",
    look: Look::Framed("A bonus still to come"),
    latest: 12,
    items: &[
        Beside(&[bonus(RowField::Date), bonus(RowField::Amount)]),
        Fold(
            "Contributions from it, and how sure it is",
            &[
                bonus(RowField::Sure),
                bonus(RowField::TakesDeferrals),
                bonus(RowField::TakesAfterTax),
                bonus(RowField::Matched),
                bonus(RowField::Eligible),
            ],
        ),
    ],
};

const SO_FAR: Card = Card {
    id: "so-far",
    title: "Your latest pay stub",
    hint: "Copy the year-to-date column.",
    folded: false,
    items: &[
        Grid(&[
            figure(Field::PreTaxSoFar),
            figure(Field::MatchSoFar),
            figure(Field::AfterTax),
            figure(Field::RothSoFar),
        ]),
        Fold(
            "Its date and pay, if they differ",
            &[Beside(&[ask(Field::LastStub), ask(Field::PaySoFar)]), ask(Field::EligibleSoFar)],
        ),
    ],
};

const ELECTIONS: Card = Card {
    id: "elections",
    title: "Your elections now",
    hint: "What your payroll site takes from each paycheck: a percentage, or dollars with $.",
    folded: false,
    items: &[Grid(&[
        ask(Field::PreTaxElection),
        ask(Field::AfterTaxElection),
        ask(Field::RothElection),
        ask(Field::BonusPreTax),
        ask(Field::BonusRoth),
        ask(Field::BonusAfterTax),
        ask(Field::CatchUpPreTax),
        ask(Field::CatchUpRoth),
        ask(Field::CatchUpSoFar),
    ])],
};

const TAKE_HOME: Card = Card {
    id: "take-home-pay",
    title: "What you take home",
    hint: "After-tax money comes out of your take-home pay, so the answer never asks for more than is there.",
    folded: false,
    items: &[Grid(&[ask(Field::TakeHome), ask(Field::LeastTakeHome)])],
};

const MATCH: Card = Card {
    id: "match-rules",
    title: "Your match",
    hint: "",
    folded: false,
    items: &[
        ask(Field::MatchOffered),
        Grid(&[ask(Field::MatchRate1), ask(Field::MatchUpTo1), ask(Field::MatchDollarCap)]),
        Fold(
            "More about the match",
            &[
                ask(Field::MatchKind),
                Grid(&[
                    ask(Field::MatchRate2),
                    ask(Field::MatchUpTo2),
                    ask(Field::MatchRate3),
                    ask(Field::MatchUpTo3),
                    ask(Field::MatchLeast),
                ]),
                ask(Field::MatchTiming),
                ask(Field::TrueUp),
            ],
        ),
    ],
};

const PAYROLL_SITE: Card = Card {
    id: "election-rules",
    title: "Your payroll site",
    hint: "",
    folded: false,
    items: &[
        ask(Field::ChangeLeadDays),
        Fold(
            "How elections are entered",
            &[ask(Field::ElectionStep), ask(Field::Spillover), ask(Field::BonusElections)],
        ),
    ],
};

const ALLOWED: Card = Card {
    id: "allowed",
    title: "Does your plan allow it?",
    hint: "",
    folded: false,
    items: &[ask(Field::PlanAfterTax), ask(Field::InPlanRollover)],
};

const SPREAD: Card = Card {
    id: "spread",
    title: "How to spread it",
    hint: "",
    folded: true,
    items: &[
        ask(Field::Strategy),
        ask(Field::FillBy),
        ask(Field::OwnTarget),
        ask(Field::SpilloverOnly),
        ask(Field::WhatIfRaise),
    ],
};
