//! The frame of a page: what it is about, its questions on one side, the answer on
//! the other.

use leptos::prelude::*;

use super::answer::{column, peek};
use super::ask::{Words, marked, questions};
use super::form::Form;
use super::html::{button, el};
use super::pages::Page;
use super::reactive::{condition, part, when};
use super::storage::Keeping;

const NOT_SAVED: &str = "This browser does not let the page save. Everything works, but your figures are gone when you close the page. Download a copy to keep them.";

/// A page in its frame.
pub fn frame(form: Form, page: &'static Page) -> AnyView {
    let example = button("try-example", "").press(move || form.try_example()).child("Try an example");
    let clear = button("clear", "quiet")
        .on_while("disabled", condition(move || form.is_empty()))
        .press(move || form.clear())
        .child("Clear");
    let intro = el("div")
        .class("intro")
        .child(el("h1").id("heading").attr("tabindex", "-1").child(page.heading))
        .child(el("p").class("lede").child(marked(form, Words::Said(page.lede))))
        .child(el("div").class("actions").child(example).child(clear))
        .child(notices(form));
    let questions = el("form")
        .class("questions")
        .attr("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        // Who is in a field is about to type: the engine comes in the meantime.
        .on("focusin", move |_| form.engine().want())
        .child(questions(form, page.groups));
    let columns = el("div").class("columns").child(questions).child(column(form, page.worksheet));
    el("div").class("wrap").child(intro).child(columns).child(peek(form.answer)).view()
}

/// What the person should know about undoing and saving.
fn notices(form: Form) -> AnyView {
    let replaced = move || {
        let what = form.replaced()?;
        let undo = button("undo", "link").press(move || form.undo()).child("Undo");
        let dismiss = button("dismiss", "link").press(move || form.forget_replaced()).child("Dismiss");
        Some(el("p").class("notice undo").child(what).child(" ").child(undo).child(" ").child(dismiss).view())
    };
    let not_saved = condition(move || form.keeping.get() == Keeping::Memory);
    let not_saved = when(not_saved, || el("p").class("notice grave").id("not-saved").child(NOT_SAVED).view());
    let told = move || form.notice.get().map(|told| el("p").class("notice grave").child(told).view());
    el("div")
        .attr("role", "status")
        .class("notices")
        .child(part(move || replaced().into_any()))
        .child(part(move || told().into_any()))
        .child(not_saved)
        .view()
}
