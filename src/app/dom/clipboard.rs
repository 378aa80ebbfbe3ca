//! The clipboard.

use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use leptos::web_sys;

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
