//! One test for each finding of the room worksheet: it appears with its
//! severity and its figures, and it does not appear in the case next door.

use crate::support::findings::{Shown, hides, tells};
use crate::support::room_invariants;
use crate::support::values::{day, money, so_far};
use planner::date::Date;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::{Answer, CatchUpOffer, Income, OtherJob, PlanKind, Record, Relation, YearRecord};
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
fn r01_offers_no_more_catch_up_than_there_are_deferrals() {
    let over = |age, deferrals| {
        let room = person(2026, age, "300,000", deferrals, |entry| {
            entry.contributions.after_tax = money("75,000") - money(deferrals);
        });
        tells(&room, "R01", Severity::Problem, &["$3,000.00 too much"]).text.clone()
    };
    assert!(over(55, "24,500").contains("Up to $3,000.00 of your deferrals may become catch-up"));
    assert!(!over(45, "24,500").contains("may become catch-up"), "too young");
    assert!(!over(55, "0").contains("may become catch-up"), "no deferral");
    assert!(over(55, "1,000").contains("Up to $1,000.00 of your deferrals may become catch-up"));
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
    tells(&closed, "R06", Severity::Attention, &["$150,000.00", "$0.00", "$24,500.00"]);
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
    readings(&tells(&room, "R16", Severity::Attention, &["$15,000.00"]), "31,500", "31,500");
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
    let tests = include_str!("findings.rs");
    assert_eq!(Code::ALL.len(), 23);
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
