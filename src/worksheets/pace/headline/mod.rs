//! What the headline is about: what is wrong, or what to elect.

mod report;

pub(in crate::worksheets) use report::headline;

use super::{Code, Entry, Pace};
use crate::money::Money;
use crate::record::Election;
use crate::worksheets::feasibility::Verdict;

/// What the headline is about.
enum Says<'a> {
    /// An amount that is too much.
    Wrong(&'static str, Money),
    /// Nothing can be elected.
    Cannot,
    /// An election to set.
    Set(&'static str, &'a Entry),
    /// The present or carried election is right.
    Keep(i16, Election),
}

impl<'a> Says<'a> {
    fn of(pace: &'a Pace) -> Self {
        let has = |code: Code| pace.findings.iter().any(|found| found.code() == code);
        let first = pace.entries.first().filter(|_| !pace.keep);
        let next = pace.next_year.as_ref().filter(|_| pace.lines.is_empty());
        const SET: &str = "Set your after-tax election to";
        if pace.verdict == Verdict::Cannot {
            return Self::Cannot;
        }
        if pace.over.is_positive() {
            return Self::Wrong("Over the limit", pace.over);
        }
        if pace.preventable.is_positive() {
            return Self::Wrong("Over the limit unless you lower your deferrals", pace.preventable);
        }
        if has(Code::DeferralsElsewhere) {
            return Self::Wrong("Too much deferred: lower your deferrals first", pace.excess_deferrals);
        }
        match (first, next) {
            (Some(entry), _) if has(Code::PresentGoesOver) => {
                Self::Set("Over the limit unless you change your after-tax election to", entry)
            }
            (Some(entry), _) => Self::Set(SET, entry),
            (None, Some(next)) => match next.entries.first() {
                Some(entry) => Self::Set(SET, entry),
                None => Self::Keep(next.year, next.carried),
            },
            (None, None) => Self::Keep(pace.year, pace.now),
        }
    }
}
