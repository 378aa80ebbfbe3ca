//! The examples of `tests/cases`, and their runs through a worksheet.
//!
//! An example's own fields are as published or derived, with their sources and their
//! arithmetic. What this project adds stands beside them under a key of its own, such as
//! `runs` or `conversions`: a record, a day, and the figures expected.

use std::collections::{BTreeMap, BTreeSet};

use planner::date::Date;
use planner::money::Money;
use planner::record::Record;
use serde::Deserialize;
use serde_json::Value;

use super::values::{day, money};

const WORKED: &str = include_str!("../../cases/worked.json");
const DERIVED: &str = include_str!("../../cases/derived.json");

#[derive(Clone)]
pub struct Example {
    pub id: String,
    pub json: Value,
}

fn examples(text: &str) -> Vec<Example> {
    let document: Value = serde_json::from_str(text).expect("the cases are JSON");
    let list = document["examples"].as_array().expect("a list of examples");
    assert_eq!(document["meta"]["count"], list.len(), "the document counts its examples");
    let named = |json: &Value| Example { id: json["id"].as_str().expect("an id").to_owned(), json: json.clone() };
    list.iter().map(named).collect()
}

/// Examples that somebody has published.
pub fn worked() -> Vec<Example> {
    examples(WORKED)
}

/// Examples derived from the law.
pub fn derived() -> Vec<Example> {
    examples(DERIVED)
}

pub fn all() -> Vec<Example> {
    [worked(), derived()].concat()
}

impl Example {
    #[track_caller]
    pub fn at(&self, pointer: &str) -> &Value {
        self.json.pointer(pointer).unwrap_or_else(|| panic!("{}: nothing at {pointer}", self.id))
    }

    /// What the example says at a pointer; a text that is none stands for itself.
    #[track_caller]
    pub fn said(&self, text: &str) -> String {
        if !text.starts_with('/') {
            return text.to_owned();
        }
        let found = self.at(text);
        found.as_str().map_or_else(|| found.to_string(), str::to_owned)
    }

    /// The same as money. The derived examples count in cents, the published ones in dollars.
    #[track_caller]
    pub fn money(&self, text: &str) -> Money {
        let said = self.said(text);
        let name = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
        if text.starts_with('/') && name.ends_with("_c") {
            Money::cents(said.parse().unwrap_or_else(|_| panic!("{}: {said} cents", self.id)))
        } else {
            money(&said)
        }
    }

    /// Every figure that the example claims as a result.
    pub fn results(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for root in ["/expected", "/check/output"] {
            if let Some(value) = self.json.pointer(root) {
                leaves(value, root, &mut found);
            }
        }
        found
    }

    /// Whether this one is published with a wrong figure.
    pub fn is_trap(&self) -> bool {
        self.json["agrees"] == Value::Bool(false)
    }

    /// The published figures that the check does not bear out.
    pub fn published_wrong(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        leaves(self.at("/published_output"), "/published_output", &mut found);
        found.retain(|pointer| {
            let checked = pointer.replacen("/published_output", "/check/output", 1);
            self.json.pointer(&checked) != self.json.pointer(pointer)
        });
        found
    }
}

fn leaves(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| leaves(value, &format!("{at}/{name}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, value)| leaves(value, &format!("{at}/{place}"), found));
        }
        _ => {
            found.insert(at.to_owned());
        }
    }
}

/// An example put through a worksheet.
pub struct Run {
    pub example: Example,
    pub today: Date,
    /// What the person entered.
    pub record: Record,
    /// The figures expected, by name. A text that starts with `/` points to a figure of
    /// the example; any other stands for itself.
    pub expect: BTreeMap<String, String>,
    /// What is published wrong, or of another law.
    pub never: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// What the example leaves open and the record fills in.
    #[serde(rename = "assumed")]
    _assumed: String,
    today: String,
    record: Value,
    expect: BTreeMap<String, String>,
    #[serde(default)]
    never: BTreeMap<String, String>,
}

/// Every run that stands under a key, each with a record that comes back from its JSON.
pub fn runs(key: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for example in all() {
        let id = &example.id;
        let written = example.json.get(key).cloned().unwrap_or_else(|| Value::Array(Vec::new()));
        for run in Vec::<Written>::deserialize(written).unwrap_or_else(|error| panic!("{id}: {error}")) {
            let record = Record::from_json(&run.record.to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record), "{id}");
            let (example, today) = (example.clone(), day(&run.today));
            runs.push(Run { example, today, record, expect: run.expect, never: run.never });
        }
    }
    runs
}
