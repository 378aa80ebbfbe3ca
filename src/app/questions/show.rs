//! Shows tables of questions, each question only while it applies.

use leptos::prelude::*;

use super::inputs::{check, choice, field, lines, pair, select, year};
use super::rows::rows;
use super::{Group, Input, Item, Question, ROW, Words};
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, text, when};
use crate::app::state::Form;

/// All the questions of a page.
pub fn questions(form: Form, groups: &'static [Group]) -> AnyView {
    groups
        .iter()
        .map(|group| {
            let applies = condition(move || any_applies(form, group.items, ROW));
            when(applies, move || card(form, group))
        })
        .collect_view()
        .into_any()
}

/// A group in its card.
fn card(form: Form, group: &'static Group) -> AnyView {
    let heading = el("h2").child(said(form, group.title));
    let hint = hint(form, group.hint, format!("{}-hint", group.id));
    let items = items(form, group.items, ROW);
    let card = el("section").class("card");
    if group.folded {
        let summary = el("summary").child(heading);
        card.child(el("details").id(group.id).child(summary).child(hint).child(items)).view()
    } else {
        card.attr("aria-labelledby", group.id).child(heading.id(group.id)).child(hint).child(items).view()
    }
}

/// Entries of a group, each while it applies.
pub fn items(form: Form, items: &'static [Item], row: u32) -> AnyView {
    items
        .iter()
        .map(|item| {
            let applies = condition(move || item_applies(form, item, row));
            when(applies, move || show(form, item, row))
        })
        .collect_view()
        .into_any()
}

fn show(form: Form, item: &'static Item, row: u32) -> AnyView {
    match item {
        Item::Ask(question) => ask(form, question.of_row(row)),
        Item::Year => year(form, false),
        Item::LedgerYear => year(form, true),
        Item::Instead(words, _) => el("p").class("follows").child(*words).view(),
        Item::Beside(inner) => el("div").class("pair").child(items(form, inner, row)).view(),
        Item::Grid(inner) => el("div").class("grid").child(items(form, inner, row)).view(),
        Item::Fold(summary, inner) => {
            el("details").child(el("summary").child(*summary)).child(items(form, inner, row)).view()
        }
        Item::Rows(list) => rows(form, list),
        Item::Part(part) => part(form),
    }
}

fn ask(form: Form, question: Question) -> AnyView {
    match question.input {
        Input::Line => field(form, question),
        Input::Lines => lines(form, question),
        Input::Pair(to_come) => pair(form, question, to_come),
        Input::Choice(options) => choice(form, question, options),
        Input::Select(options) => select(form, question, options),
        Input::Check => check(form, question),
    }
}

fn any_applies(form: Form, items: &'static [Item], row: u32) -> bool {
    items.iter().any(|item| item_applies(form, item, row))
}

fn item_applies(form: Form, item: &'static Item, row: u32) -> bool {
    match item {
        Item::Ask(question) => form.asks(question.of_row(row).key) && question.only.is_none_or(|only| only(form)),
        Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) => any_applies(form, inner, row),
        Item::Rows(rows) => form.shown().lists(rows.list),
        Item::Instead(_, stands) => stands(form),
        Item::Year | Item::LedgerYear | Item::Part(_) => true,
    }
}

/// Words that follow the form.
pub fn said(form: Form, words: Words) -> Signal<String> {
    text(move || words.now(form))
}

/// A hint, if there is one.
pub fn hint(form: Form, words: Words, id: String) -> AnyView {
    if words.is_none() {
        return ().into_any();
    }
    el("p").class("hint").id(id).child(marked(form, words)).view()
}

/// Words of which those between asterisks are strong.
pub fn marked(form: Form, words: Words) -> AnyView {
    let Words::Said(all) = words else { return said(form, words).into_any() };
    let piece = |(place, piece)| {
        let piece = said(form, Words::Said(piece));
        if place % 2 == 1 { el("strong").child(piece).view() } else { piece.into_any() }
    };
    all.split('*').enumerate().map(piece).collect_view().into_any()
}
