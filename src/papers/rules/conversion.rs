//! Whether money can be converted in the plan.

use super::Found;
use super::withdrawal::EVENTS;
use crate::papers::parsed::Parsed;
use crate::papers::pattern::any;
use crate::papers::topic::Topic;

/// Whether money can be converted in the plan.
pub fn conversion(parsed: &Parsed, found: &mut Vec<Found>) {
    let topic = Topic::InPlanRollover;
    let names = [
        "IPC",
        "convert|converted|converting *12 to *4 ROTH|roth *3 in|inside|within *2 plan",
        "convert|move|transfer|converted|moved|transferred *6 AT *6 to|into *4 roth|ROTH",
        "AT *8 convert|converted|transferred|moved|conversion",
        "conversion ?of ?AT to roth|ROTH *2 inside|within|in *2 plan",
        "convert *4 to roth",
        "conversion|rollover *2 roth|ROTH *2 inside|within|in",
    ];
    if !any(&parsed.words, &names) {
        if any(&parsed.words, &["converted|convert ?in|inside|within *2 plan", "conversion fee"]) {
            found.push(Found { topic, answer: None, safe: false, why: None });
        }
        return;
    }
    let to_ira = any(&parsed.words, &["RIRA|ira"]) && !any(&parsed.words, &["IPC"]);
    let answer = (parsed.no_rule().is_none()
        && !parsed.tax
        && !parsed.past
        && !parsed.later
        && !to_ira
        && !parsed.words.iter().any(|word| word.is == "loan"))
    .then(|| converts(parsed))
    .flatten();
    match answer {
        Some((yes, safe)) => {
            found.push(Found::of(topic, if yes { "yes" } else { "no" }, safe && !parsed.but_group, None))
        }
        None => found.push(Found { topic, answer: None, safe: false, why: parsed.no_rule() }),
    }
}

fn converts(parsed: &Parsed) -> Option<(bool, bool)> {
    let clause_names = "IPC";
    if let Some(said) = parsed.question {
        let clause = parsed.clauses.first()?;
        return said
            .filter(|_| clause.negators() == 0 && clause.any(&[clause_names, "convert *8 roth|ROTH"]))
            .map(|yes| (yes, false));
    }
    let labelled = parsed.clauses.first().filter(|clause| clause.has("IPC :") && clause.main.len() <= 7);
    if let Some(clause) = labelled {
        if clause.any(&[": not OKAY", ": no", ": none", ": unavailable"]) {
            return Some((false, false));
        }
        if clause.negators() == 0 && clause.any(&[": yes", ": OKAY"]) {
            return Some((true, false));
        }
    }
    for clause in &parsed.clauses {
        if clause.has("but") {
            continue;
        }
        let no = clause.any(&[
            "IPC *10 BE not ?currently OKAY",
            "PLAN *2 do not *1 GRANT *4 IPC",
            "no *1 IPC *4 OKAY|CAN",
            "YOU *3 NOTCAN *1 GIVE|request|do|have *4 IPC",
            "NOTCAN convert *8 to *3 roth|ROTH",
            "IPC *4 NOTCAN be GIVE|requested|processed|done|accepted",
            "AT *3 NOTCAN be converted",
            "IPC *3 BE unavailable|prohibited",
        ]);
        let limited = clause.any(&["NOTCAN *12 more|less|in|exceed|twice|fewer", "not OKAY *4 more|until"]);
        if no && !limited {
            let narrow = clause.any(&["NOTOTHERWISE", "not otherwise", "IPC of *10 not"]);
            // "not otherwise distributable" holds a second negation of its own.
            let plain = clause.negators() == 1 || (narrow && clause.negators() == 2);
            return (plain && clause.conditions.is_empty()).then_some((false, !narrow && clause.negators() == 1));
        }
        let waits = clause.has("59½|hardship|termination|disability|age")
            || clause.conditions.iter().any(|part| any(part, &[EVENTS, "vested"]));
        let waits = waits || clause.any(&["BE|become|are *2 vested", "fully vested"]);
        let yes = clause.any(&[
            "YOU *4 CAN *6 IPC",
            "CAN *2 choose|elect|request|make *6 IPC",
            "IPC *3 BE ?also|now OKAY",
            "IPC *4 BE processed|made *4 each|per|every|quarterly|monthly|daily",
            "PLAN ?also|now GRANT *6 IPC",
            "CAN *3 convert *8 to *3 roth|ROTH",
            "PLAN GRANT YOU ?to convert *12 to *3 roth|ROTH",
            "CAN *5 AT *2 converted to *3 roth|ROTH",
            "AT *3 CAN be *2 converted",
            "AT CAN be enrolled for *2 conversion",
            "conversion *4 ROTH|roth *4 CAN be requested|made",
            "IPC *3 CAN be GIVE|requested|processed",
            "YOU *3 GIVE|request UPTO *3 IPC",
            "AT BE *2 automatically *2 converted to *4 roth|ROTH",
            "CAN *2 move|transfer *4 AT *4 to *4 roth|ROTH",
        ]);
        if yes && clause.negators() == 0 && !waits && clause.open_to_all() {
            let back = parsed.clauses.iter().any(|clause| clause.has("but"));
            return (!back).then_some((true, parsed.clauses.len() == 1));
        }
    }
    None
}
