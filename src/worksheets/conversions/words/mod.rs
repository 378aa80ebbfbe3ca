//! What the worksheet says, by subject. All that is said is worked out elsewhere.

mod checklist;
mod closing;
mod findings;
mod reconciliation;
mod totals;

use super::months::Month;
use crate::date::Date;
use crate::english::{counted_from_one, listed};

pub use checklist::TRACKED;
pub(super) use reconciliation::where_to_look;

/// How many days are named before the rest is counted.
const NAMED_DAYS: usize = 3;

/// Days in words: `March 6, 2026 and June 5, 2026`.
fn days_listed(days: &[Date]) -> String {
    let mut days = days.to_vec();
    days.dedup();
    let more = days.len().saturating_sub(NAMED_DAYS);
    let mut words: Vec<String> = days.into_iter().take(NAMED_DAYS).map(Date::long).collect();
    if more > 0 {
        words.push(counted_from_one(more, "more day", "more days"));
    }
    listed(words)
}

/// What the year's picture shows.
pub(super) fn chart(last: &Month) -> String {
    let (converted, waiting, growth) = (last.converted_so_far, last.waiting, last.growth);
    format!(
        "Through {}, {converted} was converted this year; {waiting} of contributions waits, with {growth} of growth.",
        last.until.long()
    )
}
