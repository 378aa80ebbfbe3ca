//! Each year has texts of its own, and takes over the answers that hold until they change.

use crate::support::drafts::{UNDER_50, draft, of_year, row_ids, set};
use crate::support::values::{money, today};
use crate::support::worksheets;
use planner::date::Date;
use planner::draft::Draft;
use planner::law::limits::OFFICIAL_YEARS;
use planner::questions::{Field, Key, List, RowField, Whose};
use planner::record::{Income, Spot, YEARS};
use planner::worksheets::year::NotReady;

#[test]
fn each_year_keeps_its_own_figures_and_the_birth_date_is_one_for_all() {
    let pay = Key::Sheet(Field::Pay);
    let mut draft = draft(2026, UNDER_50);
    draft.set(pay, "200,000".to_owned());
    let job = draft.add_row(List::Jobs);
    draft.set(Key::Row(List::Jobs, job, RowField::Name), "Evening teaching".to_owned());
    draft.year = 2025;
    assert_eq!(draft.text(pay), "");
    assert_eq!(draft.text(Key::Row(List::Jobs, job, RowField::Name)), "");
    assert_eq!(draft.text(Key::BirthDate), UNDER_50);
    draft.set(pay, "190,000".to_owned());
    // A job of another year takes no text here.
    draft.set(Key::Row(List::Jobs, job, RowField::Name), "Nowhere".to_owned());
    draft.year = 2026;
    assert_eq!(draft.text(pay), "200,000");
    assert_eq!(draft.text(Key::Row(List::Jobs, job, RowField::Name)), "Evening teaching");
    draft.year = 2025;
    assert_eq!(draft.text(pay), "190,000");

    let reading = draft.read(today());
    let years: Vec<i16> = reading.record.years.iter().map(|entry| entry.year).collect();
    assert_eq!(years, [2025, 2026], "in the calendar's order, whichever is on show");
    assert_eq!(of_year(&reading, 2025).income, Some(Income::Wages { pay: money("190,000") }));
    assert_eq!(of_year(&reading, 2026).income, Some(Income::Wages { pay: money("200,000") }));
    assert_eq!(of_year(&reading, 2025).other_jobs, []);
    assert_eq!(of_year(&reading, 2026).other_jobs.len(), 1);

    draft.year = 2024;
    assert_eq!(draft.read(today()).record.years.len(), 3, "the year on show is in the record, empty or not");
}

#[test]
fn the_years_offered_go_past_the_official_ones_and_past_today() {
    for (day, last) in [("2023-01-01", 2027), ("2026-11-24", 2027), ("2027-01-01", 2028), ("2031-06-15", 2032)] {
        let day: Date = day.parse().expect("a day");
        let years = Draft::new(day).years(day);
        assert_eq!((years.first(), years.last()), (Some(&OFFICIAL_YEARS.0), Some(&last)), "{day}");
        assert!(years.is_sorted_by(|one, next| one + 1 == *next));
        assert!(years.contains(&Draft::new(day).year), "{day}");
        for year in years {
            let reading = Draft::example(year, day).read(day);
            assert_eq!(reading.problems, []);
            let room = worksheets::room(&reading.record, year, day);
            // A year that this planner does not know yet asks for its limits.
            assert!(room.is_ok() || matches!(room, Err(NotReady::UnknownYear(_)) if year > 2027), "{year}");
        }
    }
}

#[test]
fn the_years_offered_are_also_those_in_which_something_was_typed() {
    let mut draft = draft(2014, UNDER_50);
    assert_eq!(draft.years(today())[..2], [2014, 2023], "the year on show, though nothing is typed in it");
    draft.add_row(List::Contributions);
    draft.year = 2031;
    set(&mut draft, Field::Pay, "1");
    draft.year = 2026;
    assert_eq!(draft.years(today()), [2014, 2023, 2024, 2025, 2026, 2027, 2031]);
    let ledger = draft.ledger_years(today());
    assert_eq!((ledger.first(), ledger.last()), (Some(&YEARS.0), Some(&2031)));
    assert!(ledger.is_sorted_by(|one, next| one + 1 == *next));
    assert_eq!(Draft::new(today()).ledger_years(today()).last(), Some(&2027));
}

#[test]
fn a_year_without_answers_about_the_plan_takes_over_those_of_the_nearest_year() {
    let mut draft = Draft::new(today());
    draft.year = 2025;
    draft.set(Key::Sheet(Field::PlanAfterTax), "no".to_owned());
    draft.year = 2026;
    draft.set(Key::Sheet(Field::PlanAfterTax), "yes".to_owned());
    draft.set(Key::Sheet(Field::PayDates), "1/15/2026".to_owned());
    draft.set(Key::Sheet(Field::Pay), "200,000".to_owned());

    assert_eq!(draft.show_year(2027), Some(2026));
    assert_eq!(draft.text(Key::Sheet(Field::PlanAfterTax)), "yes");
    assert_eq!(draft.text(Key::Sheet(Field::PayDates)), "", "dates of one year are none of the next");
    assert_eq!(draft.text(Key::Sheet(Field::Pay)), "", "pay is not the plan's");
    assert_eq!(draft.show_year(2024), Some(2025), "with none before it, the nearest after it");

    draft.set(Key::Sheet(Field::PlanAfterTax), "unknown".to_owned());
    assert_eq!(draft.show_year(2025), None);
    assert_eq!(draft.show_year(2024), None, "an answer, even an open one, stays");
    assert_eq!(draft.text(Key::Sheet(Field::PlanAfterTax)), "unknown");
    assert_eq!(Draft::new(today()).show_year(2027), None);
}

#[test]
fn a_year_without_answers_about_the_landing_spot_takes_over_those_of_a_year_before_it() {
    let spot = Key::Sheet(Field::LandingSpot);
    let mut draft = Draft::new(today());
    draft.year = 2025;
    for (field, text) in [
        (Field::LandingSpot, "roth_ira"),
        (Field::LandingReason, "Better funds"),
        (Field::LandingChosenOn, "1/5/2025"),
        (Field::RothIraSince, "2012"),
        (Field::TaxRate, "32"),
        (Field::SeveralPlans, "yes"),
        (Field::PlanTotal, "9,000"),
        (Field::FormsSaved, "yes"),
    ] {
        set(&mut draft, field, text);
    }
    draft.add_row(List::Contributions);

    assert_eq!(draft.show_year(2027), Some(2025));
    assert_eq!(draft.text(spot), "roth_ira");
    assert_eq!(draft.text(Key::Sheet(Field::LandingReason)), "Better funds");
    assert_eq!(draft.text(Key::Sheet(Field::LandingChosenOn)), "1/5/2025");
    assert_eq!(draft.text(Key::Sheet(Field::TaxRate)), "32");
    assert_eq!(draft.text(Key::Sheet(Field::SeveralPlans)), "yes");
    for field in Field::of(Whose::Ledger) {
        assert_eq!(draft.text(Key::Sheet(field)), "", "{field:?} is of one year");
    }
    assert!(row_ids(&draft, List::Contributions).is_empty(), "what was paid in is of one year");

    assert_eq!(draft.show_year(2024), None, "a choice made later was not made then");
    assert_eq!(draft.text(spot), "");
    draft.set(spot, "roth_401k".to_owned());
    assert_eq!(draft.show_year(2025), None, "answers stay");
    assert_eq!(draft.text(spot), "roth_ira");

    // Answers about the plan come from another year than those about the landing spot.
    draft.show_year(2024);
    set(&mut draft, Field::PlanAfterTax, "yes");
    assert_eq!(draft.show_year(2026), Some(2024), "the plan's year is the one that is named");
    assert_eq!(draft.text(Key::Sheet(Field::PlanAfterTax)), "yes");
    assert_eq!(draft.text(spot), "roth_ira");
    let reading = draft.read(today());
    assert_eq!(of_year(&reading, 2026).landing.spot, Spot::RothIra);
    assert_eq!(of_year(&reading, 2024).landing.spot, Spot::Roth401k);
}
