//! English that texts are put together of: counts, lists, and words that begin or go on
//! in a sentence.

use std::fmt::Display;

/// A count with its noun: `1 day`, `2 days`.
///
/// ```
/// use planner::english::counted;
/// assert_eq!(counted(0, "entry", "entries"), "0 entries");
/// assert_eq!(counted(1, "entry", "entries"), "1 entry");
/// assert_eq!(counted(2, "entry", "entries"), "2 entries");
/// ```
#[must_use]
pub fn counted(count: impl Count, one: &str, many: &str) -> String {
    format!("{count} {}", by_count(count, one, many))
}

/// The same with “one” as a word: `one day`, `2 days`.
///
/// ```
/// use planner::english::counted_from_one;
/// assert_eq!(counted_from_one(1, "more day", "more days"), "one more day");
/// assert_eq!(counted_from_one(2, "more day", "more days"), "2 more days");
/// ```
#[must_use]
pub fn counted_from_one(count: impl Count, one: &str, many: &str) -> String {
    if is_one(count) { format!("one {one}") } else { counted(count, one, many) }
}

/// The words for one of something, or those for any other number.
///
/// ```
/// use planner::english::by_count;
/// assert_eq!([0, 1, 2].map(|count| by_count(count, "is", "are")), ["are", "is", "are"]);
/// ```
#[must_use]
pub fn by_count<'a>(count: impl Count, one: &'a str, many: &'a str) -> &'a str {
    if is_one(count) { one } else { many }
}

/// A list as a sentence has it: `one`, `one and two`, `one, two and three`.
///
/// ```
/// use planner::english::listed;
/// assert_eq!(listed(["May", "June", "July"]), "May, June and July");
/// assert_eq!(listed(["May", "June"]), "May and June");
/// assert_eq!(listed(["May"]), "May");
/// assert_eq!(listed([""; 0]), "");
/// ```
#[must_use]
pub fn listed(items: impl IntoIterator<Item = impl Into<String>>) -> String {
    let mut items: Vec<String> = items.into_iter().map(Into::into).collect();
    match (items.pop(), items.as_slice()) {
        (None, _) => String::new(),
        (Some(only), []) => only,
        (Some(last), before) => format!("{} and {last}", before.join(", ")),
    }
}

/// A text that begins a sentence, with a capital.
///
/// ```
/// use planner::english::capitalized;
/// assert_eq!(capitalized("éclairs are free of tax"), "Éclairs are free of tax");
/// assert_eq!(capitalized(""), "");
/// ```
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A title that goes on in a sentence, with a small first letter.
///
/// ```
/// use planner::english::uncapitalized;
/// assert_eq!(uncapitalized("Fee of a transfer"), "fee of a transfer");
/// assert_eq!(uncapitalized(""), "");
/// ```
#[must_use]
pub fn uncapitalized(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A whole number of any type that counts things.
pub trait Count: Copy + Display + PartialEq + From<u8> {}

impl<Number: Copy + Display + PartialEq + From<u8>> Count for Number {}

fn is_one(count: impl Count) -> bool {
    count == 1.into()
}
