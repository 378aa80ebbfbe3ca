//! The common mistakes: the guide's four, and what published material gets wrong. Each is
//! made, excluded by what was entered, or not told yet. How it reads is in `mistake_words`.

use serde::Serialize;

use crate::law::limits::{ELECTIVE_DEFERRALS, OFFICIAL_YEARS};
use crate::law::{Standing, ages};
use crate::money::Money;
use crate::record::{Answer, Income, Path, Relation};
use crate::worksheets::agenda::Worked;
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::tax_forms::DifferenceCode;
use crate::worksheets::{conversions, room};

/// A mistake that people make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MistakeKind {
    /// Taking for granted that a plan can do it (the guide's first).
    TakenForGranted,
    /// Forgetting that the limit is for all money together (the guide's second).
    TotalLimit,
    /// Letting after-tax money wait (the guide's third).
    Waiting,
    /// Mixing it up with the rule for IRAs (the guide's fourth).
    IraRule,
    /// Adding catch-up to the limit by age alone.
    CatchUpByAge,
    /// Counting catch-up as used room.
    CatchUpCounted,
    /// Taking an old employer's deferrals off the new plan's limit.
    OldEmployer,
    /// Catch-up must be Roth “at” the threshold and not above it.
    AtTheThreshold,
    /// Filing Form 8606 for a plan's rollover.
    Form8606,
    /// Boxes 10 and 11 on an in-plan conversion.
    Boxes10And11,
    /// Self-employed pay that is not reduced by the employer's money.
    OwnerPay,
    /// Limits of another year.
    StaleLimits,
    /// That pre-tax money must move along.
    PreTaxAlong,
}

/// How a mistake stands for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is made, by what is entered.
    Made,
    /// It does not matter yet, and would if it were made.
    Beware,
    /// What decides it is not entered.
    Open,
    /// What was entered excludes it.
    Excluded,
    /// It cannot concern this person.
    NotYours,
}

/// A common mistake, and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// Which.
    pub kind: MistakeKind,
    /// How it stands.
    pub status: Status,
    /// The amount that it turns on, where there is one.
    pub amount: Option<Money>,
}

impl MistakeKind {
    /// Every one, the guide's four first.
    pub const ALL: [Self; 13] = [
        Self::TakenForGranted,
        Self::TotalLimit,
        Self::Waiting,
        Self::IraRule,
        Self::CatchUpByAge,
        Self::CatchUpCounted,
        Self::OldEmployer,
        Self::AtTheThreshold,
        Self::Form8606,
        Self::Boxes10And11,
        Self::OwnerPay,
        Self::StaleLimits,
        Self::PreTaxAlong,
    ];
}

pub(super) fn mistakes(worked: &Worked<'_, '_>) -> Vec<Mistake> {
    let of = |kind: MistakeKind| {
        let (status, amount) = status(kind, worked);
        Mistake { kind, status, amount }
    };
    MistakeKind::ALL.into_iter().map(of).collect()
}

fn status(kind: MistakeKind, worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    match kind {
        MistakeKind::TakenForGranted => (taken_for_granted(worked), None),
        MistakeKind::TotalLimit => total_limit(worked),
        MistakeKind::Waiting => waiting(worked),
        MistakeKind::IraRule => ira_rule(worked),
        MistakeKind::CatchUpByAge | MistakeKind::CatchUpCounted => catch_up(kind, worked),
        MistakeKind::OldEmployer => old_employer(worked),
        MistakeKind::AtTheThreshold => at_the_threshold(worked),
        MistakeKind::Form8606 => (form_8606(worked), None),
        MistakeKind::Boxes10And11 => (boxes_10_and_11(worked), None),
        MistakeKind::OwnerPay => owner_pay(worked),
        MistakeKind::StaleLimits => stale_limits(worked),
        MistakeKind::PreTaxAlong => (pre_tax_along(worked), None),
    }
}

/// After-tax money goes in, or is elected, while nobody knows whether it can move.
fn taken_for_granted(worked: &Worked<'_, '_>) -> Status {
    let entry = worked.year.entry;
    let goes_in = entry.contributions.after_tax.is_positive()
        || !entry.payroll.after_tax.is_nothing()
        || !entry.ledger.contributions.is_empty();
    match worked.year.feasibility.verdict(false) {
        Verdict::Works | Verdict::Friction => Status::Excluded,
        Verdict::Cannot | Verdict::AskFirst if goes_in => Status::Made,
        Verdict::Cannot => Status::Excluded,
        Verdict::AskFirst => Status::Open,
    }
}

/// All money together goes over the limit, or what may come is left out.
fn total_limit(worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    let Ok(room) = &worked.room else { return (Status::Open, None) };
    if let room::Verdict::Over(over) = room.verdict {
        return (Status::Made, Some(over));
    }
    let preventable = worked.pace.as_ref().map(|pace| pace.preventable).unwrap_or_default();
    if preventable.is_positive() {
        return (Status::Made, Some(preventable));
    }
    match room.still_to_come {
        Some(still) => (Status::Beware, Some(still.room)),
        None => (Status::Excluded, Some(room.used.value)),
    }
}

fn waiting(worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    let Ok(done) = &worked.conversions else { return (Status::Open, None) };
    let value = done.waiting.value;
    let late = |code| matches!(code, conversions::Code::WaitsTooLong | conversions::Code::AutomaticMissing);
    if done.findings.iter().any(|found| late(found.code())) {
        (Status::Made, Some(value))
    } else if value.is_positive() {
        (Status::Beware, Some(value))
    } else {
        (Status::Excluded, None)
    }
}

fn differs(worked: &Worked<'_, '_>, codes: &[DifferenceCode]) -> bool {
    let sheets = worked.forms.iter().flat_map(|forms| &forms.sheets);
    sheets.flat_map(|sheet| &sheet.differences).any(|found| codes.contains(&found.code()))
}

/// A form treats the money as an IRA's; or there are IRAs, which do not matter here.
fn ira_rule(worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    if differs(worked, &[DifferenceCode::CodeIra, DifferenceCode::IraChecked]) {
        return (Status::Made, None);
    }
    let others = worked.year.entry.beyond.other_iras;
    match others {
        Some(others) if others.is_positive() => (Status::Beware, Some(others)),
        Some(_) => (Status::Excluded, None),
        None if moved(worked) => (Status::Excluded, None),
        None => (Status::Open, None),
    }
}

fn moved(worked: &Worked<'_, '_>) -> bool {
    worked.conversions.as_ref().is_ok_and(|done| !done.conversions.is_empty())
}

fn catch_up(kind: MistakeKind, worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    let Ok(room) = &worked.room else { return (Status::Open, None) };
    if room.age_at_year_end < ages::CATCH_UP {
        return (Status::NotYours, None);
    }
    let used = room.catch_up.value;
    match kind {
        // Without deferrals above the limit the higher total does not hold.
        MistakeKind::CatchUpByAge if !used.is_positive() => (Status::Beware, Some(room.cap.value)),
        MistakeKind::CatchUpByAge => (Status::Excluded, Some(room.cap.value + used)),
        _ if used.is_positive() => (Status::Beware, Some(used)),
        _ => (Status::Excluded, None),
    }
}

fn old_employer(worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    let jobs = worked.year.entry.other_jobs.iter().filter(|job| job.relation == Relation::Unrelated);
    let elsewhere: Money = jobs.map(|job| job.deferrals.total()).sum();
    if elsewhere.is_positive() { (Status::Beware, Some(elsewhere)) } else { (Status::NotYours, None) }
}

fn at_the_threshold(worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    let (Ok(limits), Ok(age)) = (worked.year.limits(), worked.year.age()) else { return (Status::Open, None) };
    let Some(threshold) = limits.roth_catch_up_wages.filter(|_| age >= ages::CATCH_UP) else {
        return (Status::NotYours, None);
    };
    match worked.year.entry.prior_year_box_3_wages {
        None => (Status::Open, Some(threshold.value)),
        Some(wages) if wages == threshold.value => (Status::Beware, Some(wages)),
        Some(_) => (Status::Excluded, Some(threshold.value)),
    }
}

fn form_8606(worked: &Worked<'_, '_>) -> Status {
    if moved(worked) { Status::Beware } else { Status::NotYours }
}

fn boxes_10_and_11(worked: &Worked<'_, '_>) -> Status {
    let in_plan = worked.conversions.iter().flat_map(|done| &done.conversions).any(|made| made.path == Path::InPlan);
    if differs(worked, &[DifferenceCode::RothBoxes]) {
        Status::Made
    } else if !in_plan {
        Status::NotYours
    } else if worked.year.entry.forms.is_empty() {
        Status::Open
    } else {
        Status::Excluded
    }
}

fn owner_pay(worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    let entry = worked.year.entry;
    let employer = entry.contributions.employer().total();
    match entry.income {
        Some(Income::SelfEmployed { .. }) if employer.is_positive() => (Status::Beware, Some(employer)),
        Some(Income::SelfEmployed { .. }) => (Status::Excluded, None),
        _ => (Status::NotYours, None),
    }
}

/// A figure that is exactly an earlier year's limit, or limits that are not official.
fn stale_limits(worked: &Worked<'_, '_>) -> (Status, Option<Money>) {
    let year = worked.year;
    let Ok(limits) = year.limits() else { return (Status::Open, None) };
    let entry = year.entry;
    let this = limits.elective_deferrals.value;
    let stale = |amount: Money| {
        let years = OFFICIAL_YEARS.0..year.year;
        amount != this && years.filter_map(|year| ELECTIVE_DEFERRALS.on_file(year)).any(|old| old.value == amount)
    };
    let own_limit = entry.plan.deferral_limit.filter(|amount| stale(*amount));
    let deferred = Some(entry.contributions.deferrals().total()).filter(|amount| stale(*amount));
    match own_limit.or(deferred) {
        Some(amount) => (Status::Made, Some(amount)),
        None if limits.standing != Standing::Official => (Status::Beware, Some(limits.annual_additions.value)),
        None => (Status::Excluded, Some(limits.annual_additions.value)),
    }
}

fn pre_tax_along(worked: &Worked<'_, '_>) -> Status {
    match worked.year.entry.plan.separate_accounting {
        Answer::Yes => Status::Excluded,
        Answer::No => Status::Beware,
        Answer::Unknown => Status::Open,
    }
}
