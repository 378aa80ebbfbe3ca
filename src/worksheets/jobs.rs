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
        let several = record.has_several_jobs() && record.bounded().is_ok();
        let Some(entry) = record.year(year).filter(|_| several) else { return alone };
        let seen: Vec<Vec<YearRecord>> =
            record.years.iter().map(|entry| seen_from_each(record.birth_date, entry, today)).collect();
        // The years that have a job, each seen from there.
        let from = |id: u32| {
            let years = seen.iter().filter_map(|jobs| jobs.iter().find(|job| job.job.id == id));
            Record { birth_date: record.birth_date, years: years.cloned().collect(), ..Record::default() }
        };
        let others = entry.jobs().into_iter().map(|job| job.job.id).filter(|id| *id != entry.job.id);
        let beside: Vec<Beside> = others.map(|id| Beside { name: name(entry, id), record: from(id) }).collect();
        let name = if beside.is_empty() { String::new() } else { name(entry, entry.job.id) };
        Self { record: Cow::Owned(from(entry.job.id)), name, beside }
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
    let jobs = entry.jobs();
    let place = jobs.iter().position(|job| job.job.id == id).unwrap_or_default();
    Job::called(jobs.get(place).map_or("", |job| &job.job.name), place + 1)
}

/// A year as it is seen from each of its jobs, the first one first: with the other ones among
/// its other jobs, by what stands on their sheets.
fn seen_from_each(birth_date: Option<Date>, entry: &YearRecord, today: Date) -> Vec<YearRecord> {
    if entry.further.is_empty() {
        return vec![entry.clone()];
    }
    let own: Vec<YearRecord> = entry.jobs().into_iter().filter_map(|job| entry.with_on_top(job.job.id)).collect();
    let first = own.first().map(|job| job.job.id).unwrap_or_default();
    // Each job, with what its paychecks bring and, once it is known, what its pace puts in.
    let with_pay = |job: &YearRecord| {
        let alone = YearRecord { further: Vec::new(), ..job.clone() };
        (projected(birth_date, &alone, today).unwrap_or(alone), Planned::default())
    };
    let mut jobs: Vec<(YearRecord, Planned)> = own.iter().map(with_pay).collect();
    let beside = |of: &YearRecord, jobs: &[(YearRecord, Planned)]| {
        // Those after it have planned nothing yet.
        let others = jobs
            .iter()
            .filter(|(job, _)| job.job.id != of.job.id)
            .map(|(job, planned)| other_job(job, name(entry, job.job.id), of.relation_to(job, first), *planned));
        let rows = of.other_jobs.iter().map(|row| {
            let of_row = YearRecord {
                job: Job { id: u32::MAX, relation: row.relation, ..Job::default() },
                ..YearRecord::new(of.year)
            };
            OtherJob { relation: of.relation_to(&of_row, first), ..row.clone() }
        });
        YearRecord { other_jobs: rows.chain(others).collect(), further: Vec::new(), ..of.clone() }
    };
    let mut seen: Vec<YearRecord> = Vec::new();
    for (place, job) in own.iter().enumerate() {
        let from_it = beside(job, &jobs);
        if place + 1 < own.len() {
            jobs[place].1 = planned(birth_date, from_it.clone(), today);
        }
        seen.push(from_it);
    }
    seen
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
