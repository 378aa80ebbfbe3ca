//! From three months of contributions to the Form 1099-R that is wrong, and the page
//! for the files.
//!
//! What the pages must say is worked out here by the engine from the same texts.

use fantoccini::key::Key as Press;
use planner::date::Date;
use planner::draft::Draft;
use planner::questions::{Key, List, RowField};
use planner::report::{Reply, Report};
use planner::service;

use crate::engines::{Lack, skipped};
use crate::page::{Page, shown};
use crate::site::Site;

/// What is typed into the rows of a list: each row's texts by field, as a person types
/// them.
type Rows = [&'static [(RowField, &'static str)]];

const CONTRIBUTIONS: &Rows = &[
    &[(RowField::On, "1/15/2025"), (RowField::Sum, "1,000")],
    &[(RowField::On, "1/31/2025"), (RowField::Sum, "1,000")],
    &[(RowField::On, "2/14/2025"), (RowField::Sum, "1,000")],
    &[(RowField::On, "2/28/2025"), (RowField::Sum, "1,000")],
    &[(RowField::On, "3/14/2025"), (RowField::Sum, "1,000")],
    &[(RowField::On, "3/31/2025"), (RowField::Sum, "1,000")],
];
const CONVERSIONS: &Rows = &[
    &[(RowField::On, "2/3/2025"), (RowField::Sum, "2,010.55")],
    &[(RowField::On, "4/1/2025"), (RowField::Sum, "4,021.10")],
];
/// The whole is taxed once more, no contributions are shown, and the code is that of a
/// payment to the person.
const WRONG_FORM: &Rows = &[&[
    (RowField::Payer, "The plan"),
    (RowField::Box1, "6,031.65"),
    (RowField::Box2a, "6,031.65"),
    (RowField::Box7, "1"),
]];

fn fill(draft: &mut Draft, list: List, rows: &Rows) {
    for texts in rows {
        let row = draft.add_row(list);
        for (field, text) in *texts {
            draft.set(Key::Row(list, row, *field), (*text).to_owned());
        }
    }
}

fn year_2025(today: Date) -> Draft {
    let mut draft = Draft::new(today);
    draft.year = 2025;
    fill(&mut draft, List::Contributions, CONTRIBUTIONS);
    fill(&mut draft, List::Conversions, CONVERSIONS);
    draft
}

/// What the engine says of a draft to a page.
fn report(draft: &Draft, today: Date, page: &str) -> Report {
    let reply = service::answer(&draft.to_saved(), &today.to_string(), page, planner::report::DOSSIER)
        .expect("the engine answers");
    let reply: Reply = serde_json::from_str(&reply).expect("a reply");
    reply.report.unwrap_or_else(|| panic!("no report: {} {:?}", reply.wait, reply.problems))
}

/// Types a list's rows by keyboard, from the button that adds a row.
async fn type_rows(page: &Page, list: List, rows: &Rows) {
    for (row, texts) in rows.iter().enumerate() {
        page.tab_to(&format!("add-{}", list.id())).await;
        page.press(&[Press::Enter.into()]).await;
        let number = u32::try_from(row).expect("few rows");
        for (place, (field, text)) in texts.iter().enumerate() {
            let id = Key::Row(list, number, *field).id();
            if place == 0 {
                page.wait_for(&format!("#{id}:focus")).await;
            } else {
                page.tab_to(&id).await;
            }
            page.type_on(text).await;
        }
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn three_months_and_two_conversions_are_compared_with_a_wrong_1099_r_by_keyboard() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    let today = page.today().await;
    let mut draft = year_2025(today);

    page.tab_to("year").await;
    while page.value("year").await != "2025" {
        page.press(&[Press::Up.into()]).await;
    }
    type_rows(&page, List::Contributions, CONTRIBUTIONS).await;
    type_rows(&page, List::Conversions, CONVERSIONS).await;
    let expected = report(&draft, today, "conversions");
    page.wait_for_words("document.querySelector('#decision')?.textContent", &shown(&expected.closing.decision)).await;
    // 10.55 and 21.10 of earnings.
    assert!(page.text("#answer").await.contains("$31.65"), "the taxable earnings are not there");

    page.go_by_keyboard("Tax forms", "Tax forms").await;
    assert_eq!(page.value("year").await, "2025");
    page.tab_to("birth-date").await;
    page.type_on("3/31/1985").await;
    draft.birth_date = "3/31/1985".to_owned();
    let expected = report(&draft, today, "forms");
    page.wait_for_words("document.querySelector('#decision')?.textContent", &shown(&expected.closing.decision)).await;
    assert!(!page.has(".boxes .differs").await, "a form that did not come differs");

    type_rows(&page, List::Forms, WRONG_FORM).await;
    fill(&mut draft, List::Forms, WRONG_FORM);
    let expected = report(&draft, today, "forms");
    page.wait_for_words("document.querySelector('#decision')?.textContent", &shown(&expected.closing.decision)).await;
    let paper = expected.papers.iter().find(|paper| paper.look == "differs").expect("the form is wrong");
    page.wait_for_text(".paper .verdict", &paper.verdict).await;
    let differing = paper.boxes.iter().filter(|one| one.look == "differs").count();
    assert!(differing >= 2, "boxes 2a and 5 at least: {:?}", paper.boxes);
    for one in paper.boxes.iter().filter(|one| one.look == "differs") {
        let shown = page.text(".boxes").await;
        assert!(shown.contains(&one.typed) && shown.contains(&one.expected), "box {}: {shown}", one.number);
    }
    let marks = page.number("document.querySelectorAll('.boxes .differs .mark').length").await;
    assert_eq!(marks.to_string(), differing.to_string());

    let read = page.text(".differences").await;
    assert!(!paper.differences.is_empty());
    for difference in &paper.differences {
        for words in [&difference.title, &difference.means, &difference.matters, &difference.ask] {
            assert!(read.contains(words.as_str()), "it does not say {words:?}: {read}");
        }
    }
    page.screenshot("wrong-1099-r").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn only_the_page_for_the_files_is_printed() {
    if skipped(Lack::Printing) {
        return;
    }
    let site = Site::serve();
    let page = Page::open(&site, "forms").await;
    let today = page.today().await;
    let mut draft = year_2025(today);
    draft.birth_date = "3/31/1985".to_owned();
    page.bring(&draft).await;
    page.wait_for("#print").await;
    let dossier = report(&draft, today, "forms").dossier.expect("a year with conversions has one");

    page.words("(window.print = () => { globalThis.printed = document.documentElement.className; }, '')").await;
    page.click("#print").await;
    page.wait_for_words("globalThis.printed", "dossier-only").await;
    page.emulate_print(true);
    for hidden in [".top", ".page-head", ".questions", ".closing", ".papers", "#print", ".dossier summary"] {
        assert!(!page.sees(hidden).await, "{hidden} is printed");
    }
    let printed = page.text(".dossier").await;
    for words in [&dossier.title, &dossier.intro, &dossier.tables[0].rows[0][0], &dossier.keep[0]] {
        assert!(printed.contains(words.as_str()), "{words:?} is not printed: {printed}");
    }
    page.words("(dispatchEvent(new Event('afterprint')), '')").await;
    assert!(page.sees(".closing").await, "the rest can no longer be printed");
    page.emulate_print(false);
    assert!(!page.words("document.documentElement.className").await.contains("dossier-only"));
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_year_of_paydays_and_conversions_prints_on_one_page() {
    if skipped(Lack::Printing) {
        return;
    }
    let site = Site::serve();
    let page = Page::open(&site, "forms").await;
    // A year that is over: all its paydays are in the example's ledger.
    page.bring(&Draft::example(2025, page.today().await)).await;
    page.wait_for("#print").await;
    assert!(page.printed_pages().await > 1, "the whole worksheet is longer than a page");
    page.words("(window.print = () => { globalThis.printed = document.documentElement.className; }, '')").await;
    page.click("#print").await;
    page.wait_for_words("globalThis.printed", "dossier-only").await;
    assert_eq!(page.printed_pages().await, 1);
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_ledger_a_choice_and_a_wrong_form_fit_every_width() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    let today = page.today().await;
    let mut draft = year_2025(today);
    draft.birth_date = "3/31/1985".to_owned();
    fill(&mut draft, List::Forms, WRONG_FORM);
    page.bring(&draft).await;
    for name in ["conversions", "landing", "forms"] {
        page.go_to(&format!("#{name}")).await;
        page.wait_for(".closing").await;
        for width in [320, 768, 1280] {
            page.resize(width, 900).await;
            page.words("(document.querySelectorAll('details').forEach((fold) => { fold.open = true; }), '')").await;
            let needed = page.number("document.documentElement.scrollWidth").await;
            let wide = page.number("document.documentElement.clientWidth").await;
            assert!(needed <= wide, "{name} at {width} px needs {needed} px, has {wide}");
            page.screenshot(&format!("{name}-{width}")).await;
        }
    }
    page.assert_quiet().await;
}
