//! Which questions stand in which card of which page.
//!
//! The pages show these tables, and they compile natively as well, so that a test holds
//! every page against the catalogue.

mod conversions;
mod landing;
mod pace;
mod plan;
mod room;
mod tax_forms;

use super::{Applies, Field, Key, List, Pair, ROW, RowField};
use crate::record::Answers;
pub use conversions::CONVERSIONS;
pub use landing::LANDING;
pub use pace::PACE;
pub use plan::PLAN;
pub use room::ROOM;
pub use tax_forms::TAX_FORMS;

/// A card of questions under a heading. It shows while any of them applies.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// The heading's id, or that of the fold.
    pub id: &'static str,
    /// The heading, with `{year}` for the year on show.
    pub title: &'static str,
    /// What to know before answering. Words between asterisks are strong.
    pub hint: &'static str,
    /// Whether the card is closed until it is opened.
    pub folded: bool,
    /// What it asks, in order.
    pub items: &'static [Item],
}

/// One entry of a card.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// A question.
    Ask(Key),
    /// A question by its title alone, among figures copied from one paper.
    Figure(Key),
    /// A question, only while this holds as well.
    AskIf(Key, fn(Applies) -> bool),
    /// The same with other answers, for whom those of the question are too many.
    AskAs(Key, Answers, fn(Applies) -> bool),
    /// Two amounts under one heading.
    Amounts(&'static Pair),
    /// The year, which decides what every other question means.
    Year,
    /// The same among all years that a ledger can have.
    LedgerYear,
    /// What stands in the place of questions that do not apply, while they do not.
    Instead(&'static str, fn(Applies) -> bool),
    /// Short questions in one line, as long as it has room for them.
    Beside(&'static [Self]),
    /// Questions in two columns, where the window is wide enough.
    Grid(&'static [Self]),
    /// Questions for few people, closed until they are opened.
    Fold(&'static str, &'static [Self]),
    /// The same questions once for each of several things.
    Rows(&'static Rows),
    /// What is no question but belongs among them.
    Part(Part),
}

/// What is no question and is shown by the page itself.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// The ways to bring rows of the ledger in at once.
    Import,
}

/// Questions that are asked of each row of a list that a person can lengthen.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// Which list it is.
    pub list: List,
    /// The id of the button that adds a row.
    pub id: &'static str,
    /// What that button says.
    pub add: &'static str,
    /// What the button says that takes a row away.
    pub remove: &'static str,
    /// How a row is shown.
    pub look: Look,
    /// How many of the latest rows stand in the page until more are asked for.
    pub latest: usize,
    /// What is asked of it. The first question takes the focus in a new row.
    pub items: &'static [Item],
}

/// How the rows of a list look.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// Each in a frame under this title.
    Framed(&'static str),
    /// Each in a frame under a title of its own: these words before its text in a field, or
    /// the title while that is empty.
    Named(&'static str, &'static str, RowField),
    /// Each in one line, the labels of its questions above the first.
    Lines,
}

/// A question of the year's sheet.
const fn ask(field: Field) -> Item {
    Item::Ask(Key::Sheet(field))
}

/// A figure of the year's sheet, by its title.
const fn figure(field: Field) -> Item {
    Item::Figure(Key::Sheet(field))
}

/// A question of each row of a list.
const fn of(list: List, field: RowField) -> Item {
    Item::Ask(Key::Row(list, ROW, field))
}

/// Every question among entries, each as the key of its field; those of rows in the row
/// [`ROW`].
pub fn keys(items: &'static [Item], found: &mut dyn FnMut(Key)) {
    for item in items {
        match item {
            Item::Ask(key) | Item::Figure(key) | Item::AskIf(key, _) | Item::AskAs(key, ..) => found(*key),
            Item::Amounts(pair) => {
                found(pair.so_far);
                found(pair.to_come);
            }
            Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) => keys(inner, found),
            Item::Rows(rows) => keys(rows.items, found),
            Item::Year | Item::LedgerYear | Item::Instead(..) | Item::Part(_) => {}
        }
    }
}
