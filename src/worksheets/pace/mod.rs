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
mod deferrals;
mod entries;
mod findings;
mod headline;
mod left_out;
mod match_lost;
mod next_year;
mod open_rules;
mod open_rules_words;
mod other_year;
mod page;
mod payroll_plan;
mod report;
mod search;
mod spreads;
mod strategy;
mod table;
mod take_home;
mod timeline;
mod unsure;
mod what_if;
mod why_unused;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Found};
use crate::law::Standing;
use crate::money::Money;
use crate::percent::Percent;
use crate::record::{Election, Strategy};
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::year::{NotReady, Year};

use case::Case;
pub use chart::{Bar, Chart};
pub use deferrals::{Advice, DeferralEntry, Deferrals};
pub use entries::Entry;
pub use findings::{Code, Finding, YearToDate};
pub(super) use headline::headline;
pub use left_out::LeftOut;
pub use match_lost::MatchCause;
pub use next_year::NextYear;
pub use open_rules::{BonusTaken, HighestOfAll, MatchAbove};
pub(super) use page::PAGE;
pub use payroll_plan::MustChange;
pub use spreads::Spread;
pub use table::{Line, csv};
pub use take_home::TakeHomeGap;
pub use timeline::{Event, Timeline, What};
pub use unsure::{Remedy, Threat};
pub use what_if::WhatIf;
pub(super) use words::goes_with;

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
    /// By how much more it goes over unless deferrals are lowered in time.
    pub preventable: Money,
    /// Deferrals above the limit over all jobs.
    pub excess_deferrals: Money,
    /// Whether an election is only as far as what taxes leave is allowed for.
    pub up_to: bool,
    /// Whether the plan can do it.
    pub verdict: Verdict,
    /// What the person wants in all for the year, where that is less than the room.
    pub target: Option<Money>,
    /// The deferral election to enter, where another one is better than the present.
    pub deferrals: Option<Advice>,
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
    /// The election that would fill the room to the cent, in percent, where payroll accepts
    /// percentages.
    pub exact: Option<Percent>,
    /// What to do and what happens, in order.
    pub timeline: Timeline,
    /// The same plan if something changes.
    pub what_ifs: Vec<WhatIf>,
    /// The first paychecks of the next year, late in this one.
    pub next_year: Option<NextYear>,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

impl Pace {
    /// The election in force on a payday; none where it takes nothing.
    fn election_on(&self, date: Date) -> Option<Election> {
        let entry = self.entries.iter().rev().find(|entry| entry.from <= date);
        Some(entry.map_or(self.now, |entry| entry.election)).filter(|election| !election.is_nothing())
    }
}

/// Plans the after-tax money of one year, paycheck by paycheck.
///
/// # Errors
/// [`NotReady`] says what is still to be entered, as a sentence.
pub fn worksheet(of: &Year<'_>) -> Result<Pace, NotReady> {
    let &Year { entry, year, feasibility, .. } = of;
    let mut case = Case::of(of)?;
    let plan = &case.plan;
    let next_year = next_year::next_year(of, &case)?;
    if plan.paychecks.to_come.is_empty() && next_year.is_none() {
        return Err(NotReady::NoneToCome { year });
    }
    let cannot = feasibility.cause.is_some();
    if cannot {
        case.leave_as_it_is();
    }
    let plan = &case.plan;
    let gap = if cannot { None } else { deferrals::advice(&case)? };
    let within = deferrals::within_person(&case)?;
    let entries = case.entries();
    let lines = table::lines(&case);
    let unused = case.unused();
    let first = entries.first().map(|entry| entry.from);
    let mut pace = Pace {
        year,
        standing: case.limits.standing,
        room: case.left.room,
        over: case.over(),
        preventable: case.preventable(),
        excess_deferrals: case.left.excess_deferrals,
        up_to: case.held_by_taxes(),
        verdict: feasibility.verdict(false),
        target: case.target(),
        strategy: entry.payroll.strategy,
        now: entry.payroll.after_tax,
        keep: first.is_none_or(|first| plan.date(plan.start).is_some_and(|date| date != first)),
        planned: case.outcome.total,
        unused_because: why_unused::why_unused(&case, if cannot { Money::ZERO } else { unused })
            .into_iter()
            .map(words::why_unused)
            .collect(),
        unused,
        nothing_taken_on: lines.iter().filter(|line| line.after_tax == Money::ZERO).map(|line| line.date).collect(),
        match_lost: plan.match_lost(&case.outcome.each),
        strategies: if cannot { Vec::new() } else { spreads::spreads(&case) },
        chart: chart::chart(&case, &lines),
        what_ifs: if cannot { Vec::new() } else { what_if::what_ifs(of, &case)? },
        next_year: next_year.filter(|_| !cannot),
        findings: Found::sorted(findings::findings(
            &case,
            feasibility,
            &entries,
            (gap.as_ref(), within),
            &case.unsure()?,
            case.cost_of_lead()?,
        )),
        deferrals: gap.and_then(|gap| gap.advice),
        closing: Closing::default(),
        exact: case.plan.exact(),
        timeline: Timeline::default(),
        entries,
        lines,
    };
    pace.timeline = Timeline::of(&case, &pace);
    pace.closing = closing::closing(&case, &pace, feasibility);
    Ok(pace)
}
