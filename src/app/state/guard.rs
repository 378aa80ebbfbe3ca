//! What is saved between visits, and whatever may come in the way of saving. Nothing that
//! was saved is ever overwritten by a tab that has not seen it.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use planner::draft::{Draft, SavedError};

use super::aside::Aside;
use super::notices::{Notice, Notices};
use super::saved::read_saved;
use super::storage::{self, PLAN, Refusal, UNREADABLE};

/// How the draft is kept just now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// In localStorage.
    Saved,
    /// Only until the page closes: the browser gives no storage.
    Refused,
    /// The same: there is no room left. What was saved last is still there.
    Full,
    /// The same: what is saved must not be overwritten, since a newer planner wrote it or
    /// since it could neither be read nor set aside.
    Guarded,
    /// The same, until the person has decided: another tab has saved something else.
    Elsewhere,
    /// The same, until the person has decided: what was saved is gone.
    Gone,
}

/// The handle on what is saved.
#[derive(Clone, Copy)]
pub struct Guard {
    state: RwSignal<Saving>,
    /// What this tab read or wrote last, and so may overwrite.
    known: StoredValue<Option<String>>,
    /// What is set aside.
    aside: &'static Aside,
    /// Whether the example is on show, and the person's own figures wait behind it.
    example: RwSignal<bool>,
}

impl Guard {
    /// Takes up what an earlier visit saved, and keeps an eye on it from here on.
    pub fn new(aside: &'static Aside, notices: &'static Notices) -> (Self, Option<Draft>) {
        let (state, known) = (RwSignal::new(Saving::Saved), StoredValue::new(None));
        let guard = Self { state, known, aside, example: RwSignal::new(false) };
        let found = guard.find(notices);
        // Another tab's change comes as an event, but not to a page that the browser has
        // put aside. Both listen as long as the page is open, so nothing takes them off.
        for seen in ["storage", "pageshow"] {
            let _ = window_event_listener_untyped(seen, move |_| _ = guard.look());
        }
        (guard, found)
    }

    /// How the draft is kept. What keeps the person's own figures from being saved is no
    /// matter of the example.
    pub fn state(self) -> Saving {
        if self.shows_example() { Saving::Saved } else { self.state.get() }
    }

    /// Whether the example is on show.
    pub fn shows_example(self) -> bool {
        self.example.get()
    }

    /// Keeps the example from here on, or the person's own figures again.
    pub fn show_example(self, shows: bool) {
        self.example.set(shows);
    }

    /// Whether leaving the page would lose something that was typed.
    pub fn would_lose(self) -> bool {
        self.state.get_untracked() != Saving::Saved
    }

    /// The draft, if one was saved and can be read; otherwise the person is told why not.
    fn find(self, notices: &'static Notices) -> Option<Draft> {
        let text = match storage::read(PLAN) {
            Err(_) => {
                self.state.set(Saving::Refused);
                return None;
            }
            Ok(text) => text?,
        };
        let (error, aside) = match read_saved(&text) {
            Ok(draft) => {
                self.known.set_value(Some(text));
                return Some(draft);
            }
            Err(SavedError::Newer) => {
                self.state.set(Saving::Guarded);
                (SavedError::Newer, None)
            }
            Err(SavedError::Unreadable) => {
                let aside = storage::set_aside(UNREADABLE, UNREADABLE, &text);
                if aside.is_some() {
                    self.known.set_value(Some(text));
                } else {
                    self.state.set(Saving::Guarded);
                }
                (SavedError::Unreadable, aside)
            }
        };
        notices.tell_of(Notice { words: error.to_string(), aside: Some(aside.unwrap_or_else(|| PLAN.to_owned())) });
        None
    }

    /// Keeps the draft, unless that would overwrite what this tab has not seen. An empty
    /// draft leaves nothing behind.
    pub fn save(self, text: &str, is_empty: bool) {
        if self.example.get_untracked() {
            return storage::keep_example(Some(text));
        }
        if !self.look() {
            return;
        }
        let text = (!is_empty).then_some(text);
        if self.known.with_value(|known| known.as_deref() == text) {
            return self.state.set(Saving::Saved);
        }
        let kept = match text {
            Some(text) => storage::write(PLAN, text),
            None => {
                storage::remove(PLAN);
                Ok(())
            }
        };
        self.state.set(match kept {
            Ok(()) => {
                self.known.set_value(text.map(str::to_owned));
                Saving::Saved
            }
            Err(Refusal::Full) => Saving::Full,
            Err(Refusal::NoStorage) => Saving::Refused,
        });
    }

    /// Looks whether what is saved is what this tab knows of, and so may be overwritten.
    ///
    /// It reads the whole text. A number beside it that every save counts up would tell as
    /// much only of planners that know of it: the tab of an older one writes the figures and
    /// leaves the number as it was, and its figures would be overwritten unseen. And it would
    /// save little. In Chromium, reading 100 kB of figures into this module's memory takes
    /// 0.1 ms, and writing them 0.5 ms; with 1 MB it is 0.8 ms and 13 ms.
    fn look(self) -> bool {
        if self.state.get_untracked() == Saving::Guarded {
            return false;
        }
        let Ok(now) = storage::read(PLAN) else {
            self.state.set(Saving::Refused);
            return false;
        };
        let known = self.known.with_value(|known| *known == now);
        let state = match &now {
            _ if known => None,
            None => Some(Saving::Gone),
            Some(text) if read_saved(text) == Err(SavedError::Newer) => Some(Saving::Guarded),
            Some(_) => Some(Saving::Elsewhere),
        };
        match state {
            Some(state) => self.state.set(state),
            // What another tab did is undone there.
            None if matches!(self.state.get_untracked(), Saving::Elsewhere | Saving::Gone) => {
                self.state.set(Saving::Saved);
            }
            None => {}
        }
        known
    }

    /// What the other tab saved, which this tab knows of from here on; a sentence if it
    /// cannot be read.
    pub fn take_theirs(self) -> Result<Draft, String> {
        let theirs = storage::read(PLAN).ok().flatten().unwrap_or_default();
        let draft = read_saved(&theirs)
            .map_err(|_| "What the other tab saved can’t be read. Your figures here are unchanged.".to_owned())?;
        self.known.set_value(Some(theirs));
        self.state.set(Saving::Saved);
        Ok(draft)
    }

    /// Lets this tab overwrite what is saved there now, which is set aside.
    pub fn may_overwrite(self) {
        let theirs = storage::read(PLAN).ok().flatten();
        if let Some(theirs) = &theirs {
            self.aside.keep(theirs);
        }
        self.known.set_value(theirs);
        self.state.set(Saving::Saved);
    }

    /// Whether this is a file from the disk that keeps nothing unless asked to.
    pub fn waits_to_be_asked(self) -> bool {
        storage::waits_to_be_asked()
    }

    /// Knows that nothing is saved any more.
    pub fn was_erased(self) {
        self.known.set_value(None);
        self.state.set(Saving::Saved);
        self.aside.was_erased();
    }
}
