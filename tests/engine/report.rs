//! What crosses to the page is read there as it was written here.

use planner::draft::Draft;
use planner::report::{Read, Reply, Source};
use planner::service;
use planner::worksheets::Worksheet;
use serde_json::{Value, json};

use crate::support::values::{TODAY, today};

/// A value as serde holds it, in the place of the browser's.
struct Parsed<'a>(&'a Value);

impl Source for Parsed<'_> {
    fn field(&self, name: &str) -> Self {
        Self(self.0.get(name).unwrap_or(&Value::Null))
    }

    fn is_null(&self) -> bool {
        self.0.is_null()
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn items(&self) -> Option<impl Iterator<Item = Self>> {
        Some(self.0.as_array()?.iter().map(Self))
    }
}

/// What is read, unless something in it is odd.
fn read<'a, T: Read<Parsed<'a>>>(value: &'a Value) -> Option<T> {
    let mut odd = false;
    let read = T::of(&Parsed(value), &mut odd);
    (!odd).then_some(read)
}

#[test]
fn every_reply_is_read_as_it_was_written() {
    let saved = Draft::example(2026, today()).to_saved();
    let empty = Draft::new(today()).to_saved();
    let pages = Worksheet::ALL.iter().map(|worksheet| worksheet.slug());
    for (page, draft) in pages.flat_map(|page| [(page, &saved), (page, &empty)]) {
        let text = service::answer(draft, TODAY, page, "paychecks ledger dossier").expect("a reply");
        let value: Value = serde_json::from_str(&text).expect("it is JSON");
        let right: Reply = serde_json::from_value(value.clone()).expect("serde reads it");
        assert_eq!(read(&value).as_ref(), Some(&right), "{page}");
    }
}

#[test]
fn what_is_of_another_kind_is_odd() {
    assert_eq!(read(&json!("a")), Some("a".to_owned()));
    assert_eq!(read(&json!(65_535)), Some(u16::MAX));
    assert_eq!(read(&json!(null)), Some(None::<String>));
    assert_eq!(read(&json!(["a", "b"])), Some(["a", "b"].map(str::to_owned)));
    for wrong in [json!(65_536), json!(-1), json!(0.5), json!("1"), json!(null), json!([])] {
        assert_eq!(read::<u16>(&wrong), None, "{wrong}");
    }
    assert_eq!(read::<i16>(&json!(-32_769)), None);
    assert_eq!(read::<String>(&json!(1)), None);
    assert_eq!(read::<bool>(&json!("true")), None);
    assert_eq!(read::<Vec<String>>(&json!({ "0": "a" })), None);
    assert_eq!(read::<[String; 2]>(&json!(["a"])), None);
    assert_eq!(read::<Reply>(&json!({})), None);
}
