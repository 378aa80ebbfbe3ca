//! The link to everything, made only when a person asks for it.

use leptos::prelude::*;

use crate::app::dom::clipboard::{self, Copied};
use crate::app::dom::element::{button, card, el};
use crate::app::dom::reactive::{condition, effect, part, text};
use crate::app::dom::{address, focus};
use crate::app::state::{OpenDraft, Outgoing};

/// The way to the link, and the link.
pub fn link(draft: &'static OpenDraft, outgoing: &'static Outgoing) -> AnyView {
    // It is of what stood there when it was asked for, and shown until something changes.
    let made = RwSignal::new(None::<Result<String, String>>);
    let make = move || {
        outgoing.link(move |said| {
            made.set(Some(said.map(|hash| address::with_hash(&hash))));
            focus::later("whole-link".to_owned());
        });
    };
    effect(move || {
        draft.follow();
        made.set(None);
    });
    let nothing = condition(move || draft.is_empty());
    let button = button("make-link", "quiet").on_while("disabled", nothing).press(make).child("Make the link");
    let shown = move || match made.get() {
        None => ().into_any(),
        Some(Ok(link)) => ready(link),
        Some(Err(sentence)) => el("p").class("error").id("whole-link").attr("tabindex", "-1").child(sentence).view(),
    };
    card("share-all", "Send everything by a link")
        .child(el("p").child(
            "For your adviser, or for yourself on another device. The link carries everything you entered, including your pay and birth date, and whoever has it can read it all. Browsers send nothing after the # in an address to a server, but chat and mail programs keep what you send.",
        ))
        .child(el("p").class("hint").child("To share only the plan’s rules, without anything about you, use the link on the Plan page."))
        .child(el("p").class("send").child(button))
        .child(el("div").attr("role", "status").child(part(shown)))
        .view()
}

fn ready(link: String) -> AnyView {
    let told = RwSignal::new(Copied::NotYet);
    let text_of = link.clone();
    let copy = move || clipboard::copy(&text_of, move |copied| told.set(copied));
    let told = el("span").class("hint").child(text(move || told.get().in_words().to_owned()));
    let length = link.len();
    let shown = el("a").id("whole-link").attr("href", link.clone()).child(link);
    el("div")
        .class("stack share")
        .child(el("p").class("link whole").child(shown))
        .child(
            el("p")
                .class("send")
                .child(button("copy-whole-link", "quiet").press(copy).child("Copy the link"))
                .child(told),
        )
        .child(
            el("p")
                .class("hint")
                .child(format!("{length} characters. Some programs cut off long links; a file has no such limit.")),
        )
        .view()
}
