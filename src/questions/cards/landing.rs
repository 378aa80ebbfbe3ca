//! What the choice of the landing spot goes by, and the choice itself.

use super::Item::{Ask, Grid, LedgerYear};
use super::{Card, ask};
use crate::questions::{Field, Key};

/// All cards of the page.
pub const LANDING: &[Card] = &[YOU, PLAN, MATTERS, CHOICE];

const YOU: Card = Card {
    id: "your-accounts",
    title: "Your age and your Roth accounts",
    hint: "Earnings come out free of tax five years after the first money went in, and from age 59½.",
    folded: false,
    items: &[Grid(&[LedgerYear, Ask(Key::BirthDate)]), Grid(&[ask(Field::RothIraSince), ask(Field::PlanRothSince)])],
};

const PLAN: Card = Card {
    id: "what-the-plan-allows",
    title: "What the plan allows",
    hint: "The same answers stand in the Plan worksheet.",
    folded: false,
    items: &[
        ask(Field::InPlanRollover),
        ask(Field::InServiceWithdrawal),
        ask(Field::Destination),
        ask(Field::PlanLoans),
    ],
};

const MATTERS: Card = Card {
    id: "what-matters",
    title: "What matters to you",
    hint: "",
    folded: false,
    items: &[ask(Field::NeededEarly), ask(Field::LeavesFrom55), ask(Field::BetterInvestments), ask(Field::LowerCosts)],
};

const CHOICE: Card = Card {
    id: "your-choice",
    title: "Your choice",
    hint: "It is kept with its reason and date, and shown beside a conversion that goes elsewhere.",
    folded: false,
    items: &[ask(Field::LandingSpot), ask(Field::LandingReason), ask(Field::LandingChosenOn)],
};
