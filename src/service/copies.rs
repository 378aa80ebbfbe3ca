//! What goes out of the planner as a whole and what comes into it: the record as a file or
//! a link, and the rules of a plan that somebody else's link brings.

use std::collections::BTreeMap;

use super::{day, json, read};
use crate::date::Date;
use crate::draft::Draft;
use crate::english::{capitalized, counted_from_one, listed};
use crate::exchange::{OpenedCopy, SharedPlan, SharedRule, Source};
use crate::order;
use crate::questions::Key;
use crate::reading::LeftOut;
use crate::record::{Record, YearRecord};
use crate::report::{Copy, Offer, Opened, OpenedYear, Rule};
use crate::text;

/// How many texts a sentence names.
const MOST_NAMED: usize = 5;
/// How many letters of a birth date that cannot be read a sentence repeats.
const LONGEST_QUOTE: usize = 40;

/// The record, as the page hands it over and the command reads it, with what is not in it:
/// a [`Copy`](struct@Copy).
///
/// # Errors
/// A sentence about a text that is no draft or no day.
pub fn record(draft: &str, today: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    json(&Copy { text: draft.read(today).record.to_json(), note: not_in_it(&draft.left_out(today)) })
}

/// A link with the whole record, to stand after the `#` of the planner's address.
///
/// # Errors
/// A sentence about a text that is no draft or no day, or a record that a link cannot carry.
pub fn link(draft: &str, today: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    if draft.is_empty() {
        return Err("Nothing is entered yet that a link could carry.".to_owned());
    }
    let link = draft.read(today).record.to_link();
    link.ok_or_else(|| "This record is too long for a link. Download it, and send the file instead.".to_owned())
}

/// What a copy of the record would bring into this draft, and what it would replace: an
/// [`Opened`]. The text is that of a file or a link.
///
/// # Errors
/// A sentence about a text that is no draft or no day, or one that is no copy.
pub fn open(draft: &str, today: &str, text: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    let mut copy = OpenedCopy::read(text, today).map_err(|error| error.to_string())?;
    let held = copy.draft.years_held();
    if held.is_empty() && !draft.years_held().is_empty() {
        return Err("There are no figures in this copy, so it can’t replace yours. Choose another one.".to_owned());
    }
    if held.iter().any(|(year, _)| *year == draft.year) {
        copy.draft.year = draft.year;
    }
    let (now, then) = (Side::of(&draft, today), Side::of(&copy.draft, today));
    json(&Opened {
        says: says(copy.source, held.len()),
        years: years(&now, &then),
        notes: notes(&draft, &copy, &then.left_out),
        draft: copy.draft.to_saved(),
    })
}

/// What a link to a plan's rules would fill in: an [`Offer`].
///
/// # Errors
/// A sentence about a text that is no draft, or a link that cannot be used.
pub fn offer(draft: &str, link: &str) -> Result<String, String> {
    let draft = read(draft)?;
    let shared = SharedPlan::from_link(link).map_err(|error| error.to_string())?;
    let rule = |rule: SharedRule| Rule {
        title: rule.title.to_owned(),
        text: rule.text,
        replaces: rule.replaces.unwrap_or_default(),
    };
    json(&Offer {
        rules: draft.preview(&shared).into_iter().map(rule).collect(),
        note: shared.note().unwrap_or_default(),
        draft: draft.with_plan(&shared).to_saved(),
    })
}

/// What a copy is, in a sentence.
fn says(source: Source, years: usize) -> String {
    let what = match source {
        Source::Record => "A copy of the record",
        Source::Saved => "Figures as a browser saves them,",
        Source::Rescued => "What the planner had saved when it stopped,",
        Source::Link => "A link with the whole record,",
    };
    match years {
        0 => format!("{what} without any year."),
        _ => format!("{what} with {}.", counted_from_one(years, "year", "years")),
    }
}

/// The years that either side holds.
fn years(now: &Side, then: &Side) -> Vec<OpenedYear> {
    let years = order::set(now.held.keys().chain(then.held.keys()).copied());
    let held = |side: &Side, year| side.held.get(&year).cloned().unwrap_or_default();
    let opened = |year| OpenedYear {
        year,
        brings: held(then, year),
        replaces: held(now, year),
        same: now.year(year) == then.year(year) && now.apart(year) == then.apart(year),
    };
    years.into_iter().map(opened).collect()
}

/// A draft as it is compared with another.
struct Side<'a> {
    draft: &'a Draft,
    held: BTreeMap<i16, String>,
    record: Record,
    left_out: LeftOut,
}

impl<'a> Side<'a> {
    fn of(draft: &'a Draft, today: Date) -> Self {
        let held = order::map(draft.years_held());
        Self { draft, held, record: draft.read(today).record, left_out: draft.left_out(today) }
    }

    /// A year as it is read.
    fn year(&self, year: i16) -> YearRecord {
        self.record.year(year).cloned().unwrap_or_else(|| YearRecord::new(year))
    }

    /// The texts of a year that are not in the record, in an order of their own.
    fn apart(&self, year: i16) -> Vec<(&'static str, &str)> {
        let left_out = self.left_out.asked.iter().chain(&self.left_out.not_asked);
        let of_year = left_out.filter(|(of, key)| *of == year && *key != Key::BirthDate);
        let mut texts: Vec<_> = of_year.map(|(_, key)| (key.title(), self.draft.text_in(year, *key))).collect();
        order::sort(&mut texts);
        texts
    }
}

/// What a person should know before a copy takes the place of the draft.
fn notes(now: &Draft, copy: &OpenedCopy, left_out: &LeftOut) -> Vec<String> {
    let mut notes: Vec<String> = birth_date(now, &copy.draft).into_iter().collect();
    if !left_out.asked.is_empty() {
        notes.push(format!(
            "This cannot be read or is not complete, and is kept as it is: {}. Correct it in its field for it to count.",
            names(&left_out.asked)
        ));
    }
    // A saved draft keeps the answers to other questions. A record is to count as a whole.
    if matches!(copy.source, Source::Record | Source::Link) && !left_out.not_asked.is_empty() {
        notes.push(format!(
            "Because of your other answers, the page doesn’t ask for this. It is kept but does not count: {}.",
            names(&left_out.not_asked)
        ));
    }
    if !copy.cleaned.is_empty() {
        notes.push(format!(
            "Invisible characters, or text longer than any answer, were removed from: {}.",
            names(&copy.cleaned)
        ));
    }
    notes
}

/// What becomes of the birth date, if it changes.
fn birth_date(now: &Draft, then: &Draft) -> Option<String> {
    let applies = |draft: &Draft| {
        let text = text::cleaned(&draft.birth_date, LONGEST_QUOTE);
        let quoted = if text.is_empty() { String::new() } else { format!("“{text}”") };
        Date::typed(&draft.birth_date).map_or(quoted, Date::long)
    };
    let (now, then) = (applies(now), applies(then));
    match (now.as_str(), then.as_str()) {
        (now, then) if now == then => None,
        ("", then) => Some(format!("It brings the birth date {then}.")),
        (now, "") => Some(format!("It has no birth date. Yours, {now}, goes with the rest.")),
        (now, then) => Some(format!("The birth date becomes {then}. Now it is {now}.")),
    }
}

/// What is typed and yet not in a copy, in a sentence or two; empty if all of it is.
fn not_in_it(left_out: &LeftOut) -> String {
    let mut sentences = Vec::new();
    if !left_out.asked.is_empty() {
        sentences.push(format!(
            "This copy leaves out what can’t be read or isn’t complete: {}. Correct or complete it, and make the copy again.",
            names(&left_out.asked)
        ));
    }
    if !left_out.not_asked.is_empty() {
        let texts = counted_from_one(
            left_out.not_asked.len(),
            "text of a question that is not asked now is",
            "texts of questions that are not asked now are",
        );
        sentences.push(format!("{} not in it.", capitalized(&texts)));
    }
    sentences.join(" ")
}

/// The names of texts, a few at most: `Gross pay (2026), Amount in the ledger (2025, 3 times)
/// and 4 more`.
fn names(texts: &[(i16, Key)]) -> String {
    let mut places: BTreeMap<(&str, i16), usize> = BTreeMap::new();
    let mut counts: Vec<(&str, i16, usize)> = Vec::new();
    for (year, key) in texts {
        let place = *places.entry((key.title(), *year)).or_insert(counts.len());
        match counts.get_mut(place) {
            Some((_, _, count)) => *count += 1,
            None => counts.push((key.title(), *year, 1)),
        }
    }
    let named = counts.iter().take(MOST_NAMED).map(|(title, year, count)| match count {
        1 if *title == Key::BirthDate.title() => (*title).to_owned(),
        1 => format!("{title} ({year})"),
        count => format!("{title} ({year}, {count} times)"),
    });
    let mut names: Vec<String> = named.collect();
    let more: usize = counts.iter().skip(MOST_NAMED).map(|(.., count)| count).sum();
    if more > 0 {
        names.push(format!("{more} more"));
    }
    listed(names)
}
