//! Forms that are right as they are draw no letter, and each of their neighbors that is
//! wrong still does. Then where such money goes on the return, and how it is typed into
//! tax software.
//!
//! Most figures follow from 30,000 put into a plan on March 31, 2025, and 30,100 that left
//! on June 30, 2025, with a birth date of June 15, 1985.

use crate::support::worksheets;
use planner::date::Date;
use planner::record::Record;
use planner::worksheets::tax_forms::{DifferenceCode as Code, SheetStatus, TaxForms};
use serde_json::{Value, json};

const AFTER: &str = "2026-04-01";

/// A conversion of the year by a path, with the forms that came and what was returned.
fn year(path: &str, forms: Value, returned: Value) -> Value {
    json!({
        "year": 2025,
        "ledger": {
            "contributions": [{"date": "2025-03-31", "amount": "30000.00"}],
            "balances": [{"date": "2025-06-30", "value": "30100.00"}],
            "conversions": [{"date": "2025-06-30", "amount": "30100.00", "path": path}],
        },
        "forms": forms,
        "returned": returned,
    })
}

#[track_caller]
fn of_years(years: Value, year: i16) -> TaxForms {
    let record = json!({"format": 3, "birth_date": "1985-06-15", "years": years});
    of_record(&record, year, AFTER)
}

#[track_caller]
fn of_record(record: &Value, year: i16, today: &str) -> TaxForms {
    let record = Record::from_json(&record.to_string()).unwrap_or_else(|error| panic!("{error}"));
    let today: Date = today.parse().expect("a day");
    worksheets::tax_forms(&record, year, today).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn with_forms(path: &str, forms: Value) -> TaxForms {
    of_years(json!([year(path, forms, json!([]))]), 2025)
}

fn form(gross: &str, taxable: &str, basis: &str, codes: &str) -> Value {
    json!({"gross": gross, "taxable": taxable, "basis": basis, "codes": codes})
}

fn and(mut form: Value, more: Value) -> Value {
    for (field, value) in more.as_object().expect("fields") {
        form[field] = value.clone();
    }
    form
}

fn right() -> Value {
    form("30100", "100", "30000", "G")
}

/// The codes on each sheet.
fn codes(result: &TaxForms) -> Vec<Vec<Code>> {
    result.sheets.iter().map(|sheet| sheet.differences.iter().map(|found| found.code()).collect()).collect()
}

fn statuses(result: &TaxForms) -> Vec<SheetStatus> {
    result.sheets.iter().map(|sheet| sheet.status).collect()
}

fn letter(result: &TaxForms) -> &str {
    result.closing.words.as_deref().unwrap_or_default()
}

/// Lines 5a, 5b, 1h and 25b.
fn lines(result: &TaxForms) -> [String; 4] {
    let amounts = &result.amounts;
    [amounts.gross, amounts.taxable, amounts.wages, amounts.withheld].map(|amount| amount.plain())
}

#[test]
fn f36_other_money_on_the_form_is_asked_about() {
    for path in ["in_plan", "roth_ira"] {
        let asked = with_forms(path, json!([form("35100", "5100", "30000", "G")]));
        assert_eq!((codes(&asked), letter(&asked)), (vec![vec![Code::OtherMoneyOnIt]], ""), "{path}");
        // Told, the form is right, and the lines are those of the whole person.
        let other = json!({"other_money": "5000", "other_taxable": "5000"});
        let told = with_forms(path, json!([and(form("35100", "5100", "30000", "G"), other)]));
        assert_eq!((codes(&told), statuses(&told)), (vec![vec![]], vec![SheetStatus::Match]), "{path}");
        assert_eq!(lines(&told), ["35100.00", "5100.00", "0.00", "0.00"]);
        assert_eq!(told.sheets[0].boxes[0].expected, "$35,100.00");
        // What is taxable in it may be left to box 2a.
        let open = with_forms(path, json!([and(form("35100", "5100", "30000", "G"), json!({"other_money": "5000"}))]));
        assert_eq!((codes(&open), lines(&open)), (codes(&told), lines(&told)));
    }
    // A split that took pre-tax money to the traditional IRA along with its earnings.
    let asked = with_forms("split", json!([form("50100", "0", "30000", "G")]));
    assert_eq!((codes(&asked), letter(&asked)), (vec![vec![Code::OtherMoneyOnIt, Code::Combined]], ""));
    let other = json!({"other_money": "20000", "other_taxable": "0"});
    let told = with_forms("split", json!([and(form("50100", "0", "30000", "G"), other)]));
    assert_eq!(lines(&told), ["50100.00", "0.00", "0.00", "0.00"]);
    let boxes =
        |entry: usize| told.software[entry].screens.iter().find(|screen| screen.asks == "Boxes").expect("boxes");
    assert!(boxes(0).answer.starts_with("Box 1: $30,000.00. Box 2a: $0.00"), "{:?}", boxes(0));
    assert!(boxes(1).answer.starts_with("Box 1: $20,100.00. Box 2a: $0.00"), "{:?}", boxes(1));
}

#[test]
fn f36_is_not_raised_where_the_form_is_wrong() {
    // The basis is not all there, or the two boxes do not go up together.
    for came in
        [form("35100", "5100", "29000", "G"), form("35100", "5000", "30000", "G"), form("35100", "100", "30000", "G")]
    {
        let result = with_forms("roth_ira", json!([came]));
        assert_eq!(codes(&result)[0][0], Code::GrossHigher);
        assert!(letter(&result).contains("Box 1 shows $35,100.00"), "{}", letter(&result));
    }
    // What was told does not fit.
    let other = json!({"other_money": "4000", "other_taxable": "4000"});
    let result = with_forms("roth_ira", json!([and(form("35100", "5100", "30000", "G"), other)]));
    assert!(codes(&result)[0].contains(&Code::GrossHigher) && !letter(&result).is_empty());
    // To the cent it may be rounding, and never other money.
    let result = with_forms("roth_ira", json!([form("30100.50", "100.50", "30000", "G")]));
    assert_eq!(codes(&result), [[Code::GrossHigher, Code::TaxableHigher]]);
}

#[test]
fn f35_employer_money_taken_as_roth_is_no_form_of_the_conversion() {
    let employer = || json!({"gross": "12000", "taxable": "12000", "codes": "G"});
    let beside = with_forms("in_plan", json!([employer(), right()]));
    assert_eq!(codes(&beside), [vec![], vec![Code::WithoutBasis]]);
    assert_eq!((letter(&beside), statuses(&beside)[1]), ("", SheetStatus::Asked));
    assert_eq!(lines(&beside)[..2], ["30100.00", "100.00"]);
    // Alone it does not stand for the conversion, whose form is still to come.
    let alone = with_forms("in_plan", json!([employer()]));
    assert_eq!(codes(&alone), [[Code::Missing], [Code::WithoutBasis]]);
    assert!(!letter(&alone).contains("box 2a"), "{}", letter(&alone));
    // Told, it is in the lines.
    let told = with_forms("in_plan", json!([and(employer(), json!({"other_money": "12000"})), right()]));
    assert_eq!(codes(&told), [vec![], vec![Code::AllOther]]);
    assert_eq!(lines(&told)[..2], ["42100.00", "12100.00"]);
    assert_eq!(told.amounts.by_forms.expect("forms").taxable.plain(), "12100.00");
    // Where box 1 agrees, the payer took the conversion for taxable, as ever.
    let wrong = with_forms("in_plan", json!([{"gross": "30100", "taxable": "30100", "codes": "G"}]));
    assert_eq!(codes(&wrong), [[Code::AllTaxable]]);
    assert!(letter(&wrong).contains("box 5 should show $30,000.00 and box 2a $100.00"), "{}", letter(&wrong));
}

#[test]
fn f38_forms_of_the_roth_account_are_noted() {
    for code in ["H", "1B", "7B", "B"] {
        // Beside the form of the conversion, and while that is still to come.
        let other = || form("14200", "0", "14200", code);
        let both = with_forms("roth_ira", json!([other(), right()]));
        assert_eq!(codes(&both), [vec![], vec![Code::OfRothAccount]], "{code}");
        assert_eq!((letter(&both), both.headline.grave), ("", false), "{code}");
        let alone = with_forms("roth_ira", json!([other()]));
        assert_eq!(codes(&alone), [[Code::Missing], [Code::OfRothAccount]], "{code}");
        // With the conversion’s amount the code is wrong.
        let wrong = with_forms("roth_ira", json!([form("30100", "0", "30100", code)]));
        let expected = if code == "H" { Code::CodeH } else { Code::CodeB };
        assert!(codes(&wrong)[0].contains(&expected), "{code}: {:?}", codes(&wrong));
        assert!(letter(&wrong).contains("the code should be G"), "{code}");
    }
    let paid = and(form("5000", "300", "4700", "1B"), json!({"within_5_years": "900"}));
    let result = with_forms("roth_ira", json!([right(), paid]));
    let matters = &result.sheets[1].differences[0].words.matters;
    assert!(matters.contains("adds $5,000.00 to line 5a and $300.00 to line 5b"), "{matters}");
    assert!(matters.contains("worksheet in Publication 575"), "{matters}");
}

#[test]
fn f27_a_form_of_an_ira_asks_nothing_of_the_payer() {
    let of = |came: Value| with_forms("roth_ira", json!([right(), came]));
    for came in [
        form("7000", "0", "0", "J"),
        and(form("7000", "7000", "0", "2"), json!({"ira": true})),
        form("900", "900", "0", "L"),
    ] {
        let result = of(came);
        assert_eq!((&codes(&result)[1], letter(&result)), (&vec![Code::Unexplained], ""));
        assert!(result.headline.grave);
    }
    // A payment of the plan does, and so does a second conversion.
    for code in ["7", "G"] {
        let result = of(form("7000", "50", "6950", code));
        assert!(letter(&result).contains("which payments, with their dates"), "{code}");
    }
    // What was withheld counts whatever the form is for.
    let result = of(and(form("7000", "7000", "0", "7"), json!({"withheld": "700"})));
    assert_eq!(lines(&result)[3], "700.00");
}

#[test]
fn f21_a_check_to_the_custodian_is_a_direct_rollover() {
    let paid = |came: Value| {
        let mut entry = year("paid_out", json!([came]), json!([]));
        entry["ledger"]["conversions"][0]["rolled_over"] = json!("30100");
        entry["ledger"]["conversions"][0]["rolled_over_on"] = json!("2025-10-10");
        of_years(json!([entry]), 2025)
    };
    let direct = paid(right());
    assert_eq!((codes(&direct), letter(&direct)), (vec![vec![]], ""));
    assert_eq!((direct.amounts.additional_tax.plain(), direct.amounts.rolled_over), ("0.00".to_owned(), true));
    let raised = |result: &TaxForms| result.findings.iter().map(|found| found.code().id()).collect::<Vec<_>>();
    assert_eq!(raised(&direct), ["X19"]);
    // With tax withheld it was paid to the person, too late.
    let withheld = paid(and(right(), json!({"withheld": "20"})));
    assert!(letter(&withheld).contains("box 4 shows $20.00"), "{}", letter(&withheld));
    assert_eq!(withheld.amounts.additional_tax.plain(), "10.00");
    // And so it was with code 1.
    let late = paid(and(form("30100", "100", "30000", "1"), json!({"withheld": "20"})));
    assert_eq!((codes(&late), late.amounts.additional_tax.plain()), (vec![vec![]], "10.00".to_owned()));
    assert!(raised(&late).contains(&"X10"));
}

#[test]
fn f37_the_last_corrected_form_counts() {
    let corrected = |form: Value| and(form, json!({"corrected": true}));
    let wrong = || form("30100", "0", "30100", "G");
    for forms in [json!([wrong(), corrected(right())]), json!([corrected(right()), wrong()])] {
        let result = with_forms("roth_ira", forms);
        assert_eq!(codes(&result), [vec![], vec![Code::Replaced]]);
        assert_eq!((letter(&result), result.headline.grave), ("", false));
        assert_eq!(result.amounts.by_forms.expect("forms").gross.plain(), "30100.00");
    }
    // Corrected twice: the second time wrongly.
    let twice =
        with_forms("roth_ira", json!([wrong(), corrected(right()), corrected(form("30100", "40", "30060", "G"))]));
    assert_eq!(codes(&twice), [vec![Code::TaxableLower], vec![Code::Replaced], vec![Code::Replaced]]);
    assert!(!letter(&twice).is_empty(), "the last one is wrong");
    // The code or box 1 may be what was corrected.
    for first in [form("30100", "100", "30000", "1"), form("31000", "1000", "30000", "G")] {
        let result = with_forms("roth_ira", json!([first, corrected(right())]));
        assert_eq!(codes(&result), [vec![], vec![Code::Replaced]]);
    }
    // Of two forms that the ledger explains, one corrected takes the place of its own alone.
    let mut entry = year("roth_ira", json!([form("500", "0", "500", "G"), corrected(right())]), json!([]));
    entry["ledger"]["contributions"].as_array_mut().expect("rows").push(json!({"date": "2025-07-31", "amount": "500"}));
    entry["ledger"]["conversions"]
        .as_array_mut()
        .expect("rows")
        .push(json!({"date": "2025-07-31", "amount": "500", "path": "in_plan"}));
    assert!(codes(&of_years(json!([entry]), 2025)).iter().all(Vec::is_empty));
}

#[test]
fn f34_a_form_alike_is_asked_about() {
    let wrong = || form("30100", "0", "30100", "G");
    for forms in [json!([wrong(), right()]), json!([right(), wrong()])] {
        let result = with_forms("roth_ira", forms);
        assert_eq!(codes(&result), [vec![], vec![Code::Alike]]);
        assert_eq!((letter(&result), statuses(&result)[1]), ("", SheetStatus::Asked));
        assert_eq!(result.amounts.by_forms.expect("forms").taxable.plain(), "100.00");
    }
    // With another payer, amount or code it is another form.
    let other = [
        and(wrong(), json!({"payer": "Another"})),
        form("30100.01", "0", "30100.01", "G"),
        form("30100", "0", "30100", "7"),
    ];
    for other in other {
        assert_eq!(codes(&with_forms("roth_ira", json!([right(), other])))[1], [Code::Unexplained]);
    }
}

#[test]
fn f39_a_part_that_was_withheld_has_a_form_of_its_own() {
    let part = |gross: &str, code: &str| and(form(gross, gross, "0", code), json!({"withheld": gross}));
    for code in ["1", "2", "7"] {
        for forms in [
            json!([form("29900", "100", "29800", "G"), part("200", code)]),
            json!([part("200", code), form("29900", "100", "29800", "G")]),
        ] {
            let result = with_forms("roth_ira", forms);
            assert!(
                codes(&result)[0].contains(&Code::PartWithheld) && result.sheets.len() == 1,
                "{:?}",
                codes(&result)
            );
            assert_eq!(lines(&result)[3], "200.00");
        }
    }
    // A cent off, or with nothing withheld, they do not belong together.
    for part in [part("200.01", "2"), form("200", "200", "0", "2")] {
        let result = with_forms("roth_ira", json!([form("29900", "100", "29800", "G"), part]));
        assert_eq!(codes(&result)[1], [Code::WithoutBasis]);
        assert!(codes(&result)[0].contains(&Code::GrossLower) && !letter(&result).is_empty());
    }
    // All of it on one form is F10, as ever.
    let one = with_forms("roth_ira", json!([and(right(), json!({"withheld": "200"}))]));
    assert_eq!(codes(&one), [[Code::WithheldOnDirect]]);
}

#[test]
fn f40_the_money_of_who_is_old_enough_may_be_from_before_1987() {
    let with = |born: Option<&str>, paid_in: i16, alone: &str| {
        let record = json!({"format": 3, "birth_date": born, "years": [
            {"year": paid_in, "ledger": {"contributions": [{"date": format!("{paid_in}-01-02"), "amount": "5000"}]}},
            {"year": 2025, "ledger": {
                "opening": {"before_1987_alone": alone},
                "balances": [{"date": "2025-08-15", "value": "14500"}],
                "conversions": [{"date": "2025-08-15", "amount": "5000", "path": "roth_ira"}],
            }, "forms": [form("5000", "0", "5000", "G")]},
        ]});
        of_record(&record, 2025, AFTER)
    };
    // Whatever year its row is dated in; and of nobody’s age it may be that of the first year.
    for (born, paid_in) in [(Some("1958-02-15"), 2002), (Some("1958-02-15"), 2024), (None, 2002)] {
        let asked = with(born, paid_in, "unknown");
        assert_eq!((codes(&asked), letter(&asked)), (vec![vec![Code::Before1987]], ""), "{born:?} {paid_in}");
    }
    // The money of somebody who was a child then is not, and neither is that of which the
    // person answered.
    for (born, paid_in, alone) in
        [(Some("1958-02-15"), 2002, "no"), (Some("1980-02-15"), 2002, "unknown"), (None, 2003, "unknown")]
    {
        let result = with(born, paid_in, alone);
        assert_eq!(codes(&result), [[Code::TaxableZero]], "{born:?} {paid_in} {alone}");
        assert!(!letter(&result).is_empty());
        let named = result.sheets[0].differences[0].words.means.contains("before 1987");
        assert_eq!(named, born == Some("1958-02-15"));
    }
}

#[test]
fn a_letter_states_no_earnings_that_the_records_do_not_show() {
    let of = |balance: Value| {
        let mut entry = year("roth_ira", json!([form("20000", "500", "19500", "G")]), json!([]));
        entry["ledger"]["balances"] = balance;
        entry["ledger"]["conversions"][0]["amount"] = json!("20000");
        of_years(json!([entry]), 2025)
    };
    let unknown = of(json!([]));
    assert_eq!(codes(&unknown), [[Code::TaxableHigher]]);
    assert!(
        letter(&unknown).contains("how much was earnings") && !letter(&unknown).contains("By my records"),
        "{}",
        letter(&unknown)
    );
    let known = of(json!([{"date": "2025-06-30", "value": "30300"}]));
    assert!(letter(&known).contains("By my records the earnings were $198.02"), "{}", letter(&known));
}

#[test]
fn f03_never_says_that_less_than_nothing_is_too_much() {
    // All of 60 is taxable by the form, and by the ledger 100 of 30,100.
    let result = with_forms("roth_ira", json!([{"gross": "60", "taxable": "60", "codes": "7"}]));
    let json = serde_json::to_string(&result).expect("JSON");
    assert!(!json.contains("-$") && !json.contains("\"-"), "{json}");
    assert!(!codes(&result)[0].contains(&Code::AllTaxable));
}

#[test]
fn x18_a_refund_that_had_left_with_a_rollover_is_counted_once() {
    let with = |path: &str, kind: &str, paid_on: &str, converted: &str| {
        let returned =
            json!([{"kind": kind, "excess": "2000", "earnings": "60", "paid_on": paid_on, "converted": converted}]);
        let result = of_years(json!([year(path, json!([]), returned), {"year": 2026}]), 2025);
        let gross = result.expected.iter().map(|form| form.gross.value.plain()).collect::<Vec<_>>();
        (gross, lines(&result)[..3].to_vec(), result.findings.iter().any(|found| found.code().id() == "X18"))
    };
    let strings = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    for day in ["2025-06-30", "2025-11-20"] {
        let carved = with("roth_ira", "acp_test", day, "yes");
        assert_eq!(
            carved,
            (strings(&["28040.00", "2060.00"]), strings(&["28040.00", "40.00", "60.00"]), true),
            "{day}"
        );
    }
    // Annual additions stay on the pension lines.
    let additions = with("roth_ira", "annual_additions", "2025-11-20", "yes");
    assert_eq!(additions, (strings(&["28040.00", "2060.00"]), strings(&["30100.00", "100.00", "0.00"]), true));
    // Out of the plan's Roth account, of money that had not moved, before it moved, or a year
    // later, it is a payment of its own.
    for (path, day, converted) in
        [("in_plan", "2025-11-20", "yes"), ("roth_ira", "2025-11-20", "no"), ("roth_ira", "2025-05-20", "yes")]
    {
        let own = with(path, "acp_test", day, converted);
        assert_eq!(
            own,
            (strings(&["30100.00", "2060.00"]), strings(&["30100.00", "100.00", "60.00"]), false),
            "{path} {day}"
        );
    }
    let later = with("roth_ira", "acp_test", "2026-03-10", "yes");
    assert_eq!(later, (strings(&["30100.00"]), strings(&["30100.00", "100.00", "0.00"]), false));
}

#[test]
fn pre_tax_deferrals_among_annual_additions_are_taxable() {
    let with = |pre_tax: Value| {
        let returned = json!([{"kind": "annual_additions", "excess": "2000", "pre_tax": pre_tax, "earnings": "60", "paid_on": "2025-11-20"}]);
        let result = of_years(json!([{"year": 2025, "returned": returned}]), 2025);
        let [form] = result.expected.as_slice() else { panic!("one form") };
        (form.codes, form.gross.value.plain(), form.taxable.value.plain(), form.basis.value.plain())
    };
    let row = |taxable: &str, basis: &str| ("E", "2060.00".to_owned(), taxable.to_owned(), basis.to_owned());
    assert_eq!(with(Value::Null), row("60.00", "2000.00"));
    assert_eq!(with(json!("500")), row("560.00", "1500.00"));
    assert_eq!(with(json!("9000")), row("2060.00", "0.00"));
}

#[test]
fn roth_deferrals_that_came_back_are_wages_by_their_earnings() {
    let returned =
        json!([{"kind": "deferrals", "roth": "yes", "excess": "2000", "earnings": "60", "paid_on": "2025-11-20"}]);
    let result = of_years(json!([{"year": 2025, "returned": returned}]), 2025);
    assert_eq!(lines(&result), ["0.00", "0.00", "60.00", "0.00"]);
}

#[test]
fn form_5329_is_needed_only_where_the_tax_is_not_on_the_full_amount() {
    let with = |rolled: &str, code: &str| {
        let mut entry =
            year("paid_out", json!([and(form("30100", "100", "30000", code), json!({"withheld": "20"}))]), json!([]));
        entry["ledger"]["conversions"][0]["rolled_over"] = json!(rolled);
        entry["ledger"]["conversions"][0]["rolled_over_on"] = json!("2025-07-10");
        let result = of_years(json!([entry]), 2025);
        let line = result.tax_return.into_iter().find(|line| line.line == "Schedule 2 (Form 1040), line 8");
        line.map(|line| (line.enter, line.note.contains("no Form 5329 is needed")))
    };
    assert_eq!(with("0", "1"), Some(("$10.00".to_owned(), true)));
    // A part was rolled over, or the code is another.
    assert_eq!(with("40", "1"), Some(("$6.00".to_owned(), false)));
    assert_eq!(with("0", "7"), Some(("$10.00".to_owned(), false)));
    // Code 2 says that an exception applies.
    assert_eq!(with("0", "2"), None);
    assert_eq!(with("100", "1"), None);
}

#[test]
fn total_distribution_is_on_all_forms_of_a_payment_of_one_day() {
    let totals = |separate: &str, first: &str| {
        let mut entry = year("roth_ira", json!([]), json!([]));
        entry["plan"] = json!({"separate_accounting": separate});
        entry["ledger"]["balances"] = json!([]);
        entry["ledger"]["conversions"] = json!([
            {"date": first, "amount": "20000", "path": "roth_ira", "plan_basis": "20000"},
            {"date": "2025-06-30", "amount": "10100", "path": "paid_out", "plan_basis": "10000"},
        ]);
        of_years(json!([entry]), 2025).expected.iter().map(|form| form.total).collect::<Vec<_>>()
    };
    assert_eq!(totals("no", "2025-06-30"), [true, true]);
    assert_eq!(totals("no", "2025-05-30"), [false, true]);
    // Only the after-tax part was emptied.
    assert_eq!(totals("yes", "2025-06-30"), [false, false]);
}

#[test]
fn software_is_told_each_path() {
    let answers = |path: &str| {
        let result = with_forms(path, json!([]));
        let texts = |entry: &planner::worksheets::tax_forms::SoftwareEntry| {
            let screens = entry.screens.iter().map(|screen| format!("{} {}", screen.asks, screen.answer));
            format!("{} {}", entry.form, screens.collect::<Vec<_>>().join(" "))
        };
        result.software.iter().map(texts).collect::<Vec<_>>()
    };
    let [in_plan] = &answers("in_plan")[..] else { panic!("one entry") };
    for words in [
        "Box 1: $30,100.00. Box 2a: $100.00",
        "Box 5: $30,000.00. Box 7: G.",
        "same plan",
        "Nothing went to a Roth IRA",
    ] {
        assert!(in_plan.contains(words), "{words:?} in {in_plan}");
    }
    assert!(answers("roth_ira")[0].contains("Straight to a Roth IRA"));
    let [roth, pre_tax] = &answers("split")[..] else { panic!("two entries") };
    assert!(roth.contains("Box 1: $30,000.00. Box 2a: $0.00") && pre_tax.contains("Box 1: $100.00. Box 2a: $0.00"));
    assert!(!roth.contains("destinations") && pre_tax.contains("traditional IRA"), "two forms are two forms");
    let paid = &answers("paid_out")[0];
    assert!(paid.contains("I kept all of it: $30,100.00") && paid.contains("due on the $100.00"), "{paid}");
}

#[test]
fn the_headline_answers_the_heading() {
    let says = |path: &str, forms: Value| {
        let headline = with_forms(path, forms).headline;
        (headline.answer, headline.grave)
    };
    let is = |answer: &str, grave: bool| (answer.to_owned(), grave);
    assert_eq!(says("roth_ira", json!([right()])), is("It is right", false));
    assert_eq!(says("roth_ira", json!([form("30100", "100", "30000", "7")])), is("1 box differs", true));
    assert_eq!(says("roth_ira", json!([form("30100", "0", "30100", "7")])), is("3 boxes differ", true));
    assert_eq!(says("roth_ira", json!([right(), right()])), is("1 form to explain", true));
    assert_eq!(says("roth_ira", json!([])), is("1 form missing", true));
    assert_eq!(says("split", json!([form("30000", "0", "30000", "G")])), is("1 is right, 1 missing", true));
    // A problem that is no box.
    let returned = json!([{"kind": "acp_test", "excess": "2000", "paid_on": "2026-03-10", "converted": "yes"}]);
    let result = of_years(json!([year("roth_ira", json!([right()]), returned)]), 2025);
    assert_eq!(result.headline.answer, "It is right, but see the problem below");
    assert!(result.headline.grave && result.closing.next_action.contains("problem"), "{:?}", result.closing);
}

#[test]
fn x14_names_what_is_to_come_back() {
    let result = of_years(json!([{"year": 2025, "returned": [{"kind": "acp_test"}]}]), 2025);
    let title = &result.findings[0].words.title;
    assert_eq!(title, "The excess is still to come back");
}

#[test]
fn all_of_it_to_a_traditional_ira_is_not_taxed_and_its_basis_is_kept() {
    for basis in ["0", "30000"] {
        let result = with_forms("traditional_ira", json!([form("30100", "0", basis, "G")]));
        assert_eq!(
            (codes(&result), lines(&result)),
            (vec![vec![]], ["30100.00", "0.00", "0.00", "0.00"].map(str::to_owned))
        );
        assert!(result.roth_basis.is_empty() && !result.form_8606_needed);
        let later = result.other_forms.iter().find(|other| other.form == "Form 8606, line 2").expect("basis");
        assert!(later.says.starts_with("$30,000.00 of after-tax contributions"), "{}", later.says);
    }
    // Another amount in box 5 is a difference, and so is tax.
    let result = with_forms("traditional_ira", json!([form("30100", "0", "29000", "G")]));
    assert_eq!(codes(&result)[0][0], Code::BasisDiffers);
    let result = with_forms("traditional_ira", json!([form("30100", "100", "30000", "G")]));
    assert_eq!(codes(&result), [[Code::TaxableHigher]]);
    assert!(letter(&result).contains("direct rollover to a traditional IRA, so box 2a should show $0.00"));
    // Of money that went to Roth an empty box 5 is one, as ever.
    let result = with_forms("roth_ira", json!([form("30100", "100", "0", "G")]));
    assert_eq!(codes(&result), [[Code::BasisMissing]]);
    // One of several ways, on one form.
    let mut entry = year("roth_ira", json!([form("31100", "100", "30900", "G")]), json!([]));
    let ledger = &mut entry["ledger"];
    ledger["contributions"].as_array_mut().expect("rows").push(json!({"date": "2025-07-31", "amount": "900"}));
    ledger["balances"].as_array_mut().expect("rows").push(json!({"date": "2025-08-01", "value": "1000"}));
    let more = json!({"date": "2025-08-01", "amount": "1000", "path": "traditional_ira"});
    ledger["conversions"].as_array_mut().expect("rows").push(more);
    let result = of_years(json!([entry]), 2025);
    assert_eq!((codes(&result), result.software.len()), (vec![vec![Code::Combined]], 2));
}

#[test]
fn f35_pre_tax_money_that_was_rolled_over_or_withdrawn_has_a_right_form() {
    let of = |codes: &str, taxable: &str| json!({"gross": "52000", "taxable": taxable, "codes": codes});
    for came in [of("G", "0"), of("7", "52000"), of("1", "52000")] {
        // Beside the form of the conversion, and while that is still to come.
        let beside = with_forms("roth_ira", json!([came.clone(), right()]));
        assert_eq!((codes(&beside), letter(&beside)), (vec![vec![], vec![Code::WithoutBasis]], ""), "{came}");
        let alone = with_forms("roth_ira", json!([came.clone()]));
        assert_eq!(codes(&alone), [[Code::Missing], [Code::WithoutBasis]], "{came}");
        let told = with_forms("roth_ira", json!([and(came.clone(), json!({"other_money": "52000"})), right()]));
        let taxable = came["taxable"].as_str().expect("an amount").parse::<u32>().expect("dollars");
        assert_eq!(lines(&told)[..2], ["82100.00".to_owned(), format!("{}.00", taxable + 100)], "{came}");
    }
    // With the conversion’s amount it is the conversion, wrong.
    let wrong = with_forms("roth_ira", json!([form("30100", "0", "0", "G")]));
    assert_eq!(codes(&wrong), [[Code::TaxableZero, Code::BasisMissing]]);
    assert!(!letter(&wrong).is_empty());
    let wrong = with_forms("roth_ira", json!([form("30100", "30100", "0", "1")]));
    assert_eq!(codes(&wrong), [[Code::AllTaxable, Code::CodePaidOut]]);
}

#[test]
fn f31_several_forms_of_one_kind_add_up() {
    // Payments to the person, and both parts of a refund.
    let result = with_forms(
        "paid_out",
        json!([form("10000", "60", "9940", "1"), and(form("20100", "40", "20060", "1"), json!({"withheld": "20"}))]),
    );
    assert_eq!((codes(&result), result.sheets[0].typed.len()), (vec![vec![Code::OneByOne]], 2));
    let returned = json!([{"kind": "acp_test", "excess": "2000", "earnings": "60", "paid_on": "2025-11-20"}]);
    let forms = json!([form("2000", "0", "2000", "8"), form("60", "60", "0", "8")]);
    let result = of_years(json!([{"year": 2025, "forms": forms, "returned": returned}]), 2025);
    assert_eq!(
        (codes(&result), lines(&result)),
        (vec![vec![Code::OneByOne]], ["0.00", "0.00", "60.00", "0.00"].map(str::to_owned))
    );
}

#[test]
fn earnings_put_into_a_traditional_ira_in_time_are_on_the_form_and_not_on_the_line() {
    let with = |on: &str, to_traditional: &str| {
        let mut entry =
            year("paid_out", json!([and(form("30100", "100", "30000", "1"), json!({"withheld": "20"}))]), json!([]));
        let row = &mut entry["ledger"]["conversions"][0];
        row["rolled_over"] = json!("30000");
        row["to_traditional"] = json!(to_traditional);
        row["rolled_over_on"] = json!(on);
        let result = of_years(json!([entry]), 2025);
        (codes(&result), lines(&result)[1].clone(), result.amounts.additional_tax.plain())
    };
    assert_eq!(with("2025-07-10", "100"), (vec![vec![]], "0.00".to_owned(), "0.00".to_owned()));
    assert_eq!(with("2025-07-10", "60").1, "40.00");
    // Too late, it is kept.
    assert_eq!(with("2025-12-10", "100"), (vec![vec![]], "100.00".to_owned(), "10.00".to_owned()));
}

#[test]
fn f40_what_is_said_of_money_from_before_1987_decides() {
    let with = |alone: Value| {
        let opening = json!({"on": "2020-01-02", "basis": "5000", "value": "14000", "before_1987": "5000", "before_1987_alone": alone});
        let record = json!({"format": 3, "birth_date": "1958-02-15", "years": [
            {"year": 2020, "ledger": {"opening": opening}},
            {"year": 2025, "ledger": {
                "balances": [{"date": "2025-08-15", "value": "14500"}],
                "conversions": [{"date": "2025-08-15", "amount": "5000", "path": "roth_ira"}],
            }, "forms": [form("5000", "0", "5000", "G")]},
        ]});
        let result = of_record(&record, 2025, AFTER);
        (codes(&result), lines(&result)[1].clone(), !letter(&result).is_empty())
    };
    assert_eq!(with(json!("unknown")).0, [[Code::Before1987]]);
    assert_eq!(with(json!("yes")), (vec![vec![]], "0.00".to_owned(), false));
    let no = with(json!("no"));
    assert_eq!((no.0, no.2), (vec![vec![Code::TaxableZero]], true));
}
