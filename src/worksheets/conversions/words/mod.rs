//! What the worksheet says, by subject. All that is said is worked out elsewhere.

mod checklist;
mod closing;
mod findings;
mod reconciliation;
mod totals;

use super::months::Month;
use crate::date::Date;

pub(super) use reconciliation::where_to_look;

/// How many days are named before the rest is counted.
const NAMED_DAYS: usize = 3;

/// Days in words: `March 6, 2026 and June 5, 2026`.
fn list(days: &[Date]) -> String {
    let mut days = days.to_vec();
    days.dedup();
    let more = days.len().saturating_sub(NAMED_DAYS);
    let mut words: Vec<String> = days.into_iter().take(NAMED_DAYS).map(Date::long).collect();
    if more > 0 {
        words.push(if more == 1 { "one more day".to_owned() } else { format!("{more} more days") });
    }
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} and {last}", words.join(", ")) }
}

/// A count with its noun: `1 contribution`, `3 contributions`.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// What the year's picture shows.
pub(super) fn chart(last: &Month) -> String {
    let (converted, waiting, growth) = (last.converted_so_far, last.waiting, last.growth);
    format!(
        "By {}, {converted} of the year is converted; {waiting} of contributions waits, with {growth} of growth.",
        last.until.long()
    )
}
