//! What the worksheet finds in a person's figures, each under a stable code.
//!
//! | code | finding |
//! |---|---|
//! | R01 | annual additions exceed the limit |
//! | R02 | deferrals exceed the limit per person |
//! | R03 | deferrals exceed the plan's own limit and are no catch-up |
//! | R04 | deferrals exceed pay |
//! | R05 | catch-up must be Roth, and too little of it is |
//! | R06 | catch-up must be Roth, and the plan takes no Roth deferrals |
//! | R07 | catch-up must be Roth, and is |
//! | R08 | last year's box 3 wages are needed to know whether catch-up must be Roth |
//! | R09 | the plan may offer the higher catch-up for ages 60 to 63: ask |
//! | R10 | pay, not the dollar limit, sets the limit |
//! | R11 | pay left is less than the room |
//! | R12 | the plan's own cap is lower than the law's room |
//! | R13 | unused catch-up might make more room (contested) |
//! | R14 | another, unrelated job has a limit of its own |
//! | R15 | related employers share one limit |
//! | R16 | a 403(b) and the person's own business share one limit (contested) |
//! | R17 | deferrals above the limit per person still use this plan's room |
//! | R18 | an employer dollar costs a self-employed person two (contested) |
//! | R19 | employer money exceeds what a self-employed person may put in |
//! | R20 | the limitation year is short |
//! | R21 | the limits are not official |
//! | R22 | a 403(b)'s 15-year catch-up is not reckoned here |
//! | R23 | the plan cannot do it, so the room is the law's only |

use serde::Serialize;

use super::{Basis, additions, job_name};
use crate::explain::{Finding, Reading, Severity};
use crate::law::{Citation, Standing, ages, citations};
use crate::money::{Money, Overflow};
use crate::record::{Answer, CatchUpOffer, PlanKind, Relation};
use crate::worksheets::feasibility::Feasibility;
use crate::worksheets::year::RothCatchUp;

/// The code of a finding; the module's table says what each stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// Annual additions exceed the limit.
    #[serde(rename = "R01")]
    OverLimit,
    /// Deferrals exceed the limit per person.
    #[serde(rename = "R02")]
    ExcessDeferrals,
    /// Deferrals exceed the plan's own limit and are no catch-up.
    #[serde(rename = "R03")]
    OverPlanDeferralLimit,
    /// Deferrals exceed pay.
    #[serde(rename = "R04")]
    DeferralsExceedPay,
    /// Catch-up must be Roth, and too little of it is.
    #[serde(rename = "R05")]
    CatchUpNotRoth,
    /// Catch-up must be Roth, and the plan takes no Roth deferrals.
    #[serde(rename = "R06")]
    NoRothNoCatchUp,
    /// Catch-up must be Roth, and is.
    #[serde(rename = "R07")]
    CatchUpIsRoth,
    /// Last year's box 3 wages are needed.
    #[serde(rename = "R08")]
    PriorWagesNeeded,
    /// The plan may offer the higher catch-up.
    #[serde(rename = "R09")]
    HigherCatchUpOpen,
    /// Pay sets the limit.
    #[serde(rename = "R10")]
    PaySetsLimit,
    /// Pay left is less than the room.
    #[serde(rename = "R11")]
    PayCannotFill,
    /// The plan's own cap is lower.
    #[serde(rename = "R12")]
    PlanCap,
    /// Unused catch-up might make more room.
    #[serde(rename = "R13")]
    UnusedCatchUp,
    /// An unrelated job has a limit of its own.
    #[serde(rename = "R14")]
    UnrelatedJob,
    /// Related employers share one limit.
    #[serde(rename = "R15")]
    RelatedJob,
    /// A 403(b) and the person's own business share one limit.
    #[serde(rename = "R16")]
    JoinedPlan,
    /// Deferrals above the limit per person still use this plan's room.
    #[serde(rename = "R17")]
    CatchUpElsewhere,
    /// An employer dollar costs a self-employed person two.
    #[serde(rename = "R18")]
    EmployerDollarCostsTwo,
    /// Employer money exceeds what a self-employed person may put in.
    #[serde(rename = "R19")]
    OverEmployerShare,
    /// The limitation year is short.
    #[serde(rename = "R20")]
    ShortYear,
    /// The limits are not official.
    #[serde(rename = "R21")]
    NotOfficial,
    /// A 403(b)'s 15-year catch-up is not reckoned here.
    #[serde(rename = "R22")]
    FifteenYearCatchUp,
    /// The plan cannot do it.
    #[serde(rename = "R23")]
    PlanCannot,
}

/// The findings so far, as they come.
struct Findings(Vec<Finding<Code>>);

impl Findings {
    fn add(&mut self, code: Code, severity: Severity, title: &str, text: String, citation: Citation) {
        self.contest(code, severity, title, text, citation, Vec::new());
    }

    fn contest(
        &mut self,
        code: Code,
        severity: Severity,
        title: &str,
        text: String,
        citation: Citation,
        readings: Vec<Reading>,
    ) {
        self.0.push(Finding { code, severity, title: title.to_owned(), text, citation, readings });
    }
}

fn two_readings(basis: &Basis<'_>, used: &str, other: &str, room: Money) -> Vec<Reading> {
    vec![
        Reading { says: used.to_owned(), room: basis.room.value, used_here: true },
        Reading { says: other.to_owned(), room, used_here: false },
    ]
}

pub(super) fn findings(basis: &Basis<'_>) -> Result<Vec<Finding<Code>>, Overflow> {
    let mut found = Findings(Vec::new());
    if let Some(why) = Feasibility::of(&basis.entry.plan).stopped() {
        found.add(
            Code::PlanCannot,
            Severity::Problem,
            "This plan cannot do it",
            format!("{why} The room here is what the law leaves, not what your plan takes. Put no after-tax money in on its account."),
            citations::PLAN_DOCUMENT,
        );
    }
    limit(basis, &mut found)?;
    deferrals(basis, &mut found);
    roth_catch_up(basis, &mut found);
    catch_up(basis, &mut found);
    other_jobs(basis, &mut found)?;
    own_business(basis, &mut found)?;
    plan_and_year(basis, &mut found);
    let gravest_first = [Severity::Problem, Severity::Attention, Severity::Note];
    Ok(gravest_first
        .into_iter()
        .flat_map(|severity| found.0.iter().filter(move |finding| finding.severity == severity))
        .cloned()
        .collect())
}

fn limit(basis: &Basis<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let over = basis.over.value;
    if over.is_positive() {
        let unused = basis.unused_catch_up;
        let (used, limit) = basis.used_and_limit()?;
        let relief = if unused.is_positive() {
            format!(" Up to {} of your deferrals may become catch-up if the plan operates so; ask.", unused.min(over))
        } else {
            String::new()
        };
        found.add(
            Code::OverLimit,
            Severity::Problem,
            "Over the limit on annual additions",
            format!(
                "{used} counts toward a limit of {limit}: {over} too much{}.{relief}",
                match basis.over_posted {
                    none if none == Money::ZERO => ", all of it still to come".to_owned(),
                    posted =>
                        format!(", of which {posted} is already posted. Only the plan can correct what is posted"),
                }
            ),
            citations::CORRECTION,
        );
    }
    if basis.pay.with_related < additions::applicable_dollars(basis.entry, basis.limits, basis.additions.joined)? {
        found.add(
            Code::PaySetsLimit,
            Severity::Note,
            "Your pay sets the limit",
            format!(
                "Annual additions may not exceed 100% of pay, here {}, which is less than the dollar limit.",
                basis.pay.with_related
            ),
            citations::ANNUAL_ADDITIONS,
        );
    }
    if basis.room_within_pay < basis.room.value {
        found.add(
            Code::PayCannotFill,
            Severity::Attention,
            "Your pay cannot fill the room",
            format!(
                "After deferrals and after-tax money already in, {} of this job's pay is left, less taxes and other deductions. The room is {}.",
                basis.pay_left, basis.room.value
            ),
            citations::PAY_415,
        );
    }
    if basis.room.value < basis.room_by_law.value {
        let binding = basis.plan_caps.iter().min_by_key(|cap| cap.value).map_or("", |cap| cap.label.as_str());
        found.add(
            Code::PlanCap,
            Severity::Note,
            "The plan's own cap is lower",
            format!(
                "The law would leave {}. The plan leaves {}: {binding}.",
                basis.room_by_law.value, basis.room.value
            ),
            citations::PLAN_DOCUMENT,
        );
    }
    Ok(())
}

fn deferrals(basis: &Basis<'_>, found: &mut Findings) {
    let year = basis.limits.year;
    let excess = basis.deferrals.excess.value;
    if excess.is_positive() {
        found.add(
            Code::ExcessDeferrals,
            Severity::Problem,
            "Too much deferred",
            format!(
                "Your elective deferrals exceed the limit per person by {excess}. Tell one of the plans early: the excess and its earnings must be paid out by April 15, {}, or it is taxed twice. While it stays it uses room here; returned in time from this plan it would leave {} of room.",
                year + 1,
                basis.room_if_excess_returned
            ),
            citations::EXCESS_DEFERRALS,
        );
    }
    if basis.deferrals.over_plan_limit.is_positive() {
        found.add(
            Code::OverPlanDeferralLimit,
            Severity::Problem,
            "Above the plan's own deferral limit",
            format!(
                "{} of your deferrals is above the plan's limit of {} and is not catch-up. Ask the plan how it will correct this.",
                basis.deferrals.over_plan_limit, basis.deferrals.limit_here
            ),
            citations::PLAN_DOCUMENT,
        );
    }
    if basis.deferrals.here.total().is_ok_and(|total| total > basis.pay.here) {
        found.add(
            Code::DeferralsExceedPay,
            Severity::Problem,
            "Deferrals exceed pay",
            format!(
                "Deferrals come out of pay, so they cannot exceed {}. Check the pay and the deferrals that you entered.",
                basis.pay.here
            ),
            citations::CATCH_UP_PAY,
        );
    }
}

fn roth_catch_up(basis: &Basis<'_>, found: &mut Findings) {
    let Some(threshold) = basis.limits.roth_catch_up_wages.map(|amount| amount.value) else { return };
    let last_year = basis.limits.year - 1;
    let catch_up = basis.deferrals.catch_up.value;
    match basis.deferrals.roth_catch_up {
        RothCatchUp::NotApplicable | RothCatchUp::Free => {}
        RothCatchUp::Unknown => found.add(
            Code::PriorWagesNeeded,
            if catch_up.is_positive() { Severity::Attention } else { Severity::Note },
            "Must your catch-up be Roth?",
            format!(
                "Enter box 3 of your {last_year} Form W-2 from this employer. If it exceeds {threshold}, catch-up must be Roth. It does not change the room unless the plan takes no Roth deferrals."
            ),
            citations::ROTH_CATCH_UP,
        ),
        // A plan without catch-up has none to be Roth.
        RothCatchUp::Required if basis.entry.plan.catch_up == CatchUpOffer::None => {}
        RothCatchUp::Required if basis.entry.plan.roth_deferrals == Answer::No => found.add(
            Code::NoRothNoCatchUp,
            Severity::Attention,
            "No catch-up in this plan",
            format!(
                "Your {last_year} wages here exceed {threshold}, so catch-up must be Roth, and the plan takes no Roth deferrals. Your catch-up limit here is $0.00; deferrals above {} are in excess.",
                basis.limits.elective_deferrals.value
            ),
            citations::ROTH_CATCH_UP,
        ),
        RothCatchUp::Required if basis.deferrals.roth_here < catch_up => found.add(
            Code::CatchUpNotRoth,
            Severity::Problem,
            "Your catch-up must be Roth",
            format!(
                "Your {last_year} wages here exceed {threshold}. {catch_up} is catch-up and must be Roth, but only {} of your deferrals is. Switch what is still to come to Roth and ask the plan how it corrects the rest. The room does not change.",
                basis.deferrals.roth_here
            ),
            citations::ROTH_CATCH_UP,
        ),
        RothCatchUp::Required => found.add(
            Code::CatchUpIsRoth,
            Severity::Note,
            "Catch-up must be Roth for you",
            format!(
                "Your {last_year} wages here exceed {threshold}, so every catch-up dollar must be Roth.{} The room does not change.",
                if catch_up.is_positive() {
                    format!(" Your Roth deferrals of {} cover the {catch_up} of catch-up.", basis.deferrals.roth_here)
                } else {
                    String::new()
                }
            ),
            citations::ROTH_CATCH_UP,
        ),
    }
}

fn catch_up(basis: &Basis<'_>, found: &mut Findings) {
    if ages::HIGHER_CATCH_UP.contains(&basis.age)
        && basis.entry.plan.catch_up == CatchUpOffer::Unknown
        && let Some(higher) = basis.limits.catch_up_60_to_63
    {
        found.add(
            Code::HigherCatchUpOpen,
            Severity::Attention,
            "Ask about the higher catch-up",
            format!(
                "At {} you may make up to {} of catch-up if your plan offers the amount for ages 60 to 63; here {} is used until you say so.",
                basis.age, higher.value, basis.limits.catch_up.value
            ),
            citations::CATCH_UP_60_TO_63,
        );
    }
    if basis.room_with_reclassification > basis.room.value {
        let roth = if basis.deferrals.roth_catch_up == RothCatchUp::Required {
            " Those deferrals must then be Roth."
        } else {
            ""
        };
        found.contest(
            Code::UnusedCatchUp,
            Severity::Note,
            "Unused catch-up might make more room",
            format!(
                "If your plan treats deferrals that exceed the limit on annual additions as catch-up, more after-tax money fits. Many recordkeepers block it: ask first.{roth}"
            ),
            citations::RECLASSIFICATION,
            two_readings(
                basis,
                "Only deferrals above the deferral limit are catch-up.",
                "Deferrals above the limit on annual additions become catch-up, if the plan operates so.",
                basis.room_with_reclassification,
            ),
        );
    }
}

fn other_jobs(basis: &Basis<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let of = |relation: Relation| basis.entry.other_jobs.iter().filter(move |job| job.relation == relation);
    for job in of(Relation::Unrelated) {
        found.add(
            Code::UnrelatedJob,
            Severity::Note,
            "The other job has a limit of its own",
            format!(
                "What goes into the plan of {} does not reduce the room here. Only deferrals count together: {} more can be deferred this year over all jobs{}.",
                job_name(job),
                basis.deferrals.left,
                if basis.deferrals.catch_up_left.is_positive() {
                    format!(", and {} as catch-up here", basis.deferrals.catch_up_left)
                } else {
                    String::new()
                }
            ),
            citations::RELATED_EMPLOYERS,
        );
    }
    for job in of(Relation::Related) {
        found.add(
            Code::RelatedJob,
            Severity::Note,
            "Related employers share one limit",
            format!(
                "Deferrals, employer money and after-tax money at {} count toward the same limit, and there is one catch-up amount for both.",
                job_name(job)
            ),
            citations::RELATED_EMPLOYERS,
        );
    }
    let elsewhere = basis.deferrals.everywhere.minus(basis.deferrals.here.total()?)?;
    let above = basis.deferrals.everywhere.minus(basis.limits.elective_deferrals.value)?.or_zero();
    let not_catch_up_here = above.minus(basis.deferrals.catch_up.value)?.minus(basis.deferrals.excess.value)?;
    if elsewhere.is_positive() && not_catch_up_here.is_positive() {
        found.add(
            Code::CatchUpElsewhere,
            Severity::Note,
            "Catch-up over two jobs still uses room here",
            format!(
                "Over all jobs {above} is above {}, which your age allows. But the deferrals here break no limit of this plan, so in this plan they are not catch-up and use its room.",
                basis.limits.elective_deferrals.value
            ),
            citations::CATCH_UP_TWO_EMPLOYERS,
        );
    }
    if of(Relation::Own403b).next().is_some() {
        joined_plan(basis, found)?;
    }
    Ok(())
}

/// The 403(b) rule, with its two readings of the non-profit's own money.
fn joined_plan(basis: &Basis<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let is_403b = basis.entry.plan.kind == PlanKind::Plan403b;
    let used = basis.additions.used.value;
    let joined = basis.additions.joined;
    let dollars = |joined: Money| additions::applicable_dollars(basis.entry, basis.limits, joined);
    let other = if is_403b {
        let shared = basis.room_if(dollars(joined)?, used.minus(basis.additions.employer.value)?)?;
        shared.min(basis.room_if(dollars(Money::ZERO)?.min(basis.pay.with_related), used)?)
    } else {
        let joined = joined.minus(basis.additions.joined_employer)?;
        basis.room_if(dollars(joined)?.min(basis.pay.with_related), used)?
    };
    found.contest(
        Code::JoinedPlan,
        Severity::Attention,
        "Your 403(b) and your own business share one limit",
        format!(
            "The law treats you as controlling your 403(b), so {joined} in the other plan counts toward the same dollar limit. Whether the non-profit's own money counts too is read in two ways."
        ),
        citations::CONTROLLED_BUSINESS,
        two_readings(
            basis,
            "The whole 403(b) counts, the employer's money in it too.",
            "Only your own contributions to the 403(b) count.",
            other,
        ),
    );
    Ok(())
}

fn own_business(basis: &Basis<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let Some(own) = basis.pay.own_business else { return Ok(()) };
    let employer = basis.additions.employer_here.total()?;
    if employer > own.most_employer {
        found.add(
            Code::OverEmployerShare,
            Severity::Problem,
            "More employer money than the law allows",
            format!(
                "For yourself the business may put in and deduct at most {}: 20% of net profit less half of the self-employment tax. You entered {employer}.",
                own.most_employer
            ),
            citations::EMPLOYER_SHARE,
        );
    }
    let related_pay = basis.pay.with_related.minus(basis.pay.here)?;
    let dollars = additions::applicable_dollars(basis.entry, basis.limits, basis.additions.joined)?;
    let once = dollars.min(own.before_employer.plus(related_pay)?);
    let other = basis.room_if(once, basis.additions.used.value)?;
    if other != basis.room.value {
        found.contest(
            Code::EmployerDollarCostsTwo,
            Severity::Attention,
            "An employer dollar costs you two",
            "Money that your business puts in for you counts as an annual addition and also lowers the pay that caps them. With no employer money, more after-tax money fits, but you lose the deduction.".to_owned(),
            citations::EARNED_INCOME,
            two_readings(
                basis,
                "Employer money lowers pay, so it is taken off twice.",
                "Employer money is taken off once. Many calculators do this; the law's words do not support it.",
                other,
            ),
        );
    }
    Ok(())
}

fn plan_and_year(basis: &Basis<'_>, found: &mut Findings) {
    let year = basis.limits.year;
    if let Some(months) = basis.entry.plan.limitation_year_months {
        found.add(
            Code::ShortYear,
            Severity::Attention,
            "A short limitation year",
            format!(
                "The dollar limit is multiplied by {months}/12 because the plan's limitation year is that short. Joining in the middle of a full year does not shorten it. The limits on deferrals and catch-up stay whole."
            ),
            citations::SHORT_YEAR,
        );
    }
    if basis.limits.standing != Standing::Official {
        let whose = match basis.limits.standing {
            Standing::Own => "your own figures",
            _ => "a projection",
        };
        found.add(
            Code::NotOfficial,
            Severity::Attention,
            "Not official",
            format!("The IRS figures for {year} are not in this planner. The limits used are {whose}, not law."),
            basis.limits.annual_additions.source,
        );
    }
    if basis.entry.plan.kind == PlanKind::Plan403b {
        found.add(
            Code::FifteenYearCatchUp,
            Severity::Note,
            "The 15-year catch-up is not reckoned here",
            "Some 403(b) plans allow more deferrals after 15 years of service. Deferrals under that rule are not in this worksheet; ask the plan.".to_owned(),
            citations::ELECTIVE_DEFERRALS,
        );
    }
}
