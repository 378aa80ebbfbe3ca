//! What the words of a row say: which money it is of, and what happened to it.
//!
//! Plan sites have no common words. What is listed here is what their exports hold; what
//! is not known is never taken for after-tax money where a column names the source.

use crate::questions::List;
use crate::record::{Choice, Path};

/// Which money a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    AfterTax,
    Other,
    /// The words do not tell.
    Unknown,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    Contribution,
    Balance,
    Conversion(Path),
    /// None of these, such as a dividend.
    Neither,
    /// The words do not tell.
    Unknown,
}

impl RowKind {
    /// The list that it belongs to. What the words do not tell is a contribution.
    pub fn list(self) -> List {
        match self {
            Self::Balance => List::Balances,
            Self::Conversion(_) => List::Conversions,
            Self::Contribution | Self::Neither | Self::Unknown => List::Contributions,
        }
    }
}

/// A text in small letters, its words parted and surrounded by single blanks, so that a
/// word is found by the blank before it.
pub(super) fn spaced(text: &str) -> String {
    let mut spaced = " ".to_owned();
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            spaced.extend(letter.to_lowercase());
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    spaced
}

fn has(spaced: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| spaced.contains(beginning))
}

const AFTER_TAX: &[&str] = &[" after tax", " aftertax", " post tax", " posttax"];

fn is_roth(spaced: &str) -> bool {
    has(spaced, &[" roth"]) && !has(spaced, &[" non roth", " nonroth"])
}

/// What a column says that names the source. Roth deferrals are after tax as well, and
/// yet another kind of money.
pub(super) fn source(text: &str) -> Source {
    let text = spaced(text);
    if text == " " {
        Source::Unknown
    } else if has(&text, AFTER_TAX) && !is_roth(&text) {
        Source::AfterTax
    } else {
        Source::Other
    }
}

/// What other words say of the source. A conversion may name the Roth account that it
/// goes to.
pub(super) fn source_by_hint(text: &str, what: RowKind) -> Source {
    const OTHER: &[&str] = &[
        " pre tax",
        " pretax",
        " before tax",
        " tax deferred",
        " match",
        " safe harbor",
        " profit sharing",
        " nonelective",
        " non elective",
        " catch up",
        " qnec",
        " qmac",
    ];
    let text = spaced(text);
    let roth = is_roth(&text) && !matches!(what, RowKind::Conversion(_));
    if has(&text, AFTER_TAX) && !roth {
        Source::AfterTax
    } else if roth || has(&text, OTHER) {
        Source::Other
    } else {
        Source::Unknown
    }
}

/// What the words of an activity say of it. Where two of these lists fit, the first counts.
pub(super) fn what(text: &str) -> RowKind {
    const CERTAINLY_NEITHER: &[&str] = &[
        " rollover contrib",
        " rollover in ",
        " incoming",
        " change in ",
        " realized",
        " unrealized",
        " dividend",
        " capital gain",
        " fee ",
        " fees ",
    ];
    const CONVERSION: &[&str] = &[
        " convers",
        " convert",
        " rollover",
        " rolled over",
        " roll over",
        " in plan roth",
        " irr ",
        " withdraw",
        " distribut",
    ];
    const CONTRIBUTION: &[&str] = &[" contrib", " payroll", " deduct", " deposit"];
    const BALANCE: &[&str] = &[" balance", " ending value", " closing value", " market value", " statement"];
    const NEITHER: &[&str] = &[
        " interest",
        " earning",
        " gain",
        " loss",
        " exchange",
        " transfer",
        " reinvest",
        " adjust",
        " loan",
        " forfeit",
        " expense",
    ];
    let text = spaced(text);
    if has(&text, CERTAINLY_NEITHER) {
        RowKind::Neither
    } else if has(&text, CONVERSION) {
        RowKind::Conversion(path_by_hint(&text))
    } else if has(&text, CONTRIBUTION) {
        RowKind::Contribution
    } else if has(&text, BALANCE) {
        RowKind::Balance
    } else if has(&text, NEITHER) {
        RowKind::Neither
    } else {
        RowKind::Unknown
    }
}

fn path_by_hint(spaced: &str) -> Path {
    let within = has(spaced, &[" in plan", " irr ", " roth 401", " roth 403"]);
    let out = has(spaced, &[" ira ", " rollover", " rolled over", " roll over", " withdraw", " distribut"]);
    if out && !within { Path::RothIra } else { Path::InPlan }
}

/// How a conversion went, by the planner's own word or in words like its page's.
/// Nothing where that is not clear; an empty cell is the usual way.
pub(super) fn path(text: &str) -> Option<Path> {
    const WORDS: [(&[&str], Path); 4] = [
        (&[" split"], Path::Split),
        (&[" paid", " 60 day"], Path::PaidOut),
        (&[" in plan"], Path::InPlan),
        (&[" ira "], Path::RothIra),
    ];
    if text.is_empty() {
        return Some(Path::default());
    }
    let by_words = || {
        let text = spaced(text);
        WORDS.iter().find(|(words, _)| has(&text, words)).map(|(_, path)| *path)
    };
    Path::from_word(text).or_else(by_words)
}
