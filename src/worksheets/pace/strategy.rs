//! Which elections to enter, and when to change them: evenly, early, or by a date.

use std::cmp::Reverse;

use super::payroll_plan::{Elections, PayrollPlan};
use crate::date::Date;
use crate::money::Money;
use crate::record::Strategy;

/// Changes that fill the room within this of each other are alike, and the
/// easiest on the person is taken.
pub(super) const ALIKE: Money = Money::dollars(1);

/// Elections with one change, and what they leave of the room.
struct Candidate {
    unused: Money,
    elections: Elections,
    /// The paycheck of the change.
    place: usize,
    /// The election from there on, in steps.
    change: u32,
    /// The match on the after-tax money.
    earned: Money,
}

/// Of ways to spread the money those that earn the most match, which is the person's to gain,
/// but for some cents: that comes before how much of the person's own money goes in.
fn best_matched<T>(ways: &mut Vec<T>, earned: impl Fn(&T) -> Money) {
    let most = ways.iter().map(&earned).max().unwrap_or_default();
    ways.retain(|way| earned(way) + ALIKE >= most);
}

impl PayrollPlan {
    /// The elections of a strategy; nothing where even no election at all goes over.
    pub(super) fn elections(&self, strategy: Strategy, fill_by: Option<Date>) -> Option<Elections> {
        let end = self.offers.len();
        if self.start >= end {
            return self.fits(&[]).then(Vec::new);
        }
        match (strategy, fill_by) {
            (Strategy::FrontLoaded, _) => self.early(),
            (Strategy::ByDate, Some(date)) => {
                let stop = self.paychecks.to_come.iter().take_while(|check| check.date <= date).count();
                // Where nothing can be stopped then, it stops before.
                let stops = |place: &usize| *place == end || self.window(*place).is_some();
                self.even((self.start..=stop.clamp(self.start, end)).rfind(stops).unwrap_or(self.start))
            }
            _ => self.even(end),
        }
    }

    /// The highest election that can stand for all paychecks up to a place, then
    /// the one later change that fills best what it leaves; nothing after it.
    /// Whoever forgets the change stays under the limit.
    fn even(&self, stop: usize) -> Option<Elections> {
        let (start, end) = (self.start, self.offers.len());
        let closed = |mut elections: Elections| {
            if stop < end {
                elections.push((stop, 0));
            }
            elections
        };
        let top = self.ceiling(start, stop);
        let steady = self.largest(top, &|steps| closed(vec![(start, steps)]))?;
        let alone = closed(vec![(start, steady)]);
        let unused = self.unused(&alone);
        let earned = self.earned_by(&alone);
        let mut candidates = vec![Candidate { unused, elections: alone, place: start, change: steady, earned }];
        let mut sooner = Vec::new();
        let mut next = self.day_after(start);
        while next < stop {
            let place = next;
            next = self.day_after(place);
            if self.window(place).is_none() {
                continue;
            }
            let with = |first: u32, candidates: &mut Vec<Candidate>| {
                let (change, unused) = self.change(first, place, stop);
                if change < first || (change > first && self.separable(place)) {
                    let elections = closed(vec![(start, first), (place, change)]);
                    let earned = self.earned_by(&elections);
                    candidates.push(Candidate { unused, elections, place, change, earned });
                }
            };
            // Where pay holds the steady election back, more may be taken before the change.
            with(if steady == top { self.first_before(place, steady) } else { steady }, &mut candidates);
            if steady < top && self.most_matched.is_positive() {
                let first = self.first_before(place, steady);
                if first > steady {
                    with(first, &mut sooner);
                }
            }
        }
        // Match that ends before the year does is earned by more money before that. Such an
        // election must be changed in time, so that it is taken for nothing less.
        let most = |candidates: &[Candidate]| candidates.iter().map(|one| one.earned).max().unwrap_or_default();
        if most(&sooner) >= most(&candidates) + ALIKE {
            candidates.append(&mut sooner);
        }
        self.easiest(candidates)
    }

    /// The highest election that can stand until the paycheck at a place, and at least
    /// the steady one.
    fn first_before(&self, place: usize, steady: u32) -> u32 {
        let most = self.ceiling(self.start, place);
        let highest = self.largest(most, &|steps| vec![(self.start, steps), (place, 0)]);
        highest.unwrap_or(steady).max(steady)
    }

    /// The match that can be counted on under elections, where after-tax money is matched.
    fn earned_by(&self, elections: &Elections) -> Money {
        if self.most_matched.is_positive() { self.sure_match(&self.outcome(elections)) } else { Money::ZERO }
    }

    /// Of those that earn the most match and fill the room alike, the one with the fewest changes, which is the
    /// easiest on the person.
    fn easiest(&self, mut candidates: Vec<Candidate>) -> Option<Elections> {
        best_matched(&mut candidates, |candidate| candidate.earned);
        let least = candidates.iter().map(|candidate| candidate.unused).min()?;
        let in_dollars = self.in_dollars();
        // In dollars the last paycheck takes the remainder, to the last step.
        let enough = if in_dollars { least } else { least + ALIKE };
        let alike = candidates.into_iter().filter(|candidate| candidate.unused <= enough);
        let easiest = alike.min_by_key(|candidate| {
            let late = Reverse(candidate.place);
            // Dollars: the last paycheck takes the remainder. Percent: the smallest change.
            let ease = if in_dollars { (late, candidate.change) } else { (Reverse(0), candidate.change) };
            (candidate.elections.len(), ease, late)
        });
        easiest.map(|candidate| candidate.elections)
    }

    /// As much as pay allows, as early as it does, until the room is full. Where
    /// the first paychecks give less than later ones, the election may rise once.
    fn early(&self) -> Option<Elections> {
        if !self.entry.plan.change_months.is_empty() {
            return self.early_in_months();
        }
        let elections = self.early_from(&[], self.start)?;
        let mut candidates = vec![(self.unused(&elections), elections)];
        for place in self.rises().into_iter().filter(|place| *place > self.start && self.separable(*place)) {
            let waits = [(self.start, self.ceiling(self.start, place))];
            if let Some(elections) = self.early_from(&waits, place) {
                candidates.push((self.unused(&elections), elections));
            }
        }
        // Where later paychecks bear a lower election, those before them may take more.
        let mut place = self.day_after(self.start);
        while place < self.offers.len() {
            let next = self.day_after(place);
            if self.ceiling(self.start, place) > self.ceiling(self.start, next) && self.separable(place) {
                let elections = self.full_on(&[], self.start, place);
                if self.fits(&elections) {
                    candidates.push((self.unused(&elections), elections));
                }
            }
            place = next;
        }
        let least = candidates.iter().map(|(unused, _)| *unused).min()?;
        let enough = least + ALIKE;
        let filled = |elections: &Elections| match elections.last() {
            Some((place, 0)) => *place,
            Some(_) => usize::MAX,
            None => 0,
        };
        let alike = candidates.into_iter().filter(|(unused, _)| *unused <= enough);
        alike.map(|(_, elections)| elections).min_by_key(filled)
    }

    /// As much as pay allows as early as it does, with one change in the months in which the
    /// plan takes it.
    fn early_in_months(&self) -> Option<Elections> {
        let (start, end) = (self.start, self.offers.len());
        let mut candidates = Vec::new();
        for place in (start + 1..=end).filter(|place| *place == end || self.separable(*place)) {
            let stop = |mut elections: Elections, at: usize| {
                if at < end {
                    elections.push((at, 0));
                }
                elections
            };
            let most = self.ceiling(start, place);
            let first = self.largest(most, &|steps| stop(vec![(start, steps)], place))?;
            let (change, _) = if place < end { self.change(first, place, end) } else { (0, Money::ZERO) };
            let mut elections = vec![(start, first), (place, change)];
            elections.retain(|(from, _)| *from < end);
            candidates.push((self.unused(&elections), place, elections));
        }
        let least = candidates.iter().map(|(unused, ..)| *unused).min()?;
        let alike = candidates.into_iter().filter(|(unused, ..)| *unused <= least + ALIKE);
        alike.min_by_key(|(_, place, _)| *place).map(|(.., elections)| elections)
    }

    /// As much as pay allows from a paycheck on, after other elections.
    fn early_from(&self, waits: &[(usize, u32)], start: usize) -> Option<Elections> {
        let end = self.offers.len();
        let after = |elections: &[(usize, u32)]| [waits, elections].concat();
        if !self.fits(&after(&[(start, 0)])) {
            return None;
        }
        let mut elections = after(&[(start, self.ceiling(start, end))]);
        let mut place = start;
        while place < end {
            let next = self.day_after(place);
            if !self.fits(&after(&[(start, self.ceiling(start, next)), (next, 0)])) {
                elections = self.full_on(waits, start, place);
                break;
            }
            place = next;
        }
        elections.dedup_by_key(|(_, steps)| *steps);
        Some(elections)
    }

    /// The paychecks before a day give all they can; the day takes the rest of the room.
    fn full_on(&self, waits: &[(usize, u32)], start: usize, place: usize) -> Elections {
        let next = self.day_after(place);
        let before = |steps: u32| if place > start { vec![(start, steps)] } else { Vec::new() };
        let full = self.ceiling(start, if place > start { place } else { next });
        let full =
            if self.fits(&[waits, &before(full), &[(place, 0)]].concat()) { full } else { self.ceiling(start, next) };
        let stop = if next < self.offers.len() { vec![(next, 0)] } else { Vec::new() };
        let with = |steps: u32| [waits, &before(full), &[(place, steps)], &stop].concat();
        let most = self.ceiling(place, next);
        let most = if place == start || self.separable(place) { most } else { most.min(full) };
        with(self.largest(most, &with).unwrap_or(0))
    }
}
