//! The licences of the packages.
//!
//! The planner itself has no licence file, on purpose. That leaves the packages' own
//! licences as they are, and these are what is checked here: whether they allow what is
//! done with the packages. What they ask for is in [`notices`](crate::notices).

use serde_json::Value;

use crate::{DESCRIBED, FOR_PAGE};

/// Accepted for what is in the page or runs while it is built, each with the reason. All of
/// them let a program be used, changed and passed on in compiled form, for money or not, and
/// ask nothing of the code beside it.
const ACCEPTED: [(&str, &str); 6] = [
    ("MIT", "asks that its notice goes with copies"),
    ("Apache-2.0", "asks the same, grants patents, and takes them from whoever sues"),
    ("Unicode-3.0", "asks the same, for tables of the Unicode Consortium"),
    ("Zlib", "asks that its notice stays in copies of the source"),
    ("BSL-1.0", "asks the same, and says that compiled copies need no notice"),
    ("CC0-1.0", "gives up its rights, patents aside; here for an encoding of bytes as hex digits"),
];

/// Accepted as well for what only the tests use, of which nobody gets a copy from us.
const IN_TESTS: [(&str, &str); 1] = [("MPL-2.0", "asks that changes to its own files are published; we make none")];

/// Whether the accepted licences satisfy an expression.
///
/// An expression is read by the rules of SPDX: `WITH` binds tighter than `AND`, and that
/// tighter than `OR`; `/` is the old way to write `OR`. An exception only allows more than
/// its licence does, and a `+` more versions of it, so both may be left out of account.
///
/// # Errors
///
/// If the text is no such expression.
pub fn satisfied(expression: &str, accepted: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let answer = any(&mut words, accepted)?;
    words.next().map_or(Ok(answer), |word| Err(format!("{expression}: {word} is too much")))
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words, accepted: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let mut answer = all(words, accepted)?;
    while words.next_if_eq(&"OR").is_some() {
        answer |= all(words, accepted)?;
    }
    Ok(answer)
}

fn all(words: &mut Words, accepted: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let mut answer = one(words, accepted)?;
    while words.next_if_eq(&"AND").is_some() {
        answer &= one(words, accepted)?;
    }
    Ok(answer)
}

fn one(words: &mut Words, accepted: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    match words.next() {
        Some("(") => {
            let answer = any(words, accepted)?;
            words.next_if_eq(&")").map_or(Err("a bracket is open".to_owned()), |_| Ok(answer))
        }
        None | Some(")" | "OR" | "AND" | "WITH") => Err("a licence is missing".to_owned()),
        Some(licence) => {
            if words.next_if_eq(&"WITH").is_some() && matches!(words.next(), None | Some("(" | ")" | "OR" | "AND")) {
                return Err("an exception is missing".to_owned());
            }
            Ok(accepted(licence.strip_suffix('+').unwrap_or(licence)))
        }
    }
}

#[test]
fn expressions_are_read_by_the_rules() {
    let accepted = |licence: &str| ["MIT", "Apache-2.0"].contains(&licence);
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("GPL-3.0-only/MIT", true),
        ("Apache-2.0 / MIT", true),
        ("GPL-3.0-only AND MIT", false),
        ("Apache-2.0 AND MIT", true),
        // AND binds tighter than OR.
        ("MIT OR GPL-3.0-only AND Zlib", true),
        ("GPL-3.0-only AND Zlib OR MIT", true),
        ("(MIT OR GPL-3.0-only) AND Zlib", false),
        ("(MIT OR GPL-3.0-only) AND (Zlib OR Apache-2.0)", true),
        ("((MIT))", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("GPL-2.0-only WITH Classpath-exception-2.0", false),
        ("GPL-2.0-only WITH Classpath-exception-2.0 OR MIT", true),
        ("MIT+", true),
        ("LGPL-2.1+ AND MIT", false),
        // Names are compared to the letter.
        ("mit", false),
        ("MIT-0", false),
    ] {
        assert_eq!(satisfied(expression, &accepted), Ok(expected), "{expression}");
    }
    for odd in ["", "OR MIT", "MIT OR", "MIT Zlib", "(MIT", "MIT)", "()", "MIT AND", "MIT WITH", "MIT WITH OR Zlib"] {
        assert!(satisfied(odd, &accepted).is_err(), "{odd} is read");
    }
}

#[test]
fn every_licence_lets_us_hand_on_the_package() {
    let accepts = |list: &[(&str, &str)], licence: &str| list.iter().any(|(known, _)| *known == licence);
    let (ours, packages): (Vec<_>, Vec<_>) = DESCRIBED.iter().partition(|package| package["source"].is_null());
    assert_eq!(ours[0]["license"], Value::Null, "we have a licence: say so at the top of this file");
    let mut needed = Vec::new();
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let (name, licence) = (format!("{} {}", text("name"), text("version")), text("license"));
        let in_tests = !FOR_PAGE.contains(&name);
        let accepted = |licence: &str| accepts(&ACCEPTED, licence) || in_tests && accepts(&IN_TESTS, licence);
        let satisfied = satisfied(licence, &accepted).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(satisfied, "{name} is under {licence:?}, which is not accepted");
        needed.push(licence);
    }
    for (licence, _) in ACCEPTED.iter().chain(&IN_TESTS) {
        assert!(needed.iter().any(|needed| needed.contains(licence)), "no package is under {licence} any more");
    }
}
