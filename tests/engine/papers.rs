//! A plan's papers: each sentence of `tests/papers` and what may be proposed of it, and what
//! becomes of it when the sentence is turned, cut or glued to something.
//!
//! No answer is as much an answer as any: a sentence that speaks of loans proposes nothing.

mod pdf;
mod stubs;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use planner::date::Date;
use planner::papers::{MOST_LETTERS, PaperKind, Proposal, Topic, Trouble, Wording, masked, read};
use proptest::prelude::*;
use serde::Deserialize;

/// Sentences, each with a trap.
const PHRASES: &str = include_str!("../papers/phrases.json");
/// Sentences as plans' own papers have them, retold.
const PASSAGES: &str = include_str!("../papers/passages.json");

/// Rules and, beside them, what they must not be taken for: turned, limited, of a group, of
/// another year.
const MIRRORS: &str = include_str!("../papers/mirrors.json");

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    /// By question; null where nothing may be proposed.
    answers: BTreeMap<String, Option<String>>,
}

fn cases(file: &str) -> Vec<Case> {
    serde_json::from_str(file).expect("the file holds cases")
}

fn today() -> Date {
    Date::new(2026, 11, 26).expect("a date")
}

fn proposals(text: &str) -> Vec<Proposal> {
    read(text, today()).proposals
}

/// The answers that are proposed, by question.
fn answers(text: &str) -> BTreeMap<&'static str, Vec<String>> {
    let mut answers: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for proposal in proposals(text) {
        if let Some(answer) = proposal.answer {
            answers.entry(proposal.field.name()).or_default().push(answer);
        }
    }
    answers
}

/// Whether the answers are those of the whole sentence or fewer, and never others.
fn holds(case: &Case, text: &str, whole: &BTreeMap<&'static str, Vec<String>>, what: &str) {
    for (field, found) in answers(text) {
        let right = match case.answers.get(field) {
            Some(answer) => answer.iter().cloned().collect(),
            None => whole.get(field).cloned().unwrap_or_default(),
        };
        for answer in found {
            assert!(right.contains(&answer), "{} {what}: {field} is {answer}, not {right:?}, in\n{text}", case.id);
        }
    }
}

fn says(text: &str) -> Vec<(&'static str, String)> {
    let said = proposals(text).into_iter().filter(|proposal| proposal.words == Wording::Says);
    said.filter_map(|proposal| Some((proposal.field.name(), proposal.answer?))).collect()
}

#[test]
fn every_phrase_has_its_answer_or_none() {
    for file in [PHRASES, PASSAGES, MIRRORS] {
        for case in cases(file) {
            let found = answers(&case.text);
            for (field, answer) in &case.answers {
                let expected: Vec<String> = answer.iter().cloned().collect();
                let got = found.get(field.as_str()).cloned().unwrap_or_default();
                assert!(got == expected, "{}: {field} is {got:?}, not {expected:?}: {}", case.id, case.text);
            }
        }
    }
}

/// What turns a sentence, in words that stand in many.
const TURNS: &[(&str, &str)] = &[
    (" may ", " may not "),
    (" can ", " cannot "),
    (" are ", " are not "),
    (" is ", " is not "),
    (" will ", " will not "),
    (" accepts ", " does not accept "),
    (" matches ", " does not match "),
    (" are not ", " are "),
    (" is not ", " is "),
    (" may not ", " may "),
    (" cannot ", " can "),
    (" does NOT include ", " includes "),
    (" does not match ", " matches "),
    (" does not accept ", " accepts "),
];

#[test]
fn says_never_survives_a_negation() {
    let mut turned = 0;
    for file in [PHRASES, PASSAGES] {
        for case in cases(file) {
            let before = says(&case.text);
            for (from, to) in TURNS {
                if !case.text.contains(from) || to.contains(" not ") && case.text.contains(to) {
                    continue;
                }
                let other = case.text.replacen(from, to, 1);
                let after = says(&other);
                turned += 1;
                // Only the answer whose verb was turned must go: one word is one verb of the sentence.
                for said in &before {
                    let one_verb = case.text.matches(" not ").count() + case.text.matches(from).count() <= 2;
                    assert!(!one_verb || !after.contains(said), "{}: {said:?} survives in\n{other}", case.id);
                }
            }
        }
    }
    assert!(turned > 60, "{turned}");
}

#[test]
fn says_never_survives_an_exception_the_past_or_brackets() {
    for file in [PHRASES, PASSAGES] {
        for case in cases(file) {
            let body = case.text.trim_end_matches(['.', '!']);
            for mirrored in [
                format!("{body}, unless the Company decides otherwise."),
                format!("{body}, unless your location provides otherwise."),
                format!("{body}, if permitted by the Employer."),
                format!("({})", case.text),
                format!("[{}]", case.text),
            ] {
                let said = says(&mirrored);
                assert!(said.is_empty(), "{}: {said:?} in\n{mirrored}", case.id);
            }
            let lower = lowered(&case.text);
            for mirrored in [
                format!("Until 2019, {lower}"),
                format!("Before January 1, 2015, {lower}"),
                format!("Formerly, {lower}"),
                case.text.replacen(" may ", " could ", 1).replacen(" can ", " could ", 1),
            ] {
                if mirrored == case.text || !mirrored.contains("could") && mirrored.contains("no further") {
                    continue;
                }
                let said = says(&mirrored);
                assert!(said.iter().all(|(_, answer)| answer != "yes"), "{}: {said:?} in\n{mirrored}", case.id);
            }
        }
    }
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[test]
fn a_rule_for_a_group_is_a_question() {
    for file in [PHRASES, PASSAGES] {
        // A group's condition is that of its own sentence.
        for case in cases(file).into_iter().filter(|case| !case.text.trim_end_matches('.').contains(". ")) {
            let lower = lowered(&case.text);
            for mirrored in [
                format!("If you are a highly compensated employee, {lower}"),
                format!("For employees covered by a collective bargaining agreement, {lower}"),
                format!("For employees who live in Puerto Rico, {lower}"),
                format!("If you were hired before 2010, {lower}"),
            ] {
                for proposal in proposals(&mirrored).into_iter().filter(|proposal| proposal.field != Topic::HceLimit) {
                    assert!(
                        proposal.answer.is_none() || case.text.starts_with("Unless"),
                        "{}: {} is {:?} in\n{mirrored}",
                        case.id,
                        proposal.field.name(),
                        proposal.answer
                    );
                }
            }
        }
    }
    let group = proposals("Highly compensated employees are not permitted to make after-tax contributions.");
    assert!(group.iter().all(|proposal| proposal.only_for.as_deref() == Some("highly compensated employees")));
    assert!(group.iter().all(|proposal| proposal.words != Wording::Says));
}

/// What stands between two pages.
const HEADS: [&str; 5] = [
    "Acme Savings Plan Summary Plan Description",
    "Page 12 of 40",
    "12",
    "ACME SAVINGS PLAN",
    "Acme 401(k) Plan  |  12",
];

#[test]
fn layout_never_makes_another_answer() {
    for file in [PHRASES, PASSAGES] {
        for case in cases(file) {
            let whole = answers(&case.text);
            let text = &case.text;
            for row in [
                "Roth 401(k) Yes",
                "True-up No",
                "Vesting 3 years",
                "Company match 50% 6%",
                "Loans | 2 | Yes",
                "In-plan conversion\tNo",
                "After-tax contributions Yes",
                "Not available",
            ] {
                holds(&case, &format!("{row} {text}"), &whole, "after a row");
                holds(&case, &format!("{row}\n{text}"), &whole, "under a row");
                holds(&case, &format!("{text} {row}"), &whole, "before a row");
                holds(&case, &format!("{text}\n{row}"), &whole, "above a row");
            }
            for (at, (space, _)) in text.match_indices(' ').enumerate() {
                let (first, second) = (&text[..space], &text[space + 1..]);
                holds(&case, &format!("{first}\n{second}"), &whole, "divided");
                holds(&case, &format!("{first}\r\n{second}"), &whole, "divided");
                holds(&case, first, &whole, "cut off");
                holds(&case, &format!("{first}\n\n{second}"), &whole, "cut in two");
                // Each head at every fifth place: all of them come in every sentence.
                let head = HEADS[at % HEADS.len()];
                holds(&case, &format!("{first}\n{head}\n{second}"), &whole, "with a head");
                holds(&case, &format!("{first}\n\u{c}{head}\n{second}"), &whole, "over a page");
            }
            let words: Vec<&str> = text.split(' ').collect();
            for (at, word) in words.iter().enumerate() {
                let middle = word.chars().count() / 2;
                let (first, second): (String, String) =
                    (word.chars().take(middle).collect(), word.chars().skip(middle).collect());
                let divided =
                    middle > 2 && first.ends_with(char::is_alphabetic) && second.starts_with(char::is_lowercase);
                if divided {
                    let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
                    words[at] = format!("{first}-\n{second}");
                    let text = words.join(" ");
                    assert_eq!(answers(&text), whole, "{} hyphenated:\n{text}", case.id);
                }
            }
            // A line as narrow as a column's.
            holds(&case, &text.replace(' ', "\n"), &whole, "a word a line");
        }
    }
}

#[test]
fn what_is_said_of_a_withdrawal_or_a_limit_is_no_refusal_of_contributions() {
    for text in [
        "Withdrawals of after-tax contributions are not permitted.",
        "Rollovers of after-tax contributions are not accepted.",
        "In-plan conversions of after-tax contributions are not available.",
        "You may not make after-tax contributions in excess of 10% of your pay.",
        "You may not make after-tax contributions from your bonus.",
    ] {
        assert!(!answers(text).contains_key("after_tax"), "{text}");
    }
    assert_eq!(answers("You may not make after-tax contributions.")["after_tax"], ["no"]);
}

#[test]
fn two_places_that_differ_give_no_answer() {
    let text =
        "You may make voluntary after-tax contributions.\n\nAfter-tax contributions are not permitted under the Plan.";
    let found = proposals(text);
    let of: Vec<&Proposal> = found.iter().filter(|proposal| proposal.field == Topic::AfterTax).collect();
    assert_eq!(of.len(), 2);
    assert!(of.iter().all(|proposal| proposal.words == Wording::Differs && proposal.answer.is_none()));
}

#[test]
fn a_text_about_plans_in_general_answers_nothing() {
    let text = "Many 401(k) plans let participants save more. Some employers offer after-tax contributions. \
        You may make voluntary after-tax contributions. In-plan Roth conversions are permitted. \
        An employer may also choose to add a true-up. Talk to your financial advisor, and ask your employer.";
    let reading = read(text, today());
    assert_eq!(reading.paper.kind, PaperKind::Template);
    assert!(reading.paper.notes.iter().any(|note| note.contains("plans in general")));
    assert!(!reading.proposals.is_empty());
    assert!(reading.proposals.iter().all(|proposal| proposal.words == Wording::SpeaksOf && proposal.answer.is_none()));
}

#[test]
fn an_old_paper_says_so_and_a_new_one_does_not() {
    let paper = |year: u16| {
        read(&format!("This booklet is effective January 1, {year}. You may make after-tax contributions."), today())
            .paper
    };
    assert_eq!(paper(2016).year_on_it, Some(2016));
    assert!(paper(2016).notes.iter().any(|note| note.contains("2016")));
    assert_eq!(paper(2026).year_on_it, Some(2026));
    assert!(paper(2026).notes.is_empty());
}

#[test]
fn a_quote_comes_with_its_page_and_its_neighbors() {
    let text = "Saving is easy.\u{c}Here is how. You may make voluntary after-tax contributions. Ask us for more.";
    let found = proposals(text);
    let proposal = found.iter().find(|proposal| proposal.field == Topic::AfterTax).expect("it is found");
    assert_eq!((proposal.page, proposal.words), (2, Wording::Says));
    assert_eq!((proposal.before.as_str(), proposal.after.as_str()), ("Here is how.", "Ask us for more."));
    assert_eq!(proposal.quote, "You may make voluntary after-tax contributions.");
}

#[test]
fn numbers_of_persons_and_accounts_are_masked() {
    for (text, hidden) in [
        ("SSN 123-45-6789", "6789"),
        ("123 45 6789", "6789"),
        ("Account number: 00123456", "123456"),
        ("Acct # 4821", "4821"),
        ("Participant 1234567890", "123456"),
        ("Account 12-3456-7890", "3456"),
        ("Social Security number 123456789", "12345"),
    ] {
        assert!(!masked(text).contains(hidden), "{}", masked(text));
    }
    for kept in
        ["up to $24,500 in 2026", "call 1-800-555-0123", "on 2026-11-26", "50% of the first 6%", "section 401(k)"]
    {
        assert_eq!(masked(kept), kept);
    }
    let text = "Your account number is 123456789, and you may make voluntary after-tax contributions. SSN 123-45-6789 is yours.";
    let shown = serde_json::to_string(&read(text, today())).expect("it is text");
    assert!(!shown.contains("6789"), "{shown}");
}

#[test]
fn every_proposal_names_a_question_that_is_asked() {
    let fields: Vec<&str> = planner::questions::Field::ALL.iter().map(|field| field.id()).collect();
    for topic in Topic::ALL {
        if let Some(question) = topic.question() {
            assert!(fields.contains(&question.as_str()), "{question}");
        }
    }
}

#[test]
fn large_texts_are_bounded_and_quick() {
    let sentence = "You may make voluntary after-tax contributions of up to 10% of pay, and the Company matches 50% of the first 6% of pay. ";
    // Most of a long booklet speaks of other things; this build has no optimizations.
    let other = "The library is open on weekdays and closed on holidays. ";
    let long = format!("{}{}", sentence.repeat(300), other.repeat(MOST_LETTERS / other.len()));
    let start = Instant::now();
    let reading = read(&long, today());
    assert!(start.elapsed() < Duration::from_secs(90), "{:?}", start.elapsed());
    assert_eq!(reading.paper.trouble, Trouble::CutOff);
    assert!(reading.paper.notes.iter().any(|note| note.contains("very long")));
    assert!(reading.proposals.len() < 60);
    assert_eq!(read("", today()).paper.trouble, Trouble::NoText);
    assert_eq!(read(&"\u{fffd}\u{fffd} a ".repeat(100), today()).paper.trouble, Trouble::Garbled);
    for nasty in [
        "after-tax ".repeat(30_000),
        "(".repeat(100_000),
        "no not ".repeat(50_000),
        "1,".repeat(100_000),
        "a-\n".repeat(50_000),
    ] {
        let start = Instant::now();
        let _ = read(&nasty, today());
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}: {}", start.elapsed(), &nasty[..20]);
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        let _ = read(&text, today());
    }

    #[test]
    fn any_mix_of_its_own_words_is_read(words in proptest::collection::vec(proptest::sample::select(vec![
        "after-tax", "Roth", "contributions", "not", "may", "no", "50%", "$1", "6%", "of", "pay", "up to", "match", "(", ")", "unless", "if", ";", ":", ".", "?", "Yes", "withdraw",
        "conversion", "in-plan", "true-up", "99999999999999999999", "½", "\u{c}", "\n", "-", "cents", "percent", "year", "first", "next", "each", "dollar", "for", "one", "except",
    ]), 0..60)) {
        let _ = read(&words.join(" "), today());
    }
}
