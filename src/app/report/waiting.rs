//! What stands in the answer's place until there is one.

use leptos::prelude::*;
use planner::report::{Problem, Reply};

use crate::app::dom::element::{Element, button, el};
use crate::app::dom::reactive::part;
use crate::app::state::{Answer, Navigation, Replies};

/// What is still to be entered or corrected, or why there is nothing to say.
pub fn waiting(replies: &'static Replies, navigation: &'static Navigation) -> AnyView {
    let says = move || {
        replies.answer().with(|answer| match answer {
            Answer::Unasked => here("It comes with the first thing you enter."),
            Answer::Coming => here("Working it out…"),
            Answer::Failed(sentence) => {
                let again = button("try-again", "quiet").press(move || replies.load_engine()).child("Try again");
                let card = card("There is no answer just now").child(el("p").child(sentence.clone()));
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
        return here(&reply.wait);
    }
    let list = el("ul").class("errors").all(reply.in_the_way().map(|problem| entry(navigation, problem)));
    card("There is something to correct first").child(list).view()
}

fn here(sentence: &str) -> AnyView {
    card("Your answer appears here").child(el("p").child(sentence)).view()
}

fn card(heading: &str) -> Element {
    el("div").class("card waiting").id("waiting").child(el("h3").child(heading))
}

/// A mistake, and the way to its field.
fn entry(navigation: &'static Navigation, problem: &Problem) -> AnyView {
    let field = problem.field.clone();
    let link = el("a").attr("href", format!("#{field}")).press(move || navigation.lead_to(&field));
    el("li").child(link.child(format!("{}: {}", problem.title, problem.message))).view()
}
