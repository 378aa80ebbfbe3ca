//! The pages, and which of them is on show. The address says it after its `#`, so
//! that any static host can serve them and the browser's Back leads back.

mod conversions;
mod landing;
mod pace;
mod page;
mod plan;
mod privacy;
mod room;
mod tax_forms;
mod your_data;

use leptos::leptos_dom::helpers::{location_hash, window_event_listener_untyped};
use leptos::prelude::*;

pub use self::page::{Body, Page, Worksheet};
pub use self::plan::offer;
pub use self::your_data::take_links;
use super::dom::element::{Child, Element, el};
use super::dom::reactive::text;
use super::dom::{address, by_id, focus};
use super::state::{Inbox, Navigation};

/// The pages that can be visited, in the order in which a person works through them.
pub const READY: &[Page] = &[
    plan::PAGE,
    room::PAGE,
    pace::PAGE,
    conversions::PAGE,
    landing::PAGE,
    tax_forms::PAGE,
    your_data::PAGE,
    privacy::PAGE,
];

/// The page about the person's own data.
pub const YOUR_DATA: &Page = &your_data::PAGE;
/// The page about privacy.
pub const PRIVACY: &Page = &privacy::PAGE;

/// The name of the whole, after the page's own in the browser's title.
const SITE: &str = "Mega Backdoor Roth Planner";

/// The page that the address asks for: the first one if it asks for none, nothing if it
/// asks for one that there is not.
fn asked_for() -> Option<&'static Page> {
    let hash = location_hash().unwrap_or_default();
    // What follows the page's name is a link's load, which the page offers.
    match hash.split('/').next().unwrap_or_default() {
        "" => READY.first(),
        slug => READY.iter().find(|page| page.slug == slug),
    }
}

/// The page to begin with.
pub fn first() -> &'static Page {
    asked_for().unwrap_or(&READY[0])
}

/// The page on show.
pub fn on_show(navigation: &Navigation) -> &'static Page {
    let slug = navigation.on_show().slug;
    READY.iter().find(|page| page.slug == slug).unwrap_or(&READY[0])
}

/// Follows the address. One who moves to another page finds its name in the title, and the
/// keyboard at its heading. A link that brings a plan's rules is kept until the person has
/// decided about it.
pub fn follow_address(navigation: &'static Navigation, inbox: &'static Inbox) {
    let brought = || location_hash().filter(|hash| hash.contains('/'));
    inbox.link.set(brought());
    // It listens as long as the page is open, so nothing ever takes the listener off.
    let _ = window_event_listener_untyped("hashchange", move |_| {
        if let Some(link) = brought() {
            inbox.link.set(Some(link));
            request_animation_frame(|| focus::start_at("offer"));
        }
        // This page stays if there is none of that name.
        if let Some(page) = asked_for()
            && navigation.show(page.route())
        {
            request_animation_frame(|| focus::start_at("heading"));
        }
    });
    Effect::new(move |_| document().set_title(&format!("{} – {SITE}", on_show(navigation).title)));
}

/// Follows where the person is led: the keyboard moves to that field, on the page that
/// asks for it if this one does not. A row that was not shown is.
pub fn follow_lead(navigation: &'static Navigation) {
    Effect::new(move |_| {
        let id = navigation.sought();
        if id.is_empty() {
            return;
        }
        if by_id(&id).is_none()
            && !untrack(|| on_show(navigation)).asks_for(&id)
            && let Some(page) = READY.iter().find(|page| page.asks_for(&id))
        {
            // The address follows; by then the page is there and stays as it is.
            navigation.show(page.route());
            address::go(page.slug);
        }
        focus::later(id);
    });
}

/// The way from worksheet to worksheet.
pub fn navigation(navigation: &'static Navigation) -> AnyView {
    let worksheets = READY.iter().filter(|page| page.worksheet().is_some());
    let list = el("ol").all(worksheets.map(|page| el("li").child(link(navigation, page, page.name)).view()));
    el("nav").class("pages").attr("aria-label", "Worksheets").child(list).view()
}

/// A link to a page, which says whether that is the one on show.
pub fn link(navigation: &'static Navigation, page: &'static Page, words: impl Child) -> Element {
    let slug = page.slug;
    let current = text(move || if navigation.on_show().slug == slug { "page" } else { "false" }.to_owned());
    el("a").attr("href", format!("#{slug}")).attr("aria-current", current).child(words)
}
