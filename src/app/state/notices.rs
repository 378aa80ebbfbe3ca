//! What the person should know about what was saved or handed over.

use leptos::prelude::*;

/// One thing that they should know.
#[derive(Clone, PartialEq, Eq)]
pub struct Notice {
    /// It in words.
    pub words: String,
    /// The key of a text that they can have as a file.
    pub aside: Option<String>,
}

/// The handle on the notice that is told.
pub struct Notices {
    told: RwSignal<Option<Notice>>,
}

impl Notices {
    /// Begins with what was found at the start.
    pub(super) fn new(found: Option<Notice>) -> Self {
        Self { told: RwSignal::new(found) }
    }

    /// Tells a sentence.
    pub fn tell(&self, words: String) {
        self.told.set(Some(Notice { words, aside: None }));
    }

    /// What is told.
    pub fn told(&self) -> Option<Notice> {
        self.told.get()
    }

    /// Has told it for long enough.
    pub fn dismiss(&self) {
        self.told.set(None);
    }
}
