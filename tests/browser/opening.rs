//! The page opens wherever it is hosted, by itself, at every width, and says so if it
//! cannot. Each module of its engine comes when it is needed, and can fail without
//! taking the page or the other module down.

use crate::page::Page;
use crate::site::Site;

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn opens_under_a_sub_path_and_loads_nothing_from_elsewhere() {
    let site = Site::serve();
    let page = Page::open(&site, "").await;

    assert!(page.sees("#promise").await, "the planner's heading is not on the page");
    assert!(!page.has("#loading").await, "the loading text stays after the start");
    assert!(!page.sees("#rescue").await, "the rescue panel shows without need");

    let requests = page.requests().await;
    for ending in [".css", ".js", ".wasm"] {
        assert!(requests.iter().any(|address| address.ends_with(ending)), "no {ending} file among {requests:?}");
    }
    page.assert_quiet().await;
}

/// Checks that the page needs no sideways scrolling at any width, and pictures it.
async fn assert_fits(page: &Page, name: &str) {
    for width in [320, 768, 1280] {
        page.resize(width, 900).await;
        let needed = page.number("document.documentElement.scrollWidth").await;
        // Without the scroll bar, which takes its part of the window.
        let wide = page.number("document.documentElement.clientWidth").await;
        assert!(needed <= wide, "{name} at {width} px needs {needed} px, has {wide}");
        page.screenshot(&name.replace("{width}", &width.to_string())).await;
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn fits_every_width_in_light_and_dark() {
    let site = Site::serve();
    for (dark, scheme) in [(false, "light"), (true, "dark")] {
        for (name, answer) in [("plan", "#verdict"), ("room", "#room"), ("pace", "#election")] {
            let page = Page::open_in_colors(&site, name, dark).await;
            assert_eq!(
                page.words("String(matchMedia('(prefers-color-scheme: dark)').matches)").await,
                dark.to_string()
            );
            for filled in [false, true] {
                if filled {
                    page.try_example().await;
                    page.wait_for(answer).await;
                }
                let state = if filled { "example" } else { "start" };
                assert_fits(&page, &format!("{name}-{state}-{{width}}-{scheme}")).await;
            }
            page.assert_quiet().await;
        }
        let page = Page::open_in_colors(&site, "room", dark).await;
        page.try_example().await;
        page.wait_for("#room").await;
        for name in ["data", "privacy"] {
            page.go_to(&format!("#{name}")).await;
            page.wait_for(&format!("#step-{name}[aria-current=page]")).await;
            assert_fits(&page, &format!("{name}-{{width}}-{scheme}")).await;
        }
        page.assert_quiet().await;
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn says_so_when_it_cannot_start() {
    let site = Site::serve_without(".wasm");
    let page = Page::open_without_waiting(&site, "").await;
    page.wait_for("#rescue").await;
    assert!(page.text("#rescue").await.contains("could not start"), "the panel does not say what happened");
    assert!(!page.has("#loading").await, "the loading text stays beside the rescue panel");
}

/// The requests for the engine's script and its wasm.
async fn engine(page: &Page) -> usize {
    page.requests().await.iter().filter(|address| address.contains("/engine")).count()
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_engine_comes_with_the_first_field_and_never_before() {
    let site = Site::serve();
    for name in ["plan", "pace", "conversions", "landing", "forms", "room"] {
        let page = Page::open(&site, name).await;
        page.wait_for_text("#waiting", "Your answer will appear here as you type").await;
        assert_eq!(engine(&page).await, 0, "{name} loads the engine at once");
        page.press(&[fantoccini::key::Key::Tab.into(); 2]).await;
        assert_eq!(engine(&page).await, 0, "{name}: the focus is in no field yet");
        if name != "room" {
            continue;
        }
        page.tab_to("birth-date").await;
        page.wait_for_text("#waiting", "Birth date").await;
        assert_eq!(engine(&page).await, 2, "not the script and the wasm");
        page.type_on("3/31/1985").await;
        page.type_into("pay", "100,000").await;
        page.wait_for_text("#room", "$72,000").await;
        assert_eq!(engine(&page).await, 2, "the engine is loaded twice");
        // What was typed before is worked out at once.
        page.reload().await;
        page.wait_for_text("#room", "$72,000").await;
        page.assert_quiet().await;
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn one_engine_answers_every_page() {
    let site = Site::serve();
    let page = Page::open(&site, "landing").await;
    page.try_example().await;
    for (name, answer) in [("landing", "#landing"), ("plan", "#verdict"), ("room", "#room"), ("landing", "#landing")] {
        page.go_to(&format!("#{name}")).await;
        page.wait_for(answer).await;
    }
    assert_eq!(engine(&page).await, 2, "the engine is missing or loaded twice");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn an_engine_that_is_lost_can_be_tried_again() {
    for (start, ending) in [("engine", ".js"), ("engine_bg", ".wasm")] {
        let site = Site::serve_at_second_try(start, ending);
        let page = Page::open(&site, "room").await;
        page.type_into("birth-date", "3/31/1985").await;
        page.type_into("pay", "100,000").await;
        page.wait_for_text("#waiting", "could not be loaded").await;
        assert!(!page.sees("#rescue").await, "the page is said to have stopped");
        page.click("#try-again").await;
        page.wait_for_text("#room", "$72,000").await;
        assert_eq!(page.value("pay").await, "100,000");
    }
    // The example cannot be made without it, says so, and comes at a second try.
    let site = Site::serve_at_second_try("engine", ".js");
    let page = Page::open(&site, "room").await;
    page.go_to("#example").await;
    page.wait_for_text("#told", "could not be loaded").await;
    assert!(!page.has("#is-example").await);
    page.try_example().await;
    page.wait_for("#room").await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn an_engine_that_stops_takes_nothing_with_it() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let broken = "(globalThis.sound = loadEngine, globalThis.loadEngine = async () => ({ answer() { throw new WebAssembly.RuntimeError('unreachable') } }), '')";
    page.words(broken).await;
    page.type_into("birth-date", "3/31/1985").await;
    page.wait_for_text("#waiting", "The calculation stopped").await;
    page.type_into("pay", "100,00").await;
    assert_eq!(page.value("pay").await, "100,00");
    assert!(!page.sees("#rescue").await, "the page is said to have stopped");
    page.words("(globalThis.loadEngine = sound, '')").await;
    page.type_into("pay", "0").await;
    page.wait_for_text("#room", "$72,000").await;
    page.assert_quiet().await;
}
