//! The tax forms' page: what should come, what came, and what goes on the return.

use planner::questions::cards::TAX_FORMS;

use super::page::{Body, Page, Worksheet};
use crate::app::engine::loader::Module;

/// The page.
pub const PAGE: Page = Page {
    slug: "forms",
    name: "Tax forms",
    title: "Tax forms",
    heading: "Is my Form 1099-R right?",
    lede: "For every conversion the plan sends you and the IRS a *Form 1099-R*, by the end of the next January. From your ledger this worksheet knows what should stand in each box. Type in the form that came, and it explains what differs and whom to ask.",
    body: Body::Worksheet(Worksheet { name: "Tax forms", module: Module::Ledger, cards: TAX_FORMS }),
};
