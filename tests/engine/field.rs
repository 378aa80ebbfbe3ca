//! Situations that people have told, retold and changed: one file each in `tests/field`.
//!
//! A situation is a record, a day, and what is right of it: figures by their place in
//! the command's output, codes that are raised or silent, and statements. A statement is
//! no figure, so it names the words that say it, and fails without any.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use planner::date::Date;
use planner::record::Record;
use planner::worksheets::results;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    #[serde(rename = "situation")]
    _situation: String,
    #[serde(rename = "law")]
    _law: String,
    /// Where practitioners or plans differ, and what is held here.
    #[serde(rename = "contested", default)]
    _contested: String,
    today: Date,
    record: Value,
    /// Place in the output, and its value.
    #[serde(default)]
    figures: BTreeMap<String, String>,
    /// `room R02`, of one year `room R02 (2026)`, of one weight `room R02 as a problem`.
    #[serde(default)]
    present: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
    #[serde(default)]
    says: Vec<Statement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    that: String,
    /// Part of the output that says it, such as `/years/0/room/closing`.
    at: String,
    /// Each of them is found there.
    #[serde(default)]
    has: Vec<String>,
    /// None of them is.
    #[serde(default)]
    never: Vec<String>,
}

#[test]
fn what_is_right_of_a_situation_is_what_the_planner_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/field");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    files.sort();
    assert!(!files.is_empty(), "no situation is there");
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|path| {
            let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(path).expect("a text");
            let situation: Situation = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{id}: {error}"));
            situation.wrong().into_iter().map(move |wrong| format!("{id}: {wrong}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

impl Situation {
    fn wrong(&self) -> Vec<String> {
        let record = match Record::from_json(&self.record.to_string()) {
            Ok(record) => record,
            Err(error) => return vec![error.to_string()],
        };
        let output = results(&record, self.today);
        let mut wrong = Vec::new();
        for (place, right) in &self.figures {
            match output.pointer(place) {
                Some(Value::String(given)) if given == right => {}
                given => wrong.push(format!("{place} is {given:?}, not {right}")),
            }
        }
        for code in &self.present {
            if !raised(&output, code) {
                wrong.push(format!("{code} is not raised"));
            }
        }
        for code in &self.absent {
            if raised(&output, code) {
                wrong.push(format!("{code} is raised"));
            }
        }
        for Statement { that, at, has, never } in &self.says {
            if has.is_empty() && never.is_empty() {
                wrong.push(format!("nothing shows that {that}"));
            }
            let mut texts = String::new();
            gather(output.pointer(at).unwrap_or(&Value::Null), &mut texts);
            for words in has.iter().filter(|words| !texts.contains(*words)) {
                wrong.push(format!("{at} does not say {words:?} ({that}), but:\n{texts}"));
            }
            for words in never.iter().filter(|words| texts.contains(*words)) {
                wrong.push(format!("{at} says {words:?}, though {that}"));
            }
        }
        wrong
    }
}

/// Whether a code such as `conversions C09 (2026) as a problem` is raised.
fn raised(output: &Value, code: &str) -> bool {
    let (code, problem) = code.strip_suffix(" as a problem").map_or((code, false), |code| (code, true));
    let (code, year) = match code.strip_suffix(')').and_then(|code| code.split_once(" (")) {
        Some((code, year)) => (code, Some(year.parse::<i32>().expect("a year"))),
        None => (code, None),
    };
    let (worksheet, code) = code.split_once(' ').expect("a worksheet and a code");
    let (slug, list) = if worksheet == "sheet" { ("forms", "sheets") } else { (worksheet, "findings") };
    let years = output["years"].as_array().expect("years");
    let of_year = |entry: &&Value| year.is_none_or(|year| entry["year"] == year);
    years.iter().filter(of_year).any(|entry| holds(&entry[slug][list], code, problem))
}

fn holds(value: &Value, code: &str, problem: bool) -> bool {
    match value {
        Value::Object(fields) => {
            let weighs = !problem || fields.get("severity").is_some_and(|severity| severity == "problem");
            (fields.get("code").is_some_and(|given| given == code) && weighs)
                || fields.values().any(|value| holds(value, code, problem))
        }
        Value::Array(items) => items.iter().any(|value| holds(value, code, problem)),
        _ => false,
    }
}

/// Every text below a value, a line each.
fn gather(value: &Value, texts: &mut String) {
    match value {
        Value::String(text) => {
            texts.push_str(text);
            texts.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|value| gather(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| gather(value, texts)),
        _ => {}
    }
}
