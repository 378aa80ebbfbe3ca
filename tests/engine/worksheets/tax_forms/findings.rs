//! One test for each finding of the tax forms worksheet, then the lines of the return
//! year by year, the other forms, money returned, the page to keep, and what the
//! worksheet says at its end.

use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::explain::{Found, Severity};
use planner::money::Money;
use planner::record::{
    Answer, Balance, Contribution, Conversion, Form1099R, Landing, Path, PlanName, Record, ReturnKind, Returned, Spot,
    YearRecord,
};
use planner::report::Report;
use planner::worksheets::tax_forms::{Code, Finding, TaxForms};
use planner::worksheets::year::NotReady;

const AFTER: &str = "2027-02-15";

fn put_in(on: &str, amount: &str) -> Contribution {
    Contribution::new(day(on), money(amount))
}

fn moved(on: &str, amount: &str, path: Path) -> Conversion {
    Conversion {
        date: day(on),
        amount: money(amount),
        path,
        plan_basis: None,
        plan_earnings: None,
        destination: "Roth IRA at the bank".to_owned(),
        confirmation: "C-17".to_owned(),
        plan: PlanName::ThisJob,
        rolled_over: None,
        rolled_over_on: None,
        received_on: None,
        to_traditional: None,
    }
}

/// 30,000 put in on March 31, 2026, and 30,100 that left on June 30.
fn year(path: Path) -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.ledger.contributions.push(put_in("2026-03-31", "30000"));
    entry.ledger.conversions.push(moved("2026-06-30", "30100", path));
    entry
}

fn right() -> Form1099R {
    Form1099R {
        gross: Some(money("30100")),
        taxable: Some(money("100")),
        basis: Some(money("30000")),
        codes: "G".to_owned(),
        ..Form1099R::default()
    }
}

fn person(entry: YearRecord) -> Record {
    Record { birth_date: Some(day("1985-06-15")), years: vec![entry], ..Record::default() }
}

#[track_caller]
fn work(entry: YearRecord, today: &str) -> TaxForms {
    let of = entry.year;
    let result = worksheets::tax_forms(&person(entry), of, day(today)).unwrap_or_else(|error| panic!("{error}"));
    assert!(result.findings.is_sorted_by_key(|finding| finding.words.severity), "the gravest first");
    result
}

fn finding(result: &TaxForms, code: Code) -> Option<Found<Finding>> {
    result.findings.iter().find(|finding| finding.code() == code).cloned()
}

#[track_caller]
fn found(result: &TaxForms, code: Code, severity: Severity) -> Found<Finding> {
    let finding = finding(result, code).unwrap_or_else(|| panic!("{code:?} in {:?}", result.findings));
    assert_eq!(finding.words.severity, severity);
    finding
}

#[test]
fn x01_forms_came_and_the_ledger_has_no_conversion() {
    let mut entry = YearRecord::new(2026);
    entry.forms.push(right());
    found(&work(entry, AFTER), Code::NoConversion, Severity::Attention);
    let mut entry = year(Path::RothIra);
    entry.forms.push(right());
    assert_eq!(finding(&work(entry, AFTER), Code::NoConversion), None);
}

#[test]
fn x02_no_contributions_are_entered() {
    let mut entry = year(Path::RothIra);
    entry.ledger.contributions.clear();
    let result = work(entry.clone(), AFTER);
    found(&result, Code::NoContributions, Severity::Problem);
    assert_eq!(result.amounts.taxable, money("30100"));
    // The plan's own figures do instead.
    entry.ledger.conversions[0].plan_basis = Some(money("30000"));
    assert_eq!(finding(&work(entry, AFTER), Code::NoContributions), None);
}

#[test]
fn x03_the_plans_basis_exceeds_the_contributions() {
    let with = |basis: &str| {
        let mut entry = year(Path::RothIra);
        entry.ledger.conversions[0].plan_basis = Some(money(basis));
        work(entry, AFTER)
    };
    assert_eq!(finding(&with("30000"), Code::BasisMissing), None);
    let result = with("30000.01");
    assert!(found(&result, Code::BasisMissing, Severity::Attention).words.title.contains("$0.01"));
    assert_eq!(result.expected[0].basis.value, money("30000.01"));
}

#[test]
fn x04_and_x05_a_balance_is_missing() {
    let with = |separate: Answer, amount: &str, balance: Option<&str>| {
        let mut entry = year(Path::RothIra);
        entry.plan.separate_accounting = separate;
        entry.ledger.conversions[0].amount = money(amount);
        let value = |value: &str| Balance { date: day("2026-06-30"), value: money(value), plan: PlanName::ThisJob };
        entry.ledger.balances.extend(balance.map(value));
        let result = work(entry, AFTER);
        (finding(&result, Code::WholeWithoutBalance).is_some(), finding(&result, Code::PartWithoutBalance).is_some())
    };
    assert_eq!(with(Answer::No, "20000", None), (true, false));
    assert_eq!(with(Answer::No, "20000", Some("90000")), (false, false));
    assert_eq!(with(Answer::Yes, "20000", None), (false, true));
    assert_eq!(with(Answer::Yes, "20000", Some("30100")), (false, false));
    // All of it needs no balance: what is more than the contributions is earnings.
    assert_eq!(with(Answer::Yes, "30100", None), (false, false));
}

#[test]
fn x06_to_x08_the_forms_are_due_or_not() {
    let with = |today: &str, forms: Vec<Form1099R>| {
        let mut entry = year(Path::RothIra);
        entry.forms = forms;
        let result = work(entry, today);
        [Code::FormsDue, Code::FormsToCome, Code::YearOpen].map(|code| finding(&result, code).is_some())
    };
    assert_eq!(with("2026-12-31", vec![]), [false, true, true]);
    // January 31, 2027 is a Sunday: the forms are due on Monday.
    assert_eq!(with("2027-01-01", vec![]), [false, true, false]);
    assert_eq!(with("2027-02-01", vec![]), [false, true, false]);
    assert_eq!(with("2027-02-02", vec![]), [true, false, false]);
    assert_eq!(with("2027-02-02", vec![right()]), [false, false, false]);
}

/// A payment on November 30, 2026, whose 60 days end on January 29, 2027.
fn paid(rolled: Option<(&str, &str)>) -> YearRecord {
    let mut entry = year(Path::PaidOut);
    let row = &mut entry.ledger.conversions[0];
    row.date = day("2026-11-30");
    row.rolled_over = rolled.map(|(amount, _)| money(amount));
    row.rolled_over_on = rolled.map(|(_, on)| day(on));
    entry
}

#[test]
fn x09_to_x11_the_sixty_days() {
    let with = |today: &str, rolled: Option<(&str, &str)>| {
        let result = work(paid(rolled), today);
        let codes = [Code::RollOverOpen, Code::RollOverMissed, Code::RolledOverInPart];
        (codes.map(|code| finding(&result, code).is_some()), result.amounts.early, result.amounts.additional_tax)
    };
    let none = (Money::ZERO, Money::ZERO);
    let (open, missed, part) = ([true, false, false], [false, true, false], [false, false, true]);
    assert_eq!(with("2027-01-29", None), (open, none.0, none.1));
    // The 100 of earnings stays, and bears 10%.
    assert_eq!(with("2027-01-30", None), (missed, money("100"), money("10")));
    assert_eq!(with("2027-02-15", Some(("30100", "2027-01-29"))), ([false; 3], none.0, none.1));
    assert_eq!(with("2027-02-15", Some(("30100", "2027-02-13"))), (missed, money("100"), money("10")));
    // What is rolled over counts as earnings first.
    assert_eq!(with("2027-02-15", Some(("100", "2027-01-10"))), (part, none.0, none.1));
    assert_eq!(with("2027-02-15", Some(("40", "2027-01-10"))), (part, money("60"), money("6")));
    assert_eq!(with("2027-01-15", Some(("40", "2027-01-10"))), (open, none.0, none.1));
}

#[test]
fn x10_names_the_price_of_what_stayed() {
    let result = work(paid(None), AFTER);
    let text = found(&result, Code::RollOverMissed, Severity::Attention).words.text;
    assert!(text.contains("ended on January 29, 2027") && text.contains("$100.00 that is taxable"), "{text}");
    let line = result.tax_return.iter().find(|line| line.line.starts_with("Schedule 2")).expect("a line");
    assert_eq!((line.line.as_str(), line.enter.as_str()), ("Schedule 2 (Form 1040), line 8", "$10.00"));
    assert!(line.note.contains("no Form 5329 is needed"), "{}", line.note);
    // Nothing was rolled over, so there is no mark.
    assert!(!result.tax_return.iter().any(|line| line.what == "Rollover mark"));
}

#[test]
fn x12_the_birth_date_is_open() {
    let without = |path: Path| {
        let record = Record { years: vec![year(path)], ..Record::default() };
        let result = worksheets::tax_forms(&record, 2026, day(AFTER)).expect("a result");
        finding(&result, Code::BirthDateOpen).is_some()
    };
    assert!(without(Path::PaidOut) && !without(Path::RothIra));
    assert_eq!(finding(&work(paid(None), AFTER), Code::BirthDateOpen), None);
}

fn returned(kind: ReturnKind, paid_on: Option<&str>, converted: Answer) -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.returned.push(Returned {
        kind,
        excess: Some(money("2500")),
        pre_tax: None,
        earnings: Some(money("80")),
        paid_on: paid_on.map(day),
        converted,
        roth: Answer::No,
    });
    entry
}

#[test]
fn x13_returned_money_had_been_converted() {
    let result = work(returned(ReturnKind::AcpTest, Some("2027-03-10"), Answer::Yes), AFTER);
    let text = found(&result, Code::ConvertedExcess, Severity::Problem).words.text;
    // The return's due date with its extension.
    assert!(text.contains("October 15, 2027"), "{text}");
    let case = &result.returns[0];
    assert!(case.own && case.todo.contains("excess contribution by October 15, 2027"), "{}", case.todo);
    let result = work(returned(ReturnKind::AcpTest, Some("2027-03-10"), Answer::No), AFTER);
    assert_eq!(finding(&result, Code::ConvertedExcess), None);
    assert!(!result.returns[0].todo.contains("excess contribution"));
}

#[test]
fn x14_money_is_still_to_come_back() {
    let severity = |kind, today: &str| {
        found(&work(returned(kind, None, Answer::No), today), Code::ReturnToCome, Severity::Attention).words.text
    };
    assert!(severity(ReturnKind::AcpTest, "2027-03-15").contains("by March 15, 2027"));
    // An eligible automatic arrangement would have until June 30.
    assert!(severity(ReturnKind::AcpTest, "2027-06-30").contains("by March 15, 2027"));
    let of_plan = |ends, arrangement, today: &str| {
        let mut entry = returned(ReturnKind::AcpTest, None, Answer::No);
        (entry.plan.plan_year_ends, entry.plan.automatic_arrangement) = (ends, arrangement);
        work(entry, today)
    };
    for (ends, arrangement, late) in [
        (None, Answer::Unknown, "2027-07-01"),
        (None, Answer::No, "2027-03-16"),
        (None, Answer::Yes, "2027-07-01"),
        (Some(6), Answer::No, "2026-09-16"),
    ] {
        let late = of_plan(ends, arrangement, late);
        found(&late, Code::ReturnToCome, Severity::Problem);
    }
    let fiscal = of_plan(Some(6), Answer::No, "2026-09-15");
    let case = &fiscal.returns[0];
    assert_eq!(case.by, Some(day("2026-09-15")));
    assert!(case.arrives.contains("by September 15, 2026. After that"), "{}", case.arrives);
    assert!(case.arrives.contains("10% tax; June 30, 2027 is the last day."), "{}", case.arrives);
    assert!(severity(ReturnKind::Deferrals, "2027-04-15").contains("by April 15, 2027"));
    assert!(severity(ReturnKind::AnnualAdditions, "2028-04-15").contains("no deadline"));
    let late = work(returned(ReturnKind::Deferrals, None, Answer::No), "2027-04-16");
    found(&late, Code::ReturnToCome, Severity::Problem);
    let done = work(returned(ReturnKind::Deferrals, Some("2027-04-10"), Answer::No), "2027-04-16");
    assert_eq!(finding(&done, Code::ReturnToCome), None);
}

#[test]
fn x15_excess_deferrals_came_back_late() {
    let with = |paid: &str| {
        finding(&work(returned(ReturnKind::Deferrals, Some(paid), Answer::No), "2027-06-01"), Code::ReturnLate)
    };
    assert_eq!(with("2027-04-15"), None);
    assert!(with("2027-04-16").expect("late").words.text.contains("taxed twice"));
    let acp = work(returned(ReturnKind::AcpTest, Some("2027-04-16"), Answer::No), "2027-06-01");
    assert_eq!(finding(&acp, Code::ReturnLate), None);
}

#[test]
fn x16_a_loss_that_cannot_be_deducted() {
    let with = |value: &str| {
        let mut entry = year(Path::RothIra);
        entry.ledger.balances.push(Balance { date: day("2026-06-30"), value: money(value), plan: PlanName::ThisJob });
        entry.ledger.conversions[0].amount = money(value);
        work(entry, AFTER)
    };
    assert_eq!(finding(&with("30000"), Code::Loss), None);
    assert!(found(&with("29999.99"), Code::Loss, Severity::Note).words.title.contains("$0.01"));
}

#[test]
fn x17_ledger_and_forms_give_different_taxable_amounts() {
    let with = |taxable: &str| {
        let mut entry = year(Path::RothIra);
        entry.forms.push(Form1099R { taxable: Some(money(taxable)), ..right() });
        work(entry, AFTER)
    };
    assert_eq!(finding(&with("100"), Code::ReturnDiffers), None);
    let result = with("120");
    let found = found(&result, Code::ReturnDiffers, Severity::Attention);
    assert_eq!(found.finding, Finding::ReturnDiffers { by_ledger: money("100"), by_forms: money("120") });
    let text = found.words.text;
    assert!(text.contains("Your ledger makes $100.00 taxable, the forms $120.00"), "{text}");
    let line = result.tax_return.iter().find(|line| line.line == "Form 1040, line 5b").expect("line 5b");
    assert_eq!((line.enter.as_str(), line.by_forms.as_deref()), ("$100.00", Some("$120.00")));
}

#[test]
fn the_lines_of_each_years_return() {
    let lines = |of: i16| -> Vec<(String, String)> {
        let mut entry = YearRecord::new(of);
        entry.ledger.contributions.push(put_in(&format!("{of}-03-31"), "30000"));
        entry.ledger.conversions.push(moved(&format!("{of}-06-30"), "30100", Path::RothIra));
        work(entry, "2027-02-15").tax_return.into_iter().map(|line| (line.line, line.enter)).collect()
    };
    let expected = |gross: &str, taxable: &str, at: &str, mark: &str, ira: &str| {
        let line = |line: &str| format!("Form 1040, line {line}");
        let mut lines = vec![
            (line(gross), "$30,100.00".to_owned()),
            (line(taxable), "$100.00".to_owned()),
            (line(at), mark.to_owned()),
        ];
        if !ira.is_empty() {
            lines.push((format!("Form 1040, lines {ira}"), "nothing".to_owned()));
        }
        lines
    };
    let (write, check) = ("write “Rollover”", "check the rollover box");
    assert_eq!(lines(2026), expected("5a", "5b", "5c, box 1", check, "4a to 4c"));
    assert_eq!(lines(2025), expected("5a", "5b", "5c, box 1", check, "4a to 4c"));
    assert_eq!(lines(2024), expected("5a", "5b", "5b", write, "4a and 4b"));
    assert_eq!(lines(2020), expected("5a", "5b", "5b", write, "4a and 4b"));
    assert_eq!(lines(2019), expected("4c", "4d", "4d", write, "4a and 4b"));
    assert_eq!(lines(2018), expected("4a", "4b", "4b", write, ""));
    assert_eq!(lines(2017), expected("16a", "16b", "16b", write, "15a and 15b"));
}

#[test]
fn tax_withheld_is_entered_and_the_newest_lines_are_said_to_be_those_of_2025() {
    let result = work(paid(Some(("30100", "2026-12-10"))), AFTER);
    let withheld = result.tax_return.iter().find(|line| line.line == "Form 1040, line 25b").expect("line 25b");
    assert_eq!(withheld.enter, "$20.00");
    assert!(result.tax_return[0].note.contains("the 2025 form; check them against that of 2026"));
    let mark = result.tax_return.iter().find(|line| line.what == "Rollover mark").expect("a mark");
    assert_eq!(mark.line, "Form 1040, line 5c, box 1");
}

#[test]
fn excess_deferrals_are_wages_of_the_year_in_which_they_were_deferred() {
    let wages = |result: &TaxForms| {
        let line = result.tax_return.iter().find(|line| line.what == "Corrective distributions");
        line.map(|line| (line.line.clone(), line.enter.clone()))
    };
    let result = work(returned(ReturnKind::Deferrals, Some("2027-04-01"), Answer::No), "2027-04-02");
    assert_eq!(wages(&result), Some(("Form 1040, line 1h".to_owned(), "$2,500.00".to_owned())));
    let result = work(returned(ReturnKind::AcpTest, Some("2026-12-01"), Answer::No), "2027-04-02");
    // What comes back after the ACP test as well, and nothing of it is on the pension lines.
    assert_eq!(wages(&result), Some(("Form 1040, line 1h".to_owned(), "$80.00".to_owned())));
    assert_eq!((result.amounts.gross, result.amounts.taxable), (Money::ZERO, Money::ZERO));
    let result = work(returned(ReturnKind::AnnualAdditions, Some("2026-12-01"), Answer::No), "2027-04-02");
    assert_eq!(wages(&result), None);
    assert_eq!((result.amounts.gross, result.amounts.taxable), (money("2580"), money("80")));
}

#[test]
fn other_forms_follow_the_path() {
    let says = |path: Path, form: &str| {
        let result = work(year(path), AFTER);
        let found = result.other_forms.iter().find(|other| other.form == form);
        found.map(|other| (other.says.clone(), other.by))
    };
    let (says_5498, by) = says(Path::RothIra, "Form 5498 of the Roth IRA").expect("a form");
    assert!(says_5498.contains("Box 2") && says_5498.contains("$30,100.00"), "{says_5498}");
    // May 31, 2027 is Memorial Day.
    assert_eq!(by, Some(day("2027-06-01")));
    assert_eq!(says(Path::InPlan, "Form 5498 of the Roth IRA"), None);
    assert!(says(Path::Split, "Form 5498 of the Roth IRA").expect("a form").0.contains("$30,000.00"));
    assert!(says(Path::Split, "Form 5498 of the traditional IRA").expect("a form").0.contains("$100.00"));
    assert!(says(Path::InPlan, "Form 8606 later").expect("a form").0.contains("line 22"));
    assert!(says(Path::RothIra, "Form 8606 later").expect("a form").0.contains("line 24"));
    for path in [Path::InPlan, Path::RothIra, Path::Split, Path::PaidOut] {
        assert!(!work(year(path), AFTER).form_8606_needed, "{path:?}");
    }
}

#[test]
fn what_went_into_a_roth_ira_is_kept_by_year() {
    let mut before = YearRecord::new(2025);
    before.ledger.contributions.push(put_in("2025-03-31", "1000"));
    before.ledger.conversions.push(moved("2025-06-30", "1010", Path::Split));
    let mut own = paid(Some(("60", "2026-12-10")));
    own.ledger.contributions.push(put_in("2026-12-15", "500"));
    own.ledger.conversions.push(moved("2026-12-16", "500", Path::InPlan));
    let record = Record { years: vec![own, before], ..person(YearRecord::new(2026)) };
    let result = worksheets::tax_forms(&record, 2026, day(AFTER)).expect("a result");
    let rows: Vec<_> = result.roth_basis.iter().map(|row| (row.year, row.moved, row.taxed, row.basis)).collect();
    // Of a split only the basis; of a payment what was rolled over, earnings first.
    let expected = [(2025, money("1000"), Money::ZERO, money("1000")), (2026, money("60"), money("60"), Money::ZERO)];
    assert_eq!(rows, expected);
}

#[test]
fn cases_not_the_persons_own_are_told_as_well() {
    let result = work(returned(ReturnKind::AcpTest, None, Answer::No), AFTER);
    let kinds: Vec<_> = result.returns.iter().map(|case| (case.kind, case.own, case.by)).collect();
    assert_eq!(
        kinds,
        [
            (ReturnKind::AcpTest, true, Some(day("2027-03-15"))),
            (ReturnKind::AnnualAdditions, false, None),
            (ReturnKind::Deferrals, false, Some(day("2027-04-15"))),
        ]
    );
    assert!(result.returns[1].boxes.contains("code E") && result.returns[1].arrives.contains("October 15, 2027"));
}

#[test]
fn questions_have_the_persons_figures() {
    let result = work(year(Path::RothIra), AFTER);
    assert!(result.questions.len() >= 8);
    let answer = |asks: &str| {
        let found = result.questions.iter().find(|question| question.asks.contains(asks));
        found.unwrap_or_else(|| panic!("no question {asks:?}")).answer.clone()
    };
    assert!(answer("after-tax contributions to the plan").contains("$30,000.00"));
    assert!(answer("income look so big").contains("5a shows everything that moved, $30,100.00"));
    assert!(answer("income limit").starts_with("No."));
    let asks: Vec<&str> = result.questions.iter().map(|question| question.asks.as_str()).collect();
    // Only for a rollover to a Roth IRA do the law and the worksheet say so.
    let in_plan = work(year(Path::InPlan), AFTER);
    let limit = in_plan.questions.iter().find(|question| question.asks.contains("income limit")).expect("a question");
    assert!(limit.answer.contains("so count them"), "{}", limit.answer);
    assert_eq!(asks.len(), in_plan.questions.len());
    // Of a correction nothing was rolled over.
    let correction = work(returned(ReturnKind::AcpTest, Some("2026-12-01"), Answer::No), AFTER);
    assert!(correction.questions[0].answer.starts_with("Your ledger shows that nothing was."));
}

#[test]
fn the_page_to_keep_has_the_years_record() {
    let mut entry = year(Path::RothIra);
    entry.ledger.contributions.push(put_in("2026-12-31", "400"));
    entry.landing = Landing {
        spot: Spot::RothIra,
        reason: "lower costs".to_owned(),
        chosen_on: Some(day("2026-01-05")),
        ..Landing::default()
    };
    let dossier = work(entry, AFTER).dossier;
    assert_eq!((dossier.contributed, dossier.moved), (money("30400"), money("30100")));
    assert_eq!((dossier.basis, dossier.earnings, dossier.taxable), (money("30000"), money("100"), money("100")));
    assert_eq!(dossier.unconverted, money("400"));
    assert_eq!(dossier.landing, "You chose a Roth IRA on January 5, 2026. Your reason: “lower costs”");
    assert_eq!(dossier.keep.len(), 5);
}

#[test]
fn what_later_years_took_out_was_still_in_at_the_years_end() {
    let mut own = year(Path::RothIra);
    own.ledger.contributions.push(put_in("2026-12-31", "400"));
    let mut next = YearRecord::new(2027);
    next.ledger.conversions.push(moved("2027-01-04", "400", Path::RothIra));
    let record = Record { years: vec![next, own], ..person(YearRecord::new(2026)) };
    let result = worksheets::tax_forms(&record, 2026, day(AFTER)).expect("a result");
    assert_eq!((result.dossier.unconverted, result.dossier.moved), (money("400"), money("30100")));
}

#[test]
fn nothing_to_say_yet() {
    let nothing = |record: &Record, of: i16| worksheets::tax_forms(record, of, day(AFTER)).expect_err("no result");
    let empty = person(YearRecord::new(2026));
    assert_eq!(nothing(&empty, 2025), NotReady::NoSuchYear { year: 2025 });
    assert_eq!(nothing(&empty, 2026), NotReady::NoForms { year: 2026 });
    assert!(nothing(&empty, 2026).to_string().contains("Enter a conversion of 2026"));
    // Contributions alone have no form.
    let mut entry = YearRecord::new(2026);
    entry.ledger.contributions.push(put_in("2026-03-31", "30000"));
    assert_eq!(nothing(&person(entry.clone()), 2026), NotReady::NoForms { year: 2026 });
    entry.ledger.contributions = vec![put_in("2026-03-31", "999999999.99"); 1001];
    assert!(matches!(nothing(&person(entry), 2026), NotReady::TooLarge(_)));
}

#[test]
fn the_closing_says_what_should_come() {
    let closing = work(year(Path::RothIra), "2026-12-01").closing;
    assert_eq!(
        closing.decision,
        "Your Form 1099-R for 2026 should show $30,100.00 in box 1 and $100.00 in box 2a, code G. Form 1040, line 5a: $30,100.00; line 5b: $100.00."
    );
    assert_eq!((closing.by, closing.words), (Some(day("2027-02-01")), None));
    let split = work(year(Path::Split), "2026-12-01").closing;
    assert!(
        split.decision.starts_with("2 Forms 1099-R for 2026 should come, with $30,100.00 in box 1 and $0.00 in box 2a")
    );
}

#[test]
fn the_closing_says_that_the_form_agrees() {
    let mut entry = year(Path::RothIra);
    entry.forms.push(right());
    let closing = work(entry.clone(), AFTER).closing;
    assert_eq!(
        closing.decision,
        "The form you received agrees with your ledger. Form 1040, line 5a: $30,100.00; line 5b: $100.00."
    );
    assert_eq!((closing.by, closing.words), (Some(day("2027-04-15")), None));
    assert_eq!(work(entry.clone(), "2027-04-16").closing.by, None);
    // One more should have come.
    entry.ledger.contributions.push(put_in("2026-07-31", "100"));
    entry.ledger.conversions.push(moved("2026-07-31", "100", Path::InPlan));
    let closing = work(entry, AFTER).closing;
    assert!(closing.decision.contains("agrees with your ledger; 1 more should have come."), "{}", closing.decision);
    assert!(
        closing
            .words
            .expect("words")
            .contains("By my records $100.00 left in 2026 (in-plan Roth rollover), and I have no Form 1099-R")
    );
}

#[test]
fn the_closing_says_where_the_form_differs() {
    let mut entry = year(Path::RothIra);
    entry.forms.push(Form1099R { taxable: Some(money("30100")), basis: None, codes: "7".to_owned(), ..right() });
    let result = work(entry, AFTER);
    let closing = &result.closing;
    assert!(
        closing.decision.starts_with(
            "The form differs from your ledger in 3 boxes: the payer treats all of it as taxable; code 7 says that the money was paid to you. According to your ledger: Form 1040, line 5a: $30,100.00; line 5b: $100.00."
        ),
        "{}",
        closing.decision
    );
    let words = closing.words.clone().expect("words");
    assert!(words.starts_with("Subject: Form 1099-R for 2026: please check\n"), "{words}");
    assert!(words.contains("box 5 should show $30,000.00 and box 2a $100.00"), "{words}");
    assert!(words.contains("Box 7 shows 7."), "{words}");
    let report = Report::from(result);
    assert!(report.closing.mail && report.headline.grave);
    assert_eq!((report.headline.id.as_str(), report.headline.figure.as_str()), ("forms-answer", "3 boxes differ"));
}

#[test]
fn the_closing_of_returned_money_alone() {
    let closing = work(returned(ReturnKind::Deferrals, None, Answer::No), AFTER).closing;
    assert!(closing.decision.contains("the plan is returning money"), "{}", closing.decision);
    assert_eq!(closing.by, Some(day("2027-04-15")));
}

#[test]
fn the_report_has_a_paper_for_each_form_and_whole_tables() {
    let mut entry = year(Path::Split);
    entry.forms.push(Form1099R { gross: Some(money("30000")), taxable: Some(Money::ZERO), ..right() });
    let report = Report::from(work(entry, AFTER));
    let ids: Vec<_> = report.papers.iter().map(|paper| (paper.id.as_str(), paper.look.as_str())).collect();
    assert_eq!(ids, [("paper-0", "match"), ("paper-1", "open")]);
    assert!(report.papers.iter().all(|paper| paper.boxes.len() == 10));
    let dossier = report.dossier.expect("a page to keep");
    for table in report.tables.iter().chain(&dossier.tables) {
        assert!(!table.rows.is_empty() && !table.title.is_empty());
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.id);
    }
    assert!(report.tables.iter().any(|table| table.id == "tax-return"));
    assert!(dossier.keep.iter().any(|keep| keep.contains("IRC 6001, 6501")));
}
