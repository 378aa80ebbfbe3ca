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
/// What the keys begin with under which figures are kept that something else took the place
/// of. Since when follows.
pub const BEFORE: &str = "mbr.plan.before";
/// Where a tab keeps the example while it is there, for as long as the tab is open.
const EXAMPLE: &str = "mbr.example";

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
    keep_example(None);
}

/// The example as this tab has it, if it is there.
pub fn example() -> Option<String> {
    of_tab()?.get_item(EXAMPLE).ok().flatten()
}

/// Keeps the example in this tab, or forgets it. Where that is refused, it is gone when the
/// page is loaded anew; nothing in it is anybody's.
pub fn keep_example(text: Option<&str>) {
    let Some(tab) = of_tab() else { return };
    let _ = match text {
        Some(text) => tab.set_item(EXAMPLE, text),
        None => tab.remove_item(EXAMPLE),
    };
}

fn of_tab() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Sets a text aside under this name, or the next one that is free, and gives its key; none
/// where there is no room. One that is set aside already among its kind is not kept twice.
pub fn set_aside(kind: &str, name: &str, text: &str) -> Option<String> {
    let taken = keys(kind);
    if let Some(key) = taken.iter().find(|key| read(key).is_ok_and(|kept| kept.as_deref() == Some(text))) {
        return Some(key.clone());
    }
    let mut names = (1..).map(|count| if count == 1 { name.to_owned() } else { format!("{name}.{count}") });
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
