//! What was done to the draft, and the way back.

use leptos::prelude::*;
use planner::draft::{Change, Draft, History};
use planner::questions::Key;

/// What was just done or undone.
#[derive(Clone, PartialEq, Eq)]
pub struct Done {
    /// It in words.
    pub words: String,
    /// Whether it was undone, so that it can be done again.
    pub undone: bool,
    /// The id of the field in which it was, if it was in one.
    pub place: Option<String>,
}

/// The handle on what was done.
pub struct Undo {
    draft: RwSignal<Draft>,
    history: StoredValue<History>,
    /// Notified when the history may have changed.
    stepped: Trigger,
    /// What was just done or undone, as long as it is to be told.
    done: RwSignal<Option<Done>>,
}

impl Undo {
    pub(super) fn new(draft: RwSignal<Draft>) -> Self {
        Self { draft, history: StoredValue::default(), stepped: Trigger::new(), done: RwSignal::new(None) }
    }

    /// Takes back what was done last.
    pub fn undo(&self) {
        self.step(History::undo, true);
    }

    /// Does again what was taken back last.
    pub fn redo(&self) {
        self.step(History::redo, false);
    }

    /// What would be taken back, if anything.
    pub fn to_undo(&self) -> Option<Change> {
        self.stepped.track();
        self.history.with_value(History::to_undo)
    }

    /// What would be done again, if anything.
    pub fn to_redo(&self) -> Option<Change> {
        self.stepped.track();
        self.history.with_value(History::to_redo)
    }

    /// What was just done or undone.
    pub fn done(&self) -> Option<Done> {
        self.done.get()
    }

    /// Has told it for long enough.
    pub fn dismiss(&self) {
        self.done.set(None);
    }

    /// Keeps a field's text, without notifying the draft.
    pub(super) fn typed(&self, key: Key, text: String) {
        self.history.update_value(|history| self.draft.update_untracked(|draft| history.set(draft, key, text)));
        self.stepped.notify();
        // Its “Undo” would be of this text now.
        if self.done.with_untracked(Option::is_some) {
            self.done.set(None);
        }
    }

    /// Changes the draft so that it can be taken back, and tells what should be told.
    pub(super) fn change<T: Default>(&self, change: Change, does: impl FnOnce(&mut Draft) -> T) -> T {
        let apply = |history: &mut History| {
            self.draft.try_update(|draft| history.change(draft, change, does)).unwrap_or_default()
        };
        let (given, is_step) = self.history.try_update_value(apply).unwrap_or_default();
        if is_step {
            let done = |words| Done { words, undone: false, place: None };
            self.done.set(change.notice().map(done));
            self.stepped.notify();
        }
        given
    }

    /// Lets go of all that could be taken back.
    pub(super) fn forget(&self) {
        let _ = self.take();
    }

    /// Gives all that can be taken back, and begins with nothing.
    pub(super) fn take(&self) -> History {
        let history = self.history.try_update_value(std::mem::take).unwrap_or_default();
        self.put(History::default());
        history
    }

    /// Goes on with what can be taken back of another draft.
    pub(super) fn put(&self, history: History) {
        self.history.set_value(history);
        self.done.set(None);
        self.stepped.notify();
    }

    fn step(&self, step: fn(&mut History, &mut Draft) -> Option<Change>, undone: bool) {
        let change = |history: &mut History| self.draft.try_update(|draft| step(history, draft)).flatten();
        let Some(change) = self.history.try_update_value(change).flatten() else { return };
        let words = format!("{}: {}.", if undone { "Undone" } else { "Done again" }, change.name());
        let place = if let Change::Typed(key) = change { Some(key.id()) } else { None };
        self.done.set(Some(Done { words, undone, place }));
        self.stepped.notify();
    }
}
