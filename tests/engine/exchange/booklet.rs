//! A plan's paper beside the draft: each answer is taken by itself, none that stands is
//! replaced, and nothing of the paper is kept.

use crate::support::values::today;
use planner::draft::Draft;
use planner::papers::{Reading, Topic, read};
use planner::questions::{Field, Key, List, RowField};
use planner::report::{Booklet, Quote};
use planner::service;

const TEXT: &str = "You may make voluntary after-tax contributions of up to 12% of eligible pay. In-plan Roth conversions are permitted. \
    The Company matches 100% of the first 3% of pay you contribute and 50% of the next 2%. A true-up match is made after the end of the Plan Year. \
    Your bonus election is separate from your regular election. Highly compensated employees are not permitted to make after-tax contributions. \
    Base pay does not include bonuses. In-plan Roth conversions may be requested on any business day on the plan’s website.";

fn reading() -> Reading {
    read(TEXT, today())
}

/// What the page is given, and the draft after it.
fn shown(draft: &Draft, reading: &Reading, take: &str) -> Booklet {
    shown_on("plan", draft, reading, take)
}

fn shown_on(page: &str, draft: &Draft, reading: &Reading, take: &str) -> Booklet {
    let text = serde_json::to_string(reading).expect("it is JSON");
    let reply = service::booklet(&draft.to_saved(), &today().to_string(), &text, take, page).expect("it answers");
    serde_json::from_str(&reply).expect("it is a booklet")
}

/// The quotes of a question.
fn quotes(booklet: &Booklet, topic: Topic) -> &[Quote] {
    let field = |id: &str| booklet.questions.iter().find(|question| question.field == id);
    let found = topic.question().and_then(|id| field(&id));
    found.map(|question| question.quotes.as_slice()).unwrap_or_default()
}

fn key_of(booklet: &Booklet, words: &str) -> String {
    let all = booklet.questions.iter().flat_map(|question| &question.quotes);
    all.into_iter().find(|quote| quote.take == words).unwrap_or_else(|| panic!("nothing says {words}")).key.clone()
}

#[test]
fn a_click_takes_one_answer_and_no_other() {
    let (draft, reading) = (Draft::new(today()), reading());
    let before = shown(&draft, &reading, "");
    assert_eq!(before.draft, "");
    let key = key_of(&before, "Answer: 12%");
    let after = shown(&draft, &reading, &key);
    let taken = Draft::from_saved(&after.draft).expect("it is a draft");
    let mut expected = draft;
    expected.set(Key::Sheet(Field::AfterTaxPercent), "12".to_owned());
    assert_eq!(taken, expected);
    // It is said then, and cannot be taken again.
    let question = after.questions.iter().find(|question| question.field == "after-tax-percent").expect("it stays");
    assert_eq!(question.answered, "Your answer: 12%");
    assert!(question.quotes.iter().all(|quote| quote.take.is_empty()));
    assert_eq!(shown(&taken, &reading, &key).draft, "");
}

#[test]
fn an_answer_that_stands_is_never_replaced_and_the_difference_is_shown() {
    let (mut draft, reading) = (Draft::new(today()), reading());
    let key = key_of(&shown(&draft, &reading, ""), "Answer: Yes");
    draft.set(Key::Sheet(Field::PlanAfterTax), "no".to_owned());
    let after = shown(&draft, &reading, &key);
    assert_eq!(after.draft, "");
    let quotes = quotes(&after, Topic::AfterTax);
    assert!(quotes.iter().any(|quote| quote.says == "The paper says: Yes" && quote.take.is_empty()));
    let question = after.questions.iter().find(|question| question.field == "plan-after-tax").expect("it is there");
    assert_eq!(question.answered, "Your answer: No");
    // “I don’t know” is no answer.
    draft.set(Key::Sheet(Field::PlanAfterTax), "unknown".to_owned());
    assert_ne!(shown(&draft, &reading, &key).draft, "");
}

#[test]
fn a_formula_fills_in_its_tiers_and_leaves_those_that_stand() {
    let (mut draft, reading) = (Draft::new(today()), reading());
    let words = "Answer: 100% of what you contribute up to 3% of pay, then 50% of what you contribute up to 5% of pay";
    let key = key_of(&shown(&draft, &reading, ""), words);
    let taken = Draft::from_saved(&shown(&draft, &reading, &key).draft).expect("it is a draft");
    for (field, text) in [
        (Field::MatchOffered, "yes"),
        (Field::MatchRate1, "100"),
        (Field::MatchUpTo1, "3"),
        (Field::MatchRate2, "50"),
        (Field::MatchUpTo2, "5"),
    ] {
        assert_eq!(taken.text(Key::Sheet(field)), text, "{field:?}");
    }
    draft.set(Key::Sheet(Field::MatchRate1), "25".to_owned());
    assert_eq!(shown(&draft, &reading, &key).draft, "");
}

#[test]
fn a_group_is_a_question_and_what_no_field_asks_is_only_shown() {
    let booklet = shown(&Draft::new(today()), &reading(), "");
    let all: Vec<&Quote> = booklet.questions.iter().flat_map(|question| &question.quotes).collect();
    let groups: Vec<&&Quote> =
        all.iter().filter(|quote| quote.doubt.contains("highly compensated employees")).collect();
    assert!(!groups.is_empty());
    assert!(groups.iter().all(|quote| quote.take.is_empty() && quote.doubt.contains("Are you one of them?")));
    let bonus = all.iter().find(|quote| quote.says == "It seems: Bonuses don’t count").expect("it is found");
    assert_eq!(bonus.take, "");
}

#[test]
fn what_was_not_found_is_no_answer() {
    let draft = Draft::new(today());
    let booklet = shown(&draft, &read("The Plan does not accept Roth elective deferrals.", today()), "");
    assert!(booklet.missing.contains("after-tax contributions") && booklet.missing.contains("not a No"));
    assert!(!booklet.missing.contains("Roth deferrals"));
    assert_eq!(shown(&draft, &reading(), "").missing.matches("after-tax contributions").count(), 0);
    // What cannot be read is not said to lack anything.
    assert_eq!(shown(&draft, &read("", today()), "").missing, "");
}

#[test]
fn nothing_of_a_paper_is_kept_and_no_key_does_harm() {
    let (draft, reading) = (Draft::new(today()), reading());
    for take in ["", "x", "-1", "999999", "99999999999999999999", "0 "] {
        let _ = shown(&draft, &reading, take);
    }
    for place in 0..reading.proposals.len() {
        let after = shown(&draft, &reading, &place.to_string());
        assert!(!after.draft.contains("voluntary") && !after.draft.contains("conversion"), "{}", after.draft);
    }
    let saved = draft.to_saved();
    assert!(service::booklet(&saved, &today().to_string(), "{}", "", "plan").is_err());
    assert!(service::booklet("", &today().to_string(), "", "", "plan").is_err());
    let odd = r#"{"paper":{"kind":"unknown","pages":1,"year_on_it":null,"trouble":"none","notes":[]},"proposals":[{"field":"match","answer":"x up to","quote":"","before":"","after":"","page":1,"words":"says"},{"field":"cadence","answer":"never","quote":"","before":"","after":"","page":1,"words":"says"}]}"#;
    for take in ["0", "1"] {
        let reply = service::booklet(&saved, &today().to_string(), odd, take, "plan").expect("it answers");
        let booklet: Booklet = serde_json::from_str(&reply).expect("it is a booklet");
        assert_eq!(booklet.draft, "");
    }
}

#[test]
fn every_topic_has_words_and_its_answers_can_stand() {
    for topic in Topic::ALL {
        let odd = format!(
            r#"{{"paper":{{"kind":"unknown","pages":1,"year_on_it":null,"trouble":"none","notes":[]}},"proposals":[{{"field":"{}","quote":"It is so.","before":"","after":"","page":1,"words":"speaks_of"}}]}}"#,
            topic.name()
        );
        let reading: Reading = serde_json::from_str(&odd).expect("it is a reading");
        let booklet = shown(&Draft::new(today()), &reading, "");
        assert!(!booklet.questions[0].title.is_empty() && !booklet.questions[0].title.contains('{'), "{topic:?}");
    }
}

/// A form with three boxes.
fn form(gross: &str) -> Reading {
    let json = format!(
        r#"{{"paper":{{"kind":"unknown","pages":1,"year_on_it":null,"trouble":"none","notes":[]}},"proposals":[],"boxes":[{{"field":"box-1","value":"{gross}","label":"1 Gross distribution","page":1}},{{"field":"box-7","value":"G","label":"7 Distribution code(s)","page":1}},{{"field":"none","value":"1","label":"","page":1}}]}}"#
    );
    serde_json::from_str(&json).expect("it is a reading")
}

#[test]
fn each_box_of_a_form_is_entered_by_its_click_into_one_row() {
    let mut draft = Draft::new(today());
    let reading = form("20,150.00");
    let before = shown_on("forms", &draft, &reading, "");
    let takes: Vec<&str> = before.questions.iter().map(|one| one.quotes[0].take.as_str()).collect();
    assert_eq!(takes, ["Enter: $20,150.00", "Enter: G"]);
    for take in ["0", "1"] {
        draft = Draft::from_saved(&shown_on("forms", &draft, &reading, take).draft).expect("it is a draft");
    }
    let rows = draft.sheet().expect("there is a sheet").rows(List::Forms);
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].text(RowField::Box1), rows[0].text(RowField::Box7)), ("20,150.00", "G"));
    // What stands is not entered again, and another form gets another row.
    let after = shown_on("forms", &draft, &reading, "0");
    assert_eq!(after.draft, "");
    assert!(after.questions.iter().all(|one| one.quotes[0].take.is_empty() && one.answered.starts_with("Entered: ")));
    let other = shown_on("forms", &draft, &form("99.00"), "0");
    let other = Draft::from_saved(&other.draft).expect("it is a draft");
    assert_eq!(other.sheet().expect("there is a sheet").rows(List::Forms).len(), 2);
    // A full list takes no more, and nothing of it is replaced.
    while draft.sheet().expect("there is a sheet").rows(List::Forms).len() < List::Forms.most() {
        let row = draft.add_row(List::Forms);
        draft.set(Key::Row(List::Forms, row, RowField::Box1), "1".to_owned());
    }
    assert_eq!(shown_on("forms", &draft, &form("99.00"), "0").draft, "");
    for take in ["2", "3", "x"] {
        assert_eq!(shown_on("forms", &draft, &reading, take).draft, "");
    }
}

#[test]
fn a_paper_on_the_other_page_says_where_it_is_read() {
    let draft = Draft::new(today());
    assert!(shown_on("plan", &draft, &form("1.00"), "").notes[0].contains("Tax forms"));
    assert!(shown_on("forms", &draft, &reading(), "").notes[0].contains("Plan"));
    assert!(shown_on("forms", &draft, &reading(), "").questions.is_empty());
    for page in ["plan", "forms", "review"] {
        let shown = shown_on(page, &draft, &stub("11/13/2026"), "0");
        assert!(shown.notes[0].contains("“Pace”") && shown.questions.is_empty(), "{page}");
    }
    for page in ["room", "pace"] {
        assert_eq!(shown_on(page, &draft, &reading(), "").title, "No pay stub was found in it");
        assert!(shown_on(page, &draft, &form("1.00"), "").notes[0].contains("Tax forms"));
    }
}

/// A stub paid on a day, with a figure that is certain and one that is not.
fn stub(paid: &str) -> Reading {
    let lines = "Deductions Current YTD\n401k Pre-Tax 500.00 11,500.00\nCompany Match 200.00\n";
    read(&format!("Pay stub  Pay Date: {paid}\n{lines}"), today())
}

#[test]
fn each_figure_of_a_stub_is_entered_by_its_click_into_the_year_that_it_was_paid_in() {
    let mut draft = Draft::new(today());
    draft.set(Key::Sheet(Field::Cadence), "biweekly".to_owned());
    let reading = stub("11/13/2026");
    let takes =
        |shown: &Booklet| -> Vec<String> { shown.questions.iter().map(|one| one.quotes[0].take.clone()).collect() };
    for page in ["pace", "room"] {
        let shown = shown_on(page, &draft, &reading, "");
        assert_eq!(takes(&shown), ["Enter: November 13, 2026", "Enter: $11,500.00", ""], "{page}");
        assert_eq!(shown.draft, "", "nothing is entered by itself");
    }
    let after = shown_on("pace", &draft, &reading, "1");
    let taken = Draft::from_saved(&after.draft).expect("it is a draft");
    let mut expected = draft.clone();
    expected.set(Key::Sheet(Field::PreTaxSoFar), "11,500.00".to_owned());
    assert_eq!(taken, expected);
    // What stands is never replaced, what is not certain never taken.
    expected.set(Key::Sheet(Field::PreTaxSoFar), "9.00".to_owned());
    for take in ["1", "2", "3", "x"] {
        assert_eq!(shown_on("pace", &expected, &reading, take).draft, "", "{take}");
    }
    assert_eq!(takes(&shown_on("pace", &expected, &reading, ""))[1], "");
    // Another year's stub gives nothing, and says why.
    let other = shown_on("pace", &draft, &stub("11/14/2025"), "1");
    assert!(other.notes.iter().any(|note| note.contains("paid in 2025")), "{:?}", other.notes);
    assert_eq!((other.draft.as_str(), takes(&other)), ("", vec![String::new(); 3]));
    // One without its date is told of, and each figure still waits for its click.
    let undated = shown_on("pace", &draft, &stub("soon"), "");
    assert!(undated.notes.iter().any(|note| note.contains("No pay date")), "{:?}", undated.notes);
    assert_eq!(takes(&undated), ["Enter: $11,500.00", ""]);
}
