//! A limitation year that is not the calendar year: what is said in place of a pace.

use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::money::Money;
use planner::record::{Answer, Bonus, Cadence, Election, Income, LimitationYearKind, PlanKind, Record, YearRecord};
use planner::worksheets::year::paychecks::calendar::pay_dates;
use planner::worksheets::year::{EvenPaychecks, NotReady};

/// Pay of 240,000 twice a month, a limitation year from this month on, 20,000 deferred and
/// 6,000 after-tax so far.
fn record(begins: u8) -> Record {
    let mut entry = YearRecord::new(2026);
    entry.plan.kind = PlanKind::Plan401k;
    entry.plan.after_tax = Answer::Yes;
    entry.plan.in_plan_rollover = Answer::Yes;
    entry.plan.limitation_year = LimitationYearKind::Other;
    entry.plan.limitation_year_begins = Some(begins);
    entry.income = Some(Income::Wages { pay: money("240000") });
    entry.payroll.cadence = Cadence::Semimonthly;
    entry.payroll.pay = Some(money("10000"));
    entry.contributions.pre_tax.so_far = money("20000");
    entry.contributions.after_tax = money("6000");
    Record { birth_date: Some(day("1985-03-31")), years: vec![entry], ..Record::default() }
}

fn even(record: &Record, today: &str) -> Option<EvenPaychecks> {
    match worksheets::pace(record, 2026, day(today)) {
        Err(NotReady::LimitationYear { even }) => even,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_from_each_paycheck_fills_the_room_and_never_passes_it() {
    for begins in 2..=12 {
        for today in ["2026-01-01", "2026-01-15", "2026-03-31", "2026-06-16", "2026-10-30"] {
            let mut record = record(begins);
            for used in ["0", "0.01", "17333.33", "45999.99"] {
                record.years[0].contributions.profit_sharing.so_far = money(used);
                let room = worksheets::room(&record, 2026, day(today)).expect("a room");
                let Some(EvenPaychecks { ends, even }) = even(&record, today) else {
                    let ended = day(today) > ends_of(begins);
                    let cents = room.pace.is_none_or(|pace| pace.total < money("1"));
                    assert!(ended || cents, "{begins}, {today}, {used}: nothing is said");
                    continue;
                };
                assert_eq!(ends, ends_of(begins));
                // Reckoned again: every payday from today to the last day, the same from each.
                let paid = pay_dates(&record.years[0].payroll, 2026);
                let taken: Money = paid.iter().filter(|on| **on >= day(today) && **on <= ends).map(|_| even.each).sum();
                let most = room.pace.expect("a pace").total.min(room.room.value);
                assert!(taken <= most, "{begins}, {today}, {used}: {taken} of {most}");
                let a_cent_more: Money = (0..even.contributions).map(|_| even.each + Money::CENT).sum();
                assert!(a_cent_more > most, "{begins}, {today}, {used}: {even:?} leaves more than cents of {most}");
            }
        }
    }
}

fn ends_of(begins: u8) -> planner::date::Date {
    planner::date::Date::new(2026, begins, 1).and_then(|first| first.plus_days(-1)).expect("a day")
}

#[test]
fn it_is_said_with_its_days_and_dollars() {
    let wait = worksheets::pace(&record(7), 2026, day("2026-05-02")).expect_err("no pace");
    // 72,000 - 20,000 - 6,000 = 46,000, of which two months' pay can bring 40,000: 4 paydays.
    assert_eq!(
        wait.to_string(),
        "The plan’s limitation year is not the calendar year, so this page does not plan each paycheck. It ends on \
        June 30, 2026; 4 paydays are left in it, and $40,000.00 of the room can go in by then. Elect at most $10,000.00 \
        of after-tax money from each. If your plan accepts only percentages, divide that by your largest paycheck, \
        bonuses included, and round down. Set a new election for the first payday after that day: it counts for the \
        next limitation year."
    );
}

#[test]
fn a_bonus_on_a_day_of_its_own_is_one_paycheck_more() {
    let mut record = record(7);
    record.years[0].payroll.bonuses.push(Bonus::new(day("2026-06-04"), money("5000")));
    assert_eq!(even(&record, "2026-05-02").map(|said| said.even.contributions), Some(5));
    record.years[0].payroll.bonuses[0].date = day("2026-07-03");
    assert_eq!(even(&record, "2026-05-02").map(|said| said.even.contributions), Some(4));
}

#[test]
fn nothing_is_said_in_figures_where_it_could_pass_the_limit() {
    let said = |change: fn(&mut YearRecord), today: &str| {
        let mut record = record(7);
        change(&mut record.years[0]);
        even(&record, today)
    };
    assert!(said(|_| {}, "2026-05-02").is_some());
    // Deferrals that spill over are after-tax money that nobody has counted.
    assert_eq!(said(|entry| entry.plan.spillover = Answer::Yes, "2026-05-02"), None);
    // The paydays of the calendar year before are in it as well.
    assert_eq!(said(|_| {}, "2025-11-02"), None);
    assert_eq!(said(|_| {}, "2026-07-01"), None);
    // A paycheck that may take more than its share can no longer be changed.
    let of_percents: fn(&mut YearRecord) =
        |entry| entry.payroll.after_tax = Election::Percent("50".parse().expect("a percentage"));
    assert_eq!(said(of_percents, "2026-05-02"), None);
    assert!(said(|entry| entry.payroll.after_tax = Election::Dollars(money("10000")), "2026-05-02").is_some());
    assert_eq!(said(|entry| entry.payroll.after_tax = Election::Dollars(money("10000.01")), "2026-05-02"), None);
    let in_time: fn(&mut YearRecord) = |entry| {
        entry.payroll.after_tax = Election::Percent("50".parse().expect("a percentage"));
        entry.plan.change_lead_days = Some(13);
    };
    assert!(said(in_time, "2026-05-02").is_some());
    assert_eq!(said(in_time, "2026-05-03"), None);
}
