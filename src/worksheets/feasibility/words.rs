//! What kinds of plans are called, and why a plan cannot do it.

use super::{Barred, Cause, Open};
use crate::law::Citation;
use crate::law::citations::{PLAN_457B, SEP, SIMPLE_401K, SIMPLE_IRA, STARTER_401K, TSP};
use crate::record::PlanKind;

/// What people call a plan, in a sentence.
#[must_use]
pub fn name(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Plan401k => "401(k) plan",
        PlanKind::Plan403b => "403(b) plan",
        PlanKind::Solo401k => "solo 401(k)",
        PlanKind::ProfitSharing => "profit-sharing or money purchase plan",
        PlanKind::Governmental401a => "governmental 401(a) plan",
        PlanKind::Governmental457b => "governmental 457(b) plan",
        PlanKind::TaxExempt457b => "457(b) plan of a tax-exempt employer",
        PlanKind::Tsp => "Thrift Savings Plan",
        PlanKind::SimpleIra => "SIMPLE IRA",
        PlanKind::Simple401k => "SIMPLE 401(k)",
        PlanKind::Starter401k => "starter 401(k)",
        PlanKind::Sep => "SEP",
        PlanKind::Sarsep => "SARSEP",
    }
}

/// The same with its article.
#[must_use]
pub fn a_name(kind: PlanKind) -> String {
    let article = if kind == PlanKind::Tsp { "the" } else { "a" };
    format!("{article} {}", name(kind))
}

impl Cause {
    /// Why the plan cannot do it at all, in a sentence or two.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Self::Kind(barred) => barred.why(),
            Self::NoAfterTax => "You said on the Plan page that it accepts no after-tax contributions.",
            Self::NoExit => "You said on the Plan page that after-tax money cannot move to Roth while you work there.",
        }
    }
}

impl Open {
    /// What is not known yet, in a sentence.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Self::Exit => {
                "You haven’t found out yet whether your plan lets after-tax money move to Roth while you work there."
            }
            Self::AfterTax => "You haven’t found out yet whether your plan accepts after-tax contributions.",
            Self::Both => {
                "You haven’t found out yet whether your plan accepts after-tax contributions and lets them move to Roth while you work there."
            }
        }
    }
}

impl Barred {
    /// Why it takes no after-tax contributions, in a sentence or two.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Self::Governmental457b => {
                "A 457(b) plan takes deferrals of pay only, so there is no after-tax money in it to convert."
            }
            Self::TaxExempt457b => {
                "A 457(b) plan takes deferrals of pay only, and that of a tax-exempt employer has no Roth account either."
            }
            Self::Tsp => {
                "The Thrift Savings Plan takes pre-tax and Roth contributions only. Since January 28, 2026 you can convert money inside it to Roth, but that is pre-tax money: you pay tax on all of it, and it makes no more room. It is no mega backdoor Roth."
            }
            Self::SimpleIra => "A SIMPLE IRA takes your deferrals and the employer's required money, and nothing else.",
            Self::Simple401k => {
                "A SIMPLE 401(k) takes your deferrals and the employer's required money, and nothing else."
            }
            Self::Starter401k => "A starter 401(k), and its like among 403(b) plans, takes deferrals only.",
            Self::Sep => "A SEP takes employer money only, in an IRA.",
            Self::Sarsep => "A SARSEP takes deferrals and employer money, in an IRA, and no after-tax contributions.",
        }
    }

    /// What the person can do instead.
    #[must_use]
    pub fn instead(self) -> &'static str {
        match self {
            Self::Governmental457b => {
                "Its limit on deferrals is separate: you can fill it beside a 401(k) or 403(b), as Roth if the plan takes Roth deferrals. If your employer has a 401(a) or 403(b) plan as well, check that one."
            }
            Self::TaxExempt457b => {
                "Its limit on deferrals is separate: you can fill it beside a 401(k) or 403(b). If your employer has a 403(b) plan as well, check that one."
            }
            Self::Tsp => "You can make your own contributions as Roth up to the limit on deferrals.",
            Self::SimpleIra => "Your deferrals can be Roth if the employer offers it.",
            Self::Simple401k => {
                "Your deferrals can be Roth if the plan takes Roth deferrals. An employer can replace it by an ordinary 401(k) from a new year on."
            }
            Self::Starter401k => {
                "Your deferrals can be Roth if the plan takes Roth deferrals. An employer can replace it by an ordinary plan."
            }
            Self::Sep => {
                "With a business of your own and no staff, a solo 401(k) with a custom document can take after-tax money instead."
            }
            Self::Sarsep => "Only an employer that had one before 1997 can keep one; it can change to a 401(k).",
        }
    }

    /// Where the law says so.
    #[must_use]
    pub fn citation(self) -> Citation {
        match self {
            Self::Governmental457b | Self::TaxExempt457b => PLAN_457B,
            Self::Tsp => TSP,
            Self::SimpleIra => SIMPLE_IRA,
            Self::Simple401k => SIMPLE_401K,
            Self::Starter401k => STARTER_401K,
            Self::Sep | Self::Sarsep => SEP,
        }
    }
}
