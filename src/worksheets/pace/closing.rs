//! The end of the worksheet: how the year stands, and by when the next change is due.

use super::{Case, Pace};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::citations;
use crate::money::Money;

/// How the year stands, which decides what the worksheet says at its end.
pub(super) enum Ending {
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
    /// After-tax money goes in, and earns so much match.
    Open { earned: Money },
}

impl Ending {
    fn of(case: &Case, pace: &Pace) -> Self {
        let without = case.left.over;
        if pace.over.is_positive() {
            match without {
                without if without.is_positive() && without < pace.over => Self::OverAndMore { without },
                without if without.is_positive() => Self::Over,
                _ => Self::Unstoppable,
            }
        } else if pace.lines.is_empty() {
            Self::AllPaid
        } else if let Some(date) = case.date_too_early() {
            Self::DateTooEarly { date }
        } else if !case.plan.changeable() {
            Self::TooLate
        } else if !case.left.room.is_positive() {
            Self::NoRoom
        } else {
            Self::Open { earned: case.plan.earned(&case.outcome) }
        }
    }
}

/// Decision, rule, next action.
pub(super) fn closing(case: &Case, pace: &Pace, today: Date) -> Closing {
    let first = pace.entries.first();
    let next = pace.next_year.as_ref().and_then(|next| next.entries.first());
    Closing {
        decision: Ending::of(case, pace).decision(pace),
        rule: pace.rule(case.left.cap),
        citations: vec![citations::ANNUAL_ADDITIONS, citations::ADDITIONS_DEFINED, citations::PAY_STUB],
        next_action: pace.next_action(case.plan.changeable(), today),
        by: first.or(next).map(|entry| entry.enter_by).filter(|date| *date >= today),
        words: pace.request(),
    }
}
