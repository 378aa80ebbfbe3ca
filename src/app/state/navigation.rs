//! Where the person is and is led to. The list of pages watches it and follows, so that
//! what leads there need not know the pages.

use leptos::prelude::*;
use planner::questions::List;

/// What the state knows of a page.
#[derive(Clone, Copy)]
pub struct Route {
    /// What stands in the address, and what the engine calls its worksheet.
    pub slug: &'static str,
    /// Whether it is the page of a worksheet, which the engine answers.
    pub is_worksheet: bool,
}

/// The handle on where the person is.
pub struct Navigation {
    on_show: RwSignal<Route>,
    /// The id of the field that the person was led to last.
    sought: RwSignal<String>,
}

impl Navigation {
    /// Begins at this page.
    pub(super) fn new(first: Route) -> Self {
        Self { on_show: RwSignal::new(first), sought: RwSignal::new(String::new()) }
    }

    /// The page on show.
    pub fn on_show(&self) -> Route {
        self.on_show.get()
    }

    /// The page on show, just now.
    pub fn on_show_now(&self) -> Route {
        self.on_show.get_untracked()
    }

    /// Shows a page, whose name the address has already or is given by whoever asks. Says
    /// whether it is another one: the same would be built anew, and what is under way in
    /// it would be lost.
    pub fn show(&self, route: Route) -> bool {
        let moves = self.on_show.get_untracked().slug != route.slug;
        if moves {
            self.on_show.set(route);
        }
        moves
    }

    /// Leads the person to the field with this id, wherever it stands.
    pub fn lead_to(&self, id: &str) {
        self.sought.set(id.to_owned());
    }

    /// The id of the field that the person was led to last; nothing at first.
    pub fn sought(&self) -> String {
        self.sought.get()
    }

    /// Whether that field is one of a row.
    pub fn sought_in_a_list(&self) -> bool {
        List::ALL.iter().any(|list| self.sought_row(*list).is_some())
    }

    /// The number of the row that the person was led to last, if it is of this list.
    pub fn sought_row(&self, list: List) -> Option<u32> {
        self.sought.with(|id| id.strip_prefix(list.id())?.strip_prefix('-')?.split('-').next()?.parse().ok())
    }
}
