//! What the engine replies, in the browser's own values: they are read where they are.

use js_sys::{Array, Reflect};
use planner::report::{Read, Source};
use wasm_bindgen::{JsCast, JsValue};

use super::loader::{RawReply, stopped};

/// What the engine replied, or the sentence about a reply that makes no sense.
pub fn read<T: Read<Js>>(reply: RawReply) -> Result<T, String> {
    let mut odd = false;
    let read = T::of(&Js(reply?), &mut odd);
    if odd { Err(stopped()) } else { Ok(read) }
}

/// A value of the browser's.
pub struct Js(pub JsValue);

impl Source for Js {
    fn field(&self, name: &str) -> Self {
        Self(Reflect::get(&self.0, &name.into()).unwrap_or_default())
    }

    fn is_null(&self) -> bool {
        self.0.is_null()
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn items(&self) -> Option<impl Iterator<Item = Self>> {
        let array = self.0.dyn_ref::<Array>()?;
        Some((0..array.length()).map(|place| Self(array.get(place))))
    }
}
