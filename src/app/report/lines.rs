//! A worksheet line by line, each line with its arithmetic.

use leptos::prelude::*;
use planner::report::{Line, Step};

use super::cite::cite;
use super::follow::slice;
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, part, text};
use crate::app::state::Answer;

/// The lines of the worksheet. A line keeps its place whatever its figures, so
/// its details stay open while a person types.
pub fn lines(worksheet: &'static str, answer: Memo<Answer>) -> AnyView {
    let count = answer.with_untracked(|answer| answer.report().map_or(0, |report| report.lines.len()));
    el("section")
        .class("card lines")
        .attr("aria-labelledby", "lines")
        .child(el("h3").id("lines").child(format!("{worksheet}, line by line")))
        .child(el("ol").all((0..count).map(|place| line(answer, place))))
        .view()
}

fn line(answer: Memo<Answer>, place: usize) -> AnyView {
    let answer = slice(answer, move |report| report.lines.get(place));
    let of = move |of: fn(&Line) -> String| {
        text(move || {
            answer.with(|answer| answer.report().and_then(|report| report.lines.get(place)).map(of).unwrap_or_default())
        })
    };
    let guide = of(|line| line.guide.clone());
    let silent = condition(move || guide.with(String::is_empty));
    let steps = move || {
        answer.with(|answer| {
            let line = answer.report().and_then(|report| report.lines.get(place));
            line.map(|line| line.steps.iter().map(step).collect::<Vec<_>>()).into_any()
        })
    };
    let amount = el("span").class("amount").id(format!("line-{place}")).child(of(|line| line.amount.clone()));
    let guide = el("p").on_while("hidden", silent).child(el("em").child("The guide: ")).child(guide);
    let law = el("p").child(el("em").child("The law: ")).child(of(|line| line.law.clone()));
    let how = el("div").class("how").child(guide).child(law);
    let name = el("span").class("name").child(of(|line| line.name.clone()));
    let details = el("details")
        .child(el("summary").child(name).child(amount))
        .child(how.child(el("ol").class("steps").child(part(steps))));
    el("li").class_while("added", silent).child(details).view()
}

/// A line of arithmetic.
pub fn step(step: &Step) -> AnyView {
    el("li")
        .child(el("span").class("label").child(step.label.clone()))
        .child(el("span").class("sum").child(step.sum.clone()))
        .child(el("span").class("parts").child(step.parts.clone()))
        .child(cite(&step.citation))
        .view()
}
