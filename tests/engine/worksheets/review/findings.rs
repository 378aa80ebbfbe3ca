//! Each finding of the review, raised and silent.

use planner::draft::Draft;
use planner::law::limits::ELECTIVE_DEFERRALS;
use planner::money::Money;
use planner::record::{Answer, Contribution, Conversion, Form1099R, Income, OtherJob, PlanName, Record, YearRecord};
use planner::worksheets::review::{self, Code, MistakeKind, Review, Status};
use planner::worksheets::year::Year;

use crate::support::values::day as on;

fn review(record: &Record, year: i16, today: &str) -> Review {
    review::worksheet(&Year::of(record, year, on(today)).expect("a year")).expect("a review")
}

fn has(review: &Review, code: Code) -> bool {
    review.findings.iter().any(|found| found.code() == code)
}

fn status(review: &Review, kind: MistakeKind) -> Status {
    review.mistakes.iter().find(|mistake| mistake.kind == kind).expect("every mistake").status
}

fn example() -> Record {
    let today = on("2026-06-26");
    Draft::example(2026, today).read(today).record
}

/// The example under a change, against the example itself: the finding comes with the change.
#[track_caller]
fn comes_with(code: Code, today: &str, edit: impl FnOnce(&mut YearRecord)) {
    let mut record = example();
    assert!(!has(&review(&record, 2026, today), code), "{} is there without it", code.id());
    edit(&mut record.years[0]);
    assert!(has(&review(&record, 2026, today), code), "{} does not come", code.id());
}

#[test]
fn y01_money_goes_in_before_it_is_known_that_it_can_move() {
    comes_with(Code::TakenForGranted, "2026-06-26", |year| year.plan.in_plan_rollover = Answer::Unknown);
}

#[test]
fn y02_all_money_together_goes_over() {
    comes_with(Code::TotalLimit, "2026-06-26", |year| {
        year.contributions.profit_sharing.so_far = Money::dollars(60_000);
    });
}

#[test]
fn y03_money_waits_too_long() {
    let today = on("2026-07-01");
    let mut record = Draft::example(2026, today).read(today).record;
    assert!(!has(&review(&record, 2026, "2026-07-01"), Code::Waiting));
    record.years[0].ledger.conversions.clear();
    assert!(has(&review(&record, 2026, "2026-07-01"), Code::Waiting));
}

#[test]
fn y04_a_form_treats_it_as_an_ira() {
    let form = |ira: bool| Form1099R {
        gross: Some(Money::dollars(5_000)),
        taxable: Some(Money::ZERO),
        basis: Some(Money::dollars(5_000)),
        codes: "G".to_owned(),
        ira,
        ..Form1099R::default()
    };
    let with = |ira: bool, boxes: Option<Money>| {
        let mut year = YearRecord::new(2025);
        year.ledger.contributions = vec![Contribution::new(on("2025-03-03"), Money::dollars(5_000))];
        year.ledger.conversions = vec![Conversion::new(on("2025-03-03"), Money::dollars(5_000))];
        year.forms = vec![Form1099R { within_5_years: boxes, ..form(ira) }];
        let record = Record { years: vec![year], ..Record::default() };
        review(&record, 2025, "2026-03-01")
    };
    assert!(has(&with(true, None), Code::IraRule) && !has(&with(false, None), Code::IraRule));
    // Y05: box 10 is filled.
    let filled = Some(Money::dollars(1_000));
    assert!(has(&with(false, filled), Code::Boxes10And11) && !has(&with(false, None), Code::Boxes10And11));
    assert_eq!(status(&with(false, None), MistakeKind::Boxes10And11), Status::Excluded);
}

#[test]
fn y06_a_figure_is_an_earlier_years_limit() {
    let old = ELECTIVE_DEFERRALS.on_file(2025).expect("a limit").value;
    comes_with(Code::StaleLimits, "2026-06-26", |year| year.plan.deferral_limit = Some(old));
}

#[test]
fn y07_catch_up_by_age_alone() {
    let mut record = example();
    assert!(!has(&review(&record, 2026, "2026-06-26"), Code::CatchUpByAge));
    record.birth_date = Some(on("1970-03-31"));
    record.years[0].payroll.pre_tax = "5%".parse().expect("an election");
    assert!(has(&review(&record, 2026, "2026-06-26"), Code::CatchUpByAge));
}

#[test]
fn y08_something_is_overdue() {
    let today = on("2027-02-10");
    let mut record = Draft::example(2026, today).read(today).record;
    record.years[0].forms.clear();
    assert!(has(&review(&record, 2026, "2027-02-10"), Code::Overdue));
    assert!(!has(&review(&example(), 2026, "2026-06-26"), Code::Overdue));
}

#[test]
fn y09_the_job_changed_and_the_new_payroll_is_told() {
    comes_with(Code::JobChanged, "2026-08-15", |year| {
        year.payroll.started_on = Some(on("2026-07-06"));
        year.other_jobs = vec![OtherJob {
            name: "Old".to_owned(),
            deferrals: crate::support::values::so_far("9000"),
            employer: crate::support::values::so_far("4000"),
            ..OtherJob::default()
        }];
    });
    let mut record = example();
    record.years[0].other_jobs = vec![OtherJob {
        deferrals: crate::support::values::so_far("9000"),
        employer: crate::support::values::so_far("4000"),
        ..OtherJob::default()
    }];
    let review = review(&record, 2026, "2026-08-15");
    let change = review.job_change.expect("a change of jobs");
    assert_eq!(change.deferred_elsewhere, Money::dollars(9_000));
    assert_eq!(change.additions_elsewhere, Money::dollars(13_000));
    // The old job's additions use nothing of this plan's limit.
    assert_eq!(change.limit, Some(Money::dollars(72_000)));
    let message = review.closing.words.expect("a message to the new payroll");
    assert!(message.contains("$9,000.00") && message.contains("402(g)"), "{message}");
}

#[test]
fn y10_after_tax_money_waits_in_an_old_plan() {
    comes_with(Code::OldPlanWaits, "2026-06-26", |year| {
        let mut row = Contribution::new(on("2026-02-02"), Money::dollars(3_000));
        row.plan = PlanName::Named("Old Plan".to_owned());
        year.ledger.contributions.insert(0, row);
    });
}

#[test]
fn y11_the_next_year_is_near_and_y12_its_limits_are_not_official() {
    let mut record = example();
    assert!(!has(&review(&record, 2026, "2026-10-31"), Code::NextYear));
    assert!(has(&review(&record, 2026, "2026-11-01"), Code::NextYear));
    assert!(has(&review(&record, 2026, "2026-11-01"), Code::NextLimits));
    let mut next = YearRecord::new(2027);
    next.income = Some(Income::Wages { pay: Money::dollars(100_000) });
    record.years.push(next);
    assert!(!has(&review(&record, 2026, "2026-11-01"), Code::NextYear));
    // Next year's limits are official once this is last year's planner.
    assert!(!has(&review(&record, 2026, "2027-02-01"), Code::NextLimits));
}

#[test]
fn y13_a_backdoor_ira_would_be_taxed() {
    comes_with(Code::BackdoorTaxed, "2026-06-26", |year| year.beyond.other_iras = Some(Money::dollars(92_500)));
    let mut record = example();
    record.years[0].beyond.other_iras = Some(Money::ZERO);
    assert!(!has(&review(&record, 2026, "2026-06-26"), Code::BackdoorTaxed));
}

#[test]
fn y14_the_plan_cannot_and_there_is_something_else() {
    comes_with(Code::WhatElse, "2026-06-26", |year| year.plan.after_tax = Answer::No);
}

#[test]
fn y15_a_year_is_missing_between_two_others() {
    let years = |years: &[i16]| {
        let years = years.iter().map(|year| YearRecord::new(*year)).collect();
        has(&review(&Record { years, ..Record::default() }, 2026, "2026-06-26"), Code::YearMissing)
    };
    assert!(years(&[2023, 2026]) && !years(&[2025, 2026]));
}

#[test]
fn every_mistake_is_listed_with_what_excludes_it() {
    let good = review(&example(), 2026, "2026-06-26");
    for (kind, expected) in [
        (MistakeKind::TakenForGranted, Status::Excluded),
        (MistakeKind::TotalLimit, Status::Excluded),
        (MistakeKind::Waiting, Status::Made),
        (MistakeKind::IraRule, Status::Excluded),
        (MistakeKind::CatchUpByAge, Status::NotYours),
        (MistakeKind::OldEmployer, Status::NotYours),
        (MistakeKind::AtTheThreshold, Status::NotYours),
        (MistakeKind::Form8606, Status::Beware),
        (MistakeKind::Boxes10And11, Status::Open),
        (MistakeKind::OwnerPay, Status::NotYours),
        (MistakeKind::StaleLimits, Status::Excluded),
        (MistakeKind::PreTaxAlong, Status::Excluded),
    ] {
        assert_eq!(status(&good, kind), expected, "{kind:?}");
    }
    let empty = Record { years: vec![YearRecord::new(2026)], ..Record::default() };
    let open = review(&empty, 2026, "2026-06-26");
    assert_eq!(status(&open, MistakeKind::TakenForGranted), Status::Open);
    assert_eq!(status(&open, MistakeKind::TotalLimit), Status::Open);
    assert_eq!(open.mistakes.len(), MistakeKind::ALL.len());
}

#[test]
fn exactly_at_the_wage_threshold_catch_up_need_not_be_roth() {
    let mut record = example();
    record.birth_date = Some(on("1970-03-31"));
    record.years[0].prior_year_box_3_wages = Some(Money::dollars(150_000));
    assert_eq!(status(&review(&record, 2026, "2026-06-26"), MistakeKind::AtTheThreshold), Status::Beware);
    record.years[0].prior_year_box_3_wages = Some(Money::dollars(150_001));
    assert_eq!(status(&review(&record, 2026, "2026-06-26"), MistakeKind::AtTheThreshold), Status::Excluded);
}
