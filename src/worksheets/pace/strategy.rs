//! Which elections to enter, and when to change them: evenly, early, or by a date.

use std::cmp::Reverse;

use super::course::{Course, Path};
use crate::date::Date;
use crate::money::{Money, Overflow};
use crate::record::Strategy;

/// Changes that fill the room within this of each other are alike, and the
/// easiest on the person is taken.
pub(super) const ALIKE: Money = Money::dollars(1);

/// A path with one change, and what it leaves of the room.
struct Way {
    unused: Money,
    path: Path,
    /// The paycheck of the change.
    place: usize,
    /// The election from there on, in steps.
    change: u32,
}

impl Course {
    /// The path of a strategy; nothing where even no election at all goes over.
    pub(super) fn path(&self, strategy: Strategy, fill_by: Option<Date>) -> Result<Option<Path>, Overflow> {
        let end = self.takes.len();
        if self.start >= end {
            return Ok(self.fits(&[])?.then(Vec::new));
        }
        match (strategy, fill_by) {
            (Strategy::FrontLoaded, _) => self.early(),
            (Strategy::ByDate, Some(date)) => {
                let stop = self.paychecks.to_come.iter().take_while(|check| check.date <= date).count();
                self.even(stop.clamp(self.start, end))
            }
            _ => self.even(end),
        }
    }

    /// The highest election that can stand for all paychecks up to a place, then
    /// the one later change that fills best what it leaves; nothing after it.
    /// Whoever forgets the change stays under the limit.
    fn even(&self, stop: usize) -> Result<Option<Path>, Overflow> {
        let (start, end) = (self.start, self.takes.len());
        let closed = |mut path: Path| {
            if stop < end {
                path.push((stop, 0));
            }
            path
        };
        let top = self.ceiling(start, stop);
        let Some(steady) = self.largest(top, &|steps| closed(vec![(start, steps)]))? else { return Ok(None) };
        let alone = closed(vec![(start, steady)]);
        let mut ways = vec![Way { unused: self.unused(&alone)?, path: alone, place: start, change: steady }];
        let mut next = self.day_after(start);
        while next < stop {
            let place = next;
            next = self.day_after(place);
            // Where pay holds the steady election back, more may be taken before the change.
            let first = if steady == top {
                let most = self.ceiling(start, place);
                self.largest(most, &|steps| vec![(start, steps), (place, 0)])?.unwrap_or(steady).max(steady)
            } else {
                steady
            };
            let (change, unused) = self.change(first, place, stop)?;
            if change < first || (change > first && self.separable(place)) {
                ways.push(Way { unused, path: closed(vec![(start, first), (place, change)]), place, change });
            }
        }
        let Some(least) = ways.iter().map(|way| way.unused).min() else { return Ok(None) };
        let in_dollars = self.in_dollars();
        // In dollars the last paycheck takes the remainder, to the last step.
        let enough = if in_dollars { least } else { least.plus(ALIKE)? };
        let best = ways.into_iter().filter(|way| way.unused <= enough).min_by_key(|way| {
            let late = Reverse(way.place);
            // Dollars: the last paycheck takes the remainder. Percent: the smallest change.
            let ease = if in_dollars { (late, way.change) } else { (Reverse(0), way.change) };
            (way.path.len(), ease, late)
        });
        Ok(best.map(|way| way.path))
    }

    /// As much as pay allows, as early as it does, until the room is full. Where
    /// the first paychecks give less than later ones, the election may rise once.
    fn early(&self) -> Result<Option<Path>, Overflow> {
        let Some(path) = self.early_from(Vec::new(), self.start)? else { return Ok(None) };
        let mut ways = vec![(self.unused(&path)?, path)];
        for place in self.rises().into_iter().filter(|place| *place > self.start && self.separable(*place)) {
            let waits = vec![(self.start, self.ceiling(self.start, place))];
            if let Some(path) = self.early_from(waits, place)? {
                ways.push((self.unused(&path)?, path));
            }
        }
        let Some(least) = ways.iter().map(|(unused, _)| *unused).min() else { return Ok(None) };
        let enough = least.plus(ALIKE)?;
        let filled =
            |path: &Path| path.last().map_or(0, |(place, steps)| if *steps == 0 { *place } else { usize::MAX });
        let alike = ways.into_iter().filter(|(unused, _)| *unused <= enough);
        Ok(alike.map(|(_, path)| path).min_by_key(filled))
    }

    /// As much as pay allows from a paycheck on, after other elections.
    fn early_from(&self, waits: Path, start: usize) -> Result<Option<Path>, Overflow> {
        let end = self.takes.len();
        let after = |path: &[(usize, u32)]| [&waits[..], path].concat();
        let tidy = |mut path: Path| {
            path.dedup_by_key(|(_, steps)| *steps);
            path
        };
        if !self.fits(&after(&[(start, 0)]))? {
            return Ok(None);
        }
        let mut next = start;
        while next < end {
            let place = next;
            next = self.day_after(place);
            let steps = self.ceiling(start, next);
            if self.fits(&after(&[(start, steps), (next, 0)]))? {
                continue;
            }
            let before = |steps: u32| if place > start { vec![(start, steps)] } else { Vec::new() };
            let stopped = |mut path: Path| {
                if next < end {
                    path.push((next, 0));
                }
                after(&path)
            };
            // The paychecks before this day give all they can; it takes the rest.
            let full = self.ceiling(start, if place > start { place } else { next });
            let full = if self.fits(&after(&[&before(full)[..], &[(place, 0)]].concat()))? { full } else { steps };
            let most = self.ceiling(place, next);
            let most = if place == start || self.separable(place) { most } else { most.min(full) };
            let rest =
                self.largest(most, &|steps| stopped([&before(full)[..], &[(place, steps)]].concat()))?.unwrap_or(0);
            return Ok(Some(tidy(stopped([&before(full)[..], &[(place, rest)]].concat()))));
        }
        Ok(Some(tidy(after(&[(start, self.ceiling(start, end))]))))
    }
}
