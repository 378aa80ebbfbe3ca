//! On a phone nothing is out of reach: no page has to be moved sideways, nothing covers what
//! has the focus, and no page becomes longer than it is.

use std::fmt::Write as _;

use fantoccini::key::Key;
use planner::draft::Draft;

use crate::engines::{Engine, say};
use crate::page::Page;
use crate::site::Site;

/// A phone's screen, in CSS pixels.
const PHONE: (u32, u32) = (390, 844);
/// The most screens of a phone that a page may be long with the example.
const SCREENS: f64 = 5.0;

/// Opens the planner with the example in it.
async fn open_example(site: &Site) -> Page {
    let page = Page::open(site, "room").await;
    let today = page.today().await;
    page.bring(&Draft::example(today.year(), today)).await;
    page.wait_for("#room").await;
    page
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_narrowest_screen_needs_no_moving_sideways() {
    let site = Site::serve();
    let page = open_example(&site).await;
    page.resize(300, 600).await;
    for place in page.places().await {
        page.show(&place).await;
        for unfolded in [false, true] {
            if unfolded {
                page.unfold().await;
            }
            let needed = page.number("document.documentElement.scrollWidth").await;
            assert!(needed <= 300.0, "{place} needs {needed} px, unfolded: {unfolded}");
        }
    }
}

/// The words that are broken in two lines, with what they stand in. A word ends where a line may:
/// at blanks, brackets, hyphens and slashes. Links written out may break anywhere.
const BROKEN: &str = "
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken = [];
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const around = text.parentElement;
        if (!around.checkVisibility() || around.closest('script, select, textarea, .link, .unseen')) continue;
        // Heads of columns that are there to be heard.
        if (getComputedStyle(around.closest('thead') ?? around).clipPath !== 'none') continue;
        for (const { 0: word, index } of text.data.matchAll(/[^\\s()\\u00ad\\u200b\\/–—-]{2,}/g)) {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const tops = new Set([...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => Math.round(rect.top)));
            if (tops.size > 1) broken.push(`${word} in ${around.localName}.${around.className}`);
        }
    }
    return broken.join(', ');";

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn on_a_narrow_phone_no_word_is_broken() {
    let site = Site::serve();
    let page = open_example(&site).await;
    page.resize(320, 700).await;
    for place in page.places().await {
        page.show(&place).await;
        page.unfold().await;
        assert_eq!(page.run(BROKEN, vec![]).await, "", "on {place}");
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_amounts_of_the_limit_s_bar_stand_below_one_another() {
    let site = Site::serve();
    let page = open_example(&site).await;
    let ends = "String(new Set([...document.querySelectorAll('.bar .legend b')].map((b) => Math.round(b.getBoundingClientRect().right))).size)";
    let tops = "String(new Set([...document.querySelectorAll('.bar .legend b')].map((b) => Math.round(b.getBoundingClientRect().top))).size)";
    for place in ["#room", "#start"] {
        page.resize(PHONE.0, PHONE.1).await;
        page.show(place).await;
        page.wait_for(".bar .legend b").await;
        assert_eq!(page.words(ends).await, "1", "on a phone they end below one another on {place}");
        page.resize(1_400, 900).await;
        assert!(
            page.words(tops).await.parse::<u32>().is_ok_and(|lines| lines <= 2),
            "on a desk they share lines on {place}"
        );
    }
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn no_page_is_longer_than_five_screens_of_a_phone() {
    let site = Site::serve();
    let page = open_example(&site).await;
    page.resize(PHONE.0, PHONE.1).await;
    let (mut told, mut longer) = (String::new(), String::new());
    for place in page.places().await {
        page.show(&place).await;
        let screens = page.number("document.documentElement.scrollHeight").await / f64::from(PHONE.1);
        let _ = writeln!(told, "{place}: {screens:.1} screens of a phone, the limit is {SCREENS}");
        if screens > SCREENS {
            let _ = writeln!(longer, "{place} has {screens:.1} screens, the limit is {SCREENS}");
        }
    }
    say(&format!("\n{told}"));
    // The letters of other browsers have other sizes; the limits are Chromium's.
    assert!(longer.is_empty() || page.browser.engine != Engine::Chromium, "{longer}");
}

/// What folds in a narrow window is one step away: the columns of a table, the questions of a
/// card that is answered, and the later dates of a long list.
#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn what_is_folded_on_a_phone_can_be_had() {
    let site = Site::serve();
    let page = open_example(&site).await;
    page.resize(PHONE.0, PHONE.1).await;
    page.show("#landing").await;
    let cells = "[...document.querySelectorAll('.table:has(#facts) td')].filter((cell) => cell.offsetHeight).length";
    let few = page.number(cells).await;
    page.click(".table:has(#facts) .every").await;
    let every = page.number(cells).await;
    assert!(few > 0.0 && every >= 3.0 * few, "{few} cells, and {every} with every column");
    page.show("#conversions").await;
    assert!(!page.sees("#contributions-0-sum").await, "a card that is answered is a line");
    let change = "section[aria-labelledby='contributions'] .confirm .link";
    assert!(page.text("section[aria-labelledby='contributions'] .confirm").await.contains("contributions, $"));
    page.click(change).await;
    page.wait_until("the rows come", "return document.querySelector('.line input')?.offsetHeight > 0", vec![]).await;
    page.show("#review").await;
    let dates =
        "String([...document.querySelectorAll('.timeline li')].filter((item) => item.checkVisibility()).length)";
    assert_eq!(page.words(dates).await, "4");
    page.click(".timeline summary").await;
    assert!(page.words(dates).await.parse::<u32>().is_ok_and(|shown| shown > 4), "the later dates come");
    page.assert_quiet().await;
}

/// What covers the middle of what has the focus; nothing if it can be seen, or if nothing has it.
const COVER: &str = "
    const it = document.activeElement;
    if (!it || it === document.body) return '';
    const shown = [...it.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0) ?? it.getBoundingClientRect();
    // The middle of the part of it that is on the screen.
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const [x, y] = [middle(shown.left, shown.right, innerWidth), middle(shown.top, shown.bottom, innerHeight)];
    const there = document.elementFromPoint(x, y);
    const own = [it, ...(it.labels ?? [])];
    if (there && own.some((part) => part.contains(there) || there.contains(part))) return '';
    const name = (one) => one ? `${one.tagName}#${one.id}.${one.className} “${(one.innerText ?? '').slice(0, 40)}”` : 'no place on the screen';
    return `${name(it)} at ${Math.round(x)}, ${Math.round(y)} is covered by ${name(there)}`;";

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn nothing_covers_what_has_the_focus() {
    let site = Site::serve();
    let page = open_example(&site).await;
    page.resize(PHONE.0, PHONE.1).await;
    let mut covered = Vec::new();
    for place in page.places().await {
        page.show(&place).await;
        // Where the page glides, the stop is on its way for a while.
        page.run("document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, 0)", vec![]).await;
        let mut stops = 0;
        for (back, limit) in [(false, 250), (true, 250)] {
            if page.words("String(document.hasFocus())").await == "false" {
                page.browser.call_back_the_keyboard().await;
            }
            for _ in 0..limit {
                if back {
                    page.press_with(Key::Shift, Key::Tab.into()).await;
                } else {
                    page.press(&[Key::Tab.into()]).await;
                }
                // Once it has scrolled there.
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                // Past the last stop, or before the first, the browser’s own bars have it.
                let none = "String(document.activeElement === document.body || !document.hasFocus())";
                if page.words(none).await == "true" {
                    break;
                }
                stops += 1;
                let mut cover = page.run(COVER, vec![]).await;
                if cover != "" {
                    // The way past the navigation slides in.
                    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                    cover = page.run(COVER, vec![]).await;
                }
                let cover = cover.as_str().expect("a text");
                if !cover.is_empty() {
                    covered.push(format!("{place}: {cover}"));
                }
            }
        }
        assert!(stops > 10, "only {stops} stops on {place}");
    }
    covered.dedup();
    assert!(covered.is_empty(), "{} stops are covered:\n{}", covered.len(), covered.join("\n"));
}
