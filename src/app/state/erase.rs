//! Erasing all that the planner keeps in the browser: what was typed, the copy of the
//! planner itself, and the worker that answers from it.

use leptos::prelude::Set;
use leptos::task::spawn_local;

use super::autosave::Autosave;
use super::draft::OpenDraft;
use super::example::Example;
use super::inbox::Inbox;
use super::notices::Notices;
use super::storage;
use crate::app::dom::release;

/// The handle on erasing.
pub struct Erase {
    draft: &'static OpenDraft,
    example: &'static Example,
    autosave: &'static Autosave,
    inbox: &'static Inbox,
    notices: &'static Notices,
}

impl Erase {
    pub(super) fn new(
        draft: &'static OpenDraft,
        example: &'static Example,
        autosave: &'static Autosave,
        inbox: &'static Inbox,
        notices: &'static Notices,
    ) -> Self {
        Self { draft, example, autosave, inbox, notices }
    }

    /// Erases everything for good, here and in the browser; then says whether nothing is
    /// left.
    pub fn everything(&'static self, does: impl FnOnce(bool) + 'static) {
        self.example.leave();
        self.draft.erase();
        self.notices.dismiss();
        self.inbox.opened.set(None);
        self.autosave.settle_now();
        spawn_local(async move {
            self.autosave.erase();
            let forgotten = release::forget().await.is_ok();
            does(forgotten && storage::keys(storage::OURS).is_empty());
        });
    }
}
