//! A pay stub: what its year-to-date column says of the plan's money.
//!
//! A figure is given only where the heading tells which column is the year's, the row fits it,
//! and every line that may be a part of the figure is known by its name. All else is shown and
//! gives no figure, so that none of them is ever too small.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::mask::masked;
use super::pay_columns::{Columns, Segment, cents, heading, plain, segments};
use super::pay_labels::{Figure, Label, label};
use crate::date::Date;

/// What a stub says to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StubFigure {
    /// The id of the field that asks for it.
    pub field: Cow<'static, str>,
    /// It, as it is typed; empty where it is not sure.
    pub value: String,
    /// The lines that it stands in, masked.
    pub lines: Vec<String>,
    /// The page of the first of them, from 1.
    pub page: usize,
    /// Why it is not sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Cow<'static, str>>,
}

/// The field of the day on which the stub was paid.
pub const PAY_DATE: &str = "last-stub";

/// The most lines of a stub.
const MOST_LINES: usize = 2_000;
/// The most lines that are shown of one figure.
const MOST_SHOWN: usize = 12;

const NO_COLUMNS: &str = "Which of its columns is the year to date can’t be told.";
const ONE_AMOUNT: &str = "It can’t be told which amount is the year to date.";
const OF_EMPLOYER: &str = "It is listed with what the employer pays.";
const TWO_PLACES: &str = "Two places differ.";
const TWO_DATES: &str = "It has more than one pay date.";

/// What a stub calls itself.
const TITLES: [&str; 7] = [
    "earnings statement",
    "pay statement",
    "pay stub",
    "paystub",
    "payslip",
    "statement of earnings",
    "earnings and deductions",
];

/// What stands before the day of payment; the end of the period is none.
const DATED: [&str; 8] =
    ["pay date", "check date", "pay day", "payday", "payment date", "advice date", "deposit date", "date paid"];

/// A line that may be a part of a figure.
#[derive(PartialEq)]
struct Row {
    label: Label,
    line: String,
    page: usize,
    amount: Result<i64, &'static str>,
}

/// The figures of a pay stub in the order in which they are asked; none if the text is not one.
#[must_use]
pub fn figures(text: &str) -> Vec<StubFigure> {
    let pages = text.split('\u{c}').enumerate();
    let lines = pages.flat_map(|(page, text)| text.lines().map(move |line| (page + 1, plain(line))));
    let lines: Vec<(usize, String)> = lines.take(MOST_LINES).collect();
    let titled = lines.iter().any(|(_, line)| {
        let line = line.to_ascii_lowercase();
        TITLES.iter().any(|title| line.contains(title))
    });
    let (mut columns, mut employer) = (Err(NO_COLUMNS), false);
    let mut known_columns = false;
    let mut rows: Vec<Row> = Vec::new();
    for (page, line) in &lines {
        if let Some(found) = heading(line) {
            known_columns |= found.is_some();
            columns = found.ok_or(NO_COLUMNS);
        }
        let found = segments(line);
        if found.is_empty() {
            employer = of_employer(line).unwrap_or(employer);
        }
        for segment in found {
            let label = if employer { of_the_employer(label(&segment.label)) } else { label(&segment.label) };
            if label == Label::Other {
                continue;
            }
            let amount = columns.as_ref().map_err(|why| *why).and_then(|columns| year_to_date(columns, &segment));
            let row = Row { label, line: masked(&segment.words), page: *page, amount };
            // The copies of a stub say the same.
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    if rows.is_empty() || !(known_columns || titled) {
        return Vec::new();
    }
    let beside_roth = rows.iter().any(|row| row.label == Label::Sure(Figure::Roth));
    let dated = lines.iter().filter_map(|(page, line)| Some((*page, line.as_str(), pay_date(line)?)));
    let of = |figure: Figure| of_figure(figure, &rows, beside_roth);
    day(dated).into_iter().chain(Figure::ALL.into_iter().filter_map(of)).collect()
}

/// A figure out of the rows that are a part of it, or may be: their sum, if each is sure.
fn of_figure(figure: Figure, rows: &[Row], beside_roth: bool) -> Option<StubFigure> {
    let parts = || rows.iter().filter_map(|row| Some((row, row.label.is_of(figure, beside_roth)?)));
    let (first, _) = parts().next()?;
    let amounts: Result<Vec<i64>, &'static str> = parts().map(|(row, sure)| sure.and(row.amount)).collect();
    let amount = amounts.and_then(|amounts| match figure {
        // A total stands there once, or again.
        Figure::Gross => {
            amounts.iter().all(|amount| Some(amount) == amounts.first()).then(|| amounts[0]).ok_or(TWO_PLACES)
        }
        _ => amounts.iter().try_fold(0_i64, |sum, amount| sum.checked_add(*amount)).ok_or(TWO_PLACES),
    });
    Some(StubFigure {
        field: Cow::Borrowed(figure.field()),
        value: amount.map(typed).unwrap_or_default(),
        lines: parts().take(MOST_SHOWN).map(|(row, _)| row.line.clone()).collect(),
        page: first.page,
        doubt: amount.err().map(Cow::Borrowed),
    })
}

/// The amount of the year in a row.
fn year_to_date(columns: &Columns, segment: &Segment) -> Result<i64, &'static str> {
    let (current, year) = columns.amounts(&segment.numbers).ok_or(ONE_AMOUNT)?;
    // What was paid now is a part of the year.
    if current.is_some_and(|current| current > year) { Err(ONE_AMOUNT) } else { Ok(year) }
}

/// What a name means among what the employer pays: its match, or nothing certain.
fn of_the_employer(label: Label) -> Label {
    match label {
        Label::Sure(Figure::Match | Figure::Gross) | Label::Other => label,
        Label::Unsure([Figure::Match], _) => label,
        _ => Label::Unsure(&[Figure::Match], OF_EMPLOYER),
    }
}

/// Whether a line without figures begins what the employer pays, or ends it.
fn of_employer(line: &str) -> Option<bool> {
    let line = line.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
    if line.len() > 80 {
        return None;
    }
    let employer =
        ["employer paid", "employer contribution", "company contribution", "company paid", "employer benefit"];
    if has(&employer) {
        return Some(true);
    }
    has(&["deduction", "earnings", "tax", "withhold", "employee"]).then_some(false)
}

/// The day after the words that announce it.
fn pay_date(line: &str) -> Option<Date> {
    let lower = line.to_ascii_lowercase();
    let after = DATED.iter().find_map(|words| {
        let at = lower.find(words)? + words.len();
        lower.get(at..)
    })?;
    let after = after.trim_start_matches([' ', ':', '.', '-', '#']);
    // `11/13/2026`, `2026-11-13`, or `Nov 13, 2026`.
    let words = if after.starts_with(|c: char| c.is_ascii_digit()) { 1 } else { 3 };
    let end = after.match_indices(' ').nth(words - 1).map_or(after.len(), |(end, _)| end);
    Date::typed(after.get(..end)?.trim_end_matches(',')).ok()
}

/// The day of payment, if all places say the same one.
fn day<'a>(dated: impl Iterator<Item = (usize, &'a str, Date)>) -> Option<StubFigure> {
    let dated: Vec<(usize, &str, Date)> = dated.collect();
    let (page, _, first) = *dated.first()?;
    let same = dated.iter().all(|(_, _, day)| *day == first);
    let mut lines: Vec<String> = Vec::new();
    for (_, line, _) in &dated {
        let line = masked(line);
        if !lines.contains(&line) && lines.len() < MOST_SHOWN {
            lines.push(line);
        }
    }
    Some(StubFigure {
        field: Cow::Borrowed(PAY_DATE),
        value: if same { format!("{}/{}/{}", first.month(), first.day(), first.year()) } else { String::new() },
        lines,
        page,
        doubt: (!same).then_some(Cow::Borrowed(TWO_DATES)),
    })
}

/// Cents as they are typed: `11,500.00`.
fn typed(amount: i64) -> String {
    let whole = (amount / cents(1)).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{:02}", amount % cents(1))
}
