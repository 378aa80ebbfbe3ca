//! The page as a person meets it: what can be typed, clicked, read and seen.
//!
//! Fields are named by their id, everything else by a CSS selector. Whatever does not
//! work panics with what was asked for.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::wd::{PrintConfiguration, PrintSize, WindowHandle};
use planner::date::Date;
use serde_json::Value;

use crate::browser::{Browser, Settings};
use crate::engines::Engine;
use crate::site::Site;

/// A sentence of a worksheet as the page shows it: whole dollars without cents.
pub fn shown(sentence: &str) -> String {
    sentence.replace(".00", "")
}

/// How long a change on the page may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a page that is at rest has not changed: longer than anything that is seen in it is
/// put off.
const REST: Duration = Duration::from_millis(400);
/// How often it is looked at meanwhile.
const LOOK: Duration = Duration::from_millis(50);

/// The page, open in a browser of its own with an empty profile.
///
/// The browser is closed when this is dropped, also by a test that fails.
pub struct Page {
    pub browser: Browser,
    /// The origins that its requests may go to.
    origins: Vec<String>,
}

impl Page {
    /// Opens one of the planner's pages, or the first one if the name is empty, and waits
    /// until its heading is there.
    pub async fn open(site: &Site, name: &str) -> Self {
        let page = Self::open_without_waiting(site, name).await;
        page.wait_for(".running h1").await;
        page
    }

    /// The same in a browser that asks for dark colors, or for light ones.
    pub async fn open_in_colors(site: &Site, name: &str, dark: bool) -> Self {
        let settings = Settings { dark, ..Settings::default() };
        let page = Self::start(&address(site, name), site.origin(), settings).await;
        page.wait_for(".running h1").await;
        page
    }

    /// Opens the page without waiting for the planner, which may fail to start.
    pub async fn open_without_waiting(site: &Site, name: &str) -> Self {
        Self::open_address(&address(site, name), site.origin()).await
    }

    /// Opens one of the planner's pages in a browser that gives no page any storage. WebKit
    /// refuses it to the one file in a frame that may run scripts and nothing else.
    pub async fn open_without_storage(site: &Site, name: &str) -> Self {
        let settings = Settings { no_storage: true, ..Settings::default() };
        let framed = Engine::chosen() == Engine::Webkit;
        let address = if framed { site.address_of_a_frame("planner.html", name) } else { address(site, name) };
        let page = Self::start(&address, site.origin(), settings).await;
        if framed {
            page.enter_frame("iframe").await;
        }
        page.wait_for(".running h1").await;
        page
    }

    /// Opens any address. What it loads is expected to be of this origin.
    pub async fn open_address(address: &str, origin: String) -> Self {
        Self::start(address, origin, Settings::default()).await
    }

    async fn start(address: &str, origin: String, settings: Settings) -> Self {
        let page = Self { browser: Browser::start(settings).await, origins: vec![origin] };
        page.visit(address).await;
        page
    }

    /// Opens any address in a browser with these settings. What it loads is expected to be of
    /// these origins.
    pub async fn open_host(address: &str, origins: &[String], settings: Settings) -> Self {
        let mut page = Self::start(address, String::new(), settings).await;
        page.origins = origins.to_vec();
        page
    }

    /// Goes on in the page around the frame.
    pub async fn leave_frames(&self) {
        self.browser.leave_frame().await;
    }

    /// The names of the tabs.
    pub async fn tabs(&self) -> Vec<WindowHandle> {
        self.browser.client.windows().await.expect("the tabs have names")
    }

    /// The tab that it is in.
    pub async fn tab(&self) -> WindowHandle {
        self.browser.client.window().await.expect("the tab has a name")
    }

    /// Lets pages run scripts, or not.
    pub fn allow_scripts(&self, allowed: bool) {
        self.browser.allow_scripts(allowed);
    }

    /// Goes to another address in the same tab.
    pub async fn visit(&self, address: &str) {
        self.browser.visit(address).await;
    }

    /// Opens a further tab with the same address and goes on there. Gives the names of
    /// the tab before and of this one.
    pub async fn open_tab(&self) -> (WindowHandle, WindowHandle) {
        let address = self.browser.client.current_url().await.expect("the page has an address");
        let before = self.browser.client.window().await.expect("the tab has a name");
        let tab = self.browser.client.new_window(true).await.expect("a tab opens").handle;
        self.switch_to(&tab).await;
        self.visit(address.as_str()).await;
        self.wait_for(".running h1").await;
        (before, tab)
    }

    /// Goes on in this tab.
    pub async fn switch_to(&self, tab: &WindowHandle) {
        self.browser.switch_to(tab).await;
    }

    /// Closes the tab that it is in.
    pub async fn close_tab(&self) {
        self.browser.client.close_window().await.expect("the tab closes");
    }

    /// Whether the browser's driver knows how to print.
    pub fn can_print(&self) -> bool {
        self.browser.can_print()
    }

    /// Goes on within a frame of the page, whose selector this is.
    pub async fn enter_frame(&self, selector: &str) {
        self.browser.enter_frame(selector, self.find(selector).await).await;
    }

    /// Lets the page download, into this folder.
    pub fn download_into(&self, folder: &Path) {
        self.browser.download_into(folder);
    }

    /// Every address that the browser asked for on behalf of the tabs since this was last
    /// called, as the browser's network log has it.
    pub fn logged_requests(&self) -> Vec<String> {
        self.browser.logged_requests()
    }

    /// Whether that log has what the policy refused, too.
    pub fn logs_what_is_refused(&self) -> bool {
        self.browser.logs_what_is_refused()
    }

    /// Every cookie that the browser holds, of whatever site, as the browser describes it.
    pub fn cookies(&self) -> Vec<Value> {
        self.browser.cookies()
    }

    /// Loads the page anew and waits until the planner's heading is there.
    pub async fn reload(&self) {
        self.browser.reload().await;
        self.wait_for(".running h1").await;
    }

    /// Waits until something visible matches the selector.
    pub async fn wait_for(&self, selector: &str) {
        let script = "const found = document.querySelector(arguments[0]); return !!found && found.checkVisibility();";
        self.wait_until(&format!("`{selector}` is visible"), script, vec![selector.into()]).await;
    }

    /// Waits until the text of what matches the selector contains the given words.
    pub async fn wait_for_text(&self, selector: &str, words: &str) {
        let script = "const found = document.querySelector(arguments[0]);
            return !!found && found.innerText.includes(arguments[1]);";
        let what = format!("`{selector}` says {words:?}");
        self.wait_until(&what, script, vec![selector.into(), words.into()]).await;
    }

    /// Waits until a JavaScript expression gives a text that contains the given words.
    pub async fn wait_for_words(&self, expression: &str, words: &str) {
        let script = format!("return String({expression}).includes(arguments[0])");
        self.wait_until(&format!("`{expression}` says {words:?}"), &script, vec![words.into()]).await;
    }

    /// Waits until the body of a function gives true in the page.
    pub async fn wait_until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let started = Instant::now();
        loop {
            // A page that is just being left runs nothing.
            let now = self.browser.run(script, arguments.clone()).await;
            if now == Ok(Value::Bool(true)) {
                return;
            }
            if started.elapsed() > PATIENCE {
                let body = self.browser.run("return document.body.innerText", vec![]).await;
                let focus = self.focus().await;
                panic!("waited in vain until {what} ({now:?}); the focus is at {focus:?}, the page reads: {body:?}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Whether something matches the selector, visible or not.
    pub async fn has(&self, selector: &str) -> bool {
        !self.browser.client.find_all(Locator::Css(selector)).await.expect("the page can be searched").is_empty()
    }

    /// Whether something visible matches the selector.
    pub async fn sees(&self, selector: &str) -> bool {
        for element in self.browser.client.find_all(Locator::Css(selector)).await.expect("the page can be searched") {
            if element.is_displayed().await.expect("it can be looked at") {
                return true;
            }
        }
        false
    }

    /// The visible text of the first match.
    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.expect("its text can be read")
    }

    /// What stands in the field.
    pub async fn value(&self, id: &str) -> String {
        let field = self.find(&format!("#{id}")).await;
        field.prop("value").await.expect("its value can be read").unwrap_or_else(|| panic!("#{id} has no value"))
    }

    /// Waits until what has this id has the focus, which the page moves when it has been
    /// drawn anew.
    pub async fn wait_for_focus(&self, id: &str) {
        let script = "return document.activeElement?.id === arguments[0]";
        self.wait_until(&format!("#{id} has the focus"), script, vec![id.into()]).await;
    }

    /// The id of what has the focus, or nothing.
    pub async fn focus(&self) -> String {
        let id = self.run("return document.activeElement?.id ?? ''", vec![]).await;
        id.as_str().unwrap_or_default().to_owned()
    }

    /// The value of a JavaScript expression that gives a number.
    pub async fn number(&self, expression: &str) -> f64 {
        let value = self.run(&format!("return {expression}"), vec![]).await;
        value.as_f64().unwrap_or_else(|| panic!("`{expression}` is no number but {value}"))
    }

    /// The day on which the browser opened the page.
    pub async fn today(&self) -> Date {
        let day = "(now => [now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-'))(new Date())";
        Date::typed(&self.words(day).await).expect("the browser's day is on the calendar")
    }

    /// The value of a JavaScript expression that gives a text.
    pub async fn words(&self, expression: &str) -> String {
        let value = self.run(&format!("return {expression}"), vec![]).await;
        value.as_str().unwrap_or_else(|| panic!("`{expression}` is no text but {value}")).to_owned()
    }

    /// Waits until a JavaScript expression gives just this text.
    pub async fn wait_for_just(&self, expression: &str, text: &str) {
        let script = format!("return String({expression}) === arguments[0]");
        self.wait_until(&format!("`{expression}` is {text:?}"), &script, vec![text.into()]).await;
    }

    /// Goes to another place of the same address, `#` included, as a link does. The page has
    /// heard of it then, and had a frame to move the keyboard in; in a tab that is out of sight
    /// there is none.
    pub async fn go_to(&self, place: &str) {
        let go = "location.hash = arguments[0];
            return new Promise((done) => {
                setTimeout(done, 200);
                requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
            });";
        self.run(go, vec![place.into()]).await;
    }

    /// Every page that the navigation leads to, each as its address after the site’s.
    pub async fn places(&self) -> Vec<String> {
        let links = "return [...new Set([...document.querySelectorAll('a[aria-current]')].map((link) => link.hash))]";
        serde_json::from_value(self.run(links, vec![]).await).expect("a list of addresses")
    }

    /// Goes to one of these pages and waits for its answer.
    pub async fn show(&self, place: &str) {
        self.go_to(place).await;
        let current = format!("a[aria-current=page][href='{place}']");
        self.wait_for_words(&format!("document.querySelector(\"{current}\") ? 'shown' : 'on the way'"), "shown").await;
        self.rest().await;
    }

    /// Waits until nothing in the page, or in the frame, changes any more.
    pub async fn rest(&self) {
        // While an answer is on its way nothing may change for long.
        let look = "const coming = document.getElementById('waiting')?.textContent.includes('Working it out');
            const { outerHTML, scrollHeight } = document.documentElement;
            return coming ? performance.now() : outerHTML.length + ' ' + scrollHeight";
        let (started, mut since) = (Instant::now(), Instant::now());
        let mut before = self.run(look, vec![]).await;
        while since.elapsed() < REST {
            assert!(started.elapsed() < PATIENCE, "the page goes on changing");
            tokio::time::sleep(LOOK).await;
            let now = self.run(look, vec![]).await;
            if now != before {
                (before, since) = (now, Instant::now());
            }
        }
    }

    /// Opens all that is folded up.
    pub async fn unfold(&self) {
        self.run("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })", vec![]).await;
    }

    /// Gives the page the size of another screen, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.browser.resize(width, height).await;
    }

    /// Shows the page as it would be printed, or as it is.
    pub fn emulate_print(&self, print: bool) {
        self.browser.emulate_print(print);
    }

    /// Saves what the window shows as `target/tmp/screenshots/ENGINE/NAME.png`.
    pub async fn screenshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots").join(self.browser.engine.to_string());
        fs::create_dir_all(&folder).expect("the folder for screenshots can be made");
        self.take(&folder.join(format!("{name}.png"))).await;
    }

    /// Saves what the window shows in this file.
    pub async fn take(&self, file: &Path) {
        let image = self.browser.client.screenshot().await.expect("the window can be pictured");
        fs::write(file, image).expect("the screenshot can be saved");
    }

    /// Every address that the page has loaded, itself included.
    pub async fn requests(&self) -> Vec<String> {
        let script = "return ['navigation', 'resource']
            .flatMap((type) => performance.getEntriesByType(type))
            .map((entry) => entry.name)";
        let addresses = self.run(script, vec![]).await;
        serde_json::from_value(addresses).expect("a list of addresses")
    }

    /// What the console has said since it was last asked, as far as it is a warning or an
    /// error. A load that the Content-Security-Policy refuses is among them.
    pub fn complaints(&self) -> Vec<String> {
        self.browser.complaints()
    }

    /// How many pages it takes to print what stands here, on US Letter.
    pub async fn printed_pages(&self) -> usize {
        let letter = PrintConfiguration::builder().size(PrintSize::US_LETTER).build().expect("a size of paper");
        let pdf = self.browser.client.print(letter).await.expect("it can be printed");
        leaves(&pdf)
    }

    /// Checks that the console has no complaint and that every load was same-origin.
    pub async fn assert_quiet(&self) {
        assert_eq!(self.complaints(), Vec::<String>::new(), "the console complains");
        for address in self.requests().await {
            let within = self.origins.iter().any(|origin| address.starts_with(&format!("{origin}/")));
            assert!(within, "the page loads from elsewhere: {address}");
        }
    }

    /// The first match, once there is one.
    pub async fn find(&self, selector: &str) -> Element {
        // The page may show it a moment later: an answer can wait for a pause in the typing.
        let found = self.browser.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("`{selector}` is not on the page: {error}"))
    }

    /// What the body of a function returns that is run in the page with these `arguments`.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.run(script, arguments).await.unwrap_or_else(|error| panic!("`{script}` does not run: {error}"))
    }
}

impl Drop for Page {
    /// Closes the browser. No test ends well that asked for something elsewhere, whatever it
    /// is about, unless it has looked at the log itself.
    fn drop(&mut self) {
        let asked = if thread::panicking() { Vec::new() } else { self.logged_requests() };
        self.browser.quit();
        let of_page = |address: &str| {
            let address = address.strip_prefix("blob:").unwrap_or(address);
            let within =
                |origin: &String| address.strip_prefix(origin.as_str()).is_some_and(|rest| rest.starts_with('/'));
            self.origins.iter().any(within) || address.starts_with("data:") || address.starts_with("null/")
        };
        let elsewhere = |address: &&String| !of_page(address);
        let elsewhere: Vec<_> = asked.iter().filter(elsewhere).collect();
        assert!(elsewhere.is_empty(), "the page asks elsewhere: {elsewhere:?}");
    }
}

/// The address of one of the planner's pages, or of the first one.
fn address(site: &Site, name: &str) -> String {
    if name.is_empty() { site.address() } else { format!("{}#{name}", site.address()) }
}

/// The number of leaves in a PDF, whose lists of objects may be compressed.
fn leaves(pdf: &[u8]) -> usize {
    let count = r"const zlib = require('zlib'), pdf = require('fs').readFileSync(0), texts = [pdf.toString('latin1')];
        for (let place = 0; (place = pdf.indexOf('stream', place)) >= 0; place += 6) {
            const start = place + (pdf[place + 6] === 13 ? 8 : 7), end = pdf.indexOf('endstream', start);
            try { texts.push(zlib.inflateSync(pdf.subarray(start, end), { finishFlush: 2 }).toString('latin1')) } catch {}
        }
        const found = texts.flatMap((text) => text.match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []);
        process.stdout.write(String(found.length))";
    let mut node = Command::new("node")
        .args(["-e", count])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed");
    node.stdin.take().expect("it is piped").write_all(pdf).expect("node reads");
    let said = node.wait_with_output().expect("node ends");
    String::from_utf8_lossy(&said.stdout).parse().expect("node counts")
}
