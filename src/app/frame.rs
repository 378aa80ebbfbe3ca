//! The frame of a page: what it is about, what the person should know first, and what
//! stands below: a worksheet has its questions on one side, the answer on the other.

use leptos::prelude::*;

use super::answer::{column, peek};
use super::ask::{Words, marked, questions};
use super::form::Form;
use super::html::{Element, button, el};
use super::keeping::{Keeping, Told};
use super::pages::{Body, Page, Worksheet};
use super::reactive::{condition, part, when};
use super::undoing;

/// A page in its frame.
pub fn frame(form: Form, page: &'static Page) -> AnyView {
    let intro = el("div")
        .class("intro")
        .child(el("h1").id("heading").attr("tabindex", "-1").child(page.heading))
        .child(el("p").class("lede").child(marked(form, Words::Said(page.lede))));
    let wrap = el("div").class("wrap");
    match page.body {
        Body::Own(show) => wrap.child(intro.child(notices(form))).child(show(form)).view(),
        Body::Worksheet(Worksheet { name, cards, .. }) => {
            let example = button("try-example", "").press(move || form.try_example()).child("Try an example");
            let clear = button("clear", "quiet")
                .on_while("disabled", condition(move || form.is_empty()))
                .press(move || form.clear())
                .child("Clear");
            let [undo, redo] = undoing::buttons(form);
            let copy = el("a").class("button quiet").id("to-data").attr("href", "#data").child("Open or keep a copy");
            let actions = el("div").class("actions").child(example).child(copy).child(undo).child(redo).child(clear);
            let questions = el("form")
                .class("questions")
                .attr("autocomplete", "off")
                .on("submit", |event| event.prevent_default())
                // Who is in a field is about to type: the engine comes in the meantime.
                .on("focusin", move |_| form.want_engine())
                .child(questions(form, cards));
            let columns = el("div").class("columns").child(questions).child(column(form, name));
            wrap.child(intro.child(actions).child(notices(form))).child(columns).child(peek(form.answer)).view()
        }
    }
}

/// What the person should know about what was saved or handed over.
fn notices(form: Form) -> AnyView {
    let told = move || {
        let Some(Told { words, aside }) = form.told.get() else { return ().into_any() };
        let notice = grave("told", words);
        let notice = match aside {
            Some(key) => {
                notice.child(act("get-aside", move || form.download_saved(&key)).child("Download that text")).child(" ")
            }
            None => notice,
        };
        notice.child(act("told-close", move || form.told.set(None)).child("Dismiss")).view()
    };
    let refused = condition(move || form.keeper.state() == Keeping::Refused);
    el("div")
        .attr("role", "status")
        .class("notices")
        .child(part(told))
        .child(when(refused, move || not_saved(form)))
        .view()
}

fn not_saved(form: Form) -> AnyView {
    grave(
        "not-saved",
        "This browser does not let the page save. Everything works, but your figures are gone when you close the page."
            .to_owned(),
    )
    .child(copy(form))
    .view()
}

/// What stays in sight at the foot of the window, wherever the page stands: what keeps
/// the figures from being saved, and what was just done.
pub fn foot(form: Form) -> AnyView {
    let kept = move || kept(form, form.keeper.state());
    el("div").class("foot").attr("role", "status").child(part(kept)).child(undoing::notice(form)).view()
}

/// How what is typed is kept, where that is not as it should be.
fn kept(form: Form, keeping: Keeping) -> AnyView {
    let notice = |id: &'static str, words: &'static str| grave(id, words.to_owned());
    match keeping {
        // What lasts as long as the visit stands at the top.
        Keeping::Saved | Keeping::Refused => return ().into_any(),
        Keeping::Full => notice(
            "storage-full",
            "The browser has no more room for this site. What you typed last is not saved and is gone when you close the page; what was saved before is still there.",
        )
        .child(copy(form))
        .child(" ")
        .child(act("save-again", move || form.save_again()).child("Try again")),
        Keeping::Guarded => {
            notice("guarded", "What you type now is not saved, so that nothing is overwritten.").child(copy(form))
        }
        Keeping::Elsewhere => notice(
            "elsewhere",
            "Your figures were changed in another tab. What you type here is not saved until you choose between the two. The others are set aside on the page “Your data”.",
        )
        .child(act("take-theirs", move || form.take_theirs()).child("Load the other tab’s"))
        .child(" ")
        .child(act("keep-ours", move || form.keep_ours()).child("Keep these")),
        Keeping::Gone => notice(
            "gone",
            "What was saved in this browser is gone: another tab cleared or erased it, or the browser did. It still stands here, in this tab only.",
        )
        .child(act("keep-ours", move || form.keep_ours()).child("Save it again"))
        .child(" ")
        .child(act("clear-too", move || form.clear_too()).child("Clear it here too"))
        .child(" ")
        .child(copy(form)),
    }
    .view()
}

fn copy(form: Form) -> Element {
    act("save-copy", move || form.download_record()).child("Download a copy")
}

fn grave(id: &'static str, words: String) -> Element {
    el("p").class("notice grave").id(id).child(words).child(" ")
}

fn act(id: &'static str, does: impl Fn() + 'static) -> Element {
    button(id, "link").press(does)
}
