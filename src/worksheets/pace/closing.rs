//! The end of the worksheet: decision, rule, next action.

use super::{Entry, NextYear, Pace, Planned};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::{Standing, citations};
use crate::record::{Election, Strategy};

/// The entries in a few words: `17% from June 5, 2026; 6% from October 16, 2026`.
pub(super) fn in_words(entries: &[Entry], now: Election) -> String {
    if entries.is_empty() {
        return if now.is_nothing() { "nothing".to_owned() } else { format!("keep {now}") };
    }
    let each = entries.iter().map(|entry| format!("{} from {}", named(entry.election), entry.from.long()));
    each.collect::<Vec<_>>().join("; ")
}

/// An election as a sentence names it.
fn named(election: Election) -> String {
    if election.is_nothing() { "nothing".to_owned() } else { election.to_string() }
}

pub(super) fn closing(planned: &Planned, pace: &Pace, today: Date) -> Closing {
    let year = pace.year;
    let changeable = planned.course.paychecks.to_come.len() > planned.course.start;
    let too_early = planned.date_too_early();
    let mut decision = if pace.over.is_positive() {
        over(planned, pace)
    } else if pace.lines.is_empty() {
        format!("All paychecks of {year} are paid, and {} of the room stays unused.", pace.unused)
    } else if let Some(date) = too_early {
        format!("No change can work by {}: {} of the room stays unused.", date.long(), pace.unused)
    } else if !changeable {
        format!(
            "No paycheck of {year} can still be changed: {} of after-tax money comes in as things stand, and {} of the room stays unused.",
            pace.planned, pace.unused
        )
    } else if !planned.left.room.is_positive() {
        format!(
            "No after-tax room is left for {year}: {}.",
            if pace.now.is_nothing() { "enter nothing" } else { "set your after-tax election to zero" }
        )
    } else {
        open(planned, pace)
    };
    let mut next_action = next_action(pace, changeable, today);
    if let Some(next) = &pace.next_year {
        next_action.push(' ');
        next_action.push_str(&january(next));
    }
    if changeable {
        next_action
            .push_str(" After each payday, compare the stub with the table, and come back if pay or deferrals change.");
    }
    if pace.standing != Standing::Official {
        decision.push_str(&format!(" The limits of {year} used here are not official."));
    }
    let first = pace.entries.first();
    let next = pace.next_year.as_ref().and_then(|next| next.entries.first());
    Closing {
        decision,
        rule: rule(planned, pace),
        citations: vec![citations::ANNUAL_ADDITIONS, citations::ADDITIONS_DEFINED, citations::PAY_STUB],
        next_action,
        by: first.or(next).map(|entry| entry.enter_by).filter(|date| *date >= today),
        words: words(pace),
    }
}

fn open(planned: &Planned, pace: &Pace) -> String {
    let year = pace.year;
    let earned = planned.course.earned(&planned.brought).unwrap_or_default();
    let on_it = if earned.is_positive() { format!(", with {earned} of match on it,") } else { String::new() };
    let result = if pace.unused.is_positive() {
        format!(
            "{} of after-tax money{on_it} goes in for {year}, and {} of the room stays unused",
            pace.planned, pace.unused
        )
    } else {
        format!("{} of after-tax money{on_it} goes in for {year}, the whole room to the cent", pace.planned)
    };
    let for_now = if pace.entries.is_empty() { "" } else { " for now" };
    let keep = if pace.keep && !pace.now.is_nothing() { Some(format!("Keep {}{for_now}", pace.now)) } else { None };
    let mut parts: Vec<String> = keep.into_iter().collect();
    for entry in &pace.entries {
        let first = parts.is_empty();
        parts.push(match (entry.election.is_nothing(), first) {
            (true, true) => format!("Stop from {}", entry.from.long()),
            (true, false) => format!("stop from {}", entry.from.long()),
            (false, true) => format!("Enter {} from {}", entry.election, entry.from.long()),
            (false, false) => format!("{} from {}", entry.election, entry.from.long()),
        });
    }
    match parts.as_slice() {
        [] => format!("Nothing can be taken from the paychecks to come: {result}."),
        parts => format!("{}: {result}.", parts.join(", then ")),
    }
}

fn over(planned: &Planned, pace: &Pace) -> String {
    let (year, over) = (pace.year, pace.over);
    let law = planned.left.over;
    if law.is_positive() && law < over {
        format!(
            "You go {law} over the {year} limit even without more after-tax money, and what can no longer be stopped makes it {over}. Enter nothing."
        )
    } else if law.is_positive() {
        format!("You go {over} over the {year} limit even without more after-tax money. Enter nothing.")
    } else {
        format!(
            "Stop now. Even so, {over} too much goes in for {year} on the paychecks that can no longer be changed, or from what spills over."
        )
    }
}

fn next_action(pace: &Pace, changeable: bool, today: Date) -> String {
    if !changeable {
        return "Keep the last stub, and check its year-to-date figures against this page.".to_owned();
    }
    let mut sentences = Vec::new();
    for entry in &pace.entries {
        let window = if entry.not_before >= entry.enter_by {
            format!("On {}", entry.enter_by.long())
        } else if entry.not_before <= today {
            format!("By {}", entry.enter_by.long())
        } else {
            format!("Between {} and {}", entry.not_before.long(), entry.enter_by.long())
        };
        let what = if entry.election.is_nothing() {
            "set the after-tax election to zero".to_owned()
        } else {
            format!("set the after-tax election to {}", entry.election)
        };
        sentences.push(format!("{window}, {what}; it works from the paycheck of {} on.", entry.from.long()));
    }
    if sentences.is_empty() {
        sentences.push(if pace.now.is_nothing() {
            "Leave the after-tax election at zero.".to_owned()
        } else {
            format!("Leave the after-tax election at {}.", pace.now)
        });
    }
    sentences.join(" ")
}

fn january(next: &NextYear) -> String {
    let year = next.year;
    let unofficial = if next.standing == Standing::Official { "" } else { " (its limits are not official yet)" };
    match next.entries.as_slice() {
        [] if next.carried.is_nothing() => format!("For {year} nothing is to enter yet."),
        [] => format!("The same election can run on into {year}{unofficial}."),
        [first, ..] => format!(
            "Then for {year}{unofficial}: between {} and {}, set it to {}, from the paycheck of {} on.",
            first.not_before.long(),
            first.enter_by.long(),
            named(first.election),
            first.from.long()
        ),
    }
}

fn rule(planned: &Planned, pace: &Pace) -> String {
    let count = planned.course.paychecks.to_come.len();
    let how = match pace.strategy {
        Strategy::Even => {
            "the highest election that can stand to the end of the year, and the one change that fills what it leaves"
        }
        Strategy::FrontLoaded => "as much as each paycheck can give until the room is full",
        Strategy::ByDate => "the highest election that fills the room by your date, and nothing after it",
    };
    format!(
        "Deferrals, employer money and after-tax money together may not pass {} in {}; {} is left for after-tax money over {count} {}. The plan here is {how}. Each amount is rounded half up to the cent, so your payroll’s rounding cannot carry it over.",
        planned.left.cap,
        pace.year,
        pace.room,
        if count == 1 { "paycheck" } else { "paychecks" },
    )
}

/// The election as a request to payroll.
fn words(pace: &Pace) -> Option<String> {
    let requests: Vec<String> = pace
        .entries
        .iter()
        .map(|entry| {
            format!(
                "- to {} from the paycheck of {} on",
                match entry.election {
                    Election::Dollars(dollars) if entry.election.is_nothing() => dollars.to_string(),
                    Election::Percent(percent) => format!("{percent} of pay"),
                    Election::Dollars(dollars) => format!("{dollars} a paycheck"),
                },
                entry.from.long()
            )
        })
        .collect();
    if requests.is_empty() {
        return None;
    }
    Some(format!(
        "Subject: After-tax contributions to the retirement plan in {}\n\nPlease set my voluntary after-tax (non-Roth) contributions\n{}\n\nPlease confirm the first paycheck on which each change works.",
        pace.year,
        requests.join("\n")
    ))
}
