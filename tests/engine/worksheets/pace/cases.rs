//! The examples of `cases/*.json` about matches, true-ups and pace, to the cent.
//!
//! An example's `paychecks` puts it through the paychecks and the pace worksheet,
//! as `runs` puts it through the room worksheet: a record, a day, and the figures
//! expected. A text that starts with `/` points to a figure of the example; any
//! other stands for itself.

use std::collections::{BTreeMap, BTreeSet};

use planner::date::Date;
use planner::money::Money;
use planner::record::{Election, Record};
use planner::rules::YearLimits;
use planner::worksheets::pace::{self, Code, Line, Pace};
use planner::worksheets::paychecks::Paychecks;
use serde::Deserialize;
use serde_json::Value;

const FILES: [&str; 2] = [include_str!("../../../cases/worked.json"), include_str!("../../../cases/derived.json")];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    /// What the example leaves open and the record fills in.
    #[serde(default, rename = "assumed")]
    _assumed: Option<String>,
    today: String,
    record: Value,
    expect: BTreeMap<String, String>,
    /// Figures that are published wrong or rounded.
    #[serde(default)]
    never: BTreeMap<String, String>,
}

/// What the engine gives under a name.
#[derive(Debug, PartialEq, Eq)]
enum Given {
    Dollars(Money),
    Count(usize),
    /// Without trailing zeros.
    Percent(String),
    Day(Date),
}

/// What an example says, read as the kind of thing that the engine gives.
fn said(example: &Value, text: &str, like: &Given) -> Given {
    let id = &example["id"];
    let found = text.starts_with('/').then(|| {
        let found = example.pointer(text).unwrap_or_else(|| panic!("{id}: nothing at {text}"));
        found.as_str().map_or_else(|| found.to_string(), str::to_owned)
    });
    let digits = found.as_deref().unwrap_or(text);
    let own_name = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
    match like {
        // The derived examples count in cents, the published ones in dollars.
        Given::Dollars(_) if found.is_some() && own_name.ends_with("_c") => {
            Given::Dollars(Money::cents(digits.parse().unwrap_or_else(|_| panic!("{id}: {digits} cents"))))
        }
        Given::Dollars(_) => Given::Dollars(money(digits)),
        Given::Count(_) => Given::Count(digits.parse().unwrap_or_else(|_| panic!("{id}: {digits} is no count"))),
        Given::Percent(_) => Given::Percent(percent(digits)),
        Given::Day(_) => Given::Day(day(digits)),
    }
}

/// A percentage as the engine writes it.
fn percent(digits: &str) -> String {
    digits.parse::<planner::percent::Percent>().expect("a percentage").to_string()
}

fn money(text: &str) -> Money {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn sum(lines: &[Line], of: fn(&Line) -> Money) -> Money {
    Money::sum(lines.iter().map(of)).expect("in range")
}

/// Both worksheets of an example's only year.
struct Worksheets {
    paychecks: Paychecks,
    pace: Pace,
    present: Election,
    profit_sharing_to_come: Money,
}

impl Worksheets {
    fn of(record: &Record, today: Date) -> Self {
        let entry = &record.years[0];
        let limits = YearLimits::of(entry.year, &entry.own_limits).expect("a year with limits");
        let age = entry.year - record.birth_date.expect("a birth date").year();
        let paychecks = Paychecks::of(entry, &limits, age, today).expect("in range").expect("a payroll");
        let pace = pace::worksheet(record, entry.year, today).unwrap_or_else(|error| panic!("{error}"));
        let projected = paychecks.projected(entry).expect("in range");
        let profit_sharing_to_come = projected.contributions.profit_sharing.to_come;
        Self { paychecks, pace, present: entry.payroll.after_tax, profit_sharing_to_come }
    }

    /// Match of all paychecks, and what comes after them where it does come.
    fn match_to_come(&self) -> Money {
        let each = sum(&self.pace.lines, |line| line.employer_match);
        let later =
            if self.pace.match_lost.is_positive() { Money::ZERO } else { self.paychecks.match_beyond_paychecks };
        each.plus(later).expect("in range")
    }

    /// What the finding on the present election says after some words.
    fn present_says(&self, before: &str) -> Money {
        let finding = self.pace.findings.iter().find(|finding| finding.code == Code::PresentGoesOver);
        let text = &finding.expect("the present election goes over").text;
        let (_, after) = text.split_once(before).unwrap_or_else(|| panic!("{before:?} in {text}"));
        let amount: String = after.chars().take_while(|c| c.is_ascii_digit() || "$,.".contains(*c)).collect();
        money(amount.trim_end_matches([',', '.']))
    }

    fn given(&self, name: &str) -> Given {
        let lines = &self.pace.lines;
        let count = |wanted: &dyn Fn(&Line) -> bool| Given::Count(lines.iter().filter(|line| wanted(line)).count());
        let first = lines.first().expect("a paycheck");
        let filled = lines.iter().rev().find(|line| line.after_tax.is_positive());
        Given::Dollars(match name {
            "pay" => self.paychecks.pay().expect("in range"),
            "first_pay" => first.pay,
            "deferrals" => sum(lines, |line| line.deferral.plus(line.catch_up).expect("in range")),
            "catch_ups" => sum(lines, |line| line.catch_up),
            "first_match" => first.employer_match,
            "match_each" => sum(lines, |line| line.employer_match),
            "match_to_come" => self.match_to_come(),
            "match_true_up" => self.paychecks.match_beyond_paychecks,
            "profit_sharing_to_come" => self.profit_sharing_to_come,
            "match_lost" => self.pace.match_lost,
            "room" => self.pace.room,
            "planned" => self.pace.planned,
            // Nobody is asked to change an election for less than a dollar.
            "filled" => {
                assert!(self.pace.unused < Money::dollars(1), "{} unused", self.pace.unused);
                self.pace.planned.plus(self.pace.unused).expect("in range")
            }
            "unused" => self.pace.unused,
            "over" => self.pace.over,
            "first_takes" => first.after_tax,
            "last_takes" => filled.expect("after-tax money").after_tax,
            "last_takes_with_the_rest" => {
                filled.expect("after-tax money").after_tax.plus(self.pace.unused).expect("in range")
            }
            "present_year" => self.present_says("on every paycheck to come, "),
            "present_beyond" => self.present_says("would go in, "),
            "paychecks" => return Given::Count(lines.len()),
            "paychecks_with_deferral" => return count(&|line| line.deferral.is_positive()),
            "paychecks_alike" => return count(&|line| line.after_tax == first.after_tax),
            "first_percent" | "present_percent" => {
                let election = match name {
                    "present_percent" => self.present,
                    _ => self.pace.entries.first().expect("an entry").election,
                };
                match election {
                    Election::Percent(percent) => return Given::Percent(percent.to_string()),
                    Election::Dollars(dollars) => panic!("{dollars} is no percentage"),
                }
            }
            "first_date" => return Given::Day(first.date),
            "last_matched" => {
                let last = lines.iter().rev().find(|line| line.employer_match.is_positive());
                return Given::Day(last.expect("a match").date);
            }
            _ => panic!("the cases expect {name:?}, which this test does not know"),
        })
    }
}

fn examples() -> Vec<Value> {
    let mut all = Vec::new();
    for file in FILES {
        let cases: Value = serde_json::from_str(file).expect("the cases are JSON");
        all.extend(cases["examples"].as_array().expect("a list of examples").iter().cloned());
    }
    all
}

fn runs(example: &Value) -> Vec<Run> {
    let runs = example.get("paychecks").cloned().unwrap_or_else(|| Value::Array(Vec::new()));
    Vec::deserialize(runs).unwrap_or_else(|error| panic!("{}: {error}", example["id"]))
}

#[test]
fn every_example_of_match_and_pace_comes_out_to_the_cent() {
    let mut count = 0;
    for example in examples() {
        for run in runs(&example) {
            let id = &example["id"];
            let record = Record::from_json(&run.record.to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record), "{id}");
            let worksheets = Worksheets::of(&record, day(&run.today));
            for (name, text) in &run.expect {
                let given = worksheets.given(name);
                assert_eq!(given, said(&example, text, &given), "{id}: {name}, expected from {text}");
            }
            for (name, text) in &run.never {
                let given = worksheets.given(name);
                assert_ne!(given, said(&example, text, &given), "{id}: {name} repeats the published mistake");
            }
            count += 1;
        }
    }
    assert!(count >= 30, "{count} runs");
}

#[test]
fn no_figure_of_an_example_that_only_runs_here_is_passed_over() {
    let mut only_here = BTreeSet::new();
    for example in examples().iter().filter(|example| !example["not_here"].is_null()) {
        let runs = runs(example);
        if runs.is_empty() {
            continue;
        }
        let id = example["id"].as_str().expect("an id");
        let expected: BTreeSet<&str> = runs.iter().flat_map(|run| run.expect.values().map(String::as_str)).collect();
        for root in ["/expected", "/check/output"] {
            for name in example.pointer(root).and_then(Value::as_object).into_iter().flat_map(|results| results.keys())
            {
                let figure = format!("{root}/{name}");
                let elsewhere = example["elsewhere"].get(&figure).is_some();
                assert!(expected.contains(figure.as_str()) != elsewhere, "{id}: {figure} must be run or be elsewhere");
            }
        }
        only_here.insert(id.to_owned());
    }
    let ids: Vec<&str> = only_here.iter().map(String::as_str).collect();
    assert_eq!(
        ids,
        [
            "bogleheads-2018-550k",
            "fool-80k",
            "humaninterest-tiered",
            "ianberger-ps",
            "irs-mary-2012-match",
            "irs-mary-2019-match",
            "percent-election-whole",
            "securian-3-9",
        ]
    );
}
