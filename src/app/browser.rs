//! The few things that only the browser can give: today's date, an element, a download.

use leptos::web_sys::{self, HtmlElement};
use planner::date::Date;
use wasm_bindgen::{JsCast, JsValue};

/// Today's civil date where the person is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let number = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = i16::try_from(now.get_full_year()).unwrap_or(planner::rules::limits::OFFICIAL_YEARS.1);
    Date::new(year, number(now.get_month() + 1), number(now.get_date())).unwrap_or_else(|_| last_official_day())
}

/// What stands in for a clock beyond the calendar that the engine knows.
fn last_official_day() -> Date {
    let (_, last) = planner::rules::limits::OFFICIAL_YEARS;
    Date::year_end(last).expect("the last official year is on the calendar")
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
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

/// Hands a text to the person as a file. Nothing is sent anywhere.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json");
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
