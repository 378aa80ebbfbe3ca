//! One test for each finding of the room worksheet: it appears with its
//! severity and its figures, and it does not appear in the case next door.

use crate::support::findings::{Shown, finding, hides, tells};
use crate::support::room_invariants;
use crate::support::values::{day, money, so_far};
use crate::support::worksheets;
use planner::date::Date;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::{
    Amounts, Answer, Cadence, CatchUpOffer, CountedPay, Income, LimitationYear, LimitationYearKind, MatchTier,
    OtherJob, PlanKind, Record, Relation, YearRecord,
};
use planner::report::Report;
use planner::worksheets::room::{Code, Room};
use serde_json::Value;

/// A person of this age at the end of the year with one job, edited.
#[track_caller]
fn person(year: i16, age: i16, pay: &str, deferrals: &str, edit: impl FnOnce(&mut YearRecord)) -> Room {
    let mut entry = YearRecord::new(year);
    entry.income = Some(Income::Wages { pay: money(pay) });
    entry.contributions.pre_tax.so_far = money(deferrals);
    edit(&mut entry);
    let birth_date = Date::new(year - age, 6, 15).ok();
    let record = Record { birth_date, years: vec![entry], ..Record::default() };
    room_invariants::worksheet(&record, day("2026-06-15")).expect("a result")
}

fn as_entered(_: &mut YearRecord) {}

fn job(relation: Relation, deferrals: &str, employer: &str) -> OtherJob {
    OtherJob {
        name: "Acme".into(),
        relation,
        is_403b: Answer::Unknown,
        pay: Some(money("100,000")),
        deferrals: so_far(deferrals),
        employer: so_far(employer),
        after_tax: Money::ZERO,
    }
}

fn own_business(net_profit: &str) -> Option<Income> {
    Some(Income::SelfEmployed { net_profit: money(net_profit), social_security_wages: Money::ZERO })
}

#[track_caller]
fn readings(found: &Shown, used: &str, other: &str) {
    let rooms: Vec<Money> = found.readings.iter().map(|reading| reading.room).collect();
    assert_eq!(rooms, [money(used), money(other)], "{:?}", found.code);
}

#[test]
fn r01_over_limit() {
    let with_after_tax = |age, deferrals, after_tax: &str| {
        person(2026, age, "300,000", deferrals, |entry| {
            entry.contributions.employer_match = so_far("20,000");
            entry.contributions.after_tax = money(after_tax);
        })
    };
    let over = with_after_tax(45, "24,500", "30,000");
    tells(&over, "R01", Severity::Problem, &["$74,500.00", "$72,000.00", "$2,500.00 too much", "$2,500.00 is already"]);
    hides(&with_after_tax(45, "24,500", "27,500"), "R01");
}

/// Only deferrals can become catch-up, so the way out is no wider than they are.
#[test]
fn r01_is_conditional_as_far_as_deferrals_may_be_catch_up() {
    let over = |age, deferrals| {
        person(2026, age, "300,000", deferrals, |entry| {
            entry.plan.after_tax = Answer::Yes;
            entry.plan.in_plan_rollover = Answer::Yes;
            entry.contributions.after_tax = money("75,000") - money(deferrals);
        })
    };
    let all = over(55, "24,500");
    tells(&all, "R01", Severity::Attention, &["Up to $3,000.00 of your deferrals", "nothing is too much"]);
    assert!(all.closing.decision.starts_with("$3,000.00 of your deferrals is above"), "{}", all.closing.decision);
    assert!(all.closing.decision.contains("Otherwise you are $3,000.00 over"), "{}", all.closing.decision);
    let young = over(45, "24,500");
    let told = tells(&young, "R01", Severity::Problem, &["$3,000.00 too much"]);
    assert!(!told.text.contains("catch-up"), "too young");
    assert!(young.closing.decision.starts_with("You are $3,000.00 over"), "{}", young.closing.decision);
    assert!(!tells(&over(55, "0"), "R01", Severity::Problem, &[]).text.contains("catch-up"), "no deferral");
    let some = over(55, "1,000");
    tells(&some, "R01", Severity::Problem, &["Up to $1,000.00 of your deferrals", "then $2,000.00 is too much"]);
    assert!(some.closing.decision.contains("then $2,000.00 is in excess"), "{}", some.closing.decision);
}

#[test]
fn r02_excess_deferrals() {
    let matched = |deferrals| {
        person(2026, 49, "200,000", deferrals, |entry| entry.contributions.employer_match = so_far("6,000"))
    };
    tells(&matched("32,500"), "R02", Severity::Problem, &["$8,000.00", "April 15, 2027", "$41,500.00"]);
    hides(&matched("24,500"), "R02");
    let two_jobs = |there: &str, age| {
        person(2026, age, "200,000", "15,000", |entry| {
            entry.other_jobs.push(job(Relation::Unrelated, there, "0"));
        })
    };
    tells(&two_jobs("12,000", 40), "R02", Severity::Problem, &["$2,500.00"]);
    hides(&two_jobs("9,500", 40), "R02");
    hides(&two_jobs("12,000", 50), "R02");
}

#[test]
fn r03_over_plan_deferral_limit() {
    let limited = |age, deferrals| {
        person(2026, age, "200,000", deferrals, |entry| entry.plan.deferral_limit = Some(money("20,000")))
    };
    tells(&limited(40, "21,000"), "R03", Severity::Problem, &["$1,000.00", "$20,000.00"]);
    hides(&limited(40, "20,000"), "R03");
    hides(&limited(50, "21,000"), "R03");
    tells(&limited(50, "28,000.01"), "R03", Severity::Problem, &["$0.01"]);
}

#[test]
fn r04_deferrals_exceed_pay() {
    tells(&person(2026, 40, "20,000", "20,000.01", as_entered), "R04", Severity::Problem, &["$20,000.00"]);
    hides(&person(2026, 40, "20,000", "20,000", as_entered), "R04");
}

/// Age 55, 2025 wages of 200,000 here, 32,500 deferred, this much of it Roth.
fn under_the_roth_rule(roth: &str, edit: impl FnOnce(&mut YearRecord)) -> Room {
    let pre_tax = (money("32,500") - money(roth)).plain();
    person(2026, 55, "300,000", &pre_tax, |entry| {
        entry.contributions.roth = so_far(roth);
        entry.prior_year_box_3_wages = Some(money("200,000"));
        edit(entry);
    })
}

#[test]
fn r05_catch_up_not_roth() {
    tells(
        &under_the_roth_rule("0", as_entered),
        "R05",
        Severity::Problem,
        &["2025", "$150,000.00", "$8,000.00", "$0.00"],
    );
    tells(&under_the_roth_rule("7,999.99", as_entered), "R05", Severity::Problem, &["$7,999.99"]);
    hides(&under_the_roth_rule("8,000", as_entered), "R05");
    hides(&under_the_roth_rule("0", |entry| entry.prior_year_box_3_wages = Some(money("150,000"))), "R05");
}

#[test]
fn r06_no_roth_no_catch_up() {
    let closed = under_the_roth_rule("0", |entry| entry.plan.roth_deferrals = Answer::No);
    tells(&closed, "R06", Severity::Attention, &["$150,000.00", "no catch-up contributions here", "$24,500.00"]);
    assert_eq!(closed.room.value, money("39,500"), "what cannot be catch-up uses the room");
    hides(&under_the_roth_rule("0", |entry| entry.plan.roth_deferrals = Answer::Yes), "R06");
    let below = under_the_roth_rule("0", |entry| {
        entry.plan.roth_deferrals = Answer::No;
        entry.prior_year_box_3_wages = Some(money("150,000"));
    });
    hides(&below, "R06");
}

/// A plan without any catch-up is not one without Roth deferrals.
#[test]
fn r06_is_not_said_of_a_plan_that_takes_roth_deferrals() {
    let room = under_the_roth_rule("8,000", |entry| {
        entry.plan.roth_deferrals = Answer::Yes;
        entry.plan.catch_up = CatchUpOffer::None;
    });
    hides(&room, "R06");
}

#[test]
fn r07_catch_up_is_roth() {
    let met = under_the_roth_rule("8,000", as_entered);
    tells(&met, "R07", Severity::Note, &["$150,000.00", "Roth deferrals of $8,000.00", "$8,000.00 of catch-up"]);
    hides(&under_the_roth_rule("7,999.99", as_entered), "R07");
    hides(&under_the_roth_rule("8,000", |entry| entry.prior_year_box_3_wages = Some(money("150,000"))), "R07");
}

/// This year's kind of income does not matter: last year's wages do.
#[test]
fn r05_asks_last_year_s_wages_and_not_this_year_s_income() {
    let partner = |wages: Option<&str>| {
        person(2026, 55, "0", "32,500", |entry| {
            entry.income = own_business("300,000");
            entry.prior_year_box_3_wages = wages.map(money);
        })
    };
    tells(
        &partner(Some("150,000.01")),
        "R05",
        Severity::Problem,
        &["$8,000.00", "W-2", "roll it over to Roth inside the plan"],
    );
    hides(&partner(Some("150,000")), "R05");
    tells(&partner(None), "R08", Severity::Note, &["2025", "enter 0"]);
    hides(&partner(Some("0")), "R08");
}

/// Age 55 with 2025 wages of 176,100 here: 40% of 240,000 is elected before tax, 0% as Roth.
fn elected_before_tax(edit: impl FnOnce(&mut YearRecord)) -> Room {
    let mut entry = YearRecord::new(2026);
    entry.prior_year_box_3_wages = Some(money("176,100"));
    entry.payroll.cadence = Cadence::Monthly;
    entry.payroll.pay = Some(money("20,000"));
    entry.payroll.pay_so_far = Some(Money::ZERO);
    entry.payroll.pre_tax = "40%".parse().expect("an election");
    edit(&mut entry);
    let record = Record { birth_date: Some(day("1971-06-15")), years: vec![entry], ..Record::default() };
    room_invariants::worksheet(&record, day("2026-01-02")).expect("a result")
}

#[test]
fn r24_pre_tax_deferrals_stop_unless_the_plan_turns_them_into_roth() {
    let open = elected_before_tax(as_entered);
    tells(&open, "R24", Severity::Attention, &["$8,000.00", "stop at $24,500.00", "deemed Roth election", "Ask"]);
    assert_eq!((open.catch_up.value, open.regular_deferrals.value), (Money::ZERO, money("24,500")));
    hides(&open, "R05");
    assert!(!tells(&open, "R07", Severity::Note, &[]).text.contains("Your Roth deferrals"));
    let no = elected_before_tax(|entry| entry.plan.deemed_roth = Answer::No);
    tells(&no, "R24", Severity::Attention, &["Your plan does not turn"]);
    let yes = elected_before_tax(|entry| entry.plan.deemed_roth = Answer::Yes);
    hides(&yes, "R24");
    assert_eq!(yes.catch_up.value, money("8,000"));
    let told = tells(
        &yes,
        "R07",
        Severity::Note,
        &["Your plan automatically treats $8,000.00 of your $8,000.00 in catch-up contributions as Roth"],
    );
    assert!(!told.text.contains("Your Roth deferrals"));
    // A Roth election brings the catch-up, whatever the plan does.
    let elected = elected_before_tax(|entry| entry.payroll.roth = "10%".parse().expect("an election"));
    hides(&elected, "R24");
    assert_eq!(elected.catch_up.value, money("8,000"));
    tells(&elected, "R07", Severity::Note, &["Your Roth deferrals of"]);
    // No rule, no stop.
    let free = elected_before_tax(|entry| entry.prior_year_box_3_wages = Some(money("150,000")));
    hides(&free, "R24");
    assert_eq!(free.catch_up.value, money("8,000"));
}

#[test]
fn r05_counts_what_a_deemed_election_makes_roth_of_what_is_to_come() {
    let to_come = |deemed| {
        under_the_roth_rule("0", |entry| {
            entry.contributions.pre_tax = Amounts { so_far: money("20,000"), to_come: money("12,500") };
            entry.plan.deemed_roth = deemed;
        })
    };
    tells(&to_come(Answer::Unknown), "R05", Severity::Problem, &["$8,000.00"]);
    hides(&to_come(Answer::Yes), "R05");
    tells(
        &to_come(Answer::Yes),
        "R07",
        Severity::Note,
        &["Your plan automatically treats $8,000.00 of your $8,000.00 in catch-up contributions as Roth"],
    );
}

#[test]
fn r08_prior_wages_needed() {
    tells(&person(2026, 50, "300,000", "32,500", as_entered), "R08", Severity::Attention, &["2025", "$150,000.00"]);
    tells(&person(2026, 50, "300,000", "24,500", as_entered), "R08", Severity::Note, &["2025"]);
    hides(&person(2026, 49, "300,000", "24,500", as_entered), "R08");
    hides(&person(2025, 50, "300,000", "31,000", as_entered), "R08");
    hides(&person(2026, 50, "0", "24,500", |entry| entry.income = own_business("100,000")), "R08");
    hides(&person(2026, 50, "300,000", "32,500", |entry| entry.prior_year_box_3_wages = Some(Money::ZERO)), "R08");
}

#[test]
fn r09_higher_catch_up_open() {
    for age in [60, 63] {
        let room = person(2026, age, "300,000", "24,500", as_entered);
        tells(&room, "R09", Severity::Attention, &[&age.to_string(), "$11,250.00", "$8,000.00"]);
    }
    hides(&person(2026, 59, "300,000", "24,500", as_entered), "R09");
    hides(&person(2026, 64, "300,000", "24,500", as_entered), "R09");
    hides(&person(2024, 62, "300,000", "23,000", as_entered), "R09");
    for offer in [CatchUpOffer::Higher, CatchUpOffer::Standard, CatchUpOffer::None] {
        hides(&person(2026, 60, "300,000", "24,500", |entry| entry.plan.catch_up = offer), "R09");
    }
}

#[test]
fn r10_pay_sets_limit() {
    tells(&person(2026, 35, "40,000", "24,500", as_entered), "R10", Severity::Note, &["$40,000.00"]);
    tells(&person(2026, 35, "71,999.99", "24,500", as_entered), "R10", Severity::Note, &["$71,999.99"]);
    hides(&person(2026, 35, "72,000", "24,500", as_entered), "R10");
}

/// Pay sets the limit only where it is below the dollar limit that applies here.
#[test]
fn r10_compares_with_the_dollar_limit_that_applies() {
    let short = |pay| person(2026, 35, pay, "20,000", |entry| entry.plan.limitation_year_months = Some(6));
    tells(&short("35,999.99"), "R10", Severity::Note, &["$35,999.99"]);
    hides(&short("50,000"), "R10");
    let joined = |pay| {
        person(2026, 35, pay, "10,000", |entry| entry.other_jobs.push(job(Relation::Own403b, "14,500", "17,500")))
    };
    tells(&joined("39,999.99"), "R10", Severity::Note, &["$39,999.99"]);
    hides(&joined("60,000"), "R10");
}

#[test]
fn r11_pay_cannot_fill() {
    let higher = |pay, deferrals| person(2026, 62, pay, deferrals, |entry| entry.plan.catch_up = CatchUpOffer::Higher);
    let none_left = higher("30,000", "30,000");
    tells(&none_left, "R11", Severity::Attention, &["$0.00", "$5,500.00"]);
    assert!(none_left.closing.decision.contains("$5,500.00"), "{}", none_left.closing.decision);
    hides(&higher("72,000", "24,500"), "R11");
    tells(&higher("72,000", "24,500.01"), "R11", Severity::Attention, &["$47,499.99", "$47,500.00"]);
}

#[test]
fn r12_plan_cap() {
    let capped = |cap: &str, after_tax: &str| {
        person(2026, 40, "200,000", "24,500", |entry| {
            entry.plan.after_tax_dollars = Some(money(cap));
            entry.contributions.employer_match = so_far("6,000");
            entry.contributions.after_tax = money(after_tax);
        })
    };
    tells(&capped("20,000", "0"), "R12", Severity::Note, &["$41,500.00", "$20,000.00"]);
    tells(&capped("20,000", "20,000"), "R12", Severity::Note, &["$21,500.00", "$0.00"]);
    hides(&capped("41,500", "0"), "R12");
    hides(&capped("41,500", "1,000"), "R12");
}

/// More than the plan's cap is in: the room is nothing, not less than nothing.
#[test]
fn r12_an_overfilled_plan_cap_leaves_nothing() {
    let room = person(2026, 40, "200,000", "24,500", |entry| {
        entry.plan.after_tax_dollars = Some(money("20,000"));
        entry.contributions.after_tax = money("20,000.01");
    });
    assert_eq!(room.room.value, Money::ZERO);
    assert_eq!(room.room_by_law.value, money("27,499.99"));
    tells(&room, "R12", Severity::Note, &["The plan leaves $0.00"]);
}

#[test]
fn r13_unused_catch_up() {
    let room = person(2026, 55, "200,000", "24,500", as_entered);
    readings(&tells(&room, "R13", Severity::Note, &["ask first"]), "47,500", "55,500");
    // Never more than what was deferred.
    let little = person(2026, 55, "200,000", "3,000", as_entered);
    readings(&tells(&little, "R13", Severity::Note, &[]), "69,000", "72,000");
    hides(&person(2026, 49, "200,000", "24,500", as_entered), "R13");
    hides(&person(2026, 55, "200,000", "32,500", as_entered), "R13");
    hides(&person(2026, 55, "200,000", "0", as_entered), "R13");
    let mandate =
        |wages: &str| person(2026, 55, "200,000", "24,500", |entry| entry.prior_year_box_3_wages = Some(money(wages)));
    tells(&mandate("150,000.01"), "R13", Severity::Note, &["must then be Roth"]);
    assert!(!tells(&mandate("150,000"), "R13", Severity::Note, &[]).text.contains("must then be Roth"));
}

#[test]
fn r14_unrelated_job() {
    let with_job =
        |relation| person(2026, 38, "150,000", "0", |entry| entry.other_jobs.push(job(relation, "15,000", "5,000")));
    let unrelated = with_job(Relation::Unrelated);
    tells(&unrelated, "R14", Severity::Note, &["Acme", "$9,500.00"]);
    assert_eq!(unrelated.room.value, money("72,000"), "the old employer's money leaves this limit whole");
    // A 401(a) beside a 403(b) of one employer: deferrals count together, and nothing else.
    let apart = with_job(Relation::Same403b);
    tells(&apart, "R14", Severity::Note, &["Acme", "$9,500.00"]);
    assert_eq!(apart.room.value, money("72,000"));
    hides(&with_job(Relation::Related), "R14");
    hides(&person(2026, 38, "150,000", "0", as_entered), "R14");
}

#[test]
fn r15_related_job() {
    let with_job =
        |relation| person(2026, 38, "150,000", "0", |entry| entry.other_jobs.push(job(relation, "15,000", "5,000")));
    let related = with_job(Relation::Related);
    tells(&related, "R15", Severity::Note, &["Acme"]);
    assert_eq!(related.room.value, money("52,000"), "one limit for both");
    hides(&with_job(Relation::Unrelated), "R15");
}

#[test]
fn r16_joined_plan() {
    // Rule book, section 4: whether the non-profit's own 10,000 counts is read in two ways.
    let business = |relation| {
        person(2026, 40, "200,000", "4,500", |entry| entry.other_jobs.push(job(relation, "20,000", "10,000")))
    };
    let room = business(Relation::Own403b);
    readings(&tells(&room, "R16", Severity::Attention, &["$30,000.00"]), "37,500", "47,500");
    hides(&business(Relation::Unrelated), "R16");
    hides(&business(Relation::Related), "R16");
}

#[test]
fn r16_seen_from_the_403b() {
    let room = person(2026, 40, "200,000", "20,000", |entry| {
        entry.plan.kind = PlanKind::Plan403b;
        entry.contributions.employer_match = so_far("10,000");
        entry.other_jobs.push(job(Relation::Own403b, "4,500", "25,500"));
    });
    readings(&tells(&room, "R16", Severity::Attention, &["$30,000.00"]), "12,000", "22,000");
}

#[test]
fn r16_reads_alike_where_the_non_profit_puts_nothing_in() {
    // irahelp.com 63736 in 2021: 31,500 either way.
    let room = person(2021, 40, "0", "4,500", |entry| {
        entry.own_limits.elective_deferrals = Some(money("19,500"));
        entry.own_limits.catch_up = Some(money("6,500"));
        entry.own_limits.annual_additions = Some(money("58,000"));
        entry.own_limits.pay_counted = Some(money("290,000"));
        entry.own_limits.social_security_wage_base = Some(money("142,800"));
        entry.income = own_business("38,736.66");
        entry.other_jobs.push(job(Relation::Own403b, "15,000", "0"));
    });
    let told = tells(&room, "R16", Severity::Attention, &["$15,000.00", "the same either way"]);
    assert!(told.readings.is_empty(), "one figure is not shown twice");
    assert_eq!(room.room.value, money("31,500"));
}

#[test]
fn r17_catch_up_elsewhere() {
    let second_job = |age, there: &str| {
        person(2026, age, "200,000", "8,000", |entry| {
            entry.other_jobs.push(job(Relation::Unrelated, there, "0"));
        })
    };
    let room = second_job(55, "24,500");
    tells(&room, "R17", Severity::Note, &["$8,000.00", "$24,500.00"]);
    assert_eq!(room.room.value, money("64,000"), "here they break no limit, so they use the room");
    hides(&second_job(55, "16,500"), "R17");
    hides(&second_job(40, "24,500"), "R17");
    hides(&person(2026, 55, "200,000", "32,500", as_entered), "R17");
}

/// A sole proprietor who defers 24,500 and puts in this much as the employer.
fn proprietor(net_profit: &str, employer: &str) -> Room {
    person(2026, 40, "0", "24,500", |entry| {
        entry.income = own_business(net_profit);
        entry.contributions.profit_sharing = so_far(employer);
    })
}

#[test]
fn r18_employer_dollar_costs_two() {
    // Half of the tax on 50,000 is 3,532.39, so pay is 46,467.61 before the employer's 9,000.
    let room = proprietor("50,000", "9,000");
    readings(&tells(&room, "R18", Severity::Attention, &["lowers the pay"]), "3,967.61", "12,967.61");
    hides(&proprietor("50,000", "0"), "R18");
    // On 100,000 the dollar limit binds, so the employer's money is taken off once either way.
    hides(&proprietor("100,000", "18,587.04"), "R18");
    hides(&person(2026, 40, "46,467.61", "24,500", |e| e.contributions.profit_sharing = so_far("9,000")), "R18");
}

#[test]
fn r19_over_employer_share() {
    tells(&proprietor("50,000", "9,293.53"), "R19", Severity::Problem, &["$9,293.52", "$9,293.53"]);
    hides(&proprietor("50,000", "9,293.52"), "R19");
    // 25% of the pay that a plan may count is 90,000, whatever the profit.
    tells(&proprietor("1,000,000", "90,000.01"), "R19", Severity::Problem, &["$90,000.00"]);
    hides(&proprietor("1,000,000", "90,000"), "R19");
}

#[test]
fn r38_over_share_of_wages() {
    let owner = |wages: &str, employer: &str, kind| {
        person(2026, 40, wages, "24,500", |entry| {
            entry.plan.kind = kind;
            entry.contributions.profit_sharing = so_far(employer);
        })
    };
    // A quarter of the wages of an S corporation's only employee.
    let solo = |wages, employer| owner(wages, employer, PlanKind::Solo401k);
    tells(&solo("120,000", "30,000.01"), "R38", Severity::Attention, &["$30,000.00", "$30,000.01"]);
    hides(&solo("120,000", "30,000"), "R38");
    // Of the pay that a plan may count.
    tells(&solo("1,000,000", "90,000.01"), "R38", Severity::Attention, &["$90,000.00"]);
    // With others in the plan, their pay counts, too.
    hides(&owner("120,000", "30,000.01", PlanKind::Plan401k), "R38");
    hides(&proprietor("50,000", "9,293.53"), "R38");
}

#[test]
fn r20_short_year() {
    let months = |months| person(2026, 35, "150,000", "24,500", |entry| entry.plan.limitation_year_months = months);
    tells(&months(Some(6)), "R20", Severity::Attention, &["6/12"]);
    hides(&months(None), "R20");
}

/// By the formula of the law, and not as they were in 2026: what is within them is no problem.
#[test]
fn what_is_within_the_limits_of_2027_is_not_too_much() {
    let deferred = |age, deferrals: &str| person(2027, age, "300,000", deferrals, as_entered);
    hides(&deferred(40, "25,500"), "R02");
    tells(&deferred(40, "25,500.01"), "R02", Severity::Problem, &["$0.01"]);
    let with_catch_up = |deferrals: &str| {
        person(2027, 55, "300,000", deferrals, |entry| {
            entry.prior_year_box_3_wages = Some(money("155,000"));
            entry.plan.catch_up = planner::record::CatchUpOffer::Standard;
        })
    };
    hides(&with_catch_up("34,000"), "R02");
    tells(&with_catch_up("34,000.01"), "R02", Severity::Problem, &["$0.01"]);
    assert_eq!(with_catch_up("34,000").room.value, money("49,500"), "75,000 less 25,500");
}

#[test]
fn r21_not_official() {
    let projected = person(2027, 40, "200,000", "24,500", as_entered);
    tells(&projected, "R21", Severity::Attention, &["2027", "a projection"]);
    assert!(projected.closing.decision.contains("not official"), "{}", projected.closing.decision);
    let own = person(2022, 40, "200,000", "20,500", |entry| {
        entry.own_limits.elective_deferrals = Some(money("20,500"));
        entry.own_limits.catch_up = Some(money("6,500"));
        entry.own_limits.annual_additions = Some(money("61,000"));
        entry.own_limits.pay_counted = Some(money("305,000"));
    });
    tells(&own, "R21", Severity::Attention, &["2022", "your own figures"]);
    for year in 2023..=2026 {
        hides(&person(year, 40, "200,000", "0", as_entered), "R21");
    }
}

#[test]
fn r22_fifteen_year_catch_up() {
    let of = |kind| person(2026, 40, "200,000", "24,500", |entry| entry.plan.kind = kind);
    tells(&of(PlanKind::Plan403b), "R22", Severity::Note, &["15 years"]);
    hides(&of(PlanKind::Plan401k), "R22");
}

/// The codes that the worksheet declares, and this file.
#[test]
fn every_code_has_a_test() {
    let tests = concat!(include_str!("findings.rs"), include_str!("../jobs.rs"));
    assert_eq!(Code::ALL.len(), 35);
    for code in Code::ALL {
        let id = code.id();
        assert!(tests.contains(&format!("\nfn {}_", id.to_lowercase())), "{id} has no test");
    }
}

#[test]
fn r23_a_plan_that_cannot_do_it_is_said_so_beside_the_room() {
    let with = |change: fn(&mut YearRecord)| person(2026, 40, "200,000", "20,000", change);
    let none = with(|entry| entry.plan.after_tax = Answer::No);
    tells(&none, "R23", Severity::Problem, &["no after-tax contributions"]);
    assert_eq!(none.room.value, money("52,000"), "the room is the law's");
    let locked = with(|entry| {
        entry.plan.after_tax = Answer::Yes;
        (entry.plan.in_plan_rollover, entry.plan.in_service_withdrawal) = (Answer::No, Answer::No);
    });
    tells(&locked, "R23", Severity::Problem, &["cannot move to Roth"]);
    tells(&with(|entry| entry.plan.kind = PlanKind::Tsp), "R23", Severity::Problem, &[]);
    hides(&with(|entry| entry.plan.in_plan_rollover = Answer::No), "R23");
    hides(&with(|_| ()), "R23");
}

/// A plan that the limit does not apply to has no room by that law, and no excess over it.
#[test]
fn r23_gives_no_room_where_the_limit_does_not_apply() {
    let of = |kind| {
        person(2026, 40, "60,000", "20,000", move |entry| {
            entry.plan.kind = kind;
            entry.contributions.employer_match = so_far("50,000");
        })
    };
    for kind in [PlanKind::PuertoRico, PlanKind::Governmental457b, PlanKind::TaxExempt457b, PlanKind::SimpleIra] {
        let room = of(kind);
        tells(&room, "R23", Severity::Problem, &["does not apply to it, so this page gives no room"]);
        hides(&room, "R01");
        let line = &room.lines[5];
        assert_eq!((line.amount.value, line.law.contains("does not apply")), (Money::ZERO, true), "{kind:?}");
        assert!(!room.closing.decision.contains('$'), "{kind:?}: {}", room.closing.decision);
        let report = Report::from(room);
        assert_eq!(report.headline.figure, "Not in this plan");
        assert!(report.picture.is_none() && !report.headline.below.contains('$'), "{}", report.headline.below);
    }
    // One under the limit still says what the law would leave, and what is over it.
    let starter = of(PlanKind::Starter401k);
    tells(&starter, "R01", Severity::Problem, &["$10,000.00"]);
    tells(&starter, "R23", Severity::Problem, &["The room on this page is what the law leaves"]);
    let deferred = |kind| person(2026, 40, "60,000", "30,000", move |entry| entry.plan.kind = kind);
    tells(&deferred(PlanKind::SimpleIra), "R02", Severity::Problem, &["$5,500.00"]);
    hides(&deferred(PlanKind::Governmental457b), "R02");
}

/// Texts are for people: no amount in them is below nothing.
#[test]
fn a_joined_plan_above_the_limit_is_told_without_negative_amounts() {
    let room = person(2026, 40, "200,000", "10,000", |entry| {
        entry.other_jobs.push(job(Relation::Own403b, "14,500", "60,000"));
    });
    assert_eq!(room.over.value, money("12,500"));
    let texts = serde_json::to_value((&room.findings, &room.closing, &room.picture.description)).expect("JSON");
    let mut stack = vec![&texts];
    while let Some(value) = stack.pop() {
        match value {
            Value::String(text) => assert!(!text.contains("-$"), "{text}"),
            Value::Array(items) => stack.extend(items),
            Value::Object(fields) => stack.extend(fields.values()),
            _ => {}
        }
    }
}

#[test]
fn r25_more_after_tax_money_is_in_than_the_plan_s_cap() {
    let capped = |after_tax: &str| {
        person(2026, 40, "200,000", "24,500", |entry| {
            entry.plan.after_tax_dollars = Some(money("20,000"));
            entry.contributions.after_tax = money(after_tax);
        })
    };
    tells(&capped("20,000.01"), "R25", Severity::Attention, &["$0.01"]);
    hides(&capped("20,000"), "R25");
}

/// 34 years old, pay of 210,000 and 60 of 365 days left: what may still come is named.
#[test]
fn r26_still_to_come_is_empty() {
    let on = |today: &str, edit: fn(&mut YearRecord)| {
        let mut entry = YearRecord::new(2026);
        entry.income = Some(Income::Wages { pay: money("210,000") });
        (entry.plan.after_tax, entry.plan.in_plan_rollover) = (Answer::Yes, Answer::Yes);
        entry.contributions.pre_tax.so_far = money("18,300");
        entry.contributions.employer_match.so_far = money("6,100");
        edit(&mut entry);
        let record = Record { birth_date: Some(day("1992-03-01")), years: vec![entry], ..Record::default() };
        room_invariants::worksheet(&record, day(today)).expect("a result")
    };
    // 305 days give 18,300, so that 60 more give 3,600, and a third of that in match.
    let room = on("2026-11-01", as_entered);
    tells(&room, "R26", Severity::Attention, &["$3,600.00 of deferrals", "$1,200.00 of match", "$42,800.00"]);
    assert_eq!(room.room.value, money("47,600"), "what is entered counts");
    assert!(room.closing.decision.contains("about $42,800.00"), "{}", room.closing.decision);
    // No more than the limit on deferrals.
    let full = on("2026-11-01", |entry| entry.contributions.pre_tax.so_far = money("24,400"));
    tells(&full, "R26", Severity::Attention, &["$100.00 of deferrals", "$25.00 of match"]);
    hides(&on("2026-11-01", |entry| entry.contributions.pre_tax.so_far = money("24,500")), "R26");
    // By the formula, where it is known: half of 6% of 210,000.
    let formula = on("2026-11-01", |entry| {
        entry.plan.matching.offered = Answer::Yes;
        let tier = MatchTier { rate: "50".parse().expect("a rate"), up_to: "6".parse().ok() };
        entry.plan.matching.tiers = vec![tier];
    });
    tells(&formula, "R26", Severity::Attention, &["$200.00 of match"]);
    hides(&on("2026-12-31", as_entered), "R26");
    hides(&on("2027-01-01", as_entered), "R26");
    let entered = on("2026-11-01", |entry| {
        entry.contributions.pre_tax.to_come = money("1");
        entry.contributions.employer_match.to_come = money("1");
    });
    hides(&entered, "R26");
}

/// 480,000 in 24 paychecks, 5% deferred, matched dollar for dollar to 10%.
fn matched_after_tax(on_after_tax: Answer, above: CountedPay) -> Room {
    let mut entry = YearRecord::new(2026);
    (entry.plan.after_tax, entry.plan.in_plan_rollover) = (Answer::Yes, Answer::Yes);
    entry.plan.matching.offered = Answer::Yes;
    entry.plan.matching.tiers = vec![MatchTier { rate: "100".parse().expect("a rate"), up_to: "10".parse().ok() }];
    entry.plan.matching.true_up = Answer::No;
    entry.plan.matching.on_after_tax = on_after_tax;
    entry.plan.matching.above_counted_pay = above;
    entry.payroll.cadence = Cadence::Semimonthly;
    (entry.payroll.first_day, entry.payroll.second_day) = (Some(15), Some(31));
    entry.payroll.pay = Some(money("20,000"));
    entry.payroll.pay_so_far = Some(Money::ZERO);
    entry.payroll.pre_tax = "5%".parse().expect("an election");
    let record = Record { birth_date: Some(day("1985-01-01")), years: vec![entry], ..Record::default() };
    room_invariants::worksheet(&record, day("2026-01-02")).expect("a result")
}

#[test]
fn r27_after_tax_contributions_draw_match() {
    let stops = matched_after_tax(Answer::Yes, CountedPay::Stops);
    tells(&stops, "R27", Severity::Attention, &["$15,000.00", "September 30, 2026", "$17,142.86", "$30,000.00"]);
    assert!(stops.closing.decision.contains("contribute $15,000.00 of"), "{}", stops.closing.decision);
    assert!(stops.closing.decision.contains("Up to $30,000.00 fits"), "{}", stops.closing.decision);
    // Where the match goes on, every dollar draws one.
    let goes_on = matched_after_tax(Answer::Yes, CountedPay::WholeYear);
    assert_eq!(goes_on.room.value, money("24,000"));
    tells(&goes_on, "R27", Severity::Attention, &["$12,000.00"]);
    let open = matched_after_tax(Answer::Yes, CountedPay::Unknown);
    tells(&open, "R27", Severity::Attention, &["$15,000.00", "$17,142.86", "$30,000.00", "$12,000.00 fits. Ask"]);
    assert_eq!(Report::from(open).headline.figure, "$12,000");
    hides(&matched_after_tax(Answer::No, CountedPay::Stops), "R27");
}

/// 100% of deferrals up to 5% of 60,000 of pay so far is 3,000.
fn match_so_far(matched: &str, last_year: &str) -> Room {
    let mut entry = YearRecord::new(2026);
    entry.plan.matching.offered = Answer::Yes;
    entry.plan.matching.tiers = vec![MatchTier { rate: "100".parse().expect("a rate"), up_to: "5".parse().ok() }];
    entry.payroll.cadence = Cadence::Monthly;
    entry.payroll.pay = Some(money("20,000"));
    entry.payroll.last_stub = Some(day("2026-03-31"));
    entry.payroll.pay_so_far = Some(money("60,000"));
    entry.payroll.pre_tax = "10%".parse().expect("an election");
    entry.contributions.pre_tax.so_far = money("6,000");
    entry.contributions.employer_match.so_far = money(matched);
    entry.contributions.match_of_last_year = money(last_year);
    let record = Record { birth_date: Some(day("1988-01-01")), years: vec![entry], ..Record::default() };
    room_invariants::worksheet(&record, day("2026-04-02")).expect("a result")
}

#[test]
fn r28_match_of_last_year() {
    let room = match_so_far("8,000", "0");
    tells(&room, "R28", Severity::Attention, &["$8,000.00", "$3,000.00", "2025"]);
    assert_eq!(room.room.value, money("31,000"));
    let told = match_so_far("8,000", "5,000");
    hides(&told, "R28");
    assert_eq!(told.room.value, money("36,000"));
    hides(&match_so_far("3,000", "0"), "R28");
    hides(&match_so_far("3,001", "0"), "R28");
}

#[test]
fn r29_another_403b() {
    let two = |kind, is_403b| {
        person(2026, 40, "200,000", "4,500", |entry| {
            entry.plan.kind = kind;
            entry.contributions.fifteen_year = Some(Money::ZERO);
            entry.other_jobs.push(OtherJob { is_403b, ..job(Relation::Unrelated, "20,000", "10,000") });
        })
    };
    let yes = two(PlanKind::Plan403b, Answer::Yes);
    readings(&tells(&yes, "R29", Severity::Attention, &["Acme"]), "67,500", "37,500");
    hides(&yes, "R14");
    tells(&two(PlanKind::Plan403b, Answer::Unknown), "R29", Severity::Attention, &["Say whether"]);
    let no = two(PlanKind::Plan403b, Answer::No);
    hides(&no, "R29");
    tells(&no, "R14", Severity::Note, &["Acme"]);
    hides(&two(PlanKind::Plan401k, Answer::Yes), "R29");
}

#[test]
fn r30_the_fifteen_years_come_before_catch_up_and_use_room() {
    let with = |age, deferrals, amount: Option<&str>| {
        person(2026, age, "200,000", deferrals, |entry| {
            entry.plan.kind = PlanKind::Plan403b;
            entry.contributions.fifteen_year = amount.map(money);
        })
    };
    let used = with(55, "27,500", Some("3,000"));
    tells(&used, "R30", Severity::Note, &["$3,000.00"]);
    assert_eq!((used.catch_up.value, used.room.value), (Money::ZERO, money("44,500")));
    // No more than the law's 3,000, and catch-up after it.
    let both = with(55, "35,500", Some("5,000"));
    assert_eq!((both.catch_up.value, both.excess_deferrals.value), (money("8,000"), Money::ZERO));
    assert_eq!(both.room.value, money("44,500"));
    hides(&both, "R02");
    let open = with(55, "27,500", None);
    hides(&open, "R30");
    tells(&open, "R22", Severity::Attention, &["$3,000.00"]);
    assert_eq!(open.room.value, money("47,500"));
    hides(&with(55, "27,500", Some("0")), "R22");
    // Under 50 it is not known whether it is too much.
    tells(&with(40, "27,500", None), "R02", Severity::Attention, &["15-year rule"]);
    tells(&with(40, "27,500", Some("0")), "R02", Severity::Problem, &["$3,000.00"]);
    hides(&with(40, "27,500", Some("3,000")), "R02");
    tells(&with(40, "27,500.01", None), "R02", Severity::Problem, &["$0.01", "$3,000.01"]);
}

/// The limitation year from July 2025 to June 2026.
#[test]
fn r31_a_limitation_year_that_is_not_the_calendar_year() {
    let july = |begins| {
        person(2026, 38, "200,000", "24,500", |entry| {
            entry.plan.limitation_year = LimitationYearKind::Other;
            entry.plan.limitation_year_begins = begins;
            entry.contributions.employer_match = so_far("10,000");
            entry.contributions.after_tax = money("20,000");
            entry.limitation_year = LimitationYear {
                before: money("16,500"),
                later_deferrals: money("12,500"),
                later_other: money("5,000"),
                pay: None,
            };
        })
    };
    let room = july(Some(7));
    tells(&room, "R31", Severity::Attention, &["June 30, 2026", "calendar year"]);
    // 16,500 from July to December 2025, 12,000 of deferrals, 5,000 of match, 20,000 after tax.
    assert_eq!((room.cap.value, room.used.value), (money("72,000"), money("53,500")));
    assert_eq!((room.room.value, room.over.value), (money("18,500"), Money::ZERO));
    assert_eq!(room.closing.by, Some(day("2026-06-30")));
    assert_eq!(room.pace.map(|pace| pace.contributions), Some(1));
    tells(&july(None), "R31", Severity::Attention, &["Enter its first month"]);
    hides(&person(2026, 38, "200,000", "24,500", as_entered), "R31");
}

/// What a plan may count is that of the year in which the limitation year begins.
#[test]
fn r31_counts_the_pay_of_the_year_in_which_it_begins() {
    let share = |begins| {
        person(2026, 38, "400,000", "0", |entry| {
            entry.plan.limitation_year = LimitationYearKind::Other;
            entry.plan.limitation_year_begins = begins;
            entry.plan.after_tax_percent = "10".parse().ok();
        })
    };
    assert_eq!(share(Some(7)).room.value, money("35,000"));
    assert_eq!(share(Some(1)).room.value, money("36,000"));
}

#[test]
fn r32_what_the_plan_allows_is_not_known() {
    let room = person(2026, 38, "200,000", "24,500", as_entered);
    tells(
        &room,
        "R32",
        Severity::Attention,
        &["haven’t found out yet whether your plan accepts after-tax", "Plan page"],
    );
    assert!(room.closing.decision.starts_with("If your plan allows it"), "{}", room.closing.decision);
    let headline = Report::from(room).headline;
    assert_eq!((headline.what.as_str(), headline.open, headline.grave), ("If your plan allows it", true, false));
    let allowed = person(2026, 38, "200,000", "24,500", |entry| {
        (entry.plan.after_tax, entry.plan.in_plan_rollover) = (Answer::Yes, Answer::Yes);
    });
    hides(&allowed, "R32");
    hides(&person(2026, 38, "200,000", "24,500", |entry| entry.plan.after_tax = Answer::No), "R32");
}

/// 8,000 every two weeks, 10% deferred and half of 6% matched; 70,000 are in by December 11.
fn late_in_december(after_tax: &str) -> Room {
    let mut entry = YearRecord::new(2026);
    (entry.plan.after_tax, entry.plan.in_plan_rollover) = (Answer::Yes, Answer::Yes);
    entry.plan.matching.offered = Answer::Yes;
    entry.plan.matching.tiers = vec![MatchTier { rate: "50".parse().expect("a rate"), up_to: "6".parse().ok() }];
    entry.payroll.cadence = Cadence::Biweekly;
    entry.payroll.known_pay_date = Some(day("2026-01-09"));
    entry.payroll.pay = Some(money("8,000"));
    entry.payroll.pre_tax = "10%".parse().expect("an election");
    entry.payroll.after_tax = after_tax.parse().expect("an election");
    entry.payroll.last_stub = Some(day("2026-12-11"));
    entry.payroll.pay_so_far = Some(money("200,000"));
    entry.contributions.pre_tax = so_far("20,000");
    entry.contributions.employer_match = so_far("6,000");
    entry.contributions.after_tax = money("44,000");
    let record = Record { birth_date: Some(day("1985-06-15")), years: vec![entry], ..Record::default() };
    room_invariants::worksheet(&record, day("2026-12-14")).expect("a result")
}

#[test]
fn r33_the_present_elections_put_in_more_than_fits() {
    // 800 and 240 more leave 960; 20% of the last paycheck is 1,600, and 12% is 960.
    let beyond = late_in_december("20%");
    tells(&beyond, "R33", Severity::Problem, &["$640.00 past the room of $960.00", "Pace page"]);
    assert!(beyond.closing.decision.starts_with("Left as they are, your elections contribute $640.00 more"));
    let headline = Report::from(beyond).headline;
    assert_eq!(
        (headline.what.as_str(), headline.figure.as_str(), headline.grave),
        ("More elected than fits", "$640", true)
    );
    hides(&late_in_december("12%"), "R33");
    hides(&late_in_december("0%"), "R33");
}

/// 18,000 were deferred elsewhere, and 10,560 follow from the election here: none of the
/// 4,060 too much is in yet.
#[test]
fn r02_says_what_is_still_to_come_and_can_be_prevented() {
    let elsewhere = |so_far_here: &str, to_come: &str| {
        let (posted, to_come) = (money(so_far_here), money(to_come));
        person(2026, 40, "200,000", "0", move |entry| {
            entry.contributions.pre_tax = Amounts { so_far: posted, to_come };
            entry.other_jobs = vec![job(Relation::Unrelated, "18,000", "0")];
        })
    };
    let to_come = elsewhere("0", "10,560");
    tells(&to_come, "R02", Severity::Problem, &["by $4,060.00. All of that is still to come: lower your deferrals"]);
    assert!(!finding(&to_come, "R02").expect("raised").text.contains("April 15"));
    assert!(to_come.closing.decision.starts_with("As things stand, you will defer $4,060.00 too much"));
    let posted = elsewhere("10,560", "0");
    tells(&posted, "R02", Severity::Problem, &["April 15, 2027", "taxed twice"]);
    assert!(posted.closing.decision.starts_with("You have deferred $4,060.00 too much"));
}

/// Weekly, 5,000 each: 70,000 are in, and 15% deferred with 5% matched would pass the limit.
/// Without deferrals there is no match either, so that nothing is over.
#[test]
fn r01_that_lower_deferrals_prevent_with_the_match_on_them_is_left_to_pace() {
    let mut entry = YearRecord::new(2026);
    (entry.plan.after_tax, entry.plan.in_plan_rollover) = (Answer::Yes, Answer::Yes);
    entry.plan.change_lead_days = Some(7);
    entry.plan.matching.offered = Answer::Yes;
    entry.plan.matching.tiers = vec![MatchTier { rate: "100".parse().expect("a rate"), up_to: "5".parse().ok() }];
    entry.plan.matching.true_up = Answer::No;
    entry.payroll.cadence = Cadence::Weekly;
    entry.payroll.known_pay_date = Some(day("2026-01-02"));
    entry.payroll.pay = Some(money("5,000"));
    entry.payroll.pre_tax = "15%".parse().expect("an election");
    entry.payroll.last_stub = Some(day("2026-09-04"));
    entry.payroll.pay_so_far = Some(money("180,000"));
    entry.contributions.pre_tax = so_far("16,000");
    entry.contributions.employer_match = so_far("9,000");
    entry.contributions.after_tax = money("45,000");
    let record = Record { birth_date: Some(day("1985-06-15")), years: vec![entry], ..Record::default() };
    let room = room_invariants::worksheet(&record, day("2026-09-10")).expect("a result");
    assert!(room.closing.decision.starts_with("As things stand, you will be $9,500.00 over the 2026 limit"));
    assert!(room.closing.next_action.contains("which lowers the match as well"), "{}", room.closing.next_action);
    let pace = worksheets::pace(&record, 2026, day("2026-09-10")).expect("a result");
    assert_eq!((pace.over, pace.preventable), (Money::ZERO, money("9,500")));
    // With the election lowered, the match that the present one would lose is no more a question.
    assert!(finding(&pace, "T04").is_none());
}

/// An excess of a year of six months is no verdict before the year is known to be short.
#[test]
fn r20_asks_whether_the_year_is_really_short() {
    let months = |kind| {
        person(2026, 38, "200,000", "24,500", |entry| {
            (entry.plan.after_tax, entry.plan.in_plan_rollover) = (Answer::Yes, Answer::Yes);
            entry.plan.limitation_year_months = Some(6);
            entry.plan.limitation_year = kind;
            entry.contributions.after_tax = money("30,000");
        })
    };
    let open = months(LimitationYearKind::Unknown);
    tells(&open, "R20", Severity::Attention, &["only begins in another month"]);
    tells(&open, "R01", Severity::Attention, &["only if the limitation year has so few months"]);
    assert!(open.closing.decision.starts_with("Is the plan’s limitation year really 6 months long?"));
    let short = months(LimitationYearKind::Short);
    tells(&short, "R01", Severity::Problem, &["$18,500.00"]);
    tells(&short, "R20", Severity::Attention, &["$180,000.00"]);
    hides(&months(LimitationYearKind::Calendar), "R20");
    hides(&months(LimitationYearKind::Calendar), "R01");
}

#[test]
fn r02_asks_first_where_the_higher_catch_up_is_open() {
    let deferred = |deferrals, offer| person(2025, 61, "260,000", deferrals, |entry| entry.plan.catch_up = offer);
    let open = deferred("34,750", CatchUpOffer::Unknown);
    let codes: Vec<Code> = open.findings.iter().map(|finding| finding.code()).collect();
    let place = |code| codes.iter().position(|found| *found == code);
    assert!(place(Code::HigherCatchUpOpen) < place(Code::ExcessDeferrals), "{codes:?}");
    tells(
        &open,
        "R02",
        Severity::Attention,
        &["Only if your plan does not offer", "$3,750.00", "In that case, tell the plan"],
    );
    tells(&open, "R09", Severity::Attention, &["A plan that accepted $34,750.00 very likely offers it"]);
    assert!(!Report::from(open).headline.grave);
    tells(&deferred("34,750", CatchUpOffer::Standard), "R02", Severity::Problem, &["$3,750.00"]);
    tells(&deferred("35,000", CatchUpOffer::Unknown), "R02", Severity::Problem, &["$250.00", "$4,000.00"]);
}

/// Where only another job's plan holds the excess, nothing is said of room here.
#[test]
fn r02_and_r17_claim_no_room_that_another_plan_has_used() {
    let elsewhere = |age, here, there| {
        person(2026, age, "200,000", here, |entry| entry.other_jobs.push(job(Relation::Unrelated, there, "0")))
    };
    let room = elsewhere(40, "0", "30,000");
    let told = tells(&room, "R02", Severity::Problem, &["$5,500.00", "Tell one of the plans"]);
    assert!(!told.text.contains("uses room here"));
    hides(&elsewhere(55, "0", "32,500"), "R17");
    tells(&elsewhere(55, "5,000", "27,500"), "R17", Severity::Note, &["$8,000.00", "$5,000.00 of that"]);
}

/// A solo plan's owner is its administrator.
#[test]
fn an_owner_corrects_the_plan_himself() {
    let over = |kind| {
        person(2026, 40, "300,000", "24,500", |entry| {
            entry.plan.kind = kind;
            entry.contributions.after_tax = money("82,000");
        })
    };
    let solo = over(PlanKind::Solo401k).closing;
    assert!(solo.next_action.contains("code E") && !solo.next_action.contains("Tell the plan"), "{}", solo.next_action);
    assert_eq!((solo.by, solo.words), (None, None));
    let employee = over(PlanKind::Plan401k).closing;
    assert!(employee.next_action.starts_with("Tell the plan administrator now"), "{}", employee.next_action);
    assert_eq!(employee.by, Some(day("2027-10-15")));
}

/// One cent of room is one contribution.
#[test]
fn a_cent_of_room_is_not_nothing_a_month() {
    let room = person(2026, 40, "200,000", "24,500", |entry| {
        entry.contributions.after_tax = money("47,499.99");
    });
    assert!(!room.closing.next_action.contains("$0.00"), "{}", room.closing.next_action);
    assert!(room.closing.next_action.contains("$0.01"), "{}", room.closing.next_action);
}

/// Deferrals to come follow from their pay, so that only those so far can be too much.
#[test]
fn r04_looks_at_figures_and_not_at_the_projection() {
    let deferred = |so_far: &str| {
        let mut entry = YearRecord::new(2026);
        entry.payroll.cadence = Cadence::Monthly;
        entry.payroll.pay = Some(money("1,000"));
        entry.payroll.pay_so_far = Some(money("5,000"));
        entry.payroll.pre_tax = "100%".parse().expect("an election");
        entry.contributions.pre_tax.so_far = money(so_far);
        let record = Record { birth_date: Some(day("1988-01-01")), years: vec![entry], ..Record::default() };
        room_invariants::worksheet(&record, day("2026-06-15")).expect("a result")
    };
    hides(&deferred("5,000"), "R04");
    tells(&deferred("5,000.01"), "R04", Severity::Problem, &["so far", "$5,000.00"]);
}
