//! The tax forms: those that came, and what the plan returned.

use crate::questions::cards::Item::{Ask, Beside, Fold};
use crate::questions::cards::{Card, Item, Look, Page, Part, Rows, of};
use crate::questions::{Key, List, RowField};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Tax forms",
    question: "Is your Form 1099-R right?",
    invitation: "Check the form that your plan sends you",
    worksheet: "Tax forms",
    cards: CARDS,
};

const CARDS: &[Card] = &[YEAR, READ, CAME, RETURNED];

const YEAR: Card = Card {
    id: "tax-year",
    title: "The year of the conversions",
    hint: "Your plan reports each conversion to you and the IRS on *Form 1099-R*, early in the next year. Your age decides which code belongs in box 7.",
    folded: false,
    items: &[Ask(Key::BirthDate)],
};

const READ: Card = Card {
    id: "booklet",
    title: "Read my Form 1099-R",
    hint: "Choose the PDF of the form. Each box that is found is shown; you enter it by a click. The file stays in this browser and is forgotten when you leave.",
    folded: true,
    items: &[Item::Part(Part::Booklet)],
};

const fn form(field: RowField) -> Item {
    of(List::Forms, field)
}

const CAME: Card = Card {
    id: "forms-that-came",
    title: "Forms 1099-R you received",
    hint: "Copy each box from the form. Leave blank what is blank there.",
    folded: false,
    items: &[Item::Rows(&Rows {
        list: List::Forms,
        id: "add-form",
        add: "Add a Form 1099-R",
        remove: "Remove this form",
        look: Look::Named("Form 1099-R", "Form 1099-R from ", RowField::Payer),
        latest: 1,
        items: &[
            Beside(&[form(RowField::Payer), form(RowField::Corrected)]),
            Beside(&[form(RowField::Box1), form(RowField::Box2a)]),
            Beside(&[form(RowField::NotDetermined), form(RowField::TotalDistribution)]),
            Beside(&[form(RowField::Box4), form(RowField::Box5)]),
            Beside(&[form(RowField::Box7), form(RowField::IraBox)]),
            Fold(
                "Boxes 10 and 11, and other money on the form",
                &[
                    Beside(&[form(RowField::Box10), form(RowField::Box11)]),
                    Beside(&[form(RowField::OtherMoney), form(RowField::OtherTaxable)]),
                ],
            ),
        ],
    })],
};

const fn returned(field: RowField) -> Item {
    of(List::Returns, field)
}

const RETURNED: Card = Card {
    id: "money-returned",
    title: "Money the plan returned",
    hint: "Only if more was contributed for {year} than allowed: what came back, or what the plan says will come back.",
    folded: true,
    items: &[Item::Rows(&Rows {
        list: List::Returns,
        id: "add-return",
        add: "Add a return",
        remove: "Remove this return",
        look: Look::Framed("Money returned"),
        latest: 4,
        items: &[
            returned(RowField::ReturnKind),
            Beside(&[returned(RowField::Excess), returned(RowField::ReturnedEarnings)]),
            returned(RowField::ExcessPreTax),
            returned(RowField::PaidOn),
            returned(RowField::WasConverted),
            returned(RowField::WasRoth),
        ],
    })],
};
