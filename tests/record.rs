//! The record's own rules: closed lists of words, elections, and what is refused.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fmt::Debug;

use planner::record::{
    Answer, Cadence, CatchUpOffer, Choice, Destination, Election, ElectionMode, ElectionStep, EmployerKind, FORMAT,
    MOST_ROWS, MOST_TIERS, MatchTiming, PayBasis, PlanKind, Record, RecordError, Relation, Shift, Strategy, TransferBy,
    TransferTiming,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn words<C: Choice + Debug + Serialize + DeserializeOwned>() {
    let mut seen = BTreeSet::new();
    for (answer, word) in C::WORDS {
        assert!(seen.insert(*word), "{word} stands for two answers");
        assert_eq!((answer.word(), C::from_word(word)), (*word, Some(*answer)));
        let json = serde_json::to_string(answer).expect("a word is JSON");
        assert_eq!(json, format!("\"{word}\""));
        assert_eq!(serde_json::from_str::<C>(&json).expect("it is read back"), *answer);
    }
    assert_eq!(C::WORDS[0].0, C::default(), "the first stands for a question not answered");
    for wrong in ["", "maybe", "YES", " yes"] {
        assert_eq!(C::from_word(wrong), None);
        let error = serde_json::from_str::<C>(&format!("{wrong:?}")).expect_err("no such word").to_string();
        assert!(seen.iter().all(|word| error.contains(word)), "{error}");
    }
}

#[test]
fn every_choice_goes_through_its_words() {
    words::<Answer>();
    words::<PlanKind>();
    words::<EmployerKind>();
    words::<CatchUpOffer>();
    words::<TransferTiming>();
    words::<TransferBy>();
    words::<Destination>();
    words::<ElectionMode>();
    words::<ElectionStep>();
    words::<MatchTiming>();
    words::<Cadence>();
    words::<Shift>();
    words::<PayBasis>();
    words::<Strategy>();
    words::<Relation>();
}

#[test]
fn an_election_says_whether_it_is_percent_or_dollars() {
    let percent = Election::Percent("17.5".parse().expect("a percentage"));
    let dollars = Election::Dollars("1,596.15".parse().expect("an amount"));
    for (election, json, shown) in [
        (percent, "\"17.5%\"", "17.5%"),
        (dollars, "\"1596.15\"", "$1,596.15"),
        (Election::NOTHING, "\"0.00\"", "$0.00"),
    ] {
        assert_eq!(serde_json::to_string(&election).expect("JSON"), json);
        assert_eq!(serde_json::from_str::<Election>(json).expect("it is read back"), election);
        assert_eq!(election.to_string(), shown);
    }
    for (json, says) in [
        ("\"101%\"", "from 0 to 100"),
        ("\"-1\"", "without a minus sign"),
        ("\"\"", "is not an election"),
        ("17", "expected a string"),
    ] {
        let error = serde_json::from_str::<Election>(json).expect_err("no election").to_string();
        assert!(error.contains(says), "{json}: {error}");
    }
}

fn with(more: &str) -> Result<Record, RecordError> {
    Record::from_json(&format!(r#"{{"format": {FORMAT}, "years": [{{"year": 2026, {more}}}]}}"#))
}

fn list(entry: &str, count: usize) -> String {
    format!("[{}]", vec![entry; count].join(", "))
}

#[test]
fn lists_have_a_most_and_days_of_the_month_a_range() {
    let raise = r#"{"from": "2026-07-01", "pay": "1"}"#;
    let bonus = r#"{"date": "2026-07-01", "amount": "1"}"#;
    for (field, entry, most) in
        [("pay_dates", "\"2026-07-01\"", MOST_ROWS), ("raises", raise, MOST_ROWS), ("bonuses", bonus, MOST_ROWS)]
    {
        let payroll = |count| with(&format!(r#""payroll": {{"{field}": {}}}"#, list(entry, count)));
        assert!(payroll(most).is_ok(), "{field}");
        assert_eq!(payroll(most + 1), Err(RecordError::TooManyRows(2026)), "{field}");
    }
    let tiers = |count| with(&format!(r#""plan": {{"match": {{"tiers": {}}}}}"#, list(r#"{"rate": "50"}"#, count)));
    assert!(tiers(MOST_TIERS).is_ok());
    assert_eq!(tiers(MOST_TIERS + 1), Err(RecordError::TooManyRows(2026)));
    for field in ["first_day", "second_day"] {
        let day = |day| with(&format!(r#""payroll": {{"{field}": {day}}}"#));
        assert!(day(1).is_ok() && day(31).is_ok());
        assert_eq!((day(0), day(32)), (Err(RecordError::Day(2026)), Err(RecordError::Day(2026))));
    }
    for error in [RecordError::TooManyRows(2026), RecordError::Day(2026)] {
        assert!(error.to_string().starts_with("In 2026, ") && error.to_string().ends_with('.'));
    }
}

#[test]
fn a_match_above_a_dollar_for_a_dollar_can_be_entered() {
    assert!(with(r#""plan": {"match": {"tiers": [{"rate": "200", "up_to": "1"}]}}"#).is_ok());
    assert!(with(r#""plan": {"match": {"tiers": [{"rate": "1000.01"}]}}"#).is_err());
    assert!(with(r#""plan": {"match": {"tiers": [{"rate": "50", "up_to": "101"}]}}"#).is_err());
}
