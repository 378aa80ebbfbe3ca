//! A plan's booklet is read with the person: by file, by paste, by drop and by keyboard alone.
//! Nothing of it is kept or asked for elsewhere, and what ends its reader ends nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::key::Key;

use crate::page::Page;
use crate::site::{Site, dist};

const TEXT: &str = "You may make voluntary after-tax contributions of up to 12% of eligible pay. My number is 123-45-6789, and in-plan Roth conversions are permitted.";
/// Everything that the browser keeps.
const KEPT: &str = "JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href";

fn paper(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/pdf").join(name)
}

async fn open_card(page: &Page) {
    page.click("#booklet > summary").await;
    page.wait_for("#booklet-file").await;
}

/// Chooses a file of the tests, and waits for these words.
async fn read_file(page: &Page, name: &str, words: &str) {
    page.choose_file("booklet-file", &paper(name)).await;
    page.wait_for_text("#found", words).await;
}

/// What may be answered from a file, by its words. The one file keeps figures only once it is
/// asked to.
async fn answer_from_a_file(page: &Page, keeps: bool) {
    open_card(page).await;
    read_file(page, "chromium.pdf", "Sentences about").await;
    let shown = page.text("#booklet").await;
    for words in ["The paper says: Yes", "voluntary after-tax contributions of up to 12%", "Page 1"] {
        assert!(shown.contains(words), "the page does not say {words:?}: {shown}");
    }
    // Nothing is answered before anybody said so.
    assert!(!page.words(KEPT).await.contains("plan-after-tax"));
    page.click("#found-0 button").await;
    page.wait_for_text("#booklet .answered", "Your answer: Yes").await;
    page.wait_for_words("document.querySelector('#plan-after-tax-yes').checked", "true").await;
    if keeps {
        page.wait_for_words(&format!("({KEPT}).includes('plan-after-tax')"), "true").await;
    }
    let kept = page.words(KEPT).await;
    for words in ["voluntary", "eligible pay", "chromium", "Acme"] {
        assert!(!kept.contains(words), "{words} is kept: {kept}");
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_file_is_read_in_its_own_worker_and_each_answer_taken_by_its_click() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    answer_from_a_file(&page, true).await;
    assert!(!page.words("document.querySelector('#undo').title").await.is_empty(), "undo does not say of what");
    page.click("#undo").await;
    page.wait_for_words("document.querySelector('[name=plan-after-tax]:checked') === null", "true").await;

    // A second paper asks for nothing that is not there yet but the reader itself.
    site.asked();
    read_file(&page, "weasyprint.pdf", "Sentences about").await;
    let asked = site.asked();
    let own = |name: &String| name.starts_with("papers");
    assert!(asked.iter().all(own), "{asked:?}");
    page.click("#booklet-leave").await;
    assert!(!page.has("#found").await);
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_pasted_text_is_read_by_keyboard_alone_and_its_numbers_are_masked() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    page.resize(390, 800).await;
    page.words("(document.getElementById('booklet').querySelector('summary').focus(), '')").await;
    page.press(&[Key::Enter.into()]).await;
    page.tab_to("booklet-text").await;
    page.type_on(TEXT).await;
    page.tab_to("booklet-read").await;
    page.press(&[Key::Enter.into()]).await;
    page.wait_for_focus("found").await;
    let shown = page.text("#booklet .preview").await;
    assert!(shown.contains("in-plan Roth conversions") && !shown.contains("6789"), "{shown}");
    page.tab_to_words("Answer: Yes").await;
    page.press(&[Key::Enter.into()]).await;
    page.wait_for_text("#booklet .answered", "Your answer: Yes").await;
    page.wait_for_words("document.activeElement?.id", "found-").await;
    let kept = page.words(KEPT).await;
    assert!(!kept.contains("voluntary") && !kept.contains("6789"), "{kept}");
    let wider = page.number("document.documentElement.scrollWidth - innerWidth").await;
    assert!(wider <= 0.0, "the page is wider than a phone");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_pdf_may_be_dropped_anywhere_and_a_locked_one_asks_for_its_password() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let bytes: Vec<String> =
        fs::read(paper("locked-anew.pdf")).expect("it is there").iter().map(u8::to_string).collect();
    let drop = format!(
        "(() => {{
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array([{}])], 'My plan.PDF'));
            const event = (type) => new DragEvent(type, {{ dataTransfer: data, bubbles: true, cancelable: true }});
            return ['dragover', 'drop'].map((type) => !document.body.dispatchEvent(event(type))).join();
        }})()",
        bytes.join(",")
    );
    assert_eq!(page.words(&drop).await, "true,true", "the browser would leave the page for the file");
    page.wait_for_text("#found", "This file is locked").await;
    page.type_into("booklet-password", "wrong").await;
    page.click("#booklet-open").await;
    page.wait_for_text("#booklet .preview", "does not open it").await;
    page.replace("booklet-password", "Nest-Egg 27").await;
    page.click("#booklet-open").await;
    page.wait_for_text("#found", "Sentences about").await;
    let kept = page.words(KEPT).await;
    assert!(!kept.contains("Nest-Egg"), "{kept}");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_boxes_of_a_form_are_shown_and_each_is_entered_by_its_click() {
    let site = Site::serve();
    let page = Page::open(&site, "forms").await;
    open_card(&page).await;
    read_file(&page, "form-printed.pdf", "Boxes of your Form 1099-R").await;
    let shown = page.text("#booklet .preview").await;
    assert!(shown.contains("The form says: $20,150.00") && !shown.contains("6789"), "{shown}");
    assert!(!page.has("#form-0-box-1").await);
    page.click("#found-0 button").await;
    page.wait_for("#form-0-box-1").await;
    assert_eq!(page.value("form-0-box-1").await, "20,150.00");
    assert_eq!(page.value("form-0-box-5").await, "");
    page.click("#found-3 button").await;
    page.wait_for_words("document.getElementById('form-0-box-5').value", "20,000.00").await;
    assert!(!page.has("#form-1-box-1").await);
    page.assert_quiet().await;
}

/// A stub as a copy of it has it.
const STUB: &str = "Pay statement  Pay Date: 1/16/YEAR  SSN 123-45-6789\nDeductions  Current  YTD\n401k Pre-Tax  500.00  1,000.00\nRoth 401k  100.00  200.00\n401k Bns  0.00  5.00\nCompany Match  200.00  400.00\n";

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_figures_of_a_pay_stub_are_entered_one_by_one_and_taken_back() {
    let site = Site::serve();
    let page = Page::open(&site, "pace").await;
    open_card(&page).await;
    let stub = STUB.replace("YEAR", &page.today().await.year().to_string());
    page.click("#booklet-text").await;
    page.paste(&stub).await;
    page.click("#booklet-read").await;
    page.wait_for_text("#found", "Figures of your pay stub").await;
    let shown = page.text("#booklet .preview").await;
    assert!(shown.contains("The stub says: $400.00") && !shown.contains("6789"), "{shown}");
    assert!(shown.contains("Not certain"), "a line that is not known keeps its sum back: {shown}");
    let enter = "[...document.querySelectorAll('#booklet .found button')].find((one) => one.textContent === 'Enter: $400.00').id = 'enter-match'";
    page.words(enter).await;
    page.click("#enter-match").await;
    page.wait_for_words("document.getElementById('match-so-far').value", "400.00").await;
    assert_eq!(page.value("pre-tax-so-far").await, "");
    page.click("#undo").await;
    page.wait_for_just("document.getElementById('match-so-far').value", "").await;
    let kept = page.words(KEPT).await;
    assert!(!kept.contains("Bns") && !kept.contains("6789"), "{kept}");
    page.assert_quiet().await;
}

/// Files that have no text, and one that takes its reader down.
async fn refuse_what_cannot_be_read(page: &Page) {
    read_file(page, "scanned.pdf", "It cannot be read").await;
    assert!(page.text("#booklet .preview").await.contains("A scan has only pictures"));
    // It would unpack to a gigabyte: its reader ends, and the page goes on.
    read_file(page, "bomb.pdf", "It cannot be read").await;
    page.wait_for_text("#booklet .preview", "could not be read").await;
    read_file(page, "reportlab.pdf", "Sentences about").await;
    assert!(!page.sees("#rescue").await);
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn what_takes_the_reader_down_leaves_the_page_alive() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    open_card(&page).await;
    refuse_what_cannot_be_read(&page).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_one_file_reads_papers_as_well() {
    let file = format!("file://{}#plan", dist().join("planner.html").display());
    let page = Page::open_address(&file, "file://".to_owned()).await;
    page.wait_for("#app h1").await;
    answer_from_a_file(&page, false).await;
    refuse_what_cannot_be_read(&page).await;
}
