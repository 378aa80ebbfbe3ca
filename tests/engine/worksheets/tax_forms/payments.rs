//! Payments and their forms as people meet them: whole dollars, codes of an exception, refunds
//! larger than any one rollover, and conversions before their contributions. All figures are
//! worked out by hand.

use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::Record;
use planner::worksheets::tax_forms::{Code, DifferenceCode, TaxForms};
use serde_json::{Value, json};

/// The tax forms of 2025, seen on April 1, 2026, of who was born in 1985.
#[track_caller]
fn of(ledger: Value, forms: Value, returned: Value) -> TaxForms {
    let plan = json!({"after_tax": "yes", "in_plan_rollover": "yes", "separate_accounting": "yes"});
    let year = json!({"year": 2025, "plan": plan, "ledger": ledger, "forms": forms, "returned": returned});
    let record = json!({"format": 3, "birth_date": "1985-05-15", "years": [year]});
    let record = Record::from_json(&record.to_string()).unwrap_or_else(|error| panic!("{error}"));
    worksheets::tax_forms(&record, 2025, day("2026-04-01")).unwrap_or_else(|error| panic!("{error}"))
}

fn codes(result: &TaxForms) -> Vec<Code> {
    result.findings.iter().map(|found| found.code()).collect()
}

/// 20,000 contributed, worth 20,600.40, all of it converted.
fn whole() -> Value {
    json!({
        "contributions": [{"date": "2025-01-15", "amount": "20000"}],
        "balances": [{"date": "2025-05-01", "value": "20600.40"}],
        "conversions": [{"date": "2025-05-01", "amount": "20600.40"}],
    })
}

#[test]
fn a_form_in_whole_dollars_differs_by_rounding_only() {
    let form =
        |gross: &str, taxable: &str| json!([{"gross": gross, "taxable": taxable, "basis": "20000", "codes": "G"}]);
    let rounded = of(whole(), form("20600", "600"), json!([]));
    let found: Vec<_> =
        rounded.sheets[0].differences.iter().map(|found| (found.code(), found.words.severity)).collect();
    assert_eq!(found, [(DifferenceCode::GrossLower, Severity::Note), (DifferenceCode::TaxableLower, Severity::Note)]);
    assert_eq!((rounded.amounts.gross, rounded.amounts.taxable), (money("20600"), money("600")));
    assert_eq!(rounded.closing.words, None);
    assert_eq!(codes(&rounded), []);
    // Two dollars are no rounding.
    let less = of(whole(), form("20598", "598"), json!([]));
    assert_eq!(less.sheets[0].differences[0].words.severity, Severity::Problem);
    assert_eq!(less.amounts.gross, money("20600.40"));
    assert!(less.closing.words.is_some());
}

#[test]
fn a_code_of_an_exception_bears_no_additional_tax() {
    let with = |code: &str| {
        let ledger = json!({
            "contributions": [{"date": "2025-01-15", "amount": "20000"}],
            "balances": [{"date": "2025-03-01", "value": "21000"}],
            "conversions": [{"date": "2025-03-01", "amount": "21000", "path": "paid_out"}],
        });
        let form = json!([{"gross": "21000", "taxable": "1000", "withheld": "200", "basis": "20000", "codes": code}]);
        of(ledger, form, json!([])).amounts
    };
    for (code, early, tax) in [("1", "1000", "100"), ("2", "0", "0"), ("3", "0", "0"), ("7", "1000", "100")] {
        let amounts = with(code);
        assert_eq!((amounts.early, amounts.additional_tax), (money(early), money(tax)), "code {code}");
        assert_eq!((amounts.taxable, amounts.withheld), (money("1000"), money("200")), "code {code}");
    }
}

#[test]
fn a_refund_larger_than_any_rollover_is_carved_out_of_all_of_them() {
    let ledger = json!({
        "contributions": [{"date": "2025-01-15", "amount": "10000"}, {"date": "2025-04-15", "amount": "10000"}],
        "balances": [{"date": "2025-03-01", "value": "10300"}, {"date": "2025-06-01", "value": "10300"}],
        "conversions": [
            {"date": "2025-03-01", "amount": "10300", "path": "roth_ira"},
            {"date": "2025-06-01", "amount": "10300", "path": "roth_ira"},
        ],
    });
    let refund = |excess: &str| {
        json!([
            {"kind": "acp_test", "excess": excess, "earnings": "240", "paid_on": "2025-10-01", "converted": "yes"},
        ])
    };
    // 6,000 and 120 out of each: 4,180 with 180 of earnings is left of either.
    let result = of(ledger.clone(), json!([]), refund("12000"));
    assert_eq!(
        (result.amounts.gross, result.amounts.taxable, result.amounts.wages),
        (money("8360"), money("360"), money("240"))
    );
    assert!(codes(&result).contains(&Code::CarvedOut));
    // One that fits into the last one is carved out of that alone.
    let fits = of(ledger.clone(), json!([]), refund("2000"));
    assert_eq!((fits.amounts.gross, fits.amounts.taxable), (money("18360"), money("360")));
    // What never left is no part of it.
    let more = of(ledger, json!([]), refund("21000"));
    assert_eq!(more.amounts.gross, money("20600"));
}

#[test]
fn x02_of_a_conversion_before_its_contributions_nothing_is_stated() {
    let with = |on: &str| {
        let ledger = json!({
            "contributions": [{"date": on, "amount": "10000"}],
            "conversions": [{"date": "2025-03-01", "amount": "10000"}],
        });
        of(ledger, json!([{"gross": "10000", "taxable": "50", "basis": "9950", "codes": "G"}]), json!([]))
    };
    let before = with("2025-06-15");
    assert!(codes(&before).contains(&Code::NoContributions));
    let letter = before.closing.words.expect("a question to the payer");
    assert!(!letter.contains("$10,000.00"), "{letter}");
    assert!(!codes(&with("2025-02-15")).contains(&Code::NoContributions));
}

#[test]
fn x16_says_what_the_conversions_say_of_a_loss_within_the_year() {
    let ledger = |second: &str| {
        json!({
            "contributions": [{"date": "2025-02-28", "amount": "20000"}, {"date": "2025-09-30", "amount": "5000"}],
            "balances": [{"date": "2025-04-10", "value": "19400"}, {"date": "2025-12-10", "value": second}],
            "conversions": [{"date": "2025-04-10", "amount": "19400"}, {"date": "2025-12-10", "amount": second}],
        })
    };
    for (second, lost) in [("5150", "$600.00"), ("4900", "$100.00")] {
        let result = of(ledger(second), json!([]), json!([]));
        let loss = result.findings.iter().find(|found| found.code() == Code::Loss).expect("a loss");
        assert!(loss.words.title.starts_with(lost), "{}", loss.words.title);
    }
    let gain = json!({
        "contributions": [{"date": "2025-02-28", "amount": "20000"}],
        "balances": [{"date": "2025-04-10", "value": "20000"}],
        "conversions": [{"date": "2025-04-10", "amount": "20000"}],
    });
    assert!(!codes(&of(gain, json!([]), json!([]))).contains(&Code::Loss));
    assert_eq!(of(whole(), json!([]), json!([])).amounts.early, Money::ZERO);
}
