//! Money that the plan returns as too much: what arrives, by when, and what to do.

use serde::Serialize;

use super::case::Case;
use super::words::{self, excess::ExcessWords};
use crate::date::Date;
use crate::law::{Citation, deadlines};
use crate::money::Money;
use crate::record::{ReturnKind, Returned, YearRecord};
use crate::worksheets::feasibility::RefundDays;

/// A case of money returned, or what its kind means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReturnedExcess {
    /// Why the plan returns it.
    pub kind: ReturnKind,
    /// It in a few words.
    pub title: String,
    /// Whether it is the person's own case, not information only.
    pub own: bool,
    /// The excess.
    pub excess: Option<Money>,
    /// The earnings with it.
    pub earnings: Option<Money>,
    /// When it was paid.
    pub paid_on: Option<Date>,
    /// By when it must be out so that nothing worse follows; none where the law sets no day.
    pub by: Option<Date>,
    /// What arrives, and by when.
    pub arrives: String,
    /// What the form for it shows.
    pub boxes: String,
    /// What to do.
    pub todo: String,
    /// Where the law says so.
    pub citation: Citation,
}

/// The year's own cases, and what each kind means that is not among them.
pub(super) fn returned(case: &Case<'_>) -> Vec<ReturnedExcess> {
    let own = &case.entry.returned;
    let not_own = |kind: &ReturnKind| own.iter().all(|row| row.kind != *kind);
    let kinds = [ReturnKind::AnnualAdditions, ReturnKind::Deferrals, ReturnKind::AcpTest].into_iter().filter(not_own);
    let others = kinds.map(|kind| ReturnedExcess::of(case.entry, &Returned { kind, ..Returned::default() }, false));
    own.iter().map(|row| ReturnedExcess::of(case.entry, row, true)).chain(others).collect()
}

/// By when the money must be out.
pub(super) fn by(entry: &YearRecord, kind: ReturnKind) -> Option<Date> {
    match kind {
        ReturnKind::AnnualAdditions => None,
        ReturnKind::Deferrals => deadlines::excess_deferrals_out(entry.year),
        ReturnKind::AcpTest => RefundDays::of(entry).map(|days| days.by),
    }
}

/// Whether the money should be out already, whatever is still open about the plan.
pub(super) fn is_late(entry: &YearRecord, kind: ReturnKind, today: Date) -> bool {
    let last = match kind {
        ReturnKind::AcpTest => RefundDays::of(entry).map(|days| days.or_by.unwrap_or(days.by)),
        _ => by(entry, kind),
    };
    last.is_some_and(|last| today > last)
}

impl ReturnedExcess {
    fn of(entry: &YearRecord, row: &Returned, own: bool) -> Self {
        let &Returned { kind, excess, earnings, paid_on, .. } = row;
        let ExcessWords { title, arrives, boxes, todo, citation } = words::excess::words(entry, row, own);
        Self { kind, title, own, excess, earnings, paid_on, by: by(entry, kind), arrives, boxes, todo, citation }
    }
}
