//! Several jobs of a year, each with a plan of its own: the record as it is seen from each.
//!
//! Seen from one job, each other one is an [`OtherJob`] beside those that are entered as a row,
//! with the sums that follow from its own sheet. So the limit on deferrals, which is the
//! person's, is shared, and the limit on annual additions is each plan's own unless the
//! employers are related.
//!
//! What is left of a limit that jobs share is offered once: what the pace of an earlier job plans
//! counts as used in the later ones, deferrals in all of them, after-tax money where the limit
//! on annual additions is one.

use std::borrow::Cow;

use crate::date::Date;
use crate::money::Money;
use crate::record::{Amounts, Answer, Income, Job, OtherJob, PlanKind, Record, Relation, YearRecord};
use crate::worksheets::year::{Beside, NotReady, Year};
use crate::worksheets::{pace, room};

/// A record as it is seen from the job on top of one of its years, and from the others of that
/// year.
#[derive(Clone, Debug)]
pub struct Jobs<'a> {
    record: Cow<'a, Record>,
    name: String,
    beside: Vec<Beside>,
}

impl<'a> Jobs<'a> {
    /// Of the jobs of this year. Where no year has several, it is the record itself.
    #[must_use]
    pub fn of(record: &'a Record, year: i16, today: Date) -> Self {
        let alone = Self { record: Cow::Borrowed(record), name: String::new(), beside: Vec::new() };
        let several = record.years.iter().any(|entry| entry.job != Job::default() || !entry.further.is_empty());
        let Some(entry) = record.year(year).filter(|_| several && record.bounded().is_ok()) else { return alone };
        let ids = entry.jobs().into_iter().map(|job| job.job.id);
        let mut beside: Vec<(u32, Beside)> =
            ids.map(|id| (id, Beside { name: name(entry, id), record: seen(record, id, today) })).collect();
        let place = beside.iter().position(|(id, _)| *id == entry.job.id).unwrap_or_default();
        let (_, shown) = beside.remove(place);
        let name = if beside.is_empty() { String::new() } else { shown.name };
        Self { record: Cow::Owned(shown.record), name, beside: beside.into_iter().map(|(_, beside)| beside).collect() }
    }

    /// A year of it on a day, seen from the job on top.
    ///
    /// # Errors
    /// As [`Year::of`].
    pub fn year(&self, year: i16, today: Date) -> Result<Year<'_>, NotReady> {
        let mut of = Year::of(&self.record, year, today)?;
        (of.job, of.beside) = (&self.name, &self.beside);
        Ok(of)
    }

    /// The other jobs.
    #[must_use]
    pub fn beside(&self) -> &[Beside] {
        &self.beside
    }
}

/// What the person calls a job of a year, or else which one it is.
fn name(entry: &YearRecord, id: u32) -> String {
    let place = entry.jobs().iter().position(|job| job.job.id == id).unwrap_or_default();
    let named = entry.jobs().get(place).map(|job| job.job.name.trim().to_owned()).unwrap_or_default();
    if named.is_empty() { format!("Job {}", place + 1) } else { named }
}

/// The record seen from a job: the years that have it, with it on top.
fn seen(record: &Record, id: u32, today: Date) -> Record {
    let years = record.years.iter().filter_map(|entry| {
        let top = entry.with_on_top(id)?;
        Some(if top.further.is_empty() { top } else { with_others(record.birth_date, &top, today) })
    });
    Record { birth_date: record.birth_date, years: years.collect(), ..Record::default() }
}

/// A job with the other ones of its year among its other jobs, by what stands on their sheets.
fn with_others(birth_date: Option<Date>, top: &YearRecord, today: Date) -> YearRecord {
    let ids: Vec<u32> = top.jobs().iter().map(|job| job.job.id).collect();
    let first = ids.first().copied().unwrap_or_default();
    // Each job, with what its paychecks bring and, once it is known, what its pace puts in.
    let mut jobs: Vec<(YearRecord, Planned)> = Vec::new();
    for id in &ids {
        let Some(entry) = top.with_on_top(*id) else { continue };
        let alone = YearRecord { further: Vec::new(), ..entry };
        jobs.push((projected(birth_date, &alone, today).unwrap_or(alone), Planned::default()));
    }
    let beside = |of: &YearRecord, jobs: &[(YearRecord, Planned)]| {
        let others = jobs.iter().filter(|(job, _)| job.job.id != of.job.id).map(|(job, planned)| {
            let relation = of.relation_to(job, first);
            let planned = if job.job.id < of.job.id { *planned } else { Planned::default() };
            other_job(job, name(top, job.job.id), relation, planned)
        });
        let rows = of.other_jobs.iter().map(|row| {
            let of_row = YearRecord {
                job: Job { id: u32::MAX, relation: row.relation, ..Job::default() },
                ..YearRecord::new(of.year)
            };
            OtherJob { relation: of.relation_to(&of_row, first), ..row.clone() }
        });
        YearRecord { other_jobs: rows.chain(others).collect(), further: Vec::new(), ..of.clone() }
    };
    for place in 0..jobs.len() {
        let Some(own) = top.with_on_top(jobs[place].0.job.id) else { continue };
        let seen = beside(&own, &jobs);
        if own.job.id == top.job.id {
            return seen;
        }
        jobs[place].1 = planned(birth_date, seen, today);
    }
    top.clone()
}

/// What the pace of a job plans beyond what its present elections bring.
#[derive(Clone, Copy, Debug, Default)]
struct Planned {
    deferrals: Money,
    employer: Money,
    after_tax: Money,
}

/// Another job by its own sheet: what it pays, and what goes into its plan, with what is planned
/// there.
fn other_job(job: &YearRecord, name: String, relation: Relation, planned: Planned) -> OtherJob {
    let pay = job.income.map(|income| match income {
        Income::Wages { pay } => pay,
        Income::SelfEmployed { net_profit, .. } => net_profit,
    });
    let is_403b = if job.plan.kind == PlanKind::Plan403b { Answer::Yes } else { Answer::No };
    let known = OtherJob { name, relation, is_403b, pay, ..OtherJob::default() };
    // A 457(b) has limits of its own and is no part of either one (IRC 457(b), (c)).
    if matches!(job.plan.kind, PlanKind::Governmental457b | PlanKind::TaxExempt457b) {
        return known;
    }
    let to_come = |amount| Amounts { to_come: amount, ..Amounts::default() };
    OtherJob {
        deferrals: job.contributions.deferrals() + to_come(planned.deferrals),
        employer: job.contributions.employer() + to_come(planned.employer),
        after_tax: job.contributions.after_tax + planned.after_tax,
        ..known
    }
}

/// A job's record with what follows from its paychecks; none where it has none.
fn projected(birth_date: Option<Date>, entry: &YearRecord, today: Date) -> Option<YearRecord> {
    let record = Record { birth_date, years: vec![entry.clone()], ..Record::default() };
    let year = Year::of(&record, entry.year, today).ok()?;
    year.projected().ok()?.cloned()
}

/// What the pace of a job plans; without paychecks, its room.
fn planned(birth_date: Option<Date>, entry: YearRecord, today: Date) -> Planned {
    let number = entry.year;
    let record = Record { birth_date, years: vec![entry], ..Record::default() };
    let only = |after_tax| Planned { after_tax, ..Planned::default() };
    let Ok(year) = Year::of(&record, number, today) else { return Planned::default() };
    match pace::worksheet(&year) {
        Ok(pace) => pace.deferrals.as_ref().map_or(only(pace.planned), |advice| Planned {
            deferrals: advice.more_deferred.or_zero(),
            employer: advice.more_match.or_zero(),
            after_tax: advice.after_tax_planned,
        }),
        Err(NotReady::NoneToCome { .. }) => Planned::default(),
        Err(_) if year.feasibility.cause.is_some() => Planned::default(),
        Err(_) => only(room::worksheet(&year).map_or(Money::ZERO, |room| room.room.value)),
    }
}
