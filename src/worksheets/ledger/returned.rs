//! What other parts of the record say of the ledger's entries: money that the plan returned
//! as too much, and checks that by their form went straight to an IRA.

use super::{Refund, plan_basis};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, Conversion, Path, Record, ReturnKind, Returned, YearRecord};

/// Refunds of after-tax money.
fn refunds(entry: &YearRecord) -> impl Iterator<Item = (&Returned, Date, Refund)> {
    let after_tax = |row: &&Returned| row.kind != ReturnKind::Deferrals;
    entry.returned.iter().filter(after_tax).filter_map(|row| {
        let refund = Refund { basis: row.excess.unwrap_or_default(), earnings: row.earnings.unwrap_or_default() };
        Some((row, row.paid_on?, refund))
    })
}

/// What the plan returned out of money that was not converted. Where it is not known
/// whether it was, it comes out of what waits, as far as that goes.
pub(super) fn of_waiting_money(entry: &YearRecord) -> impl Iterator<Item = (Date, Refund)> {
    refunds(entry).filter(|(row, ..)| row.converted != Answer::Yes).map(|(_, on, refund)| (on, refund))
}

/// What of each of the year's conversions the plan declared to be a refund afterwards, by
/// their places. That money had left the plan already, so that it was no rollover but a
/// refund: the plan carves it out of the payment, and it is counted once.
pub(super) fn carved_out(record: &Record, year: &YearRecord) -> Vec<Refund> {
    let conversions = &year.ledger.conversions;
    let mut carved = Vec::new();
    let left_before = |row: &Conversion, on: Date| row.date <= on && row.path != Path::InPlan && row.plan.is_this_job();
    let converted = record.years.iter().flat_map(refunds).filter(|(row, ..)| row.converted == Answer::Yes);
    for (_, on, refund) in converted.filter(|(_, on, _)| on.year() == year.year) {
        let candidates =
            conversions.iter().enumerate().filter(|(_, row)| left_before(row, on) && row.amount >= refund.total());
        if let Some((place, _)) =
            candidates.max_by_key(|(_, row)| (row.date, row.amount, row.path as usize, plan_basis(row)))
        {
            carved.resize(conversions.len(), Refund::default());
            if let Some(of_the_row) = carved.get_mut(place) {
                of_the_row.basis += refund.basis;
                of_the_row.earnings += refund.earnings;
            }
        }
    }
    carved
}

/// How a conversion left. A check that the plan made out to an IRA's custodian is a direct
/// rollover, though the person passed it on (26 CFR 1.401(a)(31)-1, Q&A-4): a form with
/// code G and nothing withheld shows it.
pub(super) fn path(year: &YearRecord, row: &Conversion) -> Path {
    let rolled_over_whole = row.path == Path::PaidOut && row.rolled_over.is_some_and(|rolled| rolled >= row.amount);
    if !rolled_over_whole || !row.amount.is_positive() {
        return row.path;
    }
    let nothing_withheld = |withheld: Option<Money>| withheld.is_none_or(|withheld| !withheld.is_positive());
    let is_direct = |codes: &str| codes.contains(['G', 'g']);
    let straight: Money = year
        .ledger
        .conversions
        .iter()
        .filter(|other| other.plan == row.plan && other.path != Path::PaidOut)
        .map(|other| other.amount)
        .sum();
    // The form is of the check alone, or of all that went straight in the year.
    let of_it = |gross: Money| gross == row.amount || gross == straight + row.amount;
    let of_a_payment = |gross: Money| gross == row.amount;
    let mut direct = year.forms.iter().filter(|form| is_direct(&form.codes) && nothing_withheld(form.withheld));
    let shown_straight = direct.any(|form| form.gross.is_some_and(of_it));
    let shown_as_paid = year.forms.iter().any(|form| !is_direct(&form.codes) && form.gross.is_some_and(of_a_payment));
    if shown_straight && !shown_as_paid { Path::RothIra } else { row.path }
}
