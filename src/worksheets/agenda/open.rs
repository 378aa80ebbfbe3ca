//! Which questions of a worksheet are still open, by the ids of their fields.

use super::Worked;
use crate::questions::{Field, Key};
use crate::record::{Answer, Cadence, Spot, YearRecord};
use crate::worksheets::Worksheet;
use crate::worksheets::plan::{self, Plan};
use crate::worksheets::room::{self, Room};
use crate::worksheets::year::NotReady;

/// The fields that a worksheet still waits for, or that would make it surer: those in the
/// way first.
pub(super) fn open(worksheet: Worksheet, worked: &Worked<'_, '_>) -> Vec<String> {
    let entry = worked.year.entry;
    let keys = match worksheet {
        Worksheet::Plan => worked.plan.as_ref().map_or_else(|wait| waits_for(wait, entry), of_plan),
        Worksheet::Room => worked.room.as_ref().map_or_else(|wait| waits_for(wait, entry), of_room),
        Worksheet::Pace => worked.pace.as_ref().map_or_else(|wait| waits_for(wait, entry), |_| of_pace(entry)),
        Worksheet::Landing => worked.landing.as_ref().map_or_else(|wait| waits_for(wait, entry), |_| of_landing(entry)),
        // Their rows are a list that a person can lengthen: none of them is a question left open.
        _ => Vec::new(),
    };
    let mut ids: Vec<String> = Vec::new();
    for id in keys.into_iter().map(Key::id) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn sheet(fields: impl IntoIterator<Item = Field>) -> Vec<Key> {
    fields.into_iter().map(Key::Sheet).collect()
}

/// What stands in the way of a result.
fn waits_for(wait: &NotReady, entry: &YearRecord) -> Vec<Key> {
    match wait {
        NotReady::BirthDate | NotReady::NotBorn => vec![Key::BirthDate],
        NotReady::Pay => sheet([Field::Pay]),
        NotReady::WageBase { .. } => sheet([Field::OwnWageBase]),
        NotReady::UnknownYear(_) => {
            sheet([Field::OwnElectiveDeferrals, Field::OwnCatchUp, Field::OwnAnnualAdditions, Field::OwnPayCounted])
        }
        NotReady::Paychecks => sheet(paychecks(entry)),
        NotReady::NoSuchYear { .. }
        | NotReady::RelatedPay { .. }
        | NotReady::OwnBusiness
        | NotReady::LimitationYear { .. }
        | NotReady::NoneToCome { .. }
        | NotReady::EmptyLedger
        | NotReady::NoForms { .. }
        | NotReady::TooLarge(_) => Vec::new(),
    }
}

/// What the paychecks still lack.
fn paychecks(entry: &YearRecord) -> Vec<Field> {
    let payroll = &entry.payroll;
    let date = match payroll.cadence {
        Cadence::Weekly | Cadence::Biweekly if payroll.known_pay_date.is_none() => Some(Field::KnownPayDate),
        Cadence::Manual if payroll.pay_dates.is_empty() => Some(Field::PayDates),
        _ => None,
    };
    let cadence = (payroll.cadence == Cadence::Unknown).then_some(Field::Cadence);
    let pay = payroll.pay.is_none().then_some(Field::PayRate);
    cadence.into_iter().chain(date).chain(pay).collect()
}

fn of_plan(plan: &Plan) -> Vec<Key> {
    sheet(plan.open_questions.iter().map(|open| asked_by(open.question)))
}

/// The field that a question of the letter answers.
fn asked_by(question: plan::Question) -> Field {
    use plan::Question;
    match question {
        Question::AfterTax => Field::PlanAfterTax,
        Question::InPlan => Field::InPlanRollover,
        Question::Withdrawal => Field::InServiceWithdrawal,
        Question::RothDeferrals => Field::RothDeferrals,
        Question::TransferTiming => Field::TransferTiming,
        Question::TransferBy => Field::TransferBy,
        Question::Destination => Field::Destination,
        Question::SeparateAccounting => Field::SeparateAccounting,
        Question::Suspension => Field::SuspendsContributions,
        Question::DeferralsFirst => Field::DeferralsFirst,
        Question::ElectionMode => Field::ElectionMode,
        Question::ChangeLeadDays => Field::ChangeLeadDays,
        Question::HighestCovers => Field::ElectionLimitCovers,
        Question::EligiblePay => Field::EligibleSoFar,
        Question::PercentOfCountedPay => Field::PercentOfCountedPay,
        Question::StopsAtCountedPay => Field::StopsAtCountedPay,
        Question::Bonuses => Field::BonusElections,
        Question::Spillover => Field::Spillover,
        Question::CatchUp => Field::CatchUp,
        Question::CatchUpElection => Field::CatchUpElection,
        Question::DeemedRoth => Field::DeemedRoth,
        Question::FifteenYears => Field::FifteenYear,
        Question::LimitationYear => Field::LimitationYear,
        Question::MatchAbove => Field::MatchAbove,
        Question::MatchOnCatchUp => Field::MatchOnCatchUp,
        Question::Match => Field::MatchOffered,
        Question::TrueUp => Field::TrueUp,
        Question::MatchOnAfterTax => Field::MatchOnAfterTax,
        Question::AcpTest => Field::HighlyCompensated,
    }
}

/// What the findings of the Room worksheet ask for.
fn of_room(room: &Room) -> Vec<Key> {
    let asked = room.findings.iter().filter_map(|found| {
        Some(match found.code() {
            room::Code::PriorWagesNeeded => Field::PriorWages,
            room::Code::HigherCatchUpOpen => Field::CatchUp,
            room::Code::FifteenYearsOpen => Field::FifteenYear,
            room::Code::PreTaxStops => Field::DeemedRoth,
            room::Code::StillToComeEmpty => Field::PreTaxToCome,
            _ => return None,
        })
    });
    sheet(asked)
}

/// What the pace goes by and is not told.
fn of_pace(entry: &YearRecord) -> Vec<Key> {
    let payroll = &entry.payroll;
    let lead = entry.plan.change_lead_days.is_none().then_some(Field::ChangeLeadDays);
    let take_home = payroll.take_home.is_none().then_some(Field::TakeHome);
    let stub = payroll.pay_so_far.is_none().then_some(Field::PaySoFar);
    let matched = (entry.plan.matching.offered == Answer::Unknown).then_some(Field::MatchOffered);
    sheet(stub.into_iter().chain(matched).chain(lead).chain(take_home))
}

fn of_landing(entry: &YearRecord) -> Vec<Key> {
    let spot = (entry.landing.spot == Spot::Open).then_some(Field::LandingSpot);
    sheet(spot)
}
