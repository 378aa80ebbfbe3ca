//! The frame of a page: what it is about, what the person should know first, and what
//! stands below: a worksheet has its questions on one side, the answer on the other.

use leptos::prelude::*;

use super::dom::element::{button, el};
use super::dom::reactive::condition;
use super::notices::notices;
use super::pages::Page;
use super::questions::{Words, marked, questions};
use super::report::{aside, column, peek};
use super::state::State;
use super::undo;

/// A page in its frame.
pub fn frame(state: State, page: Page) -> AnyView {
    let intro = el("div")
        .class("intro")
        .child(el("h1").id("heading").attr("tabindex", "-1").child(page.heading()))
        .child(el("p").class("lede").child(marked(state, Words::Said(page.lede()))));
    let wrap = el("div").class("wrap");
    match page {
        Page::Own(page) => wrap.child(intro.child(notices(state))).child((page.show)(state)).view(),
        Page::Worksheet(worksheet) => {
            let page = worksheet.page();
            let State { draft, replies, inbox, .. } = state;
            let example = button("try-example", "").press(move || inbox.try_example()).child("Try an example");
            let clear = button("clear", "quiet")
                .on_while("disabled", condition(move || draft.is_empty()))
                .press(move || draft.clear())
                .child("Clear");
            let [undo, redo] = undo::buttons(state.undo);
            let copy = el("a").class("button quiet").id("to-data").attr("href", "#data").child("Open or keep a copy");
            let actions = el("div").class("actions").child(example).child(copy).child(undo).child(redo).child(clear);
            let back = RwSignal::new(String::new());
            let questions = el("form")
                .class("questions")
                .attr("autocomplete", "off")
                .on("submit", |event| event.prevent_default())
                // Who is in a field is about to type: the engine comes in the meantime.
                .on("focusin", move |event| {
                    replies.want_engine();
                    back.set(event_target::<leptos::web_sys::Element>(&event).id());
                })
                .child(questions(state, page.cards));
            let asking = el("div").class("asking").child(questions).child(aside(replies.answer()));
            // Whoever finds an answer here and has not been at the questions yet reads it first.
            let answer = replies.answer();
            let settled = move |before: Option<&bool>| {
                before == Some(&true) || answer.with(|answer| answer.report().is_some()) && back.with(String::is_empty)
            };
            let settled = Memo::new(settled).into();
            let columns = el("div").class("columns").class_while("settled", settled).child(asking).child(column(
                state,
                page.worksheet,
                back,
            ));
            wrap.child(intro.child(actions).child(notices(state))).child(columns).child(peek(replies.answer())).view()
        }
    }
}
