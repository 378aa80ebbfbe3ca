//! Every page can be used by everybody, as far as a machine can judge that: axe-core finds
//! nothing on any page of the navigation, empty, with the example and with mistakes, in
//! light and dark, wide and narrow.
//!
//! scripts/setup fetches axe-core, and the variable `AXE` names it. It is put into the page by
//! the driver and is no part of what is released.

use std::env;
use std::fs;

use planner::date::Date;
use planner::draft::Draft;
use planner::questions::Kind;

use crate::drafts::filled;
use crate::page::Page;
use crate::site::Site;

/// The kinds of fields in which a word is a mistake.
const FIGURES: [Kind; 5] = [Kind::Money, Kind::Percent, Kind::Count, Kind::Date, Kind::Year];

/// axe-core, as a script.
pub fn axe() -> String {
    let file = env::var("AXE").expect("AXE names axe-core: run scripts/test, or source scripts/tools.sh first");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}; scripts/setup --with-browser fetches it"))
}

/// What the pages are looked at with.
fn states(today: Date) -> [(&'static str, Draft); 3] {
    let empty = Draft::new(today);
    let example = Draft::example(today.year(), today);
    [("empty", empty), ("with the example", example), ("with mistakes", filled(today, &FIGURES, "much"))]
}

/// What axe-core has against the page as it stands, a line for each fault.
pub async fn faults(page: &Page) -> Vec<String> {
    let look = "return axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary}`)))";
    serde_json::from_value(page.run(look, vec![]).await).expect("a list of texts")
}

/// Looks at each page in each state.
async fn assert_faultless(dark: bool) {
    let (site, axe) = (Site::serve(), axe());
    let page = Page::open_in_colors(&site, "", dark).await;
    let mut found = Vec::new();
    let mut looks = 0;
    for (state, draft) in states(page.today().await) {
        page.bring(&draft).await;
        page.run(&axe, vec![]).await;
        let places = page.places().await;
        for place in &places {
            page.show(place).await;
            page.unfold().await;
            for width in [320, 1280] {
                page.resize(width, 900).await;
                let faults = faults(&page).await;
                found.extend(faults.iter().map(|fault| format!("{place} {state}, {width} px: {fault}")));
                looks += 1;
            }
        }
        assert!(places.len() > 6, "too few pages: {places:?}");
    }
    assert!(looks >= 3 * 2 * 7, "only {looks} looks at pages");
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn no_page_has_a_fault_in_light_colors() {
    assert_faultless(false).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn no_page_has_a_fault_in_dark_colors() {
    assert_faultless(true).await;
}

/// A look that finds nothing anywhere would prove nothing.
#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_fault_would_be_found() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.run(&axe(), vec![]).await;
    let spoil = "document.body.append(Object.assign(new Image(), { src: 'icon.svg' }));
        document.querySelector('#heading').style.color = '#eee';";
    page.run(spoil, vec![]).await;
    let found = faults(&page).await.join("\n");
    for rule in ["image-alt", "color-contrast"] {
        assert!(found.lines().any(|fault| fault.starts_with(&format!("{rule} "))), "{rule} is not found: {found}");
    }
}
