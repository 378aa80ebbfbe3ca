//! The year's dates as a calendar file (RFC 5545), which any calendar opens.
//!
//! Each entry is an event of a whole day with a reminder. Its id stays the same while dates
//! and figures change, so that a file opened again moves the events that are there and adds
//! no second ones. Nothing in it depends on the clock but the day that is given.

use crate::date::Date;
use crate::worksheets::agenda::{Action, Agenda, Kind, State};

/// The most octets of a line, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// Whose ids they are.
const DOMAIN: &str = "mega-backdoor-roth-planner";

/// Days before something that is to be done, at which a calendar reminds of it.
const DAYS_TO_DO: u8 = 7;

/// The same before something that happens by itself.
const DAYS_BY_ITSELF: u8 = 1;

/// What can still be done or is still to happen, as a calendar file. What has no day is not
/// in it.
///
/// ```
/// use planner::date::Date;
/// use planner::exchange::calendar;
/// use planner::record::{Record, YearRecord};
/// use planner::worksheets::agenda::Agenda;
/// use planner::worksheets::year::Year;
/// let record = Record { years: vec![YearRecord::new(2026)], ..Record::default() };
/// let agenda = Agenda::of(&Year::of(&record, 2026, Date::new(2026, 11, 24)?)?);
/// let file = calendar::file(&agenda, Date::new(2026, 11, 24)?);
/// assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// assert!(file.contains("\r\nDTSTART;VALUE=DATE:20270415\r\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn file(agenda: &Agenda, today: Date) -> String {
    let mut text = String::new();
    line(&mut text, "BEGIN:VCALENDAR");
    line(&mut text, "VERSION:2.0");
    line(&mut text, &format!("PRODID:-//{DOMAIN}//EN"));
    line(&mut text, "CALSCALE:GREGORIAN");
    line(&mut text, "METHOD:PUBLISH");
    property(&mut text, "X-WR-CALNAME", &format!("Mega backdoor Roth {}", agenda.year));
    for action in agenda.ahead() {
        // What is late already is no entry of a calendar.
        if let Some(date) = action.before.or(action.date).filter(|_| action.state == State::Open) {
            event(&mut text, action, date, today);
        }
    }
    line(&mut text, "END:VCALENDAR");
    text
}

fn event(text: &mut String, action: &Action, date: Date, today: Date) {
    line(text, "BEGIN:VEVENT");
    property(text, "UID", &format!("{}@{DOMAIN}", action.id));
    line(text, &format!("DTSTAMP:{}T000000Z", digits(today)));
    line(text, &format!("DTSTART;VALUE=DATE:{}", digits(date)));
    // The end is the day after, which the calendar's last day has not.
    if let Ok(end) = date.plus_days(1) {
        line(text, &format!("DTEND;VALUE=DATE:{}", digits(end)));
    }
    property(text, "SUMMARY", &action.what);
    property(text, "DESCRIPTION", &description(action));
    line(text, "TRANSP:TRANSPARENT");
    line(text, "BEGIN:VALARM");
    line(text, "ACTION:DISPLAY");
    property(text, "DESCRIPTION", &action.what);
    let days = if action.kind == Kind::ByItself { DAYS_BY_ITSELF } else { DAYS_TO_DO };
    line(text, &format!("TRIGGER:-P{days}D"));
    line(text, "END:VALARM");
    line(text, "END:VEVENT");
}

/// Why, where it is seen to, and by which rule; and the day itself, where that is no business
/// day and nothing moves it.
fn description(action: &Action) -> String {
    let unmoved = match (action.before, action.date) {
        (Some(_), Some(date)) => {
            format!("The day is {}, which is no business day and is not moved. ", date.long())
        }
        _ => String::new(),
    };
    let place = action.place.worksheet.page().name;
    format!("{unmoved}{}\nPage: {place}. Rule: {}.", action.why, action.citation.reference)
}

/// A property whose value is a text, escaped (RFC 5545, 3.3.11).
fn property(text: &mut String, name: &str, value: &str) {
    let mut escaped = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    line(text, &format!("{name}:{escaped}"));
}

/// A line, folded so that none is longer than [`LINE`] octets: what goes on begins with a
/// space, and no letter is divided (RFC 5545, 3.1).
fn line(text: &mut String, content: &str) {
    let mut octets = 0;
    for letter in content.chars() {
        let more = letter.len_utf8();
        if octets + more > LINE {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(letter);
        octets += more;
    }
    text.push_str("\r\n");
}

/// A date as eight digits.
fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}
