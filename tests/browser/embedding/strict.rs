//! Where the planner cannot start, it says so, even where no script may run at all; and the
//! planner as one file keeps nothing on a disk unless it is asked to.

use std::fs;
use std::path::PathBuf;

use super::host::{From, Host, enter, strictest};
use crate::engines::{Engine, Lack, skipped};
use crate::files::empty_folder;
use crate::page::Page;
use crate::site::{Site, dist};

/// Whether the sentence about what to do is seen.
const HELP: &str = "getComputedStyle(document.getElementById('slow')).visibility";

/// The built site, with this change to one of its files.
fn changed(folder: &str, file: &str, change: impl Fn(String) -> String) -> PathBuf {
    let folder = empty_folder(folder);
    for entry in fs::read_dir(dist()).expect("dist/ can be listed") {
        let file = entry.expect("a file").path();
        // A build that is under way has a folder of its own there.
        if file.is_dir() {
            continue;
        }
        fs::copy(&file, folder.join(file.file_name().expect("a file has a name"))).expect("a file can be copied");
    }
    let text = fs::read_to_string(folder.join(file)).expect("it is text");
    fs::write(folder.join(file), change(text)).expect("it can be written");
    folder
}

/// Waits for the sentence, and follows its link to the planner as one file.
async fn follow_help(page: &Page) {
    assert_eq!(page.words(HELP).await, "hidden", "it comes at once");
    page.wait_for_words(HELP, "visible").await;
    page.wait_for_text("#loading", "Open the planner as one file").await;
    page.click("#slow a").await;
    page.wait_for(".running h1").await;
    assert!(page.words("location.pathname").await.ends_with("planner.html"));
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn it_starts_in_the_strictest_frame() {
    if skipped(Lack::OwnOriginInSandbox) {
        return;
    }
    let host = Host::serve("strict", &strictest(""));
    let page = host.open(From::Elsewhere).await;
    enter(&page).await;
    page.calculate().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn where_it_cannot_start_in_the_strictest_frame_it_says_what_to_do() {
    // A host that does not send the header: the page's own files are refused to it.
    let without =
        changed("strict-planner", "_headers", |text| text.replace("Access-Control-Allow-Origin: *", "X-No: 1"));
    let host = Host::around(Site::serve_folder(without), "strict-without", &strictest(""));
    let page = host.open(From::Elsewhere).await;
    page.enter_frame("iframe").await;
    follow_help(&page).await;
    page.go_to("#room").await;
    page.calculate().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn opened_from_a_disk_it_says_what_to_do() {
    let folder = changed("from-disk", "robots.txt", |text| text);
    let address = format!("file://{}", folder.join("index.html").display());
    let page = Page::open_address(&address, "file://".to_owned()).await;
    // Firefox lets scripts load beside a page on a disk.
    if page.browser.engine == Engine::Firefox {
        page.wait_for(".running h1").await;
    } else {
        follow_help(&page).await;
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_one_file_starts_in_the_strictest_frame() {
    let host = Host::serve("strict-one-file", &strictest("planner.html").replace("?embed", "?embed&theme=dark"));
    let page = host.open(From::Elsewhere).await;
    enter(&page).await;
    page.calculate().await;
    assert!(!page.sees(".brand").await, "it does not know that it is embedded");
    assert_eq!(page.words("getComputedStyle(document.documentElement).colorScheme").await, "dark");
    page.leave_frames().await;
    assert!(page.number("told.length").await > 0.0, "it does not tell its height");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn without_scripts_it_says_what_it_needs() {
    if skipped(Lack::TurningOffScripts) {
        return;
    }
    let site = Site::serve();
    let page = Page::open_without_waiting(&site, "").await;
    page.allow_scripts(false);
    page.visit(&format!("{}?again", site.address())).await;
    page.wait_for_text("body", "needs JavaScript and WebAssembly").await;
    assert!(!page.sees("#loading").await, "it says that it loads");
    page.visit(&format!("{}embed.html", site.address())).await;
    page.wait_for_text("noscript", "add the options to its address by hand").await;
    page.wait_for_words("document.getElementById('code').value", "<iframe data-roth-planner").await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_one_file_on_a_disk_keeps_nothing_unless_asked() {
    let folder = empty_folder("one-file-keeps");
    fs::copy(dist().join("planner.html"), folder.join("planner.html")).expect("a file can be copied");
    let address = format!("file://{}#room", folder.join("planner.html").display());
    let page = Page::open_address(&address, "file://".to_owned()).await;
    page.wait_for(".running h1").await;
    page.wait_for_text("#not-saved", "any other file that you open from a disk").await;
    page.calculate().await;
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    assert_eq!(page.words("Object.keys(localStorage).join()").await, "", "it keeps figures unasked");
    page.reload().await;
    assert_eq!(page.value("pay").await, "");

    page.calculate().await;
    page.click("#keep-here").await;
    page.wait_for_words("Object.keys(localStorage).join()", "mbr.plan").await;
    assert!(!page.sees("#not-saved").await);
    page.reload().await;
    page.wait_for_text("#room", "$72,000").await;
    assert!(!page.sees("#not-saved").await, "it asks once more");
    page.replace("pay", "50,000").await;
    page.wait_for_words("localStorage.getItem('mbr.plan')", "50,000").await;

    // What is erased is erased, and then nothing is kept before it is asked again.
    page.go_to("#data").await;
    page.click("#erase-all").await;
    page.click("#erase-for-good").await;
    page.wait_for_text("#erased", "Everything is erased").await;
    assert_eq!(page.words("Object.keys(localStorage).join()").await, "");
    page.reload().await;
    page.wait_for("#not-saved").await;
}
