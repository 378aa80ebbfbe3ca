//! The toolbar in the header: the year, undo and redo, and the menu's way to clear.

use leptos::prelude::*;
use planner::law::limits::OFFICIAL_YEARS;

use super::dom::element::{button, el};
use super::dom::reactive::{condition, memo, part};
use super::pages;
use super::state::{OpenDraft, State};
use super::undo;

/// The year on show, undo and redo.
pub fn toolbar(state: State) -> AnyView {
    let draft = state.draft;
    let every = condition(move || pages::on_show(state.navigation).has_every_year());
    let years = memo(move || {
        draft.follow();
        draft.years(every.get())
    });
    let options = move || years.get().into_iter().map(|year| option(draft, year, every)).collect_view().into_any();
    let chosen = move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            draft.set_year(year);
        }
    };
    let list = el("select").id("year").attr("aria-label", "Year").on("change", chosen).child(part(options));
    let [undo, redo] = undo::buttons(state.undo);
    vec![list.view(), undo.view(), redo.view()].into_any()
}

fn option(draft: &'static OpenDraft, year: i16, every: Signal<bool>) -> AnyView {
    let (first, last) = OFFICIAL_YEARS;
    // What happened needs no limits.
    let official = (first..=last).contains(&year) || every.get_untracked();
    let label = if official { year.to_string() } else { format!("{year} (not official)") };
    let shown = condition(move || draft.year() == year);
    el("option").attr("value", year.to_string()).on_while("selected", shown).child(label).view()
}

/// The way to begin with nothing.
pub fn clear(draft: &'static OpenDraft) -> AnyView {
    let nothing = condition(move || draft.is_empty());
    button("clear", "link").on_while("disabled", nothing).press(move || draft.clear()).child("Clear everything").view()
}
