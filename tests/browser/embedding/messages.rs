//! The height, which is all that a frame ever says, and what it hears: nothing.

use std::time::Duration;

use super::host::{From, Host, bare, enter, fitted, frame};

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_is_as_tall_as_what_is_in_it() {
    let host = Host::serve("embed-height", &frame("&show=room"));
    let page = host.open(From::Elsewhere).await;
    page.resize(420, 800).await;
    enter(&page).await;
    let empty = fitted(&page).await;
    page.enter_frame("iframe").await;
    page.calculate().await;
    page.leave_frames().await;
    page.wait_for_words(&format!("told.at(-1).height > {empty} + 100"), "true").await;
    let full = fitted(&page).await;
    assert_scrolls_nowhere(&page, "iframe").await;
    page.enter_frame("iframe").await;
    page.clear().await;
    page.leave_frames().await;
    page.wait_for_words(&format!("told.at(-1).height < {full} - 100"), "true").await;
    fitted(&page).await;
    assert_scrolls_nowhere(&page, "iframe").await;

    // A narrower window makes it taller, and a wider one shorter.
    let narrow = fitted(&page).await;
    page.resize(1280, 900).await;
    page.wait_for_words(&format!("told.at(-1).height < {narrow}"), "true").await;
    fitted(&page).await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_height_comes_to_rest() {
    // Around this height the page outside gets a scroll bar, which makes the frame narrower.
    let host = Host::serve("embed-rest", &frame("&show=room"));
    let page = host.open(From::Elsewhere).await;
    enter(&page).await;
    let height = fitted(&page).await;
    for outside in [-40.0, 0.0, 20.0, 200.0, 230.0, 260.0, 400.0] {
        page.resize(700, (height + outside) as u32).await;
        fitted(&page).await;
        let before = page.number("told.length").await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let more = page.number("told.length").await - before;
        // It may be one of the repetitions after the start.
        assert!(more <= 1.0, "it goes on telling heights: {more} in a second");
    }
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert!(page.number("told.length").await < 60.0, "too many messages");
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_tells_its_height_and_nothing_else() {
    let host = Host::serve("embed-told", &bare(""));
    let page = host.open(From::Elsewhere).await;
    enter(&page).await;
    page.try_example().await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    page.leave_frames().await;
    let told = page.words("JSON.stringify(told.map((message) => Object.keys(message).sort().join()))").await;
    assert!(told.contains("height,type,v"), "{told}");
    assert_eq!(told.replace("\"height,type,v\"", "").trim_matches(['[', ']', ',']), "", "{told}");
    let odd = "told.filter(({ type, v, height }) => type !== 'mega-backdoor-roth-planner:height' || v !== 1 || !Number.isInteger(height))";
    assert_eq!(page.number(&format!("{odd}.length")).await, 0.0);
    // Without the script outside, the frame keeps the height that the code gives it.
    assert_eq!(page.number("document.querySelector('iframe').clientHeight").await, 900.0);
    page.enter_frame("iframe").await;
    assert!(
        page.number("document.documentElement.scrollHeight - innerHeight").await > 100.0,
        "nothing is left to scroll to"
    );
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_frame_hears_nothing_and_its_page_only_heights() {
    let stranger = "<iframe id='stranger' srcdoc='A stranger' height='100'></iframe>";
    let host = Host::serve("embed-foreign", &format!("{}{stranger}", frame("&show=room")));
    let page = host.open(From::Elsewhere).await;
    // A bar that comes and goes makes the frame narrower, and what is in it tells its height.
    page.words("(document.documentElement.style.overflowY = 'scroll', '')").await;
    enter(&page).await;
    page.try_example().await;
    page.wait_for_text("#room", "$").await;
    const SHOWN: &str =
        "[document.querySelector('.columns').innerText, document.querySelector('h1').innerText, location.href,
        document.documentElement.outerHTML.slice(0, 300), Object.keys(localStorage)].join()";
    // The answer is announced a moment later, so that only what is at rest can be compared.
    let height = fitted(&page).await;
    page.enter_frame("iframe").await;
    let before = page.words(SHOWN).await;
    page.leave_frames().await;

    let messages = "[{ type: 'mega-backdoor-roth-planner:height', v: 1, height: 5000 }, 'take over', 'tidy up', { theme: 'dark' },
        { type: 'embed', theme: 'dark', key: 'other' }, { hash: '#pace' }, 'planner-leaving', null, 7, { type: 'resize' }]";
    let post = format!(
        "({messages}.forEach((message) => document.querySelector('iframe').contentWindow.postMessage(message, '*')), '')"
    );
    page.words(&post).await;
    // The same from a stranger to the page outside: none is of the planner's frame.
    let posted = format!("(({messages}).forEach((message) => parent.postMessage(message, '*')), '')");
    page.enter_frame("#stranger").await;
    page.words(&posted).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    page.leave_frames().await;
    assert_eq!(fitted_now(&page).await, height, "a stranger's message changes the height");
    assert_eq!(
        page.number("document.querySelector('#stranger').clientHeight").await,
        100.0,
        "a stranger's frame grows"
    );
    page.enter_frame("iframe").await;
    assert_eq!(page.words(SHOWN).await, before, "the frame reacts to a message");

    // Even out of the planner's own frame, what is no height changes nothing, and a height
    // has its bounds.
    let type_of = "type: 'mega-backdoor-roth-planner:height'";
    for odd in ["v: 2, height: 500", "v: 1, height: '500'", "v: 1, height: NaN", "v: 1, height: Infinity", "v: 1"] {
        page.words(&format!("(parent.postMessage({{ {type_of}, {odd} }}, '*'), '')")).await;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    page.leave_frames().await;
    assert_eq!(fitted_now(&page).await, height);
    for (told, kept) in [("1e9", 10000.0), ("-5", 200.0), ("432.4", 433.0)] {
        page.enter_frame("iframe").await;
        page.words(&format!("(parent.postMessage({{ {type_of}, v: 1, height: {told} }}, '*'), '')")).await;
        page.leave_frames().await;
        page.wait_for_words("document.querySelector('iframe').clientHeight", &format!("{kept}")).await;
    }
}

async fn fitted_now(page: &crate::page::Page) -> f64 {
    page.number("document.querySelector('iframe').clientHeight").await
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn two_frames_on_a_page_each_have_their_height() {
    let host = Host::serve("embed-two", &format!("{}{}", bare("&show=plan&key=one"), frame("&show=room&key=two")));
    let page = host.open(From::Elsewhere).await;
    for frame in ["iframe", "iframe ~ iframe"] {
        page.enter_frame(frame).await;
        page.wait_for(".running h1").await;
        page.leave_frames().await;
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let [one, two] =
        ["iframe", "iframe ~ iframe"].map(|frame| format!("document.querySelector('{frame}').clientHeight"));
    let (one, two) = (page.number(&one).await, page.number(&two).await);
    assert!(one != two && one != 900.0 && two != 900.0, "{one} and {two}");
    assert_scrolls_nowhere(&page, "iframe").await;
    assert_scrolls_nowhere(&page, "iframe ~ iframe").await;
}

/// Whether all that is in a frame is in sight, with nothing to scroll to.
async fn assert_scrolls_nowhere(page: &crate::page::Page, frame: &str) {
    // A frame of another site that is out of sight is not laid out until it comes into it.
    page.words(&format!("(document.querySelector('{frame}').scrollIntoView({{ block: 'end' }}), '')")).await;
    page.enter_frame(frame).await;
    page.wait_for_words("Math.abs(document.documentElement.scrollHeight - innerHeight) <= 1", "true").await;
    page.leave_frames().await;
}
