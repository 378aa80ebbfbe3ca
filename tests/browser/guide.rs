//! The guide is read without the planner: on any screen, in light and dark, without a script;
//! and every way from it leads into the planner.

use planner::guide;
use planner::worksheets::Worksheet;

use crate::accessibility::{axe, faults};
use crate::page::Page;
use crate::site::Site;

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_guide_is_read_on_any_screen_and_has_no_fault() {
    let (site, axe) = (Site::serve(), axe());
    for dark in [false, true] {
        let page = Page::open_in_colors(&site, "", dark).await;
        page.visit(&format!("{}{}", site.address(), guide::FILE)).await;
        page.wait_for("h1").await;
        page.run(&axe, vec![]).await;
        for width in [320, 1280] {
            page.resize(width, 900).await;
            let found = faults(&page).await;
            assert!(found.is_empty(), "{width} px, dark: {dark}:\n{}", found.join("\n"));
            let needed = page.number("document.documentElement.scrollWidth").await;
            assert!(needed <= f64::from(width), "it needs {needed} px of {width}");
            page.screenshot(&format!("guide-{width}{}", if dark { "-dark" } else { "" })).await;
        }
        assert_eq!(page.number("document.scripts.length").await, 0.0, "it needs a script");
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_planner_leads_to_the_guide_and_the_guide_back_to_each_worksheet() {
    let site = Site::serve();
    let page = Page::open(&site, "").await;
    page.click("#read-first a").await;
    page.wait_for("article h1").await;
    // A term is explained where the reader is sent.
    page.click("a.term[href='#term-annual-additions']").await;
    page.wait_for("dt:target").await;
    for worksheet in Worksheet::ALL {
        page.visit(&format!("{}{}", site.address(), guide::FILE)).await;
        page.click(&format!("article a[href='./#{}']", worksheet.slug())).await;
        page.wait_for_words("document.querySelector('#heading')?.textContent ?? ''", worksheet.page().name).await;
        // The page may be a kept one, which no server sees.
        page.browser.hear();
        page.assert_quiet().await;
    }
}
