//! Sharing the plan's rules by a link.

use leptos::prelude::*;

use crate::app::dom::address;
use crate::app::dom::clipboard::{self, Copied};
use crate::app::dom::element::{button, el};
use crate::app::dom::reactive::text;

/// The link to this plan's rules, which stand after its `#`.
pub fn share(rules: Signal<String>) -> AnyView {
    let link = text(move || address::with_hash(&rules.get()));
    let told = RwSignal::new(Copied::NotYet);
    let copy = move || clipboard::copy(&link.get_untracked(), move |copied| told.set(copied));
    let told = el("span").attr("role", "status").class("hint").child(text(move || told.get().in_words().to_owned()));
    el("section")
        .class("card share")
        .attr("aria-labelledby", "share")
        .child(el("h3").id("share").child("Share this plan"))
        .child(el("p").class("hint").child(
            "The link carries the answers about the plan and nothing about you: no pay, no contributions, no birth date. Whoever opens it is asked before anything is filled in.",
        ))
        .child(el("p").class("link").child(el("a").id("plan-link").attr("href", link).child(link)))
        .child(el("p").class("send").child(button("copy-link", "quiet").press(copy).child("Copy the link")).child(told))
        .view()
}
