//! Paper forms as they should read, box by box, and what differs on those that came.

use leptos::prelude::*;
use planner::report::{Difference, Paper, PaperBox, Report};

use super::cite::cite;
use super::follow::slice;
use super::lines::step;
use crate::app::dom::element::{el, fold};
use crate::app::dom::reactive::{memo, part};
use crate::app::state::Answer;

/// The paper forms of the report. They come and go with the ledger; what is open on
/// one that stays, stays open.
pub fn papers(answer: Memo<Answer>) -> AnyView {
    let ids = memo(move || {
        answer.with(|answer| {
            let papers = answer.report().map(|report| report.papers.iter().map(|paper| paper.id.clone()));
            papers.map(Iterator::collect::<Vec<_>>).unwrap_or_default()
        })
    });
    let all = move || ids.get().into_iter().map(|id| paper(answer, id)).collect::<Vec<_>>().into_any();
    el("div").class("papers").child(part(all)).view()
}

fn paper(answer: Memo<Answer>, id: String) -> AnyView {
    let own = id.clone();
    let answer = slice(answer, move |report| find(report, &own));
    let own = id.clone();
    let of = move |of: fn(&Paper) -> AnyView| {
        let id = own.clone();
        part(move || {
            answer.with(|answer| {
                let paper = answer.report().and_then(|report| find(report, &id));
                paper.map_or_else(|| ().into_any(), of)
            })
        })
    };
    let content = of(content);
    let summary = el("summary").child("Why each box says that");
    let why = fold(RwSignal::new(false), summary, move || of(why));
    el("section").class("card paper").attr("aria-labelledby", id).child(content).child(why).view()
}

fn find<'a>(report: &'a Report, id: &str) -> Option<&'a Paper> {
    report.papers.iter().find(|paper| paper.id == id)
}

fn content(paper: &Paper) -> AnyView {
    let head = el("div")
        .class("paper-head")
        .child(el("h3").id(paper.id.clone()).child(paper.title.clone()))
        .child(el("p").child(paper.from.clone()))
        .child(el("p").class("hint").child(paper.note.clone()));
    let differences = paper.differences.iter().map(difference);
    let differences = (!paper.differences.is_empty())
        .then(|| el("ul").class("differences").attr("aria-label", "What differs").all(differences).view());
    el("div")
        .class("stack")
        .child(head)
        .child(el("ol").class("boxes").all(paper.boxes.iter().map(one)))
        .child(el("p").attr("class", format!("verdict {}", paper.look)).child(paper.verdict.clone()))
        .child(differences.into_any())
        .view()
}

/// Why each box reads as it should, with its arithmetic.
fn why(paper: &Paper) -> AnyView {
    let one = |one: &PaperBox| {
        let name = el("p").child(el("strong").child(one.number.clone())).child(" ").child(one.name.clone());
        let steps = el("ol").class("steps").all(one.steps.iter().map(step));
        el("li").child(name).child(el("p").child(one.why.clone())).child(steps).child(cite(&one.citation)).view()
    };
    el("ul").class("why").all(paper.boxes.iter().map(one)).view()
}

/// A box of the form: what should stand in it, and what does.
fn one(one: &PaperBox) -> AnyView {
    let (mark, says) = match one.look.as_str() {
        "match" => ("✓", "as it should be"),
        "differs" => ("≠", "differs"),
        "noted" => ("≈", "differs, which does not matter"),
        _ => ("", ""),
    };
    let or_empty = |text: &str| if text.is_empty() { "empty".to_owned() } else { text.to_owned() };
    let expected = or_empty(&one.expected);
    let head =
        el("p").class("box-name").child(el("strong").child(one.number.clone())).child(" ").child(one.name.clone());
    let should = el("p").class("should").child(el("span").class("unseen").child("should be ")).child(expected);
    let mark = el("span").class("mark").attr("aria-hidden", "true").child(mark);
    let yours = match (one.typed.as_str(), says) {
        ("", "") => ().into_any(),
        (typed, says) => {
            let typed = or_empty(typed);
            let says = el("span").class("unseen").child(format!(", {says}"));
            el("p").class("yours").child(mark).child(" Yours: ").child(typed).child(says).view()
        }
    };
    el("li").attr("class", one.look.clone()).child(head).child(should).child(yours).view()
}

fn difference(difference: &Difference) -> AnyView {
    let Difference { look, severity, title, means, matters, ask, citation } = difference.clone();
    let sentence = |name: &'static str, says: String| match says.as_str() {
        "" => ().into_any(),
        _ => el("p").child(el("em").child(name)).child(says).view(),
    };
    el("li")
        .attr("class", look)
        .child(el("p").class("severity").child(severity))
        .child(el("h4").child(title))
        .child(sentence("", means))
        .child(sentence("Does it matter? ", matters))
        .child(sentence("Whom to ask: ", ask))
        .child(el("p").class("cites").child(cite(&citation)))
        .view()
}
