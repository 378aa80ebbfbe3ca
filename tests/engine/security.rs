//! SECURITY.md names the tests that keep its promises. A test that is renamed or gone
//! would leave a promise that nothing keeps.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::sources;

/// The names of the tests in a Rust file.
fn tests_in(text: &str) -> impl Iterator<Item = String> {
    // What stands between the attribute of a test and its name: more attributes,
    // comments, and `async`.
    let name =
        |part: &str| part.split_once("fn ").and_then(|(_, rest)| rest.split(['(', '<']).next()).map(str::to_owned);
    text.split("test]").skip(1).filter_map(name)
}

#[test]
fn every_test_that_a_promise_names_exists() {
    let mut tests = BTreeSet::new();
    for path in sources::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), "rs") {
        tests.extend(tests_in(&fs::read_to_string(&path).expect("a source is text")));
    }
    assert!(tests.len() > 300, "only {} tests found", tests.len());

    let promises = include_str!("../../SECURITY.md");
    let rows: Vec<_> = promises.lines().filter_map(|line| line.strip_prefix("| ")).collect();
    let rows: Vec<_> = rows.into_iter().filter(|row| *row != "what | tests |").collect();
    assert!(rows.len() > 15, "only {} promises found", rows.len());
    for row in rows {
        let named: Vec<_> = row.rsplit(" | ").next().unwrap_or_default().split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "nothing keeps this promise: {row}");
        for name in named {
            assert!(tests.contains(name), "SECURITY.md names the test {name}, which is not there");
        }
    }
}
