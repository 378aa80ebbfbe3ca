//! How the worksheet ends, and by when to act. How that reads is in `closing_words`.

use super::pay::Pay;
use super::{Case, closing_words};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::{Amount, Standing, deadlines};
use crate::money::Money;
use crate::record::YearRecord;
use crate::worksheets::year::{self, Monthly};

/// How the worksheet ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Over the limit.
    Over { used: Money, limit: Money, over: Money, remedy: Remedy },
    /// Room is left, and pay to fill it, if not all of it.
    Open { room: Money, fill: Money, way: Way },
    /// Room is left, and no month in which to use it.
    NoMonthLeft { room: Money },
    /// Room is left, and no pay to fill it.
    NoPayLeft { room: Money },
    /// The plan's own cap is reached before the limit.
    PlanCapReached { room_by_law: Money },
    /// The limit is exactly full.
    Full,
}

/// What can be done about an excess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Only the plan can correct it: this much cannot be stopped any more.
    Correct { fixed: Money },
    /// Lower deferrals prevent it. They lower the catch-up first, which does not count.
    DeferLess { by: Money, catch_up: Money },
    /// Lower deferrals alone do not prevent it.
    AskEmployer,
}

/// How to fill the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A deposit of the business's owner.
    Deposit,
    /// By the Pace worksheet, from the paychecks.
    Paychecks,
    /// All at once.
    Once,
    /// A month at a time.
    Monthly(Monthly),
}

/// What the rule behind the ending turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Terms {
    pub year: i16,
    /// How sure the year's limits are.
    pub standing: Standing,
    /// The dollar limit of the year.
    pub limit: Amount,
    pub has_catch_up: bool,
    pub has_plan_caps: bool,
    pub owns_business: bool,
}

pub(super) fn closing(case: &Case<'_>) -> Closing {
    let ending = ending(case);
    let terms = Terms {
        year: case.limits.year,
        standing: case.limits.standing,
        limit: case.limits.annual_additions,
        has_catch_up: case.deferrals.catch_up.value.is_positive(),
        has_plan_caps: !case.plan_caps.is_empty(),
        owns_business: case.pay.own_business.is_some(),
    };
    closing_words::closing(&ending, &terms, by(case, &ending))
}

fn ending(case: &Case<'_>) -> Ending {
    let (room, fill, over) = (case.room.value, case.room_within_pay, case.over.value);
    if over.is_positive() {
        let (used, limit) = case.used_and_limit();
        return Ending::Over { used, limit, over, remedy: remedy(case) };
    }
    match case.pace {
        Some(pace) if fill.is_positive() => Ending::Open { room, fill, way: way(case, pace) },
        None if room.is_positive() => Ending::NoMonthLeft { room },
        Some(_) if room.is_positive() => Ending::NoPayLeft { room },
        _ if case.room_by_law.value.is_positive() => Ending::PlanCapReached { room_by_law: case.room_by_law.value },
        _ => Ending::Full,
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
    let enough = case.deferrals.here.to_come >= by;
    if enough { Remedy::DeferLess { by, catch_up } } else { Remedy::AskEmployer }
}

fn way(case: &Case<'_>, pace: Monthly) -> Way {
    if case.pay.own_business.is_some() {
        Way::Deposit
    } else if case.from_paychecks {
        Way::Paychecks
    } else if pace.contributions == 1 {
        Way::Once
    } else {
        Way::Monthly(pace)
    }
}

/// By when to act; none where nothing more can be done for the year.
fn by(case: &Case<'_>, ending: &Ending) -> Option<Date> {
    let year = case.limits.year;
    match ending {
        Ending::Over { remedy: Remedy::Correct { .. }, .. } => deadlines::additions_corrected(year),
        _ if case.pace.is_none() => None,
        _ => last_contribution(year, &case.pay),
    }
}

/// The last day on which a contribution of one's own counts for a year.
fn last_contribution(year: i16, pay: &Pay) -> Option<Date> {
    deadlines::last_contribution(year, pay.own_business.is_some())
}

/// Months in which a contribution can still be made, as entered or by today's date.
pub(super) fn months_left(entry: &YearRecord, year: i16, pay: &Pay, today: Date) -> u8 {
    let by_calendar = match year::months_left(year, today) {
        0 if last_contribution(year, pay).is_some_and(|last| today <= last) => 1,
        months => months,
    };
    entry.months_left.filter(|months| *months <= 12).unwrap_or(by_calendar)
}
