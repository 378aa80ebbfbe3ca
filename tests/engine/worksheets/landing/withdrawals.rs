//! What can be taken out, with figures worked out by hand; what came back of conversions; and
//! what is no decision any more in a year that is over.

use crate::support::findings::{finding, hides, shows};
use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::Record;
use planner::worksheets::landing::{LandingSpot, Taken};
use serde_json::{Value, json};

#[track_caller]
fn of(birth_date: &str, years: Value, year: i16, today: &str) -> LandingSpot {
    let record = json!({"format": 3, "birth_date": birth_date, "years": years});
    let record = Record::from_json(&record.to_string()).unwrap_or_else(|error| panic!("{error}"));
    worksheets::landing(&record, year, day(today)).unwrap_or_else(|error| panic!("{error}"))
}

/// 10,100 converted on July 1, 2025, of it 100 earnings, and what the plan returned.
fn converted(path: &str, returned: Value) -> Value {
    json!({
        "year": 2025,
        "plan": {"after_tax": "yes", "in_plan_rollover": "yes", "in_service_withdrawal": "yes"},
        "landing": {"roth_ira_since": 2015, "plan_roth_since": 2020},
        "ledger": {
            "contributions": [{"date": "2025-06-30", "amount": "10000"}],
            "conversions": [{"date": "2025-07-01", "amount": "10100", "path": path}],
        },
        "returned": returned,
    })
}

fn back(converted: &str) -> Value {
    json!([{"kind": "acp_test", "excess": "2500", "earnings": "80", "paid_on": "2026-03-10", "converted": converted}])
}

#[test]
fn what_came_back_after_the_conversion_is_no_part_of_the_roth_account_any_more() {
    for path in ["in_plan", "roth_ira"] {
        let seen = |on: &str, returned: Value| {
            let landing = of("1980-05-20", json!([converted(path, returned), {"year": 2026}]), 2026, on);
            let only = landing.recaptures.first().map(|recapture| (recapture.taxable, recapture.basis));
            (only, landing.open.taxable)
        };
        let whole = (Some((money("100"), money("10000"))), money("100"));
        // A quarter of the contributions came back, and a quarter of what had been taxed.
        let less = (Some((money("75"), money("7500"))), money("75"));
        assert_eq!(seen("2026-03-09", back("yes")), whole, "{path}");
        assert_eq!(seen("2026-03-10", back("yes")), less, "{path}");
        assert_eq!(seen("2026-06-15", back("no")), whole, "{path}");
        assert_eq!(seen("2026-06-15", json!([])), whole, "{path}");
    }
}

#[test]
fn what_was_carved_out_of_a_payment_of_the_year_is_not_taken_off_twice() {
    let returned =
        json!([{"kind": "acp_test", "excess": "2500", "earnings": "25", "paid_on": "2025-12-10", "converted": "yes"}]);
    let landing = of("1980-05-20", json!([converted("roth_ira", returned), {"year": 2026}]), 2026, "2026-06-15");
    let only = landing.recaptures.first().map(|recapture| (recapture.taxable, recapture.basis));
    assert_eq!(only, Some((money("75"), money("7500"))));
}

#[test]
fn l21_asks_whether_what_came_back_had_been_converted() {
    let with = |answer: &str, on: &str| {
        of("1980-05-20", json!([converted("in_plan", back(answer)), {"year": 2026}]), 2026, on)
    };
    shows(&with("unknown", "2026-03-10"), "L21", Severity::Attention, &["$2,580.00", "March 10, 2026"]);
    hides(&with("unknown", "2026-03-09"), "L21");
    hides(&with("yes", "2026-03-10"), "L21");
    hides(&with("no", "2026-03-10"), "L21");
}

#[test]
fn l16_says_of_which_conversion_the_taxed_part_comes_first() {
    let mut two = converted("roth_ira", json!([]));
    two["ledger"]["conversions"] = json!([
        {"date": "2025-07-01", "amount": "5050", "path": "roth_ira", "plan_basis": "5000"},
        {"date": "2025-12-01", "amount": "5100", "path": "roth_ira", "plan_basis": "5000"},
    ]);
    let landing = of("1980-05-20", json!([two, {"year": 2026}]), 2026, "2026-06-15");
    shows(
        &landing,
        "L16",
        Severity::Note,
        &["$150.00", "July 1, 2025, that is $50.00", "later ones, $100.00", "$15.00 at most", "Regular contributions"],
    );
    // Out of the plan no regular contributions come first.
    let in_plan = of("1980-05-20", json!([converted("in_plan", json!([])), {"year": 2026}]), 2026, "2026-06-15");
    assert!(!finding(&in_plan, "L16").expect("open").text.contains("Regular contributions"));
}

/// A withdrawal of this year out of the plan's Roth account, worth 20,000 with 10,000 of
/// deferrals and a conversion of 5,050 in it, 50 of that taxed.
fn out_of_the_plan(birth_date: &str, edit: Value) -> Taken {
    let mut first = converted("in_plan", json!([]));
    first["ledger"]["conversions"] = json!([{"date": "2025-07-01", "amount": "5050", "plan_basis": "5000"}]);
    let mut withdrawal = json!({"from": "roth_401k", "plan_value": "20000", "plan_deferrals": "10000"});
    for (name, value) in edit.as_object().expect("an object") {
        withdrawal[name] = value.clone();
    }
    let next = json!({"year": 2026, "landing": {"plan_roth_since": 2020, "withdrawal": withdrawal}});
    of(birth_date, json!([first, next]), 2026, "2026-06-15").withdrawal.expect("a withdrawal")
}

fn parts(taken: &Taken) -> Vec<(String, String, String)> {
    let plain = |amount: Money| amount.plain();
    taken.parts.iter().map(|part| (plain(part.amount), plain(part.income), plain(part.additional_tax))).collect()
}

fn amounts(all: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    all.iter().map(|(one, two, three)| ((*one).to_owned(), (*two).to_owned(), (*three).to_owned())).collect()
}

#[test]
fn a_payment_of_the_plan_s_roth_account_carries_its_share_of_earnings() {
    // 15,050 of 20,000 is basis: 3,010 of 4,000, all of it deferrals.
    let small = out_of_the_plan("1980-05-20", json!({"amount": "4000"}));
    assert_eq!(parts(&small), amounts(&[("3010.00", "0.00", "0.00"), ("990.00", "990.00", "99.00")]));
    assert_eq!(
        small.lines,
        [
            ("Form 1040, line 5a", money("4000")),
            ("Form 1040, line 5b", money("990")),
            ("Form 5329, line 1", money("990")),
            ("Form 5329, line 4, and Schedule 2 (Form 1040), line 8", money("99")),
        ]
    );
    // 12,040 of 16,000: the deferrals, then the conversion, of which the taxed part bears 10%.
    let large = out_of_the_plan("1980-05-20", json!({"amount": "16000"}));
    assert_eq!(
        parts(&large),
        amounts(&[
            ("10000.00", "0.00", "0.00"),
            ("50.00", "0.00", "5.00"),
            ("1990.00", "0.00", "0.00"),
            ("3960.00", "3960.00", "396.00"),
        ])
    );
    assert_eq!((large.income, large.additional_tax), (money("3960"), money("401")));
    assert_eq!(large.lines[2], ("Form 5329, line 1", money("4010")));
    let all = out_of_the_plan("1980-05-20", json!({"amount": "20000"}));
    assert_eq!(all.income, money("4950"));
}

#[test]
fn an_exception_age_and_the_clock_change_what_a_payment_of_the_plan_costs() {
    let excepted = out_of_the_plan("1980-05-20", json!({"amount": "16000", "exception": "yes"}));
    assert_eq!((excepted.income, excepted.additional_tax), (money("3960"), Money::ZERO));
    // 59½ and six years: all is free.
    let qualified = out_of_the_plan("1960-05-20", json!({"amount": "16000"}));
    assert_eq!((qualified.qualified, qualified.income, qualified.additional_tax), (true, Money::ZERO, Money::ZERO));
    let unknown = out_of_the_plan("1980-05-20", json!({"amount": "4000", "plan_value": null}));
    assert!(unknown.needs_value);
    assert_eq!(unknown.income, Money::ZERO);
}

#[test]
fn a_year_that_is_over_asks_for_no_decision() {
    let mut past = converted("in_plan", json!([]));
    past["landing"]["needed_early"] = json!("yes");
    past["landing"]["leaves_from_55"] = json!("yes");
    past["landing"]["plan_loans"] = json!("yes");
    past["plan"]["suspends_contributions"] = json!("yes");
    let open = |year: Value, today: &str| {
        let landing = of("1972-01-20", json!([year]), 2025, today);
        landing.findings.iter().map(|found| serde_json::to_value(found.code()).expect("a code")).collect::<Vec<_>>()
    };
    let asked = |codes: &[Value]| -> Vec<String> {
        let of_decisions = ["L01", "L02", "L03", "L04", "L05", "L06", "L09", "L10", "L13", "L14", "L18", "L19"];
        codes.iter().filter_map(Value::as_str).filter(|code| of_decisions.contains(code)).map(str::to_owned).collect()
    };
    assert_eq!(asked(&open(past.clone(), "2026-01-01")), Vec::<String>::new());
    assert_eq!(asked(&open(past.clone(), "2025-12-31")), ["L01", "L19", "L14", "L18"]);
    past["landing"]["spot"] = json!("roth_401k");
    past["plan"]["in_plan_rollover"] = json!("no");
    assert_eq!(asked(&open(past.clone(), "2026-01-01")), Vec::<String>::new());
    assert!(asked(&open(past, "2025-12-31")).contains(&"L02".to_owned()));
}
