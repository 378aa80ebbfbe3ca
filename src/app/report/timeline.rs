//! What to do and what happens, in order; each year under its tab.

use leptos::prelude::*;
use planner::report::{Moment, Period};

use super::copy::copy;
use crate::app::dom::element::{button, el};
use crate::app::dom::reactive::{condition, memo, part, text, when};
use crate::app::state::{Answer, Inbox};

/// The timeline of the report.
pub fn timeline(answer: Memo<Answer>, inbox: &'static Inbox) -> AnyView {
    let shown = RwSignal::new(0_usize);
    let count = memo(move || answer.with(|answer| answer.report().map_or(0, |report| report.timeline.len())));
    let tabs = move || {
        let tab = move |place: usize| {
            let name = answer.with_untracked(|answer| {
                let period = answer.report().and_then(|report| report.timeline.get(place));
                period.map(|period| period.name.clone()).unwrap_or_default()
            });
            let pressed = text(move || (shown.get() == place).to_string());
            let tab = el("button").attr("type", "button").class("quiet").attr("aria-pressed", pressed);
            tab.press(move || shown.set(place)).child(name).view()
        };
        (0..count.get()).map(tab).collect::<Vec<_>>().into_any()
    };
    let several = condition(move || count.get() > 1);
    let steps = move || {
        answer.with(|answer| {
            let periods = answer.report().map(|report| report.timeline.as_slice()).unwrap_or_default();
            periods.get(shown.get()).or(periods.first()).map(|period| content(inbox, period)).into_any()
        })
    };
    let tabs = when(several, move || {
        el("div").class("tabs").attr("role", "group").attr("aria-label", "Year").child(part(tabs)).view()
    });
    el("section")
        .class("card timeline")
        .attr("aria-labelledby", "timeline")
        .child(el("div").class("head").child(el("h3").id("timeline").child("What to do, in order")).child(tabs))
        .child(part(steps))
        .view()
}

fn content(inbox: &'static Inbox, period: &Period) -> AnyView {
    let mut parts = Vec::new();
    if !period.note.is_empty() {
        parts.push(el("p").class("hint").child(period.note.clone()).view());
    }
    let open = if period.open > 0 { usize::from(period.open.unsigned_abs()) } else { period.steps.len() };
    parts.push(el("ol").all(period.steps.iter().take(open).map(moment)).view());
    if let Some(later) = period.steps.get(open..).filter(|later| !later.is_empty()) {
        let last = later.last().map(|moment| format!(", through {}", moment.day)).unwrap_or_default();
        let summary = el("summary").child(format!("More dates ({}){last}", later.len()));
        parts.push(el("details").child(summary).child(el("ol").all(later.iter().map(moment))).view());
    }
    if !period.start.is_empty() {
        let start = button("start-year", "quiet").press(move || inbox.start_next_year());
        parts.push(el("p").child(start.child(period.start.clone())).view());
    }
    parts.into_any()
}

fn moment(moment: &Moment) -> AnyView {
    let day =
        el("span").class("day").child(el("span").child(moment.weekday.clone())).child(" ").child(moment.day.clone());
    let more = (!moment.more.is_empty()).then(|| el("span").class("more").child(moment.more.clone()).view());
    let says = el("span").class("says").child(el("span").child(moment.says.clone())).child(" ").child(more.into_any());
    let copy = (!moment.copy.is_empty()).then(|| copy(Signal::stored(moment.copy.clone()), "quiet small", "Copy"));
    el("li").attr("class", moment.look.clone()).child(day).child(says).child(copy.into_any()).view()
}
