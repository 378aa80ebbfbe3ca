//! What kind of paper it is, and how old.

use serde::{Deserialize, Serialize};

use super::pattern::any;
use super::sentences::Sentence;
use super::words::words;
use crate::date::Date;

/// The kinds of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// A summary plan description, a handbook or a plan's own page.
    PlanSummary,
    /// The employer's choices on a recordkeeper's form.
    AdoptionAgreement,
    /// An article, or a document made for many plans: it tells nothing of this one.
    Template,
    /// It cannot be told.
    Unknown,
}

/// What is wrong with a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Nothing.
    None,
    /// There are no words.
    NoText,
    /// Its letters are not those of words.
    Garbled,
    /// It is longer than what is read.
    CutOff,
    /// It opens only with its password.
    Locked,
    /// It is no paper that can be read: damaged, or of another kind.
    NotRead,
}

/// What is known of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What it is.
    pub kind: PaperKind,
    /// Its pages, as far as they are marked.
    pub pages: usize,
    /// The latest year that it says it is effective from, or that it is of.
    pub year_on_it: Option<i16>,
    /// What is wrong with it.
    pub trouble: Trouble,
    /// What a person should know of it before any proposal, in whole sentences.
    pub notes: Vec<String>,
}

/// After how many years a paper is old.
const OLD: i16 = 2;

impl Paper {
    /// Looks at a whole paper.
    #[must_use]
    pub fn of(text: &str, sentences: &[Sentence], cut: bool, today: Date) -> Self {
        let pages = sentences.last().map_or(0, |last| last.page);
        let trouble = if sentences.is_empty() {
            Trouble::NoText
        } else if garbled(text) {
            Trouble::Garbled
        } else if cut {
            Trouble::CutOff
        } else {
            Trouble::None
        };
        let year_on_it = year_on_it(sentences, today);
        let mut paper = Self { kind: kind(sentences), pages, year_on_it, trouble, notes: Vec::new() };
        paper.notes = paper.said(today);
        paper
    }

    /// A paper of which nothing could be read.
    #[must_use]
    pub fn unread(trouble: Trouble, today: Date) -> Self {
        let mut paper = Self { kind: PaperKind::Unknown, pages: 0, year_on_it: None, trouble, notes: Vec::new() };
        paper.notes = paper.said(today);
        paper
    }

    fn said(&self, today: Date) -> Vec<String> {
        let mut notes = Vec::new();
        match self.trouble {
            Trouble::None => {}
            Trouble::NoText => notes.push("There is no text here to read. A scan has only pictures of its pages: ask for a file with text, or type what it says.".to_owned()),
            Trouble::Locked => notes.push("Enter its password to read it. It stays in this browser.".to_owned()),
            Trouble::NotRead => notes.push(
                "It is damaged, or neither a PDF nor a text. Open it elsewhere, copy its text and paste it here."
                    .to_owned(),
            ),
            Trouble::Garbled => notes.push(
                "Many letters of this text were lost. Copy it from another file, or ask the plan for one.".to_owned(),
            ),
            Trouble::CutOff => notes.push(format!(
                "This text is very long. It was read up to page {}; paste the rest by itself.",
                self.pages
            )),
        }
        if self.kind == PaperKind::Template {
            notes.push("This text is about plans in general, so it cannot tell what your plan allows. Look for your plan’s own summary plan description.".to_owned());
        }
        if let Some(year) = self.year_on_it
            && year < today.year() - OLD
        {
            notes
                .push(format!("The latest date on this paper is in {year}. Plans change; ask whether it still holds."));
        }
        notes
    }
}

fn kind(sentences: &[Sentence]) -> PaperKind {
    let (mut general, mut own, mut agreement) = (0_usize, 0_usize, 0_usize);
    for sentence in sentences.iter().take(1_500) {
        let words = words(&sentence.text);
        general += usize::from(any(
            &words,
            &[
                "many|some|most|401k|other plan|employer",
                "employer CAN|should ?choose|elect|consider ?to",
                "plan sponsor",
                "a|an 401k plan CAN",
                "adopting|participating employer",
                "talk to your|a financial|tax",
                "subscribe|newsletter|author",
                "if your plan|employer",
                "ask your employer|hr|plan",
                "basic plan document",
                "your employer plan",
            ],
        ));
        own += usize::from(any(
            &words,
            &[
                "this summary|booklet|handbook|guide|plan",
                "the plan",
                "the company",
                "your benefit|plan|election",
                "summary plan description",
                "our plan",
                "YOU CAN",
                "plan administrator",
            ],
        ));
        agreement += usize::from(any(&words, &["adoption agreement", "BLANK", "the employer elect"]));
    }
    // One sentence tells nothing of its paper.
    if sentences.len() < 4 {
        return PaperKind::Unknown;
    }
    if general >= 3 && general * 3 >= own {
        PaperKind::Template
    } else if agreement >= 3 {
        PaperKind::AdoptionAgreement
    } else if own >= 3 {
        PaperKind::PlanSummary
    } else {
        PaperKind::Unknown
    }
}

/// Words of which one stands beside a date of a paper.
const DATING: [&str; 12] = [
    "effective",
    "updated",
    "revised",
    "restated",
    "amended",
    "edition",
    "copyright",
    "version",
    "as of",
    "january",
    "july",
    "plan year",
];

/// The latest year named beside a word that dates a paper, no later than next year.
fn year_on_it(sentences: &[Sentence], today: Date) -> Option<i16> {
    let mut latest = None;
    for sentence in sentences.iter().filter(|sentence| sentence.text.contains(|c: char| c.is_ascii_digit())) {
        let lower = sentence.text.to_ascii_lowercase();
        if !DATING.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let words = words(&sentence.text);
        if !any(
            &words,
            &[
                "effective|updated|revised|restated|amended|edition|copyright|version",
                "as of",
                "january|july|plan year *3 #",
            ],
        ) {
            continue;
        }
        for word in words.iter().filter(|word| word.is == "#") {
            let year = word
                .number
                .and_then(|number| i16::try_from(number).ok())
                .filter(|year| (1990..=today.year() + 1).contains(year));
            latest = latest.max(year);
        }
    }
    latest
}

/// Whether so many letters are none that words are likely lost.
fn garbled(text: &str) -> bool {
    let (mut seen, mut strange, mut vowels, mut letters) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_whitespace()).take(100_000) {
        seen += 1;
        strange += usize::from(c == '\u{fffd}' || c.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&c));
        letters += usize::from(c.is_alphabetic());
        vowels += usize::from("aeiouAEIOU".contains(c));
    }
    strange * 20 > seen || (letters > 200 && vowels * 8 < letters)
}
