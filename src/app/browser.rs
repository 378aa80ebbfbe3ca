//! The few things that only the browser can give: today's date, an element, a download.

use js_sys::futures::JsFuture;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::{document, request_animation_frame, window};
use leptos::task::spawn_local;
use leptos::web_sys::{self, HtmlElement};
use planner::date::Date;
use planner::exchange::LONGEST_IMPORT;
use wasm_bindgen::{JsCast, JsValue};

/// Today's civil date where the person is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let number = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(planner::law::limits::OFFICIAL_YEARS.1);
    Date::new(year, number(now.get_month() + 1), number(now.get_date())).unwrap_or_else(|_| last_official_day())
}

/// What stands in for a clock beyond the calendar that the engine knows.
fn last_official_day() -> Date {
    let (_, last) = planner::law::limits::OFFICIAL_YEARS;
    Date::year_end(last).expect("the last official year is on the calendar")
}

/// The time of the browser's clock, in milliseconds.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether the keyboard is in a field for text, where the browser's own keys hold.
pub fn types_text() -> bool {
    const TEXTS: &str = "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=button])";
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    focused.is_some_and(|focused| focused.matches(TEXTS).unwrap_or_default())
}

/// Moves the keyboard to the element with this id, opening what hides it.
pub fn focus(id: &str) {
    let Some(target) = element(id) else { return };
    let mut hidden_in = target.closest("details").ok().flatten();
    while let Some(details) = hidden_in {
        let _ = details.set_attribute("open", "");
        hidden_in = details.parent_element().and_then(|outer| outer.closest("details").ok().flatten());
    }
    let _ = target.focus();
}

/// The same, once the page shows what was just changed.
pub fn focus_later(id: String) {
    request_animation_frame(move || focus(&id));
}

/// Begins at the top of a new page, with the keyboard at the element with this id.
pub fn start_at(id: &str) {
    focus(id);
    let top = web_sys::ScrollToOptions::new();
    top.set_top(0.0);
    top.set_behavior(web_sys::ScrollBehavior::Instant);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_scroll_to_options(&top);
    }
}

/// What became of copying a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// Nobody asked for it yet.
    NotYet,
    /// It is on the clipboard.
    Done,
    /// The browser did not allow it.
    Refused,
}

impl Copied {
    /// What to tell the person.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::NotYet => "",
            Self::Done => "Copied.",
            Self::Refused => "The browser does not allow it. Select the text and copy it.",
        }
    }
}

/// This page's address with another fragment.
pub fn address_with(hash: &str) -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}#{hash}")
}

/// Shows another fragment in the address, without a way back to the one before.
pub fn replace_hash(hash: &str) {
    if let Some(window) = web_sys::window()
        && let Ok(history) = window.history()
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{hash}")));
    }
}

/// Puts a text on the clipboard and tells what became of it.
pub fn copy(text: &str, told: impl Fn(Copied) + 'static) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // A page that came without encryption has no clipboard at all.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        return told(Copied::Refused);
    };
    let written = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { told(if written.await.is_ok() { Copied::Done } else { Copied::Refused }) });
}

/// Prints the page with a class on its root, once it shows what was just changed. The
/// style sheet leaves out what this class does not mean.
pub fn print_only(class: &'static str) {
    request_animation_frame(move || {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("class", class);
        }
        let _ = window().print();
    });
}

/// Lets go of such a class once the page is printed. It listens as long as the page is
/// open, so nothing ever takes the listener off.
pub fn after_printing() {
    let _ = window_event_listener_untyped("afterprint", |_| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("class");
        }
    });
}

/// Reads the file that a person chose just now, here and nowhere else.
pub fn read_file(event: &web_sys::Event, does: impl FnOnce(Result<String, String>) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // So that the same file, once corrected, can be chosen again.
    input.set_value("");
    read(&file, does);
}

/// Reads a file, here and nowhere else.
pub fn read(file: &web_sys::File, does: impl FnOnce(Result<String, String>) + 'static) {
    if file.size() > LONGEST_IMPORT as f64 {
        let name = file.name();
        return does(Err(format!(
            "{name} has more than 4 MB. Choose the file that the planner or the plan’s site gave you, and no other."
        )));
    }
    let text = JsFuture::from(file.text());
    spawn_local(async move {
        let read = text.await.ok().and_then(|text| text.as_string());
        does(read.ok_or_else(|| "The browser cannot read this file. Choose it again, or paste its text.".to_owned()));
    });
}

/// Whether the browser has promised not to clear by itself what a page has saved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// It does not say.
    Unknown,
    /// It has not.
    No,
    /// It was asked to, and has not.
    Refused,
    /// It has.
    Yes,
}

/// Tells whether it has promised that; asks it to if that is wanted.
pub fn lasting(ask: bool, told: impl FnOnce(Lasting) + 'static) {
    let manager = web_sys::window().map(|window| window.navigator().storage());
    // A page that came without encryption has none.
    let Some(manager) = manager.filter(|manager| !manager.is_undefined()) else { return };
    let Ok(promise) = (if ask { manager.persist() } else { manager.persisted() }) else { return };
    spawn_local(async move {
        told(match JsFuture::from(promise).await.ok().and_then(|is| is.as_bool()) {
            None => Lasting::Unknown,
            Some(true) => Lasting::Yes,
            Some(false) if ask => Lasting::Refused,
            Some(false) => Lasting::No,
        });
    });
}

/// Marks the whole page with a class, or takes the mark off.
pub fn mark_root(class: &str, marked: bool) {
    if let Some(root) = document().document_element() {
        let classes = root.class_list();
        let _ = if marked { classes.add_1(class) } else { classes.remove_1(class) };
    }
}

/// A link that opens the person's mail program with these words. Their first line
/// gives the subject if it begins with `Subject:`.
pub fn mailto(to: &str, words: &str) -> String {
    let (first, rest) = words.split_once('\n').unwrap_or((words, ""));
    let (subject, body) =
        first.strip_prefix("Subject:").map_or(("", words), |subject| (subject.trim(), rest.trim_start()));
    let encoded = |text: &str| String::from(js_sys::encode_uri_component(&text.replace('\n', "\r\n")));
    // Some mail programs do not read an encoded @.
    let to = to.split('@').map(encoded).collect::<Vec<_>>().join("@");
    format!("mailto:{to}?subject={}&body={}", encoded(subject), encoded(body))
}

/// Hands a text to the person as a file. Nothing is sent anywhere.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}
