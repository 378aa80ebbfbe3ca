//! What a worksheet found in the person's figures.

use leptos::prelude::*;
use planner::report::{Finding, Reading};

use super::cite::cite;
use super::follow::slice;
use crate::app::dom::element::el;
use crate::app::dom::reactive::part;
use crate::app::state::Answer;

/// The findings under this id and heading, the gravest first: `notes`, or all others.
pub fn findings(answer: Memo<Answer>, id: &'static str, heading: &'static str) -> AnyView {
    let is_here = move |finding: &&Finding| (finding.look == "note") == (id == "notes");
    let answer = slice(answer, |report| Some(&report.findings));
    let all = move || {
        answer.with(|answer| {
            let findings = answer.report().map(|report| report.findings.as_slice()).unwrap_or_default();
            let mut findings = findings.iter().filter(is_here).map(finding).peekable();
            if findings.peek().is_none() {
                return ().into_any();
            }
            let (heading, list) = (el("h3").id(id).child(heading), el("ul").all(findings));
            let section = el("section").attr("aria-labelledby", id);
            // What is only good to know is there for whoever wants it.
            if id == "notes" {
                let fold = el("details").child(el("summary").child(heading)).child(list);
                section.class("card findings notes").child(fold).view()
            } else {
                section.class("card findings").child(heading).child(list).view()
            }
        })
    };
    part(all)
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
