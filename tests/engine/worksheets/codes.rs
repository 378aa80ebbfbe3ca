//! The table of finding codes, `src/worksheets/findings.md`, is printed from the code.

use std::collections::BTreeSet;
use std::fmt::Write;

use planner::worksheets::Worksheet;
use planner::worksheets::tax_forms::DifferenceCode;

const TABLE: &str = include_str!("../../../src/worksheets/findings.md");

const HEAD: &str = "# What the worksheets find

Every finding has a code that is kept over versions, so that scripts can go by it. The
worksheet `forms` compares each Form 1099-R with what it should say as well; its
differences have codes of their own.
";

fn printed() -> String {
    let mut table = HEAD.to_owned();
    let mut section = |title: &str, codes: Vec<(&str, &str)>| {
        write!(table, "\n## {title}\n\n| code | finding |\n|---|---|\n").expect("a text grows");
        for (code, about) in codes {
            writeln!(table, "| {code} | {} |", about.trim_end_matches('.')).expect("a text grows");
        }
    };
    for worksheet in Worksheet::ALL {
        section(&format!("`{}`", worksheet.slug()), worksheet.codes());
    }
    let differences = DifferenceCode::ALL.iter().map(|code| (code.id(), code.about())).collect();
    section("Differences of a form, in `forms`", differences);
    table
}

#[test]
fn the_table_of_codes_is_that_of_the_code() {
    let printed = printed();
    assert!(TABLE == printed, "src/worksheets/findings.md should read:\n\n{printed}");
}

#[test]
fn no_code_stands_for_two_findings() {
    let mut seen = BTreeSet::new();
    let differences = DifferenceCode::ALL.iter().map(|code| code.id());
    for code in Worksheet::ALL.iter().flat_map(|worksheet| worksheet.codes()).map(|(code, _)| code).chain(differences) {
        assert!(seen.insert(code), "{code} stands for two findings");
    }
    assert!(seen.len() >= 161, "codes are missing: there are {}", seen.len());
}
