//! A list of like things, such as other jobs, with the same questions for each.

use leptos::prelude::*;

use super::show::items;
use super::{Item, Question, Rows};
use crate::app::browser;
use crate::app::form::Form;
use crate::app::html::el;
use crate::app::reactive::{condition, part, text};

/// The list, and the button that adds to it.
pub fn rows(form: Form, list: &'static Rows) -> AnyView {
    // The list changes only when a row comes or goes, never while a person types.
    let all = Memo::new(move |_| form.rows(list.list));
    let full = condition(move || all.with(Vec::len) >= list.list.most());
    let add = move || {
        let row = form.add_row(list.list);
        if let Some(first) = first(list.items) {
            browser::focus_later(first.of_row(row).key.id());
        }
    };
    let all = part(move || all.get().into_iter().map(|row| one(form, list, row)).collect_view().into_any());
    let button = el("button").attr("type", "button").id(list.id).class("quiet").on_while("disabled", full);
    el("div").class("rows").child(all).child(button.press(add).child(list.add)).view()
}

/// One thing of the list.
fn one(form: Form, list: &'static Rows, row: u32) -> AnyView {
    let remove = move || {
        form.remove_row(list.list, row);
        browser::focus_later(list.id.to_owned());
    };
    el("fieldset")
        .class("row")
        .child(el("legend").child(text(move || (list.title)(form, row))))
        .child(items(form, list.items, row))
        .child(el("button").attr("type", "button").class("link").press(remove).child(list.remove))
        .view()
}

/// The first question among entries.
fn first(items: &'static [Item]) -> Option<&'static Question> {
    items.iter().find_map(|item| match item {
        Item::Ask(question) => Some(question),
        Item::Beside(inner) | Item::Grid(inner) => first(inner),
        Item::Fold(..) | Item::Rows(_) | Item::Instead(..) | Item::Year => None,
    })
}
