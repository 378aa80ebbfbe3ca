//! Keeping the draft in the browser's localStorage, where the browser allows it.

use gloo_storage::{LocalStorage, Storage};
use leptos::web_sys;
use planner::draft::{Draft, SavedError};

/// Where the draft is kept.
const KEY: &str = "mbr.plan";
/// Where a text that could not be read is set aside.
const UNREADABLE_KEY: &str = "mbr.plan.unreadable";

/// How the browser keeps what is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// In localStorage.
    Saved,
    /// Only until the page closes: storage is refused or full.
    Memory,
    /// Not at all, so that a newer planner's text is not overwritten.
    ReadOnly,
}

/// What was found at the start.
pub struct Found {
    /// The draft, if one was saved and could be read.
    pub draft: Option<Draft>,
    /// How changes will be kept.
    pub keeping: Keeping,
    /// Something to tell the person.
    pub error: Option<SavedError>,
}

/// Reads what an earlier visit saved.
pub fn load() -> Found {
    let Some(storage) = storage() else { return Found { draft: None, keeping: Keeping::Memory, error: None } };
    let Ok(Some(text)) = storage.get_item(KEY) else {
        return Found { draft: None, keeping: Keeping::Saved, error: None };
    };
    match Draft::from_saved(&text) {
        Ok(draft) => Found { draft: Some(draft), keeping: Keeping::Saved, error: None },
        Err(error @ SavedError::Newer) => Found { draft: None, keeping: Keeping::ReadOnly, error: Some(error) },
        Err(error @ SavedError::Unreadable) => {
            let kept = storage.set_item(UNREADABLE_KEY, &text).is_ok();
            let keeping = if kept { Keeping::Saved } else { Keeping::ReadOnly };
            Found { draft: None, keeping, error: Some(error) }
        }
    }
}

/// Keeps the draft; says how it is kept from now on.
pub fn save(draft: &str) -> Keeping {
    match storage().map(|storage| storage.set_item(KEY, draft)) {
        Some(Ok(())) => Keeping::Saved,
        Some(Err(_)) | None => Keeping::Memory,
    }
}

/// localStorage, or nothing where the browser refuses it. gloo's own accessor
/// throws in that case, so it is asked only after the browser has said yes.
fn storage() -> Option<web_sys::Storage> {
    match web_sys::window()?.local_storage() {
        Ok(Some(_)) => Some(LocalStorage::raw()),
        _ => None,
    }
}
