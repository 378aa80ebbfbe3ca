//! Erasing all that the planner keeps in the browser: what was typed, the copy of the
//! planner itself, and the worker that answers from it.

use leptos::prelude::Set;
use leptos::task::spawn_local;

use super::{State, storage};
use crate::app::dom::release;

/// Erases everything for good, here and in the browser; then says whether nothing is left.
pub fn erase(state: State, does: impl FnOnce(bool) + 'static) {
    let State { draft, autosave, inbox, notices, .. } = state;
    draft.erase();
    notices.dismiss();
    inbox.opened.set(None);
    autosave.settle_now();
    spawn_local(async move {
        autosave.erase();
        let forgotten = release::forget().await.is_ok();
        does(forgotten && storage::keys(storage::OURS).is_empty());
    });
}
