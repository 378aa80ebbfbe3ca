//! The plan of the house: what stands below must not import what stands above it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::sources;

/// What the worksheets stand on, lowest first. Each may import those before it.
const BELOW: [&str; 4] = ["checklist", "feasibility", "ledger", "year"];

/// What one worksheet may take from another: the pace fills the room of the Room worksheet.
const BESIDE: [(&str, &str); 1] = [("pace", "room")];

/// What stands over all worksheets, and may take from any: the dated list of what to do,
/// the jobs of a year beside one another, and the review, which shows both.
const OVER: [&str; 3] = ["agenda", "jobs", "review"];

/// What all of them may import of the crate: values, the law, the record, English, and how a
/// result explains itself, with its macro `findings`. A `report.rs` puts it into the terms of `report`, and a `page.rs` asks
/// the questions.
const GROUND: [&str; 10] =
    ["date", "english", "explain", "findings", "law", "money", "order", "percent", "record", "text"];

/// What the values, the law, the record and the reading of papers may import: one another,
/// and nothing above.
const LOW: [(&str, &[&str]); 4] = [
    ("law", &["date", "money", "percent"]),
    ("record", &["date", "law", "money", "order", "percent", "text"]),
    ("explain", &["date", "law", "money", "order"]),
    // A text that is read touches nothing that a person has entered.
    ("papers", &["date", "order"]),
];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The rooms that a file names in code, as paths from the crate on: `worksheets/year`.
/// Documentation may name what stands above.
fn imports(path: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(path).expect("a source is text");
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    for (place, _) in code.match_indices("crate::") {
        let rest = &code[place + "crate::".len()..];
        let end = rest.find([';', '(', ')', '<', '>', ' ', ',', '}', '!']).unwrap_or(rest.len());
        // A macro stands at the root, wherever it is declared.
        if rest[end..].starts_with('!') {
            continue;
        }
        // `crate::worksheets::{ledger, year}` names several.
        if let Some(list) = rest.strip_prefix("worksheets::{") {
            let list = &list[..list.find("};").unwrap_or(list.len())];
            found.extend(list.split(',').map(|name| format!("worksheets/{}", first(name))));
        } else if let Some(list) = rest.strip_prefix('{') {
            let list = &list[..list.find("};").unwrap_or(list.len())];
            found.extend(list.split(',').map(|name| first(name).to_owned()));
        } else {
            let mut names = rest[..end].split("::");
            let (one, two) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
            // `pub(in crate::worksheets)` names no room.
            if one != "worksheets" {
                found.insert(one.to_owned());
            } else if !two.is_empty() {
                found.insert(format!("worksheets/{two}"));
            }
        }
    }
    found
}

fn first(name: &str) -> &str {
    name.trim().split("::").next().unwrap_or_default()
}

fn room_of(path: &Path) -> String {
    let inside = path.strip_prefix(src().join("worksheets")).expect("a worksheet's file");
    let room = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    room.trim_end_matches(".rs").to_owned()
}

#[test]
fn no_worksheet_imports_what_stands_above_or_beside_it() {
    let files = sources::below(&src().join("worksheets"), "rs");
    assert!(files.len() > 50, "the worksheets are not where this test looks");
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files {
        let room = room_of(&path);
        if room == "mod" {
            continue;
        }
        for import in imports(&path) {
            let allowed = match import.strip_prefix("worksheets/") {
                Some(other) if other == room => true,
                // `worksheets/Worksheet` and the like: the list of them all.
                Some(_) if OVER.contains(&room.as_str()) => true,
                // The shared rooms are in order of their height.
                Some(other) => match (place(&room), place(other)) {
                    (Some(this), Some(other)) => other < this,
                    (None, Some(_)) => true,
                    (_, None) => BESIDE.contains(&(room.as_str(), other)),
                },
                None if import == "report" => path.ends_with("report.rs"),
                None if import == "questions" => path.ends_with("page.rs") || path.ends_with("agenda/open.rs"),
                None => GROUND.contains(&import.as_str()),
            };
            assert!(allowed, "{} imports {import}, which it must not", path.display());
            seen.entry(room.clone()).or_default().insert(import);
        }
    }
    assert!(seen["pace"].contains("worksheets/room"), "this test no longer sees what is imported");
    assert!(
        !seen.iter().any(|(room, from)| !OVER.contains(&room.as_str()) && from.contains("worksheets/agenda")),
        "what stands over all"
    );
    assert!(seen["year"].contains("worksheets/ledger"), "this test no longer sees what is imported");
}

fn place(room: &str) -> Option<usize> {
    BELOW.iter().position(|below| *below == room)
}

#[test]
fn the_ground_knows_nothing_of_what_stands_on_it() {
    for (room, allowed) in LOW {
        let (folder, file) = (src().join(room), src().join(format!("{room}.rs")));
        let files = if folder.is_dir() { sources::below(&folder, "rs") } else { vec![file] };
        for path in files {
            for import in imports(&path) {
                let own = import == room;
                assert!(own || allowed.contains(&import.as_str()), "{} imports {import}", path.display());
            }
        }
    }
}
