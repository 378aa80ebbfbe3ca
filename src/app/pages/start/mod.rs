//! The page to begin with. Before anything is typed it is the first visit's, which stands in
//! index.html; afterwards it says where one stands.

use leptos::prelude::*;

use super::page::OwnPage;
use crate::app::state::State;

/// The page.
pub const PAGE: OwnPage = OwnPage {
    slug: "start",
    name: "Where you stand",
    question: "As of {today}",
    invitation: "See what to do next, by date",
    show: standing,
};

fn standing(_: State) -> AnyView {
    ().into_any()
}
