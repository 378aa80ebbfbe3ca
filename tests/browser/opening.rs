//! The page opens wherever it is hosted, by itself, at every width, and says so if it
//! cannot.

use crate::page::Page;
use crate::site::Site;

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn opens_under_a_sub_path_and_loads_nothing_from_elsewhere() {
    let site = Site::serve();
    let page = Page::open(&site).await;

    assert!(page.sees("#app h1").await, "the planner's heading is not on the page");
    assert!(!page.has("#loading").await, "the loading text stays after the start");
    assert!(!page.sees("#rescue").await, "the rescue panel shows without need");

    let requests = page.requests().await;
    for ending in [".css", ".js", ".wasm"] {
        assert!(requests.iter().any(|address| address.ends_with(ending)), "no {ending} file among {requests:?}");
    }
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn fits_every_width_in_light_and_dark() {
    let site = Site::serve();
    let page = Page::open(&site).await;
    for filled in [false, true] {
        if filled {
            page.click("#try-example").await;
            page.wait_for("#room").await;
        }
        let state = if filled { "example" } else { "start" };
        for dark in [false, true] {
            page.prefer_dark(dark).await;
            let scheme = if dark { "dark" } else { "light" };
            for width in [320, 768, 1280] {
                page.resize(width, 900).await;
                let needed = page.number("document.documentElement.scrollWidth").await;
                // Without the scroll bar, which takes its part of the window.
                let wide = page.number("document.documentElement.clientWidth").await;
                assert!(needed <= wide, "{state} at {width} px ({scheme}) needs {needed} px, has {wide}");
                page.screenshot(&format!("{state}-{width}-{scheme}")).await;
            }
        }
    }
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn says_so_when_it_cannot_start() {
    let site = Site::serve_without(".wasm");
    let page = Page::open_without_waiting(&site).await;
    page.wait_for("#rescue").await;
    assert!(page.text("#rescue").await.contains("could not start"), "the panel does not say what happened");
    assert!(!page.has("#loading").await, "the loading text stays beside the rescue panel");
}
