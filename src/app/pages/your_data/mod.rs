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
use crate::app::dom::reactive::{effect, text};
use crate::app::state::{Autosave, Inbox, Incoming, Navigation, Saving, State};

/// The page.
pub const PAGE: OwnPage = OwnPage {
    slug: "data",
    name: "Your data",
    question: "Keep a copy, open one, share it, or erase it",
    invitation: "Keep a copy, or open one",
    show: cards,
};

/// Takes in a link to everything, to be looked at on this page. It leaves the address at
/// once, so that it does not stand in bookmarks and over people's shoulders.
pub fn take_links(navigation: &'static Navigation, inbox: &'static Inbox) {
    effect(move || {
        let Some(link) = inbox.link.get().filter(|link| Record::is_link(link)) else { return };
        inbox.link.set(None);
        inbox.incoming.set(Some(Incoming::Copy(link)));
        address::replace_hash(PAGE.slug);
        navigation.show(Page::Own(&PAGE).route());
    });
}

fn cards(state: State) -> AnyView {
    let State { draft, autosave, example, inbox, outgoing, erase, .. } = state;
    let how = text(move || {
        if example.is_on_show() {
            "The example stays in this tab and is not saved with your figures. Everything below is about the example."
        } else {
            how_kept(autosave, draft.is_empty())
        }
        .to_owned()
    });
    el("div")
        .class("cards")
        .child(el("p").id("how-kept").child(how))
        .child(open::open(inbox))
        .child(keep::keep(draft, outgoing))
        .child(years::years(draft))
        .child(link::link(draft, outgoing))
        .child(aside::aside(state))
        .child(erase::erase(erase))
        .view()
}

/// How what is typed is kept just now.
fn how_kept(autosave: &'static Autosave, is_empty: bool) -> &'static str {
    match autosave.state() {
        Saving::Refused if autosave.waits_to_be_asked() => {
            "This file keeps nothing unless you ask it to, in the line at the top of the page. Keep a copy."
        }
        Saving::Saved if is_empty => "Nothing is saved yet, because you haven’t typed anything.",
        Saving::Saved => {
            "What you typed is saved in this browser, on this device, and nowhere else. Some browsers clear it after a week without a visit: keep a copy."
        }
        Saving::Refused => {
            "This browser does not let the page save. What you typed is gone when you close the page: keep a copy."
        }
        Saving::Full => "What you typed last is not saved: the browser has no more room for this site. Keep a copy.",
        Saving::Guarded | Saving::Elsewhere | Saving::Gone => {
            "What you type now is not saved. The line at the top of the page says why. Keep a copy."
        }
    }
}
