//! The examples of `cases/*.json`, run by run, for the worksheets of the ledger.

use std::collections::BTreeMap;

use planner::date::Date;
use planner::money::Money;
use planner::record::Record;
use serde::Deserialize;
use serde_json::Value;

const FILES: [&str; 2] = [include_str!("../../cases/worked.json"), include_str!("../../cases/derived.json")];

/// An example put through a worksheet.
pub struct Run {
    /// The example's id.
    pub id: String,
    /// The example.
    pub example: Value,
    /// The day.
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
    for file in FILES {
        let cases: Value = serde_json::from_str(file).expect("the cases are JSON");
        for example in cases["examples"].as_array().expect("a list of examples") {
            let id = example["id"].to_string();
            let written = example.get(key).cloned().unwrap_or_else(|| Value::Array(Vec::new()));
            for run in Vec::<Written>::deserialize(written).unwrap_or_else(|error| panic!("{id}: {error}")) {
                let record = Record::from_json(&run.record.to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
                assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record), "{id}");
                let today = run.today.parse().expect("a day");
                let (id, example) = (id.clone(), example.clone());
                runs.push(Run { id, example, today, record, expect: run.expect, never: run.never });
            }
        }
    }
    runs
}

impl Run {
    /// What the example says, as it is written there.
    pub fn said(&self, text: &str) -> String {
        if !text.starts_with('/') {
            return text.to_owned();
        }
        let found = self.example.pointer(text).unwrap_or_else(|| panic!("{}: nothing at {text}", self.id));
        found.as_str().map_or_else(|| found.to_string(), str::to_owned)
    }

    /// The same as money. The derived examples count in cents, the published ones in dollars.
    pub fn money(&self, text: &str) -> Money {
        let said = self.said(text);
        if text.starts_with('/') && text.ends_with("_c") {
            Money::cents(said.parse().expect("cents"))
        } else {
            said.parse().unwrap_or_else(|error| panic!("{}: {said:?}: {error}", self.id))
        }
    }
}
