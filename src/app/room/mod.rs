//! The Contribution Room Worksheet's page: questions on one side, the answer on the other.

mod answer;
mod bar;
mod jobs;
mod questions;
mod worksheet;

use leptos::prelude::*;

use super::form::Form;
use super::reactive::{When, condition, part, text};
use super::storage::Keeping;

/// The page of the worksheet.
#[component]
pub fn RoomPage(form: Form) -> impl IntoView {
    view! {
        <div class="wrap">
            <div class="intro">
                <h1>"How much more can go in this year?"</h1>
                <p class="lede">
                    "A "<strong>"mega backdoor Roth"</strong>
                    " is after-tax money put into a 401(k) or 403(b) on top of the usual contributions, and then moved to Roth. This worksheet finds, to the cent, how much still fits under the law’s limit. Have your latest pay stub at hand."
                </p>
                <div class="actions">
                    <button type="button" id="try-example" on:click=move |_| form.try_example()>
                        "Try an example"
                    </button>
                    <button
                        type="button"
                        id="clear"
                        class="quiet"
                        prop:disabled=condition(move || form.is_empty())
                        on:click=move |_| form.clear()
                    >
                        "Clear"
                    </button>
                </div>
                <Notices form/>
            </div>
            <div class="columns">
                <form class="questions" on:submit=move |event| event.prevent_default() autocomplete="off">
                    <questions::Questions form/>
                </form>
                <answer::Answer form/>
            </div>
        </div>
    }
}

/// What the person should know about undoing and saving.
#[component]
fn Notices(form: Form) -> impl IntoView {
    let replaced = condition(move || form.replaced().is_some());
    view! {
        <div role="status" class="notices">
            <When on=replaced>
                <p class="notice">
                    {text(move || form.replaced().unwrap_or_default().to_owned())} " "
                    <button type="button" id="undo" class="link" on:click=move |_| form.undo()>
                        "Undo"
                    </button> " "
                    <button type="button" class="link" on:click=move |_| form.forget_replaced()>
                        "Dismiss"
                    </button>
                </p>
            </When>
            {part(move || match form.notice.get() {
                Some(text) => view! { <p class="notice grave">{text}</p> }.into_any(),
                None => ().into_any(),
            })}
            <When on=condition(move || form.keeping.get() == Keeping::Memory)>
                <p class="notice grave" id="not-saved">
                    "This browser does not let the page save. Everything works, but your figures are gone when you close the page. Download a copy to keep them."
                </p>
            </When>
        </div>
    }
}
