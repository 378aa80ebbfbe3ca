//! A plan's paper, a form or a pay stub beside the draft.

use super::{day, json, read};
use crate::papers::Reading;
use crate::report::Booklet;
use crate::worksheets::Worksheet;

/// What was read in a paper beside a draft: a [`Booklet`]. `take` is
/// the key of the quote whose answer is taken, or empty; an answer that stands already is
/// never replaced. `page` is the page on show.
///
/// # Errors
/// A sentence about a text that is no draft, no day or no reading.
pub fn booklet(draft: &str, today: &str, reading: &str, take: &str, page: &str) -> Result<String, String> {
    let (mut draft, today) = (read(draft)?, day(today)?);
    let worksheet = Worksheet::from_slug(page).unwrap_or(Worksheet::Plan);
    let reading: Reading =
        serde_json::from_str(reading).map_err(|_| format!("What was read cannot be shown. {}", super::RELOAD))?;
    let taken = take.parse().ok().and_then(|place| draft.with_booklet_answer(today, &reading, place));
    let saved = taken.as_ref().map(crate::draft::Draft::to_saved).unwrap_or_default();
    draft = taken.unwrap_or(draft);
    json(&Booklet { draft: saved, ..draft.booklet(today, worksheet, &reading) })
}
