//! The Plan Feature Checklist: whether a plan can do it at all, what slows it,
//! and what is still to be asked.
//!
//! Two features are needed: a source for voluntary after-tax contributions
//! (IRC 401(m)), and one way out of it to Roth while the person still works
//! there. That is a conversion inside the plan (IRC 402A(c)(4)) or a withdrawal
//! that goes to a Roth IRA (IRC 402(c), 408A(e)). Either way out is enough.

pub mod acp;
mod closing;
mod findings;
mod frictions;
mod kinds;
mod letter;
mod report;
mod rows;
mod testing;
mod verdict;

use std::fmt;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Finding};
use crate::law::{Citation, YearLimits};
use crate::record::{PlanRules, Record, YearRecord, is_year};
use crate::worksheets::paychecks::Paychecks;
use crate::worksheets::room;

pub use acp::Acp;
pub use findings::Code;
pub use letter::{Letter, OpenQuestion};
pub use rows::{Mark, ROWS, Row};
pub use verdict::Verdict;
use verdict::{Cause, Exits};

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The calendar year.
    pub year: i16,
    /// Whether the plan can do it.
    pub verdict: Verdict,
    /// The guide's six rows, in its order.
    pub rows: [Row; ROWS],
    /// What slows it or makes it smaller, in the order of the rows.
    pub frictions: Vec<Friction>,
    /// What is still to be asked of the plan, in the order of the letter.
    pub open_questions: Vec<OpenQuestion>,
    /// The letter that asks it; none when nothing is open.
    pub letter: Option<Letter>,
    /// The test of match and after-tax money, where the others' average and the
    /// pay are known.
    pub acp: Option<Acp>,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Finding<Code>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// Something that slows the way to Roth or makes it smaller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Friction {
    /// The place of its row in [`Plan::rows`].
    pub row: usize,
    /// It in a few words.
    pub title: &'static str,
    /// What it means and what to do.
    pub text: String,
    /// Where the law or the plan says so.
    pub citation: Citation,
}

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReady {
    /// The record has no entry for the year.
    NoSuchYear {
        /// The year asked for.
        year: i16,
    },
}

impl fmt::Display for NotReady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::NoSuchYear { year } = self;
        write!(f, "There are no answers about the plan for {year}. Enter that year first.")
    }
}

impl std::error::Error for NotReady {}

/// All that the parts of the worksheet go by.
struct Basis<'a> {
    entry: &'a YearRecord,
    exits: Exits,
    verdict: Verdict,
    /// Why the plan cannot do it, if it cannot.
    cause: Option<Cause>,
    /// By when to act for this year; none once the year is over.
    by: Option<Date>,
    acp: Option<Acp>,
    frictions: Vec<Friction>,
    open_questions: Vec<OpenQuestion>,
}

/// Checks the plan of one year.
///
/// `today` decides only by when to act.
///
/// ```
/// use planner::date::Date;
/// use planner::record::{Answer, Record, TransferTiming, YearRecord};
/// use planner::worksheets::plan::{self, Verdict};
/// let mut year = YearRecord::new(2026);
/// year.plan.after_tax = Answer::Yes;
/// year.plan.in_plan_rollover = Answer::Yes;
/// year.plan.transfer_timing = TransferTiming::Automatic;
/// let record = Record { years: vec![year], ..Record::default() };
/// let plan = plan::worksheet(&record, 2026, Date::new(2026, 11, 24)?)?;
/// assert_eq!(plan.verdict, Verdict::Works);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NotReady`] for a year that the record does not have.
pub fn worksheet(record: &Record, year: i16, today: Date) -> Result<Plan, NotReady> {
    let entry = record.year(year).filter(|_| is_year(year)).ok_or(NotReady::NoSuchYear { year })?;
    // Pay and match follow from the paychecks where they are entered.
    let projected = projected(record, entry, today);
    let entry = projected.as_ref().unwrap_or(entry);
    let basis = Basis::new(entry, today);
    let letter = letter::letter(&basis);
    Ok(Plan {
        year,
        verdict: basis.verdict,
        rows: rows::rows(&basis),
        findings: findings::findings(&basis),
        closing: closing::closing(&basis, letter.as_ref()),
        letter,
        acp: basis.acp,
        frictions: basis.frictions,
        open_questions: basis.open_questions,
    })
}

/// Why a plan cannot do it at all, in a sentence; nothing while it might.
pub(super) fn stopped(plan: &PlanRules) -> Option<&'static str> {
    Some(match Cause::of(plan, Exits::of(plan))? {
        Cause::Kind(barred) => barred.why,
        Cause::NoAfterTax => "By your answers in the Plan worksheet it takes no after-tax contributions.",
        Cause::NoExit => {
            "By your answers in the Plan worksheet after-tax money cannot move to Roth while you work there."
        }
    })
}

/// The year with what follows from its paychecks, where they can be listed.
fn projected(record: &Record, entry: &YearRecord, today: Date) -> Option<YearRecord> {
    let age = room::age(record, entry.year, today).ok()?;
    let limits = YearLimits::of(entry.year, &entry.own_limits).ok()?;
    Paychecks::of(entry, &limits, age, today).ok()??.projected(entry).ok()
}

impl<'a> Basis<'a> {
    fn new(entry: &'a YearRecord, today: Date) -> Self {
        let exits = Exits::of(&entry.plan);
        let cause = Cause::of(&entry.plan, exits);
        let mut basis = Self {
            entry,
            exits,
            verdict: Verdict::Cannot,
            cause,
            by: None,
            acp: testing::acp(entry),
            frictions: Vec::new(),
            open_questions: Vec::new(),
        };
        if cause.is_none() {
            basis.frictions = frictions::frictions(&basis);
            basis.open_questions = letter::open_questions(&basis);
            basis.verdict = Verdict::of(&entry.plan, exits, !basis.frictions.is_empty());
            basis.by = closing::by(&basis, today);
        }
        basis
    }

    /// Whether a row has a friction.
    fn slows(&self, row: usize) -> bool {
        self.frictions.iter().any(|friction| friction.row == row)
    }
}
