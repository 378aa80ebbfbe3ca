//! What is read and yet does not count, said beside its field: nothing that is typed is
//! dropped in silence.

use crate::date::Date;
use crate::draft::Draft;
use crate::questions::{Field, Key, List, RowField};
use crate::record::{Answer, Cadence};
use crate::report::Problem;
use crate::worksheets::year::Year;
use crate::worksheets::year::paychecks::Paychecks;

/// What of the paychecks on show does not count, each beside its field and in nobody's way.
pub fn notes(draft: &Draft, year: &Year<'_>) -> Vec<Problem> {
    let Ok(Some(paychecks)) = year.paychecks() else { return Vec::new() };
    let mut notes = bonuses(draft, year, paychecks);
    notes.extend(paydays(year, paychecks));
    notes.extend(shares(year, paychecks));
    notes
}

fn note(key: Key, message: impl Into<String>) -> Problem {
    Problem {
        field: key.id(),
        title: key.title().to_owned(),
        message: message.into(),
        unfinished: true,
        in_the_way: false,
    }
}

/// Bonuses that are not to come any more.
fn bonuses(draft: &Draft, year: &Year<'_>, paychecks: &Paychecks) -> Vec<Problem> {
    let Some(stub) = paychecks.last_stub else { return Vec::new() };
    let rows = draft.sheet().map(|sheet| sheet.rows(List::Bonuses)).unwrap_or_default();
    let is_past = |date: &Date| date.year() == year.year && *date <= stub;
    let dated = rows.iter().filter_map(|row| {
        let date = Date::typed(row.text(RowField::Date)).ok().filter(is_past)?;
        Some((Key::Row(List::Bonuses, row.id, RowField::Date), date))
    });
    let says = |(key, _): (Key, Date)| {
        let message = format!(
            "This is not after your latest pay stub of {}, so it does not count here: gross pay so far should include it.",
            stub.long()
        );
        note(key, message)
    };
    dated.map(says).collect()
}

/// Paydays that are not counted, or only once.
fn paydays(year: &Year<'_>, paychecks: &Paychecks) -> Vec<Problem> {
    let payroll = &year.entry.payroll;
    let mut notes = Vec::new();
    let started = payroll.started_on;
    let usual = payroll.cadence.usual_paydays().and_then(|usual| usize::try_from(usual).ok());
    if payroll.cadence == Cadence::Semimonthly && started.is_none() && Some(paychecks.dates.len()) < usual {
        let message = "In some months both paydays fall on one day, which counts as one paycheck. Check the two days.";
        notes.push(note(Key::Sheet(Field::SecondDay), message));
    }
    if let Some(started) = started {
        let before = payroll.pay_dates.iter().filter(|date| **date < started).count();
        if payroll.cadence == Cadence::Manual && before > 0 {
            let message = format!("The paydays before your first day, {}, do not count.", started.long());
            notes.push(note(Key::Sheet(Field::PayDates), message));
        }
        if payroll.last_stub.is_some_and(|stub| stub < started) {
            let message =
                format!("This is before your first day in this job, {}. Check the two dates.", started.long());
            notes.push(note(Key::Sheet(Field::LastStub), message));
        }
    }
    notes
}

/// Parts that are larger than what they are part of.
fn shares(year: &Year<'_>, paychecks: &Paychecks) -> Vec<Problem> {
    let payroll = &year.entry.payroll;
    let mut notes = Vec::new();
    if payroll.eligible_so_far.is_some_and(|eligible| eligible > paychecks.pay_so_far) {
        let message =
            format!("This is more than your gross pay so far, {}, which counts instead.", paychecks.pay_so_far);
        notes.push(note(Key::Sheet(Field::EligibleSoFar), message));
    }
    let deferred = year.entry.contributions.deferrals().so_far;
    let separate = year.entry.plan.catch_up_election == Answer::Yes;
    if separate && payroll.catch_up_so_far.is_some_and(|catch_up| catch_up > deferred) {
        let message = format!("This is more than your deferrals so far, {deferred}, which count instead.");
        notes.push(note(Key::Sheet(Field::CatchUpSoFar), message));
    }
    notes
}
