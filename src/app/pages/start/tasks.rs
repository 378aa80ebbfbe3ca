//! What to do and what happens, over all worksheets, by date.

use leptos::prelude::*;
use planner::report::{Standing, Task};

use crate::app::dom::element::el;
use crate::app::pages::named;
use crate::app::state::State;

/// The list.
pub fn tasks(state: State, standing: &Standing) -> AnyView {
    let card = el("section").class("card tasks").attr("aria-labelledby", "tasks");
    let card = card.child(el("h2").id("tasks").child("What to do next"));
    if standing.tasks.is_empty() {
        return card.child(el("p").child("Nothing to do right now.")).view();
    }
    let card = card.child(el("ol").all(standing.tasks.iter().map(|of| task(state, of))));
    match standing.more {
        0 => card.view(),
        more => card.child(el("p").class("hint").child(format!("{more} more later on."))).view(),
    }
}

fn task(state: State, task: &Task) -> AnyView {
    let Some(page) = named(&task.page) else { return ().into_any() };
    let what = el("span").child(el("strong").child(task.what.clone())).child(" ");
    let what = what.child(el("small").child(task.why.clone()));
    let when = el("span").child(el("b").child(task.when.clone())).child(" ").child(el("em").child(task.soon.clone()));
    let mut link = el("a").attr("href", format!("#{}", page.slug()));
    if !task.job.is_empty() {
        // The page that it leads to shows that job then.
        let job = task.job.clone();
        link = link.on("click", move |_| state.inbox.show_job(&job));
    }
    el("li").attr("class", task.look.clone()).child(when).child(what).child(link.child(page.name())).view()
}
