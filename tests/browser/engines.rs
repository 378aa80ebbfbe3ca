//! The browsers that the tests run in, what each of them cannot do, and which tests leave
//! out what for that.
//!
//! A run is in one of them: the variable `BROWSER` names it, or it is Chromium. A test that
//! needs what some engine lacks begins with `if skipped(Lack::…) { return; }` and stands in
//! [`SKIPS`], once for each such engine. Neither goes without the other: the test that
//! holds the list reads the sources, so it needs no browser.
//!
//! Safari itself runs on no machine of ours; WebKitGTK has its engine, not its shell.

use std::env;
use std::fmt;
use std::io::{self, Write};
use std::thread;

/// A browser engine, in a browser that a driver can steer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver.
    Webkit,
}

/// What some engine cannot do for a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// To press keys in a frame that has the focus while the page around it is on show.
    KeysIntoFrames,
    /// To print, or to show a page as it would be printed.
    Printing,
    /// To refuse all storage, as a person may set it.
    RefusingStorage,
    /// To run no scripts of pages while the test's own run.
    TurningOffScripts,
    /// To let a page's policy speak of the page's own origin where a sandbox hides it.
    OwnOriginInSandbox,
    /// To take back what was typed when a test presses Control and Z in a text.
    UndoKeys,
}

/// What each engine lacks, and why.
const LACKS: &[(Engine, Lack, &str)] = &[
    (Engine::Firefox, Lack::KeysIntoFrames, "its driver presses the keys in the page that it was told of"),
    (
        Engine::Webkit,
        Lack::OwnOriginInSandbox,
        "there 'self' in a policy is nothing, so that the planner starts in such a frame only as one file",
    ),
    (Engine::Firefox, Lack::TurningOffScripts, "its driver cannot keep a page from running its scripts"),
    (Engine::Webkit, Lack::TurningOffScripts, "its driver cannot keep a page from running its scripts"),
    (Engine::Webkit, Lack::RefusingStorage, "it has no setting that refuses a page its storage"),
    (Engine::Webkit, Lack::Printing, "its driver knows no command that prints"),
    (
        Engine::Webkit,
        Lack::UndoKeys,
        "the keys of its driver do not reach the undo of a field, not even on an empty page",
    ),
];

/// The tests that an engine does not run to the end, and for the lack of what.
const SKIPS: &[(Engine, &str, Lack)] = &[
    (Engine::Firefox, "embedding::looks::the_keyboard_leads_through_a_frame_and_out_of_it", Lack::KeysIntoFrames),
    (Engine::Webkit, "embedding::keeping::a_frame_that_the_browser_lets_keep_nothing_says_so", Lack::RefusingStorage),
    (
        Engine::Webkit,
        "embedding::keeping::the_full_planner_opens_out_of_a_frame_without_storage",
        Lack::RefusingStorage,
    ),
    (Engine::Webkit, "embedding::strict::it_starts_in_the_strictest_frame", Lack::OwnOriginInSandbox),
    (Engine::Firefox, "embedding::strict::without_scripts_it_says_what_it_needs", Lack::TurningOffScripts),
    (Engine::Webkit, "embedding::strict::without_scripts_it_says_what_it_needs", Lack::TurningOffScripts),
    (Engine::Webkit, "forms::a_year_of_paydays_and_conversions_prints_on_one_page", Lack::Printing),
    (Engine::Webkit, "forms::only_the_page_for_the_files_is_printed", Lack::Printing),
    (Engine::Webkit, "undoing::the_keys_take_back_and_in_a_text_they_are_the_browsers", Lack::UndoKeys),
];

impl Engine {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The engine of this run.
    ///
    /// # Panics
    ///
    /// If `BROWSER` names none.
    pub fn chosen() -> Self {
        let name = env::var("BROWSER").unwrap_or_else(|_| "chromium".to_owned());
        let found = Self::ALL.into_iter().find(|engine| engine.to_string() == name);
        found
            .unwrap_or_else(|| panic!("BROWSER is {name:?}, but the tests know {:?}", Self::ALL.map(|e| e.to_string())))
    }

    /// Why it cannot do this, if it cannot.
    fn lacks(self, lack: Lack) -> Option<&'static str> {
        LACKS.iter().find(|(engine, what, _)| (*engine, *what) == (self, lack)).map(|(_, _, why)| *why)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

/// Whether the test that asks is left out in this run, since the engine lacks this. Says so
/// on standard error, where scripts/test finds it.
///
/// # Panics
///
/// If the test is not on the list.
pub fn skipped(lack: Lack) -> bool {
    let engine = Engine::chosen();
    let Some(why) = engine.lacks(lack) else { return false };
    let test = test();
    assert!(SKIPS.contains(&(engine, &test, lack)), "{test} would be skipped in {engine}, but is not on the list");
    say(&format!("skipped in {engine}: {test}: {why}"));
    true
}

/// The name of the test that is running.
pub fn test() -> String {
    thread::current().name().expect("each test has a thread of its own, with its name").to_owned()
}

/// Says something to scripts/test, past what captures the output of a test that passes.
pub fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::browser::Settings;
    use crate::driver::Driver;
    use crate::files::empty_folder;
    use crate::page::Page;
    use crate::site::Site;

    /// The tests of a module that ask to be skipped, each with the name of the lack.
    fn asking(module: &str, text: &str) -> Vec<(String, String)> {
        let ask = "if skipped(Lack::";
        let places = text.match_indices(ask).map(|(place, _)| text.split_at(place));
        let found = places.map(|(before, after)| {
            let (_, test) = before.rsplit_once("async fn ").expect("it is asked within a test");
            let test = test.split(['(', '<']).next().unwrap_or_default();
            let lack = after.strip_prefix(ask).and_then(|rest| rest.split(')').next()).unwrap_or_default();
            (format!("{module}::{test}"), lack.to_owned())
        });
        found.collect()
    }

    /// The modules in a folder and in those within it but this one, each with its text.
    fn modules(folder: &Path, within: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).expect("the tests can be listed") {
            let path = entry.expect("a file").path();
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            if path.is_dir() {
                found.extend(modules(&path, &format!("{within}{name}::")));
            } else if name != "engines" && path.extension().is_some_and(|ending| ending == "rs") {
                found.push((format!("{within}{name}"), fs::read_to_string(&path).expect("a source is text")));
            }
        }
        found
    }

    #[test]
    fn just_the_listed_tests_are_skipped() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
        let mut skipped = Vec::new();
        for (module, text) in modules(&folder, "") {
            for (test, lack) in asking(&module, &text) {
                let lacking = LACKS.iter().filter(|(_, known, _)| format!("{known:?}") == lack);
                skipped.extend(lacking.map(|(engine, known, _)| format!("{engine} {test} {known:?}")));
            }
        }
        let mut listed: Vec<_> = SKIPS.iter().map(|(engine, test, lack)| format!("{engine} {test} {lack:?}")).collect();
        listed.sort();
        skipped.sort();
        assert_eq!(listed, skipped, "on the list, and what the tests ask for");
    }

    #[test]
    fn who_asks_is_found() {
        let text =
            "async fn one() {\n    if skipped(Lack::Printing) {\n}\nasync fn two() { if skipped(Lack::UndoKeys) {";
        let found = [("m::one", "Printing"), ("m::two", "UndoKeys")];
        assert_eq!(asking("m", text), found.map(|(test, lack)| (test.to_owned(), lack.to_owned())));
    }

    /// The day an engine can do it, its tests are to run.
    #[tokio::test]
    #[ignore = "needs the built site and a browser: scripts/test sets both up"]
    async fn what_an_engine_is_said_to_lack_it_lacks() {
        let folder = empty_folder("bare");
        fs::write(folder.join("index.html"), "<input id='bare'>").expect("a page can be written");
        let strict = "<!DOCTYPE html><meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\"><script src='runs.js'></script>";
        fs::write(folder.join("strict.html"), strict).expect("a page can be written");
        fs::write(folder.join("runs.js"), "parent.postMessage('it runs', '*')").expect("a script can be written");
        let around =
            "<!DOCTYPE html><script>addEventListener('message', ({ data }) => (globalThis.told = data))</script>
            <iframe sandbox='allow-scripts' src='strict.html'></iframe><iframe id='free' src='strict.html'></iframe>
            <iframe id='inner'></iframe>";
        fs::write(folder.join("around.html"), around).expect("a page can be written");
        let site = Site::serve_folder(folder);
        let origins = [site.origin(), site.origin_elsewhere()];
        let page = Page::open_host(&site.address(), &origins, Settings::default()).await;
        for (_, lack, _) in LACKS.iter().filter(|(engine, _, _)| *engine == Engine::chosen()) {
            let able = match lack {
                Lack::KeysIntoFrames => {
                    page.visit(&format!("{}around.html", site.address())).await;
                    let elsewhere = format!("{}/planner/", site.origin_elsewhere());
                    let load = "return new Promise((done) => { const inner = document.getElementById('inner'); inner.onload = done; inner.src = arguments[0]; }).then(() => '')";
                    page.run(load, vec![elsewhere.into()]).await;
                    page.enter_frame("#inner").await;
                    page.words("(document.getElementById('bare').focus(), '')").await;
                    page.leave_frames().await;
                    page.words("(document.getElementById('inner').focus(), '')").await;
                    page.press(&[fantoccini::key::Key::Tab.into()]).await;
                    page.type_on("1").await;
                    page.enter_frame("#inner").await;
                    let typed = page.value("bare").await;
                    page.leave_frames().await;
                    typed == "1"
                }
                Lack::OwnOriginInSandbox => {
                    page.visit(&format!("{}around.html", site.address())).await;
                    page.words("(document.getElementById('free').remove(), globalThis.told = '', document.querySelector('iframe').src += '?', '')").await;
                    tokio::time::sleep(2 * Driver::PAUSE).await;
                    page.words("globalThis.told").await == "it runs"
                }
                Lack::RefusingStorage => {
                    let page = Page::open_without_storage(&Site::serve(), "room").await;
                    page.words("String(self.origin)").await != "null"
                }
                Lack::TurningOffScripts => page.browser.can_turn_off_scripts(),
                Lack::Printing => page.can_print(),
                Lack::UndoKeys => {
                    page.visit(&site.address()).await;
                    page.type_into("bare", "12").await;
                    page.press_with(fantoccini::key::Key::Control, 'z').await;
                    tokio::time::sleep(Driver::PAUSE).await;
                    page.value("bare").await != "12"
                }
            };
            assert!(!able, "it can do this by now: {lack:?}");
        }
    }
}
