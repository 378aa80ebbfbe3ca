//! Texts that are set aside in the browser: what could not be read, and the figures that
//! stood there before something else took their place.

use leptos::prelude::*;
use planner::date::Date;

use super::notices::Notices;
use super::storage::{self, BEFORE, UNREADABLE};
use super::today::Today;

const NO_ROOM: &str = "The browser has no room to set aside the figures that were here before. “Undo” brings them back while this page stays open; then download a copy.";

/// A text that is set aside.
pub struct SetAside {
    /// What it stands under.
    pub key: String,
    /// Whether it could not be read; otherwise it is the figures from before.
    pub unreadable: bool,
    /// When it was set aside, in words, if its key says so.
    pub since: String,
}

/// The handle on what is set aside.
pub struct Aside {
    /// Notified when something was set aside or is no longer.
    changed: Trigger,
    today: Today,
    notices: &'static Notices,
}

impl Aside {
    pub(super) fn new(today: Today, notices: &'static Notices) -> Self {
        Self { changed: Trigger::new(), today, notices }
    }

    /// What is set aside, the figures from before first.
    pub fn now(&self) -> Vec<SetAside> {
        self.changed.track();
        let of = |kind: &str, unreadable| {
            let all = storage::keys(kind).into_iter().map(move |key| {
                // mbr.plan.before.2026-11-26.2
                let since = key.split('.').find_map(|part| part.parse::<Date>().ok()).map(Date::long);
                SetAside { key, unreadable, since: since.unwrap_or_default() }
            });
            all.collect::<Vec<_>>()
        };
        let mut all = of(BEFORE, false);
        all.extend(of(UNREADABLE, true));
        all
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
    /// back at a later visit too. Says so where there is no room for them.
    pub(super) fn keep(&self, text: &str) {
        if storage::set_aside(BEFORE, &format!("{BEFORE}.{}", self.today.now()), text).is_none() {
            self.notices.tell(NO_ROOM.to_owned());
        }
        self.changed.notify();
    }

    /// Knows that nothing is set aside any more.
    pub(super) fn was_erased(&self) {
        self.changed.notify();
    }
}
