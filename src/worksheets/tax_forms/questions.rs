//! What people and tax software ask of these forms, and what the answers go by.

use serde::Serialize;

use super::case::Case;
use super::tax_return::Amounts;
use crate::law::Citation;
use crate::record::Path;

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question.
    pub asks: String,
    /// The answer.
    pub answer: String,
    /// Where the law or a form's instructions say so.
    pub citation: Citation,
}

/// What the answers go by.
pub(super) struct Facts<'a> {
    pub(super) year: i16,
    pub(super) amounts: &'a Amounts,
    pub(super) rolled_over: RolledOver,
    pub(super) destination: Destination,
    /// Whether any of it stayed in the plan.
    in_plan: bool,
}

/// How much of what moved was rolled over.
pub(super) enum RolledOver {
    /// Nothing moved.
    Nothing,
    /// What was not paid to the person, and what the person then put into a Roth IRA.
    WhatWasNotKept,
    /// All of it.
    All,
}

/// Where the year's conversions went.
pub(super) enum Destination {
    /// Nothing moved.
    Nowhere,
    /// The Roth account of the same plan.
    InPlan,
    /// A Roth IRA.
    RothIra,
    /// A traditional IRA, and nowhere else.
    TraditionalIra,
    /// Several of them.
    Several,
}

pub(super) fn facts<'a>(case: &Case<'_>, amounts: &'a Amounts) -> Facts<'a> {
    let used = |path: Path| case.all_moves().any(|made| made.path == path);
    let [in_plan, roth_ira, split, paid_out] = [Path::InPlan, Path::RothIra, Path::Split, Path::PaidOut].map(used);
    let traditional = used(Path::TraditionalIra);
    Facts {
        in_plan,
        year: case.year,
        amounts,
        rolled_over: if case.all_moves().next().is_none() {
            RolledOver::Nothing
        } else if paid_out {
            RolledOver::WhatWasNotKept
        } else {
            RolledOver::All
        },
        destination: match (in_plan, roth_ira || split || paid_out) {
            (false, false) if traditional => Destination::TraditionalIra,
            (false, false) => Destination::Nowhere,
            (true, false) if !traditional => Destination::InPlan,
            (false, true) if !traditional => Destination::RothIra,
            _ => Destination::Several,
        },
    }
}

impl Facts<'_> {
    /// Whether any of it stayed in the plan.
    pub(super) const fn in_plan(&self) -> bool {
        self.in_plan
    }
}
