//! What else a person could do with the money, with this year's figure for this person, in
//! order of use. Nothing is recommended without its condition. How it reads is in `way_words`.

use serde::Serialize;

use super::Backdoor;
use crate::law::ages;
use crate::law::alternatives::{
    DEDUCTION_JOINT, DEDUCTION_SEPARATE, DEDUCTION_SINGLE, HSA_CATCH_UP, HSA_CATCH_UP_AGE, HSA_FAMILY, HSA_SELF,
    PhaseOut, ROTH_IRA_JOINT, ROTH_IRA_SEPARATE, ROTH_IRA_SINGLE,
};
use crate::money::Money;
use crate::record::{Answer, EmployerKind, FilingStatus, HsaCoverage};
use crate::worksheets::agenda::Worked;
use crate::worksheets::feasibility::{Verdict, is_without_deferrals};

/// What there is, in order of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WayKind {
    /// Deferrals up to the full match.
    Match,
    /// A health savings account.
    Hsa,
    /// Deferrals up to their limit, Roth or pre-tax.
    Deferrals,
    /// Catch-up.
    CatchUp,
    /// After-tax money of the plan, converted.
    AfterTax,
    /// A Roth IRA.
    RothIra,
    /// A traditional IRA that is deducted.
    Ira,
    /// A backdoor Roth IRA.
    Backdoor,
    /// A 457(b).
    Plan457b,
    /// A plan of one's own business.
    OwnBusiness,
    /// A taxable account.
    Taxable,
}

impl WayKind {
    /// Every one, in order of use.
    pub const ALL: [Self; 11] = [
        Self::Match,
        Self::Hsa,
        Self::Deferrals,
        Self::CatchUp,
        Self::AfterTax,
        Self::RothIra,
        Self::Ira,
        Self::Backdoor,
        Self::Plan457b,
        Self::OwnBusiness,
        Self::Taxable,
    ];
}

/// Whether it is open to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    /// It is.
    Yes,
    /// It turns on an answer.
    Depends,
    /// It is not.
    No,
}

/// Something else that a person could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Way {
    /// What.
    pub kind: WayKind,
    /// Whether it is open.
    pub fits: Fits,
    /// What still fits this year; none where it has no limit or that is not known.
    pub amount: Option<Money>,
    /// Whether the other side of a condition is known to hold, for its words.
    pub tax_exempt_employer: bool,
}

pub(super) fn ways(worked: &Worked<'_, '_>, backdoor: Option<&Backdoor>) -> Vec<Way> {
    let tax_exempt_employer = matches!(worked.year.entry.plan.employer, EmployerKind::Nonprofit | EmployerKind::Church);
    let of = |kind: WayKind| {
        let (fits, amount) = fits(kind, worked, backdoor);
        Way { kind, fits, amount, tax_exempt_employer }
    };
    WayKind::ALL.into_iter().map(of).collect()
}

fn fits(kind: WayKind, worked: &Worked<'_, '_>, backdoor: Option<&Backdoor>) -> (Fits, Option<Money>) {
    let entry = worked.year.entry;
    let room = worked.room.as_ref().ok();
    match kind {
        WayKind::Match => (by(entry.plan.matching.offered), None),
        WayKind::Hsa => hsa(worked),
        WayKind::Deferrals if is_without_deferrals(entry.plan.kind) => (Fits::No, None),
        WayKind::Deferrals => (Fits::Yes, room.map(|room| room.deferrals_left)),
        WayKind::CatchUp => match worked.year.age() {
            Err(_) => (Fits::Depends, None),
            Ok(age) if age < ages::CATCH_UP || is_without_deferrals(entry.plan.kind) => (Fits::No, None),
            Ok(_) => (Fits::Yes, room.map(|room| room.catch_up_left)),
        },
        WayKind::AfterTax => match worked.year.feasibility.verdict(false) {
            Verdict::Cannot => (Fits::No, None),
            Verdict::AskFirst => (Fits::Depends, room.map(|room| room.room.value)),
            Verdict::Works | Verdict::Friction => (Fits::Yes, room.map(|room| room.room.value)),
        },
        WayKind::RothIra => by_income(worked, backdoor, [&ROTH_IRA_SINGLE, &ROTH_IRA_JOINT, &ROTH_IRA_SEPARATE]),
        WayKind::Ira => by_income(worked, backdoor, [&DEDUCTION_SINGLE, &DEDUCTION_JOINT, &DEDUCTION_SEPARATE]),
        WayKind::Backdoor => match backdoor {
            None => (Fits::Depends, None),
            Some(backdoor) if !backdoor.contribution.is_positive() => (Fits::No, Some(Money::ZERO)),
            Some(backdoor) if backdoor.others == Some(Money::ZERO) => (Fits::Yes, Some(backdoor.contribution)),
            Some(backdoor) => (Fits::Depends, Some(backdoor.contribution)),
        },
        WayKind::Plan457b => {
            let limit = worked.year.limits().ok().map(|limits| limits.elective_deferrals.value);
            match by(entry.beyond.offers_457b) {
                Fits::No => (Fits::No, None),
                fits => (fits, limit),
            }
        }
        WayKind::OwnBusiness => (Fits::Depends, None),
        WayKind::Taxable => (Fits::Yes, None),
    }
}

const fn by(answer: Answer) -> Fits {
    match answer {
        Answer::Yes => Fits::Yes,
        Answer::No => Fits::No,
        Answer::Unknown => Fits::Depends,
    }
}

fn hsa(worked: &Worked<'_, '_>) -> (Fits, Option<Money>) {
    let allowance = match worked.year.entry.beyond.hsa_coverage {
        HsaCoverage::Unknown => return (Fits::Depends, None),
        HsaCoverage::None => return (Fits::No, None),
        HsaCoverage::SelfOnly => &HSA_SELF,
        HsaCoverage::Family => &HSA_FAMILY,
    };
    let more = if worked.year.age().is_ok_and(|age| age >= HSA_CATCH_UP_AGE) { HSA_CATCH_UP } else { Money::ZERO };
    (Fits::Yes, allowance.of(worked.year.year).ok().map(|dated| dated.amount + more))
}

/// What income leaves of the IRA limit, less what went in already.
fn by_income(
    worked: &Worked<'_, '_>,
    backdoor: Option<&Backdoor>,
    [single, joint, separate]: [&PhaseOut; 3],
) -> (Fits, Option<Money>) {
    let told = &worked.year.entry.beyond;
    let phase_out = match told.filing_status {
        FilingStatus::Unknown => return (Fits::Depends, None),
        FilingStatus::Single | FilingStatus::HeadOfHousehold => single,
        FilingStatus::Joint => joint,
        FilingStatus::Separate => separate,
    };
    let (Some(income), Some(backdoor), Ok(range)) = (told.magi, backdoor, phase_out.of(worked.year.year)) else {
        return (Fits::Depends, None);
    };
    let left = (range.left_of(backdoor.limit, income) - told.ira_contributed.unwrap_or_default()).or_zero();
    (if left.is_positive() { Fits::Yes } else { Fits::No }, Some(left))
}
