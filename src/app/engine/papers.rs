//! The reader of papers, which runs by itself and replies when it is done.

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What boot.js calls the function that has a paper read.
const READER: &str = "readPaper";
const FAILED: &str = "This file could not be read: it may be damaged or too large, or the connection is gone. Copy its text and paste it here.";

/// What a file or a text says, as the engine reads it.
pub async fn read(paper: &JsValue, password: &str, today: &str) -> Result<String, String> {
    let read = async {
        let reader: Function = Reflect::get(&js_sys::global(), &READER.into())?.dyn_into()?;
        let reading: Promise = reader.call3(&JsValue::NULL, paper, &password.into(), &today.into())?.dyn_into()?;
        JsFuture::from(reading).await
    };
    read.await.ok().and_then(|read| read.as_string()).ok_or_else(|| FAILED.to_owned())
}
