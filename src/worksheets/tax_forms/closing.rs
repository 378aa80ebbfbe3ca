//! How the worksheet ends: what is decided, and what to do next.

use super::case::Case;
use super::differences::FoundDifference;
use super::excess;
use super::expected_forms::ExpectedForm;
use super::sheets::{Sheet, SheetStatus};
use super::tax_return::Amounts;
use crate::date::Date;
use crate::law::deadlines;
use crate::money::Money;

/// The end of the worksheet.
pub(super) struct Ending<'a> {
    pub(super) year: i16,
    pub(super) decision: Decision<'a>,
    pub(super) next: NextAction,
    /// By when to do that.
    pub(super) by: Option<Date>,
    /// What goes on Form 1040.
    pub(super) amounts: &'a Amounts,
    /// The forms of which the payer is asked something.
    pub(super) to_ask_about: Vec<&'a Sheet>,
}

/// How the year's forms stand.
pub(super) enum Decision<'a> {
    /// Nothing moved and nothing came; the plan returns money.
    OnlyReturned,
    /// One form should come.
    OneToCome { gross: Money, taxable: Money, codes: &'static str },
    /// Several forms should come.
    SeveralToCome { forms: usize },
    /// All forms that came agree with the ledger.
    Agrees { forms: usize, still_to_come: StillToCome },
    /// Of the forms that came, some differ.
    Differs { forms: usize, differences: Vec<&'a FoundDifference>, still_to_come: StillToCome },
}

/// The forms that have not come.
pub(super) struct StillToCome {
    pub(super) forms: usize,
    pub(super) overdue: bool,
}

/// What to do next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NextAction {
    /// Follow the table of what the plan returns.
    FollowTheTable,
    /// Send the letter to the payer.
    AskThePayer,
    /// Wait for the forms.
    WaitForForms,
    /// Look for forms that should be there.
    LookForForms,
    /// See to differences about which there is nothing to ask.
    SeeToDifferences,
    /// File.
    File,
}

pub(super) fn ending<'a>(
    case: &Case<'_>,
    expected: &[ExpectedForm],
    sheets: &'a [Sheet],
    amounts: &'a Amounts,
) -> Ending<'a> {
    let to_ask_about = sheets.iter().filter(|sheet| sheet.requests().next().is_some()).collect::<Vec<_>>();
    let next = next_action(case, expected, sheets, !to_ask_about.is_empty());
    Ending {
        year: case.year,
        decision: decision(case, expected, sheets),
        next,
        by: by(case, next),
        amounts,
        to_ask_about,
    }
}

fn open(sheets: &[Sheet]) -> usize {
    sheets.iter().filter(|sheet| sheet.status == SheetStatus::Open).count()
}

fn decision<'a>(case: &Case<'_>, expected: &[ExpectedForm], sheets: &'a [Sheet]) -> Decision<'a> {
    let forms = case.entry.forms.len();
    let still_to_come = StillToCome { forms: open(sheets), overdue: case.forms_are_due() };
    let came = sheets.iter().filter(|sheet| sheet.status != SheetStatus::Open);
    let differences: Vec<&FoundDifference> = came.flat_map(Sheet::grave).collect();
    match expected {
        [] if forms == 0 => Decision::OnlyReturned,
        [only] if forms == 0 => {
            Decision::OneToCome { gross: only.gross.value, taxable: only.taxable.value, codes: only.codes }
        }
        several if forms == 0 => Decision::SeveralToCome { forms: several.len() },
        _ if differences.is_empty() => Decision::Agrees { forms, still_to_come },
        _ => Decision::Differs { forms, differences, still_to_come },
    }
}

fn next_action(case: &Case<'_>, expected: &[ExpectedForm], sheets: &[Sheet], asks: bool) -> NextAction {
    if expected.is_empty() && case.entry.forms.is_empty() {
        NextAction::FollowTheTable
    } else if asks {
        NextAction::AskThePayer
    } else if open(sheets) > 0 {
        // Where the day is not known, the forms may be there already.
        let not_due = case.sent.is_some() && !case.forms_are_due();
        if not_due { NextAction::WaitForForms } else { NextAction::LookForForms }
    } else if sheets.iter().any(|sheet| sheet.grave().next().is_some()) {
        NextAction::SeeToDifferences
    } else {
        NextAction::File
    }
}

fn by(case: &Case<'_>, next: NextAction) -> Option<Date> {
    match next {
        NextAction::FollowTheTable => {
            let days = case.entry.returned.iter().filter_map(|row| excess::by(case.entry, row.kind));
            days.filter(|day| *day >= case.today).min()
        }
        NextAction::WaitForForms => case.sent,
        _ => deadlines::return_due(case.year).filter(|due| *due >= case.today),
    }
}
