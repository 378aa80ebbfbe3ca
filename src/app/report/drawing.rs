//! A drawing, its figures, and its bars one by one.

use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, MouseEvent};
use planner::report::{Bar, Drawing, Legend, Report};
use wasm_bindgen::JsCast;

use super::marked::marked;
use crate::app::dom::element::el;
use crate::app::dom::reactive::{part, text};
use crate::app::state::Answer;

/// A drawing of the report. It holds the engine's own numbers and names only, so that it can
/// be written as a text; what it shows is said in its label.
pub fn drawing(answer: Memo<Answer>, class: &'static str, of: fn(&Report) -> Option<&Drawing>) -> AnyView {
    let shown = move || answer.with(|answer| answer.report().and_then(of).map_or_else(|| ().into_any(), drawn));
    el("figure").class(class).child(part(shown)).view()
}

/// The same, once.
pub fn drawn(drawing: &Drawing) -> AnyView {
    let chosen = RwSignal::new(None::<usize>);
    let (svg, bars) = (drawing.svg.clone(), drawing.bars.clone());
    let html = text(move || {
        let around = chosen.get().and_then(|place| bars.get(place).map(frame)).unwrap_or_default();
        format!("<svg aria-hidden=\"true\">{svg}{around}</svg>")
    });
    let plot = el("div").class("plot").attr("role", "img").attr("aria-label", drawing.description.clone()).html(html);
    let legend = el("ul").class("legend").all(drawing.legend.iter().map(named));
    let figure = el("div")
        .class("drawn")
        .child(el("h3").child(drawing.title.clone()))
        .child(readout(drawing, chosen))
        .child(el("div").class("canvas").child(plot).child(chooser(drawing, chosen)));
    vec![figure.view(), legend.view(), el("figcaption").child(drawing.description.clone()).view()].into_any()
}

/// The line around the chosen bar.
fn frame(bar: &Bar) -> String {
    let [x, width] = [bar.start, bar.width].map(|place| format!("{}.{}%", place / 10, place % 10));
    format!("<rect class=\"chosen\" x=\"{x}\" width=\"{width}\" height=\"100%\"/>")
}

fn named(part: &Legend) -> AnyView {
    let swatch = el("span").attr("class", format!("swatch {}", part.look)).attr("aria-hidden", "true");
    el("li").child(swatch).child(part.label.clone()).child(" ").child(el("b").child(part.amount.clone())).view()
}

/// The figures of the chosen bar, or the last one's.
fn readout(drawing: &Drawing, chosen: RwSignal<Option<usize>>) -> AnyView {
    let bars = drawing.bars.clone();
    if bars.is_empty() {
        return ().into_any();
    }
    let says = move || {
        let place = chosen.get().unwrap_or(bars.len() - 1);
        bars.get(place).map(|bar| marked(&bar.says)).into_any()
    };
    el("p").class("readout").attr("aria-hidden", "true").child(part(says)).view()
}

/// What chooses a bar: by pointer, by touch and by the arrow keys.
fn chooser(drawing: &Drawing, chosen: RwSignal<Option<usize>>) -> AnyView {
    let bars = drawing.bars.clone();
    if bars.is_empty() {
        return ().into_any();
    }
    let last = bars.len() - 1;
    let place = move || chosen.get().unwrap_or(last);
    let ends: Vec<u16> = bars.iter().map(|bar| bar.start + bar.width).collect();
    let says = text(move || bars.get(place()).map(|bar| bar.says.replace('*', "")).unwrap_or_default());
    let pointed = move |event: leptos::web_sys::Event| {
        let width = event_target::<HtmlElement>(&event).client_width().max(1);
        let at = event.unchecked_ref::<MouseEvent>().offset_x() * 1_000 / width;
        chosen.set(Some(ends.iter().position(|end| at < i32::from(*end)).unwrap_or(last)));
    };
    el("input")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", last.to_string())
        .attr("aria-label", drawing.title.clone())
        .attr("aria-valuetext", says)
        .value(text(move || place().to_string()))
        .on("input", move |event| chosen.set(event_target_value(&event).parse().ok()))
        .on("pointermove", pointed.clone())
        .on("pointerdown", pointed)
        .view()
}
