//! Shows the questions of the catalogue, each card of a page by one renderer.
//!
//! A question written as a view costs the download hundreds of bytes of code; as a row of a
//! table it costs its words.

mod import;
mod inputs;
mod rows;
mod show;

use planner::questions::cards::{Card, keys};
use planner::questions::{Hint, Key, ROW};

use crate::app::state::State;
pub use show::{marked, questions, said};

/// The unit beside a typed number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
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
    /// These words; `{year}` is the year on show, `{last_year}` the one before it, and `{today}`
    /// the day.
    Said(&'static str),
    /// What the engine says of this field, once it is here.
    Reckoned(Key),
}

impl Words {
    /// What stands below a field's question.
    const fn below(key: Key, hint: Hint) -> Self {
        match hint {
            Hint::None => Self::Said(""),
            Hint::Said(words) => Self::Said(words),
            Hint::Reckoned => Self::Reckoned(key),
        }
    }

    fn is_none(self) -> bool {
        matches!(self, Self::Said(""))
    }

    /// The words as the state has them now.
    pub fn now(self, state: State) -> String {
        let filled = |piece: &str| match piece {
            "year" => state.draft.year().to_string(),
            "today" => state.today.get().long(),
            "last_year" => (state.draft.year() - 1).to_string(),
            _ => piece.to_owned(),
        };
        match self {
            Self::Said(words) => words.split(['{', '}']).map(filled).collect(),
            Self::Reckoned(key) => state.replies.hint(&key.id()),
        }
    }
}

/// Whether these cards ask for the field with this id, in whatever row.
pub fn asks_for(cards: &'static [Card], id: &str) -> bool {
    let row = id.split('-').find_map(|piece| piece.parse().ok()).unwrap_or(ROW);
    let mut asks = false;
    for card in cards {
        keys(card.items, &mut |key| asks |= key.of_row(row).id() == id);
    }
    asks
}
