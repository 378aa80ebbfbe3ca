//! What only the browser can give, and the elements that the page is built of.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod element;
pub mod files;
pub mod focus;
pub mod persistence;
pub mod places;
pub mod print;
pub mod reactive;
pub mod release;

use leptos::prelude::document;
use leptos::web_sys::{self, HtmlElement};
use wasm_bindgen::JsCast;

/// Marks the whole page with a class, or takes the mark off.
pub fn mark_root(class: &str, marked: bool) {
    if let Some(root) = document().document_element() {
        let classes = root.class_list();
        let _ = if marked { classes.add_1(class) } else { classes.remove_1(class) };
    }
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
