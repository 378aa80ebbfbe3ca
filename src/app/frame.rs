//! The frame of a page: its name, the question that it answers, what stands below, and the
//! way to the next one. A worksheet has its questions on one side, the answer on the other.

use leptos::prelude::*;

use super::dom::element::{Element, el};
use super::dom::reactive::{condition, when};
use super::pages::Page;
use super::questions::{Words, questions, said};
use super::report::{aside, column, peek};
use super::state::State;

/// A page in its frame. The first visit's stands in index.html.
pub fn frame(state: State, page: Page, first: Signal<bool>) -> AnyView {
    when(condition(move || !(page.is_start() && first.get())), move || framed(state, page))
}

fn framed(state: State, page: Page) -> AnyView {
    let head = el("div")
        .class("page-head")
        .child(el("h1").id("heading").attr("tabindex", "-1").child(page.name()))
        .child(el("p").child(said(state, Words::Said(page.question()))));
    let wrap = el("div").class("wrap").child(head);
    match page {
        Page::Own(own) => {
            let wrap = wrap.child((own.show)(state));
            if page.is_start() { wrap.view() } else { wrap.child(next(page)).view() }
        }
        Page::Worksheet(worksheet) => {
            let page_of = worksheet.page();
            let replies = state.replies;
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
                .child(questions(state, page_of.cards));
            let asking = el("div").class("asking").child(questions).child(aside(replies.answer()));
            // Whoever finds an answer here and has not been at the questions yet reads it first.
            let answer = replies.answer();
            let settled = move |before: Option<&bool>| {
                before == Some(&true) || answer.with(|answer| answer.report().is_some()) && back.with(String::is_empty)
            };
            let settled = Memo::new(settled).into();
            let columns = el("div")
                .class("columns")
                .class_while("settled", settled)
                .child(asking)
                .child(column(state, page_of.worksheet, back))
                .child(next(page));
            wrap.child(columns).child(peek(replies.answer())).view()
        }
    }
}

/// The way on: why, and the page's name.
fn next(page: Page) -> Element {
    let next = page.next();
    let link = el("a").class("onward").attr("href", format!("#{}", next.slug()));
    link.child(el("span").child(next.invitation())).child(" ").child(el("b").child(next.name()))
}
