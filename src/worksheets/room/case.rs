//! A year in figures, as all parts of the worksheet see it: deferrals, additions, the limit,
//! what is left, and how it is filled evenly.

use super::additions::{self, Additions};
use super::deferrals::{self, Deferrals};
use super::pay::{self, Pay};
use super::{MatchDrawn, NotReady, StillToCome, other_jobs, time};
use crate::date::Date;
use crate::explain::{Figure, Step};
use crate::law::{YearLimits, citations};
use crate::money::Money;
use crate::record::{Election, Income, YearRecord};
use crate::worksheets::year::paychecks::Paychecks;
use crate::worksheets::year::{Monthly, catch_up_rule};

/// All that the parts of the worksheet work with.
pub(super) struct Case<'a> {
    pub(super) paychecks: Option<&'a Paychecks>,
    pub(super) entry: &'a YearRecord,
    pub(super) limits: &'a YearLimits,
    pub(super) age: i16,
    pub(super) pay: Pay,
    pub(super) deferrals: Deferrals,
    pub(super) additions: Additions,
    pub(super) cap: Figure,
    pub(super) room_by_law: Figure,
    pub(super) room: Figure,
    pub(super) plan_caps: Vec<Step>,
    pub(super) unused_catch_up: Money,
    pub(super) over: Figure,
    pub(super) over_posted: Money,
    pub(super) pay_left: Money,
    pub(super) room_within_pay: Money,
    pub(super) room_with_reclassification: Money,
    pub(super) room_if_excess_returned: Money,
    /// An even pace that leaves free what [`Case::kept_free`] says.
    pub(super) pace: Option<Monthly>,
    /// What fits once what may still come is counted, and the match that it draws; where that
    /// is less than the room that pay can fill.
    pub(super) kept_free: Option<Money>,
    pub(super) today: Date,
    /// Months in which a contribution can still be made.
    pub(super) months: u8,
    /// What pay still brings for after-tax contributions.
    pub(super) pay_to_come: Money,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        entry: &'a YearRecord,
        limits: &'a YearLimits,
        age: i16,
        today: Date,
        paychecks: Option<&'a Paychecks>,
    ) -> Result<Self, NotReady> {
        let employer_here = entry.contributions.employer().total();
        let pay = pay::pay(entry, limits, employer_here)?;
        let deferrals = deferrals::deferrals(entry, limits, age, &pay);
        let additions = additions::additions(entry, limits, &deferrals);
        let cap = additions::cap(entry, limits, &pay, &additions);
        let left = Step::difference(
            "Limit less annual additions",
            citations::ANNUAL_ADDITIONS,
            [("limit here", cap.value), ("total used", additions.used.value)],
        );
        let room_by_law = Step::greatest(
            "Room by law",
            citations::ANNUAL_ADDITIONS,
            [("what is left", left.value), ("nothing", Money::ZERO)],
        );
        let over = Step::greatest(
            "Over the limit",
            citations::ANNUAL_ADDITIONS,
            [("total used less the limit", additions.joined_over - left.value), ("nothing", Money::ZERO)],
        );
        let plan_caps = additions::plan_caps(entry, limits, &pay, &deferrals);
        let within_caps = |room: Money| within_caps(room, &plan_caps);
        let room = Step::least(
            "Remaining after-tax room",
            if plan_caps.is_empty() { citations::ANNUAL_ADDITIONS } else { citations::PLAN_DOCUMENT },
            std::iter::once(("room by law".to_owned(), room_by_law.value))
                .chain(plan_caps.iter().map(|cap| (cap.label.clone(), cap.value.or_zero()))),
        );
        let taken = entry.contributions.deferrals().total() + entry.contributions.after_tax;
        let pay_left = (pay.here - taken).or_zero();
        let room_within_pay = room.value.min(pay_left);

        let unused_catch_up = (deferrals.allowance.min(entry.contributions.deferrals().total() + deferrals.related)
            - deferrals.catch_up.value)
            .or_zero();
        let with_reclassification = within_caps(left.value - additions.joined_over + unused_catch_up);
        let returned = deferrals.excess.value.min(entry.contributions.deferrals().total());
        let if_returned = within_caps(left.value - additions.joined_over + returned);

        let over_posted = over.value.min((additions.posted + additions.joined_over - cap.value).or_zero());
        let months = time::months_left(entry, limits.year, &pay, today);
        let pay_to_come = time::pay_to_come(entry, &pay, pay_left, months, paychecks);
        Ok(Self {
            today,
            months,
            pay_to_come,
            kept_free: None,
            pace: Monthly::even(room_within_pay.min(pay_to_come), u32::from(months)),
            room: Figure::new(plan_caps.iter().cloned(), room),
            room_by_law: Figure::new([left.clone()], room_by_law),
            over: Figure::new([left], over),
            room_with_reclassification: with_reclassification,
            room_if_excess_returned: if_returned,
            paychecks,
            entry,
            limits,
            age,
            pay,
            deferrals,
            additions,
            cap,
            plan_caps,
            unused_catch_up,
            over_posted,
            pay_left,
            room_within_pay,
        })
    }

    /// Lowers the even pace to what leaves room for what may still come, for the match that it
    /// draws, and for what a contested point may take.
    pub(super) fn leave_free(&mut self, still: Option<StillToCome>, drawn: Option<MatchDrawn>) {
        let at_worst = Some(other_jobs::room_at_worst(self));
        let bounds = [still.map(|still| still.room), drawn.map(|drawn| drawn.range().0), at_worst];
        let Some(pace) = self.pace else { return };
        self.kept_free = bounds.into_iter().flatten().min().filter(|fits| *fits < pace.total);
        if let Some(fits) = self.kept_free {
            self.pace = Monthly::even(fits, pace.contributions);
        }
    }

    /// Roth deferrals that are elected, and those that the plan's deemed election makes of
    /// catch-up to come.
    pub(super) fn roth_deferrals(&self) -> (Money, Money) {
        let roth = self.deferrals.roth_here;
        if let Some(paychecks) = self.paychecks {
            return (roth - paychecks.deemed_roth, paychecks.deemed_roth);
        }
        let rule = catch_up_rule(self.entry, self.limits, self.age);
        let deemed = if rule.must_be_roth && !rule.pre_tax_stops {
            (self.deferrals.catch_up.value - roth).or_zero().min(self.entry.contributions.pre_tax.to_come)
        } else {
            Money::ZERO
        };
        (roth, deemed)
    }

    /// By how much the additions pass the limit if nothing more is deferred from the
    /// paychecks to come, and so less is matched; none without paychecks.
    pub(super) fn without_deferrals_to_come(&self) -> Option<Money> {
        let paychecks = self.paychecks?.deferring(self.entry, &[(0, Election::NOTHING, Election::NOTHING)]);
        let entry = paychecks.projected(self.entry);
        let case = Case::new(&entry, self.limits, self.age, self.today, Some(&paychecks)).ok()?;
        Some(case.over.value)
    }

    /// Of the deferrals above the limit per person, what is posted: lower deferrals here do
    /// not prevent it.
    pub(super) fn excess_posted(&self) -> Money {
        (self.deferrals.excess.value - self.deferrals.here.to_come).or_zero()
    }

    /// Deferrals that no pay was there for: by the figures so far where paychecks are entered,
    /// since those to come follow from their pay.
    pub(super) fn deferrals_beyond_pay(&self) -> Money {
        // Deferrals are the calendar year's, whatever the limitation year.
        let calendar = match self.entry.income {
            Some(Income::Wages { pay }) => pay,
            _ => Money::ZERO,
        };
        let (deferred, pay) = match self.paychecks {
            Some(paychecks) => (self.deferrals.here.so_far, paychecks.pay_so_far),
            None => (self.deferrals.here.total(), self.pay.here.max(calendar)),
        };
        (deferred - pay).or_zero()
    }

    /// Total used and limit as a sentence tells them: where a joined plan alone
    /// passes the dollar limit, both with that plan's share, so that neither is negative.
    pub(super) fn used_and_limit(&self) -> (Money, Money) {
        let Additions { joined, joined_over, .. } = self.additions;
        let share = if joined_over.is_positive() { joined } else { Money::ZERO };
        (self.additions.used.value + share, self.cap.value + share - joined_over)
    }

    /// The room within the plan's caps under another limit or total.
    pub(super) fn room_if(&self, cap: Money, used: Money) -> Money {
        within_caps(cap - used, &self.plan_caps)
    }
}

/// A room, never below nothing nor above what the plan's caps leave.
fn within_caps(room: Money, plan_caps: &[Step]) -> Money {
    plan_caps.iter().fold(room, |room, cap| room.min(cap.value)).or_zero()
}
