//! Kinds of plans: which cannot do it, and which take no deferrals.

use crate::record::PlanKind;

/// A kind of plan that cannot do it: it takes no after-tax contributions at all, or is not
/// under the law that this planner goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// The 457(b) plan of a state or local government.
    Governmental457b,
    /// The 457(b) plan of a tax-exempt employer.
    TaxExempt457b,
    /// The Thrift Savings Plan.
    Tsp,
    /// SIMPLE IRA.
    SimpleIra,
    /// SIMPLE 401(k).
    Simple401k,
    /// Starter 401(k), which takes deferrals alone.
    Starter401k,
    /// SEP, which takes employer money alone.
    Sep,
    /// SARSEP: a SEP with deferrals, from before 1997.
    Sarsep,
    /// A plan under Puerto Rico's tax law, which is outside this planner.
    PuertoRico,
}

impl Barred {
    /// This kind of plan, if it is one of them.
    #[must_use]
    pub fn of(kind: PlanKind) -> Option<Self> {
        match kind {
            PlanKind::Plan401k
            | PlanKind::Plan403b
            | PlanKind::Solo401k
            | PlanKind::ProfitSharing
            | PlanKind::Governmental401a => None,
            PlanKind::Governmental457b => Some(Self::Governmental457b),
            PlanKind::TaxExempt457b => Some(Self::TaxExempt457b),
            PlanKind::Tsp => Some(Self::Tsp),
            PlanKind::SimpleIra => Some(Self::SimpleIra),
            PlanKind::Simple401k => Some(Self::Simple401k),
            PlanKind::Starter401k => Some(Self::Starter401k),
            PlanKind::Sep => Some(Self::Sep),
            PlanKind::Sarsep => Some(Self::Sarsep),
            PlanKind::PuertoRico => Some(Self::PuertoRico),
        }
    }
}

impl Barred {
    /// Whether the limit on annual additions does not apply to it: it has limits of its own,
    /// or Puerto Rico's law (IRC 415(a)(2), (k)(1); ERISA 1022(i)).
    #[must_use]
    pub fn is_outside_the_limit(self) -> bool {
        matches!(self, Self::Governmental457b | Self::TaxExempt457b | Self::SimpleIra | Self::PuertoRico)
    }
}

impl super::Feasibility {
    /// The kind of plan to which the limit on annual additions does not apply, if it is one.
    #[must_use]
    pub fn outside_the_limit(self) -> Option<Barred> {
        match self.cause {
            Some(super::Cause::Kind(barred)) if barred.is_outside_the_limit() => Some(barred),
            _ => None,
        }
    }
}

/// Whether a plan of this kind takes no elective deferrals, and so has no Roth account.
#[must_use]
pub fn is_without_deferrals(kind: PlanKind) -> bool {
    matches!(kind, PlanKind::ProfitSharing | PlanKind::Governmental401a)
}
