//! What follows the report, so that a view changes only where the report does.

use leptos::prelude::*;
use planner::report::Report;

use crate::app::dom::reactive::{condition, text};
use crate::app::state::Answer;

/// A text of the report, empty while there is none.
pub fn of(answer: Memo<Answer>, of: fn(&Report) -> String) -> Signal<String> {
    text(move || answer.with(|answer| answer.report().map(of).unwrap_or_default()))
}

/// Whether something is so of the report.
pub fn is(answer: Memo<Answer>, is: fn(&Report) -> bool) -> Signal<bool> {
    condition(move || answer.with(|answer| answer.report().is_some_and(is)))
}
