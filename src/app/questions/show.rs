//! Shows cards of questions, each question only while it applies.

use leptos::prelude::*;
use planner::draft::Change;
use planner::questions::cards::{Card, Item, Part, keys};
use planner::questions::{Hint, Input, Key, Kind, Question, ROW};

use super::Words;
use super::import::import;
use super::inputs::{check, choice, field, lines, pair, select};
use super::rows::rows;
use crate::app::booklet::booklet;
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, text, when};
use crate::app::dom::{by_id, focus};
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
    // On a phone a card that is answered folds into a line, unless the person is at it.
    let understood = text(move || state.replies.hint(of.id));
    let any = condition(move || understood.with(|says| !says.is_empty()));
    let at_it = RwSignal::new(false);
    let sought = move || state.navigation.sought();
    let done = condition(move || any.get() && !at_it.get() && !super::asks_for(std::slice::from_ref(of), &sought()));
    let change = move || {
        at_it.set(true);
        let mut fields = Vec::new();
        keys(of.items, &mut |key| fields.push(key.id()));
        if let Some(field) = fields.into_iter().find(|field| by_id(field).is_some()) {
            focus::later(field);
        }
    };
    let confirm = move || {
        let change = el("button").attr("type", "button").class("link").press(change).child("Change");
        el("p").class("confirm").child(el("span").child(understood)).child(change).view()
    };
    let card = el("section").class("card").class_while("done", done).on("focusin", move |_| at_it.set(true));
    let card = if of.folded {
        let summary = el("summary").child(heading);
        card.child(el("details").id(of.id).child(summary).child(hint).child(items))
    } else {
        card.attr("aria-labelledby", of.id).child(heading.id(of.id)).child(hint).child(items)
    };
    card.child(when(any, confirm)).view()
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
        Item::Shown(key) => shown(state, *key),
        Item::When(_, inner) => el("div").class("stack").child(items(state, inner, row)).view(),
        Item::Beside(inner) => el("div").class("pair").child(items(state, inner, row)).view(),
        Item::Grid(inner) => el("div").class("grid").child(items(state, inner, row)).view(),
        Item::Fold(summary, inner) => {
            el("details").child(el("summary").child(*summary)).child(items(state, inner, row)).view()
        }
        Item::Rows(list) => rows(state, list),
        Item::Part(Part::Import) => import(state),
        Item::Part(Part::Booklet) => booklet(state),
        Item::Part(part) => job_sheet(state, matches!(part, Part::AddJob).then_some(row)),
    }
}

/// The button that gives the job in this row a sheet of its own, or else the one that takes
/// away the sheet of the job on show.
fn job_sheet(state: State, row: Option<u32>) -> AnyView {
    let press = move || {
        match row {
            Some(row) => state.inbox.change_jobs(Change::AddedJob, &format!("add {row}")),
            None => state.inbox.change_jobs(Change::RemovedJob, "remove"),
        }
        focus::later("job".to_owned());
    };
    let says = if row.is_some() {
        "This job has a plan I also pay into: give it a sheet of its own"
    } else {
        "Remove this job’s sheet"
    };
    el("p").child(el("button").attr("type", "button").class("link").press(press).child(says)).view()
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

/// An answer that is given on another page, and the way there.
fn shown(state: State, key: Key) -> AnyView {
    let answer = move || {
        let text = state.draft.text(key);
        let label = key.answers().iter().find(|(word, _)| *word == text).map(|(_, label)| (*label).to_owned());
        let dollars = if key.kind() == Kind::Money && !text.starts_with('$') { "$" } else { "" };
        label.unwrap_or_else(|| format!("{dollars}{text}"))
    };
    let name = format!("Change: {}", key.title());
    let change = el("a").attr("href", format!("#{}", key.id())).attr("aria-label", name);
    el("p")
        .class("shown")
        .child(el("span").child(key.title()))
        .child(el("b").child(text(answer)))
        .child(change.press(move || state.navigation.lead_to(&key.id())).child("Change"))
        .view()
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
        Item::Shown(key) => state.draft.asks(*key) && !state.draft.text(*key).trim().is_empty(),
        Item::When(holds, inner) => holds(state.draft.shown()) && any_applies(state, inner, row),
        Item::Part(Part::AddJob) => state.draft.takes_job(),
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
