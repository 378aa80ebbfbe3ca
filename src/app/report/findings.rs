//! What a worksheet found in the person's figures.

use leptos::prelude::*;
use planner::report::{Finding, Reading};

use super::cite::cite;
use crate::app::dom::element::el;
use crate::app::dom::reactive::part;
use crate::app::state::Answer;

/// The findings, the gravest first.
pub fn findings(answer: Memo<Answer>) -> AnyView {
    let all = move || {
        answer.with(|answer| {
            answer.report().map(|report| report.findings.iter().map(finding).collect::<Vec<_>>()).into_any()
        })
    };
    el("section")
        .class("card findings")
        .attr("aria-labelledby", "findings")
        .child(el("h3").id("findings").child("What to know about your figures"))
        .child(el("ul").child(part(all)))
        .view()
}

fn finding(finding: &Finding) -> AnyView {
    el("li")
        .attr("class", finding.look.clone())
        .child(el("p").class("severity").child(finding.severity.clone()))
        .child(el("h4").child(finding.title.clone()))
        .child(el("p").child(finding.text.clone()))
        .child(readings(&finding.readings))
        .child(el("p").class("cites").child(cite(&finding.citation)))
        .view()
}

/// The two readings of a contested point.
fn readings(readings: &[Reading]) -> AnyView {
    if readings.is_empty() {
        return ().into_any();
    }
    let row = |reading: &Reading| {
        let used = if reading.used_here { " (used here)" } else { "" };
        let says = el("th").attr("scope", "row").child(reading.says.clone()).child(el("strong").child(used));
        el("tr").child(says).child(el("td").child(reading.room.clone())).view()
    };
    el("table")
        .class("readings")
        .child(el("caption").child("Two readings, and the room under each"))
        .child(el("tbody").all(readings.iter().map(row)))
        .view()
}
