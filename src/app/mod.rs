//! The page. It takes in raw text, calls the engine once a change and shows the
//! result; it computes nothing.

mod browser;
mod fields;
mod form;
mod reactive;
mod room;
mod storage;

use leptos::prelude::*;

use form::Form;

/// Mounts the page into the shell of index.html.
pub fn start() {
    if let Some(shell) = browser::element("app") {
        leptos::mount::mount_to(shell, Page).forget();
    }
}

/// The whole page: header, the worksheet, footer.
#[component]
fn Page() -> impl IntoView {
    let form = Form::new(browser::today());
    view! {
        <a class="skip" href="#main">"Skip to the worksheet"</a>
        <header class="top">
            <div class="wrap">
                <span class="brand">
                    <img src="icon.svg" alt="" width="32" height="32"/>
                    "Mega Backdoor Roth Planner"
                </span>
                <span class="private">
                    <svg aria-hidden="true" viewBox="0 0 16 16" width="14" height="14">
                        <path fill="currentColor" d="M8 1a3.5 3.5 0 0 0-3.5 3.5V7H4a1.5 1.5 0 0 0-1.5 1.5v5A1.5 1.5 0 0 0 4 15h8a1.5 1.5 0 0 0 1.5-1.5v-5A1.5 1.5 0 0 0 12 7h-.5V4.5A3.5 3.5 0 0 0 8 1Zm2 6H6V4.5a2 2 0 1 1 4 0Z"/>
                    </svg>
                    "Nothing you type leaves this browser"
                </span>
            </div>
        </header>
        <main id="main" tabindex="-1">
            <room::RoomPage form/>
        </main>
        <footer class="bottom">
            <div class="wrap">
                <p>
                    "Figures from the IRS notices for 2023 to 2026. This is not tax advice. Your figures are kept in this browser only, and some browsers clear them after a week without a visit: download a copy to keep."
                </p>
            </div>
        </footer>
    }
}
