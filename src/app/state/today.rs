//! The day on which the person is. A page that stays open past midnight moves on with it.

use std::time::Duration;

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use planner::date::Date;

use super::notices::Notices;
use crate::app::dom::clock;

/// How often a page that is in sight looks at the clock.
const OFTEN: Duration = Duration::from_secs(30);

/// The handle on the day.
#[derive(Clone, Copy)]
pub struct Today(RwSignal<Date>);

impl Today {
    /// Begins with the browser's day.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(clock::today()))
    }

    /// The day. What reads it follows it.
    pub fn get(self) -> Date {
        self.0.get()
    }

    /// The day, just now.
    pub fn now(self) -> Date {
        self.0.get_untracked()
    }

    /// Moves on at midnight and says so: every date on the page may have changed.
    pub(super) fn start(self, notices: &'static Notices) {
        let look = move || {
            let now = clock::today();
            if now != self.now() {
                self.0.set(now);
                notices.mention(format!("It is now {}. Everything has been recalculated for today.", now.long()));
            }
        };
        // A machine that slept tells no time, and a tab out of sight is seldom told it. All
        // listen as long as the page is open.
        for seen in ["visibilitychange", "pageshow", "focus"] {
            let _ = window_event_listener_untyped(seen, move |_| look());
        }
        set_interval(look, OFTEN);
    }
}
