//! Saving the draft and having the engine reply to it, whenever it changes.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, window_event_listener_untyped};
use leptos::prelude::*;
use planner::draft::Change;

use super::draft::OpenDraft;
use super::guard::{Guard, Saving};
use super::notices::Notices;
use super::replies::Replies;
use super::storage;
use crate::app::dom::clock;

/// How long saving and reckoning may take, in milliseconds, to follow every key.
const QUICK: f64 = 12.0;
/// How long typing rests before they follow, where they take longer.
const PAUSE: Duration = Duration::from_millis(150);
/// How long they wait at most for such a rest, in milliseconds: every change is kept
/// within a second.
const LONGEST_WAIT: f64 = 700.0;

/// The handle on how changes are saved.
pub struct Autosave {
    draft: &'static OpenDraft,
    replies: &'static Replies,
    guard: Guard,
    notices: &'static Notices,
    /// What waits for a pause in the typing to save and reckon.
    waiting: StoredValue<Option<TimeoutHandle>>,
    /// Since when it does, by the browser's clock.
    waits_since: StoredValue<f64>,
}

impl Autosave {
    pub(super) fn new(
        draft: &'static OpenDraft,
        replies: &'static Replies,
        guard: Guard,
        notices: &'static Notices,
    ) -> Self {
        let (waiting, waits_since) = (StoredValue::new(None), StoredValue::new(0.0));
        Self { draft, replies, guard, notices, waiting, waits_since }
    }

    /// Saves every change from here on.
    pub(super) fn start(&'static self) {
        Effect::new(move |before: Option<()>| {
            self.draft.follow();
            if before.is_some() {
                self.settle_soon();
            }
        });
        // Who leaves in the midst of typing loses nothing. They listen as long as the
        // page is open, so nothing ever takes the listeners off.
        for leaving in ["pagehide", "visibilitychange"] {
            let _ = window_event_listener_untyped(leaving, move |_| self.settle_now());
        }
    }

    /// How the draft is saved.
    pub fn state(&self) -> Saving {
        self.guard.state()
    }

    /// Whether leaving the page would lose something that was typed. What is not saved yet
    /// is before that is said.
    pub fn would_lose(&self) -> bool {
        self.settle_now();
        self.guard.would_lose() && !untrack(|| self.draft.is_empty())
    }

    /// Tries again to save what stands here.
    pub fn save_again(&self) {
        self.settle();
    }

    /// Loads what another tab saved, in the place of what stands here.
    pub fn take_theirs(&self) {
        self.draft.keep_aside();
        match self.guard.take_theirs() {
            Ok(draft) => self.draft.replace(Change::OtherTab, draft),
            Err(sentence) => self.notices.tell(sentence),
        }
    }

    /// Whether this is a file from the disk that keeps nothing unless asked to.
    pub fn waits_to_be_asked(&self) -> bool {
        self.state() == Saving::Refused && self.guard.waits_to_be_asked()
    }

    /// Saves from here on, as a file from the disk does only when asked to.
    pub fn keep(&self) {
        storage::keep();
        self.settle();
    }

    /// Saves what stands here over what another tab saved, or where nothing is any more.
    pub fn keep_ours(&self) {
        self.guard.may_overwrite();
        self.settle();
    }

    /// Clears this tab too, where what was saved is gone.
    pub fn clear_too(&self) {
        self.guard.may_overwrite();
        self.draft.empty();
    }

    /// The draft as it is saved, with what was typed last.
    pub(super) fn text(&self) -> RwSignal<String> {
        self.settle_now();
        self.replies.text()
    }

    /// Erases all that is saved.
    pub(super) fn erase(&self) {
        storage::erase();
        self.guard.was_erased();
    }

    /// Saves and reckons: at once while that is quick, and otherwise when typing pauses.
    fn settle_soon(&'static self) {
        let now = clock::milliseconds();
        if !self.cancel() {
            self.waits_since.set_value(now);
        }
        if self.replies.took.get_value() <= QUICK || now - self.waits_since.get_value() >= LONGEST_WAIT {
            return self.settle();
        }
        self.waiting.set_value(set_timeout_with_handle(move || self.settle_now(), PAUSE).ok());
    }

    /// Saves and reckons if that still waits for a pause.
    pub(super) fn settle_now(&self) {
        if self.cancel() {
            self.settle();
        }
    }

    fn cancel(&self) -> bool {
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        waiting.map(|waiting| waiting.clear()).is_some()
    }

    fn settle(&self) {
        let began = clock::milliseconds();
        let (text, is_empty) = self.draft.to_saved();
        self.guard.save(&text, is_empty);
        self.replies.ask(text);
        self.replies.took.set_value(clock::milliseconds() - began);
    }
}
