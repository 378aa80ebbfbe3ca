//! The example: a place beside the person's own figures, which it never touches. It is
//! kept in this tab alone, and made anew with today's dates whenever it is entered.

use leptos::prelude::*;
use planner::draft::{Draft, History};

use super::autosave::Autosave;
use super::draft::OpenDraft;
use super::guard::Guard;
use super::notices::Notices;
use super::requests::Requests;
use super::saved::read_saved;
use super::storage;
use super::undo::Undo;
use crate::app::engine::loader::stopped;
use crate::app::engine::wire::read;

/// What is the person's own while the example is on show.
pub type Mine = Option<(Draft, History)>;

/// The handle on the example.
pub struct Example {
    guard: Guard,
    draft: &'static OpenDraft,
    undo: &'static Undo,
    autosave: &'static Autosave,
    requests: &'static Requests,
    notices: &'static Notices,
    mine: StoredValue<Mine>,
}

impl Example {
    /// Begins in the example if this tab was there before it was loaded anew.
    pub(super) fn new(
        guard: Guard,
        draft: &'static OpenDraft,
        undo: &'static Undo,
        autosave: &'static Autosave,
        requests: &'static Requests,
        notices: &'static Notices,
    ) -> Self {
        Self { guard, draft, undo, autosave, requests, notices, mine: StoredValue::new(None) }
    }

    /// Whether it is on show.
    pub fn is_on_show(&self) -> bool {
        self.guard.shows_example()
    }

    /// Shows it once the engine has made it.
    pub fn enter(&'static self) {
        let put = |raw| match read::<String>(raw).and_then(|text| read_saved(&text).map_err(|_| stopped())) {
            Ok(example) => self.put(example),
            Err(sentence) => self.notices.tell(sentence),
        };
        self.requests.example(put);
    }

    /// Shows the one that this tab had before it was loaded anew.
    pub(super) fn resume(&self) {
        if let Some(Ok(example)) = storage::example().map(|text| read_saved(&text)) {
            self.put(example);
            self.autosave.save_again();
        }
    }

    fn put(&self, example: Draft) {
        self.autosave.settle_now();
        // Who enters it again has their own figures waiting already.
        if !untrack(|| self.is_on_show()) {
            self.mine.set_value(Some((self.draft.whole(), self.undo.take())));
        }
        self.guard.show_example(true);
        self.draft.put(example);
    }

    /// Goes back to the person's own figures, which stand as they were left.
    pub fn leave(&self) {
        self.autosave.settle_now();
        let Some((mine, history)) = self.mine.try_update_value(Option::take).flatten() else { return };
        self.guard.show_example(false);
        storage::keep_example(None);
        self.undo.put(history);
        self.draft.put(mine);
    }
}
