//! Drafts as people type them, break them and leave them, for the properties that hold of
//! any draft.

use std::collections::BTreeSet;

use super::values::today;
use super::worksheets;
use planner::draft::{Draft, Sheet};
use planner::law::limits::OFFICIAL_YEARS;
use planner::questions::{Field, Key, Kind, List, RowField};
use planner::reading::Reading;
use planner::record::{Answer, Choice, Record, YEARS, YearRecord};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// 62 in 2026, so that every question about catch-up applies.
pub const AT_62: &str = "8/9/1964";
pub const UNDER_50: &str = "3/31/1985";
pub const FORTY_DIGITS: &str = "1234567890123456789012345678901234567890";

/// A draft of a year, of a person born on this day.
pub fn draft(year: i16, birth_date: &str) -> Draft {
    let mut draft = Draft::new(today());
    draft.year = year;
    draft.set(Key::BirthDate, birth_date.to_owned());
    draft
}

/// Types a text into a field of the year on show.
pub fn set(draft: &mut Draft, field: Field, text: &str) {
    draft.set(Key::Sheet(field), text.to_owned());
}

/// What was read of a year.
pub fn of_year(reading: &Reading, year: i16) -> &YearRecord {
    reading.record.year(year).expect("the year was read")
}

/// Types these texts into the year on show.
pub fn fill(draft: &mut Draft, texts: &[(Field, &str)]) {
    for (field, text) in texts {
        draft.set(Key::Sheet(*field), (*text).to_owned());
    }
}

/// A draft with these texts.
pub fn draft_of(texts: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::new(today());
    fill(&mut draft, texts);
    draft
}

/// Adds a row with these texts, and gives its number.
pub fn add(draft: &mut Draft, list: List, texts: &[(RowField, &str)]) -> u32 {
    let row = draft.add_row(list);
    for (field, text) in texts {
        draft.set(Key::Row(list, row, *field), (*text).to_owned());
    }
    row
}

/// The numbers of a list's rows in the year on show.
pub fn row_ids(draft: &Draft, list: List) -> Vec<u32> {
    draft.sheet().map(|sheet| sheet.rows(list).iter().map(|row| row.id).collect()).unwrap_or_default()
}

/// Every place for a text in a list of the year on show.
pub fn row_keys(draft: &Draft, list: List) -> Vec<Key> {
    let of_row = |id| list.fields().iter().map(move |field| Key::Row(list, id, *field));
    row_ids(draft, list).into_iter().flat_map(of_row).collect()
}

/// Every place for a text in the year on show.
pub fn keys(draft: &Draft) -> Vec<Key> {
    let in_rows = List::ALL.iter().flat_map(|list| row_keys(draft, *list));
    std::iter::once(Key::BirthDate).chain(Field::ALL.iter().map(|field| Key::Sheet(*field))).chain(in_rows).collect()
}

/// Texts that people type, paste or break things with.
pub fn text() -> impl Strategy<Value = String> {
    const NASTY: [&str; 26] = [
        "",
        " ",
        "\u{a0}",
        "\t",
        "\r\n",
        "\0",
        "\u{7f}\u{9b}",
        "\"",
        "'\\\"",
        "</script>",
        "{\"format\":99}",
        "\u{2028}\u{2029}",
        "\u{202e}4321",
        "\u{feff}",
        "\u{1f469}\u{200d}\u{1f4bb}",
        "\u{e9}\u{301}",
        "\u{10ffff}",
        "1,2",
        "$",
        ".",
        "-1",
        "1e99",
        "101%",
        "13",
        "999,999,999.99",
        FORTY_DIGITS,
    ];
    const CHOICES: [&str; 25] = [
        "wages",
        "self_employed",
        "401k",
        "403b",
        "none",
        "higher",
        "yes",
        "no",
        "related",
        "403b_and_own_business",
        "biweekly",
        "semimonthly",
        "monthly",
        "manual",
        "dollars",
        "salary",
        "by_date",
        "unsure",
        "roth_ira",
        "roth_401k",
        "split",
        "paid_out",
        "deferrals",
        "acp_test",
        "plan",
    ];
    prop_oneof![
        2 => select(NASTY.to_vec()).prop_map(str::to_owned),
        2 => select(CHOICES.to_vec()).prop_map(str::to_owned),
        2 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        2 => vec(select("0123456789.,$% -/".chars().collect::<Vec<_>>()), 0..12).prop_map(String::from_iter),
        3 => (0_u32..300_000).prop_map(|dollars| dollars.to_string()),
        3 => (0_u32..=10, 0_u32..=99).prop_map(|(points, hundredths)| format!("{points}.{hundredths}")),
        2 => vec((1_u8..=12, 1_u8..=28, 2_023_u16..2_029), 1..4).prop_map(|days| {
            days.iter().map(|(month, day, year)| format!("{month}/{day}/{year}")).collect::<Vec<_>>().join(", ")
        }),
        1 => (1_u8..=13, 1_u8..=31, 1_930_u16..2_030).prop_map(|(month, day, year)| format!("{month}/{day}/{year}")),
    ]
}

/// Something that a person does on the page.
#[derive(Clone, Debug)]
enum Act {
    Show(i16),
    Type(Index, String),
    Add(List),
    Remove(List, Index),
    AddJob(Index),
    ShowJob(Index),
    RemoveJob,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => prop_oneof![3 => OFFICIAL_YEARS.0..=2028, 1 => YEARS.0..=YEARS.1].prop_map(Act::Show),
        12 => (any::<Index>(), text()).prop_map(|(place, text)| Act::Type(place, text)),
        2 => select(List::ALL.to_vec()).prop_map(Act::Add),
        1 => (select(List::ALL.to_vec()), any::<Index>()).prop_map(|(list, place)| Act::Remove(list, place)),
        1 => any::<Index>().prop_map(Act::AddJob),
        1 => any::<Index>().prop_map(Act::ShowJob),
        1 => Just(Act::RemoveJob),
    ]
}

/// What may stand on the page after a while.
pub fn drafts() -> impl Strategy<Value = Draft> {
    (prop_oneof![2 => Just(AT_62.to_owned()), 1 => text()], vec(act(), 0..60)).prop_map(|(birth_date, acts)| {
        let mut draft = Draft::new(today());
        draft.set(Key::BirthDate, birth_date);
        for act in acts {
            match act {
                Act::Show(year) => draft.year = year,
                Act::Type(place, text) => draft.set(*place.get(&keys(&draft)), text),
                Act::Add(list) => _ = draft.add_row(list),
                Act::Remove(list, place) => {
                    if let ids @ [_, ..] = row_ids(&draft, list).as_slice() {
                        draft.remove_row(list, *place.get(ids));
                    }
                }
                Act::AddJob(place) => {
                    if let ids @ [_, ..] = row_ids(&draft, List::Jobs).as_slice() {
                        draft.add_job(*place.get(ids));
                    }
                }
                Act::ShowJob(place) => {
                    let jobs = draft.sheet().map_or_else(Vec::new, Sheet::jobs_of_year);
                    if let ids @ [_, ..] = jobs.as_slice() {
                        draft.show_job(*place.get(ids));
                    }
                }
                Act::RemoveJob => draft.remove_job(),
            }
        }
        draft
    })
}

/// The answers that a question allows.
pub fn answers(key: Key) -> Vec<&'static str> {
    let answers = if key.answers().is_empty() { Answer::LABELS } else { key.answers() };
    answers.iter().map(|(word, _)| *word).collect()
}

/// A number that follows from another two and looks like no neighbour of either.
fn mixed(seed: u64, place: u64) -> u64 {
    let mut mixed = seed.wrapping_add(place.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A text that can be read in its place, by a number.
fn fitting(key: Key, year: i16, number: u64) -> String {
    let part = |shift: u32, count: u64| (number >> shift) % count;
    let date = |shift: u32| format!("{}/{}/{year}", 1 + part(shift, 12), 1 + part(shift + 4, 28));
    let percent = |most: u64| match part(0, 3) {
        0 => (part(4, most) + 1).to_string(),
        1 => format!("{}.{}%", part(4, most), part(20, 10)),
        _ => format!("{}.{:04} %", part(4, most), part(20, 10_000)),
    };
    let money = || match part(0, 4) {
        0 => "0".to_owned(),
        1 => format!("$ {}", part(4, 1_000)),
        2 => format!("{},{:03}.{}", 1 + part(4, 999), part(20, 1_000), part(40, 10)),
        _ => format!("{}.{:02}", part(4, 1_000_000_000), part(40, 100)),
    };
    match key.kind() {
        Kind::Money => money(),
        Kind::Percent => percent(99),
        Kind::MatchRate => percent(999),
        Kind::Election if part(50, 2) == 0 => percent(99),
        Kind::Election => format!("${}.{:02}", part(4, 10_000), part(40, 100)),
        Kind::Count => (1 + part(0, 11)).to_string(),
        Kind::Year => {
            (i64::from(year.max(2_006)) - i64::from(part(0, 10) as u8).min(i64::from(year) - 2_006).max(0)).to_string()
        }
        Kind::Date if part(60, 2) == 0 => date(0),
        Kind::Date => format!("{year}-{:02}-{:02}", 1 + part(0, 12), 1 + part(4, 28)),
        Kind::Dates => [date(0), date(20), date(40)].join(["; ", ", ", "\n"][part(60, 3) as usize]),
        Kind::Months => ["June, December", "6/12", "Mar, jun, sep and 12"][part(0, 3) as usize].to_owned(),
        Kind::Words => ["Acme", "Old job", " O’Brien & Søn, “Ltd” ", "\u{1f469}\u{200d}\u{1f4bb}", "G", "="]
            [part(0, 6) as usize]
            .to_owned(),
        Kind::Choice => {
            let answers = answers(key);
            answers[part(0, answers.len() as u64) as usize].to_owned()
        }
    }
}

/// Fills in the year on show so densely and so oddly.
fn fill_with(draft: &mut Draft, (seed, density, oddness): (u64, u64, u64), odd: &[String]) {
    for (place, list) in List::ALL.iter().enumerate() {
        for _ in 0..mixed(seed, place as u64) % 4 {
            draft.add_row(*list);
        }
    }
    for (place, key) in keys(draft).into_iter().enumerate().skip(1) {
        let number = mixed(seed, 1_000 + place as u64);
        if number % 100 < oddness {
            draft.set(key, odd[place % odd.len()].clone());
        } else if number % 101 < density {
            draft.set(key, fitting(key, draft.year, mixed(number, 1)));
        }
    }
}

/// Drafts of a few years in which much is filled in, most of it as it should be.
pub fn filled() -> impl Strategy<Value = Draft> {
    let year = (prop_oneof![4 => OFFICIAL_YEARS.0..=2028, 1 => 2_006..=YEARS.1], any::<u64>(), 0_u64..101, 0_u64..12);
    let births = prop_oneof![3 => Just(AT_62.to_owned()), 2 => Just("3/31/1985".to_owned()), 1 => text()];
    (births, vec(year, 1..4), vec(text(), 1..12), any::<bool>()).prop_map(|(birth_date, years, odd, again)| {
        let mut draft = Draft::new(today());
        draft.set(Key::BirthDate, birth_date);
        for (year, seed, density, oddness) in years {
            draft.year = year;
            fill_with(&mut draft, (seed, density, oddness), &odd);
            // Every third year has a second job, and some of those a third.
            for further in 1..3 {
                let row = row_ids(&draft, List::Jobs).first().copied();
                if let Some(row) = row.filter(|_| mixed(seed, 500 + further).is_multiple_of(3)) {
                    draft.add_job(row);
                    fill_with(&mut draft, (mixed(seed, 600 + further), density, oddness), &odd);
                }
            }
        }
        if again {
            draft.year = 2026;
        }
        draft
    })
}

/// Reads a draft and reckons every year of it; what must hold of any draft is checked.
#[track_caller]
pub fn read_whole(draft: &Draft) -> Reading {
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
    // The year on show is among them only where a text of another of its jobs is.
    let several = draft.sheet().is_some_and(|sheet| !sheet.others.is_empty());
    assert!(several || !reading.unread_years.contains(&draft.year));
    assert!(reading.unread_years.iter().all(|year| draft.sheets.contains_key(year)));
    reading
}
