//! What payroll does: elections, their steps and changes, spillover, the pay that counts,
//! and how often it pays.

use super::Found;
use crate::papers::parsed::Parsed;
use crate::papers::pattern::{any, find};
use crate::papers::topic::Topic;

/// All that a sentence says of payroll.
pub fn payroll(parsed: &Parsed, found: &mut Vec<Found>) {
    if parsed.no_rule().is_some() && !only_own_choice(parsed)
        || parsed.past
        || parsed.later
        || parsed.group.is_some()
        || parsed.elsewhere
    {
        return;
    }
    spillover(parsed, found);
    eligible_pay(parsed, found);
    let words = &parsed.words;
    let turned = parsed.clauses.iter().any(|clause| clause.negators() > 0);
    if any(
        words,
        &[
            "AT *9 separate|apart ?account|subaccount|source",
            "separate account *6 AT",
            "AT *6 accounted for separately",
            "PLAN *3 separately account|track *4 AT",
        ],
    ) {
        let answer = (!turned
            && any(words, &["BE *2 held|kept|maintained|accounted|credited|recorded|tracked", "separately account"]))
        .then(|| "yes".to_owned());
        found.push(Found { topic: Topic::SeparateAccounting, answer, safe: false, why: None });
    }
    if any(
        words,
        &[
            "election *8 stay|remain|continue *3 in force|effect until|unless",
            "election *4 continue *4 until *4 change|revoke|cancel",
            "election *2 carrie|carry|roll over *6 year",
        ],
    ) && !turned
    {
        found.push(Found::of(Topic::ElectionMode, "standing", false, None));
    } else if any(words, &["election *8 expire", "must *3 new election *4 each|every YEAR", "elect again *4 each year"])
    {
        found.push(Found {
            topic: Topic::ElectionMode,
            answer: None,
            safe: false,
            why: Some("An election may end with the year."),
        });
    }
    step(parsed, turned, found);
    lead_days(parsed, turned, found);
    if let Some(cadence) = cadence(parsed).filter(|_| !turned) {
        found.push(Found::of(Topic::Cadence, cadence, false, None));
    }
    if any(
        words,
        &["separate *4 election *4 bonus|commission", "bonus election|deferral *3 separate", "separate bonus"],
    ) {
        found.push(Found {
            topic: Topic::BonusElection,
            answer: (!turned).then(|| "separate".to_owned()),
            safe: false,
            why: Some("Payroll may have its own rules for bonuses."),
        });
    }
}

/// Whether the only exception is the person's own choice.
fn only_own_choice(parsed: &Parsed) -> bool {
    !parsed.unless && !parsed.general && !parsed.example && parsed.question.is_none()
}

fn spillover(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    let topic = Topic::Spillover;
    let names = [
        "spillover|overflow",
        "spill over",
        "PRETAX|contribution|deferral|ROTH *8 automatically *4 as|to|into *3 AT",
        "continue *4 as *2 AT",
        "switch|switched|redirected|convert *4 to *3 AT",
        "treated as AT",
    ];
    if !any(words, &names) || any(words, &["OUT"]) {
        return;
    }
    let yes = [
        "continue|continued *4 as *2 AT",
        "BE ?automatically made|redirected|contributed|switched *4 as|to|into *3 AT",
        "will ?automatically spill over",
        "spillover *6 BE OKAY",
        "PLAN GRANT *3 spillover",
        "YOU *2 CAN *3 spillover",
        "automatically *2 treated as AT",
    ];
    let no = [
        "no spillover",
        "do not *4 spill|spillover ?over",
        "spillover *3 BE not OKAY",
        "not ?automatically continue|switch|spill|redirected *4 ?as|to ?AT",
        "NOTCAN continue *3 as AT",
    ];
    let negators: usize = parsed.clauses.iter().map(crate::papers::clause::Clause::negators).sum();
    let takes_back = parsed.clauses.iter().any(|clause| clause.has("but"));
    if any(words, &yes) && negators == 0 && !takes_back {
        found.push(Found::of(topic, "yes", false, None));
    } else if any(words, &no) && negators == 1 {
        found.push(Found::of(topic, "no", false, None));
    } else {
        found.push(Found { topic, answer: None, safe: false, why: None });
    }
}

/// Whether bonuses are pay that counts.
fn eligible_pay(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    let topic = Topic::EligiblePay;
    if !any(words, &["bonus"]) || !any(words, &["PAY"]) || any(words, &["AT", "election"]) {
        return;
    }
    let defines = any(
        words,
        &[
            "?eligible|covered|plan|base|recognized PAY *5 mean|include|exclude|is|do|consist|BE|not",
            "definition of *3 PAY",
            "bonus *6 BE ?not included|excluded|counted|eligible",
            "PAY : *20 bonus",
        ],
    );
    if !defines {
        return;
    }
    let without = [
        "do not include *6 bonus",
        "exclude *6 bonus",
        "bonus BE ?also excluded",
        "bonus *8 BE not ?included|counted|considered|eligible|part",
        "not including *6 bonus",
        "EXCEPT *6 bonus",
        "without *4 bonus",
        "excluded BE *6 bonus",
        "bonus *6 BE excluded",
        "not *2 count *5 bonus",
    ];
    let with = [
        "mean|include|including|plus|is|are|consist|of *12 bonus",
        "bonus *6 BE included|counted|eligible",
        "PAY , *6 bonus",
    ];
    let excluded = any(words, &without);
    // What comes before the words that exclude is counted.
    let cut = find(words, "exclude|EXCEPT|excluded|but|not").map_or(words.len(), |(at, _)| at);
    let included = any(&words[..cut], &with) && any(&words[..cut], &["bonus"]);
    let answer = match (excluded, included) {
        (true, false) => Some("without bonus"),
        (false, true) => Some("with bonus"),
        (true, true)
            if any(words, &["bonus *3 BE excluded"])
                && find(words, "bonus").map(|(at, _)| at) < find(words, "excluded").map(|(at, _)| at)
                && words.iter().filter(|word| word.is == "bonus").count() == 1 =>
        {
            Some("without bonus")
        }
        _ => None,
    };
    let several = any(
        words,
        &["signing|retention|sign|referral|certain|some|discretionary|special|annual|performance ?on bonus"],
    ) && !any(words, &["annual bonus BE"]);
    found.push(Found {
        topic,
        answer: answer.filter(|_| !several).map(str::to_owned),
        safe: false,
        why: several.then_some("It speaks of some bonuses only."),
    });
}

/// The steps of an election.
fn step(parsed: &Parsed, turned: bool, found: &mut Vec<Found>) {
    let words = &parsed.words;
    if turned || !any(words, &["election|elect|contribution|defer|contribute|AT|save|PRETAX|deferral"]) {
        return;
    }
    let tenth = any(
        words,
        &["step|increment|multiple of *2 # tenth", "# tenth percent|of", "step|increment *3 #.", "tenth of"],
    ) && any(words, &["tenth"]);
    let half = any(words, &["step|increment|multiple of *3 half|# percent", "half percent step|increment"])
        && any(words, &["half"]);
    let whole = any(
        words,
        &["whole percent|#%|number", "whole *2 percent", "#% step|increment", "step|increment|multiple of #%"],
    );
    let dollar =
        any(words, &["whole dollar|amount", "flat|fixed|specific|stated dollar amount"]) && any(words, &["dollar"]);
    let one = any(words, &["#% step|increment", "step|increment|multiple of #%"]).then(|| {
        let (from, end) =
            find(words, "#% step|increment").or_else(|| find(words, "step|increment|multiple of #%")).unwrap_or((0, 0));
        words[from..end].iter().find_map(|word| word.number.filter(|_| word.is == "#%"))
    });
    let answer = match (tenth, half, whole, dollar, one.flatten()) {
        (_, _, _, true, _) => None,
        (true, false, false, _, _) | (false, false, true, _, Some(10)) => Some("tenth_percent"),
        (false, true, false, _, _) | (false, false, true, _, Some(50)) => Some("half_percent"),
        (false, false, true, _, None | Some(100)) => Some("percent"),
        _ => None,
    };
    if let Some(answer) = answer {
        found.push(Found::of(Topic::ElectionStep, answer, false, None));
    }
}

/// Days that a change needs.
fn lead_days(parsed: &Parsed, turned: bool, found: &mut Vec<Found>) {
    let words = &parsed.words;
    if !any(words, &["change|election|elect"]) {
        return;
    }
    let spoken = any(
        words,
        &["change|election *12 pay|payroll ?period|date|day", "change *8 at any time", "change *8 effective"],
    ) && any(words, &["day|any time|effective|soon"]);
    let days = find(words, "ATLEAST # ?business|calendar day before|prior")
        .and_then(|(from, end)| words[from..end].iter().find_map(|word| word.number))
        .filter(|days| *days <= 90);
    match days.filter(|_| !turned && spoken && !any(words, &["business"])) {
        Some(days) => found.push(Found::value(Topic::ChangeLeadDays, days.to_string())),
        None if spoken => found.push(Found { topic: Topic::ChangeLeadDays, answer: None, safe: false, why: None }),
        None => {}
    }
}

/// How often it pays.
fn cadence(parsed: &Parsed) -> Option<&'static str> {
    let words = &parsed.words;
    if !any(words, &["paid|paycheck|payroll|payday|pay"]) {
        return None;
    }
    let every = |patterns: &[&str]| any(words, patterns);
    let found: Vec<&'static str> = [
        (
            every(&[
                "bi weekly ?pay|paycheck|payroll|basi|basis",
                "biweekly",
                "every # week paid|pay",
                "paid every # week",
            ]),
            "biweekly",
        ),
        (every(&["semi monthly", "semimonthly", "twice a|each|per month"]), "semimonthly"),
        (
            every(&["weekly paycheck|payroll|pay", "paid weekly|EACH week"]) && !every(&["bi|semi weekly", "biweekly"]),
            "weekly",
        ),
        (
            every(&["monthly paycheck|payroll|pay", "paid monthly|once"])
                && !every(&["bi|semi monthly", "semimonthly"]),
            "monthly",
        ),
    ]
    .into_iter()
    .filter_map(|(fits, name)| fits.then_some(name))
    .collect();
    match found.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}
