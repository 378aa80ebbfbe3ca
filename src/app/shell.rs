//! What stands around every page, and the page on show. The header, the footer and the first
//! visit's page stand in index.html, so that they are there before anything is loaded; here
//! they learn what changes in them.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::dom::reactive::{condition, effect, part};
use super::dom::{by_id, mark_root, print, release};
use super::state::State;
use super::{embed, file_drop, frame, notices, pages, toolbar, undo};

/// Takes over the page of index.html.
pub fn start() {
    print::clean_up();
    put("app", Box::new(shell));
}

/// Shows a view in this place of index.html, as long as the page is open.
fn put(place: &str, view: Box<dyn FnOnce() -> AnyView>) {
    if let Some(place) = by_id(place) {
        mount_to(place, view).forget();
    }
}

fn shell() -> AnyView {
    let state = State::new(pages::first().route());
    let State { navigation, draft, undo, inbox, outgoing, autosave, .. } = state;
    // From here on the first visit's page goes by what is typed.
    mark_root("later", false);
    let first = condition(move || pages::is_first(state));
    effect(move || {
        if let Some(page) = by_id("first") {
            let _ = page.toggle_attribute_with_force("hidden", !first.get());
        }
    });
    pages::follow_address(state);
    pages::follow_lead(navigation);
    pages::take_links(navigation, inbox);
    release::stand_by(move || autosave.would_lose(), move || outgoing.download_record());
    file_drop::stand_by(inbox);
    undo::stand_by(undo);
    put("tools", Box::new(move || toolbar::toolbar(state)));
    put("may-clear", Box::new(move || toolbar::clear(draft)));
    let shown = move || frame::frame(state, pages::on_show(navigation), first);
    let mut shown =
        vec![notices::strips(state), pages::offer(state), embed::handed(outgoing), part(shown), notices::foot(state)];
    if let Some(options) = embed::options() {
        embed::dress(options);
        shown.push(embed::foot(state));
    }
    shown.into_any()
}
