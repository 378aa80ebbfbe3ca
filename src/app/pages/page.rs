//! What a page is.

use leptos::prelude::AnyView;
use planner::worksheets::Worksheet;

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
    /// What a link to it says.
    pub name: &'static str,
    /// What the browser's title and history call it.
    pub title: &'static str,
    /// What it is about, in a few words.
    pub heading: &'static str,
    /// What it is about. Words between asterisks are strong.
    pub lede: &'static str,
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

    /// What a link to it says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.page().name,
            Self::Own(page) => page.name,
        }
    }

    /// What the browser's title and history call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.page().title,
            Self::Own(page) => page.title,
        }
    }

    /// What it answers or is about.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.page().heading,
            Self::Own(page) => page.heading,
        }
    }

    /// What it is about. Words between asterisks are strong.
    pub fn lede(self) -> &'static str {
        match self {
            Self::Worksheet(worksheet) => worksheet.page().lede,
            Self::Own(page) => page.lede,
        }
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
