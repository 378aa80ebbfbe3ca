//! The contribution pace: what to enter on the payroll site, from when, and when
//! to change it, so that the room fills and is never passed.
//!
//! The paychecks to come follow from the calendar, the pay and the deferral
//! election ([`paychecks`](super::year::paychecks)); the room is that of the
//! [`room`](super::room) worksheet on the same paychecks. Where no paychecks are
//! entered, [`Monthly`](super::year::Monthly) spreads the room over months.

mod case;
mod chart;
mod closing;
mod closing_words;
mod deferral_stop;
mod entries;
mod findings;
mod next_year;
mod open_rules;
mod open_rules_words;
mod page;
mod payroll_plan;
mod report;
mod search;
mod spreads;
mod strategy;
mod table;
mod what_if;
mod why_unused;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Found};
use crate::law::Standing;
use crate::money::Money;
use crate::record::{Election, Strategy};
use crate::worksheets::year::paychecks::calendar;
use crate::worksheets::year::{NotReady, Year};

use case::Case;
pub use chart::{Bar, Chart};
pub use entries::Entry;
pub use findings::{Code, Finding, TakeHomeGap, YearToDate};
pub use next_year::NextYear;
pub use open_rules::{HighestOfAll, MatchAbove, PayInDoubt};
pub(super) use page::PAGE;
pub use spreads::Spread;
pub use table::{Line, csv};
pub use what_if::WhatIf;

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// The calendar year.
    pub year: i16,
    /// How sure its limits are.
    pub standing: Standing,
    /// After-tax room from the latest pay stub on.
    pub room: Money,
    /// By how much the year goes over the limit whatever is entered now.
    pub over: Money,
    /// How the money is spread.
    pub strategy: Strategy,
    /// What to enter, in order, from the present election on.
    pub entries: Vec<Entry>,
    /// The election in force now.
    pub now: Election,
    /// Whether the present election is already the right one to begin with.
    pub keep: bool,
    /// After-tax money to come under these entries.
    pub planned: Money,
    /// What then stays unused of the room.
    pub unused: Money,
    /// Why it does, in sentences.
    pub unused_because: Vec<String>,
    /// Pay dates to come from which nothing is taken.
    pub nothing_taken_on: Vec<Date>,
    /// The match that is lost for the year because single paychecks miss it.
    pub match_lost: Money,
    /// Each way to spread the money.
    pub strategies: Vec<Spread>,
    /// The paychecks to come.
    pub lines: Vec<Line>,
    /// How the limit fills up over them.
    pub chart: Chart,
    /// The same plan if something changes.
    pub what_ifs: Vec<WhatIf>,
    /// The first paychecks of the next year, late in this one.
    pub next_year: Option<NextYear>,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// Plans the after-tax money of one year, paycheck by paycheck.
///
/// # Errors
/// [`NotReady`] says what is still to be entered, as a sentence.
pub fn worksheet(of: &Year<'_>) -> Result<Pace, NotReady> {
    let &Year { entry, year, today, .. } = of;
    let case = Case::of(of)?;
    let plan = &case.plan;
    let next_year = next_year::next_year(of, &case)?;
    if plan.paychecks.to_come.is_empty() && next_year.is_none() {
        return Err(NotReady::NoneToCome { year });
    }
    // Before the first paycheck of a year, the last one of the year before is not to change.
    let year_before = || calendar::pay_dates(&entry.payroll, year.saturating_sub(1)).last().copied();
    let entries = case.entries(today, plan.paychecks.last_stub.or_else(year_before));
    let lines = table::lines(&case);
    let unused = case.unused();
    let mut pace = Pace {
        year,
        standing: case.limits.standing,
        room: case.left.room,
        over: case.over(),
        strategy: entry.payroll.strategy,
        now: entry.payroll.after_tax,
        keep: entries.first().is_none_or(|first| plan.date(plan.start).is_some_and(|date| date != first.from)),
        planned: case.outcome.total,
        unused_because: why_unused::why_unused(&case, unused).into_iter().map(words::why_unused).collect(),
        unused,
        nothing_taken_on: lines.iter().filter(|line| line.after_tax == Money::ZERO).map(|line| line.date).collect(),
        match_lost: plan.match_lost(&case.outcome.each),
        strategies: spreads::spreads(&case, today)?,
        chart: chart::chart(&case, &lines),
        what_ifs: what_if::what_ifs(of, &case)?,
        next_year,
        findings: Found::sorted(findings::findings(&case, &entries, today)),
        closing: Closing::default(),
        entries,
        lines,
    };
    pace.closing = closing::closing(&case, &pace, today);
    Ok(pace)
}
