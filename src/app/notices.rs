//! What the person should know: under the header what holds as long as it does, such as that
//! nothing is saved, and at the foot of the window for a moment what was just done.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::dom::element::{Element, button, el};
use super::dom::reactive::{condition, effect, part, when};
use super::state::{Autosave, Notice, Outgoing, Saving, State};
use super::undo;

/// How long what was just done is told, unless the pointer or the keyboard is there.
const MOMENT: Duration = Duration::from_secs(8);

/// What stands under the header: that this is the example, what keeps the figures from being
/// saved, and what went wrong with what was saved or handed over.
pub fn strips(state: State) -> AnyView {
    let State { autosave, outgoing, notices, example, .. } = state;
    let told = move || {
        let Some(Notice { words, aside }) = notices.told() else { return ().into_any() };
        let notice = grave("told", words);
        let notice = match aside {
            Some(key) => notice.child(act("get-aside", "Download that text", move || outgoing.download_saved(&key))),
            None => notice,
        };
        notice.child(act("told-close", "Dismiss", move || notices.dismiss())).view()
    };
    let is_example = move || {
        strip("is-example", "You are looking at an example. Nothing here touches your own figures.")
            .child(act("leave-example", "Back to my figures", move || example.leave()))
            .view()
    };
    el("div")
        .attr("role", "status")
        .class("strips")
        .child(when(condition(move || example.is_on_show()), is_example))
        .child(part(move || kept(autosave, outgoing)))
        .child(part(told))
        .view()
}

/// How what is typed is kept, where that is not as it should be.
fn kept(autosave: &'static Autosave, outgoing: &'static Outgoing) -> AnyView {
    let notice = |id: &'static str, words: &'static str| grave(id, words.to_owned());
    let copy = act("save-copy", "Download a copy", move || outgoing.download_record());
    let again = move |words| act("keep-ours", words, move || autosave.keep_ours());
    match autosave.state() {
        Saving::Saved => return ().into_any(),
        Saving::Refused if autosave.waits_to_be_asked() => notice(
            "not-saved",
            "This file keeps nothing of what you type unless you ask it to, because any other file that you open from a disk in this browser could read it.",
        )
        .child(act("keep-here", "Keep my figures in this browser", move || autosave.keep()))
        .child(copy),
        Saving::Refused => notice(
            "not-saved",
            "This browser does not let the page save. Everything works, but your figures are gone when you close the page.",
        )
        .child(copy),
        Saving::Full => notice(
            "storage-full",
            "The browser has no more room for this site. What you typed last is not saved and is gone when you close the page; what was saved before is still there.",
        )
        .child(copy)
        .child(act("save-again", "Try again", move || autosave.save_again())),
        Saving::Guarded => {
            notice("guarded", "What you type now is not saved, so that nothing is overwritten.").child(copy)
        }
        Saving::Elsewhere => notice(
            "elsewhere",
            "Your figures were changed in another tab. What you type here is not saved until you choose between the two. The others are set aside on the page “Your data”.",
        )
        .child(act("take-theirs", "Load the other tab’s", move || autosave.take_theirs()))
        .child(again("Keep these")),
        Saving::Gone => notice(
            "gone",
            "What was saved in this browser is gone: another tab cleared or erased it, or the browser did. It is still here, in this tab only.",
        )
        .child(again("Save it again"))
        .child(act("clear-too", "Clear it here too", move || autosave.clear_too()))
        .child(copy),
    }
    .view()
}

/// What was just done or has just changed, at the foot of the window for a moment.
pub fn foot(state: State) -> AnyView {
    let State { undo, notices, navigation, .. } = state;
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let hold = move || {
        if let Some(running) = timer.try_update_value(Option::take).flatten() {
            running.clear();
        }
    };
    let forget = move || {
        undo.dismiss();
        notices.mention(String::new());
    };
    let begin = move || {
        hold();
        timer.set_value(set_timeout_with_handle(forget, MOMENT).ok());
    };
    let says = move || undo.done().is_some() || !notices.mentioned().is_empty();
    effect(move || if says() { begin() } else { hold() });
    let mentioned = move || {
        let words = notices.mentioned();
        if words.is_empty() {
            return ().into_any();
        }
        let dismiss = act("mentioned-close", "Dismiss", move || notices.mention(String::new()));
        el("p").class("notice").id("mentioned").child(words).child(" ").child(dismiss).view()
    };
    let held = |foot: Element, event| foot.on(event, move |_| hold());
    let freed = |foot: Element, event| foot.on(event, move |_| begin());
    let foot = el("div").class("foot").attr("role", "status");
    let foot = held(held(foot, "pointerenter"), "focusin");
    let foot = freed(freed(foot, "pointerleave"), "focusout");
    foot.child(part(mentioned)).child(undo::notice(undo, navigation)).view()
}

fn strip(id: &'static str, words: &str) -> Element {
    el("p").class("strip").id(id).child(words).child(" ")
}

fn grave(id: &'static str, words: String) -> Element {
    el("p").class("strip grave").id(id).child(words).child(" ")
}

fn act(id: &'static str, words: &'static str, does: impl Fn() + 'static) -> Element {
    button(id, "link").press(does).child(words)
}
