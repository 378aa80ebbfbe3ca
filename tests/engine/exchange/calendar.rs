//! The calendar file, read by an independent reader, and octet by octet.

use std::collections::BTreeSet;
use std::str::FromStr;

use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use planner::date::Date;
use planner::draft::Draft;
use planner::exchange::calendar;
use planner::record::{Record, YearRecord};
use planner::service;
use planner::worksheets::agenda::{Agenda, State};
use planner::worksheets::year::Year;
use proptest::prelude::*;

use crate::support::values::day;

fn agenda(record: &Record, year: i16, today: Date) -> Agenda {
    Agenda::of(&Year::of(record, year, today).expect("a year"))
}

fn example(today: Date) -> Record {
    Draft::example(2026, today).read(today).record
}

/// What an event is told by: its id, its day, and its title.
fn events(text: &str) -> Vec<(String, String, String)> {
    let read = Calendar::from_str(text).expect("a calendar file");
    let event = |component: &CalendarComponent| match component {
        CalendarComponent::Event(event) => {
            let Some(DatePerhapsTime::Date(date)) = event.get_start() else { panic!("no whole day: {event:?}") };
            let end = event.get_end();
            assert!(matches!(end, None | Some(DatePerhapsTime::Date(_))), "{end:?}");
            let id = event.get_uid().expect("an id").to_owned();
            Some((id, date.to_string(), event.get_summary().expect("a title").to_owned()))
        }
        _ => None,
    };
    read.components.iter().filter_map(event).collect()
}

#[test]
fn an_independent_reader_finds_every_entry_with_its_day_and_its_words() {
    let today = day("2026-11-26");
    let agenda = agenda(&example(today), 2026, today);
    let text = calendar::file(&agenda, today);
    let found = events(&text);
    let dated = agenda.ahead().filter(|action| action.state == State::Open && action.date.is_some());
    let expected: Vec<_> = dated.collect();
    assert!(expected.len() > 10, "{}", expected.len());
    assert_eq!(found.len(), expected.len());
    for ((id, date, title), action) in found.iter().zip(&expected) {
        assert_eq!(id, &format!("{}@mega-backdoor-roth-planner", action.id));
        assert_eq!(Some(day(date)), action.before.or(action.date));
        assert_eq!(title, &action.what);
    }
    // Each has its own reminder.
    assert_eq!(text.matches("BEGIN:VALARM\r\n").count(), found.len());
    assert_eq!(text.matches("\r\nTRIGGER:-P").count(), found.len());
}

#[test]
fn an_id_stays_while_its_day_moves() {
    let (one, other) = (day("2026-11-26"), day("2026-12-01"));
    let ids = |today: Date| -> BTreeSet<String> {
        events(&calendar::file(&agenda(&example(day("2026-11-26")), 2026, today), today))
            .into_iter()
            .map(|event| event.0)
            .collect()
    };
    let (before, after) = (ids(one), ids(other));
    assert!(before.contains("return-2026@mega-backdoor-roth-planner"));
    assert!(after.is_subset(&before), "{:?}", after.difference(&before));
}

#[test]
fn a_day_that_nothing_moves_is_entered_on_the_business_day_before() {
    let mut year = YearRecord::new(2028);
    year.contributions.after_tax = planner::money::Money::dollars(1_000);
    let record = Record { years: vec![year], ..Record::default() };
    let text = calendar::file(&agenda(&record, 2028, day("2028-11-26")), day("2028-11-26"));
    let posted = events(&text).into_iter().find(|event| event.0.starts_with("converted-by-2028@"));
    assert_eq!(posted.map(|event| event.1), Some("2028-12-29".to_owned()));
    assert!(text.replace("\r\n ", "").contains("The day is December 31\\, 2028"), "{text}");
}

#[test]
fn the_page_gets_it_as_the_reviews_file() {
    let today = day("2026-11-26");
    let draft = Draft::example(2026, today);
    let file = service::file(&draft.to_saved(), "2026-11-26", "review").expect("a file");
    assert_eq!(file, calendar::file(&agenda(&draft.read(today).record, 2026, today), today));
}

/// Every line ends in a carriage return and a line feed and has at most 75 octets, and no
/// letter is divided.
fn holds_octets(text: &str) {
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        assert!(!line.is_empty(), "an empty line");
    }
}

#[test]
fn lines_have_75_octets_at_most() {
    let today = day("2026-11-26");
    let text = calendar::file(&agenda(&example(today), 2026, today), today);
    holds_octets(&text);
    assert!(text.contains("\r\n "), "nothing is folded, so that this test sees nothing");
    assert!(text.lines().any(|line| line.len() >= 73), "lines are folded too early");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_stands_in_a_text_comes_back(what in "\\PC{0,200}", why in "[\\PC\n]{0,300}") {
        let today = day("2026-11-26");
        let mut agenda = agenda(&example(today), 2026, today);
        agenda.actions.truncate(2);
        agenda.actions.retain(|action| action.date.is_some());
        for action in &mut agenda.actions {
            (action.what, action.why, action.state) = (format!("x{what}"), why.clone(), State::Open);
        }
        let text = calendar::file(&agenda, today);
        holds_octets(&text);
        let escaped: String = format!("x{what}")
            .chars()
            .filter(|letter| !letter.is_control())
            .flat_map(|letter| match letter {
                '\\' | ';' | ',' => vec!['\\', letter],
                letter => vec![letter],
            })
            .collect();
        let unfolded = text.replace("\r\n ", "");
        let line = format!("\r\nSUMMARY:{escaped}\r\n");
        prop_assert!(unfolded.contains(&line), "{unfolded}");
    }
}
