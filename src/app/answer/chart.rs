//! The paychecks as bars over the year. The same figures stand in the table.

use leptos::prelude::*;
use planner::report::Chart;

use super::Answer;
use crate::app::html::el;
use crate::app::reactive::part;

/// The parts of a bar from the bottom up: the class that colours it, its name.
const PARTS: [(&str, &str); 4] = [
    ("part-deferrals", "Deferrals"),
    ("part-employer", "Employer money"),
    ("part-after-tax", "After-tax money"),
    ("part-catch-up", "Catch-up, outside the limit"),
];

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

/// The drawing holds numbers and fixed names only, so that it can be written as a
/// text; what it shows is said in its label.
fn drawn(chart: &Chart) -> AnyView {
    let mut bars = String::new();
    for [x, width, heights @ ..] in &chart.bars {
        let width = width.saturating_sub(GAP).max(1);
        let mut top = 1_000_u16;
        for ((class, _), height) in PARTS.iter().zip(heights) {
            top = top.saturating_sub(*height);
            bars.push_str(&format!(r#"<rect class="{class}" x="{x}" y="{top}" width="{width}" height="{height}"/>"#));
        }
    }
    let limit = 1_000_u16.saturating_sub(chart.limit_at);
    bars.push_str(&format!(r#"<line class="limit" x1="0" x2="1000" y1="{limit}" y2="{limit}"/>"#));
    let label = chart.description.clone();
    let drawing = view! {
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-label=label inner_html=bars></svg>
    };
    let ends = el("p").class("ends").attr("aria-hidden", "true");
    let [first, last] = chart.ends.clone().map(|end| el("span").child(end));
    let shown =
        |place: usize| chart.bars.iter().any(|bar| bar.iter().skip(2).nth(place).is_some_and(|height| *height > 0));
    let parts = PARTS.iter().enumerate().filter(|(place, _)| shown(*place)).map(|(_, part)| part);
    let legend = parts.chain([&("limit", "The limit")]).map(|(class, name)| {
        let swatch = el("span").attr("class", format!("swatch {class}")).attr("aria-hidden", "true");
        el("li").child(swatch).child(*name).view()
    });
    let parts: [AnyView; 4] = [
        el("figcaption").child(chart.description.clone()).view(),
        drawing.into_any(),
        ends.child(first).child(last).view(),
        el("ul").class("legend").all(legend).view(),
    ];
    Vec::from(parts).into_any()
}
