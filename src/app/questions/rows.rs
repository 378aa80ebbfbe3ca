//! A list of like things, such as other jobs or the lines of a ledger, with the same
//! questions for each.
//!
//! A year of a ledger can have hundreds of rows. Only the latest stand in the page
//! until a person asks for more, so that the page stays quick.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::Event;
use planner::questions::cards::{Item, Look, Rows};
use planner::questions::{Key, RowField};
use wasm_bindgen::JsCast;

use super::Words;
use super::show::{items, said};
use crate::app::dom::element::{Element, el};
use crate::app::dom::focus;
use crate::app::dom::reactive::{condition, memo, part, text, when};
use crate::app::state::State;

/// How many more rows are shown at once.
const MORE: usize = 50;

/// A list as it stands in the page.
#[derive(Clone, Copy)]
struct Listed {
    list: &'static Rows,
    /// The numbers of all its rows. They change only when a row comes or goes, never
    /// while a person types.
    all: Memo<Vec<u32>>,
    /// How many of the latest rows are shown.
    latest: RwSignal<usize>,
    /// The rows that are shown. Who is led to a mistake in another one finds it there.
    shown: Memo<Vec<u32>>,
}

/// The list, and the button that adds to it.
pub fn rows(state: State, list: &'static Rows) -> AnyView {
    let all = memo(move || state.draft.rows(list.list));
    let latest = RwSignal::new(list.latest);
    let shown = move |_: Option<&Vec<u32>>| {
        let sought = state.navigation.sought_row(list.list);
        let mut rows = all.get();
        let first = rows.len().saturating_sub(latest.get());
        let mut place = 0;
        rows.retain(|row| {
            place += 1;
            place > first || sought == Some(*row)
        });
        rows
    };
    let listed = Listed { list, all, latest, shown: Memo::new(shown) };
    let full = condition(move || all.with(Vec::len) >= list.list.most());
    let add = move || listed.focus_on(Some(state.draft.add_row(list.list)));
    let button = el("button").attr("type", "button").id(list.id).class("quiet").on_while("disabled", full);
    let content = match list.look {
        Look::Framed(title) => framed(state, listed, title, None),
        Look::Named(title, before, field) => framed(state, listed, title, Some((before, field))),
        Look::Lines => lines(state, listed, add),
    };
    el("div").class("rows").child(earlier(listed)).child(content).child(button.press(add).child(list.add)).view()
}

/// Each row in a frame of its own: under a title or, with these words before it, its text
/// in a field.
fn framed(state: State, listed: Listed, title: &'static str, named: Option<(&'static str, RowField)>) -> AnyView {
    let name = move |row| {
        let named = named.map(|(before, field)| (before, state.draft.text(Key::Row(listed.list.list, row, field))));
        match named {
            Some((before, text)) if !text.trim().is_empty() => format!("{before}{text}"),
            _ => title.to_owned(),
        }
    };
    let one = move |row| {
        el("fieldset")
            .class("row")
            .child(el("legend").child(text(move || name(row))))
            .child(items(state, listed.list.items, row))
            .child(listed.remove(state, row).class("link").child(listed.list.remove))
            .view()
    };
    part(move || listed.shown.get().into_iter().map(one).collect::<Vec<_>>().into_any())
}

/// Each row in one line. The Enter key goes on to the next one.
fn lines(state: State, listed: Listed, add: impl Fn() + 'static) -> AnyView {
    let one = move |row, place: usize| {
        let name = format!("{} of row {}", listed.list.remove, place + 1);
        let remove = listed.remove(state, row).class("remove").attr("aria-label", name).child("×");
        el("li").class("line").child(items(state, listed.list.items, row)).child(remove).view()
    };
    let lines = move || {
        let shown = listed.shown.get();
        let all = listed.all.get().into_iter().enumerate().filter(|(_, row)| shown.contains(row));
        el("ol").all(all.map(|(place, row)| one(row, place))).view()
    };
    let any = condition(move || listed.all.with(|all| !all.is_empty()));
    let next = move |event: Event| {
        let typed_in = event_target::<leptos::web_sys::Element>(&event).tag_name() == "INPUT";
        if typed_in && event.unchecked_ref::<KeyboardEvent>().key() == "Enter" {
            add();
        }
    };
    el("div")
        .class("ledger")
        .on("keydown", next)
        .child(when(any, move || heads(state, listed.list.items)))
        .child(part(lines))
        .view()
}

/// The labels of a line's questions, above them all. Each has its own for who does not
/// see them.
fn heads(state: State, items: &'static [Item]) -> AnyView {
    let head = |item: &'static Item| {
        let Item::Ask(key) = item else { return ().into_any() };
        let label = Words::Said(key.question().label);
        when(condition(move || state.draft.asks(*key)), move || el("span").child(said(state, label)).view())
    };
    el("p").class("line heads").attr("aria-hidden", "true").all(items.iter().map(head)).view()
}

/// How many rows are not shown, and the ways to them.
fn earlier(listed: Listed) -> AnyView {
    let hidden = move || listed.all.with(Vec::len).saturating_sub(listed.shown.with(Vec::len));
    let count =
        text(move || format!("{} of {} rows are shown. ", listed.shown.with(Vec::len), listed.all.with(Vec::len)));
    let link = move |to: fn(usize) -> usize| {
        let more = move || {
            let before = listed.latest.get_untracked();
            listed.latest.set(to(before));
            // The first row that has come takes the focus from the button.
            listed.focus_on(listed.shown.with_untracked(|shown| shown.first().copied()));
        };
        el("button").attr("type", "button").class("link").press(more)
    };
    let all = text(move || format!("Show all {}", listed.all.with(Vec::len)));
    let many = condition(move || hidden() > MORE);
    let page = move || link(|shown| shown.saturating_add(MORE)).child(format!("Show {MORE} more")).child(" ").view();
    let says = move || {
        let all = link(|_| usize::MAX).child(all);
        el("p").class("earlier").child(count).child(when(many, page)).child(" ").child(all).view()
    };
    when(condition(move || hidden() > 0), says)
}

impl Listed {
    /// The button that takes a row away.
    fn remove(self, state: State, row: u32) -> Element {
        let remove = move || {
            state.draft.remove_row(self.list.list, row);
            focus::later(self.list.id.to_owned());
        };
        el("button").attr("type", "button").press(remove)
    }

    /// Moves the keyboard to the first question of a row.
    fn focus_on(self, row: Option<u32>) {
        if let (Some(row), Some(key)) = (row, first(self.list.items)) {
            focus::later(key.of_row(row).id());
        }
    }
}

/// The first question among entries.
fn first(items: &[Item]) -> Option<Key> {
    items.iter().find_map(|item| match item {
        Item::Ask(key) => Some(*key),
        Item::Beside(inner) | Item::Grid(inner) | Item::When(_, inner) => first(inner),
        Item::Fold(..) | Item::Rows(_) | Item::Part(_) | Item::Shown(_) => None,
        Item::Figure(_) | Item::AskIf(..) | Item::AskAs(..) | Item::Amounts(_) => None,
    })
}
