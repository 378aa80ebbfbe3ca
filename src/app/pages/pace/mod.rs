//! The contribution pace's page: from the room to the election to enter.

use planner::questions::cards::PACE;

use super::page::{Body, Page, Worksheet};
use crate::app::engine::loader::Module;

/// The page.
pub const PAGE: Page = Page {
    slug: "pace",
    name: "Pace",
    title: "Contribution pace",
    heading: "What do I enter, and until when?",
    lede: "Payroll sites take an *election*: a percentage or dollars from each paycheck. This worksheet turns the room into the election to enter now, and the one change that fills the room without passing it by a cent.",
    body: Body::Worksheet(Worksheet { name: "Contribution pace", module: Module::Planning, cards: PACE }),
};
