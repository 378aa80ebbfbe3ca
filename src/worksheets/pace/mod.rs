//! The contribution pace: what to enter on the payroll site, from when, and when
//! to change it, so that the room fills and is never passed.
//!
//! The paychecks to come follow from the calendar, the pay and the deferral
//! election ([`paychecks`](super::year::paychecks)); the room is that of the
//! [`room`](super::room) worksheet on the same paychecks. Where no paychecks are
//! entered, [`Monthly`](super::year::Monthly) spreads the room over months.

mod chart;
mod closing;
mod course;
mod findings;
mod next_year;
mod page;
mod report;
mod search;
mod stops;
mod strategy;
mod table;
mod unused;
mod what_if;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Finding};
use crate::law::{Standing, YearLimits};
use crate::money::{Money, Overflow};
use crate::record::{Election, Income, Strategy, YearRecord};
use crate::worksheets::room;
use crate::worksheets::year::paychecks::{Kind, Paychecks, calendar};
use crate::worksheets::year::{NotReady, Year};

pub use chart::{Bar, Chart};
use course::{Brought, Course, Path, lead_days};
pub use findings::Code;
pub use next_year::NextYear;
pub(super) use page::PAGE;
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
    pub findings: Vec<Finding<Code>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// An election to enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What to enter.
    pub election: Election,
    /// The pay date of the first paycheck on which it works.
    pub from: Date,
    /// The first day on which it can be entered without working a paycheck early.
    pub not_before: Date,
    /// The last day on which it can be entered.
    pub enter_by: Date,
    /// What it takes from that paycheck.
    pub takes: Money,
    /// Take-home pay of that paycheck, at least, where it is known.
    pub take_home: Option<Money>,
}

/// One way to spread the money, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// Which.
    pub strategy: Strategy,
    /// What to enter, in words.
    pub entries: String,
    /// After-tax money to come.
    pub planned: Money,
    /// What stays unused.
    pub unused: Money,
    /// The date of the last paycheck that gives anything.
    pub last: Option<Date>,
    /// The match that it loses.
    pub match_lost: Money,
}

/// A year with its room, its course, and the path chosen on it.
struct Planned {
    limits: YearLimits,
    left: room::Left,
    course: Course,
    /// Nothing where even no election at all goes over.
    path: Option<Path>,
    brought: Brought,
}

impl Planned {
    fn new(
        entry: &YearRecord,
        limits: YearLimits,
        age: i16,
        today: Date,
        from: Option<Date>,
    ) -> Result<Self, NotReady> {
        if matches!(entry.income, Some(Income::SelfEmployed { .. })) {
            return Err(NotReady::OwnBusiness);
        }
        let paychecks = Paychecks::of(entry, &limits, age, today)?.ok_or(NotReady::Paychecks)?;
        let left = room::left(&paychecks.projected(entry)?, &limits, age, today)?;
        let course = Course::new(entry, paychecks, left, today, from)?;
        let payroll = &entry.payroll;
        let path = course.path(payroll.strategy, payroll.fill_by)?;
        let zero = [(course.start, 0)];
        let brought = course.brought(path.as_deref().unwrap_or(&zero))?;
        Ok(Self { limits, left, course, path, brought })
    }

    /// The path; with nothing taken from the first paycheck that can change,
    /// where every path goes over.
    fn path(&self) -> Path {
        self.path.clone().unwrap_or_else(|| vec![(self.course.start, 0)])
    }

    /// The date by which the room is to be filled, where no change can work by then.
    fn date_too_early(&self) -> Option<Date> {
        let payroll = &self.course.entry.payroll;
        let first = self.course.paychecks.to_come.get(self.course.start)?;
        payroll.fill_by.filter(|date| payroll.strategy == Strategy::ByDate && first.date > *date)
    }

    fn unused(&self) -> Result<Money, Overflow> {
        Ok(self.course.unused(&self.path())?.or_zero())
    }

    /// Over without after-tax money, and by what it adds.
    fn over(&self) -> Result<Money, Overflow> {
        let unused = self.course.unused(&self.path())?;
        self.left.over.plus(Money::ZERO.minus(unused)?.or_zero())
    }

    /// Whether what goes over goes over the law's limit, and not over a cap of the plan's alone.
    fn over_by_law(&self) -> Result<bool, Overflow> {
        Ok(self.left.over.is_positive() || self.course.left_by_law(&self.path())?.is_negative())
    }

    /// What is entered along the path that was chosen.
    fn entries(&self, today: Date, before: Option<Date>) -> Result<Vec<Entry>, Overflow> {
        self.course.entries(&self.path(), today, before)
    }
}

impl Course {
    /// What is entered along a path. An election equal to the one in force
    /// before it is none to enter.
    fn entries(&self, path: &[(usize, u32)], today: Date, before: Option<Date>) -> Result<Vec<Entry>, Overflow> {
        let lead = i32::from(lead_days(&self.entry));
        let checks = &self.paychecks.to_come;
        let mut in_force = self.entry.payroll.after_tax;
        let mut entries = Vec::new();
        for (place, steps) in path {
            let (place, election) = (*place, self.election(*steps));
            let same = election == in_force || (election.is_nothing() && in_force.is_nothing());
            let Some(check) = checks.get(place).filter(|_| !same) else { continue };
            in_force = election;
            let previous = place.checked_sub(1).and_then(|place| checks.get(place)).map(|check| check.date).or(before);
            // Where the lead is not known, a change must not reach the paycheck before, however few days it
            // needs; room is kept for that only from the latest stub to the first change.
            let covered = place == self.start && (place > 0 || before == self.paychecks.last_stub);
            let ahead = if covered || self.entry.plan.change_lead_days.is_some() { lead - 1 } else { 0 };
            let open = previous.and_then(|date| date.plus_days(-ahead).ok()).unwrap_or(today);
            let enter_by = check.date.plus_days(-lead).unwrap_or(check.date).max(today);
            let takes = self.taken(election, place)?;
            let whole = self.whole_take_home()?.filter(|_| check.kind == Kind::Regular);
            entries.push(Entry {
                election,
                from: check.date,
                not_before: open.max(today).min(enter_by),
                enter_by,
                takes,
                take_home: match whole {
                    Some(whole) => Some(whole.minus(takes)?),
                    None => None,
                },
            });
        }
        Ok(entries)
    }
}

/// Plans the after-tax money of one year, paycheck by paycheck.
///
/// # Errors
/// [`NotReady`] says what is still to be entered, as a sentence.
pub fn worksheet(of: &Year<'_>) -> Result<Pace, NotReady> {
    let &Year { entry, year, today, .. } = of;
    let (limits, age) = (of.limits()?, of.age()?);
    let planned = Planned::new(entry, limits.clone(), age, today, None)?;
    let next_year = next_year::next_year(of, &planned)?;
    if planned.course.paychecks.to_come.is_empty() && next_year.is_none() {
        return Err(NotReady::NoneToCome { year });
    }
    // Before the first paycheck of a year, the last one of the year before is not to change.
    let year_before = || calendar::pay_dates(&entry.payroll, year.saturating_sub(1)).last().copied();
    let entries = planned.entries(today, planned.course.paychecks.last_stub.or_else(year_before))?;
    let lines = table::lines(&planned.course, &planned.brought, &planned.left)?;
    let unused = planned.unused()?;
    let mut pace = Pace {
        year,
        standing: planned.limits.standing,
        room: planned.left.room,
        over: planned.over()?,
        strategy: entry.payroll.strategy,
        now: entry.payroll.after_tax,
        keep: entries.first().is_none_or(|first| {
            planned.course.paychecks.to_come.get(planned.course.start).is_some_and(|check| check.date != first.from)
        }),
        planned: planned.brought.total,
        unused_because: unused::unused_because(&planned, unused)?,
        unused,
        nothing_taken_on: lines.iter().filter(|line| line.after_tax == Money::ZERO).map(|line| line.date).collect(),
        match_lost: planned.course.match_lost(&planned.brought.each)?,
        strategies: strategies(&planned, today)?,
        chart: chart::chart(&planned, &lines)?,
        what_ifs: what_if::what_ifs(entry, &planned, age, today)?,
        next_year,
        findings: findings::findings(&planned, &entries, today)?,
        closing: Closing::default(),
        entries,
        lines,
    };
    pace.closing = closing::closing(&planned, &pace, today);
    Ok(pace)
}

/// Each way to spread the money, in short.
fn strategies(planned: &Planned, today: Date) -> Result<Vec<Spread>, NotReady> {
    let payroll = &planned.course.entry.payroll;
    let mut spreads = Vec::new();
    for strategy in [Strategy::Even, Strategy::FrontLoaded, Strategy::ByDate] {
        if strategy == Strategy::ByDate && payroll.fill_by.is_none() {
            continue;
        }
        let path = if strategy == payroll.strategy {
            planned.path.clone()
        } else {
            planned.course.path(strategy, payroll.fill_by)?
        };
        let Some(path) = path else { continue };
        let brought = planned.course.brought(&path)?;
        let last = brought.each.iter().rposition(|amount| amount.is_positive());
        spreads.push(Spread {
            strategy,
            entries: closing::in_words(&planned.course.entries(&path, today, None)?, payroll.after_tax),
            planned: brought.total,
            unused: planned.course.unused(&path)?.or_zero(),
            last: last.and_then(|place| planned.course.paychecks.to_come.get(place)).map(|check| check.date),
            match_lost: planned.course.match_lost(&brought.each)?,
        });
    }
    Ok(spreads)
}
