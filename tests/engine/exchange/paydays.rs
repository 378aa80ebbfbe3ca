//! The after-tax contributions of the paydays so far, taken over into the ledger.

use crate::support::drafts::add;
use planner::date::Date;
use planner::draft::Draft;
use planner::exchange::Imported;
use planner::money::Money;
use planner::questions::{Field, Key, List, RowField};
use planner::report::Import;
use planner::service;

const TODAY: &str = "2026-03-20";

fn today() -> Date {
    TODAY.parse().expect("a day")
}

/// Paid 5,000 every second Friday from January 2, of which 10% is deferred.
fn biweekly(texts: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::new(today());
    draft.set(Key::BirthDate, "3/31/1985".to_owned());
    for (field, text) in [
        (Field::Cadence, "biweekly"),
        (Field::KnownPayDate, "1/2/2026"),
        (Field::PayRate, "5,000"),
        (Field::PreTaxElection, "10%"),
        (Field::AfterTaxElection, "5%"),
    ] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    for (field, text) in texts {
        draft.set(Key::Sheet(*field), (*text).to_owned());
    }
    draft
}

fn rows(imported: &Imported) -> Vec<(String, String)> {
    imported.rows.iter().map(|row| (row.date.to_string(), row.amount.plain())).collect()
}

fn right(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(date, amount)| ((*date).to_owned(), (*amount).to_owned())).collect()
}

#[test]
fn every_payday_up_to_today_gives_what_is_elected() {
    let draft = biweekly(&[]);
    let imported = draft.take_over_paydays(today());
    let days = ["2026-01-02", "2026-01-16", "2026-01-30", "2026-02-13", "2026-02-27", "2026-03-13"];
    assert_eq!(rows(&imported), right(&days.map(|day| (day, "250.00"))));
    assert_eq!(
        imported.says,
        "6 contributions ($1,500.00 in all) can be added, from January 2, 2026 to March 13, 2026. They use your \
        current after-tax election; where it was different, correct the row."
    );
    assert_eq!(imported.left_out, Vec::<String>::new());
    let mut taken = imported.draft.expect("rows");
    let reading = taken.read(today());
    assert_eq!(reading.problems, []);
    assert_eq!(reading.record.years[0].ledger.contributions.len(), 6);
    // Nothing else changes.
    for id in 0..6 {
        taken.remove_row(List::Contributions, id);
    }
    assert_eq!(taken, draft);
    // A payday counts on its day.
    let on = |day: &str| draft.take_over_paydays(day.parse().expect("a day")).rows.len();
    assert_eq!(
        (on("2026-03-12"), on("2026-03-13"), on("2027-05-01")),
        (5, 6, 27),
        "New Year's Day is paid on December 31"
    );
    assert_eq!(
        draft.take_over_paydays("2026-01-01".parse().expect("a day")).says,
        "No payday of 2026 with after-tax money has come yet."
    );
}

#[test]
fn raises_bonuses_and_dollars_are_reckoned_as_payroll_does() {
    let mut draft = biweekly(&[(Field::LastStub, "2/13/2026")]);
    add(&mut draft, List::Raises, &[(RowField::From, "2/13/2026"), (RowField::NewPay, "5,123.45")]);
    add(&mut draft, List::Bonuses, &[(RowField::Date, "2/20/2026"), (RowField::Amount, "10,000")]);
    let without = [(RowField::Date, "2/21/2026"), (RowField::Amount, "10,000"), (RowField::TakesAfterTax, "no")];
    add(&mut draft, List::Bonuses, &without);
    let unsure = [(RowField::Date, "2/22/2026"), (RowField::Amount, "10,000"), (RowField::Sure, "unsure")];
    add(&mut draft, List::Bonuses, &unsure);
    add(&mut draft, List::Bonuses, &[(RowField::Date, "3/27/2026"), (RowField::Amount, "10,000")]);
    let imported = draft.take_over_paydays(today());
    assert_eq!(
        rows(&imported),
        right(&[
            ("2026-01-02", "250.00"),
            ("2026-01-16", "250.00"),
            ("2026-01-30", "250.00"),
            ("2026-02-13", "256.17"),
            ("2026-02-20", "500.00"),
            ("2026-02-27", "256.17"),
            ("2026-03-13", "256.17"),
        ])
    );
    // Dollars are taken from regular paychecks only.
    draft.set(Key::Sheet(Field::AfterTaxElection), "$123.45".to_owned());
    let imported = draft.take_over_paydays(today());
    assert_eq!(imported.rows.len(), 6);
    assert!(imported.rows.iter().all(|row| row.amount.plain() == "123.45"));
}

#[test]
fn no_more_is_taken_than_pay_leaves_and_what_spills_over_comes_on_top() {
    let imported = biweekly(&[(Field::AfterTaxElection, "100%")]).take_over_paydays(today());
    assert!(imported.rows.iter().all(|row| row.amount.plain() == "4500.00"), "pay less deferrals");

    // 4,900 a paycheck reach the limit of 24,500 with the fifth.
    let spilling = [(Field::PreTaxElection, "98%"), (Field::AfterTaxElection, "1%"), (Field::Spillover, "yes")];
    let imported = biweekly(&spilling).take_over_paydays(today());
    let amounts: Vec<String> = imported.rows.iter().map(|row| row.amount.plain()).collect();
    assert_eq!(amounts, ["50.00", "50.00", "50.00", "50.00", "50.00", "4950.00"]);

    // With spillover alone there is something to take over as well.
    let alone = [(Field::PreTaxElection, "98%"), (Field::AfterTaxElection, ""), (Field::Spillover, "yes")];
    assert_eq!(rows(&biweekly(&alone).take_over_paydays(today())), right(&[("2026-03-13", "4900.00")]));

    // A plan that takes deferrals first takes nothing until they are at their limit.
    let first = [(Field::PreTaxElection, "98%"), (Field::AfterTaxElection, "1%"), (Field::DeferralsFirst, "yes")];
    assert_eq!(rows(&biweekly(&first).take_over_paydays(today())), right(&[("2026-03-13", "50.00")]));
}

#[test]
fn a_day_that_has_a_contribution_is_left_out() {
    let mut draft = biweekly(&[]);
    add(&mut draft, List::Contributions, &[(RowField::On, "2026-01-16"), (RowField::Sum, "99")]);
    add(&mut draft, List::Contributions, &[(RowField::On, "2/14/2026"), (RowField::Sum, "250")]);
    add(&mut draft, List::Contributions, &[(RowField::On, "2/27/2026"), (RowField::Sum, "?")]);
    add(&mut draft, List::Balances, &[(RowField::On, "1/30/2026"), (RowField::Sum, "250")]);
    let imported = draft.take_over_paydays(today());
    assert_eq!(imported.rows.len(), 5, "the day itself counts, and a row that cannot be read does not");
    assert_eq!(imported.left_out, ["1 contribution is left out: the ledger already has one for that day."]);
    let again = imported.draft.expect("rows").take_over_paydays(today());
    assert_eq!((again.rows.len(), again.draft), (0, None));
    assert_eq!(again.says, "The ledger already has a contribution of every payday of 2026 so far.");

    // Money of another plan is no contribution to this one.
    add(
        &mut draft,
        List::Contributions,
        &[(RowField::On, "1/2/2026"), (RowField::Sum, "250"), (RowField::Plan, "Old job")],
    );
    assert_eq!(draft.take_over_paydays(today()).rows.len(), 4);
    draft.set(Key::Sheet(Field::SeveralPlans), "yes".to_owned());
    assert_eq!(draft.take_over_paydays(today()).rows.len(), 5);
}

#[test]
fn what_differs_from_the_pay_stub_is_said() {
    let says = |texts: &[(Field, &str)]| biweekly(texts).take_over_paydays(today()).says;
    let agrees = says(&[(Field::AfterTax, "1,500")]);
    assert!(
        agrees.ends_with(" With them the ledger agrees with your pay stub: $1,500.00 up to March 13, 2026."),
        "{agrees}"
    );
    let differs = says(&[(Field::AfterTax, "1,300.50")]);
    assert!(
        differs.ends_with(
            " With them the ledger has $1,500.00 up to March 13, 2026; your pay stub shows $1,300.50. Correct the rows by your pay stubs."
        ),
        "{differs}"
    );
    // The stub counts up to its own date.
    let earlier = says(&[(Field::AfterTax, "750"), (Field::LastStub, "1/30/2026")]);
    assert!(earlier.ends_with("agrees with your pay stub: $750.00 up to January 30, 2026."), "{earlier}");
    assert!(!says(&[(Field::AfterTax, " ")]).contains("pay stub"), "nothing to compare with");
    let zero = says(&[(Field::AfterTax, "0")]);
    assert!(zero.contains("your pay stub shows $0.00"), "{zero}");

    // What stands in the ledger counts with them, even if no row is new.
    let mut draft = biweekly(&[(Field::AfterTax, "1,349")]);
    add(&mut draft, List::Contributions, &[(RowField::On, "1/16/2026"), (RowField::Sum, "99")]);
    let imported = draft.take_over_paydays(today());
    assert!(imported.says.ends_with("agrees with your pay stub: $1,349.00 up to March 13, 2026."), "{}", imported.says);
    let again = imported.draft.expect("rows").take_over_paydays(today());
    assert!(again.says.contains("every payday of 2026 so far. With them the ledger agrees"), "{}", again.says);
}

#[test]
fn what_is_missing_is_said() {
    for (texts, says) in [
        (&[(Field::Income, "self_employed")][..], "Your own business has no paychecks for you."),
        (&[(Field::Cadence, "unknown")], "Enter on the Pace page how often you are paid"),
        (&[(Field::KnownPayDate, "")], "Enter on the Pace page how often you are paid"),
        (&[(Field::PayRate, "x")], "Enter on the Pace page how often you are paid"),
        (&[(Field::AfterTaxElection, "")], "Enter on the Pace page your after-tax election now"),
        (&[(Field::AfterTaxElection, "0%")], "Enter on the Pace page your after-tax election now"),
        (&[(Field::AfterTaxElection, "$0.001")], "Enter on the Pace page your after-tax election now"),
    ] {
        let imported = biweekly(texts).take_over_paydays(today());
        assert!(imported.says.starts_with(says) && imported.says.ends_with('.'), "{texts:?}: {}", imported.says);
        assert_eq!((imported.rows.len(), imported.draft), (0, None), "{texts:?}");
    }
    let nothing = Draft::new(today()).take_over_paydays(today());
    assert!(nothing.says.starts_with("Enter on the Pace page how often"), "{}", nothing.says);
    // A birth date decides no more than catch-up.
    let mut draft = biweekly(&[]);
    draft.set(Key::BirthDate, String::new());
    assert_eq!(draft.take_over_paydays(today()).rows.len(), 6);
    draft.year = 2019;
    for (field, text) in [(Field::Cadence, "monthly"), (Field::PayRate, "5,000"), (Field::AfterTaxElection, "5%")] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    assert!(draft.take_over_paydays(today()).says.contains("limits of 2019 are not known"));
}

#[test]
fn a_full_list_takes_no_more() {
    let mut draft = biweekly(&[]);
    for day in 0..398 {
        let date = format!("12/{}/2026", day % 31 + 1);
        add(&mut draft, List::Contributions, &[(RowField::On, &date), (RowField::Sum, "1")]);
    }
    let imported = draft.take_over_paydays(today());
    assert_eq!(imported.rows.len(), 2);
    assert_eq!(imported.left_out, ["4 don’t fit: the ledger of a year holds 400 contributions."]);
}

#[test]
fn the_example_agrees_with_its_pay_stub() {
    let day: Date = "2026-11-24".parse().expect("a day");
    let mut draft = Draft::example(2026, day);
    // By one election all the year.
    draft.set(Key::Sheet(Field::AfterTaxElection), "5%".to_owned());
    draft.set(Key::Sheet(Field::AfterTax), "8,538.48".to_owned());
    let ids: Vec<u32> =
        draft.sheet().map_or(&[][..], |sheet| sheet.rows(List::Contributions)).iter().map(|row| row.id).collect();
    for id in ids {
        draft.remove_row(List::Contributions, id);
    }
    let imported = draft.take_over_paydays(day);
    assert_eq!(imported.rows.len(), 24);
    assert!(imported.rows.iter().all(|row| row.amount == Money::cents(35_577)));
    assert!(imported.says.contains("agrees with your pay stub"), "{}", imported.says);
}

#[test]
fn the_service_gives_the_same_as_texts() {
    let draft = biweekly(&[]);
    let reply = service::take_over(&draft.to_saved(), TODAY).expect("a reply");
    let reply: Import = serde_json::from_str(&reply).expect("JSON");
    let right = draft.take_over_paydays(today());
    assert_eq!((reply.says, reply.left_out, reply.rows.len()), (right.says, right.left_out, 6));
    assert_eq!((reply.rows[0].date.as_str(), reply.rows[0].amount.as_str()), ("January 2, 2026", "$250.00"));
    assert_eq!(Draft::from_saved(&reply.draft).ok(), right.draft);
}
