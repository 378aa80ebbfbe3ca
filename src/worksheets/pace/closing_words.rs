//! What the worksheet says at its end: decision, rule, next action, and the request to
//! payroll.

use super::closing::Ending;
use super::{Entry, NextYear, Pace, words};
use crate::date::Date;
use crate::english::counted;
use crate::law::Standing;
use crate::money::Money;
use crate::record::{Election, Strategy};

impl Ending {
    /// The decision in a sentence or two.
    pub fn decision(&self, pace: &Pace) -> String {
        let &Pace { year, over, planned, unused, .. } = pace;
        let decision = match self {
            Self::Over => {
                format!("You go {over} over the {year} limit even without more after-tax money. Enter nothing.")
            }
            Self::OverAndMore { without } => format!(
                "You go {without} over the {year} limit even without more after-tax money, and what can no longer be stopped makes it {over}. Enter nothing."
            ),
            Self::Unstoppable => format!(
                "Stop now. Even so, {over} too much goes in for {year} on the paychecks that can no longer be changed, or from what spills over."
            ),
            Self::AllPaid => format!("All paychecks of {year} are paid, and {unused} of the room stays unused."),
            Self::DateTooEarly { date } => {
                format!("No change can work by {}: {unused} of the room stays unused.", date.long())
            }
            Self::TooLate => format!(
                "No paycheck of {year} can still be changed: {planned} of after-tax money comes in as things stand, and {unused} of the room stays unused."
            ),
            Self::NoRoom if pace.now.is_nothing() => {
                format!("No after-tax room is left for {year}: enter nothing.")
            }
            Self::NoRoom => {
                format!("No after-tax room is left for {year}: set your after-tax election to zero.")
            }
            Self::Open { earned } => format!("{}: {}.", pace.what_to_enter(), pace.what_goes_in(*earned)),
        };
        match pace.standing {
            Standing::Official => decision,
            _ => format!("{decision} The limits of {year} used here are not official."),
        }
    }
}

impl Pace {
    /// `Keep 5% for now, then 17% from June 5, 2026, then stop from October 16, 2026`.
    fn what_to_enter(&self) -> String {
        let mut parts = Vec::new();
        if self.keep && !self.now.is_nothing() {
            let for_now = if self.entries.is_empty() { "" } else { " for now" };
            parts.push(format!("Keep {}{for_now}", self.now));
        }
        for Entry { election, from, .. } in &self.entries {
            let from = from.long();
            parts.push(match (election.is_nothing(), parts.is_empty()) {
                (true, true) => format!("Stop from {from}"),
                (true, false) => format!("stop from {from}"),
                (false, true) => format!("Enter {election} from {from}"),
                (false, false) => format!("{election} from {from}"),
            });
        }
        if parts.is_empty() {
            return "Nothing can be taken from the paychecks to come".to_owned();
        }
        parts.join(", then ")
    }

    fn what_goes_in(&self, earned: Money) -> String {
        let &Self { year, planned, unused, .. } = self;
        let on_it = if earned.is_positive() { format!(", with {earned} of match on it,") } else { String::new() };
        let rest = if unused.is_positive() {
            format!("and {unused} of the room stays unused")
        } else {
            "the whole room to the cent".to_owned()
        };
        format!("{planned} of after-tax money{on_it} goes in for {year}, {rest}")
    }

    /// The rule behind the decision.
    pub(super) fn rule(&self, cap: Money) -> String {
        let how = match self.strategy {
            Strategy::Even => {
                "the highest election that can stand to the end of the year, and the one change that fills what it leaves"
            }
            Strategy::FrontLoaded => "as much as each paycheck can give until the room is full",
            Strategy::ByDate => "the highest election that fills the room by your date, and nothing after it",
        };
        format!(
            "Deferrals, employer money and after-tax money together may not pass {cap} in {}; {} is left for after-tax money over {}. The plan here is {how}. Each amount is rounded half up to the cent, so your payroll’s rounding cannot carry it over.",
            self.year,
            self.room,
            counted(self.lines.len(), "paycheck", "paychecks"),
        )
    }

    /// What to do next.
    pub(super) fn next_action(&self, changeable: bool, today: Date) -> String {
        let mut sentences = Vec::new();
        if !changeable {
            sentences.push("Keep the last stub, and check its year-to-date figures against this page.".to_owned());
        } else if self.entries.is_empty() {
            sentences.push(format!("Leave the after-tax election at {}.", or_zero(self.now)));
        } else {
            sentences.extend(self.entries.iter().map(|entry| {
                let (window, election, from) = (window(entry, today), or_zero(entry.election), entry.from.long());
                format!("{window}, set the after-tax election to {election}; it works from the paycheck of {from} on.")
            }));
        }
        sentences.extend(self.next_year.as_ref().map(january));
        if changeable {
            sentences.push(
                "After each payday, compare the stub with the table, and come back if pay or deferrals change."
                    .to_owned(),
            );
        }
        sentences.join(" ")
    }

    /// The elections as a request to payroll.
    pub(super) fn request(&self) -> Option<String> {
        if self.entries.is_empty() {
            return None;
        }
        let changes: Vec<String> = self.entries.iter().map(requested).collect();
        Some(format!(
            "Subject: After-tax contributions to the retirement plan in {}\n\nPlease set my voluntary after-tax (non-Roth) contributions\n{}\n\nPlease confirm the first paycheck on which each change works.",
            self.year,
            changes.join("\n")
        ))
    }
}

/// The days in which a change is to be entered.
fn window(entry: &Entry, today: Date) -> String {
    let (open, close) = (entry.not_before, entry.enter_by);
    if open >= close {
        format!("On {}", close.long())
    } else if open <= today {
        format!("By {}", close.long())
    } else {
        format!("Between {} and {}", open.long(), close.long())
    }
}

/// An election as the one to set or to leave.
fn or_zero(election: Election) -> String {
    if election.is_nothing() { "zero".to_owned() } else { election.to_string() }
}

/// What to do for the next year.
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
            words::election(first.election),
            first.from.long()
        ),
    }
}

/// A change as a line of the request.
fn requested(entry: &Entry) -> String {
    let election = match entry.election {
        Election::Dollars(dollars) if entry.election.is_nothing() => dollars.to_string(),
        Election::Percent(percent) => format!("{percent} of pay"),
        Election::Dollars(dollars) => format!("{dollars} a paycheck"),
    };
    format!("- to {election} from the paycheck of {} on", entry.from.long())
}
