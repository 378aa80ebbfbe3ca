//! The guide's six items, each ticked by what the ledger shows where it can know, and by
//! hand where it cannot.

use serde::Serialize;

use super::case::Case;
use super::reconciliation::Check;
use super::totals::Totals;
use super::waiting::Waiting;
use crate::money::Money;
use crate::record::Answer;
use crate::worksheets::checklist;
use crate::worksheets::ledger::EntryKind;

/// How many items there are.
pub const ROWS: usize = 6;

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Done.
    Done,
    /// Still to do.
    Open,
    /// Something does not agree.
    Differs,
    /// Nothing to do in this year.
    Aside,
}

/// An item of the checklist.
pub type Row = checklist::Row<Mark>;

/// How the six items stand, as data.
pub(super) struct Checklist<'a> {
    pub year: i16,
    /// How many contributions the year has, and how much they come to.
    pub contributions: usize,
    pub contributed: Money,
    pub agreement: Agreement<'a>,
    /// How many conversions the year has, how much they come to and what is taxable.
    pub conversions: usize,
    pub converted: Money,
    pub taxable: Money,
    /// What still waits; nothing where all is converted.
    pub waiting: Option<Money>,
    /// How many conversions have no confirmation.
    pub unconfirmed: usize,
    pub forms: Forms,
    pub earnings: Earnings,
    pub plan_rechecked: Answer,
}

/// Whether the contributions agree with another count of them.
pub(super) enum Agreement<'a> {
    Differs(&'a Check),
    NothingContributed,
    NoOtherCount,
    Agrees,
}

/// The forms and statements to be saved.
pub(super) enum Forms {
    Saved,
    /// A year without a conversion brings none.
    None,
    /// They have come, for the year is over.
    Due,
    /// They come when the year is over.
    ToCome,
}

/// The taxable earnings to be understood.
pub(super) enum Earnings {
    Understood,
    None,
    NotTicked,
}

impl<'a> Checklist<'a> {
    pub(super) fn of(case: &Case<'_>, checks: &'a [Check], waiting: &Waiting, totals: &Totals) -> Self {
        let year = case.year();
        let entries = case.pools.iter().flat_map(|pool| &pool.entries);
        let contributions =
            entries.filter(|entry| entry.kind == EntryKind::Contribution && entry.date.year() == year).count();
        Self {
            year,
            contributions,
            contributed: totals.contributed.value,
            agreement: Agreement::of(checks, contributions),
            conversions: case.distributions.len(),
            converted: totals.converted.value,
            taxable: totals.taxable.value,
            waiting: waiting.any().then_some(waiting.value),
            unconfirmed: case.unconfirmed().count(),
            forms: Forms::of(case),
            earnings: Earnings::of(case),
            plan_rechecked: case.entry.ledger.plan_rechecked,
        }
    }
}

impl<'a> Agreement<'a> {
    fn of(checks: &'a [Check], contributions: usize) -> Self {
        match checks.iter().find(|check| !check.agrees()) {
            Some(check) => Self::Differs(check),
            None if contributions == 0 => Self::NothingContributed,
            None if checks.is_empty() => Self::NoOtherCount,
            None => Self::Agrees,
        }
    }
}

impl Forms {
    fn of(case: &Case<'_>) -> Self {
        match case.entry.ledger.forms_saved {
            Answer::Yes => Self::Saved,
            _ if case.distributions.is_empty() => Self::None,
            _ if case.is_over() => Self::Due,
            _ => Self::ToCome,
        }
    }
}

impl Earnings {
    fn of(case: &Case<'_>) -> Self {
        match case.entry.ledger.earnings_understood {
            Answer::Yes => Self::Understood,
            _ if case.distributions.is_empty() => Self::None,
            _ => Self::NotTicked,
        }
    }
}
