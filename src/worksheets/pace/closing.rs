//! The end of the worksheet: how the year stands, and by when the next change is due.

use super::deferrals::Lowering;
use super::{Case, Pace, left_out};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::citations;
use crate::money::Money;
use crate::worksheets::feasibility::Feasibility;

/// How the year stands, which decides what the worksheet says at its end.
pub(super) enum Ending {
    /// The plan cannot do it.
    Cannot { why: &'static str },
    /// Deferrals must be lowered in time.
    Lower { lowering: Lowering, over: Money, by_law: bool },
    /// Too much is deferred over all jobs.
    Elsewhere { excess: Money },
    /// The year is over the limit even without more after-tax money.
    Over,
    /// It is over by so much, and what can no longer be stopped adds to it.
    OverAndMore { without: Money },
    /// It goes over by what can no longer be stopped.
    Unstoppable,
    /// All paychecks are paid.
    AllPaid,
    /// No change can work by the person's date.
    DateTooEarly { date: Date },
    /// No paycheck can still be changed.
    TooLate,
    /// No room is left.
    NoRoom,
    /// After-tax money goes in, and earns so much match. The present election would go so
    /// much over, and what taxes leave is only allowed for.
    Open { earned: Money, beyond: Money, by_law: bool, up_to: bool },
}

impl Ending {
    fn of(case: &Case, pace: &Pace, feasibility: Feasibility) -> Self {
        if let Some(why) = feasibility.stopped() {
            return Self::Cannot { why };
        }
        let without = case.left.over.min(pace.over);
        if pace.over.is_positive() {
            match without {
                without if without.is_positive() && without < pace.over => Self::OverAndMore { without },
                without if without.is_positive() => Self::Over,
                _ => Self::Unstoppable,
            }
        } else if let Some(lowering) = &case.lowering {
            Self::Lower { lowering: lowering.clone(), over: pace.preventable, by_law: case.over_by_law() }
        } else if case.left.excess_deferrals.is_positive() {
            Self::Elsewhere { excess: case.left.excess_deferrals }
        } else if pace.lines.is_empty() {
            Self::AllPaid
        } else if let Some(date) = case.date_too_early() {
            Self::DateTooEarly { date }
        } else if !case.plan.changeable() {
            Self::TooLate
        } else if !case.left.room.is_positive() && !case.plan.fixed.is_positive() {
            Self::NoRoom
        } else {
            let present = case.plan.left(&[]);
            Self::Open {
                earned: case.plan.surely_earned(&case.outcome),
                beyond: (-present).or_zero(),
                by_law: case.plan.passes_the_law(&[]),
                up_to: case.held_by_taxes(),
            }
        }
    }
}

impl Pace {
    /// Whether it begins with an election that cannot stand to the end of the year.
    pub(super) fn must_change(&self) -> bool {
        self.findings.iter().any(|found| matches!(found.finding, super::Finding::ChangeNotToMiss { .. }))
    }
}

/// Decision, rule, next action.
pub(super) fn closing(case: &Case, pace: &Pace, feasibility: Feasibility) -> Closing {
    let today = case.today;
    let first = pace.entries.first();
    let next = pace.next_year.as_ref().and_then(|next| next.entries.first());
    let ending = Ending::of(case, pace, feasibility);
    let last_chance = case.lowering.as_ref().map(|lowering| lowering.last.as_ref().unwrap_or(&lowering.now).enter_by);
    let entry_by = first.or(next).map(|entry| entry.enter_by);
    Closing {
        decision: ending.decision(pace, feasibility),
        rule: pace.rule(case.left.cap),
        citations: vec![citations::ANNUAL_ADDITIONS, citations::ADDITIONS_DEFINED, citations::PAY_STUB],
        next_action: pace.next_action(&ending, case.plan.changeable(), today),
        by: last_chance.or(entry_by).filter(|date| *date >= today),
        words: pace.request(&ending, left_out::left_out(&case.plan, case.unused()).as_ref()),
    }
}
