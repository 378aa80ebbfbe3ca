//! Whether after-tax money can be withdrawn while a person works.

use super::Found;
use crate::papers::parsed::Parsed;
use crate::papers::pattern::any;
use crate::papers::topic::Topic;

/// Events without which a withdrawal is no way for a person who goes on working.
pub const EVENTS: &str = "59½|hardship|disability|disabled|terminate|termination|separation|separate|leave|retire|retirement|death|die|age|severance|#½";

/// Whether after-tax money can be withdrawn in service.
pub fn withdrawal(parsed: &Parsed, found: &mut Vec<Found>) {
    let topic = Topic::InServiceWithdrawal;
    let about_at = any(&parsed.words, &["AT"])
        && (any(&parsed.words, &["OUT|withdraw|ISW", "take *5 out"]) || rolls_out_at_work(parsed));
    let general = any(&parsed.words, &["ISW"]);
    if !about_at && !general {
        if any(&parsed.words, &["withdraw|withdrawal"]) && any(&parsed.words, &["working|employed|service"]) {
            found.push(Found { topic, answer: None, safe: false, why: Some("It does not name after-tax money.") });
        }
        return;
    }
    let answer =
        (parsed.no_rule().is_none() && !parsed.tax && !parsed.past && !loan(parsed)).then(|| leaves(parsed)).flatten();
    match answer {
        Some((yes, safe)) if !parsed.later => {
            found.push(Found::of(topic, if yes { "yes" } else { "no" }, safe && !parsed.but_group, None))
        }
        _ => found.push(Found { topic, answer: None, safe: false, why: parsed.no_rule() }),
    }
}

/// Whether after-tax money goes to a Roth IRA while a person works: a rollover that leaves the
/// plan, and so a withdrawal.
pub fn rolls_out_at_work(parsed: &Parsed) -> bool {
    any(&parsed.words, &["roll|rollover|move|transfer *6 AT *4 to|into *4 RIRA"])
        && any(&parsed.words, &["while|still *4 employed|working|work|service", "any time", "in service"])
}

fn loan(parsed: &Parsed) -> bool {
    any(
        &parsed.words,
        &["loan", "insurance", "another|other|prior|previous|former plan|employer", "rollover contribution|account"],
    )
}

fn leaves(parsed: &Parsed) -> Option<(bool, bool)> {
    if let Some(said) = parsed.question {
        let clause = parsed.clauses.first()?;
        return said
            .filter(|_| {
                clause.negators() == 0
                    && clause.any(&["AT *6 OUT", "OUT *6 AT", "take *3 AT *2 out"])
                    && !any(&clause.main, &[EVENTS])
            })
            .map(|yes| (yes, false));
    }
    let mut answers = Vec::new();
    for clause in &parsed.clauses {
        // Only money that went in before a day: no answer for the money of today.
        let old = clause.any(&["before|until|prior #", "earlier|older", "prior to"]) && !clause.any(&["NOTCAN"])
            || clause.conditions.iter().any(|part| any(part, &["before #", "prior to # #", "before january"]));
        if old {
            continue;
        }
        let excepted_free = clause.exceptions.iter().any(|part| any(part, &["AT"]));
        let refused = clause.any(&[
            "no *2 ISW *3 BE OKAY",
            "ISW *4 BE not OKAY",
            "NOTCAN *3 withdraw|withdrawn",
            "no ISW CAN",
            "PLAN do not GRANT *3 ISW",
            "NOTCAN *2 take|make|receive|request *4 ISW|withdrawal|AT",
            "no *1 OUT *4 AT *3 BE OKAY",
            "no event|circumstance|case CAN *2 AT be withdrawn|distributed",
            "no event|circumstance|case CAN *2 withdraw *4 AT",
        ]);
        let limited = clause.any(&["NOTCAN *12 more|less|in|exceed|twice|fewer"]);
        if refused && excepted_free && !limited {
            answers.push((true, false));
            continue;
        }
        // The words that make a person wait stand in what it is conditional on or in itself.
        let waits =
            clause.has(EVENTS) || clause.conditions.iter().any(|part| any(part, &[EVENTS, "# year|month", "age"]));
        let at = clause.has("AT");
        if refused
            && !limited
            && clause.negators() == 1
            && (at || clause.has("ISW") || clause.has("any part of *4 account"))
        {
            let of_other = !at && clause.any(&["PRETAX|MATCH|matching|ROTH|rollover|earning"]);
            if !of_other {
                let plain = clause
                    .conditions
                    .iter()
                    .all(|part| any(part, &[EVENTS, "after|since #", "while *4 employed|work|working|service"]));
                if plain {
                    answers.push((false, true));
                }
            }
            continue;
        }
        // "Only upon termination" is a refusal for a person who goes on working.
        let only_then = at
            && clause.any(&["CAN be withdrawn|distributed|paid only"])
            && clause.negators() == 0
            && clause.conditions.len() == 1
            && clause.conditions.iter().all(|part| {
                any(part, &["termination|separation|retirement|severance"]) && !any(part, &["59½|hardship|or|age"])
            });
        if only_then {
            answers.push((false, false));
            continue;
        }
        let granted = clause.any_without(
            &[
                "AT *6 CAN be withdrawn|distributed",
                "YOU *4 CAN *4 withdraw *8 AT",
                "CAN *4 withdraw ?all *8 AT",
                "CAN take *4 AT *3 out",
                "CAN take *4 out *4 AT",
                "AT *2 BE OKAY for *3 OUT",
                "OUT|ISW *3 of|from *4 AT *3 BE OKAY",
                "CAN *3 take|request|make|receive *6 OUT|ISW *5 of|from *6 AT",
                "AT *3 BE OKAY at any time",
                "PLAN GRANT *4 OUT|ISW *3 of|from *4 AT",
                "YOU *2 CAN *2 access *4 AT",
                "AT *2 CAN ?also be taken|paid *2 out|distributed",
            ],
            "earning only",
        ) || (rolls_out_at_work(parsed)
            && clause.any(&["YOU *2 CAN *2 roll|rollover|move|transfer *6 AT *4 to|into *4 RIRA"]));
        let taken_for_granted = clause.any(&[
            "minimum|least *3 ISW *2 from|of *3 AT",
            "withdrawing AT *4 in service",
            "withdrawing AT *3 do not",
            "withdrawal of AT do not *4 suspension",
        ]);
        let any_time = clause.any(&["any time|reason", "at will"]);
        if clause.has("but") || (waits && !any_time) || clause.any(&["only *4 hardship|earning"]) {
            continue;
        }
        if granted && clause.negators() == 0 && (clause.open_to_all() || any_time) {
            answers.push((true, true));
        } else if taken_for_granted {
            answers.push((true, false));
        }
    }
    match answers.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other.0 == first.0) => {
            let back = parsed.clauses.iter().any(|clause| clause.has("but") && clause.negators() > 0);
            (!back).then_some((first.0, first.1 && parsed.clauses.len() == 1))
        }
        // One clause refuses and another grants: of the money of today the refusal counts
        // only where the years say so, which were left out above.
        _ => None,
    }
}
