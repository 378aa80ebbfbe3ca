//! The Conversion Tracking Checklist's page: the ledger, and what it says.

use planner::questions::cards::CONVERSIONS;

use super::page::{Body, Page, Worksheet};
use crate::app::engine::loader::Module;

/// The page.
pub const PAGE: Page = Page {
    slug: "conversions",
    name: "Conversions",
    title: "Conversions",
    heading: "What was converted, and what of it is taxed?",
    lede: "A *conversion* moves after-tax money to Roth. What you paid in was taxed before and goes over free of tax; only what it *earned* until then is income. This ledger finds, to the cent, what each conversion took along and what still waits.",
    body: Body::Worksheet(Worksheet {
        name: "Conversion Tracking Checklist",
        module: Module::Ledger,
        cards: CONVERSIONS,
    }),
};
