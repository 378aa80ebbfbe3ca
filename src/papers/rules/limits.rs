//! How much may go in: percent of pay, dollars, and which comes first.

use super::Found;
use super::terms::dollars;
use crate::papers::parsed::Parsed;
use crate::papers::pattern::{any, find};
use crate::papers::topic::Topic;
use crate::papers::words::Word;

/// Percent as it is typed: `7.5` of 750 hundredths.
pub fn percent(hundredths: u64) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match part {
        0 => whole.to_string(),
        part if part % 10 == 0 => format!("{whole}.{}", part / 10),
        part => format!("{whole}.{part:02}"),
    }
}

/// Limits, and what they count.
pub fn limits(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    highly_compensated(parsed, found);
    if parsed.no_rule().is_some() || parsed.past || parsed.later || parsed.elsewhere {
        return;
    }
    counted_pay(parsed, found);
    first(parsed, found);
    let joint = any(words, &["combined|combination|together|total|aggregate"])
        && any(words, &["PRETAX|ROTH|roth|deferral|contribution"]);
    // Named beside the other kinds, "after-tax" is the one that is neither.
    let beside = joint && any(words, &["PRETAX"]) && any(words, &["ROTH|roth"]) && any(words, &["aftertax"]);
    if !(any(words, &["AT"]) || beside) || any(words, &["MATCH", "OUT|IPC|TURN"]) {
        return;
    }
    if parsed.group.is_some() || parsed.but_group {
        found.push(Found { topic: Topic::AfterTaxPercent, answer: None, safe: false, why: Some("It is for a group.") });
        return;
    }
    let by_law = any(
        words,
        &[
            "irs|irc|code|415|402g|legal|federal ?annual|contribution limit *6 #$",
            "#$ *4 irs|irc|legal|federal",
            "for #",
        ],
    );
    let dollar: Vec<u64> = words.iter().filter(|word| word.is == "#$").filter_map(|word| word.number).collect();
    if let [amount] = dollar.as_slice()
        && any(words, &["UPTO #$", "maximum *6 #$"])
        && any(words, &["#$ EACH ?calendar|plan YEAR", "#$ annually", "annual *8 #$", "EACH ?calendar|plan YEAR *8 #$"])
        && !by_law
    {
        found.push(Found::value(Topic::AfterTaxDollars, dollars(*amount)));
    }
    if let Some(most) = most_percent(words) {
        let together = any(words, &["PRETAX", "ROTH|roth", "combined|combination|together|total|aggregate|all"]);
        let single = any(words, &["AT *6 UPTO #%"])
            && !any(words, &["AT *4 UPTO #% *10 combin|combined|total"])
            && !any(words, &["combined|combination|together|total|aggregate"]);
        if joint || (together && !single) {
            found.push(Found::value(Topic::CombinedPercent, percent(most)));
        } else if !any(words, &["steps|step|increment *4 #%"]) || most > 100 {
            found.push(Found::value(Topic::AfterTaxPercent, percent(most)));
        }
    }
}

/// The one percentage of pay that a limit names: `up to 12% of pay`, `1% to 12%`.
fn most_percent(words: &[Word]) -> Option<u64> {
    let patterns = [
        "#% to|through|and #% of *3 PAY",
        "#% to|through #%",
        "UPTO *1 #% of *4 PAY",
        "UPTO #%",
        "maximum *8 #%",
        "NOTCAN *8 more|greater|higher than #%",
        "NOTCAN *8 exceeding|over|above #%",
        "NOTCAN *8 in excess of #%",
        "BE *2 #% of *4 PAY",
    ];
    let (from, end) = patterns.iter().find_map(|pattern| find(words, pattern))?;
    let last = words[from..end].iter().filter(|word| word.is == "#%").filter_map(|word| word.number).next_back()?;
    // Two limits in one sentence are not told apart.
    let others = words[end..]
        .iter()
        .enumerate()
        .filter(|(at, word)| word.is == "#%" && word.number != Some(last) && !step_before(&words[end..], *at))
        .count();
    (others == 0 && last <= 10_000).then_some(last)
}

fn step_before(words: &[Word], at: usize) -> bool {
    words[at.saturating_sub(4)..at].iter().any(|word| ["step", "increment", "multiple"].contains(&word.is.as_str()))
        || words.get(at + 1).is_some_and(|word| ["step", "increment", "multiple"].contains(&word.is.as_str()))
}

/// What the highly compensated may put in, which is a group's rule and no one else's.
fn highly_compensated(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    if !any(words, &["HCE"]) {
        return;
    }
    let shut = any(
        words,
        &[
            "HCE *3 NOTCAN *3 GIVE *3 AT",
            "YOU NOTCAN *1 GIVE *3 AT if YOU BE a|an HCE",
            "AT *3 BE not OKAY *2 HCE",
            "AT *2 BE not OKAY for|to HCE",
            "HCE BE not eligible *3 AT",
        ],
    ) && parsed.clauses.iter().map(crate::papers::clause::Clause::negators).sum::<usize>() == 1
        && !any(words, &["AT *8 more|less|above|over|exceed|exceeding|excess|greater|beyond|until|before|from"])
        && !any(words, &["NOTCAN *6 more|less|exceed|from|during"]);
    let limit = any(words, &["AT"]).then(|| most_percent(words)).flatten();
    let answer = if parsed.no_rule().is_some() || parsed.past {
        None
    } else if shut {
        Some("0".to_owned())
    } else {
        limit.map(|most| format!("{}%", percent(most)))
    };
    found.push(Found {
        topic: Topic::HceLimit,
        answer,
        safe: false,
        why: Some("It is for highly compensated employees only."),
    });
}

/// Whether percentages stop at the pay that a plan may count.
fn counted_pay(parsed: &Parsed, found: &mut Vec<Found>) {
    let limit = "compensation|pay limit|maximum|cap";
    let stops = [
        "contribution|deferral *2 stop *12 compensation|pay|401a17 ?limit",
        "contribution|deferral *3 BE ?automatically stopped|suspended *10 compensation|pay limit",
    ];
    let goes_on = [
        "contribution|deferral *2 CAN continue *12 compensation|pay limit",
        "contribution|deferral continue *10 compensation|pay limit",
    ];
    let words = &parsed.words;
    let names = any(words, &[limit, "limit on compensation|pay"]);
    if names && any(words, &stops) && !any(words, &["not|never|NOTCAN"]) && parsed.group.is_none() {
        found.push(Found::of(Topic::PercentOfCountedPay, "yes", false, None));
    } else if names && any(words, &goes_on) && !any(words, &["not|never|NOTCAN"]) && parsed.group.is_none() {
        found.push(Found::of(Topic::PercentOfCountedPay, "no", false, None));
    }
}

/// Whether deferrals must be at their limit before after-tax money starts.
fn first(parsed: &Parsed, found: &mut Vec<Found>) {
    let words = &parsed.words;
    if !any(words, &["AT"]) {
        return;
    }
    let only = any(
        words,
        &[
            "AT *6 only after|once|when|if *6 reach|reached|maximum|limit|contributed|maxed",
            "must *4 reach|contribute|maximize|max|defer *12 before *6 AT",
            "BE required to *4 reach|contribute|maximize|max|defer *12 before *6 AT",
            "NOTCAN *4 AT until|unless *4 reach|reached|contributed|maximized|maxed",
        ],
    );
    let need_not = any(
        words,
        &[
            "BE not required|obliged|obligated to *6 reach|contribute|maximize|max *12 before|AT",
            "do not have|need to *6 reach|contribute|maximize|max *12 before|AT",
            "regardless|WHETHER *8 reach|reached|limit|maximum",
        ],
    );
    match (only, need_not) {
        (true, false) => found.push(Found::of(Topic::DeferralsFirst, "yes", false, None)),
        (false, true) => found.push(Found::of(Topic::DeferralsFirst, "no", false, None)),
        _ => {}
    }
}
