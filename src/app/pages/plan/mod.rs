//! The Plan Feature Checklist's page: whether the plan allows it, and the letter that asks.

mod offer;

use planner::questions::cards::PLAN;

pub use self::offer::offer;
use super::page::{Body, Page, Worksheet};
use crate::app::engine::loader::Module;

/// The page.
pub const PAGE: Page = Page {
    slug: "plan",
    name: "Plan",
    title: "Your plan",
    heading: "Does my plan allow it?",
    lede: "A *mega backdoor Roth* needs two things of a 401(k) or 403(b): it takes *after-tax contributions* beside your deferrals, and it lets that money move on to Roth while you work there. Answer what you know; the letter asks for the rest.",
    body: Body::Worksheet(Worksheet { name: "Plan Feature Checklist", module: Module::Planning, cards: PLAN }),
};
