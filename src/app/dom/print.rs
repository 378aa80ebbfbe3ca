//! Printing a part of the page.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::{request_animation_frame, window};

use super::mark_root;

/// The class of the root while nothing but the year's page for the files is printed.
const DOSSIER_ONLY: &str = "dossier-only";

/// Prints that page alone, once it shows what was just changed.
pub fn dossier() {
    request_animation_frame(move || {
        mark_root(DOSSIER_ONLY, true);
        let _ = window().print();
    });
}

/// Lets go of the class once the page is printed. It listens as long as the page is open,
/// so nothing ever takes the listener off.
pub fn clean_up() {
    let _ = window_event_listener_untyped("afterprint", |_| mark_root(DOSSIER_ONLY, false));
}
