//! Addresses: this page's own, and those that open the mail program.

use leptos::prelude::window;
use leptos::web_sys;
use wasm_bindgen::JsValue;

/// Whether this is what the address names.
pub fn is_at(hash: &str) -> bool {
    window().location().hash().is_ok_and(|now| now.trim_start_matches('#') == hash)
}

/// Goes to what this fragment names, as its link would.
pub fn go(hash: &str) {
    let _ = window().location().set_hash(hash);
}

/// Whether the page was opened from the disk.
pub fn is_of_disk() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// The planner's address with this fragment, without the options of a frame.
pub fn with_hash(hash: &str) -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = address.split(['?', '#']).next().unwrap_or_default();
    if hash.is_empty() { page.to_owned() } else { format!("{page}#{hash}") }
}

/// Opens an address in a window of its own; whether the browser allows it.
pub fn open(address: &str) -> bool {
    let opened = window().open_with_url_and_target(address, "_blank").ok().flatten();
    // The new window has no business with the frame that it came from.
    opened.map(|opened| opened.set_opener(&JsValue::NULL)).is_some()
}

/// Shows another fragment in the address, without a way back to the one before.
pub fn replace_hash(hash: &str) {
    if let Some(window) = web_sys::window()
        && let Ok(history) = window.history()
    {
        let _ = history.replace_state_with_url(&JsValue::TRUE, "", Some(&format!("#{hash}")));
    }
}

/// A link that opens the person's mail program with these words. Their first line
/// gives the subject if it begins with `Subject:`.
pub fn mailto(to: &str, words: &str) -> String {
    let (first, rest) = words.split_once('\n').unwrap_or((words, ""));
    let (subject, body) =
        first.strip_prefix("Subject:").map_or(("", words), |subject| (subject.trim(), rest.trim_start()));
    let encoded = |text: &str| String::from(js_sys::encode_uri_component(&text.replace('\n', "\r\n")));
    // Some mail programs do not read an encoded @.
    let to = to.split('@').map(encoded).collect::<Vec<_>>().join("@");
    format!("mailto:{to}?subject={}&body={}", encoded(subject), encoded(body))
}
