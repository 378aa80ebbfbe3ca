//! The year on one page, to print and keep.

use leptos::prelude::*;
use planner::report::{DOSSIER, Dossier, Table};

use super::follow::slice;
use super::table;
use crate::app::dom::element::{button, el, fold};
use crate::app::dom::print;
use crate::app::dom::reactive::{part, text};
use crate::app::state::{Answer, Replies};

/// The page, closed until it is looked at or printed.
pub fn dossier(replies: &'static Replies) -> AnyView {
    let answer = slice(replies.answer(), |report| report.dossier.as_ref());
    let of =
        move |of: fn(&Dossier) -> String| text(move || answer.with(|answer| find(answer).map(of).unwrap_or_default()));
    let content = move || part(move || answer.with(|answer| find(answer).map_or_else(|| ().into_any(), shown)));
    let open = RwSignal::new(false);
    replies.follow_fold(DOSSIER.to_owned(), open.into());
    let print = move || {
        open.set(true);
        print::dossier();
    };
    el("section")
        .class("card dossier")
        .attr("aria-labelledby", DOSSIER)
        .child(el("h3").id(DOSSIER).child(of(|dossier| dossier.title.clone())))
        .child(el("p").child(of(|dossier| dossier.intro.clone())))
        .child(fold(open, el("summary").child("Look at it"), content))
        .child(
            el("p").class("send").child(button("print", "quiet").press(print).child("Print this page for your files")),
        )
        .view()
}

fn find(answer: &Answer) -> Option<&Dossier> {
    answer.report()?.dossier.as_ref()
}

fn shown(dossier: &Dossier) -> AnyView {
    let one = |table: &Table| {
        let heading = el("h4").id(table.id.clone()).child(table.title.clone());
        el("div").class("table").child(heading).child(table::shown(table)).view()
    };
    let tables = el("div").class("dossier-tables").all(dossier.tables.iter().map(one));
    let keep = dossier.keep.iter().map(|keep| el("li").child(keep.clone()).view());
    tables.child(el("h4").child("Keep with it")).child(el("ul").all(keep)).view()
}
