//! How the worksheet ends: what is decided, and what to do next.

use serde::Serialize;

use super::boxes::BoxStatus;
use super::case::Case;
use super::differences::FoundDifference;
use super::excess;
use super::expected_forms::ExpectedForm;
use super::findings::Finding;
use super::sheets::{Sheet, SheetStatus};
use super::tax_return::Amounts;
use crate::date::Date;
use crate::explain::{Found, Severity};
use crate::law::deadlines;
use crate::money::Money;

/// Whether the forms are right, in a few words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormsHeadline {
    /// The answer.
    pub answer: String,
    /// The lines of the return that matter most.
    pub below: String,
    /// Whether anything under it is open or wrong.
    pub grave: bool,
}

/// The end of the worksheet.
pub(super) struct Ending<'a> {
    pub(super) year: i16,
    pub(super) decision: Decision<'a>,
    pub(super) next: NextAction,
    /// By when to do that.
    pub(super) by: Option<Date>,
    /// What goes on Form 1040.
    pub(super) amounts: &'a Amounts,
    /// Whether the worksheet found a problem that is no box of a form.
    pub(super) problem: bool,
    /// The forms of which the payer is asked something.
    pub(super) to_ask_about: Vec<&'a Sheet>,
}

/// How the year's forms stand.
pub(super) enum Decision<'a> {
    /// Nothing moved and nothing came; the plan returns money.
    OnlyReturned,
    /// One form should come.
    OneToCome { gross: Money, taxable: Money, codes: &'static str, overdue: bool },
    /// Several forms should come.
    SeveralToCome { forms: usize, overdue: bool },
    /// All forms that came agree with the ledger.
    Agrees { forms: usize, still_to_come: StillToCome },
    /// Of the forms that came, some differ or are not explained.
    Differs { forms: usize, counts: Counts, differences: Vec<&'a FoundDifference>, still_to_come: StillToCome },
}

/// The forms that have not come.
pub(super) struct StillToCome {
    pub(super) forms: usize,
    pub(super) overdue: bool,
}

/// What differs, as the sheets show it.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    /// Boxes that differ where it matters.
    pub(super) boxes: usize,
    /// Forms that are not explained, or of which something is asked.
    pub(super) forms: usize,
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
    /// Say what a form is for.
    SayWhatItIs,
    /// See to the problems found.
    SeeToFindings,
    /// File.
    File,
}

pub(super) fn ending<'a>(
    case: &Case<'_>,
    expected: &[ExpectedForm],
    sheets: &'a [Sheet],
    amounts: &'a Amounts,
    findings: &[Found<Finding>],
) -> Ending<'a> {
    let problem = findings.iter().any(|found| found.words.severity == Severity::Problem);
    // Nothing is wrong with a form that has not come; the letter asks for it all the same.
    let to_ask_about = sheets.iter().filter(|sheet| sheet.requests().next().is_some()).collect::<Vec<_>>();
    let asks = to_ask_about.iter().any(|sheet| sheet.status != SheetStatus::Open);
    let next = match next_action(case, expected, sheets, asks) {
        NextAction::File if problem => NextAction::SeeToFindings,
        next => next,
    };
    Ending {
        year: case.year,
        decision: decision(case, expected, sheets),
        next,
        by: by(case, next),
        amounts,
        problem,
        to_ask_about,
    }
}

fn open(sheets: &[Sheet]) -> usize {
    sheets.iter().filter(|sheet| sheet.status == SheetStatus::Open).count()
}

fn decision<'a>(case: &Case<'_>, expected: &[ExpectedForm], sheets: &'a [Sheet]) -> Decision<'a> {
    let forms = case.entry.forms.len();
    let overdue = case.forms_are_due();
    let still_to_come = StillToCome { forms: open(sheets), overdue };
    let came = sheets.iter().filter(|sheet| sheet.status != SheetStatus::Open);
    let differences: Vec<&FoundDifference> = came.flat_map(Sheet::grave).collect();
    match expected {
        [] if forms == 0 => Decision::OnlyReturned,
        [only] if forms == 0 => {
            let (gross, taxable) = (only.gross.value, only.taxable.value);
            Decision::OneToCome { gross, taxable, codes: only.codes, overdue }
        }
        several if forms == 0 => Decision::SeveralToCome { forms: several.len(), overdue },
        _ if differences.is_empty() => Decision::Agrees { forms: agreeing(sheets), still_to_come },
        _ => Decision::Differs { forms, counts: counts(sheets), differences, still_to_come },
    }
}

/// How many forms agree with the ledger.
fn agreeing(sheets: &[Sheet]) -> usize {
    sheets.iter().filter(|sheet| sheet.status == SheetStatus::Match).map(|sheet| sheet.typed.len()).sum()
}

fn counts(sheets: &[Sheet]) -> Counts {
    let boxes = sheets.iter().flat_map(|sheet| &sheet.boxes).filter(|line| line.status == BoxStatus::Differs);
    let forms = sheets.iter().filter(|sheet| matches!(sheet.status, SheetStatus::Unexplained | SheetStatus::Asked));
    Counts { boxes: boxes.count(), forms: forms.count() }
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
    } else if sheets.iter().any(|sheet| sheet.status == SheetStatus::Asked) {
        NextAction::SayWhatItIs
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
