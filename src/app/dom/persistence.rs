//! How long the browser keeps what a page has saved.

use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use leptos::web_sys;

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
