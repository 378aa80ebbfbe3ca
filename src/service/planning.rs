//! The worksheets of what is to come: whether the plan allows it, how much fits, and
//! how fast it goes in.

use super::notes::notes;
use crate::draft::Draft;
use crate::questions::Field;
use crate::report::{Hint, Reply};
use crate::worksheets::planning;
use crate::worksheets::year::Year;
use crate::worksheets::year::paychecks::match_in_words;

/// What a page of these worksheets shows of a draft: a [`Reply`].
/// The rows of a table that is closed are left out, unless its id is among those that are
/// `open`, with spaces between them.
///
/// ```
/// use planner::date::Date;
/// use planner::draft::Draft;
/// use planner::report::Reply;
/// use planner::service::planning;
/// let empty = Draft::new(Date::new(2026, 11, 24)?).to_saved();
/// let reply: Reply = serde_json::from_str(&planning::answer(&empty, "2026-11-24", "room", "")?)?;
/// assert_eq!(reply.wait, "Enter your birth date: catch-up and access to the money go by age.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A sentence about a text that is no draft, no day or no page's name.
pub fn answer(draft: &str, today: &str, page: &str, open: &str) -> Result<String, String> {
    super::answer(planning::report, tell, draft, today, page, open)
}

/// The file of a page of these worksheets on a draft, as comma-separated values.
///
/// # Errors
/// A sentence about a text that is no draft, no day or no name of a page with a file, or
/// about what is still to be entered.
pub fn file(draft: &str, today: &str, page: &str) -> Result<String, String> {
    super::file(planning::file, draft, today, page)
}

/// The match read back where it is asked, and what of the paychecks does not count.
fn tell(reply: &mut Reply, draft: &Draft, year: &Year<'_>) {
    let field = Field::MatchKind.id().to_owned();
    reply.hints.extend(match_in_words(year).map(|text| Hint { field, text }));
    reply.problems.extend(notes(draft, year));
}
