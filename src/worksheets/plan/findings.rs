//! What the worksheet finds in the answers, each under a stable code.
//!
//! | code | finding | when |
//! |---|---|---|
//! | P01 | this kind of plan takes no after-tax contributions | by the kind of plan |
//! | P02 | the plan takes no after-tax contributions | after-tax contributions: no |
//! | P03 | after-tax money has no way to Roth | both ways out are closed |
//! | P04 | nothing is verified yet (the guide's first common mistake) | neither the source nor a way out is answered |
//! | P05 | conversion inside a plan without a Roth account | in-plan conversion: yes; Roth deferrals: no |
//! | P06 | the destination does not fit the ways out | it needs a way that is closed |
//! | P07 | deferrals in a kind of plan that takes none | deferrals or Roth deferrals in a profit-sharing or governmental 401(a) plan |
//! | P08 | after-tax money in a plan that takes none | such money is entered, and the source is closed |
//! | P09 | after-tax money is in, and no way out is sure | such money is entered before an exit is known |
//! | P10 | no transfer a year is allowed | a way out is open, and transfers a year are zero |
//! | P11 | the ACP test applies | highly compensated, in a plan that is tested |
//! | P12 | whether the ACP test concerns the person is open | not known whether highly compensated |
//! | P13 | last year's wages make one highly compensated | answered no, and box 3 exceeds the amount |
//! | P14 | what the ACP test would send back | the others' average and the pay are known |
//! | P15 | no ACP test here | highly compensated, in a plan that is not tested |
//! | P16 | a solo 401(k) needs a custom document | solo 401(k) |
//! | P17 | a 403(b) is combined with a business of one's own | 403(b), and no such business entered |
//! | P18 | what kind of employer has the 403(b) | 403(b) of a company |

use serde::Serialize;

use super::{Basis, testing};
use crate::explain::{Finding, Severity};
use crate::law::limits::ELECTIVE_DEFERRALS;
use crate::law::{Citation, Standing, citations};
use crate::record::{Answer, Destination, EmployerKind, PlanKind, Relation};
use crate::worksheets::feasibility::Cause;
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::feasibility::{is_without_deferrals, words};

/// The code of a finding; the module's table says what each stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// This kind of plan takes no after-tax contributions.
    #[serde(rename = "P01")]
    KindBarred,
    /// The plan takes no after-tax contributions.
    #[serde(rename = "P02")]
    NoAfterTax,
    /// After-tax money has no way to Roth.
    #[serde(rename = "P03")]
    NoExit,
    /// Nothing is verified yet.
    #[serde(rename = "P04")]
    NothingVerified,
    /// Conversion inside a plan without a Roth account.
    #[serde(rename = "P05")]
    NoRothAccount,
    /// The destination does not fit the ways out.
    #[serde(rename = "P06")]
    DestinationClosed,
    /// Deferrals in a kind of plan that takes none.
    #[serde(rename = "P07")]
    DeferralsOutOfPlace,
    /// After-tax money in a plan that takes none.
    #[serde(rename = "P08")]
    AfterTaxOutOfPlace,
    /// After-tax money is in, and no way out is sure.
    #[serde(rename = "P09")]
    InBeforeExit,
    /// No transfer a year is allowed.
    #[serde(rename = "P10")]
    NoTransfers,
    /// The ACP test applies.
    #[serde(rename = "P11")]
    AcpTest,
    /// Whether the ACP test concerns the person is open.
    #[serde(rename = "P12")]
    HighlyCompensatedOpen,
    /// Last year's wages make one highly compensated.
    #[serde(rename = "P13")]
    WagesSayHighlyCompensated,
    /// What the ACP test would send back.
    #[serde(rename = "P14")]
    AcpRefund,
    /// No ACP test here.
    #[serde(rename = "P15")]
    NoAcpTest,
    /// A solo 401(k) needs a custom document.
    #[serde(rename = "P16")]
    CustomDocument,
    /// A 403(b) is combined with a business of one's own.
    #[serde(rename = "P17")]
    OwnBusinessJoins403b,
    /// What kind of employer has the 403(b).
    #[serde(rename = "P18")]
    EmployerOf403b,
}

/// The findings so far, as they come.
pub(super) struct Findings(Vec<Finding<Code>>);

impl Findings {
    pub(super) fn add(
        &mut self,
        code: Code,
        severity: Severity,
        title: &str,
        text: impl Into<String>,
        citation: Citation,
    ) {
        let (title, text, readings) = (title.to_owned(), text.into(), Vec::new());
        let place = self.0.partition_point(|finding| finding.severity <= severity);
        self.0.insert(place, Finding { code, severity, title, text, citation, readings });
    }
}

pub(super) fn findings(basis: &Basis<'_>) -> Vec<Finding<Code>> {
    let mut found = Findings(Vec::new());
    features(basis, &mut found);
    contradictions(basis, &mut found);
    money(basis, &mut found);
    if !matches!(basis.cause, Some(Cause::Kind(_) | Cause::NoAfterTax)) {
        testing::acp_test(basis, &mut found);
        kind(basis, &mut found);
    }
    found.0
}

fn features(basis: &Basis<'_>, found: &mut Findings) {
    let plan = &basis.entry.plan;
    match basis.cause {
        Some(Cause::Kind(barred)) => {
            let limit = match (plan.kind, ELECTIVE_DEFERRALS.on_file(basis.entry.year)) {
                (PlanKind::Governmental457b | PlanKind::TaxExempt457b, Some(limit))
                    if limit.standing == Standing::Official =>
                {
                    format!(" For {} it is {}.", basis.entry.year, limit.value)
                }
                _ => String::new(),
            };
            found.add(
                Code::KindBarred,
                Severity::Problem,
                "This kind of plan cannot do it",
                format!("{} {}{limit}", barred.why(), barred.instead()),
                barred.citation(),
            );
        }
        Some(Cause::NoAfterTax) => found.add(
            Code::NoAfterTax,
            Severity::Problem,
            "No after-tax contributions",
            "Without them there is nothing to convert. Make sure that the answer is about voluntary after-tax contributions, not about Roth deferrals: plan papers list the two as separate sources.",
            citations::AFTER_TAX_CONTRIBUTIONS,
        ),
        Some(Cause::NoExit) => found.add(
            Code::NoExit,
            Severity::Problem,
            "Your money would be locked in",
            "After-tax money could go in but would stay there until you leave the employer or reach the plan's retirement age. Until then it grows, and all of that growth is taxed as income when it moves.",
            citations::SEPARATE_CONTRACT,
        ),
        None => {}
    }
    let open = |answer: Answer| answer == Answer::Unknown;
    if basis.cause.is_none() && open(plan.after_tax) && open(plan.in_plan_rollover) && open(plan.in_service_withdrawal)
    {
        found.add(
            Code::NothingVerified,
            Severity::Attention,
            "Verify the plan first",
            "Not every plan can do this: many take no after-tax contributions or do not let them move. A colleague's word is not enough. Look it up or send the letter before you count on the room.",
            citations::AFTER_TAX_CONTRIBUTIONS,
        );
    }
}

fn contradictions(basis: &Basis<'_>, found: &mut Findings) {
    let plan = &basis.entry.plan;
    if matches!(basis.cause, Some(Cause::Kind(_))) {
        return;
    }
    if plan.in_plan_rollover == Answer::Yes && plan.roth_deferrals == Answer::No {
        found.add(
            Code::NoRothAccount,
            Severity::Problem,
            "Two answers do not fit together",
            "You answered that money can be converted inside the plan, and that the plan takes no Roth deferrals. Without Roth deferrals a plan has no Roth account to convert into. Ask which of the two is right; until then this way counts as closed.",
            citations::IN_PLAN_ROLLOVER,
        );
    }
    let to_ira = matches!(plan.destination, Destination::RothIra | Destination::Both);
    let to_plan = matches!(plan.destination, Destination::Roth401k | Destination::Both);
    let wrong = if to_ira && basis.exits.withdrawal == Answer::No {
        "You answered that money can go to a Roth IRA, and that none can leave the plan while you work there. Ask which of the two is right."
    } else if to_plan && basis.exits.in_plan == Answer::No {
        "You answered that money can go to the plan's Roth account, and that none can be converted inside the plan. Ask which of the two is right."
    } else {
        ""
    };
    if !wrong.is_empty() {
        found.add(
            Code::DestinationClosed,
            Severity::Attention,
            "The destination does not fit",
            wrong,
            citations::PLAN_DOCUMENT,
        );
    }
    let deferrals = basis.entry.contributions.deferrals().and_then(|amounts| amounts.total());
    let defers = deferrals.is_ok_and(|total| total.is_positive()) || plan.roth_deferrals == Answer::Yes;
    if is_without_deferrals(plan.kind) && defers {
        found.add(
            Code::DeferralsOutOfPlace,
            Severity::Attention,
            "Deferrals do not fit this kind of plan",
            format!(
                "A {} takes no elective deferrals. If yours does, choose 401(k) or 403(b); if the deferrals go to another plan of the same employer, both plans share one limit. Required contributions that a government employer picks up count as employer money.",
                words::name(plan.kind)
            ),
            citations::DEFERRALS_NEED_401K,
        );
    }
    if plan.transfers_per_year == Some(0) && basis.exits.sure() {
        found.add(
            Code::NoTransfers,
            Severity::Attention,
            "No transfer a year",
            "You answered that money can move to Roth, and that the plan allows no transfer a year. Leave the number empty if there is no limit.",
            citations::PLAN_DOCUMENT,
        );
    }
}

fn money(basis: &Basis<'_>, found: &mut Findings) {
    let after_tax = basis.entry.contributions.after_tax;
    let elected = !basis.entry.payroll.after_tax.is_nothing();
    if !after_tax.is_positive() && !elected {
        return;
    }
    let what = if after_tax.is_positive() {
        format!("You entered {after_tax} of after-tax contributions")
    } else {
        "You entered an after-tax election".to_owned()
    };
    match basis.cause {
        Some(Cause::Kind(_) | Cause::NoAfterTax) => found.add(
            Code::AfterTaxOutOfPlace,
            Severity::Problem,
            "After-tax money where none can be",
            format!("{what}, but by your other answers this plan takes none. Check both; the money may be Roth deferrals."),
            citations::AFTER_TAX_CONTRIBUTIONS,
        ),
        _ if basis.exits.sure() => {}
        _ => found.add(
            Code::InBeforeExit,
            if basis.verdict == Verdict::Cannot { Severity::Problem } else { Severity::Attention },
            "Money goes in before a way out is sure",
            format!("{what}, and it is not sure that the money can move to Roth. Set the election to zero until it is: what the money earns is taxable."),
            citations::SEPARATE_CONTRACT,
        ),
    }
}

fn kind(basis: &Basis<'_>, found: &mut Findings) {
    let plan = &basis.entry.plan;
    match plan.kind {
        PlanKind::Solo401k => found.add(
            Code::CustomDocument,
            if plan.after_tax == Answer::Yes { Severity::Note } else { Severity::Attention },
            "A solo 401(k) needs a custom document",
            "The free documents of most brokers have no after-tax source. You need a document that allows voluntary after-tax contributions and their conversion or withdrawal, and an account that keeps them apart.",
            citations::AFTER_TAX_CONTRIBUTIONS,
        ),
        PlanKind::Plan403b => {
            if basis.entry.other_jobs.iter().all(|job| job.relation != Relation::Own403b) {
                found.add(
                    Code::OwnBusinessJoins403b,
                    Severity::Note,
                    "A business of your own would share the limit",
                    "The law treats you as controlling your 403(b). If you also own more than half of a business with a plan, the two share one limit: add that plan under your other jobs.",
                    citations::CONTROLLED_BUSINESS,
                );
            }
            if plan.employer == EmployerKind::Company {
                found.add(
                    Code::EmployerOf403b,
                    Severity::Attention,
                    "What kind of employer is it?",
                    "A 403(b) belongs to a nonprofit, a public school or a church, not to a company. Choose the right one: plans of governments and most churches have no ACP test.",
                    citations::EMPLOYERS_OF_403B,
                );
            }
        }
        _ => {}
    }
}
