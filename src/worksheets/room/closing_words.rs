//! How the worksheet's ending reads: decision, rule, citations, next action, letter.

use super::MatchDrawn;
use super::closing::{Ending, Flaw, Remedy, Terms, Way};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::deadlines::{ADDITIONS_CORRECTED_WITHIN, OWNER_DAYS};
use crate::law::{Citation, Standing, citations};
use crate::money::Money;
use crate::worksheets::feasibility::Barred;
use crate::worksheets::year::Monthly;

pub(super) fn closing(ending: &Ending, terms: &Terms, by: Option<Date>) -> Closing {
    let year = terms.year;
    let mut decision = flaws(terms);
    decision.push_str(&self::decision(ending, terms));
    let mut next_action = next_action(ending, terms);
    if terms.standing != Standing::Official {
        decision.push_str(&format!(" The {year} limits used here are not official."));
        next_action.push_str(&format!(" Check the figures against the IRS notice for {year} before you rely on them."));
    }
    let citations = cited(ending, terms);
    if let Ending::Outside { barred } = ending {
        let rule = "The limit on annual additions does not apply to this kind of plan.".to_owned();
        let decision = self::decision(ending, terms);
        let citations = vec![barred.citation()];
        return Closing { decision, rule, citations, next_action: self::next_action(ending, terms), by, words: None };
    }
    Closing { decision, rule: rule(terms), citations, next_action, by, words: letter(ending, terms) }
}

/// What must be corrected comes first.
fn flaws(terms: &Terms) -> String {
    let year = terms.year;
    let mut said = String::new();
    for flaw in &terms.flaws {
        said.push_str(&match flaw {
            Flaw::ExcessDeferrals(by) if terms.excess_to_come => {
                format!("As things stand, you will defer {by} too much for {year}. ")
            }
            Flaw::ExcessDeferrals(by) => format!("You have deferred {by} too much for {year}. "),
            Flaw::OverPlanLimit(by) => format!("Your deferrals are {by} above the plan’s own limit. "),
            Flaw::DeferralsExceedPay(by) => format!("Your deferrals are {by} more than your pay. "),
            Flaw::CatchUpNotRoth(by) => format!("{by} of your catch-up must be Roth and is not. "),
            Flaw::OverEmployerShare(by) => format!("Your business contributes {by} more for you than it can deduct. "),
            Flaw::BeyondTheRoom(by) => {
                format!("Left as they are, your elections contribute {by} more after-tax money than fits. ")
            }
        });
    }
    if terms.doubtful_excess.is_positive() {
        said.push_str(&format!(
            "Whether {} of your deferrals is too much for {year} depends on a rule of your plan that you have not entered. ",
            terms.doubtful_excess
        ));
    }
    said
}

fn decision(ending: &Ending, terms: &Terms) -> String {
    let year = terms.year;
    match ending {
        Ending::Over {
            used,
            limit,
            over,
            remedy: Remedy::DeferLess { .. } | Remedy::ByPaychecks { .. } | Remedy::AskEmployer,
        } => {
            format!(
                "As things stand, you will be {over} over the {year} limit: {used} against {limit}.{}",
                no_room(terms)
            )
        }
        Ending::Over { used, limit, over, .. } => {
            format!("You are {over} over the {year} limit: {used} against {limit}.{}", no_room(terms))
        }
        Ending::OverIfShort { months, limit, over } => format!(
            "Is the plan’s limitation year really {months} months long? Only then is the limit {limit}, and you are {over} over it. A twelve-month year that begins in a month other than January has the full limit."
        ),
        Ending::OverUnlessCatchUp { limit, over, catch_up, must_be_roth, .. } => {
            let as_roth = if *must_be_roth { ", as Roth," } else { "" };
            let then = if catch_up == over {
                "then nothing is in excess".to_owned()
            } else {
                format!("then {} is in excess", *over - *catch_up)
            };
            format!(
                "{catch_up} of your deferrals is above the {year} limit of {limit} and counts as catch-up{as_roth} if your plan accepts catch-up and operates that way: {then}. Otherwise you are {over} over the limit.{}",
                no_room(terms)
            )
        }
        Ending::NotInPlan { cause, by_law } => {
            format!(
                "No after-tax money can go into this plan for {year}. {} By law, {by_law} would be left.",
                cause.why()
            )
        }
        Ending::Outside { barred: Barred::PuertoRico } => {
            "This planner does not cover Puerto Rico plans: they follow Puerto Rico’s tax law.".to_owned()
        }
        Ending::Outside { barred } => {
            format!("No after-tax money can go into this plan for {year}. {}", barred.why())
        }
        Ending::Open { room, fill, .. } if fill < room => format!(
            "{} leaves {room} of after-tax room for {year}, but only {fill} of your pay is left to fill it.{}",
            if terms.ask_first { "If your plan allows it, the law" } else { "The law" },
            once_it_comes(terms)
        ),
        Ending::Open { room, .. } => match terms.match_drawn {
            Some(drawn) => matched_room(drawn, terms),
            None if terms.ask_first => format!(
                "If your plan allows it, you can still contribute {room} of after-tax money for {year}.{}",
                once_it_comes(terms)
            ),
            None => format!(
                "You can still contribute {room} of after-tax money to this plan for {year}.{}",
                once_it_comes(terms)
            ),
        },
        Ending::NoMonthLeft { room } => {
            let by_law = if terms.ask_first { "By law, " } else { "" };
            format!("{by_law}{room} of after-tax room was left for {year}, and there is no time left to use it.")
        }
        Ending::NoPayLeft { room } => {
            format!("By law {room} of after-tax room is left for {year}, but none of your pay is left to fill it.")
        }
        Ending::PlanCapReached { room_by_law } => format!(
            "You have reached the plan’s own cap: no more after-tax money fits for {year}, though the law would leave {room_by_law}."
        ),
        Ending::Full { catch_up_left, must_be_roth } => {
            let catch_up = if catch_up_left.is_positive() {
                let as_roth = if *must_be_roth { " as Roth" } else { "" };
                format!(" You can still defer {catch_up_left} as catch-up{as_roth}, outside the limit.")
            } else {
                String::new()
            };
            format!("Your {year} limit is exactly full: no more after-tax money fits.{catch_up}")
        }
    }
}

fn no_room(terms: &Terms) -> &'static str {
    if terms.takes_after_tax { " No after-tax room is left." } else { "" }
}

/// The room once what may still come is counted.
fn once_it_comes(terms: &Terms) -> String {
    let Some(still) = terms.still_to_come else { return String::new() };
    format!(" Counting what may still come this year, it is about {}.", still.room)
}

fn matched_room(drawn: MatchDrawn, terms: &Terms) -> String {
    let (least, most) = drawn.range();
    let allowed = if terms.ask_first { "If your plan allows it, you" } else { "You" };
    let year = terms.year;
    if least == most {
        return format!(
            "{allowed} can still contribute {least} of after-tax money for {year}, with room for the match that it draws.{}",
            once_it_comes(terms)
        );
    }
    let also = if drawn.if_it_goes_on.is_some() { " and on how the plan matches high pay" } else { "" };
    format!(
        "{allowed} can still contribute {least} of after-tax money for {year}, with room for the match that it draws. Up to {most} fits, depending on when you contribute{also}."
    )
}

fn next_action(ending: &Ending, terms: &Terms) -> String {
    let year = terms.year;
    match ending {
        Ending::Over { over, remedy, .. } => remedied(remedy, *over, terms),
        Ending::OverIfShort { .. } => {
            "Look up the limitation year in the plan document, and answer the question about it under “Special cases”.".to_owned()
        }
        Ending::OverUnlessCatchUp { more, must_be_roth, .. } => {
            let more = if more.is_positive() {
                format!(" If it does, you can defer {more} more this year as {}catch-up.", if *must_be_roth { "Roth " } else { "" })
            } else {
                String::new()
            };
            let stop = if terms.has_after_tax { " Stop your after-tax contributions now." } else { "" };
            format!(
                "Ask the plan administrator whether the plan treats deferrals above the limit on annual additions as catch-up.{more}{stop}"
            )
        }
        Ending::Outside { barred } => barred.instead().to_owned(),
        Ending::NotInPlan { .. } => {
            "Don’t contribute after-tax money here. The Plan page says what you can do instead.".to_owned()
        }
        Ending::Open { fill, by_pay, way, .. } => {
            let first = if terms.ask_first {
                "First find out, with the Plan page, whether your plan accepts after-tax money and lets it move to Roth. Then: "
            } else {
                ""
            };
            format!("{first}{}", filled(way, *fill, *by_pay, year))
        }
        Ending::NoMonthLeft { .. } => {
            "Nothing more can be added for this year. Set next year’s election before its first payday.".to_owned()
        }
        Ending::NoPayLeft { .. } => {
            "Check the pay and the deferrals that you entered. If they are right, lower your deferrals if you would rather make after-tax contributions.".to_owned()
        }
        Ending::PlanCapReached { .. } => "Leave your after-tax election at zero for the rest of the year.".to_owned(),
        Ending::Full { .. } => {
            "Set your after-tax election to zero now, and check that no more employer money is due for this year.".to_owned()
        }
    }
}

fn remedied(remedy: &Remedy, over: Money, terms: &Terms) -> String {
    let year = terms.year;
    match remedy {
        Remedy::Correct { fixed } => {
            let rest = if *fixed < over {
                " Stop what is still planned as well, so that the excess does not grow."
            } else {
                ""
            };
            let first = if terms.has_after_tax {
                "after-tax contributions with their earnings first"
            } else {
                "deferrals with their earnings"
            };
            if terms.runs_the_plan {
                return format!(
                    "You are the plan’s administrator, so correct it yourself, under the plan’s terms: pay back {first}, and issue Form 1099-R with code E. Have the provider of the plan document help you.{rest}"
                );
            }
            format!(
                "Tell the plan administrator now. {fixed} can no longer be stopped, so only the plan can correct it: it pays back {first}. You cannot withdraw it yourself. Under IRS Rev. Proc. 2021-30, plans that correct in time do so within {ADDITIONS_CORRECTED_WITHIN} after the year.{rest}"
            )
        }
        Remedy::DeferLess { by, catch_up } => {
            let why = if catch_up.is_positive() {
                format!(" The first {catch_up} of that is catch-up, which does not count toward the limit.")
            } else {
                String::new()
            };
            let leave = if terms.takes_after_tax { " Leave your after-tax election at zero." } else { "" };
            format!(
                "The excess is still to come, so you can prevent it: lower your deferrals to come by {by} before the last payday of {year}.{why}{leave}"
            )
        }
        Remedy::ByPaychecks { matched } => {
            let matched = if *matched { ", which lowers the match as well" } else { "" };
            let leave = if terms.takes_after_tax { " Leave your after-tax election at zero." } else { "" };
            format!(
                "The excess is still to come, so you can prevent it by lowering your deferrals{matched}. The Pace page says how far, and by when.{leave}"
            )
        }
        Remedy::AskEmployer => {
            let (stop, or_back) = if terms.takes_after_tax {
                ("Set your after-tax election to zero, and ask", ", or after-tax money will be paid back to you")
            } else {
                ("Ask", "")
            };
            format!(
                "The excess is still to come. {stop} the plan administrator before the last payday of {year} whether the employer money to come will be cut by {over}{or_back}. Stopping your own deferrals alone is not enough."
            )
        }
    }
}

fn filled(way: &Way, fill: Money, by_pay: Money, year: i16) -> String {
    let why = |put_in: Money| {
        if put_in < by_pay {
            " That leaves room for what may still use it.".to_owned()
        } else if by_pay < fill {
            format!(
                " That is what your pay allows if it comes evenly; filling the other {} of the room takes a bonus.",
                fill - by_pay
            )
        } else {
            String::new()
        }
    };
    match way {
        Way::Later => {
            "Leave your after-tax election at zero until you have entered what is still to come: it may take all of the room.".to_owned()
        }
        Way::Deposit { last, pay_by } => format!(
            "Deposit up to {fill} as a voluntary after-tax contribution for {year}, if your plan’s document allows them. {} Your plan may be stricter.",
            deposited_by(*last, *pay_by, year)
        ),
        Way::Paychecks => {
            "Go on to the Pace page: it turns this into the election to enter on your payroll site, paycheck by paycheck.".to_owned()
        }
        Way::Once(all) => format!(
            "Set your after-tax election so that {all} comes out of pay dated no later than December 31, {year}.{}",
            why(*all)
        ),
        Way::Monthly(Monthly { contributions, each, last, total }) => {
            let why = why(*total);
            let but_last = if last == each { String::new() } else { format!("; the last month takes {last}") };
            format!(
                "Set your after-tax election to {each} a month for {contributions} months{but_last}.{why} Pay counts in the year in which it is paid."
            )
        }
    }
}

/// By when an owner's deposit must be there. Nothing moves that day.
fn deposited_by(last: Option<Date>, pay_by: Option<Date>, year: i16) -> String {
    match (last, pay_by) {
        (Some(last), Some(pay_by)) if pay_by < last => format!(
            "It counts for {year} until {OWNER_DAYS} days after the year. That is {}, a day on which banks are closed, and it is not moved: deposit by {}.",
            last.long(),
            pay_by.long()
        ),
        _ => format!("It counts for {year} until {OWNER_DAYS} days after the year."),
    }
}

/// The letter to the plan administrator about an excess that only the plan can correct.
fn letter(ending: &Ending, terms: &Terms) -> Option<String> {
    let Ending::Over { used, limit, over, remedy: Remedy::Correct { fixed } } = ending else { return None };
    if terms.runs_the_plan {
        return None;
    }
    let year = terms.year;
    Some(format!(
        "Subject: Annual additions for {year}\n\nMy annual additions for {year} come to {used}. The limit under section 415(c) that applies to me is {limit}, so {over} is in excess, of which {fixed} can no longer be stopped. Please stop further contributions that count toward this limit, correct the excess under the plan’s terms and Rev. Proc. 2021-30, and tell me which contributions and earnings will be returned, when, and on which Form 1099-R."
    ))
}

fn rule(terms: &Terms) -> String {
    let Terms { year, limit, .. } = terms;
    let outside = if terms.has_catch_up { " Catch-up stays outside the limit." } else { "" };
    let own = if terms.has_plan_caps { " The plan’s own caps apply below that." } else { "" };
    format!(
        "Deferrals, employer money, forfeitures and after-tax contributions together may not exceed {} for {year} or 100% of pay, whichever is less.{outside}{own}",
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
    match ending {
        Ending::Over { .. } => cited.push(citations::CORRECTION),
        Ending::OverIfShort { .. } => cited.extend([citations::SHORT_YEAR, citations::LIMITATION_YEAR]),
        Ending::OverUnlessCatchUp { .. } => cited.push(citations::CATCH_UP_DEFINED),
        _ => {}
    }
    cited
}
