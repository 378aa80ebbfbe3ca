//! The Plan Feature Checklist: whether a plan can do it at all, what slows it,
//! and what is still to be asked.
//!
//! Whether the plan can do it is [`feasibility`](super::feasibility).

pub mod acp;
mod closing;
mod findings;
mod frictions;
mod letter;
mod page;
mod report;
mod rows;
mod testing;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Finding};
use crate::law::Citation;
use crate::record::YearRecord;
use crate::worksheets::feasibility::{Cause, Exits, Verdict};
use crate::worksheets::year::{NotReady, Year};

pub use acp::Acp;
pub use findings::Code;
pub use letter::{Letter, OpenQuestion};
pub(super) use page::PAGE;
pub use rows::{Mark, ROWS, Row};

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
/// The day decides only by when to act.
///
/// ```
/// use planner::date::Date;
/// use planner::record::{Answer, Record, TransferTiming, YearRecord};
/// use planner::worksheets::feasibility::Verdict;
/// use planner::worksheets::plan;
/// use planner::worksheets::year::Year;
/// let mut year = YearRecord::new(2026);
/// year.plan.after_tax = Answer::Yes;
/// year.plan.in_plan_rollover = Answer::Yes;
/// year.plan.transfer_timing = TransferTiming::Automatic;
/// let record = Record { years: vec![year], ..Record::default() };
/// let year = Year::of(&record, 2026, Date::new(2026, 11, 24)?)?;
/// let plan = plan::worksheet(&year)?;
/// assert_eq!(plan.verdict, Verdict::Works);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// None today: whatever is not known is asked.
pub fn worksheet(year: &Year<'_>) -> Result<Plan, NotReady> {
    // Pay and match follow from the paychecks where they are entered.
    let entry = year.projected().ok().flatten().unwrap_or(year.entry);
    let basis = Basis::new(year, entry);
    let letter = letter::letter(&basis);
    Ok(Plan {
        year: year.year,
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

impl<'a> Basis<'a> {
    fn new(year: &Year<'_>, entry: &'a YearRecord) -> Self {
        let feasibility = year.feasibility;
        let mut basis = Self {
            entry,
            exits: feasibility.exits,
            verdict: feasibility.verdict(false),
            cause: feasibility.cause,
            by: None,
            acp: testing::acp(entry),
            frictions: Vec::new(),
            open_questions: Vec::new(),
        };
        if basis.cause.is_none() {
            basis.frictions = frictions::frictions(&basis);
            basis.open_questions = letter::open_questions(&basis);
            basis.verdict = feasibility.verdict(!basis.frictions.is_empty());
            basis.by = closing::by(&basis, year.today);
        }
        basis
    }

    /// Whether a row has a friction.
    fn slows(&self, row: usize) -> bool {
        self.frictions.iter().any(|friction| friction.row == row)
    }
}
