//! From the record back to what a person would have typed: nothing that a draft reads as is
//! lost, and nothing that a record has is lost in silence.

use crate::support::cases;
use crate::support::drafts::{answers, drafts, filled, keys};
use crate::support::properties;
use crate::support::records::{EVERY_FIELD, EVERY_FIELD_1, EVERY_FIELD_2, EXAMPLE, EXAMPLE_1, EXAMPLE_2};
use crate::support::values::today;
use crate::support::worksheets;
use planner::draft::Draft;
use planner::money::Money;
use planner::questions::{Field, Key, Kind, List, RowField};
use planner::record::{Form1099R, Record, YearRecord};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Serialize;
use serde_json::Value;

const RECORDS: [(&str, &str); 6] = [
    ("example", EXAMPLE),
    ("every-field", EVERY_FIELD),
    ("format-1-example", EXAMPLE_1),
    ("format-1-every-field", EVERY_FIELD_1),
    ("format-2-example", EXAMPLE_2),
    ("format-2-every-field", EVERY_FIELD_2),
];
fn record(text: &str) -> Record {
    Record::from_json(text).unwrap_or_else(|error| panic!("{error}"))
}

/// A draft that reads as this record, written back from it.
fn written(record: &Record) -> Draft {
    Draft::from_record(record, record.years.first().map_or(2026, |entry| entry.year))
}

/// What of a written draft does not count, by its names in the page.
fn apart(draft: &Draft) -> Vec<String> {
    let left_out = draft.left_out(today());
    let all = left_out.asked.iter().chain(&left_out.not_asked);
    all.map(|(year, key)| format!("{year} {}", key.id())).collect()
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("it is JSON")
}

/// Where one JSON has something that another has not, or has otherwise.
fn differences(one: &Value, other: &Value, path: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for (name, value) in one {
                differences(value, other.get(name).unwrap_or(&Value::Null), &format!("{path}/{name}"), found);
            }
            found.extend(other.keys().filter(|name| !one.contains_key(*name)).map(|name| format!("{path}/{name}")));
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (place, (one, other)) in one.iter().zip(other).enumerate() {
                differences(one, other, &format!("{path}/{place}"), found);
            }
        }
        (one, other) if one == other => {}
        _ => found.push(path.to_owned()),
    }
}

#[test]
fn the_example_is_written_back_as_it_reads() {
    for (year, after_tax, each) in [(2023, "5%", "355.77"), (2026, "21%", "1516.66")] {
        let example = Draft::example(year, today());
        let reading = example.read(today());
        let back = Draft::from_record(&reading.record, year);
        assert_eq!(back.read(today()), reading);
        // As a person types it: what differs are signs and blanks alone.
        assert_eq!(back.text(Key::BirthDate), "3/31/1985");
        assert_eq!(back.text(Key::Sheet(Field::PayRate)), "185,000.00");
        assert_eq!(back.text(Key::Sheet(Field::AfterTaxElection)), after_tax);
        assert_eq!(back.text(Key::Sheet(Field::TaxRate)), "32");
        assert_eq!(back.text(Key::Sheet(Field::PlanKind)), "", "the first of a list stands for an open question");
        assert_eq!(back.text(Key::Row(List::Contributions, 0, RowField::Sum)).replace(',', ""), each);
        assert_eq!(back.years_held().len(), 1);
    }
}

#[test]
fn every_frozen_record_is_written_back_and_what_the_page_does_not_ask_is_named() {
    // Those with every field have more than the page asks of any one person.
    let catch_up = (&["2026 catch-up"][..], &["0/plan/catch_up"][..]);
    let every_field = (
        // The wage base of 2027 is official.
        &["2026 pay", "2026 true-up", "2026 known-pay-date", "2026 pay-dates", "2027 own-wage-base"][..],
        &[
            "0/income",
            "0/payroll/known_pay_date",
            "0/payroll/pay_dates",
            "0/plan/match/true_up",
            "1/own_limits/social_security_wage_base",
        ][..],
    );
    let newest = (
        &[
            "2026 pay",
            "2026 true-up",
            "2026 known-pay-date",
            "2026 pay-dates",
            "2027 own-wage-base",
            "2028 eligible-pay",
        ][..],
        &[
            "0/income",
            "0/payroll/known_pay_date",
            "0/payroll/pay_dates",
            "0/plan/match/true_up",
            "1/own_limits/social_security_wage_base",
            "2/eligible_pay",
        ][..],
    );
    let wage_base = (&["2027 own-wage-base"][..], &["1/own_limits/social_security_wage_base"][..]);
    let expected = [catch_up, newest, catch_up, wage_base, catch_up, every_field];
    for ((name, text), (named, lost)) in RECORDS.into_iter().zip(expected) {
        let right = record(text);
        let draft = written(&right);
        let reading = draft.read(today());
        assert_eq!(reading.problems, [], "{name}");
        assert_eq!(apart(&draft), named, "{name}");
        let lost: Vec<String> = lost.iter().map(|path| format!("/years/{path}")).collect();
        let mut found = Vec::new();
        differences(&json(&right), &json(&reading.record), "", &mut found);
        assert_eq!(found, lost, "{name}");
        // What is not asked still stands in its field, for when it is.
        for (year, key) in draft.left_out(today()).not_asked {
            assert_ne!(draft.text_in(year, key), "", "{name}");
        }
    }
}

#[test]
fn a_hand_written_record_with_what_no_field_takes_is_kept_and_named() {
    let text = r#"{"format": 3, "birth_date": "2030-01-02", "years": [{"year": 2026,
        "plan": {"change_lead_days": 200, "match": {"offered": "yes", "tiers": [{"rate": "50"}, {"rate": "25"}]}},
        "payroll": {"cadence": "manual", "pay_dates": ["2026-01-15", "2025-12-31"], "last_stub": "2025-12-31"},
        "ledger": {"plan_total_on": "2027-01-05"},
        "landing": {"roth_ira_since": 1980},
        "forms": [{}], "returned": [{"paid_on": "2027-03-15"}]}]}"#;
    let draft = written(&record(text));
    let left_out = draft.left_out(today());
    assert_eq!(left_out.not_asked, []);
    let mut named = apart(&draft);
    named.sort_unstable();
    assert_eq!(
        named,
        [
            "2026 birth-date",
            "2026 change-lead-days",
            "2026 last-stub",
            "2026 match-rate-2",
            "2026 pay-dates",
            "2026 plan-total-on",
            "2026 return-0-paid-on",
            "2026 roth-ira-since",
        ]
    );
    assert_eq!(draft.text(Key::Sheet(Field::PayDates)), "1/15/2026, 12/31/2025");
    assert_eq!(draft.text(Key::Sheet(Field::ChangeLeadDays)), "200");
}

/// Every worksheet of every year, as the command prints them.
fn worksheets(record: &Record) -> Vec<Value> {
    fn shown<R: Serialize, E: ToString>(result: Result<R, E>) -> Value {
        result.map_or_else(|wait| Value::String(wait.to_string()), |result| json(&result))
    }
    let of_year = |year: i16| {
        [
            shown(worksheets::plan(record, year, today())),
            shown(worksheets::room(record, year, today())),
            shown(worksheets::pace(record, year, today())),
            shown(worksheets::conversions(record, year, today())),
            shown(worksheets::landing(record, year, today())),
            shown(worksheets::tax_forms(record, year, today())),
        ]
    };
    record.years.iter().flat_map(|entry| of_year(entry.year)).collect()
}

/// Every record that stands somewhere in a JSON.
fn records_in(value: &Value, found: &mut Vec<Record>) {
    if value.get("format").is_some()
        && let Ok(record) = Record::from_json(&value.to_string())
    {
        return found.push(record);
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| records_in(value, found)),
        Value::Array(values) => values.iter().for_each(|value| records_in(value, found)),
        _ => {}
    }
}

#[test]
fn the_worked_examples_come_out_the_same_or_it_is_said_why_not() {
    let mut records = Vec::new();
    for example in cases::all() {
        records_in(&example.json, &mut records);
    }
    let mut whole = 0;
    for right in &records {
        let draft = written(right);
        let reading = draft.read(today());
        if apart(&draft).is_empty() {
            assert_eq!(worksheets(&reading.record), worksheets(right));
            whole += 1;
        }
    }
    println!("{whole} of {} records stand in the page without a note", records.len());
    assert!(records.len() > 100 && whole * 10 > records.len() * 8, "{whole} of {}", records.len());
}

/// A record as the page's reader would have it: pay dates in order, forms with something
/// in them, words without blanks around them.
fn in_order(mut record: Record) -> Record {
    for entry in &mut record.years {
        entry.payroll.pay_dates.sort_unstable();
        entry.payroll.pay_dates.dedup();
        entry.forms.retain(|form| *form != Form1099R::default());
    }
    record
}

/// Records as somebody may write them by hand: the parts of two people's years in one.
fn by_hand() -> impl Strategy<Value = Record> {
    (filled(), filled(), any::<u32>()).prop_map(|(one, other, parts)| {
        let (mut record, other) = (one.read(today()).record, other.read(today()).record);
        for entry in &mut record.years {
            let Some(found) = other.years.iter().find(|found| found.year == entry.year).or(other.years.first()) else {
                continue;
            };
            let other = YearRecord { year: entry.year, ..found.clone() };
            let takes = |part: u32| parts >> part & 1 == 1;
            if takes(0) {
                entry.income = other.income;
            }
            if takes(1) {
                entry.payroll = other.payroll.clone();
            }
            if takes(2) {
                entry.plan = other.plan.clone();
            }
            if takes(3) {
                entry.contributions = other.contributions;
            }
            if takes(4) {
                entry.prior_year_box_3_wages = other.prior_year_box_3_wages;
            }
            if takes(5) {
                entry.own_limits = other.own_limits.clone();
            }
            if takes(6) {
                entry.plan.matching = other.plan.matching.clone();
            }
            if takes(7) {
                entry.landing = other.landing.clone();
            }
            if takes(8) {
                entry.forms = other.forms.clone();
                entry.returned = other.returned.clone();
            }
            for (place, job) in entry.other_jobs.iter_mut().enumerate() {
                if let Some(other) = found.other_jobs.get(place).filter(|_| takes(9)) {
                    job.relation = other.relation;
                }
            }
            for (place, conversion) in entry.ledger.conversions.iter_mut().enumerate() {
                if takes(10 + place as u32 % 8) {
                    conversion.path = Default::default();
                }
            }
        }
        record
    })
}

/// A text of which an empty field says the same.
fn says_nothing(key: Key, text: &str) -> bool {
    let text = text.trim_matches(' ');
    match key.kind() {
        Kind::Choice => text == answers(key).first().copied().unwrap_or_default() || text == "no",
        _ => text.parse::<Money>() == Ok(Money::ZERO) || text == "$0" || text == "0.0",
    }
}

proptest! {
    #![proptest_config(properties::cases(250))]

    #[test]
    fn what_is_read_is_written_back_and_reads_the_same(draft in prop_oneof![3 => filled(), 1 => drafts()], place in any::<Index>()) {
        let record = draft.read(today()).record;
        let year = place.get(&record.years).year;
        let back = Draft::from_record(&record, year);
        let reading = back.read(today());
        prop_assert_eq!(&reading.problems, &[]);
        prop_assert!(reading.unread_years.is_empty());
        prop_assert_eq!(&reading.record, &record);
        prop_assert_eq!(apart(&back), Vec::<String>::new());
        // And from there on nothing changes any more.
        prop_assert_eq!(Draft::from_record(&reading.record, year), back.clone());
        prop_assert_eq!(Draft::from_saved(&back.to_saved()), Ok(back));
    }

    #[test]
    fn what_is_left_out_is_all_that_does_not_count(mut draft in filled(), place in any::<Index>()) {
        let (left_out, reading) = (draft.left_out(today()), draft.read(today()));
        for (year, key) in left_out.asked.iter().chain(&left_out.not_asked) {
            let behind = draft.sheets.get(year).is_some_and(|sheet| !sheet.others.is_empty());
            prop_assert!(behind || !draft.text_in(*year, *key).trim().is_empty(), "{:?}", key);
        }
        let of_problems = reading.problems.iter().filter(|problem| !draft.text(problem.key).trim().is_empty());
        for problem in of_problems {
            prop_assert!(left_out.asked.contains(&(draft.year, problem.key)), "{:?}", problem);
        }
        let key = *place.get(&keys(&draft));
        let text = draft.text(key).to_owned();
        let here = (draft.year, key);
        draft.set(key, String::new());
        let same = draft.read(today()).record == reading.record;
        // Of several jobs the same text may count in one and not in another.
        let several = draft.sheet().is_some_and(|sheet| !sheet.others.is_empty());
        if several {
            return Ok(());
        }
        if left_out.not_asked.contains(&here) {
            prop_assert!(same, "{:?} is not asked, and yet {:?} counts", key, text);
        } else if !left_out.asked.contains(&here) && !text.trim().is_empty() && !says_nothing(key, &text) {
            prop_assert!(!same, "{:?} is to count, and {:?} does not", key, text);
        }
    }

    #[test]
    fn what_is_written_by_hand_is_never_lost_in_silence(record in by_hand()) {
        let draft = written(&record);
        let reading = draft.read(today());
        if apart(&draft).is_empty() {
            prop_assert_eq!(reading.record, in_order(record));
        } else {
            // What is named is all that is lost.
            let mut lost = Vec::new();
            differences(&json(&in_order(record)), &json(&reading.record), "", &mut lost);
            prop_assert!(lost.len() <= apart(&draft).len(), "{:?} {:?}", lost, apart(&draft));
        }
    }
}
