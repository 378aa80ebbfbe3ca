//! Texts that cannot be read: each has its sentence, and changes nothing else.

use crate::support::drafts::{FORTY_DIGITS, UNDER_50, draft, keys, of_year, set};
use crate::support::situations::everything_shown;
use crate::support::values::{money, today};
use planner::money::Money;
use planner::questions::{Field, Key, Kind, List, RowField};
use planner::record::{Income, MOST_JOBS};

const IN_DIGITS: &str = "Enter dollars and cents in digits, such as 1,234.50.";
const AN_AMOUNT: &str = "Enter an amount, such as 1,234.50.";
const NO_MINUS: &str = "Enter an amount of zero or more, without a minus sign.";
const THOUSANDS: &str = "Put commas only between thousands, as in 12,345.67, or leave them out. Cents follow a point.";
const PERCENT: &str = "Enter a percentage in digits, such as 6 or 6.5.";
const TO_100: &str = "Enter a percentage from 0 to 100.";
const A_DATE: &str = "Enter month, day and year, such as 3/31/1985.";

/// What kind of field, what is typed, and what is said about it.
const BAD: &[(Kind, &str, &str)] = &[
    (Kind::Money, "abc", IN_DIGITS),
    (Kind::Money, "2O0,000", IN_DIGITS),
    (Kind::Money, "1e99", IN_DIGITS),
    (Kind::Money, "1\t2", IN_DIGITS),
    (Kind::Money, "12\t", IN_DIGITS),
    (Kind::Money, "\t", IN_DIGITS),
    (Kind::Money, "NaN", IN_DIGITS),
    (Kind::Money, "1\n2", IN_DIGITS),
    (Kind::Money, "\u{ff11}\u{ff12}", IN_DIGITS),
    (Kind::Money, "\u{1f4b0}", IN_DIGITS),
    (Kind::Money, ".", IN_DIGITS),
    (Kind::Money, "-5", NO_MINUS),
    (Kind::Money, "\u{2212}5", NO_MINUS),
    (Kind::Money, "$-5", NO_MINUS),
    (Kind::Money, "$", AN_AMOUNT),
    (Kind::Money, "1,2", THOUSANDS),
    (Kind::Money, "1.505", "Enter at most two digits after the point, such as 1,234.50."),
    (Kind::Money, FORTY_DIGITS, "Enter an amount under $1,000,000,000.00."),
    (Kind::Percent, "six", PERCENT),
    (Kind::Percent, "-6", PERCENT),
    (Kind::Percent, "1e99", PERCENT),
    (Kind::Percent, "6\t7", PERCENT),
    (Kind::Percent, ".", PERCENT),
    (Kind::Percent, "101", TO_100),
    (Kind::Percent, "100.0001", TO_100),
    (Kind::Percent, FORTY_DIGITS, TO_100),
    (Kind::Percent, "6.00001", "Enter at most four digits after the point, such as 6.25."),
    (Kind::Percent, "%", "Enter a percentage, such as 6 or 6.5."),
    (Kind::MatchRate, "half", PERCENT),
    (Kind::MatchRate, "1000.0001", "Enter a percentage from 0 to 1000."),
    (Kind::MatchRate, "50.00001", "Enter at most four digits after the point, such as 6.25."),
    (Kind::Election, "six", PERCENT),
    (Kind::Election, "1,000", PERCENT),
    (Kind::Election, "6%%", PERCENT),
    (Kind::Election, "$6%", PERCENT),
    (Kind::Election, "101", TO_100),
    (Kind::Election, "%", "Enter a percentage, such as 6 or 6.5."),
    (Kind::Election, "$", AN_AMOUNT),
    (Kind::Election, "$1,2", THOUSANDS),
    (Kind::Election, "$-5", NO_MINUS),
    (Kind::Election, "$abc", IN_DIGITS),
    (Kind::Dates, "soon", "“soon”: Enter month, day and year, such as 3/31/1985."),
    (Kind::Months, "soon", "“soon” is not a month. Enter names or numbers, such as June, December."),
    (Kind::Months, "June, 13", "“13” is not a month. Enter names or numbers, such as June, December."),
    (Kind::Dates, "1/2/2028, 1/16", "“1/16”: Enter month, day and year, such as 3/31/1985."),
    (Kind::Dates, "1/2/2028 2/30/2028", "“2/30/2028”: Enter a day that this month has, such as 3/31/1985."),
    (Kind::Dates, "1/2/2028\n1/15/2026", "“1/15/2026” is not in 2028. Enter pay dates of that year."),
    (Kind::Dates, FORTY_DIGITS, "“12345678901234567890”: Enter month, day and year, such as 3/31/1985."),
    (Kind::Date, "1/1/2200", "Enter a year from 1900 to 2199, with all four digits."),
    (Kind::Date, "12/31/1899", "Enter a year from 1900 to 2199, with all four digits."),
    (Kind::Date, "31/3/1985", "Enter a month from 1 to 12, before the day, such as 3/31/1985."),
    (Kind::Date, "2/29/1985", "Enter a day that this month has, such as 3/31/1985."),
    (Kind::Date, "Marzo 31, 1985", A_DATE),
    (Kind::Date, "-3/31/1985", A_DATE),
    (Kind::Date, "1e99", A_DATE),
    (Kind::Date, "3/31/1985\t", A_DATE),
    (Kind::Date, "3/31/985", A_DATE),
    (Kind::Date, FORTY_DIGITS, A_DATE),
];

/// What is no count, whatever its range.
const BAD_COUNTS: &[&str] = &["100", "six", "-1", "+5", "1.5", "1e9", "6\t", "006", "\u{ff16}", FORTY_DIGITS];

/// The range of a count and the numbers just outside it.
fn counts(key: Key) -> (&'static str, Vec<&'static str>) {
    match key {
        Key::Sheet(Field::LimitationMonths) => ("Enter a whole number from 1 to 11.", vec!["0", "12"]),
        Key::Sheet(Field::LimitationBegins | Field::PlanYearEnds) => {
            ("Enter a whole number from 1 to 12.", vec!["0", "13"])
        }
        Key::Sheet(Field::MonthsLeft) => ("Enter a whole number from 0 to 12.", vec!["13"]),
        Key::Sheet(Field::TransfersPerYear) => ("Enter a whole number from 0 to 99.", vec![]),
        Key::Sheet(Field::ChangeLeadDays) => ("Enter a whole number from 0 to 90.", vec!["91"]),
        Key::Sheet(Field::FirstDay | Field::SecondDay) => ("Enter a whole number from 1 to 31.", vec!["0", "32"]),
        Key::Sheet(Field::ProjectedYears) => ("Enter a whole number from 1 to 60.", vec!["0", "61"]),
        _ => panic!("{key:?} is no count"),
    }
}

/// What is no year, whatever its range.
const BAD_YEARS: &[&str] = &["0", "2", "26", "-2020", "+2020", "2020.", "two", "02020", "\u{ff12}020", FORTY_DIGITS];

/// The range of a year in 2028 and the years just outside it.
fn years(key: Key) -> (&'static str, [&'static str; 2]) {
    match key {
        // Roth IRAs began in 1998, Roth accounts of plans in 2006.
        Key::Sheet(Field::RothIraSince) => ("Enter a year from 1998 to 2028.", ["1997", "2029"]),
        Key::Sheet(Field::PlanRothSince) => ("Enter a year from 2006 to 2028.", ["2005", "2029"]),
        Key::Row(_, _, RowField::Box11) => ("Enter a year from 2006 to 2198.", ["2005", "2199"]),
        _ => panic!("{key:?} is no year"),
    }
}

/// The bad texts of a place in 2028, each with its sentence.
fn bad(key: Key) -> Vec<(&'static str, &'static str)> {
    let mut bad: Vec<_> =
        BAD.iter().filter(|(kind, ..)| *kind == key.kind()).map(|(_, text, says)| (*text, *says)).collect();
    match key {
        Key::BirthDate => {
            bad.extend(["11/25/2026", "1/1/2199"].map(|text| (text, "Enter a birth date that is not in the future.")));
        }
        // These may be of another year.
        Key::Sheet(Field::KnownPayDate | Field::LandingChosenOn | Field::WithdrawOn)
        | Key::Row(_, _, RowField::RolledOverOn | RowField::ReceivedOn | RowField::PaidOn) => {}
        _ if key.kind() == Kind::Date => {
            bad.extend(["12/31/2027", "1/1/2029"].map(|text| (text, "Enter a date in 2028.")));
        }
        _ if key.kind() == Kind::Year => {
            let (says, outside) = years(key);
            bad.extend(BAD_YEARS.iter().copied().chain(outside).map(|text| (text, says)));
        }
        _ if key.kind() == Kind::Count => {
            let (says, outside) = counts(key);
            bad.extend(BAD_COUNTS.iter().copied().chain(outside).map(|text| (text, says)));
        }
        _ => {}
    }
    bad
}

#[test]
fn every_bad_text_gets_its_sentence_in_every_field_and_changes_nothing_else() {
    for (basis, hidden) in everything_shown() {
        let without = basis.read(today());
        assert_eq!(without.problems, []);
        for key in keys(&basis) {
            let bad = bad(key);
            assert!(!bad.is_empty() || matches!(key.kind(), Kind::Choice | Kind::Words), "{key:?}");
            // What a text decides is as if there were none.
            let mut empty = basis.clone();
            empty.set(key, String::new());
            let without = if basis.text(key).is_empty() { without.clone() } else { empty.read(today()) };
            for (text, says) in bad {
                let mut draft = basis.clone();
                draft.set(key, text.to_owned());
                let reading = draft.read(today());
                assert_eq!(draft.text(key), text);
                if hidden.contains(&key) {
                    assert_eq!(reading, without, "{key:?} is not shown and {text:?} is read");
                    continue;
                }
                let [problem] = reading.problems.as_slice() else { panic!("{key:?} {text:?}: {reading:?}") };
                assert_eq!((problem.key, problem.message.as_str()), (key, says), "{text:?}");
                assert!(problem.message.ends_with('.'));
                if key != Key::BirthDate {
                    assert_eq!(reading.record, without.record, "{key:?} {text:?}");
                }
            }
        }
    }
}

#[test]
fn a_text_that_can_still_become_one_is_unfinished_and_any_other_is_not() {
    let pay = Key::Sheet(Field::Pay);
    let percent = Key::Sheet(Field::AfterTaxPercent);
    for (key, text, unfinished) in [
        (pay, "1,2", true),
        (pay, "1,", true),
        (pay, "12,34", true),
        (pay, "1,234,5", true),
        (pay, "$", true),
        (pay, "$ ", true),
        (pay, ".", true),
        (pay, "-", false),
        (pay, "abc", false),
        (pay, "1e99", false),
        (pay, "1.505", false),
        (pay, FORTY_DIGITS, false),
        (percent, ".", true),
        (percent, "101", false),
        (percent, "six", false),
        (Key::BirthDate, "3", true),
        (Key::BirthDate, "3/1", true),
        (Key::BirthDate, "3/31/", true),
        (Key::BirthDate, "3/31/198", true),
        (Key::BirthDate, "1985-03-", true),
        (Key::BirthDate, "13/31/1985", false),
        (Key::BirthDate, "2/30/1985", false),
        (Key::BirthDate, "11/25/2026", false),
        (Key::Sheet(Field::MonthsLeft), "13", false),
        (Key::Sheet(Field::LimitationMonths), "12", false),
        (Key::Sheet(Field::PayDates), "1/2/2026, 1/16/20", true),
        (Key::Sheet(Field::PayDates), "1/2/2026, 1/16/2025", true),
        (Key::Sheet(Field::LastStub), "11/20/2025", true),
        (Key::Sheet(Field::LastStub), "11/2", true),
        (Key::Sheet(Field::PreTaxElection), ".", true),
        (Key::Sheet(Field::PreTaxElection), "$", true),
        (Key::Sheet(Field::PreTaxElection), "101", false),
        (Key::Sheet(Field::MatchUpTo1), "6", true),
        (Key::Sheet(Field::RothIraSince), "201", true),
        (Key::Sheet(Field::RothIraSince), "1997", false),
        (Key::Sheet(Field::RothIraSince), "20 1", false),
        (Key::Sheet(Field::PlanTotalOn), "11/20/2025", true),
        (Key::Row(List::Contributions, 0, RowField::Sum), "1,2", true),
        (Key::Row(List::Contributions, 0, RowField::Sum), "1,200", true),
        (Key::Row(List::Balances, 0, RowField::Sum), "1,200", true),
        (Key::Row(List::Conversions, 0, RowField::Sum), "1,200", true),
        (Key::Row(List::Conversions, 0, RowField::On), "1/1", true),
        (Key::Row(List::Conversions, 0, RowField::On), "1/1/2025", true),
        (Key::Row(List::Forms, 0, RowField::Box11), "2199", false),
    ] {
        let mut draft = draft(2026, UNDER_50);
        for list in List::ALL {
            draft.add_row(*list);
        }
        set(&mut draft, Field::Cadence, "manual");
        set(&mut draft, Field::MatchOffered, "yes");
        draft.set(key, text.to_owned());
        let problems = draft.read(today()).problems;
        let found: Vec<_> = problems.iter().map(|problem| (problem.key, problem.unfinished)).collect();
        assert_eq!(found, [(key, unfinished)], "{text:?}");
    }
}

#[test]
fn another_year_s_bad_text_names_that_year_and_leaves_the_rest_of_it() {
    let mut draft = draft(2025, UNDER_50);
    set(&mut draft, Field::Pay, "190,000");
    set(&mut draft, Field::AfterTax, "nine");
    draft.year = 2024;
    // Not shown there, and so not in the way.
    set(&mut draft, Field::NetProfit, "nine");
    draft.year = 2027;
    set(&mut draft, Field::OwnCatchUp, "nine");
    draft.year = 2026;
    set(&mut draft, Field::Pay, "200,000");
    let reading = draft.read(today());
    assert_eq!(reading.problems, []);
    assert_eq!(reading.unread_years, [2025, 2027]);
    assert_eq!(of_year(&reading, 2025).income, Some(Income::Wages { pay: money("190,000") }));
    assert_eq!(of_year(&reading, 2025).contributions.after_tax, Money::ZERO);

    draft.year = 2025;
    let reading = draft.read(today());
    assert_eq!(reading.unread_years, [2027], "the year on show has its problems by field");
    assert_eq!(reading.problems.len(), 1);

    draft.set(Key::BirthDate, "soon".to_owned());
    set(&mut draft, Field::AfterTax, "9");
    draft.year = 2026;
    assert_eq!(draft.read(today()).unread_years, [2027], "the birth date belongs to no year");
}

#[test]
fn every_job_counts_or_stands_in_a_problem() {
    let mut draft = draft(2026, UNDER_50);
    for _ in 0..=MOST_JOBS {
        let job = draft.add_row(List::Jobs);
        draft.set(Key::Row(List::Jobs, job, RowField::DeferralsSoFar), "100".to_owned());
    }
    let jobs = draft.sheet().map_or(0, |sheet| sheet.jobs.len());
    let reading = draft.read(today());
    let read = of_year(&reading, 2026).other_jobs.len();
    assert!(read == jobs || !reading.problems.is_empty(), "{} of {jobs} jobs are left out in silence", jobs - read);
}
