//! The highest election that fits: a bound from a straight line, then whole steps.

use rust_decimal::prelude::ToPrimitive;

use super::payroll_plan::{Elections, PayrollPlan};
use crate::money::Money;

impl PayrollPlan {
    /// The most steps, up to a bound, with which elections fit; nothing if not even
    /// none does. More steps never fit where fewer do not.
    pub fn largest(&self, most: u32, elections: &dyn Fn(u32) -> Elections) -> Option<u32> {
        let fits = |steps: u32| self.fits(&elections(steps));
        if !fits(0) {
            return None;
        }
        // What fits lies at `low`, what does not at `high`; a straight line from
        // two totals comes within a step or two of the answer.
        let (mut low, mut high) = (0, most.saturating_add(1));
        let mut stride = 1;
        let mut probe = self.guess(most, elections).clamp(low, most);
        while high - low > 1 && probe > low && probe < high {
            if fits(probe) {
                low = probe;
                probe = probe.saturating_add(stride);
            } else {
                high = probe;
                probe = probe.saturating_sub(stride);
            }
            stride = stride.saturating_mul(2);
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if fits(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Some(low)
    }

    fn guess(&self, most: u32, elections: &dyn Fn(u32) -> Elections) -> u32 {
        const APART: u32 = 100;
        let none = self.total(&elections(0));
        let some = self.total(&elections(APART.min(most)));
        let slope = (some - none).to_decimal();
        let left = (self.room - none).to_decimal();
        let steps = left
            .checked_mul(APART.min(most).into())
            .and_then(|steps| steps.checked_div(slope))
            .and_then(|steps| steps.trunc().to_u32());
        steps.unwrap_or(most).min(most)
    }

    /// The most steps, up to a bound, that take no more than an amount from a
    /// stretch of paychecks, and what they take. For money that earns no match.
    fn most_within(&self, from: usize, to: usize, top: u32, left: Money) -> (u32, Money) {
        let takes = |steps: u32| self.sum(from, to, self.election(steps));
        // But for rounding, each step takes the same.
        let step = self.step_over(from, to);
        let guess = step.and_then(|step| left.to_decimal().checked_div(step));
        let mut steps = guess.and_then(|steps| steps.trunc().to_u32()).unwrap_or(top).min(top);
        let mut taken = takes(steps);
        while taken > left && steps > 0 {
            steps -= 1;
            taken = takes(steps);
        }
        while steps < top {
            let next = takes(steps + 1);
            if next > left {
                break;
            }
            (steps, taken) = (steps + 1, next);
        }
        (steps, taken)
    }

    /// The best election for a stretch after a first election, and what it leaves
    /// of the room; the election after the stretch is zero.
    pub fn change(&self, first: u32, from: usize, to: usize) -> (u32, Money) {
        let top = self.ceiling(from, to);
        let elections = |steps: u32| vec![(self.start, first), (from, steps), (to, 0)];
        if self.most_matched.is_positive() || !self.alternatives.is_empty() {
            let steps = self.largest(top, &elections).unwrap_or(0);
            return (steps, self.unused(&elections(steps)));
        }
        let before = self.fixed + self.sum(self.start, from, self.election(first));
        let reserve = self.reserve(&[(self.start, first)]);
        let left = self.room - before;
        let (steps, taken) = self.most_within(from, to, top, left - reserve);
        (steps, left - taken)
    }
}
