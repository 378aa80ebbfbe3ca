//! The browser's localStorage, where the browser allows it. Every access may be refused,
//! and at any time: nothing here throws.

use gloo_storage::{LocalStorage, Storage};
use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue};

/// What the keys of the planner begin with: a host may serve other pages as well, whose
/// keys are none of ours.
pub const OURS: &str = "mbr.";
/// Where the draft is kept.
pub const PLAN: &str = "mbr.plan";
/// What the keys begin with under which texts are set aside that could not be read.
pub const UNREADABLE: &str = "mbr.plan.unreadable";
/// Where the figures are kept that stood there before a copy took their place.
pub const BEFORE: &str = "mbr.plan.before";

/// Where it is kept what the person said of the columns and words of files.
pub const FILES: &str = "mbr.files";

/// Why a text could not be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The browser gives this page no storage.
    NoStorage,
    /// There is no room left.
    Full,
}

/// What stands under a key, if anything does.
pub fn read(key: &str) -> Result<Option<String>, Refusal> {
    storage()?.get_item(key).map_err(|_| Refusal::NoStorage)
}

/// Keeps a text under a key.
pub fn write(key: &str, text: &str) -> Result<(), Refusal> {
    storage()?.set_item(key, text).map_err(|thrown| refusal(&thrown))
}

/// Removes what stands under a key.
pub fn remove(key: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// The planner's keys that begin like this.
pub fn keys(start: &str) -> Vec<String> {
    let Ok(storage) = storage() else { return Vec::new() };
    let all = (0..storage.length().unwrap_or_default()).filter_map(|place| storage.key(place).ok().flatten());
    all.filter(|key| key.starts_with(start)).collect()
}

/// Removes all that the planner keeps here.
pub fn erase() {
    for key in keys(OURS) {
        remove(&key);
    }
}

/// Sets a text aside that could not be read, and gives its key. One that is set aside
/// already is not kept twice.
pub fn set_aside(text: &str) -> Option<String> {
    let taken = keys(UNREADABLE);
    if let Some(key) = taken.iter().find(|key| read(key).is_ok_and(|kept| kept.as_deref() == Some(text))) {
        return Some(key.clone());
    }
    let mut names = (1..).map(|count| if count == 1 { UNREADABLE.to_owned() } else { format!("{UNREADABLE}.{count}") });
    let free = names.find(|name| !taken.contains(name))?;
    write(&free, text).ok().map(|()| free)
}

/// localStorage, unless the browser refuses it. gloo's own accessor throws in that case,
/// so it is asked only after the browser has said yes.
fn storage() -> Result<web_sys::Storage, Refusal> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(Refusal::NoStorage),
    }
}

fn refusal(thrown: &JsValue) -> Refusal {
    let name = thrown.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).unwrap_or_default();
    // Firefox has a name of its own for it.
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
        Refusal::Full
    } else {
        Refusal::NoStorage
    }
}
