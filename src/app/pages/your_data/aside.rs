//! Texts that are set aside in the browser: what could not be read, and what stood here
//! before something else took its place.

use leptos::prelude::*;

use crate::app::dom::browser;
use crate::app::dom::element::{card, el};
use crate::app::dom::reactive::part;
use crate::app::state::storage::{self, BEFORE};
use crate::app::state::{Brought, Form};

const AS_BEFORE: &str =
    "Your figures as they were before a copy or another tab’s took their place, or before they were cleared.";
const UNREAD: &str = "A text that was saved here and could not be read.";

/// What is set aside, if anything is.
pub fn aside(form: Form) -> AnyView {
    let shown = move || {
        let (before, unreadable) = form.keeper.set_aside_now();
        let mut entries = Vec::new();
        if before {
            entries.push(entry(form, BEFORE.to_owned(), AS_BEFORE, true));
        }
        entries.extend(unreadable.into_iter().map(|key| entry(form, key, UNREAD, false)));
        if entries.is_empty() {
            return ().into_any();
        }
        card("aside", "Set aside").child(el("ul").class("years").all(entries.into_iter())).view()
    };
    part(shown)
}

fn entry(form: Form, key: String, says: &'static str, opens: bool) -> AnyView {
    let (get, open, drop) = (key.clone(), key.clone(), key.clone());
    let button = |what: &str, does: Box<dyn Fn()>| {
        el("button").attr("type", "button").class("link").id(format!("{what}-{key}")).press(does)
    };
    let get = button("get", Box::new(move || form.download_saved(&get))).child("Download it");
    let open = button(
        "open",
        Box::new(move || {
            if let Ok(Some(text)) = storage::read(&open) {
                form.brought.set(Some(Brought::Copy(text)));
            }
        }),
    );
    let drop = button(
        "drop",
        Box::new(move || {
            form.keeper.drop_aside(&drop);
            browser::focus_later("years".to_owned());
        }),
    );
    let line = el("li").child(el("span").child(says));
    let line = if opens { line.child(open.child("Look at it")) } else { line };
    line.child(get).child(drop.child("Delete it")).view()
}
