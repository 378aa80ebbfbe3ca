//! The page that makes the code, and each kind of code in a page of its own.

use super::host::{From, Host, enter};
use crate::page::Page;
use crate::site::Site;

/// The page, open in a browser of its own.
async fn open(site: &Site) -> Page {
    let page = Page::open_address(&format!("{}embed.html", site.address()), site.origin()).await;
    page.wait_for_words("document.getElementById('code').value", &site.address()).await;
    page
}

async fn code(page: &Page) -> String {
    page.value("code").await
}

/// Puts a code into a page of its own, and opens it.
async fn paste(planner: Site, name: &str, code: &str) -> (Host, Page) {
    let host = Host::around(planner, name, code);
    let page = host.open(From::Elsewhere).await;
    page.words("(document.querySelector('iframe').scrollIntoView(), '')").await;
    (host, page)
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_code_as_it_comes_shows_the_whole_planner() {
    let site = Site::serve();
    let made = code(&open(&site).await).await;
    for part in [
        "title=\"Mega backdoor Roth planner\"",
        "loading=\"lazy\"",
        "referrerpolicy=\"no-referrer\"",
        "sandbox=\"allow-scripts ",
        "allow=\"clipboard-write\"",
        "height=\"900\"",
        "<script async src=",
        "Open the planner by itself</a>",
    ] {
        assert!(made.contains(part), "the code lacks {part}: {made}");
    }
    for risk in ["allow-top-navigation", "allow-forms", "allow-pointer-lock"] {
        assert!(!made.contains(risk), "the code allows {risk}");
    }
    let (_host, page) = paste(site, "code-plain", &made).await;
    enter(&page).await;
    page.wait_for(".pages a[href='#forms']").await;
    page.wait_for_text("#kept", "kept in this browser").await;
    page.leave_frames().await;
    let height = super::host::fitted(&page).await;
    assert!((height - 900.0).abs() > 1.0, "the frame is not fitted");
    assert_eq!(page.complaints(), Vec::<String>::new(), "the console complains");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn every_option_that_is_chosen_works_in_a_page_of_its_own() {
    let site = Site::serve();
    let page = open(&site).await;
    page.click("[name=show][value=room]").await;
    page.click("[name=show][value=pace]").await;
    page.choose("start", "pace").await;
    page.choose("theme", "dark").await;
    page.type_into("accent", "#1A4F8B").await;
    page.type_into("accent-dark", "9cc4ff").await;
    page.type_into("year", "2027").await;
    page.type_into("key", "acme").await;
    page.click("#plan").await;
    page.paste(&format!("{}#plan/1?plan-kind=403b&after-tax-percent=8", site.address())).await;
    let made = code(&page).await;
    let expected = "?embed&amp;show=room,pace&amp;start=pace&amp;theme=dark&amp;accent=1A4F8B&amp;accent-dark=9cc4ff&amp;year=2027&amp;key=acme#plan/1?plan-kind=403b&amp;after-tax-percent=8\"";
    assert!(made.contains(expected), "{made}");
    assert!(made.contains("#plan/1?plan-kind=403b&amp;after-tax-percent=8\">Open the planner by itself"), "{made}");

    // The preview has it, too, under a name of its own.
    page.wait_for_words("document.querySelector('#preview iframe')?.src ?? ''", "key=preview").await;
    page.enter_frame("#preview iframe").await;
    page.wait_for(".running h1").await;
    page.wait_for(".pages a[href='#pace'][aria-current=page]").await;
    page.leave_frames().await;
    page.screenshot("embed-code").await;
    assert_eq!(page.complaints(), Vec::<String>::new(), "the console complains");

    let (_host, page) = paste(site, "code-all", &made).await;
    enter(&page).await;
    page.wait_for(".pages a[href='#pace'][aria-current=page]").await;
    page.wait_for_text(".foot", "The plan’s rules are filled in").await;
    assert_eq!(page.value("year").await, "2027");
    assert_eq!(
        page.words(
            "getComputedStyle(document.querySelector('.pages a[aria-current=page]'), '::after').backgroundColor"
        )
        .await,
        "rgb(156, 196, 255)"
    );
    page.wait_for_words("Object.keys(localStorage).join()", "mbr.embed-acme.plan").await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn without_script_and_storage_the_code_is_smaller_and_works() {
    let site = Site::serve();
    let page = open(&site).await;
    page.click("#fit").await;
    page.click("#keep").await;
    page.replace("height", "700").await;
    page.click("[name=show][value=room]").await;
    let made = code(&page).await;
    assert!(!made.contains("<script") && !made.contains("allow-same-origin"), "{made}");
    assert!(made.contains("planner.html?embed&amp;show=room"), "Safari could not start it: {made}");
    let (_host, page) = paste(site, "code-small", &made).await;
    enter(&page).await;
    page.calculate().await;
    page.wait_for_text("#kept", "does not let it save").await;
    page.leave_frames().await;
    assert_eq!(page.number("document.querySelector('iframe').clientHeight").await, 700.0);
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_page_says_what_is_wrong_and_leaves_it_out() {
    let site = Site::serve();
    let page = open(&site).await;
    let plain = code(&page).await;
    for (field, text, says) in [
        ("accent", "green", "Six hexadecimal digits"),
        ("year", "next", "Four digits"),
        ("key", "My blog", "Lowercase letters"),
        ("plan", "https://planner.example/#all/1?abc", "not the link"),
    ] {
        page.type_into(field, text).await;
        page.wait_for_text(&format!("#{field}-error"), says).await;
        assert_eq!(code(&page).await, plain, "{field} is taken");
    }
    page.replace("height", "x").await;
    assert_eq!(code(&page).await, plain, "a height that is none is taken");
    // What is taken stays text.
    page.replace("plan", "https://planner.example/#plan/1?a=\"><b>").await;
    let made = code(&page).await;
    assert!(made.contains("#plan/1?a=&quot;>&lt;b>\"") && !made.contains("<b>"), "{made}");
    assert!(page.sees("#local").await, "nobody is told that this address is no public one");
    page.resize(320, 800).await;
    let wide = "[...document.querySelectorAll('body *')].filter((shows) => shows.getBoundingClientRect().right > 320)
        .map((shows) => shows.outerHTML.slice(0, 80)).slice(-3).join()";
    assert_eq!(page.words(wide).await, "", "it scrolls sideways");
}
