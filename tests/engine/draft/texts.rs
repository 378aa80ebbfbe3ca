//! Every text stands in a place of its own, and none is lost or changed.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::drafts::{keys, row_ids, text};
use crate::support::properties::cases;
use crate::support::values::today;
use planner::draft::Draft;
use planner::questions::{Field, Key, List, RowField};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

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

proptest! {
    #![proptest_config(cases(600))]

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
