//! The clauses of a sentence, with the conditions and exceptions in them.

use super::parsed::GROUPS;
use super::pattern::{any, find, fits};
use super::words::Word;

/// What takes back or turns what a clause says.
pub const NEGATORS: &str = "not|no|never|neither|nor|none|NOTCAN|without|nothing|prohibit|prohibited|unavailable|discontinued|ceased|cease|frozen|eliminated|excluded|exclude|rather|instead|longer|unable|ineligible|suspended|COULD|formerly|previously|hardly|lack|refuse|declined|forbidden|disallowed|stopped|ended|closed|terminated|EXCEPT|unless";

/// Words that begin a condition.
const CONDITIONS: &str = "if|unless|once|when|whenever|until|provided|while|where|upon|before|subject|assuming|should";

/// A clause.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// It without conditions, brackets and exceptions.
    pub main: Vec<Word>,
    /// Its conditions.
    pub conditions: Vec<Vec<Word>>,
    /// What it excepts.
    pub exceptions: Vec<Vec<Word>>,
}

impl Clause {
    /// Whether something stands in its main part.
    #[must_use]
    pub fn has(&self, pattern: &str) -> bool {
        find(&self.main, pattern).is_some()
    }

    /// Whether any of these does.
    #[must_use]
    pub fn any(&self, patterns: &[&str]) -> bool {
        any(&self.main, patterns)
    }

    /// Whether any of these stands there with none of the other words inside.
    #[must_use]
    pub fn any_without(&self, patterns: &[&str], without: &str) -> bool {
        patterns.iter().any(|pattern| {
            let elements: Vec<&str> = pattern.split(' ').collect();
            (0..self.main.len()).any(|at| {
                fits(&elements, &self.main, at).is_some_and(|end| find(&self.main[at..end], without).is_none())
            })
        })
    }

    /// How many words turn what it says.
    #[must_use]
    pub fn negators(&self) -> usize {
        (0..self.main.len()).filter(|at| fits(&[NEGATORS], &self.main, *at).is_some()).count()
    }

    /// Whether each condition is one that a person meets by doing the thing itself.
    #[must_use]
    pub fn open_to_all(&self) -> bool {
        self.conditions.iter().all(|condition| harmless(condition))
    }
}

/// Conditions that leave a rule a rule for everyone: being eligible, having reached the
/// limit, having chosen.
fn harmless(condition: &[Word]) -> bool {
    // What excepts a group leaves the rule to the rest.
    if condition.first().is_some_and(|word| word.is == "unless")
        && GROUPS.iter().any(|(pattern, _)| find(condition, pattern).is_some())
    {
        return true;
    }
    // The plan's other articles limit every right in it.
    if fits(&["subject", "to", "?the", "?other", "section|article|term|provision|limitation", "?#.|#"], condition, 0)
        .is_some_and(|end| {
            condition[end..].iter().all(|word| ["of", "the", "this", "plan", "below"].contains(&word.is.as_str()))
        })
    {
        return true;
    }
    let asks_the_plan = "permitted|allowed|authorized|authorised|adoption|provide|decide|offered|hired|union|HCE|before|unless|option|available|collective|local|approved|#.";
    if find(condition, asks_the_plan).is_some() {
        return false;
    }
    any(
        condition,
        &[
            "eligible",
            "reach|reached|reaching",
            "limit|maximum",
            "wish|want|choose|elect|elected|decide|chose",
            "still|actively ?working|employed",
            "working",
            "law|code|irs|legal",
            "hire|join",
            "save|contribute|defer",
            "request",
        ],
    )
}

/// Cuts a sentence into clauses.
pub fn split(body: &[Word]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut clause = Clause::default();
    let mut list = false;
    for (at, word) in body.iter().enumerate() {
        let starts_clause =
            |at: usize| fits(&["you|the|your|no|there|they|it|we|each|NOTCAN|earlier"], body, at).is_some();
        let cut = match word.is.as_str() {
            ";" => !list,
            "." | "—" | "but" | "however" | "although" | "though" => true,
            "," => fits(&[",", "and|or|so|plus"], body, at).is_some() && starts_clause(at + 2),
            _ => false,
        };
        list |= word.is == ":";
        if cut {
            clauses.push(std::mem::take(&mut clause));
            // "but" keeps what follows from being read alone.
            if word.is == "but" {
                clause.main.push(word.clone());
            }
        } else {
            clause.main.push(word.clone());
        }
    }
    clauses.push(clause);
    clauses.retain(|clause| !clause.main.is_empty());
    clauses
}

/// Takes conditions and exceptions out of a clause.
pub fn take_apart(clause: &mut Clause) {
    let all = std::mem::take(&mut clause.main);
    let mut at = 0;
    while at < all.len() {
        if all[at].is == "EXCEPT" {
            let end = exception_end(&all, at);
            clause.exceptions.push(all[at..end].to_vec());
            at = end;
        } else if condition_at(&all, at) {
            // A time ends where the deed begins: "made after 2010 cannot …".
            let time = fits(&["after|before|prior|on"], &all, at).is_some();
            let stops = |next: &usize| {
                all[*next].is == "," || (time && fits(&["CAN|NOTCAN|is|are|will"], &all, *next).is_some())
            };
            let end = (at + 1..all.len()).find(stops).unwrap_or(all.len());
            clause.conditions.push(all[at..end].to_vec());
            at = end;
        } else {
            clause.main.push(all[at].clone());
            at += 1;
        }
    }
}

fn condition_at(all: &[Word], at: usize) -> bool {
    match all[at].is.as_str() {
        // `once a year` is a number, and `subject to` needs its second word.
        "once" => {
            fits(&["once", "YOU|your|the|deferral|contribution|AT|PRETAX|pre|eligible"], all, at).is_some()
                && fits(&["once", "EACH", "month|quarter|YEAR|calendar|plan|week|day"], all, at).is_none()
        }
        "subject" => fits(&["subject", "to"], all, at).is_some(),
        "before" => fits(&["before", "YOU|age|#|the|january|your|AT|making|any|a|reaching|59½"], all, at).is_some(),
        "where" => true,
        "after" => {
            fits(&["after", "YOU|reaching|age|termination|separation|retirement|leaving|#|59½|your"], all, at).is_some()
        }
        "on" => fits(&["on|at", "or", "after"], all, at).is_some(),
        "at" => fits(&["at", "age|retirement|termination|separation"], all, at).is_some(),
        "as" => fits(&["as", "long", "as"], all, at).is_some(),
        "in" => fits(&["in", "the", "event|case"], all, at).is_some() || fits(&["in", "case"], all, at).is_some(),
        "prior" => true,
        word => CONDITIONS.split('|').any(|one| one == word),
    }
}

fn exception_end(all: &[Word], at: usize) -> usize {
    let mut next = at + 1;
    while next < all.len() {
        let relative = fits(&[",", "which|that|who"], all, next).is_some();
        match all[next].is.as_str() {
            "," if relative => {
                return (next + 1..all.len()).find(|end| all[*end].is == ",").unwrap_or(all.len());
            }
            "," | "NOTCAN" | "CAN" | "is" | "are" | "do" => return next,
            _ => next += 1,
        }
    }
    next
}
