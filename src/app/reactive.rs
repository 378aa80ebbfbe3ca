//! Changing parts of the page, in few types.
//!
//! Leptos compiles each closure in a view anew, several kilobytes at a time.
//! Signals and boxed closures share one type each, which keeps the download small.

use leptos::prelude::*;

/// A text that follows what it reads.
pub fn text(of: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(of)
}

/// A condition that follows what it reads and notifies only when it turns.
pub fn condition(of: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Memo::new(move |_| of()).into()
}

/// A part of the page that is built anew whenever what it reads changes.
pub fn part(of: impl Fn() -> AnyView + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(of)
}

/// Its children while the condition holds, and nothing while it does not.
#[component]
pub fn When(on: Signal<bool>, children: ChildrenFn) -> impl IntoView {
    part(move || if on.get() { children() } else { ().into_any() })
}
