//! What a page is.

use leptos::prelude::AnyView;
use planner::questions::cards::Card;

use crate::app::engine::loader::Module;
use crate::app::questions::asks_for;
use crate::app::state::{Route, State};

/// A page. To add one with a worksheet, list it in [`READY`](super::READY) and teach the
/// engine's service its worksheet.
#[derive(Clone, Copy)]
pub struct Page {
    /// What stands in the address, and what the engine calls its worksheet.
    pub slug: &'static str,
    /// What the navigation calls it.
    pub name: &'static str,
    /// What the browser's title and history call it.
    pub title: &'static str,
    /// What it answers, as a question.
    pub heading: &'static str,
    /// What it is about. Words between asterisks are strong.
    pub lede: &'static str,
    /// What stands below that.
    pub body: Body,
}

/// What a page is made of.
#[derive(Clone, Copy)]
pub enum Body {
    /// Questions, and the answer beside them.
    Worksheet(Worksheet),
    /// What is like no other page.
    Own(fn(State) -> AnyView),
}

/// The words and the questions of a worksheet. All else is the same for each.
#[derive(Clone, Copy)]
pub struct Worksheet {
    /// Its name.
    pub name: &'static str,
    /// The module of the engine that has it.
    pub module: Module,
    /// What it asks.
    pub cards: &'static [Card],
}

impl Page {
    /// What the state knows of it.
    pub fn route(&self) -> Route {
        Route { slug: self.slug, module: self.worksheet().map(|worksheet| worksheet.module) }
    }

    /// Its worksheet, if it has one.
    pub fn worksheet(&self) -> Option<&Worksheet> {
        if let Body::Worksheet(worksheet) = &self.body { Some(worksheet) } else { None }
    }

    /// Whether it asks for the field with this id, in whatever row.
    pub fn asks_for(&self, id: &str) -> bool {
        self.worksheet().is_some_and(|worksheet| asks_for(worksheet.cards, id))
    }
}
