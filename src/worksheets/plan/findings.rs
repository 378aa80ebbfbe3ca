//! What the worksheet finds in the answers. How each finding reads is in `words`.

use super::{Case, Waits, testing};
use crate::explain::Found;
use crate::findings;
use crate::law::limits::ELECTIVE_DEFERRALS;
use crate::law::{Amount, Standing};
use crate::money::Money;
use crate::percent::Percent;
use crate::record::{Answer, Destination, EmployerKind, MatchTested, PlanKind, Relation, YearRecord};
use crate::worksheets::feasibility::{Barred, Cause, RefundDays, Untested, Verdict, is_without_deferrals};

findings! {
    /// What the worksheet can find.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// This kind of plan takes no after-tax contributions.
        KindBarred = "P01" { barred: Barred, year: i16, deferral_limit: Option<Money> },
        /// The plan takes no after-tax contributions.
        NoAfterTax = "P02",
        /// After-tax money has no way to Roth: both ways out are closed.
        NoExit = "P03",
        /// Nothing is verified yet (the guide's first common mistake): neither the source nor a way out is answered.
        NothingVerified = "P04",
        /// Conversion inside a plan without a Roth account.
        NoRothAccount = "P05",
        /// The destination does not fit the ways out: it needs one that is closed.
        DestinationClosed = "P06" { to_roth_ira: bool },
        /// Deferrals or Roth deferrals in a kind of plan that takes none.
        DeferralsOutOfPlace = "P07" { kind: PlanKind },
        /// After-tax money in a plan that takes none.
        AfterTaxOutOfPlace = "P08" { after_tax: Money },
        /// After-tax money is in, and no way out is sure.
        InBeforeExit = "P09" { after_tax: Money, is_closed: bool },
        /// No transfer a year is allowed, though a way out is open.
        NoTransfers = "P10",
        /// The ACP test applies: highly compensated, in a plan that is tested.
        AcpTest = "P11" { days: Option<RefundDays>, union_open: bool, match_tested: MatchTested },
        /// Whether the ACP test concerns the person is open: not known whether highly compensated.
        HighlyCompensatedOpen = "P12" { year: i16, above: Option<Amount>, wages_above: Option<Money> },
        /// Last year's wages make one highly compensated, who answered no.
        WagesSayHighlyCompensated = "P13" { wages: Money, above: Money },
        /// What the ACP test would send back, where the others' average and the pay are known.
        AcpRefund = "P14" {
            others: Percent,
            most_percent: String,
            most: Money,
            own_percent: String,
            stays: Money,
            refund: Money,
            days: Option<RefundDays>,
            match_tested: MatchTested,
        },
        /// No ACP test here: highly compensated, in a plan that is not tested.
        NoAcpTest = "P15" { untested: Untested },
        /// A solo 401(k) needs a custom document.
        CustomDocument = "P16" { takes_after_tax: bool },
        /// A 403(b) is combined with a business of one's own, and no such business is entered.
        OwnBusinessJoins403b = "P17",
        /// What kind of employer has the 403(b): it cannot be a company.
        EmployerOf403b = "P18",
        /// Highly compensated in a church's plan that is no 403(b): whether it is tested is not settled.
        ChurchPlanTest = "P19",
        /// A 403(b) and another plan of the same employer have a limit each, and no such plan is entered.
        TwoPlansOfOneEmployer = "P20" { kind: PlanKind },
        /// A 403(b) in mutual funds may not pay out before 59½, and withdrawal is the only sure way to Roth.
        MutualFunds403b = "P21",
        /// The others' average is known, and the test in dollars waits for something.
        AcpWaits = "P22" { waits: Waits },
    }
}

pub(super) fn findings(case: &Case<'_>) -> Vec<Found<Finding>> {
    let mut found = Vec::new();
    found.extend(cannot(case));
    found.extend(nothing_verified(case));
    if !matches!(case.cause, Some(Cause::Kind(_))) {
        contradictions(case, &mut found);
    }
    found.extend(money(case));
    if !matches!(case.cause, Some(Cause::Kind(_) | Cause::NoAfterTax)) {
        testing::findings(case, &mut found);
        kind(case, &mut found);
    }
    Found::sorted(found)
}

fn cannot(case: &Case<'_>) -> Option<Finding> {
    Some(match case.cause? {
        Cause::Kind(barred) => {
            let year = case.entry.year;
            Finding::KindBarred { barred, year, deferral_limit: deferral_limit(barred, year) }
        }
        Cause::NoAfterTax => Finding::NoAfterTax,
        Cause::NoExit => Finding::NoExit,
    })
}

/// The limit on deferrals, which a 457(b) plan has for itself; none that is not official.
fn deferral_limit(barred: Barred, year: i16) -> Option<Money> {
    let has_its_own = matches!(barred, Barred::Governmental457b | Barred::TaxExempt457b);
    let official = |limit: &Amount| limit.standing == Standing::Official;
    ELECTIVE_DEFERRALS.on_file(year).filter(|limit| has_its_own && official(limit)).map(|limit| limit.value)
}

fn nothing_verified(case: &Case<'_>) -> Option<Finding> {
    let plan = &case.entry.plan;
    let decides = [plan.after_tax, plan.in_plan_rollover, plan.in_service_withdrawal];
    let open = case.cause.is_none() && decides.iter().all(|answer| *answer == Answer::Unknown);
    open.then_some(Finding::NothingVerified)
}

fn contradictions(case: &Case<'_>, found: &mut Vec<Finding>) {
    let plan = &case.entry.plan;
    if plan.in_plan_rollover == Answer::Yes && plan.roth_deferrals == Answer::No {
        found.push(Finding::NoRothAccount);
    }
    let to_ira = matches!(plan.destination, Destination::RothIra | Destination::Both);
    let to_plan = matches!(plan.destination, Destination::Roth401k | Destination::Both);
    if to_ira && case.exits.withdrawal == Answer::No {
        found.push(Finding::DestinationClosed { to_roth_ira: true });
    } else if to_plan && case.exits.in_plan == Answer::No {
        found.push(Finding::DestinationClosed { to_roth_ira: false });
    }
    if is_without_deferrals(plan.kind) && (defers(case.entry) || plan.roth_deferrals == Answer::Yes) {
        found.push(Finding::DeferralsOutOfPlace { kind: plan.kind });
    }
    if plan.transfers_per_year == Some(0) && case.exits.sure() {
        found.push(Finding::NoTransfers);
    }
}

/// Whether anything is deferred. What the elections bring needs no paychecks worked out: that
/// there is one is enough.
fn defers(entry: &YearRecord) -> bool {
    let deferrals = entry.contributions.deferrals();
    let elected = || !entry.payroll.pre_tax.is_nothing() || !entry.payroll.roth.is_nothing();
    let to_come = if entry.payroll.is_entered() { elected() } else { deferrals.to_come.is_positive() };
    deferrals.so_far.is_positive() || to_come
}

fn money(case: &Case<'_>) -> Option<Finding> {
    let after_tax = case.entry.contributions.after_tax;
    let elected = !case.entry.payroll.after_tax.is_nothing();
    if !after_tax.is_positive() && !elected {
        return None;
    }
    match case.cause {
        Some(Cause::Kind(_) | Cause::NoAfterTax) => Some(Finding::AfterTaxOutOfPlace { after_tax }),
        _ if case.exits.sure() => None,
        _ => Some(Finding::InBeforeExit { after_tax, is_closed: case.verdict == Verdict::Cannot }),
    }
}

fn kind(case: &Case<'_>, found: &mut Vec<Finding>) {
    let plan = &case.entry.plan;
    let has = |relation: Relation| case.entry.other_jobs.iter().any(|job| job.relation == relation);
    let often_has_both = matches!(plan.kind, PlanKind::Plan403b | PlanKind::Governmental401a);
    if often_has_both && !has(Relation::Same403b) {
        found.push(Finding::TwoPlansOfOneEmployer { kind: plan.kind });
    }
    match plan.kind {
        PlanKind::Solo401k => {
            found.push(Finding::CustomDocument { takes_after_tax: plan.after_tax == Answer::Yes });
        }
        PlanKind::Plan403b => {
            if !has(Relation::Own403b) {
                found.push(Finding::OwnBusinessJoins403b);
            }
            let only_way_out = case.exits.withdrawal == Answer::Yes && case.exits.in_plan != Answer::Yes;
            if only_way_out && case.may_be_under_59_and_a_half {
                found.push(Finding::MutualFunds403b);
            }
            if plan.employer == EmployerKind::Company {
                found.push(Finding::EmployerOf403b);
            }
        }
        _ => {}
    }
}
