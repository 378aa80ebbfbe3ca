//! Taking a plan's rules from a link, never unasked.

use leptos::prelude::*;
use planner::report::{Offer, Rule};

use crate::app::dom::element::{Element, button, el};
use crate::app::dom::reactive::{effect, part};
use crate::app::dom::{address, focus};
use crate::app::embed;
use crate::app::state::State;

/// What a link brought: it is shown, and taken only when the person says so.
pub fn offer(state: State) -> AnyView {
    let State { inbox, navigation, .. } = state;
    let close = move || {
        inbox.link.set(None);
        address::replace_hash(navigation.on_show().slug);
        focus::later("heading".to_owned());
    };
    effect(move || {
        if inbox.link.with(Option::is_some) {
            inbox.want_offer();
        }
    });
    let framed = embed::options().is_some();
    if framed {
        // What the page around a frame brings is taken at once where it replaces nothing.
        effect(move || {
            let Some(link) = inbox.link.get() else { return };
            if matches!(inbox.offer(&link), Some(Ok(offer)) if !replaces(&offer)) {
                inbox.take_plan(&link);
                inbox.link.set(None);
                address::replace_hash(untrack(|| navigation.on_show()).slug);
            }
        });
    }
    let shown = move || {
        let Some(link) = inbox.link.get() else { return ().into_any() };
        let card = el("section")
            .class("card offer")
            .attr("aria-labelledby", "offer")
            .child(el("h2").id("offer").attr("tabindex", "-1").child("This link brings a plan’s rules"));
        let card = match inbox.offer(&link) {
            None if framed => return ().into_any(),
            None => card.child(el("p").child("Reading it…")),
            Some(Ok(offer)) if framed && !replaces(&offer) => return ().into_any(),
            Some(Ok(offer)) => rules(state, card, link, &offer, close),
            Some(Err(sentence)) => {
                let leave = button("leave-plan", "quiet").press(close).child("Go on without it");
                card.child(el("p").class("error").child(sentence)).child(el("p").class("send").child(leave))
            }
        };
        el("div").class("wrap").child(card).view()
    };
    part(shown).into_any()
}

/// Whether any answer would give way.
fn replaces(offer: &Offer) -> bool {
    offer.rules.iter().any(|rule| !rule.replaces.is_empty())
}

/// What the link would fill in, and the choice.
fn rules(state: State, card: Element, link: String, offer: &Offer, close: impl Fn() + Copy + 'static) -> Element {
    let year = untrack(|| state.draft.year());
    let row = |rule: &Rule| {
        let before = &rule.replaces;
        let instead = if before.is_empty() { String::new() } else { format!(" (instead of {before})") };
        el("li").child(el("strong").child(rule.title.clone())).child(format!(": {}{instead}", rule.text)).view()
    };
    let rows = offer.rules.iter().map(row);
    let take = move || {
        state.inbox.take_plan(&link);
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
