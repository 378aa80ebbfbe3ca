//! What stands around every page, and the page on show.

use leptos::prelude::*;
use planner::law::limits::OFFICIAL_YEARS;

use super::dom::element::el;
use super::dom::reactive::part;
use super::dom::{address, clock, focus, release};
use super::state::{Navigation, State};
use super::{embed, file_drop, frame, notices, pages, undo};

/// What becomes of the figures on a site.
const OF_SITE: &str =
    "Your figures are kept in this browser only, and some browsers clear them after a week without a visit:";
/// The same in a file that was opened from the disk.
const OF_DISK: &str = "This file keeps your figures only if you ask it to:";

/// What stands around every page, and the page on show.
#[component]
pub fn Shell() -> impl IntoView {
    let state = State::new(clock::today(), pages::first().route());
    let State { navigation, undo, inbox, outgoing, autosave, .. } = state;
    pages::follow_address(navigation, inbox);
    pages::follow_lead(navigation);
    pages::take_links(navigation, inbox);
    release::stand_by(move || autosave.would_lose(), move || outgoing.download_record());
    file_drop::stand_by(inbox);
    undo::stand_by(undo);
    let skip = el("a").class("skip").attr("href", "#main").press(|| focus::on("main"));
    let main = el("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(pages::offer(state))
        .child(embed::handed(outgoing))
        .child(part(move || frame::frame(state, pages::on_show(navigation))))
        .child(notices::foot(state));
    if let Some(options) = embed::options() {
        embed::dress(options);
        let pages = el("div").class("wrap").child(pages::navigation(navigation));
        return view! { {pages.view()} {main.view()} {embed::foot(state)} }.into_any();
    }
    let (first, last) = OFFICIAL_YEARS;
    view! {
        {skip.child("Skip to the worksheet").view()}
        <header class="top">
            <div class="wrap">
                <span class="brand">
                    <img src=release::icon() alt="" width="32" height="32"/>
                    "Mega Backdoor Roth Planner"
                </span>
                {pages::navigation(navigation)}
                {own(navigation)}
            </div>
        </header>
        {main.view()}
        <footer class="bottom">
            <div class="wrap">
                <p>
                    {format!("Figures from the IRS notices for {first} to {last}.")}
                    " This is not tax advice. " {if address::is_of_disk() { OF_DISK } else { OF_SITE }} " "
                    <a href="#data">"keep a copy"</a> ". " <a href="#privacy">"How to check that nothing leaves"</a>
                </p>
                {release::one_file()}
                <p>{release::embedding()} " " {release::licences()}</p>
            </div>
        </footer>
    }
    .into_any()
}

/// The ways to what is the person's own: their data, and why it stays theirs.
fn own(navigation: &'static Navigation) -> AnyView {
    let lock = view! {
        <svg aria-hidden="true" viewBox="0 0 16 16" width="14" height="14">
            <path fill="currentColor" d="M8 1a3.5 3.5 0 0 0-3.5 3.5V7H4a1.5 1.5 0 0 0-1.5 1.5v5A1.5 1.5 0 0 0 4 15h8a1.5 1.5 0 0 0 1.5-1.5v-5A1.5 1.5 0 0 0 12 7h-.5V4.5A3.5 3.5 0 0 0 8 1Zm2 6H6V4.5a2 2 0 1 1 4 0Z"/>
        </svg>
    };
    el("p")
        .class("own")
        .child(pages::link(navigation, pages::PRIVACY, lock.into_any()).child("Nothing you type leaves this browser"))
        .child(pages::link(navigation, pages::YOUR_DATA, pages::YOUR_DATA.name()))
        .view()
}
