//! What an after-tax election brings in over the paychecks to come, and whether
//! that stays within every limit.
//!
//! An election is counted in whole steps of the plan. What it takes from a
//! paycheck is rounded half up, the most that payroll may round it to, so that
//! nothing that fits here goes over by a cent there.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::date::Date;
use crate::money::{Money, Overflow, RoundingStrategy};
use crate::percent::Percent;
use crate::record::{Answer, Election, ElectionStep, YearRecord};
use crate::worksheets::room::Left;
use crate::worksheets::year::paychecks::{Kind, Paychecks, elected, lost_without_true_up, match_to_come, matched};

/// Days that a change is taken to need where the plan's number is not known.
pub(super) const USUAL_LEAD_DAYS: u8 = 7;

/// The days that a change is taken to need.
pub(super) fn lead_days(entry: &YearRecord) -> u8 {
    entry.plan.change_lead_days.unwrap_or(USUAL_LEAD_DAYS)
}

/// Elections in force one after the other: each from a paycheck, by its place,
/// in steps.
pub(super) type Path = Vec<(usize, u32)>;

/// What a path brings.
#[derive(Clone, Debug)]
pub(super) struct Brought {
    /// After-tax money of each paycheck, spillover included.
    pub each: Vec<Money>,
    /// All of it.
    pub total: Money,
    /// Match to come, with a true-up that may come.
    pub employer_match: Money,
}

/// What holds an election back on a paycheck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// Pay after deferrals.
    Pay,
    /// Take-home pay.
    TakeHome,
    /// The least take-home pay that the person wants to keep.
    LeastTakeHome,
    /// The highest election that payroll takes.
    Highest,
}

/// The paychecks to come as an after-tax election meets them.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub entry: YearRecord,
    pub paychecks: Paychecks,
    /// The first paycheck on which a new election can work.
    pub start: usize,
    /// Paychecks before that one which are not paid yet: if the change needs
    /// fewer days than thought, it works on them already.
    early: std::ops::Range<usize>,
    /// What the law and the plan's caps leave for after-tax money.
    pub room: Money,
    /// What the law alone leaves.
    room_by_law: Money,
    /// The match to come without after-tax money.
    match_alone: Money,
    /// The most match that after-tax money can earn on top.
    pub most_matched: Money,
    /// The most that payroll can take from each paycheck.
    pub most: Vec<Money>,
    /// Which paychecks give anything.
    pub takes: Vec<bool>,
    /// The most steps on each paycheck that leave the least take-home pay; none
    /// where no election takes anything.
    ceilings: Vec<Option<(u32, Holder)>>,
    /// Paychecks alike in kind and pay, and how many of each come before a place.
    alike: Vec<(Kind, Money)>,
    before: Vec<Vec<u32>>,
    /// What elections are reckoned on before a place: pay, or paychecks for dollars.
    pub bases: Vec<Decimal>,
    /// What comes whatever the new election: by the present one until the change
    /// works, and by spillover.
    pub fixed: Money,
}

impl Course {
    /// The course of a year. A change works from `from` at the earliest, where given.
    pub fn new(
        entry: &YearRecord,
        paychecks: Paychecks,
        left: Left,
        today: Date,
        from: Option<Date>,
    ) -> Result<Self, Overflow> {
        let lead = entry.plan.change_lead_days;
        let earliest = today.plus_days(lead_days(entry).into()).unwrap_or(today);
        let earliest = from.map_or(earliest, |from| from.max(earliest));
        let checks = &paychecks.to_come;
        let start = checks.iter().take_while(|check| check.date < earliest).count();
        let unpaid = checks.iter().take_while(|check| check.date <= today).count();
        let early = if lead.is_none() && from.is_none() { unpaid.min(start)..start } else { start..start };
        let nothing = vec![Money::ZERO; checks.len()];
        let match_alone = match_to_come(&paychecks, entry, &nothing)?;
        let most_matched = if entry.plan.matching.matches_after_tax() {
            let all: Vec<Money> = checks.iter().map(|check| check.pay).collect();
            match_to_come(&paychecks, entry, &all)?.minus(match_alone)?
        } else {
            Money::ZERO
        };
        let mut course = Self {
            start,
            early,
            room: left.room,
            room_by_law: left.room_by_law,
            match_alone,
            most_matched,
            most: Vec::new(),
            takes: Vec::new(),
            ceilings: Vec::new(),
            alike: Vec::new(),
            before: Vec::new(),
            bases: Vec::new(),
            fixed: Money::ZERO,
            entry: entry.clone(),
            paychecks,
        };
        course.measure()?;
        Ok(course)
    }

    /// Measures each paycheck: what it can give, and which are alike.
    fn measure(&mut self) -> Result<(), Overflow> {
        let payroll = &self.entry.payroll;
        let plan = &self.entry.plan;
        let cash = self.whole_take_home()?;
        let least = payroll.least_take_home.unwrap_or_default();
        let highest = plan.election_limit.map(|limit| self.steps_of(limit.fraction()));
        let mut deferred = self.entry.contributions.deferrals()?.so_far;
        let mut counts = Vec::new();
        let mut base = Decimal::ZERO;
        for (place, check) in self.paychecks.to_come.iter().enumerate() {
            let waits = self.paychecks.after_tax_waits(plan, deferred);
            deferred = deferred.plus(check.deferral()?)?;
            let takes = check.takes_after_tax && check.pay.is_positive() && !waits;
            let mut bounds = vec![(check.pay_left()?, Holder::Pay)];
            if let Some(cash) = cash.filter(|_| check.kind == Kind::Regular) {
                bounds.push((cash.minus(check.spillover)?.or_zero(), Holder::TakeHome));
            }
            // Payroll takes the present election whatever the person wants to keep.
            let most = bounds.iter().map(|(most, _)| *most).min().unwrap_or_default();
            if let Some(cash) = cash.filter(|_| check.kind == Kind::Regular && least.is_positive()) {
                bounds.push((cash.minus(check.spillover)?.minus(least)?.or_zero(), Holder::LeastTakeHome));
            }
            if let Some(limit) = plan.election_limit.filter(|_| self.in_dollars()) {
                bounds.push((check.pay.times(limit.fraction(), RoundingStrategy::ToZero)?, Holder::Highest));
            }
            let (wanted, mut holder) = bounds.into_iter().min_by_key(|(most, _)| *most).unwrap_or((most, Holder::Pay));
            self.before.push(counts.clone());
            self.bases.push(base);
            let mut ceiling = None;
            if takes {
                let like = (check.kind, check.pay);
                let kind = self.alike.iter().position(|other| *other == like).unwrap_or_else(|| {
                    self.alike.push(like);
                    counts.push(0);
                    self.alike.len() - 1
                });
                if let Some(count) = counts.get_mut(kind) {
                    *count += 1;
                }
                let more = match (self.in_dollars(), check.kind) {
                    (false, _) => check.pay.to_decimal(),
                    (true, Kind::Regular) => Decimal::ONE,
                    (true, Kind::Bonus) => Decimal::ZERO,
                };
                base = base.checked_add(more).ok_or(Overflow)?;
                if check.kind == Kind::Regular || !self.in_dollars() {
                    let most = self.ceiling_of(check.kind, check.pay, wanted)?;
                    if highest.is_some_and(|highest| highest <= most) {
                        holder = Holder::Highest;
                    }
                    ceiling = Some((most.min(highest.unwrap_or(u32::MAX)), holder));
                }
            }
            self.ceilings.push(ceiling);
            self.takes.push(takes);
            self.most.push(most);
            let now = if place < self.start { self.taken(payroll.after_tax, place)?.min(most) } else { Money::ZERO };
            self.fixed = self.fixed.plus(now)?.plus(check.spillover)?;
        }
        self.before.push(counts);
        self.bases.push(base);
        Ok(())
    }

    /// Take-home pay of a regular paycheck as it would be without any after-tax
    /// money. Later raises and deferrals that stop only add to it.
    pub fn whole_take_home(&self) -> Result<Option<Money>, Overflow> {
        let payroll = &self.entry.payroll;
        let Some(take_home) = payroll.take_home else { return Ok(None) };
        let taken = elected(payroll.after_tax, Kind::Regular, self.paychecks.latest_pay)?;
        take_home.plus(taken).map(Some)
    }

    /// The match of each paycheck with after-tax money on it.
    pub fn matched(&self, after_tax: &[Money]) -> Result<Vec<Money>, Overflow> {
        if self.entry.plan.matching.offered == Answer::Unknown {
            return Ok(Vec::new());
        }
        matched(&self.paychecks, &self.entry, after_tax).map(|(each, _)| each)
    }

    /// The match that the year loses because single paychecks miss it, with
    /// after-tax money on them.
    pub fn match_lost(&self, after_tax: &[Money]) -> Result<Money, Overflow> {
        if self.entry.plan.matching.offered == Answer::Unknown || !lost_without_true_up(&self.entry) {
            return Ok(Money::ZERO);
        }
        matched(&self.paychecks, &self.entry, after_tax).map(|(_, beyond)| beyond)
    }

    /// The most steps that take no more than an amount from a paycheck.
    fn ceiling_of(&self, kind: Kind, pay: Money, most: Money) -> Result<u32, Overflow> {
        if self.in_dollars() {
            let whole = most.to_decimal().checked_div(self.step_size()).ok_or(Overflow)?;
            return Ok(whole.trunc().to_u32().unwrap_or(u32::MAX));
        }
        let Some(share) = most.to_decimal().checked_div(pay.to_decimal()) else { return Ok(u32::MAX) };
        let mut steps = self.steps_of(share.min(Decimal::ONE)).saturating_add(1).min(self.steps_of(Decimal::ONE));
        while steps > 0 && elected(self.election(steps), kind, pay)? > most {
            steps -= 1;
        }
        Ok(steps)
    }

    /// Whether elections are in dollars.
    pub fn in_dollars(&self) -> bool {
        self.entry.plan.election_step.in_dollars()
    }

    /// One step, as a fraction of pay or in dollars.
    pub fn step_size(&self) -> Decimal {
        match self.entry.plan.election_step {
            ElectionStep::Percent => Decimal::new(1, 2),
            ElectionStep::HalfPercent => Decimal::new(5, 3),
            ElectionStep::TenthPercent => Decimal::new(1, 3),
            ElectionStep::Dollars => Decimal::ONE,
            ElectionStep::Cents => Decimal::new(1, 2),
        }
    }

    /// How many whole steps a share of pay has; without bound for dollars.
    pub fn steps_of(&self, share: Decimal) -> u32 {
        if self.in_dollars() {
            return u32::MAX;
        }
        share.checked_div(self.step_size()).and_then(|steps| steps.trunc().to_u32()).unwrap_or(u32::MAX)
    }

    /// The election of so many steps.
    pub fn election(&self, steps: u32) -> Election {
        let percent =
            |ten_thousandths: u32| Election::Percent(Percent::ten_thousandths(steps.saturating_mul(ten_thousandths)));
        match self.entry.plan.election_step {
            ElectionStep::Percent => percent(10_000),
            ElectionStep::HalfPercent => percent(5_000),
            ElectionStep::TenthPercent => percent(1_000),
            ElectionStep::Dollars => Election::Dollars(Money::dollars(steps)),
            ElectionStep::Cents => Election::Dollars(Money::cents(steps)),
        }
    }

    /// What an election takes from a paycheck; nothing from one that gives none.
    pub fn taken(&self, election: Election, place: usize) -> Result<Money, Overflow> {
        match (self.paychecks.to_come.get(place), self.takes.get(place)) {
            (Some(check), Some(true)) => elected(election, check.kind, check.pay),
            _ => Ok(Money::ZERO),
        }
    }

    /// The days from which on more can be taken than from the paycheck before.
    pub fn rises(&self) -> Vec<usize> {
        let ceiling = |place: usize| self.ceilings.get(place).copied().flatten().map(|(most, _)| most);
        let mut rises = Vec::new();
        let mut before = ceiling(self.start);
        for place in self.start..self.ceilings.len() {
            let Some(most) = ceiling(place) else { continue };
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

    /// The most steps that every paycheck in a stretch can give.
    pub fn ceiling(&self, from: usize, to: usize) -> u32 {
        self.held(from, to).map_or(0, |(most, _)| most)
    }

    /// The same with what holds it back; none where no election takes anything.
    pub fn held(&self, from: usize, to: usize) -> Option<(u32, Holder)> {
        let ceilings = self.ceilings.get(from..to).unwrap_or_default().iter().copied().flatten();
        ceilings.min_by_key(|(most, _)| *most)
    }

    /// The place after the paychecks of the same day: a change works on all of them or on none.
    pub fn day_after(&self, place: usize) -> usize {
        let checks = &self.paychecks.to_come;
        let date = checks.get(place).map(|check| check.date);
        place + checks.iter().skip(place).take_while(|check| Some(check.date) == date).count()
    }

    /// Whether a change can be entered so that it works first on the paychecks of
    /// this day, however few days it needs: where that number is not known, the
    /// day of the paycheck before must be one on which it can be entered.
    pub fn separable(&self, place: usize) -> bool {
        let date = |place: usize| self.paychecks.to_come.get(place).map(|check| check.date);
        let Some((before, date)) = place.checked_sub(1).and_then(date).zip(date(place)) else { return true };
        self.entry.plan.change_lead_days.is_some()
            || before.plus_days(USUAL_LEAD_DAYS.into()).is_ok_and(|enough| enough <= date)
    }

    /// What an election takes from all paychecks in a stretch.
    pub fn sum(&self, from: usize, to: usize, election: Election) -> Result<Money, Overflow> {
        if election.is_nothing() {
            return Ok(Money::ZERO);
        }
        let count = |place: usize, kind: usize| {
            self.before.get(place).and_then(|counts| counts.get(kind)).copied().unwrap_or_default()
        };
        let mut sum = Decimal::ZERO;
        for (number, (kind, pay)) in self.alike.iter().enumerate() {
            let many = count(to, number) - count(from, number);
            if many > 0 {
                let each = elected(election, *kind, *pay)?.to_decimal();
                sum = each.checked_mul(many.into()).and_then(|all| sum.checked_add(all)).ok_or(Overflow)?;
            }
        }
        // Cents times counts: nothing is left to round.
        Money::rounded(sum, RoundingStrategy::ToZero)
    }

    /// All after-tax money to come under a path.
    pub fn total(&self, path: &[(usize, u32)]) -> Result<Money, Overflow> {
        let mut total = self.fixed;
        for (place, (from, steps)) in path.iter().enumerate() {
            let to = path.get(place + 1).map_or(self.takes.len(), |(next, _)| *next);
            total = total.plus(self.sum(*from, to, self.election(*steps))?)?;
        }
        Ok(total)
    }

    /// What the first election of a path would take beyond the present one, if
    /// it worked earlier than thought.
    pub fn kept_free(&self, path: &[(usize, u32)]) -> Result<Money, Overflow> {
        let Some((_, steps)) = path.first() else { return Ok(Money::ZERO) };
        let mut kept = Money::ZERO;
        for place in self.early.clone() {
            let sooner = self.taken(self.election(*steps), place)?;
            let now = self.taken(self.entry.payroll.after_tax, place)?;
            kept = kept.plus(sooner.minus(now)?.or_zero())?;
        }
        Ok(kept)
    }

    /// Whether a path stays within the plan's caps and the law, with the match
    /// that its after-tax money earns.
    pub fn fits(&self, path: &[(usize, u32)]) -> Result<bool, Overflow> {
        let total = self.total(path)?.plus(self.kept_free(path)?)?;
        if total > self.room {
            return Ok(false);
        }
        if total.plus(self.most_matched)? <= self.room_by_law {
            return Ok(true);
        }
        let mut most_match = self.brought(path)?.employer_match;
        // The same on paychecks that the change may reach sooner than thought.
        if let [(_, steps), later @ ..] = path
            && !self.early.is_empty()
        {
            let sooner = [&[(self.early.start, *steps)], later].concat();
            most_match = most_match.max(self.brought(&sooner)?.employer_match);
        }
        Ok(total.plus(most_match.minus(self.match_alone)?)? <= self.room_by_law)
    }

    /// What a path brings, paycheck by paycheck.
    pub fn brought(&self, path: &[(usize, u32)]) -> Result<Brought, Overflow> {
        let mut each = Vec::with_capacity(self.takes.len());
        for (place, check) in self.paychecks.to_come.iter().enumerate() {
            let in_force = path.iter().rev().find(|(from, _)| *from <= place);
            let taken = match in_force {
                Some((_, steps)) => self.taken(self.election(*steps), place)?,
                None => {
                    let most = self.most.get(place).copied().unwrap_or_default();
                    self.taken(self.entry.payroll.after_tax, place)?.min(most)
                }
            };
            each.push(taken.plus(check.spillover)?);
        }
        let total = Money::sum(each.iter().copied())?;
        let employer_match = match_to_come(&self.paychecks, &self.entry, &each)?;
        Ok(Brought { each, total, employer_match })
    }

    /// What is left of the room under a path, the match on its after-tax money
    /// reserved; negative where the path goes over.
    pub fn unused(&self, path: &[(usize, u32)]) -> Result<Money, Overflow> {
        let total = self.total(path)?;
        if !self.most_matched.is_positive() {
            return self.room.minus(total);
        }
        let earned = self.brought(path)?.employer_match.minus(self.match_alone)?;
        self.room.min(self.room_by_law.minus(earned)?).minus(total)
    }

    /// What the law leaves under a path; negative where the path goes over it.
    pub fn left_by_law(&self, path: &[(usize, u32)]) -> Result<Money, Overflow> {
        self.room_by_law.minus(self.earned(&self.brought(path)?)?)?.minus(self.total(path)?)
    }

    /// The match that after-tax money earns on top.
    pub fn earned(&self, brought: &Brought) -> Result<Money, Overflow> {
        brought.employer_match.minus(self.match_alone)
    }
}
