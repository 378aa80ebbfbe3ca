//! What is saved comes back to the letter, and what cannot be a saved draft is refused.

use crate::support::drafts::{drafts, read_whole, row_keys};
use crate::support::properties::cases;
use planner::draft::{Draft, SavedError};
use planner::questions::{Field, Key, List, RowField, Whose};
use planner::record::{MOST_FORMS, MOST_JOBS, MOST_LEDGER_ROWS, MOST_ROWS, YEARS};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What a browser may hold since the first version; it must come back for good.
const SAVED_AT_FIRST: &str = r#"{"format":1,"draft":{"year":2026,"birth_date":"3/31/1985","sheets":{"2025":{"texts":{"pay":"1,2"},"jobs":[]},"2026":{"texts":{"income":"self_employed","net-profit":"160,000","own-catch-up-60-to-63":"x"},"jobs":[{"id":3,"texts":{"name":"\"Caf\u00e9\" \ud83c\udf75","relation":"related"}}]}}}}"#;

#[test]
fn what_was_saved_at_first_still_comes_back() {
    let mut draft = Draft::from_saved(SAVED_AT_FIRST).expect("a draft of format 1");
    assert_eq!(draft.text(Key::BirthDate), "3/31/1985");
    assert_eq!(draft.text(Key::Sheet(Field::Income)), "self_employed");
    assert_eq!(draft.text(Key::Sheet(Field::NetProfit)), "160,000");
    assert_eq!(draft.text(Key::Sheet(Field::OwnCatchUpHigher)), "x");
    assert_eq!(draft.text(Key::Row(List::Jobs, 3, RowField::Name)), "\"Caf\u{e9}\" \u{1f375}");
    assert_eq!(draft.text(Key::Row(List::Jobs, 3, RowField::Relation)), "related");
    draft.year = 2025;
    assert_eq!(draft.text(Key::Sheet(Field::Pay)), "1,2");
}

/// The same with the fields of the plan and the paychecks.
const SAVED_AT_SECOND: &str = r#"{"format":2,"draft":{"year":2026,"birth_date":"3/31/1985","sheets":{"2026":{"texts":{"plan-kind":"solo_401k","employer":"own_business","plan-after-tax":"yes","in-service-withdrawal":"no","in-plan-rollover":"yes","transfer-timing":"any_day","transfer-by":"online","destination":"roth_401k","transfers-per-year":"12","least-transfer":"500","transfer-fee":"$25","separate-accounting":"yes","suspends-contributions":"no","deferrals-first":"no","cadence":"manual","election-mode":"each_time","election-step":"cents","election-limit":"75 %","change-lead-days":"10","spillover":"no","match-offered":"yes","match-rate-1":"100","match-up-to-1":"3","match-rate-2":"50","match-up-to-2":"5","match-rate-3":"10","match-up-to-3":"x","match-dollar-cap":"9,000","match-timing":"yearly","true-up":"no","match-on-catch-up":"yes","match-on-after-tax":"no","others-average":"4","highly-compensated":"yes","known-pay-date":"1/2/2026","first-day":"15","second-day":"31","shift":"after","pay-dates":"1/2/2026\n1/16/2026","pay-basis":"salary","pay-rate":"200,000","last-stub":"11/20/2026","pay-so-far":"170,000","pre-tax-election":"10%","roth-election":"$100","after-tax-election":"17","take-home":"4,000","least-take-home":"3,000","strategy":"by_date","fill-by":"9/30/2026","what-if-raise":"5"},"jobs":[],"raises":[{"id":0,"texts":{"from":"7/1/2026","new-pay":"210,000"}}],"bonuses":[{"id":1,"texts":{"date":"3/13/2026","amount":"20,000","takes-deferrals":"no","takes-after-tax":"yes","matched":"no","sure":"unsure"}}]}}}}"#;

#[test]
fn what_was_saved_with_the_plan_still_comes_back() {
    let draft = Draft::from_saved(SAVED_AT_SECOND).expect("a draft of format 2");
    let format = format!("\"format\":{}", planner::draft::FORMAT);
    let right = SAVED_AT_SECOND.replacen("\"format\":2", &format, 1);
    assert_eq!(draft.to_saved(), right, "to the letter");
    assert_eq!(draft.text(Key::Sheet(Field::MatchUpTo3)), "x");
    assert_eq!(draft.text(Key::Sheet(Field::PayDates)), "1/2/2026\n1/16/2026");
    assert_eq!(draft.text(Key::Row(List::Raises, 0, RowField::NewPay)), "210,000");
    assert_eq!(draft.text(Key::Row(List::Bonuses, 1, RowField::Sure)), "unsure");
}

/// The same with the ledger, the landing spot and the forms.
const SAVED_AT_THIRD: &str = r#"{"format":3,"draft":{"year":2026,"birth_date":"3/31/1985","sheets":{"2019":{"texts":{},"jobs":[],"contributions":[{"id":7,"texts":{"on":"6/15/2019","sum":"1,2"}}]},"2026":{"texts":{"several-plans":"yes","opening-on":"1/2/2026","opening-basis":"1","opening-value":"2","opening-plan":"Old job","before-1987":"1","before-1987-alone":"yes","plan-total":"$7,826.94","plan-total-on":"11/20/2026","tax-rate":"31.5 %","growth":"6","forms-saved":"yes","earnings-understood":"no","plan-rechecked":"unknown","landing-spot":"roth_ira","landing-reason":"Better “funds”","landing-chosen-on":"1/5/2026","roth-ira-since":"2012","plan-roth-since":"x","needed-early":"yes","leaves-from-55":"no","plan-loans":"yes","better-investments":"plan","lower-costs":"alike","roth-ira-contributions":"7,000"},"jobs":[],"contributions":[{"id":0,"texts":{"on":"1/2/2026","sum":"355.77"}},{"id":2,"texts":{"on":"1/16/2026","sum":"355.77","plan":"Old job"}}],"balances":[{"id":0,"texts":{"on":"2026-03-31","sum":"2,500","plan":"Old job"}}],"conversions":[{"id":4,"texts":{"on":"4/1/2026","sum":"2,500","plan":"Old job","how":"paid_out","plan-basis":"2,490.39","plan-earnings":"9.61","destination":"Roth IRA","confirmation":"=1+1","rolled-over":"2,500","rolled-over-on":"5/1/2026","received-on":"4/3/2026","to-traditional":"1"}}],"forms":[{"id":0,"texts":{"payer":"Fidelity","box-1":"2,500","box-2a":"9.61","not-determined":"yes","total-distribution":"no","box-4":"0","box-5":"2,490.39","box-7":"G","ira-box":"yes","box-10":"1","box-11":"2015"}}],"returns":[{"id":1,"texts":{"return-kind":"acp_test","excess":"100","returned-earnings":"2","paid-on":"3/1/2027","was-converted":"yes","was-roth":"no"}}]}}}}"#;

#[test]
fn what_was_saved_with_the_ledger_still_comes_back() {
    let mut draft = Draft::from_saved(SAVED_AT_THIRD).expect("a draft of format 3");
    assert_eq!(draft.to_saved(), SAVED_AT_THIRD, "to the letter");
    // What else a person could do is asked since then.
    let asked_then = |field: &Field| !field.place().starts_with("beyond.");
    for field in Field::of(Whose::Person).filter(asked_then).chain(Field::of(Whose::Ledger)) {
        assert!(!draft.text(Key::Sheet(field)).is_empty(), "{field:?}");
    }
    let lists = [List::Balances, List::Conversions, List::Forms, List::Returns];
    // What is asked since then was not saved.
    let since = ["corrected", "other-money", "other-taxable", "excess-pre-tax"];
    for key in lists.iter().flat_map(|list| row_keys(&draft, *list)) {
        assert!(!draft.text(key).is_empty() || since.iter().any(|word| key.id().ends_with(word)), "{key:?}");
    }
    assert_eq!(draft.text(Key::Row(List::Contributions, 2, RowField::Plan)), "Old job");
    draft.year = 2019;
    assert_eq!(draft.text(Key::Row(List::Contributions, 7, RowField::Sum)), "1,2");
}

#[test]
fn what_cannot_be_a_saved_draft_is_refused_for_the_right_reason() {
    use SavedError::{Newer, Unreadable};
    let cut = &SAVED_AT_FIRST[..SAVED_AT_FIRST.len() - 1];
    let edited = |from: &str, to: &str| SAVED_AT_FIRST.replacen(from, to, 1);
    for (text, error) in [
        ("", Unreadable),
        ("null", Unreadable),
        ("[]", Unreadable),
        ("{}", Unreadable),
        ("hello", Unreadable),
        ("\u{feff}{}", Unreadable),
        (cut, Unreadable),
        (r#"{"format":1}"#, Unreadable),
        (r#"{"format":1,"draft":null}"#, Unreadable),
        (r#"{"format":1,"draft":{}}"#, Unreadable),
        (r#"{"format":0,"draft":{"year":2026}}"#, Unreadable),
        (r#"{"format":-1,"draft":{"year":2026}}"#, Unreadable),
        (r#"{"format":"2","draft":{"year":2026}}"#, Unreadable),
        (r#"{"format":5,"draft":{"year":2026}}"#, Newer),
        (r#"{"format":99,"draft":"written quite otherwise"}"#, Newer),
        (r#"{"format":99}"#, Newer),
        (r#"{"format":1,"draft":{"year":"2026"}}"#, Unreadable),
        (r#"{"format":1,"draft":{"year":2001}}"#, Unreadable),
        (r#"{"format":1,"draft":{"year":2199}}"#, Unreadable),
        (r#"{"format":1,"draft":{"year":-32768}}"#, Unreadable),
        (r#"{"format":1,"draft":{"year":40000}}"#, Unreadable),
        (&edited("\"pay\"", "\"no-such-field\""), Unreadable),
        (&edited("\"1,2\"", "12"), Unreadable),
        (&edited("\"id\":3", "\"id\":-3"), Unreadable),
    ] {
        assert_eq!(Draft::from_saved(text), Err(error), "{text}");
    }
    for format in 1..=planner::draft::FORMAT {
        for year in [YEARS.0, YEARS.1] {
            let text = format!(r#"{{"format":{format},"draft":{{"year":{year}}}}}"#);
            assert_eq!(Draft::from_saved(&text).map(|draft| draft.year), Ok(year));
        }
    }
    for error in [Newer, Unreadable] {
        assert!(error.to_string().ends_with('.'));
    }
}

#[test]
fn a_sheet_of_a_year_out_of_range_is_refused_like_the_year_on_show() {
    for year in [i16::MIN, -1, 0, 1, YEARS.0 - 1, YEARS.1 + 1, i16::MAX] {
        let text = SAVED_AT_FIRST.replacen("\"2025\"", &format!("\"{year}\""), 1);
        assert_eq!(Draft::from_saved(&text), Err(SavedError::Unreadable), "{year}");
    }
}

#[test]
fn rows_saved_under_one_number_or_too_many_are_refused() {
    let lists = [
        ("jobs", MOST_JOBS),
        ("raises", MOST_ROWS),
        ("bonuses", MOST_ROWS),
        ("contributions", MOST_LEDGER_ROWS),
        ("balances", MOST_LEDGER_ROWS),
        ("conversions", MOST_LEDGER_ROWS),
        ("forms", MOST_FORMS),
        ("returns", MOST_FORMS),
    ];
    assert_eq!(lists.map(|(_, most)| most).as_slice(), List::ALL.iter().map(|list| list.most()).collect::<Vec<_>>());
    for (list, most) in lists {
        let saved = |ids: Vec<usize>| {
            let rows: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":{id}}}"#)).collect();
            let sheet = format!(r#"{{"{list}":[{}]}}"#, rows.join(","));
            Draft::from_saved(&format!(r#"{{"format":3,"draft":{{"year":2026,"sheets":{{"2026":{sheet}}}}}}}"#))
        };
        assert!(saved((0..most).collect()).is_ok(), "{list}");
        assert_eq!(saved((0..=most).collect()), Err(SavedError::Unreadable), "{list}");
        assert_eq!(saved(vec![3, 4, 3]), Err(SavedError::Unreadable), "{list}");
    }
}

#[test]
fn a_job_added_after_the_highest_number_still_has_a_number_of_its_own() {
    let text = SAVED_AT_FIRST.replacen("\"id\":3", &format!("\"id\":{}", u32::MAX), 1);
    let Ok(mut draft) = Draft::from_saved(&text) else { return };
    let added = draft.add_row(List::Jobs);
    assert_ne!(added, u32::MAX);
    assert_eq!(draft.text(Key::Row(List::Jobs, added, RowField::Name)), "");
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn what_is_saved_comes_back_to_the_letter(draft in drafts()) {
        let saved = draft.to_saved();
        prop_assert_eq!(Draft::from_saved(&saved), Ok(draft));
        prop_assert_eq!(Draft::from_saved(&saved).map(|draft| draft.to_saved()), Ok(saved));
    }
}

/// A valid saved text with some of its letters changed, taken out or put in.
fn broken() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "{}[]\":,0129-\\eu null\0\u{e9}".chars().collect();
    let edit = (any::<Index>(), 0_u8..3, select(letters));
    let valid = prop_oneof![
        Just(SAVED_AT_FIRST.to_owned()),
        Just(SAVED_AT_SECOND.to_owned()),
        Just(SAVED_AT_THIRD.to_owned()),
        drafts().prop_map(|draft| draft.to_saved())
    ];
    (valid, vec(edit, 1..6)).prop_map(|(valid, edits)| {
        let mut letters: Vec<char> = valid.chars().collect();
        for (place, how, letter) in edits {
            let place = place.index(letters.len());
            match how {
                0 => letters[place] = letter,
                1 => letters.insert(place, letter),
                _ => _ = letters.remove(place),
            }
        }
        letters.into_iter().collect()
    })
}

fn garbage() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..80).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn no_saved_text_makes_a_panic(text in prop_oneof![3 => broken(), 1 => garbage()]) {
        if let Ok(draft) = Draft::from_saved(&text) {
            read_whole(&draft);
            prop_assert_eq!(Draft::from_saved(&draft.to_saved()), Ok(draft));
        }
    }
}
