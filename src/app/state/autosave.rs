//! Keeping the draft between visits, and whatever may come in the way of it. Nothing that
//! was saved is ever overwritten by a tab that has not seen it.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use planner::draft::{Draft, SavedError};

use crate::app::state::saved::read_saved;
use crate::app::state::storage::{self, BEFORE, PLAN, Refusal, UNREADABLE};

/// How the draft is kept just now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
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

/// What was found at the start.
pub struct Found {
    /// The draft, if one was saved and could be read.
    pub draft: Option<Draft>,
    /// What the person should know about it.
    pub told: Option<Told>,
}

/// What the person should know about what was saved.
#[derive(Clone, PartialEq, Eq)]
pub struct Told {
    /// It in words.
    pub words: String,
    /// The key of a text that they can have as a file.
    pub aside: Option<String>,
}

/// The handle on what is saved.
#[derive(Clone, Copy)]
pub struct Keeper {
    state: RwSignal<Keeping>,
    /// What this tab read or wrote last, and so may overwrite.
    known: StoredValue<Option<String>>,
    /// Notified when something was set aside or is no longer.
    aside: Trigger,
}

impl Keeper {
    /// Takes up what an earlier visit saved, and keeps an eye on it from here on.
    pub fn new() -> (Self, Found) {
        let (state, known) = (RwSignal::new(Keeping::Saved), StoredValue::new(None));
        let keeper = Self { state, known, aside: Trigger::new() };
        let found = keeper.find();
        // Another tab's change comes as an event, but not to a page that the browser has
        // put aside. Both listen as long as the page is open, so nothing takes them off.
        for seen in ["storage", "pageshow"] {
            let _ = window_event_listener_untyped(seen, move |_| _ = keeper.look());
        }
        (keeper, found)
    }

    /// How the draft is kept.
    pub fn state(self) -> Keeping {
        self.state.get()
    }

    /// Whether leaving the page would lose something that was typed.
    pub fn would_lose(self) -> bool {
        self.state.get_untracked() != Keeping::Saved
    }

    fn find(self) -> Found {
        let nothing = |told| Found { draft: None, told };
        let text = match storage::read(PLAN) {
            Err(_) => {
                self.state.set(Keeping::Refused);
                return nothing(None);
            }
            Ok(None) => return nothing(None),
            Ok(Some(text)) => text,
        };
        match read_saved(&text) {
            Ok(draft) => {
                self.known.set_value(Some(text));
                Found { draft: Some(draft), told: None }
            }
            Err(SavedError::Newer) => {
                self.state.set(Keeping::Guarded);
                nothing(Some(Told { words: SavedError::Newer.to_string(), aside: Some(PLAN.to_owned()) }))
            }
            Err(SavedError::Unreadable) => {
                let aside = storage::set_aside(&text);
                if aside.is_some() {
                    self.known.set_value(Some(text));
                } else {
                    self.state.set(Keeping::Guarded);
                }
                let aside = aside.unwrap_or_else(|| PLAN.to_owned());
                nothing(Some(Told { words: SavedError::Unreadable.to_string(), aside: Some(aside) }))
            }
        }
    }

    /// Keeps the draft, unless that would overwrite what this tab has not seen. An empty
    /// draft leaves nothing behind.
    pub fn save(self, text: &str, is_empty: bool) {
        if !self.look() {
            return;
        }
        let text = (!is_empty).then_some(text);
        if self.known.with_value(|known| known.as_deref() == text) {
            return self.state.set(Keeping::Saved);
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
                Keeping::Saved
            }
            Err(Refusal::Full) => Keeping::Full,
            Err(Refusal::NoStorage) => Keeping::Refused,
        });
    }

    /// Looks whether what is saved is what this tab knows of, and so may be overwritten.
    fn look(self) -> bool {
        if self.state.get_untracked() == Keeping::Guarded {
            return false;
        }
        let Ok(now) = storage::read(PLAN) else {
            self.state.set(Keeping::Refused);
            return false;
        };
        let known = self.known.with_value(|known| *known == now);
        let state = match &now {
            _ if known => None,
            None => Some(Keeping::Gone),
            Some(text) if read_saved(text) == Err(SavedError::Newer) => Some(Keeping::Guarded),
            Some(_) => Some(Keeping::Elsewhere),
        };
        match state {
            Some(state) => self.state.set(state),
            // What another tab did is undone there.
            None if matches!(self.state.get_untracked(), Keeping::Elsewhere | Keeping::Gone) => {
                self.state.set(Keeping::Saved);
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
            .map_err(|_| "What the other tab saved cannot be read. What stands here is left as it is.".to_owned())?;
        self.known.set_value(Some(theirs));
        self.state.set(Keeping::Saved);
        Ok(draft)
    }

    /// Lets this tab overwrite what is saved there now, which is set aside.
    pub fn may_overwrite(self) {
        let theirs = storage::read(PLAN).ok().flatten();
        if let Some(theirs) = &theirs {
            self.set_aside(theirs);
        }
        self.known.set_value(theirs);
        self.state.set(Keeping::Saved);
    }

    /// Knows that nothing is saved any more.
    pub fn was_erased(self) {
        self.known.set_value(None);
        self.state.set(Keeping::Saved);
        self.aside.notify();
    }

    /// Sets figures aside that something else takes the place of, so that they can be had
    /// back at a later visit too. Where there is no room for them, undoing is left.
    pub fn set_before(self, draft: &Draft) {
        if !draft.is_empty() {
            self.set_aside(&draft.to_saved());
        }
    }

    fn set_aside(self, text: &str) {
        let _ = storage::write(BEFORE, text);
        self.aside.notify();
    }

    /// Lets go of a text that was set aside.
    pub fn drop_aside(self, key: &str) {
        storage::remove(key);
        self.aside.notify();
    }

    /// The keys of what is set aside: whether there are figures from before, and the
    /// texts that could not be read.
    pub fn set_aside_now(self) -> (bool, Vec<String>) {
        self.aside.track();
        (storage::read(BEFORE).is_ok_and(|kept| kept.is_some()), storage::keys(UNREADABLE))
    }
}
