//! From what a person types to the record: no text is lost or changed, each that cannot be
//! read has its sentence, and what is saved comes back to the letter.

use crate::support::worksheets;
use std::collections::{BTreeMap, BTreeSet};

use crate::support::drafts::{AT_62, FORTY_DIGITS, drafts, keys, row_ids, row_keys, text};
use crate::support::properties::cases;
use crate::support::values::{money, today};
use planner::date::Date;
use planner::draft::{Draft, SavedError};
use planner::law::Standing;
use planner::law::limits::OFFICIAL_YEARS;
use planner::money::Money;
use planner::questions::{Field, Key, Kind, List, RowField, Whose};
use planner::reading::Reading;
use planner::record::{
    Choice, Income, MOST_FORMS, MOST_JOBS, MOST_LEDGER_ROWS, MOST_ROWS, Record, ReturnKind, Spot, YEARS, YearRecord,
};
use planner::report::Report;
use planner::worksheets::year::NotReady;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const UNDER_50: &str = "3/31/1985";

fn draft(year: i16, birth_date: &str) -> Draft {
    let mut draft = Draft::new(today());
    draft.year = year;
    draft.set(Key::BirthDate, birth_date.to_owned());
    draft
}

fn set(draft: &mut Draft, field: Field, text: &str) {
    draft.set(Key::Sheet(field), text.to_owned());
}

fn of_year(reading: &Reading, year: i16) -> &YearRecord {
    reading.record.year(year).expect("the year was read")
}

/// Asked only of those who are paid by wages on a known schedule.
const OF_PAYCHECKS: [Field; 11] = [
    Field::PayBasis,
    Field::PayRate,
    Field::LastStub,
    Field::PaySoFar,
    Field::PreTaxElection,
    Field::RothElection,
    Field::AfterTaxElection,
    Field::TakeHome,
    Field::LeastTakeHome,
    Field::Strategy,
    Field::WhatIfRaise,
];
const OF_DATES: [Field; 5] = [Field::KnownPayDate, Field::FirstDay, Field::SecondDay, Field::Shift, Field::PayDates];
const OF_OWN_BUSINESS: [Field; 2] = [Field::NetProfit, Field::SocialSecurityWages];

/// Drafts that between them show every field, each with the fields that it does not show.
fn everything_shown() -> Vec<(Draft, Vec<Key>)> {
    let mut basis = draft(2027, AT_62);
    let job = basis.add_row(List::Jobs);
    basis.set(Key::Row(List::Jobs, job, RowField::Relation), "related".to_owned());
    for list in List::ALL.iter().filter(|list| **list != List::Jobs) {
        basis.add_row(*list);
    }
    basis.set(Key::Row(List::Conversions, 0, RowField::How), "paid_out".to_owned());
    set(&mut basis, Field::MatchOffered, "yes");
    set(&mut basis, Field::SeveralPlans, "yes");
    let situation = |texts: &[(Field, &str)], hidden: &[&[Field]], lists: bool| {
        let mut draft = basis.clone();
        for (field, text) in texts {
            set(&mut draft, *field, text);
        }
        let mut hidden: Vec<Key> = hidden.concat().into_iter().map(Key::Sheet).collect();
        // Whether it was converted is asked of what was after-tax money, Roth of deferrals.
        let (kind, not_asked) = if lists {
            (ReturnKind::Deferrals, RowField::WasConverted)
        } else {
            (ReturnKind::AcpTest, RowField::WasRoth)
        };
        draft.set(Key::Row(List::Returns, 0, RowField::ReturnKind), kind.word().to_owned());
        hidden.push(Key::Row(List::Returns, 0, not_asked));
        if !lists {
            hidden.extend(row_keys(&draft, List::Raises));
            hidden.extend(row_keys(&draft, List::Bonuses));
        }
        (draft, hidden)
    };
    let fill_by = &[Field::FillBy][..];
    let all = vec![
        situation(&[], &[&OF_OWN_BUSINESS, &OF_PAYCHECKS, &OF_DATES, fill_by], false),
        situation(
            &[(Field::Income, "self_employed"), (Field::Cadence, "weekly"), (Field::Strategy, "by_date")],
            &[&[Field::Pay, Field::PriorWages], &OF_PAYCHECKS, &OF_DATES, fill_by],
            false,
        ),
        situation(
            &[(Field::Cadence, "biweekly")],
            &[&OF_OWN_BUSINESS, &[Field::FirstDay, Field::SecondDay, Field::PayDates], fill_by],
            true,
        ),
        situation(
            &[(Field::Cadence, "semimonthly"), (Field::Strategy, "by_date")],
            &[&OF_OWN_BUSINESS, &[Field::KnownPayDate, Field::PayDates]],
            true,
        ),
        situation(
            &[(Field::Cadence, "manual")],
            &[&OF_OWN_BUSINESS, &[Field::KnownPayDate, Field::FirstDay, Field::SecondDay, Field::Shift], fill_by],
            true,
        ),
    ];
    let shown: BTreeSet<Key> =
        all.iter().flat_map(|(draft, hidden)| keys(draft).into_iter().filter(|key| !hidden.contains(key))).collect();
    assert_eq!(shown.len(), keys(&basis).len(), "every place is shown in some situation");
    all
}

const IN_DIGITS: &str = "Enter dollars and cents in digits, such as 1,234.50.";
const AN_AMOUNT: &str = "Enter an amount, such as 1,234.50.";
const NO_MINUS: &str = "Enter an amount of zero or more, without a minus sign.";
const THOUSANDS: &str = "Put commas only between thousands, as in 12,345.67, or leave them out. Cents follow a point.";
const PERCENT: &str = "Enter a percentage in digits, such as 6 or 6.5.";
const TO_100: &str = "Enter a percentage from 0 to 100.";
const A_DATE: &str = "Enter month, day and a four-digit year in digits, such as 3/31/1985.";

/// What kind of field, what is typed, and what is said about it.
const BAD: &[(Kind, &str, &str)] = &[
    (Kind::Money, "abc", IN_DIGITS),
    (Kind::Money, "2O0,000", IN_DIGITS),
    (Kind::Money, "1e99", IN_DIGITS),
    (Kind::Money, "1\t2", IN_DIGITS),
    (Kind::Money, "12\t", IN_DIGITS),
    (Kind::Money, "\t", IN_DIGITS),
    (Kind::Money, "NaN", IN_DIGITS),
    (Kind::Money, "1\n2", IN_DIGITS),
    (Kind::Money, "\u{ff11}\u{ff12}", IN_DIGITS),
    (Kind::Money, "\u{1f4b0}", IN_DIGITS),
    (Kind::Money, ".", IN_DIGITS),
    (Kind::Money, "-5", NO_MINUS),
    (Kind::Money, "\u{2212}5", NO_MINUS),
    (Kind::Money, "$-5", NO_MINUS),
    (Kind::Money, "$", AN_AMOUNT),
    (Kind::Money, "1,2", THOUSANDS),
    (Kind::Money, "1.505", "Enter at most two digits after the point, such as 1,234.50."),
    (Kind::Money, FORTY_DIGITS, "Enter an amount under $1,000,000,000.00."),
    (Kind::Percent, "six", PERCENT),
    (Kind::Percent, "-6", PERCENT),
    (Kind::Percent, "1e99", PERCENT),
    (Kind::Percent, "6\t7", PERCENT),
    (Kind::Percent, ".", PERCENT),
    (Kind::Percent, "101", TO_100),
    (Kind::Percent, "100.0001", TO_100),
    (Kind::Percent, FORTY_DIGITS, TO_100),
    (Kind::Percent, "6.00001", "Enter at most four digits after the point, such as 6.25."),
    (Kind::Percent, "%", "Enter a percentage, such as 6 or 6.5."),
    (Kind::MatchRate, "half", PERCENT),
    (Kind::MatchRate, "1000.0001", "Enter a percentage from 0 to 1000."),
    (Kind::MatchRate, "50.00001", "Enter at most four digits after the point, such as 6.25."),
    (Kind::Election, "six", PERCENT),
    (Kind::Election, "1,000", PERCENT),
    (Kind::Election, "6%%", PERCENT),
    (Kind::Election, "$6%", PERCENT),
    (Kind::Election, "101", TO_100),
    (Kind::Election, "%", "Enter a percentage, such as 6 or 6.5."),
    (Kind::Election, "$", AN_AMOUNT),
    (Kind::Election, "$1,2", THOUSANDS),
    (Kind::Election, "$-5", NO_MINUS),
    (Kind::Election, "$abc", IN_DIGITS),
    (Kind::Dates, "soon", "“soon”: Enter month, day and a four-digit year in digits, such as 3/31/1985."),
    (Kind::Dates, "1/2/2027, 1/16", "“1/16”: Enter month, day and a four-digit year in digits, such as 3/31/1985."),
    (Kind::Dates, "1/2/2027 2/30/2027", "“2/30/2027”: Enter a day that this month has, such as 3/31/1985."),
    (Kind::Dates, "1/2/2027\n1/15/2026", "“1/15/2026” is not in 2027. Enter pay dates of that year."),
    (
        Kind::Dates,
        FORTY_DIGITS,
        "“12345678901234567890”: Enter month, day and a four-digit year in digits, such as 3/31/1985.",
    ),
    (Kind::Date, "1/1/2200", "Enter a year from 1900 to 2199, with all four digits."),
    (Kind::Date, "12/31/1899", "Enter a year from 1900 to 2199, with all four digits."),
    (Kind::Date, "31/3/1985", "Enter a month from 1 to 12, before the day, such as 3/31/1985."),
    (Kind::Date, "2/29/1985", "Enter a day that this month has, such as 3/31/1985."),
    (Kind::Date, "March 31, 1985", A_DATE),
    (Kind::Date, "-3/31/1985", A_DATE),
    (Kind::Date, "1e99", A_DATE),
    (Kind::Date, "3/31/1985\t", A_DATE),
    (Kind::Date, "3/31/85", A_DATE),
    (Kind::Date, FORTY_DIGITS, A_DATE),
];

/// What is no count, whatever its range.
const BAD_COUNTS: &[&str] = &["100", "six", "-1", "+5", "1.5", "1e9", "6\t", "006", "\u{ff16}", FORTY_DIGITS];

/// The range of a count and the numbers just outside it.
fn counts(key: Key) -> (&'static str, Vec<&'static str>) {
    match key {
        Key::Sheet(Field::LimitationMonths) => ("Enter a whole number from 1 to 11.", vec!["0", "12"]),
        Key::Sheet(Field::MonthsLeft) => ("Enter a whole number from 0 to 12.", vec!["13"]),
        Key::Sheet(Field::TransfersPerYear) => ("Enter a whole number from 0 to 99.", vec![]),
        Key::Sheet(Field::ChangeLeadDays) => ("Enter a whole number from 0 to 90.", vec!["91"]),
        Key::Sheet(Field::FirstDay | Field::SecondDay) => ("Enter a whole number from 1 to 31.", vec!["0", "32"]),
        _ => panic!("{key:?} is no count"),
    }
}

/// What is no year, whatever its range.
const BAD_YEARS: &[&str] = &["0", "2", "26", "-2020", "+2020", "2020.", "two", "02020", "\u{ff12}020", FORTY_DIGITS];

/// The range of a year in 2027 and the years just outside it.
fn years(key: Key) -> (&'static str, [&'static str; 2]) {
    match key {
        // Roth IRAs began in 1998, Roth accounts of plans in 2006.
        Key::Sheet(Field::RothIraSince) => ("Enter a year from 1998 to 2027.", ["1997", "2028"]),
        Key::Sheet(Field::PlanRothSince) => ("Enter a year from 2006 to 2027.", ["2005", "2028"]),
        Key::Row(_, _, RowField::Box11) => ("Enter a year from 2006 to 2198.", ["2005", "2199"]),
        _ => panic!("{key:?} is no year"),
    }
}

/// The bad texts of a place in 2027, each with its sentence.
fn bad(key: Key) -> Vec<(&'static str, &'static str)> {
    let mut bad: Vec<_> =
        BAD.iter().filter(|(kind, ..)| *kind == key.kind()).map(|(_, text, says)| (*text, *says)).collect();
    match key {
        Key::BirthDate => {
            bad.extend(["11/25/2026", "1/1/2199"].map(|text| (text, "Enter a birth date that is not in the future.")));
        }
        // These may be of another year.
        Key::Sheet(Field::KnownPayDate | Field::LandingChosenOn)
        | Key::Row(_, _, RowField::RolledOverOn | RowField::PaidOn) => {}
        _ if key.kind() == Kind::Date => {
            bad.extend(["12/31/2026", "1/1/2028"].map(|text| (text, "Enter a date in 2027.")));
        }
        _ if key.kind() == Kind::Year => {
            let (says, outside) = years(key);
            bad.extend(BAD_YEARS.iter().copied().chain(outside).map(|text| (text, says)));
        }
        _ if key.kind() == Kind::Count => {
            let (says, outside) = counts(key);
            bad.extend(BAD_COUNTS.iter().copied().chain(outside).map(|text| (text, says)));
        }
        _ => {}
    }
    bad
}

#[test]
fn every_bad_text_gets_its_sentence_in_every_field_and_changes_nothing_else() {
    for (basis, hidden) in everything_shown() {
        let without = basis.read(today());
        assert_eq!(without.problems, []);
        for key in keys(&basis) {
            let bad = bad(key);
            assert!(!bad.is_empty() || matches!(key.kind(), Kind::Choice | Kind::Words), "{key:?}");
            for (text, says) in bad {
                let mut draft = basis.clone();
                draft.set(key, text.to_owned());
                let reading = draft.read(today());
                assert_eq!(draft.text(key), text);
                if hidden.contains(&key) {
                    assert_eq!(reading, without, "{key:?} is not shown and {text:?} is read");
                    continue;
                }
                let [problem] = reading.problems.as_slice() else { panic!("{key:?} {text:?}: {reading:?}") };
                assert_eq!((problem.key, problem.message.as_str()), (key, says), "{text:?}");
                assert!(problem.message.ends_with('.'));
                if key != Key::BirthDate {
                    assert_eq!(reading.record, without.record, "{key:?} {text:?}");
                }
            }
        }
    }
}

#[test]
fn a_text_that_can_still_become_one_is_unfinished_and_any_other_is_not() {
    let pay = Key::Sheet(Field::Pay);
    let percent = Key::Sheet(Field::AfterTaxPercent);
    for (key, text, unfinished) in [
        (pay, "1,2", true),
        (pay, "1,", true),
        (pay, "12,34", true),
        (pay, "1,234,5", true),
        (pay, "$", true),
        (pay, "$ ", true),
        (pay, ".", true),
        (pay, "-", false),
        (pay, "abc", false),
        (pay, "1e99", false),
        (pay, "1.505", false),
        (pay, FORTY_DIGITS, false),
        (percent, ".", true),
        (percent, "101", false),
        (percent, "six", false),
        (Key::BirthDate, "3", true),
        (Key::BirthDate, "3/1", true),
        (Key::BirthDate, "3/31/", true),
        (Key::BirthDate, "3/31/198", true),
        (Key::BirthDate, "1985-03-", true),
        (Key::BirthDate, "13/31/1985", false),
        (Key::BirthDate, "2/30/1985", false),
        (Key::BirthDate, "11/25/2026", false),
        (Key::Sheet(Field::MonthsLeft), "13", false),
        (Key::Sheet(Field::LimitationMonths), "12", false),
        (Key::Sheet(Field::PayDates), "1/2/2026, 1/16/20", true),
        (Key::Sheet(Field::PayDates), "1/2/2026, 1/16/2025", true),
        (Key::Sheet(Field::LastStub), "11/20/2025", true),
        (Key::Sheet(Field::LastStub), "11/2", true),
        (Key::Sheet(Field::PreTaxElection), ".", true),
        (Key::Sheet(Field::PreTaxElection), "$", true),
        (Key::Sheet(Field::PreTaxElection), "101", false),
        (Key::Sheet(Field::MatchUpTo1), "6", true),
        (Key::Sheet(Field::RothIraSince), "201", true),
        (Key::Sheet(Field::RothIraSince), "1997", false),
        (Key::Sheet(Field::RothIraSince), "20 1", false),
        (Key::Sheet(Field::PlanTotalOn), "11/20/2025", true),
        (Key::Row(List::Contributions, 0, RowField::Sum), "1,2", true),
        (Key::Row(List::Contributions, 0, RowField::Sum), "1,200", true),
        (Key::Row(List::Balances, 0, RowField::Sum), "1,200", true),
        (Key::Row(List::Conversions, 0, RowField::Sum), "1,200", true),
        (Key::Row(List::Conversions, 0, RowField::On), "1/1", true),
        (Key::Row(List::Conversions, 0, RowField::On), "1/1/2025", true),
        (Key::Row(List::Forms, 0, RowField::Box11), "2199", false),
    ] {
        let mut draft = draft(2026, UNDER_50);
        for list in List::ALL {
            draft.add_row(*list);
        }
        set(&mut draft, Field::Cadence, "manual");
        set(&mut draft, Field::MatchOffered, "yes");
        draft.set(key, text.to_owned());
        let problems = draft.read(today()).problems;
        let found: Vec<_> = problems.iter().map(|problem| (problem.key, problem.unfinished)).collect();
        assert_eq!(found, [(key, unfinished)], "{text:?}");
    }
}

#[test]
fn nothing_but_spaces_counts_as_not_entered() {
    for (basis, _) in everything_shown() {
        let without = basis.read(today());
        for key in keys(&basis).into_iter().filter(|key| key.kind() != Kind::Choice) {
            let mut draft = basis.clone();
            draft.set(key, "  ".to_owned());
            let reading = draft.read(today());
            assert_eq!(reading.problems, [], "{key:?}");
            if key != Key::BirthDate {
                assert_eq!(reading.record, without.record, "{key:?}");
            }
        }
    }
}

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

/// A text that counts in a place, where it is shown, in the year on show.
fn telling(draft: &Draft, key: Key) -> String {
    let year = draft.year;
    // The first answer stands for an empty text, so that only another one tells.
    let another = |words: &[&str]| {
        let own = Some(draft.text(key)).filter(|own| !own.is_empty()).unwrap_or(words[0]);
        (*words.iter().find(|word| **word != own).expect("another answer")).to_owned()
    };
    match (key.kind(), key) {
        (_, Key::BirthDate) => "3/31/1986".to_owned(),
        (Kind::Date, _) => format!("6/15/{year}"),
        (Kind::Dates, _) => format!("6/30/{year}, 6/15/{year}"),
        (Kind::Percent | Kind::MatchRate | Kind::Count | Kind::Election, _) => "6".to_owned(),
        (Kind::Money, _) => "1,234".to_owned(),
        (Kind::Words, _) => "Acme".to_owned(),
        (Kind::Year, _) => "2020".to_owned(),
        (Kind::Choice, _) if key.answers().is_empty() => another(&["unknown", "yes"]),
        (Kind::Choice, _) => another(&key.answers().iter().map(|(word, _)| *word).collect::<Vec<_>>()),
    }
}

#[test]
fn a_field_that_is_not_shown_is_neither_read_nor_in_the_way() {
    const OWN: [Field; 7] = [
        Field::OwnElectiveDeferrals,
        Field::OwnCatchUp,
        Field::OwnCatchUpHigher,
        Field::OwnAnnualAdditions,
        Field::OwnPayCounted,
        Field::OwnRothWages,
        Field::OwnWageBase,
    ];
    let young = &[Field::PriorWages, Field::CatchUp][..];
    let situations = [
        ("paid by wages", 2026, AT_62, "wages", &OF_OWN_BUSINESS[..]),
        ("nothing said of pay", 2026, AT_62, "", &OF_OWN_BUSINESS),
        ("own business", 2026, AT_62, "self_employed", &[Field::Pay, Field::PriorWages]),
        ("49", 2026, "1/1/1977", "wages", young),
        ("no birth date", 2026, "", "wages", young),
        ("before the Roth rule", 2025, AT_62, "wages", &[Field::PriorWages]),
        ("first official year", OFFICIAL_YEARS.0, AT_62, "wages", &OWN),
        ("last official year", OFFICIAL_YEARS.1, AT_62, "wages", &OWN),
    ];
    for (situation, year, birth_date, income, hidden) in situations {
        let mut basis = draft(year, birth_date);
        set(&mut basis, Field::Income, income);
        hides(situation, &basis, hidden.iter().map(|field| Key::Sheet(*field)));
    }
    the_match_is_hidden_without_one();
    of_the_ledger_s_rows_only_what_applies_is_read();
    what_follows_from_paychecks_is_hidden_with_them();
    for (relation, hidden) in [
        ("unrelated", &[RowField::Pay, RowField::EmployerSoFar, RowField::EmployerToCome, RowField::AfterTax][..]),
        ("", &[RowField::Pay, RowField::EmployerSoFar, RowField::EmployerToCome, RowField::AfterTax]),
        ("403b_and_own_business", &[RowField::Pay]),
    ] {
        let mut basis = draft(2026, AT_62);
        let job = basis.add_row(List::Jobs);
        basis.set(Key::Row(List::Jobs, job, RowField::Relation), relation.to_owned());
        hides(relation, &basis, hidden.iter().map(|field| Key::Row(List::Jobs, job, *field)));
    }
}

fn of_the_ledger_s_rows_only_what_applies_is_read() {
    let mut basis = draft(2026, AT_62);
    for list in List::ALL {
        basis.add_row(*list);
    }
    for list in List::LEDGER {
        basis.set(Key::Row(list, 0, RowField::On), "6/15/2026".to_owned());
        basis.set(Key::Row(list, 0, RowField::Sum), "500".to_owned());
    }
    for several in ["", "unknown", "no"] {
        set(&mut basis, Field::SeveralPlans, several);
        hides(several, &basis, List::LEDGER.iter().map(|list| Key::Row(*list, 0, RowField::Plan)));
    }
    for how in ["", "in_plan", "roth_ira", "split"] {
        basis.set(Key::Row(List::Conversions, 0, RowField::How), how.to_owned());
        let of_60_days = [RowField::RolledOver, RowField::RolledOverOn];
        hides(how, &basis, of_60_days.iter().map(|field| Key::Row(List::Conversions, 0, *field)));
    }
    basis.set(Key::Row(List::Returns, 0, RowField::Excess), "500".to_owned());
    for (kind, field) in [
        ("", RowField::WasRoth),
        ("annual_additions", RowField::WasRoth),
        ("acp_test", RowField::WasRoth),
        ("deferrals", RowField::WasConverted),
    ] {
        basis.set(Key::Row(List::Returns, 0, RowField::ReturnKind), kind.to_owned());
        hides(kind, &basis, std::iter::once(Key::Row(List::Returns, 0, field)));
    }
}

#[test]
fn what_the_page_asks_of_a_row_is_what_is_read_of_it() {
    for (basis, hidden) in everything_shown() {
        let shown = basis.applies(today());
        for list in List::ALL.iter().filter(|list| shown.lists(**list)) {
            for key in row_keys(&basis, *list) {
                let Key::Row(list, id, field) = key else { panic!("{key:?} is no row's") };
                assert_eq!(basis.asks_row(shown, list, id, field), !hidden.contains(&key), "{key:?}");
                assert!(!basis.asks_row(shown, list, id + 1, field), "none of a row that does not stand");
            }
        }
    }
}

fn the_match_is_hidden_without_one() {
    const OF_MATCH: [Field; 11] = [
        Field::MatchRate1,
        Field::MatchUpTo1,
        Field::MatchRate2,
        Field::MatchUpTo2,
        Field::MatchRate3,
        Field::MatchUpTo3,
        Field::MatchDollarCap,
        Field::MatchTiming,
        Field::TrueUp,
        Field::MatchOnCatchUp,
        Field::MatchOnAfterTax,
    ];
    for offered in ["", "unknown", "no"] {
        let mut basis = draft(2026, AT_62);
        set(&mut basis, Field::MatchOffered, offered);
        let changes_what_is_shown = [Field::MatchTiming];
        let hidden = OF_MATCH.iter().filter(|field| !changes_what_is_shown.contains(field));
        hides(offered, &basis, hidden.map(|field| Key::Sheet(*field)));
        set(&mut basis, Field::MatchTiming, "yearly");
        assert_eq!(of_year(&basis.read(today()), 2026).plan.matching.timing, Default::default());
    }
    let mut yearly = draft(2026, AT_62);
    set(&mut yearly, Field::MatchOffered, "yes");
    set(&mut yearly, Field::MatchTiming, "yearly");
    hides("a yearly match", &yearly, std::iter::once(Key::Sheet(Field::TrueUp)));
}

/// Pay and what is to come follow from the paychecks once these are entered.
fn what_follows_from_paychecks_is_hidden_with_them() {
    let mut paychecks = draft(2026, AT_62);
    for (field, text) in [
        (Field::Cadence, "biweekly"),
        (Field::KnownPayDate, "1/2/2026"),
        (Field::PayRate, "5,000"),
        (Field::MatchOffered, "yes"),
    ] {
        set(&mut paychecks, field, text);
    }
    let follows = [Field::Pay, Field::PreTaxToCome, Field::RothToCome, Field::MatchToCome];
    hides("paychecks", &paychecks, follows.iter().map(|field| Key::Sheet(*field)));
    set(&mut paychecks, Field::MatchOffered, "unknown");
    set(&mut paychecks, Field::MatchToCome, "500");
    let reading = paychecks.read(today());
    assert_eq!(of_year(&reading, 2026).contributions.employer_match.to_come, money("500"), "not known, so typed");
}

#[track_caller]
fn hides(situation: &str, basis: &Draft, hidden: impl Iterator<Item = Key>) {
    let without = basis.read(today());
    for key in hidden {
        for text in ["abc".to_owned(), telling(basis, key)] {
            let mut draft = basis.clone();
            draft.set(key, text.clone());
            assert_eq!(draft.read(today()), without, "{situation}: {key:?} {text:?}");
            assert_eq!(draft.text(key), text);
        }
    }
}

/// The texts without which a field does not count.
fn needs(key: Key, year: i16) -> Vec<(Key, String)> {
    const TIERS: [(Field, &str); 5] = [
        (Field::MatchRate1, "50"),
        (Field::MatchUpTo1, "3"),
        (Field::MatchRate2, "25"),
        (Field::MatchUpTo2, "5"),
        (Field::MatchRate3, "10"),
    ];
    let tiers =
        |count: usize| TIERS.iter().take(count).map(|(field, text)| (Key::Sheet(*field), (*text).to_owned())).collect();
    let day = format!("12/1/{year}");
    match key {
        Key::Sheet(Field::SocialSecurityWages) => vec![(Key::Sheet(Field::NetProfit), "1".to_owned())],
        Key::Sheet(Field::MatchUpTo1) => tiers(1),
        Key::Sheet(Field::MatchRate2) => tiers(2),
        Key::Sheet(Field::MatchUpTo2) => tiers(3),
        Key::Sheet(Field::MatchRate3) => tiers(4),
        Key::Sheet(Field::MatchUpTo3) => tiers(5),
        Key::Row(List::Raises, row, RowField::From) => {
            vec![(Key::Row(List::Raises, row, RowField::NewPay), "1".to_owned())]
        }
        Key::Row(List::Raises, row, _) => vec![(Key::Row(List::Raises, row, RowField::From), day)],
        Key::Row(list, row, field) => {
            let parts = match list {
                List::Bonuses => vec![(RowField::Date, day), (RowField::Amount, "1".to_owned())],
                List::Contributions | List::Balances | List::Conversions => {
                    vec![(RowField::On, day), (RowField::Sum, "1".to_owned())]
                }
                List::Returns => vec![(RowField::Excess, "1".to_owned())],
                List::Jobs | List::Raises | List::Forms => vec![],
            };
            let others = parts.into_iter().filter(|(part, _)| *part != field);
            others.map(|(part, text)| (Key::Row(list, row, part), text)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_field_that_is_shown_is_read() {
    for (basis, hidden) in everything_shown() {
        let without = basis.read(today());
        let shown = keys(&basis).into_iter().filter(|key| !hidden.contains(key));
        for key in shown {
            let text = telling(&basis, key);
            let mut draft = basis.clone();
            for (other, text) in needs(key, basis.year) {
                draft.set(other, text);
            }
            let before = draft.read(today());
            draft.set(key, text);
            let after = draft.read(today());
            assert_eq!(after.problems, [], "{key:?}");
            let decides = matches!(key, Key::Sheet(Field::Income | Field::SeveralPlans));
            let shows = decides && after.applies != without.applies;
            assert!(shows || after.record != before.record, "{key:?} is not read");
        }
    }
}

#[test]
fn each_year_keeps_its_own_figures_and_the_birth_date_is_one_for_all() {
    let pay = Key::Sheet(Field::Pay);
    let mut draft = draft(2026, UNDER_50);
    draft.set(pay, "200,000".to_owned());
    let job = draft.add_row(List::Jobs);
    draft.set(Key::Row(List::Jobs, job, RowField::Name), "Evening teaching".to_owned());
    draft.year = 2025;
    assert_eq!(draft.text(pay), "");
    assert_eq!(draft.text(Key::Row(List::Jobs, job, RowField::Name)), "");
    assert_eq!(draft.text(Key::BirthDate), UNDER_50);
    draft.set(pay, "190,000".to_owned());
    // A job of another year takes no text here.
    draft.set(Key::Row(List::Jobs, job, RowField::Name), "Nowhere".to_owned());
    draft.year = 2026;
    assert_eq!(draft.text(pay), "200,000");
    assert_eq!(draft.text(Key::Row(List::Jobs, job, RowField::Name)), "Evening teaching");
    draft.year = 2025;
    assert_eq!(draft.text(pay), "190,000");

    let reading = draft.read(today());
    let years: Vec<i16> = reading.record.years.iter().map(|entry| entry.year).collect();
    assert_eq!(years, [2025, 2026], "in the calendar's order, whichever is on show");
    assert_eq!(of_year(&reading, 2025).income, Some(Income::Wages { pay: money("190,000") }));
    assert_eq!(of_year(&reading, 2026).income, Some(Income::Wages { pay: money("200,000") }));
    assert_eq!(of_year(&reading, 2025).other_jobs, []);
    assert_eq!(of_year(&reading, 2026).other_jobs.len(), 1);

    draft.year = 2024;
    assert_eq!(draft.read(today()).record.years.len(), 3, "the year on show is in the record, empty or not");
}

#[test]
fn another_year_s_bad_text_names_that_year_and_leaves_the_rest_of_it() {
    let mut draft = draft(2025, UNDER_50);
    set(&mut draft, Field::Pay, "190,000");
    set(&mut draft, Field::AfterTax, "nine");
    draft.year = 2024;
    // Not shown there, and so not in the way.
    set(&mut draft, Field::NetProfit, "nine");
    draft.year = 2027;
    set(&mut draft, Field::OwnCatchUp, "nine");
    draft.year = 2026;
    set(&mut draft, Field::Pay, "200,000");
    let reading = draft.read(today());
    assert_eq!(reading.problems, []);
    assert_eq!(reading.unread_years, [2025, 2027]);
    assert_eq!(of_year(&reading, 2025).income, Some(Income::Wages { pay: money("190,000") }));
    assert_eq!(of_year(&reading, 2025).contributions.after_tax, Money::ZERO);

    draft.year = 2025;
    let reading = draft.read(today());
    assert_eq!(reading.unread_years, [2027], "the year on show has its problems by field");
    assert_eq!(reading.problems.len(), 1);

    draft.set(Key::BirthDate, "soon".to_owned());
    set(&mut draft, Field::AfterTax, "9");
    draft.year = 2026;
    assert_eq!(draft.read(today()).unread_years, [2027], "the birth date belongs to no year");
}

#[test]
fn the_example_has_a_room_in_every_year_offered_and_never_defers_too_much() {
    for day in [Date::new(2024, 1, 1), Date::new(2025, 6, 30), Date::new(2026, 11, 24), Date::new(2026, 12, 31)] {
        let day = day.expect("a day");
        for year in Draft::new(day).years(day) {
            let example = Draft::example(year, day);
            assert_eq!(example.year, year);
            let reading = example.read(day);
            assert_eq!((reading.problems, reading.unread_years), (vec![], vec![]), "{year}");
            let room = worksheets::room(&reading.record, year, day).unwrap_or_else(|error| panic!("{year}: {error}"));
            assert_eq!(room.excess_deferrals.value, Money::ZERO, "{year}");
            assert!(room.regular_deferrals.value <= room.limits.elective_deferrals.value, "{year}");
            assert!(room.room.value.is_positive() && room.room.value == room.room_within_pay, "{year}");
            let official = year <= OFFICIAL_YEARS.1;
            assert_eq!(room.standing, if official { Standing::Official } else { Standing::Projected }, "{year}");
        }
    }
}

#[test]
fn the_example_s_ledger_agrees_with_its_pay_stub_and_its_form_with_its_ledger() {
    for (day, year, counts) in [
        ("2026-01-01", 2026, [0, 0, 0, 0]),
        ("2026-01-02", 2026, [1, 0, 0, 0]),
        ("2026-11-24", 2026, [24, 3, 3, 0]),
        ("2026-12-31", 2026, [27, 4, 4, 0]),
        ("2026-11-24", 2025, [26, 4, 4, 1]),
        ("2026-11-24", 2027, [0, 0, 0, 0]),
    ] {
        let day: Date = day.parse().expect("a day");
        let reading = Draft::example(year, day).read(day);
        assert_eq!(reading.problems, [], "{day}");
        let entry = of_year(&reading, year);
        let ledger = &entry.ledger;
        let lists = [ledger.contributions.len(), ledger.balances.len(), ledger.conversions.len(), entry.forms.len()];
        assert_eq!(lists, counts, "{day} {year}");
        let sum: Money = ledger.contributions.iter().map(|row| row.amount).sum();
        assert_eq!(sum, entry.contributions.after_tax, "{day} {year}");
        if sum == Money::ZERO {
            continue;
        }
        let result = worksheets::conversions(&reading.record, year, day).expect("the ledger");
        assert!(result.conversions.iter().all(|row| row.taxable.value.is_positive()), "a little growth");
        assert!(result.checks.iter().all(|check| check.agrees()) && !result.checks.is_empty(), "{day} {year}");
        if let [form] = entry.forms.as_slice() {
            assert_eq!((form.taxable, form.codes.as_str()), (Some(result.taxable), "G"), "{year}");
            let parts = form.taxable.unwrap_or_default() + form.basis.unwrap_or_default();
            assert_eq!(form.gross, Some(parts), "{year}");
            assert_eq!(form.basis, Some(sum), "all of it is converted at the year's end");
        }
        assert!(worksheets::landing(&reading.record, year, day).is_ok());
        let sheets = worksheets::tax_forms(&reading.record, year, day).map(Report::from);
        assert_eq!(sheets.is_ok(), !ledger.conversions.is_empty(), "{day} {year}");
        let looks = sheets.map(|report| report.papers.into_iter().map(|paper| paper.look).collect::<Vec<_>>());
        if let (Ok(looks), [_]) = (looks, entry.forms.as_slice()) {
            assert_eq!(looks, ["match"], "{year}");
        }
    }
}

#[test]
fn the_years_offered_go_past_the_official_ones_and_past_today() {
    for (day, last) in [("2023-01-01", 2027), ("2026-11-24", 2027), ("2027-01-01", 2028), ("2031-06-15", 2032)] {
        let day: Date = day.parse().expect("a day");
        let years = Draft::new(day).years(day);
        assert_eq!((years.first(), years.last()), (Some(&OFFICIAL_YEARS.0), Some(&last)), "{day}");
        assert!(years.is_sorted_by(|one, next| one + 1 == *next));
        assert!(years.contains(&Draft::new(day).year), "{day}");
        for year in years {
            let reading = Draft::example(year, day).read(day);
            assert_eq!(reading.problems, []);
            let room = worksheets::room(&reading.record, year, day);
            // A year that this planner does not know yet asks for its limits.
            assert!(room.is_ok() || matches!(room, Err(NotReady::UnknownYear(_)) if year > 2027), "{year}");
        }
    }
}

#[test]
fn the_years_offered_are_also_those_in_which_something_was_typed() {
    let mut draft = draft(2014, UNDER_50);
    assert_eq!(draft.years(today())[..2], [2014, 2023], "the year on show, though nothing is typed in it");
    draft.add_row(List::Contributions);
    draft.year = 2031;
    set(&mut draft, Field::Pay, "1");
    draft.year = 2026;
    assert_eq!(draft.years(today()), [2014, 2023, 2024, 2025, 2026, 2027, 2031]);
    let ledger = draft.ledger_years(today());
    assert_eq!((ledger.first(), ledger.last()), (Some(&YEARS.0), Some(&2031)));
    assert!(ledger.is_sorted_by(|one, next| one + 1 == *next));
    assert_eq!(Draft::new(today()).ledger_years(today()).last(), Some(&2027));
}

#[test]
fn an_empty_draft_is_empty_and_a_text_taken_back_leaves_nothing() {
    let mut draft = Draft::new(today());
    assert!(draft.is_empty());
    for key in keys(&draft) {
        draft.set(key, "x".to_owned());
        assert!(!draft.is_empty(), "{key:?}");
        draft.set(key, String::new());
        assert!(draft.is_empty(), "{key:?}");
        assert_eq!(draft.text(key), "");
    }
    let job = draft.add_row(List::Jobs);
    assert!(!draft.is_empty());
    draft.remove_row(List::Jobs, job);
    assert!(draft.is_empty());
}

#[test]
fn every_field_and_every_place_has_an_id_of_its_own() {
    fn distinct<T: Ord>(all: &[T]) -> bool {
        all.iter().collect::<BTreeSet<_>>().len() == all.len()
    }
    let fields: Vec<&str> = Field::ALL.iter().map(|field| field.id()).collect();
    let job_fields: Vec<&str> = RowField::ALL.iter().map(|field| field.id()).collect();
    assert!(distinct(&fields) && distinct(&job_fields) && distinct(Field::ALL) && distinct(RowField::ALL));

    let mut draft = Draft::new(today());
    for list in List::ALL {
        for _ in 0..=list.most() {
            draft.add_row(*list);
        }
    }
    let ids: Vec<String> = keys(&draft).into_iter().map(Key::id).collect();
    assert!(distinct(&ids));
    let html = |id: &String| id.chars().all(|letter| letter.is_ascii_lowercase() || "-0123456789".contains(letter));
    assert!(ids.iter().all(html));
}

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
const SAVED_AT_THIRD: &str = r#"{"format":3,"draft":{"year":2026,"birth_date":"3/31/1985","sheets":{"2019":{"texts":{},"jobs":[],"contributions":[{"id":7,"texts":{"on":"6/15/2019","sum":"1,2"}}]},"2026":{"texts":{"several-plans":"yes","plan-total":"$7,826.94","plan-total-on":"11/20/2026","tax-rate":"31.5 %","growth":"6","forms-saved":"yes","earnings-understood":"no","plan-rechecked":"unknown","landing-spot":"roth_ira","landing-reason":"Better “funds”","landing-chosen-on":"1/5/2026","roth-ira-since":"2012","plan-roth-since":"x","needed-early":"yes","leaves-from-55":"no","plan-loans":"yes","better-investments":"plan","lower-costs":"alike"},"jobs":[],"contributions":[{"id":0,"texts":{"on":"1/2/2026","sum":"355.77"}},{"id":2,"texts":{"on":"1/16/2026","sum":"355.77","plan":"Old job"}}],"balances":[{"id":0,"texts":{"on":"2026-03-31","sum":"2,500","plan":"Old job"}}],"conversions":[{"id":4,"texts":{"on":"4/1/2026","sum":"2,500","plan":"Old job","how":"paid_out","plan-basis":"2,490.39","plan-earnings":"9.61","destination":"Roth IRA","confirmation":"=1+1","rolled-over":"2,500","rolled-over-on":"5/1/2026"}}],"forms":[{"id":0,"texts":{"payer":"Fidelity","box-1":"2,500","box-2a":"9.61","not-determined":"yes","total-distribution":"no","box-4":"0","box-5":"2,490.39","box-7":"G","ira-box":"yes","box-10":"1","box-11":"2015"}}],"returns":[{"id":1,"texts":{"return-kind":"acp_test","excess":"100","returned-earnings":"2","paid-on":"3/1/2027","was-converted":"yes","was-roth":"no"}}]}}}}"#;

#[test]
fn what_was_saved_with_the_ledger_still_comes_back() {
    let mut draft = Draft::from_saved(SAVED_AT_THIRD).expect("a draft of format 3");
    assert_eq!(draft.to_saved(), SAVED_AT_THIRD, "to the letter");
    for field in Field::of(Whose::Person).chain(Field::of(Whose::Ledger)) {
        assert!(!draft.text(Key::Sheet(field)).is_empty(), "{field:?}");
    }
    let lists = [List::Balances, List::Conversions, List::Forms, List::Returns];
    for key in lists.iter().flat_map(|list| row_keys(&draft, *list)) {
        assert!(!draft.text(key).is_empty(), "{key:?}");
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
        (r#"{"format":4,"draft":{"year":2026}}"#, Newer),
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

#[test]
fn every_job_counts_or_stands_in_a_problem() {
    let mut draft = draft(2026, UNDER_50);
    for _ in 0..=MOST_JOBS {
        let job = draft.add_row(List::Jobs);
        draft.set(Key::Row(List::Jobs, job, RowField::DeferralsSoFar), "100".to_owned());
    }
    let jobs = draft.sheet().map_or(0, |sheet| sheet.jobs.len());
    let reading = draft.read(today());
    let read = of_year(&reading, 2026).other_jobs.len();
    assert!(read == jobs || !reading.problems.is_empty(), "{} of {jobs} jobs are left out in silence", jobs - read);
}

/// Reads a draft and reckons every year of it; what must hold of any draft is checked.
#[track_caller]
fn read_whole(draft: &Draft) -> Reading {
    let reading = draft.read(today());
    assert!(reading.record.years.is_sorted_by(|one, next| one.year < next.year));
    let again = Record::from_json(&reading.record.to_json());
    assert!(again.as_ref() == Ok(&reading.record), "the record does not survive its own JSON: {:?}", again.err());
    for entry in &reading.record.years {
        _ = worksheets::room(&reading.record, entry.year, today());
        assert!(worksheets::plan(&reading.record, entry.year, today()).is_ok());
        _ = worksheets::conversions(&reading.record, entry.year, today());
        _ = worksheets::landing(&reading.record, entry.year, today());
        _ = worksheets::tax_forms(&reading.record, entry.year, today());
    }
    let places: BTreeSet<Key> = reading.problems.iter().map(|problem| problem.key).collect();
    assert_eq!(places.len(), reading.problems.len(), "one problem to a place");
    for problem in &reading.problems {
        assert!(!draft.text(problem.key).is_empty(), "{problem:?}");
        assert!(problem.message.ends_with('.') && keys(draft).contains(&problem.key), "{problem:?}");
    }
    assert!(!reading.unread_years.contains(&draft.year));
    assert!(reading.unread_years.iter().all(|year| draft.sheets.contains_key(year)));
    reading
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

    #[test]
    fn what_is_saved_comes_back_to_the_letter(draft in drafts()) {
        let saved = draft.to_saved();
        prop_assert_eq!(Draft::from_saved(&saved), Ok(draft));
        prop_assert_eq!(Draft::from_saved(&saved).map(|draft| draft.to_saved()), Ok(saved));
    }

    #[test]
    fn every_field_of_every_year_keeps_its_own_text(texts in vec((2023_i16..=2027, any::<Index>(), text()), 0..40)) {
        let mut draft = Draft::new(today());
        let places: Vec<Key> = Field::ALL.iter().map(|field| Key::Sheet(*field)).collect();
        let mut typed = BTreeMap::new();
        for (year, place, text) in texts {
            let key = *place.get(&places);
            draft.year = year;
            draft.set(key, text.clone());
            typed.insert((year, key), text);
        }
        for year in 2023..=2027 {
            draft.year = year;
            _ = draft.read(today());
            for key in &places {
                prop_assert_eq!(draft.text(*key), typed.get(&(year, *key)).map_or("", String::as_str));
            }
        }
    }

    #[test]
    fn jobs_keep_their_number_their_place_and_their_texts(acts in vec((any::<bool>(), any::<Index>()), 0..60)) {
        let mut draft = Draft::new(today());
        let mut right: Vec<(u32, String)> = Vec::new();
        for (step, (add, place)) in acts.into_iter().enumerate() {
            if add || right.is_empty() {
                let id = draft.add_row(List::Jobs);
                prop_assert_eq!(draft.text(Key::Row(List::Jobs, id, RowField::Name)), "", "a new job is empty");
                let name = format!("job of step {step}");
                draft.set(Key::Row(List::Jobs, id, RowField::Name), name.clone());
                right.push((id, name));
            } else {
                let (id, _) = right.remove(place.index(right.len()));
                draft.remove_row(List::Jobs, id);
                prop_assert_eq!(draft.text(Key::Row(List::Jobs, id, RowField::Name)), "");
                draft.set(Key::Row(List::Jobs, id, RowField::Name), "nowhere".to_owned());
            }
            prop_assert_eq!(row_ids(&draft, List::Jobs), right.iter().map(|(id, _)| *id).collect::<Vec<_>>());
            prop_assert_eq!(row_ids(&draft, List::Jobs).into_iter().collect::<BTreeSet<_>>().len(), right.len());
            for (id, name) in &right {
                prop_assert_eq!(draft.text(Key::Row(List::Jobs, *id, RowField::Name)), name);
            }
        }
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

#[test]
fn a_year_without_answers_about_the_plan_takes_over_those_of_the_nearest_year() {
    let mut draft = Draft::new(today());
    draft.year = 2025;
    draft.set(Key::Sheet(Field::PlanAfterTax), "no".to_owned());
    draft.year = 2026;
    draft.set(Key::Sheet(Field::PlanAfterTax), "yes".to_owned());
    draft.set(Key::Sheet(Field::PayDates), "1/15/2026".to_owned());
    draft.set(Key::Sheet(Field::Pay), "200,000".to_owned());

    assert_eq!(draft.show_year(2027), Some(2026));
    assert_eq!(draft.text(Key::Sheet(Field::PlanAfterTax)), "yes");
    assert_eq!(draft.text(Key::Sheet(Field::PayDates)), "", "dates of one year are none of the next");
    assert_eq!(draft.text(Key::Sheet(Field::Pay)), "", "pay is not the plan's");
    assert_eq!(draft.show_year(2024), Some(2025), "with none before it, the nearest after it");

    draft.set(Key::Sheet(Field::PlanAfterTax), "unknown".to_owned());
    assert_eq!(draft.show_year(2025), None);
    assert_eq!(draft.show_year(2024), None, "an answer, even an open one, stays");
    assert_eq!(draft.text(Key::Sheet(Field::PlanAfterTax)), "unknown");
    assert_eq!(Draft::new(today()).show_year(2027), None);
}

#[test]
fn a_year_without_answers_about_the_landing_spot_takes_over_those_of_a_year_before_it() {
    let spot = Key::Sheet(Field::LandingSpot);
    let mut draft = Draft::new(today());
    draft.year = 2025;
    for (field, text) in [
        (Field::LandingSpot, "roth_ira"),
        (Field::LandingReason, "Better funds"),
        (Field::LandingChosenOn, "1/5/2025"),
        (Field::RothIraSince, "2012"),
        (Field::TaxRate, "32"),
        (Field::SeveralPlans, "yes"),
        (Field::PlanTotal, "9,000"),
        (Field::FormsSaved, "yes"),
    ] {
        set(&mut draft, field, text);
    }
    draft.add_row(List::Contributions);

    assert_eq!(draft.show_year(2027), Some(2025));
    assert_eq!(draft.text(spot), "roth_ira");
    assert_eq!(draft.text(Key::Sheet(Field::LandingReason)), "Better funds");
    assert_eq!(draft.text(Key::Sheet(Field::LandingChosenOn)), "1/5/2025");
    assert_eq!(draft.text(Key::Sheet(Field::TaxRate)), "32");
    assert_eq!(draft.text(Key::Sheet(Field::SeveralPlans)), "yes");
    for field in Field::of(Whose::Ledger) {
        assert_eq!(draft.text(Key::Sheet(field)), "", "{field:?} is of one year");
    }
    assert!(row_ids(&draft, List::Contributions).is_empty(), "what was paid in is of one year");

    assert_eq!(draft.show_year(2024), None, "a choice made later was not made then");
    assert_eq!(draft.text(spot), "");
    draft.set(spot, "roth_401k".to_owned());
    assert_eq!(draft.show_year(2025), None, "answers stay");
    assert_eq!(draft.text(spot), "roth_ira");

    // Answers about the plan come from another year than those about the landing spot.
    draft.show_year(2024);
    set(&mut draft, Field::PlanAfterTax, "yes");
    assert_eq!(draft.show_year(2026), Some(2024), "the plan's year is the one that is named");
    assert_eq!(draft.text(Key::Sheet(Field::PlanAfterTax)), "yes");
    assert_eq!(draft.text(spot), "roth_ira");
    let reading = draft.read(today());
    assert_eq!(of_year(&reading, 2026).landing.spot, Spot::RothIra);
    assert_eq!(of_year(&reading, 2024).landing.spot, Spot::Roth401k);
}
