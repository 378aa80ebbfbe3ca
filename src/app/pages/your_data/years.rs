//! The years that hold anything, each of which can be removed.

use leptos::prelude::*;

use crate::app::dom::element::{button, card, el};
use crate::app::dom::focus;
use crate::app::dom::reactive::{memo, part};
use crate::app::state::OpenDraft;

/// What stands in each year, and the ways to remove it.
pub fn years(draft: &'static OpenDraft) -> AnyView {
    let years = memo(move || draft.years_held());
    let row = move |(year, holds): (i16, String)| {
        let remove = move || {
            draft.remove_year(year);
            focus::later("years".to_owned());
        };
        let remove = el("button")
            .attr("type", "button")
            .class("link")
            .id(format!("remove-{year}"))
            .press(remove)
            .child(format!("Remove {year}"));
        el("li")
            .child(el("span").child(el("strong").child(year.to_string())).child(format!(": {holds}")))
            .child(remove)
            .view()
    };
    let list = move || {
        let years = years.get();
        if years.is_empty() {
            return el("p").child("Nothing is entered yet.").view();
        }
        let clear = move || {
            draft.clear();
            focus::later("years".to_owned());
        };
        let clear = button("clear-all", "quiet").press(clear).child("Clear all years");
        let list = el("ul").class("years").all(years.into_iter().map(row));
        el("div").class("stack").child(list).child(el("p").class("send").child(clear)).view()
    };
    card("years", "What is in each year").child(part(list)).view()
}
