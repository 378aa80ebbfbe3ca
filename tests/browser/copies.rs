//! The whole record goes out as a file or a link and comes in again: looked at first,
//! taken only when asked, and never run. Erasing erases.

use std::fs;

use planner::draft::Draft;

use planner::questions::{Field, Key, List, RowField};
use planner::record::Record;

use crate::files::{empty_folder, only_file};
use crate::page::Page;
use crate::site::Site;

/// What is saved just now.
const SAVED: &str = "localStorage.getItem('mbr.plan') ?? 'nothing'";

/// A draft with figures in two years.
async fn two_years(page: &Page) -> Draft {
    let mut draft = Draft::new(page.today().await);
    draft.birth_date = "3/31/1985".to_owned();
    for (year, pay) in [(2025, "90,000"), (2026, "100,000")] {
        draft.year = year;
        draft.set(Key::Sheet(Field::Pay), pay.to_owned());
    }
    draft
}

/// Chooses a file on the page “Your data”.
async fn open_file(page: &Page, name: &str, text: &str) {
    let file = empty_folder(name).join("copy.json");
    fs::write(&file, text).expect("a file can be written");
    page.choose_file("open-file", &file).await;
}

/// Drops a file with this text on the window.
async fn drop_file(page: &Page, name: &str, text: &str) {
    let text = serde_json::to_string(text).expect("a text is JSON");
    let drop = format!(
        "(() => {{
            const data = new DataTransfer();
            data.items.add(new File([{text}], '{name}'));
            const event = (type) => new DragEvent(type, {{ dataTransfer: data, bubbles: true, cancelable: true }});
            const taken = ['dragover', 'drop'].map((type) => !document.body.dispatchEvent(event(type)));
            return taken.join();
        }})()"
    );
    assert_eq!(page.words(&drop).await, "true,true", "the browser would leave the page for the file");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_copy_goes_out_and_comes_in_elsewhere_only_when_asked() {
    let site = Site::serve();
    let page = Page::open(&site, "data").await;
    let draft = two_years(&page).await;
    page.bring(&draft).await;
    page.wait_for("#remove-2025").await;
    let folder = empty_folder("copy-out");
    page.download_into(&folder);
    page.click("#keep-copy").await;
    let copy = fs::read_to_string(only_file(&folder).await).expect("the copy is text");
    let record = Record::from_json(&copy).expect("the copy is a record");
    assert_eq!(record, draft.read(page.today().await).record);

    // In another browser, where something stands already.
    let page = Page::open(&site, "room").await;
    page.choose("year", "2026").await;
    page.type_into("birth-date", "1/1/1990").await;
    page.type_into("pay", "50,000").await;
    page.wait_for_text("#room", "$50,000").await;
    page.click("#open-more").await;
    page.click("#to-data").await;
    page.wait_for("#open-file").await;
    open_file(&page, "copy-in", &copy).await;
    page.wait_for_text("#opened", "What’s in it").await;
    page.wait_for_focus("opened").await;
    page.wait_for_text(".preview", "The birth date becomes March 31, 1985").await;
    assert!(page.words(SAVED).await.contains("50,000"), "it is taken unasked");
    page.screenshot("copy-opened").await;
    page.click("#leave-copy").await;
    assert!(!page.has(".preview").await);

    open_file(&page, "copy-in", &copy).await;
    page.click("#take-copy").await;
    page.wait_for_text("#done", "The copy has replaced").await;
    page.wait_for_words(SAVED, "90,000").await;
    page.go_to("#room").await;
    page.wait_for_text("#room", "$72,000").await;

    // What it took the place of can be had back, at once and at a later visit.
    page.click("#undo").await;
    page.wait_for_text("#room", "$50,000").await;
    page.click("#redo").await;
    page.wait_for_text("#room", "$72,000").await;
    page.reload().await;
    page.go_to("#data").await;
    page.click("[id^='open-mbr.plan.before']").await;
    page.wait_for_text(".preview", "What’s in it").await;
    page.click("#take-copy").await;
    page.wait_for_words(SAVED, "50,000").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_copy_says_what_it_lacks_and_the_typed_one_lacks_nothing() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.choose("year", "2026").await;
    page.type_into("pay", "2O0,000").await;
    page.type_into("birth-date", "3/31/1985").await;
    let folder = empty_folder("lacking");
    page.download_into(&folder);
    page.click("#download").await;
    page.wait_for_text("#told", "Gross pay (2026)").await;
    assert!(!fs::read_to_string(only_file(&folder).await).expect("it is text").contains("2O0"));

    page.go_to("#data").await;
    let folder = empty_folder("as-typed");
    page.download_into(&folder);
    page.click("#keep-typed").await;
    let typed = fs::read_to_string(only_file(&folder).await).expect("it is text");
    let page = Page::open(&site, "data").await;
    open_file(&page, "typed-in", &typed).await;
    page.wait_for_text(".preview", "Gross pay (2026)").await;
    page.click("#take-copy").await;
    page.go_to("#room").await;
    page.wait_for("#pay").await;
    assert_eq!(page.value("pay").await, "2O0,000");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn what_is_no_copy_says_so_and_changes_nothing() {
    let site = Site::serve();
    let page = Page::open(&site, "data").await;
    page.bring(&two_years(&page).await).await;
    let before = page.words(SAVED).await;
    for (name, text, says) in [
        ("broken", "{\"format\": 3, \"years\": [}", "not a copy that this planner made"),
        ("cut off", "{\"format\": 3, \"years\": [{\"year\": 20", "cut off"),
        ("without any year", "{\"format\": 3, \"years\": []}", "no figures in this copy"),
        ("newer", "{\"format\": 99}", "newest planner"),
        ("deep", &"[".repeat(100_000), "not a copy"),
        ("empty", "", ""),
        ("letters", "\u{0}\u{ffff}\u{202e}", ""),
    ] {
        open_file(&page, &format!("no-copy-{name}"), text).await;
        page.wait_for_text("#opened", "This can’t be opened").await;
        page.wait_for_text(".preview .error", says).await;
        assert!(page.text(".preview .error").await.ends_with('.'), "{name}: no sentence");
        page.click("#leave-copy").await;
    }
    let large = empty_folder("large").join("copy.json");
    fs::write(&large, vec![b' '; (4 << 20) + 1]).expect("a file can be written");
    page.choose_file("open-file", &large).await;
    page.wait_for_text(".preview .error", "more than 4 MB").await;
    assert_eq!(page.words(SAVED).await, before);
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn text_out_of_a_copy_is_never_markup() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let markup = "<img src=x onerror=\"globalThis.ran = 'yes'\"><script>globalThis.ran = 'yes'</script>";
    let mut draft = Draft::example(2026, page.today().await);
    draft.set(Key::Sheet(Field::LandingReason), markup.to_owned());
    let job = draft.add_row(List::Jobs);
    draft.set(Key::Row(List::Jobs, job, RowField::Name), markup.to_owned());
    draft.set(Key::Row(List::Jobs, job, RowField::DeferralsSoFar), "20,000".to_owned());
    let form = draft.add_row(List::Forms);
    draft.set(Key::Row(List::Forms, form, RowField::Payer), markup.to_owned());
    draft.set(Key::Row(List::Forms, form, RowField::Box1), "1,000".to_owned());
    let record = draft.read(page.today().await).record.to_json();
    page.go_to("#data").await;
    page.wait_for("#open-file").await;
    open_file(&page, "markup", &record).await;
    page.click("#take-copy").await;
    page.wait_for_text("#done", "The copy has replaced").await;
    for name in ["plan", "pace", "conversions", "landing", "forms", "room"] {
        page.go_to(&format!("#{name}")).await;
        page.wait_for(&format!(".pages a[href='#{name}'][aria-current=page]")).await;
        page.wait_for(".headline").await;
        page.words("(document.querySelectorAll('details').forEach((fold) => (fold.open = true)), '')").await;
        assert_eq!(
            page.number("document.querySelectorAll('#app img[onerror], #app script').length").await,
            0.0,
            "{name}"
        );
        assert_eq!(page.words("globalThis.ran ?? 'no'").await, "no", "{name} runs it");
    }
    page.wait_for_text(".findings", "<img src=x").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_dropped_file_is_looked_at_where_it_belongs() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    let record = two_years(&page).await.read(page.today().await).record.to_json();
    drop_file(&page, "copy.json", &record).await;
    page.wait_for_text("#heading", "Your data").await;
    page.wait_for_text("#opened", "What’s in it").await;
    assert_eq!(page.words(SAVED).await, "nothing", "it is taken unasked");
    assert!(!page.has(".dropping").await, "the page still waits for the drop");

    page.click("#leave-copy").await;
    drop_file(&page, "rows.csv", "1/15/2026,1000").await;
    page.wait_for_text("#heading", "Conversions").await;
    page.wait_for_text("#preview", "To add: 1 row").await;
    assert_eq!(page.words(SAVED).await, "nothing", "it is taken unasked");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_link_to_everything_is_made_on_purpose_and_taken_on_purpose() {
    let site = Site::serve();
    let page = Page::open(&site, "data").await;
    page.bring(&two_years(&page).await).await;
    page.wait_for("#make-link").await;
    assert!(!page.words("document.body.innerHTML").await.contains("#all/"), "there is a link without need");
    page.click("#make-link").await;
    page.wait_for("#whole-link").await;
    let link = page.words("document.getElementById('whole-link').href").await;
    assert!(link.starts_with(&format!("{}#all/", site.address())), "{link}");
    page.click("#copy-whole-link").await;
    // It is gone as soon as it is of what no longer stands there.
    page.click("#remove-2025").await;
    page.wait_for_words("document.getElementById('whole-link') ? 'there' : 'gone'", "gone").await;

    let other = Page::open(&site, "room").await;
    other.type_into("pay", "1").await;
    // Whoever leaves while the engine is being loaded is told so by Firefox’s console.
    other.wait_for_text("#waiting", "Birth date").await;
    site.asked();
    other.visit("about:blank").await;
    other.visit(&link).await;
    other.wait_for_text("#opened", "What’s in it").await;
    assert!(other.words(SAVED).await.contains("\"pay\":\"1\""), "it is taken unasked");
    assert_eq!(other.words("location.hash").await, "#data", "the figures stay in the address");
    assert!(!site.asked().iter().any(|asked| asked.contains("all")), "the figures go to the server");
    other.click("#leave-copy").await;
    other.reload().await;
    assert!(!other.has("#opened").await);
    assert!(other.words(SAVED).await.contains("\"pay\":\"1\""));

    // By a click in the open page, and taken.
    other.words(&format!("(location.href = '{link}', '')")).await;
    other.wait_for_text("#opened", "What’s in it").await;
    other.click("#take-copy").await;
    other.wait_for_words(SAVED, "90,000").await;

    for broken in ["all/1?%", "all/1?", "all/9?abc", "all/1?e30"] {
        other.go_to(&format!("#{broken}")).await;
        other.wait_for_text("#opened", "This can’t be opened").await;
        assert!(other.words(SAVED).await.contains("90,000"), "{broken} changes something");
        other.click("#leave-copy").await;
    }
    other.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn erasing_leaves_nothing_behind() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.wait_for_words("navigator.serviceWorker.controller?.state ?? 'none'", "activated").await;
    page.words("(localStorage.setItem('of another page', 'stays'), '')").await;
    page.calculate().await;
    page.clear().await;
    page.wait_for("#waiting").await;
    page.type_into("pay", "100,000").await;
    page.go_to("#data").await;
    page.click("[id^='open-mbr.plan.before']").await;
    page.wait_for("#opened").await;
    page.click("#erase-all").await;
    page.click("#erase-not").await;
    assert!(page.words(SAVED).await.contains("100,000"), "it does not ask");
    page.click("#erase-all").await;
    page.wait_for_focus("erase-for-good").await;
    page.click("#erase-for-good").await;
    page.wait_for_text("#erased", "Everything is erased").await;

    assert_eq!(page.words("Object.keys(localStorage).join()").await, "of another page");
    page.words("(caches.keys().then((names) => (globalThis.left = names.length)), navigator.serviceWorker.getRegistrations().then((all) => (globalThis.workers = all.length)), '')").await;
    page.wait_for_words("globalThis.left + ' ' + globalThis.workers", "0 0").await;
    assert_eq!(page.words("undo.disabled + ' ' + redo.disabled").await, "true true", "it can be had back");
    assert!(!page.has("#aside").await && !page.has("#opened").await, "something is still shown");
    page.go_to("#room").await;
    page.wait_for("#pay").await;
    assert_eq!(page.value("pay").await, "");
    // Leaving the page saves nothing, and it can be used anew.
    page.reload().await;
    assert_eq!(page.words(SAVED).await, "nothing");
    page.type_into("pay", "1").await;
    page.wait_for_words(SAVED, "\"pay\":\"1\"").await;
    page.assert_quiet().await;
}
