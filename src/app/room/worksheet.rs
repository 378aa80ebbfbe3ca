//! The guide's worksheet, line by line, each with its arithmetic.

use leptos::prelude::*;
use planner::explain::Step;
use planner::worksheets::room::{LINES, Line};

use super::answer::Cite;
use crate::app::form::Outcome;
use crate::app::reactive::{condition, part, text};

/// The lines of the worksheet. A line keeps its place whatever its figures, so
/// its details stay open while a person types.
#[component]
pub fn Worksheet(room: Memo<Outcome>) -> impl IntoView {
    let lines = (0..LINES).map(|place| view! { <LineView room place/> }).collect_view();
    view! {
        <section class="card lines" aria-labelledby="lines">
            <h3 id="lines">"Contribution Room Worksheet, line by line"</h3>
            <ol>{lines}</ol>
        </section>
    }
}

#[component]
fn LineView(room: Memo<Outcome>, place: usize) -> impl IntoView {
    let of = move |of: fn(&Line) -> String| {
        text(move || {
            room.with(|outcome| outcome.room().and_then(|room| room.lines.get(place)).map(of).unwrap_or_default())
        })
    };
    let guide = of(|line| line.guide.to_owned());
    let law = of(|line| line.law.clone());
    let silent = condition(move || guide.with(String::is_empty));
    let steps = move || {
        room.with(|outcome| outcome.room().and_then(|room| room.lines.get(place)).map(|line| line.amount.steps.clone()))
    };
    view! {
        <li class:added=silent>
            <details>
                <summary>
                    <span class="name">{of(|line| line.name.clone())}</span>
                    <span class="amount" id=format!("line-{place}")>{of(|line| line.amount.value.to_string())}</span>
                </summary>
                <div class="how">
                    <p hidden=silent>
                        <em>"The guide: "</em>
                        {guide}
                    </p>
                    <p>
                        <em>"The law: "</em>
                        {law}
                    </p>
                    <ol class="steps">
                        {part(move || {
                            let steps = steps().unwrap_or_default();
                            steps.into_iter().map(|step| view! { <StepView step/> }).collect_view().into_any()
                        })}
                    </ol>
                </div>
            </details>
        </li>
    }
}

#[component]
fn StepView(step: Step) -> impl IntoView {
    let parts = step.operands.iter().map(|operand| format!("{} {}", operand.label, operand.value));
    let parts = parts.collect::<Vec<_>>().join("; ");
    view! {
        <li>
            <span class="label">{step.label.clone()}</span>
            <span class="sum">{step.arithmetic()}</span>
            <span class="parts">{parts}</span>
            <Cite citation=step.citation/>
        </li>
    }
}
