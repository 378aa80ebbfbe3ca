//! The dated list: each date is the one that its worksheet or the law gives.

use std::collections::BTreeSet;

use planner::date::Date;
use planner::draft::Draft;
use planner::money::Money;
use planner::questions::{Field, Key};
use planner::record::{
    Answer, BusinessKind, Contribution, Conversion, EmployerKind, Income, Path, PlanKind, Record, YearRecord,
};
use planner::worksheets::agenda::{Act, Action, Agenda, Kind, State};
use planner::worksheets::year::Year;
use planner::worksheets::{conversions, pace};

use crate::support::values::day as on;

fn example(today: &str) -> Record {
    let today = on(today);
    Draft::example(2026, today).read(today).record
}

fn agenda(record: &Record, year: i16, today: &str) -> Agenda {
    Agenda::of(&Year::of(record, year, on(today)).expect("a year"))
}

fn find<'a>(agenda: &'a Agenda, id: &str) -> &'a Action {
    agenda.actions.iter().find(|action| action.id == id).unwrap_or_else(|| panic!("{id} is missing"))
}

fn has(agenda: &Agenda, id: &str) -> bool {
    agenda.actions.iter().any(|action| action.id == id)
}

#[test]
fn it_takes_the_dates_of_the_worksheets() {
    let record = example("2026-11-26");
    let year = Year::of(&record, 2026, on("2026-11-26")).expect("a year");
    let list = Agenda::of(&year);
    let pace = pace::worksheet(&year).expect("a pace");
    let posted = conversions::worksheet(&year).expect("a ledger");
    assert_eq!(find(&list, "election-2026").date, pace.entries.first().map(|entry| entry.enter_by));
    assert_eq!(find(&list, "last-payday-2026").date, pace.lines.last().map(|line| line.date));
    let next = pace.next_year.expect("a next year");
    assert_eq!(find(&list, "election-2027").date, next.entries.first().map(|entry| entry.enter_by));
    assert_eq!(find(&list, "first-payday-2027").date, next.first_pay_date);
    let convert = find(&list, "convert-2026");
    assert_eq!(convert.date, posted.closing.by);
    assert!(convert.what.contains(&posted.waiting.value.to_string()), "{}", convert.what);
    assert_eq!(find(&list, "return-2026").date, Some(on("2027-04-15")));
}

/// Other deferrals take another after-tax election with them: who followed both entries of the
/// list would elect more than the pay.
#[test]
fn deferrals_to_enter_say_which_after_tax_election_goes_with_them() {
    let mut draft = Draft::new(on("2026-11-27"));
    draft.set(Key::BirthDate, "3/31/1985".to_owned());
    for (field, text) in [
        (Field::PlanAfterTax, "yes"),
        (Field::InPlanRollover, "yes"),
        (Field::Cadence, "biweekly"),
        (Field::KnownPayDate, "11/20/2026"),
        (Field::PayRate, "6,000"),
        (Field::PreTaxSoFar, "13,800"),
        (Field::AfterTax, "6,900"),
        (Field::AfterTaxElection, "5"),
    ] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    let record = draft.read(on("2026-11-27")).record;
    let list = agenda(&record, 2026, "2026-11-27");
    let (deferrals, election) = (find(&list, "deferrals-2026"), find(&list, "election-2026"));
    assert!(deferrals.what.contains("60%") && election.what.contains("70%"), "{} {}", deferrals.what, election.what);
    assert!(
        deferrals.why.contains("The after-tax election that goes with it: 23% from December 4, 2026"),
        "{}",
        deferrals.why
    );
    assert!(deferrals.why.contains("Don’t enter the one for your present deferrals"), "{}", deferrals.why);
    // The Pace page says the same.
    let year = Year::of(&record, 2026, on("2026-11-27")).expect("a year");
    let advice = pace::worksheet(&year).expect("a pace").deferrals.expect("advice");
    assert_eq!(advice.after_tax.first().map(|entry| entry.election.to_string()), Some("23%".to_owned()));
}

#[test]
fn it_is_in_order_of_the_days_and_names_each_entry_once() {
    for today in ["2026-01-05", "2026-11-26", "2027-02-10", "2028-06-01"] {
        let list = agenda(&example(today), 2026, today);
        assert!(list.actions.is_sorted_by_key(|action| (action.date.is_none(), action.date)), "{today}");
        let ids: BTreeSet<&str> = list.actions.iter().map(|action| action.id.as_str()).collect();
        assert_eq!(ids.len(), list.actions.len(), "{today}");
        for action in &list.actions {
            assert!(!action.what.ends_with('.') && !action.why.is_empty(), "{}", action.id);
            let late = action.date.is_some_and(|date| date < on(today));
            assert_eq!(
                late,
                matches!(action.state, State::Overdue | State::Past) || (late && action.state == State::Done)
            );
        }
    }
}

#[test]
fn days_that_have_passed_are_overdue_only_where_they_are_the_persons() {
    let list = agenda(&example("2027-02-10"), 2026, "2027-02-10");
    assert_eq!(find(&list, "estimated-tax-2026").state, State::Past);
    assert_eq!(find(&list, "forms-come-2026").state, State::Done);
    assert_eq!(find(&list, "return-2026").state, State::Open);
    let mut filed = example("2027-02-10");
    filed.years[0].beyond.filed_in_time = Answer::Yes;
    assert_eq!(find(&agenda(&filed, 2026, "2027-02-10"), "return-2026").state, State::Done);
    let limits = find(&list, "next-limits-2026");
    assert_eq!((limits.kind, limits.state), (Kind::Yours, State::Overdue));
    let before = agenda(&example("2026-11-26"), 2026, "2026-11-26");
    let limits = find(&before, "next-limits-2026");
    assert_eq!((limits.date, limits.state), (None, State::Open), "late before the year begins");
    // Once the form is taken out again it is missing.
    let mut record = example("2027-02-10");
    record.years[0].forms.clear();
    let list = agenda(&record, 2026, "2027-02-10");
    assert_eq!(find(&list, "look-for-forms-2026").state, State::Overdue);
    assert!(!has(&agenda(&record, 2026, "2027-01-20"), "look-for-forms-2026"));
}

#[test]
fn the_next_year_shows_what_the_year_before_leaves_to_do() {
    let mut record = example("2027-02-10");
    record.years.push(YearRecord::new(2027));
    let list = agenda(&record, 2027, "2027-02-10");
    assert_eq!(find(&list, "return-2026").date, Some(on("2027-04-15")));
    assert!(!has(&list, "estimated-tax-2026"), "what has passed is left out");
    assert!(has(&list, "return-2027"));
}

#[test]
fn a_day_that_nothing_moves_is_shown_with_the_business_day_before() {
    let mut record = Record::default();
    let mut year = YearRecord::new(2028);
    year.contributions.after_tax = Money::dollars(1_000);
    record.years.push(year);
    let list = agenda(&record, 2028, "2028-11-26");
    let posted = find(&list, "converted-by-2028");
    assert_eq!((posted.date, posted.before), (Some(on("2028-12-31")), Some(on("2028-12-29"))));
    let filed = find(&list, "return-2028");
    assert_eq!(filed.before, None);
}

#[test]
fn excess_deferrals_bring_the_day_to_tell_a_plan_and_the_day_of_payment() {
    let mut record = Record { birth_date: Some(on("1985-03-31")), ..Record::default() };
    let mut year = YearRecord::new(2027);
    year.income = Some(Income::Wages { pay: Money::dollars(150_000) });
    year.contributions.pre_tax.so_far = Money::dollars(30_000);
    record.years.push(year);
    let list = agenda(&record, 2027, "2027-12-20");
    assert_eq!(find(&list, "tell-excess-2027").date, Some(on("2028-03-01")));
    let out = find(&list, "excess-out-2027");
    assert_eq!((out.date, out.before), (Some(on("2028-04-15")), Some(on("2028-04-14"))));
    assert!(matches!(find(&list, "see-to-room-2027").act, Act::SeeTo { .. }));
    record.years[0].contributions.pre_tax.so_far = Money::dollars(20_000);
    let list = agenda(&record, 2027, "2027-12-20");
    assert!(!has(&list, "tell-excess-2027") && !has(&list, "see-to-room-2027"));
}

#[test]
fn an_owner_has_days_of_ones_own() {
    let mut record = Record { birth_date: Some(on("1985-03-31")), ..Record::default() };
    let mut year = YearRecord::new(2026);
    year.income =
        Some(Income::SelfEmployed { net_profit: Money::dollars(200_000), social_security_wages: Money::dollars(0) });
    year.plan.kind = PlanKind::Solo401k;
    year.plan.employer = EmployerKind::OwnBusiness;
    year.plan.after_tax = Answer::Yes;
    year.plan.in_plan_rollover = Answer::Yes;
    year.ledger.contributions = vec![Contribution::new(on("2026-03-02"), Money::dollars(5_000))];
    year.ledger.conversions =
        vec![Conversion { path: Path::InPlan, ..Conversion::new(on("2026-03-09"), Money::dollars(5_000)) }];
    record.years.push(year);
    let list = agenda(&record, 2026, "2026-11-26");
    for (id, by) in [
        ("adopt-plan-2026", "2026-12-31"),
        ("deposit-2026", "2027-01-29"),
        ("issue-1099-r-2026", "2027-02-01"),
        ("file-1099-r-paper-2026", "2027-03-01"),
        ("business-return-2026", "2027-03-15"),
        ("file-1099-r-electronic-2026", "2027-03-31"),
        ("first-deferrals-2026", "2027-04-15"),
        ("form-5500-ez-2026", "2027-08-02"),
        ("owner-money-2026", "2027-10-15"),
    ] {
        assert_eq!(find(&list, id).date, Some(on(by)), "{id}");
    }
    assert!(!has(&agenda(&example("2026-11-26"), 2026, "2026-11-26"), "adopt-plan-2026"));
    // The kind of business decides whose return it is.
    record.years[0].beyond.business = BusinessKind::SoleProprietor;
    let list = agenda(&record, 2026, "2026-11-26");
    assert!(!has(&list, "business-return-2026") && has(&list, "first-deferrals-2026"));
    record.years[0].beyond.business = BusinessKind::Partnership;
    let list = agenda(&record, 2026, "2026-11-26");
    assert!(has(&list, "business-return-2026") && !has(&list, "first-deferrals-2026"));
    assert_eq!(find(&list, "owner-money-2026").date, Some(on("2027-09-15")));
}

#[test]
fn a_payment_to_the_person_runs_sixty_days() {
    let mut record = example("2026-11-26");
    record.years[0]
        .ledger
        .conversions
        .push(Conversion { path: Path::PaidOut, ..Conversion::new(on("2026-11-20"), Money::dollars(1_000)) });
    let list = agenda(&record, 2026, "2026-11-26");
    let roll = find(&list, "roll-over-2026");
    assert_eq!(roll.date, Some(on("2027-01-19")));
    assert_eq!(roll.date.map(Date::long).as_deref(), Some("January 19, 2027"));
}
