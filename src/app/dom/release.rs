//! What the page has to do with the release that it belongs to: leaving it, an update, and
//! the copy of it that the browser keeps.

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect};
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use wasm_bindgen::{JsCast, JsValue};

/// What assets/update.js calls the function that lets go of the copy and the worker.
const FORGET: &str = "forgetRelease";

/// The page objects where leaving it would lose something: to the browser, which then asks,
/// and to assets/update.js before it loads the page anew. To that it also hands over the
/// figures.
pub fn stand_by(would_lose: impl Fn() -> bool + Copy + 'static, hand_over: impl Fn() + 'static) {
    // All listen as long as the page is open, so nothing ever takes them off.
    for leaving in ["beforeunload", "planner-leaving"] {
        let _ = window_event_listener_untyped(leaving, move |event| {
            if would_lose() {
                event.prevent_default();
                // For browsers that do not ask otherwise.
                let _ = Reflect::set(&event, &"returnValue".into(), &true.into());
            }
        });
    }
    let _ = window_event_listener_untyped("planner-download", move |_| hand_over());
}

/// Lets go of the browser's copy of the planner. The planner as one file has no such
/// function: it keeps no copy of itself.
pub async fn forget() -> Result<(), JsValue> {
    let Ok(forget) = Reflect::get(&js_sys::global(), &FORGET.into())?.dyn_into::<Function>() else { return Ok(()) };
    let forgotten: Promise = forget.call0(&JsValue::NULL)?.dyn_into()?;
    JsFuture::from(forgotten).await.map(|_| ())
}
