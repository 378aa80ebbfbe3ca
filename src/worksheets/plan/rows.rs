//! The guide's six rows: how each stands. What each says is in `row_words`.

use serde::Serialize;

use super::Case;
use crate::law::{Citation, citations};
use crate::record::{Answer, Cadence, Destination, ElectionMode, TransferTiming};
use crate::worksheets::checklist;
use crate::worksheets::feasibility::{Cause, Exits};

/// How many rows there are.
pub const ROWS: usize = 6;

/// What the guide asks of a plan, a row each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    AfterTax,
    Withdrawal,
    InPlan,
    Timing,
    Destination,
    Cadence,
}

/// How a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// As it should be.
    Good,
    /// It works, with something that slows it.
    Friction,
    /// Not known yet.
    Open,
    /// The plan cannot do it because of this.
    Stops,
    /// It does not matter here, because another row decides.
    Aside,
}

/// A row of the checklist.
pub type Row = checklist::Row<Mark>;

pub(super) fn rows(case: &Case<'_>) -> [Row; ROWS] {
    Feature::ALL.map(|feature| {
        let (answer, means) = feature.answer_and_meaning(case);
        let (mark, citation) = (feature.mark(case), feature.citation(case));
        let (look, words) = feature.where_to_look();
        Row { name: feature.name(), question: feature.question(), answer, means, look, words, mark, citation }
    })
}

impl Feature {
    /// In the order of the guide.
    pub(super) const ALL: [Self; ROWS] =
        [Self::AfterTax, Self::Withdrawal, Self::InPlan, Self::Timing, Self::Destination, Self::Cadence];

    /// The place of its row.
    pub(super) fn row(self) -> usize {
        self as usize
    }

    fn mark(self, case: &Case<'_>) -> Mark {
        let (plan, exits) = (&case.entry.plan, case.exits);
        match self {
            Self::AfterTax if matches!(case.cause, Some(Cause::Kind(_))) || plan.after_tax == Answer::No => Mark::Stops,
            Self::AfterTax => self.lesser_mark(case, plan.after_tax == Answer::Unknown),
            Self::Withdrawal => self.exit_mark(case, exits.withdrawal, exits.in_plan),
            Self::InPlan => self.exit_mark(case, exits.in_plan, exits.withdrawal),
            Self::Timing => self.lesser_mark(case, plan.transfer_timing == TransferTiming::Unknown),
            Self::Destination => {
                let open = plan.destination == Destination::Unknown && reached_by(case.exits) == Destination::Unknown;
                self.lesser_mark(case, open)
            }
            Self::Cadence => {
                let open =
                    case.entry.payroll.cadence == Cadence::Unknown || plan.election_mode == ElectionMode::Unknown;
                self.lesser_mark(case, open)
            }
        }
    }

    /// The mark of a row that the verdict does not turn on.
    fn lesser_mark(self, case: &Case<'_>, open: bool) -> Mark {
        match case.cause {
            Some(_) => Mark::Aside,
            None if case.slows(self) => Mark::Friction,
            None if open => Mark::Open,
            None => Mark::Good,
        }
    }

    /// How one way out stands, given the other.
    fn exit_mark(self, case: &Case<'_>, this: Answer, other: Answer) -> Mark {
        match (case.cause, this, other) {
            (Some(Cause::NoExit), ..) => Mark::Stops,
            (Some(_), ..) | (None, Answer::No, Answer::Yes) => Mark::Aside,
            (None, Answer::No | Answer::Unknown, _) => Mark::Open,
            (None, Answer::Yes, _) => self.lesser_mark(case, false),
        }
    }

    /// Where the law or the plan says so.
    fn citation(self, case: &Case<'_>) -> Citation {
        match self {
            Self::AfterTax => match case.cause {
                Some(Cause::Kind(barred)) => barred.citation(),
                _ => citations::AFTER_TAX_CONTRIBUTIONS,
            },
            Self::Withdrawal => citations::IN_SERVICE_WITHDRAWAL,
            Self::InPlan => citations::IN_PLAN_ROLLOVER,
            Self::Timing => citations::CONVERSION_INCOME,
            Self::Destination if case.entry.plan.destination == Destination::Roth401k => citations::IN_PLAN_ROLLOVER,
            Self::Destination => citations::IN_SERVICE_WITHDRAWAL,
            Self::Cadence => citations::PLAN_DOCUMENT,
        }
    }
}

/// Where money can go by the ways out alone, where both are known and one is open.
pub(super) fn reached_by(exits: Exits) -> Destination {
    match (exits.withdrawal, exits.in_plan) {
        (Answer::Yes, Answer::Yes) => Destination::Both,
        (Answer::Yes, Answer::No) => Destination::RothIra,
        (Answer::No, Answer::Yes) => Destination::Roth401k,
        _ => Destination::Unknown,
    }
}
