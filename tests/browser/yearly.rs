//! A year with a change of employer, and the next one, which starts from it.
//!
//! What the pages must say is worked out here by the engine from the same texts.

use planner::date::Date;
use planner::draft::Draft;
use planner::money::Money;
use planner::questions::{Field, Key, List, RowField};
use planner::record::Record;
use planner::worksheets::review::{self, JobChange};
use planner::worksheets::year::Year;

use crate::page::Page;
use crate::site::Site;

/// What is typed of the new job, by the fields' ids, and what it is in a draft.
const NEW_JOB: [(Field, &str); 5] = [
    (Field::PayRate, "7,692.31"),
    (Field::PreTaxElection, "8"),
    (Field::AfterTaxElection, "5"),
    (Field::PreTaxSoFar, "5,000"),
    (Field::AfterTax, "3,000"),
];

/// What was deferred at the old job, and what its employer put in.
const OLD_JOB: [(RowField, &str); 2] = [(RowField::Name, "The old job"), (RowField::DeferralsSoFar, "14,000")];

/// The record of what the test types.
fn record(today: Date) -> Record {
    let mut draft = Draft::new(today);
    let year = today.year();
    draft.year = year;
    draft.birth_date = "3/31/1985".to_owned();
    let answers = [(Field::PlanAfterTax, "yes"), (Field::InPlanRollover, "yes"), (Field::Cadence, "biweekly")];
    for (field, text) in answers.into_iter().chain(NEW_JOB) {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    draft.set(Key::Sheet(Field::KnownPayDate), format!("7/17/{year}"));
    draft.set(Key::Sheet(Field::StartedOn), format!("7/6/{year}"));
    let row = draft.add_row(List::Jobs);
    for (field, text) in OLD_JOB {
        draft.set(Key::Row(List::Jobs, row, field), text.to_owned());
    }
    draft.read(today).record
}

/// What the review of a year says of a change of jobs.
fn job_change(record: &Record, year: i16, today: Date) -> Option<JobChange> {
    let year = Year::of(record, year, today).expect("the record has the year");
    review::worksheet(&year).expect("a review").job_change
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_change_of_employer_in_july_is_told_and_the_next_year_starts_from_it() {
    let site = Site::serve();
    let page = Page::open(&site, "pace").await;
    let today = page.today().await;
    let (year, next) = (today.year(), today.year() + 1);
    let told = job_change(&record(today), year, today).expect("a change of jobs");
    let left = told.deferrals_left.expect("the room is worked out");
    assert_eq!(told.deferred_elsewhere, Money::dollars(14_000));

    // The new job, whose plan is looked at from scratch.
    page.type_into("birth-date", "3/31/1985").await;
    page.choose("cadence", "biweekly").await;
    page.type_into("known-pay-date", &format!("7/17/{year}")).await;
    page.unfold().await;
    page.type_into("started-on", &format!("7/6/{year}")).await;
    for (field, text) in NEW_JOB {
        page.type_into(&Key::Sheet(field).id(), text).await;
    }
    for id in ["plan-after-tax", "in-plan-rollover"] {
        page.click(&format!("label[for={id}-yes]")).await;
    }
    page.wait_for(".headline .figure").await;
    // The old one, of which only the deferrals count here.
    page.show("#room").await;
    page.click("#add-job").await;
    page.wait_for_focus("job-0-name").await;
    for (field, text) in OLD_JOB {
        page.type_into(&Key::Row(List::Jobs, 0, field).id(), text).await;
    }

    page.show("#review").await;
    page.wait_for("#job-change").await;
    let table = "document.getElementById('job-change').closest('.card').textContent";
    page.wait_for_words(table, &told.deferred_elsewhere.to_string()).await;
    page.wait_for_words(table, &left.to_string()).await;
    page.wait_for_words(table, &told.limit.expect("a limit").to_string()).await;
    page.wait_for_words("document.getElementById('answer').textContent", "Tell your new payroll").await;
    page.click(".message summary").await;
    page.wait_for("#words").await;
    let letter = page.words("document.getElementById('words').textContent").await;
    assert!(letter.contains(&format!("I have deferred {}", told.deferred_elsewhere)), "{letter}");
    assert!(letter.contains(&format!("{left} is left")), "{letter}");

    // The next year: by its own button once the year is late, by the year's list before.
    page.show("#pace").await;
    if today.month() >= 10 {
        page.click(".tabs button:last-child").await;
        page.click("#start-year").await;
    } else {
        page.choose("year", &next.to_string()).await;
    }
    page.wait_for_words("document.getElementById('year').value", &next.to_string()).await;
    page.unfold().await;
    // The plan's rules carry over, and with its own button pay and elections, too.
    assert_eq!(page.value("cadence").await, "biweekly");
    for id in ["plan-after-tax", "in-plan-rollover"] {
        let chosen = format!("String(document.getElementById('{id}-yes').checked)");
        assert_eq!(page.words(&chosen).await, "true", "{id} does not carry over");
    }
    if today.month() >= 10 {
        assert_eq!(page.value("pay-rate").await, "7,692.31");
        assert_eq!(page.value("pre-tax-election").await, "8");
    }
    // What was of the year alone is asked anew.
    for id in ["started-on", "pre-tax-so-far", "after-tax"] {
        assert_eq!(page.value(id).await, "", "{id} is the old year's");
    }
    page.show("#room").await;
    assert!(!page.has("#job-0-name").await, "the old job is in the next year");
    page.show("#review").await;
    page.wait_for("#years").await;
    let years = "document.getElementById('years').closest('.card').textContent";
    for shown in [year, next] {
        page.wait_for_words(years, &shown.to_string()).await;
    }
    assert!(!page.has("#job-change").await, "the next year begins with a change of jobs");

    // The old year is as it was.
    page.choose("year", &year.to_string()).await;
    page.wait_for("#job-change").await;
    page.wait_for_words(table, &left.to_string()).await;
    page.assert_quiet().await;
}
