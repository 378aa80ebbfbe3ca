//! What the timeline says.

use super::{Event, What};
use crate::date::Date;
use crate::money::Money;
use crate::worksheets::pace::closing_words::requested;
use crate::worksheets::pace::{Entry, words};

/// Up to how many days a deadline is told by its distance.
const SOON: i32 = 7;

/// `today`, `tomorrow` or `in 3 days`, for a day that is near.
pub(in crate::worksheets::pace) fn distance(days: i32) -> Option<String> {
    match days {
        0 => Some("today".to_owned()),
        1 => Some("tomorrow".to_owned()),
        2..=SOON => Some(format!("in {days} days")),
        _ => None,
    }
}

/// How many days from one day to another.
pub(in crate::worksheets::pace) fn days_to(from: Date, to: Date) -> i32 {
    to.day_number() - from.day_number()
}

/// The words to send for it; empty where there is nothing to do.
pub(super) fn to_send(event: &Event) -> String {
    match &event.what {
        What::Change(entry) => format!(
            "Please set my voluntary after-tax (non-Roth) contributions {}.",
            requested(entry).trim_start_matches("- ")
        ),
        What::Lower(entry) => {
            let (deferrals, from) = (entry.deferrals, entry.from.long());
            format!("Please set my deferral election to {deferrals} from the paycheck of {from} on.")
        }
        _ => String::new(),
    }
}

/// What the button says that begins the next year.
pub(super) fn start(year: i16) -> String {
    format!("Start {year} with this year’s pay and elections")
}

/// What to know of limits that are not official.
pub(super) fn projected(year: i16) -> String {
    format!("The limits of {year} are projected. The IRS announces them around November 1.")
}

/// What happens, and what to know of it.
pub(super) fn says(event: &Event) -> (String, String) {
    match &event.what {
        What::Today { deferrals, after_tax } => {
            ("Today".to_owned(), format!("After-tax {}, deferrals {deferrals}", words::or_zero(*after_tax)))
        }
        What::Change(entry) => (
            format!("Change after-tax to {}", words::or_zero(entry.election)),
            listed([distance(event.days), not_before(entry, event)]),
        ),
        What::Lower(entry) => {
            (format!("Lower your deferrals to {}", entry.deferrals), distance(event.days).unwrap_or_default())
        }
        What::Starts(entry) if entry.election.is_nothing() => {
            ("After-tax contributions stop".to_owned(), String::new())
        }
        What::Starts(entry) => {
            let take_home = entry.take_home.map(|cash| format!("take-home pay about {}", cash.about()));
            (format!("{} starts: {} a paycheck", entry.election, entry.takes), take_home.unwrap_or_default())
        }
        What::Bonus { pay, takes, alone } => {
            let goes_in = if takes.is_positive() { format!("{takes} goes in") } else { "nothing goes in".to_owned() };
            let alone = alone.map(|percent| {
                format!("if your payroll site has a separate election for bonuses, {percent}% of it uses the room left")
            });
            (format!("Bonus of {}: {goes_in}", pay.in_dollars()), alone.unwrap_or_default())
        }
        What::Last { filled, limit, unused } => (
            format!("Last paycheck: {} of {}", filled.about(), limit.about()),
            if unused.is_positive() { format!("{} unused", unused.about()) } else { "the whole room".to_owned() },
        ),
        What::CarriesOn { election } => {
            (format!("First paycheck: after-tax carries on at {}", words::or_zero(*election)), String::new())
        }
        What::NextLast { planned, room } => {
            (format!("{} of {} in after-tax contributions", planned.about(), room.about()), unused(*room - *planned))
        }
    }
}

fn unused(unused: Money) -> String {
    if unused.is_positive() { format!("{} unused", unused.about()) } else { String::new() }
}

/// From which day on a change works no paycheck early, where that is still to come.
fn not_before(entry: &Entry, event: &Event) -> Option<String> {
    let ahead = days_to(entry.not_before, entry.enter_by);
    (event.days > ahead && ahead > 0).then(|| format!("not before {}", entry.not_before.short()))
}

fn listed(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
