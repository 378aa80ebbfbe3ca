//! Bars over time. The same figures stand in a table.

use leptos::prelude::*;
use planner::report::Chart;

use crate::app::dom::element::el;
use crate::app::dom::reactive::part;
use crate::app::state::Answer;

/// Between two bars, in thousandths of the chart.
const GAP: u16 = 4;

/// The chart, its legend, and the dates at its ends.
pub fn chart(answer: Memo<Answer>) -> AnyView {
    let drawing = move || {
        answer.with(|answer| {
            let chart = answer.report().and_then(|report| report.chart.as_ref());
            chart.map_or_else(|| ().into_any(), drawn)
        })
    };
    el("figure").class("card chart").child(part(drawing).into_any()).view()
}

/// The drawing holds numbers and the engine's own class names only, so that it can be
/// written as a text; what it shows is said in its label.
fn drawn(chart: &Chart) -> AnyView {
    let mut bars = String::new();
    for bar in &chart.bars {
        let (x, width) = (bar.start, bar.width.saturating_sub(GAP).max(1));
        let mut top = 1_000_u16;
        for (part, height) in chart.parts.iter().zip(&bar.heights) {
            top = top.saturating_sub(*height);
            let class = &part.look;
            bars.push_str(&format!(r#"<rect class="{class}" x="{x}" y="{top}" width="{width}" height="{height}"/>"#));
        }
    }
    if let Some(limit_at) = chart.limit_at {
        let limit = 1_000_u16.saturating_sub(limit_at);
        bars.push_str(&format!(r#"<line class="limit" x1="0" x2="1000" y1="{limit}" y2="{limit}"/>"#));
    }
    let label = chart.description.clone();
    let drawing = view! {
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-label=label inner_html=bars></svg>
    };
    let ends = el("p").class("ends").attr("aria-hidden", "true");
    let [first, last] = chart.ends.clone().map(|end| el("span").child(end));
    let shown = |place: usize| chart.bars.iter().any(|bar| bar.heights.get(place).is_some_and(|height| *height > 0));
    let parts = chart.parts.iter().enumerate().filter(|(place, _)| shown(*place));
    let parts = parts.map(|(_, part)| (part.look.as_str(), part.name.clone()));
    let limit = chart.limit_at.map(|_| ("limit", "The limit".to_owned()));
    let legend = parts.chain(limit).map(|(class, name)| {
        let swatch = el("span").attr("class", format!("swatch {class}")).attr("aria-hidden", "true");
        el("li").child(swatch).child(name).view()
    });
    let parts: [AnyView; 4] = [
        el("figcaption").child(chart.description.clone()).view(),
        drawing.into_any(),
        ends.child(first).child(last).view(),
        el("ul").class("legend").all(legend).view(),
    ];
    Vec::from(parts).into_any()
}
