//! Opening a copy: a file, a pasted text or a link. It is shown first, and takes the place
//! of what stands here only when the person says so.

use leptos::prelude::*;
use planner::report::{Opened, OpenedYear};

use crate::app::dom::element::{button, card, el, text_area};
use crate::app::dom::reactive::{effect, part};
use crate::app::dom::{files, focus};
use crate::app::state::{Inbox, Incoming};

/// The ways to bring a copy in, and what it brings.
pub fn open(inbox: &'static Inbox) -> AnyView {
    let show = move |said| {
        inbox.opened.set(Some(said));
        focus::later("opened".to_owned());
    };
    // Files chosen here, files dropped anywhere and links all come this way.
    effect(move || {
        let brought = match inbox.incoming.get() {
            Some(Incoming::Copy(text)) => Ok(text),
            Some(Incoming::Unread(sentence)) => Err(sentence),
            Some(Incoming::Rows(_)) | None => return,
        };
        inbox.incoming.set(None);
        match brought {
            Ok(text) => inbox.open_copy(&text, show),
            Err(sentence) => show(Err(sentence)),
        }
    });
    let chosen = move |event| files::read_chosen(&event, move |read| inbox.incoming.set(Some(Incoming::copy(read))));
    let file =
        el("input").attr("type", "file").id("open-file").attr("accept", ".json,application/json").on("change", chosen);
    let pasted = RwSignal::new(String::new());
    let area = text_area("open-text", "4", pasted).attr("autocomplete", "off");
    let look = move || inbox.incoming.set(Some(Incoming::Copy(pasted.get_untracked())));
    let fold = el("details").child(el("summary").child("Or paste a copy or a link")).child(
        el("div")
            .class("stack")
            .child(el("label").attr("for", "open-text").child("Text of a copy, or a link with everything"))
            .child(el("div").class("box").child(area))
            .child(el("p").child(button("open-show", "quiet").press(look).child("Show what’s in it"))),
    );
    let shown = move || inbox.opened.get().map_or_else(|| ().into_any(), |said| shown(inbox, said));
    card("open", "Open a copy")
        .child(el("p").child(
            "Choose the file that you downloaded, or drop it anywhere on this page. You’ll see what is in it before it replaces anything.",
        ))
        .child(el("div").class("field").child(el("label").attr("for", "open-file").child("A copy")).child(file))
        .child(fold)
        .child(part(shown))
        .view()
}

/// What the copy brings, and the choice.
fn shown(inbox: &'static Inbox, said: Result<Opened, String>) -> AnyView {
    let leave = move || {
        inbox.opened.set(None);
        focus::later("open-file".to_owned());
    };
    let card = el("div").class("preview").attr("role", "group").attr("aria-labelledby", "opened");
    let heading = el("h3").id("opened").attr("tabindex", "-1");
    let opened = match said {
        Ok(opened) => opened,
        Err(sentence) => {
            let leave = button("leave-copy", "quiet").press(leave).child("Close");
            let card = card.child(heading.child("This can’t be opened")).child(el("p").class("error").child(sentence));
            return card.child(el("p").class("send").child(leave)).view();
        }
    };
    let notes = opened.notes.iter().map(|note| el("li").child(note.clone()).view());
    let notes = if opened.notes.is_empty() { ().into_any() } else { el("ul").all(notes).view() };
    let replaces = opened.years.iter().any(|year| !year.replaces.is_empty() && !year.same);
    let before = if replaces { "It replaces everything here. You can undo that." } else { "" };
    let (says, table) = (opened.says.clone(), table(&opened.years));
    let take = move || {
        inbox.opened.set(None);
        inbox.take_copy(opened.clone());
        focus::later("years".to_owned());
    };
    card.child(heading.child("What’s in it"))
        .child(el("p").child(says))
        .child(table)
        .child(notes)
        .child(el("p").child(before))
        .child(
            el("p")
                .class("send")
                .child(button("take-copy", "").press(take).child(if replaces {
                    "Replace my figures"
                } else {
                    "Open it"
                }))
                .child(button("leave-copy", "quiet").press(leave).child("Keep mine")),
        )
        .view()
}

/// The years on both sides.
fn table(years: &[OpenedYear]) -> AnyView {
    let or_nothing = |holds: &str| if holds.is_empty() { "nothing".to_owned() } else { holds.to_owned() };
    let row = |year: &OpenedYear| {
        let here = if year.same { "the same".to_owned() } else { or_nothing(&year.replaces) };
        el("tr")
            .child(el("th").attr("scope", "row").child(year.year.to_string()))
            .child(el("td").attr("data-label", "In the copy").child(or_nothing(&year.brings)))
            .child(el("td").attr("data-label", "Here now").child(here))
            .view()
    };
    let head = ["Year", "In the copy", "Here now"].map(|name| el("th").attr("scope", "col").child(name).view());
    let table = el("table")
        .class("figures words")
        .child(el("caption").class("unseen").child("The years in the copy and here"))
        .child(el("thead").child(el("tr").all(head.into_iter())))
        .child(el("tbody").all(years.iter().map(row)));
    let scroll =
        el("div").class("scroll").attr("role", "region").attr("tabindex", "0").attr("aria-labelledby", "opened");
    el("div").class("table").child(scroll.child(table)).view()
}
