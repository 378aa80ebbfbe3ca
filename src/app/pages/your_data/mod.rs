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

use crate::app::dom::browser;
use crate::app::dom::element::el;
use crate::app::pages::{self, Body, Page};
use crate::app::state::{Brought, Form};

/// The page.
pub const PAGE: Page = Page {
    slug: "data",
    name: "Your data",
    title: "Your data",
    heading: "Your data",
    lede: "What you type is kept *in this browser* and nowhere else. Here you keep a copy of it, open one, share it or erase it.",
    body: Body::Own(cards),
};

/// Takes in a link to everything, to be looked at on this page. It leaves the address at
/// once, so that it does not stand in bookmarks and over people's shoulders.
pub fn take_links(form: Form, offered: RwSignal<Option<String>>) {
    Effect::new(move |_| {
        let Some(link) = offered.get().filter(|link| Record::is_link(link)) else { return };
        offered.set(None);
        form.brought.set(Some(Brought::Copy(link)));
        browser::replace_hash(PAGE.slug);
        pages::show_now(form, &PAGE);
    });
}

fn cards(form: Form) -> AnyView {
    el("div")
        .class("cards")
        .child(open::open(form))
        .child(keep::keep(form))
        .child(years::years(form))
        .child(link::link(form))
        .child(aside::aside(form))
        .child(erase::erase(form))
        .view()
}
