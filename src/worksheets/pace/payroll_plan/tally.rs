//! What an election takes from a stretch of paychecks: those alike in kind and pay are
//! counted once, so that the search need not go over every paycheck each time.

use rust_decimal::Decimal;

use super::PayrollPlan;
use crate::money::{Money, RoundingStrategy};
use crate::record::Election;
use crate::worksheets::year::paychecks::{Kind, elected};

/// Paychecks alike, and how many come before each place.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// The kinds and pays there are.
    alike: Vec<(Kind, Money)>,
    /// How many of each come before a place.
    before: Vec<Vec<u32>>,
    /// What elections are worked out on before a place: pay, or paychecks for dollars.
    bases: Vec<Decimal>,
}

impl Tally {
    /// How many paychecks of a stretch are of one kind and pay.
    fn count(&self, number: usize, from: usize, to: usize) -> u32 {
        let before =
            |place: usize| self.before.get(place).and_then(|counts| counts.get(number)).copied().unwrap_or_default();
        before(to) - before(from)
    }

    /// The number of a kind and pay, given when it first comes.
    fn number(&mut self, like: (Kind, Money)) -> usize {
        self.alike.iter().position(|other| *other == like).unwrap_or_else(|| {
            self.alike.push(like);
            self.alike.len() - 1
        })
    }
}

impl PayrollPlan {
    /// Counts the paychecks that give anything.
    pub(super) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        let mut counts = Vec::new();
        let mut base = Decimal::ZERO;
        for (check, offer) in self.paychecks.to_come.iter().zip(&self.offers) {
            tally.before.push(counts.clone());
            tally.bases.push(base);
            if !offer.takes {
                continue;
            }
            let number = tally.number((check.kind, check.pay));
            counts.resize(tally.alike.len(), 0);
            if let Some(count) = counts.get_mut(number) {
                *count += 1;
            }
            base += match (self.in_dollars(), check.kind) {
                (false, _) => check.pay.to_decimal(),
                (true, Kind::Regular) => Decimal::ONE,
                (true, Kind::Bonus) => Decimal::ZERO,
            };
        }
        tally.before.push(counts);
        tally.bases.push(base);
        tally
    }

    /// What an election takes from all paychecks in a stretch.
    pub fn sum(&self, from: usize, to: usize, election: Election) -> Money {
        if election.is_nothing() {
            return Money::ZERO;
        }
        let mut sum = Money::ZERO;
        for (number, (kind, pay)) in self.tally.alike.iter().enumerate() {
            let many = self.tally.count(number, from, to);
            if many > 0 {
                // Cents times a count: nothing is left to round.
                sum += elected(election, *kind, *pay).times(many.into(), RoundingStrategy::ToZero);
            }
        }
        sum
    }

    /// What one step takes from a stretch but for rounding.
    pub fn step_over(&self, from: usize, to: usize) -> Option<Decimal> {
        let base = |place: usize| self.tally.bases.get(place).copied().unwrap_or_default();
        base(to).checked_sub(base(from))?.checked_mul(self.step_size())
    }
}
