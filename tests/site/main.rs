//! The built site in `dist/`: small at first load, free of everything that the page's own
//! Content-Security-Policy would refuse, and sealed: what is listed is what is there.
//!
//! These tests need the release build of the page, so a plain `cargo test` leaves them
//! out; `scripts/test` builds the site first.

#![cfg(not(target_arch = "wasm32"))]

mod hosts;
mod publishing;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use planner::service::Module;
use serde_json::Value;

/// The most that the page's wasm may measure as it lies on the disk, in bytes.
const PAGE_LIMIT: u64 = 557_000;
/// The most that everything the page loads at first may measure under `gzip -9`.
const FIRST_LOAD_LIMIT: usize = 250_000;
/// The most that any file may measure under `gzip -9` that only frames need, or those who make
/// one.
const FOR_FRAMES_LIMIT: usize = 6_000;
/// The most that the guide's page may measure under `gzip -9`.
const GUIDE_LIMIT: usize = 16_000;
/// The engine's modules, each with the most that its wasm may measure as it lies on the
/// disk, in bytes. They hold the worksheets, so they grow with them; the page does not wait
/// for them to open.
const MODULES: [(&str, u64); 2] = [("engine", 1_599_000), ("papers", 410_000)];
/// The most that the reader of papers may measure under `gzip -9`.
const READER_LIMIT: usize = 180_000;
/// The most that what comes before the first answer may measure under `gzip -9`: any
/// module with its script. It comes while the first field is being typed in.
const FIRST_ANSWER_LIMIT: usize = 651_000;

fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(dist.join("index.html").is_file(), "dist/ holds no site: run `scripts/build` first");
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

/// What scripts/seal writes beside the release: the worker with the list of the release's
/// files, the planner as one file, and headers for the host.
const WRITTEN: [&str; 3] = ["sw.js", "planner.html", "_headers"];
/// What hosts and search engines look for; the worker keeps none of it.
const FOR_HOSTS: [&str; 3] = ["404.html", "robots.txt", "social.png"];
/// The documents, each with a policy of its own.
const DOCUMENTS: [&str; 4] = ["index.html", "guide.html", "embed.html", "404.html"];
/// The script that pages elsewhere load by this very name.
const LASTING: &str = "embed.js";

fn name(path: &Path) -> String {
    path.file_name().expect("a file").to_string_lossy().into_owned()
}

/// The names of the release's files.
fn release() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dist())
        .expect("dist/ can be listed")
        .map(|entry| name(&entry.expect("dist/ can be listed").path()))
        .filter(|name| !WRITTEN.contains(&name.as_str()))
        .collect();
    names.sort();
    names
}

/// The SHA-256 of some bytes, in the encoding that node calls so.
fn sha256(bytes: &[u8], encoding: &str) -> String {
    let digest = "process.stdout.write(require('crypto').createHash('sha256').update(require('fs').readFileSync(0)).digest(process.argv[1]))";
    let mut node = Command::new("node")
        .args(["-e", digest, encoding])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed");
    node.stdin.take().expect("it is piped").write_all(bytes).expect("node reads");
    let said = node.wait_with_output().expect("node ends");
    assert!(said.status.success(), "node cannot digest");
    String::from_utf8(said.stdout).expect("a digest is text")
}

/// Runs scripts/seal on a copy of the site after a change to it; whether it succeeds.
fn seal(folder: &str, change: impl Fn(&Path)) -> (PathBuf, bool) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sealed").join(folder);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    for name in release().iter().map(String::as_str).chain(WRITTEN) {
        fs::copy(dist().join(name), folder.join(name)).expect("a file can be copied");
    }
    change(&folder);
    let seal = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/seal");
    let sealed = Command::new(seal).arg(&folder).stderr(Stdio::null()).status().expect("scripts/seal runs");
    (folder, sealed.success())
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
    let (mut first_load, mut modules) = (0, [0; MODULES.len()]);
    let index = index();
    let named =
        |tag: &str, of: &str| tags(&index, tag).into_iter().filter_map(|tag| attribute(tag, of)).collect::<Vec<_>>();
    let at_first = [named("link", "href"), named("script", "src"), vec!["index.html"]].concat();
    for ending in ["html", "css", "js", "wasm"] {
        let found = files(ending);
        assert!(!found.is_empty(), "dist/ holds no .{ending} file");
        for path in found {
            let name = name(&path);
            if WRITTEN.contains(&name.as_str()) {
                continue;
            }
            let raw = fs::metadata(&path).expect("the file is there").len();
            let gzipped = gzipped_size(&path);
            let module = MODULES.iter().position(|(module, _)| name.starts_with(module));
            let is_document = DOCUMENTS.contains(&name.as_str()) && name != "index.html";
            let counts = module.is_none() && !is_document && at_first.contains(&name.as_str());
            let comes = if counts { "at first" } else { "when needed" };
            println!("{raw:>8} bytes, {gzipped:>8} gzipped, {comes:>11}: {name}");
            match module {
                Some(module) => modules[module] += gzipped,
                None if counts => first_load += gzipped,
                None if name == "guide.html" => {
                    assert!(gzipped <= GUIDE_LIMIT, "the guide has grown to {gzipped} bytes")
                }
                // For frames, and for those who make one.
                None => assert!(gzipped <= FOR_FRAMES_LIMIT, "{name} has grown to {gzipped} bytes after gzip"),
            }
            let is_reader = name.starts_with("papers");
            assert!(!is_reader || gzipped <= READER_LIMIT, "{name} has grown to {gzipped} bytes after gzip");
            let limit = module.map_or(PAGE_LIMIT, |module| MODULES[module].1);
            assert!(raw <= limit, "{name} has grown to {raw} bytes, the limit is {limit}");
        }
    }
    assert!(modules.iter().all(|size| *size > 0), "dist/ lacks a module of the engine");
    let first_answer = modules.into_iter().max().unwrap_or_default();
    println!(
        "{first_load} gzipped at first (limit {FIRST_LOAD_LIMIT}), at most {first_answer} more for an answer (limit {FIRST_ANSWER_LIMIT})"
    );
    assert!(
        first_load <= FIRST_LOAD_LIMIT,
        "the first load has grown to {first_load} bytes, the limit is {FIRST_LOAD_LIMIT}"
    );
    assert!(
        first_answer <= FIRST_ANSWER_LIMIT,
        "a module of the engine has grown to {first_answer} bytes, the limit is {FIRST_ANSWER_LIMIT}"
    );
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_first_load_knows_nothing_of_the_engine() {
    let names: Vec<&str> = Module::ALL.iter().map(|module| module.name()).collect();
    assert_eq!(MODULES.map(|(name, _)| name).as_slice(), names, "this test has another list");
    // Whatever the page's head names is loaded at once.
    let index = index();
    for (module, _) in MODULES {
        assert!(!tags(&index, "link").iter().any(|link| link.contains(module)), "{module} is loaded at first");
        let place = format!("data-{module}-wasm");
        let parts = tags(&index, "script").into_iter().filter_map(|tag| attribute(tag, &place)).count();
        assert_eq!(parts, 1, "boot.js is not told where {module} is");
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
    let headers = fs::read_to_string(dist().join("_headers")).expect("the headers are text");
    assert_eq!(
        headers.matches(&format!("Content-Security-Policy: {policy}\n")).count(),
        2,
        "_headers has another policy"
    );
    let nginx = include_str!("../../assets/hosts/nginx.conf");
    assert!(nginx.contains(&format!("\"{policy}\"")), "assets/hosts/nginx.conf has another policy");
    assert!(policy.starts_with("default-src 'none';"), "the policy must start from nothing: {policy}");
    for word in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "//", "*", "blob:"] {
        assert!(!policy.contains(word), "the policy allows {word}: {policy}");
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn nothing_is_inline() {
    assert!(!tags(&index(), "script").is_empty(), "the page starts no script");
    for name in DOCUMENTS {
        let page = fs::read_to_string(dist().join(name)).expect("a document is text");
        assert!(tags(&page, "style").is_empty(), "{name} has an inline style sheet");
        for script in tags(&page, "script") {
            assert!(attribute(script, "src").is_some(), "{name} has an inline script: <{script}>");
        }
        for tag in page.split('<').skip(1).filter_map(|piece| piece.split('>').next()) {
            assert!(!tag.contains(" style="), "an inline style in {name}: <{tag}>");
            assert!(
                !tag.split_whitespace().skip(1).any(|word| word.starts_with("on") && word.contains('=')),
                "an inline event handler in {name}: <{tag}>"
            );
            assert!(!tag.contains("javascript:"), "an inline script address in {name}: <{tag}>");
        }
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn everything_is_loaded_by_a_relative_address_that_exists() {
    let index = index();
    let mut loaded = Vec::new();
    for (tag, name) in [
        ("script", "src"),
        ("script", "data-frame"),
        ("script", "data-frame-style"),
        ("script", "data-page"),
        ("script", "data-page-wasm"),
        ("script", "data-engine"),
        ("script", "data-engine-wasm"),
        ("script", "data-papers"),
        ("script", "data-papers-wasm"),
        ("script", "data-papers-worker"),
        ("link", "href"),
        ("img", "src"),
        ("iframe", "src"),
        ("base", "href"),
    ] {
        loaded.extend(tags(&index, tag).into_iter().filter_map(|found| attribute(found, name)));
    }
    assert!(loaded.len() >= 18, "too few files found in the page: {loaded:?}");
    for document in &DOCUMENTS[1..] {
        let page = fs::read_to_string(dist().join(document)).expect("a document is text");
        for (tag, name) in [("script", "src"), ("link", "href"), ("img", "src")] {
            for address in tags(&page, tag).into_iter().filter_map(|found| attribute(found, name)) {
                assert!(!is_absolute(address), "{document} loads from an absolute address: {address}");
                assert!(dist().join(address).is_file(), "{document} loads {address}, which dist/ does not hold");
            }
        }
    }
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

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_worker_lists_what_is_there_and_nothing_else() {
    let worker = fs::read_to_string(dist().join("sw.js")).expect("the worker is text");
    let (_, list) = worker.split_once("const FILES = new Map(").expect("the worker has a list");
    let (list, _) = list.split_once(");\n").expect("the list ends");
    let listed: Vec<(String, String)> = serde_json::from_str(list).expect("the list is JSON");
    let there: Vec<(String, String)> = release()
        .into_iter()
        .filter(|name| !FOR_HOSTS.contains(&name.as_str()))
        .map(|name| {
            let bytes = fs::read(dist().join(&name)).expect("a file can be read");
            let address = if name == "index.html" { "./".to_owned() } else { name };
            (address, format!("sha256-{}", sha256(&bytes, "base64")))
        })
        .collect();
    assert_eq!(listed, there);
    assert!(!worker.contains("const RELEASE = null"), "the worker keeps nothing");
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn what_may_be_cached_for_ever_is_named_by_its_content() {
    let headers = fs::read_to_string(dist().join("_headers")).expect("the headers are text");
    for name in release() {
        let rule = headers.split("\n\n").find(|rule| rule.starts_with(&format!("/{name}\n")));
        let rule = rule.unwrap_or_else(|| panic!("_headers has no rule for {name}"));
        let may_be = ["css", "js", "wasm"].iter().any(|ending| name.ends_with(&format!(".{ending}")));
        let hashed = may_be && name != LASTING;
        assert_eq!(rule.contains("immutable"), hashed, "{rule}");
        if hashed {
            let digest = sha256(&fs::read(dist().join(&name)).expect("a file can be read"), "hex");
            assert!(name.contains(&format!("-{}.", &digest[..16])), "{name} has another hash: {digest}");
        } else {
            assert!(rule.contains("no-cache"), "{rule}");
        }
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn sealing_again_gives_the_same_bytes_and_what_is_odd_is_refused() {
    let (again, sealed) = seal("again", |_| ());
    assert!(sealed, "a sealed site cannot be sealed again");
    for name in release().iter().map(String::as_str).chain(WRITTEN) {
        let (before, after) = (fs::read(dist().join(name)), fs::read(again.join(name)));
        assert!(before.expect("it is there") == after.expect("it is there"), "{name} differs");
    }

    let engine = release().into_iter().find(|name| name.starts_with("engine-")).expect("there is an engine");
    let refused = |what: &str, change: &dyn Fn(&Path)| assert!(!seal("odd", change).1, "{what} is not refused");
    refused("a file that nothing names", &|folder| fs::write(folder.join("stray.txt"), "").expect("it can be written"));
    refused("a script that nothing names", &|folder| {
        fs::write(folder.join("stray.js"), "").expect("it can be written")
    });
    refused("a missing engine", &|folder| fs::remove_file(folder.join(&engine)).expect("it is there"));
    refused("a folder", &|folder| fs::create_dir(folder.join("odd")).expect("it can be made"));
    refused("an engine that imports", &|folder| {
        fs::write(folder.join(&engine), "import './other.js';\n").expect("it can be written");
    });
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_manifest_has_what_an_installation_needs() {
    let manifest = fs::read_to_string(dist().join("manifest.webmanifest")).expect("the manifest is text");
    let manifest: Value = serde_json::from_str(&manifest).expect("the manifest is JSON");
    for (key, value) in [("start_url", "./"), ("scope", "./"), ("display", "standalone")] {
        assert_eq!(manifest[key], value);
    }
    let style = include_str!("../../style/tokens.css");
    for (key, token) in [("background_color", "--paper"), ("theme_color", "--accent")] {
        let color = manifest[key].as_str().expect("a color");
        // The first of that name is the one for light surroundings.
        let (_, rest) = style.split_once(&format!("{token}: ")).expect("the token is there");
        assert_eq!(rest.split(';').next(), Some(color), "{key} is not {token}");
    }

    let mut drawn = Vec::new();
    for icon in manifest["icons"].as_array().expect("a list of icons") {
        let (src, sizes) = (icon["src"].as_str().expect("an address"), icon["sizes"].as_str().expect("sizes"));
        let bytes = fs::read(dist().join(src)).unwrap_or_else(|_| panic!("there is no {src}"));
        if sizes != "any" {
            assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n", "{src} is no PNG");
            let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
            assert_eq!(sizes, format!("{}x{}", side(16), side(20)), "{src} has another size");
        }
        drawn.push((sizes, icon["purpose"].as_str().unwrap_or("any")));
    }
    for needed in [("any", "any"), ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")] {
        assert!(drawn.contains(&needed), "no icon for {needed:?}");
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_one_file_allows_just_what_is_in_it() {
    let one = fs::read_to_string(dist().join("planner.html")).expect("the one file is text");
    let within = |open: &str, close: &str| {
        let (_, rest) = one.split_once(open).unwrap_or_else(|| panic!("there is no {open}"));
        rest.split(close).next().expect("a text before the end").to_owned()
    };
    let hash = |text: String| format!("'sha256-{}'", sha256(text.as_bytes(), "base64"));
    let (first, script) =
        (hash(within("<script>", "</script>")), hash(within("<script type=\"module\">", "</script>")));
    let style = hash(within("<style>", "</style>"));
    let policy = within("\"Content-Security-Policy\" content=\"", "\"");
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src {first} {script} 'wasm-unsafe-eval'; style-src {style}; img-src data:; \
             base-uri 'none'; form-action 'none'"
        )
    );

    // Outside of the script and the style sheet, what could load something:
    let markup = one.replace(&within("<script type=\"module\">", "</script>"), "");
    let markup = markup.replace(&within("<style>", "</style>"), "");
    for tag in markup.split('<').skip(1).filter_map(|piece| piece.split('>').next()) {
        for name in ["src", "href", "data-page", "data-engine", "data-papers", "data-papers-worker", "action"] {
            let address = attribute(tag, name).unwrap_or("data:");
            let within = address.starts_with('#') || address.starts_with("data:");
            assert!(within, "the one file loads {address}");
        }
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn no_folder_of_the_machine_is_in_it() {
    let home = std::env::var("HOME").expect("there is a home");
    for path in files("wasm").into_iter().chain(files("js")) {
        let bytes = fs::read(&path).expect("a file can be read");
        for folder in [env!("CARGO_MANIFEST_DIR"), &format!("{home}/"), "/registry/src/"] {
            let found = bytes.windows(folder.len()).any(|window| window == folder.as_bytes());
            assert!(!found, "{} names {folder}: build it with scripts/build", path.display());
        }
    }
}
