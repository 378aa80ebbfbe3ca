//! The answer's column, the same for every page: the figure, the picture, the
//! decision, what was found, and the worksheet line by line.
//!
//! Every part reads one [`Answer`], so that each is compiled once, whichever
//! worksheet gave it. A part is given its own [`slice`] of it, and is built anew only when
//! that changes.

mod announcer;
mod bar;
mod chart;
mod checklist;
mod cite;
mod closing;
mod dossier;
mod findings;
mod follow;
mod lines;
mod papers;
mod questions;
mod share;
mod table;
mod waiting;

use leptos::prelude::*;
use planner::report::Report;

use self::follow::{is, of, slice};
use crate::app::dom::element::{button, el};
use crate::app::dom::focus;
use crate::app::dom::reactive::{condition, text, when};
use crate::app::state::{Answer, Outgoing, Replies, State};

/// The answer's column under the worksheet's name.
pub fn column(state: State, worksheet: &'static str) -> AnyView {
    let State { replies, navigation, outgoing, .. } = state;
    let answer = replies.answer();
    let ready = is(answer, |_| true);
    let left_out = text(move || match answer.with(|answer| answer.reply().map(|reply| reply.unread_years.clone())) {
        Some(years) if !years.is_empty() => {
            let years: Vec<String> = years.iter().map(i16::to_string).collect();
            format!(" A text that cannot be read is left out in {}.", years.join(", "))
        }
        _ => String::new(),
    });
    let download =
        button("download", "quiet").press(move || outgoing.download_record()).child("Download your figures (JSON)");
    el("section")
        .class("answer")
        .id("answer")
        .attr("aria-labelledby", "answer-heading")
        .attr("tabindex", "-1")
        .child(el("h2").id("answer-heading").class("unseen").child(worksheet))
        .child(announcer::announcer(answer))
        .child(when(condition(move || !ready.get()), move || waiting::waiting(replies, navigation)))
        .child(when(ready, move || parts(replies, outgoing, worksheet)))
        .child(el("p").class("keep").child(download).child(el("span").class("hint").child(left_out)))
        .view()
}

/// Whether there is a limit to show.
pub fn has_picture(answer: Memo<Answer>) -> Signal<bool> {
    is(answer, |report| report.picture.is_some())
}

/// The limit as a bar.
pub fn picture(answer: Memo<Answer>) -> AnyView {
    bar::bar(slice(answer, |report| report.picture.as_ref()))
}

/// The parts of a result.
fn parts(replies: &'static Replies, outgoing: &'static Outgoing, worksheet: &'static str) -> AnyView {
    let answer = replies.answer();
    let has_findings = is(answer, |report| !report.findings.is_empty());
    let has_lines = is(answer, |report| !report.lines.is_empty());
    let parts = vec![
        headline(slice(answer, |report| Some(&report.headline))),
        when(has_picture(answer), move || picture(answer)),
        closing::closing(slice(answer, |report| Some(&report.closing))),
        when(is(answer, |report| !report.checklist.is_empty()), move || checklist::checklist(answer)),
        when(is(answer, |report| report.chart.is_some()), move || {
            chart::chart(slice(answer, |report| report.chart.as_ref()))
        }),
        when(is(answer, |report| !report.papers.is_empty()), move || papers::papers(answer)),
        table::tables(replies, outgoing),
        when(has_findings, move || findings::findings(slice(answer, |report| Some(&report.findings)))),
        when(has_lines, move || lines::lines(worksheet, answer)),
        when(is(answer, |report| !report.questions.is_empty()), move || questions::questions(answer)),
        when(is(answer, |report| report.dossier.is_some()), move || dossier::dossier(replies)),
        when(is(answer, |report| !report.link.is_empty()), move || {
            share::share(of(answer, |report| report.link.clone()))
        }),
    ];
    parts.into_any()
}

/// The answer's one figure.
fn headline(answer: Memo<Answer>) -> AnyView {
    let unofficial = is(answer, |report| report.headline.unofficial);
    let what = el("p")
        .class("what")
        .child(of(answer, |report| format!("{}, {}", report.headline.what, report.headline.year)))
        .child(when(unofficial, || el("strong").class("tag").child("not official").view()));
    let figure = el("p")
        .class("figure")
        .id(of(answer, |report| report.headline.id.clone()))
        .child(of(answer, |report| report.headline.figure.clone()));
    el("div")
        .class("headline")
        .class_while("over", is(answer, |report| report.headline.grave))
        .class_while("open", is(answer, |report| report.headline.open))
        .child(what)
        .child(figure)
        .child(el("p").class("below").child(of(answer, |report| report.headline.below.clone())))
        .view()
}

/// The figure at the foot of a small window, and the way to the whole answer.
pub fn peek(answer: Memo<Answer>) -> AnyView {
    let shown = move |none: &'static str, of: fn(&Report) -> String| {
        text(move || answer.with(|answer| answer.report().map_or_else(|| none.to_owned(), of)))
    };
    el("a")
        .class("peek")
        .attr("href", "#answer")
        .press(|| focus::on("answer"))
        .child(el("span").child(shown("Your answer", |report| report.headline.what.clone())))
        .child(el("output").id("peek").child(shown("…", |report| report.headline.figure.clone())))
        .view()
}
