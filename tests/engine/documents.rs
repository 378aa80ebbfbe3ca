//! The documents lead to files that exist. A reader who follows a link into nothing does not
//! come back, and files move.

use std::fs;
use std::path::{Path as FilePath, PathBuf};

use planner::record::{Choice, Path};
use planner::worksheets::conversions::COLUMNS;

use crate::support::sources;

/// What stands at the top. All other documents stand beside the code that they are about.
const AT_THE_TOP: [&str; 4] = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"];

/// The targets of the links of a document: `[text](target)`, images among them.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
}

/// The file that a link leads to; none where it leads out of the project or within its page.
fn file(document: &FilePath, target: &str) -> Option<PathBuf> {
    let path = target.split('#').next().unwrap_or_default();
    let leads_out = path.contains("://") || path.starts_with("mailto:");
    (!leads_out && !path.is_empty()).then(|| document.with_file_name(path))
}

#[test]
fn every_link_of_a_document_leads_to_a_file() {
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents: Vec<PathBuf> = AT_THE_TOP.iter().map(|name| root.join(name)).collect();
    documents.extend(sources::below(&root.join("src"), "md"));
    let mut followed = 0;
    for document in documents {
        let text = fs::read_to_string(&document).expect("a document is text");
        for target in links(&text) {
            let Some(file) = file(&document, target) else { continue };
            assert!(file.exists(), "{} links to {target}, which is not there", document.display());
            followed += 1;
        }
    }
    assert!(followed > 10, "only {followed} links found");
}

#[test]
fn links_are_told_from_addresses_and_places_within_a_page() {
    let text = "[a](b.md), ![c](d/e.png) and [f](https://g.example/h.md), [i](#j), [k](l.md#m)";
    let document = FilePath::new("x/README.md");
    let files: Vec<_> = links(text).filter_map(|target| file(document, target)).collect();
    assert_eq!(files, ["x/b.md", "x/d/e.png", "x/l.md"].map(PathBuf::from));
}

#[test]
fn the_format_of_the_ledger_names_every_column_and_every_way_of_a_conversion() {
    let text = include_str!("../../src/exchange/formats.md");
    let (_, table) = text.split_once("## The ledger as CSV").expect("the section");
    let row = |name: &str| {
        let found = table.lines().find(|line| line.starts_with('|') && line.contains(&format!("`{name}`")));
        found.unwrap_or_else(|| panic!("{name} is not in the table of columns"))
    };
    for column in COLUMNS {
        row(column);
    }
    let named: Vec<&str> = row("How").split('`').skip(3).step_by(2).collect();
    let ways: Vec<&str> = Path::WORDS.iter().map(|(_, word)| *word).collect();
    assert_eq!(named, ways);
}
