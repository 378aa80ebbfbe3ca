//! What stands below the page in a frame: what is kept there, and the way out of it.

use leptos::prelude::*;

use super::is_framed;
use crate::app::dom::address;
use crate::app::dom::element::{button, el};
use crate::app::dom::reactive::text;
use crate::app::state::{Outgoing, Saving, State};

/// What is kept, and the ways to take it along.
pub fn foot(state: State) -> AnyView {
    let State { autosave, outgoing, .. } = state;
    let kept = text(move || kept(autosave.state()).to_owned());
    let full = el("a")
        .class("button quiet")
        .id("open-full")
        .attr("href", address::with_hash(""))
        .attr("target", "_blank")
        .press(move || open(state))
        .child("Open the full planner");
    let copy = button("take-copy", "quiet").press(move || take_copy(state, outgoing)).child("Keep a copy");
    let wrap = el("div")
        .class("wrap")
        .child(el("p").id("kept").child(kept))
        .child(el("p").class("send").child(full).child(copy))
        .child(
            el("p")
                .class("hint")
                .child("Mega Backdoor Roth Planner. Not tax advice. Nothing you type is sent anywhere."),
        );
    el("footer").class("bottom").child(wrap).view()
}

/// Opens the planner by itself, with all that is entered.
fn open(state: State) {
    let State { draft, outgoing, notices, .. } = state;
    let go = move |hash: &str| {
        let link = address::with_hash(hash);
        if !address::open(&link) {
            outgoing.hand_over("link", &link);
        }
    };
    if untrack(|| draft.is_empty()) {
        return go("");
    }
    outgoing.link(move |said| match said {
        Ok(hash) => go(&hash),
        Err(sentence) => notices.tell(sentence),
    });
}

fn take_copy(state: State, outgoing: &'static Outgoing) {
    if untrack(|| state.draft.is_empty()) {
        state.notices.tell("Nothing is entered yet that a copy could hold.".to_owned());
    } else {
        outgoing.download_record();
    }
}

/// What is kept, as far as a page can know it.
fn kept(saving: Saving) -> &'static str {
    match saving {
        Saving::Refused if window().origin() == "null" => {
            "Nothing you type is kept: the website around the planner does not let it save. Take your figures along before you leave."
        }
        Saving::Refused => {
            "Nothing you type is kept: your browser does not let a page inside another page save. Take your figures along before you leave."
        }
        Saving::Saved if is_framed() && window().frame_element().ok().flatten().is_none() => {
            "What you type is kept in this browser. Most browsers keep it for the planner on this website only, some just until you close them: take your figures along to go on elsewhere."
        }
        Saving::Saved => "What you type is kept in this browser.",
        // The notice about it says why.
        _ => "What you type now is not kept.",
    }
}
