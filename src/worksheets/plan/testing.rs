//! What the ACP test means for the person: whether it applies, and what it
//! would send back.

use super::Basis;
use super::acp::{Acp, Tested};
use super::findings::{Code, Findings};
use crate::explain::Severity;
use crate::law::{Standing, YearLimits, citations, limits};
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
    let matched = entry.contributions.employer_match.total().ok()?;
    let after_tax = entry.contributions.after_tax;
    Acp::of(entry.year, others, Tested { pay, pay_counted, matched, after_tax }).ok()
}

pub(super) fn acp_test(basis: &Basis<'_>, found: &mut Findings) {
    let entry = basis.entry;
    let year = entry.year;
    if !has_acp_test(entry) {
        if entry.highly_compensated == Answer::Yes {
            let why = match (entry.plan.kind, entry.plan.employer) {
                (PlanKind::Solo401k, _) | (_, EmployerKind::OwnBusiness) => {
                    "The test compares you with the other people in the plan. Without staff there is nobody to compare with. With the first employee in the plan that ends."
                }
                (_, EmployerKind::Church) => {
                    "Church plans have no such test, unless the plan has chosen to be under the rules for other employers; ask if in doubt."
                }
                _ => "Plans of governments have no such test.",
            };
            found.add(Code::NoAcpTest, Severity::Note, "No ACP test here", why, citations::NO_ACP_TEST);
        }
        return;
    }
    let above = limits::highly_compensated_above(year).map(|amount| amount.value);
    let wages = entry.prior_year_box_3_wages;
    let wages_above = above.and_then(|above| wages.filter(|wages| *wages > above).map(|wages| (wages, above)));
    match entry.highly_compensated {
        Answer::Unknown => {
            let amount = match limits::highly_compensated_above(year) {
                Some(above) if above.standing == Standing::Official => format!("more than {}", above.value),
                Some(above) => format!("more than {} (a projection, not law)", above.value),
                None => "more than the amount for that year".to_owned(),
            };
            let likely = wages_above.map_or_else(String::new, |(wages, _)| {
                format!(" Your box 3 wages of {wages} say that it did, so you most likely are.")
            });
            found.add(
                Code::HighlyCompensatedOpen,
                Severity::Attention,
                "Are you highly compensated?",
                format!(
                    "You are if this employer paid you {amount} in {}, or if you own more than 5% of it.{likely} Then the plan must test your match and after-tax money (the ACP test), and some of it may come back. Some plans count only the best-paid fifth; ask.",
                    year.saturating_sub(1)
                ),
                citations::HIGHLY_COMPENSATED,
            );
        }
        Answer::No => {
            if let Some((wages, above)) = wages_above {
                found.add(
                    Code::WagesSayHighlyCompensated,
                    Severity::Attention,
                    "Your wages say highly compensated",
                    format!(
                        "You answered that you are not highly compensated, but your box 3 wages of {wages} exceed {above}. That is right only if your plan counts no more than the best-paid fifth, and you are not in it. Ask."
                    ),
                    citations::HIGHLY_COMPENSATED,
                );
            }
        }
        Answer::Yes if basis.acp.is_none() => found.add(
            Code::AcpTest,
            Severity::Attention,
            "The ACP test applies to you",
            format!(
                "The average of match and after-tax money among the highly compensated may be only a little above that of the others: 1.25 times it, or up to two points more. If {year} fails, after-tax money comes back to you by March 15, {}; its earnings are taxable, and money already in Roth is taken from there. A safe harbor 401(k) is not free of it for after-tax money. Ask for last year's average of the others and enter it.",
                year.saturating_add(1)
            ),
            citations::SAFE_HARBOR,
        ),
        Answer::Yes => {}
    }
    if let Some(acp) = &basis.acp {
        refund(acp, found);
    }
}

fn refund(acp: &Acp, found: &mut Findings) {
    let Acp { others, most_percent, most, stays, .. } = acp;
    let refund = acp.refund.value;
    let (severity, title, outcome) = if refund.is_positive() {
        let by = acp.by.map_or_else(String::new, |by| format!(" by {}", by.long()));
        (
            Severity::Attention,
            "After-tax money would come back",
            format!(
                "{refund} of your after-tax money would come back to you{by}, with its earnings, which are taxable. Beside your match {stays} can stay."
            ),
        )
    } else {
        (
            Severity::Note,
            "The ACP test sends nothing back",
            format!("Nothing you entered would come back. Beside your match {stays} of after-tax money can stay."),
        )
    };
    found.add(
        Code::AcpRefund,
        severity,
        title,
        format!(
            "If the others average {others}, the highly compensated may average {most_percent}: {} for you. The match and the after-tax money that you entered make {}. {outcome} This takes you alone; the test takes the average of all who are highly compensated, so ask the plan.",
            most.value, acp.own_percent
        ),
        citations::ACP_REFUND,
    );
}
