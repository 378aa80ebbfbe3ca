//! How the texts of the ledger, the landing spot and the tax forms are read.

use crate::support::drafts::add;
use crate::support::values::today;
use planner::draft::Draft;
use planner::questions::{Field, Key, List, RowField};
use planner::reading::Reading;
use planner::record::{MOST_LEDGER_ROWS, Record, YearRecord};

fn entry(reading: &Reading) -> &YearRecord {
    reading.record.year(2026).expect("the year on show")
}

#[test]
fn every_text_of_the_ledger_the_landing_spot_and_the_forms_becomes_the_record() {
    let mut draft = Draft::new(today());
    for (field, text) in [
        (Field::SeveralPlans, "yes"),
        (Field::PlanTotal, "$7,826.94"),
        (Field::PlanTotalOn, "11/20/2026"),
        (Field::TaxRate, "31.5 %"),
        (Field::Growth, "6"),
        (Field::FormsSaved, "yes"),
        (Field::EarningsUnderstood, "no"),
        (Field::PlanRechecked, "yes"),
        (Field::LandingSpot, "roth_ira"),
        (Field::LandingReason, "  Better “funds” "),
        (Field::LandingChosenOn, "12/5/2025"),
        (Field::RothIraSince, "2012"),
        (Field::PlanRothSince, " 2026 "),
        (Field::NeededEarly, "yes"),
        (Field::LeavesFrom55, "no"),
        (Field::PlanLoans, "yes"),
        (Field::BetterInvestments, "plan"),
        (Field::LowerCosts, "alike"),
    ] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    use RowField::*;
    add(&mut draft, List::Contributions, &[(On, "1/2/2026"), (Sum, "355.77")]);
    add(&mut draft, List::Contributions, &[(On, "2026-01-16"), (Sum, "$355.77"), (Plan, " Old job ")]);
    add(&mut draft, List::Balances, &[(On, "3/31/2026"), (Sum, "2,500"), (Plan, "Old job")]);
    let conversion = [
        (On, "4/1/2026"),
        (Sum, "2,500"),
        (How, "paid_out"),
        (PlanBasis, "2,490.39"),
        (PlanEarnings, "9.61"),
        (Destination, "Roth IRA"),
        (Confirmation, "=1+1"),
        (Plan, "Old job"),
        (RolledOver, "2,500"),
        (RolledOverOn, "1/5/2027"),
    ];
    add(&mut draft, List::Conversions, &conversion);
    let form = [
        (Payer, "Example Trust"),
        (Box1, "2,500"),
        (Box2a, "9.61"),
        (NotDetermined, "yes"),
        (TotalDistribution, "yes"),
        (Box4, "0"),
        (Box5, "2,490.39"),
        (Box7, "G"),
        (IraBox, "yes"),
        (Box10, "1"),
        (Box11, "2015"),
    ];
    add(&mut draft, List::Forms, &form);
    let returned = [
        (ReturnKind, "acp_test"),
        (Excess, "100"),
        (ReturnedEarnings, "2.50"),
        (PaidOn, "3/12/2027"),
        (WasConverted, "yes"),
    ];
    add(&mut draft, List::Returns, &returned);
    add(&mut draft, List::Returns, &[(ReturnKind, "deferrals"), (Excess, "50"), (WasRoth, "no")]);
    let reading = draft.read(today());
    assert_eq!(reading.problems, []);
    let right = r#"{"format": 3, "years": [{"year": 2026,
        "ledger": {
            "contributions": [{"date": "2026-01-02", "amount": "355.77"},
                {"date": "2026-01-16", "amount": "355.77", "plan": "Old job"}],
            "balances": [{"date": "2026-03-31", "value": "2500", "plan": "Old job"}],
            "conversions": [{"date": "2026-04-01", "amount": "2500", "path": "paid_out", "plan_basis": "2490.39",
                "plan_earnings": "9.61", "destination": "Roth IRA", "confirmation": "=1+1", "plan": "Old job",
                "rolled_over": "2500", "rolled_over_on": "2027-01-05"}],
            "plan_total": "7826.94", "plan_total_on": "2026-11-20", "tax_rate": "31.5", "growth": "6",
            "forms_saved": "yes", "earnings_understood": "no", "plan_rechecked": "yes"},
        "landing": {"spot": "roth_ira", "reason": "Better “funds”", "chosen_on": "2025-12-05",
            "roth_ira_since": 2012, "plan_roth_since": 2026, "needed_early": "yes", "leaves_from_55": "no",
            "plan_loans": "yes", "investments": "plan", "lower_costs": "alike"},
        "forms": [{"payer": "Example Trust", "gross": "2500", "taxable": "9.61", "not_determined": true,
            "total": true, "withheld": "0", "basis": "2490.39", "codes": "G", "ira": true, "within_5_years": "1",
            "first_roth_year": 2015}],
        "returned": [{"kind": "acp_test", "excess": "100", "earnings": "2.50", "paid_on": "2027-03-12",
            "converted": "yes"}, {"kind": "deferrals", "excess": "50", "roth": "no"}]}]}"#;
    assert_eq!(Ok(&reading.record), Record::from_json(right).as_ref());
}

#[test]
fn a_row_half_typed_never_counts_and_an_amount_asks_for_its_date() {
    for list in List::LEDGER {
        let read = |on: &str, sum: &str| {
            let mut draft = Draft::new(today());
            let row = add(&mut draft, list, &[(RowField::On, on), (RowField::Sum, sum)]);
            let reading = draft.read(today());
            let ledger = &entry(&reading).ledger;
            let count = ledger.contributions.len() + ledger.balances.len() + ledger.conversions.len();
            let said = reading.problems.iter().map(|problem| (problem.key, problem.message.clone()));
            (count, said.collect::<Vec<_>>(), row)
        };
        assert_eq!((read("7/1/2026", "5,000").0, read("7/1/2026", "0").0), (1, 1));
        assert_eq!(read("", "").1, []);
        let (count, said, _) = read("7/1/2026", "");
        assert_eq!((count, said), (0, vec![]), "a date alone has nothing to count");
        for (on, sum, field, says) in [
            (" ", "5,000", RowField::Sum, "Enter the date as well."),
            ("", "5,00", RowField::Sum, "Put commas only between thousands"),
            ("7/1/2026", "5,00", RowField::Sum, "Put commas only between thousands"),
            ("7/1", "5,000", RowField::On, "Enter month, day and year"),
            ("7/1/2025", "5,000", RowField::On, "Enter a date in 2026."),
        ] {
            let (count, said, row) = read(on, sum);
            let [(key, message)] = said.as_slice() else { panic!("{on} {sum}: {said:?}") };
            assert_eq!((count, *key), (0, Key::Row(list, row, field)), "{on} {sum}");
            assert!(message.starts_with(says), "{message}");
        }
    }
}

#[test]
fn a_form_with_nothing_in_it_and_a_return_without_an_amount_stand_for_none() {
    let mut draft = Draft::new(today());
    add(&mut draft, List::Forms, &[(RowField::Payer, "  "), (RowField::IraBox, "no")]);
    add(&mut draft, List::Returns, &[(RowField::ReturnKind, "deferrals"), (RowField::PaidOn, "3/1/2027")]);
    let reading = draft.read(today());
    assert_eq!(reading.problems, []);
    assert_eq!((entry(&reading).forms.len(), entry(&reading).returned.len()), (0, 0));
    add(&mut draft, List::Forms, &[(RowField::Box4, "0")]);
    add(&mut draft, List::Returns, &[(RowField::ReturnedEarnings, "2")]);
    let reading = draft.read(today());
    assert_eq!((entry(&reading).forms.len(), entry(&reading).returned.len()), (1, 1));
}

/// Reading goes through every row once, so that twenty-five years take no more than
/// twenty-five times one year's time. The time itself is the benchmark's to print.
#[test]
fn ten_thousand_rows_are_all_read() {
    let mut draft = Draft::new(today());
    for year in 2002..2027 {
        draft.year = year;
        for _ in 0..MOST_LEDGER_ROWS {
            let texts = [(RowField::On, &*format!("6/15/{year}")), (RowField::Sum, "355.77")];
            add(&mut draft, List::Contributions, &texts);
        }
    }
    assert_eq!(Draft::from_saved(&draft.to_saved()).as_ref(), Ok(&draft));
    let reading = draft.read(today());
    assert_eq!((reading.problems.len(), reading.unread_years.len()), (0, 0));
    let rows: usize = reading.record.years.iter().map(|year| year.ledger.contributions.len()).sum();
    assert_eq!(rows, 10_000);
    let json = reading.record.to_json();
    assert_eq!(Record::from_json(&json), Ok(reading.record), "and fit in a record");
}

#[test]
fn the_amount_of_a_conversion_follows_from_its_contributions_and_earnings() {
    use RowField::{On, PlanBasis, PlanEarnings, Sum};
    let read = |texts: &[(RowField, &str)]| {
        let mut draft = Draft::new(today());
        add(&mut draft, List::Conversions, texts);
        draft.read(today())
    };
    let amounts = |reading: &Reading| -> Vec<String> {
        let conversions = reading.record.year(2026).map(|entry| entry.ledger.conversions.clone()).unwrap_or_default();
        conversions.iter().map(|made| made.amount.plain()).collect()
    };
    let both = read(&[(On, "4/1/2026"), (PlanBasis, "2,490.39"), (PlanEarnings, "9.61")]);
    assert_eq!((amounts(&both), both.problems.len()), (vec!["2500.00".to_owned()], 0));
    // What is typed as the amount counts, and one part alone comes to no amount.
    let typed = read(&[(On, "4/1/2026"), (Sum, "2,600"), (PlanBasis, "2,490.39"), (PlanEarnings, "9.61")]);
    assert_eq!(amounts(&typed), ["2600.00"]);
    for part in [PlanBasis, PlanEarnings] {
        let one = read(&[(On, "4/1/2026"), (part, "9.61")]);
        assert_eq!(amounts(&one), Vec::<String>::new());
        let asks = one.problems.iter().map(|problem| (problem.key, problem.unfinished)).collect::<Vec<_>>();
        assert_eq!(asks, [(Key::Row(List::Conversions, 0, part), true)]);
    }
    let too_large = read(&[(On, "4/1/2026"), (PlanBasis, "600,000,000"), (PlanEarnings, "400,000,000")]);
    assert_eq!(amounts(&too_large), Vec::<String>::new());
    let told = too_large.problems.iter().map(|problem| (problem.key, problem.message.as_str())).collect::<Vec<_>>();
    let message = "Enter an amount under $1,000,000,000.00.";
    assert_eq!(told, [PlanBasis, PlanEarnings].map(|part| (Key::Row(List::Conversions, 0, part), message)));
    let undated = read(&[(PlanBasis, "2,490.39"), (PlanEarnings, "9.61")]);
    assert_eq!(amounts(&undated), Vec::<String>::new());
    assert_eq!(undated.problems[0].message, "Enter the date as well.");
}
