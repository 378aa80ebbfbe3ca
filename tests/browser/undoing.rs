//! Whatever a person does can be taken back and done again.

use fantoccini::key::Key;

use crate::engines::{Lack, skipped};
use crate::page::Page;
use crate::site::Site;

/// Presses Control, Shift and Z outside of any text.
async fn redo_by_keyboard(page: &Page) {
    page.press_with(Key::Control, 'y').await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn every_kind_of_change_is_taken_back_and_done_again() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let state = "[document.getElementById('birth-date').value, pay?.value, document.querySelector('[name=income]:checked')?.value ?? '', document.querySelectorAll('.row').length, document.getElementById('job-0-name')?.value ?? ''].join('|')";
    assert_eq!(page.words("undo.disabled + ' ' + redo.disabled").await, "true true");
    let mut states = vec![page.words(state).await];
    page.type_into("birth-date", "3/31/1985").await;
    states.push(page.words(state).await);
    page.type_into("pay", "100,000").await;
    states.push(page.words(state).await);
    page.click("#add-job").await;
    page.wait_for("#job-0-name").await;
    states.push(page.words(state).await);
    page.type_into("job-0-name", "Old <b>job</b>").await;
    states.push(page.words(state).await);
    page.click(".row > .link").await;
    page.wait_for_text("#done", "That job is removed").await;
    states.push(page.words(state).await);

    for before in states.iter().rev().skip(1) {
        page.click("#undo").await;
        page.wait_for_just(state, before).await;
        page.wait_for_text("#done", "Undone").await;
    }
    assert_eq!(page.words("undo.disabled + ' ' + redo.disabled").await, "true false");
    for after in states.iter().skip(1) {
        page.click("#redo").await;
        page.wait_for_just(state, after).await;
    }
    assert_eq!(page.words("undo.disabled + ' ' + redo.disabled").await, "false true");
    // The label says what it is, and what is typed next leaves nothing to do again.
    page.click("#undo").await;
    assert_eq!(page.words("redo.getAttribute('aria-label')").await, "Redo: removing the job");
    page.type_into("pay", "1").await;
    assert_eq!(page.words("undo.getAttribute('aria-label') + redo.disabled").await, "Undo: “Gross pay”true");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn showing_another_year_is_taken_back_and_done_again() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let shown = page.value("year").await;
    let next = (shown.parse::<i16>().expect("a year") + 1).to_string();
    page.type_into("pay", "100,000").await;
    page.choose("year", &next).await;
    page.wait_for_words("document.getElementById('year').value + document.getElementById('pay').value", &next).await;
    assert_eq!(page.words("undo.getAttribute('aria-label')").await, format!("Undo: showing {next}"));
    page.click("#undo").await;
    let before = format!("{shown}100,000");
    page.wait_for_words("document.getElementById('year').value + document.getElementById('pay').value", &before).await;
    page.click("#redo").await;
    page.wait_for_words("document.getElementById('year').value + document.getElementById('pay').value", &next).await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_keys_take_back_and_in_a_text_they_are_the_browsers() {
    if skipped(Lack::UndoKeys) {
        return;
    }
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.type_into("pay", "12").await;
    page.type_into("after-tax", "34").await;
    // In the text the browser takes its letters back, at once or one by one.
    for _ in "34".chars() {
        let before = page.value("after-tax").await;
        if !before.is_empty() {
            page.press_with(Key::Control, 'z').await;
            page.wait_for_words(&format!("document.getElementById('after-tax').value === '{before}'"), "false").await;
        }
    }
    assert_eq!(page.value("after-tax").await, "");
    assert_eq!(page.value("pay").await, "12");

    page.replace("after-tax", "56").await;
    page.words("(document.getElementById('heading').focus(), '')").await;
    page.press_with(Key::Control, 'z').await;
    page.wait_for_words("document.getElementById('after-tax').value === '56'", "false").await;
    page.press_with(Key::Control, 'z').await;
    page.wait_for_words("document.getElementById('pay').value === ''", "true").await;
    page.wait_for_text("#done", "Undone: “Gross pay”").await;
    redo_by_keyboard(&page).await;
    page.wait_for_words("document.getElementById('pay').value", "12").await;
    // The notice leads to the place.
    page.click("#notice-show").await;
    page.wait_for_focus("pay").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_whole_year_is_removed_and_brought_back() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.choose("year", "2025").await;
    page.type_into("birth-date", "3/31/1985").await;
    page.type_into("pay", "90,000").await;
    page.wait_for_text("#room", "$70,000").await;
    page.choose("year", "2026").await;
    page.type_into("pay", "100,000").await;
    page.wait_for_text("#room", "$72,000").await;

    page.go_to("#data").await;
    page.wait_for("#remove-2025").await;
    page.click("#remove-2025").await;
    page.wait_for_text("#done", "2025 is removed").await;
    assert!(!page.has("#remove-2025").await, "the year still stands");
    page.wait_for_words("localStorage.getItem('mbr.plan').includes('90,000')", "false").await;
    page.click("#notice-undo").await;
    page.wait_for("#remove-2025").await;
    page.click("#clear-all").await;
    page.wait_for_text("#done", "Everything is cleared").await;
    page.click("#undo").await;
    page.wait_for("#remove-2026").await;
    page.go_to("#room").await;
    page.wait_for_text("#room", "$72,000").await;
    page.choose("year", "2025").await;
    page.wait_for_text("#room", "$70,000").await;
    page.assert_quiet().await;
}
