//! What kinds of plans are called, and why a plan cannot do it.

use super::{Barred, Cause, Open};
use crate::law::Citation;
use crate::law::citations::{PLAN_457B, PUERTO_RICO, SEP, SIMPLE_401K, SIMPLE_IRA, STARTER_401K, TSP};
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
        PlanKind::PuertoRico => "Puerto Rico plan",
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
    /// Why it cannot do it, in a sentence or two.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Self::Governmental457b => {
                "A 457(b) plan accepts deferrals and, in some plans, employer money, but no after-tax contributions, so there is nothing to convert."
            }
            Self::TaxExempt457b => {
                "A 457(b) plan accepts deferrals and, in some plans, employer money, but no after-tax contributions. The 457(b) of a tax-exempt employer has no Roth account either."
            }
            Self::Tsp => {
                "The Thrift Savings Plan accepts only pre-tax and Roth contributions. Since January 28, 2026, you can convert money to Roth inside it, but that is pre-tax money: you pay tax on all of it, and it creates no extra room. It is not a mega backdoor Roth."
            }
            Self::SimpleIra => {
                "A SIMPLE IRA accepts your deferrals and employer money, but no after-tax contributions. Since 2024 the employer may contribute a limited amount beyond what it must."
            }
            Self::Simple401k => {
                "A SIMPLE 401(k) accepts your deferrals and employer money, but no after-tax contributions. Since 2024 the employer may contribute a limited amount beyond what it must."
            }
            Self::Starter401k => "A starter 401(k), or its 403(b) counterpart, accepts deferrals only.",
            Self::Sep => "A SEP accepts employer money only, in an IRA.",
            Self::Sarsep => "A SARSEP accepts deferrals and employer money, in an IRA, but no after-tax contributions.",
            Self::PuertoRico => {
                "A plan qualified only in Puerto Rico follows Puerto Rico’s tax law, with limits and Roth rules of its own. This planner knows only federal tax law, so nothing here applies to such a plan."
            }
        }
    }

    /// What the person can do instead.
    #[must_use]
    pub fn instead(self) -> &'static str {
        match self {
            Self::Governmental457b => {
                "Its deferral limit is separate: you can max it out on top of a 401(k) or 403(b), as Roth if the plan accepts Roth deferrals. If your employer also has a 401(a) or 403(b) plan, check that one."
            }
            Self::TaxExempt457b => {
                "Its deferral limit is separate: you can max it out on top of a 401(k) or 403(b). It has no catch-up from age 50, and the money stays exposed to the employer’s creditors. If your employer also has a 403(b) plan, check that one."
            }
            Self::Tsp => "You can make your own contributions as Roth, up to the deferral limit.",
            Self::SimpleIra => "Since 2023 your deferrals can be Roth if the employer offers it.",
            Self::Simple401k => {
                "Your deferrals can be Roth if the plan accepts Roth deferrals. An employer can switch to a regular 401(k) at the start of a year."
            }
            Self::Starter401k => {
                "Your deferrals can be Roth if the plan accepts Roth deferrals. An employer can switch to a regular plan."
            }
            Self::Sep => {
                "Since 2023 employer money can go in as Roth, and is then taxed as your income, if the provider offers it. If you have your own business and no staff, a solo 401(k) with a custom document can accept after-tax contributions."
            }
            Self::Sarsep => {
                "Since 2023 your deferrals can be Roth if the employer offers it. Only an employer that had a SARSEP before 1997 can keep one; it can switch to a 401(k)."
            }
            Self::PuertoRico => {
                "Ask someone who works with Puerto Rico taxes. If your plan is qualified under federal law as well and you pay federal income tax on your wages, choose its federal kind, such as 401(k)."
            }
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
            Self::PuertoRico => PUERTO_RICO,
        }
    }
}
