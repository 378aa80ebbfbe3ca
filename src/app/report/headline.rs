//! The answer itself: the figure, from when and by when, and what to know with it.

use leptos::prelude::*;
use planner::report::Report;

use super::cite::cite;
use super::copy::copy;
use super::follow::{is, of, slice};
use super::marked::marked;
use super::waiting::missing;
use crate::app::dom::element::{Element, el};
use crate::app::dom::reactive::{condition, part, text, when};
use crate::app::dom::{by_id, focus};
use crate::app::state::{Answer, State};

/// Where the bar at the foot of a small window leads.
const HEADLINE: &str = "headline";

/// The headline, and the bar that takes its place once it has left the window. `back` is the
/// id of the field that the person was in last.
pub fn headline(state: State, back: RwSignal<String>) -> AnyView {
    let answer = state.replies.answer();
    let head = slice(answer, |report| Some(&report.headline));
    let unofficial = is(head, |report| report.headline.unofficial);
    let what = el("p")
        .class("what")
        .child(el("span").child(of(head, |report| report.headline.what.clone())))
        .child(el("span").class("year").child(of(head, |report| report.headline.year.to_string())))
        .child(when(unofficial, || el("strong").class("tag").child("not official").view()));
    let figure = el("p")
        .class("figure")
        .id(of(head, |report| report.headline.id.clone()))
        .child(of(head, |report| report.headline.figure.clone()));
    let open = is(head, |report| report.headline.open);
    let asks = condition(move || answer.with(|answer| answer.reply().is_some_and(|reply| !reply.missing.is_empty())));
    let foot = el("div")
        .class("foot-line")
        .child(el("p").class("below").child(of(head, |report| report.headline.below.clone())))
        .child(when(asks, move || missing(state.replies, state.navigation)))
        .child(sources(slice(answer, |report| Some(&report.closing))))
        .child(when(is(answer, |report| !report.closing.words.is_empty()), move || {
            copy(of(answer, |report| report.closing.words.clone()), "quiet", "Copy message")
        }))
        .child(
            el("a")
                .class("back")
                .attr("href", "#heading")
                .press(move || focus::on(&back.get_untracked()))
                .child("Back to my figures"),
        );
    // For the pointer alone: it lies behind the headline until that has left the window.
    let top = el("a").attr("href", "#answer").attr("tabindex", "-1").press(|| focus::on(HEADLINE)).child("Back to top");
    let bar =
        el("p").attr("aria-hidden", "true").child(el("b").child(of(head, |report| report.headline.figure.clone())));
    let kind = |element: Element| {
        element
            .class_while("over", is(head, |report| report.headline.grave))
            .class_while("open", open)
            .class_while("none", is(head, |report| report.headline.none))
    };
    let whole = el("div")
        .class("headline")
        .id(HEADLINE)
        .attr("tabindex", "-1")
        .child(what)
        .child(el("div").class("answer-line").child(figure).child(facts(head, "facts")))
        .child(foot);
    vec![kind(bar.class("compact").child(facts(head, "facts")).child(top)).view(), kind(whole).view()].into_any()
}

/// The facts, each its name and what it is.
fn facts(answer: Memo<Answer>, class: &'static str) -> AnyView {
    let all = move || {
        answer.with(|answer| {
            let facts = answer.report().map(|report| report.headline.facts.as_slice()).unwrap_or_default();
            let fact = |[name, says]: &[String; 2]| {
                let name = el("span").class("name").child(name.clone());
                el("span").class("fact").child(name).child(" ").child(el("span").child(marked(says))).view()
            };
            facts.iter().map(fact).collect::<Vec<_>>().into_any()
        })
    };
    el("span").class(class).child(part(all)).view()
}

/// Where the law says so, in one fold.
fn sources(answer: Memo<Answer>) -> AnyView {
    let count = of(answer, |report| format!("Sources ({})", report.closing.citations.len()));
    let all = move || {
        answer.with(|answer| {
            let citations = answer.report().map(|report| report.closing.citations.iter());
            citations
                .into_iter()
                .flatten()
                .map(|citation| el("li").child(cite(citation)).view())
                .collect::<Vec<_>>()
                .into_any()
        })
    };
    el("details")
        .class("sources")
        .child(el("summary").child(count))
        .child(el("ul").class("cites").child(part(all)))
        .view()
}

/// The figure at the foot of a small window, and the way to the whole answer.
pub fn peek(answer: Memo<Answer>) -> AnyView {
    let shown = move |none: &'static str, of: fn(&Report) -> String| {
        text(move || answer.with(|answer| answer.report().map_or_else(|| none.to_owned(), of)))
    };
    let kind = |element: Element| {
        element
            .class_while("over", is(answer, |report| report.headline.grave))
            .class_while("open", is(answer, |report| report.headline.open))
            .class_while("none", is(answer, |report| report.headline.none))
    };
    // Before there is a headline, what is missing stands in its place.
    let lead = || focus::on(if by_id(HEADLINE).is_some() { HEADLINE } else { "waiting" });
    kind(el("a").class("peek").attr("href", "#answer").press(lead))
        .child(el("span").id("peek").child(shown("…", |report| report.headline.figure.clone())))
        .child(
            el("span")
                .class("lines")
                .child(el("span").child(shown("Your answer", |report| report.headline.what.clone())))
                .child(facts(answer, "facts")),
        )
        .view()
}
