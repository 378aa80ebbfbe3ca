//! Late in the year: the first paychecks of the next one, in the same plan.

use serde::Serialize;

use super::{Case, Entry};
use crate::date::Date;
use crate::law::{Standing, YearLimits};
use crate::money::Money;
use crate::record::{Cadence, Election, Payroll, Strategy, YearRecord};
use crate::worksheets::year::paychecks::{Kind, elected};
use crate::worksheets::year::{self, NotReady, Year};

/// From this month on the next year is planned as well.
const FIRST_MONTH: u8 = 10;

/// The beginning of the next year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextYear {
    /// The calendar year.
    pub year: i16,
    /// How sure its limits are.
    pub standing: Standing,
    /// Its after-tax room.
    pub room: Money,
    /// How many paychecks it has.
    pub paychecks: usize,
    /// The first pay date.
    pub first_pay_date: Option<Date>,
    /// The election that this year leaves in force.
    pub carried: Election,
    /// Take-home pay under it, where that is known.
    pub take_home: Option<Money>,
    /// What to enter for it.
    pub entries: Vec<Entry>,
    /// After-tax money of the year under these entries.
    pub planned: Money,
    /// Whether the person has entered its paychecks.
    pub own: bool,
}

/// The next year from today's date on, where this year is today's and it is late
/// in it. Pay, plan and elections go on as they are at its end; the person's own
/// entry of the next year, once it has paychecks, goes before.
pub(super) fn next_year(of: &Year<'_>, this: &Case) -> Result<Option<NextYear>, NotReady> {
    let &Year { record, entry, today, .. } = of;
    let year = entry.year + 1;
    if entry.year != today.year() || today.month() < FIRST_MONTH {
        return Ok(None);
    }
    let carried = this.elections().last().map_or(entry.payroll.after_tax, |(_, steps)| this.plan.election(*steps));
    let own = record.year(year);
    let next = match own.filter(|own| own.payroll.is_entered()) {
        Some(own) => own.clone(),
        None if entry.payroll.cadence == Cadence::Manual => return Ok(None),
        None => YearRecord {
            own_limits: own.map(|own| own.own_limits.clone()).unwrap_or_default(),
            plan: entry.plan.clone(),
            payroll: carried_on(this, carried)?,
            ..YearRecord::new(year)
        },
    };
    // A year whose limits nobody knows yet is left out, not guessed.
    let Ok(limits) = YearLimits::of(year, &next.own_limits) else { return Ok(None) };
    let age = year::age(record, year, today)?;
    let case = match Case::tried(&next, limits, age, today, None) {
        Ok(case) => case,
        Err(error @ NotReady::TooLarge(_)) => return Err(error),
        Err(_) => return Ok(None),
    };
    let paychecks = &case.plan.paychecks.to_come;
    if paychecks.is_empty() {
        return Ok(None);
    }
    Ok(Some(NextYear {
        year,
        standing: case.limits.standing,
        room: case.left.room,
        paychecks: paychecks.len(),
        first_pay_date: paychecks.first().map(|check| check.date),
        carried,
        take_home: case.plan.entry.payroll.take_home,
        entries: case.entries(),
        planned: case.outcome.total,
        own: own.is_some_and(|own| own.payroll.is_entered()),
    }))
}

/// The payroll as this year leaves it at its end.
fn carried_on(this: &Case, carried: Election) -> Result<Payroll, NotReady> {
    let entry = &this.plan.entry;
    let taken = elected(carried, Kind::Regular, this.plan.paychecks.latest_pay);
    let take_home = this.plan.whole_take_home().map(|whole| (whole - taken).or_zero());
    Ok(Payroll {
        pay: Date::year_end(entry.year).ok().and_then(|end| entry.payroll.pay_on(end)),
        raises: Vec::new(),
        bonuses: Vec::new(),
        started_on: None,
        last_stub: None,
        pay_so_far: None,
        eligible_so_far: None,
        catch_up_so_far: None,
        after_tax: carried,
        take_home,
        fill_by: None,
        own_target: None,
        strategy: match entry.payroll.strategy {
            Strategy::ByDate => Strategy::Even,
            other => other,
        },
        ..entry.payroll.clone()
    })
}
