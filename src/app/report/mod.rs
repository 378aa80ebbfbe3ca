//! The answer's column, the same for every page: the figure, the picture, the
//! decision, what was found, and the worksheet line by line.
//!
//! Every part reads one [`Answer`], so that each is compiled once, whichever
//! worksheet gave it. A part is given its own [`slice`] of it, and is built anew only when
//! that changes.

mod announcer;
mod checklist;
mod cite;
mod closing;
mod copy;
mod dossier;
mod drawing;
mod findings;
mod follow;
mod headline;
mod lines;
mod marked;
mod papers;
mod questions;
mod share;
mod table;
mod timeline;
mod waiting;

use leptos::prelude::*;

use self::follow::{is, of, slice};
pub use self::headline::peek;
use crate::app::dom::element::{button, el};
use crate::app::dom::reactive::{condition, text, when};
use crate::app::state::{Answer, State};

/// The answer's column under the worksheet's name. `back` is the id of the field that the
/// person was in last.
pub fn column(state: State, worksheet: &'static str, back: RwSignal<String>) -> AnyView {
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
        .class_while("ready", ready)
        .id("answer")
        .attr("aria-labelledby", "answer-heading")
        .attr("tabindex", "-1")
        .child(el("h2").id("answer-heading").class("unseen").child(worksheet))
        .child(announcer::announcer(answer))
        .child(when(condition(move || !ready.get()), move || waiting::waiting(replies, navigation)))
        .child(when(ready, move || parts(state, worksheet, back)))
        .child(el("p").class("keep").child(download).child(el("span").class("hint").child(left_out)))
        .view()
}

/// Whether there is a limit to show.
pub fn has_picture(answer: Memo<Answer>) -> Signal<bool> {
    is(answer, |report| report.picture.is_some())
}

/// The limit as a bar.
pub fn picture(answer: Memo<Answer>) -> AnyView {
    let answer = slice(answer, |report| report.picture.as_ref());
    drawing::drawing(answer, "card bar", |report| report.picture.as_ref())
}

/// What is good to know, which stands below the questions where the window is wide.
pub fn aside(answer: Memo<Answer>) -> AnyView {
    findings::findings(answer, "notes", "Good to know")
}

/// The parts of a result.
fn parts(state: State, worksheet: &'static str, back: RwSignal<String>) -> AnyView {
    let State { replies, outgoing, inbox, .. } = state;
    let answer = replies.answer();
    let has_lines = is(answer, |report| !report.lines.is_empty());
    let parts = vec![
        headline::headline(state, back),
        when(is(answer, |report| !report.timeline.is_empty()), move || timeline::timeline(answer, inbox)),
        when(has_picture(answer), move || picture(answer)),
        when(is(answer, |report| report.chart.is_some()), move || {
            let answer = slice(answer, |report| report.chart.as_ref());
            drawing::drawing(answer, "card chart", |report| report.chart.as_ref())
        }),
        findings::findings(answer, "findings", "About your figures"),
        closing::closing(answer),
        when(is(answer, |report| !report.checklist.is_empty()), move || checklist::checklist(answer)),
        when(is(answer, |report| !report.papers.is_empty()), move || papers::papers(answer)),
        table::tables(replies, outgoing),
        when(has_lines, move || lines::lines(worksheet, answer)),
        when(is(answer, |report| !report.questions.is_empty()), move || questions::questions(answer)),
        when(is(answer, |report| report.dossier.is_some()), move || dossier::dossier(replies)),
        when(is(answer, |report| !report.link.is_empty()), move || {
            share::share(of(answer, |report| report.link.clone()))
        }),
    ];
    parts.into_any()
}
