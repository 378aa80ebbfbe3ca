//! A text that cannot be read gets a sentence beside its field, stays as typed, and
//! stops nothing.

use fantoccini::key::Key;

use crate::page::Page;
use crate::site::Site;

/// Leaves the field, then checks that it holds the text and says what is wrong with it.
async fn assert_refused(page: &Page, id: &str, text: &str) {
    page.press(&[Key::Tab.into()]).await;
    let error = format!("#{id}-error");
    page.wait_for(&error).await;
    let sentence = page.text(&error).await;
    assert!(sentence.starts_with("Enter ") || sentence.starts_with("Put "), "{text:?} in #{id}: {sentence}");
    assert_eq!(page.value(id).await, text, "#{id} does not keep what was typed");
    assert!(!page.sees("#room").await, "{text:?} in #{id} gives an answer all the same");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_mistake_gets_a_sentence_and_stays_as_typed() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.calculate().await;
    let room = page.text("#room").await;
    for (id, text) in [
        ("pre-tax-so-far", "abc"),
        ("pre-tax-so-far", "-3"),
        ("match-so-far", "1e99"),
        ("match-so-far", "1234567890123456789012345678901234567890"),
        ("after-tax", "12.345"),
        ("after-tax", "1,00"),
        ("after-tax", "0x10"),
        ("birth-date", "12/31/2199"),
        ("birth-date", "2/30/1985"),
        ("birth-date", "soon"),
    ] {
        let before = page.value(id).await;
        page.replace(id, text).await;
        assert_refused(&page, id, text).await;
        page.replace(id, &before).await;
        page.wait_for_text("#room", &room).await;
        assert!(!page.sees(&format!("#{id}-error")).await, "the sentence about {text:?} stays after its correction");
    }
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_pasted_tab_or_sign_is_refused_and_survives_a_reload() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.calculate().await;
    for text in ["1\t000", "１２３", "12\u{202e}34", "😀"] {
        page.replace("pre-tax-so-far", "").await;
        page.paste(text).await;
        assert_refused(&page, "pre-tax-so-far", text).await;
    }
    page.reload().await;
    assert_eq!(page.value("pre-tax-so-far").await, "😀");
    page.replace("pre-tax-so-far", "18,500").await;
    page.wait_for("#room").await;
    page.assert_quiet().await;
}
