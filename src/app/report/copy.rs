//! A button that copies a text.

use leptos::prelude::*;

use crate::app::dom::clipboard::{self, Copied};
use crate::app::dom::element::el;
use crate::app::dom::reactive::text;

/// A button that copies a text, and says so.
pub fn copy(words: Signal<String>, class: &'static str, name: &'static str) -> AnyView {
    let told = RwSignal::new(Copied::NotYet);
    let press = move || clipboard::copy(&words.get_untracked(), move |copied| told.set(copied));
    let outcome = text(move || told.get().in_words().to_owned());
    el("span")
        .class("copy")
        .child(el("button").attr("type", "button").class(class).press(press).child(name))
        .child(el("span").attr("role", "status").class("hint").child(outcome))
        .view()
}
