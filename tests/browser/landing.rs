//! The landing spot is chosen before the transfer, kept, and shown beside a conversion
//! that went elsewhere.

use planner::date::Date;
use planner::draft::Draft;
use planner::questions::{Field, Key, List, RowField};
use planner::report::{Reply, Report};
use planner::service;

use crate::page::{Page, shown};
use crate::site::Site;

fn report(draft: &Draft, today: Date, page: &str) -> Report {
    let reply = service::answer(&draft.to_saved(), &today.to_string(), page, "").expect("the engine answers");
    let reply: Reply = serde_json::from_str(&reply).expect("a reply");
    reply.report.expect("a report")
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_choice_stands_beside_a_conversion_that_went_elsewhere() {
    let site = Site::serve();
    let page = Page::open(&site, "landing").await;
    let today = page.today().await;
    let mut draft = Draft::new(today);
    draft.year = 2025;
    draft.birth_date = "3/31/1985".to_owned();
    for (field, text) in [
        (Field::InPlanRollover, "yes"),
        (Field::InServiceWithdrawal, "yes"),
        (Field::Destination, "both"),
        (Field::RothIraSince, "2015"),
        // Of a year that is over the choice is asked only where one was made.
        (Field::LandingSpot, "roth_ira"),
    ] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    for (list, on, sum) in [(List::Contributions, "1/15/2025", "1,000"), (List::Conversions, "2/3/2025", "1,000")] {
        let row = draft.add_row(list);
        draft.set(Key::Row(list, row, RowField::On), on.to_owned());
        draft.set(Key::Row(list, row, RowField::Sum), sum.to_owned());
    }
    draft.set(Key::Row(List::Conversions, 0, RowField::How), "roth_ira".to_owned());
    page.bring(&draft).await;

    page.wait_for(".closing").await;
    page.click("label[for='landing-spot-roth_401k']").await;
    page.type_into("landing-reason", "One account, and loans.").await;
    page.type_into("landing-chosen-on", "1/2/2025").await;
    for (field, text) in [
        (Field::LandingSpot, "roth_401k"),
        (Field::LandingReason, "One account, and loans."),
        (Field::LandingChosenOn, "1/2/2025"),
    ] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    let expected = report(&draft, today, "landing");
    page.wait_for_words("document.querySelector('#decision')?.textContent", &shown(&expected.closing.decision)).await;
    assert!(expected.closing.decision.contains("One account, and loans."), "{}", expected.closing.decision);
    // The conversion stands in the table of those that went elsewhere.
    page.wait_for_text("[aria-labelledby=elsewhere]", "$1,000.00").await;

    page.click(".pages a[href='#conversions']").await;
    let expected = report(&draft, today, "conversions");
    page.wait_for_words("document.querySelector('#decision')?.textContent", &shown(&expected.closing.decision)).await;
    let elsewhere = expected.findings.iter().find(|finding| finding.text.contains("landing spot"));
    let elsewhere = elsewhere.unwrap_or_else(|| panic!("nothing tells of it: {:?}", expected.findings));
    page.wait_for_text("[aria-labelledby=findings]", &elsewhere.text).await;
    let table = expected.tables.iter().find(|table| table.id == "conversions").expect("the conversions");
    assert!(table.rows[0].iter().any(|cell| cell.contains("lsewhere than chosen")), "{:?}", table.rows);
    page.wait_for_text("[aria-labelledby=conversions]", "lsewhere than chosen").await;

    page.click(".pages a[href='#landing']").await;
    page.reload().await;
    page.wait_for_words("document.querySelector('#decision')?.textContent", "One account, and loans.").await;
    page.assert_quiet().await;
}
