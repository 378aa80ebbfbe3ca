//! The Plan Feature Checklist: whether a plan can do it at all, what slows it,
//! and what is still to be asked.
//!
//! Whether the plan can do it is [`feasibility`](super::feasibility).

pub mod acp;
mod closing;
mod closing_words;
mod facts;
mod findings;
mod friction_words;
mod frictions;
mod letter;
mod page;
mod questions;
mod report;
mod row_words;
mod rows;
mod testing;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Found};
use crate::law::ages::is_under_59_and_a_half;
use crate::record::YearRecord;
use crate::worksheets::feasibility::{AcpTest, Cause, Exits, Open, RefundDays, Verdict};
use crate::worksheets::year::{NotReady, Year};

pub use acp::Acp;
use facts::Facts;
pub use findings::{Code, Finding};
pub use frictions::{Friction, FrictionKind};
pub use letter::Letter;
pub(super) use page::PAGE;
pub use questions::{OpenQuestion, Question};
pub(super) use report::headline;
use rows::Feature;
pub use rows::{Mark, ROWS, Row};
pub use testing::Waits;

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
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// The guide's six rows: the name of each, and its question.
#[must_use]
pub fn features() -> [[&'static str; 2]; ROWS] {
    Feature::ALL.map(|feature| [feature.name(), feature.question()])
}

/// All that the parts of the worksheet go by.
struct Case<'a> {
    entry: &'a YearRecord,
    exits: Exits,
    verdict: Verdict,
    /// Why the plan cannot do it, if it cannot.
    cause: Option<Cause>,
    /// What is not known of the features that decide, where nothing stops it.
    open: Option<Open>,
    /// By when to act for this year; none once the year is over.
    by: Option<Date>,
    /// Whether the ACP test concerns the person.
    test: AcpTest,
    /// By when its refunds come.
    refund_days: Option<RefundDays>,
    acp: Option<Acp>,
    /// What the test in dollars waits for, where there is none and there could be.
    acp_waits: Option<Waits>,
    /// Whether a withdrawal this year may come before age 59½.
    may_be_under_59_and_a_half: bool,
    /// What decides which rules of the plan matter to the person.
    facts: Facts,
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
    let case = Case::new(year);
    let letter = letter::letter(&case);
    let findings = findings::findings(&case);
    Ok(Plan {
        year: year.year,
        verdict: case.verdict,
        rows: rows::rows(&case),
        closing: closing::closing(&case, &findings, letter.as_ref()),
        findings,
        letter,
        acp: case.acp,
        frictions: case.frictions,
        open_questions: case.open_questions,
    })
}

impl<'a> Case<'a> {
    fn new(year: &'a Year<'_>) -> Self {
        let feasibility = year.feasibility;
        let entry = year.entry;
        let (acp, acp_waits) = match testing::acp(year) {
            Some(Ok(acp)) => (Some(acp), None),
            Some(Err(waits)) => (None, Some(waits)),
            None => (None, None),
        };
        let is_under = |birth_date| is_under_59_and_a_half(birth_date, year.today);
        let mut case = Self {
            entry,
            exits: feasibility.exits,
            verdict: feasibility.verdict(false),
            cause: feasibility.cause,
            open: feasibility.open,
            by: None,
            test: AcpTest::of(entry),
            refund_days: RefundDays::of(entry),
            acp,
            acp_waits,
            may_be_under_59_and_a_half: year.record.birth_date.is_none_or(is_under),
            facts: Facts::default(),
            frictions: Vec::new(),
            open_questions: Vec::new(),
        };
        if case.cause.is_none() {
            case.facts = Facts::of(year);
            case.frictions = frictions::frictions(&case);
            case.open_questions = questions::open_questions(&case);
            case.verdict = feasibility.verdict(!case.frictions.is_empty());
            case.by = closing::by(&case, year.today);
        }
        case
    }

    /// Whether a feature has a friction.
    fn slows(&self, feature: Feature) -> bool {
        self.frictions.iter().any(|friction| friction.row == feature.row())
    }
}
