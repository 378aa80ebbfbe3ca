//! Shows tables of questions, each question only while it applies.

use leptos::prelude::*;

use super::inputs::{check, choice, field, lines, pair, select, year};
use super::rows::rows;
use super::{Group, Input, Item, Question, ROW, Words};
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, text, when};
use crate::app::state::State;

/// All the questions of a page.
pub fn questions(state: State, groups: &'static [Group]) -> AnyView {
    groups
        .iter()
        .map(|group| {
            let applies = condition(move || any_applies(state, group.items, ROW));
            when(applies, move || card(state, group))
        })
        .collect_view()
        .into_any()
}

/// A group in its card.
fn card(state: State, group: &'static Group) -> AnyView {
    let heading = el("h2").child(said(state, group.title));
    let hint = hint(state, group.hint, format!("{}-hint", group.id));
    let items = items(state, group.items, ROW);
    let card = el("section").class("card");
    if group.folded {
        let summary = el("summary").child(heading);
        card.child(el("details").id(group.id).child(summary).child(hint).child(items)).view()
    } else {
        card.attr("aria-labelledby", group.id).child(heading.id(group.id)).child(hint).child(items).view()
    }
}

/// Entries of a group, each while it applies.
pub fn items(state: State, items: &'static [Item], row: u32) -> AnyView {
    items
        .iter()
        .map(|item| {
            let applies = condition(move || item_applies(state, item, row));
            when(applies, move || show(state, item, row))
        })
        .collect_view()
        .into_any()
}

fn show(state: State, item: &'static Item, row: u32) -> AnyView {
    match item {
        Item::Ask(question) => ask(state, question.of_row(row)),
        Item::Year => year(state, false),
        Item::LedgerYear => year(state, true),
        Item::Instead(words, _) => el("p").class("follows").child(*words).view(),
        Item::Beside(inner) => el("div").class("pair").child(items(state, inner, row)).view(),
        Item::Grid(inner) => el("div").class("grid").child(items(state, inner, row)).view(),
        Item::Fold(summary, inner) => {
            el("details").child(el("summary").child(*summary)).child(items(state, inner, row)).view()
        }
        Item::Rows(list) => rows(state, list),
        Item::Part(part) => part(state),
    }
}

fn ask(state: State, question: Question) -> AnyView {
    match question.input {
        Input::Line => field(state, question),
        Input::Lines => lines(state, question),
        Input::Pair(to_come) => pair(state, question, to_come),
        Input::Choice(options) => choice(state, question, options),
        Input::Select(options) => select(state, question, options),
        Input::Check => check(state, question),
    }
}

fn any_applies(state: State, items: &'static [Item], row: u32) -> bool {
    items.iter().any(|item| item_applies(state, item, row))
}

fn item_applies(state: State, item: &'static Item, row: u32) -> bool {
    match item {
        Item::Ask(question) => {
            state.draft.asks(question.of_row(row).key) && question.only.is_none_or(|only| only(state.draft))
        }
        Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) => any_applies(state, inner, row),
        Item::Rows(rows) => state.draft.shown().lists(rows.list),
        Item::Instead(_, stands) => stands(state.draft),
        Item::Year | Item::LedgerYear | Item::Part(_) => true,
    }
}

/// Words that follow the state.
pub fn said(state: State, words: Words) -> Signal<String> {
    text(move || words.now(state))
}

/// A hint, if there is one.
pub fn hint(state: State, words: Words, id: String) -> AnyView {
    if words.is_none() {
        return ().into_any();
    }
    el("p").class("hint").id(id).child(marked(state, words)).view()
}

/// Words of which those between asterisks are strong.
pub fn marked(state: State, words: Words) -> AnyView {
    let Words::Said(all) = words else { return said(state, words).into_any() };
    let piece = |(place, piece)| {
        let piece = said(state, Words::Said(piece));
        if place % 2 == 1 { el("strong").child(piece).view() } else { piece.into_any() }
    };
    all.split('*').enumerate().map(piece).collect_view().into_any()
}
