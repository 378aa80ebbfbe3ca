//! A pasted text as sentences: what a page's layout did to them is undone where that is
//! sure, and a sentence that may not be whole says so.

use super::mask::masked;
use crate::date::month_name;

/// The most letters of a text that are read.
pub const MOST_LETTERS: usize = 600_000;
/// The most letters of a sentence that is looked at; a longer run is no sentence.
const LONGEST_SENTENCE: usize = 900;
/// Marks in a paragraph that a page begins. No letter of a text is this one.
const PAGE: char = '\u{f8fe}';
/// Marks that something like a running head was left out, which may have been a part of the
/// sentence: it is not whole.
const HEAD: char = '\u{f8ff}';
/// The longest line that may be a running head.
const LONGEST_HEAD: usize = 90;

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

/// A line with its page.
struct Line {
    text: String,
    page: usize,
}

/// The lines without running heads and page numbers. An empty line stays, as the end of a
/// paragraph.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut page = 1;
    for line in text.split('\n') {
        for (index, part) in line.split('\u{c}').enumerate() {
            page += usize::from(index > 0);
            lines.push(Line { text: part.replace([PAGE, HEAD], "").trim().to_owned(), page });
        }
    }
    // A line that comes again and again is a running head, whatever number it carries.
    let mut counts = std::collections::BTreeMap::new();
    let head = |line: &Line| -> Option<String> {
        let short = !line.text.is_empty() && line.text.len() <= LONGEST_HEAD && !ends(&line.text);
        short.then(|| line.text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().to_ascii_lowercase())
    };
    for line in &lines {
        if let Some(head) = head(line) {
            *counts.entry(head).or_insert(0_usize) += 1;
        }
    }
    lines.retain(|line| {
        let again = head(line).is_some_and(|head| head.split_whitespace().count() > 1 && counts[&head] > 2);
        !(again || page_mark(&line.text))
    });
    lines
}

/// Whether a line is nothing but a page's number: `12`, `Page 12 of 40`, `- 12 -`.
fn page_mark(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    let rest: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || "-–—|./".contains(c))
        .filter(|word| !word.is_empty() && !["page", "of", "p"].contains(word))
        .collect();
    !rest.is_empty()
        && rest.len() <= 2
        && rest.iter().all(|word| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a text begins with a word that begins sentences.
fn begins(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || c == ',').next().is_some_and(|word| BEGINNERS.contains(&word))
}

/// Whether a text is a heading: a few words, half of them at least with a capital.
fn heading(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let open = [
        "If",
        "Unless",
        "When",
        "Once",
        "Where",
        "For",
        "While",
        "Those",
        "Only",
        "Employees",
        "Participants",
        "Members",
    ];
    let small = ["the", "a", "an", "of", "to", "by", "in", "and", "or", "for", "with", "not", "no", "is", "are", "may"];
    let closed = words.first().is_some_and(|word| !open.contains(word))
        && words.last().is_some_and(|word| !small.contains(&word.to_ascii_lowercase().as_str()));
    words.len() <= 8 && capital * 2 >= words.len() && closed
}

/// Whether fewer than half of the words have a capital.
fn few_capitals(text: &str) -> bool {
    let capital = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    capital * 2 < text.split_whitespace().count()
}

/// Whether a text ends as a sentence does.
fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', ']', '\'']).ends_with(['.', '!', '?'])
}

/// The paragraphs: lines that run on.
fn blocks(lines: &[Line]) -> Vec<(String, usize)> {
    let mut blocks: Vec<(String, usize)> = Vec::new();
    let mut open = false;
    let mut page = 1;
    // Whether the paragraph has the marks of a table; looked for once a line, so that the time
    // grows with the text and not with its square.
    let mut table = false;
    // The line with words at each place or after it.
    let mut worded = vec![None; lines.len() + 1];
    for index in (0..lines.len()).rev() {
        worded[index] = if lines[index].text.is_empty() { worded[index + 1] } else { Some(&lines[index]) };
    }
    for (index, line) in lines.iter().enumerate() {
        let (bullet, text) = without_bullet(&line.text);
        if line.text.is_empty() {
            if lines.get(index + 1).is_some_and(|next| next.page > line.page) && open {
                continue;
            }
            // A page's end in the middle of a sentence ends no paragraph.
            open &=
                worded[index].is_some_and(|next| next.page > line.page && next.text.starts_with(char::is_lowercase));
            continue;
        }
        // A head between two halves of a sentence, known by its capitals.
        if open
            && let Some(next) = lines.get(index + 1)
            && next.text.starts_with(char::is_lowercase)
            && blocks.last().is_some_and(|(before, _)| !ends(before))
            && titled(text)
        {
            if let Some((before, _)) = blocks.last_mut() {
                before.push(HEAD);
            }
            continue;
        }
        // A new paragraph over a line that goes on in small letters, while the one before has
        // not ended, is a head, too: what follows is no sentence of its own.
        let goes_on = worded[index + 1].is_some_and(|next| next.text.starts_with(char::is_lowercase));
        // A line that begins as sentences do and has few capitals is no head.
        let head = text.len() <= LONGEST_HEAD && !(begins(text) && few_capitals(text));
        if !open && goes_on && head && blocks.last().is_some_and(|(before, _)| !ends(before)) {
            blocks.push((text.to_owned(), line.page));
            continue;
        }
        match blocks.last_mut() {
            Some((block, _)) if open && !bullet => {
                // A row of a table does not run on into the next line.
                if (table || row(block)) && text.starts_with(char::is_uppercase) {
                    blocks.push((text.to_owned(), line.page));
                    table = false;
                } else {
                    block.push(' ');
                    block.extend(std::iter::repeat_n(PAGE, line.page - page));
                    block.push_str(text);
                }
            }
            _ => {
                blocks.push((text.to_owned(), line.page));
                table = false;
            }
        }
        table |= text.contains(['\t', '|']) || text.contains("   ");
        open = true;
        page = line.page;
    }
    let mut torn = false;
    for (block, _) in &mut blocks {
        *block = mended(block);
        // After words that have not ended a paragraph may be the other half of their sentence.
        if torn && !begins(block) {
            block.insert(0, HEAD);
        }
        torn = !ends(block) && !block.ends_with([':', ';']) && !heading(block);
    }
    blocks
}

/// A line without the sign that makes it an item of a list.
fn without_bullet(line: &str) -> (bool, &str) {
    let mut signs = line.char_indices();
    match signs.next() {
        Some((_, '•' | '·' | '▪' | '●' | '◦' | '■' | '□' | '✓' | '*' | '\u{f0b7}' | '–' | '-')) => {
            let (_, rest) = line.split_at(signs.next().map_or(line.len(), |(at, _)| at));
            if rest.starts_with(char::is_whitespace) { (true, rest.trim_start()) } else { (false, line) }
        }
        _ => (false, line),
    }
}

/// Whether a line is set in capitals as a running head is: at least three words, most of
/// them with a capital, and no end of a sentence.
fn titled(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let capital = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    words.len() >= 3 && line.len() <= LONGEST_HEAD && !ends(line) && capital * 10 >= words.len() * 7
}

/// Whether a short text looks like a row of a table: a cell's value at its end.
fn row(block: &str) -> bool {
    let last = || block.rsplit(char::is_whitespace).next().unwrap_or_default();
    block.len() <= LONGEST_HEAD && (value(last()) || last() == "N/A")
}

/// Whether a word is a cell's value.
fn value(word: &str) -> bool {
    matches!(word, "Yes" | "No" | "YES" | "NO" | "None" | "N/A")
        || (word.ends_with(|c: char| c.is_ascii_digit() || c == '%')
            && word.starts_with(|c: char| c.is_ascii_digit() || c == '$'))
}

/// The words without the signs of a page: ligatures, soft hyphens, words divided at a line's
/// end, and quotes and dashes as they are typed.
fn mended(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            'ﬅ' | 'ﬆ' => plain.push_str("st"),
            '\u{ad}' => plain.push('-'),
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => {}
            c if c.is_control() => plain.push(' '),
            c => plain.push(c),
        }
    }
    let mut mended = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        let divided = mended.ends_with('-') && mended.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        let goes_on = word.starts_with(char::is_lowercase) && !["and", "or", "and/or", "to"].contains(&word);
        if divided && goes_on {
            // A few letters tell whether it is one of the words that keep their hyphen.
            let first: String = mended.chars().rev().skip(1).take_while(|c| c.is_alphanumeric()).take(10).collect();
            let first = first.chars().rev().collect::<String>().to_ascii_lowercase();
            let second: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
            if !compound(&first, &second) {
                mended.pop();
            }
        } else if !(mended.is_empty() || divided && word.starts_with(char::is_uppercase)) {
            mended.push(' ');
        }
        mended.push_str(word);
    }
    mended
}

/// Whether a hyphen belongs between two words, and is no division of one.
fn compound(first: &str, second: &str) -> bool {
    match second {
        "tax" => ["after", "before", "pre", "post"].contains(&first),
        "plan" | "service" => first == "in",
        "up" => ["catch", "true"].contains(&first),
        "end" | "to" => ["year", "up"].contains(&first),
        "weekly" | "monthly" | "annual" => ["bi", "semi"].contains(&first),
        "month" | "year" | "time" | "percent" | "tenth" | "half" => {
            ["one", "two", "three", "five", "six", "twelve", "full", "part", "plan"].contains(&first)
        }
        _ => matches!(first, "non" | "self" | "highly" | "tax"),
    }
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

/// Words that only begin a sentence with a capital.
const BEGINNERS: &[&str] = &[
    "You", "Your", "The", "A", "If", "When", "Once", "This", "These", "There", "Each", "All", "Only", "In", "No",
    "Yes", "An", "Any", "Unless", "While", "Does", "For", "To", "From", "With", "Those", "At", "On", "Under", "None",
    "It", "Its", "We", "Our", "As",
];

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
