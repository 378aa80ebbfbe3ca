//! Elements in one type.
//!
//! `view!` compiles every tag, attribute name and event that it meets in types of
//! its own. Here all elements share one, so that a further part costs little more than
//! its words. Measured with Leptos 0.8.23 by writing one part of the page with `view!` and
//! leaving all else as it is, in bytes of `page_bg.wasm` after `wasm-opt -Oz`:
//!
//! | what is written with `view!` | raw | `gzip -9` |
//! |---|---|---|
//! | nothing: all but the shell and two drawings stands here | 472,185 | 189,290 |
//! | the page “Privacy”, which is static: three cards | 479,748 (+7,563) | 192,746 (+3,456) |
//! | the card “Open a copy”: inputs, a preview, a table | 499,301 (+27,116) | 202,273 (+12,983) |
//!
//! There are some forty such parts, and the first load may have 220 kB in all.
//!
//! An element that is built anew takes the place of the one before, with the focus
//! and the open folds in it: what a person works in must not stand in a
//! [`part`](super::reactive::part) that follows what they type.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{Custom, on};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::class::class;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::iterators::StaticVec;
use leptos::web_sys::{Event, HtmlElement};

use super::reactive::when;

/// An element that takes attributes and children until it is shown.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag.
pub fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A button with this id and class.
pub fn button(id: &'static str, class: &'static str) -> Element {
    el("button").attr("type", "button").id(id).class(class)
}

/// A card under a heading with this id, to which the keyboard can be led.
pub fn card(id: &'static str, heading: &'static str) -> Element {
    el("section").class("card").attr("aria-labelledby", id).child(el("h2").id(id).attr("tabindex", "-1").child(heading))
}

/// A field for a text of several lines, which no program corrects.
pub fn text_area(id: &'static str, rows: &'static str, text: RwSignal<String>) -> Element {
    el("textarea")
        .id(id)
        .attr("rows", rows)
        .attr("spellcheck", "false")
        .value(text.into())
        .on("input", move |event| text.set(event_target_value(&event)))
}

impl Element {
    /// With an attribute.
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        self.with(value.attribute(name))
    }

    /// With these classes.
    pub fn class(self, classes: &'static str) -> Self {
        self.attr("class", classes)
    }

    /// With this id.
    pub fn id(self, id: impl Value) -> Self {
        self.attr("id", id)
    }

    /// With a class while the condition holds.
    pub fn class_while(self, name: &'static str, holds: Signal<bool>) -> Self {
        self.with(class((name, holds)).into_any_attr())
    }

    /// With a property that is on while the condition holds.
    pub fn on_while(self, property: &'static str, holds: Signal<bool>) -> Self {
        self.with(prop(property, holds).into_any_attr())
    }

    /// With a value that follows the text.
    pub fn value(self, text: Signal<String>) -> Self {
        self.with(prop("value", text).into_any_attr())
    }

    /// Holding this markup, which follows the text. It is the engine's, of numbers and fixed
    /// names, and never anything that a person typed.
    pub fn html(self, markup: Signal<String>) -> Self {
        self.with(prop("innerHTML", markup).into_any_attr())
    }

    /// Doing this at an event.
    pub fn on(self, event: &'static str, does: impl FnMut(Event) + 'static) -> Self {
        self.boxed_on(event, Box::new(does))
    }

    // What is not generic is compiled once, and not for each closure.
    fn boxed_on(self, event: &'static str, does: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(Custom::new(event), does).into_any_attr())
    }

    /// Doing this at a click, in the place of what the browser would do.
    pub fn press(self, does: impl Fn() + 'static) -> Self {
        self.boxed_press(Box::new(does))
    }

    fn boxed_press(self, does: Box<dyn Fn()>) -> Self {
        self.on("click", move |event| {
            event.prevent_default();
            does();
        })
    }

    /// With a child after those that it has.
    pub fn child(mut self, child: impl Child) -> Self {
        self.children.push(child.view());
        self
    }

    /// With children after those that it has.
    pub fn all(mut self, children: impl Iterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    /// As a view.
    pub fn view(self) -> AnyView {
        let children = StaticVec::from(self.children);
        custom(self.tag).child(children).add_any_attr(self.attributes).into_any()
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}

/// A fold whose content is built only while it is open.
pub fn fold(open: RwSignal<bool>, summary: Element, content: impl Fn() -> AnyView + Send + 'static) -> Element {
    let toggled = move |event: Event| open.set(event_target::<HtmlElement>(&event).has_attribute("open"));
    el("details").on_while("open", open.into()).on("toggle", toggled).child(summary).child(when(open.into(), content))
}

/// What an attribute can hold.
pub trait Value {
    /// As an attribute of this name.
    fn attribute(self, name: &'static str) -> AnyAttribute;
}

impl Value for String {
    fn attribute(self, name: &'static str) -> AnyAttribute {
        custom_attribute(name, self).into_any_attr()
    }
}

impl Value for &str {
    fn attribute(self, name: &'static str) -> AnyAttribute {
        self.to_owned().attribute(name)
    }
}

impl Value for Signal<String> {
    fn attribute(self, name: &'static str) -> AnyAttribute {
        custom_attribute(name, self).into_any_attr()
    }
}

/// What stands in an element.
pub trait Child {
    /// As a view.
    fn view(self) -> AnyView;
}

impl Child for AnyView {
    fn view(self) -> AnyView {
        self
    }
}

impl Child for Element {
    fn view(self) -> AnyView {
        Self::view(self)
    }
}

impl Child for String {
    fn view(self) -> AnyView {
        self.into_any()
    }
}

impl Child for &str {
    fn view(self) -> AnyView {
        self.to_owned().into_any()
    }
}

impl Child for Signal<String> {
    fn view(self) -> AnyView {
        self.into_any()
    }
}
