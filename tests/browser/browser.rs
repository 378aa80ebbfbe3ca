//! A browser of its own for each page, and what each engine is asked in its own way: its
//! scripts and logs, downloads, sizes, colors and printing. Everything else is the same in
//! all of them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::time::timeout;

use crate::bidi::Bidi;
use crate::driver::Driver;
use crate::engines::{Engine, say, test};
use crate::proxy::Proxy;

/// Keeps what goes wrong in a page, for the engine whose log is out of reach.
const LISTENING: &str = include_str!("listening.js");

/// When a browser should be there that was started.
const SOON: Duration = Duration::from_secs(25);

/// What a person has set in the browser before it opens anything.
#[derive(Clone, Copy, Default)]
pub struct Settings {
    /// Pages are asked for in dark colors, not in light ones.
    pub dark: bool,
    /// No page is given any storage. Not in WebKit, which has no such setting; see
    /// [`crate::page::Page::open_without_storage`].
    pub no_storage: bool,
}

/// An open browser with an empty profile.
pub struct Browser {
    pub client: Client,
    pub engine: Engine,
    session: String,
    driver: Driver,
    bidi: Option<Bidi>,
    proxy: Proxy,
    home: PathBuf,
    /// The frame that Firefox's scripts run in, by its name, or nothing.
    frame: Mutex<String>,
}

impl Browser {
    /// Starts the engine of this run. One that ends at its start, or never comes, is started
    /// anew once, and that is said.
    pub async fn start(settings: Settings) -> Self {
        // MiniBrowser has been seen to die at its start, and its driver to wait for it.
        let never = |_| Err("it does not come".to_owned());
        let first = timeout(SOON, Self::start_once(settings)).await.unwrap_or_else(never);
        let why = match first {
            Ok(browser) => return browser,
            Err(why) => why,
        };
        say(&format!("started anew in {}: {}: {why}", Engine::chosen(), test()));
        let second = timeout(SOON, Self::start_once(settings)).await.unwrap_or_else(never);
        second.unwrap_or_else(|why| panic!("{} does not start: {why}", Engine::chosen()))
    }

    async fn start_once(settings: Settings) -> Result<Self, String> {
        let engine = Engine::chosen();
        let home = home();
        let proxy = Proxy::start();
        let driver = Driver::start(engine, &home, &variables(engine, settings, &home));
        let capabilities = match engine {
            Engine::Chromium => chromium(settings),
            Engine::Firefox => firefox(settings),
            Engine::Webkit => webkit(&proxy),
        };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = driver.address();
        let client = tokio::select! {
            client = builder.capabilities(capabilities).connect(&address) => client.map_err(|error| error.to_string())?,
            () = driver.has_lost_its_browser() => return Err("it ends at once".to_owned()),
        };
        let session = client.session_id().await.expect("the session is known").expect("a session was started");
        let bidi = client.capabilities().and_then(|told| told.get("webSocketUrl")?.as_str()).map(Bidi::connect);
        let browser = Self { client, engine, session, driver, bidi, proxy, home, frame: Mutex::default() };
        match engine {
            Engine::Chromium => browser.prefer(if settings.dark { "dark" } else { "light" }),
            Engine::Firefox => browser.listen(),
            Engine::Webkit => {
                browser.client.set_window_size(1280, 900).await.map_err(|error| error.to_string())?;
            }
        }
        Ok(browser)
    }

    /// Has Chromium ask pages for these colors.
    fn prefer(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// Has Firefox tell what is asked for, what goes wrong, and what the policy refuses.
    fn listen(&self) {
        self.bidi("session.subscribe", &json!({ "events": ["log.entryAdded", "network.beforeRequestSent"] }));
        let preload = "() => addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            console.error(`refused by ${effectiveDirective}: ${blockedURI}`))";
        self.bidi("script.addPreloadScript", &json!({ "functionDeclaration": preload }));
    }

    /// Goes on in this tab.
    pub async fn switch_to(&self, tab: &WindowHandle) {
        self.client.switch_to_window(tab.clone()).await.expect("the tab is there");
        self.leave_frames();
    }

    /// Goes on in a frame, by its selector and its element.
    pub async fn enter_frame(&self, selector: &str, element: Element) {
        if self.engine == Engine::Firefox {
            let function = format!("() => document.querySelector({}).contentWindow", Value::from(selector));
            let target = json!({ "context": self.context().await });
            let call = json!({ "functionDeclaration": function, "awaitPromise": false, "target": target });
            let answer = self.bidi("script.callFunction", &call);
            let name = answer["result"]["value"]["context"].as_str().expect("a frame has a name");
            name.clone_into(&mut self.frame.lock().expect("nobody panics with it"));
        }
        element.enter_frame().await.expect("a frame can be entered");
    }

    /// Goes on in the page around the frame.
    pub async fn leave_frame(&self) {
        self.leave_frames();
        self.client.enter_parent_frame().await.expect("the page is there");
    }

    /// Has Chromium run the scripts of pages, or not.
    pub fn allow_scripts(&self, allowed: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": !allowed }));
    }

    /// Whether it can be asked not to run the scripts of pages.
    pub fn can_turn_off_scripts(&self) -> bool {
        let body = json!({ "cmd": "Emulation.setScriptExecutionDisabled", "params": { "value": false } });
        self.driver.try_request("POST", &self.path("goog/cdp/execute"), &body).is_ok()
    }

    fn leave_frames(&self) {
        self.frame.lock().expect("nobody panics with it").clear();
    }

    /// Calls the keyboard back from the browser's own bars, where Firefox without a screen would
    /// keep it: Enter presses no button of the page then.
    pub async fn call_back_the_keyboard(&self) {
        if self.engine == Engine::Firefox {
            let tab = self.client.window().await.expect("the tab has a name");
            self.switch_to(&tab).await;
        }
    }

    /// Goes to an address in the same tab.
    pub async fn visit(&self, address: &str) {
        self.leave_frames();
        self.client.goto(address).await.expect("the page's address opens");
        self.hear();
    }

    /// Loads the page anew, as a person does who does not mean to empty any cache. A driver may
    /// say that it is done before the page has been left.
    pub async fn reload(&self) {
        let before = self.run("return performance.timeOrigin", vec![]).await;
        match self.engine {
            // Its driver's own request goes past the worker.
            Engine::Firefox => {
                let context = self.context().await;
                self.bidi("browsingContext.reload", &json!({ "context": context, "wait": "none" }));
            }
            _ => self.client.refresh().await.expect("the page reloads"),
        }
        for _ in 0..600 {
            let now = self.run("return document.readyState === 'complete' && performance.timeOrigin", vec![]).await;
            if now.as_ref().is_ok_and(Value::is_number) && now != before {
                return self.hear();
            }
            tokio::time::sleep(Driver::PAUSE / 10).await;
        }
        panic!("the page does not reload");
    }

    /// Runs the body of a function in the page's own world, `arguments` being these. Gives
    /// what it returns, or what went wrong.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        if self.engine != Engine::Firefox {
            return self.client.execute(script, arguments).await.map_err(|error| error.to_string());
        }
        // Its driver's own request runs in a world beside it, where the page's globals are
        // not those of the script.
        let arguments = Value::Array(arguments);
        let function =
            format!("async () => JSON.stringify(await (function () {{ {script} }}).apply(null, {arguments}) ?? null)");
        let mut context = self.frame.lock().expect("nobody panics with it").clone();
        if context.is_empty() {
            context = self.context().await;
        }
        let target = json!({ "context": context });
        let call = json!({ "functionDeclaration": function, "awaitPromise": true, "target": target });
        let answer = self.try_bidi("script.callFunction", &call)?;
        let text = answer["result"]["value"].as_str().ok_or_else(|| format!("{script}: {answer}"))?;
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Puts a text in at the caret all at once, as pasting does.
    pub async fn paste(&self, text: &str) {
        if self.engine == Engine::Chromium {
            self.devtools("Input.insertText", &json!({ "text": text }));
            return;
        }
        let insert = "return document.execCommand('insertText', false, arguments[0])";
        assert_eq!(self.run(insert, vec![text.into()]).await, Ok(true.into()), "{text:?} cannot be pasted");
    }

    /// Lets the pages download, into this folder.
    pub fn download_into(&self, folder: &Path) {
        match self.engine {
            Engine::Chromium => {
                let parameters = json!({ "behavior": "allow", "downloadPath": folder });
                self.devtools("Browser.setDownloadBehavior", &parameters);
            }
            Engine::Firefox => {
                let behavior = json!({ "type": "allowed", "destinationFolder": folder });
                self.bidi("browser.setDownloadBehavior", &json!({ "downloadBehavior": behavior }));
            }
            Engine::Webkit => {
                let downloads = self.home.join("downloads");
                let _ = fs::remove_file(&downloads);
                std::os::unix::fs::symlink(folder, &downloads).expect("a folder can have a second name");
            }
        }
    }

    /// Gives the page the size of another screen, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", &size);
            }
            Engine::Firefox => {
                let viewport = json!({ "width": width, "height": height });
                let parameters = json!({ "context": self.context().await, "viewport": viewport });
                self.bidi("browsingContext.setViewport", &parameters);
            }
            Engine::Webkit => {
                self.client.set_window_size(width, height).await.expect("the window can be resized");
            }
        }
        // The page follows a moment later.
        for _ in 0..100 {
            if self.run("return innerWidth", vec![]).await == Ok(width.into()) {
                return;
            }
            tokio::time::sleep(Driver::PAUSE / 10).await;
        }
        panic!("the page does not become {width} px wide");
    }

    /// Shows pages as they would be printed, or as they are.
    pub fn emulate_print(&self, print: bool) {
        match self.engine {
            Engine::Chromium => {
                let media = if print { "print" } else { "" };
                self.devtools("Emulation.setEmulatedMedia", &json!({ "media": media }));
            }
            Engine::Firefox => {
                let medium = if print { "print" } else { "" };
                let set = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]";
                self.driver.request("POST", &self.path("moz/context"), &json!({ "context": "chrome" }));
                let script = json!({ "script": set, "args": [medium] });
                self.driver.request("POST", &self.path("execute/sync"), &script);
                self.driver.request("POST", &self.path("moz/context"), &json!({ "context": "content" }));
            }
            Engine::Webkit => panic!("WebKit shows no page as printed: see Lack::Printing"),
        }
    }

    /// Whether the driver knows how to print.
    pub fn can_print(&self) -> bool {
        self.driver.try_request("POST", &self.path("print"), &json!({})).is_ok()
    }

    /// Every address that the browser asked for on behalf of the tabs since this was last
    /// called, as its network log has it. WebKit has none that can be read: of it, what
    /// would have left the machine.
    pub fn logged_requests(&self) -> Vec<String> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match self.engine {
            Engine::Chromium => {
                let entries = self.log("performance");
                let event = |entry: &Value| {
                    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
                    let asks = message["message"]["method"] == "Network.requestWillBeSent";
                    asks.then(|| text(&message["message"]["params"]["request"]["url"]))
                };
                entries.iter().filter_map(event).collect()
            }
            Engine::Firefox => {
                let events = self.bidi.as_ref().map(|bidi| bidi.events("network.beforeRequestSent"));
                events.unwrap_or_default().iter().map(|event| text(&event["request"]["url"])).collect()
            }
            Engine::Webkit => self.proxy.heard(),
        }
    }

    /// Whether that log has what the policy refused, too.
    pub fn logs_what_is_refused(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// What the pages have complained of since this was last called, as warnings or errors. A
    /// load that the Content-Security-Policy refuses is among them.
    pub fn complaints(&self) -> Vec<String> {
        let serious = |level: &Value| ["SEVERE", "WARNING", "error", "warn"].iter().any(|word| level == word);
        match self.engine {
            Engine::Chromium => {
                let entries = self.log("browser");
                let complaints = entries.iter().filter(|entry| serious(&entry["level"]));
                complaints.map(|entry| entry["message"].to_string()).collect()
            }
            Engine::Firefox => {
                let entries = self.bidi.as_ref().map(|bidi| bidi.events("log.entryAdded")).unwrap_or_default();
                let complaints = entries.iter().filter(|entry| serious(&entry["level"]));
                complaints.map(|entry| format!("{} {}", entry["text"], entry["source"])).collect()
            }
            Engine::Webkit => {
                let heard = self.script("return globalThis.heard?.splice(0) ?? ['nobody listens']");
                serde_json::from_value(heard).expect("a list of texts")
            }
        }
    }

    /// Every cookie that the browser holds, as it describes it: of whatever site, in WebKit of
    /// this one.
    pub fn cookies(&self) -> Vec<Value> {
        let mut answer = match self.engine {
            Engine::Chromium => self.devtools("Storage.getCookies", &json!({}))["cookies"].take(),
            Engine::Firefox => self.bidi("storage.getCookies", &json!({}))["cookies"].take(),
            Engine::Webkit => self.driver.request("GET", &self.path("cookie"), &Value::Null),
        };
        serde_json::from_value(answer.take()).expect("a list of cookies")
    }

    /// Closes the browser. What it wrote stays where a test has failed; that the browser itself
    /// has crashed is said, so that scripts/test can run the test once more.
    pub fn quit(&self) {
        let now = self.driver.try_request("GET", &self.path("url"), &Value::Null);
        // A driver that still answers says so of its browser in these words.
        let lost = |told: String| {
            !told.starts_with("HTTP") || ["invalid session id", "crash"].iter().any(|words| told.contains(words))
        };
        if thread::panicking() && now.is_err_and(lost) {
            say(&format!("crashed in {}: {}", self.engine, test()));
        }
        self.driver.quit(&self.session);
        if !thread::panicking() {
            let _ = fs::remove_dir_all(&self.home);
        }
    }

    /// The tab that it is in.
    async fn context(&self) -> String {
        self.client.window().await.expect("the tab has a name").into()
    }

    fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.driver.request("POST", &self.path("goog/cdp/execute"), &body)
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.driver.request("POST", &self.path("se/log"), &json!({ "type": kind }));
        serde_json::from_value(entries).expect("the log is a list")
    }

    fn try_bidi(&self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.bidi.as_ref().expect("this engine speaks BiDi").command(method, parameters)
    }

    fn bidi(&self, method: &str, parameters: &Value) -> Value {
        self.try_bidi(method, parameters).unwrap_or_else(|error| panic!("{error}"))
    }

    fn script(&self, script: &str) -> Value {
        self.driver.request("POST", &self.path("execute/sync"), &json!({ "script": script, "args": [] }))
    }

    /// Listens in a page where the server could not see to it: a kept one, or a file.
    pub fn hear(&self) {
        if self.engine == Engine::Webkit {
            self.script(LISTENING);
        }
    }

    fn path(&self, command: &str) -> String {
        format!("/session/{}/{command}", self.session)
    }
}

/// A folder for what belongs to one browser: its settings, its log, its downloads.
fn home() -> PathBuf {
    static BROWSERS: AtomicUsize = AtomicUsize::new(0);
    let number = BROWSERS.fetch_add(1, Ordering::Relaxed);
    crate::files::empty_folder(&format!("home-{}-{number}", process::id()))
}

/// The variables of a browser's environment, and the files that they lead to.
fn variables(engine: Engine, settings: Settings, home: &Path) -> Vec<(&'static str, String)> {
    if engine != Engine::Webkit {
        return Vec::new();
    }
    let folder = |name: &str| {
        let folder = home.join(name);
        fs::create_dir_all(&folder).expect("a folder can be made");
        folder
    };
    let config = folder("config");
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.join("downloads").display());
    fs::write(config.join("user-dirs.dirs"), downloads).expect("a setting can be written");
    // The bars of its window are made small, lest they keep it wider than a phone.
    let small = "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }\n";
    fs::write(folder("config/gtk-3.0").join("gtk.css"), small).expect("a setting can be written");
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    let theme = if settings.dark { "Adwaita:dark" } else { "Adwaita" };
    vec![
        ("XDG_CONFIG_HOME", text(config)),
        ("XDG_DATA_HOME", text(folder("data"))),
        ("XDG_CACHE_HOME", text(folder("cache"))),
        ("GTK_THEME", theme.to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
    ]
}

fn chromium(settings: Settings) -> Map<String, Value> {
    let refusing = json!({ "profile.default_content_setting_values.cookies": 2 });
    let mut options = json!({
        // A container seldom allows Chromium's own sandbox, and root never has it;
        // the only page it opens is this project's.
        "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900"],
        "prefs": if settings.no_storage { refusing } else { json!({}) },
    });
    if let Ok(chromium) = env::var("CHROMIUM") {
        options["binary"] = chromium.into();
    }
    object(json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    }))
}

fn firefox(settings: Settings) -> Map<String, Value> {
    // As it comes, which keeps the storage of each website's frames apart, or none at all.
    let apart_or_none = if settings.no_storage { 2 } else { 5 };
    let options = json!({
        "binary": env::var("FIREFOX").unwrap_or_else(|_| "/usr/bin/firefox-esr".to_owned()),
        "args": ["-headless", "--width=1280", "--height=900"],
        "prefs": {
            "layout.css.prefers-color-scheme.content-override": if settings.dark { 0 } else { 1 },
            "network.cookie.cookieBehavior": apart_or_none,
        },
    });
    object(json!({ "browserName": "firefox", "webSocketUrl": true, "moz:firefoxOptions": options }))
}

fn webkit(proxy: &Proxy) -> Map<String, Value> {
    let mut options = json!({ "args": ["--automation"] });
    if let Ok(browser) = env::var("MINIBROWSER") {
        options["binary"] = browser.into();
    }
    // Only what stays on this machine goes past the proxy. With a second name here MiniBrowser
    // crashes at every tenth start, so that the proxy itself hands on what is for `localhost`.
    let proxy = json!({
        "proxyType": "manual", "httpProxy": proxy.address(), "sslProxy": proxy.address(), "noProxy": ["127.0.0.1"],
    });
    object(json!({ "browserName": "MiniBrowser", "proxy": proxy, "webkitgtk:browserOptions": options }))
}

fn object(value: Value) -> Map<String, Value> {
    let Value::Object(object) = value else { unreachable!("it is written as an object") };
    object
}
