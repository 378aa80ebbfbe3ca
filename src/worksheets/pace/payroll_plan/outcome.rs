//! What elections bring, what they leave of the room, and whether they fit.

use super::{Elections, PayrollPlan};
use crate::date::Date;
use crate::money::Money;
use crate::record::Election;
use crate::worksheets::year::paychecks::YearMatch;

/// What elections bring.
#[derive(Clone, Debug)]
pub(in crate::worksheets::pace) struct Outcome {
    /// After-tax money of each paycheck, with what comes by itself.
    pub each: Vec<Money>,
    /// All of it.
    pub total: Money,
    /// Match to come, with a true-up that may come.
    pub employer_match: Money,
}

/// A planned election that cannot stand to the end of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MustChange {
    /// The election.
    pub election: Election,
    /// The first paycheck of the one after it.
    pub from: Date,
    /// The last day to enter that.
    pub by: Date,
    /// By how much the year would go over without it.
    pub over: Money,
    /// Whether that passes the law's limit, and not a cap of the plan's alone.
    pub by_law: bool,
}

impl PayrollPlan {
    /// The first of the changes whose election before it would go over if it stood.
    pub fn must_change(&self, elections: &[(usize, u32)]) -> Option<MustChange> {
        (1..elections.len()).find_map(|number| {
            let (standing, after) = elections.split_at_checked(number)?;
            let ((_, steps), (place, _)) = standing.last().zip(after.first())?;
            let over = -self.left(standing);
            let (from, (_, by)) = self.date(*place).zip(self.window(*place)).filter(|_| over.is_positive())?;
            let by_law = self.left_by_law(standing).is_negative();
            Some(MustChange { election: self.election(*steps), from, by, over, by_law })
        })
    }

    /// What elections bring, paycheck by paycheck.
    pub fn outcome(&self, elections: &[(usize, u32)]) -> Outcome {
        let mut each = Vec::with_capacity(self.offers.len());
        for (place, check) in self.paychecks.to_come.iter().enumerate() {
            let in_force = elections.iter().rev().find(|(from, _)| *from <= place);
            let taken = match in_force {
                Some((_, steps)) => self.taken(self.election(*steps), place),
                None => self.taken_now(place),
            };
            each.push(taken + check.set_after_tax());
        }
        let total: Money = each.iter().copied().sum();
        let employer_match = self.year_match(&each).to_come(&self.entry);
        Outcome { each, total, employer_match }
    }

    /// All after-tax money to come under elections.
    pub fn total(&self, elections: &[(usize, u32)]) -> Money {
        let mut total = self.fixed;
        if elections.is_empty() {
            total += (self.start..self.offers.len()).map(|place| self.taken_now(place)).sum();
        }
        for (number, (from, steps)) in elections.iter().enumerate() {
            let to = elections.get(number + 1).map_or(self.offers.len(), |(next, _)| *next);
            total += self.sum(*from, to, self.election(*steps));
        }
        total
    }

    /// What the first election would take beyond the present one, if it worked
    /// earlier than thought: room is kept for it.
    pub fn reserve(&self, elections: &[(usize, u32)]) -> Money {
        let Some((_, steps)) = elections.first() else { return Money::ZERO };
        let mut reserve = Money::ZERO;
        for place in self.early.clone() {
            let sooner = self.taken(self.election(*steps), place);
            let now = self.taken(self.entry.payroll.after_tax, place);
            reserve += (sooner - now).or_zero();
        }
        reserve
    }

    /// Whether elections stay within the plan's caps and the law, with the match
    /// that their after-tax money earns.
    pub fn fits(&self, elections: &[(usize, u32)]) -> bool {
        self.fits_alone(elections) && self.alternatives.iter().all(|other| self.fits_in(other, elections))
    }

    /// Whether the same elections stay within the limits of another plan of the year, with
    /// paychecks that this one does not have: whether they work there on what lies between
    /// two paychecks of this plan or not.
    pub fn fits_in(&self, other: &Self, elections: &[(usize, u32)]) -> bool {
        let early = |place: usize| match place.checked_sub(1).and_then(|before| self.date(before)) {
            Some(before) => other.place_after(before),
            None => 0,
        };
        let early: Elections = elections.iter().map(|(from, steps)| (early(*from), *steps)).collect();
        [self.as_of(other, elections), early].iter().all(|elections| !other.left_by_outcome(elections).is_negative())
    }

    /// The same elections by the places that their paychecks have in another plan of the year.
    pub fn as_of(&self, other: &Self, elections: &[(usize, u32)]) -> Elections {
        let place = |place: usize| self.date(place).map_or(other.offers.len(), |date| other.place_on(date));
        elections.iter().map(|(from, steps)| (place(*from), *steps)).collect()
    }

    /// What is left of all the room under elections that may work on any paycheck; negative
    /// where they go over it.
    pub fn left_by_outcome(&self, elections: &[(usize, u32)]) -> Money {
        let outcome = self.outcome(elections);
        self.whole_room.min(self.room_by_law - self.earned(&outcome)) - outcome.total
    }

    fn fits_alone(&self, elections: &[(usize, u32)]) -> bool {
        let total = self.total(elections) + self.reserve(elections);
        if total > self.room {
            return false;
        }
        if total + self.most_matched <= self.room_by_law {
            return true;
        }
        let mut most_match = self.outcome(elections).employer_match;
        // The same on paychecks that the change may reach sooner than thought.
        if let [(_, steps), later @ ..] = elections
            && !self.early.is_empty()
        {
            let sooner = [&[(self.early.start, *steps)], later].concat();
            most_match = most_match.max(self.outcome(&sooner).employer_match);
        }
        total + most_match - self.match_alone <= self.room_by_law
    }

    /// What is left of the room that the person wants to fill under elections, the match on
    /// their after-tax money reserved; negative where they go over.
    pub fn unused(&self, elections: &[(usize, u32)]) -> Money {
        self.left_of(self.room, elections)
    }

    /// What is left of all the room; negative where elections go over it.
    pub fn left(&self, elections: &[(usize, u32)]) -> Money {
        self.left_of(self.whole_room, elections)
    }

    fn left_of(&self, room: Money, elections: &[(usize, u32)]) -> Money {
        let total = self.total(elections);
        if !self.most_matched.is_positive() {
            return room - total;
        }
        let earned = self.earned(&self.outcome(elections));
        room.min(self.room_by_law - earned) - total
    }

    /// Whether elections go over the law's limit, and over a cap of the plan's by no more.
    pub fn passes_the_law(&self, elections: &[(usize, u32)]) -> bool {
        let by_law = self.left_by_law(elections);
        by_law.is_negative() && by_law <= self.left(elections)
    }

    /// What the law leaves under elections; negative where they go over it.
    pub fn left_by_law(&self, elections: &[(usize, u32)]) -> Money {
        self.room_by_law - self.earned(&self.outcome(elections)) - self.total(elections)
    }

    /// The match that after-tax money earns on top.
    pub fn earned(&self, outcome: &Outcome) -> Money {
        outcome.employer_match - self.match_alone
    }

    /// The match with after-tax money on the paychecks to come.
    fn year_match(&self, after_tax: &[Money]) -> YearMatch {
        YearMatch::with(&self.paychecks, &self.entry, after_tax)
    }

    /// The match on the after-tax money that can be counted on.
    pub fn surely_earned(&self, outcome: &Outcome) -> Money {
        let nothing = vec![Money::ZERO; outcome.each.len()];
        (self.sure_match(outcome) - self.year_match(&nothing).sure(&self.entry)).or_zero()
    }

    /// The match to come that can be counted on.
    pub fn sure_match(&self, outcome: &Outcome) -> Money {
        self.year_match(&outcome.each).sure(&self.entry)
    }

    /// The match of each paycheck with after-tax money on it; none where the match's
    /// rules are not known.
    pub fn matched(&self, after_tax: &[Money]) -> Vec<Money> {
        if self.entry.plan.matching.is_open() { Vec::new() } else { self.year_match(after_tax).each }
    }

    /// The match that the year loses because single paychecks miss it, with
    /// after-tax money on them.
    pub fn match_lost(&self, after_tax: &[Money]) -> Money {
        self.year_match(after_tax).lost(&self.entry)
    }

    /// Whether an amount is no more than half a cent of each of the year's paychecks.
    pub fn is_rounding(&self, amount: Money) -> bool {
        let paychecks = self.paychecks.dates.len() + self.entry.payroll.bonuses.len();
        amount <= Money::cents(u32::try_from(paychecks / 2).unwrap_or(u32::MAX))
    }
}
