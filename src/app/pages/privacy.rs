//! The page about privacy: what is promised, and how anybody can check it.

use leptos::prelude::*;

use super::page::OwnPage;
use crate::app::dom::element::{card, el};
use crate::app::questions::{Words, marked};
use crate::app::state::State;

/// The page.
pub const PAGE: OwnPage = OwnPage {
    slug: "privacy",
    name: "Privacy",
    question: "Nothing you type leaves this browser",
    invitation: "See how to check it",
    show: cards,
};

const PROMISES: &[&str] = &[
    "*No figure is sent anywhere.* After the page has loaded it makes no request but one: whether there is a newer version of the planner itself.",
    "*No cookies, no counters, no advertising*, nothing from other sites.",
    "What you type is kept in this browser’s storage on this device, and in nobody’s cloud. Who else uses the same browser profile can see it; “Erase everything” on the page “Your data” deletes it.",
    "Links carry figures only after the #, the part of an address that browsers send to no server, and only if you make such a link.",
    "A letter opens in your mail program, or you copy it. Nothing goes out before you send it there.",
    "The site that you loaded the planner from sees that it was loaded, as with any page, but nothing of what you do in it. Links to the IRS and other sources open there only when you follow them, and do not say where you come from.",
];

const CHECKS: &[(&str, &str)] = &[
    (
        "The airplane test",
        "Open the planner once, then switch off the network or use airplane mode. Reload. Everything still works, so it cannot need a server. If you like, close the window before you connect again.",
    ),
    (
        "Watch the network",
        "Open your browser’s developer tools (F12, or ⌥⌘I on a Mac) at “Network”, then reload and fill in what you like. You see the planner’s own files once, and *sw.js*, the look for a newer version. When you type, nothing is added.",
    ),
    (
        "Read the lock",
        "In the same tools, look at the page’s *Content-Security-Policy*. It says *default-src ’none’* and *connect-src ’self’*: the browser refuses whatever this page tries to load or request from any other address.",
    ),
    (
        "Look at what is kept",
        "Under “Application” or “Storage” you find *localStorage* with the key *mbr.plan*: your texts, in plain sight. Keys that begin with *mbr.plan.* hold what was set aside, and *mbr.files* your answers about imported files. While you look at the example, *sessionStorage* has it as *mbr.example*. There are no cookies. “Cache storage” holds the planner’s own files.",
    ),
    (
        "Take it off the network for good",
        "“Use it offline” at the foot of this page downloads the planner as one file. Open it from your disk. Its policy allows no request at all, and it keeps what you type only if you ask it to: files opened from a disk can read what other such files keep.",
    ),
];

const LIMITS: &str = "No page can protect you from everything around it: browser extensions may read what pages show, and so may anyone who looks at your screen.";

fn cards(state: State) -> AnyView {
    let said = move |words: &'static str| marked(state, Words::Said(words));
    let promises = PROMISES.iter().map(|promise| el("li").child(said(promise)).view());
    let check = |(name, how): &(&'static str, &'static str)| {
        el("li").child(el("h3").child(*name)).child(el("p").child(said(how))).view()
    };
    el("div")
        .class("cards")
        .child(card("promises", "What is promised").child(el("ul").class("promises").all(promises)))
        .child(card("check", "How to check it").child(el("ol").class("checks").all(CHECKS.iter().map(check))))
        .child(card("limits", "What it cannot promise").child(el("p").child(LIMITS)))
        .view()
}
