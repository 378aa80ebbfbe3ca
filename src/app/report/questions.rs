//! Questions that people ask, each with its answer in a fold.

use leptos::prelude::*;

use super::cite::cite;
use super::follow::slice;
use crate::app::dom::element::el;
use crate::app::dom::reactive::{memo, part, text};
use crate::app::state::Answer;

/// The questions of the report. What is open stays open while their answers change.
pub fn questions(answer: Memo<Answer>) -> AnyView {
    let asked = memo(move || {
        answer.with(|answer| {
            let questions = answer.report().map(|report| report.questions.iter().map(|one| one.asks.clone()));
            questions.map(Iterator::collect::<Vec<_>>).unwrap_or_default()
        })
    });
    let all = move || {
        let all = asked.get().into_iter().enumerate();
        all.map(|(place, asks)| one(answer, place, asks)).collect::<Vec<_>>().into_any()
    };
    el("section")
        .class("card asked")
        .attr("aria-labelledby", "asked")
        .child(
            el("details")
                .child(el("summary").child(el("h3").id("asked").child("Questions that come up")))
                .child(el("div").child(part(all))),
        )
        .view()
}

fn one(answer: Memo<Answer>, place: usize, asks: String) -> AnyView {
    let answer = slice(answer, move |report| report.questions.get(place));
    let says = text(move || {
        answer.with(|answer| {
            let question = answer.report().and_then(|report| report.questions.get(place));
            question.map(|question| question.answer.clone()).unwrap_or_default()
        })
    });
    let source = move || {
        answer.with(|answer| {
            let question = answer.report().and_then(|report| report.questions.get(place));
            question.map_or_else(|| ().into_any(), |question| cite(&question.citation))
        })
    };
    el("details")
        .child(el("summary").child(asks))
        .child(el("p").child(says))
        .child(el("p").class("cites").child(part(source)))
        .view()
}
