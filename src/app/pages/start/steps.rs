//! How each worksheet stands: in a list on this page, and as the discs of the header.

use leptos::prelude::*;
use planner::report::{StageOfPage, Standing};

use crate::app::dom::by_id;
use crate::app::dom::element::el;
use crate::app::pages::named;

/// The list.
pub fn steps(standing: &Standing) -> AnyView {
    el("section")
        .class("card stages")
        .attr("aria-labelledby", "stages")
        .child(el("h2").id("stages").child("Your steps"))
        .child(el("ol").all(standing.stages.iter().map(step)))
        .view()
}

fn step(stage: &StageOfPage) -> AnyView {
    let Some(page) = named(&stage.page) else { return ().into_any() };
    let link = el("a").attr("href", format!("#{}", page.slug())).child(page.name());
    el("li")
        .class("disc")
        .attr("data-state", stage.look.clone())
        .child(el("span").child(link).child(" ").child(el("small").child(stage.figure.clone())))
        .child(el("span").class("tag").child(stage.says.clone()))
        .view()
}

/// Marks the links of the header with how their worksheets stand.
pub fn mark(stages: &[StageOfPage]) {
    for stage in stages {
        let (Some(link), Some(page)) = (by_id(&format!("step-{}", stage.page)), named(&stage.page)) else { continue };
        let _ = link.set_attribute("data-state", &stage.look);
        let _ = link.set_attribute("aria-label", &format!("{}: {}", page.name(), stage.says));
    }
}
