//! What goes out of the planner as a whole comes in again: as a file, as a link, and as
//! what a browser had saved.

use crate::support::drafts::{AT_62, add, drafts, filled, keys};
use crate::support::properties::cases;
use crate::support::values::{TODAY, today};
use planner::draft::Draft;
use planner::exchange::LONGEST_WHOLE_LINK;
use planner::questions::{Field, Key, List, RowField};
use planner::record::{LARGEST, Record};
use planner::report::{Copy, Opened};
use planner::service;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

fn copy(draft: &Draft) -> Copy {
    let copy = service::record(&draft.to_saved(), TODAY).expect("a copy");
    serde_json::from_str(&copy).expect("the copy is JSON")
}

fn link(draft: &Draft) -> Result<String, String> {
    service::link(&draft.to_saved(), TODAY)
}

fn open(draft: &Draft, text: &str) -> Result<Opened, String> {
    let opened = service::open(&draft.to_saved(), TODAY, text)?;
    Ok(serde_json::from_str(&opened).expect("what is opened is JSON"))
}

#[track_caller]
fn opened(draft: &Draft, text: &str) -> (Opened, Draft) {
    let opened = open(draft, text).unwrap_or_else(|sentence| panic!("{sentence}"));
    let draft = Draft::from_saved(&opened.draft).expect("a draft to put in its place");
    (opened, draft)
}

/// What the start-up script hands over when the planner has stopped.
fn rescued(draft: &Draft) -> String {
    let rescued = json!({ "mbr.plan.unreadable": "{", "mbr.plan": draft.to_saved(), "other": "1" });
    serde_json::to_string_pretty(&rescued).expect("it is JSON")
}

fn empty() -> Draft {
    Draft::new(today())
}

fn example() -> Draft {
    Draft::example(2026, today())
}

fn set(draft: &mut Draft, year: i16, field: Field, text: &str) {
    let shown = std::mem::replace(&mut draft.year, year);
    draft.set(Key::Sheet(field), text.to_owned());
    draft.year = shown;
}

#[test]
fn a_copy_says_what_is_typed_and_not_in_it() {
    assert_eq!(copy(&example()).note, "");
    let mut draft = empty();
    set(&mut draft, 2026, Field::NetProfit, "90,000");
    assert_eq!(copy(&draft).note, "One text of a question that is not asked now is not in it.");
    set(&mut draft, 2026, Field::MatchRate1, "50");
    assert_eq!(copy(&draft).note, "2 texts of questions that are not asked now are not in it.");

    let mut draft = empty();
    draft.set(Key::BirthDate, "3/31".to_owned());
    set(&mut draft, 2026, Field::Pay, "2O0,000");
    set(&mut draft, 2025, Field::Pay, "  ");
    draft.year = 2025;
    for _ in 0..3 {
        add(&mut draft, List::Contributions, &[(RowField::On, "1/15/2025")]);
    }
    add(&mut draft, List::Conversions, &[(RowField::Sum, "1,2"), (RowField::Destination, "Roth IRA")]);
    add(&mut draft, List::Returns, &[(RowField::PaidOn, "1/15/2026")]);
    assert_eq!(
        copy(&draft).note,
        "This copy leaves out what can’t be read or isn’t complete: Birth date, Amount in the ledger (2025), \
         Date in the ledger (2025, 3 times), Account that received it (2025), Date of the return (2025) and 1 more. \
         Correct or complete it, and make the copy again."
    );
    let mut draft = empty();
    set(&mut draft, 2026, Field::Income, "self_employed");
    set(&mut draft, 2026, Field::Pay, "1");
    assert_eq!(
        copy(&draft).note,
        "This copy leaves out what can’t be read or isn’t complete: How this job pays (2026). Correct or complete it, and make \
         the copy again. One text of a question that is not asked now is not in it."
    );
}

#[test]
fn every_kind_of_copy_opens_as_the_same_figures() {
    let mut draft = example();
    draft.set(Key::Sheet(Field::LandingReason), "“O’Brien” & \u{1f469}\u{200d}\u{1f4bb}".to_owned());
    set(&mut draft, 2025, Field::Pay, "190,000");
    let record = draft.read(today()).record;
    let link = link(&draft).expect("a link");
    assert!(link.len() < LONGEST_WHOLE_LINK / 2, "a year and some fits: {}", link.len());
    let compact = serde_json::to_string(&record).expect("JSON");
    for (text, says) in [
        (copy(&draft).text, "A copy of the record with 2 years."),
        (format!("\u{feff}{compact}"), "A copy of the record with 2 years."),
        (link.clone(), "A link with the whole record, with 2 years."),
        (format!("#{link}"), "A link with the whole record, with 2 years."),
        (
            format!("  https://planner.example/some/where.html?accent=blue#{link}\n"),
            "A link with the whole record, with 2 years.",
        ),
        (format!("\u{feff}{}\r\n {}", &link[..100], &link[100..]), "A link with the whole record, with 2 years."),
        (draft.to_saved(), "Figures as a browser saves them, with 2 years."),
        (format!("\u{feff}\n{}", draft.to_saved()), "Figures as a browser saves them, with 2 years."),
        (rescued(&draft), "What the planner had saved when it stopped, with 2 years."),
    ] {
        let (opened, then) = opened(&empty(), &text);
        assert_eq!(opened.says, says);
        assert_eq!(opened.notes, ["It brings the birth date March 31, 1985."], "{says}");
        assert_eq!(then.read(today()).record, record, "{says}");
        assert_eq!(then.year, 2026, "{says}");
        let years: Vec<i16> = opened.years.iter().map(|year| year.year).collect();
        assert_eq!(years, [2025, 2026], "{says}");
        let [before, last] = opened.years.as_slice() else { panic!("two years") };
        assert_eq!((before.brings.as_str(), before.replaces.as_str(), before.same), ("1 answer", "", false));
        assert_eq!((last.brings.as_str(), last.replaces.as_str()), ("32 answers, 30 rows of the ledger", ""));
    }
}

/// Whatever later planners write, what was sent or kept once opens for ever.
#[test]
fn copies_that_were_made_at_first_stay_readable() {
    const LINK: &str = "all/1?eyJmb3JtYXQiOjMsImJpcnRoX2RhdGUiOiIxOTg1LTAzLTMxIiwieWVhcnMiOlt7InllYXIiOjIwMjYsImluY29tZSI6eyJraW5kIjoid2FnZXMiLCJwYXkiOiIyMDAwMDAuMDAifX1dfQ";
    const RESCUED: &str = r#"{
  "mbr.plan": "{\"format\":3,\"draft\":{\"year\":2026,\"birth_date\":\"3/31/1985\",\"sheets\":{\"2026\":{\"texts\":{\"pay\":\"200,000\"},\"jobs\":[]}}}}",
  "theme": "dark"
}"#;
    const SAVED: &str = r#"{"format":1,"draft":{"year":2026,"birth_date":"3/31/1985","sheets":{"2026":{"texts":{"pay":"200,000"},"jobs":[]}}}}"#;
    const RECORD: &str = r#"{"format": 1, "birth_date": "1985-03-31", "years": [{"year": 2026, "income": {"kind": "wages", "pay": "200000.00"}}]}"#;
    let right = Record::from_json(RECORD).expect("a record");
    for text in [LINK, RESCUED, SAVED, RECORD] {
        assert_eq!(opened(&empty(), text).1.read(today()).record, right, "{text}");
    }
    assert_eq!(right.to_link().as_deref(), Some(LINK), "and is written in the same way");
}

#[test]
fn what_a_copy_would_replace_is_shown_year_by_year() {
    let mut now = example();
    set(&mut now, 2024, Field::Pay, "180,000");
    set(&mut now, 2025, Field::Pay, "190,000.00");
    set(&mut now, 2023, Field::Pay, "   ");
    let mut then = now.clone();
    then.remove_year(2024);
    set(&mut then, 2025, Field::Pay, "$190 000");
    set(&mut then, 2026, Field::TaxRate, "35");
    set(&mut then, 2027, Field::Pay, "1");
    let years = opened(&now, &then.to_saved()).0.years;
    let shown: Vec<_> =
        years.iter().map(|year| (year.year, year.brings.as_str(), year.replaces.as_str(), year.same)).collect();
    let whole = "32 answers, 30 rows of the ledger";
    assert_eq!(
        shown,
        [
            (2024, "", "1 answer", false),
            (2025, "1 answer", "1 answer", true),
            (2026, whole, whole, false),
            (2027, "1 answer", "", false),
        ]
    );
    // A copy of what stands there changes nothing.
    let same = opened(&now, &copy(&now).text).0;
    assert!(same.notes.is_empty() && same.years.iter().all(|year| year.same), "{same:?}");
    // One that lacks a text which cannot be read does.
    set(&mut now, 2025, Field::TakeHome, "12,3");
    set(&mut now, 2025, Field::Cadence, "monthly");
    let years = opened(&now, &copy(&now).text).0.years;
    assert_eq!(years.iter().map(|year| year.same).collect::<Vec<_>>(), [true, false, true]);
    assert!(opened(&now, &now.to_saved()).0.years.iter().all(|year| year.same));
}

#[test]
fn the_year_on_show_stays_where_the_copy_has_it() {
    let with = |years: &[i16]| {
        let mut draft = empty();
        years.iter().for_each(|year| set(&mut draft, *year, Field::Pay, "1"));
        draft
    };
    for (copied, shown_there, shown_here, right) in [
        (&[2024, 2025][..], 2024, 2025, [2025, 2025]),
        (&[2024, 2025], 2024, 2023, [2025, 2024]),
        (&[2025, 2027], 2027, 2023, [2025, 2027]),
        (&[2027, 2028], 2028, 2026, [2027, 2028]),
        (&[], 2025, 2024, [2026, 2025]),
    ] {
        let copied = Draft { year: shown_there, ..with(copied) };
        let now = Draft { year: shown_here, ..empty() };
        let shown = [copy(&copied).text, copied.to_saved()].map(|text| opened(&now, &text).1.year);
        assert_eq!(shown, right, "{copied:?}");
    }
}

#[test]
fn a_copy_without_any_year_takes_the_place_of_no_figures() {
    let born = {
        let mut draft = empty();
        draft.set(Key::BirthDate, AT_62.to_owned());
        draft
    };
    for text in [copy(&born).text, born.to_saved(), "{\"format\": 3, \"years\": []}".to_owned()] {
        let refused = open(&example(), &text).expect_err("it has no year");
        assert_eq!(refused, "There are no figures in this copy, so it can’t replace yours. Choose another one.");
        // Where there are none, a birth date alone may come.
        assert!(opened(&empty(), &text).0.years.is_empty());
    }
}

#[test]
fn what_a_person_should_know_of_a_copy_is_said() {
    let notes = |now: &Draft, text: &str| opened(now, text).0.notes;
    let mut born = empty();
    born.set(Key::BirthDate, AT_62.to_owned());
    assert_eq!(
        notes(&born, &example().to_saved()),
        ["The birth date becomes March 31, 1985. Now it is August 9, 1964."]
    );
    assert_eq!(notes(&born, &empty().to_saved()), ["It has no birth date. Yours, August 9, 1964, goes with the rest."]);
    let mut odd = empty();
    odd.set(Key::BirthDate, "3/31/985".to_owned());
    assert_eq!(notes(&odd, &example().to_saved()), ["The birth date becomes March 31, 1985. Now it is “3/31/985”."]);

    // A saved draft keeps what cannot be read; what is not asked needs no word.
    let mut saved = empty();
    set(&mut saved, 2026, Field::Pay, "2O0,000");
    set(&mut saved, 2026, Field::NetProfit, "1");
    let (said, then) = opened(&empty(), &saved.to_saved());
    assert_eq!(
        said.notes,
        [
            "This cannot be read or is not complete, and is kept as it is: Gross pay (2026). Correct it in its field for it to count."
        ]
    );
    assert_eq!(then, saved);

    // A record is to count as a whole.
    let record = r#"{"format": 3, "years": [{"year": 2026, "income": {"kind": "wages", "pay": "1"},
        "payroll": {"cadence": "monthly", "pay": "5000", "last_stub": "2025-12-31"}}]}"#;
    assert_eq!(
        notes(&empty(), record),
        [
            "This cannot be read or is not complete, and is kept as it is: Date of the latest pay stub (2026). Correct it in its field for it to count.",
            "Because of your other answers, the page doesn’t ask for this. It is kept but does not count: Gross pay (2026).",
        ]
    );
}

#[test]
fn letters_that_are_not_seen_are_taken_out_and_it_is_said() {
    let mut draft = empty();
    set(&mut draft, 2026, Field::LandingReason, "be\u{202e}tter\0 funds");
    set(&mut draft, 2026, Field::Pay, "200\t000");
    set(&mut draft, 2026, Field::PayDates, "1/15/2026\n1/30/2026");
    add(&mut draft, List::Jobs, &[(RowField::Name, &"x".repeat(5_000))]);
    add(&mut draft, List::Forms, &[(RowField::Payer, "\u{feff}\u{200b}"), (RowField::Box7, "G")]);
    let (said, then) = opened(&empty(), &draft.to_saved());
    assert_eq!(
        said.notes.last().map(String::as_str),
        Some(
            "Invisible characters, or text longer than any answer, were removed from: Gross pay (2026), Your reason (2026), Employer’s name (2026) and Payer (2026)."
        )
    );
    assert_eq!(then.text(Key::Sheet(Field::LandingReason)), "be tter  funds");
    assert_eq!(then.text(Key::Sheet(Field::PayDates)), "1/15/2026\n1/30/2026", "lines are none of them");
    assert_eq!(then.text(Key::Row(List::Jobs, 0, RowField::Name)).len(), 4_000);
    assert_eq!(then.text(Key::Row(List::Forms, 0, RowField::Payer)), "");
    let again = opened(&empty(), &said.draft);
    assert_eq!((again.0.notes.len(), again.1), (0, then));
}

#[test]
fn what_is_no_copy_is_refused_with_what_to_do() {
    let newer = example().to_saved().replacen("\"format\":3", "\"format\":5", 1);
    let rescued_newer = serde_json::to_string(&json!({ "mbr.plan": newer })).expect("JSON");
    let link = link(&example()).expect("a link");
    let (long, much) = (format!("all/1?{}", "A".repeat(LONGEST_WHOLE_LINK)), " ".repeat(LARGEST + 1));
    let carrying = |json: &str| {
        // The planner's own letters for some bytes, by way of a link.
        let own = Record::default().to_link().expect("a link");
        let packed = base64(json.as_bytes());
        assert_eq!(own, format!("all/1?{}", base64(br#"{"format":3,"years":[]}"#)));
        format!("all/1?{packed}")
    };
    for (text, says) in [
        ("", "There is nothing in it."),
        ("\u{feff} \r\n\t", "There is nothing in it."),
        ("\u{feff}", "There is nothing in it."),
        (&much, "larger than four megabytes"),
        ("hello", "This is not a copy that this planner made. Choose a file from “Download a copy”."),
        (
            "{\n \"format\": 3,\n \"years\": [}",
            "This file was changed or damaged: line 3 is not as the planner wrote it. Open another copy.",
        ),
        ("{\n \"format\": 3,\n \"years\": [{\"year\": 2026,", "This file was cut off: its end is missing."),
        ("{\"format\": 3, \"slip\": 1}", "not a copy that this planner made"),
        ("{}", "not a copy that this planner made"),
        ("[]", "not a copy that this planner made"),
        ("null", "not a copy that this planner made"),
        ("<!DOCTYPE html>, <p>", "not a copy that this planner made"),
        ("{\"format\": 5}", "This record has format 5; this planner reads up to format 4. Use the newest planner."),
        ("{\"format\": 3, \"years\": [{\"year\": 1999}]}", "There is no year 1999"),
        ("{\"theme\": \"dark\"}", "not a copy that this planner made"),
        (&newer, "saved by a newer planner"),
        (&rescued_newer, "saved by a newer planner"),
        ("{\"format\":3,\"draft\":{\"year\":1}}", "damaged and cannot be read"),
        ("{\"format\":3,\"draft\":[]}", "damaged and cannot be read"),
        ("{\"mbr.plan\": \"{\"}", "damaged and cannot be read"),
        ("plan/1?plan-kind=401k", "This link carries a plan’s rules only."),
        ("https://planner.example/#plan/1?plan-kind=401k", "This link carries a plan’s rules only."),
        ("Date,Amount\n1/16/2026,355.77", "Import it on the Conversions page."),
        ("1/16/2026\t355.77", "Import it on the Conversions page."),
        ("\"Trade Date\";\"Amount\"", "Import it on the Conversions page."),
        (&link[..link.len() - 5], "damaged on its way"),
        (&link.replacen('J', "+", 1), "damaged on its way"),
        ("all/1?", "damaged on its way"),
        ("all/1", "damaged on its way"),
        ("#all/x?e30", "damaged on its way"),
        ("all/2?anything", "made by a newer planner"),
        (&long, "longer than a record’s can be"),
        (&carrying("{\"format\": 3"), "damaged on its way"),
        (&carrying("\u{0}"), "damaged on its way"),
        (&carrying("{\"format\": 9}"), "Use the newest planner."),
        (&carrying("{\"format\": 3, \"years\": [{\"year\": 1999}]}"), "There is no year 1999"),
    ] {
        let start: String = text.chars().take(60).collect();
        let sentence = open(&example(), text).expect_err(&start);
        assert!(sentence.contains(says) && sentence.ends_with('.'), "{start:?}: {sentence}");
    }
    let draft = example().to_saved();
    assert!(service::open("", TODAY, &link).is_err_and(|sentence| sentence.contains("cannot be read")));
    assert!(service::open(&draft, "today", &link).is_err_and(|sentence| sentence.contains("not a day")));
}

/// Base64url, in another way than the planner's.
fn base64(bytes: &[u8]) -> String {
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let digits: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect();
    let bits: Vec<char> = bits.chars().collect();
    let digit = |six: &[char]| {
        let padded: String = six.iter().copied().chain(std::iter::repeat('0')).take(6).collect();
        digits[usize::from_str_radix(&padded, 2).expect("six bits")]
    };
    bits.chunks(6).map(digit).collect()
}

#[test]
fn a_link_holds_up_to_32_kibibytes_and_no_byte_more() {
    assert!(link(&empty()).is_err_and(|sentence| sentence.starts_with("Nothing is entered yet")));
    let with = |letters: usize| {
        let mut draft = empty();
        set(&mut draft, 2026, Field::LandingReason, &"x".repeat(letters));
        draft
    };
    let (mut most, mut too_many) = (1, LONGEST_WHOLE_LINK);
    while too_many - most > 1 {
        let letters = usize::midpoint(most, too_many);
        *if link(&with(letters)).is_ok() { &mut most } else { &mut too_many } = letters;
    }
    let longest = link(&with(most)).expect("it fits");
    assert!(longest.len() > LONGEST_WHOLE_LINK - 3 && longest.len() <= LONGEST_WHOLE_LINK, "{}", longest.len());
    let address = format!("https://planner.example/{}#{longest}", "x".repeat(LONGEST_WHOLE_LINK));
    let then = opened(&empty(), &address).1;
    assert_eq!(then.text(Key::Sheet(Field::LandingReason)).len(), 4_000, "and what is longer than any answer is cut");
    let refused = link(&with(most + 1)).expect_err("a byte too many");
    assert_eq!(refused, "This record is too long for a link. Download it, and send the file instead.");
}

#[test]
fn each_year_says_what_it_holds_and_can_be_taken_away() {
    let mut draft = empty();
    assert_eq!(draft.years_held(), []);
    for list in List::ALL {
        draft.add_row(*list);
    }
    assert_eq!(draft.years_held(), [], "empty rows hold nothing");
    set(&mut draft, 2026, Field::Pay, " ");
    assert_eq!(draft.years_held(), [], "nor do blanks");
    set(&mut draft, 2026, Field::Pay, "x");
    add(&mut draft, List::Jobs, &[(RowField::Name, "Acme")]);
    add(&mut draft, List::Raises, &[(RowField::From, "?")]);
    add(&mut draft, List::Balances, &[(RowField::Sum, "1"), (RowField::On, "1")]);
    add(&mut draft, List::Forms, &[(RowField::Box1, "1")]);
    add(&mut draft, List::Returns, &[(RowField::Excess, "1")]);
    let one = "1 answer, 1 other job, 1 raise or bonus, 1 row of the ledger, 1 form, 1 amount returned";
    assert_eq!(draft.years_held(), [(2026, one.to_owned())]);
    set(&mut draft, 2026, Field::Growth, "6");
    add(&mut draft, List::Bonuses, &[(RowField::Amount, "1")]);
    add(&mut draft, List::Contributions, &[(RowField::Sum, "1")]);
    add(&mut draft, List::Forms, &[(RowField::Box1, "1")]);
    set(&mut draft, 2024, Field::Growth, "6");
    let more = "2 answers, 1 other job, 2 raises and bonuses, 2 rows of the ledger, 2 forms, 1 amount returned";
    assert_eq!(draft.years_held(), [(2024, "1 answer".to_owned()), (2026, more.to_owned())]);
    draft.remove_year(2026);
    assert_eq!((draft.year, draft.years_held()), (2026, vec![(2024, "1 answer".to_owned())]));
    draft.remove_year(2026);
    draft.remove_year(2024);
    assert!(draft.is_empty());
}

/// Any letters at all, those that JSON and JavaScript trip over among them.
fn letters() -> impl Strategy<Value = String> {
    let odd =
        "\0\u{1}\t\n\r\"\\/'\u{7f}\u{85}\u{a0}\u{2028}\u{2029}\u{feff}\u{fffd}\u{ffff}\u{1f469}\u{200d}\u{10ffff}";
    let letter = prop_oneof![1 => any::<char>(), 1 => prop::sample::select(odd.chars().collect::<Vec<_>>())];
    vec(letter, 0..20).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn a_copy_brings_all_that_counts(draft in prop_oneof![3 => filled(), 1 => drafts()]) {
        let record = draft.read(today()).record;
        let left_out = draft.left_out(today());
        let copy = copy(&draft);
        prop_assert_eq!(copy.note.is_empty(), left_out.is_empty());
        prop_assert_eq!(Record::from_json(&copy.text), Ok(record.clone()));
        // Free texts lose the letters that are not seen on the way in, as any copy's do.
        let cleaned = |note: &String| note.starts_with("Invisible characters");
        // A copy in which nothing could be kept takes the place of no figures.
        if let Err(sentence) = open(&draft, &copy.text) {
            prop_assert!(sentence.starts_with("There are no figures in this copy"), "{}", sentence);
            return Ok(());
        }
        let (said, then) = opened(&draft, &copy.text);
        if !said.notes.iter().any(cleaned) {
            prop_assert_eq!(&then.read(today()).record.birth_date, &record.birth_date);
            for year in &then.read(today()).record.years {
                if let Some(right) = record.year(year.year) {
                    prop_assert_eq!(year, right);
                }
            }
            for year in said.years {
                let here = left_out.asked.iter().chain(&left_out.not_asked);
                let here = here.filter(|(of, key)| *of == year.year && *key != Key::BirthDate).count();
                prop_assert_eq!(year.same, here == 0, "{:?}", year);
            }
        }
        if let Ok(link) = link(&draft) {
            prop_assert!(link.len() <= LONGEST_WHOLE_LINK && link.is_ascii());
            prop_assert_eq!(Record::from_link(&link), Ok(record));
            prop_assert_eq!(opened(&draft, &link).1, then);
        }
        // A saved draft comes back whole, but for such letters.
        for text in [draft.to_saved(), rescued(&draft)] {
            let (said, then) = opened(&draft, &text);
            if !said.notes.iter().any(cleaned) {
                prop_assert_eq!(Draft { year: draft.year, ..then }, draft.clone());
                prop_assert!(said.years.iter().all(|year| year.same));
            }
        }
    }

    #[test]
    fn any_letters_are_saved_and_read_to_the_letter(mut draft in filled(), texts in vec(letters(), 1..30), birth_date in letters()) {
        let places = keys(&draft);
        for (place, text) in texts.into_iter().enumerate() {
            draft.set(places[place * 7_919 % places.len()], text);
        }
        draft.set(Key::BirthDate, birth_date);
        prop_assert_eq!(Draft::from_saved(&draft.to_saved()), Ok(draft));
    }
}
