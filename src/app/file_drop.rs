//! Dropping a file anywhere on the page. Without this the browser would leave the
//! planner and show the file.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use leptos::web_sys::{DragEvent, Element, Event};
use wasm_bindgen::JsCast;

use super::dom::{address, files, mark_root};
use super::state::{Inbox, Incoming};

/// The class of the whole page while a file is dragged over it.
const DRAGGED: &str = "dropping";

/// Takes in what is dropped: it is shown on the page that it is for, and nothing is
/// changed before the person says so.
pub fn stand_by(inbox: &'static Inbox) {
    // They listen as long as the page is open, so nothing ever takes them off.
    let _ = window_event_listener_untyped("dragover", |event| {
        if brings_files(&event) {
            event.prevent_default();
            mark_root(DRAGGED, true);
        }
    });
    let _ = window_event_listener_untyped("dragleave", |event| {
        // Leaving one element for another is no leaving of the window.
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            mark_root(DRAGGED, false);
        }
    });
    let _ = window_event_listener_untyped("drop", move |event| {
        if !brings_files(&event) {
            return;
        }
        event.prevent_default();
        mark_root(DRAGGED, false);
        let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        let Some(file) = files.and_then(|files| files.get(0)) else { return };
        let on_card = is_on_card(&event);
        if on_card || file.name().to_ascii_lowercase().ends_with(".pdf") {
            // On a card it is read there. Elsewhere a form is read where its boxes are, and
            // anything else where the plan is asked for.
            let leads_on = !on_card && !address::is_at("forms");
            inbox.paper.set(Some((file.into(), leads_on.then_some("plan"))));
            if leads_on {
                address::go("plan");
            }
            return;
        }
        files::read(&file, move |read| {
            let incoming = Incoming::dropped(read);
            address::go(if matches!(incoming, Incoming::Rows(_)) { "conversions" } else { "data" });
            inbox.incoming.set(Some(incoming));
        });
    });
}

/// Whether a file is dropped on the card for papers.
fn is_on_card(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest("#booklet").ok().flatten()).is_some()
}

/// Whether files are dragged, and not a text within the page.
fn brings_files(event: &Event) -> bool {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
