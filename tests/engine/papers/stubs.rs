//! Pay stubs of several layouts: what is certain is read to the cent, what is not gives nothing.

use planner::papers::{Reading, read};
use planner::questions::Field;
use proptest::prelude::*;

use super::today;

/// A stub, and what each field must give; none where it is only shown.
struct Case {
    name: &'static str,
    text: String,
    figures: Vec<(&'static str, Option<&'static str>)>,
}

fn cases() -> Vec<Case> {
    let all = include_str!("../../papers/stubs.txt");
    let cases = all.split("\n=== ").skip(1).map(|case| {
        let (name, lines) = case.split_once('\n').expect("a name, then the stub");
        let is_figure = |line: &&str| line.starts_with("> ");
        let text = lines.lines().filter(|line| !is_figure(line)).collect::<Vec<_>>().join("\n");
        let figure = |line: &'static str| {
            let (field, value) = line[2..].split_once(' ').expect("a field and its figure");
            (field, (value != "?").then_some(value))
        };
        Case { name, text, figures: lines.lines().filter(is_figure).map(figure).collect() }
    });
    cases.collect()
}

fn figures(reading: &Reading) -> Vec<(&str, Option<&str>)> {
    reading
        .stub
        .iter()
        .map(|of| (of.field.as_ref(), Some(of.value.as_str()).filter(|value| !value.is_empty())))
        .collect()
}

#[test]
fn each_layout_gives_just_what_is_certain() {
    let cases = cases();
    assert!(cases.len() > 20, "the file of stubs is read: {}", cases.len());
    for case in &cases {
        let reading = read(&case.text, today());
        assert_eq!(figures(&reading), case.figures, "{}", case.name);
        for of in &reading.stub {
            assert!(Field::from_id(&of.field).is_some(), "no field is called {}", of.field);
            assert_eq!(of.value.is_empty(), of.doubt.is_some(), "{}: {}", case.name, of.field);
            assert!(!of.lines.is_empty(), "{}: {} shows no line", case.name, of.field);
        }
        assert!(reading.stub.is_empty() || reading.proposals.is_empty(), "{}: a stub answers nothing", case.name);
    }
}

#[test]
fn a_stub_in_one_line_apart_from_blanks_reads_the_same() {
    // As a copy out of a PDF has it: single blanks, or tabs.
    for case in cases() {
        for blank in [" ", "\t", "    "] {
            let text: Vec<String> =
                case.text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(blank)).collect();
            assert_eq!(figures(&read(&text.join("\n"), today())), case.figures, "{} with {blank:?}", case.name);
        }
    }
}

#[test]
fn whatever_line_is_missing_only_what_stands_there_is_shown() {
    for case in cases() {
        let lines: Vec<&str> = case.text.lines().collect();
        for gone in 0..lines.len() {
            let text: Vec<&str> =
                lines.iter().enumerate().filter(|(place, _)| *place != gone).map(|(_, line)| *line).collect();
            for of in read(&text.join("\n"), today()).stub {
                let whole = case.text.split_whitespace().collect::<Vec<_>>().join(" ").replace("401 (k)", "401(k)");
                let stands = of.lines.iter().all(|line| whole.contains(line.as_str()));
                assert!(stands, "{} without line {gone}: {:?} stands nowhere", case.name, of.lines);
            }
        }
    }
}

#[test]
fn numbers_of_persons_are_masked() {
    let text = "Pay statement  Pay Date: 11/20/2026  SSN: 123-45-6789\nDeductions Current YTD\n401K Pretax 123456789 500.00 11,500.00\n";
    let shown = format!("{:?}", read(text, today()).stub);
    assert!(!shown.contains("6789"), "{shown}");
}

proptest! {
    /// The year's amount is the one under its heading, whatever the amounts are.
    #[test]
    fn no_amount_of_this_period_is_the_year_s(current in 1_i64..1_000_000, more in 1_i64..20_000_000, first in any::<bool>()) {
        let money = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
        let year = current + more;
        let (heading, row) = if first {
            ("Deductions YTD Current", format!("401K Pretax {} {}", money(year), money(current)))
        } else {
            ("Deductions Current YTD", format!("401K Pretax {} {}", money(current), money(year)))
        };
        let reading = read(&format!("Pay stub\n{heading}\n{row}\n"), today());
        prop_assert_eq!(reading.stub.len(), 1);
        prop_assert_eq!(reading.stub[0].value.replace(',', ""), money(year));
    }

    /// No text takes the reader down.
    #[test]
    fn any_text_is_read(text in "(Pay stub|YTD|Current|401k|Roth|[0-9., $()-]{1,12}|\n|\u{c}| |[a-z]{1,5}|Pay Date: ){0,60}") {
        let _ = read(&text, today());
    }
}

#[test]
fn two_tables_side_by_side_in_a_pdf_are_read_row_by_row() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/pdf/stub.pdf");
    let reading = planner::papers::reading(&std::fs::read(path).expect("it is there"), "", today());
    let expected = [
        ("last-stub", Some("11/20/2026")),
        ("pay-so-far", Some("120,000.00")),
        ("pre-tax-so-far", Some("11,040.00")),
        ("roth-so-far", Some("5,520.00")),
        ("after-tax", Some("2,760.00")),
        ("match-so-far", Some("4,416.00")),
    ];
    assert_eq!(figures(&reading), expected);
}
