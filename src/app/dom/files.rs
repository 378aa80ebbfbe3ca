//! Files that come in and go out. Nothing is sent anywhere.

use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use leptos::web_sys;
use planner::exchange::LONGEST_IMPORT;
use wasm_bindgen::{JsCast, JsValue};

/// Reads the file that a person chose just now, here and nowhere else.
pub fn read_chosen(event: &web_sys::Event, does: impl FnOnce(Result<String, String>) + 'static) {
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
