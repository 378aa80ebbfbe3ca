//! How far down the person was on each page, so that Back returns there.
//!
//! The browser would restore that by itself, but before the page that it goes back to is
//! built.

use js_sys::Reflect;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::focus;

/// The handle on the places.
#[derive(Clone, Copy)]
pub struct Places(StoredValue<Vec<(&'static str, f64)>>);

impl Places {
    /// Takes over from the browser, and returns to where the page was when it was loaded
    /// anew.
    pub fn new() -> Self {
        if let Ok(history) = window().history() {
            let _ = Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
            if let Some(height) = history.state().ok().and_then(|state| state.as_f64()) {
                request_animation_frame(move || focus::scroll_to(height));
            }
        }
        visited();
        // Where it is left is noted before: once the page is on its way out, browsers keep no
        // such note any more.
        let _ = window_event_listener_untyped("beforeunload", |_| mark(&height().into()));
        Self(StoredValue::new(Vec::new()))
    }

    /// Keeps how far down the page of this name was. Says whether the person goes to a place
    /// that they have been at, as by Back.
    pub fn leave(self, page: &'static str) -> bool {
        self.0.update_value(|all| {
            all.retain(|(other, _)| *other != page);
            all.push((page, height()));
        });
        let been = window().history().and_then(|history| history.state()).is_ok_and(|state| !state.is_null());
        visited();
        been
    }

    /// How far down the person was on this page.
    pub fn height(self, page: &str) -> f64 {
        let found = self.0.with_value(|all| all.iter().find(|(other, _)| *other == page).map(|(_, height)| *height));
        found.unwrap_or_default()
    }
}

/// Notes in the browser's history that the person has been here.
fn visited() {
    mark(&JsValue::TRUE);
}

fn mark(state: &JsValue) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(state, "");
    }
}

fn height() -> f64 {
    window().scroll_y().unwrap_or_default()
}
