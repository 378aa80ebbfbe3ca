//! From what a person types to the record.

use crate::support::drafts::{AT_62, draft, drafts, keys, read_whole, set};
use crate::support::properties::cases;
use crate::support::situations::everything_shown;
use crate::support::values::today;
use planner::questions::{Field, Key, Kind, List, RowField};
use planner::record::Record;
use proptest::prelude::*;

#[test]
fn good_texts_become_the_record() {
    let mut draft = draft(2026, AT_62);
    for (field, text) in [
        (Field::Pay, "$200,000"),
        (Field::PreTaxSoFar, "20 000.5"),
        (Field::RothToCome, "4500"),
        (Field::MatchSoFar, " 6,000 "),
        (Field::ForfeituresSoFar, ".05"),
        (Field::AfterTax, "9000."),
        (Field::PriorWages, "149,000"),
        (Field::PlanKind, "403b"),
        (Field::CatchUp, "higher"),
        (Field::AfterTaxPercent, "6.5 %"),
        (Field::LimitationMonths, "9"),
        (Field::MonthsLeft, "0"),
    ] {
        set(&mut draft, field, text);
    }
    let job = draft.add_row(List::Jobs);
    for (field, text) in [
        (RowField::Name, "  Sister company "),
        (RowField::Relation, "related"),
        (RowField::Pay, "30,000"),
        (RowField::EmployerToCome, "1,200"),
    ] {
        draft.set(Key::Row(List::Jobs, job, field), text.to_owned());
    }
    let reading = draft.read(today());
    let right = r#"{"format": 1, "birth_date": "1964-08-09", "years": [{"year": 2026, "months_left": 0,
        "income": {"kind": "wages", "pay": "200000"}, "prior_year_box_3_wages": "149000",
        "plan": {"kind": "403b", "catch_up": "higher", "after_tax_percent": "6.5", "limitation_year_months": 9},
        "contributions": {"pre_tax": {"so_far": "20000.50"}, "roth": {"to_come": "4500"},
            "employer_match": {"so_far": "6000"}, "forfeitures": {"so_far": "0.05"}, "after_tax": "9000"},
        "other_jobs": [{"name": "Sister company", "relation": "related", "pay": "30000",
            "employer": {"to_come": "1200"}}]}]}"#;
    assert_eq!(reading.problems, []);
    assert_eq!(Ok(reading.record), Record::from_json(right));
}

#[test]
fn nothing_but_spaces_counts_as_not_entered() {
    for (basis, _) in everything_shown() {
        let without = basis.read(today());
        for key in keys(&basis).into_iter().filter(|key| key.kind() != Kind::Choice) {
            let mut draft = basis.clone();
            draft.set(key, String::new());
            let without = if basis.text(key).is_empty() { without.clone() } else { draft.read(today()) };
            draft.set(key, "  ".to_owned());
            let reading = draft.read(today());
            assert_eq!(reading.problems, [], "{key:?}");
            if key != Key::BirthDate {
                assert_eq!(reading.record, without.record, "{key:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn any_text_in_any_field_is_read_without_a_panic(draft in drafts()) {
        let reading = read_whole(&draft);
        // What is cleared may bring up what stood behind it, such as a later tier of the match.
        let mut without = draft;
        let mut again = reading.clone();
        while !again.problems.is_empty() {
            for problem in &again.problems {
                without.set(problem.key, String::new());
            }
            again = read_whole(&without);
        }
        // A date or a pay that cannot be read still counts as typed, so that the
        // questions on show do not come and go while somebody types.
        if again.applies == reading.applies {
            let apart = |mut record: Record| {
                record.years.iter_mut().for_each(|year| year.plan.matching.tiers.clear());
                record
            };
            prop_assert_eq!(apart(again.record), apart(reading.record), "a text that cannot be read counts as none");
        }
    }
}
