//! Form 1099-R in a PDF: what stands in its boxes, printed or filled into form fields.
//!
//! A value belongs to the label that it stands under or beside, with no other label between.

use serde::{Deserialize, Serialize};

use super::pdf::content::Run;

/// A box of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boxed {
    /// The id of its field in a row of forms.
    pub field: String,
    /// What stands in it.
    pub value: String,
    /// Its label, as it is printed.
    pub label: String,
    /// Its page, from 1.
    pub page: usize,
}

/// What a box holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Money,
    Codes,
    Year,
}

/// The boxes by their fields, numbers and words.
const BOXES: [(&str, &str, &str, Holds); 7] = [
    ("box-1", "1", "gross distribution", Holds::Money),
    ("box-2a", "2a", "taxable amount", Holds::Money),
    ("box-4", "4", "federal income", Holds::Money),
    ("box-5", "5", "employee contributions", Holds::Money),
    ("box-7", "7", "distribution code", Holds::Codes),
    ("box-10", "10", "allocable to irr", Holds::Money),
    ("box-11", "11", "1st year of desig", Holds::Year),
];

/// How far below its label a value may stand, and how far beside it, in points.
const BELOW: f64 = 40.0;
const ASIDE: f64 = 130.0;
const BESIDE: f64 = 260.0;

/// Letters that stand together on a line.
struct Piece {
    text: String,
    x: f64,
    end: f64,
    y: f64,
    size: f64,
}

/// What stands in the boxes of a page, if it is a Form 1099-R.
pub fn boxes(runs: &[Run], page: usize) -> Vec<Boxed> {
    let pieces = pieces(runs);
    let has = |words: &str| pieces.iter().any(|piece| piece.text.to_ascii_lowercase().contains(words));
    if !(has("1099-r") || has("1099r")) || !has("gross distribution") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (field, number, words, holds) in BOXES {
        let labels: Vec<&Piece> = pieces.iter().filter(|piece| is_label(piece, number, words)).collect();
        let values: Vec<&str> = labels.iter().filter_map(|label| value(label, &pieces, holds)).collect();
        // The copies on a page say the same, or nothing is taken.
        if let (Some(label), [first, rest @ ..]) = (labels.first(), values.as_slice())
            && rest.iter().all(|other| other == first)
        {
            let value = first.trim_start_matches('$').trim().to_owned();
            found.push(Boxed { field: field.to_owned(), value, label: label.text.trim().to_owned(), page });
        }
    }
    found
}

fn pieces(runs: &[Run]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for run in runs.iter().filter(|run| !run.letters.trim().is_empty()) {
        match pieces.last_mut() {
            Some(last)
                if (last.y - run.y).abs() < run.size * 0.3
                    && run.x >= last.end - run.size * 0.3
                    && run.x - last.end < run.size * 1.2 =>
            {
                if run.x - last.end > run.size * 0.16 && !last.text.ends_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&run.letters);
                last.end = run.end;
            }
            _ => pieces.push(Piece { text: run.letters.clone(), x: run.x, end: run.end, y: run.y, size: run.size }),
        }
    }
    pieces
}

/// The number that a label begins with: `2a` of `2a Taxable amount`, `Box 2a.`
fn numbered(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let text = text.strip_prefix("box").unwrap_or(&text).trim_start();
    let word = text.split(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ')')).next()?;
    let digits = word.trim_end_matches(['a', 'b']);
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    // A label has words; a value has none.
    (is_number && text.chars().filter(|c| c.is_alphabetic()).count() > 3).then(|| word.to_owned())
}

fn is_label(piece: &Piece, number: &str, words: &str) -> bool {
    let text = piece.text.to_ascii_lowercase();
    text.contains(words)
        && text.len() < 90
        && numbered(&text).is_none_or(|found| found == number)
        && !text.contains("not determined")
}

/// The value of a label: beside it on its line, or else the nearest below it.
fn value<'a>(label: &Piece, pieces: &'a [Piece], holds: Holds) -> Option<&'a str> {
    let beside = pieces
        .iter()
        .filter(|piece| {
            (piece.y - label.y).abs() < label.size * 0.4 && piece.x > label.end && piece.x - label.end < BESIDE
        })
        .min_by(|one, other| one.x.total_cmp(&other.x))
        .filter(|piece| fits(&piece.text, holds));
    if let Some(beside) = beside {
        return Some(beside.text.trim());
    }
    let below = pieces
        .iter()
        .filter(|piece| {
            let under = label.y - piece.y;
            under > 1.0 && under < BELOW && piece.x > label.x - 12.0 && piece.x < label.x + ASIDE
        })
        .filter(|piece| fits(&piece.text, holds))
        .min_by(|one, other| (label.y - one.y).total_cmp(&(label.y - other.y)))?;
    // No other box begins between them.
    let other = pieces.iter().any(|piece| {
        !std::ptr::eq(piece, label)
            && numbered(&piece.text).is_some()
            && piece.y < label.y - 1.0
            && piece.y > below.y
            && piece.x < below.end
            && piece.end > label.x
    });
    (!other).then(|| below.text.trim())
}

fn fits(text: &str, holds: Holds) -> bool {
    let text = text.trim().trim_start_matches('$').trim();
    match holds {
        Holds::Money => {
            let (whole, cents) = text.split_once('.').unwrap_or((text, "00"));
            let digits = whole.bytes().filter(u8::is_ascii_digit).count();
            (1..=9).contains(&digits)
                && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
                && cents.len() == 2
                && cents.bytes().all(|byte| byte.is_ascii_digit())
                // A whole number alone may be anything.
                && text.contains('.')
        }
        Holds::Codes => {
            (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        }
        Holds::Year => text.len() == 4 && text.starts_with("20") && text.bytes().all(|byte| byte.is_ascii_digit()),
    }
}
