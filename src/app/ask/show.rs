//! Shows cards of questions, each question only while it applies.

use leptos::prelude::*;
use planner::questions::cards::{Card, Item, Part};
use planner::questions::{Hint, Input, Key, Question, ROW};

use super::Words;
use super::inputs::{check, choice, field, lines, pair, select, year};
use super::rows::rows;
use crate::app::conversions::import;
use crate::app::form::Form;
use crate::app::html::el;
use crate::app::reactive::{condition, text, when};

/// All the questions of a page.
pub fn questions(form: Form, cards: &'static [Card]) -> AnyView {
    cards
        .iter()
        .map(|of| {
            let applies = condition(move || any_applies(form, of.items, ROW));
            when(applies, move || card(form, of))
        })
        .collect_view()
        .into_any()
}

fn card(form: Form, of: &'static Card) -> AnyView {
    let heading = el("h2").child(said(form, Words::Said(of.title)));
    let hint = hint(form, Words::Said(of.hint), format!("{}-hint", of.id));
    let items = items(form, of.items, ROW);
    let card = el("section").class("card");
    if of.folded {
        let summary = el("summary").child(heading);
        card.child(el("details").id(of.id).child(summary).child(hint).child(items)).view()
    } else {
        card.attr("aria-labelledby", of.id).child(heading.id(of.id)).child(hint).child(items).view()
    }
}

/// Entries of a card, each while it applies.
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
        Item::Ask(key) => ask(form, key.of_row(row), key.question()),
        Item::Figure(key) => ask(form, *key, &Question { label: key.title(), hint: Hint::None, ..*key.question() }),
        Item::AskIf(key, _) => ask(form, *key, key.question()),
        Item::AskAs(key, answers, _) => ask(form, *key, &Question { answers, ..*key.question() }),
        Item::Amounts(amounts) => pair(form, amounts, row),
        Item::Year => year(form, false),
        Item::LedgerYear => year(form, true),
        Item::Instead(words, _) => el("p").class("follows").child(*words).view(),
        Item::Beside(inner) => el("div").class("pair").child(items(form, inner, row)).view(),
        Item::Grid(inner) => el("div").class("grid").child(items(form, inner, row)).view(),
        Item::Fold(summary, inner) => {
            el("details").child(el("summary").child(*summary)).child(items(form, inner, row)).view()
        }
        Item::Rows(list) => rows(form, list),
        Item::Part(Part::Import) => import(form),
    }
}

fn ask(form: Form, key: Key, question: &Question) -> AnyView {
    match question.input {
        Input::Line => field(form, key, question),
        Input::Lines => lines(form, key, question),
        Input::Choice => choice(form, key, question),
        Input::Select => select(form, key, question),
        Input::Check => check(form, key, question),
    }
}

fn any_applies(form: Form, items: &'static [Item], row: u32) -> bool {
    items.iter().any(|item| item_applies(form, item, row))
}

fn item_applies(form: Form, item: &'static Item, row: u32) -> bool {
    match item {
        Item::Ask(key) | Item::Figure(key) => form.asks(key.of_row(row)),
        Item::AskIf(key, only) | Item::AskAs(key, _, only) => form.asks(*key) && only(form.shown()),
        Item::Amounts(pair) => form.asks(pair.so_far.of_row(row)),
        Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) => any_applies(form, inner, row),
        Item::Rows(rows) => form.shown().lists(rows.list),
        Item::Instead(_, stands) => stands(form.shown()),
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
