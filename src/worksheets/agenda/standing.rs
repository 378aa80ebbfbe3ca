//! How each worksheet stands.

use serde::{Serialize, Serializer};

use super::{Act, Action, Kind, State, Worked, open, report};
use crate::record::{Landing, Ledger, Payroll, PlanRules, YearRecord};
use crate::worksheets::Worksheet;
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::year::NotReady;

/// How a worksheet stands, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nothing of it is entered.
    NotBegun,
    /// It waits for answers.
    Open,
    /// Something is to be done now.
    NeedsAction,
    /// Something is wrong.
    Wrong,
    /// Nothing to do right now.
    Done,
}

/// How a worksheet stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The worksheet.
    #[serde(serialize_with = "slug")]
    pub worksheet: Worksheet,
    /// Its state in a word.
    pub stage: Stage,
    /// The ids of the fields of its questions that are open: those in the way first.
    pub open: Vec<String>,
    /// What its figure is of, as its page says it; empty while it has none.
    pub what: String,
    /// The one figure that matters now.
    pub figure: String,
    /// What is still to be entered, while it has no result.
    pub waits: String,
}

fn slug<S: Serializer>(worksheet: &Worksheet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(worksheet.slug())
}

impl Standing {
    /// How all worksheets stand, by what is to be done in them.
    pub(super) fn all(worked: &Worked<'_, '_>, actions: &[Action]) -> Vec<Self> {
        Worksheet::ALL.iter().map(|worksheet| Self::of(*worksheet, worked, actions)).collect()
    }

    fn of(worksheet: Worksheet, worked: &Worked<'_, '_>, actions: &[Action]) -> Self {
        let open = open::open(worksheet, worked);
        let headline = report::headline(worksheet, worked);
        let mine = || {
            // What the plan is to be asked is counted as open questions.
            let mine = actions.iter().filter(|action| {
                action.place.worksheet == worksheet
                    && action.kind == Kind::Yours
                    && !matches!(action.act, Act::AskPlan { .. })
            });
            mine.filter(|action| matches!(action.state, State::Open | State::Overdue))
        };
        let wrong = headline.as_ref().is_some_and(|headline| headline.grave) && !is_closed(worked);
        let waits = waits(worksheet, worked);
        let stage = if !is_begun(worksheet, worked) {
            Stage::NotBegun
        } else if wrong {
            Stage::Wrong
        } else if decides(worksheet, worked) || (waits.is_some() && !open.is_empty()) {
            Stage::Open
        } else if mine().next().is_some() {
            Stage::NeedsAction
        } else if open.is_empty() || is_closed(worked) {
            Stage::Done
        } else {
            Stage::Open
        };
        let (what, figure) = headline.map(|headline| (headline.what, headline.figure)).unwrap_or_default();
        Self { worksheet, stage, open, what, figure, waits: waits.map(|wait| wait.to_string()).unwrap_or_default() }
    }
}

impl Standing {
    /// Gives the review, which is over all worksheets, its figure: what is the person's to do.
    pub(super) fn count(&mut self, actions: &[Action]) {
        if self.worksheet == Worksheet::Review && self.stage != Stage::NotBegun {
            let ahead = |action: &&Action| matches!(action.state, State::Open | State::Overdue);
            let mine = actions.iter().filter(ahead).filter(|action| action.kind == Kind::Yours);
            self.what = "Yours to do".to_owned();
            self.figure = mine.count().to_string();
        }
    }
}

/// Whether the plan cannot do it, which is known and leaves nothing to do here.
fn is_closed(worked: &Worked<'_, '_>) -> bool {
    worked.year.feasibility.cause.is_some()
}

/// Whether an answer that decides everything is open.
fn decides(worksheet: Worksheet, worked: &Worked<'_, '_>) -> bool {
    worksheet == Worksheet::Plan && worked.plan.as_ref().is_ok_and(|plan| plan.verdict == Verdict::AskFirst)
}

fn waits(worksheet: Worksheet, worked: &Worked<'_, '_>) -> Option<NotReady> {
    match worksheet {
        Worksheet::Plan => worked.plan.as_ref().err(),
        Worksheet::Room => worked.room.as_ref().err(),
        Worksheet::Pace => worked.pace.as_ref().err(),
        Worksheet::Conversions => worked.conversions.as_ref().err(),
        Worksheet::Landing => worked.landing.as_ref().err(),
        Worksheet::TaxForms => worked.forms.as_ref().err(),
        Worksheet::Review => None,
    }
    .cloned()
}

/// Whether anything of it is entered.
fn is_begun(worksheet: Worksheet, worked: &Worked<'_, '_>) -> bool {
    let entry = worked.year.entry;
    match worksheet {
        Worksheet::Plan => entry.plan != PlanRules::default(),
        Worksheet::Room => {
            let paid = entry.income.is_some() || entry.payroll != Payroll::default();
            paid || entry.contributions != Default::default() || !entry.other_jobs.is_empty()
        }
        Worksheet::Pace => entry.payroll != Payroll::default(),
        Worksheet::Conversions => {
            let waits = worked.conversions.as_ref().is_ok_and(|done| done.waiting.value.is_positive());
            let Ledger { opening, plan_total, .. } = &entry.ledger;
            // A tax rate is the person's and says nothing of this job's money.
            let has_rows = entry.ledger.days().next().is_some();
            waits || has_rows || plan_total.is_some() || *opening != Default::default()
        }
        Worksheet::Landing => entry.landing != Landing::default(),
        Worksheet::TaxForms => worked.forms.is_ok(),
        Worksheet::Review => *entry != YearRecord::new(entry.year),
    }
}
