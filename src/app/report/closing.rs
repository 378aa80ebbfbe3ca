//! The end of a worksheet in words: decision, next action, rule, and the message to send.

use leptos::prelude::*;

use super::copy::copy;
use super::follow::{is, of, slice};
use crate::app::dom::address;
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, text, when};
use crate::app::state::Answer;

/// What to do next, unless a timeline says it; the decision and its rule in a fold, since the
/// headline has it already.
pub fn closing(answer: Memo<Answer>) -> AnyView {
    let timed = is(answer, |report| !report.timeline.is_empty());
    let answer = slice(answer, |report| Some(&report.closing));
    let has_words = is(answer, |report| !report.closing.words.is_empty());
    let next = move || {
        el("div")
            .class("next")
            .child(el("h3").child("What to do next"))
            .child(el("p").id("next-action").child(of(answer, |report| report.closing.next_action.clone())))
            .child(el("p").class("by").child(of(answer, |report| report.closing.by.clone())))
            .view()
    };
    let in_words = el("details")
        .child(el("summary").child("The answer in words"))
        .child(el("p").id("decision").child(of(answer, |report| report.closing.decision.clone())))
        .child(when(timed, next))
        .child(el("p").id("rule").child(of(answer, |report| report.closing.rule.clone())));
    el("section")
        .class("card closing")
        .attr("aria-label", "The answer in words")
        .child(when(condition(move || !timed.get()), next))
        .child(when(has_words, move || letter(answer)))
        .child(in_words)
        .view()
}

/// The message to send, to copy or to open as a mail. Nothing is sent from here.
fn letter(answer: Memo<Answer>) -> AnyView {
    let words = of(answer, |report| report.closing.words.clone());
    let by_mail = is(answer, |report| report.closing.mail);
    // The person knows the address.
    let mail = text(move || address::mailto("", &words.get()));
    let send = el("p")
        .class("send")
        .child(copy(words, "quiet", "Copy"))
        .child(when(by_mail, move || el("a").id("mail").attr("href", mail).child("Open in your mail program").view()));
    el("details")
        .class("message")
        .child(el("summary").child("Message to send"))
        .child(el("pre").class("letter").id("words").attr("tabindex", "0").child(words))
        .child(send)
        .view()
}
