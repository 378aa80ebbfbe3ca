//! The examples of `cases/*.json` about Form 1099-R and the return, to the cent.
//!
//! An example's `forms` puts it through the tax forms worksheet, as `runs` puts it
//! through the room worksheet: a record, a day, and the figures expected. A text that
//! starts with `/` points to what the example says; any other stands for itself.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;

use planner::date::Date;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::Record;
use planner::worksheets::forms::{self, Forms, Place};
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
    /// What is published wrong.
    #[serde(default)]
    never: BTreeMap<String, String>,
}

/// What an example says, in the engine's way of writing. The derived examples count in
/// cents, the published ones in dollars.
fn said(example: &Value, text: &str, name: &str) -> String {
    if !text.starts_with('/') {
        return if is_money(name) { money(text).to_string() } else { text.to_owned() };
    }
    let found = example.pointer(text).unwrap_or_else(|| panic!("{}: nothing at {text}", example["id"]));
    let digits = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
    if !is_money(name) {
        digits
    } else if text.ends_with("_c") {
        Money::cents(digits.parse().expect("cents")).to_string()
    } else {
        money(&digits).to_string()
    }
}

fn is_money(name: &str) -> bool {
    let name = name.rsplit('.').next().unwrap_or(name);
    matches!(name, "box1" | "box2a" | "box4" | "box5" | "line5a" | "line5b" | "line24_later")
}

fn money(text: &str) -> Money {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// What the engine gives under a name: `2.box1` is box 1 of the second form.
fn given(result: &Forms, name: &str) -> String {
    let (place, name) = name.split_once('.').unwrap_or(("1", name));
    let boxed = |wanted: Place| {
        let sheet = &result.sheets[place.parse::<usize>().expect("a place") - 1];
        let found = sheet.boxes.iter().find(|line| line.place == wanted);
        found.expect("every box stands on a sheet").expected.clone()
    };
    match name {
        "box1" => boxed(Place::Gross),
        "box2a" => boxed(Place::Taxable),
        "box4" => boxed(Place::Withheld),
        "box5" => boxed(Place::Basis),
        "box7" => boxed(Place::Codes),
        "box10" => boxed(Place::Within5Years),
        "box11" => boxed(Place::FirstRothYear),
        "line5a" => result.amounts.gross.to_string(),
        "line5b" => result.amounts.taxable.to_string(),
        "line24_later" => result.roth_basis.last().expect("money in a Roth IRA").moved.to_string(),
        "form8606_needed" => result.form_8606_needed.to_string(),
        "sheets" => result.sheets.len().to_string(),
        "differences" => {
            let all = result.sheets.iter().flat_map(|sheet| &sheet.differences);
            all.filter(|difference| difference.severity != Severity::Note).count().to_string()
        }
        _ => panic!("the cases expect {name:?}, which this test does not know"),
    }
}

#[test]
fn every_example_of_the_forms_comes_out_to_the_cent() {
    let mut count = 0;
    for file in FILES {
        let cases: Value = serde_json::from_str(file).expect("the cases are JSON");
        for example in cases["examples"].as_array().expect("a list of examples") {
            let id = &example["id"];
            let runs = example.get("forms").cloned().unwrap_or_else(|| Value::Array(Vec::new()));
            for run in Vec::<Run>::deserialize(runs).unwrap_or_else(|error| panic!("{id}: {error}")) {
                let record = Record::from_json(&run.record.to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
                let today: Date = run.today.parse().expect("a day");
                let year = record.years[0].year;
                let result = forms::worksheet(&record, year, today).unwrap_or_else(|error| panic!("{id}: {error}"));
                for (name, text) in &run.expect {
                    assert_eq!(given(&result, name), said(example, text, name), "{id}: {name}, expected from {text}");
                }
                for (name, text) in &run.never {
                    assert_ne!(given(&result, name), said(example, text, name), "{id}: {name} repeats the mistake");
                }
                count += 1;
            }
        }
    }
    assert_eq!(count, 9, "runs of the forms worksheet");
}
