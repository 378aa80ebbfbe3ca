//! Published faults of the packages, by the RustSec advisory database.
//!
//! They cannot be fetched while testing, so what was found in them is kept, in
//! `advisories.json`: on which day, each advisory that names a package of ours, the versions
//! that are sound, and where ours is not among them, why that does not matter. The names of
//! all packages that were looked up are in it, so that a new one is not forgotten.
//!
//! Where there is a copy of the database, in the folder that the variable ADVISORY_DB
//! names or where `cargo audit` puts it, the packages are compared with that as well.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};
use serde::Deserialize;

use crate::{FOR_PAGE, host, locked, tree};

/// What `advisories.json` holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    checked: String,
    how: String,
    advisories: Vec<Advisory>,
    packages: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Advisory {
    id: String,
    package: String,
    /// Ranges of versions that do not have the fault, or not any more.
    sound: Vec<String>,
    /// Why we live with the fault.
    accepted: Option<String>,
    /// Why the package is in Cargo.lock and nowhere else.
    never_built: Option<String>,
}

impl Advisory {
    fn is_answered(&self) -> bool {
        self.accepted.is_some() || self.never_built.is_some()
    }

    fn concerns(&self, version: &Version) -> bool {
        let range = |text: &String| VersionReq::parse(text).expect("a range of versions");
        !self.sound.iter().map(range).any(|sound| sound.matches(version))
    }
}

fn kept() -> Kept {
    serde_json::from_str(include_str!("advisories.json")).expect("advisories.json is in its format")
}

/// The packages of Cargo.lock, each in all its versions.
fn versions() -> Vec<(String, Version)> {
    let parsed = |text: &str| Version::parse(text).expect("Cargo's versions are semantic ones");
    locked().into_iter().map(|package| (package.name, parsed(&package.version))).collect()
}

#[test]
fn every_package_was_looked_up() {
    let kept = kept();
    assert!(kept.checked.len() == 10 && !kept.how.is_empty(), "advisories.json does not say when and how");
    let looked_up: BTreeSet<_> = kept.packages.into_iter().collect();
    let there: BTreeSet<_> = versions().into_iter().map(|(name, _)| name).collect();
    let (new, gone) = (&there - &looked_up, &looked_up - &there);
    assert!(
        new.is_empty(),
        "look up {new:?} in the RustSec advisory database, under crates/NAME; then add the advisories, or just the \
         names if there are none, to tests/supply_chain/advisories.json"
    );
    assert!(gone.is_empty(), "{gone:?} went from Cargo.lock: take them out of advisories.json as well");
}

#[test]
fn no_known_fault_is_left_without_an_answer() {
    let versions = versions();
    let built = &*FOR_PAGE | &tree(&host(), "normal,build,dev", false);
    for advisory in kept().advisories {
        let ours = versions.iter().filter(|(name, _)| *name == advisory.package);
        let ours: Vec<_> = ours.map(|(_, version)| version).collect();
        assert!(!ours.is_empty(), "{} is about {}, which is gone", advisory.id, advisory.package);
        let faulty: Vec<_> = ours.into_iter().filter(|version| advisory.concerns(version)).collect();
        let answered = advisory.is_answered();
        assert!(
            faulty.is_empty() || answered,
            "{} concerns {} {faulty:?}: update the package, or say in advisories.json why it does not matter",
            advisory.id,
            advisory.package
        );
        assert!(!faulty.is_empty() || !answered, "{} is answered, yet concerns us no more", advisory.id);
        for version in faulty.iter().filter(|_| advisory.never_built.is_some()) {
            let package = format!("{} {version}", advisory.package);
            assert!(!built.contains(&package), "{package} is said to be never built, but is: {}", advisory.id);
        }
    }
}

/// An advisory as the database has it: TOML in a fence, then prose. Nothing if it was
/// withdrawn, or has no number yet.
fn read(text: &str) -> Option<Advisory> {
    let (_, front) = text.split_once("```toml")?;
    let (front, _) = front.split_once("```")?;
    let lines: Vec<_> = front.lines().map(|line| line.split(" #").next().unwrap_or_default().trim()).collect();
    let front = lines.join("\n");
    let value = |key: &str| {
        let (_, rest) = front.split_once(&format!("\n{key} = \""))?;
        rest.split('"').next().map(str::to_owned)
    };
    let id = value("id")?;
    if value("withdrawn").is_some() || id.contains("-0000-") {
        return None;
    }
    let (_, versions) = front.split_once("\n[versions]\n")?;
    let versions = versions.split("\n[").next().unwrap_or_default();
    let ranges = |key: &str| {
        let list =
            versions.split_once(&format!("{key} = [")).map(|(_, rest)| rest.split(']').next().unwrap_or_default());
        list.unwrap_or_default().split('"').skip(1).step_by(2).map(str::to_owned)
    };
    let sound = ranges("patched").chain(ranges("unaffected")).collect();
    Some(Advisory { id, package: value("package")?, sound, accepted: None, never_built: None })
}

/// The advisories in a copy of the database that concern these packages, without the ones
/// that have an answer.
fn unanswered(database: &Path, packages: &[(String, Version)], kept: &[Advisory]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, version) in packages {
        // Most packages have no advisory, and so no folder.
        let files = fs::read_dir(database.join("crates").join(name)).into_iter().flatten();
        for file in files.map(|file| file.expect("the database can be listed").path()) {
            let text = fs::read_to_string(&file).expect("an advisory is text");
            let advisory = read(&text).filter(|advisory| advisory.concerns(version));
            let has_answer = |id: &str| kept.iter().any(|advisory| advisory.id == id && advisory.is_answered());
            if let Some(advisory) = advisory.filter(|advisory| !has_answer(&advisory.id)) {
                found.push(format!("{}: {name} {version}", advisory.id));
            }
        }
    }
    found
}

/// The copy of the database on this machine, if there is one.
fn database() -> Result<PathBuf, String> {
    let beside_cargo = || env::home_dir().map(|home| home.join(".cargo/advisory-db"));
    let folder = env::var_os("ADVISORY_DB").map(PathBuf::from).or_else(beside_cargo).ok_or("there is no home")?;
    let there = folder.join("crates").is_dir();
    there.then(|| folder.clone()).ok_or(format!("{} holds no advisory database", folder.display()))
}

#[test]
fn the_database_of_this_machine_knows_no_other_fault() {
    match database() {
        Ok(folder) => assert_eq!(unanswered(&folder, &versions(), &kept().advisories), Vec::<String>::new()),
        Err(reason) => println!("only compared with what was looked up on {}: {reason}", kept().checked),
    }
}

#[test]
fn a_database_is_read_as_it_is_written() {
    let advisory = |id: &str, more: &str, versions: &str| {
        format!(
            "```toml\n[advisory]\nid = \"{id}\"\npackage = \"known\"\ndate = \"2026-01-02\"\n{more}\n[versions]\n{versions}\n[affected]\nos = [\"linux\"]\n```\n\n# A fault\n"
        )
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("advisory-db");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("crates/known")).expect("a folder can be made");
    for (id, more, versions) in [
        ("RUSTSEC-2026-9001", "", "patched = [\">= 1.4.0\"]"),
        ("RUSTSEC-2026-9002", "", "patched = [\n    \">= 1.2.5, < 1.3.0\", # the old series\n    \">= 1.3.1\",\n]"),
        ("RUSTSEC-2026-9003", "", "patched = []\nunaffected = [\"< 1.3.0\"]"),
        ("RUSTSEC-2026-9004", "withdrawn = \"2026-02-03\"", "patched = []"),
        ("RUSTSEC-0000-0000", "", "patched = []"),
        ("RUSTSEC-2026-9005", "informational = \"unmaintained\"", "patched = []"),
        ("RUSTSEC-2026-9006", "", "patched = []"),
    ] {
        let file = folder.join(format!("crates/known/{id}.md"));
        fs::write(file, advisory(id, more, versions)).expect("an advisory can be written");
    }
    let packages = |version: &str| {
        [("known".to_owned(), Version::parse(version).expect("a version")), ("other".to_owned(), Version::new(1, 0, 0))]
    };
    let known = read(&advisory("RUSTSEC-2026-9006", "", "patched = []")).expect("it is an advisory");
    let answered = Advisory { accepted: Some("It does not matter.".to_owned()), ..known };
    let found = |version: &str| {
        let mut found = unanswered(&folder, &packages(version), std::slice::from_ref(&answered));
        found.sort();
        found.into_iter().map(|line| line[13..17].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("1.2.3"), ["9001", "9002", "9005"]);
    assert_eq!(found("1.2.6"), ["9001", "9005"]);
    assert_eq!(found("1.3.0"), ["9001", "9002", "9003", "9005"]);
    assert_eq!(found("1.4.0"), ["9003", "9005"]);
}
