//! From "does my plan allow it" to "enter so much until then": the plan, the room
//! and the pace, as a person goes through them.
//!
//! What the pages must say is worked out here by the engine from the same texts.

use fantoccini::key::Key as Press;
use planner::date::Date;
use planner::draft::Draft;
use planner::questions::{Field, Key};
use planner::record::Record;
use planner::worksheets::year::Year;
use planner::worksheets::{pace, plan, room};

use crate::page::{Page, shown};
use crate::site::Site;

/// What is typed on the pace's page, by the fields' ids, and what it is in a draft.
const PAYCHECKS: [(Field, &str); 5] = [
    (Field::PayRate, "7,692.31"),
    (Field::PreTaxElection, "12"),
    (Field::AfterTaxElection, "5"),
    (Field::TakeHome, "4,800"),
    (Field::LeastTakeHome, "2,000"),
];

/// The record of what the test types: a year in which every paycheck is to come,
/// whatever the day of the test.
fn record(today: Date, year: i16) -> Record {
    let mut draft = Draft::new(today);
    draft.year = year;
    draft.birth_date = "3/31/1985".to_owned();
    let answers = [
        (Field::PlanAfterTax, "yes"),
        (Field::InPlanRollover, "yes"),
        (Field::TransferTiming, "automatic"),
        (Field::Cadence, "biweekly"),
    ];
    for (field, text) in answers.into_iter().chain(PAYCHECKS) {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    draft.set(Key::Sheet(Field::KnownPayDate), format!("1/15/{year}"));
    draft.read(today).record
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_newcomer_goes_from_an_empty_page_to_the_election_by_keyboard() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    let today = page.today().await;
    let year = today.year() + 1;
    let record = record(today, year);
    let worked_out = Year::of(&record, year, today).expect("the record has the year");

    page.tab_to("year").await;
    page.type_on(&year.to_string()).await;
    // Nothing is chosen before it is; in the list the arrow goes on from “I don’t know”.
    for (id, key) in
        [("plan-after-tax-yes", ' '), ("in-plan-rollover-yes", ' '), ("transfer-timing", Press::Down.into())]
    {
        page.tab_to(id).await;
        page.press(&[key]).await;
    }
    page.tab_to("cadence").await;
    page.press(&[Press::Down.into(), Press::Down.into()]).await;
    let expected = plan::worksheet(&worked_out).expect("the plan has answers");
    page.wait_for_text("#verdict", "It works").await;
    page.wait_for_words("document.querySelector('#decision')?.textContent", &shown(&expected.closing.decision)).await;

    page.go_by_keyboard("Room", "Room").await;
    assert_eq!(page.value("year").await, year.to_string(), "the year is another one here");
    page.tab_to("birth-date").await;
    page.type_on("3/31/1985").await;
    page.wait_for_text("#waiting", "Gross pay").await;

    page.go_by_keyboard("Pace", "Pace").await;
    assert_eq!(page.value("cadence").await, "biweekly", "the plan's answer is asked again");
    page.tab_to("known-pay-date").await;
    page.type_on(&format!("1/15/{year}")).await;
    for (field, text) in PAYCHECKS {
        page.tab_to(field.id()).await;
        page.type_on(text).await;
    }
    let expected = pace::worksheet(&worked_out).expect("the paychecks are entered");
    let election = expected.entries.first().expect("there is something to enter").election.to_string();
    page.wait_for_text("#election", &election).await;
    page.wait_for_words("document.querySelector('#decision')?.textContent", &shown(&expected.closing.decision)).await;
    let next = page.words("document.querySelector('#next-action').textContent").await;
    assert_eq!(next, shown(&expected.closing.next_action));

    // The room follows from the paychecks, and says so where it no longer asks.
    page.go_by_keyboard("Room", "Room").await;
    let expected = room::worksheet(&worked_out).expect("pay follows from the paychecks");
    page.wait_for_text("#room", &expected.room.value.about()).await;
    assert!(!page.has("#pay").await && !page.has("#pre-tax-to-come").await, "what follows is asked all the same");
    assert!(page.text(".questions").await.contains("Gross pay"), "what was answered in Pace is not shown");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_letter_can_be_mailed_and_asks_only_what_is_open() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    page.click("label[for='plan-after-tax-yes']").await;
    page.wait_for_text("#verdict", "Ask first").await;
    page.click(".message summary").await;
    let letter = page.text("#words").await;
    assert!(letter.starts_with("Subject:"), "{letter}");
    assert!(!letter.contains("voluntary after-tax contributions?"), "what is known is asked: {letter}");
    let mail = page.words("document.getElementById('mail').href").await;
    assert!(mail.starts_with("mailto:?subject=") && mail.contains("&body="), "{mail}");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn another_year_takes_over_the_plan_and_can_be_undone() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    let year = page.value("year").await;
    page.click("label[for='plan-after-tax-no']").await;
    page.wait_for_text("#verdict", "It can’t").await;
    page.choose("year", &(page.today().await.year() + 1).to_string()).await;
    page.wait_for_text("#done", "We copied your plan answers").await;
    page.wait_for_text("#verdict", "It can’t").await;
    page.click("#undo").await;
    page.wait_for_words("document.getElementById('year').value", &year).await;
    page.wait_for_text("#verdict", "It can’t").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_paychecks_stand_in_a_table_and_in_a_chart_and_nothing_is_lost_by_trying_things_out() {
    let site = Site::serve();
    let page = Page::open(&site, "pace").await;
    let today = page.today().await;
    page.bring(&Draft::example(today.year() + 1, today)).await;
    page.wait_for("#election").await;
    let election = page.text("#election").await;
    let bars = page.number("document.querySelectorAll('.chart rect[class^=part-]').length").await;
    page.click("#paychecks").await;
    page.wait_for("[aria-labelledby=paychecks] tbody tr").await;
    let rows = page.number("document.querySelectorAll('[aria-labelledby=paychecks] tbody tr').length").await;
    assert!(rows >= 26.0, "{rows} paychecks");
    assert!(bars >= rows, "{bars} parts of bars for {rows} paychecks");

    page.click("#spread summary").await;
    page.type_into("what-if-raise", "12").await;
    page.click("#what-ifs").await;
    page.wait_for_text("[aria-labelledby=what-ifs]", "12%").await;
    assert_eq!(page.text("#election").await, election, "a what-if changes the plan");
    page.click("label[for='strategy-front_loaded']").await;
    page.wait_for_words("document.querySelector('#rule').textContent", "until the room is full").await;
    page.resize(320, 900).await;
    let needed = page.number("document.documentElement.scrollWidth").await;
    assert!(needed <= 320.0, "the open tables need {needed} px");
    page.assert_quiet().await;
}
