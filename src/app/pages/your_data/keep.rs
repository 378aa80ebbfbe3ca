//! Keeping a copy outside of the browser, and asking the browser not to clear its own.

use leptos::prelude::*;

use crate::app::dom::element::{button, card, el};
use crate::app::dom::persistence::{self, Lasting};
use crate::app::dom::reactive::{condition, part};
use crate::app::state::{OpenDraft, Outgoing};

/// The copy as a file, and what the browser promises.
pub fn keep(draft: &'static OpenDraft, outgoing: &'static Outgoing) -> AnyView {
    let nothing = condition(move || draft.is_empty());
    let download = button("keep-copy", "")
        .on_while("disabled", nothing)
        .press(move || outgoing.download_record())
        .child("Download a copy");
    let typed = button("keep-typed", "quiet")
        .on_while("disabled", nothing)
        .press(move || outgoing.download_as_typed())
        .child("Download exactly as typed");
    card("keep", "Keep a copy")
        .child(el("p").child(
            "A copy is a small file with all your years. You can open it here, on another device or in a later version, and other programs can read it.",
        ))
        .child(el("p").class("send").child(download).child(typed))
        .child(el("p").class("hint").child(
            "The first holds every figure the planner can read. The second holds what you typed letter for letter, even where it is unfinished. Either one opens under “Open a copy.”",
        ))
        .child(lasting())
        .view()
}

/// Whether the browser may clear by itself what a page has saved.
fn lasting() -> AnyView {
    let lasting = RwSignal::new(Lasting::Unknown);
    persistence::lasting(false, move |is| lasting.set(is));
    let ask = move || persistence::lasting(true, move |is| lasting.set(is));
    let says = move || {
        let says = el("p").class("hint").id("lasting");
        match lasting.get() {
            Lasting::Unknown => says.child(
                "Some browsers, Safari among them, clear what a page has saved after seven days without a visit. A copy is safe from that.",
            ),
            Lasting::No | Lasting::Refused => {
                let tried = lasting.get_untracked() == Lasting::Refused;
                let again = if tried { " This browser makes no such promise now." } else { "" };
                says.child("This browser may clear what is saved when it runs out of room, and Safari does so after seven days without a visit. ")
                    .child(button("ask-lasting", "link").press(ask).child("Ask it not to"))
                    .child(again)
            }
            Lasting::Yes => says.child("This browser has promised not to clear what is saved by itself."),
        }
        .view()
    };
    el("div").attr("role", "status").child(part(says)).view()
}
