//! Taking back and doing again: the keys, the two buttons, and what is told of it.

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use planner::draft::Change;
use wasm_bindgen::JsCast;

use super::form::{Form, Notice};
use super::html::{Element, button, el};
use super::reactive::{condition, part, text};
use super::{browser, pages};

/// Listens for the keys. In a text they belong to the browser, which takes back letters.
pub fn stand_by(form: Form) {
    // It listens as long as the page is open, so nothing ever takes it off.
    let _ = window_event_listener_untyped("keydown", move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let with = (pressed.ctrl_key() || pressed.meta_key()) && !pressed.alt_key();
        if !with || pressed.default_prevented() || browser::types_text() {
            return;
        }
        match (pressed.key().to_ascii_lowercase().as_str(), pressed.shift_key()) {
            ("z", false) => form.undo(),
            ("z", true) | ("y", false) => form.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}

/// The two buttons.
pub fn buttons(form: Form) -> [Element; 2] {
    let one = |id: &'static str, word: &'static str, of: fn(Form) -> Option<Change>, does: fn(Form)| {
        let label = text(move || of(form).map_or_else(|| word.to_owned(), |deed| format!("{word}: {}", deed.name())));
        button(id, "quiet")
            .attr("title", label)
            .attr("aria-label", label)
            .on_while("disabled", condition(move || of(form).is_none()))
            .press(move || does(form))
            .child(word)
    };
    [one("undo", "Undo", Form::to_undo, Form::undo), one("redo", "Redo", Form::to_redo, Form::redo)]
}

/// What was just done or undone.
pub fn notice(form: Form) -> AnyView {
    let told = move || {
        let Some(Notice { words, undone, place }) = form.notice() else { return ().into_any() };
        let back = if undone {
            button("notice-redo", "link").press(move || form.redo()).child("Redo")
        } else {
            button("notice-undo", "link").press(move || form.undo()).child("Undo")
        };
        let dismiss = button("dismiss", "link").press(move || form.forget_notice()).child("Dismiss");
        let notice = el("p").class("notice").id("done").child(words).child(" ").child(back).child(" ");
        let notice = match place {
            Some(place) => {
                let show =
                    button("notice-show", "link").press(move || pages::go_to(form, place.clone())).child("Show it");
                notice.child(show).child(" ")
            }
            None => notice,
        };
        notice.child(dismiss).view()
    };
    part(told)
}
