//! What was handed over in a frame, as a text to copy: a frame may not be allowed to
//! download or to open a window, and no browser tells the page so.

use leptos::prelude::*;

use crate::app::dom::clipboard::{self, Copied};
use crate::app::dom::element::{button, card, el};
use crate::app::dom::focus;
use crate::app::dom::reactive::{part, text};
use crate::app::state::Outgoing;

/// The text that was handed over last.
pub fn handed(outgoing: &'static Outgoing) -> AnyView {
    let shown = move || {
        let Some((name, words)) = outgoing.handed.get() else { return ().into_any() };
        let says = format!(
            "If your browser did not hand you the {name}, the website around the planner does not allow it. Copy this text instead:"
        );
        let told = RwSignal::new(Copied::NotYet);
        let text_of = words.clone();
        let copy = move || clipboard::copy(&text_of, move |copied| told.set(copied));
        let told =
            el("span").attr("role", "status").class("hint").child(text(move || told.get().in_words().to_owned()));
        let field = el("textarea")
            .id("handed-text")
            .attr("rows", "4")
            .attr("readonly", "")
            .attr("aria-labelledby", "handed")
            .child(words);
        focus::later("handed".to_owned());
        el("div")
            .class("wrap")
            .child(
                card("handed", "As text").child(el("p").child(says)).child(field).child(
                    el("p")
                        .class("send")
                        .child(button("copy-handed", "").press(copy).child("Copy the text"))
                        .child(button("close-handed", "quiet").press(move || outgoing.handed.set(None)).child("Close"))
                        .child(told),
                ),
            )
            .view()
    };
    part(shown)
}
