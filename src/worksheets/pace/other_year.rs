//! What can be said where the limitation year is not the calendar year: no pace by each
//! paycheck's own figures, but an even amount for those that are left in it.

use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::record::{Answer, Election, LimitationYearKind};
use crate::worksheets::room;
use crate::worksheets::year::paychecks::calendar::pay_dates;
use crate::worksheets::year::{EvenPaychecks, Monthly, NotReady, Year};

/// Refuses such a year, with what can be done in it.
pub(super) fn refuse(of: &Year<'_>) -> Result<(), NotReady> {
    if of.entry.plan.limitation_year != LimitationYearKind::Other {
        return Ok(());
    }
    Err(NotReady::LimitationYear { even: even(of) })
}

/// The same dollars from each paycheck up to the last day of the limitation year; none where
/// that could pass the limit, or is not known.
///
/// Every payday from today on that is not on a stub yet counts, whether or not a change can
/// still work on it: however soon it works, no more goes in.
fn even(of: &Year<'_>) -> Option<EvenPaychecks> {
    let &Year { entry, year, today, .. } = of;
    let (plan, payroll) = (&entry.plan, &entry.payroll);
    let ends = Date::new(year, plan.begins_in()?, 1).ok()?.plus_days(-1).ok()?;
    // Before the calendar year begins, paydays of the one before are in it as well.
    if today.year() != year || today > ends || plan.spillover == Answer::Yes || !payroll.is_entered() {
        return None;
    }
    let to_come = |date: &Date| *date >= today && *date <= ends && payroll.last_stub.is_none_or(|stub| *date > stub);
    let mut dates = pay_dates(payroll, year);
    // A percentage is taken from a bonus on a day of its own as well.
    dates.extend(payroll.bonuses.iter().map(|bonus| bonus.date));
    dates.retain(to_come);
    order::sort(&mut dates);
    dates.dedup();
    let room = room::worksheet(of).ok()?;
    let even = Monthly::even(room.pace?.total, u32::try_from(dates.len()).ok()?)?;
    // Paychecks that can no longer be changed take the present election.
    let changes_in_time = plan
        .change_lead_days
        .zip(dates.first())
        .is_some_and(|(lead, first)| first.plus_days(-i32::from(lead)).is_ok_and(|day| day >= today));
    let takes_no_more = match payroll.after_tax {
        Election::Dollars(dollars) => dollars <= even.each,
        election @ Election::Percent(_) => election.is_nothing(),
    };
    let is_sound = even.each > Money::ZERO && (changes_in_time || takes_no_more);
    is_sound.then_some(EvenPaychecks { ends, even })
}
