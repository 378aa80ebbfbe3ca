//! Where the packages come from, and which of them do what.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{DESCRIBED, FOR_PAGE, IN_PAGE, Package, locked};

#[test]
fn every_package_comes_from_the_one_registry_with_a_checksum() {
    let packages = locked();
    assert!(packages.len() > 100, "only {} packages found in Cargo.lock", packages.len());
    let registry = packages[0].source.clone();
    assert!(registry.starts_with("registry+"), "{registry} is no registry");
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        assert_eq!(package.source, registry, "{name} comes from elsewhere");
        let digits = package.checksum.bytes().filter(u8::is_ascii_hexdigit).count();
        assert_eq!((digits, package.checksum.len()), (64, 64), "{name} has no checksum");
    }

    // A path of ours is no package of the lock's registry: there is just this one.
    let elsewhere = |package: &&Value| package["source"] != registry;
    let elsewhere: Vec<_> = DESCRIBED.iter().filter(elsewhere).collect();
    assert_eq!(elsewhere.len(), 1, "{elsewhere:?}");
    assert_eq!(elsewhere[0]["name"], env!("CARGO_PKG_NAME"));
}

/// The packages for the page that have a target of this kind.
fn with_target(kind: &str) -> BTreeSet<Package> {
    let has_target = |package: &&Value| {
        let targets = package["targets"].as_array().expect("a list of targets");
        targets.iter().any(|target| target["kind"][0] == kind)
    };
    let named = |package: &Value| Some(format!("{} {}", package["name"].as_str()?, package["version"].as_str()?));
    let found = DESCRIBED.iter().filter(has_target).filter_map(named);
    found.filter(|package| FOR_PAGE.contains(package)).collect()
}

/// What `packages.txt` is to hold.
fn listing() -> String {
    let (macros, scripts) = (with_target("proc-macro"), with_target("custom-build"));
    let others = &(&(&*FOR_PAGE - &*IN_PAGE) - &macros) - &scripts;
    let sections = [
        ("compiled into the page and its engine", IN_PAGE.clone()),
        ("macros, which the compiler runs while it builds them", macros),
        ("build scripts, which Cargo runs before it builds the package of that name", scripts),
        ("what macros and build scripts are made of besides", others),
    ];
    let mut text = "# What the page is made of, built on Linux. A test compares this list with what Cargo\n\
                    # builds, so that no package comes in unseen: tests/supply_chain/packages.rs.\n"
        .to_owned();
    for (title, packages) in sections {
        let lines: Vec<_> = packages.iter().map(|package| format!("{package}\n")).collect();
        text += &format!("\n# {}: {title}\n{}", lines.len(), lines.concat());
    }
    text
}

#[test]
fn the_page_is_made_of_the_listed_packages() {
    let (kept, made) = (include_str!("packages.txt"), listing());
    if kept != made {
        let corrected = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages.txt");
        fs::write(&corrected, &made).expect("the corrected list can be written");
        let (before, after): (BTreeSet<_>, BTreeSet<_>) = (kept.lines().collect(), made.lines().collect());
        panic!(
            "the page is made of other packages than listed.\nNew: {:#?}\nGone: {:#?}\nIf that is on purpose: \
             cp {} tests/supply_chain/packages.txt",
            &after - &before,
            &before - &after,
            corrected.display()
        );
    }
}

/// The packages that this one names itself: their names and the versions it asks for.
fn direct(kind: &Value) -> Vec<(String, String)> {
    let ours = DESCRIBED.iter().find(|package| package["name"] == env!("CARGO_PKG_NAME")).expect("this package");
    let dependencies = ours["dependencies"].as_array().expect("a list");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let wanted = dependencies.iter().filter(|dependency| dependency["kind"] == *kind);
    wanted.map(|dependency| (text(&dependency["name"]), text(&dependency["req"]))).collect()
}

#[test]
fn what_the_page_names_itself_is_named_in_one_version() {
    for (name, version) in direct(&Value::Null) {
        // Both ask for the one version of wasm-bindgen, and so come in one version only.
        let bound = ["js-sys", "web-sys"].contains(&name.as_str());
        assert!(version.starts_with('=') || bound, "{name} may come in any version of {version}");
    }
    assert!(include_str!("../../Trunk.toml").contains("\nlocked = true\n"), "Trunk does not keep to Cargo.lock");
    for (script, text) in [("test", include_str!("../../scripts/test")), ("setup", include_str!("../../scripts/setup"))]
    {
        let text = text.replace("\\\n", "");
        let runs = |line: &&str| ["cargo clippy ", "cargo test ", "cargo fetch "].iter().any(|run| line.contains(run));
        for line in text.lines().filter(runs).filter(|line| !line.contains("--version")) {
            assert!(line.contains("--locked"), "scripts/{script} does not keep to Cargo.lock: {line}");
        }
    }
}

#[test]
fn it_is_said_why_each_dependency_is_there() {
    let section = include_str!("packages.md");
    let named: BTreeSet<_> = section.split('`').skip(1).step_by(2).collect();
    let (page, tests) = (direct(&Value::Null), direct(&Value::from("dev")));
    for (name, _) in page.iter().chain(&tests) {
        assert!(named.contains(name.as_str()), "packages.md does not say why {name} is there");
    }
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    for name in cells.flat_map(|cell| cell.split(['`', ',', ' '])).filter(|name| !name.is_empty()) {
        assert!(page.iter().any(|(known, _)| known == name), "packages.md has {name}, which is no dependency");
    }
}
