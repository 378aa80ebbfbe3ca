//! The pages, and which of them is on show. The address says it after its `#`, so
//! that any static host can serve them and the browser's Back leads back.

mod offer;
mod page;
mod privacy;
mod start;
mod your_data;

use leptos::leptos_dom::helpers::{location_hash, window_event_listener_untyped};
use leptos::prelude::*;
use planner::worksheets::Worksheet;

pub use self::offer::offer;
pub use self::page::Page;
pub use self::your_data::take_links;
use super::dom::places::Places;
use super::dom::{address, by_id, focus};
use super::embed;
use super::state::{Navigation, State};
use crate::app::dom::reactive::effect;

/// The page to begin with.
pub const START: Page = Page::Own(&start::PAGE);

/// The pages that can be visited: where one stands, the worksheets in the order in which a
/// person works through them, and the others.
fn all() -> impl Iterator<Item = Page> {
    let worksheets = Worksheet::ALL.iter().copied().map(Page::Worksheet);
    [START].into_iter().chain(worksheets).chain([&your_data::PAGE, &privacy::PAGE].map(Page::Own))
}

/// The name of the whole, after the page's own in the browser's title.
const SITE: &str = "Mega Backdoor Roth Planner";

/// What the address says for the example, which is a place and no page.
const EXAMPLE: &str = "example";

/// What stands in the address before any load of a link: the name of a page, or nothing.
fn asked() -> String {
    let hash = location_hash().unwrap_or_default();
    hash.split('/').next().unwrap_or_default().to_owned()
}

/// The page that opens where the address asks for none: in a frame the first worksheet that
/// it shows.
fn opening() -> Page {
    let Some(options) = embed::options() else { return START };
    options.first().or(Worksheet::ALL.first().copied()).map_or(START, Page::Worksheet)
}

/// The page that the address asks for: the first one if it asks for none, nothing if it
/// asks for one that there is not.
fn asked_for() -> Option<Page> {
    match asked().as_str() {
        "" => Some(opening()),
        // What a frame brings along is no page to go to.
        _ if embed::options().is_some() && location_hash().unwrap_or_default().contains('/') => Some(opening()),
        slug => named(slug),
    }
}

/// The page of this name.
fn named(slug: &str) -> Option<Page> {
    all().find(|page| page.slug() == slug)
}

/// The page to begin with.
pub fn first() -> Page {
    asked_for().unwrap_or_else(opening)
}

/// The page on show.
pub fn on_show(navigation: &Navigation) -> Page {
    let slug = navigation.on_show().slug;
    named(slug).unwrap_or(START)
}

/// Whether the first visit's page is on show, since nothing is typed yet.
pub fn is_first(state: State) -> bool {
    state.navigation.on_show().slug == START.slug() && state.draft.is_empty()
}

/// Follows the address. One who moves to another page finds its name in the title, and the
/// keyboard at its heading; one who goes back, the place that they left. A link that brings a
/// plan's rules is kept until the person has decided about it.
pub fn follow_address(state: State) {
    let State { navigation, inbox, .. } = state;
    let brought = || location_hash().filter(|hash| hash.contains('/'));
    let arrive = move || {
        if asked() == EXAMPLE {
            address::replace_hash(navigation.on_show_now().slug);
            state.example.enter();
        } else if asked_for().is_none() && by_id(&asked()).is_none() {
            state.notices.tell(format!(
                "No page of the planner has this address. This is “{}”.",
                on_show_now(navigation).name()
            ));
        }
    };
    if let Some(link) = brought() {
        inbox.take_link(link);
    }
    arrive();
    let places = Places::new();
    // It listens as long as the page is open, so nothing ever takes the listener off.
    let _ = window_event_listener_untyped("hashchange", move |_| {
        let goes_back = places.leave(navigation.on_show_now().slug);
        if let Some(link) = brought() {
            inbox.take_link(link);
            request_animation_frame(|| focus::start_at("offer", 0.0));
        }
        // This page stays if there is none of that name.
        if let Some(page) = asked_for()
            && navigation.show(page.route())
        {
            let heading = if untrack(|| is_first(state)) { "promise" } else { "heading" };
            let height = if goes_back { places.height(page.slug()) } else { 0.0 };
            request_animation_frame(move || focus::start_at(heading, height));
        }
        arrive();
    });
    effect(move || {
        let name = on_show(navigation).name();
        document().set_title(&if is_first(state) { SITE.to_owned() } else { format!("{name} – {SITE}") });
    });
    effect(move || mark_current(navigation.on_show().slug));
    effect(move || {
        state.standings.now().with(|now| match now {
            Some(Ok(standing)) => start::mark(&standing.stages),
            Some(Err(_)) => {}
            None => forget_stages(),
        });
    });
}

/// Takes the states of the worksheets off the header's links.
fn forget_stages() {
    for link in all().filter_map(|page| by_id(&format!("step-{}", page.slug()))) {
        let _ = link.remove_attribute("data-state");
        let _ = link.remove_attribute("aria-label");
    }
}

fn on_show_now(navigation: &Navigation) -> Page {
    untrack(|| on_show(navigation))
}

/// Marks the page on show among the links of the header and the footer, and brings it into
/// sight where the header's scroll sideways.
fn mark_current(slug: &str) {
    let on_worksheet = Worksheet::ALL.iter().any(|worksheet| worksheet.slug() == slug);
    for page in all() {
        let Some(link) = by_id(&format!("step-{}", page.slug())) else { continue };
        let current = page.slug() == slug;
        let _ = link.set_attribute("aria-current", if current { "page" } else { "false" });
        if current && let Some(list) = link.closest(".pages ol").ok().flatten() {
            let link = link.clone();
            // Once it is laid out: on a phone the first visit's page has no such strip.
            request_animation_frame(move || {
                list.set_scroll_left(link.offset_left() - (list.client_width() - link.offset_width()) / 2);
            });
        }
        // What a frame leaves out can be reached by a link, and then shows where one is.
        if let (Some(options), Page::Worksheet(worksheet)) = (embed::options(), page) {
            let hide = |place: &str, hidden| {
                if let Some(place) = link.closest(place).ok().flatten() {
                    let _ = place.toggle_attribute_with_force("hidden", hidden);
                }
            };
            hide("li", !options.shows(worksheet) && !current);
            // From a page that is no worksheet the one that is shown is reached by it.
            if current || !on_worksheet {
                hide(".pages", current && options.show.as_slice() == [worksheet]);
            }
        }
    }
}

/// Follows where the person is led: the keyboard moves to that field, on the page that
/// asks for it if this one does not. A row that was not shown is.
pub fn follow_lead(navigation: &'static Navigation) {
    effect(move || {
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
