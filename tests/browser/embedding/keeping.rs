//! What a frame keeps, in each state of its storage, and how the figures come out of it.

use std::fs;
use std::time::Duration;

use super::host::{From, Host, bare, enter, frame, strictest};
use crate::engines::{Engine, Lack, skipped};
use crate::files::{empty_folder, only_file};
use crate::page::Page;

/// Works something out, and checks what is said of keeping it.
async fn calculate_and_read(page: &Page, says: &str) {
    enter(page).await;
    page.calculate().await;
    page.wait_for_text("#kept", says).await;
}

/// Loads the page around anew; whether the figures are still in the frame.
async fn comes_back(page: &Page) -> bool {
    page.leave_frames().await;
    page.browser.reload().await;
    enter(page).await;
    page.value("pay").await == "100,000"
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_keeps_figures_where_it_may_and_says_so() {
    let host = Host::serve("embed-kept", &frame("&show=room"));
    let page = host.open(From::Beside).await;
    calculate_and_read(&page, "kept in this browser").await;
    assert!(comes_back(&page).await, "it says that it keeps, and does not");

    // Of another site: kept, but away from the planner by itself.
    let page = host.open(From::Elsewhere).await;
    calculate_and_read(&page, "on this website only").await;
    assert!(comes_back(&page).await, "it says that it keeps, and does not");
    page.leave_frames().await;
    page.visit(&format!("{}#room", host.planner.address())).await;
    page.wait_for("#pay").await;
    assert_eq!(page.value("pay").await, "", "the planner by itself has the frame's figures");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_that_the_browser_lets_keep_nothing_says_so() {
    if skipped(Lack::RefusingStorage) {
        return;
    }
    let host = Host::serve("embed-refused", &frame("&show=room"));
    let page = host.open_without_storage().await;
    calculate_and_read(&page, "your browser does not let a page inside another page save").await;
    assert!(!comes_back(&page).await);
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_whose_sandbox_lets_it_keep_nothing_says_so() {
    // As the code has it that is made for such a frame.
    let host = Host::serve("embed-sandbox", &strictest("planner.html"));
    let page = host.open(From::Elsewhere).await;
    calculate_and_read(&page, "the website around the planner does not let it save").await;
    assert!(!comes_back(&page).await);
}

/// Opens the full planner out of a frame that something is entered in.
async fn open_full(page: &Page) {
    enter(page).await;
    page.calculate().await;
    let before = page.tab().await;
    page.click("#open-full").await;
    let mut opened = None;
    for _ in 0..200 {
        opened = page.tabs().await.into_iter().find(|tab| *tab != before);
        if opened.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    page.switch_to(&opened.expect("another tab opens")).await;
    page.wait_for_text("#opened", "What’s in it").await;
    let address = page.words("location.search + location.hash").await;
    assert_eq!(address, "#data", "figures or options stay in the address");
    assert!(page.has(".brand").await, "another frame opens");
    assert_eq!(page.words("String(opener)").await, "null", "the new page holds on to the frame");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_full_planner_opens_with_what_is_entered() {
    let host = Host::serve("embed-full", &frame("&show=room&theme=dark"));
    open_full(&host.open(From::Elsewhere).await).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_full_planner_opens_out_of_a_frame_without_storage() {
    if skipped(Lack::RefusingStorage) {
        return;
    }
    let host = Host::serve("embed-full-refused", &frame("&show=room&theme=dark"));
    open_full(&host.open_without_storage().await).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn where_a_frame_may_not_hand_over_a_file_it_shows_the_text() {
    let host = Host::serve("embed-no-download", &strictest("planner.html"));
    let page = host.open(From::Elsewhere).await;
    enter(&page).await;
    page.click("#take-copy").await;
    page.wait_for_text(".strips", "Nothing is entered yet").await;
    page.calculate().await;
    page.click("#take-copy").await;
    page.wait_for("#handed-text").await;
    page.wait_for_focus("handed").await;
    let text = page.value("handed-text").await;
    assert!(text.contains("1985-03-31") && text.contains("100000"), "the text is no copy: {text}");
    // Chromium refuses the clipboard as well, and the frame says what to do.
    page.click("#copy-handed").await;
    let says = if page.browser.engine == Engine::Chromium { "Select the text and copy it" } else { "Copied." };
    page.wait_for_text("[aria-labelledby=handed]", says).await;
    page.click("#close-handed").await;
    assert!(!page.has("#handed-text").await);

    // No window may open: the link comes as a text.
    page.click("#open-full").await;
    page.wait_for("#handed-text").await;
    let link = page.value("handed-text").await;
    assert!(link.starts_with(&format!("{}planner.html#all/1?", host.planner.address())), "{link}");
    assert_eq!(page.tabs().await.len(), 1);

    // Where it is allowed, the file comes, and the text all the same: no page can know.
    let host = Host::serve("embed-download", &bare("&show=room"));
    let page = host.open(From::Elsewhere).await;
    let folder = empty_folder("embed-copy");
    page.download_into(&folder);
    enter(&page).await;
    page.calculate().await;
    page.click("#take-copy").await;
    let file = fs::read_to_string(only_file(&folder).await).expect("a copy is text");
    assert_eq!(page.value("handed-text").await, file);
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn two_frames_with_keys_of_their_own_share_nothing() {
    let host =
        Host::serve("embed-keys-of-own", &format!("{}{}", bare("&show=room&key=one"), bare("&show=room&key=two")));
    let page = host.open(From::Elsewhere).await;
    for (frame, pay) in [("iframe", "100,000"), ("iframe ~ iframe", "55,000")] {
        page.enter_frame(frame).await;
        page.wait_for("#pay").await;
        assert_eq!(page.value("pay").await, "", "{frame} has the other's figures");
        page.type_into("pay", pay).await;
        tokio::time::sleep(Duration::from_millis(800)).await;
        assert!(!page.sees("#elsewhere").await, "{frame} hears of the other");
        page.leave_frames().await;
    }
    page.browser.reload().await;
    for (frame, pay) in [("iframe", "100,000"), ("iframe ~ iframe", "55,000")] {
        page.enter_frame(frame).await;
        page.wait_for("#pay").await;
        assert_eq!(page.value("pay").await, pay);
        let keys = page.words("Object.keys(localStorage).sort().join()").await;
        assert_eq!(keys, "mbr.embed-one.plan,mbr.embed-two.plan");
        page.leave_frames().await;
    }
    // Erasing in one leaves the other's alone; the planner by itself is a third.
    page.enter_frame("iframe").await;
    page.go_to("#data").await;
    page.wait_for("#erase-all").await;
    page.words("(document.getElementById('erase-all').click(), '')").await;
    page.wait_for("#erase-for-good").await;
    page.words("(document.getElementById('erase-for-good').click(), '')").await;
    page.wait_for_text("#erased", "Everything is erased").await;
    assert_eq!(page.words("Object.keys(localStorage).join()").await, "mbr.embed-two.plan");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_plan_that_a_page_bakes_in_replaces_no_answer() {
    let plan = "#plan/1?plan-kind=403b&plan-after-tax=yes&after-tax-percent=8";
    let host = Host::serve("embed-plan", &bare(&format!("&start=plan&key=acme{plan}")));
    let page = host.open(From::Elsewhere).await;
    enter(&page).await;
    page.wait_for_text(".foot", "The plan’s rules are filled in").await;
    assert!(!page.has("#offer").await, "it asks where nothing would be replaced");
    assert_eq!(page.words("document.querySelector('#after-tax-percent').value").await, "8");
    assert_eq!(page.words("location.hash").await, "#plan");
    tokio::time::sleep(Duration::from_millis(800)).await;

    // A later visit finds the reader's own answer, and is asked.
    page.words("(document.getElementById('after-tax-percent').closest('details').open = true, '')").await;
    page.replace("after-tax-percent", "5").await;
    page.wait_for_words("localStorage.getItem('mbr.embed-acme.plan') ?? ''", "\"after-tax-percent\":\"5\"").await;
    host.open_again(&page, From::Elsewhere).await;
    enter(&page).await;
    page.wait_for_text("#offered", "instead of 5%").await;
    assert_eq!(page.value("after-tax-percent").await, "5", "a page's plan takes an answer away");
}
