//! The notices that the licences ask to go with copies: `assets/licences.txt`, which is part
//! of the release.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::licences::satisfied;
use crate::{DESCRIBED, IN_PAGE};

const RULE: &str = "--------------------------------------------------------------------------------";
/// Whose copy of the Apache License stands for all.
const APACHE_OF: &str = "serde";

fn described(package: &str) -> &'static Value {
    let is_it = |value: &&Value| {
        let text = |key: &str| value[key].as_str().unwrap_or_default();
        package.split_once(' ') == Some((text("name"), text("version")))
    };
    DESCRIBED.iter().find(is_it).unwrap_or_else(|| panic!("Cargo does not describe {package}"))
}

/// The files of a package whose names begin like one of these, in order.
fn files(package: &Value, starts: &[&str]) -> Vec<String> {
    let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
    let folder = manifest.parent().expect("a manifest is in a folder");
    let names = fs::read_dir(folder).expect("a package can be listed").map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    names.retain(|name| starts.iter().any(|start| name.to_uppercase().starts_with(start)));
    names.sort();
    let text = |name: &String| fs::read_to_string(folder.join(name)).expect("a licence is text").replace("\r\n", "\n");
    names.iter().map(text).map(|text| text.trim_end().to_owned()).collect()
}

/// What stands for the notice of a package that carries none.
fn without_notice(package: &Value, licence: &str) -> String {
    let authors: Vec<&str> = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let by = if authors.is_empty() { String::new() } else { format!("by {}, ", authors.join(", ")) };
    format!("(The package carries no notice. It is {by}under the licence {licence}, whose terms stand below.)")
}

/// What `assets/licences.txt` is to hold.
fn notices() -> String {
    let mut apache = Vec::new();
    let mut others: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for package in IN_PAGE.iter() {
        let value = described(package);
        let licence = value["license"].as_str().expect("a package names its licence");
        let notices = if satisfied(licence, &|licence| licence == "Apache-2.0").expect("it is an expression") {
            apache.push(format!("{package}\n"));
            files(value, &["NOTICE"])
        } else {
            let found = files(value, &["LICENSE", "LICENCE", "COPYING", "NOTICE"]);
            if found.is_empty() { vec![without_notice(value, licence)] } else { found }
        };
        for notice in notices {
            others.entry(notice).or_default().push(package);
        }
    }
    let serde = IN_PAGE.iter().find(|package| package.starts_with(&format!("{APACHE_OF} "))).expect("the page has it");
    let terms = files(described(serde), &["LICENSE-APACHE"]).concat();
    let mut text = format!(
        "What the planner is made of besides its own code, and the notices that these licences ask to go\n\
         with copies. It is compiled by Rust, whose standard library is in it under the same two licences\n\
         as most of the packages.\n\n{RULE}\nUnder the Apache License, Version 2.0, which stands below:\n\n\
         the standard library of Rust\n{}\n{RULE}\n{terms}\n",
        apache.concat()
    );
    for (notice, packages) in others {
        text += &format!("\n{RULE}\nOf {}:\n\n{notice}\n", packages.join(", "));
    }
    text
}

#[test]
fn the_notices_of_what_is_in_the_page_go_with_it() {
    let (kept, made) = (include_str!("../../assets/licences.txt"), notices());
    if kept != made {
        let corrected = Path::new(env!("CARGO_TARGET_TMPDIR")).join("licences.txt");
        fs::write(&corrected, &made).expect("the corrected notices can be written");
        panic!(
            "the notices are of other packages.\nTo take over what was found: cp {} assets/licences.txt",
            corrected.display()
        );
    }
    assert!(!made.contains("</"), "a notice is odd");
}
