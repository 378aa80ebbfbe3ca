//! Everything can be done with the keyboard alone.

use fantoccini::key::Key;

use crate::page::Page;
use crate::site::Site;

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_worksheet_can_be_filled_in_without_a_mouse() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    for (id, text) in [
        ("birth-date", "3/31/1985"),
        ("pay", "185,000"),
        ("pre-tax-so-far", "23,000"),
        ("match-so-far", "7,400"),
        ("after-tax", "9,000.50"),
    ] {
        page.tab_to(id).await;
        page.type_on(text).await;
    }
    page.wait_for("#room").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_focus_goes_forth_and_back_and_can_be_seen() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.tab_to("pay").await;
    let outlined = "['outlineStyle', 'boxShadow', 'borderColor'].filter((part) => {
            const inside = document.activeElement, around = inside.closest('.box') ?? inside;
            const now = [getComputedStyle(inside)[part], getComputedStyle(around)[part]].join();
            inside.blur();
            const then = [getComputedStyle(inside)[part], getComputedStyle(around)[part]].join();
            inside.focus({ focusVisible: true });
            return now !== then;
        }).length";
    assert!(page.number(outlined).await > 0.0, "nothing shows that #pay has the focus");

    page.press(&[Key::Tab.into()]).await;
    page.wait_for_just("document.activeElement?.id === 'pay'", "false").await;
    page.press_with(Key::Shift, Key::Tab.into()).await;
    page.wait_for_focus("pay").await;
    page.assert_quiet().await;
}
