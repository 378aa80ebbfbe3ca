//! The end of the worksheet: decision, rule, next action.

use super::Basis;
use super::letter::Letter;
use crate::date::Date;
use crate::explain::Closing;
use crate::law::{citations, deadlines};
use crate::record::{Answer, Income};
use crate::worksheets::feasibility::Cause;
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::feasibility::words;

/// Days in which a plan can be expected to answer.
const DAYS_TO_ANSWER: i32 = 14;

/// By when to act so that it still counts for the year (26 CFR 1.415(c)-1(b)(6)):
/// for who must ask first, by when to have an answer; none once the year is over.
pub(super) fn by(basis: &Basis<'_>, today: Date) -> Option<Date> {
    let owner = matches!(basis.entry.income, Some(Income::SelfEmployed { .. }));
    let end = deadlines::last_contribution(basis.entry.year, owner)?;
    // A change of the election needs its time before the last payday.
    let lead = if owner { 0 } else { basis.entry.plan.change_lead_days.unwrap_or(0) };
    let last = end.plus_days(-i32::from(lead)).ok()?;
    let answered = today.plus_days(DAYS_TO_ANSWER).ok()?;
    match basis.verdict {
        _ if today > last => None,
        Verdict::AskFirst => Some(answered.min(last)),
        _ => Some(last),
    }
}

pub(super) fn closing(basis: &Basis<'_>, letter: Option<&Letter>) -> Closing {
    let (decision, next_action) = match basis.cause {
        Some(cause) => cannot(basis, cause),
        None if basis.verdict == Verdict::AskFirst => ask_first(basis),
        None => works(basis),
    };
    let mut citations =
        vec![citations::AFTER_TAX_CONTRIBUTIONS, citations::IN_PLAN_ROLLOVER, citations::IN_SERVICE_WITHDRAWAL];
    if let Some(Cause::Kind(barred)) = basis.cause {
        citations = vec![barred.citation()];
    }
    let rule = match basis.cause {
        Some(Cause::Kind(barred)) => barred.why().to_owned(),
        _ => "Two features are needed: voluntary after-tax contributions, and a way for that money to Roth while you work there. A conversion inside the plan or a withdrawal to a Roth IRA is enough; you do not need both.".to_owned(),
    };
    let words = letter.map(|letter| format!("Subject: {}\n\n{}", letter.subject, letter.body));
    Closing { decision, rule, citations, next_action, by: basis.by, words }
}

fn cannot(basis: &Basis<'_>, cause: Cause) -> (String, String) {
    match cause {
        Cause::Kind(barred) => (
            format!("No mega backdoor Roth here: {} takes no after-tax contributions.", words::a_name(basis.entry.plan.kind)),
            barred.instead().to_owned(),
        ),
        Cause::NoAfterTax => (
            "Your plan cannot do it: it takes no after-tax contributions.".to_owned(),
            "Use the plan's Roth deferrals up to their limit if it has them. Ask human resources whether the plan could add after-tax contributions and in-plan Roth conversion: a plan may change its document at any time.".to_owned(),
        ),
        Cause::NoExit => (
            "Your plan cannot do it: after-tax money can go in but has no way to Roth while you work there.".to_owned(),
            "Leave the after-tax election at zero, and ask human resources whether the plan could add in-plan Roth conversion. If you leave the employer soon anyway, the money can move to Roth then, with tax on what it earned.".to_owned(),
        ),
    }
}

fn ask_first(basis: &Basis<'_>) -> (String, String) {
    let deciding = basis.open_questions.iter().filter(|open| open.decides).count();
    let decision = match (basis.entry.plan.after_tax, basis.exits.sure()) {
        (Answer::Yes, _) => {
            "Ask first: your plan takes after-tax money, but it is not known yet whether that money can move to Roth."
        }
        (_, true) => {
            "Ask first: money could move to Roth, but it is not known yet whether your plan takes after-tax contributions."
        }
        (_, false) => {
            "Ask first: it is not known yet whether your plan takes after-tax contributions and lets them move to Roth."
        }
    };
    let answers = if deciding == 1 {
        "the first answer decides".to_owned()
    } else {
        format!("the first {deciding} answers decide")
    };
    let action = format!(
        "Send the letter below to the plan or to human resources: {answers}. Put no after-tax money in before you know that it can get out."
    );
    (decision.to_owned(), action)
}

fn works(basis: &Basis<'_>) -> (String, String) {
    let way = match (basis.exits.in_plan, basis.exits.withdrawal) {
        (Answer::Yes, Answer::Yes) => "by conversion inside the plan or by withdrawal to a Roth IRA",
        (Answer::Yes, _) => "by conversion inside the plan",
        _ => "by withdrawal to a Roth IRA",
    };
    let titles: Vec<&str> = basis.frictions.iter().map(|friction| friction.title).collect();
    let slowed = match titles.as_slice() {
        [] => String::new(),
        [one] => format!(" One thing to mind: {}.", in_sentence(one)),
        more => format!(
            " {} things to mind: {}.",
            more.len(),
            more.iter().map(|title| in_sentence(title)).collect::<Vec<_>>().join("; ")
        ),
    };
    let decision = format!("Your plan can do it: it takes after-tax money and lets it move to Roth {way}.{slowed}");
    let action = match basis.by {
        None => "This year is over. Check the answers again for the new year, since plans change.".to_owned(),
        Some(_) if basis.open_questions.is_empty() => {
            "Work out your room next, then set the after-tax election.".to_owned()
        }
        Some(_) => {
            "Work out your room next, then set the after-tax election. The letter below asks what is still open; none of it stops you.".to_owned()
        }
    };
    (decision, action)
}

/// A title as part of a sentence, with a small first letter.
fn in_sentence(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
