//! Sharing the plan's rules by a link, and taking them from one, never unasked.

use leptos::prelude::*;
use planner::report::{Offer, Rule};

use crate::app::dom::browser::{self, Copied};
use crate::app::dom::element::{Element, button, el};
use crate::app::dom::reactive::{part, text};
use crate::app::state::Form;

/// The link to this plan's rules, which stand after its `#`.
pub fn share(rules: Signal<String>) -> AnyView {
    let link = text(move || browser::address_with(&rules.get()));
    let told = RwSignal::new(Copied::NotYet);
    let copy = move || browser::copy(&link.get_untracked(), move |copied| told.set(copied));
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

/// What a link brought: it is shown, and taken only when the person says so.
pub fn offer(form: Form, offered: RwSignal<Option<String>>) -> AnyView {
    let close = move || {
        offered.set(None);
        browser::replace_hash("plan");
        browser::focus_later("heading".to_owned());
    };
    Effect::new(move |_| {
        if offered.with(Option::is_some) {
            form.want_offer();
        }
    });
    let shown = move || {
        let Some(link) = offered.get() else { return ().into_any() };
        let card = el("section")
            .class("card offer")
            .attr("aria-labelledby", "offer")
            .child(el("h2").id("offer").attr("tabindex", "-1").child("This link brings a plan’s rules"));
        let card = match form.offer(&link) {
            None => card.child(el("p").child("Reading it…")),
            Some(Ok(offer)) => rules(form, card, link, &offer, close),
            Some(Err(sentence)) => {
                let leave = button("leave-plan", "quiet").press(close).child("Go on without it");
                card.child(el("p").class("error").child(sentence)).child(el("p").class("send").child(leave))
            }
        };
        el("div").class("wrap").child(card).view()
    };
    part(shown).into_any()
}

/// What the link would fill in, and the choice.
fn rules(form: Form, card: Element, link: String, offer: &Offer, close: impl Fn() + Copy + 'static) -> Element {
    let year = untrack(|| form.year());
    let row = |rule: &Rule| {
        let before = &rule.replaces;
        let instead = if before.is_empty() { String::new() } else { format!(" (instead of {before})") };
        el("li").child(el("strong").child(rule.title.clone())).child(format!(": {}{instead}", rule.text)).view()
    };
    let rows = offer.rules.iter().map(row);
    let take = move || {
        form.take_plan(&link);
        close();
    };
    let choice = el("p")
        .class("send")
        .child(button("take-plan", "").press(take).child("Fill them in"))
        .child(button("leave-plan", "quiet").press(close).child("Leave my answers"));
    card.child(
        el("p").child(format!("It fills in these answers for {year}. Your pay and contributions stay as they are.")),
    )
    .child(el("ul").id("offered").all(rows))
    .child(el("p").class("hint").child(offer.note.clone()))
    .child(choice)
}
