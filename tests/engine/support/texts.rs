//! The texts that can reach a page, read out of the sources: string literals alone, without
//! comments, documentation and the tests that stand in the same file.

use std::fs;
use std::path::{Path, PathBuf};

use super::sources;

/// A text and the place that it was found at, as `file:line`.
pub struct Text {
    pub place: String,
    pub text: String,
}

/// What looks for words in a plan's own papers, and says nothing to anybody; and the command.
const NEVER_ON_A_PAGE: [&str; 12] = [
    "src/bin/worksheets.rs",
    "src/papers/clause.rs",
    "src/papers/paragraphs.rs",
    "src/papers/parsed.rs",
    "src/papers/pattern.rs",
    "src/papers/pay_columns.rs",
    "src/papers/pdf/",
    "src/papers/rules/",
    "src/papers/sentences.rs",
    "src/papers/signs.rs",
    "src/papers/words.rs",
    "src/main.rs",
];

const PAGES: [&str; 3] = ["index.html", "assets/embed.html", "assets/404.html"];

/// Every text that can reach a page.
pub fn all() -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut files: Vec<PathBuf> = sources::below(&root.join("src"), "rs");
    files.extend(sources::below(&root.join("assets"), "js"));
    files.extend(PAGES.map(|page| root.join(page)));
    files.extend(sources::below(&root.join("src/guide"), "md"));
    files.sort();
    for path in files {
        let name = path.strip_prefix(root).expect("it is below").to_string_lossy().replace('\\', "/");
        if NEVER_ON_A_PAGE.iter().any(|never| name.starts_with(never)) {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source is text");
        let texts = match name.rsplit('.').next() {
            Some("rs") => rust(&source),
            Some("js") => script(&source),
            // Marks of terms and strong words are none of the sentence.
            Some("md") => {
                source.lines().map(|line| line.replace('*', "")).enumerate().map(|(at, line)| (at + 1, line)).collect()
            }
            _ => html(&source),
        };
        found.extend(texts.into_iter().map(|(line, text)| Text { place: format!("{name}:{line}"), text }));
    }
    found
}

/// The string literals of a Rust source up to its tests, each with its line.
pub fn rust(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut reader = Reader::new(source);
    let mut found = Vec::new();
    while let Some(letter) = reader.next() {
        match letter {
            '/' if reader.take("/") => reader.skip_past("\n"),
            '/' if reader.take("*") => reader.skip_past("*/"),
            // A letter in quotes, not the name of a lifetime.
            '\'' if reader.rest().starts_with('\\') => {
                reader.next();
                reader.next();
                reader.skip_past("'");
            }
            '\'' if reader.rest().chars().nth(1) == Some('\'') => {
                reader.next();
                reader.next();
            }
            'r' if !reader.inside_a_word() && raw_start(reader.rest()).is_some() => {
                let hashes = raw_start(reader.rest()).unwrap_or_default();
                let line = reader.line;
                reader.skip_past("\"");
                found.push((line, reader.until(&format!("\"{}", "#".repeat(hashes)))));
            }
            '"' => {
                let line = reader.line;
                found.push((line, reader.quoted('"')));
            }
            _ => {}
        }
    }
    found
}

/// The string literals of a script, each with its line.
pub fn script(source: &str) -> Vec<(usize, String)> {
    let mut reader = Reader::new(source);
    let mut found = Vec::new();
    while let Some(letter) = reader.next() {
        match letter {
            '/' if reader.take("/") => reader.skip_past("\n"),
            '/' if reader.take("*") => reader.skip_past("*/"),
            '"' | '\'' | '`' => {
                let line = reader.line;
                found.push((line, reader.quoted(letter)));
            }
            _ => {}
        }
    }
    found
}

/// What a page of HTML shows: the text between its tags, and the texts of its attributes
/// that are read out or shown elsewhere.
pub fn html(source: &str) -> Vec<(usize, String)> {
    const SAID: [&str; 5] = ["content=\"", "aria-label=\"", "alt=\"", "title=\"", "placeholder=\""];
    let mut reader = Reader::new(source);
    let mut found = Vec::new();
    let mut text = String::new();
    while let Some(letter) = reader.next() {
        if letter != '<' {
            text.push(letter);
            continue;
        }
        if reader.take("!--") {
            reader.skip_past("-->");
            continue;
        }
        let line = reader.line;
        let tag = reader.until(">");
        for attribute in SAID {
            let value = tag.split(attribute).nth(1).and_then(|rest| rest.split('"').next());
            found.extend(value.filter(|value| value.contains(' ')).map(|value| (line, value.to_owned())));
        }
        // What marks a word within a sentence does not end it.
        let within = ["strong", "/strong", "span", "/span", "b>", "/b", "a ", "/a", "code", "/code"];
        if !within.iter().any(|name| format!("{tag}>").starts_with(name)) {
            found.push((line, std::mem::take(&mut text)));
        }
    }
    found
}

/// How many `#` stand between the `r` and the quote of a raw literal.
fn raw_start(rest: &str) -> Option<usize> {
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    rest[hashes..].starts_with('"').then_some(hashes)
}

struct Reader<'a> {
    source: &'a str,
    place: usize,
    line: usize,
}

impl<'a> Reader<'a> {
    const fn new(source: &'a str) -> Self {
        Self { source, place: 0, line: 1 }
    }

    fn rest(&self) -> &'a str {
        &self.source[self.place..]
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.rest().chars().next()?;
        self.place += letter.len_utf8();
        self.line += usize::from(letter == '\n');
        Some(letter)
    }

    /// Goes on past this text if it comes next.
    fn take(&mut self, text: &str) -> bool {
        let comes = self.rest().starts_with(text);
        if comes {
            self.place += text.len();
        }
        comes
    }

    fn until(&mut self, end: &str) -> String {
        let mut text = String::new();
        while !self.take(end) {
            let Some(letter) = self.next() else { break };
            text.push(letter);
        }
        text
    }

    fn skip_past(&mut self, end: &str) {
        let skipped = self.until(end);
        self.line += end.matches('\n').count();
        drop(skipped);
    }

    /// Whether the letter just read has a letter or digit before it.
    fn inside_a_word(&self) -> bool {
        let before = self.source[..self.place].chars().rev().nth(1);
        before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    }

    /// The rest of a literal with escapes, as it reads: a line that is continued has no break.
    fn quoted(&mut self, end: char) -> String {
        let mut text = String::new();
        while let Some(letter) = self.next() {
            match letter {
                '\\' => match self.next() {
                    Some('n') => text.push('\n'),
                    Some('\n') => {
                        let indent = self.rest().len() - self.rest().trim_start().len();
                        self.line += self.rest()[..indent].matches('\n').count();
                        self.place += indent;
                    }
                    Some(escaped) => text.push(escaped),
                    None => break,
                },
                _ if letter == end => break,
                _ => text.push(letter),
            }
        }
        text
    }
}
