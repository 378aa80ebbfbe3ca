//! The timeline as a part of the report.

use super::{Event, What, is_official, words};
use crate::report::{Moment, Period};
use crate::worksheets::pace::Pace;

/// The two years as the page shows them.
pub(in crate::worksheets::pace) fn periods(pace: &Pace) -> Vec<Period> {
    let mut periods = Vec::new();
    let mut period = |name: i16, events: &[Event], note: String, start: String| {
        if !events.is_empty() {
            periods.push(Period {
                name: name.to_string(),
                note,
                steps: events.iter().map(moment).collect(),
                open: 0,
                start,
            });
        }
    };
    period(pace.year, &pace.timeline.this_year, String::new(), String::new());
    if let Some(next) = &pace.next_year {
        let note = if is_official(pace) { String::new() } else { words::projected(next.year) };
        let start = if next.own { String::new() } else { words::start(next.year) };
        period(next.year, &pace.timeline.next_year, note, start);
    }
    periods
}

fn moment(event: &Event) -> Moment {
    let (says, more) = words::says(event);
    let look = match &event.what {
        What::Today { .. } => "today",
        what if what.is_to_do() => "do",
        _ => "",
    };
    Moment {
        look: look.to_owned(),
        weekday: event.on.weekday().short().to_owned(),
        day: event.on.short(),
        says,
        more,
        copy: words::to_send(event),
    }
}
