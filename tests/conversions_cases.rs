//! The examples of `cases/*.json` about conversions, to the cent.
//!
//! An example's `conversions` puts it through the conversions worksheet, as `runs` puts
//! it through the room worksheet: a record, a day, and the figures expected. A text that
//! starts with `/` points to a figure of the example; any other is dollars.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;

use planner::money::Money;
use planner::record::Record;
use planner::worksheets::conversions::{self, Code, Conversions, Kind};
use serde::Deserialize;
use serde_json::Value;

const FILES: [&str; 2] = [include_str!("cases/worked.json"), include_str!("cases/derived.json")];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    /// What the example leaves open and the record fills in.
    #[serde(rename = "assumed")]
    _assumed: String,
    today: String,
    record: Value,
    expect: BTreeMap<String, String>,
    /// Figures of another law, or published wrong.
    #[serde(default)]
    never: BTreeMap<String, String>,
}

fn money(text: &str) -> Money {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// What an example says. The derived examples count in cents, the published ones in dollars.
fn said(example: &Value, text: &str) -> Money {
    if !text.starts_with('/') {
        return money(text);
    }
    let found = example.pointer(text).unwrap_or_else(|| panic!("{}: nothing at {text}", example["id"]));
    if text.ends_with("_c") {
        Money::cents(found.as_u64().and_then(|cents| u32::try_from(cents).ok()).expect("cents"))
    } else {
        money(&found.to_string())
    }
}

/// What the engine gives under a name: `2.basis` is the basis of the second conversion.
fn given(result: &Conversions, name: &str) -> Money {
    if let Some((place, name)) = name.split_once('.') {
        let place = place.parse::<usize>().expect("a place") - 1;
        let made = &result.conversions[place];
        let line = result.ledger.iter().filter(|line| line.kind == Kind::Conversion).nth(place).expect("its line");
        return match name {
            "converted" => made.amount,
            "basis" => made.basis.value,
            "taxable" => made.taxable.value,
            "basis_left" => line.basis,
            "value_left" => line.value,
            _ => panic!("the cases expect {name:?} of a conversion, which this test does not know"),
        };
    }
    match name {
        "converted" => result.converted,
        "basis" => result.basis,
        "taxable" => result.taxable,
        "waiting" => result.waiting.value,
        // Only a payment to the person has tax withheld, and then a finding says how much.
        "withheld" => {
            assert!(!result.findings.iter().any(|finding| finding.code == Code::Withheld));
            Money::ZERO
        }
        _ => panic!("the cases expect {name:?}, which this test does not know"),
    }
}

#[test]
fn every_example_of_conversions_comes_out_to_the_cent() {
    let mut count = 0;
    for file in FILES {
        let cases: Value = serde_json::from_str(file).expect("the cases are JSON");
        for example in cases["examples"].as_array().expect("a list of examples") {
            let id = &example["id"];
            let runs = example.get("conversions").cloned().unwrap_or_else(|| Value::Array(Vec::new()));
            for run in Vec::<Run>::deserialize(runs).unwrap_or_else(|error| panic!("{id}: {error}")) {
                let record = Record::from_json(&run.record.to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
                assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record), "{id}");
                let today = run.today.parse().expect("a day");
                let result = conversions::worksheet(&record, record.years[0].year, today)
                    .unwrap_or_else(|error| panic!("{id}: {error}"));
                for (name, text) in &run.expect {
                    assert_eq!(given(&result, name), said(example, text), "{id}: {name}, expected from {text}");
                }
                for (name, text) in &run.never {
                    assert_ne!(given(&result, name), said(example, text), "{id}: {name} must never be {text}");
                }
                count += 1;
            }
        }
    }
    assert_eq!(count, 11, "every run is here");
}
