//! What the choice of the landing spot goes by, and the choice itself.

use crate::questions::cards::Item::{Ask, AskIf, Grid, When};
use crate::questions::cards::{Card, Item, Page, ask, shown};
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

/// A question on what is still to be decided, while the year is not over.
const fn ahead(field: Field) -> Item {
    AskIf(Key::Sheet(field), |applies| !applies.past)
}

/// A question on the choice: of a year that is over, only what was chosen then.
const fn choice(field: Field) -> Item {
    AskIf(Key::Sheet(field), |applies| !applies.past || applies.spot_chosen)
}

const YOU: Card = Card {
    id: "your-accounts",
    title: "Your age and your Roth accounts",
    hint: "Earnings come out tax-free once five years have passed since the first money went in, and you are 59½.",
    folded: false,
    items: &[Ask(Key::BirthDate), Grid(&[ask(Field::RothIraSince), ask(Field::PlanRothSince)])],
};

const PLAN: Card = Card {
    id: "what-the-plan-allows",
    title: "What the plan allows",
    hint: "Answers from the Plan page show here.",
    folded: false,
    items: &[
        When(
            |applies| !applies.past,
            &[shown(Field::InPlanRollover), shown(Field::InServiceWithdrawal), shown(Field::Destination)],
        ),
        ahead(Field::PlanLoans),
    ],
};

const MATTERS: Card = Card {
    id: "what-matters",
    title: "What matters to you",
    hint: "",
    folded: false,
    items: &[
        ahead(Field::NeededEarly),
        ahead(Field::LeavesFrom55),
        ahead(Field::BetterInvestments),
        ahead(Field::LowerCosts),
    ],
};

const CHOICE: Card = Card {
    id: "your-choice",
    title: "Your choice",
    hint: "We keep it with its reason and date, and point out any conversion that goes somewhere else.",
    folded: false,
    items: &[choice(Field::LandingSpot), choice(Field::LandingReason), choice(Field::LandingChosenOn)],
};

const WITHDRAW: Card = Card {
    id: "withdrawal",
    title: "If you take money out",
    hint: "Try an amount and a date: this shows what would be taxed, and on which lines of the return.",
    folded: true,
    items: &[
        Grid(&[ask(Field::Withdraw), ask(Field::WithdrawOn)]),
        ask(Field::WithdrawFrom),
        ask(Field::RothIraContributions),
        Grid(&[ask(Field::PlanRothValue), ask(Field::PlanRothDeferrals)]),
        ask(Field::EarlyException),
    ],
};
