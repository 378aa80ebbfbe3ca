//! The page as a person meets it: what can be typed, clicked, read and seen.
//!
//! Fields are named by their id, everything else by a CSS selector. Whatever does not
//! work panics with what was asked for.

use std::env;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::{PrintConfiguration, PrintSize, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use planner::date::Date;
use planner::draft::Draft;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::site::Site;

/// How long a change on the page may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The page, open in a browser of its own with an empty profile.
///
/// The browser is closed when this is dropped, also by a test that fails.
pub struct Page {
    client: Client,
    session: String,
    driver: Driver,
    origin: String,
}

impl Page {
    /// Opens one of the planner's pages, or the first one if the name is empty, and waits
    /// until its heading is there.
    pub async fn open(site: &Site, name: &str) -> Self {
        let page = Self::open_without_waiting(site, name).await;
        page.wait_for(".running h1").await;
        page
    }

    /// Opens the page without waiting for the planner, which may fail to start.
    pub async fn open_without_waiting(site: &Site, name: &str) -> Self {
        let address = if name.is_empty() { site.address() } else { format!("{}#{name}", site.address()) };
        Self::open_address(&address, site.origin()).await
    }

    /// Opens one of the planner's pages in a browser that gives no page any storage.
    pub async fn open_without_storage(site: &Site, name: &str) -> Self {
        let no_storage = json!({ "profile.default_content_setting_values.cookies": 2 });
        let page = Self::start(&format!("{}#{name}", site.address()), site.origin(), no_storage).await;
        page.wait_for(".running h1").await;
        page
    }

    /// Opens any address. What it loads is expected to be of this origin.
    pub async fn open_address(address: &str, origin: String) -> Self {
        Self::start(address, origin, json!({})).await
    }

    async fn start(address: &str, origin: String, preferences: Value) -> Self {
        let driver = Driver::start();
        let mut options = json!({
            // A container seldom allows Chromium's own sandbox, and root never has it;
            // the only page it opens is this project's.
            "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900"],
            "prefs": preferences,
        });
        if let Ok(chromium) = env::var("CHROMIUM") {
            options["binary"] = chromium.into();
        }
        let capabilities = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .expect("chromedriver starts Chromium");
        let session = client.session_id().await.expect("the session is known").expect("a session was started");
        let page = Self { client, session, driver, origin };
        page.visit(address).await;
        page
    }

    /// Goes to another address in the same tab.
    pub async fn visit(&self, address: &str) {
        self.client.goto(address).await.expect("the page's address opens");
    }

    /// Opens a further tab with the same address and goes on there. Gives the names of
    /// the tab before and of this one.
    pub async fn open_tab(&self) -> (WindowHandle, WindowHandle) {
        let address = self.client.current_url().await.expect("the page has an address");
        let before = self.client.window().await.expect("the tab has a name");
        let tab = self.client.new_window(true).await.expect("a tab opens").handle;
        self.switch_to(&tab).await;
        self.visit(address.as_str()).await;
        self.wait_for(".running h1").await;
        (before, tab)
    }

    /// Goes on in this tab.
    pub async fn switch_to(&self, tab: &WindowHandle) {
        self.client.switch_to_window(tab.clone()).await.expect("the tab is there");
    }

    /// Closes the tab that it is in.
    pub async fn close_tab(&self) {
        self.client.close_window().await.expect("the tab closes");
    }

    /// Lets the page download, into this folder.
    pub fn download_into(&self, folder: &Path) {
        let parameters = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", &parameters);
    }

    /// Every address that the browser asked for on behalf of the tabs since this was last
    /// called, as the browser's network log has it, also where it was refused.
    pub fn logged_requests(&self) -> Vec<String> {
        let entries = self.driver.request("POST", &self.path("se/log"), &json!({ "type": "performance" }));
        let entries = entries.as_array().expect("the log is a list");
        let event = |entry: &Value| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let asks = message["message"]["method"] == "Network.requestWillBeSent";
            asks.then(|| message["message"]["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
        };
        entries.iter().filter_map(event).collect()
    }

    /// Every cookie that the browser holds, of whatever site, as the browser describes it.
    pub fn cookies(&self) -> Vec<Value> {
        let mut answer = self.devtools("Storage.getCookies", &json!({}));
        serde_json::from_value(answer["cookies"].take()).expect("a list of cookies")
    }

    /// Loads the page anew and waits until the planner's heading is there.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page reloads");
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

    async fn wait_until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let started = std::time::Instant::now();
        while self.run(script, arguments.clone()).await != Value::Bool(true) {
            if started.elapsed() > PATIENCE {
                let body = self.run("return document.body.innerText", vec![]).await;
                panic!("waited in vain until {what}; the page reads: {body}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether something matches the selector, visible or not.
    pub async fn has(&self, selector: &str) -> bool {
        !self.client.find_all(Locator::Css(selector)).await.expect("the page can be searched").is_empty()
    }

    /// Whether something visible matches the selector.
    pub async fn sees(&self, selector: &str) -> bool {
        for element in self.client.find_all(Locator::Css(selector)).await.expect("the page can be searched") {
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

    /// Brings the first match to the middle of the window, as scrolling does, and clicks it.
    /// One that is built anew at that moment, because the figures have come, is found again.
    pub async fn click(&self, selector: &str) {
        let scroll = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center', behavior: 'instant' })";
        let mut tries = 3;
        loop {
            let found = self.find(selector).await;
            self.run(scroll, vec![selector.into()]).await;
            let Err(error) = found.click().await else { return };
            tries -= 1;
            assert!(tries > 0 && error.is_stale_element_reference(), "cannot click `{selector}`: {error}");
        }
    }

    /// Clicks into the field and types after what stands there, key by key.
    pub async fn type_into(&self, id: &str, text: &str) {
        self.click(&format!("#{id}")).await;
        self.press(&[Key::End.into()]).await;
        self.type_on(text).await;
    }

    /// Clicks into the field and types in the place of what stands there, key by key.
    pub async fn replace(&self, id: &str, text: &str) {
        self.click(&format!("#{id}")).await;
        self.press_with(Key::Control, 'a').await;
        self.press(&[Key::Delete.into()]).await;
        self.type_on(text).await;
    }

    /// Clears everything, by the menu.
    pub async fn clear(&self) {
        self.click("#open-more").await;
        self.click("#clear").await;
        self.press(&[Key::Escape.into()]).await;
    }

    /// Goes to the example, and stays on the page that is on show.
    pub async fn try_example(&self) {
        self.go_to("#example").await;
        self.wait_for("#is-example").await;
    }

    /// Fills in what the room's answer needs at least, and waits for it.
    pub async fn calculate(&self) {
        self.type_into("birth-date", "3/31/1985").await;
        self.type_into("pay", "100,000").await;
        self.wait_for_text("#room", "$72,000.00").await;
    }

    /// Chooses an option of a list by its value.
    pub async fn choose(&self, id: &str, value: &str) {
        self.click(&format!("#{id} option[value='{value}']")).await;
    }

    /// Chooses a file in a field for files.
    pub async fn choose_file(&self, id: &str, file: &Path) {
        let field = self.find(&format!("#{id}")).await;
        field.send_keys(&file.to_string_lossy()).await.expect("the file can be chosen");
    }

    /// Puts a text in at the caret all at once, as pasting does.
    pub async fn paste(&self, text: &str) {
        self.devtools("Input.insertText", &json!({ "text": text }));
    }

    /// Presses the tab key until the field has the focus.
    pub async fn tab_to(&self, id: &str) {
        for _ in 0..100 {
            if self.focus().await == id {
                return;
            }
            self.press(&[Key::Tab.into()]).await;
        }
        panic!("the tab key does not lead to #{id}");
    }

    /// Presses the tab key until what has the focus reads just these words.
    pub async fn tab_to_words(&self, words: &str) {
        for _ in 0..150 {
            if self.words("document.activeElement?.innerText?.trim() ?? ''").await == words {
                return;
            }
            self.press(&[Key::Tab.into()]).await;
        }
        panic!("the tab key does not lead to {words:?}");
    }

    /// Goes to another page by the links at the top, with the keyboard.
    pub async fn go_by_keyboard(&self, name: &str, heading: &str) {
        self.tab_to_words(name).await;
        self.press(&[Key::Enter.into()]).await;
        self.wait_for_text("h1", heading).await;
        self.wait_for_focus("heading").await;
    }

    /// Puts a draft in the place of what the browser has saved, and opens the page anew.
    pub async fn bring(&self, draft: &Draft) {
        self.save(&draft.to_saved()).await;
    }

    /// The same with any text.
    pub async fn save(&self, text: &str) {
        self.run("localStorage.setItem('mbr.plan', arguments[0])", vec![text.into()]).await;
        self.reload().await;
    }

    /// Types where the focus and the caret are, key by key.
    pub async fn type_on(&self, text: &str) {
        for key in text.chars() {
            self.press(&[key]).await;
        }
    }

    /// Presses keys one after the other, wherever the focus is: letters, or a [`Key`].
    pub async fn press(&self, keys: &[char]) {
        let strokes = keys.iter().flat_map(|&value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.act(strokes).await;
    }

    /// Presses a key while another one is held down.
    pub async fn press_with(&self, held: Key, key: char) {
        let held = held.into();
        self.act([
            KeyAction::Down { value: held },
            KeyAction::Down { value: key },
            KeyAction::Up { value: key },
            KeyAction::Up { value: held },
        ])
        .await;
    }

    async fn act(&self, strokes: impl IntoIterator<Item = KeyAction>) {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let actions = strokes.into_iter().fold(keyboard, KeyActions::then);
        self.client.perform_actions(actions).await.expect("the keys can be pressed");
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

    /// Goes to another place of the same address, `#` included, as a link does.
    pub async fn go_to(&self, place: &str) {
        self.run("location.hash = arguments[0]", vec![place.into()]).await;
    }

    /// Gives the page the size of another screen, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Makes the browser ask for dark colours, or for light ones.
    pub async fn prefer_dark(&self, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// Shows the page as it would be printed, or as it is.
    pub fn emulate_print(&self, print: bool) {
        let media = if print { "print" } else { "" };
        self.devtools("Emulation.setEmulatedMedia", &json!({ "media": media }));
    }

    /// Saves what the window shows as `target/tmp/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
        fs::create_dir_all(&folder).expect("the folder for screenshots can be made");
        let image = self.client.screenshot().await.expect("the window can be pictured");
        fs::write(folder.join(format!("{name}.png")), image).expect("the screenshot can be saved");
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
        let entries = self.driver.request("POST", &self.path("se/log"), &json!({ "type": "browser" }));
        let entries = entries.as_array().expect("the log is a list");
        let complaints = entries.iter().filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        complaints.map(|entry| entry["message"].to_string()).collect()
    }

    /// How many pages it takes to print what stands here, on US Letter.
    pub async fn printed_pages(&self) -> usize {
        let letter = PrintConfiguration::builder().size(PrintSize::US_LETTER).build().expect("a size of paper");
        let pdf = self.client.print(letter).await.expect("it can be printed");
        let leaf = |rest: &[u8]| rest.starts_with(b"/Type /Page") && rest.get(11) != Some(&b's');
        (0..pdf.len()).filter(|place| pdf.get(*place..).is_some_and(leaf)).count()
    }

    /// Checks that the console has no complaint and that every load was same-origin.
    pub async fn assert_quiet(&self) {
        assert_eq!(self.complaints(), Vec::<String>::new(), "the console complains");
        for address in self.requests().await {
            assert!(address.starts_with(&format!("{}/", self.origin)), "the page loads from elsewhere: {address}");
        }
    }

    async fn find(&self, selector: &str) -> Element {
        // The page may show it a moment later: an answer can wait for a pause in the typing.
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("`{selector}` is not on the page: {error}"))
    }

    async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.expect("the script runs")
    }

    fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.driver.request("POST", &self.path("goog/cdp/execute"), &body)
    }

    fn path(&self, command: &str) -> String {
        format!("/session/{}/{command}", self.session)
    }
}

impl Drop for Page {
    /// Closes the browser. No test ends well that asked for something elsewhere, whatever it
    /// is about, unless it has looked at the log itself.
    fn drop(&mut self) {
        let asked = if thread::panicking() { Vec::new() } else { self.logged_requests() };
        self.driver.quit(&self.session);
        let within = [format!("{}/", self.origin), format!("blob:{}/", self.origin), "data:".to_owned()];
        let elsewhere = |address: &&String| !within.iter().any(|start| address.starts_with(start));
        let elsewhere: Vec<_> = asked.iter().filter(elsewhere).collect();
        assert!(elsewhere.is_empty(), "the page asks elsewhere: {elsewhere:?}");
    }
}
