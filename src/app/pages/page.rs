//! What a page is.

use leptos::prelude::AnyView;
use planner::worksheets::{Reads, Worksheet};

use super::START;
use crate::app::questions::asks_for;
use crate::app::state::{Route, State};

/// A page.
#[derive(Clone, Copy)]
pub enum Page {
    /// Questions, and the answer beside them.
    Worksheet(Worksheet),
    /// One that is like no other.
    Own(&'static OwnPage),
}

/// A page that is like no other.
pub struct OwnPage {
    /// What stands in the address.
    pub slug: &'static str,
    /// What its heading, the browser's title and every link to it say.
    pub name: &'static str,
    /// What it answers or is about.
    pub question: &'static str,
    /// Why one would go on to it.
    pub invitation: &'static str,
    /// What stands below that.
    pub show: fn(State) -> AnyView,
}

impl Page {
    /// What stands in the address, and what the engine calls its worksheet.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.slug(),
            Self::Own(page) => page.slug,
        }
    }

    /// What its heading, the browser's title and every link to it say.
    pub fn name(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.page().name,
            Self::Own(page) => page.name,
        }
    }

    /// What it answers or is about.
    pub fn question(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.page().question,
            Self::Own(page) => page.question,
        }
    }

    /// Why one would go on to it.
    pub fn invitation(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.page().invitation,
            Self::Own(page) => page.invitation,
        }
    }

    /// The page to go on to: the guide's next step, and at the end where one stands.
    pub fn next(self) -> Self {
        let mut steps = Worksheet::ALL.iter();
        let on_show = |worksheet: &Worksheet| matches!(self, Self::Worksheet(this) if this == *worksheet);
        match steps.find(|worksheet| on_show(worksheet)).and_then(|_| steps.next()) {
            Some(next) => Self::Worksheet(*next),
            None => START,
        }
    }

    /// Whether it can show every year that a ledger can have, and not only those with limits.
    pub fn has_every_year(self) -> bool {
        matches!(self, Self::Worksheet(worksheet) if matches!(worksheet.reads(), Reads::Posted | Reads::Anything))
    }

    /// Whether it is where one begins.
    pub fn is_start(self) -> bool {
        self.slug() == START.slug()
    }

    /// What the state knows of it.
    pub fn route(self) -> Route {
        Route { slug: self.slug(), is_worksheet: matches!(self, Self::Worksheet(_)) }
    }

    /// Whether it asks for the field with this id, in whatever row.
    pub fn asks_for(self, id: &str) -> bool {
        matches!(self, Self::Worksheet(worksheet) if asks_for(worksheet.page().cards, id))
    }
}
