//! The Contribution Room Worksheet's page.

use planner::questions::cards::ROOM;

use super::page::{Body, Page, Worksheet};
use crate::app::engine::loader::Module;

/// The page.
pub const PAGE: Page = Page {
    slug: "room",
    name: "Room",
    title: "Contribution room",
    heading: "How much more can go in this year?",
    lede: "A *mega backdoor Roth* is after-tax money put into a 401(k) or 403(b) on top of the usual contributions, and then moved to Roth. This worksheet finds, to the cent, how much still fits under the law’s limit. Have your latest pay stub at hand.",
    body: Body::Worksheet(Worksheet { name: "Contribution Room Worksheet", module: Module::Planning, cards: ROOM }),
};
