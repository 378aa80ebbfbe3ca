//! Taking back and doing again: the keys, the two buttons, and what is said about it.

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use planner::draft::Change;
use wasm_bindgen::JsCast;

use super::dom::element::{Element, button, el};
use super::dom::focus;
use super::dom::reactive::{condition, part, text};
use super::state::{Done, Navigation, Undo};

/// Listens for the keys. In a text they belong to the browser, which takes back letters.
pub fn stand_by(undo: &'static Undo) {
    // It listens as long as the page is open, so nothing ever takes it off.
    let _ = window_event_listener_untyped("keydown", move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let with = (pressed.ctrl_key() || pressed.meta_key()) && !pressed.alt_key();
        if !with || pressed.default_prevented() || focus::types_text() {
            return;
        }
        match (pressed.key().to_ascii_lowercase().as_str(), pressed.shift_key()) {
            ("z", false) => undo.undo(),
            ("z", true) | ("y", false) => undo.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}

/// The two buttons.
pub fn buttons(undo: &'static Undo) -> [Element; 2] {
    let one = |id: &'static str, word: &'static str, of: fn(&Undo) -> Option<Change>, does: fn(&Undo)| {
        let label =
            text(move || of(undo).map_or_else(|| word.to_owned(), |change| format!("{word}: {}", change.name())));
        button(id, "icon")
            .attr("title", label)
            .attr("aria-label", label)
            .on_while("disabled", condition(move || of(undo).is_none()))
            .press(move || does(undo))
    };
    [one("undo", "Undo", Undo::to_undo, Undo::undo), one("redo", "Redo", Undo::to_redo, Undo::redo)]
}

/// What was just done or undone.
pub fn notice(undo: &'static Undo, navigation: &'static Navigation) -> AnyView {
    let told = move || {
        let Some(Done { words, undone, place }) = undo.done() else { return ().into_any() };
        let back = if undone {
            button("notice-redo", "link").press(move || undo.redo()).child("Redo")
        } else {
            button("notice-undo", "link").press(move || undo.undo()).child("Undo")
        };
        let dismiss = button("dismiss", "link").press(move || undo.dismiss()).child("Dismiss");
        let notice = el("p").class("notice").id("done").child(words).child(" ").child(back).child(" ");
        let notice = match place {
            Some(place) => {
                let show = button("notice-show", "link").press(move || navigation.lead_to(&place)).child("Show it");
                notice.child(show).child(" ")
            }
            None => notice,
        };
        notice.child(dismiss).view()
    };
    part(told)
}
