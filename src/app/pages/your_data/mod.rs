//! The page about the person's own data: keeping a copy, opening one, the years, the link
//! to everything, what is set aside, and erasing it all.

mod aside;
mod erase;
mod keep;
mod link;
mod open;
mod years;

use leptos::prelude::*;
use planner::record::Record;

use super::page::{OwnPage, Page};
use crate::app::dom::address;
use crate::app::dom::element::el;
use crate::app::state::{Inbox, Incoming, Navigation, State};

/// The page.
pub const PAGE: OwnPage = OwnPage {
    slug: "data",
    name: "Your data",
    title: "Your data",
    heading: "Your data",
    lede: "What you type is kept *in this browser* and nowhere else. Here you keep a copy of it, open one, share it or erase it.",
    show: cards,
};

/// Takes in a link to everything, to be looked at on this page. It leaves the address at
/// once, so that it does not stand in bookmarks and over people's shoulders.
pub fn take_links(navigation: &'static Navigation, inbox: &'static Inbox) {
    Effect::new(move |_| {
        let Some(link) = inbox.link.get().filter(|link| Record::is_link(link)) else { return };
        inbox.link.set(None);
        inbox.incoming.set(Some(Incoming::Copy(link)));
        address::replace_hash(PAGE.slug);
        navigation.show(Page::Own(&PAGE).route());
    });
}

fn cards(state: State) -> AnyView {
    let State { draft, undo, inbox, outgoing, erase, .. } = state;
    el("div")
        .class("cards")
        .child(open::open(inbox))
        .child(keep::keep(draft, outgoing))
        .child(years::years(draft, undo))
        .child(link::link(draft, outgoing))
        .child(aside::aside(state))
        .child(erase::erase(erase))
        .view()
}
