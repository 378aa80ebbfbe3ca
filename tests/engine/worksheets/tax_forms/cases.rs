//! The examples of `cases/*.json` about Form 1099-R and the return, to the cent.
//!
//! An example's `forms` puts it through the tax forms worksheet, as `runs` puts it
//! through the room worksheet: a record, a day, and the figures expected. A text that
//! starts with `/` points to what the example says; any other stands for itself.

use crate::support::cases::{self, Example};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::worksheets::tax_forms::{FormBox, TaxForms};

/// What an example says, in the engine's way of writing.
fn said(example: &Example, text: &str, name: &str) -> String {
    if is_money(name) { example.money(text).to_string() } else { example.said(text) }
}

fn is_money(name: &str) -> bool {
    let name = name.rsplit('.').next().unwrap_or(name);
    matches!(name, "box1" | "box2a" | "box4" | "box5" | "line5a" | "line5b" | "line24_later")
}

/// What the engine gives under a name: `2.box1` is box 1 of the second form.
fn given(result: &TaxForms, name: &str) -> String {
    let (place, name) = name.split_once('.').unwrap_or(("1", name));
    let boxed = |wanted: FormBox| {
        let sheet = &result.sheets[place.parse::<usize>().expect("a place") - 1];
        let found = sheet.boxes.iter().find(|line| line.form_box == wanted);
        found.expect("every box stands on a sheet").expected.clone()
    };
    match name {
        "box1" => boxed(FormBox::Gross),
        "box2a" => boxed(FormBox::Taxable),
        "box4" => boxed(FormBox::Withheld),
        "box5" => boxed(FormBox::Basis),
        "box7" => boxed(FormBox::Codes),
        "box10" => boxed(FormBox::Within5Years),
        "box11" => boxed(FormBox::FirstRothYear),
        "line5a" => result.amounts.gross.to_string(),
        "line5b" => result.amounts.taxable.to_string(),
        "line24_later" => result.roth_basis.last().expect("money in a Roth IRA").moved.to_string(),
        "form8606_needed" => result.form_8606_needed.to_string(),
        "sheets" => result.sheets.len().to_string(),
        "differences" => {
            let all = result.sheets.iter().flat_map(|sheet| &sheet.differences);
            all.filter(|difference| difference.words.severity != Severity::Note).count().to_string()
        }
        _ => panic!("the cases expect {name:?}, which this test does not know"),
    }
}

#[test]
fn every_example_of_the_forms_comes_out_to_the_cent() {
    let runs = cases::runs("forms");
    assert_eq!(runs.len(), 9, "every run is here");
    for run in runs {
        let id = &run.example.id;
        let result = worksheets::tax_forms(&run.record, run.record.years[0].year, run.today)
            .unwrap_or_else(|error| panic!("{id}: {error}"));
        for (name, text) in &run.expect {
            assert_eq!(given(&result, name), said(&run.example, text, name), "{id}: {name}, expected from {text}");
        }
        for (name, text) in &run.never {
            assert_ne!(given(&result, name), said(&run.example, text, name), "{id}: {name} repeats the mistake");
        }
    }
}
