//! How the worksheet's ending reads: decision, rule, citations, next action.

use super::Friction;
use super::closing::{Ending, Next};
use super::letter::Letter;
use crate::date::Date;
use crate::english::{capitalized, counted_from_one, uncapitalized};
use crate::explain::Closing;
use crate::law::{Citation, citations};
use crate::record::Answer;
use crate::worksheets::feasibility::words::a_name;
use crate::worksheets::feasibility::{Barred, Cause, Exits, Open};

pub(super) fn closing(ending: Ending<'_>, by: Option<Date>, letter: Option<&Letter>) -> Closing {
    let (rule, citations) = rule(ending);
    let words = letter.map(|letter| format!("Subject: {}\n\n{}", letter.subject, letter.body));
    Closing { decision: decision(ending), rule, citations, next_action: next_action(ending), by, words }
}

fn decision(ending: Ending<'_>) -> String {
    match ending {
        Ending::Cannot { cause: Cause::Kind(Barred::PuertoRico), .. } => {
            "This planner does not cover Puerto Rico plans: they follow Puerto Rico’s tax law.".to_owned()
        }
        Ending::Cannot { cause: Cause::Kind(_), kind } => {
            format!("No mega backdoor Roth here: {} accepts no after-tax contributions.", a_name(kind))
        }
        Ending::Cannot { cause: Cause::NoAfterTax, .. } => {
            "Your plan can’t do it: it accepts no after-tax contributions.".to_owned()
        }
        Ending::Cannot { cause: Cause::NoExit, .. } => {
            "Your plan can’t do it: it accepts after-tax money but has no way to move it to Roth while you work there."
                .to_owned()
        }
        Ending::AskFirst { open: Open::Exit, .. } => {
            "Ask first: your plan accepts after-tax money, but you don’t know yet whether that money can move to Roth."
                .to_owned()
        }
        Ending::AskFirst { open: Open::AfterTax, .. } => {
            "Ask first: money could move to Roth, but you don’t know yet whether your plan accepts after-tax contributions.".to_owned()
        }
        Ending::AskFirst { open: Open::Both, .. } => {
            "Ask first: you don’t know yet whether your plan accepts after-tax contributions and lets them move to Roth."
                .to_owned()
        }
        Ending::Works { exits, frictions, wrong, .. } => format!(
            "Your plan can do it: it accepts after-tax money and lets you move it to Roth {}.{}{}",
            way(exits),
            wrong.map_or_else(String::new, |wrong| format!(" Clear this up first: {}.", uncapitalized(wrong))),
            to_mind(frictions)
        ),
    }
}

fn next_action(ending: Ending<'_>) -> String {
    match ending {
        Ending::Cannot { cause: Cause::Kind(barred), .. } => barred.instead().to_owned(),
        Ending::Cannot { cause: Cause::NoAfterTax, .. } => {
            "If the plan has Roth deferrals, use them up to the limit. Ask human resources whether the plan could add after-tax contributions and in-plan Roth conversion: an employer may change its plan at any time.".to_owned()
        }
        Ending::Cannot { cause: Cause::NoExit, .. } => {
            "Leave the after-tax election at zero, and ask human resources whether the plan could add in-plan Roth conversion. If you are leaving the employer soon anyway, the money can move to Roth then, and what it earned is taxed.".to_owned()
        }
        Ending::AskFirst { questions, .. } => {
            let answers = match questions {
                1 => "the first answer decides".to_owned(),
                questions => format!("the first {questions} answers decide"),
            };
            format!(
                "Send the letter below to the plan or to human resources: {answers}. Don’t contribute after-tax money until you know it can move to Roth."
            )
        }
        Ending::Works { next: Next::NewYear, .. } => {
            "This year is over. Check the answers again for the new year, since plans change.".to_owned()
        }
        Ending::Works { next: Next::Room, .. } => {
            "Work out your room next, then set the after-tax election.".to_owned()
        }
        Ending::Works { next: Next::RoomAndLetter, .. } => {
            "Work out your room next, then set the after-tax election. The letter below asks what is still open; none of it holds you up.".to_owned()
        }
    }
}

fn rule(ending: Ending<'_>) -> (String, Vec<Citation>) {
    match ending {
        Ending::Cannot { cause: Cause::Kind(barred), .. } => (barred.why().to_owned(), vec![barred.citation()]),
        _ => (
            "A plan needs two features: voluntary after-tax contributions, and a way to move that money to Roth while you work there. Conversion inside the plan or withdrawal to a Roth IRA will do; you don’t need both.".to_owned(),
            vec![citations::AFTER_TAX_CONTRIBUTIONS, citations::IN_PLAN_ROLLOVER, citations::IN_SERVICE_WITHDRAWAL],
        ),
    }
}

fn way(exits: Exits) -> &'static str {
    match (exits.in_plan, exits.withdrawal) {
        (Answer::Yes, Answer::Yes) => "by conversion inside the plan or by withdrawal to a Roth IRA",
        (Answer::Yes, _) => "by conversion inside the plan",
        _ => "by withdrawal to a Roth IRA",
    }
}

fn to_mind(frictions: &[Friction]) -> String {
    if frictions.is_empty() {
        return String::new();
    }
    let things = capitalized(&counted_from_one(frictions.len(), "thing", "things"));
    let titles: Vec<String> = frictions.iter().map(|friction| uncapitalized(friction.title)).collect();
    format!(" {things} to keep in mind: {}.", titles.join("; "))
}
