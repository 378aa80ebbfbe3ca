//! The address says which page is on show; ways within a page leave it alone; a link can
//! bring a plan's rules.

use fantoccini::key::Key;

use crate::page::Page;
use crate::site::Site;

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn an_address_opens_its_page_and_an_unknown_one_changes_nothing() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let heading = page.text("#app h1").await;
    let title = page.words("document.title").await;
    assert!(title.ends_with("Mega Backdoor Roth Planner"), "the title names no planner: {title}");
    page.type_into("pay", "1.50").await;

    for address in ["#nowhere", "#main", "#room"] {
        page.go_to(address).await;
        assert_eq!(page.text("#app h1").await, heading, "{address} leads away");
        assert_eq!(page.words("document.title").await, title);
        assert_eq!(page.value("pay").await, "1.50", "{address} loses what was typed");
    }
    for name in ["plan", "pace"] {
        page.click(&format!(".pages a[href='#{name}']")).await;
        page.wait_for(&format!(".pages a[href='#{name}'][aria-current=page]")).await;
        assert_ne!(page.text("#app h1").await, heading);
        assert_ne!(page.words("document.title").await, title);
        page.wait_for("#heading:focus").await;
    }
    page.words("(history.go(-2), '')").await;
    page.wait_for_text("#app h1", &heading).await;
    assert_eq!(page.value("pay").await, "1.50", "Back loses what was typed");

    page.reload().await;
    assert_eq!(page.text("#app h1").await, heading);
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn ways_within_the_page_move_the_keyboard_and_not_the_address() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    page.press(&[Key::Tab.into(), Key::Enter.into()]).await;
    page.wait_for_focus("main").await;

    page.type_into("pay", "abc").await;
    page.click(".errors a").await;
    page.wait_for_focus("pay").await;
    page.replace("pay", "").await;

    page.try_example().await;
    page.resize(320, 900).await;
    page.wait_for("#room").await;
    let room = page.text("#room").await;
    page.wait_for("#peek").await;
    page.wait_for_just("document.getElementById('peek').innerText", &room).await;
    page.click(".peek").await;
    page.wait_for_focus("headline").await;

    assert_eq!(page.words("location.hash").await, "#room");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_mistake_on_another_page_can_be_gone_to() {
    let site = Site::serve();
    let page = Page::open(&site, "pace").await;
    page.try_example().await;
    page.wait_for("#election").await;
    page.replace("take-home", "much").await;
    page.click(".pages a[href='#plan']").await;
    page.wait_for_text("#verdict", "It works").await;
    page.click(".pages a[href='#room']").await;
    page.wait_for_text("#waiting", "Enter dollars and cents").await;
    page.click(".errors a").await;
    page.wait_for("#take-home:focus").await;
    assert_eq!(page.words("location.hash").await, "#pace");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_link_brings_rules_only_to_who_takes_them() {
    let site = Site::serve();
    let page = Page::open(&site, "plan/1?plan-after-tax=yes&transfer-fee=25").await;
    page.wait_for_text("#offered", "$25.00").await;
    page.click("#leave-plan").await;
    assert_eq!(page.words("location.hash").await, "#plan");
    assert!(!page.has("#offered").await);

    page.go_to("#plan/1?plan-after-tax=yes&transfer-fee=25").await;
    page.wait_for("#offered").await;
    page.click("#take-plan").await;
    page.wait_for_text("#plan-link", "plan/1?plan-after-tax=yes&transfer-fee=25").await;
    assert_eq!(page.value("transfer-fee").await, "25");

    page.go_to("#plan/1?plan-kind=bank").await;
    page.wait_for_text(".offer .error", "Ask for it again").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_figures_can_be_downloaded_as_a_record() {
    let site = Site::serve();
    let page = Page::open(&site, "room").await;
    let listen = "((real) => { URL.createObjectURL = (file) => {
            file.text().then((text) => { globalThis.file = text; });
            return real.call(URL, file);
        }; return ''; })(URL.createObjectURL)";
    page.words(listen).await;
    page.click("#download").await;
    page.wait_for("#waiting").await;
    page.try_example().await;
    page.wait_for("#room").await;
    page.click("#download").await;
    page.wait_for_words("globalThis.file", "\"birth_date\": \"1985-03-31\"").await;
    page.assert_quiet().await;
}
