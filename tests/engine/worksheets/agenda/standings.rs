//! How each worksheet stands.

use planner::draft::Draft;
use planner::money::Money;
use planner::record::{Answer, Income, Record, YearRecord};
use planner::worksheets::Worksheet;
use planner::worksheets::agenda::{Agenda, Stage, Standing};
use planner::worksheets::year::Year;

use crate::support::values::day as on;

fn standing(record: &Record, worksheet: Worksheet, today: &str) -> Standing {
    let agenda = Agenda::of(&Year::of(record, 2026, on(today)).expect("a year"));
    agenda.standings.into_iter().find(|standing| standing.worksheet == worksheet).expect("a standing")
}

fn example() -> Record {
    let today = on("2026-11-26");
    Draft::example(2026, today).read(today).record
}

#[test]
fn nothing_is_begun_in_an_empty_year() {
    let record = Record { years: vec![YearRecord::new(2026)], ..Record::default() };
    let agenda = Agenda::of(&Year::of(&record, 2026, on("2026-11-26")).expect("a year"));
    assert_eq!(agenda.standings.len(), Worksheet::ALL.len());
    for standing in &agenda.standings {
        assert_eq!(standing.stage, Stage::NotBegun, "{standing:?}");
    }
    let room = &agenda.standings[1];
    assert_eq!((room.worksheet, room.open.as_slice()), (Worksheet::Room, &["birth-date".to_owned()][..]));
}

#[test]
fn a_tax_rate_alone_begins_no_conversions() {
    let mut record = Record { years: vec![YearRecord::new(2026)], ..Record::default() };
    record.years[0].ledger.tax_rate = Some("24".parse().expect("a rate"));
    assert_eq!(standing(&record, Worksheet::Conversions, "2026-11-26").stage, Stage::NotBegun);
    record.years[0].ledger = example().years[0].ledger.clone();
    assert_ne!(standing(&record, Worksheet::Conversions, "2026-11-26").stage, Stage::NotBegun);
}

#[test]
fn the_figure_is_that_of_the_worksheets_page() {
    let pace = standing(&example(), Worksheet::Pace, "2026-11-26");
    assert_eq!((pace.stage, pace.what.as_str()), (Stage::NeedsAction, "Set your after-tax election to"));
    let room = standing(&example(), Worksheet::Room, "2026-11-26");
    assert_eq!((room.stage, room.what.as_str()), (Stage::Done, "After-tax room left"));
    assert!(room.figure.starts_with('$'));
}

#[test]
fn open_questions_are_named_by_their_fields() {
    let mut record = example();
    let plan = standing(&record, Worksheet::Plan, "2026-11-26");
    assert_eq!(plan.stage, Stage::Open);
    assert!(plan.open.iter().any(|id| id == "spillover"), "{:?}", plan.open);
    record.years[0].plan.after_tax = Answer::Unknown;
    let plan = standing(&record, Worksheet::Plan, "2026-11-26");
    assert_eq!((plan.stage, plan.open.first().map(String::as_str)), (Stage::Open, Some("plan-after-tax")));
    record.years[0].payroll.pay = None;
    record.years[0].payroll.known_pay_date = None;
    let pace = standing(&record, Worksheet::Pace, "2026-11-26");
    assert_eq!((pace.stage, pace.open), (Stage::Open, vec!["known-pay-date".to_owned(), "pay-rate".to_owned()]));
    assert!(!pace.waits.is_empty());
}

#[test]
fn what_is_over_the_limit_is_wrong() {
    let mut year = YearRecord::new(2026);
    year.income = Some(Income::Wages { pay: Money::dollars(200_000) });
    year.contributions.after_tax = Money::dollars(80_000);
    let mut record = Record { birth_date: Some(on("1985-03-31")), years: vec![year], ..Record::default() };
    assert_eq!(standing(&record, Worksheet::Room, "2026-11-26").stage, Stage::Wrong);
    record.years[0].contributions.after_tax = Money::dollars(10_000);
    assert_eq!(standing(&record, Worksheet::Room, "2026-11-26").stage, Stage::NeedsAction);
}

#[test]
fn a_plan_that_cannot_do_it_leaves_nothing_to_do() {
    let mut record = example();
    record.years[0].plan.after_tax = Answer::No;
    for worksheet in [Worksheet::Plan, Worksheet::Pace] {
        let standing = standing(&record, worksheet, "2026-11-26");
        assert_eq!(standing.stage, Stage::Done, "{standing:?}");
    }
}
