//! A pasted text as sentences: one that may not be whole says so.

use super::mask::masked;
use super::paragraphs::{BEGINNERS, HEAD, PAGE, blocks, lines, value};
use crate::date::month_name;

/// The most letters of a text that are read.
pub const MOST_LETTERS: usize = 600_000;

/// The most letters of a sentence that is looked at; a longer run is no sentence.
const LONGEST_SENTENCE: usize = 900;

/// A sentence as it can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, with numbers of persons and accounts masked.
    pub text: String,
    /// The page that it begins on, from 1.
    pub page: usize,
    /// Whether it begins and ends as a sentence does, and nothing is glued to it.
    pub whole: bool,
    /// Whether it is a question together with its answer.
    pub answered: bool,
}

/// The sentences of a text, in order, and whether the text was longer than
/// [`MOST_LETTERS`].
#[must_use]
pub fn sentences(text: &str) -> (Vec<Sentence>, bool) {
    let cut = text.char_indices().nth(MOST_LETTERS).map(|(end, _)| end);
    let text = &text[..cut.unwrap_or(text.len())];
    let lines = lines(text);
    let mut found = Vec::new();
    for block in blocks(&lines) {
        split(&block, &mut found);
    }
    (with_answers(found), cut.is_some())
}

/// Abbreviations after which a sentence goes on.
const SHORT: &[&str] = &[
    "inc", "co", "corp", "ltd", "llc", "no", "nos", "sec", "secs", "art", "par", "approx", "e.g", "i.e", "eg", "ie",
    "u.s", "u.s.c", "mr", "ms", "mrs", "dr", "st", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec", "irs", "reg", "treas", "max", "min",
];

/// Cuts a paragraph into its sentences.
fn split((block, page): &(String, usize), found: &mut Vec<Sentence>) {
    let mut page = *page;
    let mut from = 0;
    let letters: Vec<(usize, char)> = block.char_indices().collect();
    let mut index = 0;
    let mut depth = 0_usize;
    while index < letters.len() {
        let (at, c) = letters[index];
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if matches!(c, '.' | '!' | '?') {
            // Quotes and brackets after it belong to it.
            let mut end = index + 1;
            while letters.get(end).is_some_and(|(_, c)| matches!(c, '"' | '”' | '’' | ')' | ']' | '\'')) {
                depth -= usize::from(letters[end].1 == ')' && depth > 0);
                end += 1;
            }
            let after = letters.get(end).map(|(_, c)| *c);
            let next = letters[end..].iter().map(|(_, c)| *c).find(|c| !c.is_whitespace());
            let stop = after.is_none_or(char::is_whitespace)
                && next.is_none_or(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ')'))
                && (depth == 0 || next.is_none())
                && !(c == '.' && next.is_some() && abbreviated(&block[from..at]));
            if stop {
                let to = letters.get(end).map_or(block.len(), |(at, _)| *at);
                page = push(&block[from..to], page, true, found);
                from = to;
                depth = 0;
            }
            index = end;
        } else {
            index += 1;
        }
    }
    push(&block[from..], page, false, found);
}

/// Whether the last word before a full stop is an abbreviation.
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default().to_ascii_lowercase();
    // `No.` ends an answer and begins a number; alone it is the answer.
    if word == "no" && before.trim().len() == 2 {
        return false;
    }
    SHORT.contains(&word.as_str()) || (word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// Puts a sentence in; answers with the page that it ends on.
fn push(text: &str, page: usize, ended: bool, found: &mut Vec<Sentence>) -> usize {
    let text = text.trim();
    let (before, begins) = (page, text.chars().take_while(|c| *c == PAGE).count());
    let page = before + begins;
    let last = before + text.matches(PAGE).count();
    let broken = text.contains(HEAD);
    let text = text.replace([PAGE, HEAD], "");
    let text = text.trim();
    if !text.chars().any(char::is_alphabetic) {
        return last;
    }
    let starts = text.trim_start_matches(['"', '“', '‘', '\'', '(', '[']).starts_with(|c: char| c.is_uppercase())
        || text.starts_with("401(k)");
    let whole =
        ended && starts && !broken && text.chars().count() <= LONGEST_SENTENCE && !glued(text) && balanced(text);
    let shown = if text.chars().count() > LONGEST_SENTENCE {
        text.chars().take(LONGEST_SENTENCE).chain(['…']).collect()
    } else {
        text.to_owned()
    };
    found.push(Sentence { text: masked(&shown), page, whole, answered: false });
    last
}

fn balanced(text: &str) -> bool {
    text.matches('(').count() == text.matches(')').count()
}

/// Whether a cell of a table or a heading is glued to a sentence: a value before a capital,
/// or a word with a capital that only begins sentences.
fn glued(text: &str) -> bool {
    if text.contains(['|', '\t']) {
        return true;
    }
    let letters: usize = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals: usize = text.chars().filter(|c| c.is_uppercase()).count();
    if capitals * 2 > letters {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let (before, word) = (pair[0], pair[1]);
        let word = word.trim_start_matches(['(', '"', '“']);
        let bare = word.trim_end_matches([',', '.', ';', ':', '?']);
        let stopped = before.ends_with([':', '.', '?', '!', ';', '”', '"', '—', '–', '-', ')']) || before == "of";
        let begins = BEGINNERS.contains(&bare);
        let cell =
            value(before) && word.starts_with(char::is_uppercase) && bare.len() > 1 && bare != "IRS" && !month(bare);
        !stopped && (begins || cell)
    })
}

fn month(word: &str) -> bool {
    (1..=12).any(|month| month_name(month) == word)
}

/// A question and the sentence after it belong together where that says Yes or No.
fn with_answers(found: Vec<Sentence>) -> Vec<Sentence> {
    let mut joined: Vec<Sentence> = Vec::with_capacity(found.len());
    for sentence in found {
        let first = sentence.text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_ascii_lowercase();
        match joined.last_mut() {
            Some(before)
                if before.text.ends_with('?')
                    && !before.answered
                    && before.page + 1 >= sentence.page
                    && (first == "yes" || first == "no") =>
            {
                before.text = format!("{} {}", before.text, sentence.text);
                before.whole &= sentence.whole;
                before.answered = true;
            }
            _ => joined.push(sentence),
        }
    }
    joined
}
