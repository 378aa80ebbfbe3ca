//! Findings on the entries themselves: dates, doubles, confirmations, and other counts of
//! the same money.

use super::{Code, Findings, days_of, named};
use crate::date::Date;
use crate::explain::Severity;
use crate::law::citations;
use crate::record::{Balance, Contribution, Conversion};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::conversions::checklist::absolute;
use crate::worksheets::conversions::reconciliation::{Against, Check};

pub(super) fn findings(case: &Case<'_>, checks: &[Check], found: &mut Findings) {
    other_counts(checks, found);
    future(case, found);
    twice(case, found);
    let unconfirmed = case.distributions.iter().copied().filter(|made| made.entered.confirmation.is_empty());
    if let Some(days) = days_of(unconfirmed) {
        found.add(
            Code::NoConfirmation,
            Severity::Note,
            citations::PLAN_STATEMENT,
            "A conversion has no confirmation",
            format!(
                "For {days}, enter the confirmation’s number or where you keep it. It is the proof of the day and of the Roth account that received the money, should the form be wrong."
            ),
        );
    }
}

fn other_counts(checks: &[Check], found: &mut Findings) {
    for check in checks.iter().filter(|check| !check.agrees()) {
        let (code, whose, citation) = match check.against {
            Against::PayStub => (Code::StubDiffers, "pay stub", citations::PAY_STUB),
            Against::Plan => (Code::PlanDiffers, "plan", citations::PLAN_STATEMENT),
        };
        let more = if check.difference.is_negative() { "less" } else { "more" };
        found.add(
            code,
            Severity::Attention,
            citation,
            format!("The ledger has {} {more} than your {whose}", absolute(check.difference)),
            format!(
                "Up to {} the ledger has {} of after-tax contributions, your {whose} {}. {}",
                check.on.long(),
                check.ours,
                check.theirs,
                check.look
            ),
        );
    }
}

fn future(case: &Case<'_>, found: &mut Findings) {
    let to_come = case.days_to_come().count();
    if to_come > 0 {
        let verb = if to_come == 1 { "is" } else { "are" };
        let entries = if to_come == 1 { "1 entry".to_owned() } else { format!("{to_come} entries") };
        found.add(
            Code::Future,
            Severity::Attention,
            citations::YOUR_LEDGER,
            format!("{entries} {verb} dated after today"),
            format!(
                "What is dated after {} stands in the table and does not count yet. If a date is a slip, correct it.",
                case.as_of.long()
            ),
        );
    }
}

fn twice(case: &Case<'_>, found: &mut Findings) {
    let ledger = &case.entry.ledger;
    let mut contributions: Vec<&Contribution> = ledger.contributions.iter().collect();
    contributions.sort_by_key(|row| (row.date, row.amount, &row.plan));
    let mut days: Vec<Date> = again(&contributions, |a, b| a == b).map(|row| row.date).collect();
    // Two conversions of one day and amount with two confirmations are two.
    let known = |row: &Conversion| (row.date, row.amount, row.plan.clone(), row.confirmation.clone());
    let mut conversions: Vec<&Conversion> = ledger.conversions.iter().collect();
    conversions.sort_by_cached_key(|row| known(row));
    days.extend(again(&conversions, |a, b| known(a) == known(b)).map(|row| row.date));
    let mut balances: Vec<&Balance> = ledger.balances.iter().collect();
    balances.sort_by_key(|row| (row.date, &row.plan));
    let payments = days.len();
    days.extend(again(&balances, |a, b| (a.date, &a.plan) == (b.date, &b.plan)).map(|row| row.date));
    let larger = if days.len() > payments { " Of two balances on one day the larger counts." } else { "" };
    days.sort_unstable();
    if let Some(named) = named(days) {
        found.add(
            Code::Twice,
            Severity::Attention,
            citations::YOUR_LEDGER,
            "An entry may be in the ledger twice",
            format!("Look at {named}: the same stands there twice. Take one out if it happened once.{larger}"),
        );
    }
}

/// The rows that are like the row before them.
fn again<'a, T>(rows: &[&'a T], same: impl Fn(&T, &T) -> bool) -> impl Iterator<Item = &'a T> {
    rows.windows(2).filter_map(move |pair| match pair {
        [before, row] if same(before, row) => Some(*row),
        _ => None,
    })
}
