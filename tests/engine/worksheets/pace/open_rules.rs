//! Rules of the plan that are not known: each is said where it changes a figure, with what
//! each answer would give, and not said where it is known or changes nothing.

use crate::support::findings::{hides, shows};
use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::{
    Answer, Bonus, Cadence, CountedPay, LimitCovers, MatchKind, MatchRules, MatchTier, PayBasis, Record, YearRecord,
};
use planner::worksheets::pace::Pace;

/// 550,000 a year, twice a month; 5% deferred, matched dollar for dollar up to 10% of pay.
fn pace(edit: impl FnOnce(&mut YearRecord)) -> Pace {
    let mut entry = YearRecord::new(2026);
    entry.plan.after_tax = Answer::Yes;
    entry.plan.in_plan_rollover = Answer::Yes;
    entry.plan.change_lead_days = Some(7);
    let tiers = vec![MatchTier { rate: "100".parse().expect("a rate"), up_to: "10".parse().ok() }];
    entry.plan.matching = MatchRules { offered: Answer::Yes, tiers, true_up: Answer::No, ..MatchRules::default() };
    entry.payroll.cadence = Cadence::Semimonthly;
    entry.payroll.basis = PayBasis::Salary;
    entry.payroll.pay = Some(money("550,000"));
    entry.payroll.pre_tax = "5%".parse().expect("an election");
    edit(&mut entry);
    let record = Record { birth_date: Some(day("1985-06-15")), years: vec![entry], ..Record::default() };
    worksheets::pace(&record, 2026, day("2026-01-02")).unwrap_or_else(|error| panic!("{error}"))
}

fn practice(above: CountedPay) -> impl FnOnce(&mut YearRecord) {
    move |entry| entry.plan.matching.above_counted_pay = above
}

#[test]
fn t40_the_match_above_counted_pay_is_asked_and_room_is_kept_for_the_most() {
    let open = pace(|_| {});
    let says = ["August 31, 2026", "$18,333.28", "$24,500.00", "Room is kept for $24,500.00"];
    shows(&open, "T40", Severity::Attention, &says);
    assert_eq!((open.room, open.match_lost), (money("23,000"), money("6,166.72")));
    // Where it is known, each gives its own.
    for (above, room, lost) in [
        (CountedPay::Stops, "29,166.72", "6,166.72"),
        (CountedPay::Spread, "23,000", "0"),
        (CountedPay::WholeYear, "23,000", "0"),
    ] {
        let known = pace(practice(above));
        hides(&known, "T40");
        assert_eq!((known.room, known.match_lost), (money(room), money(lost)), "{above:?}");
    }
    // With a true-up the year is the same, and the rest is only later.
    let later = pace(|entry| entry.plan.matching.true_up = Answer::Yes);
    shows(&later, "T40", Severity::Note, &["true-up makes up the difference"]);
    assert_eq!((later.room, later.match_lost), (money("23,000"), Money::ZERO));
    hides(&pace(|entry| entry.payroll.pay = Some(money("360,000"))), "T40");
    hides(&pace(|entry| entry.plan.matching.offered = Answer::No), "T40");
}

#[test]
fn t41_room_is_kept_for_the_whole_cap_of_a_match_known_by_it_alone() {
    let by_cap = |entry: &mut YearRecord| {
        entry.plan.matching.kind = MatchKind::CapOnly;
        entry.plan.matching.dollar_cap = Some(money("9,000"));
    };
    let pace_by_cap = pace(by_cap);
    shows(&pace_by_cap, "T41", Severity::Note, &["$9,000.00"]);
    // 72,000 less 24,500 and 9,000: nothing is lost where nothing of the formula is known.
    assert_eq!((pace_by_cap.room, pace_by_cap.match_lost), (money("38,500"), Money::ZERO));
    let without_rate = pace(|entry| {
        entry.plan.matching.tiers.clear();
        entry.plan.matching.dollar_cap = Some(money("9,000"));
    });
    assert_eq!(without_rate.room, money("38,500"), "a cap without a rate");
    // A rate up to dollars is a formula: 50% of 24,500 is above the cap.
    let in_dollars = pace(|entry| {
        by_cap(entry);
        entry.plan.matching.kind = MatchKind::Dollars;
    });
    hides(&in_dollars, "T41");
    assert_eq!(in_dollars.room, money("38,500"));
    // Neither rate nor cap: the match is what the person says.
    let told = pace(|entry| {
        entry.plan.matching.tiers.clear();
        entry.contributions.employer_match.to_come = money("7,000");
    });
    shows(&told, "T16", Severity::Attention, &[]);
    assert_eq!(told.room, money("40,500"));
}

#[test]
fn t42_contributions_that_end_with_counted_pay_are_told() {
    let ends = pace(|entry| entry.plan.stops_at_counted_pay = Answer::Yes);
    shows(&ends, "T42", Severity::Attention, &["August 31, 2026", "$360,000.00"]);
    let after = ends.lines.iter().filter(|line| line.date > day("2026-08-31"));
    assert!(after.clone().count() > 0 && after.clone().all(|line| line.deferral + line.after_tax == Money::ZERO));
    hides(&pace(|_| {}), "T42");
    hides(
        &pace(|entry| {
            entry.plan.stops_at_counted_pay = Answer::Yes;
            entry.payroll.pay = Some(money("360,000"));
        }),
        "T42",
    );
}

#[test]
fn t43_pay_that_the_percentages_may_not_count_is_asked() {
    let with = |eligible: Answer, takes: Answer| {
        pace(move |entry| {
            entry.payroll.pay = Some(money("150,000"));
            entry.plan.after_tax_percent = "5".parse().ok();
            let bonus = Bonus::new(day("2026-03-13"), money("50,000"));
            entry.payroll.bonuses =
                vec![Bonus { deferrals: takes, after_tax: takes, matched: takes, eligible, ..bonus }];
        })
    };
    let open = with(Answer::Unknown, Answer::No);
    shows(&open, "T43", Severity::Attention, &["$50,000.00", "March 13, 2026"]);
    assert_eq!(open.room, money("7,500"));
    for (eligible, takes, room) in [
        (Answer::No, Answer::No, "7,500"),
        (Answer::Yes, Answer::No, "10,000"),
        (Answer::No, Answer::Yes, "7,500"),
        (Answer::Unknown, Answer::Unknown, "10,000"),
    ] {
        let known = with(eligible, takes);
        hides(&known, "T43");
        assert_eq!(known.room, money(room), "{eligible:?} {takes:?}");
    }
    // Without a percentage nothing turns on it.
    hides(
        &pace(|entry| {
            let bonus = Bonus::new(day("2026-03-13"), money("50,000"));
            let no = Answer::No;
            entry.payroll.bonuses = vec![Bonus { deferrals: no, after_tax: no, matched: no, ..bonus }];
        }),
        "T43",
    );
}

#[test]
fn t44_what_the_highest_election_covers_is_asked_where_more_is_taken() {
    let with = |covers, pre_tax: &str| {
        let pre_tax = pre_tax.parse().expect("an election");
        pace(move |entry| {
            entry.payroll.pay = Some(money("120,000"));
            entry.payroll.pre_tax = pre_tax;
            entry.plan.election_limit = "15".parse().ok();
            entry.plan.election_limit_covers = covers;
        })
    };
    // 5,000 a paycheck: 750 by the maximum, 500 of them deferred.
    let open = with(LimitCovers::Unknown, "10%");
    shows(&open, "T44", Severity::Attention, &["$750.00", "$18,000.00"]);
    let all = with(LimitCovers::Everything, "10%");
    hides(&all, "T44");
    assert!(all.lines.iter().all(|line| line.deferral + line.after_tax <= money("750")), "{:?}", all.lines);
    hides(&with(LimitCovers::AfterTax, "10%"), "T44");
    hides(&with(LimitCovers::Unknown, "0%"), "T44");
}

#[test]
fn t45_a_bonus_election_above_what_taxes_leave_is_told() {
    let with = |election: &str, separate: Answer| {
        let election = election.parse().expect("an election");
        pace(move |entry| {
            entry.payroll.pay = Some(money("120,000"));
            entry.plan.bonus_elections = separate;
            entry.payroll.bonus_after_tax = election;
            entry.payroll.bonuses = vec![Bonus::new(day("2026-03-13"), money("10,000"))];
        })
    };
    // Of 10,000 765 go to Social Security and Medicare tax, and 2,200 to income tax; nothing is deferred from it.
    let high = with("75%", Answer::Yes);
    shows(&high, "T45", Severity::Attention, &["March 13, 2026", "$7,500.00", "$7,035.00", "$465.00"]);
    assert!(high.lines.iter().any(|line| line.after_tax == money("7,500")));
    hides(&with("70%", Answer::Yes), "T45");
    hides(&with("75%", Answer::No), "T45");
    // No more than Social Security and Medicare tax leave is ever taken.
    assert!(with("100%", Answer::Yes).lines.iter().any(|line| line.after_tax == money("9,235")));
}
