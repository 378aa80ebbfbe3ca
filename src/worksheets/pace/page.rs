//! The contribution pace: paydays, pay, what is taken, and how to spread it.

use crate::questions::cards::Item::{Beside, Grid};
use crate::questions::cards::{Card, Item, Look, Page, Rows, ask, figure, of};
use crate::questions::{Field, List, RowField};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Pace",
    question: "What to enter on your payroll site, and by when",
    invitation: "Turn it into an election, paycheck by paycheck",
    worksheet: "Contribution pace",
    cards: CARDS,
};

const CARDS: &[Card] = &[PAYDAYS, PAY, SO_FAR, ELECTIONS, TAKE_HOME, SPREAD];

const PAYDAYS: Card = Card {
    id: "paydays",
    title: "Your paydays",
    hint: "",
    folded: false,
    items: &[
        ask(Field::Cadence),
        ask(Field::KnownPayDate),
        Beside(&[ask(Field::FirstDay), ask(Field::SecondDay)]),
        ask(Field::PayDates),
        ask(Field::Shift),
        ask(Field::StartedOn),
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
        bonus(RowField::Sure),
        bonus(RowField::TakesDeferrals),
        bonus(RowField::TakesAfterTax),
        bonus(RowField::Matched),
        bonus(RowField::Eligible),
    ],
};

const SO_FAR: Card = Card {
    id: "so-far",
    title: "Your latest pay stub",
    hint: "The *year-to-date* column. The same figures stand in the Room worksheet.",
    folded: false,
    items: &[
        Beside(&[ask(Field::LastStub), ask(Field::PaySoFar)]),
        ask(Field::EligibleSoFar),
        Grid(&[
            figure(Field::PreTaxSoFar),
            figure(Field::RothSoFar),
            figure(Field::MatchSoFar),
            figure(Field::AfterTax),
        ]),
    ],
};

const ELECTIONS: Card = Card {
    id: "elections",
    title: "What is taken from each paycheck now",
    hint: "As you elected it on the payroll site. A percentage with %, dollars with $; without a sign it is what your payroll uses.",
    folded: false,
    items: &[Grid(&[
        ask(Field::PreTaxElection),
        ask(Field::RothElection),
        ask(Field::AfterTaxElection),
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
    hint: "After-tax money comes out of what taxes leave. With these two the plan never asks for more than is there.",
    folded: false,
    items: &[Beside(&[ask(Field::TakeHome), ask(Field::LeastTakeHome)])],
};

const SPREAD: Card = Card {
    id: "spread",
    title: "How to spread it",
    hint: "",
    folded: false,
    items: &[
        ask(Field::Strategy),
        ask(Field::FillBy),
        ask(Field::OwnTarget),
        ask(Field::SpilloverOnly),
        ask(Field::WhatIfRaise),
    ],
};
