//! The planner works without its server, takes a new release only whole and only when
//! asked to, and asks the network for nothing else; as one file it needs no server at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use planner::draft::Draft;

use crate::files::{empty_folder, only_file, wait_for_file};
use crate::page::Page;
use crate::site::{Site, dist, sealed};

/// The state of the worker that answers the tab's requests.
const WORKER: &str = "navigator.serviceWorker.controller?.state ?? 'none'";
/// The mark of a release that is not the built one; see [`release`].
const RELEASE: &str = "globalThis.release ?? 'one'";

/// Another release than the built one: it says so to the tests, in this word.
fn release(word: &str, folder: &str) -> PathBuf {
    build(word, folder, "release")
}

/// The same, sealed as Trunk has it done for this profile.
fn build(word: &str, folder: &str, profile: &str) -> PathBuf {
    let folder = empty_folder(folder);
    for entry in fs::read_dir(dist()).expect("dist/ can be listed") {
        let file = entry.expect("a file").path();
        // A build that is under way has a folder of its own there.
        if file.is_dir() {
            continue;
        }
        fs::copy(&file, folder.join(file.file_name().expect("a file has a name"))).expect("a file can be copied");
    }
    let boot = folder.join(sealed(&folder, "boot", ".js"));
    let text = fs::read_to_string(&boot).expect("a script is text");
    fs::write(&boot, format!("globalThis.release = \"{word}\";\n{text}")).expect("a script can be written");
    let seal = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/seal");
    let sealed = Command::new(seal).arg(&folder).env("TRUNK_PROFILE", profile).status().expect("scripts/seal runs");
    assert!(sealed.success(), "scripts/seal fails");
    folder
}

/// Opens the page and waits until the whole release is kept.
async fn open_kept(site: &Site, name: &str) -> Page {
    let page = Page::open(site, name).await;
    page.wait_for_words(WORKER, "activated").await;
    page
}

/// The names of what is kept, once there are so many.
async fn wait_for_caches(page: &Page, count: usize) {
    page.words("(caches.keys().then((names) => (globalThis.kept = names.length)), '')").await;
    let look = format!(
        "(caches.keys().then((names) => (globalThis.kept = names.length)), globalThis.kept === {count} ? 'so many' : 'no')"
    );
    page.wait_for_words(&look, "so many").await;
}

/// Has every worksheet work out the example, once the page is loaded anew with it.
async fn try_everything(page: &Page) {
    page.bring(&Draft::example_of(page.today().await)).await;
    work_out_everything(page).await;
}

/// Has every worksheet work out what stands there; the last one is the room.
async fn work_out_everything(page: &Page) {
    for (name, answer) in [("plan", "#verdict"), ("pace", "#election"), ("room", "#room")] {
        page.go_to(&format!("#{name}")).await;
        page.wait_for(&format!(".pages a[href='#{name}'][aria-current=page]")).await;
        page.wait_for(answer).await;
    }
}

/// Waits until the site was asked for the file, and a moment for what follows from it. Gives
/// all that it was asked for.
async fn wait_until_asked(site: &Site, file: &str) -> Vec<String> {
    let mut asked = Vec::new();
    for _ in 0..200 {
        asked.extend(site.asked());
        if asked.iter().any(|asked| asked == file) {
            tokio::time::sleep(Duration::from_millis(500)).await;
            asked.extend(site.asked());
            return asked;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nobody asks for {file}");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn works_without_its_server_after_the_first_visit() {
    let site = Site::serve();
    let page = open_kept(&site, "").await;
    site.stop();

    // The engine was not loaded before.
    page.go_to("#room").await;
    page.wait_for("#pay").await;
    page.calculate().await;
    page.reload().await;
    page.wait_for_text("#room", "$72,000").await;

    for place in ["#room", "?from=elsewhere#room", "index.html#room"] {
        page.visit("about:blank").await;
        page.visit(&format!("{}{place}", site.address())).await;
        page.wait_for(".running h1").await;
        assert_eq!(page.value("pay").await, "100,000", "{place} does not open without the server");
    }
    page.replace("pay", "50,000").await;
    page.wait_for_text("#room", "$50,000").await;
    assert!(page.sees(".brand img").await, "the icon is not kept");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn asks_for_nothing_once_it_is_kept_but_whether_there_is_an_update() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    let origin = format!("{}/", site.origin());
    tokio::time::sleep(Duration::from_secs(1)).await;
    site.asked();
    page.logged_requests();

    // Without a load: the next one asks for the update, in some browsers at once.
    page.calculate().await;
    page.try_example().await;
    work_out_everything(&page).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(site.asked(), Vec::<String>::new(), "the page asks for something after the load");

    page.reload().await;
    assert_eq!(wait_until_asked(&site, "sw.js").await, ["sw.js"], "a visit asks for more than the update");
    let elsewhere = |asked: &String| !asked.starts_with(&origin) && !asked.starts_with("data:");
    let elsewhere: Vec<_> = page.logged_requests().into_iter().filter(elsewhere).collect();
    assert_eq!(elsewhere, Vec::<String>::new(), "the page asks elsewhere");
    page.assert_quiet().await;
}

/// Moves the page's clock this many hours ahead of the browser's, and comes back to the tab.
async fn come_back_after(page: &Page, hours: u32) {
    let come_back = format!(
        "(globalThis.sound ??= Date.now, Date.now = () => sound() + {hours} * 3600e3,
        document.dispatchEvent(new Event('visibilitychange')), document.visibilityState)"
    );
    assert_eq!(page.words(&come_back).await, "visible", "no one sees the tab");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_tab_that_stays_open_looks_for_an_update_once_a_day() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    page.calculate().await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    site.asked();

    come_back_after(&page, 23).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(site.asked(), Vec::<String>::new(), "it looks within the day");
    come_back_after(&page, 25).await;
    assert_eq!(wait_until_asked(&site, "sw.js").await, ["sw.js"], "a look asks for more than the update");
    come_back_after(&page, 48).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(site.asked(), Vec::<String>::new(), "it looks again within a day");

    page.assert_quiet().await;

    site.deploy(release("two", "while-open"));
    come_back_after(&page, 50).await;
    page.wait_for_text("#update", "Update ready").await;
    assert_eq!(page.words(RELEASE).await, "one", "the new release comes unasked");
    page.click("#update-now").await;
    page.wait_for_words(RELEASE, "two").await;
    page.wait_for_text("#room", "$72,000").await;

    site.stop();
    come_back_after(&page, 25).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(!page.sees("#update").await, "the person is told that there is no connection");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn an_update_waits_for_a_click_and_keeps_what_is_typed() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    assert!(!page.sees("#update").await, "the first release is offered as an update");
    page.type_into("birth-date", "3/31/1985").await;

    site.deploy(release("two", "update"));
    page.reload().await;
    page.wait_for_text("#update", "Update ready").await;
    assert_eq!(page.words(RELEASE).await, "one", "the new release comes unasked");
    page.click("#update-later").await;
    assert!(!page.sees("#update").await, "the notice stays");
    page.reload().await;
    page.wait_for_text("#update", "Update ready").await;
    assert_eq!(page.words(RELEASE).await, "one", "the new release comes unasked");
    page.screenshot("update-ready").await;

    page.type_into("pay", "100,000").await;
    site.stop();
    page.click("#update-now").await;
    page.wait_for_words(RELEASE, "two").await;
    page.wait_for_text("#room", "$72,000").await;
    assert_eq!(page.value("pay").await, "100,000");
    assert!(!page.sees("#update").await, "the update is offered again");
    wait_for_caches(&page, 1).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_tab_beside_the_updated_one_goes_on() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    let (first, second) = page.open_tab().await;
    site.deploy(release("two", "tabs"));
    page.reload().await;
    page.wait_for_text("#update", "Update ready").await;
    page.click("#update-now").await;
    page.wait_for_words(RELEASE, "two").await;
    site.stop();

    page.switch_to(&first).await;
    page.wait_for_text("#update", "in another tab").await;
    assert_eq!(page.words(RELEASE).await, "one", "the other tab is updated unasked");
    // It has not loaded its engine yet, and the release that has it is gone from the site.
    page.calculate().await;
    wait_for_caches(&page, 2).await;
    page.click("#update-now").await;
    page.wait_for_words(RELEASE, "two").await;
    page.wait_for_text("#room", "$72,000").await;

    // Once one tab is alone, nothing of the release before is left.
    page.switch_to(&second).await;
    page.close_tab().await;
    page.switch_to(&first).await;
    page.reload().await;
    wait_for_caches(&page, 1).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_broken_release_never_takes_the_place_of_a_good_one() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    page.calculate().await;

    let altered = release("altered", "altered");
    let engine = altered.join(sealed(&altered, "engine_bg", ".wasm"));
    let mut bytes = fs::read(&engine).expect("the engine is there");
    *bytes.last_mut().expect("it is not empty") ^= 1;
    fs::write(&engine, bytes).expect("the engine can be written");
    let incomplete = release("incomplete", "incomplete");
    fs::remove_file(incomplete.join("icon-512.png")).expect("the icon is there");
    let half_copied = release("half copied", "half-copied");
    fs::copy(dist().join("index.html"), half_copied.join("index.html")).expect("the page can be copied");

    for broken in [altered, incomplete, half_copied] {
        site.deploy(broken.clone());
        for _ in 0..2 {
            site.asked();
            page.reload().await;
            // It is tried, and found wanting.
            wait_until_asked(&site, "icon-512.png").await;
            let installing = "globalThis.found === undefined ? (navigator.serviceWorker.getRegistration()
                .then((found) => (globalThis.found = found)), 'not known') : String(found.installing ?? found.waiting)";
            page.wait_for_words(installing, "null").await;
            let broken = broken.display();
            assert!(!page.sees("#update").await, "{broken} is offered");
            assert_eq!(page.words(RELEASE).await, "one", "{broken} came in");
            page.wait_for_text("#room", "$72,000").await;
            wait_for_caches(&page, 1).await;
        }
    }

    // A sound one is still taken.
    site.deploy(release("two", "sound"));
    page.reload().await;
    page.wait_for_text("#update", "Update ready").await;
    page.click("#update-now").await;
    page.wait_for_words(RELEASE, "two").await;
    page.wait_for_text("#room", "$72,000").await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn an_update_warns_before_it_loses_what_could_not_be_saved() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    let full = "(Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }, '')";
    page.words(full).await;
    page.calculate().await;
    site.deploy(release("two", "unsaved"));
    page.words("(navigator.serviceWorker.getRegistration().then((found) => found.update()), '')").await;
    page.wait_for_text("#update", "Update ready").await;

    page.click("#update-now").await;
    page.wait_for_text("#update", "would lose it").await;
    assert_eq!(page.value("pay").await, "100,000", "it is lost without a word");
    let folder = empty_folder("figures");
    page.download_into(&folder);
    page.click("#update-download").await;
    let file = only_file(&folder).await;
    assert!(fs::read_to_string(&file).expect("it is text").contains("1985-03-31"), "the figures are not in the file");
    page.click("#update-now").await;
    page.wait_for_words(RELEASE, "two").await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_build_for_development_clears_away_what_was_kept() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    site.deploy(build("two", "development", "debug"));
    page.reload().await;
    page.wait_for_text("#update", "Update ready").await;
    page.click("#update-now").await;
    page.wait_for_words(RELEASE, "two").await;
    wait_for_caches(&page, 0).await;
    // Each change shows at once.
    for word in ["three", "four"] {
        site.deploy(build(word, word, "debug"));
        page.reload().await;
        assert_eq!(page.words(RELEASE).await, word);
        assert!(!page.sees("#update").await, "the change is offered");
        wait_for_caches(&page, 0).await;
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_keeps_nothing() {
    let folder = release("framed", "framed");
    fs::write(folder.join("frame.html"), "<iframe src='./'></iframe>").expect("a page can be written");
    let site = Site::serve_folder(folder.clone());
    let _page = Page::open_address(&format!("{}frame.html", site.address()), site.origin()).await;
    let wasm = sealed(&folder, "page_bg", ".wasm");
    let mut asked = Vec::new();
    for _ in 0..60 {
        asked.extend(site.asked());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(asked.contains(&wasm), "the planner does not start in a frame: {asked:?}");
    assert!(!asked.iter().any(|file| file == "sw.js"), "a framed planner is kept");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_one_file_needs_nothing_else() {
    let site = Site::serve();
    let page = open_kept(&site, "room").await;
    let folder = empty_folder("one-file");
    page.download_into(&folder);
    page.click("#one-file").await;
    let file = folder.join("mega-backdoor-roth-planner.html");
    wait_for_file(&file).await;
    let (downloaded, built) = (fs::read(&file), fs::read(dist().join("planner.html")));
    assert!(downloaded.expect("it is there") == built.expect("it is there"), "another file came");
    site.stop();

    let address = format!("file://{}", file.display());
    let page = Page::open_address(&format!("{address}#plan"), "file://".to_owned()).await;
    page.wait_for(".running h1").await;
    assert!(!page.has("#one-file").await, "the one file offers itself");
    let notices = empty_folder("notices");
    page.download_into(&notices);
    page.click("#notices").await;
    let notices = fs::read_to_string(only_file(&notices).await).expect("the notices are text");
    assert_eq!(notices, include_str!("../../assets/licences.txt"), "other notices than the site’s");
    // It keeps nothing until it is asked to.
    page.go_to("#room").await;
    page.type_into("birth-date", "3/1/1980").await;
    page.click("#keep-here").await;
    page.reload().await;
    assert_eq!(page.value("birth-date").await, "3/1/1980", "what it was asked to keep is gone");
    try_everything(&page).await;
    page.replace("birth-date", "4/1/1980").await;
    page.reload().await;
    page.wait_for("#room").await;
    assert_eq!(page.value("birth-date").await, "4/1/1980", "the browser does not save for it");
    // A copy goes out of it and comes in again, and all of it can be erased.
    let copies = empty_folder("copy-of-one-file");
    page.download_into(&copies);
    page.go_to("#data").await;
    page.click("#keep-copy").await;
    page.choose_file("open-file", &only_file(&copies).await).await;
    page.wait_for_text("#opened", "What’s in it").await;
    page.click("#erase-all").await;
    page.click("#erase-for-good").await;
    page.wait_for_text("#erased", "Everything is erased").await;
    assert_eq!(page.words("Object.keys(localStorage).join()").await, "");

    let elsewhere = |asked: &String| !asked.starts_with(&address) && !asked.starts_with("data:");
    let elsewhere: Vec<_> = page.logged_requests().into_iter().filter(elsewhere).collect();
    assert_eq!(elsewhere, Vec::<String>::new(), "the one file asks for something");
    assert_eq!(page.complaints(), Vec::<String>::new(), "the console complains");
}
