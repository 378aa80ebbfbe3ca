//! What the worksheets themselves give to do, with the dates that they work out.

use super::action::Due;
use super::{Act, Worked};
use crate::explain::{Explain, Found, Severity};
use crate::law::deadlines;
use crate::worksheets::Worksheet;
use crate::worksheets::conversions::Conversions;
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::pace::{Entry, Pace};
use crate::worksheets::plan::Plan;
use crate::worksheets::room::{self, Room};
use crate::worksheets::tax_forms::{SheetStatus, TaxForms};
use crate::worksheets::year::Year;
use crate::worksheets::{conversions, landing, pace, tax_forms};

pub(super) fn acts(worked: &Worked<'_, '_>) -> Vec<Due> {
    let year = worked.year;
    let mut due = Vec::new();
    if let Ok(plan) = &worked.plan {
        of_plan(plan, year, &mut due);
    }
    if let Ok(pace) = &worked.pace {
        of_pace(pace, year, &mut due);
    }
    if let Ok(room) = &worked.room {
        of_room(room, year, &mut due);
    }
    if let Ok(conversions) = &worked.conversions {
        of_conversions(conversions, year, &mut due);
    }
    if let Ok(spot) = &worked.landing {
        of_landing(spot, year, &mut due);
    }
    if let Ok(forms) = &worked.forms {
        of_forms(forms, year, &mut due);
    }
    due
}

/// What a worksheet calls a problem, to be seen to today; not that the plan cannot do it,
/// which nobody can correct.
fn problems<F: Explain>(
    worksheet: Worksheet,
    findings: &[Found<F>],
    but: &[F::Code],
    year: &Year<'_>,
    due: &mut Vec<Due>,
) where
    F::Code: PartialEq,
{
    let problems = findings.iter().filter(|found| found.words.severity == Severity::Problem);
    let mine = problems.filter(|found| !but.contains(&found.code()));
    due.extend(mine.map(|found| {
        let title = found.words.title.trim_end_matches('.').to_owned();
        Due::new(Act::SeeTo { worksheet, title }, year.today)
    }));
}

fn is_over(year: &Year<'_>) -> bool {
    year.year < year.today.year()
}

fn of_plan(plan: &Plan, year: &Year<'_>, due: &mut Vec<Due>) {
    if plan.verdict == Verdict::Cannot {
        return;
    }
    problems(Worksheet::Plan, &plan.findings, &[], year, due);
    // A year that is over asks nothing more of its plan.
    if let (Some(by), Some(_)) = (plan.closing.by, &plan.letter) {
        let questions = plan.open_questions.len();
        let decides = plan.open_questions.iter().filter(|open| open.decides).count();
        due.push(Due::new(Act::AskPlan { questions, decides }, by));
    }
}

fn of_pace(pace: &Pace, year: &Year<'_>, due: &mut Vec<Due>) {
    let if_allowed = pace.verdict == Verdict::AskFirst;
    let entered = |entry: &Entry, next_year: bool| {
        let &Entry { election, from, not_before, enter_by, .. } = entry;
        Due::new(Act::SetElection { election, from, not_before, if_allowed, next_year }, enter_by)
    };
    let before = due.len();
    if pace.preventable.is_positive() {
        due.push(Due::new(Act::LowerDeferrals { over: pace.preventable }, pace.closing.by.unwrap_or(year.today)));
    }
    if let Some(advice) = &pace.deferrals {
        let elections =
            |entries: &[Entry]| entries.iter().map(|entry| (entry.from, entry.election)).collect::<Vec<_>>();
        let with = (elections(&advice.after_tax) != elections(&pace.entries)).then(|| pace::goes_with(advice));
        due.extend(advice.entries.iter().map(|entry| {
            let (deferrals, from, not_before) = (entry.deferrals.to_string(), entry.from, entry.not_before);
            Due::new(Act::SetDeferrals { deferrals, from, not_before, with: with.clone() }, entry.enter_by)
        }));
    }
    due.extend(pace.entries.iter().map(|entry| entered(entry, false)));
    if let Some(next) = &pace.next_year {
        due.extend(next.first_pay_date.map(|date| Due::new(Act::FirstPayday, date)));
        due.extend(next.entries.iter().map(|entry| entered(entry, true)));
    }
    // What an election above puts right needs no entry of its own, nor what Room says already.
    let put_right = [pace::Code::PresentGoesOver, pace::Code::LowerDeferrals];
    let known = [pace::Code::PlanCannot, pace::Code::OverWhatever];
    let known = if due.len() > before { [known, put_right].concat() } else { known.to_vec() };
    problems(Worksheet::Pace, &pace.findings, &known, year, due);
    due.extend(pace.lines.last().map(|line| Due::new(Act::LastPayday, line.date)));
}

fn of_room(room: &Room, year: &Year<'_>, due: &mut Vec<Due>) {
    problems(Worksheet::Room, &room.findings, &[room::Code::PlanCannot], year, due);
    let if_allowed = matches!(room.verdict, room::Verdict::IfAllowed(_));
    let open = if_allowed || matches!(room.verdict, room::Verdict::Room(_));
    // With paychecks the pace says what to enter.
    let (Some(by), Some(pace), true, None) = (room.closing.by, room.pace, open, room.to_come) else { return };
    if !pace.total.is_positive() {
        return;
    }
    let own_business = room.most_employer.is_some();
    let act = match deadlines::last_contribution(room.year, own_business) {
        Some(last) if own_business => Act::Deposit { room: pace.total, last, if_allowed },
        _ => Act::Contribute { each: pace.each, months: pace.contributions, if_allowed },
    };
    due.push(Due::new(act, by));
}

fn of_conversions(conversions: &Conversions, year: &Year<'_>, due: &mut Vec<Due>) {
    problems(Worksheet::Conversions, &conversions.findings, &[conversions::Code::SixtyDaysOpen], year, due);
    let paid = year.pools().iter().flat_map(|pool| &pool.distributions).filter_map(|made| made.paid_out);
    let open = paid.filter(|paid| paid.is_open(year.today) && paid.left.is_positive());
    due.extend(open.map(|paid| Due::new(Act::RollOver { left: paid.left }, paid.deadline)));
    let this_year = year.year == year.today.year();
    let value = conversions.waiting.value;
    if this_year && value.is_positive() {
        let how = conversions.closing.next_action.clone();
        due.push(Due::new(Act::Convert { value, how }, conversions.closing.by));
    }
    let unconfirmed = conversions.conversions.iter().filter(|made| made.confirmation.trim().is_empty()).count();
    if unconfirmed > 0 {
        due.push(Due::new(Act::SaveConfirmations { conversions: unconfirmed }, None));
    }
}

fn of_landing(spot: &landing::LandingSpot, year: &Year<'_>, due: &mut Vec<Due>) {
    let cannot = year.feasibility.cause.is_some();
    let none = if cannot { &[landing::Code::NoneOpen][..] } else { &[] };
    problems(Worksheet::Landing, &spot.findings, none, year, due);
    let to_choose = spot.allowed.choice() && spot.choice.is_none() && !is_over(year) && !cannot;
    if to_choose {
        due.push(Due::new(Act::ChooseSpot, spot.closing.by));
    }
}

fn of_forms(forms: &TaxForms, year: &Year<'_>, due: &mut Vec<Due>) {
    problems(Worksheet::TaxForms, &forms.findings, &[tax_forms::Code::RollOverOpen], year, due);
    let open = forms.sheets.iter().filter(|sheet| sheet.status == SheetStatus::Open).count();
    let late = forms.sent.filter(|sent| *sent < year.today && open > 0);
    due.extend(late.map(|sent| Due::new(Act::LookForForms { forms: open }, sent)));
    if forms.sheets.iter().any(|sheet| sheet.status.is_grave()) {
        let act = Act::SettleForms { answer: forms.headline.answer.clone(), letter: forms.closing.words.is_some() };
        due.push(Due::new(act, forms.closing.by));
    }
}
