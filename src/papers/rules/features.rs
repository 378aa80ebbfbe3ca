//! Whether the plan takes after-tax money and Roth deferrals.

use super::Found;
use crate::papers::clause::Clause;
use crate::papers::parsed::Parsed;
use crate::papers::pattern::any;
use crate::papers::topic::Topic;

/// Words that make a sentence with money of a kind one about something else.
const OTHER_DEED: &str = "OUT|TURN|IPC|rollover|MATCH|earning|taxed|repay|repayment|recharacterize|taken|refund|refunded|forfeited|invested|held|count|counted|considered|treated|returned";

/// What a sentence says of one kind of money: may it be put in?
fn may_go_in(parsed: &Parsed, money: &str) -> Option<(bool, bool)> {
    let with =
        |patterns: &[&str]| -> Vec<String> { patterns.iter().map(|pattern| pattern.replace('M', money)).collect() };
    let yes = with(&[
        "YOU *4 CAN *4 GIVE *14 M",
        "CAN ?also be ?also saved|contributed|made|elected|deferred *14 M",
        "CAN *1 go in *12 M",
        "M *4 CAN ?also be ?also GIVE",
        "M *3 BE ?also|now|generally OKAY",
        "PLAN ?also|currently|now GRANT *8 M",
        "OKAY to ?make|contribute *4 M",
        "YOU *3 GIVE *3 UPTO *14 M",
        "whether you *3 to save|contribute *2 on *8 M",
        "PLAN GRANT YOU *4 contribute|save|make|defer *10 M",
    ]);
    let no = with(&[
        "M *6 BE not ?currently|presently|otherwise OKAY",
        "M *4 NOTCAN ?currently be GIVE|accepted",
        "YOU *4 NOTCAN *3 GIVE *6 M",
        "PLAN *2 do not ?currently ?also GRANT *4 M",
        "no ?further|new|additional|more M *3 CAN be GIVE|accepted",
        "no ?further|new|additional|more M *4 BE OKAY|made",
        "M *3 BE ?no longer prohibited|unavailable",
        "PLAN *2 prohibit|NOTCAN *3 M",
        "M *2 BE no longer OKAY|made",
        "M *3 have been discontinued|eliminated|suspended",
        "do not GRANT ?for ?any M",
        "PLAN GRANT ?for no M",
        "neither *6 M *4 OKAY",
        "in|under no event|case|circumstance CAN M be GIVE|accepted",
        "in|under no event|case|circumstance CAN YOU GIVE *3 M",
    ]);
    let yes: Vec<&str> = yes.iter().map(String::as_str).collect();
    let no: Vec<&str> = no.iter().map(String::as_str).collect();
    if let Some(Some(answer)) = parsed.question {
        let clause = parsed.clauses.first()?;
        let asked = with(&["do|can|CAN|may|is|are|will *10 M", "M ?: ?BE OKAY"]);
        let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
        let about = clause.any_without(&asked, OTHER_DEED)
            && clause.any(&["GIVE|GRANT|OKAY"])
            && !clause.any(&[OTHER_DEED, "must|need|have"]);
        return (about && clause.negators() == 0).then_some((answer, false));
    }
    for (place, clause) in parsed.clauses.iter().enumerate() {
        // Money that is withdrawn, converted or rolled over is another matter.
        if clause.has("but") || clause.has(&format!("OUT|TURN|IPC|rollover|rolled|withdrawing|converting *4 {money}")) {
            continue;
        }
        let own_yes = clause.any_without(&yes, OTHER_DEED) && clause.negators() == 0 && clause.open_to_all();
        let own_no = clause.any_without(&no, OTHER_DEED)
            && clause.negators() == 1
            && clause.conditions.iter().all(Vec::is_empty);
        if clause.has("no|BE *2 longer")
            && clause.any_without(&no, OTHER_DEED)
            && clause.negators() <= 2
            && clause.conditions.is_empty()
        {
            return Some((false, true));
        }
        // "Neither … nor …" turns once, with two words.
        if clause.any_without(
            &with(&[
                "neither *5 M *5 CAN be GIVE|accepted",
                "neither *5 M *5 BE OKAY",
                "PLAN neither GRANT nor GRANT *4 M",
            ])
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
            OTHER_DEED,
        ) && clause.has("nor")
            && clause.negators() == 2
            && clause.conditions.is_empty()
        {
            return Some((false, true));
        }
        let more = clause.any(&["NOTCAN|not *14 more|less|over|above|until|only|exceed|excess|exceeding|greater|twice|before|beyond|outside", "NOTCAN *3 GIVE *8 by|from|using|with|during|for|through", "not|NOTCAN *14 UPTO|ATLEAST|BY", "no event|case|circumstance *14 more|less|over|above|until|only|exceed|excess|exceeding|greater|before|beyond|from|with|during"]);
        match (own_yes, own_no && !more) {
            // Money that moves on is there, which does not say that it may go in.
            (true, false) if clause.has("AT *3 converted|withdrawn|distributed|transferred|rolled") => {}
            (true, false) => {
                // What another clause takes back is not granted.
                let taken_back = parsed.clauses.iter().enumerate().any(|(other, clause)| {
                    other != place
                        && (clause.has("but")
                            || (clause.negators() > 0
                                && any(&clause.main, &["AT|ROTH|they|these|such|this|contribution"])))
                });
                let safe = !taken_back && !parsed.unless;
                return (!taken_back).then_some((true, safe));
            }
            (false, true) => return Some((false, true)),
            _ => {}
        }
    }
    None
}

/// A label and its value: `After-tax contributions: not available.`
fn labelled(parsed: &Parsed, money: &str) -> Option<bool> {
    let clause = parsed.clauses.first()?;
    if clause.has(&format!("{money} :")) && clause.main.len() <= 8 && parsed.clauses.len() == 1 {
        if clause.any(&[": no", ": not OKAY|applicable", ": none", ": unavailable", ": BE not OKAY"]) {
            return Some(false);
        }
        if clause.negators() == 0 && clause.any(&[": yes", ": OKAY", ": #%", ": UPTO #%"]) {
            return Some(true);
        }
    }
    None
}

fn kind(parsed: &Parsed, topic: Topic, money: &str, found: &mut Vec<Found>) -> bool {
    if !any(&parsed.words, &[money]) {
        return false;
    }
    let mut answer = may_go_in(parsed, money).or_else(|| labelled(parsed, money).map(|yes| (yes, false)));
    if parsed.no_rule().is_some()
        && !(parsed.unless && parsed.no_rule() == Some("It names an exception.") && parsed.but_group)
    {
        answer = None;
    }
    if parsed.elsewhere || parsed.tax || parsed.later {
        answer = None;
    }
    // Once was permitted says nothing of today, unless it says that it ended.
    let ended = any(&parsed.words, &["frozen|discontinued|ceased|eliminated", "no further|longer|new"]);
    if parsed.past && !ended && answer.is_some_and(|(yes, _)| yes) {
        answer = None;
    }
    match answer {
        Some((yes, safe)) => found.push(Found::of(
            topic,
            if yes { "yes" } else { "no" },
            safe && !parsed.past && !parsed.but_group,
            if parsed.but_group { Some("It excepts a group.") } else { None },
        )),
        None => found.push(Found { topic, answer: None, safe: false, why: parsed.no_rule() }),
    }
    true
}

/// After-tax money.
pub fn after_tax(parsed: &Parsed, found: &mut Vec<Found>) {
    if parsed.no_rule().is_none() && !parsed.elsewhere {
        let shut = |clause: &Clause| {
            clause.any_without(
                &[
                    "only *1 PRETAX *4 ROTH *2 BE OKAY|accepted",
                    "only *1 pre|before tax *1 ROTH ?contribution BE OKAY|accepted",
                    "only *1 ROTH *2 PRETAX *2 BE OKAY|accepted",
                ],
                "AT",
            )
        };
        let nothing_else = parsed.clauses.iter().any(|clause| {
            clause.any(&["NOTCAN GIVE any other", "no other *3 OKAY|accepted|CAN", "NOTCAN *2 any other"])
        });
        if parsed.group.is_none() && !parsed.past && parsed.clauses.iter().any(shut) && nothing_else {
            found.push(Found::of(Topic::AfterTax, "no", false, Some("It does not name after-tax contributions.")));
            return;
        }
        // A right that has ended, told in the past.
        if parsed.past
            && any(&parsed.words, &["COULD *4 GIVE *4 AT", "AT *4 WAS OKAY|made"])
            && any(&parsed.words, &["frozen|discontinued|closed"])
            && parsed.group.is_none()
        {
            found.push(Found::of(Topic::AfterTax, "no", false, Some("It tells of the past.")));
            return;
        }
        // What is said about after-tax contributions takes them for granted.
        if parsed.group.is_none() && !parsed.past && !parsed.tax && implied(parsed) {
            found.push(Found::of(
                Topic::AfterTax,
                "yes",
                false,
                Some("It takes them for granted and does not say that you can make them."),
            ));
            return;
        }
    }
    if !kind(parsed, Topic::AfterTax, "AT", found)
        && any(&parsed.words, &["aftertax"])
        && !any(&parsed.words, &["ROTH|roth"])
        && !parsed.elsewhere
    {
        found.push(Found {
            topic: Topic::AfterTax,
            answer: None,
            safe: false,
            why: Some("“After-tax” can mean Roth here."),
        });
    }
}

/// Facts that only a plan with after-tax contributions has.
fn implied(parsed: &Parsed) -> bool {
    parsed.clauses.iter().any(|clause| {
        let matched =
            clause.any(&["AT *2 BE not MATCH", "AT *2 BE not eligible for *3 MATCH", "AT *2 NOTCAN be MATCH"]);
        clause.open_to_spill()
            && clause.negators() == usize::from(matched)
            && clause.any(&[
                "AT *2 BE not MATCH",
                "AT *2 BE not eligible for *3 MATCH",
                "AT *2 NOTCAN be MATCH",
                "AT *1 BE to be *3 percent|dollar",
                "AT *3 must be *4 percent|dollar",
                "AT : #% to #% of *3 PAY",
                "AT UPTO #% of",
                "AT : UPTO #%",
                "continue|continued *2 as AT",
                "spillover *8 AT",
                "spill|redirected|directed over|to|into *4 AT",
                "contribution *5 BE made to *2 AT",
            ])
    })
}

impl Clause {
    /// Whether its conditions are only those of a person's own election or a limit reached.
    fn open_to_spill(&self) -> bool {
        self.conditions.iter().all(|condition| {
            any(
                condition,
                &[
                    "unless you *2 elect|choose|direct",
                    "if you *2 elect|elected|chose|choose",
                    "reach|reached|limit|maximum",
                ],
            )
        })
    }
}

/// Roth deferrals.
pub fn roth(parsed: &Parsed, found: &mut Vec<Found>) {
    if !any(&parsed.words, &["ROTH"]) {
        return;
    }
    let named = parsed.clauses.iter().any(|clause| {
        clause.negators() == 0
            && (clause.any(&["known|called|designated as *2 ROTH", "GIVE *8 as ROTH"]) || clause.has("ROTH :"))
            || clause
                .conditions
                .iter()
                .any(|condition| any(condition, &["if you choose|elect *2 ROTH"]) && clause.negators() == 0)
            || clause.has("if you choose|elect ROTH")
    });
    if named
        && parsed.no_rule().is_none()
        && parsed.group.is_none()
        && !parsed.past
        && !parsed.elsewhere
        && may_go_in(parsed, "ROTH").is_none()
        && labelled(parsed, "ROTH").is_none()
    {
        let not_taxing = !parsed.tax || parsed.words.iter().any(|word| word.is == ":");
        if not_taxing {
            found.push(Found::of(
                Topic::RothDeferrals,
                "yes",
                false,
                Some("It takes them for granted and does not say that you can make them."),
            ));
            return;
        }
    }
    kind(parsed, Topic::RothDeferrals, "ROTH", found);
}
