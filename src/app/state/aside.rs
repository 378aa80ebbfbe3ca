//! Texts that are set aside in the browser: what could not be read, and the figures that
//! stood there before something else took their place.

use leptos::prelude::*;
use planner::draft::Draft;

use super::storage::{self, BEFORE, UNREADABLE};

/// The key of the figures from before.
pub use super::storage::BEFORE as FIGURES_BEFORE;

/// The handle on what is set aside.
pub struct Aside {
    /// Notified when something was set aside or is no longer.
    changed: Trigger,
}

impl Aside {
    pub(super) fn new() -> Self {
        Self { changed: Trigger::new() }
    }

    /// The keys of what is set aside: whether there are figures from before, and the
    /// texts that could not be read.
    pub fn now(&self) -> (bool, Vec<String>) {
        self.changed.track();
        (storage::read(BEFORE).is_ok_and(|kept| kept.is_some()), storage::keys(UNREADABLE))
    }

    /// The text under one of these keys.
    pub fn text(&self, key: &str) -> Option<String> {
        storage::read(key).ok().flatten()
    }

    /// Lets go of a text.
    pub fn drop(&self, key: &str) {
        storage::remove(key);
        self.changed.notify();
    }

    /// Sets figures aside that something else takes the place of, so that they can be had
    /// back at a later visit too. Where there is no room for them, undoing is left.
    pub(super) fn keep_before(&self, draft: &Draft) {
        if !draft.is_empty() {
            self.keep(&draft.to_saved());
        }
    }

    /// The same of figures that another tab saved.
    pub(super) fn keep(&self, text: &str) {
        let _ = storage::write(BEFORE, text);
        self.changed.notify();
    }

    /// Knows that nothing is set aside any more.
    pub(super) fn was_erased(&self) {
        self.changed.notify();
    }
}
