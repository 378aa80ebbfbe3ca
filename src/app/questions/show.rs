//! Shows cards of questions, each question only while it applies.

use leptos::prelude::*;
use planner::questions::cards::{Card, Item, Part};
use planner::questions::{Hint, Input, Key, Question, ROW};

use super::Words;
use super::import::import;
use super::inputs::{check, choice, field, lines, pair, select};
use super::rows::rows;
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, text, when};
use crate::app::state::State;

/// All the questions of a page.
pub fn questions(state: State, cards: &'static [Card]) -> AnyView {
    cards
        .iter()
        .map(|of| {
            let applies = condition(move || any_applies(state, of.items, ROW));
            when(applies, move || card(state, of))
        })
        .collect_view()
        .into_any()
}

fn card(state: State, of: &'static Card) -> AnyView {
    let heading = el("h2").child(said(state, Words::Said(of.title)));
    let hint = hint(state, Words::Said(of.hint), format!("{}-hint", of.id));
    let items = items(state, of.items, ROW);
    let card = el("section").class("card");
    if of.folded {
        let summary = el("summary").child(heading);
        card.child(el("details").id(of.id).child(summary).child(hint).child(items)).view()
    } else {
        card.attr("aria-labelledby", of.id).child(heading.id(of.id)).child(hint).child(items).view()
    }
}

/// Entries of a card, each while it applies.
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
        Item::Ask(key) => ask(state, key.of_row(row), key.question()),
        Item::Figure(key) => ask(state, *key, &Question { label: key.title(), hint: Hint::None, ..*key.question() }),
        Item::AskIf(key, _) => ask(state, *key, key.question()),
        Item::AskAs(key, answers, _) => ask(state, *key, &Question { answers, ..*key.question() }),
        Item::Amounts(amounts) => pair(state, amounts, row),
        Item::Instead(words, _) => el("p").class("follows").child(*words).view(),
        Item::Beside(inner) => el("div").class("pair").child(items(state, inner, row)).view(),
        Item::Grid(inner) => el("div").class("grid").child(items(state, inner, row)).view(),
        Item::Fold(summary, inner) => {
            el("details").child(el("summary").child(*summary)).child(items(state, inner, row)).view()
        }
        Item::Rows(list) => rows(state, list),
        Item::Part(Part::Import) => import(state),
    }
}

fn ask(state: State, key: Key, question: &Question) -> AnyView {
    match question.input {
        Input::Line => field(state, key, question),
        Input::Lines => lines(state, key, question),
        Input::Choice => choice(state, key, question),
        Input::Select => select(state, key, question),
        Input::Check => check(state, key, question),
    }
}

fn any_applies(state: State, items: &'static [Item], row: u32) -> bool {
    items.iter().any(|item| item_applies(state, item, row))
}

fn item_applies(state: State, item: &'static Item, row: u32) -> bool {
    match item {
        Item::Ask(key) | Item::Figure(key) => state.draft.asks(key.of_row(row)),
        Item::AskIf(key, only) | Item::AskAs(key, _, only) => state.draft.asks(*key) && only(state.draft.shown()),
        Item::Amounts(pair) => state.draft.asks(pair.so_far.of_row(row)),
        Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) => any_applies(state, inner, row),
        Item::Rows(rows) => state.draft.shown().lists(rows.list),
        Item::Instead(_, stands) => stands(state.draft.shown()),
        Item::Part(_) => true,
    }
}

/// Words that follow the form.
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
