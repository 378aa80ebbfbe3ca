//! What other parts of the record say of the ledger's entries: money that the plan returned
//! as too much, and checks that by their form went straight to an IRA.

use super::{Refund, plan_basis};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, Conversion, Path, Record, ReturnKind, Returned, YearRecord};

/// After-tax money that a plan returned as too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// When.
    pub on: Date,
    /// What came back. Pre-tax deferrals and their share of the earnings are not in it.
    pub refund: Refund,
    /// Whether it had been converted before.
    pub converted: Answer,
}

/// The refunds of a year's after-tax money.
fn refunds(entry: &YearRecord) -> impl Iterator<Item = Paid> {
    let after_tax = |row: &&Returned| row.kind != ReturnKind::Deferrals;
    entry.returned.iter().filter(after_tax).filter_map(|row| {
        let excess = row.excess.unwrap_or_default();
        // Only the limit on all additions returns deferrals along with after-tax money.
        let of_additions = row.kind == ReturnKind::AnnualAdditions;
        let pre_tax = row.pre_tax.filter(|_| of_additions).unwrap_or_default().min(excess);
        let (basis, earnings) = (excess - pre_tax, row.earnings.unwrap_or_default());
        let earnings = if pre_tax.is_positive() { earnings.pro_rata(basis, excess) } else { earnings };
        Some(Paid { on: row.paid_on?, refund: Refund { basis, earnings }, converted: row.converted })
    })
}

/// What the plan returned out of money that was not converted. Where it is not known
/// whether it was, it comes out of what waits, as far as that goes.
pub(super) fn of_waiting_money(entry: &YearRecord) -> impl Iterator<Item = (Date, Refund)> {
    refunds(entry).filter(|paid| paid.converted != Answer::Yes).map(|paid| (paid.on, paid.refund))
}

/// What the plan returned up to a day of which it is not known whether it had been
/// converted, in the order of the record.
pub fn returned_unknown(record: &Record, until: Date) -> impl Iterator<Item = Paid> {
    let unknown = move |paid: &Paid| paid.converted == Answer::Unknown && paid.on <= until;
    record.years.iter().flat_map(refunds).filter(unknown).filter(|paid| paid.refund.total().is_positive())
}

/// What came back up to a day out of conversions that stand: the plan took it out of its
/// Roth account or, where it had gone to a Roth IRA in an earlier year, it is an excess
/// contribution there. It is no conversion any more.
pub fn returned_after_conversion(record: &Record, until: Date) -> impl Iterator<Item = Paid> {
    let converted = record.years.iter().flat_map(refunds).filter(|paid| paid.converted == Answer::Yes);
    converted.filter(move |paid| paid.on <= until && carved_from(record, paid).is_empty())
}

/// The payments of the same year that the plan declared to be this refund in part, by their
/// places, with the part of each. That money had left the plan already, so that it was no
/// rollover but a refund: the plan carves it out of the payments, and it is counted once. It
/// is the last payment that can hold it, or else a share of each.
fn carved_from(record: &Record, paid: &Paid) -> Vec<(usize, Refund)> {
    let Some(year) = record.years.iter().find(|year| year.year == paid.on.year()) else { return Vec::new() };
    let left_before = |row: &Conversion| row.date <= paid.on && row.path != Path::InPlan && row.plan.is_this_job();
    let left = || year.ledger.conversions.iter().enumerate().filter(|(_, row)| left_before(row));
    let whole = left().filter(|(_, row)| row.amount >= paid.refund.total());
    if let Some((place, _)) = whole.max_by_key(|(_, row)| (row.date, row.amount, row.path as usize, plan_basis(row))) {
        return vec![(place, paid.refund)];
    }
    let all: Money = left().map(|(_, row)| row.amount).sum();
    if all < paid.refund.total() {
        return Vec::new();
    }
    // In proportion, by running sums so that no cent is lost; in the order of the days, so that
    // the order of typing changes no cent.
    let mut rows: Vec<(usize, &Conversion)> = left().collect();
    rows.sort_by_key(|(_, row)| (row.date, row.amount, row.path as usize, plan_basis(row)));
    let (mut running, mut taken) = (Money::ZERO, Refund::default());
    let mut parts = Vec::new();
    for (place, row) in rows {
        running += row.amount;
        let so_far = Refund {
            basis: paid.refund.basis.pro_rata(running, all),
            earnings: paid.refund.earnings.pro_rata(running, all),
        };
        let part = Refund { basis: so_far.basis - taken.basis, earnings: so_far.earnings - taken.earnings };
        parts.push((place, part));
        taken = so_far;
    }
    parts
}

/// What of each of the year's conversions the plan declared to be a refund afterwards, by
/// their places.
pub(super) fn carved_out(record: &Record, year: &YearRecord) -> Vec<Refund> {
    let mut carved = Vec::new();
    let converted = record.years.iter().flat_map(refunds).filter(|paid| paid.converted == Answer::Yes);
    for paid in converted.filter(|paid| paid.on.year() == year.year) {
        for (place, part) in carved_from(record, &paid) {
            carved.resize(year.ledger.conversions.len(), Refund::default());
            if let Some(of_the_row) = carved.get_mut(place) {
                of_the_row.basis += part.basis;
                of_the_row.earnings += part.earnings;
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
