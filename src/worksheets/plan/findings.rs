//! What the worksheet finds in the answers. How each finding reads is in `words`.

use super::{Case, testing};
use crate::date::Date;
use crate::explain::Found;
use crate::findings;
use crate::law::limits::ELECTIVE_DEFERRALS;
use crate::law::{Amount, Standing};
use crate::money::Money;
use crate::percent::Percent;
use crate::record::{Answer, Destination, EmployerKind, PlanKind, Relation};
use crate::worksheets::feasibility::{Barred, Cause, Verdict, is_without_deferrals};

use testing::Untested;

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
        AcpTest = "P11" { year: i16 },
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
            by: Option<Date>,
        },
        /// No ACP test here: highly compensated, in a plan that is not tested.
        NoAcpTest = "P15" { untested: Untested },
        /// A solo 401(k) needs a custom document.
        CustomDocument = "P16" { takes_after_tax: bool },
        /// A 403(b) is combined with a business of one's own, and no such business is entered.
        OwnBusinessJoins403b = "P17",
        /// What kind of employer has the 403(b): it cannot be a company.
        EmployerOf403b = "P18",
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
    let deferrals = case.entry.contributions.deferrals().total();
    let defers = deferrals.is_positive() || plan.roth_deferrals == Answer::Yes;
    if is_without_deferrals(plan.kind) && defers {
        found.push(Finding::DeferralsOutOfPlace { kind: plan.kind });
    }
    if plan.transfers_per_year == Some(0) && case.exits.sure() {
        found.push(Finding::NoTransfers);
    }
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
    match plan.kind {
        PlanKind::Solo401k => {
            found.push(Finding::CustomDocument { takes_after_tax: plan.after_tax == Answer::Yes });
        }
        PlanKind::Plan403b => {
            if case.entry.other_jobs.iter().all(|job| job.relation != Relation::Own403b) {
                found.push(Finding::OwnBusinessJoins403b);
            }
            if plan.employer == EmployerKind::Company {
                found.push(Finding::EmployerOf403b);
            }
        }
        _ => {}
    }
}
