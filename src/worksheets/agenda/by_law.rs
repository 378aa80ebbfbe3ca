//! The days that the law sets, for a person to whom they matter.

use super::action::Due;
use super::{Act, Worked};
use crate::date::Date;
use crate::law::limits::OFFICIAL_YEARS;
use crate::law::{OwnLimits, deadlines};
use crate::money::Money;
use crate::record::{Answer, EmployerKind, ReturnKind, YearRecord};
use crate::worksheets::feasibility::{AcpTest, RefundDays};
use crate::worksheets::room::{Flaw, Room, Verdict};
use crate::worksheets::tax_forms::SheetStatus;

pub(super) fn acts(worked: &Worked<'_, '_>) -> Vec<Due> {
    let mut due = Vec::new();
    of_the_year(worked, &mut due);
    of_forms(worked, &mut due);
    of_excess(worked, &mut due);
    due.extend(of_the_test(worked));
    due
}

/// Whether after-tax money went into a year's plan, or may go in.
fn has_after_tax(worked: &Worked<'_, '_>) -> bool {
    let entry = worked.year.entry;
    let planned = worked.pace.as_ref().is_ok_and(|pace| pace.planned.is_positive());
    planned || entry.contributions.after_tax.is_positive() || !entry.ledger.contributions.is_empty()
}

fn of_the_year(worked: &Worked<'_, '_>, due: &mut Vec<Due>) {
    let (year, entry) = (worked.year.year, worked.year.entry);
    let by_year_end = Date::year_end(year).ok();
    let waits = worked.conversions.as_ref().is_ok_and(|done| !done.is_over && done.waiting.value.is_positive());
    if worked.year.feasibility.cause.is_none() && (waits || has_after_tax(worked)) {
        due.push(Due::new(Act::ConvertedBy, by_year_end));
    }
    let next = year.saturating_add(1);
    let own = worked.year.record.year(next).is_some_and(|next| next.own_limits != OwnLimits::default());
    let known = own || next <= OFFICIAL_YEARS.1;
    // The IRS may be late with them: nobody is who looks them up before the year begins.
    let today = worked.year.today;
    let expected = deadlines::next_limits(year).filter(|date| *date >= today || today.year() > year);
    due.push(Due::new(Act::NextLimits, expected).done(known));
    due.push(Due::new(Act::IraContributions, deadlines::ira_contribution(year)));
    let true_up = entry.plan.matching.offered == Answer::Yes && entry.plan.matching.true_up != Answer::No;
    let profit_sharing =
        entry.plan.profit_sharing_percent.is_some() || entry.contributions.profit_sharing.to_come.is_positive();
    if true_up || profit_sharing {
        // A company's day follows its own return, which nobody here knows.
        let exempt =
            matches!(entry.plan.employer, EmployerKind::Nonprofit | EmployerKind::Government | EmployerKind::Church);
        let day = deadlines::tax_exempt_money(year).filter(|_| exempt);
        due.push(Due::new(Act::EmployerMoney { true_up }, day));
    }
}

fn of_forms(worked: &Worked<'_, '_>, due: &mut Vec<Due>) {
    let year = worked.year.year;
    let forms = worked.forms.as_ref().ok();
    let open = forms.map(|forms| forms.sheets.iter().filter(|sheet| sheet.status == SheetStatus::Open).count());
    let came = open == Some(0) && !worked.year.entry.forms.is_empty();
    let expected = forms.map_or(0, |forms| forms.expected.len());
    due.push(Due::new(Act::FormsCome { forms: expected }, deadlines::forms_sent(year)).done(came));
    let taxable = forms.map_or(Money::ZERO, |forms| forms.amounts.taxable);
    if taxable.is_positive() {
        due.push(Due::new(Act::PayEstimatedTax { taxable }, deadlines::estimated_tax(year)));
    }
    let lines = forms.map(|forms| forms.headline.below.clone()).unwrap_or_default();
    let to_roth_ira = forms.and_then(|forms| forms.roth_basis.iter().find(|basis| basis.year == year));
    let filed = worked.year.entry.beyond.filed_in_time == Answer::Yes;
    due.push(Due::new(Act::File { lines }, deadlines::return_due(year)).done(filed));
    let roth_ira = to_roth_ira.is_some();
    due.push(Due::new(Act::FileExtended { roth_ira }, deadlines::extended_return(year)).done(filed));
    if roth_ira {
        due.push(Due::new(Act::IraStatement, deadlines::ira_statement(year)));
    }
}

/// Deferrals above the limit, catch-up that is not Roth, and annual additions above the limit.
fn of_excess(worked: &Worked<'_, '_>, due: &mut Vec<Due>) {
    let (year, entry) = (worked.year.year, worked.year.entry);
    let room = worked.room.as_ref().ok();
    let (excess, paid_out) = excess_deferrals(entry, room);
    if excess.is_positive() {
        due.push(Due::new(Act::TellExcess { excess }, deadlines::excess_told(year)).done(paid_out));
        due.push(Due::new(Act::ExcessOut { excess }, deadlines::excess_deferrals_out(year)).done(paid_out));
    }
    if let Some(Verdict::Wrong(Flaw::CatchUpNotRoth(amount))) = room.map(|room| room.verdict) {
        due.push(Due::new(Act::CorrectCatchUp { amount }, deadlines::roth_catch_up_corrected(year)));
    }
    let over = room.filter(|room| matches!(room.verdict, Verdict::Over(_))).map(|room| room.over_posted);
    if let Some(over) = over.filter(|over| over.is_positive()) {
        let ends = entry.plan.begins_in().map_or(12, |month| month - 1);
        due.push(Due::new(Act::AdditionsCorrected { over }, deadlines::additions_corrected_after(year, ends)));
    }
}

/// Deferrals above the limit per person, and whether the plan has paid them out.
fn excess_deferrals(entry: &YearRecord, room: Option<&Room>) -> (Money, bool) {
    let returned = entry.returned.iter().filter(|row| row.kind == ReturnKind::Deferrals);
    let (amounts, days): (Vec<_>, Vec<_>) = returned.map(|row| (row.excess.unwrap_or_default(), row.paid_on)).unzip();
    let told: Money = amounts.into_iter().sum();
    let certain = matches!(room.map(|room| room.verdict), Some(Verdict::Wrong(Flaw::ExcessDeferrals(_))));
    let counted = room.filter(|_| certain).map_or(Money::ZERO, |room| room.excess_deferrals.value);
    (told.max(counted), !days.is_empty() && days.iter().all(Option::is_some))
}

/// The refunds after the ACP test, for whom it concerns or may concern.
fn of_the_test(worked: &Worked<'_, '_>) -> Vec<Due> {
    let entry = worked.year.entry;
    let may_be = !matches!(AcpTest::of(entry), AcpTest::Exempt(_)) && entry.highly_compensated != Answer::No;
    let Some(days) = RefundDays::of(entry).filter(|_| may_be && has_after_tax(worked)) else { return Vec::new() };
    let certain = entry.highly_compensated == Answer::Yes;
    let first = Due::new(Act::AcpRefund { automatic_by: days.or_by, certain }, days.by);
    vec![first, Due::new(Act::AcpRefundLast { certain }, days.last)]
}
