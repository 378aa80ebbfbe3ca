//! The record's own rules: closed lists of words, elections, and what is refused.

use std::collections::BTreeSet;
use std::fmt::Debug;

use planner::record::{
    Answer, Better, Cadence, CatchUpOffer, Choice, Destination, Election, ElectionMode, ElectionStep, EmployerKind,
    FORMAT, MOST_FORMS, MOST_LEDGER_ROWS, MOST_ROWS, MOST_TIERS, MatchTiming, Path, PayBasis, PlanKind, Record,
    RecordError, Relation, ReturnKind, Shift, Spot, Strategy, TransferBy, TransferTiming,
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
    words::<Path>();
    words::<Spot>();
    words::<Better>();
    words::<ReturnKind>();
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

/// The lists of a ledger, with a row on this day.
fn ledger_rows(date: &str) -> [(&'static str, String); 3] {
    [
        ("contributions", format!(r#"{{"date": "{date}", "amount": "1"}}"#)),
        ("balances", format!(r#"{{"date": "{date}", "value": "1"}}"#)),
        ("conversions", format!(r#"{{"date": "{date}", "amount": "1"}}"#)),
    ]
}

#[test]
fn the_lists_of_the_ledger_and_of_the_forms_have_a_most() {
    for (field, row) in ledger_rows("2026-12-31") {
        let ledger = |count| with(&format!(r#""ledger": {{"{field}": {}}}"#, list(&row, count)));
        assert!(ledger(MOST_LEDGER_ROWS).is_ok(), "{field}");
        assert_eq!(ledger(MOST_LEDGER_ROWS + 1), Err(RecordError::TooLongLedger(2026)), "{field}");
    }
    for field in ["forms", "returned"] {
        let forms = |count| with(&format!(r#""{field}": {}"#, list("{}", count)));
        assert!(forms(MOST_FORMS).is_ok(), "{field}");
        assert_eq!(forms(MOST_FORMS + 1), Err(RecordError::TooManyForms(2026)), "{field}");
    }
    for (error, most) in
        [(RecordError::TooLongLedger(2026), MOST_LEDGER_ROWS), (RecordError::TooManyForms(2026), MOST_FORMS)]
    {
        let says = error.to_string();
        assert!(says.starts_with("In 2026, ") && says.contains(&most.to_string()) && says.ends_with('.'), "{says}");
    }
}

#[test]
fn a_ledger_has_dates_of_its_own_year_only() {
    for date in ["2026-01-01", "2026-12-31"] {
        for (field, row) in ledger_rows(date) {
            assert!(with(&format!(r#""ledger": {{"{field}": [{row}]}}"#)).is_ok(), "{field} {date}");
        }
    }
    for date in ["2025-12-31", "2027-01-01"] {
        for (field, row) in ledger_rows(date) {
            let error = with(&format!(r#""ledger": {{"{field}": [{row}]}}"#)).expect_err("another year's row");
            assert_eq!(error, RecordError::LedgerYear(2026), "{field} {date}");
            assert!(error.to_string().contains("2026") && error.to_string().ends_with('.'));
        }
    }
    // What follows a conversion may come in the next year, and a plan's statement too.
    assert!(
        with(
            r#""ledger": {"plan_total_on": "2027-01-05", "conversions": [{"date": "2026-12-20", "amount": "1",
            "path": "paid_out", "rolled_over": "1", "rolled_over_on": "2027-02-01"}]},
            "landing": {"chosen_on": "2025-06-01"}, "returned": [{"paid_on": "2027-03-15"}]"#
        )
        .is_ok()
    );
}

#[test]
fn a_slip_in_the_ledger_the_landing_spot_or_the_forms_is_refused() {
    let row = r#""date": "2026-01-02", "amount": "1""#;
    for (more, says) in [
        (r#""ledger": {"slip": "1"}"#.to_owned(), "unknown field `slip`"),
        (format!(r#""ledger": {{"contributions": [{{{row}, "slip": "1"}}]}}"#), "unknown field `slip`"),
        (format!(r#""ledger": {{"conversions": [{{{row}, "slip": "1"}}]}}"#), "unknown field `slip`"),
        (r#""ledger": {"balances": [{"date": "2026-01-02", "amount": "1"}]}"#.to_owned(), "unknown field `amount`"),
        (r#""ledger": {"balances": [{"date": "2026-01-02"}]}"#.to_owned(), "missing field `value`"),
        (r#""ledger": {"contributions": [{"amount": "1"}]}"#.to_owned(), "missing field `date`"),
        (r#""ledger": {"conversions": [{"date": "2026-01-02"}]}"#.to_owned(), "missing field `amount`"),
        (
            format!(r#""ledger": {{"conversions": [{{{row}, "path": "by_mail"}}]}}"#),
            "\"by_mail\" is not one of: in_plan, roth_ira, split, traditional_ira, paid_out",
        ),
        (r#""ledger": {"plan_total": 1}"#.to_owned(), "expected a string"),
        (r#""ledger": {"plan_total": "-1"}"#.to_owned(), "without a minus sign"),
        (r#""ledger": {"tax_rate": "101"}"#.to_owned(), "from 0 to 100"),
        (r#""ledger": {"growth": "x"}"#.to_owned(), "percentage"),
        (r#""ledger": {"forms_saved": "perhaps"}"#.to_owned(), "\"perhaps\" is not one of: unknown, yes, no"),
        (r#""landing": {"slip": "1"}"#.to_owned(), "unknown field `slip`"),
        (r#""landing": {"spot": "mattress"}"#.to_owned(), "\"mattress\" is not one of: open, roth_ira, roth_401k"),
        (r#""landing": {"lower_costs": "both"}"#.to_owned(), "\"both\" is not one of: unknown, roth_ira, plan, alike"),
        (r#""landing": {"roth_ira_since": 99999}"#.to_owned(), "99999"),
        (r#""landing": {"chosen_on": "1/2/2026"}"#.to_owned(), "is not a date written YYYY-MM-DD"),
        (r#""forms": [{"slip": "1"}]"#.to_owned(), "unknown field `slip`"),
        (r#""forms": [{"ira": "yes"}]"#.to_owned(), "expected a boolean"),
        (r#""returned": [{"slip": "1"}]"#.to_owned(), "unknown field `slip`"),
        (
            r#""returned": [{"kind": "refund"}]"#.to_owned(),
            "\"refund\" is not one of: annual_additions, deferrals, acp_test",
        ),
    ] {
        let error = with(&more).expect_err(&more).to_string();
        assert!(error.contains(says), "{more}: {error}");
    }
}

#[test]
fn a_match_above_a_dollar_for_a_dollar_can_be_entered() {
    assert!(with(r#""plan": {"match": {"tiers": [{"rate": "200", "up_to": "1"}]}}"#).is_ok());
    assert!(with(r#""plan": {"match": {"tiers": [{"rate": "1000.01"}]}}"#).is_err());
    assert!(with(r#""plan": {"match": {"tiers": [{"rate": "50", "up_to": "101"}]}}"#).is_err());
}
