//! Where the keyboard is, and leading it somewhere.

use leptos::prelude::request_animation_frame;
use leptos::web_sys;

use super::by_id;

/// Whether the keyboard is in a field for text, where the browser's own keys hold.
pub fn types_text() -> bool {
    const TEXTS: &str = "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=button])";
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    focused.is_some_and(|focused| focused.matches(TEXTS).unwrap_or_default())
}

/// Moves the keyboard to the element with this id, opening what hides it.
pub fn on(id: &str) {
    let Some(target) = by_id(id) else { return };
    let mut hidden_in = target.closest("details").ok().flatten();
    while let Some(details) = hidden_in {
        let _ = details.set_attribute("open", "");
        hidden_in = details.parent_element().and_then(|outer| outer.closest("details").ok().flatten());
    }
    let _ = target.focus();
}

/// The same, once the page shows what was just changed.
pub fn later(id: String) {
    request_animation_frame(move || on(&id));
}

/// Begins a page at this height, with the keyboard at the element with this id.
pub fn start_at(id: &str, height: f64) {
    on(id);
    scroll_to(height);
}

/// Scrolls to this height at once.
pub fn scroll_to(height: f64) {
    let top = web_sys::ScrollToOptions::new();
    top.set_top(height);
    top.set_behavior(web_sys::ScrollBehavior::Instant);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_scroll_to_options(&top);
    }
}
