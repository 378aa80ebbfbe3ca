//! Kinds of plans: what people call each, and which take no after-tax money.

use crate::law::Citation;
use crate::law::citations::{PLAN_457B, SEP, SIMPLE_401K, SIMPLE_IRA, STARTER_401K, TSP};
use crate::record::PlanKind;

/// Why a kind of plan takes no after-tax contributions, and what it has instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Barred {
    /// Why it takes none, in a sentence or two.
    pub why: &'static str,
    /// What the person can do instead.
    pub instead: &'static str,
    /// Where the law says so.
    pub citation: Citation,
}

/// What people call a plan, in a sentence.
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
pub fn a_name(kind: PlanKind) -> String {
    let article = if kind == PlanKind::Tsp { "the" } else { "a" };
    format!("{article} {}", name(kind))
}

/// Whether a plan of this kind takes no elective deferrals, and so has no Roth account.
pub fn is_without_deferrals(kind: PlanKind) -> bool {
    matches!(kind, PlanKind::ProfitSharing | PlanKind::Governmental401a)
}

/// What bars a kind of plan, if it takes no after-tax contributions at all.
pub fn barred(kind: PlanKind) -> Option<Barred> {
    let (why, instead, citation) = match kind {
        PlanKind::Plan401k
        | PlanKind::Plan403b
        | PlanKind::Solo401k
        | PlanKind::ProfitSharing
        | PlanKind::Governmental401a => return None,
        PlanKind::Governmental457b => (
            "A 457(b) plan takes deferrals of pay only, so there is no after-tax money in it to convert.",
            "Its limit on deferrals is separate: you can fill it beside a 401(k) or 403(b), as Roth if the plan takes Roth deferrals. If your employer has a 401(a) or 403(b) plan as well, check that one.",
            PLAN_457B,
        ),
        PlanKind::TaxExempt457b => (
            "A 457(b) plan takes deferrals of pay only, and that of a tax-exempt employer has no Roth account either.",
            "Its limit on deferrals is separate: you can fill it beside a 401(k) or 403(b). If your employer has a 403(b) plan as well, check that one.",
            PLAN_457B,
        ),
        PlanKind::Tsp => (
            "The Thrift Savings Plan takes pre-tax and Roth contributions only. Since January 28, 2026 you can convert money inside it to Roth, but that is pre-tax money: you pay tax on all of it, and it makes no more room. It is no mega backdoor Roth.",
            "You can make your own contributions as Roth up to the limit on deferrals.",
            TSP,
        ),
        PlanKind::SimpleIra => (
            "A SIMPLE IRA takes your deferrals and the employer's required money, and nothing else.",
            "Your deferrals can be Roth if the employer offers it.",
            SIMPLE_IRA,
        ),
        PlanKind::Simple401k => (
            "A SIMPLE 401(k) takes your deferrals and the employer's required money, and nothing else.",
            "Your deferrals can be Roth if the plan takes Roth deferrals. An employer can replace it by an ordinary 401(k) from a new year on.",
            SIMPLE_401K,
        ),
        PlanKind::Starter401k => (
            "A starter 401(k), and its like among 403(b) plans, takes deferrals only.",
            "Your deferrals can be Roth if the plan takes Roth deferrals. An employer can replace it by an ordinary plan.",
            STARTER_401K,
        ),
        PlanKind::Sep => (
            "A SEP takes employer money only, in an IRA.",
            "With a business of your own and no staff, a solo 401(k) with a custom document can take after-tax money instead.",
            SEP,
        ),
        PlanKind::Sarsep => (
            "A SARSEP takes deferrals and employer money, in an IRA, and no after-tax contributions.",
            "Only an employer that had one before 1997 can keep one; it can change to a 401(k).",
            SEP,
        ),
    };
    Some(Barred { why, instead, citation })
}
