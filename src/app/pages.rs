//! The pages, and which of them is on show. The address says it after its `#`, so
//! that any static host can serve them and the browser's Back leads back.

use leptos::leptos_dom::helpers::{location_hash, window_event_listener_untyped};
use leptos::prelude::*;
use planner::questions::cards::Card;

use super::ask::asks_for;
use super::engine::Module;
use super::form::Form;
use super::html::{Child, Element, el};
use super::reactive::text;
use super::{browser, conversions, data, forms, landing, pace, plan, privacy, room};

/// A page. To add one with a worksheet, list it in [`READY`] and teach the engine's
/// service its worksheet.
#[derive(Clone, Copy)]
pub struct Page {
    /// What stands in the address, and what the engine calls its worksheet.
    pub slug: &'static str,
    /// What the navigation calls it.
    pub name: &'static str,
    /// What the browser's title and history call it.
    pub title: &'static str,
    /// What it answers, as a question.
    pub heading: &'static str,
    /// What it is about. Words between asterisks are strong.
    pub lede: &'static str,
    /// What stands below that.
    pub body: Body,
}

/// What a page is made of.
#[derive(Clone, Copy)]
pub enum Body {
    /// Questions, and the answer beside them.
    Worksheet(Worksheet),
    /// What is like no other page.
    Own(fn(Form) -> AnyView),
}

/// The words and the questions of a worksheet. All else is the same for each.
#[derive(Clone, Copy)]
pub struct Worksheet {
    /// Its name.
    pub name: &'static str,
    /// The module of the engine that has it.
    pub module: Module,
    /// What it asks.
    pub cards: &'static [Card],
}

/// The pages that can be visited, in the order in which a person works through them.
const READY: &[Page] =
    &[plan::PAGE, room::PAGE, pace::PAGE, conversions::PAGE, landing::PAGE, forms::PAGE, data::PAGE, privacy::PAGE];

/// The name of the whole, after the page's own in the browser's title.
const SITE: &str = "Mega Backdoor Roth Planner";

impl Page {
    /// The page that the address asks for: the first one if it asks for none, and
    /// this one still if it asks for one that there is not.
    fn or_asked_for(&'static self) -> &'static Self {
        let hash = location_hash().unwrap_or_default();
        // What follows the page's name is a link's load, which the page offers.
        match hash.split('/').next().unwrap_or_default() {
            "" => &READY[0],
            slug => READY.iter().find(|page| page.slug == slug).unwrap_or(self),
        }
    }

    /// The module of the engine that has its worksheet, if it has one.
    pub fn module(&self) -> Option<Module> {
        self.worksheet().map(|worksheet| worksheet.module)
    }

    fn worksheet(&self) -> Option<&Worksheet> {
        if let Body::Worksheet(worksheet) = &self.body { Some(worksheet) } else { None }
    }

    fn asks_for(&self, id: &str) -> bool {
        self.worksheet().is_some_and(|worksheet| asks_for(worksheet.cards, id))
    }
}

/// The page on show, which follows the address. One who moves to another page finds
/// its name in the title, and the keyboard at its heading. Beside it, the fragment
/// of a link that brings a plan's rules, until the person has decided about it.
pub fn on_show() -> (RwSignal<&'static Page>, RwSignal<Option<String>>) {
    let brought = || location_hash().filter(|hash| hash.contains('/'));
    let offered = RwSignal::new(brought());
    let on_show = RwSignal::new(READY[0].or_asked_for());
    // It listens as long as the page is open, so nothing ever takes the listener off.
    let _ = window_event_listener_untyped("hashchange", move |_| {
        if let Some(link) = brought() {
            offered.set(Some(link));
            request_animation_frame(|| browser::start_at("offer"));
        }
        let before = on_show.get_untracked();
        let now = before.or_asked_for();
        if now.slug != before.slug {
            on_show.set(now);
            request_animation_frame(|| browser::start_at("heading"));
        }
    });
    Effect::new(move |_| document().set_title(&format!("{} – {SITE}", on_show.get().title)));
    (on_show, offered)
}

/// The way from worksheet to worksheet.
pub fn navigation(on_show: RwSignal<&'static Page>) -> AnyView {
    let worksheets = READY.iter().filter(|page| page.worksheet().is_some());
    let list = el("ol").all(worksheets.map(|page| el("li").child(link(on_show, page, page.name)).view()));
    el("nav").class("pages").attr("aria-label", "Worksheets").child(list).view()
}

/// A link to a page, which says whether that is the one on show.
pub fn link(on_show: RwSignal<&'static Page>, page: &'static Page, words: impl Child) -> Element {
    let slug = page.slug;
    let current = text(move || if on_show.get().slug == slug { "page" } else { "false" }.to_owned());
    el("a").attr("href", format!("#{slug}")).attr("aria-current", current).child(words)
}

/// Shows a page whose name the address has already.
pub fn show_now(form: Form, page: &'static Page) {
    // It would be built anew, and what is under way in it would be lost.
    if form.page.get_untracked().slug != page.slug {
        form.page.set(page);
    }
}

/// Goes to a page, as its link would.
pub fn show(slug: &str) {
    let _ = window().location().set_hash(slug);
}

/// Moves the keyboard to the field with this id, on the page that asks for it if this
/// one does not. A row that was not shown is.
pub fn go_to(form: Form, id: String) {
    form.seek(&id);
    if browser::element(&id).is_none()
        && !form.page.get_untracked().asks_for(&id)
        && let Some(page) = READY.iter().find(|page| page.asks_for(&id))
    {
        // The address follows; by then the page is there and stays as it is.
        form.page.set(page);
        let _ = window().location().set_hash(page.slug);
    }
    browser::focus_later(id);
}
