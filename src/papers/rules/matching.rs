//! The match: whether there is one, its formula, its cap, and when it is worked out.

use super::Found;
use super::limits::percent;
use super::terms::dollars;
use crate::papers::parsed::Parsed;
use crate::papers::pattern::{any, fits};
use crate::papers::topic::Topic;
use crate::papers::words::Word;

/// All that a sentence says about the match, the true-up and profit sharing.
pub fn matching(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    true_up(parsed, found);
    if parsed.no_rule().is_some() && !matches!(parsed.question, Some(Some(_)))
        || parsed.past
        || parsed.later
        || parsed.elsewhere
    {
        if any(words, &["MATCH"]) {
            found.push(Found { topic: Topic::Match, answer: None, safe: false, why: parsed.no_rule() });
        }
        return;
    }
    if parsed.group.is_some() {
        if any(words, &["MATCH"]) {
            found.push(Found { topic: Topic::Match, answer: None, safe: false, why: Some("It is for a group.") });
        }
        return;
    }
    profit_sharing(parsed, found);
    if !any(
        words,
        &[
            "MATCH",
            "for each|every #$ *6 #$",
            "#$ for|on each|every dollar",
            "#$ for|on each|every #$ *3 contribute|defer|save",
        ],
    ) {
        return;
    }
    offered(parsed, found);
    what_is_matched(parsed, found);
    if any(words, &["MATCH *4 UPTO #$", "maximum *2 MATCH *8 #$", "MATCH *6 limited to #$"])
        && !any(words, &["#% *3 UPTO #$ of", "for each|every"])
    {
        let amounts: Vec<u64> = words.iter().filter(|word| word.is == "#$").filter_map(|word| word.number).collect();
        if let [amount] = amounts.as_slice() {
            found.push(Found::value(Topic::MatchDollarCap, dollars(*amount)));
        }
    }
    if any(
        words,
        &[
            "MATCH *6 each|every|per pay|payroll ?period|paycheck",
            "MATCH *6 each|every|per paycheck",
            "match *4 payroll by payroll",
        ],
    ) && !turned(words)
    {
        found.push(Found::of(Topic::MatchTiming, "each_paycheck", false, None));
    } else if any(
        words,
        &[
            "MATCH *6 end of *2 ?plan|calendar year",
            "MATCH *4 annually|yearly",
            "MATCH *4 once a year",
            "annual *2 MATCH",
        ],
    ) && !any(words, &["true up", "difference"])
        && !turned(words)
    {
        found.push(Found::of(Topic::MatchTiming, "yearly", false, None));
    }
    if !turned(words)
        && let Some(formula) = formula(words)
    {
        found.push(Found::value(Topic::Match, formula));
    } else if words.iter().any(|word| word.is == "#%") {
        found.push(Found {
            topic: Topic::Match,
            answer: None,
            safe: false,
            why: Some("The formula could not be read."),
        });
    }
}

/// Whether a negation is near the match itself.
fn turned(words: &[Word]) -> bool {
    any(
        words,
        &[
            "not *2 MATCH",
            "no ?company|employer MATCH",
            "MATCH *3 not|NOTCAN *3 made|provided|calculated",
            "no longer",
            "do not *3 MATCH",
            "NOTCAN|never|without",
        ],
    )
}

fn offered(parsed: &Parsed, found: &mut Vec<Found>) {
    for clause in &parsed.clauses {
        let no = clause.any(&[
            "PLAN do not ?currently MATCH|make|offer|provide *6 contribution|MATCH",
            "no ?employer|company MATCH ?contribution BE|will|CAN",
            "there BE no ?employer|company MATCH",
            "PLAN will not MATCH",
        ]) && clause.any(&["MATCH"])
            && !clause.any(&["AT|catch|ROTH|rollover|bonus|profit|nonelective", "profit sharing"]);
        if no && clause.negators() == 1 && clause.conditions.is_empty() {
            found.push(Found::of(Topic::MatchOffered, "no", true, None));
        }
    }
}

/// Whether catch-up and after-tax money are matched.
fn what_is_matched(parsed: &Parsed, found: &mut Vec<Found>) {
    for clause in &parsed.clauses {
        for (topic, kind) in [(Topic::MatchOnCatchUp, "catch up ?contribution"), (Topic::MatchOnAfterTax, "AT")] {
            if !clause.any(&[kind]) || !clause.any(&["MATCH"]) {
                continue;
            }
            let both = clause.any(&[&format!("{kind} or|and|,")]) && clause.any(&["PRETAX|ROTH"])
                || clause.any(&[&format!("combined|total|pre *4 {kind}")]);
            let no = clause.any(&[
                &format!("{kind} *2 BE not ?eligible ?for ?a|the|any ?company|employer MATCH"),
                &format!("{kind} *2 NOTCAN ?be MATCH"),
                &format!("do not MATCH *3 {kind}"),
                &format!("no MATCH *6 {kind}"),
                &format!("{kind} do not *4 MATCH"),
                &format!("{kind} *3 BE excluded from *4 MATCH"),
                &format!("not MATCH *2 {kind}"),
                &format!("{kind} *2 not count *4 MATCH"),
            ]);
            let yes = clause.any(&[
                &format!("{kind} *2 BE ?also MATCH"),
                &format!("{kind} *2 BE ?also eligible for *3 MATCH"),
                &format!("{kind} count *3 MATCH"),
                &format!("MATCH *3 {kind}"),
                &format!("{kind} *2 CAN *2 MATCH"),
            ]);
            if no && clause.negators() == 1 && !(both && topic == Topic::MatchOnAfterTax) {
                found.push(Found::of(topic, "no", clause.conditions.is_empty() && parsed.clauses.len() == 1, None));
            } else if yes && clause.negators() == 0 && !clause.any(&["matching contribution *2 AT and"]) {
                found.push(Found::of(topic, "yes", false, None));
            } else {
                found.push(Found { topic, answer: None, safe: false, why: None });
            }
        }
    }
}

/// The tiers, as `100 up to 3; 50 up to 5`; none unless every percentage has its place.
fn formula(words: &[Word]) -> Option<String> {
    let mut tiers: Vec<(u64, Option<u64>)> = Vec::new();
    let mut whole_cap: Option<u64> = None;
    for (at, word) in words.iter().enumerate() {
        let before = &words[at.saturating_sub(5)..at];
        let near = &words[at.saturating_sub(2)..at];
        match word.is.as_str() {
            "#%" => {
                let number = word.number?;
                let said = |patterns: &[&str]| any(before, patterns);
                if said(&["maximum|UPTO *1 MATCH *3"]) && (any(before, &["MATCH equal|of", "MATCH BE|contribution"])) {
                    whole_cap = Some(number);
                } else if any(near, &["above|over|exceed|exceeding|between|from|ATLEAST"])
                    || any(&words[at..(at + 2).min(words.len())], &["#% through"])
                {
                    // Where a tier begins; the one before ends there.
                } else if any(near, &["next|additional"]) {
                    let sum = tiers.iter().filter_map(|tier| tier.1).max().unwrap_or(0).checked_add(number)?;
                    tiers.last_mut().filter(|tier| tier.1.is_none())?.1 = Some(sum);
                } else if any(near, &["UPTO|first|to|through|and"])
                    && any(&words[at..(at + 6).min(words.len())], &["#% of *3 PAY"])
                    || any(near, &["UPTO|first|through"])
                {
                    tiers.last_mut().filter(|tier| tier.1.is_none())?.1 = Some(number);
                } else if any(&words[at..(at + 4).min(words.len())], &["#% of|on|for|, *2", "#% MATCH", "#% *1 UPTO"])
                    || any(near, &["MATCH ?at|BE"])
                {
                    let again = words.get(at + 1).is_some_and(|next| next.is == "of")
                        && any(&words[at..(at + 5).min(words.len())], &["#% of *2 PAY"]);
                    if again {
                        return None;
                    }
                    tiers.push((number, None));
                } else {
                    return None;
                }
            }
            "#$" => {
                let number = word.number?;
                let rate = fits(&["#$", "for|on", "each|every"], words, at).is_some();
                let after_each = any(&words[at.saturating_sub(12)..at], &["for each|every *1 #$|dollar *10"])
                    && !any(near, &["each|every"])
                    && !any(near, &["for"]);
                if rate || after_each {
                    tiers.push((number.checked_mul(100)?, None));
                } else if !any(near, &["each|every"]) || number != 100 {
                    // A share is of one dollar.
                    return None;
                }
            }
            "dollar"
                if fits(&["dollar", "for", "dollar"], words, at).is_some()
                    && tiers.last().is_none_or(|tier| tier.1.is_some())
                    && !any(before, &["#%"]) =>
            {
                tiers.push((10_000, None));
            }
            _ => {}
        }
    }
    if let ([tier], Some(cap)) = (tiers.as_mut_slice(), whole_cap) {
        // A cap on the match is reached at cap ÷ rate of pay.
        if tier.1.is_none() && tier.0 > 0 {
            let exact = cap.checked_mul(10_000)?;
            if !exact.is_multiple_of(tier.0) {
                return None;
            }
            tier.1 = Some(exact / tier.0);
        }
    }
    if tiers.is_empty()
        || tiers.len() > 3
        || tiers
            .iter()
            .any(|tier| tier.0 == 0 || tier.0 > 50_000 || tier.1.is_none_or(|up_to| up_to == 0 || up_to > 10_000))
    {
        return None;
    }
    if tiers.windows(2).any(|pair| pair[0].1 >= pair[1].1) {
        return None;
    }
    // Limits are of pay, and not of anything else.
    any(words, &["PAY|earning"]).then(|| {
        let tiers: Vec<String> = tiers
            .iter()
            .map(|(rate, up_to)| format!("{} up to {}", percent(*rate), percent(up_to.unwrap_or(0))))
            .collect();
        tiers.join("; ")
    })
}

fn true_up(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    let topic = Topic::TrueUp;
    let names = any(words, &["true up", "year end ?match|matching adjustment", "make up *3 difference", "trued up"]);
    if !names || any(words, &["stock|tax|bonus true up"]) {
        return;
    }
    if let Some(Some(answer)) = parsed.question {
        if parsed.clauses.first().is_some_and(|clause| clause.negators() == 0) {
            found.push(Found::of(topic, if answer { "yes" } else { "no" }, false, None));
        }
        return;
    }
    let mut answer = None;
    if !parsed.general
        && !parsed.example
        && parsed.question.is_none()
        && !parsed.past
        && !parsed.later
        && parsed.group.is_none()
    {
        for clause in &parsed.clauses {
            let no = clause.any(&[
                "no ?company|annual|year ?end|match|matching true up|adjustment",
                "do not *4 true up",
                "not make|provide|offer *3 true up",
                "BE not true|trued up",
                "no year end *1 adjustment",
                "not make up *3 difference",
                "without *1 true up",
            ]);
            let yes = clause.any(&[
                "true up *2 ?contribution|match BE made|calculated|provided",
                "true up *3 BE made|calculated|provided|deposited|contributed",
                "PLAN *3 make|provide|offer|GRANT *4 true up",
                "PLAN will make up *3 difference",
                "you *2 receive *4 true up",
                "true up feature|provision",
            ]);
            match (yes, no) {
                (_, true) if clause.negators() == 1 => answer = Some(("no", !parsed.unless)),
                (true, false) if clause.negators() == 0 => {
                    answer = Some(("yes", parsed.clauses.len() == 1 && clause.has("true up")))
                }
                _ => {}
            }
        }
    }
    if parsed.unless {
        answer = None;
    }
    match answer {
        Some((answer, safe)) => found.push(Found::of(topic, answer, safe, None)),
        None => found.push(Found { topic, answer: None, safe: false, why: None }),
    }
}

/// Profit sharing that comes whether or not one contributes.
fn profit_sharing(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    let fixed = any(
        words,
        &[
            "PLAN ?will contribute *2 #% of *3 PAY",
            "PLAN *2 make *6 contribution *4 #% of *3 PAY",
            "PLAN contribute *6 equal to #% of *3 PAY",
        ],
    );
    let always = any(
        words,
        &["WHETHER", "regardless of whether", "profit sharing|nonelective|automatic", "non elective", "even if you"],
    );
    let numbers: Vec<u64> = words.iter().filter(|word| word.is == "#%").filter_map(|word| word.number).collect();
    if let [number] = numbers.as_slice()
        && fixed
        && always
        && !any(words, &["MATCH", "not|NOTCAN|never|no", "CAN *3 contribute|make", "UPTO"])
    {
        found.push(Found::value(Topic::ProfitSharingPercent, percent(*number)));
    }
}
