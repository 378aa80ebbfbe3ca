//! The page. It takes in raw text, gives it to the engine at every change and shows
//! what comes back; it computes nothing and knows no worksheet.

mod booklet;
mod dom;
mod embed;
mod engine;
mod file_drop;
mod frame;
mod notices;
mod pages;
mod questions;
mod report;
mod shell;
mod state;
mod undo;

/// Mounts the page into the shell of index.html.
pub fn start() {
    dom::print::clean_up();
    if let Some(place) = dom::by_id("app") {
        leptos::mount::mount_to(place, shell::Shell).forget();
    }
}
