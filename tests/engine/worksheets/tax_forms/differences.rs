//! One test for each difference between a Form 1099-R that came and the one expected:
//! it appears with its figures, and it does not appear in the case next door. Then
//! which form is compared with which.
//!
//! All figures follow from 30,000 put into a plan on March 31, 2026, and 30,100
//! converted to a Roth IRA on June 30, at a tax rate of 32%.

use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::{
    Answer, Contribution, Conversion, Form1099R, Path, PlanName, Record, ReturnKind, Returned, YearRecord,
};
use planner::worksheets::tax_forms::{
    self, BoxStatus, Compared, Difference, DifferenceCode as Code, FormBox, FoundDifference, Sheet, SheetStatus,
    TaxForms,
};

const AFTER: &str = "2027-02-15";

fn put_in(on: &str, amount: &str, plan: &str) -> Contribution {
    Contribution { plan: plan.into(), ..Contribution::new(day(on), money(amount)) }
}

fn moved(on: &str, amount: &str, path: Path, plan: &str) -> Conversion {
    Conversion {
        date: day(on),
        amount: money(amount),
        path,
        plan_basis: None,
        plan_earnings: None,
        destination: String::new(),
        confirmation: String::new(),
        plan: plan.into(),
        rolled_over: None,
        rolled_over_on: None,
        received_on: None,
        to_traditional: None,
    }
}

/// The year that all figures follow from, by a path.
fn year(path: Path) -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.ledger.tax_rate = Some("32".parse().expect("a rate"));
    entry.ledger.contributions.push(put_in("2026-03-31", "30000", ""));
    entry.ledger.conversions.push(moved("2026-06-30", "30100", path, ""));
    entry
}

fn form(gross: &str, taxable: &str, basis: &str, codes: &str) -> Form1099R {
    Form1099R {
        gross: Some(money(gross)),
        taxable: Some(money(taxable)),
        basis: Some(money(basis)),
        codes: codes.to_owned(),
        ..Form1099R::default()
    }
}

/// The form as it should be.
fn right() -> Form1099R {
    form("30100", "100", "30000", "G")
}

#[track_caller]
fn work(entry: YearRecord, today: &str) -> TaxForms {
    let of = entry.year;
    let record = Record { birth_date: Some(day("1985-06-15")), years: vec![entry], ..Record::default() };
    worksheets::tax_forms(&record, of, day(today)).unwrap_or_else(|error| panic!("{error}"))
}

/// What differs on the only sheet, of a form that was edited from the right one.
#[track_caller]
fn edited(edit: impl FnOnce(&mut Form1099R)) -> Sheet {
    let mut came = right();
    edit(&mut came);
    only(year(Path::RothIra), came)
}

#[track_caller]
fn only(mut entry: YearRecord, came: Form1099R) -> Sheet {
    entry.forms.push(came);
    let mut result = work(entry, AFTER);
    assert_eq!(result.sheets.len(), 1, "{:?}", result.sheets);
    result.sheets.remove(0)
}

fn codes(sheet: &Sheet) -> Vec<Code> {
    sheet.differences.iter().map(|difference| difference.code()).collect()
}

#[track_caller]
fn the_only(sheet: &Sheet, code: Code, severity: Severity) -> FoundDifference {
    assert_eq!(codes(sheet), [code], "{:?}", sheet.differences);
    let difference = sheet.differences[0].clone();
    assert_eq!(difference.words.severity, severity);
    let expected = if severity == Severity::Note { SheetStatus::Match } else { SheetStatus::Differs };
    assert_eq!(sheet.status, expected);
    for line in &sheet.boxes {
        let look = match severity {
            _ if !difference.boxes.contains(&line.form_box) => BoxStatus::Match,
            Severity::Note => BoxStatus::Noted,
            _ => BoxStatus::Differs,
        };
        assert_eq!(line.status, look, "{:?}", line.form_box);
    }
    difference
}

#[test]
fn the_right_form_has_none() {
    let sheet = edited(|_| {});
    assert_eq!(
        (codes(&sheet), sheet.status, sheet.verdict.as_str()),
        (vec![], SheetStatus::Match, "Agrees with your ledger")
    );
    assert!(sheet.boxes.iter().all(|line| line.status == BoxStatus::Match));
}

#[test]
fn what_is_blank_on_paper_counts_as_nothing() {
    let sheet = edited(|came| came.withheld = Some(Money::ZERO));
    assert_eq!(codes(&sheet), []);
    let mut entry = YearRecord::new(2026);
    entry.ledger.contributions.push(put_in("2026-03-31", "30000", ""));
    entry.ledger.conversions.push(moved("2026-03-31", "30000", Path::InPlan, ""));
    assert_eq!(codes(&only(entry.clone(), form("30000", "0", "30000", "G"))), []);
    // But for box 2a, which should say 0.00.
    let came = Form1099R { taxable: None, ..form("30000", "0", "30000", "G") };
    assert_eq!(codes(&only(entry, came)), [Code::NotDetermined]);
}

#[test]
fn f01_box_1_is_too_high() {
    let sheet = edited(|came| (came.gross, came.basis) = (Some(money("30101.01")), Some(money("30001.01"))));
    let difference = the_only(&sheet, Code::GrossHigher, Severity::Problem);
    let box_1 = Compared { came: money("30101.01"), due: money("30100"), gap: money("1.01") };
    assert_eq!(difference.difference, Difference::GrossHigher { box_1, year: 2026, conversion: None });
    assert_eq!(difference.words.title, "Box 1 is $1.01 higher than your ledger");
    assert!(difference.words.request.contains("$30,101.01") && difference.words.request.contains("$30,100.00"));
}

#[test]
fn f01_names_the_conversion_of_the_next_year() {
    let mut next = YearRecord::new(2027);
    next.ledger.contributions.push(put_in("2027-01-04", "500", ""));
    next.ledger.conversions.push(moved("2027-01-05", "500", Path::RothIra, ""));
    let mut own = year(Path::RothIra);
    own.forms.push(form("30600", "100", "30500", "G"));
    let record = Record { years: vec![own, next], ..Record::default() };
    let result = worksheets::tax_forms(&record, 2026, day(AFTER)).expect("a result");
    let difference = &result.sheets[0].differences[0];
    assert_eq!(difference.code(), Code::GrossHigher);
    assert!(
        difference.words.means.contains("exactly your conversion of January 5, 2027"),
        "{}",
        difference.words.means
    );
}

#[test]
fn f02_box_1_is_too_low() {
    let sheet = edited(|came| (came.gross, came.basis) = (Some(money("30098.99")), Some(money("29998.99"))));
    let difference = the_only(&sheet, Code::GrossLower, Severity::Problem);
    assert_eq!(difference.words.title, "Box 1 is $1.01 lower than your ledger");
    // A dollar is rounding.
    let sheet = edited(|came| (came.gross, came.basis) = (Some(money("30099")), Some(money("29999"))));
    the_only(&sheet, Code::GrossLower, Severity::Note);
    let mut entry = year(Path::RothIra);
    entry.ledger.contributions.push(put_in("2026-12-29", "700", ""));
    entry.ledger.conversions.push(moved("2026-12-30", "700", Path::RothIra, ""));
    let difference = only(entry, right()).differences.remove(0);
    assert_eq!(difference.code(), Code::GrossLower);
    assert!(
        difference.words.means.contains("exactly your conversion of December 30, 2026"),
        "{}",
        difference.words.means
    );
}

#[test]
fn f03_all_is_treated_as_taxable() {
    let sheet = edited(|came| (came.taxable, came.basis) = (came.gross, None));
    let difference = the_only(&sheet, Code::AllTaxable, Severity::Problem);
    // 30,100 less the 100 of earnings, and 32% of that.
    assert!(difference.words.matters.contains("$30,000.00 too much"), "{}", difference.words.matters);
    assert!(difference.words.matters.contains("$9,600.00 of tax"), "{}", difference.words.matters);
    assert!(difference.words.ask.contains("$30,000.00 in box 5 and $100.00 in box 2a"), "{}", difference.words.ask);
    // With something in box 5 it is another matter.
    let sheet = edited(|came| (came.taxable, came.basis) = (came.gross, Some(money("0.01"))));
    assert!(!codes(&sheet).contains(&Code::AllTaxable));
    // And where nothing was after-tax money, it is right.
    let mut entry = year(Path::RothIra);
    entry.ledger.contributions.clear();
    entry.ledger.conversions[0].plan_basis = Some(Money::ZERO);
    assert_eq!(codes(&only(entry, form("30100", "30100", "0", "G"))), []);
}

#[test]
fn f03_without_a_rate_asks_for_it() {
    let mut entry = year(Path::RothIra);
    entry.ledger.tax_rate = None;
    let sheet = only(entry, Form1099R { basis: None, ..form("30100", "30100", "0", "G") });
    assert!(sheet.differences[0].words.matters.contains("Enter your tax rate"), "{:?}", sheet.differences);
}

#[test]
fn f04_the_taxable_amount_is_not_determined() {
    let blank = the_only(&edited(|came| came.taxable = None), Code::NotDetermined, Severity::Attention);
    assert_eq!(blank.words.title, "Box 2a is blank");
    let checked = edited(|came| (came.taxable, came.not_determined) = (came.gross, true));
    let checked = the_only(&checked, Code::NotDetermined, Severity::Attention);
    assert_eq!(checked.words.title, "“Taxable amount not determined” is checked");
    // A right figure beside the mark is only to know.
    the_only(&edited(|came| came.not_determined = true), Code::NotDetermined, Severity::Note);
}

#[test]
fn f05_box_2a_is_zero_though_earnings_moved() {
    let sheet = edited(|came| (came.taxable, came.basis) = (Some(Money::ZERO), came.gross));
    let difference = the_only(&sheet, Code::TaxableZero, Severity::Problem);
    assert!(difference.words.title.contains("$100.00 of earnings"), "{}", difference.words.title);
    assert!(difference.words.matters.contains("$32.00 of tax"), "{}", difference.words.matters);
}

#[test]
fn f06_box_2a_is_too_high() {
    let off = |cents: u32| {
        edited(|came| {
            came.taxable = Some(money("100") + Money::cents(cents));
            came.basis = Some(money("30000") - Money::cents(cents));
        })
    };
    // Up to a dollar it is rounding.
    the_only(&off(100), Code::TaxableHigher, Severity::Note);
    let difference = the_only(&off(101), Code::TaxableHigher, Severity::Problem);
    assert_eq!(difference.words.title, "Box 2a is $1.01 higher than your ledger");
    assert_eq!(difference.boxes, [FormBox::Taxable, FormBox::Basis]);
}

#[test]
fn f06_a_split_rollover_is_not_taxed() {
    let mut entry = year(Path::Split);
    entry.forms.push(form("30000", "0", "30000", "G"));
    entry.forms.push(form("100", "100", "0", "G"));
    let result = work(entry, AFTER);
    let found: Vec<_> = result.sheets.iter().map(codes).collect();
    assert_eq!(found, [vec![], vec![Code::TaxableHigher]]);
    assert!(result.sheets[1].differences[0].words.means.contains("went to a pre-tax account"));
}

#[test]
fn f07_box_2a_is_too_low() {
    let sheet = edited(|came| (came.taxable, came.basis) = (Some(money("40")), Some(money("30060"))));
    let difference = the_only(&sheet, Code::TaxableLower, Severity::Problem);
    assert_eq!(difference.words.title, "Box 2a is $60.00 lower than your ledger");
}

#[test]
fn f08_box_5_is_empty() {
    let difference = the_only(&edited(|came| came.basis = None), Code::BasisMissing, Severity::Attention);
    assert!(difference.words.ask.contains("$30,000.00 in box 5"), "{}", difference.words.ask);
    // A split's pre-tax part has none.
    let mut entry = year(Path::Split);
    entry.forms.push(form("30000", "0", "30000", "G"));
    entry.forms.push(Form1099R { basis: None, ..form("100", "0", "0", "G") });
    assert!(work(entry, AFTER).sheets.iter().all(|sheet| sheet.differences.is_empty()));
}

#[test]
fn f09_box_5_differs_and_f26_the_boxes_do_not_add_up() {
    let sheet = edited(|came| came.basis = Some(money("29000")));
    assert_eq!(codes(&sheet), [Code::BasisDiffers, Code::NotAddingUp]);
    assert!(sheet.differences[1].words.means.contains("$29,100.00; box 1 is $30,100.00"), "{:?}", sheet.differences[1]);
    // What follows from another box is not said twice.
    let sheet = edited(|came| (came.gross, came.basis) = (Some(money("31100")), Some(money("31000"))));
    assert_eq!(codes(&sheet), [Code::GrossHigher]);
    let sheet = edited(|came| came.gross = Some(money("31100")));
    assert_eq!(codes(&sheet), [Code::GrossHigher, Code::NotAddingUp]);
}

#[test]
fn f10_tax_was_withheld_on_a_direct_rollover() {
    the_only(&edited(|came| came.withheld = Some(Money::CENT)), Code::WithheldOnDirect, Severity::Attention);
}

fn paid_out(withheld: Option<&str>, codes: &str) -> Sheet {
    let mut entry = year(Path::PaidOut);
    entry.ledger.conversions[0].rolled_over = Some(money("30100"));
    entry.ledger.conversions[0].rolled_over_on = Some(day("2026-07-10"));
    only(entry, Form1099R { withheld: withheld.map(money), ..form("30100", "100", "30000", codes) })
}

#[test]
fn f11_no_tax_was_withheld_on_a_payment() {
    assert_eq!(codes(&paid_out(Some("20"), "1")), []);
    let difference = the_only(&paid_out(None, "1"), Code::NothingWithheld, Severity::Attention);
    assert!(difference.words.means.contains("which is $20.00 here"), "{}", difference.words.means);
    // Under $200 in a year nothing has to be withheld.
    let small = |amount: &str, taxable: &str, basis: &str| {
        let mut entry = YearRecord::new(2026);
        entry.ledger.contributions.push(put_in("2026-03-31", basis, ""));
        entry.ledger.conversions.push(moved("2026-06-30", amount, Path::PaidOut, ""));
        only(entry, form(amount, taxable, basis, "1"))
    };
    the_only(&small("199.99", "99.99", "100"), Code::NothingWithheld, Severity::Note);
    the_only(&small("200", "100", "100"), Code::NothingWithheld, Severity::Attention);
}

#[test]
fn f12_the_tax_withheld_is_not_20_percent() {
    // A cent for each payment is rounding.
    assert_eq!(codes(&paid_out(Some("20.01"), "1")), []);
    the_only(&paid_out(Some("20.02"), "1"), Code::WithheldDiffers, Severity::Note);
}

#[test]
fn f13_a_payment_to_the_person_by_the_code() {
    for code in ["1", "2", "7"] {
        let difference = the_only(&edited(|came| came.codes = code.to_owned()), Code::CodePaidOut, Severity::Problem);
        // With code 1, 10% of the 100 in box 2a.
        assert_eq!(difference.words.matters.contains("$10.00 on box 2a"), code == "1", "{}", difference.words.matters);
    }
}

#[test]
fn f14_to_f20_other_codes() {
    for (typed, code, severity) in [
        ("H", Code::CodeH, Severity::Problem),
        ("B", Code::CodeB, Severity::Problem),
        ("BG", Code::CodeB, Severity::Problem),
        ("7B", Code::CodeB, Severity::Problem),
        ("E", Code::CodeCorrection, Severity::Problem),
        ("8", Code::CodeCorrection, Severity::Problem),
        ("P1", Code::CodeCorrection, Severity::Problem),
        ("J", Code::CodeIra, Severity::Problem),
        ("T", Code::CodeIra, Severity::Problem),
        ("Q", Code::CodeIra, Severity::Problem),
        ("S", Code::CodeIra, Severity::Problem),
        ("N", Code::CodeIra, Severity::Problem),
        ("R", Code::CodeIra, Severity::Problem),
        ("Y", Code::CodeIra, Severity::Problem),
        ("4", Code::CodeOther, Severity::Problem),
        ("L", Code::CodeOther, Severity::Problem),
        ("Z", Code::CodeOther, Severity::Problem),
        ("?9", Code::CodeOther, Severity::Problem),
        ("G1", Code::CodeWithAnother, Severity::Attention),
        ("4G", Code::CodeWithAnother, Severity::Attention),
        ("", Code::CodeMissing, Severity::Attention),
    ] {
        let sheet = edited(|came| came.codes = typed.to_owned());
        assert_eq!((codes(&sheet), sheet.differences[0].words.severity), (vec![code], severity), "{typed}");
    }
    for typed in ["G", "g", " G ", "G,"] {
        assert_eq!(codes(&edited(|came| came.codes = typed.to_owned())), [], "{typed:?}");
    }
}

#[test]
fn f21_and_f22_codes_of_a_payment() {
    the_only(&paid_out(Some("20"), "G"), Code::CodeDirect, Severity::Attention);
    the_only(&paid_out(Some("20"), "7"), Code::CodeAge, Severity::Attention);
    the_only(&paid_out(Some("20"), "2"), Code::CodeAge, Severity::Note);
    the_only(&paid_out(Some("20"), "4"), Code::CodeOther, Severity::Problem);
}

#[test]
fn the_day_of_the_payment_decides_between_1_and_7() {
    for (birth, code) in [("1967-01-01", "1"), ("1966-12-30", "7"), ("1966-12-31", "7")] {
        // June 30, 2026 is 59 years and six months after December 30, 1966.
        let record = Record { birth_date: Some(day(birth)), years: vec![year(Path::PaidOut)], ..Record::default() };
        let result = worksheets::tax_forms(&record, 2026, day(AFTER)).expect("a result");
        assert_eq!(result.expected[0].codes, code, "{birth}");
    }
    let record = Record { years: vec![year(Path::PaidOut)], ..Record::default() };
    let result = worksheets::tax_forms(&record, 2026, day(AFTER)).expect("a result");
    assert_eq!(result.expected[0].codes, "1 or 7");
    // A year in which both ages occur has two forms.
    let mut entry = year(Path::PaidOut);
    entry.ledger.contributions.push(put_in("2026-07-01", "1000", ""));
    entry.ledger.conversions.push(moved("2026-09-30", "1000", Path::PaidOut, ""));
    let record = Record { birth_date: Some(day("1967-03-01")), years: vec![entry], ..Record::default() };
    let result = worksheets::tax_forms(&record, 2026, day(AFTER)).expect("a result");
    let both: Vec<_> = result.expected.iter().map(|form| (form.codes, form.gross.value)).collect();
    assert_eq!(both, [("1", money("30100")), ("7", money("1000"))]);
}

#[test]
fn f23_the_ira_box() {
    the_only(&edited(|came| came.ira = true), Code::IraChecked, Severity::Problem);
}

#[test]
fn f24_boxes_10_and_11() {
    the_only(&edited(|came| came.within_5_years = Some(Money::CENT)), Code::RothBoxes, Severity::Note);
    the_only(&edited(|came| came.first_roth_year = Some(2020)), Code::RothBoxes, Severity::Note);
    assert_eq!(codes(&edited(|came| came.within_5_years = Some(Money::ZERO))), []);
}

#[test]
fn f25_total_distribution() {
    // The after-tax account was emptied, and other money stays in the plan.
    the_only(&edited(|came| came.total = true), Code::TotalDistribution, Severity::Note);
    // Where it is the whole account that was emptied, the mark is due.
    let mut entry = year(Path::RothIra);
    entry.plan.separate_accounting = Answer::No;
    assert_eq!(codes(&only(entry.clone(), Form1099R { total: true, ..right() })), []);
    assert_eq!(codes(&only(entry, right())), [Code::TotalDistribution]);
    let mut entry = year(Path::InPlan);
    entry.plan.separate_accounting = Answer::No;
    assert_eq!(codes(&only(entry, right())), []);
}

#[test]
fn a_loss_may_leave_box_2a_blank_and_show_all_contributions() {
    let lost = || {
        let mut entry = YearRecord::new(2026);
        entry.ledger.contributions.push(put_in("2026-03-31", "30000", ""));
        entry.ledger.balances.push(planner::record::Balance {
            date: day("2026-06-30"),
            value: money("29000"),
            plan: PlanName::ThisJob,
        });
        entry.ledger.conversions.push(moved("2026-06-30", "29000", Path::RothIra, ""));
        entry
    };
    let result = work(lost(), AFTER);
    let [expected] = result.expected.as_slice() else { panic!("one form") };
    assert_eq!((expected.gross.value, expected.taxable.value), (money("29000"), Money::ZERO));
    assert_eq!((expected.basis.value, expected.lost), (money("29000"), money("1000")));
    assert_eq!(codes(&only(lost(), form("29000", "0", "29000", "G"))), []);
    assert_eq!(codes(&only(lost(), form("29000", "0", "30000", "G"))), []);
    assert_eq!(codes(&only(lost(), Form1099R { taxable: None, ..form("29000", "0", "30000", "G") })), []);
    let sheet = only(lost(), form("29000", "0", "30000.01", "G"));
    assert_eq!(codes(&sheet), [Code::BasisDiffers, Code::NotAddingUp]);
}

#[test]
fn f27_a_form_that_nothing_explains() {
    let mut entry = year(Path::RothIra);
    entry.forms = vec![right(), form("50", "50", "0", "J")];
    let result = work(entry, AFTER);
    assert_eq!(codes(&result.sheets[0]), []);
    assert_eq!(
        (codes(&result.sheets[1]), result.sheets[1].status),
        (vec![Code::Unexplained], SheetStatus::Unexplained)
    );
    assert!(result.sheets[1].differences[0].words.means.contains("early payment from a Roth IRA"));
    // It is not in the figures of the return.
    assert_eq!(result.amounts.by_forms.expect("forms").gross, money("30100"));
    // Without any conversion as well.
    let mut entry = YearRecord::new(2026);
    entry.forms.push(right());
    assert_eq!(codes(&work(entry, AFTER).sheets[0]), [Code::Unexplained]);
}

#[test]
fn f28_a_form_that_is_not_there() {
    let open = |today: &str, forms: Vec<Form1099R>| {
        let mut entry = year(Path::RothIra);
        entry.ledger.contributions.push(put_in("2026-07-31", "100", ""));
        entry.ledger.conversions.push(moved("2026-07-31", "100", Path::InPlan, ""));
        entry.forms = forms;
        let sheets = work(entry, today).sheets;
        sheets.into_iter().find(|sheet| sheet.typed.is_empty()).expect("an open form").differences
    };
    // January 31, 2027 is a Sunday.
    assert_eq!(open("2027-02-01", vec![]), []);
    let early = open("2027-02-01", vec![right()]);
    assert_eq!((early[0].code(), early[0].words.severity), (Code::Missing, Severity::Note));
    assert!(early[0].words.matters.contains("until February 1, 2027"), "{}", early[0].words.matters);
    let late = open("2027-02-02", vec![]);
    assert_eq!((late[0].code(), late[0].words.severity), (Code::Missing, Severity::Attention));
    assert!(late[0].words.request.contains("$100.00 left in 2026"), "{}", late[0].words.request);
}

#[test]
fn f28_under_ten_dollars_no_form_need_come() {
    let small = |amount: &str| {
        let mut entry = YearRecord::new(2026);
        entry.ledger.contributions.push(put_in("2026-03-31", amount, ""));
        entry.ledger.conversions.push(moved("2026-03-31", amount, Path::InPlan, ""));
        work(entry, AFTER).sheets[0].differences[0].words.severity
    };
    assert_eq!((small("9.99"), small("10")), (Severity::Note, Severity::Attention));
}

#[test]
fn f29_the_same_form_twice() {
    let mut entry = year(Path::RothIra);
    entry.forms = vec![right(), right()];
    let result = work(entry.clone(), AFTER);
    assert_eq!(codes(&result.sheets[1]), [Code::Twice]);
    entry.forms[1].payer = "another".to_owned();
    assert_eq!(codes(&work(entry.clone(), AFTER).sheets[1]), [Code::Unexplained]);
    // Two plans may well send the same figures.
    entry.forms[1].payer = String::new();
    entry.ledger.contributions.push(put_in("2026-03-31", "30000", "Other plan"));
    entry.ledger.conversions.push(moved("2026-06-30", "30100", Path::RothIra, "Other plan"));
    assert!(work(entry, AFTER).sheets.iter().all(|sheet| sheet.differences.is_empty()));
}

#[test]
fn f30_one_form_for_several() {
    // Both parts of a split.
    let sheet = only(year(Path::Split), form("30100", "0", "30000", "G"));
    assert_eq!(sheet.expected, [0, 1]);
    assert_eq!(codes(&sheet), [Code::Combined]);
    // In-plan and direct.
    let both = || {
        let mut entry = year(Path::RothIra);
        entry.ledger.contributions.push(put_in("2026-07-31", "1000", ""));
        entry.ledger.conversions.push(moved("2026-07-31", "1000", Path::InPlan, ""));
        entry
    };
    let sheet = only(both(), form("31100", "100", "31000", "G"));
    assert_eq!(codes(&sheet), [Code::Combined]);
    // A cent off, it is compared with the nearest.
    let mut entry = both();
    entry.forms.push(form("31100.01", "100", "31000.01", "G"));
    let sheets = work(entry, AFTER).sheets;
    assert_eq!((sheets.len(), codes(&sheets[0])), (1, vec![Code::GrossHigher, Code::Combined]));
}

#[test]
fn f31_several_forms_for_one() {
    let mut entry = year(Path::RothIra);
    entry.forms = vec![form("20000", "60", "19940", "G"), form("10100", "40", "10060", "G")];
    let sheets = work(entry.clone(), AFTER).sheets;
    assert_eq!((sheets.len(), codes(&sheets[0])), (1, vec![Code::OneByOne]));
    assert_eq!(sheets[0].typed, [0, 1]);
    // A cent off, they are not.
    entry.forms[1].gross = Some(money("10100.01"));
    assert_eq!(work(entry.clone(), AFTER).sheets.len(), 2);
    // A blank in one leaves the sum of box 2a unknown.
    entry.forms[1] = Form1099R { taxable: None, ..form("10100", "40", "10060", "G") };
    assert_eq!(codes(&work(entry, AFTER).sheets[0]), [Code::NotDetermined, Code::OneByOne]);
}

#[test]
fn f32_box_1_is_empty() {
    the_only(&edited(|came| came.gross = None), Code::GrossMissing, Severity::Attention);
}

fn returned(kind: ReturnKind, roth: Answer, paid: &str) -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.returned.push(Returned {
        kind,
        roth,
        excess: Some(money("2500")),
        pre_tax: None,
        earnings: Some(money("80")),
        paid_on: Some(day(paid)),
        converted: Answer::No,
    });
    entry
}

#[test]
fn f33_a_correction_without_its_code() {
    for (kind, code) in [(ReturnKind::AcpTest, "8"), (ReturnKind::AnnualAdditions, "E")] {
        let entry = returned(kind, Answer::Unknown, "2026-12-01");
        assert_eq!(codes(&only(entry.clone(), form("2580", "80", "2500", code))), []);
        let sheet = only(entry, form("2580", "80", "2500", "7"));
        the_only(&sheet, Code::CodeOfCorrection, Severity::Attention);
    }
}

#[test]
fn returned_money_has_the_forms_of_its_kind() {
    let forms = |kind, roth, paid: &str| {
        let next = YearRecord { returned: Vec::new(), ..YearRecord::new(2027) };
        let record = Record { years: vec![returned(kind, roth, paid), next], ..Record::default() };
        let of = day(paid).year();
        let result = worksheets::tax_forms(&record, of, day("2028-02-15")).expect("a result");
        let boxes = |form: &tax_forms::ExpectedForm| {
            (form.codes, form.gross.value.plain(), form.taxable.value.plain(), form.basis.value.plain())
        };
        let wages = result.amounts.wages.plain();
        (result.expected.iter().map(boxes).collect::<Vec<_>>(), wages)
    };
    let row = |codes, gross: &str, taxable: &str, basis: &str| {
        (codes, gross.to_owned(), taxable.to_owned(), basis.to_owned())
    };
    let one = |codes, taxable: &str, basis: &str| vec![row(codes, "2580.00", taxable, basis)];
    let (acp, additions, deferrals) = (ReturnKind::AcpTest, ReturnKind::AnnualAdditions, ReturnKind::Deferrals);
    let none = "0.00".to_owned();
    assert_eq!(forms(acp, Answer::Unknown, "2027-03-10"), (one("8", "80.00", "2500.00"), "80.00".to_owned()));
    assert_eq!(forms(additions, Answer::Unknown, "2027-03-10"), (one("E", "80.00", "2500.00"), none));
    assert_eq!(forms(deferrals, Answer::Yes, "2027-03-10"), (one("8B", "80.00", "2500.00"), "80.00".to_owned()));
    assert_eq!(forms(deferrals, Answer::No, "2026-12-10"), (one("8", "2580.00", "0.00"), "2580.00".to_owned()));
    let two = vec![row("P", "2500.00", "2500.00", "0.00"), row("8", "80.00", "80.00", "0.00")];
    assert_eq!(forms(deferrals, Answer::No, "2027-03-10"), (two, "80.00".to_owned()));
}

#[test]
fn the_payers_name_decides_between_plans() {
    let mut entry = YearRecord::new(2026);
    for plan in ["Acme", "Zenith"] {
        entry.ledger.contributions.push(put_in("2026-03-31", "30000", plan));
    }
    entry.ledger.conversions.push(moved("2026-06-30", "30100", Path::RothIra, "Acme"));
    entry.ledger.conversions.push(moved("2026-06-30", "30200", Path::RothIra, "Zenith"));
    // Box 1 is that of Acme, and the form says that it is Zenith's.
    entry.forms.push(Form1099R { payer: "ZENITH 401(k) Trust".to_owned(), ..right() });
    let sheets = work(entry, AFTER).sheets;
    assert_eq!(codes(&sheets[0]), [Code::Missing]);
    assert_eq!((sheets[1].typed.as_slice(), codes(&sheets[1])), (&[0][..], vec![Code::GrossLower, Code::TaxableLower]));
}

#[test]
fn a_wrong_code_and_amount_is_matched_only_where_no_other_can_be_meant() {
    let both = |came: Vec<Form1099R>| {
        let mut entry = year(Path::RothIra);
        entry.ledger.contributions.push(put_in("2026-07-31", "1000", ""));
        entry.ledger.conversions.push(moved("2026-07-31", "1000", Path::InPlan, ""));
        entry.forms = came;
        work(entry, AFTER).sheets.iter().map(codes).collect::<Vec<_>>()
    };
    let odd = || form("900", "0", "900", "7");
    // Both are open, so that it may be either or neither.
    assert_eq!(both(vec![odd()]), [vec![Code::Missing], vec![Code::Missing], vec![Code::Unexplained]]);
    // One is taken, so that it can only be the other.
    assert_eq!(both(vec![right(), odd()])[0], [Code::GrossLower, Code::CodePaidOut]);
    // But not with a code of something else.
    let loan = || form("900", "900", "0", "L");
    assert_eq!(both(vec![right(), loan()]), [vec![Code::Missing], vec![], vec![Code::Unexplained]]);
}
