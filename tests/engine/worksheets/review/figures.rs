//! The figures of the review: what else there is, the years side by side, the projection.

use planner::draft::Draft;
use planner::law::alternatives::{ALLOWANCES, IRA, PHASE_OUTS};
use planner::money::Money;
use planner::record::{FilingStatus, HsaCoverage, Record, YearRecord};
use planner::report::Report;
use planner::worksheets::review::{self, Assumptions, Fits, Projection, Review, WayKind};
use planner::worksheets::year::Year;
use planner::worksheets::{conversions, room};
use rust_decimal::Decimal;

use crate::support::values::day as on;

fn example(year: i16, today: &str) -> Record {
    Draft::example(year, on(today)).read(on(today)).record
}

fn review(record: &Record, year: i16, today: &str) -> Review {
    review::worksheet(&Year::of(record, year, on(today)).expect("a year")).expect("a review")
}

fn way(review: &Review, kind: WayKind) -> (Fits, Option<Money>) {
    let way = review.ways.iter().find(|way| way.kind == kind).expect("every way");
    (way.fits, way.amount)
}

#[test]
fn every_amount_has_a_source_and_unknown_years_are_errors() {
    for allowance in ALLOWANCES {
        assert!(allowance.values.iter().all(|dated| dated.source.url.starts_with("https://")), "{}", allowance.name);
        assert!(allowance.values.is_sorted_by_key(|dated| dated.year));
        assert!(allowance.of(2026).is_ok() && allowance.of(2031).is_err(), "{}", allowance.name);
    }
    for range in PHASE_OUTS {
        assert!(range.values.iter().all(|dated| dated.from < dated.to && dated.source.url.starts_with("https://")));
        assert!(range.of(2026).is_ok() && range.of(2027).is_err(), "{}", range.name);
    }
    assert_eq!(IRA.of(2027).map(|dated| dated.amount).map_err(|error| error.year), Err(2027));
}

#[test]
fn an_ira_goes_by_filing_status_and_income() {
    let mut record = example(2026, "2026-06-26");
    assert_eq!(way(&review(&record, 2026, "2026-06-26"), WayKind::RothIra), (Fits::Depends, None));
    for (status, income, fits, left) in [
        (FilingStatus::Single, 153_000, Fits::Yes, 7_500),
        (FilingStatus::Single, 160_500, Fits::Yes, 3_750),
        (FilingStatus::HeadOfHousehold, 168_000, Fits::No, 0),
        (FilingStatus::Joint, 242_000, Fits::Yes, 7_500),
        // 7,500 × 5,010 ÷ 10,000 = 3,757.50, rounded up to ten dollars.
        (FilingStatus::Joint, 246_990, Fits::Yes, 3_760),
        (FilingStatus::Separate, 9_999, Fits::Yes, 200),
        (FilingStatus::Separate, 10_000, Fits::No, 0),
    ] {
        let told = &mut record.years[0].beyond;
        (told.filing_status, told.magi) = (status, Some(Money::dollars(income)));
        let found = way(&review(&record, 2026, "2026-06-26"), WayKind::RothIra);
        assert_eq!(found, (fits, Some(Money::dollars(left))), "{status:?} {income}");
    }
    // A year that is not published has no figure.
    let mut record = example(2027, "2027-06-25");
    let told = &mut record.years[0].beyond;
    (told.filing_status, told.magi) = (FilingStatus::Single, Some(Money::dollars(100_000)));
    assert_eq!(way(&review(&record, 2027, "2027-06-25"), WayKind::RothIra), (Fits::Depends, None));
}

#[test]
fn an_hsa_goes_by_coverage_and_age() {
    let mut record = example(2026, "2026-06-26");
    for (coverage, fits, amount) in [
        (HsaCoverage::Unknown, Fits::Depends, None),
        (HsaCoverage::None, Fits::No, None),
        (HsaCoverage::SelfOnly, Fits::Yes, Some(Money::dollars(4_400))),
        (HsaCoverage::Family, Fits::Yes, Some(Money::dollars(8_750))),
    ] {
        record.years[0].beyond.hsa_coverage = coverage;
        assert_eq!(way(&review(&record, 2026, "2026-06-26"), WayKind::Hsa), (fits, amount), "{coverage:?}");
    }
    record.birth_date = Some(on("1971-12-31"));
    assert_eq!(way(&review(&record, 2026, "2026-06-26"), WayKind::Hsa).1, Some(Money::dollars(9_750)));
}

#[test]
fn a_backdoor_ira_has_its_own_arithmetic() {
    let mut record = example(2026, "2026-06-26");
    let told = &mut record.years[0].beyond;
    (told.other_iras, told.ira_basis) = (Some(Money::dollars(92_500)), None);
    let backdoor = review(&record, 2026, "2026-06-26").backdoor.expect("a limit");
    // 7,500 × 7,500 ÷ 100,000 = 562.50 is basis.
    assert_eq!(backdoor.taxable, Some(Money::cents(693_750)));
    assert_eq!(backdoor.basis_left, Some(Money::cents(693_750)));
    let lines = backdoor.form_8606();
    let line = |number: &str| lines.iter().find(|(line, ..)| *line == number).map(|(.., amount)| *amount);
    assert_eq!((line("9"), line("11")), (Some(Money::dollars(100_000)), Some(Money::cents(56_250))));
    assert_eq!((line("14"), line("18")), (Some(Money::cents(693_750)), Some(Money::cents(693_750))));
    // What other IRAs are worth does not touch the plan's own conversions.
    let with = conversions::worksheet(&Year::of(&record, 2026, on("2026-06-30")).expect("a year")).expect("a ledger");
    record.years[0].beyond.other_iras = Some(Money::ZERO);
    let year = Year::of(&record, 2026, on("2026-06-30")).expect("a year");
    assert_eq!(conversions::worksheet(&year).expect("a ledger").taxable, with.taxable);
    assert_eq!(review(&record, 2026, "2026-06-26").backdoor.and_then(|backdoor| backdoor.taxable), Some(Money::ZERO));
}

#[test]
fn the_years_stand_side_by_side_with_the_figures_of_their_pages() {
    let today = "2026-06-26";
    let mut record = example(2025, today);
    record.years.extend(example(2026, today).years);
    let review = review(&record, 2026, today);
    assert_eq!(review.years.iter().map(|line| line.year).collect::<Vec<_>>(), [2025, 2026]);
    let mut basis = Money::ZERO;
    for line in &review.years {
        let year = Year::of(&record, line.year, on(today)).expect("a year");
        let posted = conversions::worksheet(&year).expect("a ledger");
        let room = room::worksheet(&year).expect("a room");
        assert_eq!((line.converted, line.taxed), (posted.converted, posted.taxable), "{}", line.year);
        assert_eq!(line.limit.map(|limit| limit.unused), Some(room.room_by_law.value));
        basis += line.basis;
        assert_eq!(line.basis_so_far, basis);
    }
    let report = Report::from(review);
    assert!(report.chart.is_some());
    assert!(report.tables.iter().any(|table| table.id == "years" && table.rows.len() == 2));
    // A year alone has nothing to be compared with.
    let alone = Record { years: vec![YearRecord::new(2026)], ..Record::default() };
    assert!(Report::from(self::review(&alone, 2026, today)).chart.is_none());
}

fn percent(count: i64) -> Decimal {
    Decimal::new(count, 2)
}

fn assumed(years: u8) -> Assumptions {
    Assumptions {
        each_year: Money::dollars(10_000),
        years,
        growth: percent(10),
        tax_later: percent(30),
        dividends: percent(2),
        gains_tax: percent(15),
        assumed: false,
    }
}

#[test]
fn the_projection_reproduces_an_example_worked_out_by_hand() {
    let [low, middle, high] = Projection::of(assumed(2)).expect("a projection").scenarios;
    assert_eq!(middle.paid_in, Money::dollars(20_000));
    // 10,000 × 1.1 = 11,000; 21,000 × 1.1 = 23,100.
    assert_eq!(middle.converted, Money::dollars(23_100));
    // 3,100 × 30% = 930.
    assert_eq!(middle.waited, Money::dollars(22_170));
    // First year: 200 of dividends, 30 of tax: 10,970, basis 10,170. Second: 20,970, 419.40 of
    // dividends, 62.91 of tax: 23,067 − 62.91 = 23,004.09, basis 20,526.49. The gain of 2,477.60
    // bears 371.64.
    assert_eq!(middle.taxable, Money::cents(2_263_245));
    assert!(low.converted < middle.converted && middle.converted < high.converted);
}

#[test]
fn converting_each_year_is_never_worse_and_nothing_grows_without_growth() {
    for years in [1, 5, 20, 60] {
        for growth in [0, 2, 6, 12] {
            let assumptions = Assumptions { growth: percent(growth), ..assumed(years) };
            let projection = Projection::of(assumptions).expect("a projection");
            for scenario in projection.scenarios {
                assert!(scenario.converted >= scenario.waited, "{years} {growth}");
                assert!(scenario.converted >= scenario.taxable, "{years} {growth}");
                if scenario.growth.is_zero() {
                    assert_eq!((scenario.converted, scenario.taxable), (scenario.paid_in, scenario.paid_in));
                }
            }
        }
    }
    // Figures beyond all money are left out.
    let huge = Assumptions { growth: percent(100), each_year: Money::LARGEST, ..assumed(60) };
    assert_eq!(Projection::of(huge), None);
}

#[test]
fn next_year_says_which_limits_are_official() {
    let review = review(&example(2026, "2026-11-26"), 2026, "2026-11-26");
    let rows: Vec<[String; 4]> = review.changes.iter().map(review::Change::row).collect();
    let find = |name: &str| rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name}: {rows:?}"));
    assert_eq!(find("Limit on annual additions")[1..3], ["$72,000.00".to_owned(), "$75,000.00".to_owned()]);
    assert!(find("Limit on annual additions")[3].contains("Not official"));
    assert_eq!(find("Social Security wage base")[3], "Official.");
}
