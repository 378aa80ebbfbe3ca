//! What follows the report, so that a view changes only where the report does.

use leptos::prelude::*;
use planner::report::Report;

use crate::app::dom::reactive::{condition, text};
use crate::app::state::Answer;

/// A text of the report, empty while there is none.
pub fn of(answer: Memo<Answer>, of: fn(&Report) -> String) -> Signal<String> {
    text(move || answer.with(|answer| answer.report().map(of).unwrap_or_default()))
}

/// Whether a part of the page shows the same of two answers.
type Same = Box<dyn Fn(&Answer, &Answer) -> bool + Send + Sync>;

/// The answer for a part of the page that shows this much of the report: it notifies only
/// when that changes, so that the part is built anew only then.
pub fn slice<T: PartialEq>(
    answer: Memo<Answer>,
    of: impl Fn(&Report) -> Option<&T> + Send + Sync + 'static,
) -> Memo<Answer> {
    boxed_slice(answer, Box::new(move |before, now| before.report().and_then(&of) == now.report().and_then(&of)))
}

// What is not generic is compiled once, and not for each closure.
fn boxed_slice(answer: Memo<Answer>, same: Same) -> Memo<Answer> {
    Memo::new_owning(move |before: Option<Answer>| {
        let now = answer.get();
        let changes = before.is_none_or(|before| !same(&before, &now));
        (now, changes)
    })
}

/// Whether something is so of the report.
pub fn is(answer: Memo<Answer>, is: fn(&Report) -> bool) -> Signal<bool> {
    condition(move || answer.with(|answer| answer.report().is_some_and(is)))
}
