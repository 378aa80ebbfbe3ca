//! What a page is made of: its words, and its cards with the questions that stand in them.
//!
//! Each worksheet has its page beside it, in its `page.rs`. These tables compile natively as
//! well, so that a test holds every page against the catalogue.

mod plan_limits;

use super::{Applies, Field, Key, List, Pair, ROW, RowField};
use crate::record::Answers;
pub use plan_limits::CAPS;

/// The page of a worksheet: its words and its questions. All else is the same for each.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// What its heading, the browser's title and every link to it say.
    pub name: &'static str,
    /// What it answers.
    pub question: &'static str,
    /// Why one would go on to it from the page before.
    pub invitation: &'static str,
    /// What the guide calls its worksheet.
    pub worksheet: &'static str,
    /// What it asks.
    pub cards: &'static [Card],
}

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
    /// An answer that is given on another page, and the way there.
    Shown(Key),
    /// Entries that stand only while this holds.
    When(fn(Applies) -> bool, &'static [Self]),
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
    /// Reading a plan's paper.
    Booklet,
    /// The way to give another job a sheet of its own.
    AddJob,
    /// The way to take the sheet of the job on show away.
    RemoveJob,
}

/// The answer of a question of the year's sheet that is given on another page.
pub(crate) const fn shown(field: Field) -> Item {
    Item::Shown(Key::Sheet(field))
}

/// The way to a pay stub, on each page that asks for its figures.
pub(crate) const READ_STUB: Card = Card {
    id: "booklet",
    title: "Read them from a pay stub",
    hint: "Choose the PDF of your latest stub, or paste its text. Each year-to-date figure that is certain is shown with its line; you enter it by a click. The stub stays in this browser and is forgotten when you leave.",
    folded: true,
    items: &[Item::Part(Part::Booklet)],
};

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
pub(crate) const fn ask(field: Field) -> Item {
    Item::Ask(Key::Sheet(field))
}

/// A figure of the year's sheet, by its title.
pub(crate) const fn figure(field: Field) -> Item {
    Item::Figure(Key::Sheet(field))
}

/// A question of each row of a list.
pub(crate) const fn of(list: List, field: RowField) -> Item {
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
            Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) | Item::When(_, inner) => keys(inner, found),
            Item::Rows(rows) => keys(rows.items, found),
            Item::Part(_) | Item::Shown(_) => {}
        }
    }
}
