//! A link that carries a plan's rules, and nothing about a person.
//!
//! Its text is readable: `plan/1?plan-kind=401k&plan-after-tax=yes`, the version
//! first, then a field's id and its text, percent-encoded. It stands after the
//! `#` of an address, the part that browsers send to no server.
//!
//! The percent-coding is our own although `percent-encoding` 2.3 is in the framework's tree.
//! Measured: `copies` has 388,168 bytes with it and 388,848 with the package, `ledger` 722,290
//! and 723,158. The package lets a broken `%` stand as it is, where a link is to be refused as
//! damaged, so that half of these lines would stay, as a check before it.

use std::fmt;

use super::record_link::{fragment, is_version};
use crate::date::Date;
use crate::draft::Draft;
use crate::money::Money;
use crate::order::Map;
use crate::percent::{MatchRate, Percent};
use crate::questions::{Field, Key, Kind, Whose};
use crate::text;

/// What a link begins with, up to its version.
const BEGINNING: &str = "plan/";
/// The version of the links that this planner writes.
const VERSION: &str = "1";
/// The longest link read and written, in bytes.
pub const LONGEST_LINK: usize = 4 << 10;
/// The longest text of a field, in letters; a year's pay dates may be longer.
const LONGEST_TEXT: usize = 400;
/// The longest list of pay dates, in letters: sixty dates and what parts them.
const LONGEST_DATES: usize = 1_000;

/// The rules of a plan out of a link, checked but not yet anybody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPlan {
    texts: Map<Field, String>,
    skipped: usize,
}

/// A rule that a link would set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRule {
    /// The field.
    pub field: Field,
    /// What a person calls it.
    pub title: &'static str,
    /// Its text as a person reads it.
    pub text: String,
    /// The text of the draft that it would replace, where that is another one.
    pub replaces: Option<String>,
}

/// Why a link cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Not a link of a plan at all.
    NotAPlan,
    /// Made by a newer planner.
    Newer,
    /// Longer than [`LONGEST_LINK`].
    TooLong,
    /// Some of it was lost or changed on its way.
    Damaged,
    /// It carries no rule.
    Empty,
    /// A field stands twice.
    Twice(Field),
    /// A field's text is none that the question allows.
    NoAnswer(Field),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAPlan => "This link carries no plan. Ask for it again, and copy all of it.",
            Self::Newer => "This link was made by a newer planner. Reload the page to get the newest planner, and open the link again.",
            Self::TooLong => "This link is longer than a plan’s can be. Ask for it again.",
            Self::Damaged => "This link was damaged on its way. Ask for it again, and copy all of it.",
            Self::Empty => "This link carries none of a plan’s rules. Ask for one that was copied after some questions were answered.",
            Self::Twice(field) => {
                return write!(f, "This link gives “{}” twice, so it is not clear which counts. Ask for it again.", field.title());
            }
            Self::NoAnswer(field) => {
                return write!(f, "This link gives a text for “{}” that doesn’t belong there. Ask for it again.", field.title());
            }
        })
    }
}

impl std::error::Error for LinkError {}

impl SharedPlan {
    /// Reads the text of a link, with or without its `#`.
    ///
    /// A part that is no rule of a plan is left out and counted, not refused:
    /// mail programs and newer planners add such parts, the rules beside it
    /// hold, and nothing that is left out can do harm.
    ///
    /// ```
    /// use planner::exchange::SharedPlan;
    /// let shared = SharedPlan::from_link("#plan/1?plan-kind=403b&pay=200%2C000")?;
    /// assert_eq!(shared.skipped(), 1);
    /// assert!(SharedPlan::from_link("plan/2?plan-kind=403b").is_err());
    /// # Ok::<(), planner::exchange::LinkError>(())
    /// ```
    ///
    /// # Errors
    /// A [`LinkError`], whose text tells the person what to do.
    pub fn from_link(text: &str) -> Result<Self, LinkError> {
        let text = text.strip_prefix('#').unwrap_or(text);
        let rest = text.strip_prefix(BEGINNING).ok_or(LinkError::NotAPlan)?;
        let (version, pairs) = rest.split_once('?').unwrap_or((rest, ""));
        if version != VERSION {
            return Err(if is_version(version) { LinkError::Newer } else { LinkError::NotAPlan });
        }
        if text.len() > LONGEST_LINK {
            return Err(LinkError::TooLong);
        }
        let mut shared = Self { texts: Map::new(), skipped: 0 };
        for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
            let (id, text) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(field) = Field::of(Whose::Plan).find(|field| field.id() == id) else {
                shared.skipped += 1;
                continue;
            };
            let text = decoded(text).ok_or(LinkError::Damaged)?;
            if !can_stand(field, &text) {
                return Err(LinkError::NoAnswer(field));
            }
            if shared.texts.insert(field, text).is_some() {
                return Err(LinkError::Twice(field));
            }
        }
        // A text of nothing but blanks answers nothing, and must not take an answer away.
        shared.texts.retain(|_, text| !text.trim().is_empty());
        if shared.texts.is_empty() { Err(LinkError::Empty) } else { Ok(shared) }
    }

    /// Whether a text is meant as a link to a plan's rules, with or without the address
    /// before its `#`.
    #[must_use]
    pub fn is_link(text: &str) -> bool {
        fragment(text).starts_with(BEGINNING)
    }

    /// How many parts of the link were left out.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// A sentence about what was left out of the link, if anything was.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        match self.skipped {
            0 => None,
            1 => Some("One part of this link is no rule of a plan that this planner knows. It is left out.".to_owned()),
            parts => Some(format!(
                "{parts} parts of this link are no rules of a plan that this planner knows. They are left out."
            )),
        }
    }
}

impl Draft {
    /// The text of a link with the plan's rules of the year on show, to stand
    /// after the `#` of the planner's address. A text that could not be read
    /// back out of a link is left out.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::Draft;
    /// use planner::questions::{Field, Key};
    /// let mut draft = Draft::new(Date::new(2026, 11, 24)?);
    /// draft.set(Key::Sheet(Field::Pay), "200,000".to_owned());
    /// draft.set(Key::Sheet(Field::PlanAfterTax), "yes".to_owned());
    /// draft.set(Key::Sheet(Field::AfterTaxPercent), "6.5 %".to_owned());
    /// assert_eq!(draft.plan_link(), "plan/1?plan-after-tax=yes&after-tax-percent=6.5%20%25");
    /// # Ok::<(), planner::date::DateError>(())
    /// ```
    #[must_use]
    pub fn plan_link(&self) -> String {
        let mut link = format!("{BEGINNING}{VERSION}?");
        let mut between = "";
        for field in Field::of(Whose::Plan) {
            let text = self.text(Key::Sheet(field));
            let answered = !text.trim().is_empty() && (field.kind() != Kind::Choice || text != "unknown");
            if !answered || !can_stand(field, text) {
                continue;
            }
            let pair = format!("{between}{}={}", field.id(), encoded(text));
            if link.len() + pair.len() <= LONGEST_LINK {
                link.push_str(&pair);
                between = "&";
            }
        }
        link
    }

    /// What a shared plan would set in the year on show, in the page's order.
    #[must_use]
    pub fn preview(&self, shared: &SharedPlan) -> Vec<SharedRule> {
        let rule = |(field, text): (&Field, &String)| {
            let text = as_read(*field, text);
            let own = as_read(*field, self.text(Key::Sheet(*field)));
            let replaces = (!own.is_empty() && own != text).then_some(own);
            SharedRule { field: *field, title: field.title(), text, replaces }
        };
        shared.texts.iter().map(rule).collect()
    }

    /// This draft with a shared plan's rules in the year on show; all else stays.
    #[must_use]
    pub fn with_plan(&self, shared: &SharedPlan) -> Self {
        let mut draft = self.clone();
        for (field, text) in &shared.texts {
            draft.set(Key::Sheet(*field), text.clone());
        }
        draft
    }
}

/// Whether a text out of a link can stand in a field: an answer that the
/// question allows, or a short text without letters that are not seen.
fn can_stand(field: Field, text: &str) -> bool {
    let dates = field.kind() == Kind::Dates;
    match field.kind() {
        Kind::Choice => field.answers().iter().any(|(word, _)| *word == text),
        _ => text::can_stand(text, if dates { LONGEST_DATES } else { LONGEST_TEXT }, dates),
    }
}

/// A text as a person reads it: an answer in words, an amount with its sign.
pub(super) fn as_read(field: Field, text: &str) -> String {
    let read = match field.kind() {
        Kind::Choice => field.answers().iter().find(|(word, _)| *word == text).map(|(_, answer)| (*answer).to_owned()),
        Kind::Money => text.parse::<Money>().ok().map(|money| money.to_string()),
        Kind::Percent => text.parse::<Percent>().ok().map(|percent| percent.to_string()),
        Kind::MatchRate => text.parse::<MatchRate>().ok().map(|rate| rate.to_string()),
        Kind::Date => Date::typed(text).ok().map(Date::long),
        _ => None,
    };
    read.unwrap_or_else(|| text.trim().to_owned())
}

/// Letters that stand for themselves after the `#` of an address.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/:,".contains(&byte)
}

/// A text with `%` and two hexadecimal digits for each byte that is not plain.
fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value & 0xf)).map_or('0', |digit| char::from(*digit));
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if is_plain(byte) {
            out.push(char::from(byte));
        } else {
            out.extend(['%', digit(byte >> 4), digit(byte)]);
        }
    }
    out
}

/// The text that was encoded; none if it is cut within a letter or otherwise damaged.
fn decoded(text: &str) -> Option<String> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => (digit(bytes.next()?)? << 4) | digit(bytes.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(out).ok()
}
