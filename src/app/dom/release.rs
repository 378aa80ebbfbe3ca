//! What the page has to do with the release that it belongs to: an update, and the
//! planner as one file. The names of files stand in index.html, which may lack them.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;

use crate::app::dom::browser;
use crate::app::dom::element::el;
use crate::app::state::Form;

/// What the downloaded planner is called.
const ONE_FILE: &str = "mega-backdoor-roth-planner.html";

/// Answers assets/update.js, which asks before it loads the page anew: the page objects
/// where that would lose something, and then hands over the figures.
pub fn stand_by(form: Form) {
    // Both listen as long as the page is open, so nothing ever takes them off.
    let _ = window_event_listener_untyped("planner-leaving", move |event| {
        if form.keeper.would_lose() && !untrack(|| form.is_empty()) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener_untyped("planner-download", move |_| form.download_record());
}

/// The address of the icon: in the planner as one file it is the icon itself.
pub fn icon() -> String {
    address_of("icon").unwrap_or_default()
}

/// The way to the planner as one file, which that file itself does not have.
pub fn one_file() -> AnyView {
    let Some(address) = address_of("one-file") else { return ().into_any() };
    let link = el("a").attr("href", address).attr("download", ONE_FILE).child("Download the planner as one file");
    let says = " It opens from your disk, without a connection, and sends nothing. ";
    el("p").id("as-one-file").child(link).child(says).view()
}

/// The notices of what the planner is made of: in the planner as one file they are in the
/// link itself, which no browser opens but every one downloads.
pub fn licences() -> AnyView {
    let Some(address) = address_of("licences") else { return ().into_any() };
    el("a")
        .id("notices")
        .attr("href", address)
        .attr("download", "licences.txt")
        .child("Licences of what is in it")
        .view()
}

/// Where a link in the page's head leads.
fn address_of(id: &str) -> Option<String> {
    browser::element(id)?.get_attribute("href")
}
