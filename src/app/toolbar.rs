//! The toolbar in the header: the year, the job, undo and redo, and the menu's way to clear.

use leptos::prelude::*;
use planner::law::limits::OFFICIAL_YEARS;

use super::dom::element::{button, el};
use super::dom::reactive::{condition, memo, part, text, when};
use super::pages;
use super::state::{OpenDraft, State};
use super::undo;

/// The year and the job on show, undo and redo.
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
    vec![list.view(), job(state), undo.view(), redo.view()].into_any()
}

fn option(draft: &'static OpenDraft, year: i16, every: Signal<bool>) -> AnyView {
    let (first, last) = OFFICIAL_YEARS;
    // What happened needs no limits.
    let official = (first..=last).contains(&year) || every.get_untracked();
    let label = if official { year.to_string() } else { format!("{year} (not official)") };
    let shown = condition(move || draft.year() == year);
    el("option").attr("value", year.to_string()).on_while("selected", shown).child(label).view()
}

/// The job on show, where the year has several.
fn job(state: State) -> AnyView {
    let draft = state.draft;
    let jobs = memo(move || draft.jobs());
    let chosen = move |event| state.inbox.show_job(&event_target_value(&event));
    let option = move |id: u32| {
        let shown = condition(move || draft.job() == id);
        let name = text(move || draft.job_name(id));
        el("option").attr("value", id.to_string()).on_while("selected", shown).child(name).view()
    };
    let options = move || jobs.get().into_iter().map(option).collect_view().into_any();
    let list =
        move || el("select").id("job").attr("aria-label", "Job").on("change", chosen).child(part(options)).view();
    when(condition(move || jobs.with(|jobs| jobs.len() > 1)), list)
}

/// The way to begin with nothing.
pub fn clear(draft: &'static OpenDraft) -> AnyView {
    let nothing = condition(move || draft.is_empty());
    button("clear", "link").on_while("disabled", nothing).press(move || draft.clear()).child("Clear everything").view()
}
