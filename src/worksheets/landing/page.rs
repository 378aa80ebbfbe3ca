//! What the choice of the landing spot goes by, and the choice itself.

use crate::questions::cards::Item::{Ask, Grid};
use crate::questions::cards::{Card, Page, ask};
use crate::questions::{Field, Key};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Landing spot",
    question: "Roth IRA or Roth 401(k)?",
    invitation: "Choose where it lands",
    worksheet: "Landing spot",
    cards: CARDS,
};

const CARDS: &[Card] = &[YOU, PLAN, MATTERS, CHOICE, WITHDRAW];

const YOU: Card = Card {
    id: "your-accounts",
    title: "Your age and your Roth accounts",
    hint: "Earnings come out free of tax five years after the first money went in, and from age 59½.",
    folded: false,
    items: &[Ask(Key::BirthDate), Grid(&[ask(Field::RothIraSince), ask(Field::PlanRothSince)])],
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

const WITHDRAW: Card = Card {
    id: "withdrawal",
    title: "If you take money out",
    hint: "Try a day and an amount: this shows what would be taxed, and on which lines of the return.",
    folded: true,
    items: &[
        Grid(&[ask(Field::Withdraw), ask(Field::WithdrawOn)]),
        ask(Field::WithdrawFrom),
        ask(Field::RothIraContributions),
        Grid(&[ask(Field::PlanRothValue), ask(Field::PlanRothDeferrals)]),
        ask(Field::EarlyException),
    ],
};
