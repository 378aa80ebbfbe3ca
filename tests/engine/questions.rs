//! The catalogue of questions, the record that it is read into, and the cards of every page.

use std::collections::BTreeSet;

use crate::support::values::today;
use planner::draft::Draft;
use planner::law::OwnLimits;
use planner::questions::cards::{self, Card, Item, Rows};
use planner::questions::{Field, Key, Kind, List, Pair, ROW, RowField};
use planner::record::{
    Amounts, Answer, Balance, Beyond, Bonus, Choice, Contribution, Contributions, Conversion, Form1099R, Job, Landing,
    Ledger, LimitationYear, MatchRules, Opening, OtherJob, Payroll, PlanRules, Raise, Returned, Withdrawal, YearRecord,
};
use planner::worksheets::Worksheet;
use serde::de::DeserializeOwned;

/// Each worksheet's page, by its name in the address.
fn pages() -> impl Iterator<Item = (&'static str, &'static [Card])> {
    Worksheet::ALL.iter().map(|worksheet| (worksheet.slug(), worksheet.page().cards))
}

/// Every key that can be typed in, those of lists in the row of tables.
fn all_keys() -> BTreeSet<Key> {
    let of_row = |list: &List| list.fields().iter().map(|field| Key::Row(*list, ROW, *field)).collect::<Vec<_>>();
    let sheet = Field::ALL.iter().map(|field| Key::Sheet(*field));
    sheet.chain(List::ALL.iter().flat_map(of_row)).chain([Key::BirthDate]).collect()
}

fn walk(items: &'static [Item], does: &mut dyn FnMut(&'static Item)) {
    for item in items {
        does(item);
        match item {
            Item::Beside(inner) | Item::Grid(inner) | Item::Fold(_, inner) => walk(inner, does),
            Item::Rows(rows) => walk(rows.items, does),
            _ => {}
        }
    }
}

#[test]
fn every_question_stands_on_a_page_and_every_card_asks_what_there_is() {
    let mut asked = BTreeSet::new();
    for (_, cards) in pages() {
        for card in cards {
            cards::keys(card.items, &mut |key| _ = asked.insert(key));
        }
    }
    assert_eq!(asked, all_keys());
}

#[test]
fn a_list_asks_for_its_own_fields_each_once() {
    for (page, cards) in pages() {
        for card in cards {
            walk(card.items, &mut |item| {
                let Item::Rows(Rows { list, items, .. }) = item else { return };
                let mut asked = Vec::new();
                cards::keys(items, &mut |key| asked.push(key));
                let right: BTreeSet<Key> = list.fields().iter().map(|field| Key::Row(*list, ROW, *field)).collect();
                assert_eq!(asked.len(), right.len(), "{page}: {list:?}");
                assert_eq!(asked.into_iter().collect::<BTreeSet<_>>(), right, "{page}: {list:?}");
            });
        }
    }
    let of_lists: BTreeSet<RowField> = List::ALL.iter().flat_map(|list| list.fields()).copied().collect();
    assert_eq!(of_lists, RowField::ALL.iter().copied().collect());
}

#[test]
fn ids_of_cards_and_buttons_are_unlike_those_of_questions_and_of_one_another_on_a_page() {
    for (page, cards) in pages() {
        let mut ids: Vec<String> = cards.iter().map(|card| card.id.to_owned()).collect();
        for card in cards {
            let mut keys = BTreeSet::new();
            cards::keys(card.items, &mut |key| _ = keys.insert(key.id()));
            ids.extend(keys);
            walk(card.items, &mut |item| {
                if let Item::Rows(rows) = item {
                    ids.push(rows.id.to_owned());
                }
            });
        }
        let count = ids.len();
        assert_eq!(ids.into_iter().collect::<BTreeSet<_>>().len(), count, "{page}");
    }
}

#[test]
fn every_question_has_words_and_answers_by_its_kind() {
    for key in all_keys() {
        let question = key.question();
        assert!(!question.label.is_empty() && !key.title().is_empty(), "{key:?}");
        assert_eq!(question.answers, key.answers(), "{key:?}");
        let words: BTreeSet<&str> = key.answers().iter().map(|(word, _)| *word).collect();
        assert_eq!(words.len(), key.answers().len(), "{key:?}");
        assert!(key.answers().iter().all(|(_, label)| !label.is_empty()), "{key:?}");
        // A box to check has no answers to choose from.
        let checked = matches!(question.input, planner::questions::Input::Check);
        assert_eq!(!words.is_empty() || checked, key.kind() == Kind::Choice, "{key:?}");
    }
}

#[test]
fn a_card_s_own_answers_are_among_those_of_the_question() {
    let mut own = 0;
    for (page, cards) in pages() {
        for card in cards {
            walk(card.items, &mut |item| {
                let Item::AskAs(key, answers, _) = item else { return };
                own += 1;
                let words: Vec<&str> = key.answers().iter().map(|(word, _)| *word).collect();
                for (word, _) in *answers {
                    assert!(words.contains(word), "{page}: {key:?} has no {word:?}");
                }
                // The first stands for a question that was not answered.
                assert_eq!(answers.first().map(|(word, _)| word), words.first(), "{page}: {key:?}");
            });
        }
    }
    assert_eq!(own, 1);
}

#[test]
fn a_pair_asks_for_an_amount_so_far_and_the_same_to_come() {
    for (_, cards) in pages() {
        for card in cards {
            walk(card.items, &mut |item| {
                let Item::Amounts(Pair { so_far, to_come, .. }) = item else { return };
                assert_eq!(so_far.id().strip_suffix("-so-far"), to_come.id().strip_suffix("-to-come"));
                assert_eq!((so_far.kind(), to_come.kind()), (Kind::Money, Kind::Money));
                assert_eq!((so_far.question().label, to_come.question().label), ("So far", "Still to come"));
            });
        }
    }
}

/// Drafts in which one question or another applies.
fn settings() -> Vec<Draft> {
    let paid = [
        ("cadence", "semimonthly"),
        ("pay-rate", "50,000"),
        ("match-offered", "yes"),
        ("strategy", "by_date"),
        ("election-limit", "50"),
        ("after-tax-percent", "10"),
        ("plan-kind", "403b"),
    ];
    let owner = [("income", "self_employed")];
    let mut drafts = Vec::new();
    for texts in [&paid[..], &owner] {
        let mut draft = Draft::new(today());
        draft.set(Key::BirthDate, "8/9/1964".to_owned());
        for (id, text) in texts {
            draft.set(Key::Sheet(Field::from_id(id).expect("a field")), (*text).to_owned());
        }
        // What tells jobs apart is asked of several.
        let job = draft.add_row(List::Jobs);
        draft.add_job(job);
        for (id, text) in texts {
            draft.set(Key::Sheet(Field::from_id(id).expect("a field")), (*text).to_owned());
        }
        for list in List::ALL {
            draft.add_row(*list);
        }
        // What makes a row complete.
        for (list, field, text) in [
            (List::Raises, RowField::From, "1/15/2026"),
            (List::Raises, RowField::NewPay, "9,000"),
            (List::Bonuses, RowField::Date, "12/15/2026"),
            (List::Bonuses, RowField::Amount, "5,000"),
            (List::Conversions, RowField::On, "3/31/2026"),
            (List::Conversions, RowField::Sum, "2,000"),
            (List::Returns, RowField::Excess, "100"),
        ] {
            draft.set(Key::Row(list, 0, field), text.to_owned());
        }
        // A plan's name makes the answer about several plans part of the record.
        draft.set(Key::Sheet(Field::SeveralPlans), Answer::Yes.word().to_owned());
        draft.set(Key::Row(List::Conversions, 0, RowField::Plan), "Old job".to_owned());
        drafts.push(draft);
    }
    let mut tested = drafts[0].clone();
    tested.set(Key::Sheet(Field::HighlyCompensated), Answer::Yes.word().to_owned());
    drafts.push(tested);
    let mut deferrals = drafts[0].clone();
    deferrals.set(Key::Row(List::Returns, 0, RowField::ReturnKind), "deferrals".to_owned());
    drafts.push(deferrals);
    drafts
}

/// A word that no record knows would silently count as not answered.
#[test]
fn every_answer_of_every_question_is_one_that_is_read() {
    for key in all_keys() {
        let words = key.answers().iter().map(|(word, _)| *word);
        for word in words {
            let read = settings().into_iter().any(|mut draft| {
                draft.set(key, word.to_owned());
                // A profit is what makes an owner's income complete.
                draft.set(Key::Sheet(Field::NetProfit), "90,000".to_owned());
                let left_out = draft.left_out(today());
                !left_out.asked.iter().chain(&left_out.not_asked).any(|(_, left)| *left == key)
            });
            assert!(read, "{key:?}: {word:?}");
        }
    }
}

/// The names of a part of the record, by what its reader says of one that it does not know.
fn names<T: DeserializeOwned>() -> BTreeSet<String> {
    let error = serde_json::from_str::<T>(r#"{"?": 0}"#).err().expect("no such name").to_string();
    error.split('`').skip(1).step_by(2).filter(|name| *name != "?").map(str::to_owned).collect()
}

/// What the record holds in another shape than the page asks for it.
fn is_by_hand(place: &str) -> bool {
    const BY_HAND: [&str; 21] = [
        "year",
        "job",
        "job.id",
        "further",
        "income",
        "contributions",
        "limitation_year",
        "plan",
        "plan.match",
        "plan.matching.tiers",
        "payroll",
        "payroll.raises",
        "payroll.bonuses",
        "other_jobs",
        "own_limits",
        "ledger",
        "landing",
        "forms",
        "returned",
        "beyond",
        "ledger.contributions",
    ];
    BY_HAND.contains(&place)
        || ["ledger.opening", "ledger.balances", "ledger.conversions", "landing.withdrawal"].contains(&place)
}

#[test]
fn every_field_of_the_record_is_read_from_a_question_and_written_back_to_it() {
    let parts = [
        ("", names::<YearRecord>()),
        ("job.", names::<Job>()),
        ("contributions.", names::<Contributions>()),
        ("limitation_year.", names::<LimitationYear>()),
        ("plan.", names::<PlanRules>()),
        ("plan.matching.", names::<MatchRules>()),
        ("payroll.", names::<Payroll>()),
        ("ledger.", names::<Ledger>()),
        ("ledger.opening.", names::<Opening>()),
        ("landing.", names::<Landing>()),
        ("landing.withdrawal.", names::<Withdrawal>()),
        ("own_limits.", names::<OwnLimits>()),
        ("beyond.", names::<Beyond>()),
    ];
    // Amounts that are not in two parts, so far and to come.
    const SINGLE: [&str; 3] =
        ["contributions.after_tax", "contributions.match_of_last_year", "contributions.fifteen_year"];
    let mut right = BTreeSet::new();
    for (part, names) in parts {
        assert!(names.len() > 1, "{part:?}");
        for place in names.iter().map(|name| format!("{part}{name}")).filter(|place| !is_by_hand(place)) {
            match part {
                "contributions." if !SINGLE.contains(&place.as_str()) => {
                    right.extend(names_of_amounts(&place));
                }
                _ => _ = right.insert(place),
            }
        }
    }
    let places: Vec<&str> = Field::ALL.iter().map(|field| field.place()).filter(|place| *place != "by_hand").collect();
    let found: BTreeSet<String> = places.iter().map(|place| (*place).to_owned()).collect();
    assert_eq!(found.len(), places.len(), "no place twice");
    assert_eq!(found, right);
}

fn names_of_amounts(place: &str) -> impl Iterator<Item = String> {
    names::<Amounts>().into_iter().map(move |part| format!("{place}.{part}"))
}

#[test]
fn every_field_of_a_row_is_read_from_a_question_and_written_back_to_it() {
    let lists: [(List, BTreeSet<String>, &[&str]); 8] = [
        (List::Jobs, names::<OtherJob>(), &[]),
        (List::Raises, names::<Raise>(), &["from", "pay"]),
        (List::Bonuses, names::<Bonus>(), &["date", "amount", "unsure"]),
        (List::Contributions, names::<Contribution>(), &["date", "amount"]),
        (List::Balances, names::<Balance>(), &["date", "value"]),
        (List::Conversions, names::<Conversion>(), &["date", "amount"]),
        (List::Forms, names::<Form1099R>(), &[]),
        (List::Returns, names::<Returned>(), &[]),
    ];
    for (list, names, by_hand) in lists {
        let mut right: BTreeSet<String> = BTreeSet::new();
        for name in names.into_iter().filter(|name| !by_hand.contains(&name.as_str())) {
            match (list, name.as_str()) {
                (List::Jobs, "deferrals" | "employer") => right.extend(names_of_amounts(&name)),
                _ => _ = right.insert(name),
            }
        }
        let places = list.fields().iter().map(|field| field.place()).filter(|place| *place != "by_hand");
        assert_eq!(places.map(str::to_owned).collect::<BTreeSet<_>>(), right, "{list:?}");
    }
}

#[test]
fn the_landing_page_shows_the_plan_s_answers_and_does_not_ask_them_again() {
    let page = Worksheet::Landing.page().cards;
    let mut asked = Vec::new();
    for card in page {
        cards::keys(card.items, &mut |key| asked.push(key));
    }
    let shown = |items: &'static [Item], field: Field| {
        items.iter().any(|item| match item {
            Item::When(_, inner) => {
                inner.iter().any(|item| matches!(item, Item::Shown(key) if *key == Key::Sheet(field)))
            }
            _ => false,
        })
    };
    for field in [Field::InPlanRollover, Field::InServiceWithdrawal, Field::Destination] {
        assert!(!asked.contains(&Key::Sheet(field)), "{field:?} is asked again");
        assert!(page.iter().any(|card| shown(card.items, field)), "{field:?} is not shown");
    }
}
