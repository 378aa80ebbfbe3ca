//! The terms of withdrawals and conversions: how often, how, at what price, and what follows.

use super::Found;
use super::withdrawal::rolls_out_at_work;
use crate::papers::parsed::Parsed;
use crate::papers::pattern::{any, find};
use crate::papers::topic::Topic;

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
