//! Deferral elections from the lowest to the highest, in the steps that payroll takes.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Deferrals;
use crate::money::Money;
use crate::percent::Percent;
use crate::record::{Election, ElectionStep, YearRecord};

/// One step of an election.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// In ten-thousandths of a percent.
    Percent(u32),
    /// In cents.
    Dollars(u32),
}

/// Deferral elections from nothing up, one step after the other. Lower ones lower the
/// pre-tax election first; higher ones raise what the person elects now.
#[derive(Clone, Copy, Debug)]
pub(in crate::worksheets::pace) struct Ladder {
    step: Step,
    /// Roth in whole steps, where both elections are in them.
    roth: u32,
    present: Deferrals,
    /// Where the two do not go by the same steps, Roth stays and pre-tax moves.
    mixed: bool,
}

impl Ladder {
    /// The ladder on which the present elections of a year stand.
    pub fn of(entry: &YearRecord) -> Self {
        let present = Deferrals::present(entry);
        let is_dollars = |election: Election| matches!(election, Election::Dollars(_)) && !election.is_nothing();
        let is_percent = |election: Election| matches!(election, Election::Percent(_)) && !election.is_nothing();
        let both = [present.pre_tax, present.roth];
        let in_dollars = if both.into_iter().any(is_percent) {
            false
        } else {
            both.into_iter().any(is_dollars) || entry.plan.election_step.in_dollars()
        };
        let step = match (in_dollars, entry.plan.election_step) {
            (true, ElectionStep::Cents) => Step::Dollars(1),
            (true, _) => Step::Dollars(100),
            (false, ElectionStep::HalfPercent) => Step::Percent(5_000),
            (false, ElectionStep::TenthPercent) => Step::Percent(1_000),
            (false, _) => Step::Percent(10_000),
        };
        let roth = steps_in(step, present.roth);
        Self { step, roth: roth.unwrap_or(0), present, mixed: roth.is_none() }
    }

    /// The elections of so many steps in all.
    pub fn at(self, steps: u32) -> Deferrals {
        if steps == 0 {
            return Deferrals::NOTHING;
        }
        if self.mixed {
            return Deferrals { pre_tax: self.election(steps - 1), roth: self.present.roth };
        }
        if self.present.pre_tax.is_nothing() && self.roth > 0 {
            return Deferrals { pre_tax: Election::NOTHING, roth: self.election(steps) };
        }
        let roth = self.roth.min(steps);
        Deferrals { pre_tax: self.election(steps - roth), roth: self.election(roth) }
    }

    /// The step of the present elections, rounded down to a whole one.
    pub fn present(self) -> u32 {
        let pre_tax = whole_steps(self.step, self.present.pre_tax);
        if self.mixed { pre_tax.saturating_add(1) } else { pre_tax.saturating_add(self.roth) }
    }

    /// The highest step: all of a paycheck, or without bound in dollars.
    pub fn top(self) -> u32 {
        match self.step {
            Step::Percent(step) => 1_000_000 / step,
            Step::Dollars(_) => u32::MAX / 2,
        }
    }

    /// How many steps the fixed part of the ladder is above the one that moves.
    pub fn offset(self) -> u32 {
        u32::from(self.mixed)
    }

    /// Whether one of the two stays as it is.
    pub fn is_mixed(self) -> bool {
        self.mixed
    }

    fn election(self, steps: u32) -> Election {
        match self.step {
            _ if steps == 0 => Election::NOTHING,
            Step::Percent(step) => Election::Percent(Percent::ten_thousandths(steps.saturating_mul(step))),
            Step::Dollars(step) => Election::Dollars(Money::cents(steps.saturating_mul(step))),
        }
    }
}

/// An election in whole steps, rounded down.
fn whole_steps(step: Step, election: Election) -> u32 {
    let steps = match (step, election) {
        (Step::Percent(step), Election::Percent(percent)) => {
            percent.fraction().checked_div(Decimal::new(step.into(), 6))
        }
        (Step::Dollars(step), Election::Dollars(dollars)) => {
            dollars.to_decimal().checked_div(Decimal::new(step.into(), 2))
        }
        _ => None,
    };
    steps.and_then(|steps| steps.trunc().to_u32()).unwrap_or(0)
}

/// An election that goes by these steps; none where it does not.
fn steps_in(step: Step, election: Election) -> Option<u32> {
    if election.is_nothing() {
        return Some(0);
    }
    let steps = whole_steps(step, election);
    let size = match step {
        Step::Percent(step) => Election::Percent(Percent::ten_thousandths(steps.saturating_mul(step))),
        Step::Dollars(step) => Election::Dollars(Money::cents(steps.saturating_mul(step))),
    };
    (size == election).then_some(steps)
}
