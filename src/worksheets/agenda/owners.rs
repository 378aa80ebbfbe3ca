//! The days that the owner of a business with a plan of one's own must keep besides.

use super::action::Due;
use super::{Act, Worked};
use crate::law::{deadlines, owner_deadlines};
use crate::record::{BusinessKind, EmployerKind, Income, PlanKind, YearRecord};

/// Whether the person owns the business that has the plan, and runs the plan.
pub(super) fn owns_the_plan(entry: &YearRecord) -> bool {
    let plan = &entry.plan;
    matches!(entry.income, Some(Income::SelfEmployed { .. }))
        || plan.kind == PlanKind::Solo401k
        || plan.employer == EmployerKind::OwnBusiness
}

/// What kind of business it is: wages of one's own business come from a corporation.
fn kind(entry: &YearRecord) -> BusinessKind {
    let wages = matches!(entry.income, Some(Income::Wages { .. })) || entry.payroll.is_entered();
    match entry.beyond.business {
        BusinessKind::Unknown if wages => BusinessKind::SCorporation,
        told => told,
    }
}

pub(super) fn acts(worked: &Worked<'_, '_>) -> Vec<Due> {
    let (year, entry) = (worked.year.year, worked.year.entry);
    if !owns_the_plan(entry) {
        return Vec::new();
    }
    let kind = kind(entry);
    let mut due = vec![
        Due::new(Act::AdoptPlan, owner_deadlines::plan_adopted(year)),
        Due::new(Act::Form5500Ez, owner_deadlines::form_5500_ez(year)),
    ];
    // What is not told is shown for either.
    if kind != BusinessKind::SoleProprietor {
        due.push(Due::new(Act::BusinessReturn, owner_deadlines::business_return(year)));
        due.push(Due::new(Act::ExtendedBusinessReturn, owner_deadlines::extended_business_return(year)));
    }
    if matches!(kind, BusinessKind::SoleProprietor | BusinessKind::Unknown) {
        due.push(Due::new(Act::FirstDeferrals, owner_deadlines::first_deferrals(year)));
        let with_business_return = false;
        due.push(Due::new(Act::OwnerMoney { with_business_return }, owner_deadlines::employer_money(year)));
    } else {
        let with_business_return = true;
        let last = owner_deadlines::extended_business_return(year);
        due.push(Due::new(Act::OwnerMoney { with_business_return }, last));
    }
    let gross = worked.conversions.as_ref().map(|done| done.left).unwrap_or_default();
    if gross.is_positive() {
        due.push(Due::new(Act::IssueForm { gross }, deadlines::forms_sent(year)));
        due.push(Due::new(Act::FileFormOnPaper, owner_deadlines::forms_filed_on_paper(year)));
        due.push(Due::new(Act::FileFormElectronically, owner_deadlines::forms_filed_electronically(year)));
    }
    due
}
