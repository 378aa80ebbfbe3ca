//! What the cards of the ledger, the landing spot and the tax forms were understood to say:
//! a line each, into which an answered card folds on a phone.

use crate::draft::Draft;
use crate::english::counted;
use crate::money::Money;
use crate::questions::{Field, Key};
use crate::record::{Answer, Spot};
use crate::worksheets::year::Year;

/// The card of the ledger itself.
pub fn ledger(year: &Year<'_>) -> Option<String> {
    match year.entry.plan.separate_accounting {
        Answer::Yes => Some("The plan tracks after-tax money separately".to_owned()),
        Answer::No => Some("The plan keeps all money in one pool".to_owned()),
        Answer::Unknown => None,
    }
}

pub fn contributions(year: &Year<'_>) -> Option<String> {
    let rows = &year.entry.ledger.contributions;
    let all: Money = rows.iter().map(|row| row.amount).sum();
    (!rows.is_empty()).then(|| format!("{}, {all} in all", counted(rows.len(), "contribution", "contributions")))
}

pub fn balances(year: &Year<'_>) -> Option<String> {
    let rows = &year.entry.ledger.balances;
    let latest = rows.iter().map(|row| row.date).max()?;
    Some(format!("{}, the latest of {}", counted(rows.len(), "balance", "balances"), latest.short()))
}

pub fn conversions(year: &Year<'_>) -> Option<String> {
    let rows = &year.entry.ledger.conversions;
    let all: Money = rows.iter().map(|row| row.amount).sum();
    (!rows.is_empty()).then(|| format!("{}, {all} in all", counted(rows.len(), "conversion", "conversions")))
}

/// The first years of the accounts, of which one is enough: not everybody has both.
pub fn accounts(year: &Year<'_>) -> Option<String> {
    year.age().ok()?;
    let landing = &year.entry.landing;
    match (landing.roth_ira_since, landing.plan_roth_since) {
        (None, None) => None,
        (Some(ira), None) => Some(format!("Roth IRA since {ira}")),
        (None, Some(plan)) => Some(format!("Roth account in the plan since {plan}")),
        (Some(ira), Some(plan)) => Some(format!("Roth IRA since {ira}, Roth account in the plan since {plan}")),
    }
}

/// Both ways out of the after-tax account, where both are known.
pub fn ways(year: &Year<'_>) -> Option<String> {
    let plan = &year.entry.plan;
    let says = match (plan.in_plan_rollover, plan.in_service_withdrawal) {
        (Answer::Yes, Answer::Yes) => "Conversion inside the plan, or withdrawal to a Roth IRA",
        (Answer::Yes, Answer::No) => "Conversion inside the plan only",
        (Answer::No, Answer::Yes) => "Withdrawal to a Roth IRA only",
        (Answer::No, Answer::No) => "No way to Roth while you work there",
        _ => return None,
    };
    Some(says.to_owned())
}

pub fn choice(year: &Year<'_>) -> Option<String> {
    let landing = &year.entry.landing;
    let spot = match landing.spot {
        Spot::Open => return None,
        Spot::RothIra => "A Roth IRA",
        Spot::Roth401k => "The plan’s own Roth account",
    };
    let on = landing.chosen_on.map(|day| format!(", chosen on {}", day.long())).unwrap_or_default();
    Some(format!("{spot}{on}"))
}

pub fn age(year: &Year<'_>) -> Option<String> {
    Some(format!("{} at the end of {}", year.age().ok()?, year.year))
}

pub fn forms(year: &Year<'_>) -> Option<String> {
    let forms = &year.entry.forms;
    let all: Money = forms.iter().filter_map(|form| form.gross).sum();
    all.is_positive().then(|| format!("{}, {all} in box 1", counted(forms.len(), "form", "forms")))
}

/// The card of other ways to save, once its first two questions are answered.
pub fn beyond(draft: &Draft, year: &Year<'_>) -> Option<String> {
    let income = year.entry.beyond.magi?;
    let status = draft.text(Key::Sheet(Field::FilingStatus)).trim();
    let (_, label) = Field::FilingStatus.answers().iter().find(|(word, _)| *word == status)?;
    Some(format!("{label}, income of {}", income.about()))
}
