//! The guide's checklist, row by row: the answer, and what it means.

use leptos::prelude::*;
use planner::report::Row;

use super::cite::cite;
use super::follow::{self, slice};
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, part, text};
use crate::app::state::Answer;

/// The rows of the checklist. A row keeps its place, so what is open stays open.
pub fn checklist(answer: Memo<Answer>) -> AnyView {
    let count = answer.with_untracked(|answer| answer.report().map_or(0, |report| report.checklist.len()));
    let heading = el("h3").id("checklist").child(follow::of(answer, |report| report.checklist_title.clone()));
    let rows = el("ol").all((0..count).map(|place| row(answer, place)));
    let section = el("section").class("card checklist").attr("aria-labelledby", "checklist");
    // The guide's own stands open; any other is summed up in its title.
    let is_guides = answer.with_untracked(|answer| {
        answer.report().is_some_and(|report| report.checklist.iter().any(|row| !row.question.is_empty()))
    });
    if is_guides {
        section.child(heading).child(rows).view()
    } else {
        section.child(el("details").child(el("summary").child(heading)).child(rows)).view()
    }
}

fn row(answer: Memo<Answer>, place: usize) -> AnyView {
    let answer = slice(answer, move |report| report.checklist.get(place));
    let of = move |of: fn(&Row) -> String| {
        text(move || {
            answer.with(|answer| {
                let row = answer.report().and_then(|report| report.checklist.get(place));
                row.map(of).unwrap_or_default()
            })
        })
    };
    let source = move || {
        answer.with(|answer| {
            let row = answer.report().and_then(|report| report.checklist.get(place));
            row.map_or_else(|| ().into_any(), |row| cite(&row.citation))
        })
    };
    let is_open = condition(move || {
        answer.with(|answer| {
            let row = answer.report().and_then(|report| report.checklist.get(place));
            // Rows that have little to say stand in one line unless something is wrong.
            row.is_some_and(|row| {
                row.look == "stops" || !row.question.is_empty() && row.look != "good" && row.look != "aside"
            })
        })
    });
    let head = el("summary")
        .class("row-head")
        .child(el("span").class("name").child(of(|row| row.name.clone())))
        .child(el("span").class("mark").child(of(|row| row.mark.clone())));
    // The guide's checklists have more to say of a row; of any other there is its source.
    let asks = condition(move || {
        answer.with(|answer| {
            let row = answer.report().and_then(|report| report.checklist.get(place));
            row.is_some_and(|row| !row.question.is_empty())
        })
    });
    let look = el("details")
        .on_while("hidden", condition(move || !asks.get()))
        .child(el("summary").child("Where to look"))
        .child(el("p").child(el("em").child("The guide: ")).child(of(|row| row.question.clone())))
        .child(el("p").child(of(|row| row.source.clone())))
        .child(el("p").child(of(|row| row.words.clone())))
        .child(el("p").class("cites").child(part(source)));
    let rule = el("p").class("cites").on_while("hidden", asks).child(part(source));
    // What is as it should be folds into a line.
    let whole = el("details")
        .on_while("open", is_open)
        .child(head)
        .child(el("p").class("given").child(of(|row| row.answer.clone())))
        .child(el("p").child(of(|row| row.means.clone())))
        .child(look)
        .child(rule);
    el("li").attr("class", of(|row| row.look.clone())).child(whole).view()
}
