//! The ledger: what went in, what statements showed, what was converted, and what the
//! payroll and the plan say of the same.

use crate::questions::cards::Item::{Beside, Fold, Grid};
use crate::questions::cards::{Card, Item, Look, Page, Part, Rows, ask, figure, of};
use crate::questions::{Field, List, RowField};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Conversions",
    question: "What you moved to Roth, and what is taxed",
    invitation: "Move it to Roth, and log what moved",
    worksheet: "Conversion Tracking Checklist",
    cards: CARDS,
};

const CARDS: &[Card] = &[BRING_IN, CONTRIBUTIONS, MADE, BALANCES, LEDGER, OPENING, TOTALS, WAITING, BY_HAND];

const LEDGER: Card = Card {
    id: "your-ledger",
    title: "Your ledger for {year}",
    hint: "A *conversion* moves after-tax money to Roth. Your contributions were taxed before and move tax-free; only what they *earned* until then is income. Each year has its own page. Earlier years count too: whatever was left unconverted then carries over.",
    folded: false,
    items: &[ask(Field::SeveralPlans), ask(Field::SeparateAccounting)],
};

const OPENING: Card = Card {
    id: "opening",
    title: "Money from before this ledger",
    hint: "Only if after-tax money was in the plan before your first row. One line covers all of it.",
    folded: true,
    items: &[
        Beside(&[ask(Field::OpeningOn), ask(Field::OpeningPlan)]),
        Beside(&[ask(Field::OpeningBasis), ask(Field::OpeningValue)]),
        ask(Field::Before1987),
        ask(Field::Before1987Alone),
    ],
};

const BRING_IN: Card = Card {
    id: "bring-in",
    title: "Add many rows",
    hint: "Or type them in below, one by one.",
    folded: true,
    items: &[Item::Part(Part::Import)],
};

/// A row's date and amount, and its plan where there are several.
const fn entry(list: List) -> [Item; 3] {
    [of(list, RowField::On), of(list, RowField::Sum), of(list, RowField::Plan)]
}

const CONTRIBUTIONS: Card = Card {
    id: "contributions",
    title: "After-tax contributions",
    hint: "One row for each payday on which after-tax money went in. Dates are month/day/year; press Enter for the next row.",
    folded: false,
    items: &[Item::Rows(&Rows {
        list: List::Contributions,
        id: "add-contribution",
        add: "Add a contribution",
        remove: "Remove the contribution",
        look: Look::Lines,
        latest: 12,
        items: &[
            of(List::Contributions, RowField::On),
            of(List::Contributions, RowField::Sum),
            of(List::Contributions, RowField::Plan),
            of(List::Contributions, RowField::ForYearBefore),
        ],
    })],
};

const BALANCES: Card = Card {
    id: "balances",
    title: "Balances",
    hint: "What the after-tax money was worth *with its earnings*, from a statement or the plan’s website, ideally the day before a conversion. If the plan does not track it separately, enter the whole account. Without a balance, we can’t tell what a conversion left behind.",
    folded: false,
    items: &[Item::Rows(&Rows {
        list: List::Balances,
        id: "add-balance",
        add: "Add a balance",
        remove: "Remove the balance",
        look: Look::Lines,
        latest: 4,
        items: &entry(List::Balances),
    })],
};

const fn conversion(field: RowField) -> Item {
    of(List::Conversions, field)
}

const MADE: Card = Card {
    id: "your-conversions",
    title: "Conversions",
    hint: "The confirmation shows how much was after-tax contributions and how much was earnings. Enter either of the two if you have it, and the amount; if you enter both, the amount follows.",
    folded: false,
    items: &[Item::Rows(&Rows {
        list: List::Conversions,
        id: "add-conversion",
        add: "Add a conversion",
        remove: "Remove this conversion",
        look: Look::Named("A conversion", "Conversion of ", RowField::On),
        latest: 1,
        items: &[
            conversion(RowField::On),
            Beside(&[conversion(RowField::PlanBasis), conversion(RowField::PlanEarnings)]),
            Beside(&[conversion(RowField::Sum), conversion(RowField::How)]),
            Beside(&[conversion(RowField::ReceivedOn), conversion(RowField::RolledOverOn)]),
            Beside(&[conversion(RowField::RolledOver), conversion(RowField::ToTraditional)]),
            conversion(RowField::Plan),
            Fold(
                "Account and confirmation",
                &[Beside(&[conversion(RowField::Destination), conversion(RowField::Confirmation)])],
            ),
        ],
    })],
};

const TOTALS: Card = Card {
    id: "totals",
    title: "Does it agree?",
    hint: "We compare the ledger with your payroll’s and the plan’s own totals for {year}.",
    folded: true,
    items: &[
        Grid(&[figure(Field::AfterTax), ask(Field::LastStub)]),
        Grid(&[ask(Field::PlanTotal), ask(Field::PlanTotalOn)]),
    ],
};

const WAITING: Card = Card {
    id: "waiting-price",
    title: "What waiting costs",
    hint: "Whatever the money earns before it is converted is taxed. With these two, this page shows how much that costs.",
    folded: true,
    items: &[Grid(&[ask(Field::TaxRate), ask(Field::Growth)])],
};

const BY_HAND: Card = Card {
    id: "by-hand",
    title: "What only you can check off",
    hint: "",
    folded: true,
    items: &[ask(Field::FormsSaved), ask(Field::EarningsUnderstood), ask(Field::PlanRechecked)],
};
