//! What the ACP test means for the person: whether it applies, and what it
//! would send back.

use super::acp::{Acp, Tested};
use super::{Case, Finding};
use crate::law::{YearLimits, limits};
use crate::record::{Answer, EmployerKind, Income, PlanKind, YearRecord};

/// Whether the plan must pass the ACP test: not those of governments and
/// churches, and not one that has nobody to compare with.
pub(super) fn has_acp_test(entry: &YearRecord) -> bool {
    !matches!(entry.plan.kind, PlanKind::Solo401k | PlanKind::Governmental401a)
        && matches!(entry.plan.employer, EmployerKind::Company | EmployerKind::Nonprofit)
}

/// The test in dollars, where enough is known.
pub(super) fn acp(entry: &YearRecord) -> Option<Acp> {
    let others = entry.plan.others_average?;
    let Some(Income::Wages { pay }) = entry.income else { return None };
    if !has_acp_test(entry) || entry.highly_compensated == Answer::No {
        return None;
    }
    let pay_counted = YearLimits::of(entry.year, &entry.own_limits).ok()?.pay_counted.value;
    let matched = entry.contributions.match_of_the_year().total();
    let after_tax = entry.contributions.after_tax;
    Some(Acp::of(entry.year, others, Tested { pay, pay_counted, matched, after_tax }))
}

/// Why a plan is not tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untested {
    /// Nobody else is in it to compare with.
    NobodyElse,
    /// It is that of a church.
    Church,
    /// It is that of a government.
    Government,
}

impl Untested {
    /// Why the plan of a year is not tested; none where it is.
    fn of(entry: &YearRecord) -> Option<Self> {
        match (entry.plan.kind, entry.plan.employer) {
            _ if has_acp_test(entry) => None,
            (PlanKind::Solo401k, _) | (_, EmployerKind::OwnBusiness) => Some(Self::NobodyElse),
            (_, EmployerKind::Church) => Some(Self::Church),
            _ => Some(Self::Government),
        }
    }
}

pub(super) fn findings(case: &Case<'_>, found: &mut Vec<Finding>) {
    let is_highly_compensated = case.entry.highly_compensated;
    if let Some(untested) = Untested::of(case.entry) {
        found.extend((is_highly_compensated == Answer::Yes).then_some(Finding::NoAcpTest { untested }));
        return;
    }
    let year = case.entry.year;
    let above = limits::highly_compensated_above(year);
    let wages = case.entry.prior_year_box_3_wages;
    let passed = above.zip(wages).filter(|(above, wages)| *wages > above.value);
    found.extend(match is_highly_compensated {
        Answer::Unknown => {
            Some(Finding::HighlyCompensatedOpen { year, above, wages_above: passed.map(|(_, wages)| wages) })
        }
        Answer::No => passed.map(|(above, wages)| Finding::WagesSayHighlyCompensated { wages, above: above.value }),
        Answer::Yes if case.acp.is_none() => Some(Finding::AcpTest { year }),
        Answer::Yes => None,
    });
    found.extend(case.acp.as_ref().map(refund));
}

fn refund(acp: &Acp) -> Finding {
    Finding::AcpRefund {
        others: acp.others,
        most_percent: acp.most_percent.clone(),
        most: acp.most.value,
        own_percent: acp.own_percent.clone(),
        stays: acp.stays,
        refund: acp.refund.value,
        by: acp.by,
    }
}
