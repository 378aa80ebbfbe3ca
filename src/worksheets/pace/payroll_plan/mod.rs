//! What after-tax elections bring in over the paychecks to come, and whether that
//! stays within every limit.
//!
//! An election is counted in whole steps of the plan. What it takes from a
//! paycheck is rounded half up, the most that payroll may round it to, so that
//! nothing that fits here goes over by a cent there.

mod offer;
mod outcome;
mod steps;
mod tally;
mod windows;

use std::ops::Range;

use crate::date::Date;
use crate::money::Money;
use crate::record::{Election, YearRecord};
use crate::worksheets::room::Left;
use crate::worksheets::year::paychecks::{Kind, Paycheck, Paychecks, YearMatch, elected};

pub(super) use offer::Constraint;
use offer::Offer;
pub use outcome::MustChange;
pub(super) use outcome::Outcome;
use tally::Tally;
use windows::{Window, Windows};

/// Days that a change is taken to need where the plan's number is not known.
pub(super) const USUAL_LEAD_DAYS: u8 = 7;

/// The days that a change is taken to need.
pub(super) fn lead_days(entry: &YearRecord) -> u8 {
    entry.plan.change_lead_days.unwrap_or(USUAL_LEAD_DAYS)
}

/// Elections in force one after the other: each from a paycheck, by its place,
/// in steps.
pub(super) type Elections = Vec<(usize, u32)>;

/// The paychecks to come as an after-tax election meets them.
#[derive(Clone, Debug)]
pub(super) struct PayrollPlan {
    /// What the person entered for the year.
    pub entry: YearRecord,
    /// The year's paychecks.
    pub paychecks: Paychecks,
    /// The first paycheck on which a new election can work.
    pub start: usize,
    /// Paychecks before that one which are not paid yet: if the change needs
    /// fewer days than thought, it works on them already.
    early: Range<usize>,
    /// For each paycheck the days in which an election is entered that works there first.
    windows: Vec<Option<Window>>,
    /// The same year if bonuses come that are not sure and for which no election can be
    /// entered any more: what is planned fits there, too.
    pub alternatives: Vec<PayrollPlan>,
    /// What the person wants to fill of the room.
    pub room: Money,
    /// What the law and the plan's caps leave for after-tax money.
    whole_room: Money,
    /// What the law alone leaves.
    room_by_law: Money,
    /// The match to come without after-tax money.
    match_alone: Money,
    /// The most match that after-tax money can earn on top.
    pub most_matched: Money,
    /// What each paycheck can give.
    pub offers: Vec<Offer>,
    /// What stretches of paychecks give, made ready for the search.
    tally: Tally,
    /// What comes whatever the new election: by the present one until the change
    /// works, by spillover, and by an election of its own for bonuses.
    pub fixed: Money,
}

impl PayrollPlan {
    /// The paychecks of a year. A change works from `from` at the earliest, where given.
    pub fn new(entry: &YearRecord, paychecks: Paychecks, left: Left, today: Date, from: Option<Date>) -> Self {
        let Windows { start, of: windows } = Windows::of(entry, &paychecks, today, from);
        let checks = &paychecks.to_come;
        let opens = windows.get(start).copied().flatten().map_or(today, |(opens, _)| opens);
        let unpaid = checks.iter().take_while(|check| check.date <= opens).count();
        let may_be_sooner = entry.plan.change_lead_days.is_none() && from.is_none();
        let early = if may_be_sooner { unpaid.min(start)..start } else { start..start };
        let match_to_come = |after_tax: &[Money]| YearMatch::with(&paychecks, entry, after_tax).to_come(entry);
        let match_alone = match_to_come(&vec![Money::ZERO; checks.len()]);
        let most_matched = if entry.plan.matching.matches_after_tax() {
            let all: Vec<Money> = checks.iter().map(|check| check.pay).collect();
            match_to_come(&all) - match_alone
        } else {
            Money::ZERO
        };
        let mut plan = Self {
            start,
            early,
            windows,
            alternatives: Vec::new(),
            room: wanted(entry, left.room),
            whole_room: left.room,
            room_by_law: left.room_by_law,
            match_alone,
            most_matched,
            offers: Vec::new(),
            tally: Tally::default(),
            fixed: Money::ZERO,
            entry: entry.clone(),
            paychecks,
        };
        plan.offers = plan.offers();
        plan.tally = plan.tally();
        plan.fixed = plan.fixed();
        if entry.payroll.spillover_only {
            plan.room = plan.room.min(plan.fixed);
        }
        plan
    }

    /// Take-home pay of a regular paycheck as it would be without any after-tax
    /// money. Later raises and deferrals that stop only add to it.
    pub fn whole_take_home(&self) -> Option<Money> {
        let payroll = &self.entry.payroll;
        let take_home = payroll.take_home?;
        let taken = elected(payroll.after_tax, Kind::Regular, self.paychecks.latest_pay);
        Some(take_home + taken)
    }

    /// What an election takes from a paycheck; nothing from one that gives none.
    pub fn taken(&self, election: Election, place: usize) -> Money {
        match (self.paychecks.to_come.get(place), self.offers.get(place)) {
            (Some(check), Some(Offer { takes: true, .. })) => elected(election, check.kind, check.pay),
            _ => Money::ZERO,
        }
    }

    /// What the present election takes from a paycheck: no more than is there.
    fn taken_now(&self, place: usize) -> Money {
        let most = self.offers.get(place).map_or(Money::ZERO, |offer| offer.most);
        self.taken(self.entry.payroll.after_tax, place).min(most)
    }

    /// What comes whatever the new election.
    fn fixed(&self) -> Money {
        self.set_after_tax() + (0..self.start).map(|place| self.taken_now(place)).sum()
    }

    /// All that comes by itself: what spills over, and what the election for bonuses brings.
    fn set_after_tax(&self) -> Money {
        self.paychecks.to_come.iter().map(Paycheck::set_after_tax).sum()
    }

    /// All that goes over into after-tax money by itself.
    pub fn spillover(&self) -> Money {
        self.paychecks.to_come.iter().map(|check| check.spillover).sum()
    }

    /// The day on which a paycheck is paid.
    pub fn date(&self, place: usize) -> Option<Date> {
        self.paychecks.to_come.get(place).map(|check| check.date)
    }

    /// The days in which an election is entered that works first on a paycheck.
    pub fn window(&self, place: usize) -> Option<Window> {
        self.windows.get(place).copied().flatten()
    }

    /// The place of the first paycheck of a day or after it.
    pub fn place_on(&self, date: Date) -> usize {
        self.paychecks.to_come.partition_point(|check| check.date < date)
    }

    /// The place of the first paycheck after a day.
    pub fn place_after(&self, date: Date) -> usize {
        self.paychecks.to_come.partition_point(|check| check.date <= date)
    }

    /// Whether a new election can still work on a paycheck.
    pub fn changeable(&self) -> bool {
        self.start < self.paychecks.to_come.len()
    }

    /// The place after the paychecks of the same day: a change works on all of them or on none.
    pub fn day_after(&self, place: usize) -> usize {
        let checks = &self.paychecks.to_come;
        let date = self.date(place);
        place + checks.iter().skip(place).take_while(|check| Some(check.date) == date).count()
    }

    /// Whether a change can be entered so that it works first on the paychecks of
    /// this day, however few days it needs: where that number is not known, the
    /// day of the paycheck before must be one on which it can be entered.
    pub fn separable(&self, place: usize) -> bool {
        if self.window(place).is_none() {
            return false;
        }
        let before = place.checked_sub(1).and_then(|before| self.date(before));
        let Some((before, date)) = before.zip(self.date(place)) else { return true };
        self.entry.plan.change_lead_days.is_some()
            || before.plus_days(USUAL_LEAD_DAYS.into()).is_ok_and(|enough| enough <= date)
    }

    /// The days from which on more can be taken than from the paycheck before.
    pub fn rises(&self) -> Vec<usize> {
        let mut rises = Vec::new();
        let mut before = self.offers.get(self.start).and_then(Offer::steps);
        for (place, offer) in self.offers.iter().enumerate().skip(self.start) {
            let Some(most) = offer.steps() else { continue };
            if before.is_some_and(|before| most > before) {
                // Not between two paychecks of the same day.
                rises.extend((self.start..=place).rev().find(|first| {
                    self.day_after(*first) > place
                        && first.checked_sub(1).is_none_or(|other| self.day_after(other) == *first)
                }));
            }
            before = Some(most);
        }
        rises
    }
}

/// The room that the person wants to fill.
fn wanted(entry: &YearRecord, room: Money) -> Money {
    let target = entry.payroll.own_target.map(|target| (target - entry.contributions.after_tax).or_zero());
    target.map_or(room, |target| target.min(room))
}
