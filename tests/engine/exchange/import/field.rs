//! Exports of plan sites as people have them, retold and changed: the texts are in
//! `tests/field/csv`, and each test has the id of its situation.

use std::fs;
use std::path::PathBuf;

use super::naming::{answered, ask, open_keys, taken};
use crate::support::values::today;
use planner::draft::Draft;
use planner::exchange::Imported;

fn text(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/field/csv").join(name);
    fs::read_to_string(path).expect("a text")
}

fn import(name: &str) -> Imported {
    Draft::new(today()).import(today(), &text(name))
}

/// Whether a sentence about what is left out has all of these words.
#[track_caller]
fn left_out(imported: &Imported, words: &[&str]) {
    let said = imported.left_out.iter().any(|says| words.iter().all(|word| says.contains(word)));
    assert!(said, "{words:?}: {:?}", imported.left_out);
}

#[test]
fn field_csv01_a_history_without_sources_is_asked_about() {
    let name = "01_fidelity_401k_history.csv";
    let imported = import(name);
    assert_eq!((taken(&imported), imported.draft.clone()), (vec![], None), "nothing without a question");
    assert_eq!(open_keys(&imported), ["source", "activity Withdrawals"]);
    assert_eq!(imported.says, "3 rows wait for your answers.");
    let source = ask(&imported, "source");
    assert_eq!(source.label, "Which of this money is after-tax (not pre-tax, Roth or match)?");
    assert_eq!(
        source.about,
        "2 rows, the first in line 8: 10/30/2026 · TARGET 2050 · Contributions · 1,250.00 · 50.000"
    );
    left_out(
        &imported,
        &["no contribution", "“Transfer”", "“REVENUE CREDIT”", "“RECORDKEEPING FEE”", "“Loan Repayments”"],
    );
    left_out(&imported, &["8 rows, the first in line 7"]);
    left_out(&imported, &["Line 18", "balance of the whole account"]);

    // Once it is said, it counts; and what is said of one row counts for that row.
    let all = answered(&text(name), &[("source", "all"), ("activity Withdrawals", "other")]);
    assert_eq!(taken(&all), ["2026-10-30 Contribution $1,250.00", "2026-10-30 Contribution $416.67"]);
    assert_eq!(open_keys(&all), [""; 0]);
    left_out(&all, &["Line 17 is left out, as you chose."]);
    let rows = answered(&text(name), &[("source", "rows")]);
    let [first, second, _] = open_keys(&rows).try_into().expect("two rows and the withdrawal");
    let rows = answered(&text(name), &[("source", "rows"), (&first, "yes"), (&second, "no")]);
    assert_eq!(taken(&rows), ["2026-10-30 Contribution $1,250.00"]);
    // A withdrawal is one to a Roth IRA only if the person says so.
    let gone = answered(&text(name), &[("source", "no"), ("activity Withdrawals", "roth_ira")]);
    assert_eq!(taken(&gone), ["2026-05-29 Rollover to a Roth IRA $3,012.44"]);
}

#[test]
fn field_csv02_only_rows_of_the_plan_s_account_count() {
    let name = "02_fidelity_activity_orders.csv";
    let imported = import(name);
    assert_eq!(taken(&imported), [""; 0]);
    assert_eq!(open_keys(&imported), ["source"]);
    assert!(ask(&imported, "source").about.starts_with("1 row, line 4: 10/30/2026 · NORTHWIND 401K"));
    left_out(&imported, &["2 rows, the first in line 6, are of another account", "ROTH IRA", "INDIVIDUAL"]);
    assert_eq!(ask(&imported, "account").chosen, "of NORTHWIND 401K 12345");
    let all = answered(&text(name), &[("source", "all")]);
    assert_eq!(taken(&all), ["2026-10-30 Contribution $1,250.00"]);
}

#[test]
fn field_csv03_the_second_table_of_a_file_is_read() {
    let imported = import("03_vanguard_ofxdownload_plan.csv");
    let right = ["2026-04-30 Contribution $1,000.00", "2026-05-04 Conversion within the plan $1,002.00"];
    assert_eq!((taken(&imported), open_keys(&imported)), (right.map(str::to_owned).to_vec(), vec![]));
    left_out(&imported, &["Line 2", "“Dividend”"]);
    left_out(&imported, &["Line 7 is of other money", "“Employee Pre-tax”"]);
    left_out(&imported, &["Line 9 is the Roth side of a conversion"]);
}

#[test]
fn field_csv04_a_column_of_activities_says_what_a_row_is() {
    let imported = import("04_vanguard_plan_only.csv");
    let right = ["2026-04-30 Contribution $1,000.00", "2026-05-04 Conversion within the plan $1,002.00"];
    assert_eq!((taken(&imported), open_keys(&imported)), (right.map(str::to_owned).to_vec(), vec![]));
    left_out(&imported, &["Line 5 is the Roth side of a conversion"]);
    // What is no contribution by its activity is not taken for one, whatever its source.
    let other = text("04_vanguard_plan_only.csv").replace("Plan Contribution", "Fund to Fund Out");
    let imported = Draft::new(today()).import(today(), &other);
    assert_eq!(taken(&imported), ["2026-05-04 Conversion within the plan $1,002.00"]);
    assert_eq!(open_keys(&imported), ["activity Fund to Fund Out"]);
}

#[test]
fn field_csv05_a_pasted_table_with_a_source() {
    let imported = import("05_voya_paste.tsv");
    let right = [
        "2026-10-21 Contribution $500.00",
        "2026-10-21 Contribution $100.00",
        "2026-11-02 Conversion within the plan $509.27",
    ];
    assert_eq!((taken(&imported), open_keys(&imported)), (right.map(str::to_owned).to_vec(), vec![]));
    left_out(&imported, &["2 rows", "other money (“ROTH”, “Safe Harbor Match”)"]);
    left_out(&imported, &["3 rows", "“Fund Transfer In”", "“Fund Transfer Out”", "“Fee”"]);
}

#[test]
fn field_csv06_money_from_the_plan_s_other_investments_is_asked_about() {
    let name = "06_schwab_history.csv";
    let imported = import(name);
    assert_eq!(taken(&imported), ["2026-10-30 Contribution $1,250.00"]);
    assert_eq!(open_keys(&imported), ["activity Funds Received"]);
    assert_eq!(ask(&imported, "activity Funds Received").label, "What is “Funds Received”?");
    left_out(&imported, &["Line 7 is a total"]);
    left_out(&imported, &["“Buy”, “Cash Dividend”"]);
    let other = answered(&text(name), &[("activity Funds Received", "other")]);
    assert_eq!(taken(&other), ["2026-10-30 Contribution $1,250.00"]);
    let contribution = answered(&text(name), &[("activity Funds Received", "contribution")]);
    assert_eq!(contribution.rows.len(), 2, "the person’s word counts");
}

#[test]
fn field_csv07_of_a_column_for_each_source_the_after_tax_one_counts() {
    let imported = import("07_by_source_columns.csv");
    assert_eq!(taken(&imported), ["2026-01-16 Contribution $355.77", "2026-01-30 Contribution $355.77"]);
    assert_eq!((open_keys(&imported), imported.left_out), (vec![], vec![]));
}

#[test]
fn field_csv08_sources_in_many_words() {
    let name = "08_source_words.csv";
    let imported = import(name);
    let right = [
        "2026-01-16 Contribution $355.77",
        "2026-01-16 Contribution $100.00",
        "2026-01-16 Contribution $50.00",
        "2026-01-20 Conversion within the plan $355.90",
        "2026-01-20 Conversion within the plan $100.10",
    ];
    assert_eq!(taken(&imported), right);
    left_out(&imported, &["Line 11", "“Contribution Reversal”", "Correct that one by hand."]);
    // What plans call after-tax money in words of their own is asked, and so is the Roth side.
    let contested = ["source 05 - AT SUPPLEMENTAL", "source After-Tax Roth", "source AFTER-TAX ROTH CONVERSION"];
    assert_eq!(open_keys(&imported), contested);
    left_out(&imported, &["3 rows, the first in line 5, may be of other money", "wait for your answers"]);
    assert!(imported.says.contains(" 3 more rows wait for your answers."), "{}", imported.says);
    let more = answered(&text(name), &[(contested[0], "after_tax"), (contested[1], "other"), (contested[2], "other")]);
    assert_eq!((more.rows.len(), open_keys(&more)), (6, vec![]));
    assert!(taken(&more).contains(&"2026-01-16 Contribution $25.00".to_owned()));
}

#[test]
fn field_csv10_no_column_of_pre_tax_money_counts() {
    let imported = import("10_by_source_no_total.csv");
    assert_eq!(taken(&imported), ["2026-01-16 Contribution $355.77"]);
    assert_eq!((open_keys(&imported), imported.left_out), (vec![], vec![]));
}

#[test]
fn field_csv11_a_day_as_of_another_is_asked_at_a_turn_of_the_year() {
    let name = "11_schwab_as_of.csv";
    let imported = import(name);
    assert_eq!(
        (taken(&imported), open_keys(&imported)),
        (vec!["2026-10-30 Contribution $1,250.00".to_owned()], vec![])
    );
    let turn = text(name).replace("10/30/2026 as of 10/29/2026", "01/02/2026 as of 12/31/2025");
    let imported = Draft::new(today()).import(today(), &turn);
    assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec!["as of".to_owned()]));
    for (word, day) in [("posted", "2026-01-02"), ("effective", "2025-12-31")] {
        assert_eq!(taken(&answered(&turn, &[("as of", word)])), [format!("{day} Contribution $1,250.00")]);
    }
}

/// Every row is added or left out, and of those left out there is a sentence.
#[test]
fn every_row_of_them_is_accounted_for() {
    for entry in fs::read_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/field/csv")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a text");
        let imported = Draft::new(today()).import(today(), &text);
        assert_eq!(imported.rows.len() + imported.rows_left_out, imported.read, "{}", path.display());
        assert!(
            imported.read > 0 && (imported.rows_left_out == 0) == imported.left_out.is_empty(),
            "{}",
            path.display()
        );
    }
}
