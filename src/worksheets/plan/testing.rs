//! What the ACP test means for the person: whether it applies, and what it
//! would send back.

use super::acp::{Acp, Tested};
use super::{Case, Finding};
use crate::law::limits;
use crate::record::{Answer, Income};
use crate::worksheets::feasibility::{AcpTest, RefundDays};
use crate::worksheets::year::{NotReady, Year};

/// What the test in dollars waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The paychecks are entered, and cannot be worked out yet.
    Paychecks(NotReady),
    /// The year's limits are not known.
    Limits(NotReady),
    /// The pay is not entered.
    Pay,
}

/// The test in dollars, where the others' average is known and the test may concern the
/// person; or what it waits for.
pub(super) fn acp(year: &Year<'_>) -> Option<Result<Acp, Waits>> {
    let entry = year.entry;
    let others = entry.plan.others_average?;
    let is_own_business = matches!(entry.income, Some(Income::SelfEmployed { .. }));
    let is_exempt = matches!(AcpTest::of(entry), AcpTest::Exempt(_)) || entry.highly_compensated == Answer::No;
    if is_own_business || is_exempt {
        return None;
    }
    Some(tested(year).map(|tested| Acp::of(RefundDays::of(entry).map(|days| days.by), others, tested)))
}

fn tested(year: &Year<'_>) -> Result<Tested, Waits> {
    // Pay and match follow from the paychecks where they are entered. What was entered instead
    // of them is then out of date.
    let projected = if year.entry.payroll.is_entered() { year.projected().map_err(Waits::Paychecks)? } else { None };
    let entry = projected.unwrap_or(year.entry);
    let Some(Income::Wages { pay }) = entry.income else { return Err(Waits::Pay) };
    Ok(Tested {
        pay,
        pay_counted: year.limits().map_err(Waits::Limits)?.pay_counted.value,
        matched: entry.contributions.match_of_the_year().total(),
        after_tax: entry.contributions.after_tax,
        match_tested: entry.plan.tested_alone,
    })
}

pub(super) fn findings(case: &Case<'_>, found: &mut Vec<Finding>) {
    let is_highly_compensated = case.entry.highly_compensated;
    match case.test {
        AcpTest::Exempt(untested) => {
            found.extend((is_highly_compensated == Answer::Yes).then_some(Finding::NoAcpTest { untested }));
            return;
        }
        AcpTest::Doubtful => {
            found.extend((is_highly_compensated == Answer::Yes).then_some(Finding::ChurchPlanTest));
        }
        AcpTest::Applies => found.extend(concerned(case)),
    }
    found.extend(case.acp.as_ref().map(|acp| refund(case, acp)));
    found.extend(case.acp_waits.clone().map(|waits| Finding::AcpWaits { waits }));
}

/// Whether the test concerns the person, or may.
fn concerned(case: &Case<'_>) -> Option<Finding> {
    let year = case.entry.year;
    let above = limits::highly_compensated_above(year);
    let wages = case.entry.prior_year_box_3_wages;
    let passed = above.zip(wages).filter(|(above, wages)| *wages > above.value);
    match case.entry.highly_compensated {
        Answer::Unknown => {
            Some(Finding::HighlyCompensatedOpen { year, above, wages_above: passed.map(|(_, wages)| wages) })
        }
        Answer::No => passed.map(|(above, wages)| Finding::WagesSayHighlyCompensated { wages, above: above.value }),
        Answer::Yes if case.acp.is_none() => Some(Finding::AcpTest {
            days: case.refund_days,
            union_open: case.entry.union_contract == Answer::Unknown,
            match_tested: case.entry.plan.tested_alone,
        }),
        Answer::Yes => None,
    }
}

fn refund(case: &Case<'_>, acp: &Acp) -> Finding {
    Finding::AcpRefund {
        others: acp.others,
        most_percent: acp.most_percent.clone(),
        most: acp.most.value,
        own_percent: acp.own_percent.clone(),
        stays: acp.stays,
        refund: acp.refund.value,
        days: case.refund_days,
        match_tested: case.entry.plan.tested_alone,
    }
}
