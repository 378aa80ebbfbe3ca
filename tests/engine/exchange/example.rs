//! The example agrees with itself and with the law, on whatever day it is taken.

use crate::support::drafts::of_year;
use crate::support::worksheets;
use planner::date::Date;
use planner::draft::Draft;
use planner::law::Standing;
use planner::law::limits::OFFICIAL_YEARS;
use planner::money::Money;
use planner::report::Report;

#[test]
fn the_example_has_a_room_in_every_year_offered_and_never_defers_too_much() {
    for day in [Date::new(2024, 1, 1), Date::new(2025, 6, 30), Date::new(2026, 11, 24), Date::new(2026, 12, 31)] {
        let day = day.expect("a day");
        for year in Draft::new(day).years(day) {
            let example = Draft::example(year, day);
            assert_eq!(example.year, year);
            let reading = example.read(day);
            assert_eq!((reading.problems, reading.unread_years), (vec![], vec![]), "{year}");
            let room = worksheets::room(&reading.record, year, day).unwrap_or_else(|error| panic!("{year}: {error}"));
            assert_eq!(room.excess_deferrals.value, Money::ZERO, "{year}");
            assert!(room.regular_deferrals.value <= room.limits.elective_deferrals.value, "{year}");
            assert!(room.room.value.is_positive() && room.room.value == room.room_within_pay, "{year}");
            let official = year <= OFFICIAL_YEARS.1;
            assert_eq!(room.standing, if official { Standing::Official } else { Standing::Projected }, "{year}");
        }
    }
}

#[test]
fn the_example_s_ledger_agrees_with_its_pay_stub_and_its_form_with_its_ledger() {
    for (day, year, counts) in [
        ("2026-01-01", 2026, [0, 0, 0, 0]),
        ("2026-01-02", 2026, [1, 0, 0, 0]),
        ("2026-11-24", 2026, [24, 3, 3, 0]),
        ("2026-12-31", 2026, [27, 4, 4, 0]),
        ("2026-11-24", 2025, [26, 4, 4, 1]),
        ("2026-11-24", 2027, [0, 0, 0, 0]),
    ] {
        let day: Date = day.parse().expect("a day");
        let reading = Draft::example(year, day).read(day);
        assert_eq!(reading.problems, [], "{day}");
        let entry = of_year(&reading, year);
        let ledger = &entry.ledger;
        let lists = [ledger.contributions.len(), ledger.balances.len(), ledger.conversions.len(), entry.forms.len()];
        assert_eq!(lists, counts, "{day} {year}");
        let sum: Money = ledger.contributions.iter().map(|row| row.amount).sum();
        assert_eq!(sum, entry.contributions.after_tax, "{day} {year}");
        if sum == Money::ZERO {
            continue;
        }
        let result = worksheets::conversions(&reading.record, year, day).expect("the ledger");
        assert!(result.conversions.iter().all(|row| row.taxable.value.is_positive()), "a little growth");
        assert!(result.checks.iter().all(|check| check.agrees()) && !result.checks.is_empty(), "{day} {year}");
        if let [form] = entry.forms.as_slice() {
            assert_eq!((form.taxable, form.codes.as_str()), (Some(result.taxable), "G"), "{year}");
            let parts = form.taxable.unwrap_or_default() + form.basis.unwrap_or_default();
            assert_eq!(form.gross, Some(parts), "{year}");
            assert_eq!(form.basis, Some(sum), "all of it is converted at the year's end");
        }
        assert!(worksheets::landing(&reading.record, year, day).is_ok());
        let sheets = worksheets::tax_forms(&reading.record, year, day).map(Report::from);
        assert_eq!(sheets.is_ok(), !ledger.conversions.is_empty(), "{day} {year}");
        let looks = sheets.map(|report| report.papers.into_iter().map(|paper| paper.look).collect::<Vec<_>>());
        if let (Ok(looks), [_]) = (looks, entry.forms.as_slice()) {
            assert_eq!(looks, ["match"], "{year}");
        }
    }
}

#[test]
fn one_change_of_the_election_fills_the_room_on_any_day() {
    for day in ["2026-01-01", "2026-02-10", "2026-07-07", "2026-11-26", "2026-12-05", "2026-12-20", "2026-12-31"] {
        let day: Date = day.parse().expect("a day");
        let example = Draft::example_of(day);
        let expected = if (day.month(), day.day()) >= (12, 24) { 2027 } else { 2026 };
        assert_eq!(example.year, expected, "{day}");
        let reading = example.read(day);
        assert_eq!(reading.problems, [], "{day}");
        let pace =
            worksheets::pace(&reading.record, example.year, day).unwrap_or_else(|error| panic!("{day}: {error}"));
        let report = Report::from(pace);
        assert!(!report.headline.open && !report.headline.grave, "{day}: {:?}", report.headline);
        assert!(report.headline.figure.ends_with('%'), "{day}: {}", report.headline.figure);
        // Nothing of the room is left for want of pay, but for what whole percents leave.
        let of_room = |title: &str| title.contains("unused") && !title.contains("deferrals");
        let unused = report.findings.iter().find(|finding| of_room(&finding.title));
        assert!(unused.is_none(), "{day}: {unused:?}");
    }
}
