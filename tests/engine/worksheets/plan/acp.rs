//! The examples of `cases/*.json` about the ACP test, to the cent.
//!
//! An example's `acp` names its inputs by pointers and expects each of its
//! results, as the `runs` of the room worksheet do.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::cases::{self, Example};
use planner::law::deadlines::acp_refund;
use planner::law::limits::PAY_COUNTED;
use planner::money::Money;
use planner::percent::Percent;
use planner::record::MatchTested;
use planner::worksheets::plan::acp::{Acp, Tested};
use rust_decimal::Decimal;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    #[serde(default, rename = "assumed")]
    _assumed: Option<String>,
    others: String,
    pay: Option<String>,
    #[serde(rename = "match")]
    matched: Option<String>,
    after_tax: Option<String>,
    expect: BTreeMap<String, String>,
}

/// A number of percent, however many zeros it is written with.
fn percent(text: &str) -> Decimal {
    text.trim_end_matches('%').parse::<Decimal>().expect("a number").normalize()
}

fn run(example: &Example) {
    let id = &example.id;
    let run = Run::deserialize(&example.json["acp"]).unwrap_or_else(|error| panic!("{id}: {error}"));
    let amount = |pointer: &Option<String>| pointer.as_ref().map_or(Money::ZERO, |pointer| example.money(pointer));
    let others: Percent = example.said(&run.others).parse().expect("a percentage");
    let year = example.json["year"].as_i64().and_then(|year| i16::try_from(year).ok()).expect("a year");
    let pay = amount(&run.pay);
    // Years before the tables have no pay above the limit among these examples.
    let pay_counted = PAY_COUNTED.on_file(year).map_or(pay, |counted| counted.value);
    let (matched, after_tax) = (amount(&run.matched), amount(&run.after_tax));
    let tested = Tested { pay, pay_counted, matched, after_tax, match_tested: MatchTested::All };
    let acp = Acp::of(acp_refund(year, 12, false), others, tested);
    for (name, pointer) in &run.expect {
        let right = example.at(pointer).to_string();
        match name.as_str() {
            "others" => assert_eq!(percent(&acp.others.to_string()), percent(&right), "{id}: {name}"),
            "most_percent" => assert_eq!(percent(&acp.most_percent), percent(&right), "{id}: {name}"),
            "own_percent" => assert_eq!(percent(&acp.own_percent), percent(&right), "{id}: {name}"),
            "most" => assert_eq!(acp.most.value, example.money(pointer), "{id}: {name}"),
            "refund" => assert_eq!(acp.refund.value, example.money(pointer), "{id}: {name}"),
            "by" => assert_eq!(acp.by.map(|day| format!("\"{day}\"")), Some(right), "{id}: {name}"),
            _ => panic!("{id}: the cases expect {name:?}, which this test does not know"),
        }
    }
    let expected: BTreeSet<&str> = run.expect.values().map(String::as_str).collect();
    for figure in example.results() {
        assert!(expected.contains(figure.as_str()), "{id}: {figure} is passed over");
    }
}

#[test]
fn every_example_of_the_acp_test_comes_out_to_the_cent() {
    let mut ids = BTreeSet::new();
    for example in cases::all() {
        if !example.json["acp"].is_null() {
            run(&example);
            ids.insert(example.id);
        }
    }
    assert_eq!(ids.iter().map(String::as_str).collect::<Vec<_>>(), ["acp-10pct", "acp-4pct", "benefitslink-acp"]);
}

/// IRC 401(m)(2)(A): twice up to 2%, two points more up to 8%, then 1.25 times.
#[test]
fn the_bound_changes_its_rule_at_two_and_at_eight_percent() {
    for (others, most) in [
        ("0", "0%"),
        ("0.5", "1%"),
        ("1.99", "3.98%"),
        ("2", "4%"),
        ("2.01", "4.01%"),
        ("7.99", "9.99%"),
        ("8", "10%"),
        ("8.01", "10.01%"),
        ("8.8", "11%"),
        ("100", "125%"),
    ] {
        let tested = Tested {
            pay: Money::dollars(100_000),
            pay_counted: Money::dollars(360_000),
            matched: Money::ZERO,
            after_tax: Money::ZERO,
            match_tested: MatchTested::All,
        };
        let acp = Acp::of(None, others.parse().expect("a percentage"), tested);
        assert_eq!(acp.most_percent, most, "{others}");
        assert_eq!(acp.refund.value, Money::ZERO);
    }
}

#[test]
fn no_more_comes_back_than_went_in_after_tax() {
    let of = |pay, matched, after_tax| {
        let tested =
            Tested { pay, pay_counted: Money::dollars(360_000), matched, after_tax, match_tested: MatchTested::All };
        Acp::of(None, Percent::ZERO, tested)
    };
    let dollars = Money::dollars;
    assert_eq!(of(dollars(200_000), dollars(9_000), dollars(5_000)).refund.value, dollars(5_000));
    assert_eq!(of(dollars(200_000), dollars(9_000), dollars(5_000)).stays, Money::ZERO);
    assert_eq!(of(Money::ZERO, dollars(9_000), dollars(5_000)).own_percent, "0%", "no pay, no share");
    let most: Money = "999,999,999.99".parse().expect("an amount");
    assert_eq!(of(most, most, most).refund.value, most);
}
