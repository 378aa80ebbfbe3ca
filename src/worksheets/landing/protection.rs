//! What keeps creditors away from the plan.

use crate::record::{EmployerKind, PlanKind, PlanRules};

/// Whose creditor protection a plan has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// That of ERISA.
    Erisa,
    /// None outside bankruptcy but the state's: only an owner is in it.
    OwnersOnly,
    /// That of its own law: governments and most churches.
    OwnLaw,
}

impl Protection {
    /// That of a plan, by its kind and its employer.
    pub(super) fn of(plan: &PlanRules) -> Self {
        match (plan.kind, plan.employer) {
            (PlanKind::Solo401k, _) | (_, EmployerKind::OwnBusiness) => Self::OwnersOnly,
            (PlanKind::Governmental401a | PlanKind::Governmental457b | PlanKind::Tsp, _)
            | (_, EmployerKind::Government | EmployerKind::Church) => Self::OwnLaw,
            _ => Self::Erisa,
        }
    }
}
