//! What is typed is kept, whatever the browser's storage does: refused, full, cleared,
//! written by another tab or by another version of the planner. Each time the person is
//! told in words, and nothing is lost.

use std::fs;

use planner::draft::{Draft, SavedError};

use crate::files::{empty_folder, only_file};
use crate::page::Page;
use crate::site::Site;

/// What is saved just now.
const SAVED: &str = "localStorage.getItem('mbr.plan') ?? 'nothing'";

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn each_change_is_kept_within_a_second_and_when_the_page_hides() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.type_into("pay", "1").await;
    page.wait_for_words(SAVED, "\"pay\":\"1\"").await;

    // On a clock by which each reckoning seems to take long, so that saving waits for a
    // pause in the typing.
    page.words("(globalThis.sound = Date.now, globalThis.late = 0, Date.now = () => sound() + (late += 20), '')").await;
    page.type_on("2").await;
    page.wait_for_words(SAVED, "\"pay\":\"12\"").await;
    let type_and_hide =
        "(pay.value = '123', pay.dispatchEvent(new Event('input', { bubbles: true })), setTimeout(() => {
        globalThis.before = localStorage.getItem('mbr.plan');
        dispatchEvent(new Event('pagehide'));
        globalThis.after = localStorage.getItem('mbr.plan');
    }), '')";
    page.words(type_and_hide).await;
    page.wait_for_words("globalThis.after", "\"pay\":\"123\"").await;
    assert!(page.words("before").await.contains("\"pay\":\"12\""), "it does not wait, so that hiding proves nothing");

    // Who never pauses is not left unsaved.
    let type_without_pause = "(globalThis.keys = 0, globalThis.typing = setInterval(() => {
        pay.value = '9' + ++keys; pay.dispatchEvent(new Event('input', { bubbles: true }));
        if (keys === 30) clearInterval(typing);
    }, 50), globalThis.kept = '', setTimeout(() => (kept = localStorage.getItem('mbr.plan') + keys), 1000), '')";
    page.words(type_without_pause).await;
    page.wait_for_words("kept", "\"pay\":\"9").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn storage_refused_leaves_everything_working_and_says_so() {
    let site = Site::serve();
    let page = Page::open_without_storage(&site, "room").await;
    page.wait_for_text("#not-saved", "does not let the page save").await;
    page.calculate().await;
    page.go_to("#plan").await;
    page.wait_for("#verdict").await;

    let folder = empty_folder("refused");
    page.download_into(&folder);
    page.click("#save-copy").await;
    let copy = fs::read_to_string(only_file(&folder).await).expect("the copy is text");
    assert!(copy.contains("1985-03-31"), "the copy lacks what was typed: {copy}");

    page.go_to("#data").await;
    page.click("#erase-all").await;
    page.click("#erase-for-good").await;
    page.wait_for_text("#erased", "Everything is erased").await;
    page.go_to("#room").await;
    page.wait_for("#pay").await;
    assert_eq!(page.value("pay").await, "");
    assert!(!page.sees("#rescue").await, "the page is said to have stopped");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn storage_that_is_full_keeps_what_was_saved_and_says_so() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.calculate().await;
    page.wait_for_words(SAVED, "100,000").await;
    let fill = "(() => {
        for (let size = 1 << 21, n = 0; size >= 1; n += 1)
            try { localStorage.setItem('junk' + n, 'x'.repeat(size)); } catch { size >>= 1; }
        return 'full';
    })()";
    assert_eq!(page.words(fill).await, "full");

    page.type_into("after-tax", "1,234.50").await;
    page.wait_for_text("#storage-full", "no more room").await;
    page.wait_for_text("#room", "$70,765").await;
    assert!(page.words(SAVED).await.contains("100,000"), "what was saved before is lost");

    page.words("(Object.keys(localStorage).filter((key) => key.startsWith('junk')).forEach((key) => localStorage.removeItem(key)), '')").await;
    page.click("#save-again").await;
    page.wait_for_words(SAVED, "1,234.50").await;
    assert!(!page.has("#storage-full").await, "it still says that nothing is saved");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_text_that_cannot_be_read_is_set_aside_and_can_be_had() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let corrupt = r#"{"format": 1, half a"#;
    page.save(corrupt).await;
    page.wait_for_text("#told", "could not be read").await;
    let folder = empty_folder("aside");
    page.download_into(&folder);
    page.click("#get-aside").await;
    assert_eq!(fs::read_to_string(only_file(&folder).await).expect("it is text"), corrupt);

    // What is typed now is saved, and a second such text does not take the first one's place.
    page.type_into("pay", "1").await;
    page.wait_for_words(SAVED, "\"pay\":\"1\"").await;
    page.save("[]").await;
    page.go_to("#data").await;
    page.wait_for_text("#aside", "Set aside").await;
    assert_eq!(page.words("localStorage.getItem('mbr.plan.unreadable')").await, corrupt);
    assert_eq!(page.words("localStorage.getItem('mbr.plan.unreadable.2')").await, "[]");
    page.click("[id='drop-mbr.plan.unreadable.2']").await;
    page.wait_for_words("Object.keys(localStorage).sort().join()", "mbr.plan.unreadable").await;
    assert_eq!(page.words("String(localStorage.getItem('mbr.plan.unreadable.2'))").await, "null");
    page.assert_quiet().await;
}

/// The page reads a saved text with the browser's JSON, the engine with its own reader.
/// Neither stops at anything, and what one takes the other takes.
#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn whatever_is_saved_opens_the_page_and_is_judged_as_the_engine_judges_it() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let draft = |rest: &str| format!(r#"{{"format":3,"draft":{{"year":2026{rest}}}}}"#);
    let deep = |open: &str, times: usize| format!("{{\"format\":3,\"draft\":{}", open.repeat(times));
    let texts = [
        String::new(),
        "null".to_owned(),
        "{}".to_owned(),
        "\u{0}".to_owned(),
        r#"{"format":0,"draft":{"year":2026}}"#.to_owned(),
        r#"{"format":"3","draft":{"year":2026}}"#.to_owned(),
        r#"{"format":5}"#.to_owned(),
        r#"{"format":5.5,"draft":7}"#.to_owned(),
        r#"{"format":1,"draft":{"year":2026}}"#.to_owned(),
        draft(""),
        draft(r#","sheets":{"2026":{"texts":{"pay":"1\u0000\u2028<b>"}}}"#),
        draft(r#","sheets":{"2026":{"texts":{"pay":1}}}"#),
        draft(r#","sheets":{"2026":{"texts":{"no-such":"1"}}}"#),
        draft(r#","sheets":{"1066":{"texts":{"pay":"1"}}}"#),
        draft(r#","sheets":{"99999999":{"texts":{"pay":"1"}}}"#),
        draft(r#","sheets":{"2026":{"texts":{},"jobs":[{"id":1},{"id":1}]}}"#),
        draft(r#","sheets":{"2026":{"texts":{},"jobs":[{"id":-1}]}}"#),
        draft(r#","sheets":{"2026":{"texts":{},"jobs":[{"id":4294967295,"texts":{"name":"x"}}]}}"#),
        draft(r#","sheets":{"2026":{"texts":{},"jobs":{"0":1}}}"#),
        draft(r#","birth_date":null"#),
        draft(r#","birth_date":"1985","more":[1,2]"#),
        r#"{"format":3,"draft":{"year":1e999}}"#.to_owned(),
        r#"{"format":3,"draft":{"year":2026.5}}"#.to_owned(),
        deep("[", 50_000),
        deep("{\"a\":", 50_000),
    ];
    for text in texts {
        page.words("(localStorage.clear(), '')").await;
        page.save(&text).await;
        let told = if page.has("#told").await { page.text("#told").await } else { String::new() };
        let shown: String = text.chars().take(80).collect();
        match Draft::from_saved(&text) {
            Ok(_) => assert_eq!(told, "", "{shown}"),
            Err(SavedError::Newer) => assert!(told.contains("newer planner"), "{shown}: {told:?}"),
            Err(SavedError::Unreadable) => assert!(told.contains("could not be read"), "{shown}: {told:?}"),
        }
        assert!(!page.sees("#rescue").await, "{shown} stops the page");
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn what_a_newer_planner_saved_is_never_overwritten() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let newer = r#"{"format": 99, "draft": "quite otherwise"}"#;
    page.save(newer).await;
    page.wait_for_text("#told", "newer planner").await;
    page.wait_for("#guarded").await;
    page.calculate().await;
    page.clear().await;
    page.reload().await;
    assert_eq!(page.words(SAVED).await, newer);
    let folder = empty_folder("newer");
    page.download_into(&folder);
    page.click("#get-aside").await;
    assert_eq!(fs::read_to_string(only_file(&folder).await).expect("it is text"), newer);

    // Another tab may be the newer planner.
    page.words("(localStorage.clear(), '')").await;
    page.reload().await;
    page.calculate().await;
    let (here, there) = page.open_tab().await;
    page.words(&format!("(localStorage.setItem('mbr.plan', '{newer}'), '')")).await;
    page.switch_to(&here).await;
    page.wait_for("#guarded").await;
    page.replace("pay", "50,000").await;
    page.wait_for_text("#room", "$50,000").await;
    assert_eq!(page.words(SAVED).await, newer);
    page.switch_to(&there).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn what_was_saved_and_is_gone_still_stands_and_is_saved_again() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.calculate().await;
    // Without any event, as by the browser itself.
    page.words("(localStorage.clear(), '')").await;
    page.type_into("after-tax", "1,000").await;
    page.wait_for_text("#gone", "is gone").await;
    assert_eq!(page.words(SAVED).await, "nothing");
    page.click("#keep-ours").await;
    page.wait_for_words(SAVED, "1,000").await;
    assert!(!page.has("#gone").await);

    // By another tab, which this one hears of at once.
    let (here, _) = page.open_tab().await;
    page.words("(localStorage.clear(), '')").await;
    page.switch_to(&here).await;
    page.wait_for("#gone").await;
    assert_eq!(page.value("pay").await, "100,000");
    page.click("#clear-too").await;
    page.wait_for("#waiting").await;
    assert_eq!(page.value("pay").await, "");
    page.wait_for_words("Object.keys(localStorage).length", "0").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn two_tabs_never_overwrite_each_other_unasked() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.calculate().await;
    page.wait_for_words(SAVED, "100,000").await;
    let (first, second) = page.open_tab().await;
    page.replace("pay", "90,000").await;
    page.wait_for_words(SAVED, "90,000").await;

    page.switch_to(&first).await;
    page.wait_for_text("#elsewhere", "another tab").await;
    page.replace("pay", "80,000").await;
    page.wait_for_text("#room", "$72,000").await;
    assert!(page.words(SAVED).await.contains("90,000"), "the other tab’s figures are overwritten");
    page.screenshot("changed-in-another-tab").await;
    page.click("#take-theirs").await;
    page.wait_for_words("pay.value", "90,000").await;
    assert!(!page.has("#elsewhere").await);
    page.click("#undo").await;
    page.wait_for_words("pay.value", "80,000").await;
    page.wait_for_words(SAVED, "80,000").await;

    // The other way round: what is kept wins, and what the other tab had is set aside.
    page.switch_to(&second).await;
    page.wait_for("#elsewhere").await;
    page.click("#keep-ours").await;
    page.wait_for_words(SAVED, "90,000").await;
    page.go_to("#data").await;
    page.wait_for("[id^='open-mbr.plan.before']").await;
    let aside = "Object.keys(localStorage).filter((key) => key.startsWith('mbr.plan.before')).map((key) => localStorage.getItem(key)).join()";
    assert!(page.words(aside).await.contains("80,000"));

    // What one tab takes back is no longer in the other's way.
    page.switch_to(&first).await;
    page.wait_for("#elsewhere").await;
    page.click("#take-theirs").await;
    page.wait_for_words("pay.value", "90,000").await;
    page.assert_quiet().await;
}
