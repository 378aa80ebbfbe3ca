//! Printing a part of the page.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::{document, request_animation_frame, window};

/// Prints the page with a class on its root, once it shows what was just changed. The
/// style sheet leaves out what this class does not mean.
pub fn only(class: &'static str) {
    request_animation_frame(move || {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("class", class);
        }
        let _ = window().print();
    });
}

/// Lets go of such a class once the page is printed. It listens as long as the page is
/// open, so nothing ever takes the listener off.
pub fn clean_up() {
    let _ = window_event_listener_untyped("afterprint", |_| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("class");
        }
    });
}
