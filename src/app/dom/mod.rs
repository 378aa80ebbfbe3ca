//! What only the browser can give, and the elements that the page is built of.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod element;
pub mod files;
pub mod focus;
pub mod persistence;
pub mod print;
pub mod reactive;
pub mod release;

use leptos::web_sys::{self, HtmlElement};
use wasm_bindgen::JsCast;

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
