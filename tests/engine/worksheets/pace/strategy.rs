//! How the money is spread, in cases that once went wrong.

use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::record::{Cadence, Election, ElectionStep, PayBasis, Raise, Record, Strategy, YearRecord};

/// Semimonthly pay that rises in mid-November, of which deferrals leave so much to take home.
fn record() -> Record {
    let mut year = YearRecord::new(2024);
    let payroll = &mut year.payroll;
    (payroll.cadence, payroll.second_day) = (Cadence::Semimonthly, Some(2));
    (payroll.basis, payroll.pay) = (PayBasis::Paycheck, Some(money("7,400.77")));
    payroll.raises = vec![Raise { from: day("2024-11-16"), pay: money("9,917.03") }];
    payroll.roth = Election::Dollars(money("921.35"));
    payroll.take_home = Some(money("4,366.45"));
    payroll.strategy = Strategy::FrontLoaded;
    year.plan.election_step = ElectionStep::HalfPercent;
    let money_in = &mut year.contributions;
    money_in.pre_tax.so_far = money("3,232.78");
    money_in.roth.so_far = money("2,611.49");
    money_in.employer_match.so_far = money("6,720.06");
    money_in.profit_sharing.to_come = money("8,907.98");
    money_in.nonelective.so_far = money("3,282.60");
    Record { birth_date: Some(day("1999-06-15")), years: vec![year], ..Record::default() }
}

/// A larger paycheck bears a lower percentage where take-home pay stays as it is. That once held
/// all earlier paychecks to it, and left $253.89 unused.
#[test]
fn a_raise_late_in_the_year_does_not_hold_the_paychecks_before_it_back() {
    let pace = worksheets::pace(&record(), 2024, day("2024-07-15")).expect("a plan");
    let entries: Vec<_> = pace.entries.iter().map(|entry| (entry.election.to_string(), entry.from)).collect();
    let expected = [("59%", "2024-08-02"), ("1%", "2024-12-02"), ("0%", "2024-12-13")];
    assert_eq!(entries, expected.map(|(election, from)| (election.to_owned(), day(from))));
    assert_eq!(pace.unused, money("0.82"));
}
