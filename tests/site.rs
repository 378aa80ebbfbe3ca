//! The built site in `dist/`: small at first load, and free of everything that the
//! page's own Content-Security-Policy would refuse.
//!
//! These tests need the release build of the page, so a plain `cargo test` leaves them
//! out; `scripts/test` builds the site first.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The most that the page's wasm may measure as it lies on the disk, in bytes.
const PAGE_LIMIT: u64 = 450_000;
/// The most that everything the page loads at first may measure under `gzip -9`.
const FIRST_LOAD_LIMIT: usize = 220_000;
/// The most that the engine's wasm may measure as it lies on the disk, in bytes. It holds
/// every worksheet, so it grows with them; the page does not wait for it to open.
const ENGINE_LIMIT: u64 = 950_000;
/// The most that what comes before the first answer may measure under `gzip -9`: the
/// engine and its script. It comes while the first field is being typed in.
const FIRST_ANSWER_LIMIT: usize = 390_000;

fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(dist.join("index.html").is_file(), "dist/ holds no site: run `trunk build --release` first");
    dist
}

fn index() -> String {
    fs::read_to_string(dist().join("index.html")).expect("dist/index.html is text")
}

/// Every file of the built site with the given ending.
fn files(ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(dist())
        .expect("dist/ can be listed")
        .map(|entry| entry.expect("dist/ can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .collect();
    found.sort();
    found
}

fn gzipped_size(path: &Path) -> usize {
    let gzip = Command::new("gzip")
        .args(["-9", "--stdout", "--no-name"])
        .arg(path)
        .stderr(Stdio::inherit())
        .output()
        .expect("gzip is installed");
    assert!(gzip.status.success(), "gzip cannot read {}", path.display());
    gzip.stdout.len()
}

/// The tags of a page that begin with `<name`, each as written, without its `<` and `>`.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split('<')
        .skip(1)
        .filter_map(|piece| piece.split('>').next())
        .filter(|tag| tag.split_whitespace().next() == Some(name))
        .collect()
}

/// The value of an attribute in a tag as [`tags`] gives it.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}="))?;
    let quote = rest.chars().next().filter(|first| "'\"".contains(*first))?;
    rest[1..].split(quote).next()
}

fn is_absolute(address: &str) -> bool {
    address.contains("://") || address.starts_with('/')
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_first_load_is_small_and_so_is_the_engine() {
    let (mut first_load, mut first_answer) = (0, 0);
    for ending in ["html", "css", "js", "wasm"] {
        let found = files(ending);
        assert!(!found.is_empty(), "dist/ holds no .{ending} file");
        for path in found {
            let name = path.file_name().expect("a file").to_string_lossy();
            let raw = fs::metadata(&path).expect("the file is there").len();
            let gzipped = gzipped_size(&path);
            let is_engine = name.starts_with("engine");
            let comes = if is_engine { "when needed" } else { "at first" };
            println!("{raw:>8} bytes, {gzipped:>8} gzipped, {comes:>11}: {name}");
            *(if is_engine { &mut first_answer } else { &mut first_load }) += gzipped;
            let limit = if is_engine { ENGINE_LIMIT } else { PAGE_LIMIT };
            assert!(raw <= limit, "{name} has grown to {raw} bytes, the limit is {limit}");
        }
    }
    println!(
        "{first_load} gzipped at first (limit {FIRST_LOAD_LIMIT}), {first_answer} more for an answer (limit {FIRST_ANSWER_LIMIT})"
    );
    assert!(first_answer > 0, "dist/ holds no engine");
    assert!(
        first_load <= FIRST_LOAD_LIMIT,
        "the first load has grown to {first_load} bytes, the limit is {FIRST_LOAD_LIMIT}"
    );
    assert!(
        first_answer <= FIRST_ANSWER_LIMIT,
        "the engine has grown to {first_answer} bytes, the limit is {FIRST_ANSWER_LIMIT}"
    );
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_first_load_knows_nothing_of_the_engine() {
    // Whatever the page's head names is loaded at once.
    assert!(!tags(&index(), "link").iter().any(|link| link.contains("engine")), "the engine is loaded at first");
    for name in ["engine.js", "engine_bg.wasm"] {
        assert!(dist().join(name).is_file(), "boot.js loads {name}, which dist/ does not hold");
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn policy_comes_first_and_allows_nothing_inline_or_foreign() {
    let index = index();
    let policy = tags(&index, "meta")
        .into_iter()
        .find(|tag| attribute(tag, "http-equiv") == Some("Content-Security-Policy"))
        .expect("the page carries a Content-Security-Policy");
    let place = index.find(policy).expect("it was found there");
    let first_load = ["<script", "<link", "<style"]
        .iter()
        .filter_map(|tag| index.find(tag))
        .min()
        .expect("the page loads something");
    assert!(place < first_load, "the policy must stand before everything that it governs");

    let policy = attribute(policy, "content").expect("the policy has a text");
    assert!(policy.starts_with("default-src 'none';"), "the policy must start from nothing: {policy}");
    for word in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "//", "*", "blob:"] {
        assert!(!policy.contains(word), "the policy allows {word}: {policy}");
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn nothing_is_inline() {
    let index = index();
    assert!(tags(&index, "style").is_empty(), "the page has an inline style sheet");
    let scripts = tags(&index, "script");
    assert!(!scripts.is_empty(), "the page starts no script");
    for script in scripts {
        assert!(attribute(script, "src").is_some(), "the page has an inline script: <{script}>");
    }
    for tag in index.split('<').skip(1).filter_map(|piece| piece.split('>').next()) {
        assert!(!tag.contains(" style="), "an inline style: <{tag}>");
        assert!(!tag.contains(" on"), "an inline event handler: <{tag}>");
        assert!(!tag.contains("javascript:"), "an inline script address: <{tag}>");
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn everything_is_loaded_by_a_relative_address_that_exists() {
    let index = index();
    let mut loaded = Vec::new();
    for (tag, name) in
        [("script", "src"), ("link", "href"), ("link", "data-js"), ("img", "src"), ("iframe", "src"), ("base", "href")]
    {
        loaded.extend(tags(&index, tag).into_iter().filter_map(|found| attribute(found, name)));
    }
    assert!(loaded.len() >= 5, "too few files found in the page: {loaded:?}");
    for address in loaded {
        assert!(!is_absolute(address), "the page loads from an absolute address: {address}");
        assert!(dist().join(address).is_file(), "the page loads {address}, which dist/ does not hold");
    }

    for sheet in files("css") {
        let text = fs::read_to_string(&sheet).expect("a style sheet is text");
        assert!(!text.contains("@import"), "{} imports another style sheet", sheet.display());
        for address in text.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
            let address = address.trim_matches(['"', '\'', ' ']);
            assert!(
                address.starts_with("data:image/") || !is_absolute(address),
                "{} loads from {address}",
                sheet.display()
            );
        }
    }
}
