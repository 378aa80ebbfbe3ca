//! The guide's worksheet, line by line, each with its arithmetic.

use leptos::prelude::*;
use planner::explain::Step;
use planner::worksheets::room::{Line, Room};

use super::answer::Cite;

/// The lines of the worksheet.
#[component]
pub fn Worksheet(room: Memo<Option<Room>>) -> impl IntoView {
    // A line keeps its place whatever its figures, so its details stay open while a person types.
    let count = Memo::new(move |_| room.with(|room| room.as_ref().map_or(0, |room| room.lines.len())));
    view! {
        <section class="card lines" aria-labelledby="lines">
            <h3 id="lines">"Contribution Room Worksheet, line by line"</h3>
            <ol>
                <For each=move || 0..count.get() key=|place| *place children=move |place| view! { <LineView room place/> }/>
            </ol>
        </section>
    }
}

#[component]
fn LineView(room: Memo<Option<Room>>, place: usize) -> impl IntoView {
    let line = Memo::new(move |_| room.with(|room| room.as_ref().and_then(|room| room.lines.get(place).cloned())));
    let text = move |of: fn(&Line) -> String| line.with(|line| line.as_ref().map(of).unwrap_or_default());
    let added = move || line.with(|line| line.as_ref().is_some_and(|line| line.guide.is_empty()));
    view! {
        <li class:added=added>
            <details>
                <summary>
                    <span class="name">{move || text(|line| line.name.clone())}</span>
                    <span class="amount" id=format!("line-{place}")>
                        {move || text(|line| line.amount.value.to_string())}
                    </span>
                </summary>
                <div class="how">
                    {move || {
                        let guide = text(|line| line.guide.to_owned());
                        (!guide.is_empty()).then(|| view! { <p><em>"The guide: "</em>{guide}</p> })
                    }}
                    {move || {
                        let law = text(|line| line.law.clone().unwrap_or_default());
                        (!law.is_empty()).then(|| view! { <p><em>"The law: "</em>{law}</p> })
                    }}
                    <ol class="steps">
                        {move || {
                            line.with(|line| line.as_ref().map(|line| line.amount.steps.clone()).unwrap_or_default())
                                .into_iter()
                                .map(|step| view! { <StepView step/> })
                                .collect_view()
                        }}
                    </ol>
                </div>
            </details>
        </li>
    }
}

#[component]
fn StepView(step: Step) -> impl IntoView {
    let parts = step
        .operands
        .iter()
        .map(|operand| format!("{} {}", operand.label, operand.value))
        .collect::<Vec<_>>()
        .join("; ");
    view! {
        <li>
            <span class="label">{step.label.clone()}</span>
            <span class="sum">{step.arithmetic()}</span>
            {(!parts.is_empty()).then(|| view! { <span class="parts">{parts}</span> })}
            <Cite citation=step.citation/>
        </li>
    }
}
