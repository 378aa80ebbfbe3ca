//! The dates of the landing spot at their boundaries, what each stage costs in each
//! spot, and that nothing a person can enter panics.

use crate::support::properties::{answer, cases};
use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::date::Date;
use planner::law::ages::turns_59_and_a_half;
use planner::money::Money;
use planner::record::{Answer, Conversion, Destination, Path, PlanKind, PlanName, Record, Spot, YearRecord};
use planner::report::Report;
use planner::worksheets::landing::{self, Access, Account, Clock, Cost, LandingSpot, Moment, StartedBy};
use proptest::prelude::*;
use proptest::sample::select;

/// A conversion of 1,000 of which 100 is earnings.
fn converted(date: &str, path: Path) -> Conversion {
    Conversion {
        date: day(date),
        amount: money("1,000"),
        path,
        plan_basis: None,
        plan_earnings: Some(money("100")),
        destination: String::new(),
        confirmation: String::new(),
        plan: PlanName::ThisJob,
        rolled_over: None,
        rolled_over_on: None,
        received_on: None,
        to_traditional: None,
    }
}

fn year_of(conversions: Vec<Conversion>, year: i16) -> YearRecord {
    let mut entry = YearRecord::new(year);
    entry.plan.in_plan_rollover = Answer::Yes;
    entry.plan.in_service_withdrawal = Answer::Yes;
    entry.ledger.conversions = conversions;
    entry
}

/// The worksheet of the last year.
#[track_caller]
fn on(today: &str, birth_date: &str, years: Vec<YearRecord>) -> LandingSpot {
    let year = years.last().expect("a year").year;
    let record = Record { birth_date: Some(day(birth_date)), years, ..Record::default() };
    worksheets::landing(&record, year, day(today)).unwrap_or_else(|error| panic!("{error}"))
}

fn clock(landing: &LandingSpot, account: Account) -> &Clock {
    landing.clocks.iter().find(|clock| clock.account == account && clock.plan.is_this_job()).expect("a clock")
}

#[test]
fn turning_59_and_a_half_by_the_calendar() {
    for (born, half) in [
        ("1970-01-01", "2029-07-01"),
        ("1970-06-30", "2029-12-30"),
        ("1970-07-01", "2030-01-01"),
        ("1970-12-31", "2030-06-30"),
        // Six months after August 29, 30 and 31 is the last day of February.
        ("1970-08-28", "2030-02-28"),
        ("1970-08-29", "2030-02-28"),
        ("1970-08-31", "2030-02-28"),
        ("1968-08-29", "2028-02-29"),
        ("1968-08-31", "2028-02-29"),
        ("1968-02-29", "2027-08-29"),
        ("1970-03-31", "2029-09-30"),
        ("1970-05-31", "2029-11-30"),
        ("1970-10-31", "2030-04-30"),
        ("2139-12-31", "2199-06-30"),
        ("2140-06-30", "2199-12-30"),
    ] {
        assert_eq!(turns_59_and_a_half(day(born)), Some(day(half)), "{born}");
    }
    assert_eq!(turns_59_and_a_half(day("2140-07-01")), None);
}

#[test]
fn a_clock_is_met_on_january_1_five_years_later() {
    let entered = |today: &str, ira, plan| {
        let mut entry = year_of(vec![], 2026);
        entry.landing.roth_ira_since = Some(ira);
        entry.landing.plan_roth_since = Some(plan);
        on(today, "1980-05-20", vec![entry])
    };
    let before = entered("2025-12-31", 2021, 2022);
    let after = entered("2026-01-01", 2021, 2022);
    for (landing, met) in [(&before, false), (&after, true)] {
        let ira = clock(landing, Account::RothIra);
        assert_eq!((ira.met_on, ira.met, ira.by), (Some(day("2026-01-01")), met, StartedBy::Entered));
        let plan = clock(landing, Account::Plan);
        assert_eq!((plan.met_on, plan.met), (Some(day("2027-01-01")), false));
        // 59½ is later than both.
        assert_eq!((ira.qualified_on, plan.qualified_on), (Some(day("2039-11-20")), Some(day("2039-11-20"))));
    }
}

#[test]
fn qualified_is_the_later_of_clock_and_age() {
    let with = |today: &str, born: &str| {
        let mut entry = year_of(vec![], 2026);
        entry.landing.roth_ira_since = Some(2022);
        clock(&on(today, born, vec![entry]), Account::RothIra).clone()
    };
    // 59½ on December 30, 2026, on January 1 and on January 2, 2027.
    for (born, qualified) in [("1967-06-30", "2027-01-01"), ("1967-07-01", "2027-01-01"), ("1967-07-02", "2027-01-02")]
    {
        assert_eq!(with("2026-06-15", born).qualified_on, Some(day(qualified)), "{born}");
    }
    assert!(!with("2026-12-31", "1967-07-01").qualified);
    assert!(with("2027-01-01", "1967-07-01").qualified);
    assert!(!with("2027-01-01", "1967-07-02").qualified);
}

#[test]
fn the_ledger_starts_the_clocks_of_what_it_reached() {
    let landing = on(
        "2026-06-15",
        "1980-05-20",
        vec![
            year_of(vec![converted("2023-12-31", Path::InPlan)], 2023),
            year_of(
                vec![
                    Conversion { plan: "Old job".into(), ..converted("2024-01-01", Path::InPlan) },
                    converted("2024-01-01", Path::Split),
                ],
                2024,
            ),
            year_of(vec![], 2026),
        ],
    );
    let clocks: Vec<(Account, &str, i16, StartedBy)> =
        landing.clocks.iter().map(|clock| (clock.account, clock.plan.as_str(), clock.since, clock.by)).collect();
    assert_eq!(
        clocks,
        [
            (Account::RothIra, "", 2024, StartedBy::Ledger),
            (Account::Plan, "", 2023, StartedBy::Ledger),
            (Account::Plan, "Old job", 2024, StartedBy::Ledger),
        ]
    );
}

#[test]
fn a_payment_starts_the_clock_only_with_what_was_rolled_over() {
    let with = |rolled_over: Option<&str>, on_day: Option<&str>| {
        let paid = Conversion {
            rolled_over: rolled_over.map(money),
            rolled_over_on: on_day.map(day),
            ..converted("2025-12-15", Path::PaidOut)
        };
        let landing = on("2026-06-15", "1980-05-20", vec![year_of(vec![paid], 2025), year_of(vec![], 2026)]);
        let ira = clock(&landing, Account::RothIra);
        let taxable: Vec<(Money, Money)> = landing.recaptures.iter().map(|row| (row.taxable, row.basis)).collect();
        (ira.by, ira.since, taxable)
    };
    assert_eq!(with(None, None), (StartedBy::NotStarted, 2026, vec![]));
    assert_eq!(with(Some("0"), None), (StartedBy::NotStarted, 2026, vec![]));
    // Taxable money is rolled over first.
    assert_eq!(with(Some("60"), None), (StartedBy::Ledger, 2025, vec![(money("60"), money("0"))]));
    assert_eq!(with(Some("400"), None), (StartedBy::Ledger, 2025, vec![(money("100"), money("300"))]));
    // The year goes by the day on which it arrived.
    assert_eq!(with(Some("400"), Some("2026-01-20")).1, 2026);
}

#[test]
fn what_is_rolled_over_after_the_60_days_starts_no_clock_and_no_recapture() {
    let landed = |on_day: &str| {
        let paid = Conversion {
            amount: money("1000.00"),
            plan_basis: Some(money("0.00")),
            rolled_over: Some(money("1000.00")),
            rolled_over_on: Some(day(on_day)),
            ..converted("2025-04-10", Path::PaidOut)
        };
        on("2026-11-24", "1985-03-31", vec![year_of(vec![paid], 2025)])
    };
    let in_time = landed("2025-06-09");
    assert_eq!(clock(&in_time, Account::RothIra).by, StartedBy::Ledger);
    assert_eq!(in_time.recaptures.len(), 1);
    assert_eq!(in_time.recaptures[0].tax, money("100.00"));
    let late = landed("2025-06-24");
    assert_eq!(clock(&late, Account::RothIra).by, StartedBy::NotStarted);
    assert!(late.recaptures.is_empty());
}

#[test]
fn a_clock_that_has_not_started_counts_from_this_year_or_the_sheet_s() {
    let since = |today: &str, year| clock(&on(today, "1980-05-20", vec![year_of(vec![], year)]), Account::Plan).since;
    assert_eq!(since("2026-06-15", 2026), 2026);
    assert_eq!(since("2026-06-15", 2024), 2026);
    assert_eq!(since("2026-12-15", 2027), 2027);
    let landing = on("2026-06-15", "1960-05-20", vec![year_of(vec![], 2026)]);
    let clock = clock(&landing, Account::Plan);
    assert!(!clock.met && !clock.qualified && clock.met_on == Some(day("2031-01-01")));
    assert_eq!(
        clock.says(),
        "Not started yet: if the first dollar goes in during 2026, the five years end on January 1, 2031."
    );
}

#[test]
fn recapture_ends_after_five_taxable_years_or_at_59_and_a_half() {
    let with = |today: &str, born: &str, path| {
        let landing = on(today, born, vec![year_of(vec![converted("2022-12-31", path)], 2022), year_of(vec![], 2026)]);
        let rows = &landing.recaptures;
        rows.first().map(|row| (row.account, row.free_on, row.open, row.tax))
    };
    let (ten, by_years) = (money("10"), Some(day("2027-01-01")));
    assert_eq!(with("2026-12-31", "1980-05-20", Path::InPlan), Some((Account::Plan, by_years, true, ten)));
    assert_eq!(with("2027-01-01", "1980-05-20", Path::RothIra), Some((Account::RothIra, by_years, false, ten)));
    let by_age = Some(day("2026-12-30"));
    assert_eq!(with("2026-12-29", "1967-06-30", Path::RothIra), Some((Account::RothIra, by_age, true, ten)));
    assert_eq!(with("2026-12-30", "1967-06-30", Path::RothIra), Some((Account::RothIra, by_age, false, ten)));
    // At a conversion after 59½ it never begins.
    let never = Some(day("2022-12-31"));
    assert_eq!(with("2026-06-15", "1960-05-20", Path::RothIra), Some((Account::RothIra, never, false, ten)));
    // In the split way nothing taxable lands.
    assert_eq!(with("2026-06-15", "1980-05-20", Path::Split), None);
}

const FREE: Access = Access { basis: Cost::Free, taxable: Cost::Free, earnings: Cost::Free };
const YOUNG: Access = Access { basis: Cost::Free, taxable: Cost::Tenth, earnings: Cost::IncomeAndTenth };
const YOUNG_AFTER_5: Access = Access { basis: Cost::Free, taxable: Cost::Free, earnings: Cost::IncomeAndTenth };
const OF_AGE: Access = Access { basis: Cost::Free, taxable: Cost::Free, earnings: Cost::Income };

/// The stages as the moments, the day and the costs in both spots.
fn stages(landing: &LandingSpot) -> Vec<(Vec<Moment>, String, Access, Access)> {
    let stages = landing.stages.iter();
    stages.map(|stage| (stage.moments.clone(), stage.from.to_string(), stage.roth_ira, stage.plan)).collect()
}

#[test]
fn every_stage_in_every_spot() {
    use Moment::{At59AndAHalf, LeftFrom55, Now, PlanClock, RothIraClock};
    let years = |ira, plan| {
        let mut entry =
            year_of(vec![converted("2026-01-02", Path::InPlan), converted("2026-01-02", Path::RothIra)], 2026);
        entry.landing.roth_ira_since = Some(ira);
        entry.landing.plan_roth_since = Some(plan);
        vec![entry]
    };
    let at = |moments: &[Moment], from: &str, roth_ira, plan| (moments.to_vec(), from.to_owned(), roth_ira, plan);
    // At 54: the Roth IRA's clock is met in 2027, the plan's in 2031 with the conversions' own years.
    assert_eq!(
        stages(&on("2026-06-15", "1972-01-20", years(2022, 2026))),
        [
            at(&[Now], "2026-06-15", YOUNG, YOUNG),
            at(&[LeftFrom55], "2027-01-01", YOUNG, OF_AGE),
            at(&[RothIraClock], "2027-01-01", YOUNG, YOUNG),
            at(&[PlanClock], "2031-01-01", YOUNG_AFTER_5, YOUNG_AFTER_5),
            at(&[At59AndAHalf], "2031-07-20", FREE, FREE),
        ]
    );
    // In the year of turning 55 one can leave at once.
    assert_eq!(
        stages(&on("2026-06-15", "1971-12-31", years(2010, 2026)))[..2],
        [at(&[Now], "2026-06-15", YOUNG, YOUNG), at(&[LeftFrom55], "2026-06-15", YOUNG, OF_AGE)]
    );
    // At 58, with the clocks met after 59½.
    assert_eq!(
        stages(&on("2026-06-15", "1968-01-20", years(2023, 2024))),
        [
            at(&[Now], "2026-06-15", YOUNG, YOUNG),
            at(&[LeftFrom55], "2026-06-15", YOUNG, OF_AGE),
            at(&[At59AndAHalf], "2027-07-20", OF_AGE, OF_AGE),
            at(&[RothIraClock], "2028-01-01", FREE, OF_AGE),
            at(&[PlanClock], "2029-01-01", FREE, FREE),
        ]
    );
    // On the day of 59½, and at 60 with everything met.
    assert_eq!(
        stages(&on("2026-06-15", "1966-12-15", years(2010, 2025))),
        [at(&[Now], "2026-06-15", FREE, OF_AGE), at(&[PlanClock], "2030-01-01", FREE, FREE)]
    );
    assert_eq!(stages(&on("2026-06-15", "1966-01-20", years(2010, 2012))), [at(&[Now], "2026-06-15", FREE, FREE)]);
    // Both clocks on one day make one stage.
    assert_eq!(
        stages(&on("2026-06-15", "1966-01-20", years(2025, 2025))),
        [at(&[Now], "2026-06-15", OF_AGE, OF_AGE), at(&[RothIraClock, PlanClock], "2030-01-01", FREE, FREE)]
    );
}

#[test]
fn where_nothing_landed_yet_a_conversion_of_today_stands_for_it() {
    let landing = on("2026-06-15", "1980-05-20", vec![year_of(vec![], 2026)]);
    let now = landing.stages.first().expect("a stage");
    assert_eq!((now.roth_ira, now.plan, now.assumed), (YOUNG, YOUNG, false));
    let clocks = landing.stages.iter().find(|stage| stage.moments.contains(&Moment::PlanClock)).expect("a stage");
    assert_eq!((clocks.roth_ira, clocks.plan, clocks.assumed), (YOUNG_AFTER_5, YOUNG_AFTER_5, true));
    // At 59½ the earnings are free only if the clocks have begun.
    let at_half = landing.stages.last().expect("a stage");
    assert_eq!(
        (at_half.moments.as_slice(), at_half.roth_ira, at_half.assumed),
        (&[Moment::At59AndAHalf][..], FREE, true)
    );
    // Where all that landed is old, nothing is under the 10% tax.
    let old = on(
        "2026-06-15",
        "1980-05-20",
        vec![year_of(vec![converted("2021-06-01", Path::RothIra)], 2021), year_of(vec![], 2026)],
    );
    assert_eq!(old.stages.first().map(|stage| (stage.roth_ira, stage.plan)), Some((YOUNG_AFTER_5, YOUNG)));
}

fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        select(vec!["1900-01-01", "1904-02-29", "2026-06-15", "2139-12-31", "2140-07-01", "2199-12-31"])
            .prop_map(|text| text.parse().expect("a day")),
        (1900_i16..=2199, 1_u8..=12, 1_u8..=28)
            .prop_map(|(year, month, date)| Date::new(year, month, date).expect("a day")),
    ]
}

fn any_money() -> impl Strategy<Value = Money> {
    prop_oneof![select(vec![Money::ZERO, Money::CENT, Money::LARGEST]), any::<u32>().prop_map(Money::cents)]
}

prop_compose! {
    fn any_conversion()(
        date in any_date(),
        (amount, rolled_over) in (any_money(), proptest::option::of(any_money())),
        (plan_basis, plan_earnings) in (proptest::option::of(any_money()), proptest::option::of(any_money())),
        path in select(vec![Path::InPlan, Path::RothIra, Path::Split, Path::PaidOut]),
        rolled_over_on in proptest::option::of(any_date()),
        plan in select(vec!["", "Old job"]),
    ) -> Conversion {
        let (destination, confirmation, plan) = (String::new(), String::new(), plan.into());
        Conversion {
            path, plan_basis, plan_earnings, destination, confirmation, plan, rolled_over, rolled_over_on,
            ..Conversion::new(date, amount)
        }
    }
}

prop_compose! {
    fn any_year()(
        year in prop_oneof![Just(2026_i16), Just(2002), Just(2198), any::<i16>()],
        (withdrawal, in_plan, roth, after_tax) in (answer(), answer(), answer(), answer()),
        destination in select(vec![Destination::Unknown, Destination::RothIra, Destination::Roth401k, Destination::Both]),
        kind in select(vec![PlanKind::Plan401k, PlanKind::Solo401k, PlanKind::Tsp, PlanKind::Governmental401a]),
        (needed, leaves, loans, suspends) in (answer(), answer(), answer(), answer()),
        spot in select(vec![Spot::Open, Spot::RothIra, Spot::Roth401k]),
        chosen_on in proptest::option::of(any_date()),
        (ira, plan) in (proptest::option::of(any::<i16>()), proptest::option::of(any::<i16>())),
        fee in proptest::option::of(any_money()),
        conversions in prop::collection::vec(any_conversion(), 0..6),
    ) -> YearRecord {
        let mut entry = YearRecord::new(year);
        entry.plan.in_service_withdrawal = withdrawal;
        entry.plan.in_plan_rollover = in_plan;
        entry.plan.roth_deferrals = roth;
        entry.plan.after_tax = after_tax;
        entry.plan.destination = destination;
        entry.plan.kind = kind;
        entry.plan.suspends_contributions = suspends;
        entry.plan.transfer_fee = fee;
        entry.landing.needed_early = needed;
        entry.landing.leaves_from_55 = leaves;
        entry.landing.plan_loans = loans;
        entry.landing.spot = spot;
        entry.landing.chosen_on = chosen_on;
        entry.landing.roth_ira_since = ira;
        entry.landing.plan_roth_since = plan;
        entry.ledger.conversions = conversions;
        entry
    }
}

/// Starts large, ends in a stop, and holds no doubled blank or stop and no amount below nothing.
fn said_well(text: &str) -> Result<(), TestCaseError> {
    prop_assert!(text.starts_with(|c: char| c.is_uppercase() || c == '$' || c.is_ascii_digit()), "{:?}", text);
    prop_assert!(text.ends_with(['.', '?', '”']), "{:?}", text);
    prop_assert!(!text.contains("-$") && !text.contains("  ") && !text.contains(".."), "{:?}", text);
    prop_assert!(!text.contains('\''), "{:?}", text);
    Ok(())
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn nothing_panics_and_all_is_said_well(
        years in prop::collection::vec(any_year(), 1..3),
        birth_date in proptest::option::of(any_date()),
        today in any_date(),
    ) {
        let year = years.first().map_or(2026, |entry| entry.year);
        let record = Record { birth_date, years, ..Record::default() };
        let landing = match worksheets::landing(&record, year, today) {
            Ok(landing) => landing,
            Err(error) => return said_well(&error.to_string()),
        };
        let closing = &landing.closing;
        for text in [&closing.decision, &closing.rule, &closing.next_action] {
            said_well(text)?;
        }
        for fact in &landing.facts {
            let words = fact.words();
            for text in [&words.roth_ira, &words.plan, &words.for_you] {
                said_well(text)?;
            }
        }
        for finding in &landing.findings {
            said_well(&finding.words.text)?;
            prop_assert!(!finding.words.title.is_empty() && !finding.words.title.ends_with('.'));
        }
        let codes: Vec<String> = landing.findings.iter().map(|finding| format!("{:?}{}", finding.code(), finding.words.title)).collect();
        prop_assert!(codes.iter().all(|code| codes.iter().filter(|other| *other == code).count() == 1), "{:?}", codes);
        prop_assert!(landing.findings.is_sorted_by_key(|finding| finding.words.severity));
        // Stages follow each other from today on, and in each spot no day is worse than one before, but for who left.
        prop_assert!(landing.stages.is_sorted_by_key(|stage| stage.from));
        prop_assert!(landing.stages.first().is_some_and(|stage| stage.from == today));
        for stage in &landing.stages {
            let later = landing.stages.iter().filter(|other| other.from >= stage.from);
            let stays = |other: &&landing::Stage| !stage.moments.contains(&Moment::LeftFrom55) || other.from == stage.from;
            for other in later.filter(stays) {
                prop_assert!(stage.plan.earnings != Cost::Free || other.plan.earnings == Cost::Free);
                prop_assert!(stage.roth_ira.earnings != Cost::Free || other.roth_ira.earnings == Cost::Free);
            }
            prop_assert!(stage.roth_ira.basis == Cost::Free && stage.plan.basis == Cost::Free);
        }
        for recapture in &landing.recaptures {
            prop_assert!(recapture.taxable.is_positive() && !recapture.basis.is_negative());
        }
        let report = Report::from(landing);
        for table in &report.tables {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.id);
        }
    }
}
