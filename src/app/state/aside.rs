//! Texts that are set aside in the browser: what could not be read, and the figures that
//! stood there before something else took their place.

use leptos::prelude::*;
use planner::draft::Draft;

use super::storage::{self, BEFORE, UNREADABLE};

/// A text that is set aside.
pub struct SetAside {
    /// What it stands under.
    pub key: String,
    /// Whether it could not be read; otherwise it is the figures from before.
    pub unreadable: bool,
}

/// The handle on what is set aside.
pub struct Aside {
    /// Notified when something was set aside or is no longer.
    changed: Trigger,
}

impl Aside {
    pub(super) fn new() -> Self {
        Self { changed: Trigger::new() }
    }

    /// What is set aside, the figures from before first.
    pub fn now(&self) -> Vec<SetAside> {
        self.changed.track();
        let before = self.text(BEFORE).map(|_| SetAside { key: BEFORE.to_owned(), unreadable: false });
        let unreadable = storage::keys(UNREADABLE).into_iter().map(|key| SetAside { key, unreadable: true });
        before.into_iter().chain(unreadable).collect()
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
