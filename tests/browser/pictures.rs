//! The pictures of the README, for `scripts/screenshots`: taken where the variable
//! `SCREENSHOTS` names a folder, and otherwise only seen to be there.

use std::env;
use std::fs;
use std::path::Path;

use planner::date::Date;
use planner::draft::Draft;

use crate::page::Page;
use crate::site::Site;

/// The most bytes of a picture: whoever clones the project has them all.
const MOST: u64 = 150_000;

/// Each picture's name, the page that it shows, and the size of the window.
const PICTURES: [(&str, &str, u32, u32); 2] =
    [("screenshot", "#pace", 1180, 840), ("screenshot-phone", "#pace", 390, 780)];

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_readme_s_pictures_are_there_and_small() {
    let site = Site::serve();
    if let Ok(folder) = env::var("SCREENSHOTS") {
        let page = Page::open(&site, "pace").await;
        // A day on which the example has most to show, so that they change only with the page.
        let day = Date::new(2026, 7, 7).expect("a day");
        let set = format!(
            "(globalThis.Date = class extends Date {{
                constructor(...when) {{ if (when.length) super(...when); else super({}, {}, {}); }}
            }}, dispatchEvent(new Event('focus')), '')",
            day.year(),
            day.month() - 1,
            day.day()
        );
        page.bring(&Draft::example_of(day)).await;
        page.words(&set).await;
        for (name, place, width, height) in PICTURES {
            page.resize(width, height).await;
            page.show(place).await;
            page.wait_for("#election").await;
            page.run("document.getElementById('mentioned-close')?.click(); scrollTo(0, 0)", vec![]).await;
            page.take(&Path::new(&folder).join(format!("{name}.png"))).await;
        }
    }
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let readme = include_str!("../../README.md");
    for (name, ..) in PICTURES {
        let size = fs::metadata(assets.join(format!("{name}.png"))).expect("it is there").len();
        assert!(size < MOST, "{name}.png has {size} bytes, the limit is {MOST}");
        assert!(readme.contains(&format!("assets/{name}.png")), "the README does not show {name}.png");
    }
}
