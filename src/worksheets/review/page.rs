//! The yearly review: what is asked of what else a person could do.

use crate::questions::cards::Item::{AskIf, Grid};
use crate::questions::cards::{Card, Page, ask};
use crate::questions::{Field, Key};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Yearly review",
    question: "What is due, and what else could you do?",
    invitation: "Go over the year: its dates, its limits and its mistakes",
    worksheet: "Yearly review",
    cards: CARDS,
};

const CARDS: &[Card] = &[BEYOND, WORTH];

const BEYOND: Card = Card {
    id: "what-else",
    title: "What else could you do?",
    hint: "All of this is optional. It shows the figures for other ways to save.",
    folded: true,
    items: &[
        Grid(&[ask(Field::FilingStatus), ask(Field::Magi)]),
        ask(Field::HsaCoverage),
        Grid(&[ask(Field::IraContributed), ask(Field::OtherIras)]),
        ask(Field::IraBasis),
        ask(Field::Offers457b),
        AskIf(Key::Sheet(Field::BusinessKind), |applies| applies.owner),
        ask(Field::FiledInTime),
    ],
};

const WORTH: Card = Card {
    id: "worth",
    title: "What the room is worth",
    hint: "A projection, not a promise. Growth comes from the Conversions page.",
    folded: true,
    items: &[
        ask(Field::ProjectedYears),
        Grid(&[ask(Field::TaxRate), ask(Field::TaxRateLater)]),
        Grid(&[ask(Field::Dividends), ask(Field::GainsTax)]),
    ],
};
