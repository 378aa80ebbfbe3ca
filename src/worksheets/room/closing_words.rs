//! How the worksheet's ending reads: decision, rule, citations, next action, letter.

use super::closing::{Ending, Remedy, Terms, Way};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::deadlines::{ADDITIONS_CORRECTED_WITHIN, OWNER_DAYS};
use crate::law::{Citation, Standing, citations};
use crate::money::Money;
use crate::worksheets::year::Monthly;

pub(super) fn closing(ending: &Ending, terms: &Terms, by: Option<Date>) -> Closing {
    let year = terms.year;
    let (mut decision, mut next_action) = (decision(ending, year), next_action(ending, year));
    if terms.standing != Standing::Official {
        decision.push_str(&format!(" The limits of {year} used here are not official."));
        next_action.push_str(&format!(" Check the figures against the IRS notice for {year} before you rely on them."));
    }
    let citations = cited(ending, terms);
    Closing { decision, rule: rule(terms), citations, next_action, by, words: letter(ending, year) }
}

fn decision(ending: &Ending, year: i16) -> String {
    match ending {
        Ending::Over { used, limit, over, .. } => {
            format!("You are {over} over the {year} limit: {used} against {limit}. No after-tax room is left.")
        }
        Ending::Open { room, fill, .. } if fill < room => format!(
            "The law leaves {room} of after-tax room for {year}, but only {fill} of your pay is left to fill it."
        ),
        Ending::Open { room, .. } => {
            format!("You can still put {room} of after-tax money into this plan for {year}.")
        }
        Ending::NoMonthLeft { room } => {
            format!("{room} of after-tax room was left for {year}, and no month is left in which to use it.")
        }
        Ending::NoPayLeft { room } => {
            format!("By law {room} of after-tax room is left for {year}, but none of your pay is left to fill it.")
        }
        Ending::PlanCapReached { room_by_law } => format!(
            "The plan's own cap is reached: no after-tax money fits for {year}, though the law would leave {room_by_law}."
        ),
        Ending::Full => format!("Your {year} limit is exactly full: no after-tax money fits any more."),
    }
}

fn next_action(ending: &Ending, year: i16) -> String {
    match ending {
        Ending::Over { over, remedy, .. } => remedied(remedy, *over, year),
        Ending::Open { fill, way, .. } => filled(way, *fill, year),
        Ending::NoMonthLeft { .. } => {
            "Nothing can be added for this year any more. Start the next year's election with its first payday.".to_owned()
        }
        Ending::NoPayLeft { .. } => {
            "Check the pay and the deferrals that you entered. If they are right, lower your deferrals if you would rather make after-tax contributions.".to_owned()
        }
        Ending::PlanCapReached { .. } => "Leave the after-tax election at zero for the rest of the year.".to_owned(),
        Ending::Full => {
            "Set the after-tax election to zero now, and check that no further employer money is due for this year.".to_owned()
        }
    }
}

fn remedied(remedy: &Remedy, over: Money, year: i16) -> String {
    match remedy {
        Remedy::Correct { fixed } => {
            let rest = if *fixed < over {
                " Stop what is still planned as well, so that the excess does not grow."
            } else {
                ""
            };
            format!(
                "Tell the plan administrator now. {fixed} cannot be stopped any more, so only the plan can correct it: it pays after-tax money and its earnings back first. You cannot withdraw it yourself. Under IRS Rev. Proc. 2021-30, plans that correct in time do so within {ADDITIONS_CORRECTED_WITHIN} after the year.{rest}"
            )
        }
        Remedy::DeferLess { by, catch_up } => {
            let why = if catch_up.is_positive() {
                format!(" The first {catch_up} of that is catch-up, which does not count toward the limit.")
            } else {
                String::new()
            };
            format!(
                "The excess is still to come, so you can prevent it: lower what you still defer by {by} before the last payday of {year}.{why} Leave the after-tax election at zero."
            )
        }
        Remedy::AskEmployer => format!(
            "The excess is still to come. Set the after-tax election to zero, and ask the plan administrator before the last payday of {year} whether the employer money to come will be cut by {over}, or after-tax money paid back to you. Stopping your own deferrals alone is not enough."
        ),
    }
}

fn filled(way: &Way, fill: Money, year: i16) -> String {
    match way {
        Way::Deposit => format!(
            "Deposit up to {fill} as a voluntary after-tax contribution for {year}, if your plan's document allows them. It counts for {year} until {OWNER_DAYS} days after the year; your plan may be stricter."
        ),
        Way::Paychecks => {
            "Go on to the Pace worksheet: it turns this into the election to enter on your payroll’s site, paycheck by paycheck.".to_owned()
        }
        Way::Once => format!(
            "Set your after-tax election so that {fill} is taken from pay dated no later than December 31, {year}."
        ),
        Way::Monthly(Monthly { contributions, each, last, .. }) => {
            let but_last = if last == each { String::new() } else { format!("; the last takes {last}") };
            format!(
                "Set your after-tax election to {each} a month for {contributions} months{but_last}. Pay counts in the year in which it is paid."
            )
        }
    }
}

/// The letter to the plan administrator about an excess that only the plan can correct.
fn letter(ending: &Ending, year: i16) -> Option<String> {
    let Ending::Over { used, limit, over, remedy: Remedy::Correct { fixed } } = ending else { return None };
    Some(format!(
        "Subject: Annual additions for {year}\n\nMy annual additions for {year} come to {used}. The limit under section 415(c) that applies to me is {limit}, so {over} is in excess, of which {fixed} cannot be stopped any more. Please stop further contributions that count toward this limit, correct the excess under the plan's terms and Rev. Proc. 2021-30, and tell me which contributions and earnings will be returned, when, and on which Form 1099-R."
    ))
}

fn rule(terms: &Terms) -> String {
    let Terms { year, limit, .. } = terms;
    let outside = if terms.has_catch_up { " True catch-up stands outside." } else { "" };
    let own = if terms.has_plan_caps { " The plan's own caps apply below that." } else { "" };
    format!(
        "Deferrals, employer money, forfeitures and after-tax money together may not pass {} for {year} or 100% of pay, whichever is less.{outside}{own}",
        limit.value
    )
}

fn cited(ending: &Ending, terms: &Terms) -> Vec<Citation> {
    let mut cited = vec![citations::ANNUAL_ADDITIONS, citations::ADDITIONS_DEFINED, terms.limit.source];
    if terms.has_catch_up {
        cited.push(citations::CATCH_UP_OUTSIDE);
    }
    if terms.owns_business {
        cited.extend([citations::EARNED_INCOME, citations::AFTER_YEAR_END]);
    }
    if matches!(ending, Ending::Over { .. }) {
        cited.push(citations::CORRECTION);
    }
    cited
}
