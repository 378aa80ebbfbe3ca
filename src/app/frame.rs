//! The frame of a page: its name, the question that it answers, what stands below, and the
//! way to the next one. A worksheet has its questions on one side, the answer on the other.

use leptos::prelude::*;

use super::dom::element::{Element, el};
use super::dom::reactive::{condition, when};
use super::pages::Page;
use super::questions::{Words, questions, said};
use super::report::{column, peek};
use super::state::State;

/// A page in its frame. The first visit's stands in index.html.
pub fn frame(state: State, page: Page, first: Signal<bool>) -> AnyView {
    when(condition(move || !(page.is_start() && first.get())), move || framed(state, page))
}

fn framed(state: State, page: Page) -> AnyView {
    let head = el("div")
        .class("head")
        .child(el("h1").id("heading").attr("tabindex", "-1").child(page.name()))
        .child(el("p").child(said(state, Words::Said(page.question()))));
    let wrap = el("div").class("wrap").child(head);
    match page {
        Page::Own(own) => {
            let wrap = wrap.child((own.show)(state));
            if page.is_start() { wrap.view() } else { wrap.child(next(page)).view() }
        }
        Page::Worksheet(worksheet) => {
            let replies = state.replies;
            let questions = el("form")
                .class("questions")
                .attr("autocomplete", "off")
                .on("submit", |event| event.prevent_default())
                // Who is in a field is about to type: the engine comes in the meantime.
                .on("focusin", move |_| replies.want_engine())
                .child(questions(state, worksheet.page().cards));
            let columns = el("div")
                .class("columns")
                .child(questions)
                .child(column(state, worksheet.page().worksheet))
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
