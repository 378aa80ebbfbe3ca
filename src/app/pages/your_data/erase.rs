//! Erasing everything, which asks once more before it does.

use leptos::prelude::*;

use crate::app::dom::element::{button, card, el};
use crate::app::dom::focus;
use crate::app::dom::reactive::part;
use crate::app::state::Erase;

/// How far the person has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Offered,
    Asked,
    Erased,
    /// The browser did not let go of all of it.
    Left,
}

/// The way to erase everything.
pub fn erase(erase: &'static Erase) -> AnyView {
    let stage = RwSignal::new(Stage::Offered);
    let ask = move || {
        stage.set(Stage::Asked);
        focus::later("erase-for-good".to_owned());
    };
    let leave = move || {
        stage.set(Stage::Offered);
        focus::later("erase-all".to_owned());
    };
    let for_good = move || {
        erase.everything(move |erased| {
            stage.set(if erased { Stage::Erased } else { Stage::Left });
            focus::later("erased".to_owned());
        });
    };
    let shown = move || match stage.get() {
        Stage::Offered => {
            el("p").class("send").child(button("erase-all", "danger").press(ask).child("Erase everything…")).view()
        }
        Stage::Asked => el("p")
            .class("send")
            .child(button("erase-for-good", "danger").press(for_good).child("Erase it for good"))
            .child(button("erase-not", "quiet").press(leave).child("Keep it"))
            .view(),
        Stage::Erased => done(
            "Everything is erased: what you typed, what was set aside, and the planner’s copy for use without a connection. The next visit loads the planner again.",
        ),
        Stage::Left => done(
            "What you typed is erased, but the browser kept its copy of the planner. Clear this site’s data in the browser’s settings.",
        ),
    };
    card("erase", "Erase everything")
        .child(el("p").child(
            "This permanently deletes everything this planner has saved in this browser; you can’t undo it. Copies that you downloaded stay yours, and links that you opened may stay in the browser’s history.",
        ))
        .child(el("div").attr("role", "status").child(part(shown)))
        .view()
}

fn done(words: &'static str) -> AnyView {
    el("p").id("erased").attr("tabindex", "-1").child(words).view()
}
