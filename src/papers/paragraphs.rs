//! A text as paragraphs: what a page’s layout did to them is undone where that is sure.

/// Marks in a paragraph that a page begins. No letter of a text is this one.
pub const PAGE: char = '\u{f8fe}';

/// Marks that something like a running head was left out, which may have been a part of the
/// sentence: it is not whole.
pub const HEAD: char = '\u{f8ff}';

/// The longest line that may be a running head.
const LONGEST_HEAD: usize = 90;

/// A line with its page.
pub struct Line {
    text: String,
    page: usize,
}

/// The lines without running heads and page numbers. An empty line stays, as the end of a
/// paragraph.
pub fn lines(text: &str) -> Vec<Line> {
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
pub fn blocks(lines: &[Line]) -> Vec<(String, usize)> {
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
pub fn value(word: &str) -> bool {
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

/// Words that only begin a sentence with a capital.
pub const BEGINNERS: &[&str] = &[
    "You", "Your", "The", "A", "If", "When", "Once", "This", "These", "There", "Each", "All", "Only", "In", "No",
    "Yes", "An", "Any", "Unless", "While", "Does", "For", "To", "From", "With", "Those", "At", "On", "Under", "None",
    "It", "Its", "We", "Our", "As",
];
