//! How after-tax money leaves for Roth: withdrawal, conversion, and their terms.

use super::Found;
use crate::papers::clause::Parsed;
use crate::papers::topic::Topic;
use crate::papers::words::{any, find};

/// Events without which a withdrawal is no way for a person who goes on working.
const EVENTS: &str = "59½|hardship|disability|disabled|terminate|termination|separation|separate|leave|retire|retirement|death|die|age|severance|#½";

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
fn rolls_out_at_work(parsed: &Parsed) -> bool {
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

/// How often, how and at what price, where the money can go, and what follows.
pub fn terms(parsed: &Parsed, found: &mut Vec<Found>) {
    if parsed.no_rule().is_some() || parsed.past || parsed.group.is_some() {
        return;
    }
    let words = &parsed.words;
    let moves = any(words, &["IPC", "conversion|convert|converted", "roth ?account *4 conversion"]);
    let out = any(words, &["AT"]) && (any(words, &["OUT|withdraw|ISW", "take *5 out"]) || rolls_out_at_work(parsed));
    if !moves && !out {
        // A fee of any withdrawal in service is one of these, too.
        if any(words, &["ISW"]) {
            price(parsed, false, found);
        }
        return;
    }
    let turned = parsed.clauses.iter().map(crate::papers::clause::Clause::negators).sum::<usize>() > 0;
    if moves && !turned && !parsed.tax {
        let periodic = |word: &str, one: &str| {
            any(
                words,
                &[word, &format!("once EACH ?calendar|plan {one}"), &format!("each|every ?calendar|plan {one} , on")],
            )
        };
        let timing = if any(words, &["automatically|automated|automatic"]) && !any(words, &["not automatic"]) {
            Some("automatic")
        } else if any(words, &["any ?business day|time", "daily on request", "at any time"]) {
            Some("any_day")
        } else if periodic("quarterly", "quarter") {
            Some("quarterly")
        } else if periodic("monthly", "month") {
            Some("monthly")
        } else if any(words, &["processed|made *2 once EACH ?calendar|plan YEAR", "processed annually"]) {
            Some("yearly")
        } else {
            None
        };
        let automatic_needs = timing != Some("automatic") || any(words, &["AT", "IPC"]);
        if let Some(timing) = timing.filter(|_| automatic_needs) {
            found.push(Found::of(
                Topic::TransferTiming,
                timing,
                false,
                Some("Look at what it is of: conversions, or withdrawals."),
            ));
        }
    }
    if !turned {
        let online = any(words, &["website|online|web|app"]);
        let phone = any(words, &["calling|call|phone|telephone|form|paper"]);
        if online != phone {
            found.push(Found::of(Topic::TransferBy, if online { "online" } else { "phone_or_form" }, false, None));
        }
    }
    if let Some(count) = times_a_year(parsed) {
        found.push(Found::value(Topic::TransfersPerYear, count.to_string()));
    }
    price(parsed, moves, found);
    if !turned && any(words, &["AT *14 RIRA"]) && !any(words, &["roth account|401k", "IPC", "ROTH"]) {
        found.push(Found::of(Topic::Destination, "roth_ira", false, Some("It may go elsewhere, too.")));
    } else if !turned && any(words, &["AT *10 to *3 RIRA or *4 roth|ROTH", "to *6 ROTH|roth *3 or *3 RIRA"]) {
        found.push(Found::of(Topic::Destination, "both", false, None));
    }
    if out {
        suspension(parsed, found);
    }
}

/// How many withdrawals or conversions a year allows.
fn times_a_year(parsed: &Parsed) -> Option<u64> {
    let words = &parsed.words;
    // Once in twelve months is once a year; once in six is not.
    if words.windows(2).any(|pair| pair[0].is == "#" && pair[1].is == "month" && pair[0].number != Some(12)) {
        return None;
    }
    if any(words, &["once EACH ?a|any|the|each ?calendar|plan YEAR", "once EACH ?a|any|the|each # month"])
        && !any(words, &["processed"])
    {
        return Some(1);
    }
    if any(words, &["twice EACH ?a|any|the|each ?calendar|plan YEAR", "twice EACH ?a|any|the|each # month"]) {
        return Some(2);
    }
    let yearly = any(words, &["EACH ?calendar|plan YEAR", "EACH # month"]);
    let (from, end) = find(words, "UPTO #").or_else(|| find(words, "limit of #"))?;
    let after = words.get(end..end + 5.min(words.len() - end))?;
    let counted = yearly && any(after, &["time|IPC|conversion|OUT|ISW"]);
    let counted = counted || any(words, &["IPC|ISW|OUT *8 UPTO|limited # EACH ?calendar|plan YEAR"]);
    counted
        .then(|| words[from..end].last().and_then(|word| word.number))
        .flatten()
        .filter(|count| (1..=99).contains(count))
}

/// Fees and the smallest amount.
fn price(parsed: &Parsed, moves: bool, found: &mut Vec<Found>) {
    let words = &parsed.words;
    let amounts: Vec<u64> = words.iter().filter(|word| word.is == "#$").filter_map(|word| word.number).collect();
    if moves && any(words, &["NOFEE"]) && amounts.is_empty() {
        found.push(Found::value(Topic::TransferFee, "0".to_owned()));
    }
    let turned = parsed.clauses.iter().any(|clause| clause.negators() > 0);
    if let [amount] = amounts.as_slice()
        && !turned
    {
        if any(words, &["fee|charge *4 #$", "#$ ?processing|conversion|withdrawal fee|charge"])
            && any(words, &["conversion|IPC|withdrawal|ISW"])
        {
            found.push(Found::value(Topic::TransferFee, dollars(*amount)));
        } else if any(words, &["minimum *8 #$", "ATLEAST #$"])
            && parsed.clauses.iter().all(|clause| clause.negators() == 0)
        {
            found.push(Found::value(Topic::LeastTransfer, dollars(*amount)));
        }
    }
}

fn suspension(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    let topic = Topic::SuspendsContributions;
    if !any(words, &["suspension|suspended|suspend"]) {
        return;
    }
    let not = any(words, &["not *5 suspension|suspended|suspend", "no|without *2 suspension"]);
    let does = any(
        words,
        &[
            "followed by *4 suspension",
            "contribution *3 BE suspended",
            "contribution will be suspended",
            "result in *4 suspension",
            "suspend *3 contribution",
        ],
    );
    match (not, does) {
        (true, _) => found.push(Found::of(topic, "no", false, None)),
        (false, true) => found.push(Found::of(topic, "yes", false, None)),
        _ => found.push(Found { topic, answer: None, safe: false, why: None }),
    }
}

/// Cents as dollars: `500`, `12.50`.
pub fn dollars(cents: u64) -> String {
    if cents.is_multiple_of(100) { (cents / 100).to_string() } else { format!("{}.{:02}", cents / 100, cents % 100) }
}
