//! The examples of `cases/*.json` about conversions, to the cent.
//!
//! An example's `conversions` puts it through the conversions worksheet, as `runs` puts
//! it through the room worksheet: a record, a day, and the figures expected. A text that
//! starts with `/` points to a figure of the example; any other is dollars.

use crate::support::cases;
use crate::support::worksheets;
use planner::money::Money;
use planner::worksheets::conversions::{Code, Conversions, LedgerLineKind};

/// What the engine gives under a name: `2.basis` is the basis of the second conversion.
fn given(result: &Conversions, name: &str) -> Money {
    if let Some((place, name)) = name.split_once('.') {
        let place = place.parse::<usize>().expect("a place") - 1;
        let made = &result.conversions[place];
        let line =
            result.ledger.iter().filter(|line| line.kind == LedgerLineKind::Conversion).nth(place).expect("its line");
        return match name {
            "converted" => made.amount,
            "basis" => made.basis.value,
            "taxable" => made.taxable.value,
            "basis_left" => line.basis,
            "value_left" => line.value,
            _ => panic!("the cases expect {name:?} of a conversion, which this test does not know"),
        };
    }
    match name {
        "converted" => result.converted,
        "basis" => result.basis,
        "taxable" => result.taxable,
        "waiting" => result.waiting.value,
        // Only a payment to the person has tax withheld, and then a finding says how much.
        "withheld" => {
            assert!(!result.findings.iter().any(|found| found.code() == Code::Withheld));
            Money::ZERO
        }
        _ => panic!("the cases expect {name:?}, which this test does not know"),
    }
}

#[test]
fn every_example_of_conversions_comes_out_to_the_cent() {
    let runs = cases::runs("conversions");
    assert_eq!(runs.len(), 11, "every run is here");
    for run in runs {
        let id = &run.example.id;
        let result = worksheets::conversions(&run.record, run.record.years[0].year, run.today)
            .unwrap_or_else(|error| panic!("{id}: {error}"));
        for (name, text) in &run.expect {
            assert_eq!(given(&result, name), run.example.money(text), "{id}: {name}, expected from {text}");
        }
        for (name, text) in &run.never {
            assert_ne!(given(&result, name), run.example.money(text), "{id}: {name} must never be {text}");
        }
    }
}
