//! Taking back and doing again: whatever was done, each step back gives the draft as it
//! was before, and each step forward as it was after.

use crate::support::properties::cases;
use crate::support::values::today;
use planner::draft::{Change, Draft, History, MOST_STEPS, Sheet};
use planner::questions::{Field, Key, List, RowField};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Something that a person does.
#[derive(Clone, Debug)]
enum Act {
    Type(Field, String),
    TypeBirthDate(String),
    TypeInRow(List, usize, RowField, String),
    Add(List),
    Remove(List, usize),
    RemoveYear(i16),
    Show(i16),
    Open,
    Clear,
    AddJob,
    ShowJob(u32),
    RemoveJob,
}

fn acts() -> impl Strategy<Value = Act> {
    let field = || select(&[Field::Pay, Field::PlanAfterTax, Field::Cadence, Field::LandingSpot][..]);
    let list = || select(List::ALL);
    let text = || select(&["", "1", "yes", "3/31/1985"][..]).prop_map(str::to_owned);
    let year = || 2024_i16..2028;
    prop_oneof![
        6 => (field(), text()).prop_map(|(field, text)| Act::Type(field, text)),
        1 => text().prop_map(Act::TypeBirthDate),
        3 => (list(), 0_usize..4, select(&[RowField::Name, RowField::On][..]), text())
            .prop_map(|(list, row, field, text)| Act::TypeInRow(list, row, field, text)),
        3 => list().prop_map(Act::Add),
        2 => (list(), 0_usize..4).prop_map(|(list, row)| Act::Remove(list, row)),
        1 => year().prop_map(Act::RemoveYear),
        2 => year().prop_map(Act::Show),
        1 => Just(Act::Open),
        1 => Just(Act::Clear),
        2 => Just(Act::AddJob),
        2 => (0_u32..4).prop_map(Act::ShowJob),
        1 => Just(Act::RemoveJob),
    ]
}

/// The number of a list's row by its place.
fn row(draft: &Draft, list: List, place: usize) -> Option<u32> {
    draft.sheet()?.rows(list).get(place).map(|row| row.id)
}

fn act(draft: &mut Draft, history: &mut History, act: Act) {
    match act {
        Act::Type(field, text) => history.set(draft, Key::Sheet(field), text),
        Act::TypeBirthDate(text) => history.set(draft, Key::BirthDate, text),
        Act::TypeInRow(list, place, field, text) => {
            if let Some(row) = row(draft, list, place) {
                history.set(draft, Key::Row(list, row, field), text);
            }
        }
        Act::Add(list) => _ = history.change(draft, Change::Added(list), |draft| draft.add_row(list)),
        Act::Remove(list, place) => {
            if let Some(row) = row(draft, list, place) {
                history.change(draft, Change::Removed(list), |draft| draft.remove_row(list, row));
            }
        }
        Act::RemoveYear(year) => _ = history.change(draft, Change::RemovedYear(year), |draft| draft.remove_year(year)),
        Act::Show(year) => _ = history.change(draft, Change::Showed(year, None), |draft| draft.show_year(year)),
        Act::Open => _ = history.change(draft, Change::Opened, |draft| *draft = Draft::example(draft.year, today())),
        Act::Clear => _ = history.change(draft, Change::Cleared, |draft| *draft = Draft::new(today())),
        Act::AddJob => {
            if let Some(row) = row(draft, List::Jobs, 0) {
                history.change(draft, Change::AddedJob, |draft| draft.add_job(row));
            }
        }
        Act::ShowJob(id) => _ = history.change(draft, Change::ShowedJob, |draft| draft.show_job(id)),
        Act::RemoveJob => _ = history.change(draft, Change::RemovedJob, Draft::remove_job),
    }
}

/// A draft's texts and the year on show; an empty sheet has none.
fn texts(draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    let empty = |draft: &Draft, year: i16| {
        let sheet = draft.sheets.get(&year);
        sheet.is_none_or(|sheet| *sheet == Sheet::default())
    };
    let years: Vec<i16> = draft.sheets.keys().copied().filter(|year| empty(&draft, *year)).collect();
    for year in years {
        draft.sheets.remove(&year);
    }
    draft
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn all_steps_lead_back_and_forth(done in vec(acts(), 0..60)) {
        let (mut draft, mut history) = (Draft::new(today()), History::default());
        // The texts after each step; typing on in one field is the same step.
        let mut states = vec![texts(&draft)];
        let mut steps = 0;
        for done in done {
            act(&mut draft, &mut history, done);
            let mut ahead = (draft.clone(), history.clone());
            let mut count = 0;
            while ahead.1.undo(&mut ahead.0).is_some() {
                count += 1;
            }
            if count > steps {
                states.push(texts(&draft));
            } else if let Some(state) = states.last_mut() {
                *state = texts(&draft);
            }
            steps = count;
        }
        prop_assert_eq!(states.len(), steps + 1);
        for before in states.iter().rev().skip(1) {
            prop_assert!(history.undo(&mut draft).is_some());
            prop_assert_eq!(&texts(&draft), before);
        }
        prop_assert_eq!(history.undo(&mut draft), None);
        for after in states.iter().skip(1) {
            prop_assert!(history.redo(&mut draft).is_some());
            prop_assert_eq!(&texts(&draft), after);
        }
        prop_assert_eq!(history.redo(&mut draft), None);
    }
}

#[test]
fn a_step_back_shows_the_year_in_which_it_was() {
    let (mut draft, mut history) = (Draft::new(today()), History::default());
    let pay = Key::Sheet(Field::Pay);
    history.set(&mut draft, pay, "1".to_owned());
    history.change(&mut draft, Change::Showed(2025, None), |draft| draft.show_year(2025));
    assert_eq!(draft.year, 2025);
    assert_eq!(history.undo(&mut draft), Some(Change::Showed(2025, None)), "showing another year is a step too");
    assert_eq!((draft.year, draft.text(pay)), (2026, "1"));
    history.redo(&mut draft);
    history.set(&mut draft, pay, "2".to_owned());
    history.change(&mut draft, Change::Showed(2026, None), |draft| draft.show_year(2026));
    history.undo(&mut draft);
    history.undo(&mut draft);
    assert_eq!((draft.year, draft.text(pay)), (2025, ""), "a text is taken back in the year that it was of");
    // Showing the year that is on show changes nothing.
    let steps = history.to_undo();
    history.change(&mut draft, Change::Showed(2025, None), |draft| draft.show_year(2025));
    assert_eq!(history.to_undo(), steps);
}

#[test]
fn what_is_done_anew_leaves_nothing_to_do_again() {
    let (mut draft, mut history) = (Draft::new(today()), History::default());
    let pay = Key::Sheet(Field::Pay);
    history.set(&mut draft, pay, "1".to_owned());
    history.undo(&mut draft);
    // The same field, but not the same go.
    history.set(&mut draft, pay, "2".to_owned());
    assert_eq!(history.to_redo(), None);
    history.undo(&mut draft);
    assert_eq!(draft.text(pay), "");
}

#[test]
fn the_oldest_steps_are_let_go() {
    let (mut draft, mut history) = (Draft::new(today()), History::default());
    for place in 0..MOST_STEPS + 10 {
        let field = if place % 2 == 0 { Field::Pay } else { Field::AfterTax };
        history.set(&mut draft, Key::Sheet(field), place.to_string());
    }
    let mut steps = 0;
    while history.undo(&mut draft).is_some() {
        steps += 1;
    }
    assert_eq!(steps, MOST_STEPS);
    assert_eq!(draft.text(Key::Sheet(Field::AfterTax)), "9", "the ten oldest stay done");
}

#[test]
fn every_step_has_a_name_and_a_loss_is_told() {
    let typed = Change::Typed(Key::Sheet(Field::Pay));
    assert_eq!((typed.name().as_str(), typed.notice()), ("“Gross pay”", None));
    assert_eq!(Change::Added(List::Jobs).notice(), None);
    let told = [
        (Change::Removed(List::Returns), "removing the return", "That return is removed."),
        (Change::RemovedYear(2025), "removing 2025", "2025 is removed."),
        (Change::Cleared, "clearing everything", "Everything is cleared."),
        (Change::Opened, "opening the copy", "The copy has replaced the figures that were here."),
    ];
    for (deed, name, notice) in told {
        assert_eq!((deed.name().as_str(), deed.notice().as_deref()), (name, Some(notice)));
    }
}
