//! How the frame looks. The style sheet style/embed.css follows these marks.

use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use planner::exchange::{Color, Embed};
use wasm_bindgen::JsCast;

/// Marks the whole page with what the frame's address asks for.
pub fn dress(options: &Embed) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    let _ = root.set_attribute("data-embed", "");
    // For boot.js, which hands over what is saved if the planner stops.
    let _ = root.set_attribute("data-key", &options.key);
    if let Some(theme) = options.theme {
        let _ = root.set_attribute("data-theme", theme.name());
    }
    for (name, property, color) in [
        ("data-accent", "--host-accent", options.accent),
        ("data-accent-dark", "--host-accent-dark", options.accent_dark),
    ] {
        if let Some(Color(red, green, blue)) = color {
            let _ = root.style().set_property(property, &format!("rgb({red} {green} {blue})"));
            let _ = root.set_attribute(name, "");
        }
    }
}
