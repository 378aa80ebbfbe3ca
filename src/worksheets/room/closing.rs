//! How the worksheet ends, and by when to act. How that reads is in `closing_words`.

use serde::Serialize;

use super::{Case, MatchDrawn, Open, StillToCome, closing_words, time};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::{Amount, Standing, deadlines};
use crate::money::Money;
use crate::record::{EmployerKind, LimitationYearKind, PlanKind};
use crate::worksheets::feasibility::{Barred, Cause, Verdict as PlanVerdict};
use crate::worksheets::year::{Monthly, RothCatchUp};

/// What stands above the worksheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Over the limit, for certain by this much.
    Over(Money),
    /// Something else must be corrected first.
    Wrong(Flaw),
    /// Over the limit by this much, unless an open answer says otherwise.
    MayBeOver(Money),
    /// The plan takes no after-tax money, or cannot move it to Roth.
    NotInPlan,
    /// The limit does not apply to this kind of plan, which takes no after-tax money either.
    Outside,
    /// Room, if the plan allows it.
    IfAllowed(Money),
    /// Room.
    Room(Money),
}

/// What must be corrected before the room matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    /// Deferrals above the limit per person, for certain by this much.
    ExcessDeferrals(Money),
    /// Deferrals above the plan's own limit.
    OverPlanLimit(Money),
    /// Deferrals above pay.
    DeferralsExceedPay(Money),
    /// Catch-up that must be Roth and is not.
    CatchUpNotRoth(Money),
    /// Employer money above what a self-employed person can deduct.
    OverEmployerShare(Money),
    /// After-tax money that goes in by the present elections and does not fit.
    BeyondTheRoom(Money),
}

/// How the worksheet ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Over the limit.
    Over { used: Money, limit: Money, over: Money, remedy: Remedy },
    /// Over the limit if the limitation year is as short as was entered.
    OverIfShort { months: u8, limit: Money, over: Money },
    /// Over the limit, and some or all of it is catch-up if the plan treats it so.
    OverUnlessCatchUp { limit: Money, over: Money, catch_up: Money, more: Money, must_be_roth: bool },
    /// The plan cannot do it.
    NotInPlan { cause: Cause, by_law: Money },
    /// The limit does not apply to this kind of plan.
    Outside { barred: Barred },
    /// Room is left, and pay to fill it, if not all of it.
    Open { room: Money, fill: Money, by_pay: Money, way: Way },
    /// Room is left, and no month in which to use it.
    NoMonthLeft { room: Money },
    /// Room is left, and no pay to fill it.
    NoPayLeft { room: Money },
    /// The plan's own cap is reached before the limit.
    PlanCapReached { room_by_law: Money },
    /// The limit is exactly full, but for catch-up.
    Full { catch_up_left: Money, must_be_roth: bool },
}

/// What can be done about an excess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Only the plan can correct it: this much cannot be stopped any more.
    Correct { fixed: Money },
    /// Lower deferrals prevent it. They lower the catch-up first, which does not count.
    DeferLess { by: Money, catch_up: Money },
    /// Lower deferrals prevent it, and lower the match that follows from them as well.
    ByPaychecks { matched: bool },
    /// Lower deferrals alone do not prevent it.
    AskEmployer,
}

/// How to fill the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A deposit of the business's owner, and the day by which it must be there.
    Deposit { last: Option<Date>, pay_by: Option<Date> },
    /// By the Pace worksheet, from the paychecks.
    Paychecks,
    /// Not before what is still to come is entered, which may take all of the room.
    Later,
    /// All at once.
    Once(Money),
    /// A month at a time.
    Monthly(Monthly),
}

/// What the words behind the ending turn on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Terms {
    pub year: i16,
    /// How sure the year's limits are.
    pub standing: Standing,
    /// The dollar limit of the year.
    pub limit: Amount,
    pub has_catch_up: bool,
    pub has_plan_caps: bool,
    pub owns_business: bool,
    /// The person runs the plan: it is that of a business without other staff.
    pub runs_the_plan: bool,
    /// After-tax money is in, or may go in.
    pub takes_after_tax: bool,
    pub has_after_tax: bool,
    /// It is not known whether the plan can do it.
    pub ask_first: bool,
    pub flaws: Vec<Flaw>,
    /// What is deferred too much is all still to come.
    pub excess_to_come: bool,
    /// Deferrals in excess unless an open answer says otherwise, where all of it turns on that.
    pub doubtful_excess: Money,
    pub still_to_come: Option<StillToCome>,
    pub match_drawn: Option<MatchDrawn>,
}

pub(super) fn closing(case: &Case<'_>, open: &Open<'_>) -> Closing {
    let ending = ending(case, open);
    let doubtful = open.doubts.certain_excess(case) == Money::ZERO;
    let terms = Terms {
        year: case.limits.year,
        standing: case.limits.standing,
        limit: case.limits.annual_additions,
        has_catch_up: case.deferrals.catch_up.value.is_positive(),
        has_plan_caps: !case.plan_caps.is_empty(),
        owns_business: case.pay.own_business.is_some(),
        runs_the_plan: runs_the_plan(case),
        takes_after_tax: open.feasibility.cause.is_none() || case.additions.after_tax.is_positive(),
        has_after_tax: case.additions.after_tax.is_positive(),
        ask_first: open.feasibility.verdict(false) == PlanVerdict::AskFirst,
        flaws: flaws(case, open),
        excess_to_come: case.excess_posted() == Money::ZERO,
        doubtful_excess: if doubtful && open.feasibility.outside_the_limit().is_none() {
            case.deferrals.excess.value
        } else {
            Money::ZERO
        },
        still_to_come: open.still_to_come,
        match_drawn: open.match_drawn,
    };
    closing_words::closing(&ending, &terms, by(case, &ending, &terms))
}

pub(super) fn verdict(case: &Case<'_>, open: &Open<'_>) -> Verdict {
    if open.feasibility.outside_the_limit().is_some() {
        return Verdict::Outside;
    }
    let certain = open.doubts.certain_over(case);
    if certain.is_positive() {
        return Verdict::Over(certain);
    }
    if let Some(flaw) = flaws(case, open).first() {
        return Verdict::Wrong(*flaw);
    }
    if case.over.value.is_positive() {
        return Verdict::MayBeOver(case.over.value);
    }
    match open.feasibility.verdict(false) {
        PlanVerdict::Cannot => Verdict::NotInPlan,
        PlanVerdict::AskFirst => Verdict::IfAllowed(case.room.value),
        PlanVerdict::Works | PlanVerdict::Friction => Verdict::Room(case.room.value),
    }
}

/// What must be corrected, beside an excess over the limit on annual additions.
pub(super) fn flaws(case: &Case<'_>, open: &Open<'_>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if open.feasibility.outside_the_limit().is_some() {
        return flaws;
    }
    let mut add = |amount: Money, flaw: fn(Money) -> Flaw| {
        if amount.is_positive() {
            flaws.push(flaw(amount));
        }
    };
    add(open.doubts.certain_excess(case), Flaw::ExcessDeferrals);
    add(case.deferrals.over_plan_limit, Flaw::OverPlanLimit);
    add(case.deferrals_beyond_pay(), Flaw::DeferralsExceedPay);
    if case.deferrals.roth_catch_up == RothCatchUp::Required {
        let (roth, deemed) = case.roth_deferrals();
        add(case.deferrals.catch_up.value - roth - deemed, Flaw::CatchUpNotRoth);
    }
    if let Some(own) = case.pay.own_business {
        add(case.additions.employer_here.total() - own.most_employer, Flaw::OverEmployerShare);
    }
    add(open.beyond_the_room.unwrap_or_default(), Flaw::BeyondTheRoom);
    flaws
}

/// Whether the person is the plan's administrator.
pub(super) fn runs_the_plan(case: &Case<'_>) -> bool {
    let plan = &case.entry.plan;
    case.pay.own_business.is_some() || plan.kind == PlanKind::Solo401k || plan.employer == EmployerKind::OwnBusiness
}

fn ending(case: &Case<'_>, open: &Open<'_>) -> Ending {
    let (room, fill, over) = (case.room.value, case.room_within_pay, case.over.value);
    let doubts = open.doubts;
    let must_be_roth = case.deferrals.roth_catch_up == RothCatchUp::Required;
    if let Some(barred) = open.feasibility.outside_the_limit() {
        return Ending::Outside { barred };
    }
    if over.is_positive() {
        let (used, limit) = case.used_and_limit();
        if doubts.by_whole_year.is_positive() {
            let months = case.entry.plan.short_year_months().unwrap_or_default();
            return Ending::OverIfShort { months, limit, over };
        }
        if doubts.by_catch_up.is_positive() {
            let more = case.deferrals.catch_up_left - doubts.by_catch_up;
            let more = if case.months > 0 { more.or_zero() } else { Money::ZERO };
            return Ending::OverUnlessCatchUp { limit, over, catch_up: doubts.by_catch_up, more, must_be_roth };
        }
        return Ending::Over { used, limit, over, remedy: remedy(case) };
    }
    if let Some(cause) = open.feasibility.cause {
        return Ending::NotInPlan { cause, by_law: case.room_by_law.value };
    }
    match case.pace {
        Some(pace) if fill.is_positive() => {
            Ending::Open { room, fill, by_pay: fill.min(case.pay_to_come), way: way(case, pace) }
        }
        None if room.is_positive() => Ending::NoMonthLeft { room },
        Some(_) if room.is_positive() => Ending::NoPayLeft { room },
        _ if case.room_by_law.value.is_positive() => Ending::PlanCapReached { room_by_law: case.room_by_law.value },
        pace => {
            let catch_up_left = pace.map_or(Money::ZERO, |_| case.deferrals.catch_up_left);
            Ending::Full { catch_up_left, must_be_roth }
        }
    }
}

fn remedy(case: &Case<'_>) -> Remedy {
    let over = case.over.value;
    // Nothing can be stopped once the year is over.
    let fixed = if case.pace.is_none() { over } else { case.over_posted };
    if fixed.is_positive() {
        return Remedy::Correct { fixed };
    }
    // Lower deferrals lower the catch-up first, which does not count toward the limit.
    let catch_up = case.deferrals.catch_up.value;
    let by = over + catch_up;
    if case.without_deferrals_to_come().is_some_and(|over| over == Money::ZERO) {
        let matched = case.entry.contributions.employer_match.to_come.is_positive();
        return Remedy::ByPaychecks { matched };
    }
    let enough = case.deferrals.here.to_come >= by;
    if enough { Remedy::DeferLess { by, catch_up } } else { Remedy::AskEmployer }
}

fn way(case: &Case<'_>, pace: Monthly) -> Way {
    if case.pay.own_business.is_some() {
        let last = time::last_contribution(case.entry, case.limits.year, &case.pay);
        Way::Deposit { last, pay_by: last.and_then(deadlines::paid_by) }
    } else if case.paychecks.is_some() {
        Way::Paychecks
    } else if case.kept_free == Some(Money::ZERO) {
        Way::Later
    } else if pace.contributions == 1 || pace.each == Money::ZERO {
        Way::Once(pace.total)
    } else {
        Way::Monthly(pace)
    }
}

/// By when to act; none where nothing more can be done for the year, or it is to be done now.
fn by(case: &Case<'_>, ending: &Ending, terms: &Terms) -> Option<Date> {
    let year = case.limits.year;
    match ending {
        Ending::NotInPlan { .. } | Ending::Outside { .. } | Ending::OverIfShort { .. } => None,
        Ending::Over { remedy: Remedy::Correct { .. }, .. } if terms.runs_the_plan => None,
        Ending::Over { remedy: Remedy::Correct { .. }, .. } => {
            let ends = case.entry.plan.begins_in().map_or(12, |month| month - 1);
            deadlines::additions_corrected_after(year, ends)
        }
        _ if case.pace.is_none() => None,
        Ending::Open { way: Way::Deposit { pay_by, .. }, .. } => *pay_by,
        _ => time::last_contribution(case.entry, year, &case.pay),
    }
}

/// Whether a limitation year is known not to be the calendar year, and its month is open.
pub(super) fn month_open(case: &Case<'_>) -> bool {
    let plan = &case.entry.plan;
    plan.limitation_year == LimitationYearKind::Other && plan.limitation_year_begins.is_none()
}
