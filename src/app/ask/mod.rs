//! Questions as data: a page lists what it asks in tables, and one renderer shows
//! them all.
//!
//! A question written as a view costs the download hundreds of bytes of code; as a
//! row of a table it costs its words.

mod inputs;
mod rows;
mod show;

use leptos::prelude::AnyView;
use planner::questions::{Key, List};

use super::form::Form;
pub use show::{marked, questions};

/// A card of questions under a heading. It shows while any of them applies.
#[derive(Clone, Copy)]
pub struct Group {
    /// The heading's id, or that of the fold.
    pub id: &'static str,
    /// The heading.
    pub title: Words,
    /// What to know before answering.
    pub hint: Words,
    /// Whether the card is closed until it is opened.
    pub folded: bool,
    /// What it asks, in order.
    pub items: &'static [Item],
}

/// One entry of a group.
#[derive(Clone, Copy)]
pub enum Item {
    /// A question.
    Ask(Question),
    /// The year, which decides what every other question means.
    Year,
    /// The same among all years that a ledger can have.
    LedgerYear,
    /// What stands in the place of questions that do not apply, while they do not.
    Instead(&'static str, fn(Form) -> bool),
    /// Short questions in one line, as long as it has room for them.
    Beside(&'static [Self]),
    /// Questions in two columns, where the window is wide enough.
    Grid(&'static [Self]),
    /// Questions for few people, closed until they are opened.
    Fold(&'static str, &'static [Self]),
    /// The same questions once for each of several things.
    Rows(Rows),
    /// What is no question but belongs among them, such as a way to fill them in.
    Part(fn(Form) -> AnyView),
}

/// Questions that are asked of each row of a list that a person can lengthen.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The id of the button that adds a row.
    pub id: &'static str,
    /// What that button says.
    pub add: &'static str,
    /// What the button says that takes a row away.
    pub remove: &'static str,
    /// Which list it is.
    pub list: List,
    /// How a row is shown.
    pub look: Look,
    /// How many of the latest rows stand in the page until more are asked for.
    pub latest: usize,
    /// What is asked of it. The first question takes the focus in a new row.
    pub items: &'static [Item],
}

/// How the rows of a list look.
#[derive(Clone, Copy)]
pub enum Look {
    /// Each in a frame under its title.
    Framed(fn(Form, u32) -> String),
    /// Each in one line, the labels of its questions above the first.
    Lines,
}

/// A question. It shows while the engine reads its field.
#[derive(Clone, Copy)]
pub struct Question {
    key: Key,
    label: Words,
    hint: Words,
    look_for: &'static [&'static str],
    sign: Option<fn(Form) -> Sign>,
    only: Option<fn(Form) -> bool>,
    input: Input,
}

/// How a question is answered.
#[derive(Clone, Copy)]
enum Input {
    /// In one line of text.
    Line,
    /// In several lines of text.
    Lines,
    /// In two amounts: so far, and still to come under this key.
    Pair(Key),
    /// By one of a few words, all in sight. The first is taken if none was chosen.
    Choice(Options),
    /// By one of many words, in a list that opens.
    Select(Options),
    /// By a box to check: `yes`, or nothing.
    Check,
}

/// The words to choose from: what is kept, and what the person reads.
pub type Options = &'static [(&'static str, &'static str)];

/// The unit beside a typed number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// None.
    Plain,
    /// `$`, before it.
    Dollars,
    /// `%`, after it.
    Percent,
}

/// What a person reads.
#[derive(Clone, Copy)]
pub enum Words {
    /// These words; `{year}` is the year on show and `{last_year}` the one before it.
    Said(&'static str),
    /// What the engine says of this field, once it is here.
    Reckoned(Key),
}

impl Words {
    /// No words at all.
    pub const NONE: Self = Self::Said("");

    fn is_none(self) -> bool {
        matches!(self, Self::Said(""))
    }

    /// The words as the form has them now.
    pub fn now(self, form: Form) -> String {
        let filled = |piece: &str| match piece {
            "year" => form.year().to_string(),
            "last_year" => (form.year() - 1).to_string(),
            _ => piece.to_owned(),
        };
        match self {
            Self::Said(words) => words.split(['{', '}']).map(filled).collect(),
            Self::Reckoned(key) => form.hint(&key.id()),
        }
    }
}

/// Stands in a table for the number of the row that a question is asked of.
pub const ROW: u32 = 0;

/// A question answered in one line of text.
pub const fn line(key: Key, label: &'static str) -> Question {
    Question::new(key, label, Input::Line)
}

/// A question answered in several lines of text.
pub const fn lines(key: Key, label: &'static str) -> Question {
    Question::new(key, label, Input::Lines)
}

/// A question answered in two amounts: so far, and still to come.
pub const fn pair(so_far: Key, to_come: Key, label: &'static str) -> Question {
    Question::new(so_far, label, Input::Pair(to_come))
}

/// A question answered by one of a few words, all in sight.
pub const fn choice(key: Key, label: &'static str, options: Options) -> Question {
    Question::new(key, label, Input::Choice(options))
}

/// A question answered by one of many words, in a list that opens.
pub const fn select(key: Key, label: &'static str, options: Options) -> Question {
    Question::new(key, label, Input::Select(options))
}

/// A question answered by a box to check.
pub const fn check(key: Key, label: &'static str) -> Question {
    Question::new(key, label, Input::Check)
}

/// Whether these entries ask for the field with this id, in whatever row.
pub fn asks_for(items: &[Item], id: &str) -> bool {
    items.iter().any(|item| match item {
        Item::Ask(question) => question.has(id),
        Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) => asks_for(inner, id),
        Item::Rows(rows) => asks_for(rows.items, id),
        Item::Year | Item::LedgerYear | Item::Instead(..) | Item::Part(_) => false,
    })
}

impl Question {
    /// Whether the field with this id is its own, in whatever row.
    fn has(&self, id: &str) -> bool {
        let row = id.split('-').find_map(|piece| piece.parse().ok()).unwrap_or(ROW);
        let this = self.of_row(row);
        this.key.id() == id || matches!(this.input, Input::Pair(to_come) if to_come.id() == id)
    }

    /// The question as it is asked of one row.
    const fn of_row(self, row: u32) -> Self {
        let input = match self.input {
            Input::Pair(to_come) => Input::Pair(in_row(to_come, row)),
            other => other,
        };
        Self { key: in_row(self.key, row), input, ..self }
    }

    const fn new(key: Key, label: &'static str, input: Input) -> Self {
        let (label, hint) = (Words::Said(label), Words::NONE);
        Self { key, label, hint, look_for: &[], sign: None, only: None, input }
    }

    /// With a hint below its label.
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint: Words::Said(hint), ..self }
    }

    /// With a hint that depends on the law's figures or the day: the engine gives it.
    pub const fn reckoned_hint(self) -> Self {
        Self { hint: Words::Reckoned(self.key), ..self }
    }

    /// With a fold that tells what to look for, point by point.
    pub const fn look_for(self, points: &'static [&'static str]) -> Self {
        Self { look_for: points, ..self }
    }

    /// With a sign that depends on the form.
    pub const fn sign(self, sign: fn(Form) -> Sign) -> Self {
        Self { sign: Some(sign), ..self }
    }

    /// Shown only while this holds as well.
    pub const fn only(self, when: fn(Form) -> bool) -> Self {
        Self { only: Some(when), ..self }
    }
}

/// The key in a table, of the row with this number.
const fn in_row(key: Key, row: u32) -> Key {
    match key {
        Key::BirthDate | Key::Sheet(_) => key,
        Key::Row(list, _, field) => Key::Row(list, row, field),
    }
}
