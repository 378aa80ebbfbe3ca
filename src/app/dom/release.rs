//! What the page has to do with the release that it belongs to: an update, the planner as
//! one file, and the copy of it that the browser keeps. The names of files stand in
//! index.html, which may lack them.

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect};
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::by_id;
use super::element::el;

/// What the downloaded planner is called.
const ONE_FILE: &str = "mega-backdoor-roth-planner.html";
/// What assets/update.js calls the function that lets go of the copy and the worker.
const FORGET: &str = "forgetRelease";

/// Answers assets/update.js, which asks before it loads the page anew: the page objects
/// where that would lose something, and then hands over the figures.
pub fn stand_by(would_lose: impl Fn() -> bool + 'static, hand_over: impl Fn() + 'static) {
    // Both listen as long as the page is open, so nothing ever takes them off.
    let _ = window_event_listener_untyped("planner-leaving", move |event| {
        if would_lose() {
            event.prevent_default();
        }
    });
    let _ = window_event_listener_untyped("planner-download", move |_| hand_over());
}

/// Lets go of the browser's copy of the planner. The planner as one file has no such
/// function: it keeps no copy of itself.
pub async fn forget() -> Result<(), JsValue> {
    let Ok(forget) = Reflect::get(&js_sys::global(), &FORGET.into())?.dyn_into::<Function>() else { return Ok(()) };
    let forgotten: Promise = forget.call0(&JsValue::NULL)?.dyn_into()?;
    JsFuture::from(forgotten).await.map(|_| ())
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

/// The way to the page that makes the code of a frame, which only a site has.
pub fn embedding() -> AnyView {
    let Some(address) = address_of("embed") else { return ().into_any() };
    el("a").id("embedding").attr("href", address).child("Put the planner on your page").view()
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
    by_id(id)?.get_attribute("href")
}
