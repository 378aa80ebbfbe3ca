//! The landing spot's page: a Roth IRA or the plan's own Roth account.

use planner::questions::cards::LANDING;

use super::page::{Body, Page, Worksheet};
use crate::app::engine::loader::Module;

/// The page.
pub const PAGE: Page = Page {
    slug: "landing",
    name: "Landing spot",
    title: "Landing spot",
    heading: "Where should it land?",
    lede: "Converted money can go to a *Roth IRA* of yours or to the *plan’s own Roth account*. Both grow free of tax. They differ in when you can get at the money, and in a few things that may or may not matter to you. Choose before the transfer: the plan’s form asks for it.",
    body: Body::Worksheet(Worksheet { name: "Landing spot", module: Module::Ledger, cards: LANDING }),
};
