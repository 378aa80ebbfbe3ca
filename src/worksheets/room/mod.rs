//! The Contribution Room Worksheet: how much after-tax money still fits this year.
//!
//! Per group of related employers the annual additions (elective deferrals that
//! are not catch-up, employer money, forfeitures, after-tax contributions) may
//! not exceed the dollar limit or 100% of pay (IRC 415(c)). What is left, within
//! the plan's own caps, is the room.

mod additions;
mod closing;
mod closing_words;
mod deferrals;
mod doubts;
mod elected;
mod estimate;
mod findings;
mod lines;
mod match_drawn;
mod page;
mod pay;
mod picture;
mod report;
mod time;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Figure, Found, Step};
use crate::law::{Standing, YearLimits, citations};
use crate::money::Money;
use crate::record::{Election, Income, YearRecord};
use crate::worksheets::feasibility::Feasibility;
use crate::worksheets::year::paychecks::Paychecks;
use crate::worksheets::year::{Monthly, NotReady, RothCatchUp, Year, catch_up_rule};

use additions::Additions;
pub use closing::{Flaw, Verdict};
use deferrals::Deferrals;
use doubts::Doubts;
pub use estimate::StillToCome;
pub use findings::{Code, Finding};
pub use lines::{LINES, Line};
pub use match_drawn::MatchDrawn;
pub(super) use page::PAGE;
use pay::Pay;
pub use picture::{Part, Picture, Segment};
pub(super) use report::headline;

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Room {
    /// The calendar year.
    pub year: i16,
    /// How sure its limits are.
    pub standing: Standing,
    /// The limits used.
    pub limits: YearLimits,
    /// Age reached by 31 December of the year.
    pub age_at_year_end: i16,
    /// The guide's six lines, and the lines that the law adds.
    pub lines: [Line; LINES],
    /// The limit that applies here: the dollar limit or 100% of pay.
    pub cap: Figure,
    /// Elective deferrals that count toward it.
    pub regular_deferrals: Figure,
    /// Elective deferrals that are catch-up and stand outside it.
    pub catch_up: Figure,
    /// The most that can be catch-up in this plan.
    pub catch_up_allowance: Money,
    /// Whether catch-up must be Roth.
    pub roth_catch_up: RothCatchUp,
    /// Employer money and forfeitures, posted and still to come.
    pub employer: Figure,
    /// After-tax contributions already in.
    pub after_tax: Money,
    /// All annual additions.
    pub used: Figure,
    /// Of those, what is posted so far.
    pub posted: Money,
    /// What the law leaves under the limit, never below nothing.
    pub room_by_law: Figure,
    /// What the plan lets in of that: the answer.
    pub room: Figure,
    /// By how much the additions exceed the limit.
    pub over: Figure,
    /// Of that, by how much a plan joined by the 403(b) rule passes the dollar limit alone.
    pub joined_over: Money,
    /// Of that, what is already posted and only the plan can correct.
    pub over_posted: Money,
    /// Pay of this job not yet spoken for by deferrals and after-tax money.
    pub pay_left: Money,
    /// The room that this pay can fill.
    pub room_within_pay: Money,
    /// The room if unused catch-up takes in deferrals above the limit (contested).
    pub room_with_reclassification: Money,
    /// Deferrals above the limit per person.
    pub excess_deferrals: Figure,
    /// The room once such an excess has come back out of this plan by 15 April.
    pub room_if_excess_returned: Money,
    /// Deferrals still possible, catch-up apart.
    pub deferrals_left: Money,
    /// Catch-up still possible.
    pub catch_up_left: Money,
    /// Everything in the plan for the year if the room is filled.
    pub total_if_filled: Money,
    /// For the self-employed: the most that the business may put in.
    pub most_employer: Option<Money>,
    /// Equal monthly contributions that fill the room; none when no month is left.
    pub pace: Option<Monthly>,
    /// The limit as a stacked bar.
    pub picture: Picture,
    /// What stands above it all: a flaw first, then whether the plan can do it, then the room.
    pub verdict: Verdict,
    /// What may still come and is not entered, and the room that would then be left.
    pub still_to_come: Option<StillToCome>,
    /// After-tax contributions that fit where they draw match, by when they go in.
    pub match_drawn: Option<MatchDrawn>,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
    /// What follows from the paychecks, where they are entered.
    pub to_come: Option<ToCome>,
}

/// What follows from the paychecks and so is not asked: the pay of the whole
/// year, and what is still to come of deferrals and match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ToCome {
    /// Gross pay of the year.
    pub pay: Money,
    /// Pre-tax deferrals to come.
    pub pre_tax: Money,
    /// Roth deferrals to come.
    pub roth: Money,
    /// Match to come, with a true-up that may come.
    pub employer_match: Money,
}

/// What is not settled by the figures alone.
struct Open {
    feasibility: Feasibility,
    doubts: Doubts,
    still_to_come: Option<StillToCome>,
    match_drawn: Option<MatchDrawn>,
    /// By how much the present elections pass the room.
    beyond_the_room: Option<Money>,
}

/// All that the parts of the worksheet work with.
struct Case<'a> {
    paychecks: Option<&'a Paychecks>,
    entry: &'a YearRecord,
    limits: &'a YearLimits,
    age: i16,
    pay: Pay,
    deferrals: Deferrals,
    additions: Additions,
    cap: Figure,
    room_by_law: Figure,
    room: Figure,
    plan_caps: Vec<Step>,
    unused_catch_up: Money,
    over: Figure,
    over_posted: Money,
    pay_left: Money,
    room_within_pay: Money,
    room_with_reclassification: Money,
    room_if_excess_returned: Money,
    /// An even pace that leaves free what [`Case::kept_free`] says.
    pace: Option<Monthly>,
    /// What fits once what may still come is counted, and the match that it draws; where that
    /// is less than the room that pay can fill.
    kept_free: Option<Money>,
    today: Date,
    /// Months in which a contribution can still be made.
    months: u8,
    /// What pay still brings for after-tax contributions.
    pay_to_come: Money,
}

/// Works out the room of one year.
///
/// The day decides how many months are left, and nothing else.
///
/// # Errors
/// [`NotReady`] says what is still to be entered, as a sentence.
pub fn worksheet(year: &Year<'_>) -> Result<Room, NotReady> {
    let (limits, age) = (year.limits()?, year.age()?);
    let (paychecks, feasibility) = (year.paychecks()?, year.feasibility);
    let entry = year.projected()?.unwrap_or(year.entry);
    of(&Asked { entry, limits, age, today: year.today, paychecks, feasibility })
}

/// What the worksheet is asked about.
struct Asked<'a> {
    /// With what follows from the paychecks in place.
    entry: &'a YearRecord,
    limits: &'a YearLimits,
    age: i16,
    today: Date,
    paychecks: Option<&'a Paychecks>,
    feasibility: Feasibility,
}

/// What is left in a year, in bare figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    /// The limit on annual additions that applies.
    pub cap: Money,
    /// Annual additions posted so far.
    pub posted: Money,
    /// What the law leaves.
    pub room_by_law: Money,
    /// What the plan lets in of it.
    pub room: Money,
    /// By how much the additions exceed the limit.
    pub over: Money,
    /// Deferrals above the limit per person.
    pub excess_deferrals: Money,
    /// Deferrals still possible over all jobs and in this plan, catch-up included.
    pub deferrals_left: Money,
}

/// What is left in a year whose amounts to come all follow from its paychecks.
pub(super) fn left(entry: &YearRecord, limits: &YearLimits, age: i16, today: Date) -> Result<Left, NotReady> {
    let case = Case::new(entry, limits, age, today, None)?;
    Ok(Left {
        cap: case.cap.value,
        posted: case.additions.posted,
        room_by_law: case.room_by_law.value,
        room: case.room.value,
        over: case.over.value,
        excess_deferrals: case.deferrals.excess.value,
        deferrals_left: case.deferrals.left + case.deferrals.catch_up_left,
    })
}

/// The room of a year whose amounts to come are all known.
fn of(asked: &Asked<'_>) -> Result<Room, NotReady> {
    let &Asked { entry, limits, age, today, paychecks, feasibility } = asked;
    let year = limits.year;
    let mut case = Case::new(entry, limits, age, today, paychecks)?;
    let still_to_come = estimate::still_to_come(&case)?;
    let match_drawn = match_drawn::match_drawn(&case).or_else(|| match_drawn::by_year(&case));
    case.leave_free(still_to_come, match_drawn);
    let case = case;
    let open = Open {
        feasibility,
        doubts: doubts::doubts(&case),
        still_to_come,
        match_drawn,
        beyond_the_room: elected::beyond_the_room(&case).filter(|_| feasibility.cause.is_none()),
    };
    Ok(Room {
        to_come: paychecks.is_some().then_some(ToCome {
            pay: case.pay.here,
            pre_tax: entry.contributions.pre_tax.to_come,
            roth: entry.contributions.roth.to_come,
            employer_match: entry.contributions.employer_match.to_come,
        }),
        lines: lines::lines(&case, feasibility),
        picture: picture::picture(&case),
        findings: findings::findings(&case, &open),
        closing: closing::closing(&case, &open),
        verdict: closing::verdict(&case, &open),
        still_to_come: open.still_to_come,
        match_drawn: open.match_drawn,
        total_if_filled: case.additions.used.value + case.deferrals.catch_up.value + case.room.value,
        year,
        standing: limits.standing,
        age_at_year_end: age,
        after_tax: case.additions.after_tax,
        joined_over: case.additions.joined_over,
        most_employer: case.pay.own_business.map(|own| own.most_employer),
        catch_up_allowance: case.deferrals.allowance,
        roth_catch_up: case.deferrals.roth_catch_up,
        deferrals_left: case.deferrals.left,
        catch_up_left: case.deferrals.catch_up_left,
        regular_deferrals: case.deferrals.regular,
        catch_up: case.deferrals.catch_up,
        excess_deferrals: case.deferrals.excess,
        employer: case.additions.employer,
        posted: case.additions.posted,
        used: case.additions.used,
        cap: case.cap,
        room_by_law: case.room_by_law,
        room: case.room,
        over: case.over,
        over_posted: case.over_posted,
        pay_left: case.pay_left,
        room_within_pay: case.room_within_pay,
        room_with_reclassification: case.room_with_reclassification,
        room_if_excess_returned: case.room_if_excess_returned,
        pace: case.pace.filter(|_| feasibility.cause.is_none()),
        limits: limits.clone(),
    })
}

impl<'a> Case<'a> {
    fn new(
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
    fn leave_free(&mut self, still: Option<StillToCome>, drawn: Option<MatchDrawn>) {
        let at_worst = Some(findings::room_at_worst(self));
        let bounds = [still.map(|still| still.room), drawn.map(|drawn| drawn.range().0), at_worst];
        let Some(pace) = self.pace else { return };
        self.kept_free = bounds.into_iter().flatten().min().filter(|fits| *fits < pace.total);
        if let Some(fits) = self.kept_free {
            self.pace = Monthly::even(fits, pace.contributions);
        }
    }

    /// Roth deferrals that are elected, and those that the plan's deemed election makes of
    /// catch-up to come.
    fn roth_deferrals(&self) -> (Money, Money) {
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
    fn without_deferrals_to_come(&self) -> Option<Money> {
        let paychecks = self.paychecks?.deferring(self.entry, &[(0, Election::NOTHING, Election::NOTHING)]);
        let entry = paychecks.projected(self.entry);
        let case = Case::new(&entry, self.limits, self.age, self.today, Some(&paychecks)).ok()?;
        Some(case.over.value)
    }

    /// Of the deferrals above the limit per person, what is posted: lower deferrals here do
    /// not prevent it.
    fn excess_posted(&self) -> Money {
        (self.deferrals.excess.value - self.deferrals.here.to_come).or_zero()
    }

    /// Deferrals that no pay was there for: by the figures so far where paychecks are entered,
    /// since those to come follow from their pay.
    fn deferrals_beyond_pay(&self) -> Money {
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
    fn used_and_limit(&self) -> (Money, Money) {
        let Additions { joined, joined_over, .. } = self.additions;
        let share = if joined_over.is_positive() { joined } else { Money::ZERO };
        (self.additions.used.value + share, self.cap.value + share - joined_over)
    }

    /// The room within the plan's caps under another limit or total.
    fn room_if(&self, cap: Money, used: Money) -> Money {
        within_caps(cap - used, &self.plan_caps)
    }
}

/// A room, never below nothing nor above what the plan's caps leave.
fn within_caps(room: Money, plan_caps: &[Step]) -> Money {
    plan_caps.iter().fold(room, |room, cap| room.min(cap.value)).or_zero()
}
