//! What the planner is made of: packages of one registry only, each under a licence that
//! lets it be handed on, none with a known fault that concerns the planner, and none that
//! came in unseen.
//!
//! What lives here:
//!
//! - [`packages`]: where they come from, which of them run on a person's machine and which
//!   while building; the list is `packages.txt`;
//! - [`licences`]: the licences that are accepted, and the reader of their expressions;
//! - [`notices`]: what these licences ask to go with copies, in `assets/licences.txt`;
//! - [`advisories`]: the published faults of these packages, in `advisories.json`.
//!
//! All of it works without the network, from Cargo.lock and from what Cargo has fetched.

#![cfg(not(target_arch = "wasm32"))]

mod advisories;
mod licences;
mod notices;
mod packages;

use std::collections::BTreeSet;
use std::env;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

/// The target of the page.
const PAGE: &str = "wasm32-unknown-unknown";

/// What a run of Cargo prints. It changes neither Cargo.lock nor what is fetched.
fn cargo(arguments: &[&str]) -> String {
    let cargo = env::var("CARGO").expect("Cargo runs the tests");
    let mut run = Command::new(cargo);
    run.arg("--quiet").args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).stderr(Stdio::inherit());
    let ran = run.output().expect("Cargo runs");
    assert!(ran.status.success(), "cargo {arguments:?} fails");
    String::from_utf8(ran.stdout).expect("Cargo prints text")
}

/// The target of this machine, where the tests and all that builds the page run.
fn host() -> String {
    let version = cargo(&["--version", "--verbose"]);
    version.lines().find_map(|line| line.strip_prefix("host: ")).expect("Cargo knows its host").to_owned()
}

/// Cargo's own description of the packages for the page and for this machine. Those for
/// other systems stand in Cargo.lock as well, but nobody fetches them here.
static DESCRIBED: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let host = host();
    let platforms = ["--filter-platform", PAGE, "--filter-platform", &host];
    let told = cargo(&[&["metadata", "--locked", "--offline", "--format-version", "1"], &platforms[..]].concat());
    let mut told: Value = serde_json::from_str(&told).expect("Cargo writes JSON");
    serde_json::from_value(told["packages"].take()).expect("a list of packages")
});

/// A package of the registry by name and version, with a blank between them.
type Package = String;

/// A package as Cargo.lock has it.
#[derive(Default)]
struct Locked {
    name: String,
    version: String,
    source: String,
    checksum: String,
}

/// All packages of Cargo.lock but this one.
fn locked() -> Vec<Locked> {
    let lock = include_str!("../../Cargo.lock");
    let package = |part: &str| {
        let mut package = Locked::default();
        for (key, value) in part.lines().filter_map(|line| line.split_once(" = ")) {
            let value = value.trim_matches('"').to_owned();
            match key {
                "name" => package.name = value,
                "version" => package.version = value,
                "source" => package.source = value,
                "checksum" => package.checksum = value,
                _ => {}
            }
        }
        package
    };
    let all = lock.split("[[package]]").skip(1).map(package);
    all.filter(|package| package.name != env!("CARGO_PKG_NAME")).collect()
}

/// The packages that Cargo builds for a target along edges of these kinds. A macro is the
/// compiler's own program: what it needs is left out, and so is the macro, if `linked`.
fn tree(target: &str, edges: &str, linked: bool) -> BTreeSet<Package> {
    let shape = ["--prefix", "depth", "--no-dedupe", "--format", " {p}"];
    let tree = cargo(&[&["tree", "--locked", "--offline", "--target", target, "-e", edges], &shape[..]].concat());
    let (mut packages, mut within_macro) = (BTreeSet::new(), usize::MAX);
    for line in tree.lines() {
        let mut words = line.split(' ');
        let depth = words.next().and_then(|depth| depth.parse().ok()).expect("a line begins with its depth");
        if depth > within_macro {
            continue;
        }
        let is_macro = linked && line.contains("(proc-macro)");
        within_macro = if is_macro { depth } else { usize::MAX };
        let name = words.next().expect("a package has a name");
        let version = words.next().and_then(|version| version.strip_prefix('v')).expect("a package has a version");
        if depth > 0 && !is_macro {
            packages.insert(format!("{name} {version}"));
        }
    }
    packages
}

/// What is compiled into the page and its engine.
static IN_PAGE: LazyLock<BTreeSet<Package>> = LazyLock::new(|| tree(PAGE, "normal", true));
/// The same, with what runs while they are built.
static FOR_PAGE: LazyLock<BTreeSet<Package>> = LazyLock::new(|| tree(PAGE, "normal,build", false));
