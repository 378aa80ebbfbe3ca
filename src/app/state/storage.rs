//! The browser's localStorage, where the browser allows it. Every access may be refused,
//! and at any time: nothing here throws.
//!
//! A frame may have a storage key of its own, which stands in each key here, so that its
//! figures are not those of another frame. A file that was opened from the disk shares its
//! storage with all other such files, in every browser: there the planner keeps nothing
//! before it is asked to, or unless something of it is there already.

use std::sync::atomic::{AtomicBool, Ordering};

use gloo_storage::{LocalStorage, Storage};
use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue};

use crate::app::dom::address;
use crate::app::embed;

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

/// Whether the person has asked a file from the disk to keep what they type.
static ASKED_TO_KEEP: AtomicBool = AtomicBool::new(false);

/// Why a text could not be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The browser gives this page no storage, or nobody has asked it to keep anything.
    NoStorage,
    /// There is no room left.
    Full,
}

/// What stands under a key, if anything does.
pub fn read(key: &str) -> Result<Option<String>, Refusal> {
    storage()?.get_item(&placed(key)).map_err(|_| Refusal::NoStorage)
}

/// Keeps a text under a key.
pub fn write(key: &str, text: &str) -> Result<(), Refusal> {
    storage()?.set_item(&placed(key), text).map_err(|thrown| refusal(&thrown))
}

/// Removes what stands under a key.
pub fn remove(key: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(&placed(key));
    }
}

/// The planner's keys that begin like this.
pub fn keys(start: &str) -> Vec<String> {
    let Ok(storage) = storage() else { return Vec::new() };
    let all = (0..storage.length().unwrap_or_default()).filter_map(|place| storage.key(place).ok().flatten());
    let (frame, start) = (placed(OURS), placed(start));
    all.filter(|key| key.starts_with(&start)).map(|key| format!("{OURS}{}", &key[frame.len()..])).collect()
}

/// Where a key stands in this frame: those of one with a storage key of its own have it in
/// them, as `mbr.embed-blog.plan`.
fn placed(key: &str) -> String {
    match embed::options().map_or("", |options| options.key.as_str()) {
        "" => key.to_owned(),
        frame => format!("{OURS}embed-{frame}.{}", key.strip_prefix(OURS).unwrap_or(key)),
    }
}

/// Whether this file from the disk would keep what is typed if it were asked to.
pub fn waits_to_be_asked() -> bool {
    of_browser().is_ok_and(|storage| keeps_nothing(&storage))
}

/// Has a file from the disk keep what is typed, as the person wants it.
pub fn keep() {
    ASKED_TO_KEEP.store(true, Ordering::Relaxed);
}

fn keeps_nothing(storage: &web_sys::Storage) -> bool {
    if !address::is_of_disk() || ASKED_TO_KEEP.load(Ordering::Relaxed) {
        return false;
    }
    // Who was kept for before goes on to be, also once all is cleared.
    let kept = matches!(storage.get_item(&placed(PLAN)), Ok(Some(_)));
    ASKED_TO_KEEP.store(kept, Ordering::Relaxed);
    !kept
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

/// The storage of this page, if it may be used.
fn storage() -> Result<web_sys::Storage, Refusal> {
    of_browser().and_then(|storage| if keeps_nothing(&storage) { Err(Refusal::NoStorage) } else { Ok(storage) })
}

/// localStorage, unless the browser refuses it. gloo's own accessor throws in that case,
/// so it is asked only after the browser has said yes.
fn of_browser() -> Result<web_sys::Storage, Refusal> {
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
