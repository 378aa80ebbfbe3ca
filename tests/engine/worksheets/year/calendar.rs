//! Pay dates against a second calendar: `jiff` counts the days, the holidays of
//! 2023 to 2027 stand here by hand, and every cadence is tried from every
//! possible known date of eight years.

use std::collections::BTreeMap;

use crate::support::values::day;
use jiff::civil::{Date as Civil, Weekday};
use jiff::{Span, ToSpan};
use planner::date::Date;
use planner::law::business_days::is_business_day;
use planner::record::{Cadence, Payroll, Shift};
use planner::worksheets::year::paychecks::calendar::pay_dates;
use planner::worksheets::year::paychecks::usual_count;

const FIRST_YEAR: i16 = 2023;
const LAST_YEAR: i16 = 2030;
const SHIFTS: [Shift; 3] = [Shift::Before, Shift::After, Shift::None];

/// Holidays of the Federal Reserve. One on a Sunday is kept on Monday; one on a
/// Saturday is not moved, and banks are open on the Friday before.
const HOLIDAYS: [(i16, [&str; 11]); 5] = [
    (2023, ["01-02", "01-16", "02-20", "05-29", "06-19", "07-04", "09-04", "10-09", "11-11", "11-23", "12-25"]),
    (2024, ["01-01", "01-15", "02-19", "05-27", "06-19", "07-04", "09-02", "10-14", "11-11", "11-28", "12-25"]),
    (2025, ["01-01", "01-20", "02-17", "05-26", "06-19", "07-04", "09-01", "10-13", "11-11", "11-27", "12-25"]),
    (2026, ["01-01", "01-19", "02-16", "05-25", "06-19", "07-04", "09-07", "10-12", "11-11", "11-26", "12-25"]),
    (2027, ["01-01", "01-18", "02-15", "05-31", "06-19", "07-05", "09-06", "10-11", "11-11", "11-25", "12-25"]),
];

fn civil(date: Date) -> Civil {
    Civil::new(date.year(), date.month().cast_signed(), date.day().cast_signed()).expect("a day in both calendars")
}

fn ours(date: Civil) -> Date {
    Date::new(date.year(), date.month().cast_unsigned(), date.day().cast_unsigned()).expect("a day in both calendars")
}

fn plus(date: Civil, days: i32) -> Civil {
    date.checked_add(Span::new().days(days)).expect("a day in range")
}

fn all_days(years: std::ops::RangeInclusive<i16>) -> impl Iterator<Item = Civil> {
    let first = Civil::new(*years.start(), 1, 1).expect("a day");
    let last = Civil::new(*years.end(), 12, 31).expect("a day");
    first.series(1.day()).take_while(move |date| *date <= last)
}

/// A bank holiday by the rules, with `jiff` for the weekdays.
fn is_holiday(date: Civil) -> bool {
    let fixed = |date: Civil| [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)].contains(&(date.month(), date.day()));
    let is_the = |nth: i8, weekday: Weekday| date.nth_weekday_of_month(nth, weekday).is_ok_and(|day| day == date);
    fixed(date)
        || (date.weekday() == Weekday::Monday && fixed(plus(date, -1)))
        || match date.month() {
            1 | 2 => is_the(3, Weekday::Monday),
            5 => is_the(-1, Weekday::Monday),
            9 => is_the(1, Weekday::Monday),
            10 => is_the(2, Weekday::Monday),
            11 => is_the(4, Weekday::Thursday),
            _ => false,
        }
}

fn banks_work_on(date: Civil) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_holiday(date)
}

/// The day on which a payday is paid, one day at a time.
fn moved(date: Civil, shift: Shift) -> Civil {
    let step = match shift {
        Shift::None => return date,
        Shift::Before => -1,
        Shift::After => 1,
    };
    let mut paid = date;
    while !banks_work_on(paid) {
        paid = plus(paid, step);
    }
    paid
}

/// Every paid day of a year out of nominal days that reach a month beyond it on both sides.
fn paid_in(year: i16, nominal: impl IntoIterator<Item = Civil>, shift: Shift) -> Vec<Date> {
    let mut dates: Vec<Date> = nominal.into_iter().map(|date| ours(moved(date, shift))).collect();
    dates.retain(|date| date.year() == year);
    dates.sort();
    dates.dedup();
    dates
}

/// Days in whole weeks from a known one, walked there and back.
fn in_weeks(known: Civil, days: i32, year: i16) -> Vec<Civil> {
    let first = Civil::new(year - 1, 12, 1).expect("a day");
    let last = Civil::new(year + 1, 1, 31).expect("a day");
    let mut date = known;
    while date > first {
        date = plus(date, -days);
    }
    let mut nominal = Vec::new();
    while date <= last {
        nominal.push(date);
        date = plus(date, days);
    }
    nominal
}

fn on_days_of_the_month(days: &[i8], year: i16) -> Vec<Civil> {
    let months = (-1..=12).map(|month| Civil::new(year, 1, 1).expect("a day").saturating_add(month.months()));
    months
        .flat_map(|first| days.iter().map(move |day| plus(first, i32::from((*day).min(first.days_in_month())) - 1)))
        .collect()
}

fn every_weeks(cadence: Cadence, known: Date, shift: Shift) -> Payroll {
    Payroll { cadence, known_pay_date: Some(known), shift, ..Payroll::default() }
}

fn by_month(cadence: Cadence, first: u8, second: Option<u8>, shift: Shift) -> Payroll {
    Payroll { cadence, first_day: Some(first), second_day: second, shift, ..Payroll::default() }
}

#[track_caller]
fn in_order(dates: &[Date], year: i16, shift: Shift) {
    assert!(dates.is_sorted_by(|one, next| one < next), "strictly increasing: {dates:?}");
    for date in dates {
        assert_eq!(date.year(), year);
        assert!(shift == Shift::None || is_business_day(*date), "{date} is no business day");
    }
}

#[test]
fn bank_holidays_of_five_years_are_those_of_the_list() {
    for (year, listed) in HOLIDAYS {
        let listed: Vec<Date> = listed.iter().map(|month_and_day| day(&format!("{year}-{month_and_day}"))).collect();
        for date in all_days(year..=year) {
            let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
            let holiday = listed.contains(&ours(date));
            assert_eq!(is_business_day(ours(date)), !weekend && !holiday, "{date}");
        }
    }
}

#[test]
fn business_days_of_two_centuries_agree_with_the_other_calendar() {
    for date in all_days(2021..=2199) {
        assert_eq!(is_business_day(ours(date)), banks_work_on(date), "{date}");
    }
    assert!(is_business_day(day("2020-06-19")), "Juneteenth is a holiday from 2021 on");
}

#[test]
fn every_known_date_gives_the_pay_dates_of_the_other_calendar() {
    for (cadence, days, usual) in [(Cadence::Weekly, 7, 52), (Cadence::Biweekly, 14, 26)] {
        // The other calendar walks once for each place of a date within the step.
        let mut walked: BTreeMap<(i32, i16, u8), Vec<Date>> = BTreeMap::new();
        for known in all_days(FIRST_YEAR..=LAST_YEAR) {
            let place = ours(known).day_number().rem_euclid(days);
            for year in known.year() - 1..=known.year() + 1 {
                for (number, shift) in (0..).zip(SHIFTS) {
                    let expected = walked.entry((place, year, number)).or_insert_with(|| {
                        let nominal = in_weeks(known, days, year);
                        assert!(nominal.windows(2).all(|pair| plus(pair[0], days) == pair[1]));
                        paid_in(year, nominal, shift)
                    });
                    let dates = pay_dates(&every_weeks(cadence, ours(known), shift), year);
                    assert_eq!(&dates, expected, "{cadence:?} from {known} in {year}, {shift:?}");
                    in_order(&dates, year, shift);
                    assert!((usual..=usual + 1).contains(&dates.len()), "{} paydays", dates.len());
                }
            }
        }
    }
}

#[test]
fn unshifted_paydays_stand_whole_weeks_apart() {
    for (cadence, days) in [(Cadence::Weekly, 7), (Cadence::Biweekly, 14)] {
        for known in all_days(2026..=2026) {
            for year in FIRST_YEAR..=LAST_YEAR {
                let dates = pay_dates(&every_weeks(cadence, ours(known), Shift::None), year);
                assert!(dates.windows(2).all(|pair| pair[0].plus_days(days) == Ok(pair[1])), "{dates:?}");
                let known = civil(dates[0]).until(known).expect("a span").get_days();
                assert_eq!(known % days, 0, "the known date is one of the series");
            }
        }
    }
}

#[test]
fn every_day_of_the_month_gives_the_pay_dates_of_the_other_calendar() {
    let pairs = (1_u8..=31).flat_map(|first| (first..=31).map(move |second| (first, second)));
    for (first, second) in pairs {
        for year in FIRST_YEAR..=LAST_YEAR {
            for shift in SHIFTS {
                let payroll = by_month(Cadence::Semimonthly, first, Some(second), shift);
                let days = [first.cast_signed(), second.cast_signed()];
                let dates = pay_dates(&payroll, year);
                assert_eq!(dates, paid_in(year, on_days_of_the_month(&days, year), shift), "{first} and {second}");
                in_order(&dates, year, shift);
                let swapped = by_month(Cadence::Semimonthly, second, Some(first), shift);
                assert_eq!(pay_dates(&swapped, year), dates, "the order of the two days does not matter");
                if shift == Shift::None && second.min(28) > first {
                    assert_eq!(dates.len(), 24, "{first} and {second}");
                }
            }
        }
    }
}

#[test]
fn monthly_pay_comes_twelve_times_unless_it_is_moved_over_new_year() {
    for first in 1_u8..=31 {
        for year in FIRST_YEAR..=LAST_YEAR {
            for shift in SHIFTS {
                let payroll = by_month(Cadence::Monthly, first, None, shift);
                let dates = pay_dates(&payroll, year);
                assert_eq!(dates, paid_in(year, on_days_of_the_month(&[first.cast_signed()], year), shift), "{first}");
                in_order(&dates, year, shift);
                let over_new_year = (shift == Shift::After && first >= 30) || (shift == Shift::Before && first <= 3);
                assert!(over_new_year || dates.len() == 12, "{first}: {} paydays", dates.len());
            }
        }
    }
    // The last days of 2022 and 2023 are on a weekend, and the first business day after it is in the next year.
    let after = by_month(Cadence::Monthly, 31, None, Shift::After);
    assert_eq!(pay_dates(&after, 2022).len(), 11);
    assert_eq!(pay_dates(&after, 2024).len(), 13);
}

#[test]
fn known_calendars_have_the_paydays_that_are_told_of_them() {
    let paydays =
        |known: &str, year: i16, shift: Shift| pay_dates(&every_weeks(Cadence::Biweekly, day(known), shift), year);
    let count = |known: &str, year: i16, shift: Shift| paydays(known, year, shift).len();

    // Wednesdays from January 1, 2025: 27 by the calendar. But January 1 is a
    // holiday, and banks pay on December 31, 2024, so 26 are left, and the
    // Wednesday of December 31, 2025 stays.
    assert_eq!(count("2025-01-01", 2025, Shift::None), 27);
    assert_eq!(count("2025-01-01", 2025, Shift::Before), 26);
    assert_eq!(count("2025-01-01", 2025, Shift::After), 27);
    assert_eq!(paydays("2025-01-01", 2024, Shift::Before).last(), Some(&day("2024-12-31")));

    // Thursdays from January 1, 2026: the same, a year later.
    assert_eq!(count("2026-01-01", 2026, Shift::None), 27);
    assert_eq!(count("2026-01-01", 2026, Shift::Before), 26);
    assert_eq!(count("2026-01-01", 2026, Shift::After), 27);
    assert_eq!(paydays("2026-01-01", 2025, Shift::Before).last(), Some(&day("2025-12-31")));
    assert_eq!(count("2026-01-01", 2025, Shift::Before), 27, "that payday is the 27th of 2025");

    // Fridays from January 2, 2026: 26, and the 27th is New Year's Day 2027,
    // paid on the Thursday before.
    assert_eq!(count("2026-01-02", 2026, Shift::None), 26);
    assert_eq!(count("2026-01-02", 2026, Shift::After), 26);
    assert_eq!(count("2026-01-02", 2026, Shift::Before), 27);
    assert_eq!(paydays("2026-01-02", 2026, Shift::Before).last(), Some(&day("2026-12-31")));
    assert_eq!(paydays("2026-01-02", 2027, Shift::Before).first(), Some(&day("2027-01-15")), "and is not paid twice");
}

#[test]
fn a_payday_is_paid_in_one_year_only() {
    for (cadence, days) in [(Cadence::Weekly, 7), (Cadence::Biweekly, 14)] {
        for shift in SHIFTS {
            for offset in 0..days {
                let known = ours(plus(Civil::new(2026, 1, 1).expect("a day"), offset));
                let payroll = every_weeks(cadence, known, shift);
                let all: Vec<Date> = (FIRST_YEAR..=LAST_YEAR).flat_map(|year| pay_dates(&payroll, year)).collect();
                let gaps = all.windows(2).map(|pair| pair[1].day_number() - pair[0].day_number());
                let (nearest, farthest) = gaps.fold((days, days), |(least, most), gap| (least.min(gap), most.max(gap)));
                assert!(
                    days - nearest <= 4 && farthest - days <= 4,
                    "{cadence:?} {shift:?}: {nearest} to {farthest} days"
                );
            }
        }
    }
}

#[test]
fn semimonthly_pay_on_the_fifteenth_and_the_last_knows_february() {
    let payroll = Payroll { cadence: Cadence::Semimonthly, shift: Shift::None, ..Payroll::default() };
    for (year, last) in [(2024, "2024-02-29"), (2026, "2026-02-28"), (2028, "2028-02-29")] {
        let dates = pay_dates(&payroll, year);
        assert_eq!(dates.len(), 24);
        assert_eq!(dates[2..4], [day(&format!("{year}-02-15")), day(last)]);
    }
    // The 15th of February 2026 is a Sunday, the 28th a Saturday, and the 16th a holiday.
    let moved = |shift| pay_dates(&Payroll { shift, ..payroll.clone() }, 2026)[2..4].to_vec();
    assert_eq!(moved(Shift::Before), [day("2026-02-13"), day("2026-02-27")]);
    assert_eq!(moved(Shift::After), [day("2026-02-17"), day("2026-03-02")]);
}

#[test]
fn listed_pay_dates_are_sorted_and_kept_to_the_year_and_never_moved() {
    let listed = ["2026-12-25", "2026-01-01", "2025-12-31", "2026-12-25", "2026-07-04", "2027-01-01"];
    let payroll = Payroll {
        cadence: Cadence::Manual,
        pay_dates: listed.map(day).to_vec(),
        shift: Shift::Before,
        known_pay_date: Some(day("2026-03-03")),
        ..Payroll::default()
    };
    assert_eq!(pay_dates(&payroll, 2026), ["2026-01-01", "2026-07-04", "2026-12-25"].map(day));
    assert_eq!(pay_dates(&payroll, 2027), [day("2027-01-01")]);
    assert_eq!(pay_dates(&payroll, 2028), []);
}

#[test]
fn nothing_known_gives_no_dates() {
    for cadence in [Cadence::Unknown, Cadence::Weekly, Cadence::Biweekly, Cadence::Manual] {
        assert_eq!(pay_dates(&Payroll { cadence, ..Payroll::default() }, 2026), [], "{cadence:?}");
    }
}

#[test]
fn the_edges_of_the_calendar_do_not_panic() {
    for (known, year) in [("1900-01-01", 2026), ("2199-12-31", 2026), ("2026-01-02", 2002), ("2026-01-02", 2198)] {
        for cadence in [Cadence::Weekly, Cadence::Biweekly] {
            for shift in SHIFTS {
                let dates = pay_dates(&every_weeks(cadence, day(known), shift), year);
                let usual = usual_count(cadence).and_then(|count| usize::try_from(count).ok()).expect("a usual count");
                assert!((usual..=usual + 1).contains(&dates.len()), "{known} in {year}: {}", dates.len());
            }
        }
    }
    let first_and_last = [1900, 2199]
        .map(|year| SHIFTS.map(|shift| pay_dates(&by_month(Cadence::Semimonthly, 15, Some(31), shift), year).len()));
    assert!(first_and_last.as_flattened().iter().all(|count| (23..=25).contains(count)), "{first_and_last:?}");
}
