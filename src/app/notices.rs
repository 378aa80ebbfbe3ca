//! What the person should know: about what was saved or handed over, and at the foot of the
//! window about what was just done.

use leptos::prelude::*;

use super::dom::element::{Element, button, el};
use super::dom::reactive::{condition, part, when};
use super::state::{Autosave, Notice, Outgoing, Saving, State};
use super::undo;

/// What the person should know about what was saved or handed over.
pub fn notices(state: State) -> AnyView {
    let State { autosave, outgoing, notices, .. } = state;
    let told = move || {
        let Some(Notice { words, aside }) = notices.told() else { return ().into_any() };
        let notice = grave("told", words);
        let notice = match aside {
            Some(key) => notice
                .child(act("get-aside", move || outgoing.download_saved(&key)).child("Download that text"))
                .child(" "),
            None => notice,
        };
        notice.child(act("told-close", move || notices.dismiss()).child("Dismiss")).view()
    };
    let refused = condition(move || autosave.state() == Saving::Refused);
    el("div")
        .attr("role", "status")
        .class("notices")
        .child(part(told))
        .child(when(refused, move || not_saved(autosave, outgoing)))
        .view()
}

fn not_saved(autosave: &'static Autosave, outgoing: &'static Outgoing) -> AnyView {
    if autosave.waits_to_be_asked() {
        return grave(
            "not-saved",
            "This file keeps nothing of what you type unless you ask it to, because any other file that you open from a disk in this browser could read it."
                .to_owned(),
        )
        .child(act("keep-here", move || autosave.keep()).child("Keep my figures in this browser"))
        .child(" ")
        .child(copy(outgoing))
        .view();
    }
    grave(
        "not-saved",
        "This browser does not let the page save. Everything works, but your figures are gone when you close the page."
            .to_owned(),
    )
    .child(copy(outgoing))
    .view()
}

/// What stays in sight at the foot of the window, wherever the page stands: what keeps
/// the figures from being saved, and what was just done.
pub fn foot(state: State) -> AnyView {
    let State { autosave, outgoing, undo, navigation, .. } = state;
    let kept = move || kept(autosave, outgoing);
    el("div").class("foot").attr("role", "status").child(part(kept)).child(undo::notice(undo, navigation)).view()
}

/// How what is typed is kept, where that is not as it should be.
fn kept(autosave: &'static Autosave, outgoing: &'static Outgoing) -> AnyView {
    let notice = |id: &'static str, words: &'static str| grave(id, words.to_owned());
    match autosave.state() {
        // What lasts as long as the visit stands at the top.
        Saving::Saved | Saving::Refused => return ().into_any(),
        Saving::Full => notice(
            "storage-full",
            "The browser has no more room for this site. What you typed last is not saved and is gone when you close the page; what was saved before is still there.",
        )
        .child(copy(outgoing))
        .child(" ")
        .child(act("save-again", move || autosave.save_again()).child("Try again")),
        Saving::Guarded => {
            notice("guarded", "What you type now is not saved, so that nothing is overwritten.").child(copy(outgoing))
        }
        Saving::Elsewhere => notice(
            "elsewhere",
            "Your figures were changed in another tab. What you type here is not saved until you choose between the two. The others are set aside on the page “Your data”.",
        )
        .child(act("take-theirs", move || autosave.take_theirs()).child("Load the other tab’s"))
        .child(" ")
        .child(act("keep-ours", move || autosave.keep_ours()).child("Keep these")),
        Saving::Gone => notice(
            "gone",
            "What was saved in this browser is gone: another tab cleared or erased it, or the browser did. It still stands here, in this tab only.",
        )
        .child(act("keep-ours", move || autosave.keep_ours()).child("Save it again"))
        .child(" ")
        .child(act("clear-too", move || autosave.clear_too()).child("Clear it here too"))
        .child(" ")
        .child(copy(outgoing)),
    }
    .view()
}

fn copy(outgoing: &'static Outgoing) -> Element {
    act("save-copy", move || outgoing.download_record()).child("Download a copy")
}

fn grave(id: &'static str, words: String) -> Element {
    el("p").class("notice grave").id(id).child(words).child(" ")
}

fn act(id: &'static str, does: impl Fn() + 'static) -> Element {
    button(id, "link").press(does)
}
