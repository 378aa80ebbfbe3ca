//! The end of a worksheet: decision, next action, rule, and words to send.

use leptos::prelude::*;

use super::cite::cite;
use super::follow::{is, of};
use crate::app::dom::address;
use crate::app::dom::clipboard::{self, Copied};
use crate::app::dom::element::el;
use crate::app::dom::reactive::{part, text, when};
use crate::app::state::Answer;

/// Decision, next action, rule.
pub fn closing(answer: Memo<Answer>) -> AnyView {
    let by = of(answer, |report| report.closing.by.clone());
    let has_words = is(answer, |report| !report.closing.words.is_empty());
    let citations = move || {
        answer.with(|answer| {
            let citations = answer.report().map(|report| report.closing.citations.iter());
            let all = citations.into_iter().flatten().map(|citation| el("li").child(cite(citation)).view());
            all.collect::<Vec<_>>().into_any()
        })
    };
    let decision = of(answer, |report| report.closing.decision.clone());
    let next = of(answer, |report| report.closing.next_action.clone());
    let rule = of(answer, |report| report.closing.rule.clone());
    let next = el("dd")
        .child(el("p").id("next-action").child(next))
        .child(el("p").class("by").child(by))
        .child(when(has_words, move || letter(answer)));
    let rule = el("dd").child(el("p").id("rule").child(rule)).child(el("ul").class("cites").child(part(citations)));
    el("dl")
        .class("card closing")
        .child(el("div").child(el("dt").child("Decision")).child(el("dd").id("decision").child(decision)))
        .child(el("div").class("next").child(el("dt").child("Next action")).child(next))
        .child(el("div").child(el("dt").child("Rule")).child(rule))
        .view()
}

/// Words to send, to copy or to open as a mail. Nothing is sent from here.
fn letter(answer: Memo<Answer>) -> AnyView {
    let words = of(answer, |report| report.closing.words.clone());
    let told = RwSignal::new(Copied::NotYet);
    let copy = move || clipboard::copy(&words.get_untracked(), move |copied| told.set(copied));
    let outcome = text(move || told.get().in_words().to_owned());
    let by_mail = is(answer, |report| report.closing.mail);
    // The person knows the address.
    let mail = text(move || address::mailto("", &words.get()));
    let send = el("p")
        .class("send")
        .child(el("button").attr("type", "button").id("copy").class("quiet").press(copy).child("Copy"))
        .child(when(by_mail, move || el("a").id("mail").attr("href", mail).child("Open in your mail program").view()))
        .child(el("span").attr("role", "status").class("hint").child(outcome));
    el("details")
        .child(el("summary").child("Words to send"))
        .child(el("pre").class("letter").id("words").attr("tabindex", "0").child(words))
        .child(send)
        .view()
}
