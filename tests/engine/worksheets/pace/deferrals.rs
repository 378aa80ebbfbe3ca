//! Which deferral election the pace worksheet advises, and how it says that one is too high:
//! each finding where it is true and where it is not, and the advice against every election
//! that payroll takes, in small years.

use crate::support::findings::{hides, shows};
use crate::support::values::{day, money, so_far};
use crate::support::worksheets;
use planner::date::Date;
use planner::explain::Severity;
use planner::money::Money;
use planner::percent::Percent;
use planner::record::{
    Answer, Bonus, Cadence, Election, MatchRules, MatchTier, PayBasis, Payroll, Record, Shift, YearRecord,
};
use planner::worksheets::pace::Pace;
use planner::worksheets::year::paychecks::Paychecks;

/// A job that pays a yearly salary on the last day of each month.
fn job(salary: &str, pre_tax: &str) -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.plan.change_lead_days = Some(7);
    entry.plan.after_tax = Answer::Yes;
    entry.plan.in_service_withdrawal = Answer::Yes;
    entry.plan.matching.offered = Answer::No;
    entry.payroll = Payroll {
        cadence: Cadence::Monthly,
        shift: Shift::None,
        basis: PayBasis::Salary,
        pay: Some(money(salary)),
        pre_tax: pre_tax.parse().expect("an election"),
        ..Payroll::default()
    };
    entry
}

fn matched(entry: &mut YearRecord, rate: &str, up_to: Option<&str>, true_up: Answer) {
    let tier = MatchTier {
        rate: rate.parse().expect("a rate"),
        up_to: up_to.map(|share| share.parse().expect("a percentage")),
    };
    entry.plan.matching = MatchRules { offered: Answer::Yes, tiers: vec![tier], true_up, ..MatchRules::default() };
}

#[track_caller]
fn on(today: &str, entry: YearRecord) -> Pace {
    let record = Record { birth_date: Some(day("1985-06-15")), years: vec![entry], ..Record::default() };
    worksheets::pace(&record, 2026, day(today)).unwrap_or_else(|error| panic!("{error}"))
}

fn advised(pace: &Pace) -> Vec<(String, Date)> {
    let advice = pace.deferrals.iter().flat_map(|advice| &advice.entries);
    advice.map(|entry| (entry.deferrals.to_string(), entry.from)).collect()
}

#[test]
fn present_elections_of_more_than_all_of_pay_are_no_ground_to_stop() {
    let mut entry = job("60,000", "100%");
    entry.payroll.roth = entry.payroll.pre_tax;
    entry.payroll.pay_so_far = Some(money("999,999,999.99"));
    entry.plan.stops_at_counted_pay = Answer::Yes;
    let pace = on("2026-01-02", entry);
    assert_eq!(pace.over, Money::ZERO);
}

#[test]
fn t23_deferrals_that_can_still_be_lowered_are_no_excess() {
    // 25% of 10,000 is full in October, and 5,500 spill over into a cap of 5,000.
    let spills = |cap: &str, election: &str| {
        let mut entry = job("120,000", election);
        entry.plan.spillover = Answer::Yes;
        entry.plan.after_tax_dollars = Some(money(cap));
        on("2026-01-02", entry)
    };
    let over = spills("5,000", "25%");
    shows(
        &over,
        "T23",
        Severity::Problem,
        &["$500.00", "your plan’s own cap", "24% pre-tax", "opt out of spillover by"],
    );
    hides(&over, "T01");
    assert_eq!((over.over, over.preventable), (Money::ZERO, money("500")));
    hides(&spills("5,500", "25%"), "T23");
    hides(&spills("5,000", "24%"), "T23");
    // In dollars as well: 2,500 are 30,000, and 2,458 are 29,496.
    shows(&spills("5,000", "2500"), "T23", Severity::Problem, &["$2,458.00 pre-tax"]);
}

#[test]
fn t23_is_t01_once_no_paycheck_can_be_changed() {
    let late = |today: &str| {
        let mut entry = job("120,000", "25%");
        entry.plan.spillover = Answer::Yes;
        entry.plan.after_tax_dollars = Some(money("5,000"));
        entry.payroll.last_stub = Some(day("2026-11-30"));
        entry.payroll.pay_so_far = Some(money("110,000"));
        entry.contributions.pre_tax = so_far("24,500");
        entry.contributions.after_tax = money("3,000");
        on(today, entry)
    };
    shows(&late("2026-12-24"), "T23", Severity::Problem, &["20% pre-tax", "December 24, 2026"]);
    shows(&late("2026-12-25"), "T01", Severity::Problem, &["$500.00"]);
    hides(&late("2026-12-25"), "T23");
}

#[test]
fn t24_a_bonus_that_is_not_sure_and_would_go_over() {
    let with = |edit: &dyn Fn(&mut Bonus), strategy_fills: bool| {
        let mut entry = job("180,000", "14%");
        let mut bonus = Bonus { unsure: true, ..Bonus::new(day("2026-12-31"), money("40,000")) };
        edit(&mut bonus);
        entry.payroll.bonuses = vec![bonus];
        if !strategy_fills {
            entry.payroll.own_target = Some(money("10,000"));
        }
        on("2026-01-02", entry)
    };
    let over = with(&|_| {}, true);
    shows(
        &over,
        "T24",
        Severity::Attention,
        &["$10,700.00 goes over", "Set your election to 7% or less", "December 24, 2026"],
    );
    hides(&with(&|bonus| bonus.unsure = false, true), "T24");
    hides(&with(&|_| {}, false), "T24");
}

#[test]
fn t24_a_bonus_that_no_election_can_follow_is_planned_for() {
    let with = |months: &str| {
        let mut entry = job("180,000", "14%");
        entry.plan.change_months = months.parse().expect("months");
        entry.payroll.bonuses = vec![Bonus { unsure: true, ..Bonus::new(day("2026-09-15"), money("40,000")) }];
        on("2026-01-02", entry)
    };
    // 14% of the bonus fills the deferrals at 24,500 sooner, so that 47,500 are left with it too.
    let fixed = with("January, November");
    hides(&fixed, "T24");
    assert!(fixed.unused_because.iter().any(|why| why.contains("kept free for a bonus")), "{:?}", fixed.unused_because);
    shows(&with(""), "T24", Severity::Attention, &["Set ", "for that payday by September 8, 2026"]);
}

#[test]
fn t25_a_cap_on_a_share_of_pay_may_be_held_by_the_paycheck() {
    let with = |after_tax: &str| {
        let mut entry = job("120,000", "10%");
        entry.plan.after_tax_percent = "2".parse().ok();
        entry.payroll.last_stub = Some(day("2026-01-31"));
        entry.payroll.pay_so_far = Some(money("10,000"));
        entry.contributions.pre_tax = so_far("1,000");
        entry.contributions.after_tax = money(after_tax);
        on("2026-02-02", entry)
    };
    shows(&with("1,300"), "T25", Severity::Attention, &["$1,100.00 more than 2%", "each paycheck"]);
    hides(&with("200"), "T25");
}

#[test]
fn t26_payroll_may_have_left_out_an_election() {
    // Nine months of 10,000: 5% is 4,500, and the match as much.
    let with = |deferred: &str, employer_match: &str| {
        let mut entry = job("120,000", "5%");
        matched(&mut entry, "100", Some("5"), Answer::No);
        entry.payroll.last_stub = Some(day("2026-09-30"));
        entry.payroll.pay_so_far = Some(money("90,000"));
        entry.contributions.pre_tax = so_far(deferred);
        entry.contributions.employer_match = so_far(employer_match);
        on("2026-10-01", entry)
    };
    let left_out = with("4,000", "4,000");
    shows(&left_out, "T26", Severity::Attention, &["$500.00", "1 paycheck", "50%", "owed and not lost"]);
    assert!(left_out.closing.words.as_deref().is_some_and(|words| words.contains("Rev. Proc. 2021-30")));
    hides(&with("4,500", "4,500"), "T26");
    // A full match, half a paycheck, or many paychecks speak for something else.
    for (deferred, employer_match) in [("4,000", "4,500"), ("4,250", "4,250"), ("2,000", "2,000")] {
        hides(&with(deferred, employer_match), "T26");
    }
}

#[test]
fn t27_match_above_the_formula_may_be_last_years() {
    let with = |employer_match: &str| {
        let mut entry = job("240,000", "10%");
        matched(&mut entry, "100", Some("5"), Answer::Yes);
        entry.payroll.last_stub = Some(day("2026-03-31"));
        entry.payroll.pay_so_far = Some(money("60,000"));
        entry.contributions.pre_tax = so_far("6,000");
        entry.contributions.employer_match = so_far(employer_match);
        on("2026-04-02", entry)
    };
    shows(&with("8,000"), "T27", Severity::Attention, &["$8,000.00", "$3,000.00", "$5,000.00"]);
    hides(&with("3,000.02"), "T27");
}

#[test]
fn t28_deferrals_that_stay_unused() {
    let with = |election: &str| {
        let mut entry = job("120,000", election);
        matched(&mut entry, "50", None, Answer::Yes);
        on("2026-01-02", entry)
    };
    let unused = with("10%");
    shows(&unused, "T28", Severity::Attention, &["$12,500.00", "$6,250.00", "$35,250.00", "21% pre-tax"]);
    assert_eq!(advised(&unused), [("21% pre-tax".to_owned(), day("2026-01-31"))]);
    hides(&with("21%"), "T28");
    // Without a match it is a note.
    shows(&on("2026-01-02", job("120,000", "10%")), "T28", Severity::Note, &["$12,500.00"]);
}

#[test]
fn what_is_advised_can_be_followed_with_the_after_tax_election_that_goes_with_it() {
    let mut entry = job("120,000", "10%");
    matched(&mut entry, "50", None, Answer::Yes);
    let pace = on("2026-01-02", entry.clone());
    let advice = pace.deferrals.expect("advice");
    entry.payroll.pre_tax = advice.entries[0].deferrals.pre_tax;
    let followed = on("2026-01-02", entry);
    assert_eq!(followed.entries, advice.after_tax);
    assert_eq!((followed.room, followed.planned, followed.over), (advice.room, advice.after_tax_planned, Money::ZERO));
    assert_eq!(followed.deferrals, None, "nothing is better");
}

#[test]
fn spillover_that_is_wanted_is_the_whole_plan() {
    let mut entry = job("120,000", "25%");
    entry.plan.spillover = Answer::Yes;
    entry.payroll.spillover_only = true;
    let pace = on("2026-01-02", entry.clone());
    assert_eq!((pace.entries.len(), pace.planned, pace.unused), (0, money("5,500"), Money::ZERO));
    entry.payroll.spillover_only = false;
    entry.payroll.own_target = Some(money("10,000"));
    assert_eq!(on("2026-01-02", entry).planned, money("10,000"));
}

/// What a year under these elections brings: match, and deferrals.
fn brings(entry: &YearRecord, changes: &[(usize, Election, Election)]) -> (Money, Money) {
    let limits = planner::law::YearLimits::of(2026, &entry.own_limits).expect("limits");
    let paychecks = Paychecks::of(entry, &limits, 41, day("2026-01-02")).expect("paychecks").deferring(entry, changes);
    let matched: Money = paychecks.employer_match.iter().copied().sum();
    let later = if entry.plan.matching.true_up == Answer::No { Money::ZERO } else { paychecks.match_beyond_paychecks };
    (matched + later, paychecks.to_come.iter().map(planner::worksheets::year::paychecks::Paycheck::deferral).sum())
}

#[test]
fn no_steady_election_brings_more_match_than_the_advised_one_nor_more_deferrals_beside_it() {
    for salary in ["60,000", "120,000", "240,000", "480,000", "900,000"] {
        for (rate, up_to, true_up) in [
            ("100", Some("6"), Answer::No),
            ("100", Some("6"), Answer::Yes),
            ("50", Some("10"), Answer::No),
            ("25", None, Answer::No),
        ] {
            for election in ["0%", "3%", "5%", "10%", "25%", "40%"] {
                let mut entry = job(salary, election);
                matched(&mut entry, rate, up_to, true_up);
                // All that is left of pay is there to give.
                let paycheck = on("2026-01-02", entry.clone()).lines[0].pay;
                entry.payroll.take_home = Some(paycheck);
                let pace = on("2026-01-02", entry.clone());
                if pace.over.is_positive() || pace.preventable.is_positive() {
                    continue;
                }
                let place = |date: Date| pace.lines.iter().position(|line| line.date == date).expect("a paycheck");
                let present = entry.payroll.pre_tax;
                let mut changes = vec![(0, present, Election::NOTHING)];
                changes.extend(
                    pace.deferrals
                        .iter()
                        .flat_map(|advice| &advice.entries)
                        .map(|advised| (place(advised.from), advised.deferrals.pre_tax, advised.deferrals.roth)),
                );
                let best = brings(&entry, &changes);
                for whole in 0..=99 {
                    let steady = Election::Percent(Percent::ten_thousandths(whole * 10_000));
                    let other = brings(&entry, &[(0, steady, Election::NOTHING)]);
                    let case =
                        format!("{salary}, {rate} to {up_to:?}, {true_up:?}: {election} to {changes:?}, not {whole}%");
                    assert!(other.0 <= best.0 + Money::dollars(1), "more match: {case}: {other:?} and {best:?}");
                    if other.0 + Money::dollars(1) >= best.0 {
                        assert!(
                            other.1 <= best.1 + Money::dollars(1),
                            "more deferrals: {case}: {other:?} and {best:?}"
                        );
                    }
                }
            }
        }
    }
}
