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
    /// What is only mentioned, and goes by itself.
    mentioned: RwSignal<String>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self { told: RwSignal::new(None), mentioned: RwSignal::new(String::new()) }
    }

    /// Mentions a sentence, which goes by itself.
    pub fn mention(&self, words: String) {
        self.mentioned.set(words);
    }

    /// What is mentioned; nothing most of the time.
    pub fn mentioned(&self) -> String {
        self.mentioned.get()
    }

    /// Tells a sentence.
    pub fn tell(&self, words: String) {
        self.tell_of(Notice { words, aside: None });
    }

    /// Tells of a text that the person can have as a file.
    pub(super) fn tell_of(&self, notice: Notice) {
        self.told.set(Some(notice));
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
