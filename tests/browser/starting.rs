//! The page to begin with: on the first visit there before anything is loaded, later where one
//! stands. The example is a place beside one's own figures.

use planner::draft::Draft;
use planner::questions::{Field, Key};

use crate::page::Page;
use crate::site::Site;

/// What is saved of the person's own.
const SAVED: &str = "localStorage.getItem('mbr.plan') ?? 'nothing'";
/// What the page shows in place of the first visit's page.
const SHOWN: &str = "document.getElementById('first').checkVisibility() ? 'first' : 'another'";

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_first_visit_s_page_is_there_before_anything_is_loaded() {
    let site = Site::serve_without(".wasm");
    let page = Page::open_without_waiting(&site, "").await;
    page.wait_for("#promise").await;
    assert!(page.text("#promise").await.starts_with("Put up to $"));
    assert!(!page.sees("#loading").await);
    // Who asks for another page sees that it is coming, and not this one.
    let page = Page::open_without_waiting(&site, "pace").await;
    page.wait_for_words(SHOWN, "another").await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_planner_takes_the_first_visit_s_page_over_without_a_change() {
    let site = Site::serve();
    let page = Page::open(&site, "").await;
    page.resize(1280, 900).await;
    let place = "JSON.stringify(['promise', 'six-steps', 'mistakes'].map((id) => document.getElementById(id).getBoundingClientRect()))";
    let with = page.words(place).await;
    // As it is without the planner.
    page.words("(['app', 'tools'].forEach((id) => document.getElementById(id).replaceChildren()), '')").await;
    assert_eq!(page.words(place).await, with, "something moves when the planner comes");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn with_figures_the_start_says_where_one_stands_and_nothing_flashes() {
    let site = Site::serve();
    let page = Page::open(&site, "").await;
    assert_eq!(page.words(SHOWN).await, "first");
    page.bring(&Draft::example_of(page.today().await)).await;
    page.wait_for_text("#heading", "Where you stand").await;
    page.wait_for_text("#tasks", "What to do next").await;
    page.wait_for(".stand .headline .figure").await;
    page.wait_for(".stand .bar").await;
    assert_eq!(page.words(SHOWN).await, "another");
    // The root has its mark before the page is there, so that nothing flashes.
    let early = "fetch(document.querySelector('head script[src*=first]').src).then((file) => file.text()).then((text) => (globalThis.early = text))";
    page.words(&format!("({early}, '')")).await;
    page.wait_for_words("globalThis.early ?? ''", "mbr.plan").await;
    let order = "[...document.head.querySelectorAll('script')].map((script) => script.type).join()";
    assert!(page.words(order).await.starts_with(','), "another script than the first one comes first");

    // Each step of the header says how it stands, and so does the list.
    page.wait_for_words("document.getElementById('step-pace').getAttribute('aria-label')", "Pace: ").await;
    let stages = page.number("document.querySelectorAll('.stages li').length").await;
    assert_eq!(stages, page.number("document.querySelectorAll('.pages li').length").await);
    // Every entry of the list leads to a page.
    let leads = "[...document.querySelectorAll('.tasks a')].every((link) => document.getElementById('step-' + link.hash.slice(1)))";
    assert_eq!(page.words(&format!("String({leads})")).await, "true");
    page.click(".tasks li:first-child a").await;
    page.wait_for_focus("heading").await;
    // Cleared, it is the first visit's again.
    page.clear().await;
    page.click(".brand").await;
    page.wait_for_words(SHOWN, "first").await;
    page.wait_for_focus("promise").await;
    page.wait_for_just("document.querySelectorAll('#step-pace[data-state]').length", "0").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_example_never_touches_one_s_own_figures() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.type_into("pay", "1.50").await;
    page.wait_for_words(SAVED, "\"pay\":\"1.50\"").await;
    let own = page.words(SAVED).await;
    page.try_example().await;
    assert_eq!(page.words("location.hash").await, "#room", "it leads to another page");
    page.wait_for("#room").await;
    page.go_to("#pace").await;
    page.replace("after-tax", "123.45").await;
    page.wait_for_words("sessionStorage.getItem('mbr.example') ?? ''", "123.45").await;
    assert_eq!(page.words(SAVED).await, own, "the example is saved over them");
    // It is still there after a reload of this tab, and in no other.
    page.reload().await;
    page.wait_for("#is-example").await;
    assert_eq!(page.value("after-tax").await, "123.45");
    page.go_to("#room").await;
    page.wait_for("#room").await;
    let (example, other) = page.open_tab().await;
    assert!(!page.has("#is-example").await);
    assert_eq!(page.value("pay").await, "1.50");
    page.replace("pay", "2").await;
    page.wait_for_words(SAVED, "\"pay\":\"2\"").await;
    page.switch_to(&example).await;
    assert!(!page.has("#elsewhere").await, "what another tab does with one’s own figures is said in the example");

    // Back to them: they are as they were left here, and another tab's are not overwritten.
    page.click("#leave-example").await;
    page.wait_for_words("pay.value", "1.50").await;
    page.wait_for("#elsewhere").await;
    assert!(page.words(SAVED).await.contains("\"pay\":\"2\""));
    assert_eq!(page.words("String(sessionStorage.getItem('mbr.example'))").await, "null");
    page.click("#take-theirs").await;
    page.wait_for_just("pay.value", "2").await;
    page.switch_to(&other).await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_copy_opened_in_the_example_is_for_one_s_own_figures() {
    let site = Site::serve();
    let page = Page::open(&site, "data").await;
    page.try_example().await;
    let today = page.today().await;
    let mut draft = Draft::new(today);
    draft.set(Key::Sheet(Field::Pay), "90,000".to_owned());
    page.click("#open summary, [aria-labelledby=open] summary").await;
    page.click("#open-text").await;
    page.paste(&draft.to_saved()).await;
    page.click("#open-show").await;
    page.wait_for_text("#opened", "What’s in it").await;
    assert!(!page.has("#is-example").await, "the copy would go into the example");
    page.click("#take-copy").await;
    page.wait_for_words(SAVED, "90,000").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_tab_that_is_open_past_midnight_takes_the_new_day_and_says_so() {
    let site = Site::serve();
    let page = Page::open(&site, "pace").await;
    page.bring(&Draft::example_of(page.today().await)).await;
    page.wait_for("#election").await;
    let tomorrow = page.today().await.plus_days(1).expect("a day");
    let later = "(globalThis.Date = class extends Date {
        constructor(...when) { if (when.length) super(...when); else super(Date.now() + 864e5); }
    }, dispatchEvent(new Event('focus')), '')";
    page.words(later).await;
    page.wait_for_text("#mentioned", &tomorrow.long()).await;
    page.go_to("#start").await;
    page.wait_for_text(".page-head", &tomorrow.long()).await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn back_returns_to_the_place_that_was_left() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.resize(1280, 600).await;
    page.words("(scrollTo({ top: 400, behavior: 'instant' }), '')").await;
    page.words("(document.getElementById('step-pace').click(), '')").await;
    page.wait_for_focus("heading").await;
    page.wait_for_text("#heading", "Pace").await;
    page.wait_for_just("scrollY", "0").await;
    page.words("(history.back(), '')").await;
    page.wait_for_text("#heading", "Room").await;
    page.wait_for_just("Math.round(scrollY)", "400").await;
    // Also where the page is loaded anew.
    page.reload().await;
    page.wait_for_just("Math.round(scrollY)", "400").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_book_pasted_into_a_field_ends_and_says_where() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.click("#pay").await;
    page.paste(&"1".repeat(1 << 20)).await;
    page.wait_for_text("#pay-error", "holds up to 100 characters").await;
    assert_eq!(page.value("pay").await.len(), 100);
    // Pasted once more the field still ends there, and what fits is taken without a word.
    page.paste("2").await;
    assert_eq!(page.value("pay").await.len(), 100);
    page.replace("pay", "100,000").await;
    assert!(!page.text("#pay-error").await.contains("characters"));
    page.wait_for_words(SAVED, "100,000").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn notices_go_by_themselves_and_stay_while_someone_is_there() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.type_into("pay", "1").await;
    page.words("(document.getElementById('heading').focus(), '')").await;
    page.click("#undo").await;
    page.wait_for_text("#done", "Undone").await;
    page.words("(document.getElementById('notice-redo').focus(), '')").await;
    tokio::time::sleep(std::time::Duration::from_secs(9)).await;
    assert!(page.sees("#done").await, "it goes while the keyboard is in it");
    page.words("(document.getElementById('heading').focus(), '')").await;
    page.wait_for_words("document.getElementById('done') ? 'there' : 'gone'", "gone").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn closing_a_page_that_could_not_save_asks_first() {
    let site = Site::serve();
    let asks = "String(!dispatchEvent(new Event('beforeunload', { cancelable: true })))";
    let page = Page::open(&site, "room").await;
    page.type_into("pay", "1").await;
    assert_eq!(page.words(asks).await, "false", "it asks although all is saved");
    let page = Page::open_without_storage(&site, "room").await;
    assert_eq!(page.words(asks).await, "false", "it asks although there is nothing to lose");
    page.type_into("pay", "1").await;
    assert_eq!(page.words(asks).await, "true");
    // What “Your data” says is so.
    page.go_to("#data").await;
    page.wait_for_text("#how-kept", "gone when you close the page").await;
    page.try_example().await;
    page.wait_for_text("#how-kept", "stays in this tab").await;
    assert_eq!(page.words(asks).await, "true", "one’s own figures wait behind the example");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn set_aside_keeps_more_than_one_text_and_says_where_it_cannot() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    for pay in ["1", "2", "3"] {
        page.type_into("pay", pay).await;
        page.wait_for_words(SAVED, &format!("\"pay\":\"{pay}\"")).await;
        page.clear().await;
        page.wait_for_words(SAVED, "nothing").await;
    }
    page.go_to("#data").await;
    page.wait_for("#aside").await;
    assert_eq!(page.number("document.querySelectorAll('[aria-labelledby=aside] li').length").await, 3.0);
    page.go_to("#room").await;
    page.type_into("pay", "4").await;
    page.wait_for_words(SAVED, "\"pay\":\"4\"").await;
    page.words("(Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }, '')").await;
    page.clear().await;
    page.wait_for_text("#told", "no room to set aside the figures").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn every_page_is_called_alike_and_leads_to_the_next() {
    let site = Site::serve();
    let page = Page::open(&site, "plan").await;
    let names =
        page.words("[...document.querySelectorAll('.pages a')].map((link) => link.innerText.trim()).join('|')").await;
    for name in names.split('|') {
        page.wait_for_text("#heading", name).await;
        assert_eq!(page.text("#heading").await, name);
        assert!(page.words("document.title").await.starts_with(&format!("{name} – ")));
        assert_eq!(page.text(".pages a[aria-current=page]").await, name);
        page.click(".onward").await;
    }
    // The last one leads to where one stands, which is the first visit's page by now.
    page.wait_for_focus("promise").await;
    page.go_to("#nowhere").await;
    page.wait_for_text("#told", "No page of the planner has this address").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn seven_steps_fit_at_every_width_and_the_current_one_is_in_sight() {
    let site = Site::serve();
    let page = Page::open(&site, "forms").await;
    page.bring(&Draft::example_of(page.today().await)).await;
    page.wait_for("#step-forms[data-state]").await;
    let seventh = "(document.querySelectorAll('.pages li').length < 7 && document.querySelector('.pages ol').insertAdjacentHTML('beforeend', '<li><a href=\"#forms\">Yearly review</a></li>'), '')";
    page.words(seventh).await;
    for width in [300, 320, 390, 640, 768, 960, 1024, 1280, 1366, 1440, 1920] {
        page.resize(width, 800).await;
        let needed = page.number("document.documentElement.scrollWidth").await;
        let wide = page.number("document.documentElement.clientWidth").await;
        assert!(needed <= wide, "at {width} px the page needs {needed} px, has {wide}");
        let lines = "new Set([...document.querySelectorAll('.pages a')].map((link) => link.offsetHeight)).size";
        assert_eq!(page.number(lines).await, 1.0, "at {width} px a step breaks into lines");
        if width >= 1280 {
            let hidden =
                "document.querySelector('.pages ol').scrollWidth - document.querySelector('.pages ol').clientWidth";
            assert!(page.number(hidden).await <= 0.0, "at {width} px not all steps are in sight");
        }
    }
    page.resize(390, 800).await;
    page.reload().await;
    page.wait_for("#step-forms[aria-current=page]").await;
    let seen = "(() => { const at = document.getElementById('step-forms').getBoundingClientRect(); return String(at.left >= 0 && at.right <= innerWidth); })()";
    page.wait_for_words(seen, "true").await;
    page.assert_quiet().await;
}
