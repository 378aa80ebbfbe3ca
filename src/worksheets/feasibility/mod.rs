//! Whether a plan can do it: the kind of plan, the after-tax source, and the ways out of
//! it to Roth. Every worksheet goes by this one answer.
//!
//! Two features are needed: a source for voluntary after-tax contributions
//! (IRC 401(m)), and one way out of it to Roth while the person still works
//! there. That is a conversion inside the plan (IRC 402A(c)(4)) or a withdrawal
//! that goes to a Roth IRA (IRC 402(c), 408A(e)). Either way out is enough.

mod exits;
mod kinds;
mod testing;
pub mod words;

use serde::Serialize;

use crate::record::{Answer, PlanRules};

pub use exits::Exits;
pub use kinds::{Barred, is_without_deferrals};
pub use testing::{AcpTest, RefundDays, Untested};

/// Whether the plan can do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Both features are there, and nothing slows them.
    Works,
    /// Both features are there, with something that slows them.
    Friction,
    /// A feature that decides is not known yet.
    AskFirst,
    /// A feature is missing.
    Cannot,
}

/// Why a plan cannot do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Its kind takes no after-tax contributions, or is outside this planner.
    Kind(Barred),
    /// It takes none, though its kind could.
    NoAfterTax,
    /// It takes them, and they cannot move.
    NoExit,
}

/// What is not known of the two features that decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Whether money can move to Roth.
    Exit,
    /// Whether after-tax money can go in.
    AfterTax,
    /// Neither.
    Both,
}

/// What the answers about a plan say of whether it can do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feasibility {
    /// The ways out.
    pub exits: Exits,
    /// Why the plan cannot do it, if it cannot.
    pub cause: Option<Cause>,
    /// What is not known yet, where nothing stops it.
    pub open: Option<Open>,
}

impl Feasibility {
    /// What a plan's rules say.
    ///
    /// ```
    /// use planner::record::{Answer, PlanRules};
    /// use planner::worksheets::feasibility::{Cause, Feasibility, Verdict};
    /// let mut plan = PlanRules { after_tax: Answer::Yes, in_plan_rollover: Answer::Yes, ..PlanRules::default() };
    /// assert_eq!(Feasibility::of(&plan).verdict(false), Verdict::Works);
    /// plan.after_tax = Answer::No;
    /// assert_eq!(Feasibility::of(&plan).cause, Some(Cause::NoAfterTax));
    /// ```
    #[must_use]
    pub fn of(plan: &PlanRules) -> Self {
        let exits = Exits::of(plan);
        let cause = if let Some(barred) = Barred::of(plan.kind) {
            Some(Cause::Kind(barred))
        } else if plan.after_tax == Answer::No {
            Some(Cause::NoAfterTax)
        } else if exits.closed() {
            Some(Cause::NoExit)
        } else {
            None
        };
        let open = match (cause, plan.after_tax, exits.sure()) {
            (Some(_), ..) | (None, Answer::Yes, true) => None,
            (None, Answer::Yes, false) => Some(Open::Exit),
            (None, _, true) => Some(Open::AfterTax),
            (None, _, false) => Some(Open::Both),
        };
        Self { exits, cause, open }
    }

    /// The verdict, knowing whether something slows what the plan can do.
    #[must_use]
    pub fn verdict(self, slowed: bool) -> Verdict {
        match self {
            Self { cause: Some(_), .. } => Verdict::Cannot,
            Self { open: Some(_), .. } => Verdict::AskFirst,
            _ if slowed => Verdict::Friction,
            _ => Verdict::Works,
        }
    }

    /// Why the plan cannot do it at all, in a sentence; nothing while it might.
    #[must_use]
    pub fn stopped(self) -> Option<&'static str> {
        self.cause.map(Cause::why)
    }
}
