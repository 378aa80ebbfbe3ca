//! The end of the worksheet: decision, rule, next action.

use super::Basis;
use super::pay::Pay;
use crate::date::Date;
use crate::explain::Closing;
use crate::law::{Citation, Standing, citations, deadlines};
use crate::money::Overflow;
use crate::record::YearRecord;
use crate::worksheets::year;

/// The last day on which a contribution of one's own counts for a year.
fn last_contribution(year: i16, pay: &Pay) -> Option<Date> {
    deadlines::last_contribution(year, pay.own_business.is_some())
}

/// Months in which a contribution can still be made, as entered or by today's date.
pub(super) fn months_left(entry: &YearRecord, year: i16, pay: &Pay, today: Date) -> Result<u8, Overflow> {
    let by_calendar = match year::months_left(year, today) {
        0 if last_contribution(year, pay).is_some_and(|last| today <= last) => 1,
        months => months,
    };
    Ok(entry.months_left.filter(|months| *months <= 12).unwrap_or(by_calendar))
}

pub(super) fn closing(basis: &Basis<'_>) -> Result<Closing, Overflow> {
    let year = basis.limits.year;
    let mut closing = if basis.over.value.is_positive() {
        over(basis)?
    } else if basis.room_within_pay.is_positive() && basis.pace.is_some() {
        open(basis)
    } else if basis.room.value.is_positive() {
        unfillable(basis)
    } else {
        full(basis)
    };
    closing.rule = rule(basis);
    closing.citations = cited(basis);
    if basis.limits.standing != Standing::Official {
        closing.decision.push_str(&format!(" The limits of {year} used here are not official."));
        closing
            .next_action
            .push_str(&format!(" Check the figures against the IRS notice for {year} before you rely on them."));
    }
    Ok(closing)
}

fn ending(decision: String, next_action: String, by: Option<Date>, words: Option<String>) -> Closing {
    Closing { decision, rule: String::new(), citations: Vec::new(), next_action, by, words }
}

fn over(basis: &Basis<'_>) -> Result<Closing, Overflow> {
    let year = basis.limits.year;
    let over = basis.over.value;
    let (used, limit) = basis.used_and_limit()?;
    let decision = format!("You are {over} over the {year} limit: {used} against {limit}. No after-tax room is left.");
    // Nothing can be stopped once the year is over.
    let fixed = if basis.pace.is_none() { over } else { basis.over_posted };
    if fixed.is_positive() {
        let rest =
            if fixed < over { " Stop what is still planned as well, so that the excess does not grow." } else { "" };
        let action = format!(
            "Tell the plan administrator now. {fixed} cannot be stopped any more, so only the plan can correct it: it pays after-tax money and its earnings back first. You cannot withdraw it yourself. Under IRS Rev. Proc. 2021-30, plans that correct in time do so within nine and a half months after the year.{rest}"
        );
        let words = format!(
            "Subject: Annual additions for {year}\n\nMy annual additions for {year} come to {used}. The limit under section 415(c) that applies to me is {limit}, so {over} is in excess, of which {fixed} cannot be stopped any more. Please stop further contributions that count toward this limit, correct the excess under the plan's terms and Rev. Proc. 2021-30, and tell me which contributions and earnings will be returned, when, and on which Form 1099-R."
        );
        return Ok(ending(decision, action, deadlines::additions_corrected(year), Some(words)));
    }
    Ok(ending(decision, prevention(basis)?, last_contribution(year, &basis.pay), None))
}

/// How to keep an excess from happening that is all still to come.
fn prevention(basis: &Basis<'_>) -> Result<String, Overflow> {
    let year = basis.limits.year;
    let over = basis.over.value;
    let catch_up = basis.deferrals.catch_up.value;
    // Lower deferrals lower the catch-up first, which does not count toward the limit.
    let lower = over.plus(catch_up)?;
    Ok(if basis.deferrals.here.to_come >= lower {
        let why = if catch_up.is_positive() {
            format!(" The first {catch_up} of that is catch-up, which does not count toward the limit.")
        } else {
            String::new()
        };
        format!(
            "The excess is still to come, so you can prevent it: lower what you still defer by {lower} before the last payday of {year}.{why} Leave the after-tax election at zero."
        )
    } else {
        format!(
            "The excess is still to come. Set the after-tax election to zero, and ask the plan administrator before the last payday of {year} whether the employer money to come will be cut by {over}, or after-tax money paid back to you. Stopping your own deferrals alone is not enough."
        )
    })
}

fn open(basis: &Basis<'_>) -> Closing {
    let year = basis.limits.year;
    let room = basis.room.value;
    let fill = basis.room_within_pay;
    let decision = if fill < room {
        format!("The law leaves {room} of after-tax room for {year}, but only {fill} of your pay is left to fill it.")
    } else {
        format!("You can still put {room} of after-tax money into this plan for {year}.")
    };
    let Some(pace) = basis.pace else { return ending(decision, String::new(), None, None) };
    let action = if basis.pay.own_business.is_some() {
        format!(
            "Deposit up to {fill} as a voluntary after-tax contribution for {year}, if your plan's document allows them. It counts for {year} until 30 days after the year; your plan may be stricter."
        )
    } else if basis.from_paychecks {
        "Go on to the Pace worksheet: it turns this into the election to enter on your payroll’s site, paycheck by paycheck.".to_owned()
    } else if pace.contributions == 1 {
        format!("Set your after-tax election so that {fill} is taken from pay dated no later than December 31, {year}.")
    } else {
        format!(
            "Set your after-tax election to {} a month for {} months{}. Pay counts in the year in which it is paid.",
            pace.each,
            pace.contributions,
            if pace.last == pace.each { String::new() } else { format!("; the last takes {}", pace.last) }
        )
    };
    ending(decision, action, last_contribution(year, &basis.pay), None)
}

fn unfillable(basis: &Basis<'_>) -> Closing {
    let year = basis.limits.year;
    let room = basis.room.value;
    if basis.pace.is_none() {
        return ending(
            format!("{room} of after-tax room was left for {year}, and no month is left in which to use it."),
            "Nothing can be added for this year any more. Start the next year's election with its first payday.".into(),
            None,
            None,
        );
    }
    ending(
        format!("By law {room} of after-tax room is left for {year}, but none of your pay is left to fill it."),
        "Check the pay and the deferrals that you entered. If they are right, lower your deferrals if you would rather make after-tax contributions.".into(),
        last_contribution(year, &basis.pay),
        None,
    )
}

fn full(basis: &Basis<'_>) -> Closing {
    let year = basis.limits.year;
    let by = basis.pace.and(last_contribution(year, &basis.pay));
    if basis.room_by_law.value.is_positive() {
        return ending(
            format!(
                "The plan's own cap is reached: no after-tax money fits for {year}, though the law would leave {}.",
                basis.room_by_law.value
            ),
            "Leave the after-tax election at zero for the rest of the year.".into(),
            by,
            None,
        );
    }
    ending(
        format!("Your {year} limit is exactly full: no after-tax money fits any more."),
        "Set the after-tax election to zero now, and check that no further employer money is due for this year.".into(),
        by,
        None,
    )
}

fn rule(basis: &Basis<'_>) -> String {
    let year = basis.limits.year;
    let limit = basis.limits.annual_additions.value;
    let outside = if basis.deferrals.catch_up.value.is_positive() { " True catch-up stands outside." } else { "" };
    let own = if basis.plan_caps.is_empty() { "" } else { " The plan's own caps apply below that." };
    format!(
        "Deferrals, employer money, forfeitures and after-tax money together may not pass {limit} for {year} or 100% of pay, whichever is less.{outside}{own}"
    )
}

fn cited(basis: &Basis<'_>) -> Vec<Citation> {
    let mut cited =
        vec![citations::ANNUAL_ADDITIONS, citations::ADDITIONS_DEFINED, basis.limits.annual_additions.source];
    if basis.deferrals.catch_up.value.is_positive() {
        cited.push(citations::CATCH_UP_OUTSIDE);
    }
    if basis.pay.own_business.is_some() {
        cited.extend([citations::EARNED_INCOME, citations::AFTER_YEAR_END]);
    }
    if basis.over.value.is_positive() {
        cited.push(citations::CORRECTION);
    }
    cited
}
