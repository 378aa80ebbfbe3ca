//! Other jobs and businesses of the same year.

use leptos::prelude::*;
use planner::draft::{JobField, Key};
use planner::record::MOST_JOBS;

use crate::app::browser;
use crate::app::fields::{AmountsRow, Choice, TextField};
use crate::app::form::Form;
use crate::app::reactive::{When, condition, part, text};

/// The list of other jobs.
#[component]
pub fn OtherJobs(form: Form) -> impl IntoView {
    // The list changes only when a job comes or goes, never while a person types.
    let jobs = Memo::new(move |_| form.jobs());
    let full = condition(move || jobs.with(Vec::len) >= MOST_JOBS);
    let add = move |_| {
        let id = form.add_job();
        let name = Key::Job(id, JobField::Name).id();
        request_animation_frame(move || browser::focus(&name));
    };
    view! {
        <section class="card" aria-labelledby="jobs">
            <h2 id="jobs">"Other jobs this year"</h2>
            <p class="hint">
                "Had another job or a business this year? The limit on deferrals is yours over all jobs; the limit on the total is each employer’s own."
            </p>
            {part(move || {
                jobs.get().into_iter().map(|id| view! { <OtherJob form id/> }).collect_view().into_any()
            })}
            <button type="button" id="add-job" class="quiet" prop:disabled=full on:click=add>"Add a job"</button>
        </section>
    }
}

#[component]
fn OtherJob(form: Form, id: u32) -> impl IntoView {
    let key = move |field| Key::Job(id, field);
    let relation = move || form.text(key(JobField::Relation));
    let related = condition(move || relation() == "related");
    let shares = condition(move || matches!(relation().as_str(), "related" | "403b_and_own_business"));
    let title = text(move || {
        let name = form.text(key(JobField::Name));
        if name.trim().is_empty() { "Another job".to_owned() } else { name }
    });
    let remove = move |_| {
        form.remove_job(id);
        browser::focus("add-job");
    };
    view! {
        <fieldset class="job">
            <legend>{title}</legend>
            <TextField form key=key(JobField::Name) label="Employer’s name (as you like)"/>
            <Choice
                form
                key=key(JobField::Relation)
                legend="How does it stand to the job above?"
                options=&[
                    ("unrelated", "Another owner"),
                    ("related", "The same company or group of companies"),
                    ("403b_and_own_business", "One of the two plans is a 403(b), and I own more than half of the business behind the other"),
                ]
            />
            <When on=related>
                <TextField form key=key(JobField::Pay) label="Gross pay there for the year"/>
            </When>
            <AmountsRow
                form
                legend="Your deferrals there, pre-tax and Roth"
                so_far=key(JobField::DeferralsSoFar)
                to_come=key(JobField::DeferralsToCome)
                hint="To a 401(k), 403(b), SARSEP or SIMPLE. Leave out a 457(b): its limit is its own."
            />
            <When on=shares>
                <AmountsRow
                    form
                    legend="Employer money there"
                    so_far=key(JobField::EmployerSoFar)
                    to_come=key(JobField::EmployerToCome)
                />
                <TextField form key=key(JobField::AfterTax) label="After-tax contributions there so far"/>
            </When>
            <button type="button" class="link" on:click=remove>"Remove this job"</button>
        </fieldset>
    }
}
