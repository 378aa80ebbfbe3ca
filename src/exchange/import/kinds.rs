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
    /// Words that are not known: it may be either.
    Unclear,
    /// There are no words that tell.
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
    /// It takes back what another row brought.
    Reversal,
    /// It may be a contribution, a conversion or neither: money that came or went.
    Unclear,
    /// The words do not tell.
    Unknown,
}

impl RowKind {
    /// The list that it belongs to. What the words do not tell is a contribution.
    pub fn list(self) -> List {
        match self {
            Self::Balance => List::Balances,
            Self::Conversion(_) => List::Conversions,
            Self::Contribution | Self::Neither | Self::Reversal | Self::Unclear | Self::Unknown => List::Contributions,
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

/// What payroll takes after tax besides contributions to the plan.
const NOT_THE_PLAN: &[&str] = &[
    " insur",
    " life ",
    " disab",
    " std ",
    " ltd ",
    " ad d ",
    " medical",
    " dental",
    " vision",
    " health",
    " hsa ",
    " fsa ",
    " parking",
    " transit",
    " commut",
    " garnish",
    " union",
    " charit",
    " donat",
    " legal",
    " espp",
    " stock",
    " loan",
    " accident",
    " critical",
    " pet ",
];

/// A fund's name may have such words as well, beside a contribution.
fn is_beside_the_plan(spaced: &str) -> bool {
    has(spaced, NOT_THE_PLAN) && !has(spaced, &[" contrib", " 401", " 403"])
}

/// What a column says that names the source. Roth deferrals are after tax as well, and
/// yet another kind of money.
pub(super) fn source(text: &str) -> Source {
    // Words by which some plans mean after-tax money, and others do not.
    const UNCLEAR: &[&str] = &[" at ", " supplement", " voluntary", " thrift", " savings"];
    const OTHER: &[&str] = &[
        " roth",
        " employer",
        " company",
        " er ",
        " deferral",
        " elective",
        " salary",
        " 401",
        " 403",
        " 457",
        " rollover",
        " discretionary",
        " prior plan",
        " pension",
        " tax",
        " qvec",
    ];
    let text = spaced(text);
    if text == " " {
        return Source::Unknown;
    }
    if is_beside_the_plan(&text) {
        return Source::Other;
    }
    match (has(&text, AFTER_TAX), is_roth(&text) || has(&text, OF_OTHER_MONEY)) {
        (true, false) => Source::AfterTax,
        // “After-Tax Roth”, “After-Tax Match”
        (true, true) => Source::Unclear,
        _ if has(&text, OF_OTHER_MONEY) => Source::Other,
        _ if has(&text, UNCLEAR) => Source::Unclear,
        _ if has(&text, OTHER) => Source::Other,
        _ => Source::Unclear,
    }
}

/// Whether words name after-tax money and no Roth, whatever else they say.
pub(super) fn may_be_after_tax(text: &str) -> bool {
    let text = spaced(text);
    has(&text, AFTER_TAX) && !is_roth(&text)
}

/// Whether words about a row leave it open which money it is of, where other rows may be
/// of other money: “Contributions”, and no “Payroll contribution”.
pub(super) fn needs_source(activity: &str) -> bool {
    let text = spaced(activity);
    matches!(what(activity), RowKind::Contribution) && !has(&text, &[" payroll", " employee"])
}

/// What is no balance of after-tax money alone: `Balance Forward`.
pub(super) fn is_of_whole_account(text: &str) -> bool {
    let text = spaced(text);
    has(&text, &[" forward", " opening", " beginning"])
}

const OF_OTHER_MONEY: &[&str] = &[
    " pre tax",
    " pretax",
    " before tax",
    " beforetax",
    " tax deferred",
    " match",
    " safe harbor",
    " profit sharing",
    " profitsharing",
    " nonelective",
    " non elective",
    " catch up",
    " qnec",
    " qmac",
];

/// What other words say of the source. A conversion may name the Roth account that it
/// goes to.
pub(super) fn source_by_hint(text: &str, what: RowKind) -> Source {
    let text = spaced(text);
    let roth = is_roth(&text) && !matches!(what, RowKind::Conversion(_));
    if has(&text, AFTER_TAX) && is_beside_the_plan(&text) {
        Source::Other
    } else if has(&text, AFTER_TAX) && !roth {
        Source::AfterTax
    } else if roth || has(&text, OF_OTHER_MONEY) || has(&text, &[" deferral", " employer", " company contrib"]) {
        Source::Other
    } else {
        Source::Unknown
    }
}

/// What the words of an activity say of it. Where two of these lists fit, the first counts.
pub(super) fn what(text: &str) -> RowKind {
    const REVERSAL: &[&str] = &[" revers", " void", " refund", " correct", " cancel", " excess", " recharacter"];
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
        " roth in plan",
        " irr ",
        " in service withdraw",
        " in service distribut",
    ];
    // Money that came or went, and nobody says where from or where to.
    const UNCLEAR: &[&str] = &[" withdraw", " distribut", " deposit", " received", " receipt", " journal"];
    const CONTRIBUTION: &[&str] = &[" contrib", " payroll", " deduct"];
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
        " credit",
        " buy",
        " bought",
        " sell",
        " sold ",
        " purchase",
        " redempt",
        " sweep",
        " rebalanc",
        " realloc",
    ];
    let text = spaced(text);
    if has(&text, REVERSAL) {
        RowKind::Reversal
    } else if has(&text, CERTAINLY_NEITHER) {
        RowKind::Neither
    } else if has(&text, CONVERSION) {
        RowKind::Conversion(path_by_hint(&text))
    } else if has(&text, UNCLEAR) {
        RowKind::Unclear
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
