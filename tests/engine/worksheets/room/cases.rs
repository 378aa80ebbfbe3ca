//! Every example of `cases/worked.json` and `cases/derived.json`, to the cent.
//!
//! Each example has `runs`, which go through the room worksheet, or `conversions` or
//! `forms`, which go through those, or says in `not_here` why the room has no part in it.
//! No figure of an example may be passed over: a run expects it, or `elsewhere` names the
//! worksheet that it belongs to. An example that is published wrong must also say what is
//! `never` given.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::cases::{self, Example};
use crate::support::room_invariants;
use crate::support::values::{day, money};
use planner::law::deadlines;
use planner::money::Money;
use planner::record::{Income, Record, Relation};
use planner::worksheets::room::{Code, Room};
use planner::worksheets::year::Monthly;
use planner::worksheets::year::RothCatchUp;
use serde::Deserialize;
use serde_json::Value;

/// What this project adds to an example.
#[derive(Deserialize)]
struct Added {
    #[serde(default)]
    runs: Vec<Run>,
    /// What goes through the pace worksheet, as `worksheets::pace::cases` does it.
    #[serde(default)]
    paychecks: Vec<Elsewhere>,
    /// What goes through the conversions worksheet, as `worksheets::conversions::cases` does it.
    #[serde(default)]
    conversions: Vec<Elsewhere>,
    /// What goes through the forms worksheet, as `worksheets::tax_forms::cases` does it.
    #[serde(default)]
    forms: Vec<Elsewhere>,
    #[serde(default)]
    elsewhere: BTreeMap<String, String>,
    not_here: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    /// What the example leaves open and the record fills in.
    #[serde(default, rename = "assumed")]
    _assumed: Option<String>,
    today: Option<String>,
    record: Option<Value>,
    pace: Option<PaceOf>,
    expect: BTreeMap<String, Value>,
    #[serde(default)]
    never: BTreeMap<String, Value>,
}

/// Of a run through another worksheet, what it expects and what it never gives.
#[derive(Deserialize)]
struct Elsewhere {
    expect: BTreeMap<String, Value>,
    #[serde(default)]
    never: BTreeMap<String, Value>,
}

/// Pointers to the amount that an even pace spreads and to the count of contributions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaceOf {
    amount: String,
    contributions: String,
}

/// Something that an example gives and the engine must give too.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Given {
    Dollars(Money),
    Truth(bool),
    Day(String),
}

fn added(example: &Example) -> Added {
    Added::deserialize(&example.json).unwrap_or_else(|error| panic!("{}: {error}", example.id))
}

/// What stands at a pointer, or what a run states itself.
fn expected(example: &Example, value: &Value) -> Given {
    match value {
        Value::String(pointer) if pointer.starts_with('/') => match example.at(pointer) {
            Value::Number(_) => Given::Dollars(example.money(pointer)),
            Value::Bool(truth) => Given::Truth(*truth),
            Value::String(text) => Given::Day(text.clone()),
            other => panic!("{}: {pointer} is {other}", example.id),
        },
        Value::String(text) => Given::Dollars(money(text)),
        Value::Bool(truth) => Given::Truth(*truth),
        other => panic!("{}: cannot expect {other}", example.id),
    }
}

/// What the engine gives under a name that the cases use.
fn ours(name: &str, record: &Record, room: &Room) -> Given {
    let entry = &record.years[0];
    let labelled = |label: &str| {
        let step = room.cap.steps.iter().find(|step| step.label == label);
        step.unwrap_or_else(|| panic!("no step {label:?}")).value
    };
    let dollar_limit = room.cap.steps.last().expect("the cap has steps").operands[0].value;
    let sum = |amounts: &[Money]| amounts.iter().copied().sum::<Money>();
    let unrelated = entry.other_jobs.iter().filter(|job| job.relation == Relation::Unrelated).map(|job| {
        sum(&[job.deferrals.so_far, job.deferrals.to_come, job.employer.so_far, job.employer.to_come, job.after_tax])
    });
    Given::Dollars(match name {
        "cap" => room.cap.value,
        "dollar_limit" => dollar_limit,
        "deferral_limit" => room.limits.elective_deferrals.value,
        "pay_counted" => room.limits.pay_counted.value,
        "regular" => room.regular_deferrals.value,
        "catch_up" => room.catch_up.value,
        "employer" => room.employer.value,
        "room" => room.room.value,
        "room_by_law" => room.room_by_law.value,
        "room_within_pay" => room.room_within_pay,
        "room_by_dollar_limit" => dollar_limit - room.used.value,
        "room_and_after_tax_in" => sum(&[room.room.value, room.after_tax]),
        "room_with_reclassification" => room.room_with_reclassification,
        "room_if_excess_returned" => room.room_if_excess_returned,
        "over" => room.over.value,
        "excess" => room.excess_deferrals.value,
        "deferrals_left" => room.deferrals_left,
        "in_the_plan" => sum(&[room.used.value, room.catch_up.value]),
        "total_if_filled" => room.total_if_filled,
        "with_other_jobs_if_filled" => sum(&std::iter::once(room.total_if_filled).chain(unrelated).collect::<Vec<_>>()),
        "roth_if_filled" => sum(&[entry.contributions.roth.total(), room.room.value]),
        "pre_tax_if_filled" => sum(&[entry.contributions.pre_tax.total(), room.employer.value]),
        "most_employer" => room.most_employer.expect("a business of one's own"),
        "half_se_tax" => labelled("Half of the self-employment tax"),
        "pay_before_employer" => labelled("Pay before the employer contribution"),
        "pay_after_employer" => labelled("Pay after the employer contribution"),
        "catch_up_must_be_roth" => return Given::Truth(room.roth_catch_up == RothCatchUp::Required),
        "a_contribution_still_counts" => return Given::Truth(room.pace.is_some_and(|pace| pace.total.is_positive())),
        "own_money_by" => {
            let is_owner = room.most_employer.is_some();
            let last = deadlines::last_contribution(room.year, is_owner).expect("a last day");
            // An owner's day is not moved off a weekend, so that the money must be there before.
            let by = if is_owner { deadlines::paid_by(last) } else { Some(last) };
            assert_eq!(room.closing.by, by);
            return Given::Day(last.to_string());
        }
        "excess_out_by" => {
            let finding = room.findings.iter().find(|finding| finding.code() == Code::ExcessDeferrals);
            let text = &finding.expect("an excess is found").words.text;
            let date = day(&format!("{}-04-15", room.year + 1));
            assert!(text.contains(&date.long()), "{text}");
            return Given::Day(date.to_string());
        }
        _ => panic!("the cases expect {name:?}, which this test does not know"),
    })
}

fn run(example: &Example, run: &Run) {
    let id = &example.id;
    let given: Box<dyn Fn(&str) -> Given> = match (&run.record, &run.pace) {
        (Some(record), None) => {
            let record = Record::from_json(&record.to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
            let year = record.years[0].year;
            let today = day(&run.today.clone().unwrap_or_else(|| format!("{year}-11-24")));
            let room = room_invariants::worksheet(&record, today).unwrap_or_else(|error| panic!("{id}: {error}"));
            if let Some(Income::Wages { .. }) = record.years[0].income {
                assert_eq!(room.most_employer, None, "{id}");
            }
            Box::new(move |name| ours(name, &record, &room))
        }
        (None, Some(pace)) => {
            let amount = match expected(example, &Value::String(pace.amount.clone())) {
                Given::Dollars(amount) => amount,
                other => panic!("{id}: {other:?} to spread"),
            };
            let count = example.at(&pace.contributions).as_u64().and_then(|count| u32::try_from(count).ok());
            let even = Monthly::even(amount, count.expect("a count")).expect("a contribution left");
            Box::new(move |name| {
                Given::Dollars(match name {
                    "pace_each" => even.each,
                    "pace_last" => even.last,
                    "pace_total" => even.total,
                    _ => panic!("a pace has no {name:?}"),
                })
            })
        }
        _ => panic!("{id}: a run has either a record or a pace"),
    };
    for (name, right) in &run.expect {
        assert_eq!(given(name), expected(example, right), "{id}: {name}, expected from {right}");
    }
    for (name, wrong) in &run.never {
        assert_ne!(given(name), expected(example, wrong), "{id}: {name} repeats the published mistake");
    }
}

#[test]
fn every_example_that_touches_the_room_comes_out_to_the_cent() {
    let mut count = 0;
    for example in cases::all() {
        for each in &added(&example).runs {
            run(&example, each);
            count += 1;
        }
    }
    println!("{count} runs of the room worksheet");
}

#[test]
fn every_example_is_run_or_named_with_its_reason() {
    let all = cases::all();
    let mut ids = BTreeSet::new();
    let (mut runs, mut named) = (0, 0);
    for example in &all {
        let (id, added) = (&example.id, added(example));
        assert!(ids.insert(id), "{id} appears twice");
        let run = added.runs.len() + added.conversions.len() + added.forms.len();
        match (&added.not_here, run) {
            (None, 1..) => runs += 1,
            (Some(reason), 0) => {
                assert!(reason.len() > 20, "{id} needs a reason");
                println!("{id}: {reason}");
                named += 1;
            }
            _ => panic!("{id} must have runs or a reason, and not both"),
        }
    }
    println!("{runs} examples run, {named} named with their reason");
    assert_eq!(runs + named, all.len());
    assert_eq!(all.len(), 88, "both files are whole");
}

#[test]
fn no_figure_of_an_example_is_passed_over() {
    for example in cases::all() {
        let Added { runs, paychecks, conversions, forms, elsewhere, not_here } = added(&example);
        if not_here.is_some() {
            continue;
        }
        let pointers = |values: fn(&Run) -> &BTreeMap<String, Value>| -> BTreeSet<String> {
            runs.iter().flat_map(|run| values(run).values()).filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let mut expected = pointers(|run| &run.expect);
        let others = || [&paychecks, &conversions, &forms].into_iter().flatten();
        let texts = |value: &Value| value.as_str().map(str::to_owned);
        expected.extend(others().flat_map(|run| run.expect.values()).filter_map(texts));
        for figure in example.results() {
            let is_elsewhere = elsewhere.contains_key(&figure);
            assert!(expected.contains(&figure) != is_elsewhere, "{}: {figure} must be run or be elsewhere", example.id);
        }
        if example.is_trap() {
            let mut never = pointers(|run| &run.never);
            never.extend(others().flat_map(|run| run.never.values()).filter_map(texts));
            assert!(!never.is_empty(), "{} is a trap", example.id);
            for figure in example.published_wrong() {
                let is_elsewhere = elsewhere.contains_key(&figure);
                assert!(never.contains(&figure) != is_elsewhere, "{}: {figure} must never be given", example.id);
            }
        }
    }
}

#[test]
fn every_example_keeps_its_source_and_its_arithmetic() {
    for example in cases::worked() {
        assert!(example.at("/source/site").is_string() && example.at("/check/how").is_string(), "{}", example.id);
    }
    for example in cases::derived() {
        assert!(example.at("/derivation").as_str().is_some_and(|text| text.len() > 5), "{}", example.id);
    }
}
