//! The pages, and which of them is on show. The address says it after its `#`, so
//! that any static host can serve them and the browser's Back leads back.

mod offer;
mod page;
mod privacy;
mod your_data;

use leptos::leptos_dom::helpers::{location_hash, window_event_listener_untyped};
use leptos::prelude::*;
use planner::exchange::Embed;
use planner::worksheets::Worksheet;

pub use self::offer::offer;
pub use self::page::Page;
pub use self::your_data::take_links;
use super::dom::element::{Child, Element, el};
use super::dom::reactive::{condition, text};
use super::dom::{address, by_id, focus};
use super::embed;
use super::state::{Inbox, Navigation};

/// The page about the person's own data.
pub const YOUR_DATA: Page = Page::Own(&your_data::PAGE);
/// The page about privacy.
pub const PRIVACY: Page = Page::Own(&privacy::PAGE);

/// The pages that can be visited: the worksheets, in the order in which a person works
/// through them, and the others.
fn all() -> impl Iterator<Item = Page> {
    Worksheet::ALL.iter().copied().map(Page::Worksheet).chain([YOUR_DATA, PRIVACY])
}

/// The name of the whole, after the page's own in the browser's title.
const SITE: &str = "Mega Backdoor Roth Planner";

/// The page that opens where the address asks for none.
const FIRST: Page = Page::Worksheet(Worksheet::ALL[0]);

/// The same, unless a frame begins elsewhere.
fn opening() -> Page {
    embed::options().and_then(Embed::first).map_or(FIRST, Page::Worksheet)
}

/// The page that the address asks for: the first one if it asks for none, nothing if it
/// asks for one that there is not.
fn asked_for() -> Option<Page> {
    let hash = location_hash().unwrap_or_default();
    // What follows the page's name is a link's load, which the page offers.
    match hash.split('/').next().unwrap_or_default() {
        "" => Some(opening()),
        // What a frame brings along is no page to go to.
        _ if hash.contains('/') && embed::options().is_some() => Some(opening()),
        slug => all().find(|page| page.slug() == slug),
    }
}

/// The page to begin with.
pub fn first() -> Page {
    asked_for().unwrap_or_else(opening)
}

/// The page on show.
pub fn on_show(navigation: &Navigation) -> Page {
    let slug = navigation.on_show().slug;
    all().find(|page| page.slug() == slug).unwrap_or(FIRST)
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
    Effect::new(move |_| document().set_title(&format!("{} – {SITE}", on_show(navigation).title())));
}

/// Follows where the person is led: the keyboard moves to that field, on the page that
/// asks for it if this one does not. A row that was not shown is.
pub fn follow_lead(navigation: &'static Navigation) {
    Effect::new(move |_| {
        let id = navigation.sought();
        if id.is_empty() {
            return;
        }
        // A row that is not shown comes; what another page asks for is there. Where two ask
        // for it, the later one does so in its own words.
        let here = untrack(|| on_show(navigation));
        if by_id(&id).is_none()
            && !(navigation.sought_in_a_list() && here.asks_for(&id))
            && let Some(page) = all().filter(|page| page.slug() != here.slug() && page.asks_for(&id)).last()
        {
            // The address follows; by then the page is there and stays as it is.
            navigation.show(page.route());
            address::go(page.slug());
        }
        focus::later(id);
    });
}

/// The way from worksheet to worksheet.
pub fn navigation(navigation: &'static Navigation) -> AnyView {
    let item = |worksheet: &Worksheet| {
        let page = Page::Worksheet(*worksheet);
        let item = el("li").child(link(navigation, page, page.name()));
        match embed::options() {
            // One that a frame leaves out can be reached by a link, and shows where one is.
            Some(options) if !options.shows(*worksheet) => {
                item.on_while("hidden", condition(move || navigation.on_show().slug != page.slug()))
            }
            _ => item,
        }
        .view()
    };
    let list = el("ol").all(Worksheet::ALL.iter().map(item));
    let pages = el("nav").class("pages").attr("aria-label", "Worksheets").child(list);
    match embed::options().map(|options| options.show.as_slice()) {
        Some([only]) => pages.on_while("hidden", condition(move || navigation.on_show().slug == only.slug())),
        _ => pages,
    }
    .view()
}

/// A link to a page, which says whether that is the one on show.
pub fn link(navigation: &'static Navigation, page: Page, words: impl Child) -> Element {
    let slug = page.slug();
    let current = text(move || if navigation.on_show().slug == slug { "page" } else { "false" }.to_owned());
    el("a").attr("href", format!("#{slug}")).attr("aria-current", current).child(words)
}
