//! Findings on the entries themselves: dates, doubles, confirmations, and other counts of
//! the same money.

use super::{Finding, days_of};
use crate::date::Date;
use crate::order;
use crate::record::{Balance, Contribution, Conversion};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::conversions::reconciliation::{Against, Check, Clue};

pub(super) fn findings(case: &Case<'_>, checks: &[Check], found: &mut Vec<Finding>) {
    found.extend(checks.iter().filter(|check| !check.agrees()).cloned().map(|check| differs(case, check)));
    let to_come = case.days_to_come().count();
    if to_come > 0 {
        found.push(Finding::Future { entries: to_come, as_of: case.as_of });
    }
    found.extend(twice(case));
    found.extend(days_of(case.unconfirmed()).map(|days| Finding::NoConfirmation { days }));
}

fn differs(case: &Case<'_>, check: Check) -> Finding {
    if let Some(Clue::ForYearBefore { amount, last }) = check.clue {
        return Finding::ForYearBefore { amount, last, year: case.year() };
    }
    match check.against {
        Against::PayStub => Finding::StubDiffers { check },
        Against::Plan => Finding::PlanDiffers { check },
    }
}

fn twice(case: &Case<'_>) -> Option<Finding> {
    let ledger = &case.entry.ledger;
    let mut contributions: Vec<&Contribution> = ledger.contributions.iter().collect();
    order::sort_by_key(&mut contributions, |row| (row.date, row.amount, &row.plan));
    let mut days: Vec<Date> = again(&contributions, |a, b| a == b).map(|row| row.date).collect();
    // Two conversions of one day and amount that went two ways, or have two confirmations,
    // are two.
    let known =
        |row: &Conversion| (row.date, row.amount, row.path as usize, row.plan.clone(), row.confirmation.clone());
    let mut conversions: Vec<&Conversion> = ledger.conversions.iter().collect();
    conversions.sort_by_cached_key(|row| known(row));
    days.extend(again(&conversions, |a, b| known(a) == known(b)).map(|row| row.date));
    let mut balances: Vec<&Balance> = ledger.balances.iter().collect();
    order::sort_by_key(&mut balances, |row| (row.date, &row.plan));
    let payments = days.len();
    days.extend(again(&balances, |a, b| (a.date, &a.plan) == (b.date, &b.plan)).map(|row| row.date));
    let balances_too = days.len() > payments;
    order::sort(&mut days);
    (!days.is_empty()).then_some(Finding::Twice { days, balances_too })
}

/// The rows that are like the row before them.
fn again<'a, T>(rows: &[&'a T], same: impl Fn(&T, &T) -> bool) -> impl Iterator<Item = &'a T> {
    rows.windows(2).filter_map(move |pair| match pair {
        [before, row] if same(before, row) => Some(*row),
        _ => None,
    })
}
