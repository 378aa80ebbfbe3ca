//! Money that is still there: in a plan that cannot do it, returned by the plan, at a loss,
//! or in one pool with all other money.

use crate::support::findings::{hides, says, shows};
use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::Record;
use planner::worksheets::conversions::Conversions;
use serde_json::{Value, json};

/// A year with 1,596.15 on January 16 and February 13 of 2026, worth 3,200.00 on the 27th.
fn year(plan: &Value, ledger: &Value, returned: &Value) -> Value {
    let mut entry = json!({
        "year": 2026,
        "plan": {
            "after_tax": "yes", "in_plan_rollover": "yes", "in_service_withdrawal": "no",
            "separate_accounting": "yes", "transfer_timing": "any_day",
        },
        "ledger": {
            "contributions": [{"date": "2026-01-16", "amount": "1596.15"}, {"date": "2026-02-13", "amount": "1596.15"}],
            "balances": [{"date": "2026-02-27", "value": "3200"}],
        },
        "returned": returned,
    });
    for (place, edits) in [("plan", plan), ("ledger", ledger)] {
        for (name, value) in edits.as_object().expect("an object") {
            entry[place][name] = value.clone();
        }
    }
    entry
}

#[track_caller]
fn of(years: Value, year: i16, today: &str) -> Conversions {
    let record = json!({"format": 3, "birth_date": "1985-06-15", "years": years});
    let record = Record::from_json(&record.to_string()).unwrap_or_else(|error| panic!("{error}"));
    worksheets::conversions(&record, year, day(today)).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn with_plan(plan: Value) -> Conversions {
    of(json!([year(&plan, &json!({}), &json!([]))]), 2026, "2026-03-02")
}

#[test]
fn c35_a_plan_that_cannot_do_it_is_not_asked_to_convert() {
    let closed = with_plan(json!({"in_plan_rollover": "no"}));
    shows(
        &closed,
        "C35",
        Severity::Attention,
        &["$3,200.00 cannot move to Roth yet", "$7.70 of growth", "when you leave"],
    );
    hides(&closed, "C09");
    let closing = &closed.closing;
    says(&closing.next_action, &["Contribute no more", "until the plan pays it out"]);
    assert!(!closing.next_action.to_lowercase().contains("ask the plan to convert"), "{}", closing.next_action);
    says(closing.words.as_deref().expect("a question"), &["from what age or date", "$3,200.00"]);
    assert_eq!(closing.by, None);
    // A plan that can, and one of which it is not known.
    for plan in [json!({}), json!({"in_plan_rollover": "unknown"})] {
        hides(&with_plan(plan), "C35");
    }
    // What is over is no matter of a next step.
    let over = of(json!([year(&json!({"in_plan_rollover": "no"}), &json!({}), &json!([]))]), 2026, "2027-01-05");
    hides(&over, "C35");
}

#[test]
fn c35_names_the_way_that_is_left_for_what_is_there() {
    let in_plan = with_plan(json!({"after_tax": "no"}));
    shows(&in_plan, "C35", Severity::Attention, &["Move the $3,200.00", "accepts no after-tax contributions"]);
    says(&in_plan.closing.next_action, &["Contribute no more", "in-plan Roth conversion"]);
    says(in_plan.closing.words.as_deref().expect("a request"), &["in-plan Roth rollover"]);
    assert_eq!(in_plan.closing.by, Some(day("2026-03-09")));
    let out = with_plan(json!({"after_tax": "no", "in_plan_rollover": "no", "in_service_withdrawal": "yes"}));
    says(out.closing.words.as_deref().expect("a request"), &["to my Roth IRA, as a direct rollover"]);
    let open = with_plan(json!({"after_tax": "no", "in_plan_rollover": "unknown", "in_service_withdrawal": "unknown"}));
    shows(&open, "C35", Severity::Attention, &["Find out how"]);
    says(open.closing.words.as_deref().expect("a question"), &["Can I move them to Roth while I work here"]);
    let kind = with_plan(json!({"kind": "tsp"}));
    shows(&kind, "C35", Severity::Attention, &["Thrift Savings Plan"]);
    says(&kind.closing.next_action, &["Plan page"]);
}

#[test]
fn nothing_more_is_asked_of_a_plan_that_cannot_and_holds_nothing() {
    let all = json!({"conversions": [{"date": "2026-02-27", "amount": "3200", "confirmation": "A-1"}]});
    let next = |plan: Value| of(json!([year(&plan, &all, &json!([]))]), 2026, "2026-03-02").closing.next_action;
    says(&next(json!({"after_tax": "no"})), &["Contribute no after-tax money until that changes"]);
    says(&next(json!({})), &["After the next contribution, convert it"]);
}

#[test]
fn a_way_that_is_not_known_is_asked_for_and_another_plan_s_money_moves_all_the_same() {
    let open = with_plan(json!({"in_plan_rollover": "unknown"}));
    says(&open.closing.next_action, &["Ask the plan whether it can convert this money"]);
    // The verdict is of this job's plan, and the money of an old one is not in it.
    let elsewhere = json!({
        "contributions": [{"date": "2026-01-16", "amount": "1596.15", "plan": "Old job"}], "balances": [],
    });
    let old = of(json!([year(&json!({"in_plan_rollover": "no"}), &elsewhere, &json!([]))]), 2026, "2026-03-02");
    hides(&old, "C35");
    says(&old.closing.next_action, &["convert it"]);
}

#[test]
fn what_went_to_a_traditional_ira_is_said_beside_what_was_converted() {
    let with = |conversions: Value| {
        of(json!([year(&json!({}), &json!({"conversions": conversions}), &json!([]))]), 2026, "2026-06-02")
            .closing
            .decision
    };
    let apart = with(json!([
        {"date": "2026-02-27", "amount": "7.70", "path": "traditional_ira"},
        {"date": "2026-02-27", "amount": "3192.30", "path": "roth_ira"},
    ]));
    assert_eq!(
        apart,
        "$3,192.30 was converted in 2026, $0.00 of it taxable; $7.70 went to a traditional IRA or a pre-tax account."
    );
    let paid_out = with(json!([{"date": "2026-02-27", "amount": "3200", "path": "paid_out", "rolled_over": "3000",
        "to_traditional": "100", "rolled_over_on": "2026-03-15"}]));
    says(
        &paid_out,
        &["$3,000.00 was converted", "$100.00 went to a traditional IRA", "and $100.00 was paid to you and kept"],
    );
    // A split rollover is one conversion.
    let split = with(json!([{"date": "2026-02-27", "amount": "3200", "path": "split"}]));
    assert_eq!(split, "All of it is converted: $3,200.00 in 2026, $0.00 of it taxable.");
}

#[test]
fn c27_two_payments_of_a_day_that_went_two_ways_are_two() {
    let with = |paths: [&str; 2]| {
        let rows = paths.map(|path| json!({"date": "2026-02-27", "amount": "1600", "path": path}));
        of(json!([year(&json!({}), &json!({"conversions": rows}), &json!([]))]), 2026, "2026-03-02")
    };
    shows(&with(["roth_ira", "roth_ira"]), "C27", Severity::Attention, &["February 27, 2026"]);
    hides(&with(["roth_ira", "traditional_ira"]), "C27");
}

fn returned(converted: &str, edit: Value) -> Value {
    let mut row = json!({
        "kind": "acp_test", "excess": "1000", "earnings": "5", "paid_on": "2026-03-01", "converted": converted,
    });
    for (name, value) in edit.as_object().expect("an object") {
        row[name] = value.clone();
    }
    json!([row])
}

#[test]
fn c36_asks_whether_what_came_back_had_been_converted() {
    let with = |converted: &str| {
        of(json!([year(&json!({}), &json!({}), &returned(converted, json!({})))]), 2026, "2026-03-02")
    };
    let unknown = with("unknown");
    shows(&unknown, "C36", Severity::Attention, &["$1,005.00", "March 1, 2026", "$1,005.00 is subtracted"]);
    assert_eq!(unknown.waiting.value, money("2195"));
    hides(&with("yes"), "C36");
    hides(&with("no"), "C36");
    assert_eq!((with("no").waiting.value, with("yes").waiting.value), (money("2195"), money("3200")));
    let all = json!({"conversions": [{"date": "2026-02-27", "amount": "3200"}]});
    let none = of(json!([year(&json!({}), &all, &returned("unknown", json!({})))]), 2026, "2026-03-02");
    shows(&none, "C36", Severity::Attention, &["nothing is subtracted here"]);
    // Deferrals are no after-tax money, and what has not come yet is not asked about.
    for edit in [json!({"kind": "deferrals"}), json!({"paid_on": null})] {
        let other = of(json!([year(&json!({}), &json!({}), &returned("unknown", edit))]), 2026, "2026-03-02");
        hides(&other, "C36");
    }
}

#[test]
fn deferrals_that_came_back_with_an_excess_were_never_after_tax_money() {
    // 1,500 of 2,100 is after-tax money, and 25 of the 35 is its earnings.
    let row = returned("no", json!({"kind": "annual_additions", "excess": "2100", "pre_tax": "600", "earnings": "35"}));
    let result = of(json!([year(&json!({}), &json!({"balances": []}), &row)]), 2026, "2026-03-02");
    assert_eq!(result.waiting.basis, money("1692.30"));
    let valued = of(json!([year(&json!({}), &json!({}), &row)]), 2026, "2026-03-02");
    // 1,525 left 3,200; 3,217.30 is what the earnings show to have been there.
    assert_eq!((valued.waiting.basis, valued.waiting.growth), (money("1692.30"), Money::ZERO));
}

#[test]
fn c32_what_waits_may_be_part_of_what_came_back() {
    let with = |path: &str, converted: &str, later: bool| {
        let mut ledger = json!({"conversions": [{"date": "2026-02-27", "amount": "3200", "path": path}]});
        if later {
            let rows = json!([
                {"date": "2026-01-16", "amount": "1596.15"}, {"date": "2026-02-13", "amount": "1596.15"},
                {"date": "2026-02-28", "amount": "1000"},
            ]);
            ledger["contributions"] = rows;
        }
        of(json!([year(&json!({}), &ledger, &returned(converted, json!({})))]), 2026, "2026-03-02")
    };
    shows(
        &with("in_plan", "yes", true),
        "C32",
        Severity::Attention,
        &["$1,000.00", "March 1, 2026", "no longer waits"],
    );
    // Nothing waits; it had not been converted; it was carved out of a payment.
    hides(&with("in_plan", "yes", false), "C32");
    hides(&with("in_plan", "no", true), "C32");
    hides(&with("roth_ira", "yes", true), "C32");
}

#[test]
fn c04_names_old_money_only_to_those_who_may_have_it() {
    let with = |birth: &str, basis: &str| {
        let ledger = json!({"conversions": [{"date": "2026-02-27", "amount": "1600", "plan_basis": basis}]});
        let record = json!({"format": 3, "birth_date": birth, "years": [year(&json!({}), &ledger, &json!([]))]});
        let record = Record::from_json(&record.to_string()).expect("a record");
        worksheets::conversions(&record, 2026, day("2026-03-02")).expect("a result")
    };
    let says_old = |result: &Conversions| shows(result, "C04", Severity::Attention, &[]).text.contains("before 1987");
    // 1,596.15 pro rata. Old money makes the basis larger, never smaller.
    assert!(says_old(&with("1958-02-15", "1600")));
    assert!(!says_old(&with("1958-02-15", "1500")));
    assert!(!says_old(&with("1985-02-15", "1600")));
}

#[test]
fn c13_at_a_loss_the_basis_that_is_left_stands_against_a_recovery() {
    let ledger = json!({
        "balances": [{"date": "2026-02-27", "value": "3000"}],
        "conversions": [{"date": "2026-02-27", "amount": "1500"}],
    });
    let part = of(json!([year(&json!({}), &ledger, &json!([]))]), 2026, "2026-03-02");
    let found = shows(&part, "C13", Severity::Note, &["$1,692.30 of basis is left in an account worth $1,500.00"]);
    assert!(!found.text.contains("start over at zero"), "{}", found.text);
    assert_eq!(part.taxable, Money::ZERO);
}

#[test]
fn pre_tax_money_of_one_pool_is_never_called_earnings_that_wait() {
    // The answer of 2026 holds in 2027, where nothing is said.
    let first = year(
        &json!({"separate_accounting": "no"}),
        &json!({"balances": [{"date": "2026-02-27", "value": "31923"}]}),
        &json!([]),
    );
    let next = json!({"year": 2027, "ledger": {"balances": [{"date": "2027-01-02", "value": "40000"}]}});
    let result = of(json!([first, next]), 2027, "2027-01-05");
    assert_eq!((result.waiting.basis, result.waiting.growth), (money("3192.30"), Money::ZERO));
    hides(&result, "C08");
    let all = json!({"year": 2027, "ledger": {
        "balances": [{"date": "2027-01-02", "value": "40000"}],
        "conversions": [{"date": "2027-01-02", "amount": "4000", "plan_basis": "3192.30"}],
    }});
    let first = year(&json!({"separate_accounting": "no"}), &json!({}), &json!([]));
    let gone = of(json!([first, all]), 2027, "2027-01-05");
    assert_eq!(gone.waiting.value, Money::ZERO);
    assert!(!gone.closing.decision.contains("of earnings is still there"), "{}", gone.closing.decision);
    // What is kept of a payment out of one pool is pre-tax money as well.
    let kept = json!({
        "balances": [{"date": "2026-02-27", "value": "31923"}],
        "conversions": [{"date": "2026-02-27", "amount": "1000", "path": "paid_out", "rolled_over": "100",
            "rolled_over_on": "2026-03-01"}],
    });
    let kept = of(json!([year(&json!({"separate_accounting": "no"}), &kept, &json!([]))]), 2026, "2026-06-01");
    shows(
        &kept,
        "C18",
        Severity::Attention,
        &["pre-tax money and earnings first", "$800.00 of pre-tax money and earnings"],
    );
}
