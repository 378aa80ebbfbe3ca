//! Whatever text comes in, nothing panics or hangs: it is read, or refused in a sentence.
//!
//! What imports of CSV do with any text is told in `exchange/import`, links to a
//! plan's rules in `exchange/plan_link.rs`.

use std::fmt::Write;

use crate::support::drafts::{FORTY_DIGITS, filled};
use crate::support::properties::cases;
use crate::support::records::{EVERY_FIELD, EVERY_FIELD_1, EVERY_FIELD_2, EXAMPLE};
use crate::support::values::{TODAY, today};
use planner::date::Date;
use planner::draft::{Draft, SavedError};
use planner::exchange::LONGEST_WHOLE_LINK;
use planner::exchange::{OpenedCopy, SharedPlan};
use planner::money::Money;
use planner::percent::{MatchRate, Percent};
use planner::record::{Election, LARGEST, Record};
use planner::service;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

const RECORDS: [&str; 4] = [EXAMPLE, EVERY_FIELD, EVERY_FIELD_1, EVERY_FIELD_2];
const PAGES: [&str; 7] = ["plan", "room", "pace", "conversions", "landing", "forms", "roof"];
/// The longest sentence about a text, in bytes.
const LONGEST_SENTENCE: usize = 4_500;

/// A text that once was good, of each kind that is read.
fn good() -> impl Strategy<Value = String> {
    let of_drafts = (filled(), 0_u8..4).prop_map(|(draft, form)| {
        let record = draft.read(today()).record;
        match form {
            0 => draft.to_saved(),
            1 => record.to_json(),
            2 => json!({ "mbr.plan": draft.to_saved(), "other": "x" }).to_string(),
            _ => record.to_link().unwrap_or_default(),
        }
    });
    prop_oneof![
        2 => of_drafts,
        1 => select(RECORDS.to_vec()).prop_map(str::to_owned),
        1 => Just("plan/1?plan-kind=401k&plan-after-tax=yes&transfer-fee=25".to_owned()),
    ]
}

/// What to do to the bytes of a text.
#[derive(Clone, Debug)]
enum Harm {
    Flip(Index, u8),
    Cut(Index, Index),
    Double(Index, Index),
    Insert(Index, Vec<u8>),
    Swap(Index, Index, Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<Index>;
    let pieces: [&[u8]; 16] = [
        b"1e999",
        b"-0",
        b"\0",
        b"\"",
        b"{",
        b"[",
        b"}",
        b"]",
        b"\\u0000",
        b"\xff\xfe",
        b"0000-00-00",
        b"9999-12-31",
        b"\"format\":3,",
        b"18446744073709551616",
        b"#",
        b"%",
    ];
    prop_oneof![
        3 => (at(), any::<u8>()).prop_map(|(place, bits)| Harm::Flip(place, bits)),
        1 => (at(), at()).prop_map(|(from, to)| Harm::Cut(from, to)),
        1 => (at(), at()).prop_map(|(from, to)| Harm::Double(from, to)),
        2 => (at(), select(pieces.to_vec())).prop_map(|(place, piece)| Harm::Insert(place, piece.to_vec())),
        1 => (at(), vec(any::<u8>(), 1..9)).prop_map(|(place, piece)| Harm::Insert(place, piece)),
        1 => (at(), at(), at()).prop_map(|(from, to, place)| Harm::Swap(from, to, place)),
    ]
}

fn harmed(text: &str, harms: &[Harm]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for harm in harms {
        let place = |index: &Index, bytes: &[u8]| index.index(bytes.len() + 1);
        let range = |from: &Index, to: &Index, bytes: &[u8]| {
            let (from, to) = (place(from, bytes), place(to, bytes));
            from.min(to)..from.max(to).min(from.min(to) + 400)
        };
        match harm {
            Harm::Flip(at, bits) => {
                let at = at.index(bytes.len().max(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bits;
                }
            }
            Harm::Cut(from, to) => drop(bytes.drain(range(from, to, &bytes))),
            Harm::Double(from, to) => {
                let range = range(from, to, &bytes);
                let twice = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, twice);
            }
            Harm::Insert(at, piece) => {
                let at = place(at, &bytes);
                bytes.splice(at..at, piece.iter().copied());
            }
            Harm::Swap(from, to, at) => {
                let moved: Vec<u8> = bytes.drain(range(from, to, &bytes)).collect();
                let at = place(at, &bytes);
                bytes.splice(at..at, moved);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Values that stand where others should.
fn odd_value() -> impl Strategy<Value = Value> {
    let huge = "9".repeat(400);
    let texts = vec![
        String::new(),
        "-0".to_owned(),
        "1e999".to_owned(),
        "NaN".to_owned(),
        huge,
        FORTY_DIGITS.to_owned(),
        "9999-12-31".to_owned(),
        "0000-00-00".to_owned(),
        "2026-02-30".to_owned(),
        "12/31/9999".to_owned(),
        "0/0/0000".to_owned(),
        "999999999.99".to_owned(),
        "100.0001%".to_owned(),
        "\u{202e}\0".to_owned(),
        "%".to_owned(),
        "$".to_owned(),
        "yes".to_owned(),
        "roth_ira".to_owned(),
        "2026-01-15".to_owned(),
        "{}".to_owned(),
    ];
    let leaf = prop_oneof![
        3 => select(texts).prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        2 => prop_oneof![Just(0_i64), Just(-1), Just(i64::MAX), Just(i64::MIN), 0_i64..400, 1_998_i64..2_200].prop_map(Value::from),
        1 => any::<u64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let names =
            vec!["format", "draft", "year", "years", "sheets", "texts", "pay", "id", "jobs", "plan", "mbr.plan", "x"];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((select(names), inner), 0..6).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>()
                .into()),
        ]
    })
}

/// Adds the places of all plain values in a JSON.
fn places<'a>(value: &'a mut Value, found: &mut Vec<&'a mut Value>) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|value| places(value, found)),
        Value::Array(values) => values.iter_mut().for_each(|value| places(value, found)),
        value => found.push(value),
    }
}

/// A good JSON in which some values stand in the places of others, or odd ones do.
fn mistyped() -> impl Strategy<Value = String> {
    (good(), vec((any::<Index>(), prop_oneof![1 => odd_value().prop_map(Ok), 1 => any::<Index>().prop_map(Err)]), 1..5))
        .prop_map(|(text, changes)| {
            let Ok(mut value) = serde_json::from_str::<Value>(&text) else { return text };
            for (place, by) in changes {
                let mut found = Vec::new();
                places(&mut value, &mut found);
                if found.is_empty() {
                    continue;
                }
                let by = by.unwrap_or_else(|other| found[other.index(found.len())].clone());
                let place = place.index(found.len());
                *found[place] = by;
            }
            value.to_string()
        })
}

/// Any text at all.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (good(), vec(harm(), 1..6)).prop_map(|(text, harms)| harmed(&text, &harms)),
        3 => mistyped(),
        1 => odd_value().prop_map(|value| value.to_string()),
        1 => vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        1 => vec(any::<char>(), 0..80).prop_map(String::from_iter),
        1 => ("(all/|plan/)?1?\\?", "[A-Za-z0-9_%&=-]{0,80}").prop_map(|(start, rest)| format!("{start}{rest}")),
    ]
}

/// Short texts, as they stand in one field.
fn field_text() -> impl Strategy<Value = String> {
    let odd = [
        "",
        "-0",
        "+0",
        "1e999",
        "1e-999",
        "Infinity",
        "NaN",
        "0x10",
        "١٢",
        "１２",
        "½",
        "1_000",
        "1,000,000,000",
        "0000-00-00",
        "9999-12-31",
        "2026-02-30",
        "12/31/9999",
        "1/1/0000",
        "32767/32767/32767",
        "-1/-1/2026",
        "1//2026",
        "///",
        "%",
        "%%",
        "100.0001%",
        "$$",
        "$%",
        "$1%",
        "100 %",
        "\u{a0}",
        "\u{202e}1",
        "1.",
        ".1",
        ".",
        "1.1.1",
        ",",
        "1,",
        ",1",
        "\0",
    ];
    prop_oneof![
        2 => select(odd.to_vec()).prop_map(str::to_owned),
        2 => vec(select("0123456789.,/-$% e".chars().collect::<Vec<_>>()), 0..16).prop_map(String::from_iter),
        1 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => (0_usize..400, select(vec!["9", "0", ",", "000,", "-", "/1", ".", "%", "\u{a0}"])).prop_map(|(count, unit)| unit.repeat(count)),
        1 => (any::<i64>(), any::<u8>()).prop_map(|(number, places)| format!("{number}.{places}")),
    ]
}

/// What a function says, which must be JSON, a link, a table, or a sentence of a length that
/// can be read.
#[track_caller]
fn check(said: Result<String, String>) {
    match said {
        Ok(text) => assert!(["{", "all/1?", "date,", "Date,"].iter().any(|start| text.starts_with(start)), "{text}"),
        Err(sentence) => {
            assert!(sentence.ends_with('.') && sentence.len() <= LONGEST_SENTENCE, "{sentence}");
            assert!(!sentence.contains(['\u{202e}', '\0']), "{sentence:?}");
        }
    }
}

/// Gives a text to every reader of whole texts.
fn read_everywhere(text: &str) {
    if let Ok(record) = Record::from_json(text) {
        assert_eq!(Record::from_json(&record.to_json()), Ok(record));
    }
    if let Ok(draft) = Draft::from_saved(text) {
        _ = draft.left_out(today());
        assert_eq!(Draft::from_saved(&draft.to_saved()), Ok(draft));
    }
    _ = Record::from_link(text);
    _ = SharedPlan::from_link(text);
    if let Ok(copy) = OpenedCopy::read(text, today()) {
        let record = copy.draft.read(today()).record;
        assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record));
        assert_eq!(Draft::from_saved(&copy.draft.to_saved()).as_ref(), Ok(&copy.draft), "what opens can be saved");
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn no_text_stops_a_reader(text in any_text()) {
        read_everywhere(&text);
    }

    #[test]
    fn no_text_of_a_field_stops_its_reader(text in field_text()) {
        if let Ok(money) = text.parse::<Money>() {
            prop_assert!(!money.is_negative() && money < Money::dollars(1_000_000_000));
            prop_assert_eq!(money.plain().parse(), Ok(money));
        }
        for date in [Date::typed(&text), text.parse()].into_iter().flatten() {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            prop_assert_eq!(Date::typed(&format!("{}/{}/{}", date.month(), date.day(), date.year())), Ok(date));
        }
        if let Ok(percent) = text.parse::<Percent>() {
            prop_assert_eq!(percent.to_string().parse(), Ok(percent));
        }
        if let Ok(rate) = text.parse::<MatchRate>() {
            prop_assert_eq!(rate.to_string().parse(), Ok(rate));
        }
        if let Ok(election) = text.parse::<Election>() {
            prop_assert_eq!(election.to_string().parse(), Ok(election));
        }
    }
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn no_text_stops_the_service(text in any_text(), which in 0..6_usize) {
        let own = Draft::example(2026, today()).to_saved();
        check(service::open(&own, TODAY, &text));
        check(service::offer(&own, &text));
        check(service::record(&text, TODAY));
        check(service::link(&text, TODAY));
        check(service::open(&text, TODAY, &text));
        check(service::offer(&text, "plan/1?plan-kind=401k"));
        check(service::example(&text));
        check(service::answer(&text, TODAY, PAGES[which], ""));
    }

    #[test]
    fn no_text_in_the_place_of_the_day_or_the_page_stops_the_service(day in field_text(), page in field_text()) {
        let own = Draft::example(2026, today()).to_saved();
        check(service::open(&own, &day, &own));
        check(service::record(&own, &day));
        check(service::link(&own, &day));
        check(service::example(&day));
        check(service::import(&own, &day, "1/1/2026,1"));
        check(service::take_over(&own, &day));
        for page in PAGES.into_iter().chain([page.as_str()]) {
            check(service::answer(&own, &day, page, ""));
            check(service::answer(&own, TODAY, page, &day));
            check(service::file(&own, &day, page));
            check(service::file(&own, TODAY, page));
        }
    }
}

/// A text of about so many bytes.
fn of_size(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

/// Texts that are deep, or long, or both, and no copies.
fn bombs(bytes: usize) -> Vec<String> {
    const UNITS: [&str; 16] =
        ["[", "{\"a\":", "\"", " ", "\n", "9", "%41", "#", "A", "\\", "-", "e", "\u{1f4b0}", "{}", "[],", "\u{feff}"];
    let many = |unit: &str| of_size(unit, bytes);
    let mut bombs = UNITS.map(many).to_vec();
    bombs.push(format!("{{\"format\":3,{}\"years\":[]}}", many("\"format\":3,")));
    bombs.push(format!("{{{}\"a\":0}}", many("\"draft\":0,")));
    bombs.push(format!("{{\"x\":[{}0]}}", many("0,")));
    bombs.push(format!("{{\"mbr.plan\":\"{}\"}}", many("[")));
    bombs.push(format!("all/1?{}", many("A")));
    bombs.push(format!("plan/1?{}", many("plan-kind=401k&")));
    bombs.push(format!("plan/1?transfer-fee={}", many("%41")));
    bombs
}

/// The like in the places of what is known.
fn nested(bytes: usize) -> Vec<String> {
    const AROUND: [&str; 16] = [
        "{\"format\":3,\"years\":@}",
        "{\"format\":@}",
        "{\"format\":3,\"birth_date\":@}",
        "{\"format\":3,\"years\":[{\"year\":2026,\"income\":@}]}",
        "{\"format\":3,\"years\":[{\"year\":2026,\"other_jobs\":@}]}",
        "{\"format\":3,\"years\":[{\"year\":2026,\"forms\":@}]}",
        "{\"format\":3,\"years\":[{\"year\":2026,\"plan\":{\"match\":{\"tiers\":@}}}]}",
        "{\"format\":3,\"years\":[{\"year\":2026,\"landing\":{\"reason\":@}}]}",
        "{\"format\":3,\"draft\":@}",
        "{\"format\":3,\"draft\":{\"year\":2026,\"sheets\":@}}",
        "{\"format\":3,\"draft\":{\"year\":2026,\"sheets\":{\"2026\":{\"jobs\":@}}}}",
        "{\"format\":3,\"draft\":{\"year\":2026,\"sheets\":{\"2026\":{\"texts\":{\"pay-dates\":@}}}}}",
        "{\"format\":3,\"draft\":{\"year\":2026,\"more\":@}}",
        "{\"mbr.plan\":@}",
        "{\"format\":4,\"years\":[{\"year\":2026,\"further\":@}]}",
        "{\"format\":4,\"draft\":{\"year\":2026,\"sheets\":{\"2026\":{\"others\":@}}}}",
    ];
    let many = |unit: &str| of_size(unit, bytes);
    let values = [
        many("["),
        many("{\"a\":"),
        format!("[{}0]", many("0,")),
        format!("[{}{{}}]", many("{},")),
        format!("\"{}\"", many("9")),
        format!("\"{}\"", many("\\u0041")),
    ];
    AROUND.iter().flat_map(|around| values.iter().map(|value| around.replace('@', value))).collect()
}

/// The work on a text must grow with its size and no faster: one that grew with the square
/// would take hours here.
#[test]
fn deep_and_long_texts_are_read_or_refused_in_time() {
    let own = Draft::new(today()).to_saved();
    for text in bombs(LARGEST - 200).into_iter().chain(nested(128 << 10)) {
        check(service::open(&own, TODAY, &text));
    }
    for text in bombs(128 << 10).into_iter().chain(nested(16 << 10)) {
        read_everywhere(&text);
        check(service::offer(&own, &text));
        check(service::record(&text, TODAY));
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_parsed() {
    let own = Draft::new(today()).to_saved();
    let saved = "{\"format\":3,\"draft\":{\"year\":2026,\"sheets\":{\"2026\":{\"texts\":{\"pay\":\"@\"}}}}}";
    let huge = "x".repeat(100 << 20);
    for around in ["@", saved, "{\"mbr.plan\":\"@\"}", "https://planner.example/#all/1?@"] {
        let sentence = service::open(&own, TODAY, &around.replace('@', &huge)).expect_err("too large");
        assert_eq!(sentence, "This is larger than four megabytes. Check that it is the right file.");
    }
    // A link has a cap of its own, which is checked before it is decoded.
    let long = format!("all/1?{}", "A".repeat(LONGEST_WHOLE_LINK));
    assert!(service::open(&own, TODAY, &long).is_err_and(|sentence| sentence.contains("longer than")));
    // And just below the cap a text of that size is one, kept no longer than any answer.
    let most = saved.replace('@', &"x".repeat(LARGEST - 200));
    let copy = OpenedCopy::read(&most, today()).expect("a copy");
    assert_eq!((copy.cleaned.len(), copy.draft.to_saved().len() < 5_000), (1, true));
}

#[test]
fn a_saved_draft_has_bounds_of_its_own() {
    let saved = |draft: &str| Draft::from_saved(&format!("{{\"format\":3,\"draft\":{{\"year\":2026,{draft}}}}}"));
    let sheets = |years: std::ops::Range<i32>| {
        let mut text = String::new();
        for year in years {
            write!(text, "{}\"{year}\":{{\"texts\":{{\"pay\":\"1\"}}}}", if text.is_empty() { "" } else { "," })
                .expect("it is written");
        }
        saved(&format!("\"sheets\":{{{text}}}"))
    };
    assert!(sheets(2_002..2_199).is_ok_and(|draft| draft.sheets.len() == 197), "every year that there is");
    for years in [2_002..2_200, 2_001..2_026, 0..10_000, -20_000..20_000, 2_002..99_999] {
        assert_eq!(sheets(years.clone()), Err(SavedError::Unreadable), "{years:?}");
    }
    for odd in ["\"1e3\":{}", "\"-0\":{}", "\" 2026\":{}", "\"\":{}", "\"2026\":null"] {
        assert_eq!(saved(&format!("\"sheets\":{{{odd}}}")), Err(SavedError::Unreadable), "{odd}");
    }
    let row = |id: &str| saved(&format!("\"sheets\":{{\"2026\":{{\"jobs\":[{{\"id\":{id}}}]}}}}"));
    let mut draft = row("4294967295").expect("the highest number");
    assert_eq!(draft.add_row(planner::questions::List::Jobs), 0, "the numbers do not run out");
    for id in ["4294967296", "-1", "1.5", "1e0", "\"1\"", "null"] {
        assert_eq!(row(id), Err(SavedError::Unreadable), "{id}");
    }
    let rows = of_size("{\"id\":0},", 1 << 20);
    let much = saved(&format!("\"sheets\":{{\"2026\":{{\"contributions\":[{rows}{{\"id\":1}}]}}}}"));
    assert_eq!(much, Err(SavedError::Unreadable));
}

/// What is small as a text must not be large as a record.
#[test]
fn lists_of_nothing_are_refused_and_told_by_their_rule() {
    let many = format!("[{}{{}}]", of_size("{},", 3 << 20));
    let years = format!("[{}{{\"year\":2026}}]", of_size("{\"year\":2026},", 3 << 20));
    for (record, says) in [
        (format!("{{\"format\":3,\"years\":{years}}}"), "The year 2026 appears twice"),
        (format!("{{\"format\":3,\"years\":[{{\"year\":2026,\"other_jobs\":{many}}}]}}"), "more than 50 other jobs"),
        (format!("{{\"format\":3,\"years\":[{{\"year\":2026,\"forms\":{many}}}]}}"), "more than 40 forms"),
        (format!("{{\"format\":3,\"years\":[{{\"year\":2026,\"returned\":{many}}}]}}"), "more than 40 forms"),
    ] {
        let error = Record::from_json(&record).expect_err(says).to_string();
        assert!(error.contains(says), "{error}");
    }
}
