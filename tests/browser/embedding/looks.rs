//! What a frame shows, and in which colors.

use std::time::Duration;

use super::host::{From, Host, enter, frame};
use crate::engines::{Lack, skipped};
use crate::page::Page;

const PAPER: &str = "getComputedStyle(document.body).backgroundColor";
const SCHEME: &str = "getComputedStyle(document.documentElement).colorScheme";

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_has_no_header_footer_installation_or_update() {
    let host = Host::serve("embed-bare", &frame(""));
    let page = host.open(From::Beside).await;
    enter(&page).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    for gone in [".brand", "#one-file", "#notices", "#embedding"] {
        assert!(!page.sees(gone).await, "the frame has {gone}");
    }
    assert!(!page.has("link[rel=manifest]").await, "the frame can be installed");
    assert!(!page.sees("#update").await);
    assert!(!host.planner.asked().iter().any(|file| file == "sw.js"), "the frame is kept for use offline");
    assert!(page.sees(".pages a[href='#room']").await, "the whole planner has its navigation");
    page.screenshot("embed-whole").await;
    page.leave_frames().await;
    assert_eq!(page.complaints(), Vec::<String>::new(), "the console complains");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_shows_the_worksheets_that_it_is_asked_for() {
    let host = Host::serve("embed-shown", &frame("&show=room,pace&start=pace&year=2027&theme=plaid&attic=yes"));
    let page = host.open(From::Beside).await;
    enter(&page).await;
    page.wait_for(".pages a[href='#pace'][aria-current=page]").await;
    assert_eq!(page.value("year").await, "2027");
    let seen = "[...document.querySelectorAll('.pages a')].filter((link) => link.checkVisibility()).map((link) => link.hash).join()";
    assert_eq!(page.words(seen).await, "#room,#pace");
    // A link leads to the others, and the navigation says where one is.
    page.go_to("#plan").await;
    page.wait_for(".pages a[href='#plan'][aria-current=page]").await;
    page.click(".pages a[href='#room']").await;
    page.wait_for(".pages a[href='#room'][aria-current=page]").await;
    assert_eq!(page.words(seen).await, "#room,#pace");

    let host = Host::serve("embed-one", &frame("&show=room"));
    let page = host.open(From::Beside).await;
    enter(&page).await;
    assert!(page.has("#pay").await, "another worksheet is shown");
    assert!(!page.sees(".pages").await, "one worksheet has a navigation");
    page.go_to("#data").await;
    page.wait_for(".pages a[href='#room']").await;
    page.click(".pages a[href='#room']").await;
    page.wait_for("#pay").await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_is_light_or_dark_as_its_page_asks() {
    let colors = async |options: &str, dark: bool| {
        let host = Host::serve("embed-theme", &frame(options));
        let page = host.open_in_colors(dark).await;
        enter(&page).await;
        // The sheet for frames comes by itself.
        page.wait_for_words("[...document.styleSheets].some(({ href }) => href?.includes('embed'))", "true").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        (page.words(PAPER).await, page.words(SCHEME).await)
    };
    let (light, dark) = (colors("", false).await, colors("", true).await);
    assert_ne!(light.0, dark.0, "it does not follow the reader's system");
    assert_eq!(
        colors("&theme=light", true).await,
        (light.0.clone(), "light".to_owned()),
        "a light page, a dark system"
    );
    assert_eq!(colors("&theme=dark", false).await, (dark.0.clone(), "dark".to_owned()), "a dark page, a light system");
    assert_eq!(colors("&theme=plaid", true).await.0, dark.0);
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn an_accent_is_taken_where_it_can_be_read() {
    let link = async |options: &str, dark: bool| {
        let host = Host::serve("embed-accent", &frame(options));
        let page = host.open_in_colors(dark).await;
        enter(&page).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.words("getComputedStyle(document.querySelector('.pages a[aria-current=page]'), '::after').backgroundColor")
            .await
    };
    let (light, dark) = (link("", false).await, link("", true).await);
    assert_eq!(link("&accent=1a4f8b&accent-dark=9cc4ff", false).await, "rgb(26, 79, 139)");
    assert_eq!(link("&accent=1a4f8b&accent-dark=9cc4ff", true).await, "rgb(156, 196, 255)");
    assert_eq!(link("&accent=1a4f8b", true).await, dark, "one for light ground is taken on dark ground");
    assert_eq!(link("&accent=1a4f8b&theme=light", true).await, "rgb(26, 79, 139)");
    assert_eq!(link("&accent=ffee00", false).await, light, "one that cannot be read is taken");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_keyboard_leads_through_a_frame_and_out_of_it() {
    if skipped(Lack::KeysIntoFrames) {
        return;
    }
    let host = Host::serve("embed-keys", &frame("&show=room"));
    let page = host.open(From::Elsewhere).await;
    enter(&page).await;
    page.leave_frames().await;
    page.words("(document.getElementById('before').focus(), '')").await;
    let tab = [fantoccini::key::Key::Tab.into()];
    let mut inside = 0;
    for _ in 0..120 {
        page.press(&tab).await;
        // Between a frame and the page around it the focus takes a moment to arrive.
        page.wait_for_words("document.activeElement !== document.body", "true").await;
        match page.words("document.activeElement.id || document.activeElement.localName").await.as_str() {
            "iframe" => {
                inside += 1;
                if inside == 4 {
                    assert_focus_is_seen(&page).await;
                }
            }
            "after" => break,
            other => panic!("the keyboard is at {other}"),
        }
    }
    assert!(inside > 8, "the keyboard passes the frame by: {inside}");
    assert_eq!(page.focus().await, "after", "the keyboard does not come out of the frame");
}

/// Whether what has the focus in the frame shows it.
async fn assert_focus_is_seen(page: &Page) {
    page.enter_frame("iframe").await;
    // A field's box shows it, where the field itself does not.
    let outlines = "[document.activeElement, document.activeElement.closest('.box')].filter((shows) => shows)
        .map((shows) => getComputedStyle(shows).outlineStyle).join()";
    assert!(page.words(outlines).await.contains("solid"), "the focus is not seen at {}", page.focus().await);
    page.leave_frames().await;
}
