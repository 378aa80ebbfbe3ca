//! The figures of the review: what else there is, the years side by side, the projection.

use planner::draft::Draft;
use planner::law::alternatives::{ALLOWANCES, IRA, PHASE_OUTS};
use planner::money::Money;
use planner::record::{FilingStatus, HsaCoverage, Record, YearRecord};
use planner::report::Report;
use planner::worksheets::review::{self, Assumptions, Fits, Projection, Review, WayKind};
use planner::worksheets::year::Year;
use planner::worksheets::{conversions, room};
use rust_decimal::{Decimal, RoundingStrategy};

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
        tax_today: percent(24),
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

/// What comes of these payments at the start of each year, by the middle growth.
fn worth(each: u32, years: u8, growth: i64, rate: i64) -> review::Scenario {
    let assumptions = Assumptions {
        each_year: Money::dollars(each),
        years,
        growth: percent(growth),
        tax_today: percent(rate),
        tax_later: percent(rate),
        // Taxed as it grows, as a savings account is.
        dividends: percent(growth),
        gains_tax: percent(rate),
        assumed: false,
    };
    let [_, middle, _] = Projection::of(assumptions).expect("a projection").scenarios;
    middle
}

/// In whole dollars, as the examples have them.
fn whole(money: Money) -> Decimal {
    money.to_decimal().round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

/// “$3,500 each year … 30 years … 5% … the balance would have grown to $244,163”, free of tax:
/// moneytrax.com, Circle of Wealth, comparison of tax-deferred and tax-favored investments
/// (cow.moneytrax.com/f1/cow_qp6.htm).
#[test]
fn the_projection_reproduces_a_published_example_to_the_dollar() {
    assert_eq!(whole(worth(3_500, 30, 5, 30).converted), Decimal::from(244_163));
}

/// “$5,000 to invest every year for a period of 30 years … Roth 401(k) that earns exactly 6% per
/// year … a tax rate of 28% … $395,291, while the taxable account will be worth $295,896”:
/// quoted at th4.ilovetranslation.com from a text on investing for retirement. It pays in at the
/// end of each year: that is 29 years from its start, and a last payment without growth.
#[test]
fn the_projection_reproduces_a_published_comparison_with_a_taxable_account_to_the_dollar() {
    let (scenario, last) = (worth(5_000, 29, 6, 28), Money::dollars(5_000));
    assert_eq!(whole(scenario.converted + last), Decimal::from(395_291));
    assert_eq!(whole(scenario.taxable + last), Decimal::from(295_896));
}

/// “$38,000 contribution, 32% tax drag, 7% return, 20 years ⇒ Roth balance reaches $147,048.01
/// versus $96,314.88 in taxable”: Mega Backdoor Roth Advantage Calculator
/// (calcsimpler.com/calculators/mega-backdoor-roth-advantage), and its second example. It has one
/// contribution, the difference between that many years of them and one year less. Its third
/// example, $25,000 at 6% for 12 years, does not follow from its own figures and is left out.
#[test]
fn the_projection_reproduces_the_published_examples_of_another_calculator_to_the_cent() {
    for (each, drag, growth, years, roth, taxable) in
        [(38_000, 32, 7, 20, "147048.01", "96314.88"), (15_000, 24, 5, 8, "22161.83", "20214.83")]
    {
        let (all, but_one) = (worth(each, years, growth, drag), worth(each, years - 1, growth, drag));
        // Each of the two is rounded to the cent.
        let near = |found: Money, published: &str| {
            let published: Decimal = published.parse().expect("an amount");
            (found.to_decimal() - published).abs() <= Decimal::new(1, 2)
        };
        assert!(near(all.converted - but_one.converted, roth), "{}", all.converted - but_one.converted);
        assert!(near(all.taxable - but_one.taxable, taxable), "{}", all.taxable - but_one.taxable);
    }
}

/// By the closed formulas, in floating point, and not year by year.
#[test]
fn the_projection_agrees_with_the_formulas_for_compound_growth() {
    for years in [1_u8, 7, 20, 40] {
        for growth in [3_i64, 6, 9] {
            for (dividends, gains) in [(0_i64, 15_i64), (2, 15), (2, 23), (3, 0)] {
                let (tax_later, each) = (30_i64, 10_000.0_f64);
                let assumptions = Assumptions {
                    growth: percent(growth),
                    dividends: percent(dividends),
                    gains_tax: percent(gains),
                    ..assumed(years)
                };
                let [_, middle, _] = Projection::of(assumptions).expect("a projection").scenarios;
                let rate = |percent: i64| percent as f64 / 100.0;
                // Payments at the start of each year at a rate of growth.
                let due = |rate: f64| each * (1.0 + rate) * ((1.0 + rate).powi(years.into()) - 1.0) / rate;
                let (paid_in, grown) = (each * f64::from(years), due(rate(growth)));
                let waited = grown - (grown - paid_in) * rate(tax_later);
                // After tax on dividends the account grows more slowly; what is not taxed yet is
                // the growth in price of each year's start.
                let net = rate(growth) - rate(dividends) * rate(gains);
                let value = due(net);
                // The sum of all values at the start of a year, payment included.
                let sum_of_starts = (value - paid_in) / net;
                let unrealized = sum_of_starts * (rate(growth) - rate(dividends));
                let sold = value - unrealized * rate(gains);
                for (what, found, formula) in [
                    ("converted", middle.converted, grown),
                    ("waited", middle.waited, waited),
                    ("taxable", middle.taxable, sold),
                ] {
                    let found: f64 = found.plain().parse().expect("a number");
                    assert!(
                        (found - formula).abs() < 0.02,
                        "{what}: {found} {formula}, {years} {growth} {dividends} {gains}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_the_room_is_worth_goes_by_what_is_told_and_shows_a_range() {
    let today = "2026-06-26";
    let mut record = example(2026, today);
    let told = |record: &Record| review(record, 2026, today).projection.expect("a projection");
    let before = told(&record);
    let year = record.years.last_mut().expect("a year");
    year.beyond.dividends = "3".parse().ok();
    year.beyond.gains_tax = "23.8".parse().ok();
    let after = told(&record);
    assert_eq!((after.assumptions.dividends, after.assumptions.gains_tax), (percent(3), Decimal::new(238, 3)));
    for (before, after) in before.scenarios.iter().zip(&after.scenarios) {
        assert!(after.taxable < before.taxable, "more is taxed");
        assert_eq!((before.converted, before.waited), (after.converted, after.waited));
    }
    let report = Report::from(review(&record, 2026, today));
    let outlook = report.tables.iter().find_map(|table| table.chart.as_ref()).expect("a chart of the range");
    assert_eq!(outlook.bars.len(), 3);
    let [low, _, high] = &after.scenarios;
    for amount in [low.converted, high.converted, low.waited, high.waited, low.taxable, high.taxable] {
        assert!(outlook.description.contains(&amount.about()), "{amount}: {}", outlook.description);
    }
    assert!(outlook.description.contains("3% of dividends a year and 23.8% tax"), "{}", outlook.description);
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
