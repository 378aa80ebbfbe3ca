//! What each paycheck to come bears and draws, against payroll reckoned a second time and
//! against figures by hand.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart from dollars")]

use crate::support::second_payroll::Payroll;
use crate::support::values::{cents, day};
use planner::date::Date;
use planner::law::{OwnLimits, YearLimits};
use planner::money::Money;
use planner::record::{Bonus, Cadence, PayBasis, Record, YearRecord};
use planner::worksheets::year::Year;
use planner::worksheets::year::paychecks::{Paychecks, fica};

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
