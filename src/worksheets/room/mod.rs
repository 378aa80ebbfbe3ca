//! The Contribution Room Worksheet: how much after-tax money still fits this year.
//!
//! Per group of related employers the annual additions (elective deferrals that
//! are not catch-up, employer money, forfeitures, after-tax contributions) may
//! not exceed the dollar limit or 100% of pay (IRC 415(c)). What is left, within
//! the plan's own caps, is the room.

mod additions;
mod case;
mod catch_up;
mod closing;
mod closing_words;
mod deferrals;
mod doubts;
mod elected;
mod estimate;
mod findings;
mod lines;
mod match_drawn;
mod other_jobs;
mod page;
mod pay;
mod picture;
mod report;
mod time;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Figure, Found};
use crate::law::{Standing, YearLimits};
use crate::money::Money;
use crate::record::{OtherJob, YearRecord};
use crate::worksheets::feasibility::Feasibility;
use crate::worksheets::year::paychecks::Paychecks;
use crate::worksheets::year::{Monthly, NotReady, RothCatchUp, Year};

use case::Case;
pub use closing::{Flaw, Verdict};
use doubts::Doubts;
pub use estimate::StillToCome;
pub use findings::{Code, Finding};
pub use lines::{LINES, Line};
pub use match_drawn::MatchDrawn;
pub(super) use page::PAGE;
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
struct Open<'a> {
    feasibility: Feasibility,
    doubts: Doubts,
    still_to_come: Option<StillToCome>,
    match_drawn: Option<MatchDrawn>,
    /// By how much the present elections pass the room.
    beyond_the_room: Option<Money>,
    /// Those of the other jobs that have a sheet of their own.
    sheets: &'a [OtherJob],
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
    // The jobs with a sheet of their own stand last.
    let sheets = entry.other_jobs.len().saturating_sub(year.beside.len());
    let sheets = &entry.other_jobs[sheets..];
    of(&Asked { entry, limits, age, today: year.today, paychecks, feasibility, sheets })
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
    /// Those of the other jobs that have a sheet of their own.
    sheets: &'a [OtherJob],
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
    /// The same where an open or contested point is against the person.
    pub at_worst: Money,
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
        at_worst: other_jobs::room_at_worst(&case),
        over: case.over.value,
        excess_deferrals: case.deferrals.excess.value,
        deferrals_left: case.deferrals.left + case.deferrals.catch_up_left,
    })
}

/// The room of a year whose amounts to come are all known.
fn of(asked: &Asked<'_>) -> Result<Room, NotReady> {
    let &Asked { entry, limits, age, today, paychecks, feasibility, sheets } = asked;
    let year = limits.year;
    let mut case = Case::new(entry, limits, age, today, paychecks)?;
    let still_to_come = estimate::still_to_come(&case)?;
    let match_drawn = match_drawn::match_drawn(&case).or_else(|| match_drawn::by_year(&case));
    case.leave_free(still_to_come, match_drawn);
    let case = case;
    let open = Open {
        feasibility,
        sheets,
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
