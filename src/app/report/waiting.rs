//! What stands in the answer's place until there is one.

use leptos::prelude::*;
use planner::report::{Hint, Problem, Reply};

use crate::app::dom::element::{Element, button, el};
use crate::app::dom::reactive::part;
use crate::app::state::{Answer, Navigation, Replies};

/// What is still to be entered or corrected, or why there is nothing to say.
pub fn waiting(replies: &'static Replies, navigation: &'static Navigation) -> AnyView {
    let says = move || {
        replies.answer().with(|answer| match answer {
            Answer::Unasked => here(""),
            Answer::Coming => here("Working it out…"),
            Answer::Failed(sentence) => {
                let again = button("try-again", "quiet").press(move || replies.load_engine()).child("Try again");
                let card = card("There is no answer right now").child(el("p").child(sentence.clone()));
                card.child(el("p").class("send").child(again)).view()
            }
            Answer::Replied(reply) => to_do(navigation, reply),
        })
    };
    part(says)
}

/// What the person can do for an answer.
fn to_do(navigation: &'static Navigation, reply: &Reply) -> AnyView {
    if reply.in_the_way().next().is_none() {
        let sentence = if reply.missing.is_empty() { &reply.wait } else { "Still needed:" };
        return card(HEADING).child(el("p").child(sentence)).child(links(navigation, reply)).view();
    }
    let list = el("ul").class("errors").all(reply.in_the_way().map(|problem| entry(navigation, problem)));
    card("Fix this first").child(list).view()
}

/// What stands above a place in which there is no answer yet.
const HEADING: &str = "Your answer will appear here as you type";

fn here(sentence: &str) -> AnyView {
    card(HEADING).child(el("p").child(sentence)).view()
}

/// The questions that are still open, each a link to its field, and how many are answered.
pub fn missing(replies: &'static Replies, navigation: &'static Navigation) -> AnyView {
    part(move || replies.answer().with(|answer| answer.reply().map(|reply| links(navigation, reply)).into_any()))
}

fn links(navigation: &'static Navigation, reply: &Reply) -> AnyView {
    let link = |hint: &Hint| {
        let field = hint.field.clone();
        let link = el("a").attr("href", format!("#{field}")).press(move || navigation.lead_to(&field));
        el("li").child(link.child(hint.text.clone())).view()
    };
    let answered = (!reply.answered.is_empty()).then(|| el("li").child(reply.answered.clone()).view());
    let all = answered.into_iter().chain(reply.missing.iter().map(link));
    el("ul").class("missing").all(all).view()
}

fn card(heading: &str) -> Element {
    el("div").class("card waiting").id("waiting").attr("tabindex", "-1").child(el("h3").child(heading))
}

/// A mistake, and the way to its field.
fn entry(navigation: &'static Navigation, problem: &Problem) -> AnyView {
    let field = problem.field.clone();
    let link = el("a").attr("href", format!("#{field}")).press(move || navigation.lead_to(&field));
    el("li").child(link.child(format!("{}: {}", problem.title, problem.message))).view()
}
