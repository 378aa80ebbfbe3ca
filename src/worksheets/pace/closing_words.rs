//! What the worksheet says at its end: decision, rule, next action, and the request to
//! payroll.

use super::closing::Ending;
use super::left_out::LeftOut;
use super::{Entry, NextYear, Pace, words};
use crate::date::Date;
use crate::english::{counted, uncapitalized};
use crate::law::Standing;
use crate::law::rates::shown::{MISSED_AFTER_TAX, MISSED_DEFERRAL};
use crate::money::Money;
use crate::record::{Election, Strategy};
use crate::worksheets::feasibility::{Feasibility, Verdict};

impl Ending {
    /// The decision in a sentence or two.
    pub fn decision(&self, pace: &Pace, feasibility: Feasibility) -> String {
        let &Pace { year, over, planned, unused, .. } = pace;
        let decision = match self {
            Self::Cannot { why } => format!("{why} So there is no after-tax election to set for {year}."),
            Self::Lower { lowering, over, by_law } => format!(
                "Lower your deferrals: set them to {} from {}, or {over} goes over {}. Nothing is over yet.",
                lowering.now.deferrals,
                lowering.now.from.long(),
                words::limit_passed(year, *by_law)
            ),
            Self::Elsewhere { excess } => format!(
                "Lower your deferrals first: over all your jobs, those for {year} come to {excess} too much. Then {}: {}.",
                uncapitalized(&pace.what_to_enter(false)),
                pace.what_goes_in(Money::ZERO)
            ),
            Self::Over => format!(
                "You go {over} over the {year} limit even without more after-tax money. Set your after-tax election to zero.{}",
                deferrals_too(pace.preventable)
            ),
            Self::OverAndMore { without } => format!(
                "You go {without} over the {year} limit even without more after-tax money, and paychecks that can no longer be changed make it {over}. Set your after-tax election to zero.{}",
                deferrals_too(pace.preventable)
            ),
            Self::Unstoppable => format!(
                "Stop now. Even so, {over} too much goes in for {year} from paychecks that can no longer be changed."
            ),
            Self::AllPaid => format!("All paychecks of {year} are paid, and {unused} of the room goes unused."),
            Self::DateTooEarly { date } => {
                format!("No change can take effect by {}: {unused} of the room goes unused.", date.long())
            }
            Self::TooLate => format!(
                "It is too late to change a paycheck of {year}: {planned} of after-tax money goes in as things stand, and {unused} of the room goes unused."
            ),
            Self::NoRoom if pace.now.is_nothing() => {
                format!("No after-tax room is left for {year}: leave your after-tax election at zero.")
            }
            Self::NoRoom => {
                format!("No after-tax room is left for {year}: set your after-tax election to zero.")
            }
            Self::Open { earned, beyond, by_law, up_to } => {
                let first = if beyond.is_positive() {
                    format!("Your current election would go {beyond} over {}. ", words::limit_passed(year, *by_law))
                } else {
                    String::new()
                };
                format!("{first}{}: {}.", pace.what_to_enter(*up_to), pace.what_goes_in(*earned))
            }
        };
        let decision = match feasibility.verdict(false) {
            Verdict::AskFirst => format!("If your plan allows it: {}", uncapitalized(&decision)),
            _ => decision,
        };
        match pace.standing {
            Standing::Official => decision,
            _ => format!("{decision} The limits of {year} used here are not official."),
        }
    }
}

impl Pace {
    /// `Keep 5% for now, then 17% from June 5, 2026, then zero from October 16, 2026`.
    fn what_to_enter(&self, up_to: bool) -> String {
        let up_to = if up_to { "up to " } else { "" };
        let mut parts = Vec::new();
        if self.keep && !self.now.is_nothing() {
            let for_now = if self.entries.is_empty() { "" } else { " for now" };
            parts.push(format!("Keep {}{for_now}", self.now));
        }
        for Entry { election, from, .. } in &self.entries {
            let from = from.long();
            parts.push(match (election.is_nothing(), parts.is_empty()) {
                (true, true) => format!("Set your after-tax election to zero from {from}"),
                (true, false) => format!("zero from {from}"),
                (false, true) => format!("Set your after-tax election to {up_to}{election} from {from}"),
                (false, false) => format!("{up_to}{election} from {from}"),
            });
        }
        if parts.is_empty() && self.planned.is_positive() {
            return "Leave your after-tax election at zero".to_owned();
        }
        if parts.is_empty() {
            return "No after-tax money can come out of the paychecks to come".to_owned();
        }
        parts.join(", then ")
    }

    fn what_goes_in(&self, earned: Money) -> String {
        let &Self { year, planned, unused, .. } = self;
        let on_it = if earned.is_positive() { format!(", with {earned} of match on it,") } else { String::new() };
        let (whose, whole) = match self.target {
            Some(_) => ("of your own target", "your own target"),
            None => ("of the room", "the whole room"),
        };
        let rest = if unused.is_positive() {
            format!("and {unused} {whose} goes unused")
        } else {
            format!("{whole} to the cent")
        };
        format!("{planned} of after-tax money{on_it} goes in for {year}, {rest}")
    }

    /// The rule behind the decision.
    pub(super) fn rule(&self, cap: Money) -> String {
        let how = match self.strategy {
            Strategy::Even if self.must_change() => {
                "the highest election that fits until the change, and what it leaves after that"
            }
            Strategy::Even => {
                "the highest election that can stay to the end of the year, with one change that fills what it leaves"
            }
            Strategy::FrontLoaded => "as much as each paycheck allows until the room is full",
            Strategy::ByDate => "the highest election that fills the room by your date, and nothing after it",
        };
        format!(
            "Deferrals, employer money and after-tax money together may not pass {cap} in {}; {} is left for after-tax money over {}. The plan is {how}. Each amount is rounded half up to the cent, so that payroll’s rounding cannot carry it over.",
            self.year,
            self.room,
            counted(self.lines.len(), "paycheck", "paychecks"),
        )
    }

    /// What to do next.
    pub(super) fn next_action(&self, ending: &Ending, changeable: bool, today: Date) -> String {
        let mut sentences = Vec::new();
        match ending {
            Ending::Cannot { .. } => {
                return "The Plan page says what is missing and whom to ask. Do not contribute after-tax money until then.".to_owned();
            }
            Ending::Lower { lowering, .. } => {
                let now = &lowering.now;
                sentences.push(format!(
                    "By {}, set your deferral election to {} from the paycheck of {}.",
                    now.enter_by.long(),
                    now.deferrals,
                    now.from.long()
                ));
                sentences.extend(lowering.last.as_ref().map(words::last_chance));
            }
            Ending::Elsewhere { .. } => {
                sentences.push(
                    "Lower your deferral election, or give payroll the year-to-date figure of your other job."
                        .to_owned(),
                );
            }
            _ => {}
        }
        if !changeable {
            sentences.push("Keep your last pay stub and check its year-to-date figures against this page.".to_owned());
        } else if self.entries.is_empty() {
            sentences.push(format!("Leave your after-tax election at {}.", words::or_zero(self.now)));
        } else {
            sentences.extend(self.entries.iter().map(|entry| {
                let (window, election, from) =
                    (window(entry, today), words::or_zero(entry.election), entry.from.long());
                format!(
                    "{window}, set your after-tax election to {election}. It takes effect with the paycheck of {from}."
                )
            }));
        }
        sentences.extend(self.next_year.as_ref().map(january));
        if changeable {
            sentences.push(
                "After each payday, compare your stub with the table, and come back if your pay or deferrals change."
                    .to_owned(),
            );
        }
        sentences.join(" ")
    }

    /// What to ask of payroll: the elections, and what it may have left out.
    pub(super) fn request(&self, ending: &Ending, left_out: Option<&LeftOut>) -> Option<String> {
        if let Ending::Cannot { .. } = ending {
            return None;
        }
        let mut parts = Vec::new();
        if let Ending::Lower { lowering, .. } = ending {
            parts.push(format!(
                "Please set my deferral election\n- to {} from the paycheck of {} on",
                lowering.now.deferrals,
                lowering.now.from.long()
            ));
        }
        if !self.entries.is_empty() {
            let changes: Vec<String> = self.entries.iter().map(requested).collect();
            parts.push(format!("Please set my voluntary after-tax (non-Roth) contributions\n{}", changes.join("\n")));
        }
        if !parts.is_empty() {
            parts.push("Please confirm the first paycheck on which each change takes effect.".to_owned());
        }
        parts.extend(left_out.map(asked_of_payroll));
        let year = self.year;
        let subject = if self.entries.is_empty() { "Contributions" } else { "After-tax contributions" };
        (!parts.is_empty())
            .then(|| format!("Subject: {subject} to the retirement plan in {year}\n\n{}", parts.join("\n\n")))
    }
}

/// What payroll may have left out, as a question to it.
fn asked_of_payroll(left_out: &LeftOut) -> String {
    let LeftOut { paychecks, deferrals, employer_match, after_tax, .. } = left_out;
    let missing_match =
        if employer_match.is_positive() { format!(" and {employer_match} of match") } else { String::new() };
    let after_tax = if after_tax.is_positive() {
        format!(", and {MISSED_AFTER_TAX} of any after-tax contributions left out as well")
    } else {
        String::new()
    };
    let whole_match = if employer_match.is_positive() { "the whole missed match, " } else { "" };
    format!(
        "My year-to-date figures lack {deferrals} of deferrals{missing_match}, as if my elections had been left out of {}. Please check. If they were, please correct it under Rev. Proc. 2021-30, Appendix A .05: {whole_match}the part of the missed deferral that is owed (up to {MISSED_DEFERRAL}){after_tax}.",
        counted(*paychecks, "paycheck", "paychecks"),
    )
}

/// What else goes over unless deferrals stop as well.
fn deferrals_too(preventable: Money) -> String {
    if preventable.is_positive() {
        format!(" Set your deferrals to zero as well, or another {preventable} goes over.")
    } else {
        String::new()
    }
}

/// The days in which a change is to be entered.
fn window(entry: &Entry, today: Date) -> String {
    let (open, close) = (entry.not_before, entry.enter_by);
    if open >= close {
        format!("On {}", close.long())
    } else if open <= today {
        format!("By {}", close.long())
    } else {
        format!("Between {} and {}", open.long(), close.long())
    }
}

/// What to do for the next year.
fn january(next: &NextYear) -> String {
    let year = next.year;
    let unofficial = if next.standing == Standing::Official { "" } else { " (its limits are not official yet)" };
    match next.entries.as_slice() {
        [] if next.carried.is_nothing() => format!("For {year} there is nothing to enter yet."),
        [] => format!("The same election can continue into {year}{unofficial}."),
        [first, ..] => format!(
            "Then for {year}{unofficial}: between {} and {}, set it to {}, starting with the paycheck of {}.",
            first.not_before.long(),
            first.enter_by.long(),
            words::election(first.election),
            first.from.long()
        ),
    }
}

/// A change as a line of the request.
pub(super) fn requested(entry: &Entry) -> String {
    let election = match entry.election {
        Election::Dollars(dollars) if entry.election.is_nothing() => dollars.to_string(),
        Election::Percent(percent) => format!("{percent} of pay"),
        Election::Dollars(dollars) => format!("{dollars} a paycheck"),
    };
    format!("- to {election} from the paycheck of {} on", entry.from.long())
}
