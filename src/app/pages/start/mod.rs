//! The page to begin with. Before anything is typed it is the first visit's, which stands in
//! index.html; afterwards it says where one stands: what to do next over all worksheets, by
//! date, how each worksheet stands, and the limit.

mod steps;
mod tasks;

use leptos::prelude::*;
use planner::report::{Headline, Standing};

pub use self::steps::mark;
use super::page::OwnPage;
use crate::app::dom::element::el;
use crate::app::dom::reactive::{part, when};
use crate::app::report::{has_picture, picture};
use crate::app::state::State;

/// The page.
pub const PAGE: OwnPage = OwnPage {
    slug: "start",
    name: "Where you stand",
    question: "{year}, as of {today}",
    invitation: "See what to do next, by date",
    show: standing,
};

fn standing(state: State) -> AnyView {
    let now = state.standings.now();
    let answer = state.standings.answer();
    let shown = move |of: fn(State, &Standing) -> AnyView| {
        let of = move |standing: &Standing| of(state, standing);
        part(move || now.with(|now| now.as_ref().and_then(|now| now.as_ref().ok()).map_or_else(|| ().into_any(), of)))
    };
    let missing = move || {
        now.with(|now| match now {
            None => el("p").class("card").id("waiting").child("Working it out…").view(),
            Some(Err(sentence)) => el("p").class("card").id("waiting").child(sentence.clone()).view(),
            Some(Ok(_)) => ().into_any(),
        })
    };
    el("div")
        .class("stand")
        .child(part(missing))
        .child(shown(|_, standing| headline(standing)))
        .child(shown(tasks::tasks))
        .child(shown(|_, standing| steps::steps(standing)))
        .child(when(has_picture(answer), move || picture(answer)))
        .view()
}

/// The figure that matters now, and the way to its page.
fn headline(standing: &Standing) -> AnyView {
    let Headline { what, figure, below, grave, open, none, .. } = &standing.report.headline;
    let Some(page) = super::named(&standing.page) else { return ().into_any() };
    let look = match (*grave, *open, *none) {
        (true, ..) => "headline over",
        (_, true, _) => "headline open",
        (.., true) => "headline none",
        _ => "headline",
    };
    el("section")
        .class(look)
        .attr("aria-label", "What matters now")
        .child(el("p").class("what").child(what.clone()))
        .child(el("p").class("figure").child(figure.clone()))
        .child(el("p").class("below").child(below.clone()))
        .child(el("a").class("button").attr("href", format!("#{}", page.slug())).child(page.name()))
        .view()
}
