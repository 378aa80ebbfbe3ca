//! What each paycheck to come bears and draws, against payroll reckoned a second time and
//! against figures by hand.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart from dollars")]

use crate::support::second_payroll::Payroll;
use crate::support::values::{cents, day};
use planner::date::Date;
use planner::law::{OwnLimits, YearLimits};
use planner::money::Money;
use planner::record::{
    Answer, Bonus, Cadence, CountedPay, MatchKind, MatchRules, MatchTier, MatchTiming, PayBasis, Record, YearRecord,
};
use planner::worksheets::year::Year;
use planner::worksheets::year::paychecks::{Paychecks, fica, match_in_words};

/// A year of semimonthly pay.
fn salaried(salary: u32, pre_tax: &str) -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.payroll.cadence = Cadence::Semimonthly;
    entry.payroll.basis = PayBasis::Salary;
    entry.payroll.pay = Some(Money::dollars(salary));
    entry.payroll.pre_tax = pre_tax.parse().expect("an election");
    entry
}

/// The first day of the year.
fn today() -> Date {
    day("2026-01-02")
}

fn record(entry: YearRecord) -> Record {
    Record { birth_date: Some(day("1985-01-01")), years: vec![entry], ..Record::default() }
}

fn paychecks(entry: &YearRecord) -> Paychecks {
    let record = record(entry.clone());
    let year = Year::of(&record, 2026, today()).expect("the year");
    year.paychecks().expect("limits and age").expect("paychecks").clone()
}

#[test]
fn social_security_ends_at_the_wage_base_and_additional_medicare_begins_at_200_000() {
    let limits = YearLimits::of(2026, &OwnLimits::default()).expect("limits");
    let fica = |before: u32, pay: u32| cents(fica(Money::cents(before), Money::cents(pay), &limits));
    // 2,115.38 x 7.65% is 161.83; each tax rounded by itself makes 131.15 and 30.67.
    assert_eq!(fica(0, 2_115_38), 161_83);
    assert_eq!(fica(0, 10_000_00), 765_00);
    // The wage base of 184,500 is reached within a paycheck.
    assert_eq!(fica(180_000_00, 10_000_00), 279_00 + 145_00);
    assert_eq!(fica(184_500_00, 10_000_00), 145_00);
    assert_eq!(fica(195_000_00, 10_000_00), 145_00 + 45_00);
    assert_eq!(fica(300_000_00, 10_000_00), 235_00);
    assert_eq!(fica(0, 0), 0);
}

#[test]
fn what_pay_leaves_is_after_deferrals_and_social_security_and_medicare_tax() {
    let mut entry = salaried(240_000, "10%");
    entry.payroll.bonuses = vec![Bonus::new(day("2026-12-18"), Money::dollars(50_000))];
    let of = record(entry.clone());
    let second = Payroll::of(&of, today());
    let paychecks = paychecks(&entry);
    assert_eq!(paychecks.to_come.len(), second.checks.len());
    for (check, other) in paychecks.to_come.iter().zip(&second.checks) {
        assert_eq!(cents(check.fica), other.fica, "{}", check.date);
        assert_eq!(cents(check.left_by_fica()), other.free() - other.fica, "{}", check.date);
    }
    // 10,000 less 1,000 of deferrals, 765 of tax, and 22% of 9,000 for income tax.
    let first = &paychecks.to_come[0];
    assert_eq!(cents(first.left_by_fica()), 8_235_00);
    assert_eq!(cents(first.left_by_taxes()), 6_255_00);
}

#[test]
fn a_paycheck_leaves_more_once_deferrals_or_social_security_tax_stop() {
    let mut entry = salaried(240_000, "20%");
    entry.payroll.last_stub = Some(day("2026-01-15"));
    entry.payroll.pay_so_far = Some(Money::dollars(10_000));
    entry.contributions.pre_tax.so_far = Money::dollars(2_000);
    let rises: Vec<i128> = paychecks(&entry).to_come.iter().map(|check| cents(check.rise)).collect();
    // Deferrals reach 24,500 on the 13th paycheck, the wage base of 184,500 on the 19th; from 200,000
    // on 0.9% more Medicare tax is withheld.
    assert_eq!(&rises[..11], [0; 11]);
    // 1,500 less is deferred, and 22% of it goes to income tax.
    assert_eq!(rises[11], 1_500_00 - 330_00);
    assert_eq!(rises[12..17], [1_560_00; 5]);
    assert_eq!(rises[17], 1_560_00 + 341_00);
    assert_eq!(rises[18], 1_560_00 + 620_00);
    assert_eq!(rises[19..], [1_560_00 + 620_00 - 90_00; 4]);
}

fn half_of_six(edit: impl FnOnce(&mut MatchRules)) -> YearRecord {
    let mut entry = salaried(210_000, "10%");
    let tiers = vec![MatchTier { rate: "50".parse().expect("a rate"), up_to: "6".parse().ok() }];
    entry.plan.matching = MatchRules { offered: Answer::Yes, tiers, ..MatchRules::default() };
    edit(&mut entry.plan.matching);
    entry
}

fn in_words(entry: YearRecord) -> Option<String> {
    let record = record(entry);
    match_in_words(&Year::of(&record, 2026, today()).expect("the year"))
}

#[test]
fn the_match_is_read_back_in_words_and_money() {
    let says = |edit: fn(&mut MatchRules)| in_words(half_of_six(edit)).unwrap_or_default();
    let tier = |rate: &str, up_to: &str| MatchTier { rate: rate.parse().expect("a rate"), up_to: up_to.parse().ok() };
    assert_eq!(says(|_| {}), "50¢ for each $1 on the first 6% of pay: worth up to $6,300.00 in 2026.");
    let mut tiers = half_of_six(|_| {});
    tiers.plan.matching.tiers = vec![tier("100", "3"), tier("33.3333", "5"), tier("150", "6.5")];
    assert_eq!(
        in_words(tiers).as_deref(),
        Some(
            "$1 for each $1 on the first 3% of pay, then 33.3333% up to 5%, then $1.50 up to 6.5%: worth up to $12,425.00 in 2026."
        )
    );
    assert_eq!(
        says(|rules| {
            rules.kind = MatchKind::Dollars;
            rules.dollar_cap = Some(Money::dollars(3_000));
            rules.least_deferral = "3".parse().ok();
        }),
        "50¢ for each $1 you contribute, at most $3,000.00 a year: worth up to $3,000.00 in 2026. No match if you defer less than 3% of pay."
    );
    assert_eq!(
        says(|rules| {
            rules.kind = MatchKind::CapOnly;
            rules.dollar_cap = Some(Money::dollars(9_000));
        }),
        "Up to $9,000.00 in 2026. Room is kept for all of it."
    );
    assert_eq!(in_words(half_of_six(|rules| rules.offered = Answer::No)), None);
    assert_eq!(in_words(half_of_six(|rules| rules.tiers.clear())), None);
    let mut without_pay = half_of_six(|_| {});
    without_pay.payroll.pay = None;
    assert_eq!(in_words(without_pay).as_deref(), Some("50¢ for each $1 on the first 6% of pay."));
}

#[test]
fn no_match_is_paid_below_the_least_deferral() {
    let matched = |pre_tax: &str, timing: MatchTiming| {
        let mut entry = half_of_six(|rules| {
            rules.least_deferral = "3".parse().ok();
            rules.timing = timing;
            rules.true_up = Answer::No;
        });
        entry.payroll.pre_tax = pre_tax.parse().expect("an election");
        let paychecks = paychecks(&entry);
        cents(paychecks.projected(&entry).contributions.employer_match.to_come)
    };
    for timing in [MatchTiming::EachPaycheck, MatchTiming::Yearly] {
        assert_eq!(matched("2%", timing), 0, "{timing:?}");
        assert_eq!(matched("2.9%", timing), 0, "{timing:?}");
        // 3% of 8,750 is 262.50, and half of it 131.25.
        assert_eq!(matched("3%", timing), 24 * 131_25, "{timing:?}");
        assert_eq!(matched("262.49", timing), 0, "{timing:?}");
    }
}

#[test]
fn counted_pay_ends_the_match_spreads_it_or_bounds_the_year() {
    let matched = |above: CountedPay| {
        let mut entry = half_of_six(|rules| {
            rules.true_up = Answer::No;
            rules.above_counted_pay = above;
        });
        entry.payroll.pay = Some(Money::dollars(720_000));
        entry.payroll.pre_tax = "1,000".parse().expect("an election");
        let each = paychecks(&entry).employer_match;
        (each.iter().map(|each| cents(*each)).collect::<Vec<_>>(), each.len())
    };
    // 30,000 a paycheck: half of the 1,000 deferred, up to 3% of the pay that counts. 24,500 is
    // deferred in all, the last 500 on the 25th paycheck that the year does not have.
    let (stops, count) = matched(CountedPay::Stops);
    assert_eq!((count, &stops[..12]), (24, &[500_00; 12][..]));
    assert_eq!(stops[12..], [0; 12]);
    let (spread, _) = matched(CountedPay::Spread);
    assert_eq!(spread, [450_00; 24], "3% of 15,000");
    let (whole_year, _) = matched(CountedPay::WholeYear);
    assert_eq!(whole_year.iter().sum::<i128>(), 10_800_00, "3% of 360,000");
    assert_eq!(&whole_year[..21], &[500_00; 21]);
}
