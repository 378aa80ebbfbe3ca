//! Changing parts of the page, in few types.
//!
//! Leptos compiles each closure in a view anew, several kilobytes at a time.
//! Signals and boxed closures share one type each, which keeps the download small.

use leptos::prelude::*;

/// A text that follows what it reads.
pub fn text(of: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    boxed_text(Box::new(of))
}

// What is not generic is compiled once, and not for each closure.
fn boxed_text(of: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(of)
}

/// A condition that follows what it reads and notifies only when it turns.
pub fn condition(of: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    boxed_condition(Box::new(of))
}

fn boxed_condition(of: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Memo::new(move |_| of()).into()
}

/// A part of the page that is built anew whenever what it reads changes.
pub fn part(of: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed_part(Box::new(of))
}

fn boxed_part(of: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    of.into_any()
}

/// A part of the page that is there while the condition holds.
pub fn when(holds: Signal<bool>, of: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed_when(holds, Box::new(of))
}

fn boxed_when(holds: Signal<bool>, of: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    part(move || if holds.get() { of() } else { ().into_any() })
}

/// Does something now, and again whenever what it reads changes.
pub fn effect(does: impl FnMut() + 'static) {
    boxed_effect(Box::new(does));
}

fn boxed_effect(mut does: Box<dyn FnMut()>) {
    Effect::new(move |_| does());
}

/// A value that follows what it reads and notifies only when it changes.
pub fn memo<T: PartialEq + Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed_memo(Box::new(of))
}

// Compiled once for each type of value.
fn boxed_memo<T: PartialEq + Send + Sync + 'static>(of: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| of())
}
