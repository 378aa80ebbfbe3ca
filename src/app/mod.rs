//! The page. It takes in raw text, gives it to the engine at every change and shows
//! what comes back; it computes nothing and knows no worksheet.

mod dom;
mod engine;
mod file_drop;
mod frame;
mod pages;
mod questions;
mod report;
mod state;
mod undo;

use leptos::prelude::*;

use dom::element::el;
use dom::reactive::part;
use dom::{browser, release};
use pages::{plan, privacy, your_data};
use state::Form;

/// Mounts the page into the shell of index.html.
pub fn start() {
    browser::after_printing();
    if let Some(shell) = browser::element("app") {
        leptos::mount::mount_to(shell, Shell).forget();
    }
}

/// What stands around every page, and the page on show.
#[component]
fn Shell() -> impl IntoView {
    let (page, offered) = pages::on_show();
    let form = Form::new(browser::today(), page);
    release::stand_by(form);
    file_drop::stand_by(form);
    undo::stand_by(form);
    your_data::take_links(form, offered);
    let skip = el("a").class("skip").attr("href", "#main").press(|| browser::focus("main"));
    let main = el("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(plan::offer(form, offered))
        .child(part(move || frame::frame(form, page.get())))
        .child(frame::foot(form));
    view! {
        {skip.child("Skip to the worksheet").view()}
        <header class="top">
            <div class="wrap">
                <span class="brand">
                    <img src=release::icon() alt="" width="32" height="32"/>
                    "Mega Backdoor Roth Planner"
                </span>
                {pages::navigation(page)}
                {own(page)}
            </div>
        </header>
        {main.view()}
        <footer class="bottom">
            <div class="wrap">
                <p>
                    "Figures from the IRS notices for 2023 to 2026. This is not tax advice. Your figures are kept in this browser only, and some browsers clear them after a week without a visit: "
                    <a href="#data">"keep a copy"</a> ". " <a href="#privacy">"How to check that nothing leaves"</a>
                </p>
                {release::one_file()}
                <p>{release::licences()}</p>
            </div>
        </footer>
    }
}

/// The ways to what is the person's own: their data, and why it stays theirs.
fn own(page: RwSignal<&'static pages::Page>) -> AnyView {
    let lock = view! {
        <svg aria-hidden="true" viewBox="0 0 16 16" width="14" height="14">
            <path fill="currentColor" d="M8 1a3.5 3.5 0 0 0-3.5 3.5V7H4a1.5 1.5 0 0 0-1.5 1.5v5A1.5 1.5 0 0 0 4 15h8a1.5 1.5 0 0 0 1.5-1.5v-5A1.5 1.5 0 0 0 12 7h-.5V4.5A3.5 3.5 0 0 0 8 1Zm2 6H6V4.5a2 2 0 1 1 4 0Z"/>
        </svg>
    };
    el("p")
        .class("own")
        .child(pages::link(page, &privacy::PAGE, lock.into_any()).child("Nothing you type leaves this browser"))
        .child(pages::link(page, &your_data::PAGE, your_data::PAGE.name))
        .view()
}
