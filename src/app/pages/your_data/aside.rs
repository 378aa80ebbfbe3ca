//! Texts that are set aside in the browser: what could not be read, and what stood here
//! before something else took its place.

use leptos::prelude::*;

use crate::app::dom::element::{card, el};
use crate::app::dom::focus;
use crate::app::dom::reactive::part;
use crate::app::state::{Incoming, SetAside, State};

const AS_BEFORE: &str = "Your figures from before they were replaced or cleared";
const UNREAD: &str = "Something saved here that could not be read";

/// What is set aside, if anything is.
pub fn aside(state: State) -> AnyView {
    let shown = move || {
        let texts = state.aside.now();
        if texts.is_empty() {
            return ().into_any();
        }
        let entries = texts.into_iter().map(|text| entry(state, text));
        card("aside", "Set aside").child(el("ul").class("years").all(entries)).view()
    };
    part(shown)
}

fn entry(state: State, SetAside { key, unreadable, since }: SetAside) -> AnyView {
    let State { aside, inbox, outgoing, .. } = state;
    let (get, open, drop) = (key.clone(), key.clone(), key.clone());
    let button = |what: &str, does: Box<dyn Fn()>| {
        el("button").attr("type", "button").class("link").id(format!("{what}-{key}")).press(does)
    };
    let get = button("get", Box::new(move || outgoing.download_saved(&get))).child("Download it");
    let open = button(
        "open",
        Box::new(move || {
            if let Some(text) = aside.text(&open) {
                inbox.incoming.set(Some(Incoming::Copy(text)));
            }
        }),
    );
    let drop = button(
        "drop",
        Box::new(move || {
            aside.drop(&drop);
            focus::later("years".to_owned());
        }),
    );
    let what = if unreadable { UNREAD } else { AS_BEFORE };
    let since = if since.is_empty() { since } else { format!(", {since}") };
    let line = el("li").child(el("span").child(what).child(since));
    let line = if unreadable { line } else { line.child(open.child("Look at it")) };
    line.child(get).child(drop.child("Delete it")).view()
}
