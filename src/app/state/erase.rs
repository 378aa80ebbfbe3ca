//! Erasing all that the planner keeps in the browser: what was typed, the copy of the
//! planner itself, and the worker that answers from it.

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::state::autosave::Keeper;
use super::storage;

/// What assets/update.js calls the function that lets go of the copy and the worker.
const FORGET: &str = "forgetRelease";

/// Erases it all, and says whether nothing is left.
pub async fn erase(keeper: Keeper) -> bool {
    storage::erase();
    keeper.was_erased();
    let forgotten = forget_release().await.is_ok();
    forgotten && storage::keys(storage::OURS).is_empty()
}

/// The planner as one file has no such function: it keeps no copy of itself.
async fn forget_release() -> Result<(), JsValue> {
    let Ok(forget) = Reflect::get(&js_sys::global(), &FORGET.into())?.dyn_into::<Function>() else { return Ok(()) };
    let forgotten: Promise = forget.call0(&JsValue::NULL)?.dyn_into()?;
    JsFuture::from(forgotten).await.map(|_| ())
}
