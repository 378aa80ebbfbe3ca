//! What scripts/release puts together, out of the site in dist/.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use crate::{dist, sha256};

const ADDRESS: &str = "https://planner.example/tools/roth/";

fn run(from: &Path, into: &Path, address: Option<&str>) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(root.join("scripts/release"));
    command.arg("--from").arg(from).arg("--into").arg(into);
    if let Some(address) = address {
        command.args(["--address", address]);
    }
    command.stdin(Stdio::null()).output().expect("scripts/release runs")
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("published").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// The built site as it is published, without an address and with one. Each is made once:
/// most of its time goes into compressing.
static PUBLISHED: [LazyLock<PathBuf>; 2] =
    [LazyLock::new(|| publish("without-address", None)), LazyLock::new(|| publish("with-address", Some(ADDRESS)))];

fn publish(name: &str, address: Option<&str>) -> PathBuf {
    let into = folder(name);
    let output = run(&dist(), &into, address);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    into
}

/// What is published of a planner whose address is known.
pub fn published() -> &'static Path {
    &PUBLISHED[1]
}

/// Every file below a folder, as a path from it.
fn below(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        let name = PathBuf::from(path.file_name().expect("a name"));
        if path.is_dir() {
            found.extend(below(&path).into_iter().map(|inner| name.join(inner)));
        } else {
            found.insert(name);
        }
    }
    found
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn a_release_is_whole_and_the_same_each_time() {
    let (one, two) = (published(), publish("again", Some(ADDRESS)));
    let files = below(one);
    assert_eq!(files, below(&two));
    for name in &files {
        let [one, two] = [one, two.as_path()].map(|folder| fs::read(folder.join(name)).expect("it is there"));
        assert!(one == two, "{} differs", name.display());
    }
    for name in [
        "site/index.html",
        "site/index.html.gz",
        "site/index.html.br",
        "site/sw.js",
        "site/guide.html",
        "site/embed.html",
        "site/embed.js",
        "site/404.html",
        "site/sitemap.xml",
        "site/robots.txt",
        "site/social.png",
        "mega-backdoor-roth-planner.html",
        "hosts/Caddyfile",
        "hosts/nginx.conf",
        "hosts/nginx.server.conf",
        "hosts/Containerfile",
        "hosts/github-pages.yml",
        "hosts/_headers",
        "sbom.cdx.json",
        "SHA256SUMS",
    ] {
        assert!(files.contains(Path::new(name)), "there is no {name}");
    }
    // A second run clears away the first; what it has not left itself it leaves alone.
    fs::write(two.join("site/stale.txt"), "").expect("a file can be written");
    assert!(run(&dist(), &two, Some(ADDRESS)).status.success());
    assert!(!two.join("site/stale.txt").exists());
    let other = folder("other");
    fs::create_dir_all(&other).expect("a folder can be made");
    fs::write(other.join("diary.txt"), "").expect("a file can be written");
    assert!(!run(&dist(), &other, None).status.success(), "it takes a folder that is somebody's");
    assert!(other.join("diary.txt").exists());
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn checksums_are_those_of_the_files() {
    let published = published();
    let mut listed = BTreeSet::new();
    for line in text(published, "SHA256SUMS").lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        assert_eq!(sha256(&fs::read(published.join(name)).expect("it is there"), "hex"), sum, "{name}");
        listed.insert(PathBuf::from(name));
    }
    listed.insert(PathBuf::from("SHA256SUMS"));
    assert_eq!(listed, below(published));
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_address_stands_where_others_read_it_and_nowhere_else() {
    let site = published().join("site");
    let index = text(&site, "index.html");
    for part in [
        format!("<link rel=\"canonical\" href=\"{ADDRESS}\">"),
        format!("<meta property=\"og:url\" content=\"{ADDRESS}\">"),
        format!("<meta property=\"og:image\" content=\"{ADDRESS}social.png\">"),
    ] {
        assert!(index.contains(&part), "there is no {part}");
    }
    assert_eq!(index.matches(ADDRESS).count(), 3);
    let guide = text(&site, "guide.html");
    for part in [
        format!("<link rel=\"canonical\" href=\"{ADDRESS}guide.html\">"),
        format!("<meta property=\"og:url\" content=\"{ADDRESS}guide.html\">"),
        format!("<meta property=\"og:image\" content=\"{ADDRESS}social.png\">"),
    ] {
        assert!(guide.contains(&part), "the guide has no {part}");
    }
    assert_eq!(guide.matches(ADDRESS).count(), 3);
    // The 404 page is shown at any depth.
    let missing = text(&site, "404.html");
    for start in ["href=\"main", "href=\"./", "href=\"icon"] {
        assert!(!missing.contains(start), "the 404 page has {start}");
    }
    assert!(missing.contains(&format!("href=\"{ADDRESS}\"")));
    for page in ["", "guide.html", "embed.html"] {
        assert!(text(&site, "sitemap.xml").contains(&format!("<loc>{ADDRESS}{page}</loc>")), "{page}");
    }
    assert!(text(&site, "robots.txt").contains(&format!("Sitemap: {ADDRESS}sitemap.xml")));
    // It is sealed again: the worker knows the page as it is now.
    let sum = sha256(index.as_bytes(), "base64");
    assert!(text(&site, "sw.js").contains(&format!("sha256-{sum}")), "the worker lists another page");

    let site = PUBLISHED[0].join("site");
    assert!(!site.join("sitemap.xml").exists(), "a sitemap needs addresses");
    assert_eq!(text(&site, "index.html"), text(&dist(), "index.html"));
    for odd in
        ["planner.example", "http://planner.example/", "https://planner.example/tools", "https://planner.example/?a/"]
    {
        assert!(!run(&dist(), &folder("odd-address"), Some(odd)).status.success(), "{odd} is taken");
    }
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn structured_data_and_previews_are_whole() {
    let index = text(&dist(), "index.html");
    assert!(index.contains("itemscope itemtype=\"https://schema.org/WebApplication\""));
    for name in [
        "itemprop=\"name\"",
        "itemprop=\"applicationCategory\"",
        "og:title",
        "og:description",
        "twitter:card",
        "name=\"description\"",
    ] {
        assert_eq!(index.matches(name).count(), 1, "{name}");
    }
    let guide = text(&dist(), "guide.html");
    for name in [
        "itemscope itemtype=\"https://schema.org/Article\"",
        "itemprop=\"headline\"",
        "itemprop=\"articleBody\"",
        "schema.org/DefinedTermSet",
        "og:title",
        "og:description",
        "twitter:card",
        "name=\"description\"",
    ] {
        assert_eq!(guide.matches(name).count(), 1, "{name}");
    }
    let picture = fs::read(dist().join("social.png")).expect("there is a picture");
    assert_eq!(picture[..8], *b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (1200, 630), "social networks show it in this size");
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn the_bill_of_materials_names_every_package_in_the_page() {
    let bill = text(&PUBLISHED[0], "sbom.cdx.json");
    let bill: Value = serde_json::from_str(&bill).expect("it is JSON");
    assert_eq!((bill["bomFormat"].as_str(), bill["specVersion"].as_str()), (Some("CycloneDX"), Some("1.5")));
    let listed = include_str!("../supply_chain/packages.txt");
    let (_, section) = listed.split_once("compiled into the page and its engine\n").expect("a list");
    let expected: BTreeSet<&str> = section.lines().take_while(|line| !line.is_empty()).collect();
    let components = bill["components"].as_array().expect("a list");
    let mut found = BTreeSet::new();
    for component in components {
        let part = |name: &str| component[name].as_str().unwrap_or_else(|| panic!("no {name}: {component}")).to_owned();
        found.insert(format!("{} {}", part("name"), part("version")));
        assert!(part("purl").starts_with("pkg:cargo/"));
        assert_eq!(component["hashes"][0]["content"].as_str().map(str::len), Some(64), "{component}");
        assert!(component["licenses"][0]["expression"].is_string(), "{component}");
    }
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected);
    assert_eq!(bill["dependencies"][0]["dependsOn"].as_array().map(Vec::len), Some(expected.len()));
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn what_is_not_as_it_should_be_is_not_published() {
    let changed = |change: &dyn Fn(&Path)| {
        let from = folder("changed-site");
        fs::create_dir_all(&from).expect("a folder can be made");
        for entry in fs::read_dir(dist()).expect("dist/ can be listed") {
            let file = entry.expect("a file").path();
            if !file.is_file() {
                continue;
            }
            fs::copy(&file, from.join(file.file_name().expect("a name"))).expect("a file can be copied");
        }
        change(&from);
        run(&from, &folder("changed"), None).status.success()
    };
    let page = |from: &Path, name: &str, part: &str, by: &str| {
        let whole = text(from, name);
        assert!(whole.contains(part), "{name} has no {part}");
        fs::write(from.join(name), whole.replacen(part, by, 1)).expect("it can be written");
    };
    for (name, part, by) in [
        ("index.html", "<body>", "<body><script>alert(1)</script>"),
        ("guide.html", "href=\"./#plan\"", "href=\"./plan.html\""),
        ("embed.html", "<body class=\"embed-page\">", "<body onload=\"alert(1)\">"),
        ("404.html", "<body>", "<body style=\"color: red\">"),
        ("embed.html", "src=\"icon.svg\"", "src=\"https://intruder.example/icon.svg\""),
        ("404.html", "href=\"icon.svg\"", "href=\"no-such-icon.svg\""),
        ("index.html", "http-equiv=\"Content-Security-Policy\"", "name=\"nothing\""),
    ] {
        assert!(!changed(&|from| page(from, name, part, by)), "{by} in {name} is published");
    }
}
