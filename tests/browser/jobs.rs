//! Two jobs of a year, each with a plan of its own, as a person enters and switches them.

use planner::questions::{Field, Key};

use crate::page::Page;
use crate::site::Site;

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn two_jobs_have_each_a_pace_and_stay_over_a_reload() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let today = page.today().await;
    let year = today.year() + 1;
    let mut draft = planner::draft::Draft::new(today);
    draft.year = year;
    draft.birth_date = "3/31/1985".to_owned();
    for (field, text) in [
        (Field::PlanAfterTax, "yes"),
        (Field::InPlanRollover, "yes"),
        (Field::TransferTiming, "automatic"),
        (Field::Cadence, "biweekly"),
        (Field::PayRate, "8,000"),
        (Field::PreTaxElection, "11"),
    ] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    draft.set(Key::Sheet(Field::KnownPayDate), format!("1/15/{year}"));
    page.bring(&draft).await;
    page.wait_for("#room").await;
    assert!(!page.has("#job").await, "there is nothing to choose");

    // The other job is a row at first, and then has a sheet.
    page.click("#add-job").await;
    page.wait_for("#job-0-name").await;
    page.type_into("job-0-name", "Beta").await;
    page.type_into("job-0-deferrals-so-far", "1,000").await;
    page.tab_to_words("This job has a plan I also pay into: give it a sheet of its own").await;
    page.press(&['\u{e007}']).await;
    page.wait_for_focus("job").await;
    page.wait_for_words("document.getElementById('job-name').value", "Beta").await;
    assert_eq!(page.words("[...job.options].map((option) => option.textContent).join()").await, "Job 1,Beta");
    assert!(!page.has("#job-0-name").await, "its row is gone");
    assert_eq!(page.value("birth-date").await, "3/31/1985", "what is the person's stays");

    // Its own pace beside the first one's.
    page.go_to("#pace").await;
    page.choose("cadence", "monthly").await;
    page.wait_for("#pay-rate").await;
    page.type_into("pay-rate", "5,000").await;
    page.type_into("pre-tax-election", "3").await;
    page.rest().await;
    let of_beta = page.words("document.querySelector('#decision').textContent").await;
    page.choose("job", "0").await;
    page.wait_for_words("document.getElementById('pay-rate').value", "8,000").await;
    page.rest().await;
    let of_first = page.words("document.querySelector('#decision').textContent").await;
    assert!(of_beta != of_first && of_first.contains('%'), "{of_beta} {of_first}");
    assert_eq!(page.value("pre-tax-election").await, "11");

    page.choose("job", "1").await;
    page.wait_for_words("document.getElementById('pay-rate').value", "5,000").await;
    page.rest().await;
    page.reload().await;
    page.wait_for("#job").await;
    page.wait_for_words("document.getElementById('job').value", "1").await;
    page.wait_for_words("document.getElementById('pay-rate').value", "5,000").await;

    // What is to be done for the other job leads to its sheet.
    page.click(".brand").await;
    page.wait_for_text(".tasks", "Job 1: ").await;
    let of_first = "[...document.querySelectorAll('.tasks li')].find((task) => task.textContent.includes('Job 1: ')).querySelector('a').id = 'leads'";
    page.words(of_first).await;
    page.click("#leads").await;
    page.wait_for_words("document.getElementById('job').value", "0").await;
    page.choose("job", "1").await;
    page.wait_for_words("document.getElementById('job').value", "1").await;

    // Taken away, and brought back.
    page.go_to("#room").await;
    page.tab_to_words("Remove this job’s sheet").await;
    page.press(&['\u{e007}']).await;
    page.wait_for_text("#done", "The job’s sheet is removed.").await;
    assert!(!page.has("#job").await, "there is one job");
    page.click("#undo").await;
    page.wait_for("#job").await;
    page.wait_for_words("document.getElementById('job-name').value", "Beta").await;

    // On a phone as well, without scrolling sideways.
    page.resize(320, 640).await;
    assert!(page.sees("#job").await);
    assert_eq!(page.words("String(document.documentElement.scrollWidth > innerWidth)").await, "false");
    page.assert_quiet().await;
}
